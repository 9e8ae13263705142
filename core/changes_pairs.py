"""A substitution, and the words that link who comes on with who goes off: "per", "al posto di", "rileva"."""

from __future__ import annotations

from dataclasses import dataclass

from core.changes_people import Group
from core.items import Item

PLAYS = (
    "pass_verb", "pass_noun", "attempt_verb", "attempt_noun", "goal_verb", "goal_noun", "state_team", "save_verb",
)  # fmt: skip
"""Categories of a clause in which "X per Y" is a pass."""
TRIES = ("pass_noun", "attempt_noun", "goal_noun", "goal_ball", "attempt_verb", "goal_verb", "manner")
"""Categories of words that at once behind "X per Y" tell what Y does with the ball."""
BOTH, BARE, SURE = 1.0, 0.9, 0.7
"""Weights: both men told; only "X per Y"; one told in sure words."""


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
    also: int = -1
    """Another token of its telling, whose time is its own where ``pos`` has none."""


def link(left: Group, right: Group, reverse: bool, rule: str, weight: float = BOTH) -> list[Change]:
    """Pair the people of two lists in the order told; who is left over in the right one opens the next pair.

    ``reverse``: who goes off stands left.
    """
    out = []
    n = min(len(left.free), len(right.free))
    last = max((*left.tokens[left.used : left.used + n], *right.tokens[right.used : right.used + n]), default=-1)
    for k in range(n):
        x, y = left.free[k], right.free[k]
        at = left.tokens[left.used + k] if left.tokens else right.tokens[right.used + k]
        also = right.tokens[right.used + k] if right.tokens else -1
        if x != y:
            in_, off = (y, x) if reverse else (x, y)
            out.append(Change(in_, off, at, max(at, also, last) + 1, weight, rule, left.passing, also))
    left.used, right.used = left.used + n, right.used + n
    return out


def played(items: list[Item], k: int) -> bool:
    """Whether the clause of "X per Y" at item ``k`` has a verb or plays the ball."""
    clause = _clause(items, k)
    return any(it.has(*PLAYS) or (it.finite and it.low not in ("c'è", "è")) for it in clause)


def passes(items: list[Item], left: Group, k: int, told: set[int]) -> bool:
    """Whether the ball is played at or just before a list whose "per" stands at ``k``: "cross di X per Y".

    ``told`` are the items of words for changes.
    """
    return any(items[j].has(*PLAYS) for j in range(max(0, left.a - 3), k) if j not in told)


def goes_on(items: list[Item], k: int) -> bool:
    """Whether a relative clause, a score or an attempt follows the "X per Y" at ``k``: "Rossi per Verdi, gol"."""
    after = items[k + 2 : k + 4]
    tried = len(after) > 1 and after[0].low in (",", ":") and after[1].has(*TRIES)
    return tried or any(it.low == "che" for it in after) or any(it.kind == "s" for it in items[k : k + 8])


def _clause(items: list[Item], k: int) -> list[Item]:
    """The items round ``k`` between marks."""
    a = b = k
    while a > 0 and not (items[a - 1].kind == "x" and items[a - 1].low in ",;:."):
        a -= 1
    while b + 1 < len(items) and not (items[b + 1].kind == "x" and items[b + 1].low in ",;:."):
        b += 1
    return items[a : b + 1]
