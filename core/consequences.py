"""What follows from a correction: the fields that hang on the corrected one, the order of events, the running score."""

from __future__ import annotations

from typing import Any

from core.gold import clock_key, slug
from core.schema import Event, EventType, Match, MatchReport, Mention

CORRECTED = "corrected"
"""The rule of what a person put right."""
PERIOD_ENDS = {1: 45, 2: 90, 3: 105, 4: 120}


def period_of(minute: int) -> int:
    """Return the period of a minute of the match clock; 91 and later are extra time."""
    return next((period for period, end in PERIOD_ENDS.items() if minute <= end), 4)


def settled_event(event: Event, field: str, value: Any) -> Event:  # noqa: ANN401
    """Return an event with ``field`` corrected, and what hangs on it."""
    fresh = {**event.model_dump(), field: value, "rule": CORRECTED, "confidence": 1.0}
    # the words that gave the old value are no reason for the new one
    fresh["because"] = {k: span for k, span in fresh["because"].items() if k != field}
    if field == "minute":
        fresh["approx"] = False
        if value is None:
            fresh |= {"added": None, "earliest": None, "latest": None}
        elif event.period is None or not _in_period(int(value), event.period):
            fresh["period"] = period_of(int(value))
    if field in ("minute", "added") and fresh["minute"] is not None:
        fresh["earliest"] = fresh["latest"] = (fresh["minute"], fresh["added"] or 0)
    return Event.model_validate(fresh)


def _in_period(minute: int, period: int) -> bool:
    return PERIOD_ENDS.get(period - 1, 0) < minute <= PERIOD_ENDS.get(period, 0)


def settled_mention(mention: Mention, field: str, value: Any) -> Mention:  # noqa: ANN401
    """Return a mention with ``field`` corrected, and what hangs on it."""
    fresh = {**mention.model_dump(), field: value, "rule": CORRECTED, "confidence": 1.0}
    if field == "name":
        fresh["entity"] = slug(str(value))
    return Mention.model_validate(fresh)


def in_order(events: list[Event], moved: set[int]) -> list[Event]:
    """Return events with those at the places ``moved`` put where clock and text want them; the others stay."""
    kept = [e for i, e in enumerate(events) if i not in moved]
    for event in sorted((events[i] for i in moved), key=lambda e: (clock_key(e), e.start)):
        if event.minute is not None:
            at = next((i for i, e in enumerate(kept) if e.minute is not None and clock_key(e) > clock_key(event)), None)
        else:
            at = next((i for i, e in enumerate(kept) if e.start > event.start), None)
        kept.insert(len(kept) if at is None else at, event)
    return kept


def running_score(events: list[Event], match: Match) -> list[Event]:
    """Return events with the score after each goal told anew, where the goals add up to the final score."""
    sides = [match.home, match.away]
    goals = [e for e in events if e.type == EventType.GOAL]
    total = tuple(sum(e.team == side for e in goals) for side in sides)
    adds_up = match.score is not None and total == tuple(match.score) and all(e.team in sides for e in goals)
    score, told = [0, 0], []
    for event in events:
        after = None
        if adds_up and event.type == EventType.GOAL:
            score[sides.index(event.team)] += 1
            after = (score[0], score[1])
        told.append(event if event.type != EventType.GOAL else event.model_copy(update={"score_after": after}))
    return told


def renamed_sides(report: MatchReport, said: Match) -> MatchReport:
    """Return a reading whose names and events follow a corrected side; sides that only change places change nothing."""
    old, new = (said.home, said.away), (report.match.home, report.match.away)
    if old == new or set(old) == set(new):
        return report
    names = {o: n for o, n in zip(old, new, strict=True) if o and n and o != n and o not in new}

    def team(value: str | None) -> str | None:
        return names.get(value, value) if value else value

    def mention(m: Mention) -> Mention:
        if team(m.team) == m.team and not (m.label == "TEAM" and m.name in names):
            return m
        called = names.get(m.name, m.name) if m.label == "TEAM" else m.name
        return m.model_copy(update={"team": team(m.team), "name": called, "entity": slug(called)})

    lineups = [x.model_copy(update={"team": team(x.team)}) for x in report.match.lineups]
    return report.model_copy(
        update={
            "match": report.match.model_copy(update={"lineups": lineups}),
            "events": [e.model_copy(update={"team": team(e.team)}) for e in report.events],
            "mentions": [mention(m) for m in report.mentions],
        }
    )
