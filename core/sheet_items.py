"""Lists of scorers and of booked people: each name with its minutes, marks and reasons."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from core.sheet_fields import Field, field_tokens
from core.sheet_lineup import clean_name, closing
from core.sheet_minutes import Clock, carries
from core.sheet_model import SheetMinute, SheetName
from core.sheet_tokens import Kind, Token
from core.sheet_words import sheet_words

MAX_COUNT = 5
"""A number without a minute mark after a scorer's name counts his goals up to here."""
_BREAKS = (Kind.SEP, Kind.DASH, Kind.LINE, Kind.DOT)
_AND = re.compile(r"\s*(?:\([^()]*\))?\s+ed?\s+")
_END = Token(Kind.LINE, 0, 0, "")


@dataclass(slots=True)
class Item:
    """One name of a list with what stands round it; ``start`` and ``end`` span all of it."""

    name: SheetName
    start: int
    end: int
    minutes: list[SheetMinute] = field(default_factory=list)
    penalties: list[bool] = field(default_factory=list)
    """One for each minute; a single one where there is no minute."""
    own_goal: bool = False
    code: str = ""
    """The mark of a side: "M", "Re", "Milan"."""
    group: int = 0
    """Counts the groups that a dash or a semicolon divides."""
    count: int = 1
    reason: str = ""

    def mark_penalty(self) -> None:
        """Make the last goal of the name a penalty."""
        self.penalties = [*self.penalties[:-1], True]


def minutes_of(tokens: list[Token], clock: Clock) -> dict[int, SheetMinute]:
    """Return the minute of each minute token (by its start), half words carried forward and shared back."""
    carry = carries(tokens)
    found: dict[int, SheetMinute] = {}
    half: int | None = None
    run: list[Token] = []  # bare minutes since the last name: "12' e 34' st Rossi"
    for token in tokens:
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
            clockwise = half == 1 and token.half is None and token.number > 50  # "47' pt Rossi, 51' Verdi"
            found[token.start] = clock.minute(token, half if carry and not clockwise else None)
    return found


def numbers_as_minutes(tokens: list[Token], after: bool = False) -> None:
    """Turn bare numbers into minutes where a list has no minute sign at all ("GOL: 5 Aquino, 81, 82 Contardi").

    With ``after`` only those that stand after a name and before none: the others are shirt numbers.
    """
    signed = [t for t in tokens if t.kind is Kind.MINUTE]
    if any(not re.fullmatch(r"\d+\s*\+\s*\d+", t.text) for t in signed):  # "90+2" needs no sign
        return
    numbers = [t for t in tokens if t.kind is Kind.NUMBER and 0 < t.number <= 125 and t.text.rstrip("+").isdigit()]
    first = next((t for t in tokens if t.kind in (Kind.NAME, Kind.NUMBER)), None)
    if after:
        pairs = {t.start: (a.kind, b.kind) for a, t, b in zip(tokens, tokens[1:], [*tokens[2:], _END], strict=False)}
        numbers = [t for t in numbers if _trails(*pairs.get(t.start, (Kind.SEP, Kind.NAME)))]
    if numbers and (after or signed or first in numbers or any(t.number > MAX_COUNT for t in numbers)):
        for token in numbers:
            token.kind = Kind.MINUTE


def _trails(before: Kind, behind: Kind) -> bool:
    return before is Kind.NAME and behind is not Kind.NAME


def read_items(view: str, text: str, part: Field, clock: Clock, reasons: bool = False) -> list[Item]:
    """Return the names of a list of goals, or with ``reasons`` of cards.

    Minutes stand before the names or after them; what comes first in the list decides.
    """
    tokens = field_tokens(view, part)
    numbers_as_minutes(tokens, after=reasons)
    items = _Items(text, tokens, minutes_of(tokens, clock), reasons).read()
    if reasons:
        _share_minutes(view, items)
        _give_reasons(view, part, items)
    return items


def _share_minutes(view: str, items: list[Item]) -> None:
    """Give a minute before two names to both: "37' pt Rebic e Izzo"."""
    for first, second in zip(items, items[1:], strict=False):
        joined = _AND.fullmatch(view, first.end, second.name.start)
        if joined and not second.minutes and first.minutes and first.minutes[-1].start < first.name.start:
            second.minutes = first.minutes[-1:]


