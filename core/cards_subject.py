"""Whose card it is where the words follow their subject: who fouled, not who was fouled."""

from __future__ import annotations

from core.cards_people import OTHERS, RECEIVERS, booked, officiates
from core.fouls import asides, culprit_place
from core.items import AND, JOINING, Item
from core.reading import Reading
from core.vocabulary import words

REACH = 22
"""Items looked at before the words, about a sentence of two clauses."""
REACH_OFF = 5
"""Items before the name of him who went off within which "entrato" stands."""


def subject(r: Reading, items: list[Item], k: int) -> int:
    """The item of the person before the words at ``k`` whose card it is: who fouled, not who was fouled."""
    hidden = asides(items, k)
    given = any(it.low == "gli" for it in items[max(0, k - 5) : k])
    for j in range(k - 1, max(-1, k - REACH), -1):
        it = items[j]
        if it.kind == "x" and it.low in ";.":
            return _carried_on(r, items, j, k) if it.low == ";" and answers(items, k) else -1
        if j in hidden or not booked(r, it) or not (_hangs_free(items, j) or _at_once(items, j, k)):
            continue
        if officiates(items, j) or _replaced(items, j):
            continue
        if given and j + 1 < len(items) and items[j + 1].low == "gli":
            continue  # "e X gli mostra il giallo": X is the referee
        if won_penalty(items, j, k):
            continue
        if it.governed in words("clauses").of and _further(r, items, j, hidden):
            continue  # "X, su invito di Y, calcia fuori e si fa ammonire"
        doer = _doer(r, items, j, k, hidden)
        if doer >= 0:
            return doer
        foul, guilty = culprit_place(r, items, k)
        if j > foul >= 0 and answers(items, k) and not _object(items, foul, j):
            return j
        if foul >= 0 and guilty != j and (foul > j or guilty >= 0 or _object(items, foul, j)):
            return guilty
        return j
    return -1


def won_penalty(items: list[Item], j: int, k: int) -> bool:
    """Whether the man at ``j`` was fouled: "X si guadagna un rigore e l'arbitro estrae il giallo"."""
    v, since = words("penalties"), items[j + 1 : k]
    won = next((n for n, it in enumerate(since) if it.lemmas & v.winning), -1)
    return won >= 0 and any(it.low in v.penalty_nouns for it in since[won:]) and not answers(items, k)


def _carried_on(r: Reading, items: list[Item], mark: int, k: int) -> int:
    """The subject of the clause before a semicolon, where that behind names none: "X segna; poi rimedia un giallo"."""
    if any(it.kind in ("p", "t") or it.lemmas & words("cards").given for it in items[mark:k]):
        return -1
    start = max((n + 1 for n in range(mark) if items[n].low in (";", ":", ".")), default=0)
    clause = [n for n in range(start, mark) if booked(r, items[n]) and n not in asides(items, mark)]
    free = next((n for n in clause if not items[n].governed), -1)
    return free if free >= 0 and any(it.finite for it in items[free:mark]) else -1


def _further(r: Reading, items: list[Item], j: int, hidden: set[int]) -> bool:
    """Whether a subject stands before the aside that the name at ``j`` ends: "X, su invito di Y, calcia"."""
    if j + 1 >= len(items) or items[j + 1].low != ",":
        return False
    opened = next((n for n in range(j - 1, 0, -1) if items[n].kind == "x" or items[n].finite), 0)
    before = items[opened - 1] if opened else items[0]
    return items[opened].low == "," and booked(r, before) and not before.governed and opened - 1 not in hidden


def _replaced(items: list[Item], j: int) -> bool:
    """Whether the name at ``j`` is of him who went off: "X, entrato per Y, che si fa buttare fuori"."""
    near = items[max(0, j - REACH_OFF) : j]
    return items[j].governed in ("per", "di", "a", "del") and any(
        it.lemmas & words("cards").coming_on and any(f.mood == "part" for f in it.verb) for it in near
    )


def _doer(r: Reading, items: list[Item], j: int, k: int, hidden: set[int]) -> int:
    """Who did something to the man at ``j`` and is shown a card for it, -1 if nobody is told to.

    "X ferma la corsa di Y e viene ammonito", "X si aggrappa a Y e finisce sul taccuino": Y is not the subject.
    """
    relative = any(it.low == "che" for it in items[j + 1 : min(j + 3, k)]) and items[j + 1].low not in AND
    if relative or not answers(items, k):
        return -1
    verb = _verb_of(items, j)
    linked = any(it.low in AND for it in items[j + 1 : k]) and any(it.finite for it in items[j + 1 : k])
    if verb < 0 or (items[verb].lemmas & (words("cards").given | words("cards").receive) and not linked):
        return -1  # "il giallo va a X", not "va a caccia delle caviglie di X e trova il rosso"
    for n in range(verb - 1, -1, -1):
        it = items[n]
        if it.kind == "x" and it.low in ";.:":
            return -1
        if n not in hidden and booked(r, it) and not it.governed and r.people[it.person].label == "PLAYER":
            further = _doer(r, items, n, k, hidden)
            return further if further >= 0 else n
    return -1


def _verb_of(items: list[Item], j: int) -> int:
    """The verb whose object, or what hangs on it, the name at item ``j`` is; -1 where no verb stands before it.

    "stende X", "si aggrappa a X", "ferma con uno strattone la corsa di X".
    """
    after = items[j + 1] if j + 1 < len(items) else items[j]
    if after.finite or after.low in words("clauses").clitics:
        return -1  # "per fermarla X si fa ammonire"
    for n in range(j - 1, -1, -1):
        it = items[n]
        if it.kind != "w" or it.low in (*AND, "che"):
            return -1
        if it.finite or any(f.mood in ("inf", "ger") for f in it.verb):
            return n
    return -1


def _object(items: list[Item], foul: int, j: int) -> bool:
    """Whether the name at ``j`` is who was fouled: no other word than articles stands between."""
    return all(it.low in words("clauses").determiners or it.kind == "p" for it in items[foul + 1 : j])


def _at_once(items: list[Item], j: int, k: int) -> bool:
    """Whether the words at ``k`` qualify the name at ``j``: "per X, espulso", "a Y, che si prende il giallo"."""
    if items[j].governed in OTHERS:
        return False
    light = {*JOINING, *words("cards").already}
    between = [it for it in items[j + 1 : k] if it.low not in light and it.kind != "m"]
    return not between or between[0].low == "che"


def _hangs_free(items: list[Item], j: int) -> bool:
    """Whether a name may be a subject or the "per X" that opens a clause."""
    it = items[j]
    if it.governed != "per":
        return it.governed in RECEIVERS
    at = next((i for i in range(j - 1, -1, -1) if items[i].low == "per"), 0)
    return at == 0 or items[at - 1].kind in ("x", "m") or items[at - 1].low in words("cards").light


def together(r: Reading, items: list[Item], j: int, k: int) -> list[int]:
    """The names joined with the subject at ``j`` where the words up to ``k`` speak of several."""
    if not any(f.number.endswith("p") for it in items[j + 1 : k + 1] for f in it.verb):
        return [j]
    out = [j]
    while out[0] > 1 and items[out[0] - 1].low in JOINING and booked(r, items[out[0] - 2]):
        out.insert(0, out[0] - 2)
    return out


def answers(items: list[Item], k: int) -> bool:
    """Whether a verb of receiving stands before the words: "X prende il giallo"."""
    v = words("cards")
    return any(it.lemmas & v.receive for it in items[max(0, k - 5) : k + 1])
