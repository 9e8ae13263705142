"""Exporting on the page: tables, readings and match sheets of the archive or a part of it."""

from __future__ import annotations

from typing import Any

import streamlit as st

from core.export import to_csv, to_excel
from core.export_archive import json_lines, reports_of, sheets, words
from core.fusion_sheet import differences_frame
from core.i18n import spoken, tr, trn
from core.season import SeasonFilters, choices, season_frames
from core.season_source import Frames
from core.season_words import title
from pages.widgets import state

EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def exporter(told: Frames) -> None:
    """Ask for a part of the archive and offer it as files; each is made when it is asked for."""
    known = choices(told)
    asked: dict[str, Any] = {}
    with st.container(horizontal=True, vertical_alignment="bottom", key="export-filters"):
        for name in ("season", "competition", "side"):
            label = title("team" if name == "side" else name)
            asked[name] = st.selectbox(label, known[name], None, key=f"export-{name}", placeholder=tr("all"))
    view = season_frames(told, SeasonFilters(**asked))
    matches = [int(n) for n in view.matches["match_id"]]
    if not matches:
        st.caption(tr("No saved match fits these filters."))
        return
    reports = reports_of(told, matches)
    n = len(matches)
    st.caption(trn("{n} match", "{n} matches", n) + ", " + trn("{n} report", "{n} reports", len(reports)))
    archive = state.store()
    st.subheader(tr("Tables"), anchor=False)
    with st.container(horizontal=True, vertical_alignment="bottom"):
        _offer(tr("All tables (Excel)"), lambda: to_excel(view.tables(), words), "cronaca.xlsx", EXCEL)
        tables = {name: frame for name, frame in view.tables().items() if len(frame)}
        chosen = st.selectbox(tr("One table"), list(tables), format_func=words, key="export-table", width=260)
        _offer(tr("This table (CSV)"), lambda: to_csv(tables[chosen], words), f"{chosen}.csv", "text/csv")
    st.subheader(tr("Reports"), anchor=False)
    with st.container(horizontal=True):
        _offer(tr("Readings (JSON lines)"), lambda: json_lines(archive, reports), "cronaca.jsonl", "application/jsonl")
        _offer(tr("Match sheets (text)"), lambda: sheets(archive, told, matches), "tabellini.txt", "text/plain")
        _offer(tr("Printed sheets against prose (CSV)"), lambda: _differences(reports), "differenze.csv", "text/csv")
    st.caption(tr("Match sheets are rebuilt from what the reports tell; where one is printed, it is compared."))


def _offer(label: str, make: Any, file: str, mime: str) -> None:  # noqa: ANN401
    st.download_button(
        label,
        spoken(make),
        file,
        mime,
        on_click="ignore",
        icon=":material/download:",
        key=f"export-{file.split('.')[-1]}-{label}",
    )


def _differences(reports: list[int]) -> str:
    return to_csv(differences_frame((state.store().load(n).report for n in reports), state.read))
