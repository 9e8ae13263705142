"""Cards told in words: which colour, to whom."""

from __future__ import annotations

from dataclasses import dataclass

from core.items import Item, phrase_ends
from core.phrases import phrases
from core.reading import Reading
from core.vocabulary import words

RANK = {"yellow": 0, "red": 1, "second_yellow": 2}
COLOURS = {"yellow": "yellow", "second": "second_yellow", "red": "red"}
"""Category of the action lexicon → the card."""
RECEIVERS = ("", "a", "ad", "per", "di")
"""What a name before the words for a card may hang on."""
OTHERS = ("su", "sul", "con", "da", "dal", "ai", "contro", "davanti")
"""A name behind these is who was fouled or who gave the card."""
REACH_LEFT, REACH_RIGHT = 14, 16
"""Items looked at before and behind the words, about a clause."""


@dataclass(slots=True)
class Booking:
    """A card candidate."""

    who: int
    card: str
    pos: int
    end: int
    weight: float = 1.0
    timeless: bool = False
    """Told in passing ("già ammonito"): it happened, the words do not say when."""


def bookings(r: Reading, items: list[Item], previous: int) -> list[Booking]:
    """The cards of one sentence; several words for one person's card are one."""
    tags = phrase_ends(r.toks, items, phrases("actions", "phrases_cards"))
    found: dict[int, Booking] = {}
    k = 0
    while k < len(items):
        here = tags.get(k)
        if here is None:
            k += 1
            continue
        kind = max(here, key=lambda c: (here[c], c == "second", c == "red"))
        if not not_given(items, k, here[kind]):
            _book(r, items, k, here[kind], kind, previous, found)
        k = here[kind]
    return list(found.values())


def _book(r: Reading, items: list[Item], k: int, end: int, kind: str, previous: int, found: dict[int, Booking]) -> None:
    """Add the card of the words ``[k, end)`` to those of the sentence."""
    item, card = items[k], COLOURS[kind]
    adjective = kind == "yellow" and _adjective(items, k, end)
    already = adjective or (k > 0 and items[k - 1].low == "già")
    people = _whose(r, items, k, end, adjective, already, previous)
    if not people and found:
        people = [next(reversed(found))]  # "viene espulso dopo un doppio giallo"
    before = next((w for w, b in found.items() if b.timeless), None)
    if kind == "second" and before is not None and not _direct(items, end):
        people = [before]  # "X, già ammonito, … e arriva il secondo giallo"
    verbal = item.finite or any(f.mood == "part" for f in item.verb)
    for who in people:
        known = found.get(who)
        if known is None:
            weight = 1.0 if verbal or end - k > 1 else 0.8
            found[who] = Booking(who, card, item.a, items[end - 1].b, weight, already)
        elif RANK[card] > RANK[known.card] and not known.timeless:
            known.card, known.end = card, items[end - 1].b
        elif known.timeless and card in ("red", "second_yellow"):
            found[who] = Booking(who, "second_yellow", item.a, items[end - 1].b, 1.0)


def _adjective(items: list[Item], k: int, end: int) -> bool:
    """Whether the words qualify the name behind them: "l'ammonito X"."""
    return (
        k > 0
        and items[k - 1].kind == "w"
        and items[k - 1].low in words("clauses").determiners
        and any(f.mood == "part" for f in items[k].verb)
        and _direct(items, end)
    )


def _whose(r: Reading, items: list[Item], k: int, end: int, adjective: bool, already: bool, previous: int) -> list[int]:
    """Whose card it is: the names behind the words, or the subject before them."""
    left = _left(r, items, k, previous)
    people = _right(items, end) if adjective or not already or left < 0 else []
    if adjective:
        return people if left < 0 else people[:1]
    if left >= 0 and (not people or (not _direct(items, end) and (_subject_verb(items, k) or already))):
        return [left]
    return people


def not_given(items: list[Item], k: int, end: int) -> bool:
    """Risked, asked for, escaped, announced or belonging to the red of shirts and flags."""
    v = words("cards")
    near = items[max(0, k - 6) : k]
    if any(it.lemmas & v.not_given for it in near) or any(it.low in v.not_given_words for it in near[-4:]):
        return True
    if end == k + 1 and k and items[k].low in v.loose_words and items[k - 1].low in v.no_card_before:
        return True
    return any(
        any(f.mood == "cond" for f in it.verb) and not any(f.mood == "ind" for f in it.verb)
        for it in items[max(0, k - 3) : k]
    )


def _right(items: list[Item], k: int) -> list[int]:
    """People named behind the words for the card: "per X e Y", "a X", "X"."""
    g, v = words("clauses"), words("cards")
    out: list[int] = []
    gap = 0
    for it in items[k : k + REACH_RIGHT]:
        if it.kind == "p":
            if it.governed in OTHERS and (out or it.governed != "davanti"):
                break
            if out and gap > 2:
                break
            out.append(it.person)
            gap = 0
            continue
        if it.kind == "x" and it.low in ";.!":
            break
        if it.low in ("che", "mentre") or (it.finite and it.low not in g.clitics and it.low not in v.passive):
            break
        if it.low in v.reasons:
            break
        gap += it.kind != "t" and it.low not in v.light
        if gap > 5:
            break
    return out


def _direct(items: list[Item], k: int) -> bool:
    """Whether a name stands at once behind the words for the card."""
    for it in items[k : k + 3]:
        if it.kind == "p":
            return it.governed not in ("su", "da", "con")
        if it.kind == "x" or it.finite:
            return False
    return False


def _left(r: Reading, items: list[Item], k: int, previous: int) -> int:
    """The person just before the words: their subject."""
    for j in range(k - 1, max(-1, k - REACH_LEFT), -1):
        it = items[j]
        if it.kind == "x" and it.low in ";.":
            break
        if it.kind == "p" and it.governed in RECEIVERS and r.people[it.person].label in ("PLAYER", "COACH"):
            return it.person
    opens = k <= 4 and any(it.finite for it in items[: k + 1])
    return previous if opens or any(it.low == "gli" for it in items[max(0, k - 4) : k]) else -1


def _subject_verb(items: list[Item], k: int) -> bool:
    """Whether a verb of receiving stands before the words: "X prende il giallo"."""
    v = words("cards")
    return any(it.lemmas & v.receive for it in items[max(0, k - 5) : k + 1])
