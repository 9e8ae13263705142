"""Which events of two reports are one and the same: how alike they are, and who is paired with whom."""

from __future__ import annotations

from collections.abc import Sequence

from core.fusion_match import SAME_MINUTE, clock_of, same_person
from core.gold import slug
from core.schema import Card, Event, EventType, Score

NEAR, FAR = 5, 10
"""Minutes: within NEAR two papers may time one moment, beyond FAR they tell of two or contradict each other."""
BY_PERSON_ALONE = {
    EventType.GOAL,
    EventType.CARD,
    EventType.INJURY,
    EventType.PENALTY_MISSED,
    EventType.PENALTY_AWARDED,
}
"""Kinds that one person rarely has twice in a match: the name is enough, whatever the minutes."""
BY_MINUTE_ALONE = {
    EventType.GOAL,
    EventType.DISALLOWED_GOAL,
    EventType.PENALTY_MISSED,
    EventType.PENALTY_AWARDED,
}
"""Kinds of which no two happen to one side in one minute: there another name is a contradiction."""
DISMISSED = {Card.RED, Card.SECOND_YELLOW}


def apart(one: Event, other: Event) -> int | None:
    """Return how many minutes two events are apart; None where one has no minute."""
    a, b = clock_of(one.minute, one.added), clock_of(other.minute, other.added)
    return None if a is None or b is None else abs(a - b)


def _agree(one: str | None, other: str | None) -> bool:
    return not one or not other or slug(one) == slug(other)


def _who(one: Event, other: Event) -> bool | None:
    """Tell whether the people agree; None where they cannot be compared."""
    pairs = [(one.player, other.player)]
    if one.type == EventType.SUBSTITUTION:
        pairs = [(one.player_in, other.player_in), (one.player_out, other.player_out)]
    elif one.type == EventType.PENALTY_AWARDED:
        pairs = [(one.fouled, other.fouled), (one.fouler, other.fouler)]
    told = [same for a, b in pairs if (same := same_person(a, b)) is not None]
    # of a substitution half is enough: papers differ on who made way
    return any(told) if told else None


def _cards_agree(one: Event, other: Event, minutes: int | None) -> bool:
    if one.card == other.card or not one.card or not other.card:
        return True
    return {one.card, other.card} <= DISMISSED or minutes == 0


def likeness(one: Event, other: Event) -> float:
    """Return how likely two events of two reports are the same; 0 if they cannot be."""
    if one.type != other.type or not _agree(one.team, other.team):
        return 0.0
    kind, minutes, who = EventType(one.type), apart(one, other), _who(one, other)
    if one.period and other.period and one.period != other.period and minutes is None:
        return 0.0
    if kind == EventType.CARD and not _cards_agree(one, other, minutes):
        return 0.0
    same_score = one.score_after is not None and one.score_after == other.score_after
    near = 0.0 if minutes is None else max(0.0, 1 - minutes / FAR)
    if who:
        if minutes is None or minutes <= NEAR or kind in BY_PERSON_ALONE or kind == EventType.SUBSTITUTION:
            return 3 + 2 * near + same_score
        return 0.0
    soon = minutes is not None and minutes <= SAME_MINUTE
    if who is None:
        if soon or (kind == EventType.GOAL and same_score):
            return 2 + near + same_score
        return 1.0 if minutes is None and kind in BY_MINUTE_ALONE else 0.0
    # two names: one moment only where nothing else could have happened in it
    if kind in BY_MINUTE_ALONE and (soon or (same_score and minutes is None)):
        return 1.5 + near + same_score
    return 0.0


def pairs(facts: Sequence[Sequence[Event]], events: Sequence[Event]) -> dict[int, int]:
    """Pair the events of one report with the facts that others told: index of event -> index of fact.

    The likeliest pairs come first; among equals those told in the same order.
    """
    found = []
    for i, event in enumerate(events):
        for j, tellings in enumerate(facts):
            score = max(likeness(event, told) for told in tellings)
            if score:
                found.append((-score, abs(i - j), i, j))
    chosen: dict[int, int] = {}
    for _, _, i, j in sorted(found):
        if i not in chosen and j not in chosen.values():
            chosen[i] = j
    return chosen


def remaining_goals(
    facts: Sequence[Sequence[Event]],
    events: Sequence[Event],
    chosen: dict[int, int],
    sides: tuple[str, str],
    score: Score,
) -> dict[int, int]:
    """Pair what is left over of goals in their order, where both accounts tell all goals of a side.

    Then a goal with another scorer and another minute is the same goal told otherwise: the score has no room
    for one more.
    """
    more: dict[int, int] = {}
    for side, n in zip(sides, score, strict=True):
        mine = [i for i, e in enumerate(events) if e.type == EventType.GOAL and e.team == side]
        theirs = [j for j, f in enumerate(facts) if f[0].type == EventType.GOAL and f[0].team == side]
        if len(mine) == len(theirs) == n:
            open_facts = [j for j in theirs if j not in chosen.values()]
            more |= dict(zip([i for i in mine if i not in chosen], open_facts, strict=True))
    return more
