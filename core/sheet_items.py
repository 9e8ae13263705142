"""Lists of scorers and of booked people: each name with its minutes, marks and reasons."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from core.sheet_fields import Field, field_tokens
from core.sheet_lineup import clean_name, closing
from core.sheet_minutes import MAX_COUNT, Clock, minutes_of, numbers_as_minutes
from core.sheet_model import SheetMinute, SheetName
from core.sheet_tokens import Kind, Token
from core.sheet_words import sheet_words

_BREAKS = (Kind.SEP, Kind.DASH, Kind.LINE, Kind.DOT)
_AND = re.compile(r"\s*(?:\([^()]*\))?\s+ed?\s+")


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


def read_items(view: str, text: str, part: Field, clock: Clock, reasons: bool = False) -> list[Item]:
    """Return the names of a list of goals, or with ``reasons`` of cards.

    Minutes stand before the names or after them; what comes first in the list decides.
    """
    tokens = field_tokens(view, part)
    numbers_as_minutes(tokens, after=reasons)
    items = _Items(text, tokens, minutes_of(tokens, clock), reasons).read()
    for item in items:  # "Reti: Alfa: 12' Rossi"
        item.code = item.code or (view[slice(*part.name)] if part.name else "")
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
        self.titled = False  # after "per" at the head of a group: the side of those to come
        self.side = ""

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
        self.skipping = self.beside = self.titled = False
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
        elif self.titled:
            self.side, self.titled = token.text, False  # "per il Beta 12' Rossi"
        elif token.kind is Kind.NAME and not self.skipping:
            name = clean_name(self.text, token)
            if name is None or (len(mark) == 1 and last is not None):
                return
            start = self.waiting[0].start if self.waiting else name.start
            self.items.append(
                Item(name, start, name.end, self.waiting, self.penalties, self.own, self.side, self.group)
            )
            self.waiting, self.penalties, self.own = [], [], False

    def _word(self, i: int, token: Token) -> None:
        words, low = sheet_words(), token.text.lower().rstrip(".")
        own = words.own_goal.fullmatch(low) or words.own_goal.fullmatch(low + ".")
        if own or words.penalty.fullmatch(low) or words.penalty.fullmatch(low + "."):
            self._mark(i, token, bool(own))
        elif self.last is not None and not self.waiting and self.reasons and low in words.reason:
            self.skipping = True
        elif self.titled and "'" in token.text:
            self.side, self.titled = token.text.rpartition("'")[2], False  # "per l'Alfa 12' Rossi"
        elif not self.reasons and not self.waiting and low in words.beside:
            heads = i == 0 or self.tokens[i - 1].kind in _BREAKS
            self.titled, self.beside = heads, not heads and self.last is not None

    def _mark(self, i: int, token: Token, own: bool) -> None:
        """Note a penalty or an own goal with the goal it belongs to: the one named before, or the one to come."""
        last = self.last
        before = bool(self.waiting) or last is None or (not self.depth and self._name_follows(i))
        if own and before and self.waiting and _closes(self.tokens, i):
            self.waiting, self.penalties = [], []  # "12' autorete, 20' Rossi": nobody is named
        elif own and before:
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


def _closes(tokens: list[Token], i: int) -> bool:
    """Whether a separator follows the token at ``i``."""
    return i + 1 < len(tokens) and tokens[i + 1].kind in (Kind.SEP, Kind.LINE)


def _give_reasons(view: str, part: Field, items: list[Item]) -> None:
    """Give each name the words up to the next item; names joined by "e" or a comma share what follows the last."""
    for i, item in enumerate(items):
        stop = items[i + 1].start if i + 1 < len(items) else part.end
        item.reason = view[item.end : stop]
    for i in range(len(items) - 2, -1, -1):
        joint = re.sub(r"\([^)]*\)|\d+\s*'\s*\S*", "", items[i].reason).strip()
        if joint.lower() in ("e", ",", "ed") and not items[i + 1].minutes and not re.search(r"\w{4}", items[i].reason):
            items[i].reason = items[i + 1].reason
