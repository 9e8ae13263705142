"""The tables of a season, each from matches and events in frames. Pure functions; nothing here reads a store."""

from __future__ import annotations

import pandas as pd

WIN, DRAW = 3, 1
QUARTERS = ("1-15", "16-30", "31-45", "46-60", "61-75", "76-90", "91-105", "106-120")
NO_MINUTE = "?"
"""The quarter of goals whose minute the reports do not tell: shown, never left out."""
SUSPENDED_AT = (5, 10, 14, 17, 19)
"""Yellow cards in one Serie A season after which a match is missed."""
FORM = 5


def sides(matches: pd.DataFrame) -> pd.DataFrame:
    """Return two rows a match with a score: the match as each side sees it, in the order of play."""
    played = matches.dropna(subset=["home", "away", "home_goals", "away_goals"])
    views = []
    for venue, other in (("home", "away"), ("away", "home")):
        renamed = {venue: "team", other: "opponent", f"{venue}_goals": "scored", f"{other}_goals": "conceded"}
        views.append(played.rename(columns=renamed).assign(venue=venue))
    both = pd.concat(views, ignore_index=True)
    balance = both["scored"] - both["conceded"]
    both["outcome"] = balance.map(lambda b: "W" if b > 0 else "D" if b == 0 else "L").astype("object")
    both["points"] = both["outcome"].map({"W": WIN, "D": DRAW, "L": 0}).astype("Int64")
    return both.sort_values("number", kind="stable").reset_index(drop=True)


def table(long: pd.DataFrame) -> pd.DataFrame:
    """Return the league table; ties are broken as in Serie A: matches between the tied, then goals."""
    long = long[["team", "opponent", "venue", "outcome", "points", "scored", "conceded"]]
    out = pd.DataFrame({"played": long.groupby("team").size()})
    for letter, name in (("W", "won"), ("D", "drawn"), ("L", "lost")):
        out[name] = long[long["outcome"] == letter].groupby("team").size()
    grouped = long.groupby("team")
    out["goals_for"], out["goals_against"] = grouped["scored"].sum(), grouped["conceded"].sum()
    out["goal_difference"] = out["goals_for"] - out["goals_against"]
    out["points"] = grouped["points"].sum()
    for venue in ("home", "away"):
        here = long[long["venue"] == venue].groupby("team")
        out[f"{venue}_played"], out[f"{venue}_points"] = here.size(), here["points"].sum()
    out["form"] = grouped["outcome"].agg(lambda letters: "".join(letters.tail(FORM)))
    counts = [c for c in out.columns if c != "form"]
    out[counts] = out[counts].fillna(0).astype(int)
    between = _between_the_tied(out, long)
    out["between_points"], out["between_goals"] = between["points"], between["goals"]
    out = out.reset_index().sort_values(
        ["points", "between_points", "between_goals", "goal_difference", "goals_for", "team"],
        ascending=[False, False, False, False, False, True],
    )
    out = out.drop(columns=["between_points", "between_goals"]).reset_index(drop=True)
    out.insert(0, "position", range(1, len(out) + 1))
    return out


def _between_the_tied(standing: pd.DataFrame, long: pd.DataFrame) -> pd.DataFrame:
    """Return points and goal difference among equals; nought until all of them have met twice."""
    between = pd.DataFrame({"points": 0, "goals": 0}, index=standing.index)
    for _, teams in standing.groupby("points").groups.items():
        if len(teams) < 2:
            continue
        own = long[long["team"].isin(teams) & long["opponent"].isin(teams)]
        if len(own) != 2 * len(teams) * (len(teams) - 1):
            continue
        grouped = own.groupby("team")
        between.loc[teams, "points"] = grouped["points"].sum()
        between.loc[teams, "goals"] = grouped["scored"].sum() - grouped["conceded"].sum()
    return between


def head_to_head(long: pd.DataFrame) -> pd.DataFrame:
    """Return the balance of each side against each opponent."""
    grouped = long.groupby(["team", "opponent"])
    out = pd.DataFrame({"played": grouped.size(), "goals_for": grouped["scored"].sum()})
    out["goals_against"] = grouped["conceded"].sum()
    for letter, name in (("W", "won"), ("D", "drawn"), ("L", "lost")):
        out[name] = long[long["outcome"] == letter].groupby(["team", "opponent"]).size()
    return out.fillna(0).astype(int).reset_index()


def points_over_time(long: pd.DataFrame) -> pd.DataFrame:
    """Return for each side its points after each of its matches; ``match`` counts them from 1."""
    out = long[["team", "opponent", "venue", "date", "round", "match_id", "report_id", "outcome"]].copy()
    grouped = long.groupby("team")
    out["match"] = grouped.cumcount() + 1
    out["points"] = grouped["points"].cumsum().astype(int)
    return out


