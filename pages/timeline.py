"""Timeline: the open report minute by minute; a chosen mark shows its sentence, and the other way round."""

import streamlit as st

from core.i18n import tr
from core.wording import KINDS
from pages.widgets import state
from pages.widgets.clock import chart, chosen_event, event_table, legend, telling
from pages.widgets.correct_dialogs import dialogs
from pages.widgets.reading import scoreboard
from pages.widgets.report_text import report_text
from pages.widgets.shell import enter

enter()
opened = state.desk()
report = opened.report
scoreboard(report)
if not report.events:
    st.info(tr("The reading of this text holds no events."), icon=":material/info:")
    st.stop()

names = {"home": report.match.home or tr("home side?"), "away": report.match.away or tr("away side?")}
kinds = [kind for kind in KINDS if any(e.type == kind for e in report.events)]
with st.container(horizontal=True, vertical_alignment="bottom", key="filters"):
    shown_kinds = st.pills(
        tr("Kinds"),
        kinds,
        selection_mode="multi",
        default=kinds,
        key=f"kinds-{report.source.sha256[:12]}",
        format_func=lambda k: tr(KINDS[k]),
        wrap=True,
    )
    shown_sides = st.pills(
        tr("Sides"),
        list(names),
        selection_mode="multi",
        default=list(names),
        key=f"sides-{report.source.sha256[:12]}",
        format_func=names.__getitem__,
        wrap=True,
    )
drawing = chart(opened, set(shown_kinds), set(shown_sides), names)
legend(report)
chosen_event(opened, drawing)
table, text = st.columns([10, 9], gap="large")
with table:
    st.subheader(tr("Event by event"), anchor=False)
    event_table(opened, set(shown_kinds), set(shown_sides))
with text:
    st.subheader(tr("In the text"), anchor=False)
    report_text(report, key="timeline-text", panel=True, legend=False)
with st.expander(tr("How the report tells it"), icon=":material/menu_book:"):
    telling(opened)
dialogs()
