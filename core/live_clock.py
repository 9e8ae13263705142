"""The clock of live commentary: each line's own minute is the moment of everything that the line tells."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, field

from core.live import LiveLine, live_lines
from core.minutes import TimeExpr
from core.moment import Moment
from core.reading import Reading
from core.schema import SectionKind


@dataclass(slots=True)
class LiveClock:
    """The times of live commentary."""

    moments: list[Moment] = field(default_factory=list)
    """One for each sentence of each line, in text order; its expression is the minute at the head of the line."""
    periods: dict[int, int] = field(default_factory=dict)
    """Token -> the half that its line stands in."""
    covered: set[int] = field(default_factory=set)
    """The tokens of the lines that have a moment."""


def with_live(r: Reading, told: list[Moment], period_at: list[int | None]) -> tuple[list[Moment], list[int | None]]:
    """Return ``told`` and ``period_at`` with the lines of live commentary put on their own clock.

    Moments read from the words of a line that bears a minute give way to that minute.
    """
    live = live_clock(r)
    kept = [m for m in told if m.a not in live.covered]
    periods = [live.periods.get(i, period) for i, period in enumerate(period_at)]
    return sorted([*kept, *live.moments], key=lambda m: m.a), periods


def live_clock(r: Reading) -> LiveClock:
    """Return the times of all live sections; a line without a minute goes on with the one above it, about."""
    clock = LiveClock()
    starts = [t.start for t in r.toks]
    for section in r.sections:
        if section.kind != SectionKind.LIVE:
            continue
        above: LiveLine | None = None
        for line in live_lines(r.view.text, section, view=r.view.text):
            here = range(bisect_left(starts, line.start), bisect_left(starts, line.end))
            if line.period is not None:
                clock.periods |= dict.fromkeys(here, line.period)
            if line.minute is not None:
                above = line
            elif line.heading or (above is not None and above.period != line.period):
                above = None
            if above is not None:
                clock.moments += _of_line(r, above, here, approx=line is not above)
                clock.covered |= set(here)
    return clock


def _of_line(r: Reading, line: LiveLine, here: range, approx: bool) -> list[Moment]:
    """Return the moment of ``line`` once for each sentence of the tokens ``here``."""
    minute = line.minute
    assert minute is not None
    expr = TimeExpr(minute.start, minute.end, "absolute", minute.minute, minute.period, minute.added, approx)
    found: list[Moment] = []
    sent = -1
    for tok in (r.toks[i] for i in here):
        if tok.sent != sent:
            sent = tok.sent
            found.append(
                Moment(expr, tok.i, tok.i + 1, minute.period, minute.minute, minute.added, approx or minute.approx)
            )
    return found
