"""Goals, cards and substitutions listed in a match sheet."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from core.sheet_fields import Field, field_tokens
from core.sheet_lineup import clean_name, closing
from core.sheet_minutes import Clock, carries
from core.sheet_model import SheetCard, SheetGoal, SheetMinute, SheetName, SheetSub
from core.sheet_tokens import Kind, Token
from core.sheet_words import sheet_words

MAX_COUNT = 5
"""A number without a minute mark after a scorer's name counts his goals up to here."""


@dataclass(slots=True)
class Item:
    """One name of a list with what stands round it."""

    name: SheetName
    minutes: list[SheetMinute] = field(default_factory=list)
    penalties: list[bool] = field(default_factory=list)
    """One for each minute; a single one where there is no minute."""
    own_goal: bool = False
    code: str = ""
    """The mark of a side: "M", "Re"."""
    group: int = 0
    """Counts the groups that a dash or a semicolon divides."""
    count: int = 1
    reason: str = ""
    order: int = 0
    end: int = 0
    start: int = 0


def _half_groups(tokens: list[Token], clock: Clock, carry: bool) -> dict[int, SheetMinute]:
    """Return the minute of each minute token (by its start), half words carried forward and shared back."""
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
            found[token.start] = clock.minute(token, half if carry else None)
    return found


def _numbers_as_minutes(tokens: list[Token]) -> None:
    """Turn bare numbers into minutes where a list has no minute sign at all ("GOL: 5 Aquino, 81, 82 Contardi")."""
    if any(t.kind is Kind.MINUTE for t in tokens) or not tokens:
        return
    numbers = [t for t in tokens if t.kind is Kind.NUMBER]
    first = next((t for t in tokens if t.kind in (Kind.NAME, Kind.NUMBER)), None)
    if numbers and (first in numbers or any(t.number > MAX_COUNT for t in numbers)):
        for token in numbers:
            if 0 < token.number <= 125:
                token.kind = Kind.MINUTE


def read_items(view: str, text: str, part: Field, clock: Clock, reasons: bool = False) -> list[Item]:
    """Return the names of a list of goals or cards, each with its minutes and marks.

    Minutes stand before the names or after them; what comes first in the list decides.
    """
    tokens = field_tokens(view, part)
    if not reasons:
        _numbers_as_minutes(tokens)
    carry = carries(tokens)
    minutes = _half_groups(tokens, clock, carry)
    words = sheet_words()
    first = next((t for t in tokens if t.kind is Kind.MINUTE or (t.kind is Kind.NAME and len(t.text) > 2)), None)
    leading = first is not None and first.kind is Kind.MINUTE
    items: list[Item] = []
    waiting: list[SheetMinute] = []
    pending_pen: list[bool] = []
    own = False
    group = 0
    depth = 0
    skipping = False  # inside the reason of a card
    reason_from = 0
    for i, token in enumerate(tokens):
        low = token.text.lower().rstrip(".")
        last = items[-1] if items else None
        if token.kind is Kind.OPEN:
            depth += 1
        elif token.kind is Kind.CLOSE:
            depth = max(0, depth - 1)
        if token.kind is Kind.MINUTE:
            skipping = False
            minute = minutes[token.start]
            after_name = last is not None and not waiting and not _separated(tokens, i, leading)
            if last is not None and (depth or not leading or (after_name and not _name_follows(tokens, i))):
                last.minutes.append(minute)
                last.penalties.append(False)
                last.end = max(last.end, token.end)
            else:
                waiting.append(minute)
                pending_pen.append(False)
        elif token.kind is Kind.NAME or (depth and token.kind is Kind.WORD and len(low) <= 3 and low not in words.stop):
            mark = token.text.strip(".")
            if (
                words.penalty.fullmatch(token.text)
                and len(mark) > 1
                or words.own_goal.fullmatch(token.text)
                and len(mark) > 1
            ):
                own |= bool(words.own_goal.fullmatch(token.text))
                _set_penalty(last, pending_pen, waiting, depth, token)
            elif depth and last is not None and _is_code(mark, view, tokens, i):
                last.code = mark
                last.end = token.end
            elif token.kind is Kind.NAME and not skipping:
                name = clean_name(text, token)
                if name is None or (len(mark) == 1 and last is not None):
                    continue
                start = waiting[0].start if waiting else name.start
                item = Item(name, waiting, pending_pen, own, "", group, 1, "", len(items), name.end, start)
                items.append(item)
                waiting, pending_pen, own = [], [], False
        elif token.kind is Kind.WORD:
            if words.own_goal.fullmatch(low) or words.own_goal.fullmatch(low + "."):
                if last is not None and not waiting and (depth or not _name_follows(tokens, i)):
                    last.own_goal = True
                    last.end = token.end
                else:
                    own = True
            elif words.penalty.fullmatch(low) or words.penalty.fullmatch(low + "."):
                _set_penalty(last, pending_pen, waiting, depth, token, _name_follows(tokens, i))
            elif reasons and low in words.reason and last is not None and not (leading and waiting):
                skipping, reason_from = True, token.start
        elif (
            token.kind is Kind.NUMBER
            and last is not None
            and not leading
            and 1 < token.number <= MAX_COUNT
            and not reasons
        ):
            last.count = token.number
        elif token.kind in (Kind.SEP, Kind.DASH, Kind.LINE, Kind.DOT) and not depth:
            if token.text == ";" or token.kind is Kind.DASH:
                group += 1
            if token.kind is not Kind.DASH:
                skipping = False
    del reason_from
    if reasons:
        _reasons(view, part, items)
    return items


