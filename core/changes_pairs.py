"""A substitution, and how who comes on is paired with who goes off."""

from __future__ import annotations

from dataclasses import dataclass

from core.items import JOINING, Item

PLAYS = ("pass_verb", "pass_noun", "attempt_verb", "attempt_noun", "goal_verb", "goal_noun", "state_team")
"""Categories of a clause in which "X per Y" is a pass."""
BOTH, SURE, UNSURE, BARE = 1.0, 0.7, 0.4, 0.9
"""Weights: both men told; one told in sure words; one told in words that mean other things too; only "X per Y"."""
EARLY, EARLY_UNSURE, PREGAME = 0.15, 0.3, 0.5
"""What is taken off in the first half, and where the sentence tells who starts."""


@dataclass(slots=True)
class Change:
    """A substitution; -1 where the text does not tell the person."""

    in_: int
    out: int
    pos: int
    end: int
    weight: float = 1.0
    rule: str = "change"
    came_on: bool = False
    """Told in passing ("entrato da poco"): the time in force is not its own."""


def pair(
    ins: list[tuple[int, int]], outs: list[tuple[int, int]], begin: int, end: int, strong: bool, late: bool, early: bool
) -> list[Change]:
    """The (person, token) of who comes on and who goes off, paired in the order told.

    ``late``: in the second half or at a told time; ``early``: in a sentence that tells who starts.
    """
    weight = BOTH if ins and outs else SURE if strong else UNSURE
    if not late:
        weight -= (EARLY if (ins and outs) or strong else EARLY_UNSURE) + (PREGAME if early else 0.0)
    out: list[Change] = []
    for k in range(max(len(ins), len(outs))):
        a = ins[k] if k < len(ins) else (-1, begin)
        b = outs[k] if k < len(outs) else (-1, begin)
        if a[0] != b[0]:
            out.append(Change(a[0], b[0], max(begin, min(a[1], b[1])), end, weight, "in_out"))
    return out


def bare(items: list[Item]) -> list[Change]:
    """Names and "per" with nothing that plays the ball: "Dalipi per Bruzzone", "Serra e Romano per Costa e Baldi"."""
    out = []
    for k in range(1, len(items) - 1):
        if items[k].low != "per" or items[k - 1].kind != "p" or items[k + 1].kind != "p":
            continue
        clause = _clause(items, k)
        if any(it.has(*PLAYS) or (it.finite and it.low not in ("c'è", "è")) for it in clause) or any(
            it.kind == "s" for it in items[k : k + 8]
        ):
            continue
        ins, j = [items[k - 1].person], k - 2
        while j > 0 and items[j].low in JOINING and items[j - 1].kind == "p":
            ins.insert(0, items[j - 1].person)
            j -= 2
        outs, j = [items[k + 1].person], k + 2
        while j + 1 < len(items) and items[j].low in JOINING and items[j + 1].kind == "p" and len(outs) < len(ins):
            outs.append(items[j + 1].person)
            j += 2
        for x, y in zip(ins, outs, strict=False):
            if x != y:
                out.append(Change(x, y, items[k - 1].a, items[k + 1].b, BARE, "x_per_y"))
    return out


def _clause(items: list[Item], k: int) -> list[Item]:
    """The items round ``k`` between marks."""
    a = b = k
    while a > 0 and not (items[a - 1].kind == "x" and items[a - 1].low in ",;:."):
        a -= 1
    while b + 1 < len(items) and not (items[b + 1].kind == "x" and items[b + 1].low in ",;:."):
        b += 1
    return items[a : b + 1]
