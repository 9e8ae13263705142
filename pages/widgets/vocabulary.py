"""Looking up what the lexicon knows: squads, clubs, nicknames, words of the game."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from core.i18n import mark, tr, trn
from core.lexicon_search import KINDS, SHOWN, counts, search
from pages.widgets import state
from pages.widgets.why import source_text

COLUMNS = ("kind", "name", "detail", "source")
MANY = {
    "club": mark("clubs"),
    "player": mark("stints of players at clubs"),
    "person": mark("footballers without a club"),
    "nickname": mark("nicknames"),
    "coach": mark("coaches"),
    "referee": mark("match officials"),
    "competition": mark("competitions"),
    "stadium": mark("grounds"),
    "trigger": mark("words of the game"),
}
CUT = 520


def thousands(n: int) -> str:
    """Write a number with a thin gap between thousands."""
    return f"{n:,}".replace(",", "\u202f")


def look_up() -> None:
    """Ask for words and show what the lexicon knows of them."""
    lex = state.lexicon()
    query = st.text_input(
        tr("Search"),
        key="lexicon-query",
        placeholder=tr("a player, a club, a nickname, a word: for example Dea"),
        label_visibility="collapsed",
        max_chars=100,
    )
    kinds = st.pills(
        tr("Kinds"),
        list(KINDS),
        selection_mode="multi",
        key="lexicon-kinds",
        format_func=lambda k: tr(KINDS[k]),
        wrap=True,
    )
    if not query.strip():
        known = [f"{thousands(n)} {tr(MANY[kind])}" for kind, n in counts(lex).items() if n]
        st.caption(tr("Known: {things}.", things=", ".join(known)))
        st.caption(tr("What the reader knows says who plays where and what things are called, never what happened."))
        return
    lines, n = search(lex, query, set(kinds) or None)
    if not lines:
        st.info(
            tr("The lexicon does not know «{query}». You can teach it here.", query=query.strip()),
            icon=":material/search_off:",
        )
        return
    rows = [[tr(KINDS[x.kind]), x.name, x.detail, source_text(x.source)] for x in lines]
    titles = {"kind": tr("Kind"), "name": tr("Name"), "detail": tr("What is known"), "source": tr("Source")}
    st.dataframe(
        pd.DataFrame(rows, columns=list(COLUMNS)),
        hide_index=True,
        key="lexicon-found",
        height=CUT if len(rows) > 14 else "auto",
        column_config={
            c: st.column_config.TextColumn(t, width=300 if c == "detail" else None) for c, t in titles.items()
        },
    )
    found = trn("{n} entry", "{n} entries", n)
    st.caption(tr("{found}; the first {shown} are shown.", found=found, shown=SHOWN) if n > SHOWN else found)
