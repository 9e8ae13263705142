"""What the forms for putting things right share: what is asked for, keeping corrections, choosing names and sides."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import streamlit as st

from core.corrections_table import side_choices
from core.errors import CronacaError
from core.i18n import tr
from core.schema import Label, MatchReport
from core.store_corrections import Correction
from core.wording import LABEL, error_text
from pages.widgets import state
from pages.widgets.shell import later

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


def gone() -> None:
    """Say that what was to be corrected is no longer there."""
    st.info(tr("The reading has changed meanwhile and no longer holds what you corrected: look again."))


def lay(opened: state.Open, corrections: list[Correction]) -> None:
    """Keep corrections and show the page anew; raises CronacaError."""
    if corrections:
        state.store().correct_reading(opened.reading or opened.report, *corrections)
    ask(None)
    later(tr("Corrected. It can be taken back under “Correct this reading”."))
    st.rerun()


def say(error: CronacaError) -> None:
    """Say why something cannot be corrected so."""
    st.warning(error_text(error), icon=":material/info:")


def ask_reason(key: str) -> str:
    """Ask why; the answer may stay empty."""
    return st.text_input(tr("Reason (may stay empty)"), key=f"{key}-reason", max_chars=200).strip()


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


def name_choice(label: str, names: list[str], value: str, key: str) -> str:
    """Ask for a name: one of those known, or a new one."""
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


def label_choice(label: str, key: str) -> Label:
    """Ask what a name stands for."""
    return Label(
        st.selectbox(
            tr("What it is"),
            [str(x) for x in NAMED],
            index=[str(x) for x in NAMED].index(label),
            key=key,
            format_func=lambda x: tr(LABEL[x]),
        )
    )


def side_choice(report: MatchReport, team: str | None, key: str) -> str | None:
    """Ask for one of the two sides, or neither."""
    sides = side_choices(report)
    chosen = st.selectbox(
        tr("Side"),
        sides,
        index=sides.index(team) if team in sides else len(sides) - 1,
        key=key,
        format_func=lambda side: side or tr("neither side"),
    )
    return chosen or None
