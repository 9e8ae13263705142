"""The season page's parts: filters, the sentence with its strip of form, tables, charts, Excel."""

from __future__ import annotations

from datetime import date
from typing import Any

import pandas as pd
import streamlit as st

from core import charts_season as charts
from core.export import to_excel
from core.i18n import day_text, spoken, tr
from core.season import SeasonFilters, SeasonView, choices
from core.season_choice import Choice
from core.season_source import Frames
from core.season_words import OUTCOMES, title
from pages.widgets import html
from pages.widgets.linked import linked
from pages.widgets.matches import to_match, to_player
from pages.widgets.shell import colours

NARROW, LETTER, DAY = 54, 8, 96
"""Least width of a column of figures, what each letter of its title adds to the margins, and that of a day."""
MARGINS = 16
RESULT_WIDTHS = {"round": 70, "home": 112, "score": 62, "away": 112, "competition": 118}
"""Widths with which the columns of the results stand side by side."""
DATES = 250
"""Width of the field for two dates."""
ENOUGH_FOR_A_LINE = 3
"""Matches of one side from which points over time say something."""
ENOUGH_FOR_A_SEASON = 5
"""Matches, all of one side, that are looked at as the season of that side."""
KEPT_FILTERS = "season-filters-kept"
ROWS = 10
CUT = 36 + ROWS * 35 + 16
"""Height of a longer table: half a row shows that there is more."""


def filters(told: Frames) -> SeasonFilters:
    """Ask what to look at."""
    known = choices(told)
    asked: dict[str, Any] = {}
    venues = {"home": tr("at home"), "away": tr("away")}
    st.session_state.setdefault(KEPT_FILTERS, {"f-side": _whose(told)})
    left = _as_left({**known, "venue": list(venues)})
    with st.container(horizontal=True, vertical_alignment="bottom", key="season-filters"):
        for name in ("season", "competition", "side"):
            asked[name] = st.selectbox(
                title("team" if name == "side" else name),
                known[name],
                index=None,
                key=f"f-{name}",
                placeholder=tr("all"),
            )
        asked["venue"] = st.selectbox(
            tr("Venue"),
            list(venues),
            index=None,
            key="f-venue",
            placeholder=tr("all"),
            format_func=venues.__getitem__,
            disabled=not asked["side"],
            help=None if asked["side"] else tr("Choose a side first."),
        )
        dated = told.matches["date"].dropna()
        if len(dated):
            low, high = dated.min().date(), dated.max().date()
            left = left if all(low <= day <= high for day in left) else ()
            span = st.date_input(tr("Dates"), left, low, high, key="f-dates", format="DD/MM/YYYY", width=DATES)
            if isinstance(span, tuple) and len(span) == 2:
                asked |= {"first": span[0], "last": span[1]}
    if not asked["side"]:
        asked["venue"] = None
    return SeasonFilters(**asked)


def _whose(told: Frames) -> str | None:
    """Return the side that plays in every match, where there are enough of them: the season is read as its own."""
    played = pd.concat([told.matches["home"], told.matches["away"]]).value_counts()
    everywhere = played[played == len(told.matches)]
    return str(everywhere.index[0]) if len(everywhere) == 1 and len(told.matches) >= ENOUGH_FOR_A_SEASON else None


def _as_left(offered: dict[str, list[str]]) -> tuple[date, ...]:
    """Set the filters as they were left, where the archive still offers it; return the dates.

    A widget forgets its value when the page changes, and a match opened from here is looked at on another page.
    """
    kept = st.session_state[KEPT_FILTERS]
    for name, options in offered.items():
        key = f"f-{name}"
        if key in st.session_state:
            kept[key] = st.session_state[key]
        elif kept.get(key) in options:
            st.session_state[key] = kept[key]
    kept["f-dates"] = st.session_state.get("f-dates", kept.get("f-dates", ()))
    return tuple(kept["f-dates"])


def form_strip(view: SeasonView, side: str | None, words: str) -> None:
    """Show the season in one sentence and, for one side, its results as a strip."""
    steps = []
    if side:
        for row in view.points[view.points["team"] == side].to_dict("records"):
            match = view.matches[view.matches["match_id"] == row["match_id"]].iloc[0]
            day = day_text(match.date.date()) if pd.notna(match.date) else ""
            score = f"{match.home}–{match.away} {match.home_goals}–{match.away_goals}"
            steps.append(
                {
                    "cls": str(row["outcome"]).lower(),
                    "letter": tr(OUTCOMES[str(row["outcome"])]),
                    "title": f"{day} {score}".strip(),
                }
            )
    html.show("form.html", sentence=words, steps=steps)


def _table(frame: pd.DataFrame, columns: list[str], key: str, head: str, **more: Any) -> Any:  # noqa: ANN401
    st.subheader(head, anchor=False)
    kept = frame[[c for c in columns if c in frame]]
    numbers = {title(c): st.column_config.Column(width=_width(title(c))) for c in kept.select_dtypes("number")}
    more["column_config"] = numbers | more.get("column_config", {})
    shown = kept.rename(columns=title)
    size = "auto" if len(shown) <= ROWS else CUT
    return st.dataframe(shown, hide_index=True, key=key, height=size, placeholder="–", **more)


