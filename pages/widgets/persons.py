"""Parts of the player page: choosing one by name, club and season; the head; the matches; namesakes."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from core.i18n import tr, trn
from core.profiles import FIGURES
from core.profiles import namesakes as entries_like
from core.season_words import title
from pages.widgets import html, state
from pages.widgets.matches import from_address, score_text, to_match
from pages.widgets.shell import later

NARROW, DAY = 60, 80


def _choose(label: str, options: list[str], name: str, rest: str) -> str | None:
    asked = from_address(name)
    at = options.index(asked) if asked in options else None
    key = f"person-{name}-{asked}-{rest}"
    chosen = st.selectbox(label, options, at, key=key, placeholder=tr("all") if rest else "–")
    if (chosen or "") != (asked if at is not None else ""):
        if chosen:
            st.query_params[name] = chosen
        else:
            st.query_params.pop(name, None)
        st.rerun()
    return chosen


def pick_person(known: pd.DataFrame) -> tuple[str | None, str | None, str | None]:
    """Let a person be chosen by name, then by club and season; the address names the choice and follows it."""
    with st.container(horizontal=True, vertical_alignment="bottom", key="person"):
        asked = from_address("name")
        name = _choose(tr("Player"), known["name"].tolist(), "name", "")
        if asked and name is None:
            st.caption(tr("Nobody of this name is told of in the archive."))
        if name is None:
            return None, None, None
        row = known[known["name"] == name].iloc[0]
        club = _choose(tr("Side"), list(row["clubs"]), "club", name)
        season = _choose(tr("Season"), list(row["seasons"]), "season", name) if row["seasons"] else None
    return name, club, season


def portrait(name: str, own: pd.DataFrame, counts: dict[str, int]) -> None:
    """Show who it is, in one sentence."""
    penalties = int((own["penalty"].fillna(False).astype(bool) & (own["figure"] == "goals")).sum())
    words = [trn("{n} match", "{n} matches", own["match_id"].nunique())]
    words += [trn("{n} goal", "{n} goals", counts["goals"])] if "goals" in counts else []
    words += [trn("{n} of them from the spot", "{n} of them from the spot", penalties)] if penalties else []
    words += [trn("{n} assist", "{n} assists", counts["assists"])] if "assists" in counts else []
    clubs = sorted(own["club"].dropna().unique())
    seasons = sorted(own["season"].dropna().unique())
    html.show("portrait.html", name=name, line=" · ".join([*clubs, *seasons]), words=", ".join(words) + ".")


def matches_table(rows: pd.DataFrame, first: str) -> None:
    """List the matches of a person with the figures of each, the one looked at first; a click opens the match."""
    st.subheader(tr("Matches"), anchor=False)
    told = rows.to_dict("records")
    named = [f"{r['home']}–{r['away']} {score_text({str(k): v for k, v in r.items()})}" for r in told]
    shown = sorted((f for f in FIGURES if f in rows), key=lambda f: f != first)
    table = rows.assign(match=named)[["date", "match", *shown]].rename(
        columns=lambda c: tr(FIGURES[c]) if c in FIGURES else tr("Match") if c == "match" else title(c)
    )
    config = {title("date"): st.column_config.DateColumn(format="DD/MM/YY", width=DAY)}
    config |= {tr(FIGURES[f]): st.column_config.Column(width=NARROW) for f in shown}
    picked = st.dataframe(
        table, hide_index=True, on_select="rerun", selection_mode="single-row", column_config=config, placeholder="–",
        key=f"matches-of-{len(rows)}",
    )  # fmt: skip
    st.caption(tr("Tick a match to open it."))
    chosen = picked["selection"]["rows"]
    if chosen and chosen[0] < len(rows):
        to_match(int(rows.iloc[chosen[0]]["match_id"]))


def namesakes(name: str, own: pd.DataFrame) -> None:
    """Let two names of the archive be called one person, and taken apart again."""
    mine, merged, others = entries_like(state.store(), name, set(own["club"].dropna()))
    if not merged and not (mine and others):
        return
    with st.expander(tr("One person under two names?"), icon=":material/group:"):
        for r in merged:
            with st.container(horizontal=True, vertical_alignment="center"):
                st.caption(tr("{name} counts as this person.", name=r))
                if st.button(tr("Take apart"), key=f"apart-{r.id}", type="tertiary"):
                    state.store().merge_people(r.id, None)
                    st.rerun()
        if mine and others:
            chosen = st.selectbox(
                tr("Also written as"), others, None, format_func=str, key=f"merge-{name}", placeholder="–"
            )
            if st.button(tr("Count as one"), disabled=chosen is None, key="merge"):
                state.store().merge_people(chosen.id, mine[0].id)
                later(tr("They count as one person now."))
                st.rerun()
