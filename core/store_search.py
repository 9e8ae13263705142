"""Searching the archive: words in the texts, and events by what they are."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any, Literal

from sqlalchemy import ColumnElement, Connection, and_, func, or_, select, text

from core import store_tables as t
from core.errors import StoreError
from core.schema import EventType
from core.store import Store
from core.store_rows import PERSON_FIELDS

SNIPPET_WORDS = 24
MOST = 200
MARK = ("\x02", "\x03")
"""Stand round a found word in what SQLite returns; no text that people read holds them."""
State = Literal["ahead", "level", "behind"]


@dataclass(frozen=True, slots=True)
class Hit:
    """A report that holds the words. ``parts`` is a piece of its text; True marks the words found."""

    report_id: int
    home: str | None
    away: str | None
    date: str | None
    parts: list[tuple[str, bool]]


@dataclass(frozen=True, slots=True)
class EventHit:
    """An event that was asked for; ``start`` and ``end`` are its words in the text of the report."""

    report_id: int
    key: str
    home: str | None
    away: str | None
    date: str | None
    type: str
    team: str | None
    player: str | None
    minute: int | None
    added: int | None
    start: int
    end: int


def search_text(store: Store, query: str, limit: int = MOST) -> list[Hit]:
    """Return the reports that hold all words of ``query``, the fittest first; words may be beginnings of words."""
    words = re.findall(r"\w+", query)
    if not words:
        return []
    with store.engine.connect() as connection:
        if store.engine.dialect.name == "sqlite":
            return _by_index(connection, words, limit)
        return _by_like(connection, words, limit)


def _by_index(connection: Connection, words: list[str], limit: int) -> list[Hit]:
    # quoted, so that AND, NOT, NEAR and the like are words as any other
    asked = " ".join(f'"{word}"*' for word in words)
    rows = connection.execute(
        text(
            f"SELECT r.id, r.home, r.away, r.date, snippet({t.SEARCH}, 1, :a, :b, '…', :n) AS piece "
            f"FROM {t.SEARCH} JOIN reports r ON r.id = {t.SEARCH}.rowid "
            f"WHERE {t.SEARCH} MATCH :asked AND r.deleted_at IS NULL ORDER BY {t.SEARCH}.rank, r.id LIMIT :limit"
        ),
        {"a": MARK[0], "b": MARK[1], "n": SNIPPET_WORDS, "asked": asked, "limit": limit},
    )
    return [Hit(r.id, r.home, r.away, r.date, _parts(r.piece)) for r in rows]


def _parts(piece: str) -> list[tuple[str, bool]]:
    parts, marked = [], False
    for part in re.split(f"[{''.join(MARK)}]", piece):
        if part:
            parts.append((part, marked))
        marked = not marked
    return parts


def _by_like(connection: Connection, words: list[str], limit: int) -> list[Hit]:
    holds = and_(*(func.lower(t.reports.c.reading).contains(word.lower(), autoescape=True) for word in words))
    chosen = select(t.reports).where(holds, t.reports.c.deleted_at.is_(None)).order_by(t.reports.c.id).limit(limit)
    return [Hit(r.id, r.home, r.away, r.date, []) for r in connection.execute(chosen)]


def search_events(
    store: Store,
    kind: EventType | None = None,
    person: str | None = None,
    goalkeeper: str | None = None,
    team: str | None = None,
    first: int | None = None,
    last: int | None = None,
    state: State | None = None,
    limit: int = MOST,
) -> list[EventHit]:
    """Return the events that fit everything asked, by date.

    ``person`` and ``goalkeeper`` may be parts of names; ``first`` and ``last`` are minutes of the match clock;
    ``state`` is how the side of the event stands after it, which is known of goals.
    """
    e, r = t.events.c, t.reports.c
    asked: list[ColumnElement[Any]] = [r.deleted_at.is_(None)]
    if kind:
        asked.append(e.type == str(EventType(kind)))
    if person:
        asked.append(or_(*(e[field].icontains(person, autoescape=True) for field in PERSON_FIELDS)))
    if goalkeeper:
        asked.append(e.goalkeeper.icontains(goalkeeper, autoescape=True))
    if team:
        asked.append(e.team == team)
    if first is not None:
        asked.append(e.minute >= first)
    if last is not None:
        asked.append(e.minute <= last)
    if state:
        asked.append(_state(state))
    columns = (e.report_id, e.key, r.home, r.away, r.date, e.type, e.team, e.player, e.minute, e.added, e.start, e.end)
    joined = select(*columns).select_from(t.events.join(t.reports, t.reports.c.id == e.report_id))
    with store.engine.connect() as connection:
        rows = connection.execute(joined.where(*asked).order_by(r.date, r.id, e.order).limit(limit)).mappings()
        return [EventHit(**row) for row in rows]


def _state(state: State) -> ColumnElement[Any]:
    e, r = t.events.c, t.reports.c
    if state == "level":
        return e.score_home == e.score_away
    if state not in ("ahead", "behind"):
        raise StoreError(f"no state {state!r}; allowed are ahead, level, behind")
    home_leads, away_leads = e.score_home > e.score_away, e.score_home < e.score_away
    if state == "behind":
        home_leads, away_leads = away_leads, home_leads
    return or_(and_(e.team == r.home, home_leads), and_(e.team == r.away, away_leads))
