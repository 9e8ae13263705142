"""Cards told in words: which colour, to whom."""

from __future__ import annotations

from core.cards_fouls import AT_HEAD, date_by_foul, enjoys, foul_token, left_short, second_by_number, sent_off
from core.cards_lists import counted, going_on, of_number, roster, second_of_two
from core.cards_people import HARMLESS, adjective, booked, both_of, direct, followers, likewise, receivers
from core.cards_state import Before, Booking, Sentence
from core.cards_subject import answers, subject, together, won_penalty
from core.cards_words import (
    already_told,
    by_referee,
    for_him,
    keeper_beside,
    keeper_meant,
    leaves_short,
    not_given,
    passive,
    shown,
    time_beside,
    time_since,
)
from core.fouls import culprit
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
SINCE = 4
"""Items behind a name within which a time is its own."""
ORDER = ("like", "away", "leaves", "short", "yellow", "red", "second", "two", "same", "again", "down", "none")
"""Of the kinds that tell the same words the last counts."""


def bookings(r: Reading, items: list[Item], before: Before, timed: bool = True) -> list[Booking]:
    """The cards of one sentence; several words for one person's card are one. ``timed``: the sentence is dated."""
    tags = phrase_ends(r.toks, items, phrases("actions", "phrases_cards"))
    s = Sentence(r, items, before, timed)
    s.cards = {k: max(here.values()) for k, here in tags.items() if here.keys() - {"like"} and "none" not in here}
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
    second_of_two(s)
    second_by_number(s)
    before.begun = bool(listed) or (begun and bool(s.found)) or (announced and len(s.found) > 1)
    before.listing = announced and not s.found
    date_by_foul(s)
    before.foul = foul_token(r, items)
    before.joy = before.tail if enjoys(items) and not timed else -1
    before.tail = items[-1].a
    before.culprit = culprit(r, items, len(items), before.previous)
    before.last = s.found[-1].card if s.found else ""
    before.company = list(dict.fromkeys(it.person for it in items if booked(r, it)))[-2:]
    return s.found


def _listed(s: Sentence) -> list[int]:
    """The items of those whom a sentence without words for a card lists among the booked."""
    if s.before.listing:
        return of_number(s.r, s.items) or roster(s.r, s.items)
    return going_on(s.r, s.items) if s.before.begun else []


def _book(s: Sentence, k: int, end: int, kind: str) -> None:
    """Add the card of the words ``[k, end)`` to those of the sentence."""
    items, r = s.items, s.r
    if kind == "down":
        if _lower(s, k, end) or items[k].low not in words("cards").only:
            return
        kind = "yellow"
    if kind == "like" and not _like(s, k):
        return
    if kind == "again":
        if not any(b.before for b in s.found):
            return
        kind = "second"
    if kind == "short" and (any(b.card != "yellow" for b in s.found) or not leaves_short(items, k)):
        return
    guilty = left_short(s, end) if kind == "leaves" else -1
    if kind == "leaves" and guilty < 0 and not sent_off(s, k):
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
    if places and (beside := keeper_beside(r, items, places[-1])) >= 0:
        places, people = [*places, places[-1]], [*people, beside]
    if kind == "away" and not (passive(items, k) or by_referee(items, k)):
        people = [p for p in people if r.people[p].label == "COACH"]
    if kind == "two" and len(people) > 1:
        kind = "yellow"
    card_of = COLOURS.get(kind) or (s.found[-1].card if s.found else s.before.last)
    if not card_of and any(it.low in words("cards").several for it in items[:k]):
        card_of = "yellow"  # "primi cartellini: al 17' tocca a X"
    if not card_of:
        return
    passing = next((b.who for b in s.found if b.before), None)
    if kind in ("second", "short", "leaves") and passing is not None and not direct(items, end):
        people = [passing]  # "X, già ammonito, … e arriva il secondo giallo"
    verbal = items[k].finite or any(f.mood == "part" for f in items[k].verb)
    for n, who in enumerate(people):
        j = places[n] if places else -1
        before = already or (j > k and any(it.low == "dove" for it in items[end:j]))  # "dove già si trovava X"
        elsewhere = before or j < 0 or s.of(who) is not None or _told_since(items, j, k, end)
        at = -1 if elsewhere else time_beside(items, j)
        at = time_since(items, end) if at < 0 and (already or len(people) == 1) else at
        undated = at < 0 and (before or (len(people) > 1 and not s.timed))
        pos = items[j].a if j >= 0 and len(people) > 1 else items[k].a
        card = Booking(who, card_of, pos, max(items[end - 1].b, pos + 1), 1.0, before, undated, at)
        card.listed = len(people) > 1 and j > k
        card.weight = 1.0 if verbal or end - k > 1 or len(people) > 1 else 0.8
        _add(s, card, k)


def _like(s: Sentence, k: int) -> bool:
    """Whether "quella di X" is a card as the one told before it: "l'ammonizione di X al 31', quella di Y al 39'"."""
    nouns = words("cards").she if s.items[k].low == "quella" else words("cards").he
    told = [n for n, it in enumerate(s.items[:k]) if it.low in nouns]
    if not s.found and k <= SINCE and s.items[0].kind == "w" and s.r.toks[s.items[0].a].sent in s.r.continued:
        return bool(s.before.last)  # one sentence with what was told before: "… un giallo a X, al 29' quello a Y"
    return bool(s.found) and bool(told) and not any(it.tags.keys() - HARMLESS for it in s.items[told[-1] + 1 : k])


