"""Two names of one club or competition: counted as one by hand, and taken apart again."""

from __future__ import annotations

import streamlit as st

from core.errors import CronacaError
from core.i18n import tr, trn
from core.store_names import Kind, Merged
from core.wording import error_text
from pages.widgets import state
from pages.widgets.shell import later

KINDS: tuple[Kind, ...] = ("club", "competition")


def merge_names() -> None:
    """Let two names be counted as one, for the whole archive; list what was, each to be taken apart."""
    made = state.store().merged_names()
    with st.expander(tr("Two names of one club or competition?"), icon=":material/join:", key="merge-names"):
        st.caption(
            tr(
                "The first name gives way to the second in all reports, also in those that come. Texts stay as they "
                "are, and it can be taken back. Women's and youth sides need none of this: their competition tells "
                "them apart."
            )
        )
        _ask()
        for one in made:
            _listed(one)


def _ask() -> None:
    words = {"club": tr("Clubs"), "competition": tr("Competitions")}
    kind: Kind = st.segmented_control(
        tr("What has two names"), KINDS, default="club", required=True, key="merge-kind",
        format_func=words.__getitem__, label_visibility="collapsed",
    )  # fmt: skip
    known = state.store().names(kind)

    def counted(name: str) -> str:
        return f"{name} · {trn('{n} report', '{n} reports', known[name])}"

    left, right = st.columns(2)
    name = left.selectbox(tr("This name"), list(known), None, format_func=counted, key=f"merge-{kind}", placeholder="–")
    rest = [n for n in known if n != name]
    kept = right.selectbox(
        tr("is another name of"), rest, None, format_func=counted, key=f"merge-{kind}-kept", placeholder="–"
    )
    if st.button(tr("Count as one"), disabled=not (name and kept), key="merge-name") and name and kept:
        try:
            with st.spinner(tr("Reading the archive anew…")):
                state.store().merge_names(kind, name, kept)
        except CronacaError as error:
            st.warning(error_text(error), icon=":material/info:")
            return
        later(tr("{name} counts as {kept} now.", name=name, kept=kept))
        st.rerun()


def _listed(one: Merged) -> None:
    with st.container(horizontal=True, vertical_alignment="center"):
        st.caption(tr("{name} counts as {kept}.", name=one.name, kept=one.kept))
        if st.button(tr("Take apart"), key=f"unmerge-{one.id}", type="tertiary") and one.id is not None:
            state.store().undo_merge(one.id)
            later(tr("{name} stands by itself again.", name=one.name))
            st.rerun()
