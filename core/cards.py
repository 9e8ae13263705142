"""Cards told in words: which colour, to whom."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import pairwise

from core.cards_lists import counted, going_on, of_number, roster
from core.cards_people import adjective, booked, both_of, direct, followers, receivers
from core.cards_subject import answers, subject, together
from core.cards_words import (
    already_told,
    for_him,
    keeper_meant,
    leaves_short,
    not_given,
    passive,
    time_beside,
    time_since,
)
from core.fouls import OF_REACH, culprit, culprit_place
from core.items import Item, phrase_ends
from core.phrases import phrases
from core.reading import Reading
from core.vocabulary import words

RANK = {"yellow": 0, "red": 1, "second_yellow": 2}
COLOURS = {
    "yellow": "yellow", "second": "second_yellow", "red": "red", "away": "red", "short": "red", "two": "second_yellow",
    "leaves": "red",
}  # fmt: skip
"""Category of the action lexicon → the card."""
AT_HEAD = 5
"""Tokens within which a card opens its sentence."""
SINCE = 4
"""Items behind a name within which a time is its own."""
ORDER = ("away", "leaves", "short", "yellow", "red", "second", "two", "same", "again", "down", "none")
"""Of the kinds that tell the same words the last counts."""


@dataclass(slots=True)
class Booking:
    """A card candidate."""

    who: int
    card: str
    pos: int
    end: int
    weight: float = 1.0
    before: bool = False
    """Told in passing, with its time or without."""
    timeless: bool = False
    """Told in passing ("già ammonito"): it happened, the words do not say when."""
    at: int = -1
    """The token of a time that stands beside the name: "Rossi al 13', Verdi (28')"."""
    behind: int = -1
    """The token of the foul of the sentence before that it is for, where no time is told with the card."""
    listed: bool = False
    """One of a list, in which each may have a time of his own."""


@dataclass(slots=True)
class Before:
    """What the sentences before have told."""

    previous: int = -1
    """The person the text was at."""
    culprit: int = -1
    """Who committed the foul told last."""
    foul: int = -1
    """The token of that foul, or of the penalty given for one."""
    listing: bool = False
    """The sentence before announces a list of the booked."""
    begun: bool = False
    """The sentence before begins a list of the booked, or goes on with one."""
    last: str = ""
    """The card told last in the sentence before."""
    company: list[int] = field(default_factory=list)
    """The two persons named last in the sentence before."""


@dataclass(slots=True)
class _Sentence:
    """One sentence with the cards found in it so far."""

    r: Reading
    items: list[Item]
    before: Before
    timed: bool
    found: list[Booking] = field(default_factory=list)
    cards: dict[int, int] = field(default_factory=dict)
    """The items at which words for cards begin, with those just behind them."""

    def of(self, who: int) -> Booking | None:
        """The card of a person found last."""
        return next((b for b in reversed(self.found) if b.who == who), None)


def bookings(r: Reading, items: list[Item], before: Before, timed: bool = True) -> list[Booking]:
    """The cards of one sentence; several words for one person's card are one. ``timed``: the sentence is dated."""
    tags = phrase_ends(r.toks, items, phrases("actions", "phrases_cards"))
    s = _Sentence(r, items, before, timed)
    s.cards = {k: max(here.values()) for k, here in tags.items() if "none" not in here}
    announced, begun, k = False, False, 0
    while k < len(items):
        here = tags.get(k)
        if here is None:
            k += 1
            continue
        kind = max(here, key=lambda c: (here[c], ORDER.index(c)))
        if kind != "none" and not not_given(items, k, here[kind]):
            _book(s, k, here[kind], kind)
            announced = announced or items[k].low in words("cards").plural
            begun = begun or counted(items, k, here[kind])
        k = here[kind]
    listed = [] if s.found else _listed(s)
    for j in listed:
        at = time_beside(items, j)
        card = Booking(items[j].person, "yellow", items[j].a, items[j].b, timeless=not timed, at=at, listed=True)
        s.found.append(card)
    _second_by_number(s)
    before.begun = bool(listed) or (begun and bool(s.found))
    before.listing = announced and not s.found
    _date_by_foul(s)
    before.foul = _foul_token(r, items)
    before.culprit = culprit(r, items, len(items), before.previous)
    before.last = s.found[-1].card if s.found else ""
    before.company = list(dict.fromkeys(it.person for it in items if booked(r, it)))[-2:]
    return s.found


