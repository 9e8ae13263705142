"""Lists of the booked that go on from sentence to sentence: names and times, with no words for a card."""

from __future__ import annotations

from core.cards_people import HARMLESS, RECEIVERS, booked
from core.cards_state import Booking, Sentence
from core.items import AND, Item, phrase_ends
from core.numbers import number
from core.phrases import phrases
from core.reading import Reading
from core.vocabulary import words

OPENING = 5
"""Items of a sentence within which a word tells that it goes on with a list."""
FEWEST = 2
"""So many names make a list of their own."""
BESIDE = 3
"""Items between the words that count a card and what they are counted by."""


def roster(r: Reading, items: list[Item]) -> list[int]:
    """The items of the names of a sentence that only lists people and times: "Rossi al 13', Verdi al 28'"."""
    v, named = words("cards"), [j for j, it in enumerate(items) if booked(r, it)]
    if len(named) < FEWEST or any(it.finite and it.low not in v.passive | v.light for it in items):
        return []
    return named


def of_number(r: Reading, items: list[Item]) -> list[int]:
    """The item of the man of one card of those announced: "Il primo se l'era preso X per un fallo su Y"."""
    v = words("cards")
    which = next((k for k, it in enumerate(items[:OPENING]) if it.low in v.which), -1)
    taken = next((k for k, it in enumerate(items) if it.lemmas & (v.receive | v.given) and k > which), -1)
    if which < 0 or taken < 0:
        return []
    return [j for j, it in enumerate(items) if booked(r, it) and it.governed in RECEIVERS][:1]


def going_on(r: Reading, items: list[Item]) -> list[int]:
    """The items of the names with which a list of the booked goes on: "Poi Rossi, nella ripresa Verdi e Neri".

    No other verb than "saranno" stands with them, no man comes on for another, nothing else is told of them.
    """
    v = words("cards")
    first = next((j for j, it in enumerate(items) if it.kind == "p"), 0)
    if not any(it.low in v.going_on for it in items[: min(first + 1, OPENING)]):
        return []
    asides = _asides(items)
    changes = phrase_ends(r.toks, items, phrases("actions", "phrases_changes")).keys() - asides
    told = any(_tells(items, j) for j in range(len(items)) if j not in asides)
    if told or any(not _aside_of(items, j) for j in changes):
        return []
    named = [j for j, it in enumerate(items) if booked(r, it) and j not in asides]
    return [] if any(items[j].governed and items[j].governed not in v.list_joins for j in named) else named


def counted(items: list[Item], k: int, end: int) -> bool:
    """Whether a card is the first of several: "il primo degli ammoniti", "il primo giallo è di X", "apre la lista"."""
    v = words("cards")
    near = items[max(0, k - BESIDE) : end + BESIDE]
    return any(it.low in v.first_of or it.lemmas & v.opening for it in near)


def second_of_two(s: Sentence) -> None:
    """Add the second card of one whose first was counted: "rimedia il primo giallo; allo scadere, il secondo"."""
    first = next((b for b in s.found if b.card == "yellow" and _first(s, b)), None)
    if first is None or any(b.card != "yellow" for b in s.found):
        return
    behind = [k for k, it in enumerate(s.items) if it.a >= first.end]
    for k in behind:
        bare = k + 1 == len(s.items) or s.items[k + 1].kind in "xm" or s.items[k + 1].low in words("clauses").to
        counts = s.items[k].low in words("cards").second_one and s.items[k - 1].low in words("clauses").determiners
        if counts and bare:
            s.found.append(Booking(first.who, "second_yellow", s.items[k].a, s.items[k].b))
            return


def _first(s: Sentence, b: Booking) -> bool:
    return any(it.low in words("cards").first_one for it in s.items if b.pos <= it.a < b.end)


def _tells(items: list[Item], j: int) -> bool:
    """Whether an item tells something that a mere list does not."""
    it, before = items[j], items[j - 1].low if j else ""
    verb = it.finite and number(before) is None and not it.lemmas & words("cards").list_verbs  # "due viola": no verb
    return verb or it.kind == "s" or not it.tags.keys() <= HARMLESS


def _aside_of(items: list[Item], j: int) -> bool:
    """Whether a participle only says of the man before it what he did: "Rossi entrato da quattro minuti"."""
    return j > 0 and items[j - 1].kind == "p" and any(f.mood == "part" for f in items[j].verb)


def _asides(items: list[Item]) -> set[int]:
    """The items of relative clauses: "Rossi, che era in campo da poco"."""
    out: set[int] = set()
    for k, it in enumerate(items):
        if it.low == "che" and k and items[k - 1].low in (",", "("):
            close = next((j for j in range(k, len(items)) if items[j].low in (",", ";", ")", *AND)), len(items))
            out.update(range(k, close))
    return out
