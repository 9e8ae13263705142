"""Stored or freshly read reports as three plain frames: matches, events, lineups; a match counts once."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

import pandas as pd
from sqlalchemy import select

from core import store_tables as t
from core.fusion_frames import fused
from core.fusion_match import Outline, goals_of, groups
from core.schema import Event, MatchReport
from core.season_sides import OF_EVENT, OF_LINEUP, set_apart
from core.store import Store, StoredReport
from core.store_rows import PERSON_FIELDS

MATCH = (
    "match_id",
    "report_id",
    "date",
    "round",
    "competition",
    "season",
    "home",
    "away",
    "home_goals",
    "away_goals",
    "stadium",
    "referee",
)
EVENT = tuple(c.name for c in t.events.c if c.name != "id")
LINEUP = ("report_id", "team", "player", "starter")
SIDES = ["match_id", "home", "away"]
COUNTS = ("home_goals", "away_goals", "minute", "added", "period", "score_home", "score_away")


@dataclass(frozen=True, slots=True)
class Frames:
    """``matches``: one row a match, with the report that tells it best; ``events``: what all its reports tell, once.

    ``report_id``, ``start`` and ``end`` of an event lead to words that tell it; ``lineups`` are the chosen report's.
    """

    matches: pd.DataFrame
    events: pd.DataFrame
    lineups: pd.DataFrame
    reports: pd.DataFrame
    """Every report with the match it tells: ``report_id``, ``match_id``."""


def frames(source: Store | Iterable[MatchReport | StoredReport]) -> Frames:
    """Bring an archive, or readings at hand, into frames."""
    return choose(_from_store(source) if isinstance(source, Store) else _from_reports(source))


def _from_store(store: Store) -> Frames:
    columns = [c for c in t.reports.c if c.name in MATCH] + [t.reports.c.id.label("report_id")]
    alive = t.reports.c.deleted_at.is_(None)
    of_alive = select(t.reports.c.id).where(alive)
    with store.engine.connect() as connection:
        matches = pd.read_sql(select(*columns).where(alive).order_by(t.reports.c.id), connection)
        events = pd.read_sql(
            select(*(t.events.c[n] for n in EVENT)).where(t.events.c.report_id.in_(of_alive)).order_by(t.events.c.id),
            connection,
        )
        lineups = pd.read_sql(
            select(*(t.lineups.c[n] for n in LINEUP)).where(t.lineups.c.report_id.in_(of_alive)), connection
        )
        joined = t.people.alias("joined")
        merged = connection.execute(
            select(t.people.c.name, joined.c.name.label("as")).join(joined, t.people.c.same_as == joined.c.id)
        ).all()
    names = {row[0]: row[1] for row in merged if row[0] != row[1]}
    if names:
        for column in PERSON_FIELDS:
            events[column] = events[column].replace(names)
        lineups["player"] = lineups["player"].replace(names)
    return _typed(matches, events, lineups)


def _from_reports(reports: Iterable[MatchReport | StoredReport]) -> Frames:
    rows: list[dict[str, object]] = []
    events: list[dict[str, object]] = []
    lineups: list[dict[str, object]] = []
    outlines: list[Outline] = []
    for number, given in enumerate(reports, start=1):
        report = given.report if isinstance(given, StoredReport) else given
        match = report.match
        home_goals, away_goals = match.score or (None, None)
        header = {k: getattr(match, k, None) for k in MATCH}
        row = {**header, "report_id": number, "home_goals": home_goals, "away_goals": away_goals, "round": None}
        if isinstance(given, StoredReport):
            said = given.summary
            row |= {"report_id": said.id, "round": said.round, "competition": said.competition, "season": said.season}
            row |= {"date": said.date.isoformat() if said.date else None}
        known = {k: str(row[k]) if row[k] else None for k in ("competition", "season", "date")}
        outlines.append(Outline(match.home, match.away, match.score, **known, goals=goals_of(report.events)))
        rows.append(row)
        events += [_event_row(e, int(str(row["report_id"]))) for e in report.events]
        for lineup in match.lineups:
            for starter, players in ((True, lineup.starters), (False, lineup.bench)):
                lineups += [
                    {"report_id": row["report_id"], "team": lineup.team, "player": p, "starter": starter}
                    for p in players
                ]
    for row, number in zip(rows, groups(outlines), strict=True):
        row["match_id"] = number
    return _typed(
        pd.DataFrame(rows, columns=list(MATCH)),
        pd.DataFrame(events, columns=list(EVENT)),
        pd.DataFrame(lineups, columns=list(LINEUP)),
    )


def _event_row(event: Event, report: int) -> dict[str, object]:
    home, away = event.score_after or (None, None)
    same = {k: getattr(event, k) for k in EVENT if k in Event.model_fields}
    return {**same, "report_id": report, "key": event.id, "score_home": home, "score_away": away}


def _typed(matches: pd.DataFrame, events: pd.DataFrame, lineups: pd.DataFrame) -> Frames:
    """Give every column its type, that an empty or unknown one too can be joined and grouped by."""
    matches = matches.reindex(columns=list(MATCH))
    matches["date"] = pd.to_datetime(matches["date"], errors="coerce")
    for frame in (matches, events, lineups):
        kinds = {c: _kind(c) for c in frame.columns if c != "date"}
        for column, kind in kinds.items():
            frame[column] = frame[column].astype(kind)  # type: ignore[call-overload]
    return Frames(matches, events, lineups, matches[["report_id", "match_id"]])


def _kind(column: str) -> str:
    if column in ("report_id", "match_id", "order", "start", "end"):
        return "int64"
    if column in COUNTS:
        return "Int64"
    if column in ("penalty", "own_goal", "approx", "starter"):
        return "bool"
    return "float64" if column == "confidence" else "str"


def choose(told: Frames) -> Frames:
    """Keep one row a match: of the report that tells its goals best, filled in and with events added by the others."""
    matches, events = told.matches, told.events
    goals = events[events["type"] == "goal"].groupby("report_id")
    facts = pd.DataFrame(
        {
            "told": goals.size(),
            "timed": goals["minute"].count(),
            "all": events.groupby("report_id").size(),
        }
    )
    rank = matches.join(facts, on="report_id").fillna({"told": 0, "timed": 0, "all": 0})
    rank["off"] = (rank["home_goals"] + rank["away_goals"] - rank["told"]).abs().astype("Float64").fillna(99)
    order = rank.sort_values(["off", "timed", "all", "report_id"], ascending=[True, False, False, True]).index
    ranked = matches.loc[order]
    # first() takes the first value that is there, so the chosen report speaks first and the others fill in
    filled = ranked.groupby("match_id", as_index=False, sort=False).first()
    best = ranked.drop_duplicates("match_id").set_index("match_id")["report_id"]
    filled["report_id"] = filled["match_id"].map(best)
    filled["reports"] = filled["match_id"].map(matches.groupby("match_id").size())
    filled = filled.sort_values(["date", "match_id"]).reset_index(drop=True)
    told_by = matches[["report_id", "match_id"]].merge(filled[SIDES], on="match_id")
    matches, events, lineups = set_apart(
        filled,
        (_of(fused(matches, events), told_by), OF_EVENT),
        (_of(told.lineups, filled[["report_id", *SIDES]]), OF_LINEUP),
    )
    return replace(told, matches=matches, events=events, lineups=lineups)


def _of(frame: pd.DataFrame, matches: pd.DataFrame) -> pd.DataFrame:
    return frame.merge(matches, on="report_id", how="inner")