def _width(head: str) -> int:
    """Return the width of a column of figures: as narrow as its title allows."""
    return max(NARROW, LETTER * len(head) + MARGINS)


def _ticked(picked: Any, frame: pd.DataFrame) -> pd.Series[Any] | None:  # noqa: ANN401
    rows = picked["selection"]["rows"]
    return frame.iloc[rows[0]] if rows and rows[0] < len(frame) else None


def _players(frame: pd.DataFrame, columns: list[str], key: str, head: str) -> None:
    """Show a table of players; a click on one opens the profile."""
    picked = _table(frame, columns, f"{key}-{len(frame)}", head, on_select="rerun", selection_mode="single-row")
    if (row := _ticked(picked, frame)) is not None:
        to_player(str(row["player"]), str(row["team"]))


def results(view: SeasonView) -> None:
    """List the matches; a click on one opens it."""
    goals = view.results[["home_goals", "away_goals"]].astype("string")
    frame = view.results.assign(score=(goals["home_goals"] + "–" + goals["away_goals"]).fillna("?"))
    columns = [c for c in ("date", "round", "home", "score", "away", "competition") if frame[c].notna().any()]
    config = {title(c): st.column_config.Column(width=width) for c, width in RESULT_WIDTHS.items()}
    config[title("date")] = st.column_config.DateColumn(format="DD/MM/YYYY", width=DAY)
    picked = _table(
        frame,
        columns,
        f"results-{len(frame)}",
        tr("Results"),
        on_select="rerun",
        selection_mode="single-row",
        column_config=config,
    )
    st.caption(tr("Tick a match to open it."))
    if (row := _ticked(picked, frame)) is not None:
        to_match(int(row["match_id"]))


def mixed(view: SeasonView) -> bool:
    """Tell whether matches of several competitions or seasons stand together."""
    return view.matches[["competition", "season"]].drop_duplicates().shape[0] > 1


def league(view: SeasonView, wanted: SeasonFilters) -> None:
    """Show the table of the stored matches."""
    goals = view.table["goals_for"].astype("string") + "–" + view.table["goals_against"].astype("string")
    columns = ["team", "points", "played", "won", "drawn", "lost", "goals"]
    _table(view.table.assign(goals=goals), columns, "league", tr("Table"))
    if mixed(view) and not wanted.side:
        st.caption(tr("Several competitions or seasons are counted together: choose one above."))


def scorers(view: SeasonView) -> None:
    """Show goals with penalties apart, then assists."""
    _players(view.scorers, ["player", "team", "goals", "penalties"], "scorers", tr("Scorers"))
    if len(view.assists):
        _players(view.assists, ["player", "team", "assists"], "assists", tr("Assists"))
    st.caption(tr("Tick a player to open the profile."))


def discipline(view: SeasonView) -> None:
    """Show cards, and the rest of what players did."""
    if len(view.cards):
        cards = view.cards.assign(looming=view.cards["looming"].map({True: tr("yes"), False: ""}))
        _players(cards, ["player", "team", "yellow", "second_yellow", "red", "looming"], "cards", tr("Cards"))
    more = {
        tr("Substitutions"): view.substitutions,
        tr("Shots"): view.shots,
        tr("Goalkeepers"): view.goalkeepers,
        tr("Appearances"): view.appearances,
        tr("Clean sheets"): view.clean_sheets,
        tr("Referees"): view.referees,
        tr("Own goals"): view.own_goals,
        tr("Head to head"): view.head_to_head,
    }
    full = {name: frame for name, frame in more.items() if len(frame)}
    if full:
        st.subheader(tr("More tables"), anchor=False)
        chosen = st.selectbox(tr("More tables"), list(full), key="more", label_visibility="collapsed")
        frame = full[chosen]
        st.dataframe(
            frame.rename(columns=title),
            hide_index=True,
            key=f"more-{chosen}",
            height="auto" if len(frame) <= ROWS else CUT,
        )


def charts_row(view: SeasonView, wanted: SeasonFilters, choice: Choice) -> None:
    """Draw goals by quarter of an hour, who scored most, and points over time where there are enough matches."""
    played = view.points.groupby("team").size()
    comparable = wanted.side or not mixed(view)
    lines = bool(comparable and len(played) and played.max() >= ENOUGH_FOR_A_LINE)
    columns = st.columns(3 if lines else 2, gap="medium")
    with columns[0]:
        linked(charts.goals_by_quarter(view.quarters, wanted.side, colours(), choice), "quarter", wanted)
    if len(view.scorers):
        with columns[1]:
            linked(charts.scorers(view.scorers, colours(), choice), "scorer", wanted)
    if lines:
        with columns[2]:
            own = [wanted.side] if wanted.side else view.table["team"].head(4).tolist()
            st.altair_chart(charts.points_over_time(view.points, own, colours()), theme=None, key="points")
            if view.ordered_by == "saved":
                st.caption(tr("Some dates are missing: the matches stand in the order in which they were saved."))


def excel(view: SeasonView) -> None:
    """Offer all tables as one Excel file, made when asked for."""
    st.download_button(
        tr("All tables (Excel)"),
        spoken(lambda: to_excel(view.tables(), title)),
        "cronaca.xlsx",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        on_click="ignore",
        icon=":material/download:",
        type="tertiary",
        key="excel",
    )