class _Items:
    """Walks the tokens of one list; ``waiting`` holds minutes that still need their name."""

    def __init__(self, text: str, tokens: list[Token], minutes: dict[int, SheetMinute], reasons: bool) -> None:
        self.text, self.tokens, self.minutes, self.reasons = text, tokens, minutes, reasons
        first = next((t for t in tokens if t.kind is Kind.MINUTE or (t.kind is Kind.NAME and len(t.text) > 2)), None)
        self.leading = first is not None and first.kind is Kind.MINUTE
        self.items: list[Item] = []
        self.waiting: list[SheetMinute] = []
        self.penalties: list[bool] = []
        self.own = False
        self.group = self.depth = 0
        self.skipping = False  # inside the reason of a card
        self.beside = False  # after "per": the scorer's side follows

    @property
    def last(self) -> Item | None:
        return self.items[-1] if self.items else None

    def read(self) -> list[Item]:
        for i, token in enumerate(self.tokens):
            self.depth = max(0, self.depth + (token.kind is Kind.OPEN) - (token.kind is Kind.CLOSE))
            if token.kind is Kind.MINUTE:
                self._minute(i, token)
            elif token.kind is Kind.NAME or self._fills_bracket(i):
                self._name(i, token)
            elif token.kind is Kind.WORD:
                self._word(i, token)
            elif token.kind is Kind.NUMBER:
                self._number(token)
            elif token.kind in _BREAKS and not self.depth:
                self.group += token.text == ";" or token.kind is Kind.DASH
                self.skipping = self.skipping and token.kind is Kind.DASH
                self.beside = False
        return self.items

    def _minute(self, i: int, token: Token) -> None:
        self.skipping = self.beside = False
        minute, last = self.minutes[token.start], self.last
        follows = not self.waiting and not self._separated(i) and not self._name_follows(i)
        if last is not None and (self.depth or not self.leading or follows):
            last.minutes.append(minute)
            last.penalties = last.penalties if len(last.penalties) == len(last.minutes) else [*last.penalties, False]
            last.end = max(last.end, token.end)
        else:
            self.waiting.append(minute)
            self.penalties.append(False)

    def _name(self, i: int, token: Token) -> None:
        words, mark, last = sheet_words(), token.text.strip("."), self.last
        own = len(mark) > 1 and words.own_goal.fullmatch(token.text)
        if own or (len(mark) > 1 and words.penalty.fullmatch(token.text)):
            self._mark(i, token, bool(own))
        elif self.depth and last is not None and self._is_code(mark, i):
            last.code, last.end = mark, token.end
        elif self.beside and last is not None:
            last.code, last.end, self.beside = token.text, token.end, False  # "12' Rossi per il Milan"
        elif token.kind is Kind.NAME and not self.skipping:
            name = clean_name(self.text, token)
            if name is None or (len(mark) == 1 and last is not None):
                return
            start = self.waiting[0].start if self.waiting else name.start
            self.items.append(Item(name, start, name.end, self.waiting, self.penalties, self.own, group=self.group))
            self.waiting, self.penalties, self.own = [], [], False

    def _word(self, i: int, token: Token) -> None:
        words, low = sheet_words(), token.text.lower().rstrip(".")
        own = words.own_goal.fullmatch(low) or words.own_goal.fullmatch(low + ".")
        if own or words.penalty.fullmatch(low) or words.penalty.fullmatch(low + "."):
            self._mark(i, token, bool(own))
        elif self.last is not None and not self.waiting and self.reasons and low in words.reason:
            self.skipping = True
        elif self.last is not None and not self.waiting and not self.reasons and low in words.beside:
            self.beside = True

    def _mark(self, i: int, token: Token, own: bool) -> None:
        """Note a penalty or an own goal with the goal it belongs to: the one named before, or the one to come."""
        last = self.last
        before = bool(self.waiting) or last is None or (not self.depth and self._name_follows(i))
        if own and before:
            self.own = True
        elif own and last is not None:
            last.own_goal, last.end = True, max(last.end, token.end)
        elif before and self.penalties:
            self.penalties[-1] = True
        elif before:
            self.penalties = [True]
        elif last is not None:
            last.mark_penalty()
            last.end = max(last.end, token.end)

    def _number(self, token: Token) -> None:
        if self.last is not None and not self.leading and not self.reasons and 1 < token.number <= MAX_COUNT:
            self.last.count = token.number

    def _fills_bracket(self, i: int) -> bool:
        """Whether the token is a small word alone in its bracket: "(m)"."""
        token, before = self.tokens[i], self.tokens[i - 1]
        alone = token.kind is Kind.WORD and before.kind is Kind.OPEN and closing(self.tokens, i - 1) == i + 1
        known = token.text.lower() in sheet_words().stop and not token.text.isupper()  # "(E)" is no "and"
        return alone and len(token.text) <= 3 and not known

    def _is_code(self, mark: str, i: int) -> bool:
        """Whether a word in brackets is the mark of a side and not the name of a person."""
        before = self.tokens[i - 1]
        only = before.kind is Kind.OPEN and closing(self.tokens, i - 1) == i + 1
        return only or (before.kind in (Kind.OPEN, Kind.SEP, Kind.WORD) and len(mark) <= 4)

    def _name_follows(self, i: int) -> bool:
        """Whether a name comes after ``i`` before any separator."""
        for token in self.tokens[i + 1 :]:
            if token.kind is Kind.NAME:
                return True
            if token.kind in (Kind.SEP, Kind.LINE, Kind.CLOSE, Kind.OPEN):
                return False
        return False

    def _separated(self, i: int) -> bool:
        """Whether a separator stands between the minute at ``i`` and the name before it."""
        for token in reversed(self.tokens[:i]):
            if token.kind is Kind.NAME:
                return False
            if token.kind in _BREAKS:
                return True
        return True


def _give_reasons(view: str, part: Field, items: list[Item]) -> None:
    """Give each name the words up to the next item; names joined by "e" or a comma share what follows the last."""
    for i, item in enumerate(items):
        stop = items[i + 1].start if i + 1 < len(items) else part.end
        item.reason = view[item.end : stop]
    for i in range(len(items) - 2, -1, -1):
        joint = re.sub(r"\([^)]*\)|\d+\s*'\s*\S*", "", items[i].reason).strip()
        if joint.lower() in ("e", ",", "ed") and not items[i + 1].minutes and not re.search(r"\w{4}", items[i].reason):
            items[i].reason = items[i + 1].reason
