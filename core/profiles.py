"""Players and matches across the archive: what each did, where, and the sentences that say so."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass

import pandas as pd
from sqlalchemy import select

from core import store_tables as t
from core.highlight import LINE, sentence_spans
from core.i18n import mark
from core.season_sides import club_of
from core.season_source import Frames
from core.store import Store

FIGURES = {
    "started": mark("Started"),
    "came_on": mark("Came on"),
    "went_off": mark("Went off"),
    "goals": mark("Goals"),
    "assists": mark("Assists"),
    "own_goals": mark("Own goals"),
    "disallowed": mark("Disallowed goals"),
    "shots": mark("Shots"),
    "penalties_won": mark("Penalties won"),
    "penalties_missed": mark("Penalties missed"),
    "penalties_conceded": mark("Penalties conceded"),
    "saves": mark("Saves"),
    "yellow": mark("Yellow"),
    "second_yellow": mark("Second yellow"),
    "red": mark("Red"),
    "injuries": mark("Injuries"),
}
"""What is counted of a person, in the order in which it is shown."""
FIRST_SHOWN = ("goals", "saves", "assists")
COLUMNS = ["name", "club", "figure", "match_id", "report_id", "key", "start", "end", "minute", "added", "penalty"]


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence of a report in three pieces; ``words`` are those that tell the event."""

    report_id: int
    before: str
    words: str
    after: str


def deeds(told: Frames) -> pd.DataFrame:
    """Return one row for everything a person did: ``COLUMNS``; a start in a line-up has no words of its own.

    ``club`` is the side the person plays for, which for own goals, saves and fouls is not the side of the event.
    """
    events = told.events
    other = events["home"].where(events["team"] == events["away"], events["away"])
    goal, card = events["type"] == "goal", events["type"] == "card"
    stopped = events["type"].isin(["shot", "penalty_missed"])
    change, penalty = events["type"] == "substitution", events["type"] == "penalty_awarded"
    picks = [
        ("goals", "player", goal & ~events["own_goal"], False),
        ("own_goals", "player", goal & events["own_goal"], True),
        ("assists", "assist", goal, False),
        ("disallowed", "player", events["type"] == "disallowed_goal", False),
        ("shots", "player", events["type"] == "shot", False),
        ("penalties_missed", "player", events["type"] == "penalty_missed", False),
        ("saves", "goalkeeper", stopped, True),
        ("penalties_won", "fouled", penalty, False),
        ("penalties_conceded", "fouler", penalty, True),
        ("came_on", "player_in", change, False),
        ("went_off", "player_out", change, False),
        ("injuries", "player", events["type"] == "injury", False),
        *(
            (colour, "player", card & (events["card"] == colour), False)
            for colour in ("yellow", "second_yellow", "red")
        ),
    ]
    parts = []
    for figure, role, chosen, against in picks:
        rows = events[chosen & events[role].notna()]
        club = other.loc[rows.index] if against else rows["team"]
        parts.append(rows.assign(name=rows[role], club=club, figure=figure)[COLUMNS])
    starts = told.lineups[told.lineups["starter"]]
    parts.append(starts.assign(name=starts["player"], club=starts["team"], figure="started").reindex(columns=COLUMNS))
    filled = [p for p in parts if len(p)]
    found = pd.concat(filled, ignore_index=True) if filled else pd.DataFrame(columns=COLUMNS)
    return found.merge(told.matches[["match_id", "season", "competition", "date"]], on="match_id", how="left")


def people(done: pd.DataFrame) -> pd.DataFrame:
    """Return the persons of whom anything is told, by name: clubs, seasons and number of matches."""
    if done.empty:
        return pd.DataFrame(columns=["name", "clubs", "seasons", "matches"])
    grouped = done.groupby("name")
    out = pd.DataFrame({"clubs": grouped["club"].agg(_listed), "seasons": grouped["season"].agg(_listed)})
    out["matches"] = grouped["match_id"].nunique()
    return out.reset_index().sort_values("name", ignore_index=True)


