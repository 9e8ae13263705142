"""Competition, ground and date of the match, read from the words of the report."""

from __future__ import annotations

import re

from core.gazetteer import Gazetteer
from core.reading import Reading
from core.vocabulary import words

FIRST_MONTH = 7
"""A season begins in July."""
_FIGURES = re.compile(r"\b(\d{1,2})[/.](\d{1,2})[/.]((?:19|20)\d{2})\b")


def competition(r: Reading) -> str | None:
    """Return the competition that the match belongs to, not one that is hoped for."""
    vocab, w = words("match"), r.lex.words["weights"]["header"]
    best: tuple[float, str] | None = None
    for n in r.names:
        if n.label != "COMPETITION":
            continue
        sent = r.toks[n.a].sent
        before = [t.low for t in r.toks[max(0, n.a - 8) : n.a] if t.sent == sent]
        weight = max(0.0, w["competition"] + w["competition_sentence"] * sent)
        if vocab.stages & set(before):
            weight += w["stage"]
        if vocab.hopes & set(before[-4:]):
            weight += w["hope"]
        if weight > 0 and (best is None or weight > best[0]):
            best = (weight, n.name or n.text)
    return best[1] if best is not None else None


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
