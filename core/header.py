"""Competition, ground and date of the match, read from the words of the report."""

from __future__ import annotations

import re

from core.gazetteer import Gazetteer
from core.knowledge import fold
from core.outcome import of_another
from core.reading import Name, Reading
from core.tokens import spelt
from core.vocabulary import words

HAND = 4
"""So many words behind a competition tell that it is near or far."""
AROUND = 8
"""How many words on either side of a competition say whether it is that of another match."""
FIRST_MONTH = 7
"""A season begins in July."""
_FIGURES = re.compile(r"\b(\d{1,2})[/.](\d{1,2})[/.]((?:19|20)\d{2})\b")


def competition(r: Reading, gaz: Gazetteer) -> str | None:
    """Return the competition that the match belongs to: not one that is hoped for, nor one such sides do not play.

    Where none stands out, the only one that the text names is taken.
    """
    vocab, w = words("match"), r.lex.words["weights"]["header"]
    best: tuple[float, str] | None = None
    named: set[str] = set()
    for n in r.names:
        if n.label != "COMPETITION":
            continue
        called, sent = _called(n), r.toks[n.a].sent
        before = [t.low for t in r.toks[max(0, n.a - 8) : n.a] if t.sent == sent]
        weight = max(0.0, w["competition"] + w["competition_sentence"] * sent)
        if vocab.stages & set(before):
            weight += w["stage"]
        hoped = bool(vocab.hopes & set(before[-4:]) and not vocab.leaving & set(before[-4:])) or _at_hand(r, n)
        weight += w["hope"] * hoped
        played = _played_by(r, gaz, n.name)
        weight += 0.0 if played else w["not_theirs"]
        if weight > 0 and (best is None or weight > best[0]):
            best = (weight, called)
        if played and not hoped and not _of_another(r, n):
            named.add(called)
    if best is None and len(named) == 1:
        return named.pop()
    return best[1] if best is not None else None


def _at_hand(r: Reading, n: Name) -> bool:
    """Whether a competition is told near or far, as none is that is played: "con la Serie B a un passo"."""
    behind = spelt(t for t in r.toks[n.b : n.b + HAND] if t.sent == r.toks[n.a].sent)
    return behind.startswith(tuple(words("match").at_hand))


def _of_another(r: Reading, n: Name) -> bool:
    """Whether words near a competition speak of another match."""
    sent = r.toks[n.a].sent
    near = r.toks[max(0, n.a - AROUND) : n.b + AROUND]
    return any(t.sent == sent and of_another(r.toks, t.i, words("match")) for t in near)


def _played_by(r: Reading, gaz: Gazetteer, name: str) -> bool:
    """Whether two such sides play in a competition: no clubs in a World Cup, no two of one country in Europe."""
    kind = gaz.competitions.get(name)
    sides = [gaz.clubs[side] for side in r.sides if side in gaz.clubs]
    if kind == "national":
        return not any(club.kind == "club" for club in sides)
    if len(sides) < len(r.sides) or kind not in ("europe", "league", "cup"):
        return True
    if any(club.kind == "national" for club in sides):
        return False
    return (kind == "europe") == (sides[0].country != sides[1].country)


def _called(n: Name) -> str:
    """Return the lexicon's name of a competition, or the written one where it says something else: "Serie A Women"."""
    written, known = (set(fold(name).split()) for name in (n.text, n.name or n.text))
    return n.text if written & known and not (written <= known or known <= written) else n.name or n.text


def stadium(r: Reading, gaz: Gazetteer) -> str | None:
    """Return the ground of the match."""
    w = r.lex.words["weights"]["header"]
    best: tuple[float, str] | None = None
    for n in r.names:
        if n.label != "STADIUM":
            continue
        at_home = r.match.home in gaz.grounds.get(n.name, ())
        weight = w["stadium"] + w["stadium_sentence"] * r.toks[n.a].sent + (w["home_ground"] if at_home else 0.0)
        if best is None or weight > best[0]:
            best = (weight, n.text)
    return best[1] if best is not None else None


def date_of(r: Reading) -> str | None:
    """Return the ISO date where day, month and year stand in the text."""
    text = r.view.text.lower()
    months: list[str] = words("match").months
    if named := re.search(rf"\b(\d{{1,2}})°? ({'|'.join(months)}) (\d{{4}})\b", text):
        return _iso(int(named[3]), months.index(named[2]) + 1, int(named[1]))
    if figures := _FIGURES.search(text):
        return _iso(int(figures[3]), int(figures[2]), int(figures[1]))
    return None


def _iso(year: int, month: int, day: int) -> str | None:
    return f"{year:04d}-{month:02d}-{day:02d}" if 1 <= month <= 12 and 1 <= day <= 31 else None


def season_of(date: str | None) -> str | None:
    """Return the season ("2017/18") of an ISO date; it changes in July."""
    if date is None:
        return None
    year, month = int(date[:4]), int(date[5:7])
    first = year if month >= FIRST_MONTH else year - 1
    return f"{first}/{(first + 1) % 100:02d}"