def _listed(s: _Sentence) -> list[int]:
    """The items of those whom a sentence without words for a card lists among the booked."""
    if s.before.listing:
        return of_number(s.r, s.items) or roster(s.r, s.items)
    return going_on(s.r, s.items) if s.before.begun else []


def _book(s: _Sentence, k: int, end: int, kind: str) -> None:
    """Add the card of the words ``[k, end)`` to those of the sentence."""
    items, r = s.items, s.r
    if kind == "down":
        if _lower(s) or items[k].low not in words("cards").only:
            return
        kind = "yellow"
    if kind == "again":
        if not any(b.before for b in s.found):
            return
        kind = "second"
    if kind == "short" and (any(b.card != "yellow" for b in s.found) or not leaves_short(items, k)):
        return
    guilty = _left_short(s, end) if kind == "leaves" else -1
    if kind == "leaves" and guilty < 0 and not _sent_off(s, k):
        return
    qualifies = kind == "yellow" and adjective(items, k, end)
    already = qualifies or already_told(items, k, end)
    both = [guilty] if guilty >= 0 else both_of(r, items, k, end, s.before.company)
    places = [] if both else _whose(s, k, end, kind, qualifies, already)
    if len(places) == 1 and s.before.culprit >= 0 and k <= AT_HEAD and not r.toks[items[places[0]].a].cap:
        places, both = [], [s.before.culprit]  # "Rosso per il difensore", behind his foul
    people = both or ([items[j].person for j in places] if places else _told_before(s, k, end))
    if not both and keeper_meant(items, k, end):
        places, people = [], _keeper(s, k, people)
    if kind == "away" and not passive(items, k):
        people = [p for p in people if r.people[p].label == "COACH"]
    if kind == "two" and len(people) > 1:
        kind = "yellow"
    card_of = COLOURS.get(kind) or (s.found[-1].card if s.found else s.before.last)
    if not card_of:
        return
    passing = next((b.who for b in s.found if b.before), None)
    if kind in ("second", "short", "leaves") and passing is not None and not direct(items, end):
        people = [passing]  # "X, già ammonito, … e arriva il secondo giallo"
    verbal = items[k].finite or any(f.mood == "part" for f in items[k].verb)
    for n, who in enumerate(people):
        j = places[n] if places else -1
        at = -1 if already or j < 0 or _told_since(items, j, k, end) else time_beside(items, j)
        at = time_since(items, end) if at < 0 and (already or len(people) == 1) else at
        undated = at < 0 and (already or (len(people) > 1 and not s.timed))
        pos = items[j].a if j >= 0 and len(people) > 1 else items[k].a
        card = Booking(who, card_of, pos, max(items[end - 1].b, pos + 1), 1.0, already, undated, at)
        card.listed = len(people) > 1 and j > k
        card.weight = 1.0 if verbal or end - k > 1 or len(people) > 1 else 0.8
        _add(s, card, k)


def _keeper(s: _Sentence, k: int, people: list[int]) -> list[int]:
    """Who is meant by "ammonito il portiere": of those found a goalkeeper, else the goalkeeper named last."""
    people = people or [s.before.previous]
    named = [it.person for it in reversed(s.items[:k]) if it.kind == "p"]
    return [p for p in (*people, *named) if p >= 0 and s.r.people[p].goalkeeper >= 1][:1]


def _told_since(items: list[Item], j: int, k: int, end: int) -> bool:
    """Whether another time than that of their man is nearer to the words: "X segna al 73' e si fa ammonire all'85'"."""
    return j < k and any(it.kind == "m" for it in (*items[j + SINCE : k], *items[end : end + 2]))


def _add(s: _Sentence, card: Booking, k: int) -> None:
    """Add a card, or let it say more exactly what one of the same person told already is."""
    known = s.of(card.who)
    if known is None:
        s.found.append(card)
    elif card.before and known.card == "red":
        known.card = "second_yellow"  # "espelle X, già ammonito"
        s.found.append(card)
    elif known.before and RANK[card.card] > RANK[known.card]:
        s.found.append(Booking(card.who, "second_yellow", card.pos, card.end, at=card.at))
    elif RANK[card.card] > RANK[known.card]:
        between = {it.low for it in s.items[: k + 1] if it.a >= known.end}
        apart = known.at >= 0 or s.found[-1] is not known or bool(between & words("cards").later)
        if known.card == "yellow" and card.card == "second_yellow" and apart:
            s.found.append(card)
        else:
            known.card, known.end = card.card, max(known.end, card.end)


