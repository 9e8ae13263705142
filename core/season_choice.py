"""A bar that was chosen in a chart of the season: what the tables show of it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

import pandas as pd

from core import season_tables as tables
from core.season import SeasonView, counts

Goals = Literal["goals_for", "goals_against"]


@dataclass(frozen=True, slots=True)
class Choice:
    """What was chosen: a quarter of an hour (``?`` for goals without a minute), a scorer, or both."""

    quarter: str | None = None
    goals: Goals = "goals_for"
    """Of a quarter: the goals of the side looked at, or those against it."""
    player: str | None = None
    team: str | None = None
    """The side of the player: namesakes are apart."""

    def __bool__(self) -> bool:
        return self.quarter is not None or self.player is not None


def narrowed(view: SeasonView, choice: Choice, side: str | None = None) -> SeasonView:
    """Return the tables for what was chosen.

    A quarter keeps the matches with a goal in it and what happened in it; a scorer keeps the matches in which he
    scored, with all that happened there. The table, the points and what the charts show stay whole.
    """
    events, hits = view.events, view.events[view.events["type"] == "goal"]
    if choice.quarter is not None:
        clock = zip(events["minute"].astype(object), events["period"].astype(object), strict=True)
        events = events[[tables.quarter(m, p) == choice.quarter for m, p in clock]]
        hits = events[events["type"] == "goal"]
        if side:
            hits = hits[(hits["team"] == side) == (choice.goals == "goals_for")]
    if choice.player is not None:
        hits = hits[(hits["player"] == choice.player) & (hits["team"] == choice.team) & ~hits["own_goal"]]
    matches = view.matches[view.matches["match_id"].isin(hits["match_id"])]
    return _of(view, matches, events[events["match_id"].isin(matches["match_id"])])


def _of(view: SeasonView, matches: pd.DataFrame, events: pd.DataFrame) -> SeasonView:
    """The tables of some matches and some of their events."""
    lineups = view.lineups[view.lineups["match_id"].isin(matches["match_id"])]
    return replace(
        view,
        matches=matches,
        events=events,
        lineups=lineups,
        results=view.results[view.results["match_id"].isin(matches["match_id"])],
        **counts(matches, events, lineups),
    )
