"""Goals, cards and substitutions listed in a match sheet."""

from __future__ import annotations

from core.sheet_fields import Field, field_tokens
from core.sheet_items import Item, read_items
from core.sheet_lineup import clean_name
from core.sheet_minutes import Clock, minutes_of, numbers_as_minutes
from core.sheet_model import SheetCard, SheetGoal, SheetMinute, SheetName, SheetSub
from core.sheet_tokens import Kind, Token
from core.sheet_words import sheet_words

_AND = ("e", "ed")


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
    numbers_as_minutes(tokens, after=True)
    minutes = minutes_of(tokens, clock)
    leading = bool(tokens) and tokens[0].kind in (Kind.MINUTE, Kind.HALF, Kind.WORD)
    units: list[list[Token]] = [[]]
    depth = 0
    for token in tokens:
        depth += (token.kind is Kind.OPEN) - (token.kind is Kind.CLOSE)
        named = any(t.kind is Kind.NAME for t in units[-1])
        if token.kind in (Kind.MINUTE, Kind.HALF) and not depth and leading and named:
            units.append([])
        elif (
            not depth
            and (token.text == ";" or token.kind in (Kind.LINE, Kind.DASH, Kind.DOT))
            or not depth
            and (token.kind is Kind.SEP and token.text != ":" or token.kind is Kind.WORD and token.text.lower() in _AND)
            and _complete(units[-1])
        ):
            units.append([])
            continue
        units[-1].append(token)
    found = [sub for unit in units for sub in _unit(text, unit, minutes)]
    for before, sub in zip(found, found[1:], strict=False):
        if leading and sub.minute is None:  # "58' Felici per Conti, Oliva per Bianchi"
            sub.minute = before.minute
    return found


def _complete(unit: list[Token]) -> bool:
    """Whether a unit names both the one who comes on and the one who goes off, as many of each."""
    words = sheet_words()
    turn = words.sub_for | words.sub_out
    at = next((i for i, t in enumerate(unit) if t.kind is Kind.WORD and t.text.lower() in turn), None)
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
    off_all, on_all = ([*names, *[None] * (size - len(names))] for names in (off, on))
    return [SheetSub(gone, come, minute, span) for gone, come in zip(off_all, on_all, strict=True)]
