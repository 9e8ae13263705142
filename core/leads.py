"""Where the match begins to be told in order: behind the headline and a lead that sums it up."""

from __future__ import annotations

import re

from core.reading import Reading
from core.tokens import places
from core.vocabulary import words

LONG_LINE = 25
"""A line of prose longer than this many words tells something; shorter ones are titles."""
SHORT_LEAD = 14
"""A line of prose of so many words before the first long one is the lead itself."""
MINUTES_OF_CHRONICLE = 3
"""A first paragraph with so many minutes is no lead."""
_MINUTE = re.compile(r"(\d{1,2})\s?['°]")


def lead_end(r: Reading) -> int:
    """The token at which the match begins to be told in order: after headline and first paragraph of prose."""
    starts: list[tuple[int, int]] = []
    for t in r.toks:
        if t.section in ("prose", "live") and (not starts or starts[-1][1] != t.line):
            starts.append((t.i, t.line))
    ends = [i for i, _ in starts[1:]] + [len(r.toks)]
    long_lines = [(i, stop) for (i, _), stop in zip(starts, ends, strict=False) if stop - i > LONG_LINE]
    if not long_lines:
        return 0
    first, stop = long_lines[0]
    if stop == len(r.toks) or any(t.section == "live" for t in r.toks):
        return first
    text = r.view.text
    opening, rest = text[r.toks[first].start : r.toks[stop - 1].end].lower(), text[r.toks[stop].start :].lower()
    if _told_again(opening, rest):
        return stop
    led = any(SHORT_LEAD <= end - i <= LONG_LINE for (i, _), end in zip(starts, ends, strict=False) if i < first)
    several = len(_figures(opening)) >= MINUTES_OF_CHRONICLE
    return first if led or several or len(long_lines) == 1 or _turns(opening, rest) else stop


def _turns(opening: str, rest: str) -> bool:
    """Whether a first paragraph tells minutes and comes to the break, and nothing behind it names a half again."""
    w = words("time")
    turns = [any(True for p in (*w.to_second, *w.break_first) for _ in places(text, p)) for text in (opening, rest)]
    return turns == [True, False] and len(_figures(opening)) > 1


def _told_again(opening: str, rest: str) -> bool:
    """Whether a first paragraph sums up the whole match: behind its second half the first is told once more."""
    w = words("time")
    starts = [pos for phrase in (*w.half_second, *w.break_first) for pos in places(rest, phrase)]
    if not starts or not any(phrase in opening for phrase in w.half_second):
        return False
    told, again = _figures(opening), _figures(rest[: min(starts)])
    if not told and any(phrase in opening for phrase in w.half_first):
        return bool(again)  # both halves without a minute, then the first with its minutes
    return bool(told and again) and (again[0] < told[-1] or bool(set(told) & set(again)))


def _figures(text: str) -> list[int]:
    return [int(m[1]) for m in _MINUTE.finditer(text)]
