"""Which reports tell one and the same match: ordered sides, score, goals, date and competition."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from core.gold import slug
from core.schema import Event, EventType, MatchReport, Score

DAYS_APART = 2
"""Two reports of one match may date it differently: the day it was played, the day it was printed."""
SAME_MINUTE = 2
"""Minutes by which papers differ on one and the same goal."""
ENOUGH_GOALS = 3
"""So many goals by the same men or in the same minutes do not come twice."""


@dataclass(frozen=True, slots=True)
class Goal:
    """What a goal is recognised by in another report; ``clock`` counts added minutes in."""

    team: str | None
    player: str | None
    clock: int | None


@dataclass(frozen=True, slots=True)
class Outline:
    """A report as far as it says which match it tells."""

    home: str | None
    away: str | None
    score: Score | None = None
    competition: str | None = None
    season: str | None = None
    date: str | None = None
    goals: tuple[Goal, ...] = ()


def clock_of(minute: int | None, added: int | None) -> int | None:
    """Return minutes with added time counted in; None where no minute is told."""
    return None if minute is None else minute + (added or 0)


def goals_of(events: Iterable[Event]) -> tuple[Goal, ...]:
    """Return the goals among events, as they are recognised."""
    return tuple(Goal(e.team, e.player, clock_of(e.minute, e.added)) for e in events if e.type == EventType.GOAL)


def outline(report: MatchReport) -> Outline:
    """Return what a reading says of its match."""
    m = report.match
    return Outline(m.home, m.away, m.score, m.competition, m.season, m.date, goals_of(report.events))


def same_person(one: str | None, other: str | None) -> bool | None:
    """Tell whether two names can be one person's, as ``M. Rossi`` and ``Mario Rossi``; None where one is not told."""
    if not one or not other:
        return None
    a, b = slug(one).split("-"), slug(other).split("-")
    return _part_of(a, b) or _part_of(b, a)


def _part_of(short: list[str], full: list[str]) -> bool:
    """Tell whether each word is one of the other name's, or the initial of one; an initial alone is no name."""
    return any(len(w) > 1 for w in short) and all(
        word in full or (len(word) == 1 and any(w.startswith(word) for w in full)) for word in short
    )


def _same_goal(one: Goal, other: Goal) -> bool:
    if one.team and other.team and slug(one.team) != slug(other.team):
        return False
    near = None if one.clock is None or other.clock is None else abs(one.clock - other.clock) <= SAME_MINUTE
    return bool(near or same_person(one.player, other.player))


def goals_in_common(one: Sequence[Goal], other: Sequence[Goal]) -> int:
    """Count the goals that both tell, each goal once."""
    left, shared = list(other), 0
    for goal in one:
        twin = next((g for g in left if _same_goal(goal, g)), None)
        if twin is not None:
            left.remove(twin)
            shared += 1
    return shared


def _tells_all(o: Outline) -> bool:
    """Tell whether the goals of a report make up its score, side by side."""
    if o.score is None or not o.goals:
        return False
    return all(sum(g.team == side for g in o.goals) == n for side, n in zip((o.home, o.away), o.score, strict=True))


def _days_apart(a: Outline, b: Outline) -> int | None:
    if not a.date or not b.date:
        return None
    return abs(date.fromisoformat(a.date).toordinal() - date.fromisoformat(b.date).toordinal())


def _differ(one: str | None, other: str | None) -> bool:
    return bool(one and other and slug(one) != slug(other))


def _all_shared(a: Outline, b: Outline) -> bool:
    """Tell whether two reports tell the same goals, and enough of them that this is no chance."""
    n = goals_in_common(a.goals, b.goals)
    return n >= ENOUGH_GOALS and n == len(a.goals) == len(b.goals)


def same_match(a: Outline, b: Outline) -> bool:
    """Tell whether two reports tell one match.

    Ordered sides must agree, and what both know of competition, season and day must not differ. Then equal
    scores are enough, unless both tell all goals and share none. Scores that differ, or that one does not
    tell, need the same day or, where it is not known, the same goals.
    """
    if not (a.home and a.away and b.home and b.away):
        return False  # sides that nobody knows are not the same sides
    if (slug(a.home), slug(a.away)) != (slug(b.home), slug(b.away)):
        return False
    days = _days_apart(a, b)
    if (days is not None and days > DAYS_APART) or _differ(a.competition, b.competition):
        return False
    # a season is often inferred: the same day, or all goals the same, know better
    if _differ(a.season, b.season) and days is None and not _all_shared(a, b):
        return False
    shared, fewest = goals_in_common(a.goals, b.goals), min(len(a.goals), len(b.goals))
    most_shared = fewest > 0 and 2 * shared >= fewest
    if a.score == b.score:
        # sides that met 1-0 twice, in years that neither report names, had different goals
        return days is not None or a.score is None or shared > 0 or not (_tells_all(a) and _tells_all(b))
    if a.score is None or b.score is None:
        return days is not None or most_shared
    return days is not None and most_shared


def groups(outlines: Iterable[Outline]) -> list[int]:
    """Return for each report the number of its match, from 1; a report joins only where it fits every other."""
    members: list[list[Outline]] = []
    by_sides: dict[tuple[str, str], list[int]] = {}
    numbers = []
    for told in outlines:
        near = by_sides.setdefault((slug(told.home or ""), slug(told.away or "")), [])
        found = next((i for i in near if all(same_match(told, other) for other in members[i])), None)
        if found is None:
            found = len(members)
            members.append([])
            near.append(found)
        members[found].append(told)
        numbers.append(found + 1)
    return numbers