def _keeper(s: Sentence, k: int, people: list[int]) -> list[int]:
    """Who is meant by "ammonito il portiere": of those found a goalkeeper, else the goalkeeper named last."""
    people = people or [s.before.previous]
    named = [it.person for it in reversed(s.items[:k]) if it.kind == "p"]
    return [p for p in (*people, *named) if p >= 0 and s.r.people[p].goalkeeper >= 1][:1]


def _told_since(items: list[Item], j: int, k: int, end: int) -> bool:
    """Whether another time than that of their man is nearer to the words: "X segna al 73' e si fa ammonire all'85'"."""
    return j < k and any(it.kind == "m" for it in (*items[j + SINCE : k], *items[end : end + 2]))


def _add(s: Sentence, card: Booking, k: int) -> None:
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
        dated = any(it.kind == "m" for it in s.items[: k + 1] if it.a >= known.end)
        apart = dated or known.at >= 0 or s.found[-1] is not known or bool(between & words("cards").later)
        if known.card == "yellow" and card.card == "red" and _two_times(s, known, card):
            card.card, apart = "second_yellow", True
        if known.card == "yellow" and card.card == "second_yellow" and apart:
            s.found.append(card)
        else:
            known.card, known.end = card.card, max(known.end, card.end)
    elif card.card == known.card and any(it.low == ":" and known.end <= it.a < card.pos for it in s.items):
        known.pos, known.end, known.at = card.pos, max(known.end, card.end), card.at  # "un cartellino: X è ammonito"


def _two_times(s: Sentence, a: Booking, b: Booking) -> bool:
    """Whether two cards of one man have each a time: "ammonito al 60' e poi espulso al 75'"."""
    first = next((n for n, it in enumerate(s.items) if it.a >= a.pos), 0)
    last = next((n for n, it in enumerate(s.items) if it.a >= b.end), len(s.items))
    near = s.items[max(0, first - SINCE) : last + SINCE]
    relative = any(it.low in words("clauses").lapses | words("cards").minutes for it in near)
    return len([it for it in near if it.kind == "m"]) + relative > 1


def _lower(s: Sentence, k: int, end: int) -> bool:
    """Make a red card told before a yellow one: "il rosso diventa giallo", "ci ripensa: solo giallo"."""
    red = next((b for b in reversed(s.found) if b.card == "red"), None)
    if red is not None:
        red.card = "yellow"
        if not any(it.kind == "m" and it.a < red.pos for it in s.items):
            red.pos, red.end = s.items[k].a, s.items[end - 1].b
    return red is not None


def _whose(s: Sentence, k: int, end: int, kind: str, qualifies: bool, already: bool) -> list[int]:
    """The items of those whose card it is: named behind the words, or their subject before them."""
    items, r = s.items, s.r
    left = subject(r, items, k)
    right = [] if kind == "short" else receivers(r, items, k, end, s.cards)
    if qualifies:
        return right if items[end - 1].low in words("cards").plural else right[:1]
    if left >= 0 and right and items[end - 1].low in words("cards").books and not _joined(items, left, k):
        return [left, *right]  # "X a referto al 32', Y poco dopo"
    if 0 <= left == k - 1 and items[k].low in words("cards").participles and right and not direct(items, end):
        return [left, *right] if likewise(items, right) else [left]  # "X ammonito al 32', Y poco dopo"
    if left >= 0 and right and likewise(items, right) and any(it.kind == "m" for it in items[end : right[0]]):
        return [left, *right]  # "X viene ammonito al 32', Y al 40'"
    if left >= 0 and (not right or (not direct(items, end) and (answers(items, k) or already))):
        return [*together(r, items, left, k), *followers(r, items, end)]
    return right


def _joined(items: list[Item], left: int, k: int) -> bool:
    """Whether a verb stands between a name and the words for its card."""
    return any(it.finite or it.low in ";:" for it in items[left:k])


def _told_before(s: Sentence, k: int, end: int) -> list[int]:
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
    reflexive = any(it.low in ("si", "s'") for it in items[max(0, k - 2) : k + 1]) and not _plural(items, k, end)
    alone = {it.person for j, it in enumerate(items[:k]) if booked(s.r, it) and not won_penalty(items, j, k)}
    if len(alone) == 1 and shown(items, k, end):
        return list(alone)
    if any(booked(s.r, it) and not (reflexive and it.governed) for it in items[:k]):
        return []
    bare = end - k == len([it for it in items if it.kind == "w"]) or items[k].low in words("cards").at_head and k == 0
    pronoun = any(it.low in ("gli", "lo") for it in items[max(0, k - 4) : k])
    opens = k <= 4 and any(it.finite for it in items[: k + 1])
    nobody = not any(it.kind == "p" for it in items)
    if before.culprit >= 0 and (bare or opens or pronoun or nobody):
        return [before.culprit]
    left_out = reflexive and before.company == [before.previous] and not any(it.kind == "t" for it in items[:k])
    return [before.previous] if before.previous >= 0 and (opens or pronoun or left_out) else []


def _plural(items: list[Item], k: int, end: int) -> bool:
    """Whether the verb of the words speaks of several: "si sono fatti ammonire"."""
    return any(f.number.endswith("p") and f.finite for it in items[max(0, k - 2) : end] for f in it.verb)
