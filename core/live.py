"""Lines of live commentary: the minute each one tells, newest or oldest first, in either clock."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from core.schema import Section, Span
from core.sheet_minutes import Clock
from core.sheet_model import SheetMinute
from core.sheet_tokens import half_period
from core.sheet_words import whole, words
from core.text import normalise
from core.text_lines import BARE, LIVE, MINUTE_ALONE

_HEADING_MAX = 60
_AFTER = {"first": 1, "first_end": 2, "second": 2, "third": 3, "fourth": 4}
"""Kind of heading -> the period that follows it."""


@dataclass(slots=True)
class LiveLine:
    """One line of live commentary.

    ``minute`` is None where the line tells none; ``period`` is then still the half it stands in, if known.
    ``body_start`` is where the telling begins, after the minute and its dash.
    """

    start: int
    end: int
    minute: SheetMinute | None
    body_start: int
    period: int | None = None
    heading: bool = False
    """The line only names a half ("SECONDO TEMPO")."""


@dataclass(slots=True)
class _Raw:
    line: LiveLine
    number: int | None = None
    added: int | None = None
    half: int | None = None
    span: Span = (0, 0)
    mark: str | None = None
    """Kind of heading that the line is or opens with."""


@lru_cache(maxsize=1)
def _headings() -> list[tuple[str, re.Pattern[str]]]:
    data = words("sheet")["live"]["headings"]
    order = ("third", "fourth", "first_end", "second_end", "first", "second")
    return [(kind, whole(data[kind])) for kind in order]


def _heading_kind(body: str) -> str | None:
    opening = re.sub(r"^[\W_]+", "", body)
    found = [(m.end(), kind) for kind, pattern in _headings() if (m := pattern.match(opening))]
    return max(found, key=lambda pair: pair[0])[1] if found else None


def live_lines(text: str, section: Section | Span, view: str | None = None) -> list[LiveLine]:
    """Return the lines of a live section in the order of the text, each with its minute of the match clock.

    Args:
        text: the pasted text, unchanged.
        section: the section, or its (start, end).
        view: ``normalise(text)``, where the caller has it already.

    """
    view = normalise(text) if view is None else view
    start, end = (section.start, section.end) if isinstance(section, Section) else section
    raw = [_read(view, start + m.start(), start + m.end()) for m in re.finditer(r"[^\n]*\S[^\n]*", view[start:end])]
    for alone, text_line in zip(raw, raw[1:], strict=False):
        if alone.number is not None and alone.line.body_start >= alone.line.end and text_line.number is None:
            text_line.number, text_line.added = alone.number, alone.added
            text_line.half, text_line.span = alone.half, alone.span
    told = raw[::-1] if newest_first([r.number for r in raw if r.number is not None]) else raw
    _periods(told, titled=told is not raw and _titled(raw))
    _clock(told)
    return [r.line for r in raw]


def _read(view: str, start: int, end: int) -> _Raw:
    while view[start] == " ":
        start += 1
    match = MINUTE_ALONE.match(view, start, end) or LIVE.match(view, start, end) or BARE.match(view, start, end)
    if match is None or int(match["n"]) > 130:
        kind = _heading_kind(view[start:end])
        heading = kind is not None and end - start < _HEADING_MAX
        return _Raw(
            LiveLine(start, end, None, start, heading=heading), mark=kind if heading or kind == "second_end" else None
        )
    groups = match.groupdict()
    added = groups.get("added") or groups.get("late")
    half = half_period(groups["half"]) if groups.get("half") else None
    number = int(match["n"])
    kind = _heading_kind(view[match.end() : end])
    if kind in ("second", "first") and number not in (0, 1, 45, 46):
        kind = None  # play goes on after a stoppage: "30' Si riparte"
    if kind == "first_end" and number < 43 and half != 1:
        kind = None
    first, last = match.start("n"), match.end("half") if half else match.end("n")
    sign = re.compile(r"\s*(?:'|°|º|min\.?|minuto)?\s*(?:\+\s*\d+\s*'?)?").match(view, last) if not half else None
    last = sign.end() if sign else last
    while view[last - 1] == " ":
        last -= 1
    line = LiveLine(start, end, None, match.end())
    return _Raw(line, number, int(added) if added else None, half, (first, last), kind)


def newest_first(numbers: list[int]) -> bool:
    """Whether minutes in the order of the text run backwards."""
    pairs = list(zip(numbers, numbers[1:], strict=False))
    return sum(a > b for a, b in pairs) > sum(a < b for a, b in pairs)


def _titled(raw: list[_Raw]) -> bool:
    """Whether, newest first, a half's heading stands above its lines: then the second one opens the section."""
    first = next((r for r in raw if r.mark in _AFTER or r.number is not None), None)
    return first is not None and first.number is None and first.mark in ("second", "fourth", "third")


def _periods(told: list[_Raw], titled: bool) -> None:
    """Give each line its half: its own words, the heading that governs it, or the minutes starting anew."""
    if titled:  # the heading comes after its lines in the order of time
        period = None
        for r in reversed(told):
            period = _AFTER.get(r.mark, period) if r.mark and r.mark != "first_end" and r.number is None else period
            r.line.period = r.half or period
        return
    known = any(r.mark in ("second", "first_end") for r in told)
    period = 1 if known else None
    for i, r in enumerate(told):
        if r.mark == "first_end":
            r.line.period, period = r.half or 1, 2
            continue
        period = _AFTER.get(r.mark, period) if r.mark else period
        if not known and r.number is not None and r.half is None:
            period = _without_headings(told, i, period)
        period = r.half if r.half in (1, 2, 3, 4) else period
        r.line.period = period


def _without_headings(told: list[_Raw], i: int, period: int | None) -> int:
    number = told[i].number or 0
    before = [r.number for r in told[:i] if r.number is not None]
    if period in (None, 1) and before and max(before) >= 30 and number <= 20 and number < before[-1] - 15:
        return 2  # the minutes start anew
    later = [r.number for r in told[i + 1 :] if r.number is not None]
    if period in (None, 1):
        if 45 < number <= 54 and later and later[0] <= number and 45 < later[0] <= 48:
            return 1  # "47' Fine primo tempo", then "46' Si riparte"
        return 1 if number <= 45 else 2
    return period


def _clock(told: list[_Raw]) -> None:
    second = [r.number for r in told if r.number is not None and r.line.period == 2]
    running = any(n > 60 for n in second) or bool(second) and min(second) >= 45
    late = any(r.line.period in (3, 4) for r in told)
    clock = Clock(extra_time=late, running_second=running)
    for r in told:
        if r.number is None:
            continue
        number, half = r.number, r.line.period
        if half == 2 and running and number <= 45:
            number = 46  # "45' Inizia il secondo tempo"
        period, minute, added = clock.read(number, r.added, half)
        r.line.minute = SheetMinute(period, minute, added, *r.span)
