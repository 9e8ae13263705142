"""Importing many files on the page: what to import, how far it is, what failed and why."""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import Any

import pandas as pd
import streamlit as st

from core.errors import CronacaError
from core.i18n import tr, trn
from core.importing import Import, Known, SeasonReader, known_from_csv, tables_in_zip
from core.samples import SEASON, season_files
from core.schema import MatchReport
from core.wording import error_text
from pages.widgets import html, state
from pages.widgets.intake import TYPES
from pages.widgets.matches import frames
from pages.widgets.shell import speak

EVERY = 0.7
"""Seconds between two looks at a running import."""
MOST_AT_ONCE = 1000
MEGABYTES = 500


def job() -> Import | None:
    """Return the import of this visitor, running or over."""
    found: Import | None = st.session_state.get("import")
    return found


def importer() -> None:
    """Ask for files and start; show how it goes."""
    running = job()
    if running and not running.progress.finished:
        _progress(running)
        return
    if running:
        _outcome(running)
    whole = st.segmented_control(
        tr("What to import"),
        ["files", "folder"],
        default="files",
        required=True,
        key="import-kind",
        format_func=lambda k: tr("Files or a zip") if k == "files" else tr("A whole folder"),
    )
    chosen = st.file_uploader(
        tr("Reports: txt, md, html, docx, pdf, or a zip of many"),
        type=[*TYPES, "csv"],
        accept_multiple_files="directory" if whole == "folder" else True,
        key=f"import-{whole}-{st.session_state.get('imports', 0)}",
        max_upload_size=MEGABYTES,
    )
    st.caption(
        tr(
            "A csv beside them (or in the zip) with the columns file, date, competition and round tells what the "
            "texts do not; without one, dates can be filled in afterwards."
        )
    )
    competition = st.text_input(tr("Competition, where neither tells it"), key="import-competition")
    with st.container(horizontal=True):
        if st.button(tr("Import"), type="primary", disabled=not chosen, key="import-start", icon=":material/upload:"):
            _begin([(f.name, f.getvalue()) for f in chosen or []], competition.strip() or None)
        if season_files() and frames().matches.empty and st.button(tr("Import the sample season"), key="import-sample"):
            files = [*season_files(), SEASON / "facts.csv"]
            _begin([(p.name, p.read_bytes()) for p in files if p.exists()], None)


def _begin(files: list[tuple[str, bytes]], competition: str | None) -> None:
    known: dict[str, Known] = {}
    reports: list[tuple[str, bytes]] = []
    packed: list[str] = []
    for name, data in files:
        for table, told in tables_in_zip(name, data).items():
            known |= told
            packed.append(table)
        if not name.lower().endswith(".csv"):
            reports.append((name, data))
            continue
        try:
            known |= known_from_csv(name, data)
        except CronacaError as error:
            st.warning(f"{name}: {error_text(error)}", icon=":material/info:")
            return

    def of(name: str) -> Known:
        said = known.get(PurePosixPath(name.replace("\\", "/")).name, Known())
        return Known(said.date, said.competition or competition, said.round)

    started = Import(state.store(), reports, of, _reader(), packed)
    st.session_state["import"] = started
    # a new number makes a new, empty uploader
    st.session_state.imports = st.session_state.get("imports", 0) + 1
    started.start()
    st.rerun()


def _reader() -> SeasonReader:
    """Return a reader that needs no page: it works in the import's own thread."""
    own = state.lexicon()

    def read(text: str, name: str, season: str | None) -> MatchReport:
        from core.extract import extract

        return extract(text, name=name, season=season, lexicon=own)

    return read


@st.fragment(run_every=EVERY)
def _progress(running: Import) -> None:
    speak()
    told = running.progress
    if told.finished:
        st.rerun()
    share = told.done / told.total if told.total else 0.0
    words = tr("Reading {i} of {n}", i=min(told.done + 1, told.total), n=told.total) if told.total else tr("Unpacking…")
    st.progress(share, words)
    st.caption(_counts(running) or tr("What is read is saved at once: whatever happens, it stays."))
    if st.button(tr("Cancel"), key="import-cancel", icon=":material/close:"):
        running.cancel()
        st.caption(tr("Stopping after this report…"))


def _counts(running: Import) -> str:
    told = running.progress
    words = [trn("{n} report saved", "{n} reports saved", len(told.saved))] if told.saved else []
    words += [trn("{n} was there before", "{n} were there before", told.before)] if told.before else []
    words += [trn("{n} could not be read", "{n} could not be read", len(told.failed))] if told.failed else []
    return ", ".join(words)


def _outcome(over: Import) -> None:
    told = over.progress
    words = _counts(over) or tr("There was nothing to import.")
    with st.container(border=True, key="import-outcome"):
        head = (
            tr("Import stopped at {i} of {n}", i=told.done, n=told.total) if told.cancelled else tr("Import finished")
        )
        html.show(
            "import.html", head=head, words=words, failed=[(n, error_text(e)) for n, e in told.failed[:MOST_AT_ONCE]]
        )
        with st.container(horizontal=True):
            if told.saved and st.button(tr("See the season"), key="import-season", type="primary"):
                st.switch_page("pages/season.py")
            if told.failed:
                st.download_button(
                    tr("This list (CSV)"),
                    _failed_csv(over),
                    "import.csv",
                    "text/csv",
                    on_click="ignore",
                    key="import-list",
                )
            if st.button(tr("Close"), key="import-close", type="tertiary"):
                del st.session_state["import"]
                st.rerun()


def _failed_csv(over: Import) -> str:
    from core.export import to_csv

    rows: list[dict[str, Any]] = [{tr("File"): n, tr("Why"): error_text(e)} for n, e in over.progress.failed]
    return to_csv(pd.DataFrame(rows))
