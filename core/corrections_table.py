"""Corrections from tables and forms: header and events as rows of plain values, and back as corrections."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, datetime
from typing import Any

from core.consequences import CORRECTED, period_of
from core.corrections import CorrectionError, name_text
from core.own_entries import season_text
from core.schema import Card, Event, EventType, Match, MatchReport, ShotResult, Span
from core.store_corrections import Correction, add, correct_event, correct_match

SCORES = ("score", "half_time", "shootout")
HEADER = (
    *("home", "away", *SCORES, "competition", "stage", "season", "date"),
    *("stadium", "referee", "home_coach", "away_coach", "attendance"),
)
"""The fields of the header that can be corrected, in the order in which they are shown."""
WHO = {"substitution": "player_in", "penalty_awarded": "fouled"}
"""Kind of event -> the field of its first person; ``player`` for all others."""
OTHER = {
    "goal": "assist",
    "substitution": "player_out",
    "shot": "goalkeeper",
    "penalty_missed": "goalkeeper",
    "penalty_awarded": "fouler",
}
"""Kind of event -> the field of its second person, where there is one."""
FLAGS = ("penalty", "own_goal")
DETAILS: dict[str, tuple[str, ...]] = {
    "goal": FLAGS,
    "card": tuple(str(c) for c in Card),
    "shot": tuple(str(r) for r in ShotResult),
}
"""Kind of event -> what may be said more exactly of it."""
LAST_MINUTE = 120
MOST_ADDED = 30
SCORE = re.compile(r"^\s*(\d{1,2})\s*[-–:]\s*(\d{1,2})\s*$")

Row = dict[str, Any]


def _score(text: str) -> list[int]:
    found = SCORE.match(text)
    if not found:
        raise CorrectionError(f"{text!r} is no score; write it as 2-1", code="correction-score", value=text)
    return [int(found[1]), int(found[2])]


def _date(text: str) -> str:
    for form in ("%Y-%m-%d", "%d/%m/%Y", "%d.%m.%Y"):
        try:
            return datetime.strptime(text, form).date().isoformat()
        except ValueError:
            continue
    raise CorrectionError(f"{text!r} is no date; write it as 25/01/2020", code="correction-date", value=text)


def _whole(text: str) -> int:
    digits = re.sub(r"[.\s]", "", text)
    if not digits.isdecimal():
        raise CorrectionError(f"{text!r} is no number of people", code="correction-number", value=text)
    return int(digits)


PARSERS: dict[str, Callable[[str], Any]] = {
    **dict.fromkeys(SCORES, _score),
    "date": _date,
    "attendance": _whole,
    "season": season_text,
}


def header_text(match: Match, field: str) -> str:
    """Write a field of the header as a person would type it."""
    value = getattr(match, field)
    if value is None:
        return ""
    if field in SCORES:
        return "{}-{}".format(*value)
    return date.fromisoformat(value).strftime("%d/%m/%Y") if field == "date" and value[4:5] == "-" else str(value)


def header_changes(report: MatchReport, typed: dict[str, str | None], reason: str = "") -> list[Correction]:
    """Return corrections for the fields of the header that were typed differently; empty text means unknown."""
    found = []
    for field, given in typed.items():
        text = (given or "").strip()
        if text == header_text(report.match, field):
            continue
        value = None if not text else PARSERS.get(field, name_text)(text)
        found.append(correct_match(report, field, value, reason))
    home, away = (typed.get(side, header_text(report.match, side)) for side in ("home", "away"))
    if home and away and home.strip() == away.strip():
        raise CorrectionError(f"{home!r} cannot play itself; name two sides", code="correction-sides", value=home)
    return found


def given_otherwise(report: MatchReport, given: dict[str, str | None]) -> list[Correction]:
    """Return corrections for what a user gave otherwise than the text was read; what it does not tell needs none.

    What is given at saving only fills gaps: without these a date or competition that was read wrongly would stay.
    """
    told = {field: getattr(report.match, field) for field in given}
    return [correct_match(report, f, v) for f, v in given.items() if told[f] is not None and v != told[f]]


def swapped_sides(report: MatchReport, reason: str = "") -> list[Correction]:
    """Say that the other side is at home: sides, coaches and every score change places."""
    match = report.match
    found = [
        correct_match(report, a, getattr(match, b), reason)
        for pair in (("home", "away"), ("home_coach", "away_coach"))
        for a, b in (pair, pair[::-1])
    ]
    told = {field: getattr(match, field) for field in SCORES}
    return found + [correct_match(report, f, list(value[::-1]), reason) for f, value in told.items() if value]


# -- events -----------------------------------------------------------------------------------------


def _detail(event: Event) -> str:
    if event.type == EventType.GOAL:
        return next((flag for flag in FLAGS if getattr(event, flag)), "")
    return str(event.card or "") if event.type == EventType.CARD else str(event.result or "")


def event_row(event: Event) -> Row:
    """Return an event as one row: kind, minute, added, team, who, other, detail."""
    kind = str(event.type)
    return {
        "type": kind,
        "minute": event.minute,
        "added": event.added,
        "team": event.team or "",
        "who": getattr(event, WHO.get(kind, "player")) or "",
        "other": getattr(event, OTHER[kind]) or "" if kind in OTHER else "",
        "detail": _detail(event),
    }


def _within(value: Any, last: int, code: str) -> int | None:  # noqa: ANN401
    if value is None or value == "" or value != value:
        return None
    number = int(value)
    if not 1 <= number <= last:
        raise CorrectionError(f"{number} is not from 1 to {last}", code=code, value=number, limit=last)
    return number


def row_fields(report: MatchReport, row: Row) -> Row:
    """Return the fields of an event that a row tells; raise CorrectionError naming what cannot be."""
    kind = str(EventType(row["type"]))
    detail, other = row.get("detail") or "", " ".join((row.get("other") or "").split())
    if detail and detail not in DETAILS.get(kind, ()):
        allowed = ", ".join(DETAILS.get(kind, ())) or "-"
        raise CorrectionError(
            f"{kind} is never {detail!r}; it may be {allowed}", code="correction-detail", value=detail
        )
    if other and kind not in OTHER:
        raise CorrectionError(f"{kind} has no second person, such as {other!r}", code="correction-other", value=other)
    team = row.get("team") or None
    if team and team not in (report.match.home, report.match.away):
        raise CorrectionError(
            f"{team!r} does not play; choose one of the two sides", code="correction-team", value=team
        )
    minute = _within(row.get("minute"), LAST_MINUTE, "correction-minute")
    told: Row = {
        "type": kind,
        "minute": minute,
        "added": _within(row.get("added"), MOST_ADDED, "correction-added") if minute else None,
        "team": team,
        WHO.get(kind, "player"): " ".join((row.get("who") or "").split()) or None,
    }
    if kind in OTHER:
        told[OTHER[kind]] = other or None
    if kind == EventType.GOAL:
        told |= {flag: detail == flag for flag in FLAGS}
    if kind == EventType.CARD:
        told["card"] = detail or str(Card.YELLOW)
    if kind == EventType.SHOT:
        told["result"] = detail or None
    return told


def event_changes(report: MatchReport, event: Event, row: Row, reason: str = "") -> list[Correction]:
    """Return corrections for what a row tells of an event otherwise than the reading.

    Only what was changed in the row is corrected: a row that stays as it was is no confirmation.
    """
    if {**event_row(event), **row} == event_row(event):
        return []
    told = row_fields(report, {**event_row(event), **row})
    return [correct_event(event, f, value, reason) for f, value in told.items() if value != getattr(event, f)]


def missed_event(report: MatchReport, span: Span, row: Row, reason: str = "") -> Correction:
    """Add an event that the reader passed over; ``span`` are the words that tell it."""
    told = row_fields(report, row)
    if span[0] >= span[1] or not report.text[slice(*span)].strip():
        raise CorrectionError("choose the words that tell the event", code="correction-words")
    minute = told["minute"]
    clock = (minute, told["added"] or 0) if minute else None
    period = period_of(minute) if minute else None
    event = Event(
        **told, period=period, earliest=clock, latest=clock, start=span[0], end=span[1], evidence=[span], rule=CORRECTED
    )
    return add(event, reason)


def side_choices(report: MatchReport) -> list[str]:
    """Return the two sides as they can be chosen, and none."""
    return [side for side in (report.match.home, report.match.away) if side] + [""]
