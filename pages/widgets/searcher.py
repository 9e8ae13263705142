"""Searching the archive on the page: words in the texts, events by what they are; every hit opens its report."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

import pandas as pd
import streamlit as st

from core.i18n import day_text, tr, trn
from core.season import choices
from core.season_source import Frames
from core.store_search import EventHit, Hit, search_events, search_text
from core.wording import KINDS
from pages.widgets import html, state
from pages.widgets.matches import open_at
from pages.widgets.profiles import told_passages

STATES = ("ahead", "level", "behind")
LAST_MINUTE = 120
SHOWN_AT_ONCE = 20


def searcher(told: Frames) -> None:
    """Ask for words and for events; show what is found."""
    words = st.text_input(
        tr("Words in the text"),
        key="search-words",
        placeholder=tr("for example: parata Carnesecchi"),
        type="search",
    ).strip()
    asked = _asked(choices(told)["side"])
    if not words and not any(asked.values()):
        st.caption(tr("All words must be there; a beginning is enough. Events are searched by what happened."))
        return
    texts = search_text(state.store(), words) if words else []
    if any(asked.values()):
        events = search_events(state.store(), **asked)
        held = {hit.report_id for hit in texts}
        _events([e for e in events if not words or e.report_id in held])
    else:
        _texts(texts)


def _asked(sides: list[str]) -> dict[str, Any]:
    with st.container(horizontal=True, vertical_alignment="bottom", key="search-events"):
        kind = st.selectbox(
            tr("Event"), list(KINDS), None, format_func=lambda k: tr(KINDS[k]), key="search-kind", placeholder=tr("any")
        )
        person = st.text_input(tr("Person"), key="search-person").strip()
        keeper = st.text_input(tr("Goalkeeper"), key="search-keeper").strip()
        team = st.selectbox(tr("Side"), sides, None, key="search-team", placeholder=tr("any"))
        names = {"ahead": tr("in front after it"), "level": tr("level after it"), "behind": tr("behind after it")}
        score = st.selectbox(
            tr("Score"), STATES, None, format_func=names.__getitem__, key="search-state", placeholder=tr("any")
        )
    first, last = st.slider(tr("Minutes"), 1, LAST_MINUTE, (1, LAST_MINUTE), key="search-minutes")
    return {
        "kind": kind,
        "person": person or None,
        "goalkeeper": keeper or None,
        "team": team,
        "state": score,
        "first": first if first > 1 else None,
        "last": last if last < LAST_MINUTE else None,
    }


def _head(hit: Hit | dict[str, Any]) -> str:
    row = asdict(hit) if isinstance(hit, Hit) else hit
    sides = f"{row['home'] or '?'}–{row['away'] or '?'}"
    day = row["date"]
    return f"{sides}, {day_text(pd.Timestamp(day).date())}" if isinstance(day, str) and day else sides


def _texts(hits: list[Hit]) -> None:
    st.markdown(trn("{n} report", "{n} reports", len(hits)) if hits else tr("No report holds all these words."))
    many = st.session_state.get("search-many", SHOWN_AT_ONCE)
    for hit in hits[:many]:
        with st.container(horizontal=True, vertical_alignment="center", key=f"hit-{hit.report_id}"):
            html.show("hit.html", head=_head(hit), parts=hit.parts)
            if st.button(tr("Open"), key=f"hit-open-{hit.report_id}", type="tertiary", icon=":material/article:"):
                open_at(hit.report_id)
    if len(hits) > many and st.button(tr("Show more"), key="search-more"):
        st.session_state["search-many"] = many + SHOWN_AT_ONCE
        st.rerun()


def _events(hits: list[EventHit]) -> None:
    st.markdown(trn("{n} event", "{n} events", len(hits)) if hits else tr("No event fits."))
    if hits:
        told_passages(pd.DataFrame([asdict(h) for h in hits]), _head, "search-told")
