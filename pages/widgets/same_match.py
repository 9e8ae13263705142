"""Which reports tell one match, by hand: open or split off a source, put two reports together."""

from __future__ import annotations

import streamlit as st

from core.fusion_store import Told
from core.i18n import tr, trn
from core.season_source import Frames
from pages.widgets import state
from pages.widgets.matches import open_at, report_name, titles
from pages.widgets.shell import later


def sources(told: Told, names: dict[int, str]) -> None:
    """List the reports of a match with their letters; each can be opened or split off."""
    with st.container(horizontal=True, key="sources"):
        for number, letter in names.items():
            stored = told.reports[number]
            words = len(stored.report.text.split())
            with st.popover(f"{letter} · {report_name(told, number)}", type="tertiary", icon=":material/article:"):
                st.caption(trn("{n} word", "{n} words", words))
                if st.button(tr("Open this report"), key=f"open-{number}"):
                    open_at(number)
                if len(names) > 1 and st.button(
                    tr("It tells another match"),
                    key=f"split-{number}",
                    help=tr("The report becomes a match of its own; it can be put back below."),
                ):
                    state.store().split_match(number)
                    later(tr("The report stands by itself now."))
                    st.rerun()


def join_by_hand(told: Frames) -> None:
    """Let two matches of the archive be called one."""
    named = titles(told)
    if len(named) < 2:
        return
    with st.expander(tr("Two reports of one match were not recognised?"), icon=":material/join:"):
        st.caption(tr("Choose both: all reports of the first are put to the second. Each can be split off again."))
        left, right = st.columns(2)
        moved = left.selectbox(tr("This one"), list(named), None, format_func=named.__getitem__, key="join-moved")
        rest = [n for n in named if n != moved]
        kept = right.selectbox(tr("is the same as"), rest, None, format_func=named.__getitem__, key="join-kept")
        if st.button(tr("Put together"), disabled=moved is None or kept is None, key="join"):
            for number in told.reports.loc[told.reports["match_id"] == moved, "report_id"]:
                state.store().join_match(int(number), int(kept))
            st.query_params["match"] = str(kept)
            st.rerun()
