"""The frame of every page: language, style sheet, navigation, messages that wait for the next run."""

from __future__ import annotations

import json
from pathlib import Path

import streamlit as st
from streamlit.navigation.page import StreamlitPage

from core import i18n
from core.i18n import tr
from core.palette import Palette, css_variables, palette
from pages.widgets.html import shape_masks

HERE = Path(__file__).resolve().parent
PAGES = {
    "report": "pages/report.py",
    "timeline": "pages/timeline.py",
    "season": "pages/season.py",
    "compare": "pages/compare.py",
    "archive": "pages/archive.py",
    "lexicon": "pages/lexicon.py",
    "evaluation": "pages/evaluation.py",
    "match": "pages/match.py",
    "player": "pages/player.py",
}
LOGO = HERE / "logo.svg"


_begun = False


def enter() -> None:
    """Make a deep link work on a fresh server; every page calls this first.

    Until ``st.navigation`` has run once, Streamlit takes a folder named pages/ for its older kind of app
    and runs a page without app.py. Naming the pages and running again puts that right.
    """
    if not _begun:
        navigation()
        st.rerun()


def colours() -> Palette:
    """Return the palette of the browser's theme."""
    return palette(st.context.theme.type)


def begin() -> None:
    """Set the language and the look; every run of every page starts here."""
    global _begun
    _begun = True
    state = st.session_state
    if state.get("language") not in i18n.LANGUAGES:
        asked = st.query_params.get("lang")
        state.language = asked if asked in i18n.LANGUAGES else i18n.preferred(st.context.locale)
    i18n.use(state.language)
    style = (HERE / "style.css").read_text(encoding="utf-8")
    words = "--choose-files:" + json.dumps(tr("Choose files"), ensure_ascii=False)
    st.html(f"<style>:root{{{css_variables(colours())};{words}}}\n{style}\n{shape_masks()}</style>")
    # set at every run: a widget forgets its value when the page changes
    state["language-choice"] = state.language
    with st.container(key="language-switch"):
        st.segmented_control(
            tr("Language"),
            list(i18n.LANGUAGES),
            key="language-choice",
            required=True,
            format_func=str.upper,
            on_change=_change_language,
            label_visibility="collapsed",
        )
    message = state.pop("message", None)
    if message:
        st.toast(message)


def speak() -> None:
    """Set the language again: a dialog or fragment that runs by itself does not pass through the page's beginning."""
    i18n.use(st.session_state.get("language", i18n.DEFAULT))


def _change_language() -> None:
    chosen = st.session_state.get("language-choice")
    if chosen in i18n.LANGUAGES:
        st.session_state.language = chosen
        i18n.use(chosen)


def navigation() -> StreamlitPage:
    """Build the navigation in the language in use."""
    st.logo(str(LOGO), size="large")
    return st.navigation(
        [
            st.Page(PAGES["report"], title=tr("Report"), url_path="report", default=True),
            st.Page(PAGES["timeline"], title=tr("Timeline"), url_path="timeline"),
            st.Page(PAGES["season"], title=tr("Season"), url_path="season"),
            st.Page(PAGES["compare"], title=tr("Compare"), url_path="compare"),
            st.Page(PAGES["archive"], title=tr("Archive"), url_path="archive"),
            st.Page(PAGES["lexicon"], title=tr("Lexicon"), url_path="lexicon"),
            st.Page(PAGES["evaluation"], title=tr("Trust"), url_path="evaluation"),
            # profiles are reached from what they are about
            st.Page(PAGES["match"], title=tr("Match"), url_path="match", visibility="hidden"),
            st.Page(PAGES["player"], title=tr("Player"), url_path="player", visibility="hidden"),
        ],
        position="top",
    )


def later(message: str) -> None:
    """Show a message on the next run (a toast does not survive a change of page)."""
    st.session_state.message = message
