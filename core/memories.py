"""Clauses that tell of another match: "domenica X aveva rilevato Y dopo venti minuti"."""

from __future__ import annotations

from core.items import Item
from core.vocabulary import words

ENDS = (";", ":", ".")
"""Marks that part a memory from what happens now."""


def remembered(items: list[Item]) -> set[int]:
    """The tokens of the clauses of a sentence that say when it was and that it had happened before."""
    v = words("clauses")
    out: set[int] = set()
    for clause in _clauses(items):
        lows = {it.low for it in clause}
        if lows & v.other_days and lows & v.had:
            out.update(k for it in clause for k in range(it.a, it.b))
    return out


def _clauses(items: list[Item]) -> list[list[Item]]:
    """The items of a sentence between its stronger marks and before a word that comes back to the match."""
    out: list[list[Item]] = [[]]
    for it in items:
        if it.low in ENDS or it.low in words("clauses").back_to_now:
            out.append([])
        out[-1].append(it)
    return out
