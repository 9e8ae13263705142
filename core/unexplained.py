"""Times under which nothing was read: a report dates what happened, and where the score lacks a goal it may be that."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from core.goal_odds import FAILED
from core.incidents import Goal
from core.items import Item
from core.reading import Reading
from core.scenes import players
from core.told import Told
from core.vocabulary import words
from core.walk_words import denied

DATING = ("absolute", "delta", "lapse", "start", "after", "from_end", "stoppage", "of_goal")
"""Kinds of expressions of time by which a report dates what happened."""
BESIDE = 3
"""Tokens round the words for a change in which its time stands."""
TOLD_WELL = 0.5
"""The weight from which on a card or change happened in its sentence."""


def unexplained(r: Reading, sentences: list[list[Item]], told: Told) -> list[Goal]:
    """Each time that stands over players, and over nothing that the reader has words for, as a goal that may be told.

    Needs ``told`` with all but these; ``r.walk`` holds the acts.
    """
    under: dict[int, list[Item]] = defaultdict(list)
    for items in sentences:
        for it in items:
            if (m := told.time_at.get(it.a, -1)) >= 0:
                under[m].append(it)
    explained = {told.time_at.get(pos, -1) for pos in _told_at(r, told)} | {g.time for g in (*told.goals, *told.maybe)}
    explained |= {m for m, moment in enumerate(told.moments) if _of_change(r, told, moment.a)}
    out = []
    for m, items in sorted(under.items()):
        moment = told.moments[m]
        if m in explained or moment.minute is None or moment.expr.kind not in DATING or not players(r, items):
            continue
        if any(it.low in words("frames").no_goal_there for it in items) or _missed(items):
            continue
        at = next((it for it in reversed(items) if it.finite), items[-1])
        out.append(Goal(pos=at.a, end=at.b, sent=r.toks[at.a].sent, kinds={"dated_only"}, time=m))
    return out


def _missed(items: list[Item]) -> bool:
    """Whether a goal is only near, wanted or denied: "Rossi arriva vicino al vantaggio"."""
    nouns = (k for k, it in enumerate(items) if it.has("goal_noun", "state_noun"))
    return any(denied(items, k, words("frames")) is not None for k in nouns)


def _of_change(r: Reading, told: Told, at: int) -> bool:
    """Whether a time stands in or beside the words for a change: "Rossi, inserito al 55' per Neri, …"."""
    return any(
        c.weight >= TOLD_WELL and c.pos - BESIDE <= at < c.end + BESIDE and r.toks[c.pos].sent == r.toks[at].sent
        for c in told.changes
    )


def _told_at(r: Reading, told: Told) -> Iterator[int]:
    """The tokens at which something is told that was no goal."""
    yield from (s.pos for s in told.shots if s.result is not None)
    yield from (a.pos for a in r.walk if a.kind in FAILED or (a.kind == "beat" and a.bound))
    yield from (b.pos for b in told.cards if b.weight >= TOLD_WELL)
    yield from (c.pos for c in told.changes if c.weight >= TOLD_WELL)
    yield from (pos for _, pos, _ in (*told.injuries, *told.disallowed))
    for p in told.penalties:
        yield from (p.award_pos, p.kick_pos)
