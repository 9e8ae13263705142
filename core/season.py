"""A season: stored reports, filtered, as the tables that the season page and the exports show."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, fields, replace
from datetime import date
from typing import Any, Literal

import pandas as pd

from core import season_tables as tables
from core.schema import MatchReport
from core.season_source import Frames, frames
from core.store import Store, StoredReport

OrderedBy = Literal["date", "round", "saved"]


@dataclass(frozen=True, slots=True)
class SeasonFilters:
    """What to look at; None is everything. ``venue`` needs a ``side``: her matches at home, or away."""

    season: str | None = None
    competition: str | None = None
    side: str | None = None
    venue: Literal["home", "away"] | None = None
    first: date | None = None
    last: date | None = None


@dataclass(frozen=True, slots=True)
class SeasonView:
    """The tables of the matches chosen.

    ``match_id`` and ``report_id`` lead from every row of ``matches`` and ``events`` to the report behind it.
    """

    matches: pd.DataFrame
    events: pd.DataFrame
    lineups: pd.DataFrame
    results: pd.DataFrame
    table: pd.DataFrame
    head_to_head: pd.DataFrame
    points: pd.DataFrame
    scorers: pd.DataFrame
    own_goals: pd.DataFrame
    assists: pd.DataFrame
    cards: pd.DataFrame
    substitutions: pd.DataFrame
    shots: pd.DataFrame
    goalkeepers: pd.DataFrame
    clean_sheets: pd.DataFrame
    quarters: pd.DataFrame
    referees: pd.DataFrame
    appearances: pd.DataFrame
    gaps: pd.DataFrame
    ordered_by: OrderedBy
    """What the order of the matches rests on; ``saved`` means that neither dates nor rounds are known for all."""

    def tables(self) -> dict[str, pd.DataFrame]:
        """Return the tables by name, without the raw frames: what an export writes."""
        raw = ("matches", "events", "lineups", "ordered_by")
        return {f.name: getattr(self, f.name) for f in fields(self) if f.name not in raw}


Source = Store | Frames | Iterable[MatchReport | StoredReport]


def season_frames(source: Source, filters: SeasonFilters | None = None) -> SeasonView:
    """Return the tables of a season.

    ``source`` is the archive, readings at hand, or the result of :func:`core.season_source.frames`, which
    is worth keeping between two clicks (its key is ``Store.revision``).
    """
    told = source if isinstance(source, Frames) else frames(source)
    wanted = filters or SeasonFilters()
    matches, ordered_by = _ordered(_chosen(told.matches, wanted))
    events = told.events[told.events["match_id"].isin(matches["match_id"])]
    lineups = told.lineups[told.lineups["match_id"].isin(matches["match_id"])]
    long = tables.sides(matches)
    own = long[long["team"] == wanted.side] if wanted.side else long
    league = long
    if wanted.side or wanted.venue:  # a table of one side's matches alone would say nothing
        league = tables.sides(_ordered(_chosen(told.matches, replace(wanted, side=None, venue=None)))[0])
    return SeasonView(
        matches=matches,
        events=events,
        lineups=lineups,
        results=matches[[c for c in RESULT_COLUMNS if c in matches]],
        table=tables.table(league),
        head_to_head=tables.head_to_head(own),
        points=tables.points_over_time(own),
        clean_sheets=tables.clean_sheets(own),
        quarters=tables.quarters(events),
        gaps=tables.gaps(matches, events, lineups),
        ordered_by=ordered_by,
        **counts(matches, events, lineups),
    )


def counts(matches: pd.DataFrame, events: pd.DataFrame, lineups: pd.DataFrame) -> dict[str, Any]:
    """Return the tables that count what happened in some matches, by the field of :class:`SeasonView`."""
    return {
        "scorers": tables.scorers(events),
        "own_goals": tables.own_goals(events),
        "assists": tables.assists(events),
        "cards": tables.cards(events),
        "substitutions": tables.substitutions(events),
        "shots": tables.shots(events),
        "goalkeepers": tables.goalkeepers(events),
        "referees": tables.referees(matches, events),
        "appearances": tables.appearances(lineups, events),
    }


RESULT_COLUMNS = (
    "date",
    "competition",
    "season",
    "round",
    "home",
    "away",
    "home_goals",
    "away_goals",
    "stadium",
    "referee",
    "reports",
    "match_id",
    "report_id",
)


def choices(source: Source) -> dict[str, list[str]]:
    """Return what can be filtered by: the seasons, competitions and sides of the archive."""
    matches = (source if isinstance(source, Frames) else frames(source)).matches
    both = pd.concat([matches["home"], matches["away"]])
    found = {"season": matches["season"], "competition": matches["competition"], "side": both}
    return {name: sorted(column.dropna().unique().tolist()) for name, column in found.items()}


def _chosen(matches: pd.DataFrame, f: SeasonFilters) -> pd.DataFrame:
    keep = pd.Series(True, index=matches.index)
    if f.season:
        keep &= matches["season"] == f.season
    if f.competition:
        keep &= matches["competition"] == f.competition
    if f.side:
        at_home, away = matches["home"] == f.side, matches["away"] == f.side
        keep &= at_home if f.venue == "home" else away if f.venue == "away" else at_home | away
    if f.first:
        keep &= matches["date"] >= pd.Timestamp(f.first)
    if f.last:
        keep &= matches["date"] <= pd.Timestamp(f.last)
    return matches[keep.fillna(False).astype(bool)]


def round_number(told: object) -> int | None:
    """Return the number in the name of a round: ``giornata 12`` is 12."""
    found = re.search(r"\d+", told) if isinstance(told, str) else None
    return int(found.group()) if found else None


def _ordered(matches: pd.DataFrame) -> tuple[pd.DataFrame, OrderedBy]:
    """Put matches in the order of play: by date, else by round, else as they were saved."""
    rounds = matches["round"].map(round_number).astype("Int64")
    by: OrderedBy = "saved"
    if not matches.empty and matches["date"].notna().all():
        by, ranks = "date", matches["date"]
    elif not matches.empty and rounds.notna().all():
        by, ranks = "round", rounds
    else:
        ranks = matches["match_id"]
    ordered = matches.assign(rank=ranks).sort_values(["rank", "match_id"]).drop(columns="rank")
    return ordered.assign(number=range(len(ordered))).reset_index(drop=True), by
