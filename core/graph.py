"""Who plays for whom: a signed graph over the people of a report, settled by weighted votes."""

from __future__ import annotations

import math
from collections import defaultdict
from dataclasses import dataclass, field

STRONGEST = 3.0
"""No tie between two people weighs more, however often it is seen."""


def strength(weight: float) -> float:
    """Return what a tie weighs, however often it is seen."""
    return max(-STRONGEST, min(STRONGEST, weight))


@dataclass(slots=True)
class Graph:
    """Votes for home (positive) or away (negative), and how much two people agree (positive) or oppose."""

    anchors: dict[int, float] = field(default_factory=lambda: defaultdict(float))
    edges: dict[tuple[int, int], float] = field(default_factory=lambda: defaultdict(float))

    def anchor(self, person: int, weight: float) -> None:
        """Add a witness that ``person`` plays for home (positive weight) or away."""
        if person >= 0:
            self.anchors[person] += weight

    def tie(self, a: int, b: int, weight: float) -> None:
        """Add a witness that two people are team-mates (positive) or opponents."""
        if a >= 0 and b >= 0 and a != b:
            self.edges[min(a, b), max(a, b)] += weight

    def between(self, a: int, b: int) -> float:
        """Return what the witnesses heard so far say of two people."""
        return self.edges.get((min(a, b), max(a, b)), 0.0)

    def settle(self, n: int, rounds: int = 12) -> list[float]:
        """Return the belief of each person, from -1 (away) to 1 (home); 0 where nothing speaks."""
        near: dict[int, list[tuple[int, float]]] = defaultdict(list)
        for (a, b), weight in self.edges.items():
            weight = strength(weight)
            near[a].append((b, weight))
            near[b].append((a, weight))
        belief = [math.tanh(self.anchors.get(i, 0.0) / 2) for i in range(n)]
        for _ in range(rounds):
            belief = [
                math.tanh((self.anchors.get(i, 0.0) + sum(w * belief[j] for j, w in near[i])) / 2) for i in range(n)
            ]
        return belief