def clean_sheets(long: pd.DataFrame) -> pd.DataFrame:
    """Return the matches of each side without a goal against."""
    grouped = long.assign(clean=long["conceded"] == 0).groupby("team")["clean"]
    out = pd.DataFrame({"clean_sheets": grouped.sum().astype(int), "played": grouped.size()})
    return _ranked(out.reset_index(), "clean_sheets")


def _ranked(frame: pd.DataFrame, *by: str) -> pd.DataFrame:
    """Sort by counts, the greatest first, then by name."""
    names = [c for c in ("player", "goalkeeper", "team", "referee") if c in frame]
    ascending = [False] * len(by) + [True] * len(names)
    return frame.sort_values([*by, *names], ascending=ascending).reset_index(drop=True)


def _counts(keys: list[str], **columns: pd.DataFrame) -> pd.DataFrame:
    """Count rows by key in each frame, side by side; a key that a frame lacks counts nought there."""
    counted = {name: f[keys].dropna().groupby(keys).size() for name, f in columns.items()}
    out = pd.DataFrame(counted)
    out.index = out.index.set_names(keys)
    return out.fillna(0).astype(int).reset_index()


def _of(events: pd.DataFrame, kind: str) -> pd.DataFrame:
    return events[events["type"] == kind]


def scorers(events: pd.DataFrame) -> pd.DataFrame:
    """Return goals by player, penalties apart; own goals count for nobody here."""
    goals = _of(events, "goal")
    goals = goals[~goals["own_goal"]]
    out = _counts(
        ["player", "team"],
        goals=goals,
        penalties=goals[goals["penalty"]],
        matches=goals.drop_duplicates(["player", "team", "match_id"]),
    )
    return out.sort_values(["goals", "penalties", "player"], ascending=[False, True, True]).reset_index(drop=True)


def own_goals(events: pd.DataFrame) -> pd.DataFrame:
    """Return own goals by player; ``opponent`` is the side that got them."""
    goals = _of(events, "goal")
    goals = goals[goals["own_goal"]].rename(columns={"team": "opponent"})
    return _ranked(_counts(["player", "opponent"], own_goals=goals), "own_goals")


def assists(events: pd.DataFrame) -> pd.DataFrame:
    """Return assists by player."""
    goals = _of(events, "goal").drop(columns="player").rename(columns={"assist": "player"})
    return _ranked(_counts(["player", "team"], assists=goals), "assists")


def cards(events: pd.DataFrame) -> pd.DataFrame:
    """Return cards by player; ``looming``: the next yellow card costs a match, as far as the reports tell.

    Only single yellow cards count towards a suspension, not those of a player sent off for two in that match.
    """
    shown = _of(events, "card")
    keys = ["player", "team"]
    by_colour = {c: shown[shown["card"] == c] for c in ("yellow", "second_yellow", "red")}
    sent_off = by_colour["second_yellow"][[*keys, "match_id"]].drop_duplicates().assign(off=True)
    single = by_colour["yellow"].merge(sent_off, on=[*keys, "match_id"], how="left")
    out = _counts(keys, **by_colour, counting=single[single["off"].isna()])
    out["looming"] = (out["counting"] + 1).isin(SUSPENDED_AT) | (out["counting"] >= SUSPENDED_AT[-1])
    return _ranked(out.drop(columns="counting"), "red", "second_yellow", "yellow")


def substitutions(events: pd.DataFrame) -> pd.DataFrame:
    """Return how often each player came on and went off."""
    changes = _of(events, "substitution").drop(columns="player")
    on = changes.rename(columns={"player_in": "player"})
    off = changes.rename(columns={"player_out": "player"})
    return _ranked(_counts(["player", "team"], came_on=on, went_off=off), "came_on", "went_off")


def shots(events: pd.DataFrame) -> pd.DataFrame:
    """Return attempts that were no goals, by player and by how they ended."""
    tried = _of(events, "shot")
    results = ("saved", "off_target", "blocked", "woodwork")
    by_result = {result: tried[tried["result"] == result] for result in results}
    return _ranked(_counts(["player", "team"], shots=tried, **by_result), "shots")


def goalkeepers(events: pd.DataFrame) -> pd.DataFrame:
    """Return saves by goalkeeper, penalties among them apart; ``team`` is his own side."""
    stopped = events[events["type"].isin(["shot", "penalty_missed"])].dropna(subset=["goalkeeper"])
    own = stopped["home"].where(stopped["team"] == stopped["away"], stopped["away"])
    stopped = stopped.assign(team=own)
    saves = {"saves": stopped, "penalties_saved": _of(stopped, "penalty_missed")}
    return _ranked(_counts(["goalkeeper", "team"], **saves), "saves")


