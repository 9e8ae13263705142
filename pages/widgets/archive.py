"""The saved reports: cached frames, the list with delete and undo, the sample season."""

from __future__ import annotations

from dataclasses import astuple
from typing import Any

import pandas as pd
import streamlit as st

from core.errors import CronacaError
from core.i18n import tr, trn
from core.samples import samples, season_files, season_given
from core.season import SeasonFilters, SeasonView, season_frames
from core.season_choice import Choice, narrowed
from core.season_source import Frames
from core.season_source import frames as read_frames
from core.season_words import title
from core.store_rows import season_of
from pages.widgets import state
from pages.widgets.shell import later


@st.cache_data(max_entries=2, show_spinner=False)
def _frames(url: str, revision: int) -> Frames:
    return read_frames(state.store())


def frames() -> Frames:
    """Return the archive as frames; read anew only when it has changed."""
    archive = state.store()
    return _frames(archive.url, archive.revision())


@st.cache_data(max_entries=32, show_spinner=False)
def _view(url: str, revision: int, wanted: tuple[Any, ...]) -> SeasonView:
    return season_frames(frames(), SeasonFilters(*wanted))


def season_view(wanted: SeasonFilters) -> SeasonView:
    """Return the tables of the matches asked for; computed anew only when the archive or the filters have changed."""
    archive = state.store()
    return _view(archive.url, archive.revision(), astuple(wanted))


@st.cache_data(max_entries=32, show_spinner=False)
def _narrowed(url: str, revision: int, wanted: tuple[Any, ...], choice: tuple[Any, ...]) -> SeasonView:
    filters = SeasonFilters(*wanted)
    return narrowed(season_view(filters), Choice(*choice), filters.side)


def narrowed_view(wanted: SeasonFilters, choice: Choice) -> SeasonView:
    """Return the tables of what was chosen in a chart; those of all matches where nothing is."""
    archive = state.store()
    told = (archive.url, archive.revision(), astuple(wanted))
    return _narrowed(*told, astuple(choice)) if choice else season_view(wanted)


def empty_archive() -> None:
    """Say how to fill an empty archive, and offer to fill it with samples."""
    st.header(tr("Nothing is saved yet"), anchor=False)
    st.write(
        tr(
            "Read a report and press Save: results, table, scorers and cards of all saved reports appear here. "
            "To see what it looks like, fill the archive with samples; they can be deleted again."
        )
    )
    texts: list[tuple[str, str]] = []
    with st.container(horizontal=True):
        if season_files() and st.button(tr("Read the sample season"), type="primary", key="fill-season"):
            texts = [(p.name, p.read_text(encoding="utf-8")) for p in season_files()]
        if st.button(tr("Save the sample reports"), key="fill-samples"):
            texts = [(s.file, s.text()) for s in samples()]
        if st.button(tr("Read a report"), key="to-report", type="tertiary"):
            st.switch_page("pages/report.py")
    if texts:
        _fill(texts)
    _deleted()


def _fill(texts: list[tuple[str, str]]) -> None:
    known, fresh = season_given(), 0
    bar = st.progress(0.0, tr("Reading…"))
    for i, (name, text) in enumerate(texts, start=1):
        try:
            given = known.get(name)
            season = season_of(given.date.isoformat()) if given and given.date else None
            report = state.read(text, name, season)
            said = (given.date, given.competition, given.round) if given else ()
            fresh += state.store().save(report, *said)[1]
        except CronacaError:
            # a sample that cannot be read is missing from the count shown
            continue
        bar.progress(i / len(texts), tr("Reading {i} of {n}", i=i, n=len(texts)))
    later(trn("{n} report saved", "{n} reports saved", fresh))
    st.rerun()


def archive() -> None:
    """List the saved reports; chosen ones can be opened or deleted, a deletion taken back."""
    rows = state.store().reports()
    with st.expander(trn("{n} saved report", "{n} saved reports", len(rows)), icon=":material/inventory_2:"):
        table = pd.DataFrame(
            [
                {
                    "date": r.date,
                    "home": r.home,
                    "score": "{}–{}".format(*r.score) if r.score else "",
                    "away": r.away,
                    "competition": r.competition,
                    "name": r.name,
                    "saved_at": r.saved_at[:10],
                }
                for r in rows
            ]
        )
        shown = table.rename(columns=title)
        picked = st.dataframe(
            shown,
            hide_index=True,
            on_select="rerun",
            selection_mode="multi-row",
            placeholder="–",
            key=f"archive-{len(rows)}",
        )
        chosen = [rows[i].id for i in picked["selection"]["rows"] if i < len(rows)]
        with st.container(horizontal=True, vertical_alignment="center"):
            if st.button(tr("Open"), disabled=len(chosen) != 1, key="open-saved", icon=":material/article:"):
                open_report(chosen[0])
            if st.button(tr("Delete"), disabled=not chosen, key="delete-saved", icon=":material/delete:"):
                for number in chosen:
                    state.store().delete(number)
                st.session_state.deleted = chosen
                st.rerun()
            st.caption(tr("Tick the rows to open or delete."))
    _deleted()


def _deleted() -> None:
    gone = st.session_state.get("deleted") or []
    if not gone:
        return
    with st.container(horizontal=True, vertical_alignment="center"):
        st.caption(trn("{n} report deleted.", "{n} reports deleted.", len(gone)))
        if st.button(tr("Undo"), key="undo-delete", icon=":material/undo:", type="tertiary"):
            for number in gone:
                state.store().restore(number)
            st.session_state.deleted = []
            st.rerun()


def open_report(number: int) -> None:
    """Lay a saved report on the desk and go to its page."""
    state.put(state.store().load(number).report, "archive")
    st.switch_page("pages/report.py", query_params={"report": str(number)})
