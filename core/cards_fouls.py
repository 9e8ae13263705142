"""Fouls beside cards: a card that only a foul tells, and the foul of the sentence before as the time of a card."""

from __future__ import annotations

from itertools import pairwise

from core.cards_state import Booking, Sentence
from core.fouls import OF_REACH, culprit_place
from core.items import Item
from core.reading import Reading
from core.vocabulary import words

HOW = 4
"""Items behind "si toglie" within which the shirt stands."""
AT_HEAD = 5
"""Tokens within which a card opens its sentence."""


def second_by_number(s: Sentence) -> None:
    """A side down to ten men, and a man booked before who fouls again: "in dieci: X atterra Y, già ammonito"."""
    items = s.items
    booked_before = [b for b in s.found if b.timeless]
    fewer = any(a.low == "in" and b.low in words("cards").short_of for a, b in pairwise(items))
    if fewer and len(booked_before) == len(s.found) == 1:
        foul, guilty = culprit_place(s.r, items, len(items))
        if foul >= 0 and guilty >= 0 and items[guilty].person == s.found[0].who:
            s.found.append(Booking(s.found[0].who, "second_yellow", items[foul].a, items[foul].b))


def foul_token(r: Reading, items: list[Item]) -> int:
    """The token of the last foul or penalty of a sentence, -1 if it tells none."""
    foul = culprit_place(r, items, len(items))[0]
    given = next((k for k in range(len(items) - 1, -1, -1) if items[k].low in words("cards").quarrels), -1)
    last = max(foul, given)
    return items[last].a if last >= 0 else -1


def enjoys(items: list[Item]) -> bool:
    """Whether a sentence tells what a scorer is booked for: "si toglie la maglia e corre sotto la curva"."""
    v = words("cards")
    return any(
        it.lemmas & v.takes_off and any(x.low in v.shirt for x in items[k + 1 : k + HOW]) for k, it in enumerate(items)
    )


def date_by_foul(s: Sentence) -> None:
    """Let cards without a time of their own happen with the foul of the sentence before, or with the goal enjoyed."""
    joy = s.before.tail if enjoys(s.items) else s.before.joy
    if not s.timed and joy >= 0:
        for b in s.found:
            b.behind = joy if b.at < 0 and not b.timeless else b.behind
        return
    if s.timed or s.before.foul < 0:
        return
    lows = {it.low for it in s.items}
    if lows & words("clauses").had:
        return
    protests = bool(lows & words("cards").protests)
    for b in s.found:
        first = s.items[0].a
        if not b.timeless and b.at < 0 and (b.pos - first <= AT_HEAD or b.who == s.before.culprit or protests):
            b.behind = s.before.foul


def sent_off(s: Sentence, k: int) -> bool:
    """Whether one who leaves the pitch at item ``k`` was sent off: he has fouled or was booked already."""
    return any(b.timeless for b in s.found) or culprit_place(s.r, s.items, k)[0] >= 0


def left_short(s: Sentence, end: int) -> int:
    """Whose foul leaves his side with ten men: "restano in dieci per un fallo di reazione di X"; -1 if none is told."""
    if end >= len(s.items) or s.items[end].low != "per":
        return -1
    foul, guilty = culprit_place(s.r, s.items, min(end + AT_HEAD + OF_REACH, len(s.items)))
    return s.items[guilty].person if end < foul < guilty else -1
