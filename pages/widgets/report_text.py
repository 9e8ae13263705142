"""The clickable report: mounts the component of ``text/`` and hands back what was clicked."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import Any

import streamlit as st

from core.schema import MatchReport
from core.textview import text_view
from pages.widgets import correct, state

HERE = Path(__file__).resolve().parent / "text"
HTML = '<div class="cronaca"></div>'


@lru_cache(maxsize=1)
def _component() -> Any:  # noqa: ANN401
    css, js = ((HERE / name).read_text(encoding="utf-8") for name in ("view.css", "view.js"))
    return st.components.v2.component("cronaca_text", html=HTML, css=css, js=js)


def report_text(report: MatchReport, key: str, panel: bool = False, legend: bool = True) -> None:
    """Show the text of a reading with its names and events marked; a click chooses an event for every page."""
    data = text_view(report, legend=legend, silent=state.silent())
    data |= {"focus": state.desk().chosen, "scroll": panel, "panel": panel}

    def clicked() -> None:
        event = st.session_state[key].get("event")
        if event:
            state.choose(event["id"])

    def mended() -> None:
        if told := st.session_state[key].get("mend"):
            correct.ask(correct.Asked("mention", int(told["start"]), int(told["end"])))

    def picked() -> None:
        if told := st.session_state[key].get("pick"):
            correct.ask(correct.Asked("missed", int(told["start"]), int(told["end"])))

    _component()(data=data, key=key, on_event_change=clicked, on_mend_change=mended, on_pick_change=picked)
