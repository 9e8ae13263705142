"""A match of the archive: what all its reports tell of it, with their sentences."""

import streamlit as st

from core.export_sheet import tabellino
from core.fusion_words import letters, rows, summary
from core.i18n import tr
from core.profiles import figures
from pages.widgets import html
from pages.widgets.matches import (
    account,
    everything_done,
    frames,
    no_reports,
    pick_match,
    report_name,
    show_rows,
    titles,
)
from pages.widgets.outlets import stem
from pages.widgets.profiles import people_table, sheet_differences
from pages.widgets.reading import lineups, scoreboard
from pages.widgets.same_match import sources
from pages.widgets.shell import enter

enter()
told = frames()
if told.matches.empty:
    no_reports()
    st.stop()

match = pick_match(titles(told), tr("Match"))
if match is None:
    st.caption(tr("Choose a match of the archive."))
    st.stop()

found = account(told, match)
whole = found.as_report()
names = letters(list(found.reports))
scoreboard(whole)
st.html(html.render("sentence.html", words=summary(found.account)))
sources(found, names)
left, right = st.columns([3, 2], gap="large")
with left:
    st.subheader(tr("What happened"), anchor=False)
    if found.account.facts:
        st.caption(tr("Open a line to read the sentences that tell it."))
        texts = {n: stored.report.text for n, stored in found.reports.items()}
        heads = [(letter, report_name(found, n)) for n, letter in names.items()]
        show_rows(rows(found.account, found.account.facts, whole, texts), heads, side_by_side=False)
    else:
        st.caption(tr("The reports tell no events."))
    if len(names) > 1 and st.button(tr("Compare the reports"), key="to-compare", icon=":material/compare_arrows:"):
        st.switch_page("pages/compare.py", query_params={"match": str(match)})
with right:
    done = everything_done()
    people_table(done[done["match_id"] == match], figures)
lineups(whole)
with st.expander(tr("Match sheet"), icon=":material/receipt_long:"):
    sheet = tabellino(whole)
    st.code(sheet, language=None, wrap_lines=True)
    st.download_button(
        tr("Match sheet (text)"), sheet, f"{stem(whole)}.txt", "text/plain", on_click="ignore", key="match-sheet"
    )
    for number in names:
        sheet_differences(found.reports[number].report, report_name(found, number))
