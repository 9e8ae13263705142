"""Backup and restore of the archive as one file; dates and competitions that no text tells, filled in by hand."""

from __future__ import annotations

import tempfile
from datetime import date
from pathlib import Path
from typing import Any

import pandas as pd
import streamlit as st

from core.corrections_table import given_otherwise
from core.errors import CronacaError
from core.i18n import tr, trn
from core.season_words import title
from core.store import StoredSummary
from core.wording import error_text
from pages.widgets import state
from pages.widgets.shell import later


def backup() -> None:
    """Offer the whole archive as one file, and take one back."""
    st.subheader(tr("Backup"), anchor=False)
    st.write(tr("Reports, corrections and everything you told the lexicon, in one file."))
    name = f"cronaca-{date.today().isoformat()}.db"
    st.download_button(
        tr("Back up"), _bytes, name, "application/vnd.sqlite3", on_click="ignore", icon=":material/save:", key="backup"
    )
    st.subheader(tr("Restore"), anchor=False)
    file = st.file_uploader(tr("A file made by Back up"), type=["db"], key="restore-file")
    n = len(state.store().reports())
    sure = st.checkbox(
        trn("Replace the archive of {n} report", "Replace the archive of {n} reports", n), key="restore-sure"
    )
    if st.button(tr("Restore"), disabled=not (file and (sure or n == 0)), key="restore") and file:
        _restore(file.getvalue())


def _bytes() -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "backup.db"
        state.store().backup(path)
        return path.read_bytes()


def _restore(data: bytes) -> None:
    try:
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "backup.db"
            path.write_bytes(data)
            state.store().restore_archive(path)
    except CronacaError as error:
        st.warning(error_text(error), icon=":material/info:")
        return
    # the number of changes comes from the file: two archives may have the same
    st.cache_data.clear()
    for key in ("open", "deleted", "import"):
        st.session_state.pop(key, None)
    later(trn("Restored: {n} report", "Restored: {n} reports", len(state.store().reports())))
    st.rerun()


def given_editor() -> None:
    """Let dates, competitions and rounds be filled in where texts do not tell them."""
    rows = state.store().reports()
    lacking = [r for r in rows if not (r.date and r.competition)]
    only = st.toggle(
        trn(
            "Only the {n} that lacks a date or competition",
            "Only the {n} that lack a date or competition",
            len(lacking),
        ),
        bool(lacking),
        key="lacking",
        disabled=not lacking,
    )
    shown = lacking if only and lacking else rows
    edited = st.data_editor(
        pd.DataFrame([_row(r) for r in shown]),
        hide_index=True,
        placeholder="–",
        key=f"given-{state.store().revision()}-{len(shown)}",
        column_config={
            "id": None,
            "match": st.column_config.TextColumn(tr("Match"), disabled=True),
            "name": st.column_config.TextColumn(title("name"), disabled=True),
            "date": st.column_config.DateColumn(title("date"), format="DD/MM/YYYY", min_value=date(1890, 1, 1)),
            "competition": title("competition"),
            "round": title("round"),
        },
    )
    if st.button(tr("Keep these"), key="given-save", type="primary"):
        changed = _keep(shown, edited)
        later(trn("{n} report changed", "{n} reports changed", changed))
        st.rerun()


def _row(r: StoredSummary) -> dict[str, Any]:
    score = " {}–{}".format(*r.score) if r.score else ""
    match = f"{r.home or '?'}–{r.away or '?'}{score}"
    day = pd.Timestamp(r.date) if r.date else pd.NaT
    return {"id": r.id, "match": match, "date": day, "competition": r.competition, "round": r.round, "name": r.name}


def _keep(shown: list[StoredSummary], edited: pd.DataFrame) -> int:
    changed = 0
    for before, row in zip(shown, edited.to_dict("records"), strict=True):
        day = None if pd.isna(row["date"]) else pd.Timestamp(row["date"]).date()
        after = {"date": day} | {k: (row[k] or "").strip() or None for k in ("competition", "round")}
        fresh = {k: v for k, v in after.items() if v != getattr(before, k)}
        if fresh:
            state.store().set_given(before.id, **fresh)
            stored = state.store().load(before.id)
            plain = {k: v.isoformat() if isinstance(v, date) else v for k, v in fresh.items() if k != "round"}
            if otherwise := given_otherwise(stored.report, plain):
                state.store().correct_reading(stored.reading, *otherwise)
            changed += 1
    return changed
