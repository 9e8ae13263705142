"""The timeline's pieces: the chart, the chosen event with its sentence, the table that follows."""

from __future__ import annotations

from typing import Any

import pandas as pd
import streamlit as st

from core import charts
from core.highlight import side_of
from core.i18n import tr
from core.match_clock import axis
from core.schema import Event, MatchReport
from core.telling import telling_rows, words_by
from core.timeline import mark_kind, marks
from core.wording import MARKS, describe, what, when, who
from pages.widgets import correct, html, state
from pages.widgets.outlets import save_chart
from pages.widgets.shell import colours
from pages.widgets.why_event import pieces, why_event

NARROW = 66
"""Width of the column of minutes."""


def chart(opened: state.Open, kinds: set[str], sides: set[str], names: dict[str, str]) -> Any:  # noqa: ANN401
    """Draw the match; a click on a mark chooses its event. Returns the drawing."""
    report = opened.report
    rows = marks(report, kinds, sides | ({"none"} if len(sides) == 2 else set()))
    drawing = charts.timeline(rows, axis(report.events), names, colours(), opened.chosen)
    key = f"timeline-{report.source.sha256[:12]}"

    def clicked() -> None:
        state.choose(selected(st.session_state[key]) or opened.chosen)

    told = "; ".join(describe(e) for e in report.events)
    with st.container(key="timeline-scroll"):
        if rows:
            st.altair_chart(drawing, theme=None, key=key, on_select=clicked, selection_mode="event", alt=told)
        else:  # a clock without marks has nothing to select
            st.altair_chart(drawing, theme=None)
    html.show("swipe.html")
    return drawing


def legend(report: MatchReport) -> None:
    """Name the marks that the match has."""
    kinds = dict.fromkeys(mark_kind(e) for e in sorted(report.events, key=lambda e: e.order))
    ranges = any(e.minute is None for e in report.events)
    html.show("marks.html", kinds=[(kind, tr(MARKS[kind])) for kind in kinds], ranges=ranges)


def selected(selection: Any) -> str | None:  # noqa: ANN401
    """Return the id of the mark that a chart's selection holds."""
    points = selection.get("selection", {}).get("event", []) if selection else []
    return str(points[0]["id"]) if points and "id" in points[0] else None


def _ordered(report: MatchReport) -> list[Event]:
    return sorted(report.events, key=lambda e: e.order)


def chosen_event(opened: state.Open, drawing: Any) -> None:  # noqa: ANN401
    """Show the chosen event with its sentence, the words it was read from underlined; step through the events."""
    events = _ordered(opened.report)
    ids = [e.id for e in events]
    with st.container(horizontal=True, vertical_alignment="center", key="steps"):
        step = {"on_click": _step, "type": "tertiary"}
        st.button(tr("Previous"), icon=":material/chevron_left:", key="previous", args=(ids, opened.chosen, -1), **step)
        st.button(tr("Next"), icon=":material/chevron_right:", key="next", args=(ids, opened.chosen, 1), **step)
        save_chart(drawing, "timeline")
        if opened.chosen not in ids:
            st.caption(tr("Choose a mark to read the sentence that tells it."))
    event = next((e for e in events if e.id == opened.chosen), None)
    if event is None:
        return
    html.show(
        "quote.html",
        side=side_of(opened.report, event.team),
        kind=mark_kind(event),
        minute=when(event) or tr("minute not told"),
        title=f"{what(event)}: {who(event)}",
        team=event.team,
        score="{}–{}".format(*event.score_after) if event.score_after else "",
        pieces=pieces(opened.report, event),
        why=why_event(opened.report, event),
    )
    if st.button(tr("Put this event right"), icon=":material/edit:", type="tertiary", key="mend-chosen"):
        correct.ask(correct.Asked("event", event=event.id))


def _step(ids: list[str], chosen: str | None, by: int) -> None:
    at = ids.index(chosen) + by if chosen in ids else (0 if by > 0 else -1)
    state.choose(ids[at % len(ids)])


def event_table(opened: state.Open, kinds: set[str], sides: set[str]) -> None:
    """List the events; choosing a row chooses the event."""
    rows = [
        e for e in _ordered(opened.report) if e.type in kinds and side_of(opened.report, e.team) in sides | {"none"}
    ]
    frame = pd.DataFrame(
        [[when(e) or "–", what(e), e.team or "", who(e)] for e in rows],
        columns=[tr("Minute"), tr("Event"), tr("Side"), tr("Who")],
    )
    at = next((i for i, e in enumerate(rows) if e.id == opened.chosen), None)
    # a table takes its selection only when it is new, so each choice makes a new one
    key = f"events-{opened.report.source.sha256[:12]}-{len(rows)}-{at}"
    default = {"selection": {"rows": [] if at is None else [at]}}

    def clicked() -> None:
        picked = st.session_state[key]["selection"]["rows"]
        if picked:
            state.choose(rows[picked[0]].id)

    st.dataframe(
        frame, hide_index=True, key=key, on_select=clicked, selection_mode="single-row", selection_default=default,
        column_config={tr("Minute"): st.column_config.Column(width=NARROW)},
    )  # fmt: skip


def telling(opened: state.Open) -> None:
    """Show the journalist's way through the match against the clock, and where the words went."""
    report = opened.report
    rows = telling_rows(report)
    if len(rows) > 1:
        st.altair_chart(charts.order_of_telling(rows, colours()), theme=None)
        st.caption(tr("From left to right as the text goes; a fall means that it turns back in time."))
    by_side, by_player = words_by(report)
    left, right = st.columns(2)
    left.dataframe(by_side, hide_index=True)
    right.dataframe(by_player, hide_index=True)
