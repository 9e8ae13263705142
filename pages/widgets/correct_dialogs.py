"""Putting one thing right where it stands: a name, or words that the reader passed over."""

from __future__ import annotations

import streamlit as st

from core.corrections import missed_name, not_a_name, plays_for, relabel, rename, same_person, trimmed
from core.errors import CronacaError
from core.i18n import tr, trn
from core.schema import Label, MatchReport, Mention
from core.store import Alias
from pages.widgets import html, state
from pages.widgets.correct import (
    ASKED,
    MOST_QUOTED,
    PERSONS,
    Asked,
    ask,
    ask_reason,
    gone,
    known_names,
    label_choice,
    lay,
    name_choice,
    say,
    side_choice,
)
from pages.widgets.correct_event import event_form
from pages.widgets.shell import speak
from pages.widgets.why import why_mention


def dialogs() -> None:
    """Show the dialog that was asked for; every page with a report calls this last."""
    asked: Asked | None = st.session_state.get(ASKED)
    if asked is None:
        return
    titles = {
        "mention": tr("Why? Put it right"),
        "missed": tr("Something is missing here"),
        "event": tr("Put this event right"),
    }
    st.dialog(titles[asked.kind], on_dismiss=lambda: ask(None))(_dialog)(asked)


def _dialog(asked: Asked) -> None:
    speak()
    opened = state.desk()
    report = opened.report
    if asked.kind == "event":
        event = next((e for e in report.events if e.id == asked.event), None)
        return event_form(opened, event, asked) if event else gone()
    if asked.kind == "mention":
        mention = next((m for m in report.mentions if (m.start, m.end) == (asked.start, asked.end)), None)
        return _mention_form(opened, mention, asked) if mention else gone()
    return _missed_form(opened, asked)


# -- names ------------------------------------------------------------------------------------------


def _alias_offer(mention: Mention, name: str, key: str) -> Alias | None:
    """Offer to tell a spelling for the whole archive, with a preview of what it changes."""
    if not name or name == mention.name or mention.label not in PERSONS:
        return None
    alias = Alias(mention.text, name, mention.team or "")
    if not st.checkbox(
        tr("In the whole archive: «{written}» is {name}", written=mention.text, name=name), key=f"{key}-alias"
    ):
        return None
    found = state.store().preview_alias(alias)
    rows = [
        f"{s.home or '?'}–{s.away or '?'}" + (f" {s.date:%d/%m/%Y}" if s.date else "") + f" ({n})" for s, n in found
    ]
    html.show("preview.html", rows=rows[:10], more=max(0, len(rows) - 10), n=sum(n for _, n in found))
    return alias


def _mention_form(opened: state.Open, mention: Mention, asked: Asked) -> None:
    report, key = opened.report, asked.key
    same = same_person(report, mention)
    why_mention(mention, len(same))
    person = mention.label in PERSONS
    name = name_choice(tr("This is"), known_names(report, mention.team) if person else [], mention.name, f"{key}-name")
    left, right = st.columns(2)
    with left:
        label = label_choice(str(mention.label), f"{key}-label")
    with right:
        sided = label in (Label.PLAYER, Label.COACH)
        team = side_choice(report, mention.team, f"{key}-team") if sided else mention.team
    everywhere = len(same) == 1 or st.checkbox(
        trn("Everywhere in this text ({n} time)", "Everywhere in this text ({n} times)", len(same)),
        value=True,
        key=f"{key}-everywhere",
    )
    alias = _alias_offer(mention, name, key)
    reason = ask_reason(key)
    with st.container(horizontal=True):
        save = st.button(tr("Correct"), type="primary", key="mend-name")
        nobody = st.button(tr("This is no name"), key="mend-nobody", icon=":material/ink_eraser:")
    try:
        if nobody:
            lay(opened, not_a_name(report, mention, everywhere, reason))
        if save:
            if alias is not None:
                # told first: what it settles needs no correction of its own
                state.store().add_alias(alias)
                report = state.desk().report
                mention = _still(report, mention)
            found = rename(report, mention, name, everywhere, reason)
            found += relabel(report, mention, label, everywhere, reason)
            found += plays_for(report, mention, team, everywhere, reason) if sided else []
            if found or alias:
                lay(opened, found)
            st.caption(tr("Nothing was changed yet."))
    except CronacaError as error:
        say(error)


def _still(report: MatchReport, mention: Mention) -> Mention:
    """Return a mention of the person that still bears the old name, else the one now at the same words."""
    old = [m for m in report.mentions if (m.label, m.name, m.team) == (mention.label, mention.name, mention.team)]
    here = [m for m in report.mentions if (m.start, m.end) == (mention.start, mention.end)]
    return [*old, *here, mention][0]


# -- what is missing --------------------------------------------------------------------------------


def _missed_form(opened: state.Open, asked: Asked) -> None:
    report, key = opened.report, asked.key
    start, end = trimmed(report.text, asked.start, asked.end)
    words = report.text[start:end]
    html.show("words.html", words=words[:MOST_QUOTED] + "…" * (len(words) > MOST_QUOTED))
    things = {"name": tr("A name"), "event": tr("An event")}
    thing = st.segmented_control(
        tr("What is missing"), list(things), default="name", key=f"{key}-thing", format_func=things.__getitem__,
        required=True,
    )  # fmt: skip
    if thing == "event":
        return event_form(opened, None, Asked("missed", start, end))
    label = label_choice(str(Label.PLAYER), f"{key}-label")
    name = name_choice(tr("This is"), known_names(report), words, f"{key}-name")
    team = side_choice(report, None, f"{key}-team") if label in (Label.PLAYER, Label.COACH) else None
    everywhere = st.checkbox(tr("Wherever these words stand"), value=True, key=f"{key}-everywhere")
    reason = ask_reason(key)
    if st.button(tr("Add"), type="primary", key="add-name"):
        try:
            lay(opened, missed_name(report, (start, end), label, name, team, everywhere, reason))
        except CronacaError as error:
            say(error)
