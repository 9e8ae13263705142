"""What a match sheet says, as plain dataclasses; every part knows its span in the pasted text."""

from __future__ import annotations

from dataclasses import dataclass, field

from core.schema import Score, Span


@dataclass(slots=True)
class SheetName:
    """A name as printed: ``text[start:end]`` of the pasted text."""

    text: str
    start: int
    end: int


@dataclass(slots=True)
class SheetMinute:
    """A minute of the match clock (1-120), stoppage time in ``added``; ``period`` 1-4 or None."""

    period: int | None
    minute: int
    added: int | None
    start: int
    end: int
    approx: bool = False


@dataclass(slots=True)
class SheetSub:
    """A substitution; a name that the sheet does not tell is None. ``side``: 0 home, 1 away, None unknown."""

    out: SheetName | None
    in_: SheetName | None
    minute: SheetMinute | None
    span: Span
    side: int | None = None


@dataclass(slots=True)
class SheetLineup:
    """The team block of one side."""

    team: SheetName | None
    formation: str | None = None
    starters: list[SheetName] = field(default_factory=list)
    bench: list[SheetName] = field(default_factory=list)
    coach: SheetName | None = None
    subs: list[SheetSub] = field(default_factory=list)
    side: int | None = None
    start: int = 0
    end: int = 0

    def people(self) -> list[SheetName]:
        """Return all footballers of the block, each once as printed there."""
        return self.starters + self.bench + [sub.in_ for sub in self.subs if sub.in_ is not None]


@dataclass(slots=True)
class SheetGoal:
    """A goal. ``side`` is the side that gets it (for an own goal not the player's)."""

    player: SheetName
    minute: SheetMinute | None
    side: int | None
    penalty: bool
    own_goal: bool
    span: Span


@dataclass(slots=True)
class SheetCard:
    """A card: ``yellow``, ``second_yellow`` or ``red``; ``side`` is the booked person's."""

    player: SheetName
    card: str
    minute: SheetMinute | None
    span: Span
    side: int | None = None


@dataclass(slots=True)
class SheetMissed:
    """A penalty not scored; ``side`` is the taker's."""

    player: SheetName | None
    goalkeeper: SheetName | None
    minute: SheetMinute | None
    span: Span
    side: int | None = None


@dataclass(slots=True)
class SheetDisallowed:
    """A goal not given; ``side`` is the scorer's."""

    player: SheetName | None
    minute: SheetMinute | None
    span: Span
    side: int | None = None


@dataclass(slots=True)
class Result:
    """A result line: "Milan-Atalanta 5-4 d.c.r. (1-1 d.t.s.)". ``start``/``end`` span the line's result part."""

    home: SheetName
    away: SheetName
    score: Score | None
    half_time: Score | None = None
    shootout: Score | None = None
    extra_time: bool = False
    awarded: bool = False
    start: int = 0
    end: int = 0
    scorers: Span | None = None
    """The bracket of scorers after the score, if there is one."""
    score_span: Span | None = None


@dataclass(slots=True)
class Sheet:
    """A whole match sheet. ``home``/``away`` are None where no team is named."""

    home: SheetName | None = None
    away: SheetName | None = None
    score: Score | None = None
    half_time: Score | None = None
    shootout: Score | None = None
    extra_time: bool = False
    awarded: bool = False
    """Given at the table ("0-3 a tavolino")."""
    score_span: Span | None = None
    lineups: list[SheetLineup] = field(default_factory=list)
    goals: list[SheetGoal] = field(default_factory=list)
    cards: list[SheetCard] = field(default_factory=list)
    subs: list[SheetSub] = field(default_factory=list)
    """Substitutions of both sides: those of the lineups and those told in a list of their own."""
    missed_penalties: list[SheetMissed] = field(default_factory=list)
    disallowed: list[SheetDisallowed] = field(default_factory=list)
    referee: SheetName | None = None
    officials: list[SheetName] = field(default_factory=list)
    attendance: int | None = None
    corners: Score | None = None
    added_time: tuple[int | None, int | None] | None = None
    """Minutes added to the first and the second half."""
    stadium: SheetName | None = None
    date: SheetName | None = None
    """The words of a date ("12 marzo 2021")."""
    competition: SheetName | None = None
    """The words of a heading that names a competition or a stage."""
    start: int = 0
    end: int = 0