def _set_penalty(
    last: Item | None, pending: list[bool], waiting: list[SheetMinute], depth: int, token: Token, before: bool = False
) -> None:
    if waiting and pending:
        pending[-1] = True
    elif last is not None and not before:
        if last.penalties:
            last.penalties[-1] = True
        else:
            last.penalties = [True]
        last.end = max(last.end, token.end)
    else:
        pending.append(True)


def _name_follows(tokens: list[Token], i: int) -> bool:
    """Whether the next weighty token after ``i`` is a name, with no separator between."""
    for token in tokens[i + 1 :]:
        if token.kind is Kind.NAME:
            return True
        if token.kind in (Kind.SEP, Kind.LINE, Kind.CLOSE, Kind.OPEN):
            return False
    return False


def _separated(tokens: list[Token], i: int, leading: bool) -> bool:
    """Whether a separator stands between the minute at ``i`` and the name before it."""
    for token in reversed(tokens[:i]):
        if token.kind is Kind.NAME:
            return False
        if token.kind in (Kind.SEP, Kind.LINE, Kind.DASH, Kind.DOT) and leading:
            return True
    return True


def _is_code(mark: str, view: str, tokens: list[Token], i: int) -> bool:
    """Whether a word in brackets is the mark of a side and not the name of a person."""
    alone = tokens[i - 1].kind in (Kind.OPEN, Kind.SEP, Kind.WORD) and len(mark) <= 4
    only = tokens[i - 1].kind is Kind.OPEN and closing(tokens, i - 1) == i + 1
    return alone or only


def _reasons(view: str, part: Field, items: list[Item]) -> None:
    """Give each name the words up to the next item; names joined by "e" or a comma share what follows the last."""
    for i, item in enumerate(items):
        stop = items[i + 1].start if i + 1 < len(items) else part.end
        item.reason = view[item.end : stop]
    for i in range(len(items) - 2, -1, -1):
        joint = re.sub(r"\([^)]*\)|\d+\s*'\s*\S*", "", items[i].reason).strip()
        if joint in ("e", ",", "ed", "E") and not items[i + 1].minutes:
            items[i].reason = items[i + 1].reason


def goals(view: str, text: str, part: Field, clock: Clock) -> list[tuple[SheetGoal, Item]]:
    """Return the goals of a list of scorers, in the order of their minutes where all are told."""
    found: list[tuple[SheetGoal, Item]] = []
    for item in read_items(view, text, part, clock):
        if item.name.text.lower() in sheet_words().none:
            continue
        span = (min([item.start, item.name.start]), max([item.end, item.name.end]))
        times: list[SheetMinute | None] = list(item.minutes) or [None] * item.count
        penalties = item.penalties or [False]
        for i, minute in enumerate(times):
            penalty = penalties[i] if i < len(penalties) else False
            found.append((SheetGoal(item.name, minute, None, penalty, item.own_goal, span), item))
    return found


