"""Who committed a foul: the subject of "stende", the man of "fallo di", the agent of "atterrato da"."""

from __future__ import annotations

from core.items import JOINING, Item
from core.reading import Reading
from core.vocabulary import words

AFTER = 5
"""Items behind the word for a foul within which its man stands."""
HOW = 5
"""Items behind "entra" within which it is told how."""
OF_REACH = 9
"""The same behind a noun, with its adjectives: no mark or verb stands between."""


def culprit(r: Reading, items: list[Item], stop: int, previous: int) -> int:
    """Who committed the foul told last before item ``stop``; the subject left out is ``previous``; -1 if none."""
    foul, place = culprit_place(r, items, stop)
    if place >= 0:
        return items[place].person
    return previous if foul >= 0 and items[foul].finite and not _names(r, items, 0, foul) else -1


def culprit_place(r: Reading, items: list[Item], stop: int) -> tuple[int, int]:
    """(item of the word for the foul told last before ``stop``, item of who committed it), -1 where there is none."""
    g, v = words("clauses"), words("cards")
    for k in range(stop - 1, -1, -1):
        it = items[k]
        if it.kind == "w" and it.low in v.foul_nouns and not (it.finite and it.lemmas & v.foul_verbs):
            by = next((j for j in _names(r, items, k + 1, _until(items, k, stop)) if items[j].governed in g.of), -1)
            return k, by if by >= 0 else _fouled_before(r, items, k)
        if it.kind == "w" and (it.lemmas & v.foul_verbs or _fells(items, k, stop)):
            passive = not it.finite and any(f.mood == "part" for f in it.verb) and not _have(items, k)
            passive = passive and not it.lemmas & v.by_himself
            if passive:
                return k, next(
                    (j for j in _names(r, items, k + 1, min(k + AFTER, stop)) if items[j].governed in g.by), -1
                )
            return k, _subject(r, items, k)
    return -1, -1


def _until(items: list[Item], k: int, stop: int) -> int:
    """The item up to which "di X" belongs to the noun at ``k``: "entrata da codice penale di X"."""
    end = min(k + OF_REACH, stop)
    return next((j for j in range(k + 1, end) if items[j].kind == "x" or items[j].finite), end)


def _fouled_before(r: Reading, items: list[Item], k: int) -> int:
    """The subject of the noun for a foul at ``k``: of the verb of fouling before it, "affronta X con un pugno"."""
    for j in range(k - 1, -1, -1):
        if items[j].kind == "x":
            break
        if items[j].finite and (items[k].governed == "con" or items[j].lemmas & words("cards").foul_verbs):
            return _subject(r, items, j)
    return _subject(r, items, k)


def _fells(items: list[Item], k: int, stop: int) -> bool:
    """Whether the verb at ``k`` fouls by the words behind it: "entra duro", "mette giù X", "tocca con la mano"."""
    v, lemmas = words("cards"), items[k].lemmas
    near = {it.low for it in items[k + 1 : min(k + HOW, stop)]}
    ways = ((v.entering, v.hard), (v.felling, v.down), (v.touching, v.arm))
    return any(lemmas & verbs and near & how for verbs, how in ways)


def asides(items: list[Item], stop: int) -> set[int]:
    """The items before ``stop`` of relative clauses between commas: "X, che aveva rilevato Y, salta"."""
    out: set[int] = set()
    for k in range(1, stop):
        if items[k].low in ("che", "cui") and items[k - 1].low == ",":
            close = next((j for j in range(k + 1, stop) if items[j].kind == "x" and items[j].low in ",;:"), None)
            if close is not None:
                out.update(range(k, close))
    return out


def _have(items: list[Item], k: int) -> bool:
    return any("avere" in it.lemmas for it in items[max(0, k - 3) : k])


def _names(r: Reading, items: list[Item], a: int, b: int) -> list[int]:
    return [j for j in range(a, b) if items[j].kind == "p" and r.people[items[j].person].label != "REFEREE"]


def _subject(r: Reading, items: list[Item], k: int) -> int:
    """The person just before item ``k`` who hangs on nothing."""
    hidden = asides(items, k)
    if (who := _antecedent(items, k)) >= 0 and _names(r, items, who, who + 1):
        return who
    for j in reversed(_names(r, items, 0, k)):
        if any(it.kind == "x" and it.low in ";." for it in items[j:k]):
            break
        if not items[j].governed and j not in hidden:
            return -1 if _other_subject(items, j, k) else j
    if items[k].lemmas & (words("cards").alone | words("cards").by_himself):
        return next((j for j in _names(r, items, k + 1, min(k + 3, len(items))) if not items[j].governed), -1)
    return -1


def _antecedent(items: list[Item], k: int) -> int:
    """The item of the man whose relative clause the verb at ``k`` begins: "scappa a X che lo abbatte"; -1 if none."""
    j = k - 1
    while j > 0 and items[j].low in words("clauses").clitics:
        j -= 1
    return j - 1 if j > 0 and items[j].low == "che" and items[j - 1].kind == "p" else -1


def _other_subject(items: list[Item], j: int, k: int) -> bool:
    """Whether the man at ``j`` is the one fouled: "X salta e il portiere lo stende"."""
    pronoun = k > 0 and items[k - 1].low in ("lo", "la")
    between = items[j + 1 : k - 1]
    if any(it.kind == "p" and it.governed for it in between):
        return False  # "X esce su Y e lo stende": Y is fouled
    other = any(it.finite or it.low in JOINING for it in between)
    return pronoun and other and not any(it.low == "che" for it in between)
