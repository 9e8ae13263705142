"""The pieces of one reading on the page: scoreboard, people, doubts, lineups, other matches."""

from __future__ import annotations

from itertools import groupby

import streamlit as st

from core.highlight import event_sentence, side_of
from core.i18n import tr, trn
from core.people import people as people_table
from core.schema import MatchReport
from core.scoreboard import board
from core.wording import LABEL, doubt_text
from pages.widgets import html, state

DID = {
    "goals": "goal",
    "own_goals": "own_goal",
    "assists": "assist",
    "yellow": "yellow",
    "red": "red",
    "shots": "shot",
    "on": "substitution",
    "off": "substitution",
}
"""Column of the people table -> the shape shown for it."""


def scoreboard(report: MatchReport) -> None:
    """Show the header card."""
    html.show("scoreboard.html", board=board(report))


def _did(row: dict[str, int]) -> list[tuple[str, int, str]]:
    words = {
        "goals": trn("{n} goal", "{n} goals", row["goals"]),
        "own_goals": trn("{n} own goal", "{n} own goals", row["own_goals"]),
        "assists": trn("{n} assist", "{n} assists", row["assists"]),
        "yellow": trn("{n} yellow card", "{n} yellow cards", row["yellow"]),
        "red": tr("sent off"),
        "shots": trn("{n} shot", "{n} shots", row["shots"]),
        "on": tr("comes on"),
        "off": tr("goes off"),
    }
    return [(kind, row[column], words[column]) for column, kind in DID.items() if row[column]]


def people(report: MatchReport) -> None:
    """List the people side by side with what they did and how often they are named."""
    frame = people_table(report)
    names = {"home": report.match.home, "away": report.match.away, "none": tr("Neither side")}
    rows = frame.to_dict("records")
    groups = []
    for side, members in groupby(rows, key=lambda r: str(r["side"])):
        told, also = [], []
        for r in members:
            did, role = _did(r), "" if r["label"] == "PLAYER" else tr(LABEL[str(r["label"])])
            if did or role or r["mentions"] > 1:
                told.append({**r, "role": role, "did": did})
            else:
                also.append(r["name"])
        groups.append({"side": side, "title": names.get(side) or tr("Neither side"), "rows": told, "also": also})
    if groups:
        html.show("people.html", groups=groups)


def doubts(report: MatchReport) -> None:
    """Say each doubt in words, with the passage it is about."""
    shown = []
    for doubt in report.warnings:
        quote = ""
        if doubt.start is not None and doubt.end is not None:
            quote = report.text[doubt.start : doubt.end]
        elif event := next((e for e in report.events if e.id in doubt.events), None):
            quote = report.text[slice(*event_sentence(report, event))].strip()
        shown.append({"text": doubt_text(doubt, report), "quote": quote})
    html.show("doubts.html", doubts=shown)


def untaken(report: MatchReport) -> None:
    """List the sentences in which words for an event were seen, but none was taken, each with the reason."""
    rows = [s for s in state.silent() if s.seen]
    if not rows:
        return
    n = len(rows)
    title = trn("{n} sentence seen and not taken as an event", "{n} sentences seen and not taken as events", n)
    with st.expander(title, icon=":material/visibility_off:", key="untaken"):
        st.caption(tr("Click any sentence of the text without a mark to ask why it tells no event."))
        html.show("untaken.html", rows=[(s.lines, report.text[s.start : s.end].strip()) for s in rows])


def lineups(report: MatchReport) -> None:
    """Show the line-ups where the text prints them."""
    if not report.match.lineups:
        return
    st.subheader(tr("Line-ups"), anchor=False)
    rows = [
        {
            "side": side_of(report, x.team),
            "team": x.team,
            "formation": x.formation,
            "starters": x.starters,
            "bench": x.bench,
        }
        for x in report.match.lineups
    ]
    html.show("lineups.html", lineups=rows)


def other_matches(report: MatchReport) -> None:
    """Offer to read apart the other matches that the same text tells."""
    if not report.other_matches:
        return
    n = len(report.other_matches)
    titles = [f"{o.home}–{o.away}" + (" {}–{}".format(*o.score) if o.score else "") for o in report.other_matches]
    with st.container(horizontal=True, vertical_alignment="bottom"):
        chosen = st.selectbox(
            trn("The text tells {n} other match", "The text tells {n} other matches", n),
            range(n),
            format_func=lambda i: titles[i],
            key="other-match",
        )
        if st.button(tr("Read this one"), key="read-other"):
            other = report.other_matches[chosen]
            state.read_pasted(report.text[other.start : other.end])
            st.rerun()