def _listed(column: pd.Series[str]) -> tuple[str, ...]:
    return tuple(sorted(column.dropna().unique()))


def of_person(done: pd.DataFrame, name: str, club: str | None = None, season: str | None = None) -> pd.DataFrame:
    """Return what one person did; namesakes are told apart by club and season."""
    chosen = done["name"] == name
    if club:
        chosen &= done["club"] == club
    if season:
        chosen &= done["season"] == season
    return done[chosen]


def figures(own: pd.DataFrame) -> dict[str, int]:
    """Count what a person did, in the order of ``FIGURES``; what never happened is left out."""
    counts = own["figure"].value_counts()
    return {figure: int(counts[figure]) for figure in FIGURES if figure in counts}


def matches_of(told: Frames, own: pd.DataFrame) -> pd.DataFrame:
    """Return the matches of a person, with a column for each figure."""
    counted = own.groupby(["match_id", "figure"]).size().unstack(fill_value=0)
    counted = counted[[f for f in FIGURES if f in counted]].reset_index()
    columns = ["match_id", "date", "competition", "home", "home_goals", "away_goals", "away"]
    return counted.merge(told.matches[columns], on="match_id").sort_values(["date", "match_id"], ignore_index=True)


@dataclass(frozen=True, slots=True)
class Entry:
    """A person as the archive keeps one: name, club, season, and the entry counted as the same person."""

    id: int
    name: str
    club: str
    season: str
    same_as: int | None

    def __str__(self) -> str:
        """Write what is known of the person."""
        return " · ".join(part for part in (self.name, self.club, self.season) if part)


def namesakes(store: Store, name: str, clubs: set[str]) -> tuple[list[Entry], list[Entry], list[Entry]]:
    """Return the entries of a person, those counted as this person, and others that may be the same by surname."""
    c = t.people.c
    like = select(t.people).where(c.name.icontains(name.split()[-1], autoescape=True)).order_by(c.name, c.club)
    with store.engine.connect() as connection:
        rows = [Entry(**row) for row in connection.execute(like).mappings()]
    by_id = {r.id: r for r in rows}
    own = {club_of(side) for side in clubs}
    mine = [r for r in rows if r.name == name and (not own or r.club in own)]
    merged = [r for r in rows if r.same_as in by_id and by_id[r.same_as].name == name]
    return mine, merged, [r for r in rows if r.name != name and r.same_as is None]


def sentence_round(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the whole sentences round ``start``–``end``, within the line."""
    line = next((m for m in LINE.finditer(text) if m.start() <= start < m.end()), None)
    if line is None:
        return start, end
    held = [s for s in sentence_spans(text, *line.span()) if s[0] < max(end, start + 1) and start < s[1]]
    return (held[0][0], held[-1][1]) if held else (start, end)


def passage(text: str, report: int, start: int, end: int) -> Passage:
    """Cut the sentence round some words out of a text."""
    first, last = sentence_round(text, start, end)
    end = min(max(end, start), last)
    return Passage(report, text[first:start].lstrip(), text[start:end], text[end:last].rstrip())


def texts(store: Store, reports: Iterable[int]) -> dict[int, str]:
    """Return the texts of some reports by number."""
    chosen = select(t.reports.c.id, t.reports.c.reading).where(t.reports.c.id.in_(sorted(set(reports))))
    with store.engine.connect() as connection:
        return {row.id: str(json.loads(row.reading)["text"]) for row in connection.execute(chosen)}


def passages(store: Store, rows: pd.DataFrame) -> list[Passage | None]:
    """Return for each row with ``report_id``, ``start`` and ``end`` its sentence; None where it has no words."""
    worded = rows["start"].notna()
    known = texts(store, rows.loc[worded, "report_id"].astype(int).tolist())
    found: list[Passage | None] = []
    for report, start, end in zip(rows["report_id"], rows["start"], rows["end"], strict=True):
        there = pd.notna(start) and int(report) in known
        found.append(passage(known[int(report)], int(report), int(start), int(end)) if there else None)
    return found
