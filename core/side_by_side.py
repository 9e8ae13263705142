"""Two men named side by side with no mark between: "sul cross di Rossi Bianchi gira a lato"."""

from __future__ import annotations

from collections import Counter
from functools import lru_cache

from core.gazetteer import Gazetteer
from core.runs import Run
from core.tokens import Tok, folded
from core.verbs import finite
from core.vocabulary import words

VERB_REACH = 4
"""Words behind the second name within which its verb stands."""


def cut_neighbours(runs: list[Run], toks: list[Tok], gaz: Gazetteer, full: set[str]) -> list[Run]:
    """Cut a run where a preposition's name ends and the subject of a verb begins; ``full``: names of match sheets."""
    counts = Counter(run.key for run in runs)
    out: list[Run] = []
    for run in runs:
        at = _border(run, toks, gaz, counts) if run.key not in full else None
        if at is None:
            out.append(run)
            continue
        for a, b in ((run.a, at), (at, run.b)):
            out.append(Run(a, b, folded(toks, a, b), " ".join(t.text for t in toks[a:b]), mid=True))
    return out


def _border(run: Run, toks: list[Tok], gaz: Gazetteer, counts: Counter[str]) -> int | None:
    """The token at which the second name begins, None where the run is one name."""
    if run.b - run.a < 2 or counts[run.key] > 1 or run.key in gaz.surnames or run.key in gaz.people:
        return None
    if not run.a or toks[run.a - 1].low not in _prepositions() or not _acts(toks, run.b):
        return None
    for at in range(run.a + 1, run.b):
        first, second = folded(toks, run.a, at), folded(toks, at, run.b)
        if not all(toks[k].word for k in (run.a, at)) or first in gaz.given:
            continue
        known = counts[second] or second in gaz.surnames or second in gaz.given
        if (counts[first] or first in gaz.surnames) and known:
            return at
    return None


@lru_cache(1)
def _prepositions() -> frozenset[str]:
    g = words("clauses")
    found: frozenset[str] = g.of | g.by | g.for_ | g.to | g.with_ | g.on
    return found


def _acts(toks: list[Tok], b: int) -> bool:
    """Whether a verb follows that a man can be the subject of, before any mark."""
    for t in toks[b : b + VERB_REACH]:
        if not t.word or t.cap or t.low in words("clauses").relatives:
            return False
        if finite(t.low):
            return True
    return False
