"""Linked charts of the season: a bar that is clicked narrows the tables; what is chosen is shown and can be let go."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import streamlit as st

from core.i18n import tr
from core.season import SeasonFilters
from core.season_choice import Choice

KEPT = "season-choice"
TURN = "season-charts"
"""Counts up where a choice is let go: a chart forgets its selection only by being a new one."""


def choice_for(wanted: SeasonFilters) -> Choice:
    """Return what is chosen; other filters let it go, for the bar may not be there any more."""
    filters, choice = st.session_state.get(KEPT, (wanted, Choice()))
    return choice if filters == wanted else Choice()


def _keep(wanted: SeasonFilters, choice: Choice) -> None:
    st.session_state[KEPT] = (wanted, choice)


def linked(chart: Any, name: str, wanted: SeasonFilters) -> None:  # noqa: ANN401
    """Show a chart whose bars (parameter ``name``) can be chosen."""
    key = f"{name}-{st.session_state.get(TURN, 0)}"

    def clicked() -> None:
        points = st.session_state[key]["selection"].get(name) or []
        if points:
            _keep(wanted, taken(choice_for(wanted), points[0]))

    st.altair_chart(chart, theme=None, key=key, on_select=clicked, selection_mode=name)


def taken(choice: Choice, bar: dict[str, Any]) -> Choice:
    """Return a choice with a bar added: its quarter with the kind of goals, or its scorer."""
    if "part" in bar:
        return replace(choice, quarter=bar["part"], goals=bar["code"])
    return replace(choice, player=bar["player"], team=bar["team"])


def _let_go(wanted: SeasonFilters, choice: Choice) -> None:
    st.session_state[TURN] = st.session_state.get(TURN, 0) + 1
    _keep(wanted, choice)


def chosen_bars(choice: Choice, wanted: SeasonFilters) -> None:
    """Say what is chosen, each with a way to let it go; without a choice, that bars can be chosen."""
    if not choice:
        st.caption(tr("Click a bar, and the tables show only the matches behind it."))
        return
    with st.container(horizontal=True, vertical_alignment="center", key="season-choice-shown"):
        st.caption(tr("The tables show only"), width="content")
        if choice.quarter is not None:
            less = replace(choice, quarter=None)
            st.button(_quarter(choice, wanted), icon=":material/close:", key="less-quarter", on_click=_let_go,
                      args=(wanted, less), help=tr("Show all again"))  # fmt: skip
        if choice.player is not None:
            less = replace(choice, player=None, team=None)
            st.button(tr("matches in which {player} scored", player=choice.player), icon=":material/close:",
                      key="less-scorer", on_click=_let_go, args=(wanted, less), help=tr("Show all again"))  # fmt: skip


def _quarter(choice: Choice, wanted: SeasonFilters) -> str:
    minutes = tr("without a minute") if choice.quarter == "?" else f"{choice.quarter}'"
    if wanted.side:
        goals = tr("goals for") if choice.goals == "goals_for" else tr("goals against")
        return f"{goals}, {minutes}"
    return tr("goals, {minutes}", minutes=minutes)
