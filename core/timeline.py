"""The events of a match as marks on its clock: places, ranges for unknown minutes, lanes without collisions."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from core.highlight import side_of
from core.match_clock import Axis, axis, period_of
from core.schema import Event, MatchReport, SectionKind
from core.wording import describe, goal_note, when

MARK_WIDTH = 2.0
LETTER_WIDTH = 0.92
"""Widths in minutes of the axis at the narrowest drawing (860 px)."""
LONG = 30.0
"""A stretch longer than this says little: it lies outside what is known better."""
NARROWEST = 4.0
"""A stretch narrower than this could not be told from a known minute."""

WEIGHT = {"goal": 0, "penalty_missed": 1, "disallowed_goal": 1, "red": 1, "second_yellow": 1, "penalty_awarded": 2}
"""Less is more important: it stands nearer to the axis and keeps its label."""
ORDINARY = 3
LABELLED = 1
HOLLOW = {"disallowed_goal", "penalty_missed"}


@dataclass(slots=True)
class Mark:
    """One event as drawn. ``x`` is its place, ``x0``–``x1`` the stretch where it can lie (equal when known)."""

    id: str
    kind: str
    side: str
    team: str
    x: float
    x0: float
    x1: float
    known: bool
    hollow: bool
    minute: str
    label: str
    title: str
    weight: int
    order: int
    lane: int = 0
    shown: str = ""
    """The label as drawn; empty where there is no room."""
    goal_score: tuple[int, int] | None = field(default=None)


def mark_kind(event: Event) -> str:
    """Return the shape an event is drawn with: its type, a card's colour, an own goal."""
    if event.type == "card":
        return event.card or "yellow"
    return "own_goal" if event.type == "goal" and event.own_goal else str(event.type)


def surname(name: str | None) -> str:
    """Return what fits on a chart: the name without the given name."""
    parts = (name or "").split()
    return " ".join(parts[1:]) if len(parts) > 1 else (parts[0] if parts else "")


def short_name(report: MatchReport, name: str | None) -> str:
    """Return the part of a name that the text itself uses most: ``Van Nistelrooy``, not ``Nistelrooy``."""
    forms = Counter(m.text.casefold() for m in report.mentions if name and m.name == name)
    for form, _ in forms.most_common():
        at = name.casefold().find(form) if name else -1
        if name and at >= 0:
            return name[at : at + len(form)]
    return surname(name)


def _known_place(ax: Axis, event: Event) -> float | None:
    if event.minute is None:
        return None
    period = event.period or period_of(event.minute)
    return ax.place(period, event.minute, event.added or 0) if period in ax.starts else None


def _bounds(ax: Axis, event: Event, before: float | None, after: float | None) -> tuple[float, float]:
    """Return the stretch where an event without a minute can lie: told bounds, its half, its neighbours in order."""
    low, high = ax.starts[1], max(ax.ends.values())
    if event.period in ax.starts:
        low, high = ax.starts[event.period], ax.ends[event.period]
    for bound, lower in ((event.earliest, True), (event.latest, False)):
        period = period_of(bound[0]) if bound else None
        if bound and period in ax.starts:
            place = ax.place(period, *bound)
            low, high = (max(low, place), high) if lower else (low, min(high, place))
    tight = (max(low, before) if before is not None else low, min(high, after) if after is not None else high)
    low, high = tight if tight[0] <= tight[1] else (low, max(low, high))
    lacking = max(0.0, NARROWEST - (high - low)) / 2
    return low - lacking, high + lacking


