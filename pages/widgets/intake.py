"""The ways in: a text area with its button, an uploader, the sample picker; and what became of an upload."""

from __future__ import annotations

from typing import Any

import pandas as pd
import streamlit as st

from core.i18n import language, tr, trn
from core.samples import samples
from core.schema import MatchReport
from core.wording import error_text
from pages.widgets import html, state
from pages.widgets.shell import later

TYPES = ["txt", "md", "html", "htm", "docx", "pdf", "zip"]


def intake() -> None:
    """Show the place to paste, upload or pick; a refusal is said right here."""
    paste, upload, pick = st.tabs([tr("Paste"), tr("Files"), tr("Examples")])
    with paste, st.form("paste", border=False):
        st.text_area(
            tr("Text of the report"),
            key="pasted",
            height=190,
            placeholder=tr("Paste here the report of a match, as printed by the paper or the website."),
            label_visibility="collapsed",
        )
        if st.form_submit_button(tr("Read"), type="primary", icon=":material/menu_book:", key="read"):
            state.read_pasted(st.session_state.pasted)
    with upload:
        files = st.file_uploader(
            tr("Reports: txt, md, html, docx, pdf, or a zip of many"),
            type=TYPES,
            accept_multiple_files=True,
            key="files",
            on_change=_uploaded,
        )
        if st.session_state.pop("fresh_files", False) and files:
            _read_uploads(files)
    with pick:
        st.selectbox(
            tr("Sample reports"),
            samples(),
            index=None,
            format_func=lambda s: s.title,
            key="sample",
            on_change=_picked,
            placeholder=tr("Choose one"),
        )
        chosen = st.session_state.get("sample")
        st.caption(chosen.shows(language()) if chosen else tr("They show what can be read, one thing each."))
    if error := st.session_state.get("error"):
        st.warning(error, icon=":material/info:")
    if state.desk().origin == "sample":
        st.caption(tr("Beside is a sample, already read. Everything stays on this computer."))


def _uploaded() -> None:
    st.session_state.fresh_files = True


def _read_uploads(files: list[Any]) -> None:
    st.session_state.pop("error", None)
    bar = st.progress(0.0)

    def progress(done: int, n: int) -> None:
        bar.progress(done / n, tr("Reading {i} of {n}", i=done + 1, n=n))

    state.read_files([(file.name, file.getvalue()) for file in files], progress)
    bar.empty()


def _picked() -> None:
    sample = st.session_state.get("sample")
    if sample:
        state.put(state.read(sample.text(), sample.file), "sample")


def _title(outcome: state.Outcome) -> str:
    match = outcome.report.match if outcome.report else None
    if match is None or not (match.home and match.away):
        return outcome.name
    score = " {}–{}".format(*match.score) if match.score else ""
    return f"{match.home}–{match.away}{score} · {outcome.name}"


def outcomes(batch: list[state.Outcome]) -> None:
    """List what became of an upload: the readings to open, the refusals with their reasons."""
    good = [o for o in batch if o.report]
    bad = [o for o in batch if o.error]
    if len(good) > 1:
        st.selectbox(
            trn("{n} report read", "{n} reports read", len(good)),
            range(len(good)),
            format_func=lambda i: _title(good[i]),
            key="outcome",
            on_change=_opened,
            args=(good,),
        )
        with st.popover(tr("Save all"), icon=":material/library_add:"):
            _save_all([o.report for o in good if o.report])
    if bad:
        html.show("outcomes.html", refused=[(o.name, error_text(o.error)) for o in bad if o.error])


def _save_all(reports: list[MatchReport]) -> None:
    """Ask for what the texts do not tell, a row each, and save them."""
    st.caption(tr("What the text does not tell can be added here, or left empty."))
    told = pd.DataFrame(
        {
            "match": [f"{r.match.home or '?'}–{r.match.away or '?'}" for r in reports],
            "date": pd.to_datetime(pd.Series([r.match.date for r in reports], dtype="object"), errors="coerce"),
            "competition": pd.Series([r.match.competition for r in reports], dtype="object"),
            "round": pd.Series([r.match.stage for r in reports], dtype="object"),
        }
    )
    config = {
        "match": st.column_config.TextColumn(tr("Match"), disabled=True),
        "date": st.column_config.DateColumn(tr("Date"), format="DD/MM/YYYY"),
        "competition": tr("Competition"),
        "round": tr("Round"),
    }
    given = st.data_editor(told, hide_index=True, column_config=config, key="given")
    if st.button(tr("Save in the archive"), type="primary", key="save-all"):
        rows = given.astype(object).where(given.notna(), None).to_dict("records")
        fresh = 0
        for report, row in zip(reports, rows, strict=True):
            day = row["date"].date() if row["date"] else None
            fresh += state.save_as(report, day, row["competition"] or None, row["round"] or None)
        later(trn("{n} report saved", "{n} reports saved", fresh))
        st.rerun()


def _opened(good: list[state.Outcome]) -> None:
    report = good[st.session_state["outcome"]].report
    if report:
        state.put(report, "file", state.desk().batch)
