"""Stretches of capitalised words that may be names, and what stands round them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import simplemma

from core.gazetteer import Gazetteer
from core.tokens import Tok
from core.vocabulary import Vocabulary
from core.verbs import finite


@dataclass(slots=True)
class Run:
    """Capitalised words ``[a, b)`` that hang together."""

    a: int
    b: int
    key: str
    text: str
    mid: bool
    """The capital says something: not at the start of a sentence nor in a line of capitals."""


@lru_cache(maxsize=65536)
def italian_word(low: str) -> bool:
    """Whether a lower-case word stands in an Italian dictionary."""
    return bool(simplemma.is_known(low, lang="it")) or bool(finite(low))


def capital_lines(toks: list[Tok]) -> set[int]:
    """Lines written in capitals throughout, where a capital says nothing."""
    upper: dict[int, list[int]] = {}
    for t in toks:
        if t.word and len(t.text.rstrip("'")) > 1:
            counts = upper.setdefault(t.line, [0, 0])
            counts[0 if t.upper else 1] += 1
    return {line for line, (up, low) in upper.items() if up > 1 and up >= 4 * low}


def glued(toks: list[Tok], i: int, j: int) -> bool:
    """Whether token ``j`` follows ``i`` with nothing or one blank between."""
    return 0 <= toks[j].start - toks[i].end <= 1 and toks[i].line == toks[j].line


def shown_as_name(t: Tok, shouted: set[int]) -> bool:
    """A word that a reader sees as capitalised on purpose."""
    return t.cap and (t.line not in shouted or t.upper)


def find_runs(toks: list[Tok], taken: list[bool], words: Vocabulary, gaz: Gazetteer, shouted: set[int]) -> list[Run]:
    """All runs outside the tokens already taken, sentence-initial ordinary words cut off."""
    out: list[Run] = []
    i, n = 0, len(toks)
    while i < n:
        if taken[i] or not _opens(toks, i, words, taken):
            i += 1
            continue
        j = _extend(toks, i, taken, words)
        for a, b in _pieces(toks, i, j, words, gaz, shouted):
            text = _surface(toks, a, b)
            first = toks[a].first or (a > 0 and toks[a - 1].first and toks[a - 1].text.endswith("'"))
            mid = not first and toks[a].line not in shouted
            out.append(Run(a, b, _key(toks, a, b), text, mid))
        i = max(j, i + 1)
    return out


def _opens(toks: list[Tok], i: int, words: Vocabulary, taken: list[bool]) -> bool:
    t = toks[i]
    if t.cap and not (t.text.endswith("'") and t.low in words.articles):
        return True
    if t.low in words.particles and not t.cap and i + 1 < len(toks) and not taken[i + 1]:
        return t.low in words.foreign_particles and (
            _name_like(toks, i + 1) or (i + 2 < len(toks) and toks[i + 1].low in words.foreign_particles and toks[i + 2].cap)
        )
    return False


def _name_like(toks: list[Tok], i: int) -> bool:
    return toks[i].cap and glued(toks, i - 1, i)


def _extend(toks: list[Tok], i: int, taken: list[bool], words: Vocabulary) -> int:
    """The end of the run that begins at ``i``."""
    j, n = i + 1, len(toks)
    while j < n and not taken[j] and toks[j].sent == toks[i].sent:
        t = toks[j]
        if not glued(toks, j - 1, j):
            break
        if t.cap:
            j += 1
        elif t.text == "." and len(toks[j - 1].text) == 1 and toks[j - 1].cap:
            j += 1  # an initial
        elif t.text in "-'" and t.start == toks[j - 1].end and j + 1 < n and toks[j + 1].cap and toks[j + 1].start == t.end and not taken[j + 1] and t.text == "-" and len(toks[j-1].text) > 1 and not toks[j-1].upper and _double(toks, j):
            j += 2
        elif t.text == "'" and t.start == toks[j - 1].end and j + 1 < n and toks[j + 1].start == t.end and toks[j + 1].word:
            j += 2
        elif t.low in words.particles_inside and j + 1 < n and toks[j + 1].cap and glued(toks, j, j + 1) and not taken[j + 1] and t.low in words.foreign_particles:
            j += 1
        else:
            break
    return j


def _double(toks: list[Tok], j: int) -> bool:
    """A hyphen of a double surname, not of two sides and their score."""
    after = j + 2
    return not (after < len(toks) and toks[after].text.isdigit())


def _pieces(
    toks: list[Tok], i: int, j: int, words: Vocabulary, gaz: Gazetteer, shouted: set[int]
) -> list[tuple[int, int]]:
    """Cut off words at either end that are no part of the name."""
    a, b = i, j
    while b > a and (toks[b - 1].low in words.capitalised or not toks[b - 1].word) and toks[b - 1].text != ".":
        b -= 1
    while a < b:
        t = toks[a]
        alone = b - a == 1
        if t.low in words.capitalised or t.low in words.not_first:
            a += 1
        elif (t.first or t.line in shouted) and not alone and italian_word(t.low) and t.key not in gaz.given and not (
            t.low in words.particles and t.cap
        ):
            a += 1  # "Anche Cuschieri", "Poi Varriale"
        else:
            break
    return [(a, b)] if a < b and any(toks[k].word and len(toks[k].text) > 1 for k in range(a, b)) else []


def _surface(toks: list[Tok], a: int, b: int) -> str:
    out = toks[a].text
    for k in range(a + 1, b):
        out += " " * (toks[k].start > toks[k - 1].end) + toks[k].text
    return out


def _key(toks: list[Tok], a: int, b: int) -> str:
    out = toks[a].key
    for k in range(a + 1, b):
        out += " " * (toks[k].start > toks[k - 1].end) + toks[k].key
    return out
