"""A player over the whole archive: every figure opens its matches, every match its sentences."""

import streamlit as st

from core.i18n import tr
from core.profiles import FIGURES, FIRST_SHOWN, figures, matches_of, of_person, people
from pages.widgets.matches import everything_done, frames, no_reports, titles
from pages.widgets.persons import matches_table, namesakes, pick_person, portrait
from pages.widgets.profiles import told_passages
from pages.widgets.shell import enter

enter()
told = frames()
if told.matches.empty:
    no_reports()
    st.stop()

done = everything_done()
known = people(done)
name, club, season = pick_person(known)
if name is None:
    st.caption(tr("Choose a player: everybody is here of whom a saved report tells something."))
    st.stop()

own = of_person(done, name, club, season)
counts = figures(own)
portrait(name, own, counts)
if counts:
    default = next((f for f in FIRST_SHOWN if f in counts), next(iter(counts)))
    figure = st.pills(
        tr("Figures"),
        list(counts),
        default=default,
        required=True,
        key=f"figure-{name}-{club}-{season}",
        label_visibility="collapsed",
        format_func=lambda f: f"{tr(FIGURES[f])} {counts[f]}",
        wrap=True,
    )
    left, right = st.columns([3, 2], gap="large")
    with left:
        rows = own[own["figure"] == figure].sort_values(["date", "match_id", "minute"])
        named = titles(told, own["match_id"])
        told_passages(rows, lambda row: named[int(row["match_id"])], f"told-{figure}")
    with right:
        matches_table(matches_of(told, own), figure)
namesakes(name, own)
