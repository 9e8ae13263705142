"""Compare: several reports of one match side by side, where they differ, what only one tells."""

import streamlit as st

from core.fusion_words import HEADER, differences, letters, rows, summary
from core.i18n import tr
from pages.widgets import html
from pages.widgets.matches import account, frames, no_reports, pick_match, report_name, show_rows, titles
from pages.widgets.reading import scoreboard
from pages.widgets.same_match import join_by_hand, sources
from pages.widgets.shell import enter

enter()
told = frames()
if told.matches.empty:
    no_reports()
    st.stop()

counted = told.reports.groupby("match_id").size()
named = {number: title for number, title in titles(told).items() if counted[number] > 1}
if not named:
    st.header(tr("No match has two reports yet"), anchor=False)
    st.write(
        tr("Save another report of a match that is in the archive: it is recognised by sides, score, day and goals.")
    )
    join_by_hand(told)
    st.stop()

match = pick_match(named, tr("Match told by several reports"))
if match is None:
    join_by_hand(told)
    st.stop()

found = account(told, match)
whole = found.as_report()
scoreboard(whole)
st.html(html.render("sentence.html", words=summary(found.account)))
names = letters(list(found.reports))
sources(found, names)
differs = differences({k: v for k, v in found.account.header.items() if k in HEADER}, names)
if differs:
    st.subheader(tr("On the match itself they differ"), anchor=False)
    html.show("header_differs.html", differs=differs)

views = {
    "differ": (tr("Where they differ"), found.account.contradictions),
    "alone": (tr("Told by one alone"), [f for n in names for f in found.account.alone(n)]),
    "all": (tr("Everything"), [*found.account.facts, *found.account.surplus]),
}
offered = [code for code, (_, facts) in views.items() if facts]
if offered:
    view = st.segmented_control(
        tr("Show"),
        offered,
        default=offered[0],
        required=True,
        key=f"view-{match}",
        label_visibility="collapsed",
        format_func=lambda code: f"{views[code][0]} ({len(views[code][1])})",
    )
    texts = {n: stored.report.text for n, stored in found.reports.items()}
    heads = [(letter, report_name(found, n)) for n, letter in names.items()]
    show_rows(rows(found.account, views[view][1], whole, texts), heads, side_by_side=True)
if found.account.surplus:
    st.caption(tr("A goal for which the score has no room is shown here and counted nowhere."))
join_by_hand(told)
