"""Minutes of a match sheet: the clock that "12' st", "47' pt", "90'+4" and "1' sts" stand for."""

from __future__ import annotations

import re
from dataclasses import dataclass

from core.sheet_model import SheetMinute
from core.sheet_tokens import Kind, Token
from core.sheet_words import sheet_words

MAX_COUNT = 5
"""A number without a minute mark after a scorer's name counts his goals up to here."""
_END = Token(Kind.LINE, 0, 0, "")
_PERIOD_START = {1: 0, 2: 45, 3: 90, 4: 105}
_PERIOD_END = {1: 45, 2: 90, 3: 105, 4: 120}


@dataclass(frozen=True, slots=True)
class Clock:
    """How the minutes of one sheet are to be read."""

    extra_time: bool = False
    running_second: bool = False
    """Minutes marked "st" run from 46 to 90 and not from 1 to 45."""

    def read(self, number: int, added: int | None, half: int | None) -> tuple[int | None, int, int | None]:
        """Return (period, minute, added) for a number with its half word (None: none told)."""
        if half == 34:  # both extra halves counted through, 1 to 30 or 91 to 120
            half, number = (4, number - 15) if 15 < number <= 30 else (4 if number > 105 else 3, number)
        if half is None:
            return self._bare(number, added)
        first, last = _PERIOD_START[half], _PERIOD_END[half]
        length = last - first
        running = half > 1 and (
            number > length + 15 or (half == 2 and self.running_second) or (half > 2 and number > 90)
        )
        minute = number if running and number > first else first + number
        if minute > last:
            return half, last, minute - last + (added or 0)
        return half, max(minute, 1), added if minute == last else None

    def _bare(self, number: int, added: int | None) -> tuple[int | None, int, int | None]:
        if added is not None and number in (45, 90, 105, 120):
            return {45: 1, 90: 2, 105: 3, 120: 4}[number], number, added
        if number <= 45:
            return 1, max(number, 1), None
        if number <= 90:
            return 2, number, None
        if not self.extra_time:
            return 2, 90, number - 90 + (added or 0)
        if number <= 105:
            return 3, number, None
        return 4, min(number, 120), number - 120 if number > 120 else None

    def minute(self, token: Token, half: int | None = None, approx: bool = False) -> SheetMinute:
        """Return the minute of a token; ``half`` is the half carried to it when it names none."""
        period, minute, added = self.read(token.number, token.added, token.half or half)
        return SheetMinute(period, minute, added, token.start, token.end, approx)


def clock_of(tokens: list[Token], extra_time: bool) -> Clock:
    """Return the clock that a whole sheet's minutes speak for."""
    second = [t.number for t in tokens if t.kind is Kind.MINUTE and t.half == 2]
    bare = [t.number for t in tokens if t.kind is Kind.MINUTE and t.half is None and t.added is None]
    late = any(t.kind is Kind.MINUTE and t.half in (3, 4, 34) for t in tokens) or any(105 <= n <= 125 for n in bare)
    # "st 54'" alone may be the 54th minute or nine minutes of added time: later ones decide
    running = any(60 < n <= 100 for n in second) and not any(n <= 40 for n in second)
    return Clock(extra_time or late, running)


def carries(tokens: list[Token]) -> bool:
    """Whether bare minutes of a list take the half named before them.

    Not where the bare ones themselves run on to 90 ("12' pt Rossi, 67' Bianchi").
    """
    return not any(t.kind is Kind.MINUTE and t.half is None and t.added is None and t.number > 55 for t in tokens)


def minutes_of(tokens: list[Token], clock: Clock) -> dict[int, SheetMinute]:
    """Return the minute of each minute token (by its start), half words carried forward and shared back."""
    carry = carries(tokens)
    found: dict[int, SheetMinute] = {}
    half: int | None = None
    shown = 0
    run: list[Token] = []  # bare minutes since the last name: "12' e 34' st Rossi"
    for k, token in enumerate(tokens):
        if token.kind is Kind.HALF:
            half = token.half
        elif token.kind is Kind.NAME and len(token.text) > 2:
            run = []
        elif token.kind is Kind.MINUTE:
            if token.half is not None:
                for early in run:
                    # figures that fall belong to the half before: "38' e 12' st"
                    if early.number < token.number and early.number <= 50:
                        found[early.start] = clock.minute(early, token.half)
                half, run = token.half, []
            else:
                run.append(token)
                if half == 1 and token.number < shown and _in_second(token, tokens[k + 1 :]):
                    half = 2  # "38' pt Rossi; Verdi 12', Bianchi 46' st"
            shown = token.number
            clockwise = half == 1 and token.half is None and token.number > 50  # "47' pt Rossi, 51' Verdi"
            found[token.start] = clock.minute(token, half if carry and not clockwise else None)
    return found


def _in_second(bare: Token, behind: list[Token]) -> bool:
    """Whether a later minute that names the second half goes on from a bare one."""
    named = next((t for t in behind if t.kind is Kind.MINUTE and t.half is not None), None)
    return named is not None and named.half == 2 and named.number > bare.number


def numbers_as_minutes(tokens: list[Token], after: bool = False) -> None:
    """Turn bare numbers into minutes where a list has no minute sign at all ("GOL: 5 Aquino, 81, 82 Contardi").

    With ``after`` only those that stand after a name and before none: the others are shirt numbers.
    """
    signed = [t for t in tokens if t.kind is Kind.MINUTE]
    numbers = [t for t in tokens if t.kind is Kind.NUMBER and 0 < t.number <= 125 and t.text.rstrip("+").isdigit()]
    first = next((t for t in tokens if t.kind in (Kind.NAME, Kind.NUMBER)), None)
    if any(not re.fullmatch(r"\d+\s*\+\s*\d+", t.text) for t in signed):  # "90+2" needs no sign
        if after:
            return
        numbers, after = [t for t in numbers if t.number > MAX_COUNT], True  # one sign forgotten: "Rossi 12', Verdi 90"
    if after:
        stopless = [t for t in tokens if t.kind is not Kind.DOT]  # "rig. 90"
        ends = [*stopless[2:], _END]
        pairs = {t.start: (a, b.kind) for a, t, b in zip(stopless, stopless[1:], ends, strict=False)}
        numbers = [t for t in numbers if _trails(*pairs.get(t.start, (_END, Kind.NAME)))]
    if numbers and (after or signed or first in numbers or any(t.number > MAX_COUNT for t in numbers)):
        for token in numbers:
            token.kind = Kind.MINUTE


def _trails(before: Token, behind: Kind) -> bool:
    """Whether a number closes an item: a name or the mark of a penalty before it, no name behind it."""
    marked = before.kind is Kind.WORD and bool(sheet_words().penalty.fullmatch(before.text.lower()))
    return (before.kind is Kind.NAME or marked) and behind is not Kind.NAME
