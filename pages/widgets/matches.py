"""Matches of the archive on the page: picking one by address or by hand, its account, links between profiles."""

from __future__ import annotations

from typing import Any

import pandas as pd
import streamlit as st

from core.fusion_store import Told, tell
from core.i18n import day_text, tr
from core.profiles import deeds
from core.season_source import Frames
from pages.widgets import html, state
from pages.widgets.archive import frames, open_report

UNSCORED = "?"


@st.cache_data(max_entries=64, show_spinner=False)
def _told(url: str, revision: int, numbers: tuple[int, ...]) -> Told:
    return tell(state.store(), list(numbers))


def account(told: Frames, match: int) -> Told:
    """Return the account of a match; made anew only when the archive has changed."""
    numbers = told.reports.loc[told.reports["match_id"] == match, "report_id"]
    return _told(state.store().url, state.store().revision(), tuple(int(n) for n in numbers))


@st.cache_data(max_entries=2, show_spinner=False)
def _deeds(url: str, revision: int) -> pd.DataFrame:
    return deeds(frames())


def everything_done() -> pd.DataFrame:
    """Return what every person did in every match of the archive."""
    return _deeds(state.store().url, state.store().revision())


def score_text(row: dict[str, Any]) -> str:
    """Write the score of a match of the frames."""
    goals = (row["home_goals"], row["away_goals"])
    return UNSCORED if any(pd.isna(g) for g in goals) else "{}–{}".format(*map(int, goals))


def match_title(row: dict[str, Any]) -> str:
    """Write ``Milan–Atalanta 1–2, 10 gennaio 2024``."""
    sides = "–".join("?" if pd.isna(row[side]) else str(row[side]) for side in ("home", "away"))
    day = "" if pd.isna(row["date"]) else day_text(row["date"].date())
    words = f"{sides} {score_text(row)}"
    return f"{words}, {day}" if day else words


def titles(told: Frames, only: pd.Series[int] | None = None) -> dict[int, str]:
    """Return the matches of the archive, or some of them, by number, in order, as they are called."""
    chosen = told.matches if only is None else told.matches[told.matches["match_id"].isin(only)]
    rows = chosen.to_dict("records")
    return {int(r["match_id"]): match_title({str(k): v for k, v in r.items()}) for r in rows}


def from_address(name: str) -> str:
    """Return a value of the address, empty if it is not there."""
    return str(st.query_params.get(name, ""))


def pick_match(named: dict[int, str], label: str) -> int | None:
    """Let a match be chosen; the address names the choice and follows it."""
    asked = from_address("match")
    numbers = list(named)
    at = numbers.index(int(asked)) if asked.isdecimal() and int(asked) in named else None
    if asked and at is None:
        st.caption(tr("The match of this address is not in the archive, or not on this page."))
    chosen = st.selectbox(label, numbers, at, format_func=named.__getitem__, key=f"pick-match-{asked}", placeholder="–")
    if chosen is not None and str(chosen) != asked:
        st.query_params["match"] = str(chosen)
        st.rerun()
    return chosen


def to_match(match: int) -> None:
    """Go to the profile of a match."""
    st.switch_page("pages/match.py", query_params={"match": str(match)})


def to_player(name: str, club: str | None = None) -> None:
    """Go to the profile of a player."""
    st.switch_page("pages/player.py", query_params={"name": name} | ({"club": club} if club else {}))


def open_at(number: int, event: str | None = None) -> None:
    """Open a report, with one of its events chosen."""
    opened = state.store().load(number).report
    state.put(opened, "archive")
    if event and any(e.id == event for e in opened.events):
        state.choose(event)
    st.switch_page("pages/report.py", query_params={"report": str(number)})


def report_name(told: Told, number: int) -> str:
    """Return what a report is called: its file, or its number."""
    return told.reports[number].summary.name or tr("report {n}", n=number)


def no_reports() -> None:
    """Say what to do where nothing is saved yet."""
    st.header(tr("Nothing is saved yet"), anchor=False)
    st.write(tr("Import reports in the archive, or read one and press Save; then this page has something to show."))
    with st.container(horizontal=True):
        if st.button(tr("To the archive"), type="primary", key="to-archive"):
            st.switch_page("pages/archive.py")
        if st.button(tr("Read a report"), key="to-report", type="tertiary"):
            st.switch_page("pages/report.py")


def show_rows(rows: list[Any], sources: list[tuple[str, str]], side_by_side: bool) -> None:
    """Show facts in words: in columns, one a report, or as a list with their sentences folded away."""
    html.show("compare.html" if side_by_side else "facts.html", rows=rows, sources=sources)


__all__ = [
    "account", "everything_done", "frames", "from_address", "match_title", "no_reports", "open_at", "open_report",
    "pick_match", "report_name", "score_text", "show_rows", "titles", "to_match", "to_player",
]  # fmt: skip
