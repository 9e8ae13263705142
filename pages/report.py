"""Cronaca: paste, upload or pick a report; the reading as scoreboard, marked text, people and doubts."""

import streamlit as st

from core.i18n import tr, trn
from pages.widgets import state
from pages.widgets.correct_dialogs import dialogs
from pages.widgets.correct_table import correct_panel
from pages.widgets.intake import intake, outcomes
from pages.widgets.outlets import downloads, save
from pages.widgets.reading import doubts, lineups, other_matches, people, scoreboard, untaken
from pages.widgets.report_text import report_text
from pages.widgets.shell import enter

enter()
with st.container(key="desk"):
    with st.container(key="input"):
        intake()
        outcomes(state.desk().batch)
    opened = state.desk()
    report = opened.report
    with st.container(key="reading"):
        scoreboard(report)
        with st.container(horizontal=True, key="actions"):
            save(opened)
            downloads(report)
            if st.button(tr("Timeline"), icon=":material/timeline:", key="to-timeline", type="tertiary"):
                st.switch_page("pages/timeline.py")
        other_matches(report)
        if report.warnings:
            n = len(report.warnings)
            with st.expander(trn("{n} point to check", "{n} points to check", n), icon=":material/help:"):
                doubts(report)
        correct_panel(opened)
        report_text(report, key="report-text")
        untaken(report)
        lineups(report)
    with st.container(key="people"):
        people(report)
dialogs()
