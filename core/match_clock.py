"""The match clock as an axis: periods one after the other, added time to scale, breaks between."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from core.schema import Event

BREAK = 2.0
"""Width of the interval between periods, in minutes of the axis."""
MIN_ADDED = 1
PERIODS = {1: (0, 45), 2: (45, 90), 3: (90, 105), 4: (105, 120)}
TICK_STEP = 15


@dataclass(frozen=True, slots=True)
class Axis:
    """Where each period begins and ends on the axis, in minutes from kick-off plus breaks."""

    starts: dict[int, float]
    ends: dict[int, float]

    def place(self, period: int, minute: int, added: int = 0) -> float:
        """Return the place of a minute of the match clock."""
        low, high = PERIODS[period]
        x = self.starts[period] + min(max(minute, low), high) - low + added
        return min(x, self.ends[period])

    def ticks(self) -> list[tuple[float, str]]:
        """Return (place, label) every quarter of an hour; a half's first tick is not labelled twice."""
        found = []
        for period, start in self.starts.items():
            low, high = PERIODS[period]
            for minute in range(low, high + 1, TICK_STEP):
                if minute > low or low == 0:
                    found.append((start + minute - low, f"{minute}'"))
        return found


def axis(events: Iterable[Event]) -> Axis:
    """Lay out the periods that were played; added time is drawn as long as the longest minute told in it."""
    rows = list(events)
    added = dict.fromkeys(PERIODS, MIN_ADDED)
    last = 2
    for event in rows:
        period = event.period or period_of(event.minute)
        if period:
            last = max(last, period)
            added[period] = max(added[period], event.added or 0)
    starts, ends, x = {}, {}, 0.0
    for period in range(1, 5 if last > 2 else 3):
        low, high = PERIODS[period]
        starts[period] = x
        x += high - low + added[period]
        ends[period] = x
        x += BREAK
    return Axis(starts, ends)


def period_of(minute: int | None) -> int | None:
    """Return the period of a minute of the match clock; None for an unknown one."""
    if minute is None:
        return None
    return next((p for p, (low, high) in PERIODS.items() if low < minute <= high), 1 if minute <= 0 else 4)
