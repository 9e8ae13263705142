"""Scorers of unsure side, settled together: the final score leaves room for so many goals of each side."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping

from core.account import Account
from core.graph import Graph, strength
from core.reading import Reading
from core.schema import Score
from core.vocabulary import words

Goals = list[tuple[int, int]]
"""Author and +1, or -1 for an own goal."""
SURE = 0.9
"""Nobody is turned who is believed more than this."""
CLAMP = 8.0
"""What holds a man on the other side while the rest settles round him."""
ROUNDS = 4
"""No more men are turned one after the other."""


def known_score(r: Reading) -> Score | None:
    """Return the final score where it is written and written one way round."""
    w = words("weights").score_fit
    ranked = sorted(r.scores.items(), key=lambda s: -s[1])
    if not ranked or ranked[0][1] < w["known"]:
        return None
    close = len(ranked) > 1 and ranked[0][1] - ranked[1][1] < w["margin"]
    return None if close else ranked[0][0]


def fit_score(r: Reading, accounts: list[Account]) -> None:
    """Let the final score vote on the sides of those who scored, each for himself and all together."""
    score = known_score(r)
    goals = [(a.who, -1 if a.own else 1) for a in accounts if a.who >= 0]
    if score is None or not goals:
        return
    w = words("weights").score_fit
    share = math.log((score[0] + w["somebody"]) / (score[1] + w["somebody"]))
    for who, sign in goals:
        r.graph.anchor(who, w["share"] * sign * share)
    _turn(r, goals, score, w)


def _turn(r: Reading, goals: Goals, score: Score, w: Mapping[str, float]) -> None:
    """Turn scorers, with those whom they draw along, as long as the whole gets likelier."""
    n = len(r.people)
    graph, belief = r.graph, r.graph.settle(n)
    best = _value(graph, belief, goals, score, w)
    held: dict[int, float] = {}
    for _ in range(ROUNDS):
        if not _beyond(belief, goals, score):
            break
        tried = []
        for who in {who for who, _ in goals} - held.keys():
            if abs(belief[who]) > SURE:
                continue
            turned = {**held, who: -CLAMP if belief[who] > 0 else CLAMP}
            settled = _held(graph, turned).settle(n)
            tried.append((_value(graph, settled, goals, score, w), turned, settled))
        better = max(tried, key=lambda t: t[0], default=None)
        if better is None or better[0] <= best:
            break
        best, held, belief = better
    for who, weight in held.items():
        graph.anchor(who, math.copysign(w["turned"], weight))


def _held(graph: Graph, held: dict[int, float]) -> Graph:
    """Return the graph with some men held on a side."""
    copy = Graph(graph.anchors.copy(), graph.edges)
    for who, weight in held.items():
        copy.anchors[who] = weight
    return copy


def _beyond(belief: list[float], goals: Goals, score: Score) -> int:
    """How many goals the sides have beyond the final score."""
    made = Counter(sign * belief[who] > 0 for who, sign in goals)
    return max(0, made[True] - score[0]) + max(0, made[False] - score[1])


def _value(graph: Graph, belief: list[float], goals: Goals, score: Score, w: Mapping[str, float]) -> float:
    """How well sides agree with what speaks for them and with the score."""
    anchored = sum(weight * belief[i] for i, weight in graph.anchors.items() if i < len(belief))
    tied = sum(strength(weight) * belief[a] * belief[b] for (a, b), weight in graph.edges.items())
    return anchored + tied - w["beyond"] * _beyond(belief, goals, score)
