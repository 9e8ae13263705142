"""What the components hand on to one another: the state of one reading, on plain lists."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from core.clean import View
from core.graph import Graph
from core.knowledge import Lexicon
from core.schema import Event, Match, OtherMatch, Section
from core.sheet_model import Sheet
from core.tokens import Tok

if TYPE_CHECKING:
    from core.acts import Act
    from core.items import Item
    from core.told import Told


@dataclass(slots=True)
class Name:
    """A name found in the view: tokens ``[a, b)``, what it names and why we think so."""

    a: int
    b: int
    text: str
    key: str
    """Folded surface: forms with one key are one type."""
    label: str = ""
    name: str = ""
    team: str | None = None
    person: int = -1
    """Index into ``Reading.people``."""
    confidence: float = 0.9
    rule: str = ""
    adjective: bool = False
    """A colour or demonym that qualifies a noun: a vote for a side, no mention."""


@dataclass(slots=True)
class Human:
    """One person of the text under all the forms of the name."""

    id: int
    name: str
    label: str
    forms: set[str] = field(default_factory=set)
    team: str | None = None
    goalkeeper: float = 0.0
    position: str = ""
    nationality: str = ""
    number: int | None = None
    rule: str = ""
    confidence: float = 0.9
    lineup: bool = False
    full: str = ""
    """The full name that the squads of the two sides know."""


@dataclass(slots=True)
class Reading:
    """The state of one reading. Each component fills in what its docstring names."""

    text: str
    view: View
    lex: Lexicon
    squads: bool = True
    season: str | None = None
    toks: list[Tok] = field(default_factory=list)
    sentences: list[tuple[int, int]] = field(default_factory=list)
    continued: set[int] = field(default_factory=set)
    """Sentences that go on with the subject of the one before (:mod:`core.time_clauses`)."""
    sections: list[Section] = field(default_factory=list)
    sheets: list[Sheet] = field(default_factory=list)
    names: list[Name] = field(default_factory=list)
    people: list[Human] = field(default_factory=list)
    match: Match = field(default_factory=Match)
    gender: str = "m"
    scores: dict[tuple[int, int], float] = field(default_factory=dict)
    """Hypotheses of the final score with their weights."""
    others: list[OtherMatch] = field(default_factory=list)
    events: list[Event] = field(default_factory=list)
    graph: Graph = field(default_factory=Graph)
    belief: dict[int, float] = field(default_factory=dict)
    """Person → from -1 (away) to 1 (home)."""
    told: Told = None  # type: ignore[assignment]
    """What the prose tells, before it is reconciled; set by `calcio_events`."""
    items: list[list[Item]] = field(default_factory=list)
    """The items of each sentence (:mod:`core.items`); none of sentences that are not read for events."""
    walk: list[Act] = field(default_factory=list)
    """The acts of the prose in text order (:mod:`core.walk`)."""

    @property
    def sides(self) -> tuple[str | None, str | None]:
        """(home, away)."""
        return self.match.home, self.match.away

    def other(self, team: str | None) -> str | None:
        """Return the opponent of ``team``."""
        if team is None:
            return None
        return self.match.away if team == self.match.home else self.match.home if team == self.match.away else None