def quarter(minute: float | None, period: float | None) -> str:
    """Return the quarter of an hour of a minute; added time belongs to the quarter it prolongs."""
    if minute is None or pd.isna(minute):
        return NO_MINUTE
    last = 6 if period is None or pd.isna(period) or period <= 2 else len(QUARTERS)
    return QUARTERS[min((int(minute) - 1) // 15, last - 1)]


def quarters(events: pd.DataFrame) -> pd.DataFrame:
    """Return goals for and against by side and quarter of an hour; ``?`` holds those without a minute."""
    goals = _of(events, "goal")
    clock = zip(goals["minute"].astype(object), goals["period"].astype(object), strict=True)
    goals = goals.assign(quarter=pd.Series([quarter(m, p) for m, p in clock], index=goals.index, dtype="object"))
    other = goals["home"].where(goals["team"] == goals["away"], goals["away"])
    conceded = goals.assign(team=other)
    out = _counts(["team", "quarter"], goals_for=goals, goals_against=conceded)
    grid = pd.MultiIndex.from_product([sorted(set(out["team"])), [*QUARTERS, NO_MINUTE]], names=["team", "quarter"])
    out = out.set_index(["team", "quarter"]).reindex(grid, fill_value=0).reset_index()
    # extra time only where somebody scored in it
    played = out.groupby("quarter")[["goals_for", "goals_against"]].transform("sum").sum(axis=1) > 0
    return out[played | ~out["quarter"].isin(QUARTERS[6:])].reset_index(drop=True)


def referees(matches: pd.DataFrame, events: pd.DataFrame) -> pd.DataFrame:
    """Return for each referee matches, cards and penalties given, as far as the reports tell."""
    who = matches[["match_id", "referee"]].dropna()
    told = events.merge(who, on="match_id")
    shown = _of(told, "card")
    out = _counts(
        ["referee"],
        matches=who,
        yellow=shown[shown["card"] == "yellow"],
        red=shown[shown["card"] != "yellow"],
        penalties=_of(told, "penalty_awarded"),
    )
    return _ranked(out, "matches")


def appearances(lineups: pd.DataFrame, events: pd.DataFrame) -> pd.DataFrame:
    """Return starts, entries and unused benches by player, from the matches whose lineups are printed."""
    changes = _of(events, "substitution").drop(columns="player").rename(columns={"player_in": "player"})
    entered = changes.dropna(subset=["player"]).drop_duplicates(["player", "team", "match_id"])
    keys = ["player", "team", "match_id"]
    bench = lineups[~lineups["starter"]].merge(entered[keys].assign(entered=True), on=keys, how="left")
    unused = bench[bench["entered"].isna()]
    out = _counts(["player", "team"], started=lineups[lineups["starter"]], came_on=entered, unused=unused)
    out.insert(2, "played", out["started"] + out["came_on"])
    return _ranked(out, "played", "started")


def gaps(matches: pd.DataFrame, events: pd.DataFrame, lineups: pd.DataFrame) -> pd.DataFrame:
    """Return what the reports do not tell: a code, how many, of how many, and in which matches."""
    goals = _of(events, "goal")
    told = goals.groupby("match_id").size().reindex(matches["match_id"]).fillna(0).to_numpy()
    scored = (matches["home_goals"] + matches["away_goals"]).astype("Float64")
    lacking = (scored - told).clip(lower=0).fillna(0)
    with_lineup = matches["match_id"].isin(lineups["match_id"])
    rows: list[tuple[str, int, int, list[int]]] = [
        ("goals_untold", int(lacking.sum()), int(scored.sum()), matches.loc[lacking > 0, "match_id"].tolist()),
        _gap("goals_without_minute", goals, goals["minute"].isna()),
        _gap("goals_without_scorer", goals, goals["player"].isna()),
        _gap("matches_without_score", matches, matches["home_goals"].isna()),
        _gap("matches_without_date", matches, matches["date"].isna()),
        _gap("matches_without_competition", matches, matches["competition"].isna()),
        _gap("matches_without_referee", matches, matches["referee"].isna()),
        _gap("matches_without_lineups", matches, ~with_lineup),
    ]
    return pd.DataFrame(rows, columns=["code", "count", "of", "match_ids"])


def _gap(code: str, frame: pd.DataFrame, lacks: pd.Series[bool]) -> tuple[str, int, int, list[int]]:
    return code, int(lacks.sum()), len(frame), sorted(set(frame.loc[lacks, "match_id"].tolist()))
