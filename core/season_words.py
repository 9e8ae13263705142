"""A season in words: the opening sentence, the titles of columns, what the reports do not tell."""

from __future__ import annotations

import pandas as pd

from core.i18n import mark, tr, trn
from core.season import SeasonView

COLUMNS = {
    "position": mark("#"),
    "team": mark("Side"),
    "player": mark("Player"),
    "opponent": mark("Opponent"),
    "goalkeeper": mark("Goalkeeper"),
    "referee": mark("Referee"),
    "date": mark("Date"),
    "competition": mark("Competition"),
    "season": mark("Season"),
    "round": mark("Round"),
    "home": mark("Home"),
    "away": mark("Away"),
    "score": mark("Score"),
    "reports": mark("Reports"),
    "stadium": mark("Ground"),
    "played": mark("Played"),
    "won": mark("W"),
    "drawn": mark("D"),
    "lost": mark("L"),
    "goals_for": mark("For"),
    "goals_against": mark("Against"),
    "goal_difference": mark("Diff."),
    "points": mark("Points"),
    "form": mark("Form"),
    "goals": mark("Goals"),
    "penalties": mark("Penalties"),
    "matches": mark("Matches"),
    "assists": mark("Assists"),
    "own_goals": mark("Own goals"),
    "yellow": mark("Yellow"),
    "second_yellow": mark("Second yellow"),
    "red": mark("Red"),
    "looming": mark("Next one is a ban"),
    "came_on": mark("Came on"),
    "went_off": mark("Went off"),
    "shots": mark("Shots"),
    "saved": mark("Saved"),
    "off_target": mark("Off target"),
    "blocked": mark("Blocked"),
    "woodwork": mark("Woodwork"),
    "saves": mark("Saves"),
    "penalties_saved": mark("Penalties saved"),
    "clean_sheets": mark("Clean sheets"),
    "started": mark("Started"),
    "unused": mark("Unused"),
    "quarter": mark("Quarter"),
    "home_played": mark("Played at home"),
    "home_points": mark("Points at home"),
    "away_played": mark("Played away"),
    "away_points": mark("Points away"),
    "name": mark("Name"),
    "saved_at": mark("Saved on"),
}
GAPS = {
    "goals_untold": mark("{count} of {of} goals are in the scores but told by no sentence"),
    "goals_without_minute": mark("{count} of {of} goals are told without a minute"),
    "goals_without_scorer": mark("{count} of {of} goals are told without a scorer"),
    "matches_without_score": mark("{count} of {of} matches have no final score"),
    "matches_without_date": mark("{count} of {of} matches have no date"),
    "matches_without_competition": mark("{count} of {of} matches have no competition"),
    "matches_without_referee": mark("{count} of {of} matches do not name the referee"),
    "matches_without_lineups": mark("{count} of {of} matches print no line-ups"),
}
MOST_LEADERS = 3
"""Players who scored most alike and are still named; more are no leader."""
OUTCOMES = {"W": mark("W"), "D": mark("D"), "L": mark("L")}


def title(column: str) -> str:
    """Return the title of a column in the language in use; an unknown column keeps its name."""
    return tr(COLUMNS[column]) if column in COLUMNS else column


def sentence(view: SeasonView, side: str | None) -> str:
    """Say the season in one sentence: matches, results, goals; without a side the leading scorer."""
    n = len(view.matches)
    matches = trn("{n} match", "{n} matches", n)
    if side:
        own = view.points[view.points["team"] == side]["outcome"].value_counts()
        row = view.clean_sheets[view.clean_sheets["team"] == side]
        goals = _goals_of(view.matches, side)
        words = tr(
            "{side}: {matches}, {won}, {drawn}, {lost}; {scored} and {conceded}.",
            side=side,
            matches=matches,
            won=trn("{n} won", "{n} won", int(own.get("W", 0))),
            drawn=trn("{n} drawn", "{n} drawn", int(own.get("D", 0))),
            lost=trn("{n} lost", "{n} lost", int(own.get("L", 0))),
            scored=trn("{n} goal for", "{n} goals for", goals[0]),
            conceded=trn("{n} against", "{n} against", goals[1]),
        )
        clean = int(row["clean_sheets"].sum())
        return words + (" " + trn("{n} clean sheet.", "{n} clean sheets.", clean) if clean else "")
    goals_all = int((view.matches["home_goals"] + view.matches["away_goals"]).fillna(0).sum())
    words = f"{matches}, {trn('{n} goal', '{n} goals', goals_all)}."
    top = view.scorers[view.scorers["goals"] == view.scorers["goals"].max()]
    if 0 < len(top) <= MOST_LEADERS and top.goals.iloc[0] > 1:
        leaders = [f"{player} ({team})" for player, team in zip(top.player, top.team, strict=True)]
        players = leaders[0]
        if len(leaders) > 1:
            players = tr("{names} and {last}", names=", ".join(leaders[:-1]), last=leaders[-1])
        most = int(top.goals.iloc[0])
        words += " " + trn(
            "Most goals: {players}, {goals}.",
            "Most goals: {players}, {goals} each.",
            len(leaders),
            players=players,
            goals=most,
        )
    return words


def _goals_of(matches: pd.DataFrame, side: str) -> tuple[int, int]:
    at_home, away = matches[matches["home"] == side], matches[matches["away"] == side]
    scored = at_home["home_goals"].sum() + away["away_goals"].sum()
    conceded = at_home["away_goals"].sum() + away["home_goals"].sum()
    return int(scored), int(conceded)


def gap_lines(view: SeasonView) -> list[str]:
    """Say what the reports do not tell, one line each; what is complete is left out."""
    rows = view.gaps[view.gaps["count"] > 0].to_dict("records")
    return [tr(GAPS[str(r["code"])], count=r["count"], of=r["of"]) for r in rows if r["code"] in GAPS]
