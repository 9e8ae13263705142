"""Putting one thing right where it stands: a name, an event, or words that the reader passed over."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

import streamlit as st

from core.corrections import missed_name, not_a_name, plays_for, relabel, rename, same_person, trimmed
from core.corrections_table import DETAILS, OTHER, event_changes, event_row, missed_event, side_choices
from core.corrections_words import KIND
from core.errors import CronacaError
from core.i18n import tr, trn
from core.schema import Event, Label, MatchReport, Mention
from core.store import Alias
from core.store_corrections import DELETED, Correction, correct_event
from core.wording import CARDS, FIELDS, LABEL, RESULTS, error_text
from pages.widgets import html, state
from pages.widgets.shell import later
from pages.widgets.why import why_mention

PERSONS = (Label.PLAYER, Label.COACH, Label.REFEREE, Label.PERSON)
NAMED = tuple(Label)
ASKED = "asked"
MOST_QUOTED = 300


@dataclass(frozen=True, slots=True)
class Asked:
    """What a visitor wants to put right: the mention or missed words at a span, or an event by its id."""

    kind: Literal["mention", "missed", "event"]
    start: int = 0
    end: int = 0
    event: str = ""

    @property
    def key(self) -> str:
        """The keys of widgets begin with it, so that each thing has fresh ones."""
        return f"{self.kind}-{self.start}-{self.end}-{self.event}"


def ask(asked: Asked | None) -> None:
    """Open the dialog for a thing, or shut it."""
    st.session_state[ASKED] = asked


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
    opened = state.desk()
    report = opened.report
    if asked.kind == "event":
        event = next((e for e in report.events if e.id == asked.event), None)
        return _event_form(opened, event, asked) if event else _gone()
    if asked.kind == "mention":
        mention = next((m for m in report.mentions if (m.start, m.end) == (asked.start, asked.end)), None)
        return _mention_form(opened, mention, asked) if mention else _gone()
    return _missed_form(opened, asked)


def _gone() -> None:
    st.info(tr("The reading has changed meanwhile and no longer holds what you corrected: look again."))


def lay(opened: state.Open, corrections: list[Correction]) -> None:
    """Keep corrections and show the page anew; raises CronacaError."""
    if corrections:
        state.store().correct_reading(opened.reading or opened.report, *corrections)
    ask(None)
    later(tr("Corrected. It can be taken back under “Correct this reading”."))
    st.rerun()


def _say(error: CronacaError) -> None:
    st.warning(error_text(error), icon=":material/info:")


def _reason(key: str) -> str:
    return st.text_input(tr("Reason (may stay empty)"), key=f"{key}-reason", max_chars=200).strip()


# -- names ------------------------------------------------------------------------------------------


def known_names(report: MatchReport, team: str | None = None) -> list[str]:
    """Return the people of a text, and those of the squads of its sides in its season, the text's first."""
    people = [m for m in report.mentions if m.label in PERSONS]
    told = [m.name for m in people if team is None or m.team == team] + [m.name for m in people]
    squads = [
        p.name
        for side in (report.match.home, report.match.away)
        if side and report.match.season
        for p in state.lexicon().squad(side, report.match.season)
    ]
    return list(dict.fromkeys([*told, *sorted(squads)]))


def _name_choice(label: str, names: list[str], value: str, key: str) -> str:
    options = list(dict.fromkeys([*([value] if value else []), *names]))
    chosen = st.selectbox(
        label,
        options,
        index=0 if value else None,
        key=key,
        accept_new_options=True,
        placeholder=tr("choose, or write a new name"),
    )
    return (chosen or "").strip()


def _label_choice(label: str, key: str) -> Label:
    return Label(
        st.selectbox(
            tr("What it is"),
            [str(x) for x in NAMED],
            index=[str(x) for x in NAMED].index(label),
            key=key,
            format_func=lambda x: tr(LABEL[x]),
        )
    )


