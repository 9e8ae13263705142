"""Header and events editable in place, what was corrected so far, and the corrected report as a gold file."""

from __future__ import annotations

from dataclasses import replace

import pandas as pd
import streamlit as st

from core.corrections_gold import gold_name, gold_zip
from core.corrections_table import (
    DETAILS,
    LAST_MINUTE,
    MOST_ADDED,
    event_changes,
    event_row,
    header_changes,
    header_text,
    side_choices,
    swapped_sides,
)
from core.corrections_table import HEADER as FIELDS
from core.corrections_words import HEADER, KIND, Act, acts
from core.errors import CronacaError
from core.i18n import tr, trn
from core.schema import Event, MatchReport
from core.store_corrections import DELETED, Correction, correct_event
from core.wording import error_text
from pages.widgets import html, state
from pages.widgets.correct import Asked, ask, lay
from pages.widgets.correct_event import detail_text
from pages.widgets.shell import later


def correct_panel(opened: state.Open) -> None:
    """Show the tables to type in, and the corrections made so far."""
    n = sum(not act.undone for act in acts(opened.corrections, opened.lost, opened.report))
    made = trn("{n} correction by you", "{n} corrections by you", n)
    with st.expander(
        tr("Correct this reading") + (f" · {made}" if n else ""), icon=":material/edit_note:", key="correct"
    ):
        st.caption(
            tr(
                "Type in the tables, or choose a name in the text. To add what is missing, select its words in the "
                "text. Corrections are kept beside the reading, hold for newer readings of this text, and can be taken "
                "back."
            )
        )
        key = f"{opened.report.source.sha256[:8]}-{opened.seen[1] if opened.seen else 0}"
        _header(opened, key)
        _events(opened, key)
        _missing(opened)
        _made(opened)
        _read_again(opened)


def _keep(opened: state.Open, corrections: list[Correction], key: str) -> None:
    """Ask for a reason and keep what was typed."""
    with st.container(horizontal=True, vertical_alignment="bottom"):
        reason = st.text_input(tr("Reason (may stay empty)"), key=f"{key}-reason", max_chars=200).strip()
        n = len(corrections)
        if st.button(trn("Keep {n} change", "Keep {n} changes", n), type="primary", key=f"keep-{key.split('-')[0]}"):
            lay(opened, [replace(c, reason=reason) for c in corrections])


# -- header -----------------------------------------------------------------------------------------


def _header(opened: state.Open, key: str) -> None:
    report = opened.report
    with st.container(horizontal=True, vertical_alignment="center"):
        st.subheader(tr("The match"), anchor=False, width="content")
        both = report.match.home and report.match.away
        if both and st.button(
            tr("Home and away the other way round"), icon=":material/swap_horiz:", type="tertiary", key="swap"
        ):
            lay(opened, swapped_sides(report))
    frame = pd.DataFrame(
        {"what": [tr(HEADER[f]) for f in FIELDS], "told": [header_text(report.match, f) for f in FIELDS]}
    )
    config = {
        "what": st.column_config.TextColumn(tr("What"), disabled=True),
        "told": st.column_config.TextColumn(tr("As read"), max_chars=80),
    }
    typed = st.data_editor(
        frame, hide_index=True, key=f"header-{key}", height="content", column_config=config, placeholder="–"
    )
    try:
        changes = header_changes(report, dict(zip(FIELDS, typed["told"].fillna("").astype(str), strict=True)))
    except CronacaError as error:
        st.warning(error_text(error), icon=":material/info:")
        return
    if changes:
        _keep(opened, changes, f"header-{key}")


# -- events -----------------------------------------------------------------------------------------


def _column_titles() -> dict[str, str]:
    return {
        "minute": tr("Minute"),
        "added": tr("Added"),
        "type": tr("What happened"),
        "team": tr("Side"),
        "who": tr("Who"),
        "other": tr("With whom"),
        "detail": tr("More exactly"),
    }


def _ordered(report: MatchReport) -> list[Event]:
    return sorted(report.events, key=lambda e: e.order)


