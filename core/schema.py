"""The vocabulary: labels, event types and the models of one reading. Imports nothing of ours.

Offsets are character offsets into ``MatchReport.text`` (half-open). Minutes are minutes of the match
clock, 1 to 120, with stoppage time apart in ``added``.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Any

from pydantic import BaseModel, ConfigDict, Field

SCHEMA_VERSION = 1

Span = tuple[int, int]
Clock = tuple[int, int]
"""(minute, added minutes)."""
Score = tuple[int, int]
"""(home, away)."""


class Label(StrEnum):
    """What a mention names."""

    PLAYER = "PLAYER"  # footballer of one of the two sides
    COACH = "COACH"  # head coach or assistant of one of the two sides
    REFEREE = "REFEREE"  # referee, assistants, VAR and fourth officials
    TEAM = "TEAM"  # any club or national side, nicknames and epithets included
    STADIUM = "STADIUM"
    COMPETITION = "COMPETITION"
    PLACE = "PLACE"
    PERSON = "PERSON"  # anybody else


class EventType(StrEnum):
    """What can happen in a match."""

    GOAL = "goal"
    DISALLOWED_GOAL = "disallowed_goal"
    PENALTY_AWARDED = "penalty_awarded"
    PENALTY_MISSED = "penalty_missed"
    CARD = "card"
    SUBSTITUTION = "substitution"
    SHOT = "shot"
    INJURY = "injury"


class Card(StrEnum):
    """The colour of a card."""

    YELLOW = "yellow"
    SECOND_YELLOW = "second_yellow"
    RED = "red"


class ShotResult(StrEnum):
    """How an attempt ended that was no goal."""

    SAVED = "saved"
    OFF_TARGET = "off_target"
    BLOCKED = "blocked"
    WOODWORK = "woodwork"


class SectionKind(StrEnum):
    """What a stretch of the pasted text is."""

    HEADLINE = "headline"
    PROSE = "prose"
    LIVE = "live"
    SHEET = "tabellino"
    RATINGS = "pagelle"
    FURNITURE = "furniture"  # share buttons, captions, bylines: not read
    OTHER_MATCH = "other_match"


class _Model(BaseModel):
    model_config = ConfigDict(extra="forbid", use_enum_values=True)


class Source(_Model):
    """Where a text came from."""

    name: str | None = None
    sha256: str = ""


class Section(_Model):
    """A stretch of the text and what it is."""

    kind: SectionKind
    start: int
    end: int


class Lineup(_Model):
    """The eleven and the bench of one side, as printed."""

    team: str
    formation: str | None = None
    starters: list[str] = Field(default_factory=list)
    bench: list[str] = Field(default_factory=list)


class Rating(_Model):
    """A player's mark in the ratings of the text."""

    player: str
    team: str | None = None
    mark: float
    start: int
    end: int


class Match(_Model):
    """The match: what the head of a match sheet would say. Unknown is None."""

    home: str | None = None
    away: str | None = None
    score: Score | None = None
    half_time: Score | None = None
    shootout: Score | None = None
    competition: str | None = None
    stage: str | None = None
    season: str | None = None
    date: str | None = None
    stadium: str | None = None
    referee: str | None = None
    home_coach: str | None = None
    away_coach: str | None = None
    attendance: int | None = None
    lineups: list[Lineup] = Field(default_factory=list)


class OtherMatch(_Model):
    """Another match told in the same text."""

    home: str
    away: str
    score: Score | None = None
    start: int
    end: int


class Mention(_Model):
    """A name in the text. ``name`` is the canonical name, ``team`` the side of a person."""

    start: int
    end: int
    text: str
    label: Label
    name: str
    team: str | None = None
    entity: str = ""
    confidence: float = 1.0
    rule: str = ""


class Event(_Model):
    """Something that happened, with the words that say so.

    ``minute`` is None where the text tells no time; ``earliest``/``latest`` then hold what can be
    known. ``because`` maps a field to the span of the words it was read from.
    """

    id: str = ""
    order: int = 0
    type: EventType
    team: str | None = None
    period: int | None = None
    minute: int | None = None
    added: int | None = None
    approx: bool = False
    earliest: Clock | None = None
    latest: Clock | None = None
    player: str | None = None
    penalty: bool = False
    own_goal: bool = False
    assist: str | None = None
    score_after: Score | None = None
    card: Card | None = None
    player_in: str | None = None
    player_out: str | None = None
    result: ShotResult | None = None
    goalkeeper: str | None = None
    fouled: str | None = None
    fouler: str | None = None
    start: int = 0
    end: int = 0
    evidence: list[Span] = Field(default_factory=list)
    because: dict[str, Span] = Field(default_factory=dict)
    confidence: float = 1.0
    rule: str = ""
    alternative: str | None = None
    """In words: the reading that came second, if one was near."""


class Doubt(_Model):
    """Something the reader is not sure of. ``code`` is stable, ``message`` is English."""

    code: str
    message: str
    events: list[str] = Field(default_factory=list)
    start: int | None = None
    end: int | None = None
    values: dict[str, Any] = Field(default_factory=dict)
    """What a translated message needs."""


class MatchReport(_Model):
    """One reading of one text: the JSON contract."""

    schema_version: int = SCHEMA_VERSION
    source: Source = Field(default_factory=Source)
    text: str
    match: Match = Field(default_factory=Match)
    other_matches: list[OtherMatch] = Field(default_factory=list)
    mentions: list[Mention] = Field(default_factory=list)
    events: list[Event] = Field(default_factory=list)
    sections: list[Section] = Field(default_factory=list)
    ratings: list[Rating] = Field(default_factory=list)
    warnings: list[Doubt] = Field(default_factory=list)
