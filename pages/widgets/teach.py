"""Teaching the lexicon: one entry, a squad list, somebody else's entries; what was taught, and aliases."""

from __future__ import annotations

from datetime import date
from typing import Any

import pandas as pd
import streamlit as st

from core.errors import CronacaError
from core.i18n import mark, tr, trn
from core.lexicon_search import POSITIONS
from core.own_entries import KINDS, LISTS, Entry, checked, columns_of, required_of
from core.own_files import Imported, from_csv, from_json, to_csv, to_json
from core.own_lexicon import club_names
from core.wording import error_text
from pages.widgets import html, state
from pages.widgets.shell import later

KIND_NAMES = {
    "player": mark("player"),
    "club": mark("club"),
    "nickname": mark("nickname"),
    "person": mark("footballer without a club"),
    "coach": mark("coach"),
    "referee": mark("match official"),
    "competition": mark("competition"),
}
FIELDS = {
    "name": mark("Name"),
    "surname": mark("What the press calls him or her"),
    "club": mark("Club"),
    "season": mark("Season"),
    "position": mark("Position"),
    "nationality": mark("Country"),
    "number": mark("Shirt number"),
    "nickname": mark("Nickname"),
    "aliases": mark("Other spellings"),
    "nicknames": mark("Nicknames of the club (la Dea)"),
    "epithets": mark("What its players are called (nerazzurri)"),
    "city": mark("Town"),
    "country": mark("Country"),
    "stadiums": mark("Grounds"),
}
SEASON_STARTS = 7
MOST_PROBLEMS = 10
FEW = 8
CUT = 300


def this_season(today: date | None = None) -> str:
    """Return the season in which a day falls; it changes in July."""
    day = today or date.today()
    first = day.year if day.month >= SEASON_STARTS else day.year - 1
    return f"{first}/{(first + 1) % 100:02d}"


def _title(kind: str, column: str) -> str:
    words = tr("Person") if (kind, column) == ("nickname", "name") else tr(FIELDS[column])
    if column in LISTS:
        return f"{words} ({{}})".format(tr("several, with ; between"))
    return words + " *" * (column in required_of(kind))


def _field(kind: str, column: str) -> Any:  # noqa: ANN401
    key = f"own-{kind}-{column}"
    if column == "club":
        return st.selectbox(
            _title(kind, column),
            club_names(state.lexicon()),
            index=None,
            key=key,
            accept_new_options=True,
            placeholder=tr("choose, or write a new name"),
        )
    if column == "position":
        return st.selectbox(
            _title(kind, column), ["", *POSITIONS], key=key, format_func=lambda p: tr(POSITIONS[p]) if p else "–"
        )
    value = this_season() if (kind, column) == ("player", "season") else ""
    return st.text_input(_title(kind, column), value, key=key, max_chars=300)


def add_one() -> None:
    """Ask for one entry of any kind."""
    kind = st.selectbox(tr("Kind"), list(KIND_NAMES), key="own-kind", format_func=lambda k: tr(KIND_NAMES[k]))
    with st.form(f"own-{kind}", border=False, clear_on_submit=False):
        given = {column: _field(kind, column) for column in columns_of(kind)}
        pressed = st.form_submit_button(tr("Add"), type="primary", key="own-add")
    if pressed:
        try:
            entry = checked(kind, given)
        except CronacaError as error:
            missing = error.code == "entry-missing"
            values = {"value": _title(kind, str(error.values["value"])).rstrip(" *")} if missing else error.values
            st.warning(error_text(CronacaError("", error.code, **values)), icon=":material/info:")
            return
        _keep([(kind, entry)])


def _keep(entries: list[Entry]) -> None:
    state.store().add_entries(entries)
    later(trn("{n} entry kept; the reader knows it now.", "{n} entries kept; the reader knows them now.", len(entries)))
    st.rerun()


# -- lists ------------------------------------------------------------------------------------------


def import_list() -> None:
    """Read a squad list, or entries that somebody exported; show what is in it before it is kept."""
    file = st.file_uploader(
        tr("Squad list (CSV), or entries exported from Cronaca (CSV, JSON)"),
        type=["csv", "txt", "json"],
        key="own-file",
    )
    left, right = st.columns(2)
    with left:
        club = st.text_input(tr("Club, where the list names none"), key="own-file-club", max_chars=80)
    with right:
        season = st.text_input(
            tr("Season, where the list names none"), this_season(), key="own-file-season", max_chars=9
        )
    st.caption(tr("The first line names the columns, for example: cognome; nome; ruolo; maglia; squadra; stagione."))
    if file is None:
        return
    try:
        found = (
            from_json(file.getvalue())
            if file.name.lower().endswith(".json")
            else from_csv(file.getvalue(), club, season)
        )
    except CronacaError as error:
        st.warning(error_text(error), icon=":material/info:")
        return
    _preview(found)


