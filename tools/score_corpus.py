"""How the reader does on plain facts: ``python -m tools.score_corpus [--errors] CORPUS_FILE...``.

Prints for each file the share of men on the right side and the F1 of goals, cards and changes, with person, side and
minute right where the text tells one.
"""

from __future__ import annotations

import argparse
from collections import Counter
from pathlib import Path

from core.errors import CronacaError
from core.extract import extract
from core.schema import Event, EventType, MatchReport
from tools.plain_facts import Entry, Fact, called, entries

KINDS = {"goal": EventType.GOAL, "card": EventType.CARD, "substitution": EventType.SUBSTITUTION}
CARDS = {"y": "yellow", "r": "red", "2y": "second_yellow"}


def main() -> None:
    """Read every entry of every file and count."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("files", nargs="+", type=Path)
    parser.add_argument("--errors", action="store_true", help="name each fact that was missed or invented")
    args = parser.parse_args()
    total: Counter[str] = Counter()
    for file in args.files:
        counts: Counter[str] = Counter()
        for entry in entries(file):
            try:
                report = extract(entry.text)
            except CronacaError as error:
                print(f"{entry.id}: {error}")
                continue
            lines = list(count(entry, report, counts))
            if args.errors and lines:
                print(f"--- {entry.id}", *lines, sep="\n")
        show(file.stem, counts)
        total += counts
    show("all", total)


def count(entry: Entry, report: MatchReport, counts: Counter[str]) -> list[str]:
    """Add one report to the counts; return what is wrong with it."""
    sides = _clubs(entry, report, counts)
    wrong = _men(entry, report, sides, counts)
    for kind, type_ in KINDS.items():
        want = [f for f in entry.facts if f.kind == kind]
        have = [e for e in report.events if e.type == type_]
        for fact in list(want):
            found = next((e for e in have if _same(entry, sides, fact, e)), None)
            if found is not None:
                want.remove(fact)
                have.remove(found)
                counts[f"{kind} right"] += 1
        counts[f"{kind} missed"] += len(want)
        counts[f"{kind} invented"] += len(have)
        wrong += [f"{kind} missed: {f.minute} {f.player} {f.other or ''} {f.detail}" for f in want]
        wrong += [f"{kind} invented: {_minute(e)} {_who(e)} {e.team} {_quote(report, e)!r}" for e in have]
    return wrong


def _clubs(entry: Entry, report: MatchReport, counts: Counter[str]) -> dict[str | None, str]:
    """Return club as the reader calls it → "H" or "A", and count whether home and away are the right way round."""
    home, away = report.match.home, report.match.away
    named = [called(club or "", [entry.home, entry.away]) for club in (home, away)]
    turned = named[0] == entry.away or named[1] == entry.home
    counts["home missed" if turned or not any(named) else "home right"] += 1
    return {home: "A", away: "H"} if turned else {home: "H", away: "A"}


def _men(entry: Entry, report: MatchReport, sides: dict[str | None, str], counts: Counter[str]) -> list[str]:
    wrong = []
    seen = {m.name: sides.get(m.team, "") for m in report.mentions if m.label in ("PLAYER", "COACH") and m.name}
    for man, side in entry.men.items():
        name = called(man, list(seen))
        right = name is not None and seen[name] == side
        counts["side right" if right else "side missed"] += 1
        if not right:
            wrong.append(f"side of {man}: {seen[name] if name else 'not found'}, not {side}")
    return wrong


def _same(entry: Entry, sides: dict[str | None, str], fact: Fact, e: Event) -> bool:
    men = list(entry.men)
    if fact.kind == "substitution":
        people = [(fact.player, e.player_out), (fact.other, e.player_in)]
        if any(want is not None and called(got or "", men) != want for want, got in people):
            return False
    elif called(e.player or "", men) != fact.player:
        return False
    if fact.kind == "card" and e.card != CARDS[fact.detail]:
        return False
    if fact.kind == "goal":
        own, kick = ("own" in fact.detail), ("pen" in fact.detail)
        if e.own_goal != own or e.penalty != kick or (sides.get(e.team) == fact.side) == own:
            return False
    return fact.minute is None or fact.minute == _minute(e)


def _minute(e: Event) -> int | None:
    return None if e.minute is None else e.minute + (e.added or 0)


def _who(e: Event) -> str:
    return " ".join(name for name in (e.player or e.player_out, e.player_in) if name)


def _quote(report: MatchReport, e: Event) -> str:
    return report.text[e.start : e.end][:80]


def show(title: str, counts: Counter[str]) -> None:
    """Print one line of figures."""
    parts = []
    for what in ("home", "side"):
        right, missed = counts[f"{what} right"], counts[f"{what} missed"]
        parts.append(f"{what} {right / max(1, right + missed):.3f} ({right + missed})")
    for kind in KINDS:
        right = counts[f"{kind} right"]
        f1 = 2 * right / max(1, 2 * right + counts[f"{kind} missed"] + counts[f"{kind} invented"])
        parts.append(f"{kind} {f1:.3f} ({right + counts[f'{kind} missed']})")
    print(f"{title}: " + "  ".join(parts))


if __name__ == "__main__":
    main()
