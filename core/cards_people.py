"""Whose card the words mean: named behind them, their subject before them, a list of the booked."""

from __future__ import annotations

from itertools import takewhile

from core.items import AND, JOINING, Item
from core.numbers import number
from core.reading import Reading
from core.vocabulary import words

RECEIVERS = ("", "a", "ad", "al", "all'", "per", "di", "dopo", "oltre")
"""What a name before the words for a card may hang on."""
OTHERS = ("su", "sul", "con", "da", "dal", "ai", "contro", "davanti")
"""A name behind these is who was fouled or who gave the card."""
ASIDE = 12
"""Items by which a reason or a relative clause may part a list."""
REACH_RIGHT = 16
"""Items looked at behind the words, about a clause."""
HARMLESS = {"block_words", "neutral", "memory", "ago"}
"""Categories of the action lexicon that tell no act."""
TITLE = 2
"""The first words of those for a card, which tell whether several may be listed: "sul taccuino"."""
FOLLOWS = 7
"""Items behind the words, and behind "imitato" or "dove", within which another of the booked stands."""
ACTS = 5
"""Items behind a name within which its verb stands, pronouns between: "Rossi se la prende"."""
GAP, GAP_IN_LIST = 5, 2
"""Words that may stand before the first name, and between two."""


def booked(r: Reading, item: Item) -> bool:
    """Whether an item names one who can be shown a card."""
    return item.kind == "p" and r.people[item.person].label in ("PLAYER", "COACH")


def adjective(items: list[Item], k: int, end: int) -> bool:
    """Whether the words qualify the name behind them: "l'ammonito X"."""
    before = items[k - 1 - (k > 1 and items[k - 1].low in words("cards").already)]  # "il già ammonito X"
    return (
        k > 0
        and before.kind == "w"
        and before.low in words("clauses").determiners | words("clauses").prepositions
        and items[k].low in words("cards").participles
        and not (items[k - 1].low == "dopo" and k > 1 and items[k - 2].low in words("clauses").lapses)
        and direct(items, end)
    )


def receivers(r: Reading, items: list[Item], k: int, end: int, cards: dict[int, int]) -> list[int]:
    """The items of the people named behind the words ``[k, end)``: "per X e Y", "a X", "X (13') e Y".

    ``cards``: the items at which words for cards begin, with those just behind them.
    """
    g, v = words("clauses"), words("cards")
    if end < len(items) and items[end].low in AND:
        further = next((n for n in range(end + 1, end + 3) if n in cards), -1)
        if further >= 0:
            return receivers(r, items, k, cards[further], cards)
        near = range(end + 1, min(end + 4, len(items)))
        also = next((n for n in near if items[n].kind == "w" and any(f.mood == "part" for f in items[n].verb)), -1)
        return receivers(r, items, k, also + 1, cards) if also > 0 and items[k].low in v.participles else []
    book = items[end - 1].low in v.books
    out: list[int] = []
    gap, aside, by, after = 0, False, False, end
    for j in range(end, len(items)):
        if j < after:
            continue
        it = items[j]
        if j - (out[-1] if out else end) > REACH_RIGHT or (j in cards and (out or items[j - 1].low == ",")):
            break  # "espulso X per doppia ammonizione, gialli per Y e Z"
        if it.low == ")" and not any(before.low == "(" for before in items[end:j]):
            break  # "X stende Y (giallo) e Z tira"
        if it.low in "()":
            aside = it.low == "(" and bool(out)
        elif aside and out:
            continue
        elif it.kind == "p":
            if not booked(r, it) or (book and not out and _referee(items, j)):
                gap = 0
                continue
            if not out and _apart(items, k, end, j):
                break
            if it.governed in OTHERS and not (by and it.governed in g.by) and (out or it.governed != "davanti"):
                break
            if out and (gap > GAP_IN_LIST or _acts(items, j)):
                break
            out.append(j)
            gap = 0
        elif it.kind == "m":
            continue
        elif out and it.tags.keys() - HARMLESS:
            break  # "i gialli di X e Y, un palo di Z"
        elif out and (further := _goes_on(r, items, k, j)):
            after, gap = further, 0
        elif _ends(items, k, end, it):
            break
        else:
            by = by or bool(it.lemmas & v.receive)
            light = it.low in v.light or it.low in words("names").player_roles or (out and _to_next(items, j))
            gap += it.kind != "t" and not light
            if gap > GAP:
                break
    return out


def _to_next(items: list[Item], j: int) -> bool:
    """Whether the word at ``j`` only joins the next of a list to the words for the card: "a Rossi e in seguito a X"."""
    return items[j].low in words("clauses").to and j + 1 < len(items) and items[j + 1].kind == "p"


def _apart(items: list[Item], k: int, end: int, j: int) -> bool:
    """Whether the name at ``j`` opens another clause behind the noun for a card: "giallo, rigore, e X lo batte"."""
    v, it, between = words("cards"), items[j], items[end:j]
    if any(it.low in v.already for it in items[max(0, k - GAP) : k]):
        return False  # "gravato da un giallo, X viene saltato"
    if any(b.low == "," for b in between) and _acts(items, j):
        return True
    if it.governed in RECEIVERS[1:] or items[k].low in v.participles or items[k].finite:
        return False
    taken = any(b.lemmas & (v.receive | v.given) or b.low == ":" for b in between)
    return not taken and any(b.low in AND for b in between)