def cards(view: str, text: str, part: Field, clock: Clock, red: bool) -> list[tuple[SheetCard, Item]]:
    """Return the cards of a list of booked or sent-off people."""
    found = []
    words = sheet_words()
    for item in read_items(view, text, part, clock, reasons=True):
        if item.name.text.lower() in words.none:
            continue
        card = "yellow"
        if red:
            card = "second_yellow" if words.second_yellow.search(item.reason) else "red"
        minute = item.minutes[0] if item.minutes else None
        found.append((SheetCard(item.name, card, minute, (item.start, max(item.end, item.name.end))), item))
    return found


def subs(view: str, text: str, part: Field, clock: Clock) -> list[SheetSub]:
    """Return the substitutions of a list: "22' st Muriel per Zapata", "Zapata (22' st Muriel)", "22' st Muriel"."""
    tokens = field_tokens(view, part)
    minutes = _half_groups(tokens, clock, carries(tokens))
    found: list[SheetSub] = []
    units: list[list[Token]] = [[]]
    depth = 0
    for i, token in enumerate(tokens):
        depth += (token.kind is Kind.OPEN) - (token.kind is Kind.CLOSE)
        starts = token.kind in (Kind.MINUTE, Kind.HALF) and not depth and any(t.kind is Kind.NAME for t in units[-1])
        ends = token.kind in (Kind.SEP, Kind.LINE, Kind.DASH, Kind.DOT) and not depth and token.text != ":"
        if (
            starts
            and _name_follows(tokens, i)
            and (leads := tokens[0].kind in (Kind.MINUTE, Kind.HALF)) is not None
            and leads
        ):
            units.append([])
        elif ends and (token.text == ";" or token.kind is not Kind.SEP or _complete(units[-1])):
            units.append([])
            continue
        units[-1].append(token)
    for unit in units:
        found += _unit(text, unit, minutes)
    return found


def _complete(unit: list[Token]) -> bool:
    """Whether a unit names both the one who comes on and the one who goes off, as many of each."""
    words = sheet_words()
    at = next(
        (i for i, t in enumerate(unit) if t.kind is Kind.WORD and t.text.lower() in words.sub_for | words.sub_out), None
    )
    if at is None:
        return not any(t.kind is Kind.NAME for t in unit) or unit[-1].kind is Kind.CLOSE
    before = sum(t.kind is Kind.NAME for t in unit[:at])
    return before <= sum(t.kind is Kind.NAME for t in unit[at:])


def _unit(text: str, unit: list[Token], minutes: dict[int, SheetMinute]) -> list[SheetSub]:
    words = sheet_words()
    on: list[SheetName] = []
    off: list[SheetName] = []
    bracketed: list[SheetName] = []
    minute = next((minutes[t.start] for t in unit if t.kind is Kind.MINUTE), None)
    target = on
    depth = 0
    for token in unit:
        low = token.text.lower()
        depth += (token.kind is Kind.OPEN) - (token.kind is Kind.CLOSE)
        if token.kind is Kind.WORD and low in words.sub_for or token.kind is Kind.WORD and low in words.sub_out:
            target = off
        elif token.kind is Kind.WORD and low in words.sub_in:
            target = on
        elif token.kind is Kind.NAME and (name := clean_name(text, token)) is not None and len(name.text) > 1:
            (bracketed if depth else target).append(name)
    if bracketed and on and not off:  # "Zapata (22' st Muriel)"
        on, off = bracketed, on
    if not on and not off:
        return []
    span = unit[0].start, unit[-1].end
    size = max(len(on), len(off))
    pick = lambda names, i: names[i] if i < len(names) else None  # noqa: E731
    return [SheetSub(pick(off, i), pick(on, i), minute, span) for i in range(size)]
