"""The words that gave an event its people, its side and its minute, and the rules that took it, in words."""

from __future__ import annotations

import re

from core.i18n import mark, tr
from core.schema import Event, EventType, MatchReport, Mention, Span
from core.wording import RESULTS, RULES

PEOPLE = ("player", "player_in", "player_out", "assist", "goalkeeper", "fouled", "fouler")
"""The fields of an event that name somebody."""
BESIDE = 30
"""So many characters on either side of the words of an event may stand its minute."""
EVENT_RULES = {
    "goal_verb": mark("a verb of scoring"),
    "goal_noun": mark("a noun for a goal"),
    "goal_ball": mark("the ball goes in"),
    "dated_only": mark("a time with a goal that the score lacks"),
    "goal_list": mark("a list of scorers"),
    "beat_verb": mark("the goalkeeper is beaten"),
    "state_verb": mark("a verb that says what became of the score"),
    "state_noun": mark("a noun that says what became of the score"),
    "state_team": mark("a side goes ahead or draws level"),
    "thanks_verb": mark("somebody is thanked for the goal"),
    "cry_word": mark("a cry of goal"),
    "score": mark("the score in figures"),
    "own_goal": mark("words for an own goal"),
    "open": mark("an attempt whose end only the score tells"),
    "attempt": mark("words for an attempt"),
    "disallowed": mark("words for a goal that was not given"),
    "card": mark("words for a card"),
    "injury": mark("words for an injury"),
    "award": mark("words for a penalty that is given"),
    "missed": mark("words for a penalty that is missed"),
    "in": mark("words for who comes on"),
    "out": mark("words for who goes off"),
    "in_out": mark("one comes on, another goes off"),
    "in_his_place": mark("one comes on in the place of another"),
    "instead": mark("one comes on in the place of another"),
    "swap": mark("a change of men"),
    "with": mark("a change of men"),
    "x_per_y": mark("one man for another"),
    "yield_to": mark("one makes room for another"),
    "hurt": mark("one comes on after another was hurt"),
}
"""Part of the rule of an event -> what it is, in words."""


def event_rule_text(event: Event) -> str:
    """Say by which rules an event was taken: ``a verb of scoring + printed in the match sheet``."""
    known = {**RULES, **RESULTS, **EVENT_RULES}
    parts = [tr(known.get(part, part)) for part in event.rule.split("+") if part]
    if not parts and event.type == EventType.GOAL:
        return tr("the text says how many goals he made")
    return " + ".join(dict.fromkeys(parts))


def because(report: MatchReport, event: Event) -> dict[str, Span]:
    """Return field → the words that gave it: those that the reader noted, else the nearest name on the same line."""
    found = dict(event.because)
    for field in PEOPLE:
        name = getattr(event, field)
        if name and field not in found and (said := mention_of(report, event, name)):
            found[field] = (said.start, said.end)
    side = next((m for m in report.mentions if m.label == "TEAM" and m.name == event.team and _within(event, m)), None)
    if side is not None:
        found.setdefault("team", (side.start, side.end))
    if "minute" not in found and (figures := _figures(report, event)):
        found["minute"] = figures
    return found


def _figures(report: MatchReport, event: Event) -> Span | None:
    """Return the minute in figures that stands beside words of an event: ``23'``, and ``15' st`` for 60."""
    if event.minute is None:
        return None
    told = f"{event.minute}|{event.minute - 45}" if event.period == 2 else str(event.minute)
    written = re.compile(rf"(?<![\d+])(?:{told})\s?['′’´](?:\s?\+\s?\d+)?")
    for start, end in [(event.start, event.end), *event.evidence]:
        before = report.text.rfind("\n", 0, start) + 1
        after = report.text.find("\n", end)
        stop = min(end + BESIDE, after if after >= 0 else len(report.text))
        if hit := written.search(report.text, max(before, start - BESIDE), stop):
            return hit.span()
    return None


def mention_of(report: MatchReport, event: Event, name: str) -> Mention | None:
    """Return the mention of a person that is nearest to the main words of an event, on their line."""
    same = [m for m in report.mentions if m.name == name and m.label != "TEAM" and _one_line(report, event, m)]
    return min(same, key=lambda m: max(event.start - m.end, m.start - event.end, 0), default=None)


def _within(event: Event, mention: Mention) -> bool:
    spans = [(event.start, event.end), *event.evidence]
    return any(a <= mention.start and mention.end <= b for a, b in spans)


def _one_line(report: MatchReport, event: Event, mention: Mention) -> bool:
    between = slice(min(event.end, mention.end), max(event.start, mention.start))
    return "\n" not in report.text[between]
