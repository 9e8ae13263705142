"""Stagione: all saved reports as one season; every number leads back to a match."""

import streamlit as st

from core.i18n import tr
from core.season_words import gap_lines, sentence
from pages.widgets.archive import archive, empty_archive, frames, narrowed_view, season_view
from pages.widgets.linked import choice_for, chosen_bars
from pages.widgets.season_parts import (
    charts_row,
    discipline,
    excel,
    filters,
    form_strip,
    league,
    results,
    scorers,
)
from pages.widgets.shell import enter

enter()
told = frames()
if told.matches.empty:
    empty_archive()
    st.stop()

wanted = filters(told)
view = season_view(wanted)
if view.matches.empty:
    st.info(tr("No saved match fits these filters."), icon=":material/filter_alt_off:")
else:
    choice = choice_for(wanted)
    form_strip(view, wanted.side, sentence(view, wanted.side))
    charts_row(view, wanted, choice)
    chosen_bars(choice, wanted)
    shown = narrowed_view(wanted, choice)
    if shown.matches.empty:
        st.info(tr("No match fits both choices."), icon=":material/filter_alt_off:")
    left, right = st.columns([5, 4], gap="medium")
    with left:
        results(shown)
        discipline(shown)
    with right:
        league(view, wanted)
        scorers(shown)
    if lines := gap_lines(view):
        with st.expander(tr("What the reports do not tell"), icon=":material/help:"):
            st.markdown("\n".join(f"- {line}" for line in lines))
    excel(view)
archive()
