"""An account in words: what reports differ on, who says what, how much each alone tells."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from string import ascii_uppercase
from typing import Any

from core.fusion import Account, Fact
from core.fusion_versions import Version
from core.highlight import event_spans, side_of
from core.i18n import day_text, mark, tr, trn
from core.profiles import Passage, passage
from core.schema import Event, MatchReport
from core.season_words import COLUMNS
from core.timeline import mark_kind
from core.wording import CARDS, FIELDS, RESULTS, clock_text, what, when, who

HEADER = {
    **{k: COLUMNS[k] for k in ("home", "away", "score", "competition", "season", "date", "stadium", "referee")},
    "half_time": mark("Half time"),
    "shootout": mark("Shoot-out"),
    "stage": mark("Stage"),
    "home_coach": mark("Home coach"),
    "away_coach": mark("Away coach"),
    "attendance": mark("Attendance"),
}


@dataclass(frozen=True, slots=True)
class Cell:
    """What one report tells of a fact: its own event in words and the sentence; None where it is silent."""

    letter: str
    report: int
    when: str
    title: str
    passage: Passage | None


@dataclass(frozen=True, slots=True)
class Row:
    """A fact as shown: its mark, side, words, what differs, and a cell a report."""

    kind: str
    side: str
    when: str
    title: str
    differs: list[tuple[str, list[tuple[str, str]]]]
    """(field, [(value, letters of those who say so)])."""
    cells: list[Cell]
    tellers: str
    """The letters of those who tell it."""


def letters(reports: Sequence[int]) -> dict[int, str]:
    """Name reports A, B, C … in the order given."""
    return {n: ascii_uppercase[i] if i < len(ascii_uppercase) else str(n) for i, n in enumerate(reports)}


def value_text(name: str, value: Any) -> str:  # noqa: ANN401
    """Write a value of a field for people."""
    if name == "minute":
        return clock_text(value)
    if name == "date":
        return day_text(date.fromisoformat(value))
    if isinstance(value, tuple):
        return "–".join(map(str, value))
    if value is True:
        return tr("yes")
    words = {"card": CARDS, "result": RESULTS}.get(name, {})
    return tr(words[value]) if value in words else str(value)


def differences(told: dict[str, list[Version]], names: dict[int, str]) -> list[tuple[str, list[tuple[str, str]]]]:
    """Return the fields with several versions in words, each version with the letters of its reports."""
    return [
        (
            tr(FIELDS.get(field) or HEADER[field]),
            [(value_text(field, v.value), " ".join(sorted(names[n] for n in v.reports))) for v in versions],
        )
        for field, versions in told.items()
        if len(versions) > 1
    ]


def _words(event: Event, text: str, report: int) -> Passage | None:
    spans = event_spans(event)
    if not spans:
        return None
    # a lead tells a goal before its story does: where minute and person are told in one line, that is the story
    told = [event.because[k] for k in ("minute", "player", "player_in") if event.because.get(k)]
    first, last = min((a for a, _ in told), default=0), max((b for _, b in told), default=0)
    if told and "\n" not in text[first:last]:
        return passage(text, report, first, last)
    best = next((s for s in spans if told and s[0] <= told[0][0] < s[1]), told[0] if told else spans[0])
    return passage(text, report, *best)


def row(fact: Fact, whole: MatchReport, texts: dict[int, str], names: dict[int, str]) -> Row:
    """Put a fact into words, with a cell for each report; ``whole`` is the account as a reading."""
    cells = []
    for number, letter in names.items():
        event = fact.tellings.get(number)
        said = _words(event, texts[number], number) if event else None
        cells.append(Cell(letter, number, when(event) if event else "", who(event) if event else "", said))
    return Row(
        kind=mark_kind(fact.event),
        side=side_of(whole, fact.event.team),
        when=when(fact.event),
        title=f"{what(fact.event)}: {who(fact.event)}",
        differs=differences(fact.contradictions, names),
        cells=cells,
        tellers=" ".join(names[n] for n in names if n in fact.tellings),
    )


def rows(account: Account, facts: Sequence[Fact], whole: MatchReport, texts: dict[int, str]) -> list[Row]:
    """Put facts of an account into words."""
    names = letters(sorted(account.reports))
    return [row(fact, whole, texts, names) for fact in facts]


def summary(account: Account) -> str:
    """Say in a sentence or two how far the reports of a match agree."""
    names = letters(sorted(account.reports))
    n, both = len(names), sum(len(f.tellings) == len(names) for f in account.facts)
    if n == 1:
        return trn("One report tells {n} event.", "One report tells {n} events.", len(account.facts))
    differ = len(account.contradictions) + sum(len(v) > 1 for v in account.header.values())
    words = [trn("All tell {n} event", "All tell {n} events", both)]
    words.append(trn("they differ on {n} point", "they differ on {n} points", differ) if differ else tr("they agree"))
    alone = [
        tr("{n} only in {letter}", n=len(found), letter=letter)
        for number, letter in names.items()
        if (found := account.alone(number))
    ]
    return "; ".join(words + ([", ".join(alone)] if alone else [])) + "."
