"""Acts: who does what in a clause, and which words of the action lexicon tell which act."""

from __future__ import annotations

from dataclasses import dataclass

from core.reading import Reading
from core.vocabulary import words

KINDS = (
    ("attempt_verb", "attempt"),
    ("attempt_noun", "attempt"),
    ("goal_verb", "goal"),
    ("goal_ball", "ball"),
    ("goal_noun", "goal"),
    ("state_verb", "state"),
    ("state_team", "state"),
    ("state_noun", "state"),
    ("beat_verb", "beat"),
    ("test_verb", "test"),
    ("save_verb", "save"),
    ("save_noun", "save"),
    ("stop_words", "save"),
    ("answer_noun", "test"),
    ("wall_noun", "test"),
    ("off_words", "off"),
    ("wood_noun", "wood"),
    ("wood_words", "wood"),
    ("block_verb", "block"),
    ("block_words", "block"),
    ("pass_verb", "pass"),
    ("pass_noun", "pass"),
    ("own_goal", "own"),
    ("disallowed", "disallowed"),
    ("offside", "offside"),
    ("allowed", "allowed"),
    ("joy", "joy"),
    ("memory", "memory"),
    ("ago", "ago"),
    ("rebound", "rebound"),
    ("brace_noun", "brace"),
    ("brace_verb", "brace"),
    ("thanks_verb", "goal"),
    ("reply_verb", "state"),
    ("free_kick", "free_kick"),
    ("chance_verb", "chance"),
    ("manner", "chance"),
)
"""(category of the action lexicon, kind of act), in the order in which one word makes its acts."""

STRONGER = {
    "attempt_verb": ("goal_verb", "off_words", "goal_ball", "neutral", "wood_words", "save_verb", "test_verb"),
    "save_verb": ("goal_verb", "block_verb", "block_words", "test_verb", "goal_ball"),
    "pass_verb": (
        "goal_verb",
        "attempt_verb",
        "state_verb",
        "save_verb",
        "test_verb",
        "answer_noun",
        "off_words",
        "block_words",
    ),
    "pass_noun": ("goal_ball", "offside"),
    "beat_verb": ("goal_verb", "test_verb", "pass_verb"),
    "save_noun": ("block_verb", "block_words"),
    "answer_noun": ("block_words", "wall_noun", "wood_words", "off_words"),
    "manner": ("attempt_noun", "attempt_verb", "neutral"),
    "off_words": ("goal_verb", "pass_verb"),
    "goal_verb": ("off_words", "attempt_noun", "pass_verb"),
    "wood_words": ("goal_ball", "goal_verb", "off_words", "block_words"),
    "wood_noun": ("goal_ball", "goal_verb", "off_words"),
    "state_noun": ("neutral",),
    "state_team": ("neutral",),
    "goal_noun": ("own_goal", "disallowed", "neutral"),
    "disallowed": ("state_verb", "allowed"),
    "offside": ("allowed", "disallowed"),
    "joy": ("goal_verb",),
}
"""Category → the categories that a longer phrase at the same word tells instead."""

SHOOTER = ("attempt", "off", "wood", "goal", "state", "ball", "beat", "test")
"""Acts of a player who is no goalkeeper."""


@dataclass(slots=True)
class Act:
    """One thing done or told in a clause, at tokens ``[pos, end)`` of sentence ``sent``."""

    kind: str
    pos: int
    end: int
    sent: int
    who: int = -1
    whom: int = -1
    passer: int = -1
    team: str | None = None
    score: tuple[int, int] | None = None
    category: str = ""
    """The category of the words that tell it; "" for acts that follow from others and for written scores."""
    low: str = ""
    """The first of these words."""
    real: bool = True
    bound: bool = False
    """Whether ``who`` stands beside the words rather than being carried over."""
    clause: int = 0
    near: int = -1
    """Who has the ball when the words name nobody."""
    strong: bool = True
    group: bool = False
    """Done together with the act before: what comes of it comes of both."""

    @property
    def verbal(self) -> bool:
        """Whether a verb tells it."""
        return self.category.endswith("_verb")


def count_of(r: Reading, act: Act) -> int:
    """How many goals words like "tripletta" promise."""
    said, v = {t.low for t in r.toks[act.pos : act.end]}, words("frames")
    return 4 if said & v.four_goals else 3 if said & v.three_goals else 2