def _side_choice(report: MatchReport, team: str | None, key: str) -> str | None:
    sides = side_choices(report)
    chosen = st.selectbox(
        tr("Side"),
        sides,
        index=sides.index(team) if team in sides else len(sides) - 1,
        key=key,
        format_func=lambda side: side or tr("neither side"),
    )
    return chosen or None


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
    name = _name_choice(tr("This is"), known_names(report, mention.team) if person else [], mention.name, f"{key}-name")
    left, right = st.columns(2)
    with left:
        label = _label_choice(str(mention.label), f"{key}-label")
    with right:
        sided = label in (Label.PLAYER, Label.COACH)
        team = _side_choice(report, mention.team, f"{key}-team") if sided else mention.team
    everywhere = len(same) == 1 or st.checkbox(
        trn("Everywhere in this text ({n} time)", "Everywhere in this text ({n} times)", len(same)),
        value=True,
        key=f"{key}-everywhere",
    )
    alias = _alias_offer(mention, name, key)
    reason = _reason(key)
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
        _say(error)


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
        return _event_form(opened, None, Asked("missed", start, end))
    label = _label_choice(str(Label.PLAYER), f"{key}-label")
    name = _name_choice(tr("This is"), known_names(report), words, f"{key}-name")
    team = _side_choice(report, None, f"{key}-team") if label in (Label.PLAYER, Label.COACH) else None
    everywhere = st.checkbox(tr("Wherever these words stand"), value=True, key=f"{key}-everywhere")
    reason = _reason(key)
    if st.button(tr("Add"), type="primary", key="add-name"):
        try:
            lay(opened, missed_name(report, (start, end), label, name, team, everywhere, reason))
        except CronacaError as error:
            _say(error)


# -- events -----------------------------------------------------------------------------------------


def detail_text(detail: str) -> str:
    """Say what is told more exactly of an event."""
    return tr({**CARDS, **RESULTS, **FIELDS}[detail]) if detail else "–"


def _event_row(report: MatchReport, row: dict[str, Any], key: str) -> dict[str, Any]:
    """Ask for everything of an event, prefilled from ``row``."""
    left, right = st.columns(2)
    with left:
        kinds = list(KIND)
        kind = st.selectbox(
            tr("What happened"), kinds, kinds.index(row["type"]), key=f"{key}-kind", format_func=lambda k: tr(KIND[k])
        )
        minute = st.number_input(tr("Minute"), 1, 120, row["minute"], key=f"{key}-minute", placeholder=tr("not told"))
    with right:
        team = _side_choice(report, row["team"] or None, f"{key}-team")
        added = st.number_input(tr("Added time"), 1, 30, row["added"], key=f"{key}-added", placeholder="–")
    firsts = {"substitution": tr("Comes on"), "penalty_awarded": tr("Was fouled")}
    seconds = {
        "assist": tr("Assist"),
        "player_out": tr("Goes off"),
        "goalkeeper": tr("Goalkeeper"),
        "fouler": tr("Fouled"),
    }
    names = known_names(report, team)
    who = _name_choice(firsts.get(kind, tr("Who")), names, row["who"], f"{key}-who")
    other = detail = ""
    if kind in OTHER:
        other = _name_choice(seconds[OTHER[kind]], names, row["other"] if kind == row["type"] else "", f"{key}-other")
    if kind in DETAILS:
        choices = [*([] if kind == "card" else [""]), *DETAILS[kind]]
        at = choices.index(row["detail"]) if row["detail"] in choices else 0
        detail = st.selectbox(tr("More exactly"), choices, at, key=f"{key}-detail-{kind}", format_func=detail_text)
    return {
        "type": kind,
        "minute": minute,
        "added": added,
        "team": team or "",
        "who": who,
        "other": other,
        "detail": detail,
    }


def _event_form(opened: state.Open, event: Event | None, asked: Asked) -> None:
    """Ask for an event anew; without one, for one that is told at a span and was passed over."""
    report, key = opened.report, asked.key
    fresh = {"type": "goal", "minute": None, "added": None, "team": "", "who": "", "other": "", "detail": ""}
    if event is not None:
        html.show("words.html", words=report.text[event.start : event.end][:MOST_QUOTED])
    row = _event_row(report, event_row(event) if event else fresh, key)
    reason = _reason(key)
    try:
        if event is None:
            if st.button(tr("Add"), type="primary", key="add-event"):
                lay(opened, [missed_event(report, (asked.start, asked.end), row, reason)])
            return
        with st.container(horizontal=True):
            save = st.button(tr("Correct"), type="primary", key="mend-event")
            never = st.button(tr("This did not happen"), key="strike-event", icon=":material/ink_eraser:")
        if never:
            lay(opened, [correct_event(event, DELETED, True, reason)])
        if save:
            found = event_changes(report, event, row, reason)
            if found:
                lay(opened, found)
            st.caption(tr("Nothing was changed yet."))
    except CronacaError as error:
        _say(error)
