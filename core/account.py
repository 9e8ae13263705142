"""What the ledger reconciles: one goal as one part of the text tells it, and the account of all its tellings."""

from __future__ import annotations

from dataclasses import dataclass, field

from core.incidents import Goal
from core.schema import Score

Time = tuple[int | None, int | None, bool]
"""(minute, added, approx)."""
SOURCES = {"sheet": 0, "body": 1, "lead": 2}
"""The parts of the text that tell goals, in the order in which they are believed."""
ABOUT = 6
"""Minutes by which times may differ where one is about."""


@dataclass(slots=True)
class Telling:
    """One goal as one part of the text tells it."""

    team: str | None
    time: Time
    period: int | None
    odds: float
    """Log-odds that the words tell a goal of this match."""
    pos: int
    end: int
    source: str
    """sheet, body or lead."""
    sent: int = -1
    firm: bool = True
    """Whether the time stands beside the words rather than in force from further back."""
    authors: dict[int, float] = field(default_factory=dict)
    """Player → the probability that he is the author; what is missing to 1 is for somebody whom no words name."""
    home: dict[int, float] = field(default_factory=dict)
    """Player → the probability that the goal is the home side's if he is the author."""
    penalty: bool = False
    own: bool = False
    score: Score | None = None
    goal: Goal | None = None
    step: int = 0
    """1 or 2 where its sentence tells two things, one after the other."""

    @property
    def turn(self) -> str:
        """What the words say that the goal made of the score, "" where they do not."""
        return self.goal.turn if self.goal is not None and not self.own else ""

    @property
    def likeliest(self) -> int:
        """The player who is the likeliest author, -1 for nobody."""
        return max(self.authors, key=lambda who: self.authors[who], default=-1)


@dataclass(slots=True)
class Account:
    """One goal with all its tellings."""

    tellings: list[Telling] = field(default_factory=list)
    who: int = -1
    """The author."""
    team: str | None = None
    """The side that gets the goal."""
    odds: float = 0.0

    @property
    def own(self) -> bool:
        """Whether it is an own goal: as the sheet says, else as the telling that is surest."""
        best = max(self.tellings, key=lambda t: (t.source == "sheet", t.penalty, t.odds), default=None)
        return best is not None and best.own

    @property
    def time(self) -> Time:
        """The most exact time of all tellings."""
        times = [
            t.time
            for t in sorted(self.tellings, key=lambda t: (t.source != "sheet", not t.firm, t.source != "body"))
            if t.time[0] is not None
        ]
        exact = [t for t in times if not t[2]]
        return exact[0] if exact else times[0] if times else (None, None, False)


def compatible(a: Time, b: Time, slack: int = 0) -> bool:
    """Whether two times can be one; exact ones may differ by ``slack`` minutes."""
    if a[0] is None or b[0] is None:
        return True
    x, y = a[0] + (a[1] or 0), b[0] + (b[1] or 0)
    return abs(x - y) <= (ABOUT if a[2] or b[2] else slack)
