"""Parts of the profiles: the people of a match, passages with their matches, printed sheets against prose."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pandas as pd
import streamlit as st

from core.fusion_sheet import PROSE, SHEET, against_sheet, differing, halves
from core.fusion_words import rows as fact_rows
from core.i18n import tr
from core.profiles import FIGURES, passages
from core.schema import MatchReport, SectionKind
from core.season_words import title
from core.wording import clock_text
from pages.widgets import html, state
from pages.widgets.matches import open_at, show_rows, to_player

SHOWN_AT_ONCE = 20


def people_table(done: pd.DataFrame, figures: Callable[[pd.DataFrame], dict[str, int]]) -> None:
    """List who did what in a match; a click on a line opens the profile."""
    st.subheader(tr("Who did what"), anchor=False)
    if done.empty:
        st.caption(tr("The reports tell nothing of single players."))
        return
    lines = []
    for (name, club), own in done.groupby(["name", "club"], dropna=False):
        did = ", ".join(tr(FIGURES[f]) + (f" {n}" if n > 1 else "") for f, n in figures(own).items())
        lines.append({"player": name, "team": "" if pd.isna(club) else club, tr("What"): did})
    frame = pd.DataFrame(lines).sort_values(["team", "player"], ignore_index=True)
    picked = st.dataframe(
        frame.rename(columns=title), hide_index=True, on_select="rerun", selection_mode="single-row", key="match-people"
    )
    st.caption(tr("Tick a player to open the profile."))
    chosen = picked["selection"]["rows"]
    if chosen and chosen[0] < len(frame):
        row = frame.iloc[chosen[0]]
        to_player(str(row["player"]), str(row["team"]) or None)


def told_passages(rows: pd.DataFrame, head: Callable[[dict[str, Any]], str], key: str) -> None:
    """Show the sentences of rows, each under its ``head``; each opens its report at that event."""
    shown = rows.head(st.session_state.get(f"{key}-many", SHOWN_AT_ONCE))
    for at, (row, said) in enumerate(zip(shown.to_dict("records"), passages(state.store(), shown), strict=True)):
        minute = _clock(row["minute"], row["added"])
        with st.container(horizontal=True, vertical_alignment="center", key=f"{key}-{at}"):
            html.show("passage.html", head=head(row), minute=minute, said=said)
            if st.button(tr("Open"), key=f"{key}-open-{at}", type="tertiary", icon=":material/article:"):
                open_at(int(row["report_id"]), None if pd.isna(row["key"]) else str(row["key"]))
    if len(rows) > len(shown) and st.button(tr("Show more"), key=f"{key}-more"):
        st.session_state[f"{key}-many"] = len(shown) + SHOWN_AT_ONCE
        st.rerun()


def _clock(minute: float | None, added: float | None) -> str:
    if minute is None or pd.isna(minute):
        return ""
    return clock_text((int(minute), 0 if added is None or pd.isna(added) else int(added)))


def sheet_differences(report: MatchReport, name: str) -> None:
    """Compare the sheet that a report prints with what its prose tells."""
    if not any(s.kind == SectionKind.SHEET for s in report.sections):
        return
    account = against_sheet(report, state.read)
    if account is None:
        st.caption(tr("{name}: prose and printed sheet could not be read apart.", name=name))
        return
    differ = differing(account)
    if not differ:
        st.caption(tr("{name}: the printed sheet and the prose agree.", name=name))
        return
    st.markdown(tr("Where the printed sheet and the prose differ"))
    st.caption(name)
    texts = dict(zip((PROSE, SHEET), halves(report) or (), strict=True))
    heads = [("A", tr("prose")), ("B", tr("printed sheet"))]
    show_rows(fact_rows(account, differ, report, texts), heads, side_by_side=True)
