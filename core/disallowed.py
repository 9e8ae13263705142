"""Goals that were not given: they take back the goal or attempt that the words before them told."""

from __future__ import annotations

from core.acts import Act
from core.reading import Reading
from core.told import Told
from core.vocabulary import words

GOAL = ("goal", "ball", "state", "beat")
"""Acts without one of which nothing was there to disallow."""
TRIED = ("goal", "beat", "attempt", "state", "off", "wood")
"""Acts whose author may be whose goal was not given."""
BEHIND, DATIVE = 25, 4
"""Tokens by which an attempt, and "a X", may stand behind the words."""
TO = ("a", "ad", "di", "al")


def take_away(r: Reading, acts: list[Act], told: Told) -> None:
    """Note goals that were not given in ``told`` and take away the goals and attempts that they were."""
    seen: set[int] = set()
    for act in acts:
        if act.kind != "disallowed" or act.sent in seen or act.sent - 1 in seen:
            continue
        near = [a for a in acts if _beside(r, act, a.sent, a.pos)]
        for_goal = any(a.kind in GOAL or (a.kind == "attempt" and a.sent == act.sent) for a in near)
        if not for_goal and not act.low.startswith(tuple(words("frames").annulled)):
            continue
        tried = [a for a in near if a.kind in TRIED and a.who >= 0 and a.pos <= act.end + BEHIND]
        here = [a for a in tried if a.sent == act.sent] or tried
        who = _author(r, act, here)
        if who < 0:
            continue
        seen.add(act.sent)
        told.disallowed.append((who, min((a.pos for a in here), default=act.pos), act.end))
        for goals in (told.goals, told.maybe):
            goals[:] = [g for g in goals if not (g.who in (who, -1) and _beside(r, act, g.sent, g.pos))]
        told.shots = [s for s in told.shots if not (s.who == who and _beside(r, act, s.sent, s.pos))]


def _beside(r: Reading, act: Act, sent: int, pos: int) -> bool:
    """Whether something is told in the sentence of an act or the one before it, in the same paragraph."""
    return act.sent - 1 <= sent <= act.sent and r.toks[pos].line == r.toks[act.pos].line


def _author(r: Reading, act: Act, here: list[Act]) -> int:
    """Whose goal was not given: "annullato a X", whoever had just scored or tried, or who is named; -1 for nobody."""
    named = [
        n for n in r.names if n.person >= 0 and r.toks[n.a].sent == act.sent and r.people[n.person].label == "PLAYER"
    ]
    dative = [
        n
        for n in named
        if act.end <= n.a <= act.end + DATIVE
        and r.toks[n.a - 1].low in TO
        and r.toks[n.a - 2].low not in words("frames").against_goal
    ]
    if dative:
        return dative[0].person
    if here:
        return ([a for a in here if a.bound] or here)[-1].who
    return next((n.person for n in named if r.people[n.person].goalkeeper < 1), -1)
