"""The names that match sheets list, by their place in the sheet."""

from __future__ import annotations

from collections.abc import Iterator

from core.reading import Name, Reading
from core.sheet_model import Sheet, SheetName
from core.tokens import folded

CONFIDENCE = 0.98


def sheet_names(r: Reading, taken: list[bool]) -> list[Name]:
    """Return the names of all sheets and mark their tokens as ``taken``."""
    at = {t.start: t.i for t in r.toks}
    out: list[Name] = []
    for name, label in (listed for sheet in r.sheets for listed in _listed(sheet)):
        a = at.get(name.start) if name is not None else None
        if name is None or a is None or taken[a]:
            continue
        b = a
        while b < len(r.toks) and r.toks[b].start < name.end:
            b += 1
        taken[a:b] = [True] * (b - a)
        key = folded(r.toks, a, b)
        out.append(Name(a, b, name.text, key, label, name.text, confidence=CONFIDENCE, rule="sheet"))
    return out


def _listed(sheet: Sheet) -> Iterator[tuple[SheetName | None, str]]:
    """Yield every name of a sheet with its label; of two fields that share words the first is right."""
    yield from ((sheet.home, "TEAM"), (sheet.away, "TEAM"))
    for lineup in sheet.lineups:
        yield lineup.team, "TEAM"
        yield from ((person, "PLAYER") for person in (*lineup.starters, *lineup.bench))
        yield from ((name, "PLAYER") for sub in lineup.subs for name in (sub.out, sub.in_))
        yield lineup.coach, "COACH"
    yield from ((name, "PLAYER") for sub in sheet.subs for name in (sub.out, sub.in_))
    yield from ((goal.player, "PLAYER") for goal in sheet.goals)
    yield from ((card.player, "PLAYER") for card in sheet.cards)
    yield from ((name, "PLAYER") for missed in sheet.missed_penalties for name in (missed.player, missed.goalkeeper))
    yield from ((gone.player, "PLAYER") for gone in sheet.disallowed)
    yield from ((official, "REFEREE") for official in (sheet.referee, *sheet.officials))
    yield sheet.stadium, "STADIUM"