def _events(opened: state.Open, key: str) -> None:
    report, events = opened.report, _ordered(opened.report)
    st.subheader(tr("Event by event"), anchor=False)
    if not events:
        st.caption(tr("The reading of this text holds no events."))
        return
    titles = _column_titles()
    rows = pd.DataFrame([event_row(e) for e in events], columns=list(titles)).astype(
        {"minute": "Int64", "added": "Int64"}
    )
    details = list(dict.fromkeys(["", *(d for kind in DETAILS.values() for d in kind)]))
    config = {
        "minute": st.column_config.NumberColumn(titles["minute"], min_value=1, max_value=LAST_MINUTE, step=1, width=74),
        "added": st.column_config.NumberColumn(titles["added"], min_value=1, max_value=MOST_ADDED, step=1, width=74),
        "type": st.column_config.SelectboxColumn(titles["type"], options=list(KIND), required=True, format_func=_kind),
        "team": st.column_config.SelectboxColumn(titles["team"], options=side_choices(report)),
        "who": st.column_config.TextColumn(titles["who"], max_chars=80),
        "other": st.column_config.TextColumn(
            titles["other"], max_chars=80, help=tr("Assist, who goes off, goalkeeper, or who fouled.")
        ),
        "detail": st.column_config.SelectboxColumn(titles["detail"], options=details, format_func=detail_text),
    }
    typed = st.data_editor(
        rows, hide_index=True, key=f"events-{key}", num_rows="delete", column_config=config, placeholder="–"
    )
    try:
        changes = table_changes(report, events, typed)
    except CronacaError as error:
        st.warning(error_text(error), icon=":material/info:")
        return
    if changes:
        _keep(opened, changes, f"events-{key}")


def _kind(kind: str) -> str:
    return tr(KIND[kind])


def table_changes(report: MatchReport, events: list[Event], typed: pd.DataFrame) -> list[Correction]:
    """Return corrections for the table as typed; rows keep the number of their event as index, struck ones are gone."""
    plain = typed.astype(object).where(typed.notna(), None)
    found: list[Correction] = []
    for number, event in enumerate(events):
        if number not in plain.index:
            found.append(correct_event(event, DELETED, True))
            continue
        row = {str(k): v for k, v in plain.loc[number].items()}
        told = {**row, **{k: row[k] or "" for k in ("team", "who", "other", "detail")}}
        found += event_changes(report, event, told)
    return found


# -- what is missing, what was made -----------------------------------------------------------------


def _missing(opened: state.Open) -> None:
    """Find missed words by typing them, for those who cannot select with a mouse."""
    with st.form("missing", border=False), st.container(horizontal=True, vertical_alignment="bottom"):
        words = st.text_input(tr("Words of the text that were passed over"), key="missing-words", max_chars=300).strip()
        pressed = st.form_submit_button(tr("Add what they tell"), key="missing-find")
    if pressed:
        at = opened.report.text.find(words) if words else -1
        if at < 0:
            st.caption(tr("These words do not stand in the text: copy them from it."))
        else:
            ask(Asked("missed", at, at + len(words)))


def _made(opened: state.Open) -> None:
    told = list(acts(opened.corrections, opened.lost, opened.report))
    if not told:
        return
    with st.container(horizontal=True, vertical_alignment="center"):
        st.subheader(tr("Corrected so far"), anchor=False, width="content")
        st.download_button(
            tr("As a gold file"),
            lambda: gold_zip([opened.report]),
            f"{gold_name(opened.report)}.zip",
            "application/zip",
            on_click="ignore",
            icon=":material/download:",
            type="tertiary",
            key="gold",
            help=tr("Text and corrected reading, to measure readers with."),
        )
    for number, act in enumerate(told):
        _act(act, number)


def _act(act: Act, number: int) -> None:
    with st.container(horizontal=True, vertical_alignment="center"):
        html.show("act.html", act=act, when=act.made_at[:16].replace("T", " "))
        store = state.store()
        if act.undone:
            if st.button(tr("Lay on again"), icon=":material/redo:", type="tertiary", key=f"redo-{number}"):
                store.redo(*act.numbers)
                st.rerun()
        elif st.button(tr("Take back"), icon=":material/undo:", type="tertiary", key=f"undo-{number}"):
            store.undo(*act.numbers)
            st.rerun()


def _read_again(opened: state.Open) -> None:
    """Offer today's reading of a saved report where it differs from the one in the archive."""
    reading = opened.reading
    number = state.store().find(reading.text) if opened.origin == "archive" and reading else None
    if number is None or reading is None:
        return
    try:
        fresh = state.read(reading.text, reading.source.name)
    except CronacaError:
        return
    told = [{"match": r.match, "mentions": r.mentions, "events": r.events} for r in (reading, fresh)]
    if told[0] == told[1]:
        return
    with st.container(horizontal=True, vertical_alignment="center"):
        st.caption(tr("Today the reader reads this text otherwise than when it was saved."))
        if st.button(tr("Read again, keep my corrections"), icon=":material/refresh:", type="tertiary", key="reread"):
            state.store().reread(number, fresh)
            later(tr("Read again. Your corrections stand."))
            st.rerun()
