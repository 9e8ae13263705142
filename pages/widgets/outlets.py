"""The ways out: downloads of a reading and saving it, with date and competition where the text tells none."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from typing import Any

import streamlit as st

from core.charts_files import to_png, to_svg, use_fonts
from core.export import event_title, report_csv, report_json
from core.export_sheet import tabellino
from core.i18n import spoken, tr
from core.schema import MatchReport
from pages.widgets import archive, state
from pages.widgets.shell import colours


def stem(report: MatchReport) -> str:
    """Return a harmless file name for a reading."""
    words = f"{report.match.home or ''}-{report.match.away or ''}".strip("-") or report.source.name or "cronaca"
    return re.sub(r"[^\w]+", "-", words.lower()).strip("-") or "cronaca"


def downloads(report: MatchReport) -> None:
    """Offer the reading as files; they are made when asked for."""
    with st.popover(tr("Download"), icon=":material/download:", type="tertiary"):
        name = stem(report)
        st.download_button(
            tr("Reading (JSON)"),
            lambda: report_json(report),
            f"{name}.json",
            "application/json",
            on_click="ignore",
            key="download-json",
        )
        st.download_button(
            tr("Events (CSV)"),
            spoken(lambda: report_csv(report, event_title)),
            f"{name}.csv",
            "text/csv",
            on_click="ignore",
            key="download-csv",
        )
        st.download_button(
            tr("Match sheet (text)"),
            spoken(lambda: tabellino(report)),
            f"{name}.txt",
            "text/plain",
            on_click="ignore",
            key="download-sheet",
        )


def save_chart(chart: Any, name: str) -> None:  # noqa: ANN401
    """Offer a chart as a file; it is drawn when asked for."""
    use_fonts(Path(st.__file__).parent / "static" / "static" / "media")
    paper = colours()
    with st.popover(tr("Save the chart"), icon=":material/image:", type="tertiary"):
        st.download_button(
            "PNG", lambda: to_png(chart, paper), f"{name}.png", "image/png", on_click="ignore", key=f"png-{name}"
        )
        st.download_button(
            "SVG", lambda: to_svg(chart, paper), f"{name}.svg", "image/svg+xml", on_click="ignore", key=f"svg-{name}"
        )


def _told_date(report: MatchReport) -> date | None:
    try:
        return date.fromisoformat(report.match.date or "")
    except ValueError:
        return None


def save(opened: state.Open) -> None:
    """Save the reading in the archive, once; ask for what the text does not tell."""
    report = opened.report
    if state.store().find(report.text) is not None:
        if st.button(tr("Saved: see the season"), icon=":material/check:", key="saved", type="tertiary"):
            st.switch_page("pages/season.py")
        return
    with st.popover(tr("Save"), icon=":material/bookmark_add:"), st.form("save", border=False):
        m = report.match
        st.caption(tr("What the text does not tell can be added here, or left empty."))
        day = st.date_input(
            tr("Date"), _told_date(report), date(1890, 1, 1), date(2100, 1, 1), key="save-date", format="DD/MM/YYYY"
        )
        competition = st.text_input(tr("Competition"), m.competition or "", key="save-competition")
        round_ = st.text_input(tr("Round"), m.stage or "", key="save-round", placeholder=tr("for example 12"))
        if st.form_submit_button(tr("Save in the archive"), type="primary", key="save-now"):
            # the archive keeps the reading as it came; corrections stand beside it
            state.save_as(opened.reading or report, day, competition.strip() or None, round_.strip() or None, report)
            archive.frames()  # read here, half of the season page's work is done before it is opened
            st.toast(tr("Saved. The season page counts it now."))
            st.rerun()
