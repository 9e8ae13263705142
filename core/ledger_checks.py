"""What the clock and the score say of a goal that an account of the match takes on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from core.account import Telling, Time
from core.incidents import COUNTED
from core.ledger_entry import SOMEBODY, Entry
from core.schema import Score

if TYPE_CHECKING:
    from core.ledger import State

LISTED = "goal_list"
"""The kind of the words that name a man in a list of scorers."""


class Checks:
    """Weighs one more goal of an account by the clock, the running score, and what its words say it made of it."""

    home: str | None
    away: str | None
    w: dict[str, float]
    tellings: list[Telling]

    def _running(self, t: Telling, score: Score, new: bool) -> float:
        """Whether a written score is that which the goals so far make."""
        if t.score is None or t.source == "sheet":
            return 0.0
        if t.score == score:
            return self.w["running"]
        if t.score == score[::-1]:
            return self.w["running_turned"]
        return self.w["running_wrong"] if new else 0.0

    def _one_side(self, state: State, t: Telling, team: str | None, authors: dict[int, float]) -> float:
        """Nobody scores for both sides."""
        others = [e for e in state.entries if e.team != team and not t.own and not self._own(e)]
        return self.w["both_sides"] * sum(
            p * e.authors.get(who, 0.0) for e in others for who, p in authors.items() if who != SOMEBODY
        )

    def _own(self, entry: Entry) -> bool:
        return any(self.tellings[k].own for k in entry.tellings)

    def _listed(self, entry: Entry) -> bool:
        return any(listed(self.tellings[k]) for k in entry.tellings)

    def _reckoned(self, state: State, t: Telling, team: str | None) -> Score:
        """The running score behind a goal as the clock has it: goals dated later do not count."""
        earlier = [e.team for e in state.entries if not _later(e.time, t.time)]
        return earlier.count(self.home) + (team == self.home), earlier.count(self.away) + (team == self.away)

    def _turned(self, t: Telling, team: str | None, score: Score) -> float:
        """Whether a goal makes of the score what its words say: the lead, level, two or more."""
        if not t.turn:
            return 0.0
        own, other = score if team == self.home else score[::-1]
        return self.w[turned(t.turn, own, other)]

    def _clock(self, state: State, t: Telling) -> float:
        """The clock of a chronicle does not run backwards."""
        if t.source != "body" or t.time[0] is None:
            return 0.0
        if listed(t):
            return 0.0  # a list runs through the match by itself
        dated = [e.time for e in state.entries if e.time[0] is not None and not e.sheet and not self._listed(e)]
        back = any(_minute(time) > _minute(t.time) for time in dated[-1:])
        return self.w["backwards"] if back else 0.0


def listed(t: Telling) -> bool:
    """Whether a telling is an entry of a list of scorers."""
    return t.goal is not None and LISTED in t.goal.kinds


def turned(turn: str, own: int, other: int) -> str:
    """How well a goal after which its side has ``own`` goals and the other ``other`` is told as ``turn``.

    Where earlier goals may have been left out, it is too few for what the words say rather than wrong.
    """
    wanted = {"first": (own, other) == (1, 0), "level": own == other, "behind": own < other, "lead": own == other + 1}
    if wanted.get(turn, own == COUNTED.get(turn)):
        return "turned"
    few = own < COUNTED[turn] if turn in COUNTED else turn == "behind" or (turn == "lead" and own <= other)
    return "turned_few" if few else "turned_wrong"


def _later(one: Time, other: Time) -> bool:
    """Whether a time is surely behind another."""
    return one[0] is not None and other[0] is not None and _minute(one) > _minute(other)


def _minute(time: Time) -> int:
    return (time[0] or 0) + (time[1] or 0)
