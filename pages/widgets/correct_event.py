"""Putting one event right, or adding one that was passed over."""

from __future__ import annotations

from typing import Any

import streamlit as st

from core.corrections_table import DETAILS, OTHER, event_changes, event_row, missed_event
from core.corrections_words import KIND
from core.errors import CronacaError
from core.highlight import event_sentence
from core.i18n import tr
from core.schema import Event, MatchReport
from core.store_corrections import DELETED, correct_event
from core.wording import CARDS, FIELDS, RESULTS
from pages.widgets import html, state
from pages.widgets.correct import MOST_QUOTED, Asked, ask_reason, known_names, lay, name_choice, say, side_choice


def detail_text(detail: str) -> str:
    """Say what is told more exactly of an event."""
    return tr({**CARDS, **RESULTS, **FIELDS}[detail]) if detail else "–"


def _event_row(report: MatchReport, row: dict[str, Any], key: str) -> dict[str, Any]:
    """Ask for everything of an event, prefilled from ``row``."""
    left, right = st.columns(2)
    with left:
        kinds = list(KIND)
        kind = st.selectbox(
            tr("What happened"), kinds, kinds.index(row["type"]), key=f"{key}-kind", format_func=lambda k: tr(KIND[k])
        )
        minute = st.number_input(tr("Minute"), 1, 120, row["minute"], key=f"{key}-minute", placeholder=tr("not told"))
    with right:
        team = side_choice(report, row["team"] or None, f"{key}-team")
        added = st.number_input(tr("Added time"), 1, 30, row["added"], key=f"{key}-added", placeholder="–")
    firsts = {"substitution": tr("Comes on"), "penalty_awarded": tr("Was fouled")}
    seconds = {
        "assist": tr("Assist"),
        "player_out": tr("Goes off"),
        "goalkeeper": tr("Goalkeeper"),
        "fouler": tr("Fouled"),
    }
    names = known_names(report, team)
    who = name_choice(firsts.get(kind, tr("Who")), names, row["who"], f"{key}-who")
    other = detail = ""
    if kind in OTHER:
        other = name_choice(seconds[OTHER[kind]], names, row["other"] if kind == row["type"] else "", f"{key}-other")
    if kind in DETAILS:
        choices = [*([] if kind == "card" else [""]), *DETAILS[kind]]
        at = choices.index(row["detail"]) if row["detail"] in choices else 0
        detail = st.selectbox(tr("More exactly"), choices, at, key=f"{key}-detail-{kind}", format_func=detail_text)
    return {
        "type": kind,
        "minute": minute,
        "added": added,
        "team": team or "",
        "who": who,
        "other": other,
        "detail": detail,
    }


def event_form(opened: state.Open, event: Event | None, asked: Asked) -> None:
    """Ask for an event anew; without one, for one that is told at a span and was passed over."""
    report, key = opened.report, asked.key
    fresh = {"type": "goal", "minute": None, "added": None, "team": "", "who": "", "other": "", "detail": ""}
    if event is not None:
        words = report.text[slice(*event_sentence(report, event))].strip()
        html.show("words.html", words=words[:MOST_QUOTED] + "…" * (len(words) > MOST_QUOTED))
    row = _event_row(report, event_row(event) if event else fresh, key)
    reason = ask_reason(key)
    try:
        if event is None:
            if st.button(tr("Add"), type="primary", key="add-event"):
                lay(opened, [missed_event(report, (asked.start, asked.end), row, reason)])
            return
        with st.container(horizontal=True):
            save = st.button(tr("Correct"), type="primary", key="mend-event")
            never = st.button(tr("This did not happen"), key="strike-event", icon=":material/ink_eraser:")
        if never:
            lay(opened, [correct_event(event, DELETED, True, reason)])
        if save:
            found = event_changes(report, event, row, reason)
            if found:
                lay(opened, found)
            st.caption(tr("Nothing was changed yet."))
    except CronacaError as error:
        say(error)