def marks(report: MatchReport, kinds: set[str] | None = None, sides: set[str] | None = None) -> list[Mark]:
    """Lay out the events of a reading, filtered, in their order, on lanes where labels do not collide."""
    events = sorted(report.events, key=lambda e: e.order)
    ax = axis(events)
    places = [_known_place(ax, e) for e in events]
    score = [0, 0]
    result = []
    for i, event in enumerate(events):
        side = side_of(report, event.team)
        if event.type == "goal" and side != "none":
            score[side == "away"] += 1
        if (kinds is not None and event.type not in kinds) or (sides is not None and side not in sides):
            continue
        place = places[i]
        if place is None:
            # a match sheet lists by kind, so only what is narrated lies between its neighbours
            in_order = not any(s.kind == SectionKind.SHEET and s.start <= event.start < s.end for s in report.sections)
            before = next((p for p in reversed(places[:i]) if p is not None and in_order), None)
            after = next((p for p in places[i + 1 :] if p is not None and in_order), None)
            x0, x1 = _bounds(ax, event, before, after)
        else:
            x0 = x1 = place
        kind = mark_kind(event)
        name = short_name(report, event.player or event.player_in or event.fouled)
        note = f"({goal_note(event)})" if goal_note(event) else ""
        result.append(
            Mark(
                id=event.id,
                kind=kind,
                side=side,
                team=event.team or "",
                x=(x0 + x1) / 2,
                x0=x0,
                x1=x1,
                known=place is not None,
                hollow=event.type in HOLLOW,
                minute=when(event),
                label=" ".join(part for part in (name, when(event), note) if part),
                title=describe(event),
                weight=WEIGHT.get(kind, WEIGHT.get(str(event.type), ORDINARY)),
                order=event.order,
                goal_score=(score[0], score[1]) if event.type == "goal" else None,
            )
        )
    return _lanes(result)


def _together(rows: list[Mark]) -> dict[str, Mark]:
    """Let marks of one side with one and the same stretch share it side by side; return mark id -> first of them."""
    groups: dict[tuple[str, float, float], list[Mark]] = {}
    for row in rows:
        if not row.known:
            groups.setdefault((row.side, row.x0, row.x1), []).append(row)
    first: dict[str, Mark] = {}
    for (_, low, high), members in groups.items():
        if (high - low) / len(members) < MARK_WIDTH + 1:
            continue
        for i, row in enumerate(members):
            row.x = low + (high - low) * (i + 1) / (len(members) + 1)
            first[row.id] = members[0]
    return first


def _lanes(rows: list[Mark]) -> list[Mark]:
    """Give every mark the lowest free lane of its side; ranges and labels take the room they need."""
    leader = _together(rows)
    shared = {id for id, first in leader.items() if sum(f is first for f in leader.values()) > 1}
    taken: dict[tuple[str, int], list[tuple[float, float]]] = {}
    for row in sorted(rows, key=lambda r: (r.x1 - r.x0 > LONG, r.weight, r.order)):
        if leader.get(row.id, row) is not row:
            continue
        wide = MARK_WIDTH / 2 + (
            LETTER_WIDTH * len(row.label) if row.weight <= LABELLED and row.id not in shared else 0
        )
        left, right = min(row.x0, row.x - MARK_WIDTH / 2), max(row.x1, row.x + wide)
        lane = 0
        while any(a < right and left < b for a, b in taken.get((row.side, lane), [])):
            lane += 1
        taken.setdefault((row.side, lane), []).append((left, right))
        row.lane = lane
        row.shown = row.label if row.weight <= LABELLED and row.id not in shared else ""
    for row in rows:
        row.lane = leader.get(row.id, row).lane
    return rows


def score_steps(rows: list[Mark], ax: Axis) -> list[dict[str, float | int | str]]:
    """Return the running score as steps: one row per side and change, from kick-off to the end."""
    end = max(ax.ends.values())
    goals = sorted((r for r in rows if r.goal_score), key=lambda r: r.order)
    steps: list[dict[str, float | int | str]] = []
    for index, side in enumerate(("home", "away")):
        steps.append({"side": side, "x": 0.0, "goals": 0})
        steps += [{"side": side, "x": g.x, "goals": g.goal_score[index]} for g in goals if g.goal_score]
        steps.append(
            {"side": side, "x": end, "goals": goals[-1].goal_score[index] if goals and goals[-1].goal_score else 0}
        )
    return steps
