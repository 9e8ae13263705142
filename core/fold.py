"""From acts to incidents: each kind of act has one function that adds it to the attempt or goal under way."""

from __future__ import annotations

from core.acts import Act
from core.fold_goals import TELLS, on_ball, on_beat, on_brace, on_goal, on_own, on_score, on_state
from core.fold_shots import on_ago, on_attempt, on_block, on_chance, on_joy, on_off, on_pass, on_save, on_test, on_wood
from core.fold_state import Fold
from core.incidents import Goal
from core.reading import Reading

HANDLERS = {
    "attempt": on_attempt,
    "chance": on_chance,
    "off": on_off,
    "wood": on_wood,
    "block": on_block,
    "save": on_save,
    "pass": on_pass,
    "ago": on_ago,
    "joy": on_joy,
    "test": on_test,
    "goal": on_goal,
    "ball": on_ball,
    "state": on_state,
    "beat": on_beat,
    "score": on_score,
    "brace": on_brace,
    "own": on_own,
}
"""Kind of act → what it adds; other kinds only part what stands round them."""


def _another_time(f: Fold, goal: Goal, act: Act) -> bool:
    """Whether an act is dated otherwise than the goal under way, or dated behind one told in full without a time."""
    when = f.told_at(act)
    if goal.time >= 0:
        return when not in (-1, goal.time)
    return when >= 0 and act.sent > goal.sent and goal.who >= 0 and not goal.kinds.isdisjoint(TELLS)


def fold(r: Reading, acts: list[Act], time_at: dict[int, int], starts: dict[int, int]) -> Fold:
    """Read all acts in order; a gap between sentences or another time closes what is under way.

    ``time_at``: token → index of the time in force; ``starts``: token at which a time expression starts → its index.
    """
    f = Fold(r, acts, time_at, starts)
    sent = -1
    for act in acts:
        if act.sent != sent:
            if sent >= 0 and act.sent - sent > 1:
                f.flush()
            elif f.goal is not None and act.sent - f.goal.sent > 1:
                f.flush_goal()
            sent = act.sent
        if f.goal is not None and _another_time(f, f.goal, act):
            f.flush()
        if f.shot is not None and f.time(act.pos) not in (-1, f.shot.time):
            f.flush_shot()
        handler = HANDLERS.get(act.kind)
        if handler is not None:
            handler(f, act)
    f.flush()
    return f
