"""Scores as they are written: figures, words, with whom they stand. Pure functions on tokens."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from core.tokens import Tok
from core.vocabulary import words

ONE = ("uno", "una", "un")
HIGHEST = 20


@dataclass(frozen=True, slots=True)
class Written:
    """A score at tokens ``[a, b)``, first number first."""

    a: int
    b: int
    first: int
    second: int

    @property
    def draw(self) -> bool:
        """Whether both numbers are equal."""
        return self.first == self.second


def _number(t: Tok, numbers: Mapping[str, int]) -> int | None:
    if t.text.isdigit():
        return int(t.text) if len(t.text) <= 2 else None
    return numbers.get(t.low)


def find_scores(toks: list[Tok], numbers: Mapping[str, int]) -> list[Written]:
    """All scores: "2-1", "2 a 1", "due a uno", "tre-zero"; formations (4-3-3), times and dates are none.

    Number words count only joined by "a" or a hyphen, and "a" only between small numbers.
    """
    out: list[Written] = []
    i, n = 0, len(toks)
    while i + 2 < n:
        a, link, b = toks[i : i + 3]
        if link.text in "-:" or link.low == "a":
            x, y = _number(a, numbers), _number(b, numbers)
            tight = a.text.isdigit() == b.text.isdigit()
            if x is not None and y is not None and tight and max(x, y) <= HIGHEST and _free(toks, i, link):
                out.append(Written(i, i + 3, x, y))
                i += 3
                continue
        i += 1
    return out


def _free(toks: list[Tok], i: int, link: Tok) -> bool:
    """No third number on either side and no unit behind: not a formation, a clock, a date or a stretch of minutes."""
    first, second = toks[i], toks[i + 2]
    before, before2 = toks[i - 1] if i else None, toks[i - 2] if i > 1 else None
    after, after2 = toks[i + 3] if i + 3 < len(toks) else None, toks[i + 4] if i + 4 < len(toks) else None
    joined = before is not None and before.text in "-./" and before.end == first.start
    if joined and before2 is not None and before2.text.isdigit():
        return False
    if after is not None and after.text in "-./'°" and after.start == second.end:
        if after.text in "'°":
            return False
        if after2 is not None and after2.text.isdigit() and after2.start == after.end:
            return False
    if link.text == ":" and (first.start == 0 or len(second.text) == 2):
        return False
    if link.low == "a" and first.low in ONE and second.low in ONE:
        return first.low == "uno"
    if link.text == "-" and (first.low, second.low) == ("uno", "due"):
        return False  # a wall pass
    return after is None or after.low not in words("match").score_units
