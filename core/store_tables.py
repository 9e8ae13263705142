"""The tables of the archive. The first schema and each change of it stand in ``core/migrations``."""

from __future__ import annotations

from sqlalchemy import (
    Boolean,
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    String,
    Table,
    Text,
    UniqueConstraint,
)

NAMING = {
    "ix": "ix_%(column_0_label)s",
    "uq": "uq_%(table_name)s_%(column_0_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}
metadata = MetaData(naming_convention=NAMING)


def _owner(table: str) -> Column[int]:
    """Return a column that dies with the row it points to."""
    return Column(
        f"{table[:-1]}_id", Integer, ForeignKey(f"{table}.id", ondelete="CASCADE"), nullable=False, index=True
    )


matches = Table(
    "matches",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("home", String),
    Column("away", String),
    Column("home_goals", Integer),
    Column("away_goals", Integer),
    Column("competition", String),
    Column("season", String),
    Column("round", String),
    Column("date", String(10)),
    Column("by_hand", Boolean, nullable=False, default=False),
)
"""One row per match that was played; one made ``by_hand`` takes no report of its own accord."""

reports = Table(
    "reports",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("match_id", Integer, ForeignKey("matches.id", ondelete="SET NULL"), index=True),
    Column("sha256", String(64), nullable=False, unique=True),
    Column("name", String),
    Column("reading", Text, nullable=False),
    Column("reader", String, nullable=False),
    Column("home", String, index=True),
    Column("away", String, index=True),
    Column("home_goals", Integer),
    Column("away_goals", Integer),
    Column("competition", String),
    Column("stage", String),
    Column("season", String, index=True),
    Column("round", String),
    Column("date", String(10), index=True),
    Column("stadium", String),
    Column("referee", String),
    Column("given", Text, nullable=False),
    Column("by_hand", Boolean, nullable=False, default=False),
    Column("saved_at", String(32), nullable=False),
    Column("deleted_at", String(32)),
)
"""One row per text. ``reading`` is the reader's JSON untouched, ``given`` what the user said when saving,
``by_hand`` that a person chose the match; all other columns, and the rows of events, mentions and lineups,
are derived from the corrected reading."""

people = Table(
    "people",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("name", String, nullable=False, index=True),
    Column("club", String, nullable=False),
    Column("season", String, nullable=False),
    Column("same_as", Integer, ForeignKey("people.id", ondelete="SET NULL")),
    UniqueConstraint("name", "club", "season"),
)
"""A person is (name, club, season); ``same_as`` joins two by hand."""

mentions = Table(
    "mentions",
    metadata,
    Column("id", Integer, primary_key=True),
    _owner("reports"),
    Column("person_id", Integer, ForeignKey("people.id", ondelete="SET NULL"), index=True),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("text", String, nullable=False),
    Column("label", String, nullable=False),
    Column("name", String, nullable=False, index=True),
    Column("team", String),
    Column("confidence", Float, nullable=False),
    Column("rule", String, nullable=False),
)

events = Table(
    "events",
    metadata,
    Column("id", Integer, primary_key=True),
    _owner("reports"),
    Column("key", String, nullable=False),
    Column("order", Integer, nullable=False),
    Column("type", String, nullable=False),
    Column("team", String),
    Column("period", Integer),
    Column("minute", Integer),
    Column("added", Integer),
    Column("approx", Boolean, nullable=False),
    Column("player", String, index=True),
    Column("penalty", Boolean, nullable=False),
    Column("own_goal", Boolean, nullable=False),
    Column("assist", String),
    Column("score_home", Integer),
    Column("score_away", Integer),
    Column("card", String),
    Column("player_in", String),
    Column("player_out", String),
    Column("result", String),
    Column("goalkeeper", String),
    Column("fouled", String),
    Column("fouler", String),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("confidence", Float, nullable=False),
    Column("rule", String, nullable=False),
    Index("ix_events_type_minute", "type", "minute"),
)
"""``score_home`` and ``score_away`` are the score after the event, where known."""

lineups = Table(
    "lineups",
    metadata,
    Column("id", Integer, primary_key=True),
    _owner("reports"),
    Column("team", String, nullable=False),
    Column("player", String, nullable=False, index=True),
    Column("starter", Boolean, nullable=False),
)

corrections = Table(
    "corrections",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("sha256", String(64), nullable=False, index=True),
    Column("target", String, nullable=False),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("kind", String, nullable=False),
    Column("who", String, nullable=False),
    Column("field", String, nullable=False),
    Column("old", Text, nullable=False),
    Column("value", Text, nullable=False),
    Column("reason", Text, nullable=False),
    Column("made_at", String(32), nullable=False),
    Column("undone_at", String(32)),
)
"""Anchored on (text, span, field), not on a row of a reading: they outlive a re-reading."""

aliases = Table(
    "aliases",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("written", String, nullable=False),
    Column("name", String, nullable=False),
    Column("club", String, nullable=False),
    Column("reason", Text, nullable=False),
    Column("made_at", String(32), nullable=False),
    Column("undone_at", String(32)),
)
"""Told once for the whole archive; an empty ``club`` means any side."""

merges = Table(
    "merges",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("kind", String, nullable=False),
    Column("name", String, nullable=False),
    Column("kept", String, nullable=False),
    Column("made_at", String(32), nullable=False),
    Column("undone_at", String(32)),
)
"""Told for the whole archive: the club or competition ``name`` is called ``kept``."""

lexicon_entries = Table(
    "lexicon_entries",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("kind", String, nullable=False),
    Column("entry", Text, nullable=False),
    Column("made_at", String(32), nullable=False),
    UniqueConstraint("kind", "entry"),
)
"""What users teach the lexicon: ``entry`` is a JSON object of the fields of that kind."""

revision = Table(
    "revision", metadata, Column("id", Integer, primary_key=True), Column("number", Integer, nullable=False)
)
"""One row; the number grows with every change, so that caches know when they are stale."""

SEARCH = "report_search"
"""The full-text index of SQLite: ``title`` and ``body`` by report number."""


def is_ours(name: str | None, kind: str, _parent: object = None) -> bool:
    """Tell tables of this file from those that SQLite keeps for its index."""
    return kind != "table" or not str(name).startswith(SEARCH)
