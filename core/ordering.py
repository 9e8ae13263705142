"""The order of the match: dated events by the clock, the others between their neighbours of the telling."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from core.match_clock import PERIODS, period_of
from core.schema import Clock, Event

Place = tuple[int, int, int]
"""(period, minute, added)."""
IN_ORDER = 0.7
"""The share of dated events that must follow one another for a telling to run in order of time."""
MIDDLE = {None: (2, 60, 0), 1: (1, 30, 0), 2: (2, 75, 0), 3: (3, 100, 0), 4: (4, 115, 0)}
"""Period → the place of an event of which nothing else is known."""


def in_order(events: list[Event], narrated: list[Event]) -> list[Event]:
    """Return all events in the order of the match; what those without a minute let know of their time is filled in.

    ``narrated`` are those that the body of the report tells, of which the telling itself says when they happened.
    """
    chain = _chain(sorted(narrated, key=lambda e: e.start))
    added = {p: max((e.added or 0 for e in events if e.period == p), default=0) for p in PERIODS}
    places = {id(e): _place(e) for e in events if e.minute is not None}
    for e in events:
        if e.minute is not None:
            e.earliest = e.latest = (e.minute, e.added or 0)
            continue
        before, after = _neighbours(chain, e) if any(e is n for n in narrated) else (None, None)
        places[id(e)] = _between(e, before, after, added)
    return sorted(events, key=lambda e: (places[id(e)], e.start))


def _place(e: Event) -> Place:
    """The place of a dated event."""
    return e.period or period_of(e.minute) or 0, e.minute or 0, e.added or 0


def _chain(told: Sequence[Event]) -> list[Event]:
    """The longest run of dated events whose clock never falls back; nothing where the telling is in no order."""
    dated = [e for e in told if e.minute is not None]
    best: list[list[Event]] = []
    for e in dated:
        runs = [run for run in best if _place(run[-1]) <= _place(e)]
        best.append([*max(runs, key=len, default=[]), e])
    longest = max(best, key=len, default=[])
    return longest if len(longest) >= IN_ORDER * len(dated) else []


def _neighbours(chain: list[Event], e: Event) -> tuple[Event | None, Event | None]:
    """The dated events told before and after one without a minute."""
    k = bisect_right([x.start for x in chain], e.start)
    return (chain[k - 1] if k else None), (chain[k] if k < len(chain) else None)


def _between(e: Event, before: Event | None, after: Event | None, added: dict[int, int]) -> Place:
    """Fill in half and bounds of an event without a minute, and return where it is sorted in."""
    first, last = (_place(before) if before else None), (_place(after) if after else None)
    if e.period is None and first and last and first[0] == last[0]:
        e.period = first[0]
    if e.period is None:
        return MIDDLE[None] if first is None else first
    low: Place = (e.period, PERIODS[e.period][0], 0)
    high: Place = (e.period, PERIODS[e.period][1], added[e.period])
    if first is not None and last is not None and not first[0] <= e.period <= last[0]:
        first = last = None
    narrow = max(low, first or low), min(high, last or high)
    if narrow[0] > narrow[1]:
        narrow = low, high
    e.earliest, e.latest = _clock(narrow[0]), _clock(narrow[1])
    return narrow[0] if first or last else MIDDLE[e.period]


def _clock(place: Place) -> Clock:
    """A place as a clock of its half: what lies before the first minute is the first minute."""
    period, minute, added = place
    return max(minute, PERIODS[period][0] + 1), added