def _ends(items: list[Item], k: int, end: int, it: Item) -> bool:
    """Whether an item ends the list of the booked: a mark but for that of "amm.", a relative, a verb, a reason."""
    v = words("cards")
    if it.low == ".":
        return items[k].low not in v.short_forms
    if it.low == ";":
        return not any(word.low in v.plural for word in items[k:end])
    if any(f.mood == "inf" for f in it.verb) and it.governed == "per":
        return True  # "ammonito per aver steso Y"
    verb = it.finite and not _takes(it) and it.low not in words("clauses").clitics | v.light
    return it.low in ("!", "che", "mentre") or verb or it.low in v.reasons or it.low in v.foul_nouns


def _goes_on(r: Reading, items: list[Item], k: int, j: int) -> int:
    """The item at which a list of several goes on behind a reason or a relative clause at ``j``; 0 if it does not.

    "ammoniti Rossi per proteste e Verdi per gioco falloso", "il rosso sia a Rossi, che era entrato, sia a Verdi".
    """
    v, it = words("cards"), items[j]
    why = it.low in v.reasons or it.low in v.foul_nouns
    listed = any(word.low in v.plural | v.participles for word in items[k : k + TITLE])
    if not (why and listed) and not (it.low == "che" and items[j - 1].low == ","):
        return 0
    for n in range(j + 1, min(j + ASIDE, len(items) - 1)):
        if items[n].finite and why:
            return 0
        if items[n].low in JOINING and why and _next_booked(r, items, n + 1):
            return n + 1
        if items[n].low == "," and it.low == "che" and items[n + 1].low in ("sia", *AND):
            return n + 2
    return 0


def _next_booked(r: Reading, items: list[Item], n: int) -> bool:
    """Whether the next of a list stands at ``n``, a time before him or not: "e al 38' Rossi per un fallo"."""
    passed = words("cards").light | words("clauses").to
    while n < len(items) and (items[n].kind == "m" or items[n].low in passed):
        n += 1
    return n < len(items) and booked(r, items[n]) and not items[n].governed and not _acts(items, n)


def followers(r: Reading, items: list[Item], end: int) -> list[int]:
    """Who is shown a card as another was: "sul taccuino dell'arbitro, imitato da X", "…, dove già si trovava X"."""
    v = words("cards")
    for j in range(end, min(end + FOLLOWS, len(items))):
        named = next((n for n in range(j + 1, min(j + FOLLOWS, len(items))) if items[n].kind == "p"), -1)
        if named < 0 or not booked(r, items[named]):
            continue
        behind = items[named].governed in words("clauses").by and any(f.mood == "part" for f in items[j].verb)
        if behind and items[j].lemmas & v.imitates:
            return [named]
        if items[j].low == "come" and all(it.low in v.light for it in items[j + 1 : named]):
            return [named]
        if items[j].low == "dove" and any(it.lemmas & v.is_there for it in items[j + 1 : named]):
            return [named]
    return []


def likewise(items: list[Item], places: list[int]) -> bool:
    """Whether a time stands behind each name: "X ammonito al 32', Y poco più tardi"."""
    v = words("cards")
    for j in places:
        clause = [
            it for it in takewhile(lambda it: it.kind != "x", items[j + 1 :]) if it.low not in words("clauses").to
        ]
        if not clause or any(it.finite and it.low not in v.light for it in clause):
            return False
        if not (clause[0].kind == "m" or clause[0].low in v.soon or number(clause[0].low) is not None):
            return False
    return True


def both_of(r: Reading, items: list[Item], k: int, end: int, company: list[int]) -> list[int]:
    """The two who are meant by "li caccia entrambi": named last in the sentence, else in the one before."""
    near = {it.low for it in items[max(0, k - 2) : end + 2]}
    told = [it for j, it in enumerate(items[:k]) if booked(r, it) and not officiates(items, j)]
    named = list(dict.fromkeys(it.person for it in told))[-2:]
    two = named if len(named) > 1 else [] if named else company
    return two if len(two) > 1 and near & words("cards").both else []


def _takes(item: Item) -> bool:
    """Whether a verb says that somebody is given a card: "finisce", "è"."""
    v = words("cards")
    return item.low in v.passive or bool(item.lemmas & (v.receive | v.given))


def _referee(items: list[Item], j: int) -> bool:
    """Whether the name behind "sul taccuino" is the referee's: "di X", "dell'arbitro X"."""
    if any(it.low == "nome" for it in items[max(0, j - 2) : j]):
        return False  # "annota sul taccuino il nome di X"
    near = items[max(0, j - 3) : j]
    if any(it.finite for it in near):
        return False  # "sul taccuino dell'arbitro finisce X"
    return items[j].governed in words("clauses").of or any(it.low in words("cards").referees for it in near)


def officiates(items: list[Item], j: int) -> bool:
    """Whether a name is the referee's or his town's: "il fischietto di Carrara"."""
    return items[j].governed in words("clauses").of and any(
        it.low in words("cards").referees for it in items[max(0, j - 3) : j]
    )


def _acts(items: list[Item], j: int) -> bool:
    """Whether the name at ``j`` opens another clause: "e Rossi calcia", "Rossi per Verdi"."""
    after = [it for it in items[j + 1 : j + ACTS] if it.low not in words("clauses").clitics][:2]
    if after and after[0].finite and after[0].low not in words("clauses").prepositions:
        return True
    return len(after) > 1 and (after[0].low == "per" and after[1].kind == "p" or after[1].low == "posto")


def direct(items: list[Item], k: int) -> bool:
    """Whether a name stands at once behind the words for the card."""
    for it in items[k : k + 3]:
        if it.low in AND:
            return False
        if it.kind == "p":
            referee = items[k - 1].low in words("cards").books and it.governed in words("clauses").of
            return not referee and it.governed not in ("su", "con") and it.governed not in words("clauses").by
        if it.kind == "x" or it.finite:
            return False
    return False
