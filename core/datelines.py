"""Datelines: the town that a report opens with, "BERGAMO - ", "Parma, 29 ottobre 2019 - ", "TERNI, lunedì. "."""

from __future__ import annotations

from core.ordinary import italian_word
from core.tokens import Tok
from core.vocabulary import words

SHORTEST = 3
"""No town in capitals has fewer letters."""


def dated(toks: list[Tok], a: int, b: int) -> bool:
    """Whether a date stands behind a name that opens a line: "Parma, 29 ottobre 2019 - "."""
    if not toks[a].first or b + 2 >= len(toks) or toks[b].text != ",":
        return False
    return toks[b + 1].text.isdigit() and toks[b + 2].low in words("match").months


def opens_text(toks: list[Tok], a: int, b: int) -> bool:
    """Whether the text opens with a town in capitals and goes on behind it: "CASELLE. Il", "TERNI, lunedì. - Il"."""
    if a or b + 1 >= len(toks) or not all(t.upper for t in toks[a:b] if t.word):
        return False
    if len(toks[a].text) < SHORTEST or (b - a == 1 and italian_word(toks[a].low)):
        return False
    mark, behind = toks[b], toks[b + 1]
    if behind.line != toks[a].line or behind.upper:
        return False
    if mark.text == ",":
        return behind.text.isdigit() or behind.low in words("clauses").other_days
    return mark.text in ".(:" or (mark.text == "-" and mark.start > toks[b - 1].end)
