"""What acts add up to: goals and attempts, each told once, before the ledger weighs them."""

from __future__ import annotations

from dataclasses import dataclass, field

COUNTED = {"two": 2, "three": 3, "four": 4, "five": 5}
"""What a goal may be told as → how many goals its side has then."""


@dataclass(slots=True)
class Goal:
    """A goal told once: a candidate that the ledger may take."""

    who: int = -1
    team: str | None = None
    assist: int = -1
    pos: int = 0
    end: int = 0
    sent: int = 0
    weight: float = 0.0
    own: bool = False
    score: tuple[int, int] | None = None
    kinds: set[str] = field(default_factory=set)
    """Categories of the words that tell it."""
    time: int = -1
    """Index into the reading's times, -1 for none."""
    keeper: int = -1
    near: int = -1
    """Who had the ball where the words name nobody."""
    state: str = ""
    """What became of the score: level, more or behind."""
    turn: str = ""
    """What the words say that it made of the score: first, lead, level, behind, two, three, four or five."""
    counted: bool = False
    """``team`` follows from the running score."""
    sure: bool = False
    """Whether the words name ``who`` as the author."""
    signs: dict[str, float] = field(default_factory=dict)
    """What speaks for and against the words telling a goal of this match (:mod:`core.goal_odds`)."""
    shot: Shot | None = None
    """The attempt whose end is not told, where that is all the words tell."""
    authors: dict[int, dict[str, float]] = field(default_factory=dict)
    """Player → what speaks for and against his being the author (:mod:`core.authors`)."""


@dataclass(slots=True)
class Shot:
    """An attempt that was no goal."""

    who: int = -1
    result: str | None = None
    keeper: int = -1
    pos: int = 0
    end: int = 0
    sent: int = 0
    weight: float = 1.0
    real: bool = True
    noun: bool = False
    """Told by a noun ("il tiro di X"), which may speak of an attempt that was told before."""
    bound: bool = False
    passer: int = -1
    clause: int = 0
    time: int = -1
    undated: bool = False
    """Whether the time in force at its words dates something else."""
    loose: bool = False
    """Whether the words for its end leave open how it ended: "spreca", "tiro debole"."""
    tried: bool = False
    """Whether its words tell an attempt even where its end is not told."""