def _lower(s: _Sentence) -> bool:
    """Make a red card told before a yellow one: "il rosso diventa giallo", "ci ripensa: solo giallo"."""
    red = next((b for b in reversed(s.found) if b.card == "red"), None)
    if red is not None:
        red.card = "yellow"
    return red is not None


def _second_by_number(s: _Sentence) -> None:
    """A side down to ten men, and a man booked before who fouls again: "in dieci: X atterra Y, già ammonito"."""
    items = s.items
    booked_before = [b for b in s.found if b.timeless]
    fewer = any(a.low == "in" and b.low in words("cards").short_of for a, b in pairwise(items))
    if fewer and len(booked_before) == len(s.found) == 1:
        foul, guilty = culprit_place(s.r, items, len(items))
        if foul >= 0 and guilty >= 0 and items[guilty].person == s.found[0].who:
            s.found.append(Booking(s.found[0].who, "second_yellow", items[foul].a, items[foul].b))


def _foul_token(r: Reading, items: list[Item]) -> int:
    """The token of the last foul or penalty of a sentence, -1 if it tells none."""
    foul = culprit_place(r, items, len(items))[0]
    given = next((k for k in range(len(items) - 1, -1, -1) if items[k].low in words("cards").quarrels), -1)
    last = max(foul, given)
    return items[last].a if last >= 0 else -1


def _date_by_foul(s: _Sentence) -> None:
    """Let cards without a time of their own happen with the foul of the sentence before: "Giallo per X."."""
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


def _sent_off(s: _Sentence, k: int) -> bool:
    """Whether one who leaves the pitch at item ``k`` was sent off: he has fouled or was booked already."""
    return any(b.timeless for b in s.found) or culprit_place(s.r, s.items, k)[0] >= 0


def _left_short(s: _Sentence, end: int) -> int:
    """Whose foul leaves his side with ten men: "restano in dieci per un fallo di reazione di X"; -1 if none is told."""
    if end >= len(s.items) or s.items[end].low != "per":
        return -1
    foul, guilty = culprit_place(s.r, s.items, min(end + AT_HEAD + OF_REACH, len(s.items)))
    return s.items[guilty].person if end < foul < guilty else -1


def _whose(s: _Sentence, k: int, end: int, kind: str, qualifies: bool, already: bool) -> list[int]:
    """The items of those whose card it is: named behind the words, or their subject before them."""
    items, r = s.items, s.r
    left = subject(r, items, k)
    right = [] if kind == "short" else receivers(r, items, k, end, s.cards)
    if qualifies:
        return right if items[end - 1].low in words("cards").plural else right[:1]
    if left >= 0 and right and items[end - 1].low in words("cards").books and not _joined(items, left, k):
        return [left, *right]  # "X a referto al 32', Y poco dopo"
    if left >= 0 and (not right or (not direct(items, end) and (answers(items, k) or already))):
        return [*together(r, items, left, k), *followers(r, items, end)]
    return right


def _joined(items: list[Item], left: int, k: int) -> bool:
    """Whether a verb stands between a name and the words for its card."""
    return any(it.finite or it.low in ";:" for it in items[left:k])


def _told_before(s: _Sentence, k: int, end: int) -> list[int]:
    """Whose card it is where no name stands by: the culprit of a foul, else who was booked or named last."""
    items, before = s.items, s.before
    if for_him(items, k, end):
        named = next((it.person for it in reversed(items[:k]) if booked(s.r, it)), before.previous)
        return [named] if named >= 0 else []
    found = culprit(s.r, items, k, before.previous)
    if found >= 0:
        return [found]
    if s.found:
        return [s.found[-1].who]  # "viene espulso dopo un doppio giallo"
    if any(booked(s.r, it) for it in items[:k]):
        return []
    bare = end - k == len([it for it in items if it.kind == "w"]) or items[k].low in words("cards").at_head and k == 0
    pronoun = any(it.low in ("gli", "lo") for it in items[max(0, k - 4) : k])
    opens = k <= 4 and any(it.finite for it in items[: k + 1])
    nobody = not any(it.kind == "p" for it in items)
    if before.culprit >= 0 and (bare or opens or pronoun or nobody):
        return [before.culprit]
    return [before.previous] if before.previous >= 0 and (opens or pronoun) else []
