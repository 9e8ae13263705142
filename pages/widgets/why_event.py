"""Why an event was read as it was: its words, how the side is known, the rule, the lexicon, and what lost."""

from __future__ import annotations

from dataclasses import dataclass

from core.consequences import CORRECTED
from core.highlight import event_sentence
from core.i18n import tr
from core.lexicon_search import entries_of
from core.reasons import because, event_rule_text, mention_of
from core.schema import Event, MatchReport
from core.wording import FIELDS, rule_text
from pages.widgets import state
from pages.widgets.why import entry_row

MOST_WORDS = 80


@dataclass(frozen=True, slots=True)
class Why:
    """What is said below the sentence of an event, in words."""

    reasons: list[tuple[str, str]]
    """(what was read, the words it was read from), in the order of the text."""
    rule: str
    sure: str
    entries: list[dict[str, str]]
    others: list[str]
    """What else was weighed."""


def pieces(report: MatchReport, event: Event) -> list[tuple[str, str]]:
    """Cut an event's sentence into (words, reason): the reason says what was read from them, or is empty."""
    start, end = event_sentence(report, event)
    found: list[tuple[str, str]] = []
    for field, (a, b) in sorted(because(report, event).items(), key=lambda item: item[1]):
        if start <= a < b <= end:
            found.append((report.text[start:a], ""))
            found.append((report.text[a:b], tr(FIELDS.get(field, field))))
            start = b
    return [*found, (report.text[start:end].rstrip(), "")]


def why_event(report: MatchReport, event: Event) -> Why:
    """Gather what gave an event; what a person put right needs no reason of the reader's."""
    if event.rule == CORRECTED:
        return Why(_reasons(report, event), rule_text(event.rule), "", [], [])
    sure = tr("{percent} % sure", percent=round(100 * event.confidence))
    return Why(_reasons(report, event), event_rule_text(event), sure, _entries(report, event), _others(event))


def _reasons(report: MatchReport, event: Event) -> list[tuple[str, str]]:
    """What was read from which words; where no words name the side it is that of the person."""
    told = because(report, event)
    behind = state.behind(event) if event.rule != CORRECTED else None
    told.setdefault("type", behind.words if behind and behind.words else (event.start, event.end))
    rows = [(tr(FIELDS.get(f, f)), _cut(report.text[a:b])) for f, (a, b) in sorted(told.items(), key=lambda x: x[1])]
    if event.team and "team" not in told and (through := _side_through(report, event)):
        rows.append((tr(FIELDS["team"]), through))
    return rows


def _cut(words: str) -> str:
    words = " ".join(words.split())
    return f"«{words}»" if len(words) <= MOST_WORDS else f"«{words[:MOST_WORDS].rsplit(' ', 1)[0]} …»"


def _side_through(report: MatchReport, event: Event) -> str:
    """Say by whom the side is known: ``Petagna plays for Spal (in the squad of that season)``."""
    name = event.player or event.player_in or event.player_out
    said = mention_of(report, event, name) if name else None
    if said is None or said.team is None:
        return ""
    rule = rule_text(said.rule) or tr("as written")
    words = tr("{person} plays for {team} ({rule})", person=said.text, team=said.team, rule=rule)
    return words + f" · {tr(FIELDS['own_goal'])}" * event.own_goal


def _entries(report: MatchReport, event: Event) -> list[dict[str, str]]:
    """What the lexicon knows of the first person of an event: where he plays, if it knows that, else anything."""
    name = event.player or event.player_in or event.player_out or event.fouled
    if not name:
        return []
    said = mention_of(report, event, name)
    lines = entries_of(state.lexicon(), name, said.team if said else event.team)
    return [entry_row(line, name) for line in lines[:1]]


def _others(event: Event) -> list[str]:
    """What else was weighed: other authors and minutes of a goal."""
    behind = state.behind(event)
    if behind is None:
        return [event.alternative] if event.alternative else []
    told = [f"{name} ({round(100 * share)} %)" for name, share in behind.authors if name != event.player]
    return told + [f"{minute}'" for minute in behind.minutes if minute != event.minute]