def _preview(found: Imported) -> None:
    if found.problems:
        rows = [(tr("line {n}", n=line), error_text(error)) for line, error in found.problems[:MOST_PROBLEMS]]
        html.show("outcomes.html", refused=rows)
        if len(found.problems) > MOST_PROBLEMS:
            more = len(found.problems) - MOST_PROBLEMS
            st.caption(trn("and {n} more line", "and {n} more lines", more))
    if not found.entries:
        st.caption(tr("There is nothing to keep in this file."))
        return
    known = state.store().entries()
    fresh = [entry for entry in found.entries if entry not in known]
    if not fresh:
        st.caption(tr("All entries of this file are kept."))
        return
    n = len(fresh)
    st.dataframe(_table(fresh), hide_index=True, key="own-preview", height="auto" if n <= FEW else CUT)
    if st.button(trn("Keep {n} entry", "Keep {n} entries", n), type="primary", key="own-import"):
        _keep(fresh)


def _table(entries: list[Entry]) -> pd.DataFrame:
    rows = [
        [
            tr(KIND_NAMES[kind]),
            entry.get("nickname") or entry["name"],
            " · ".join(_details(kind, entry)),
        ]
        for kind, entry in entries
        if kind in KINDS
    ]
    return pd.DataFrame(rows, columns=[tr("Kind"), tr("Name"), tr("What is known")])


def _details(kind: str, entry: dict[str, Any]) -> list[str]:
    skipped = {"surname", "nickname" if entry.get("nickname") else "name"}
    told = [
        tr(POSITIONS[entry[c]]) if c == "position" else entry[c]
        for c in columns_of(kind)
        if c not in skipped and entry.get(c)
    ]
    return [", ".join(value) if isinstance(value, list) else str(value) for value in told]


# -- what was taught --------------------------------------------------------------------------------


def own_entries() -> None:
    """List what users taught; chosen entries can be forgotten, all can be exported."""
    entries = state.store().entries()
    st.subheader(tr("Your own entries"), anchor=False)
    if not entries:
        st.caption(tr("None yet."))
        _forgotten()
        return
    picked = st.dataframe(
        _table(entries),
        hide_index=True,
        key=f"own-entries-{len(entries)}",
        on_select="rerun",
        selection_mode="multi-row",
        height="auto" if len(entries) <= FEW else CUT,
    )
    chosen = [entries[i] for i in picked["selection"]["rows"] if i < len(entries)]
    with st.container(horizontal=True, vertical_alignment="center"):
        if st.button(tr("Forget"), disabled=not chosen, key="own-forget", icon=":material/delete:"):
            for kind, entry in chosen:
                state.store().remove_entry(kind, entry)
            st.session_state["forgotten"] = chosen
            st.rerun()
        st.download_button(
            "CSV", lambda: to_csv(entries), "cronaca-lexicon.csv", "text/csv", on_click="ignore", key="own-csv",
            icon=":material/download:", type="tertiary",
        )  # fmt: skip
        st.download_button(
            "JSON", lambda: to_json(entries), "cronaca-lexicon.json", "application/json", on_click="ignore",
            key="own-json", icon=":material/download:", type="tertiary",
        )  # fmt: skip
    _forgotten()


def _forgotten() -> None:
    gone = st.session_state.get("forgotten") or []
    if not gone:
        return
    with st.container(horizontal=True, vertical_alignment="center"):
        st.caption(trn("{n} entry forgotten.", "{n} entries forgotten.", len(gone)))
        if st.button(tr("Undo"), key="own-undo", icon=":material/undo:", type="tertiary"):
            state.store().add_entries(gone)
            st.session_state["forgotten"] = []
            st.rerun()


def aliases() -> None:
    """List the spellings told for the whole archive; each can be taken back."""
    told = state.store().aliases()
    if not told:
        return
    st.subheader(tr("Spellings told for the whole archive"), anchor=False)
    for alias in told:
        with st.container(horizontal=True, vertical_alignment="center"):
            side = f" ({alias.club})" if alias.club else ""
            html.show("alias.html", written=alias.written, name=alias.name + side, when=alias.made_at[:10])
            if st.button(tr("Take back"), icon=":material/undo:", type="tertiary", key=f"alias-{alias.id}"):
                state.store().undo_alias(int(alias.id or 0))
                st.rerun()
