"""Whom the words for a change of men mean: subjects, lists of names, the man of "al suo posto"."""

from __future__ import annotations

from core.items import JOINING, Item
from core.vocabulary import words


def subject(items: list[Item], k: int, fallback: int) -> int:
    """The person just before item ``k`` in its clause, else the fallback."""
    for j in range(k - 1, max(-1, k - 8), -1):
        it = items[j]
        if it.kind == "p" and (
            it.governed in ("", "di", "per", "con", "a") or items[k - 1].kind == "p" or items[j + 1].low in (",", "che")
        ):
            return it.person
        if it.kind == "x" and it.low in ";.:":
            break
    return fallback


def listed(items: list[Item], k: int) -> list[int]:
    """The people that follow at ``k``, joined by commas and "e", determiners and roles skipped."""
    prepositions, joining = words("clauses").prepositions, words("changes").joining
    out: list[int] = []
    gap = 0
    for it in items[k:]:
        if it.kind == "p":
            out.append(it.person)
            gap = 0
            continue
        light = it.kind == "w" and not it.finite and gap < 4 and (it.low not in prepositions or not out)
        if not light and it.low not in joining:
            break
        gap += 1
        if gap > 4:
            break
    return out


def listed_before(items: list[Item], k: int) -> list[int]:
    """The people joined by "e" and commas who are the subject of the passive at ``k``."""
    out: list[int] = []
    j = k - 1
    while j >= 0 and items[j].kind != "p":
        if items[j].kind == "x":
            return []
        j -= 1
    while j >= 0 and (items[j].kind == "p" or items[j].low in JOINING):
        if items[j].kind == "p":
            out.insert(0, items[j].person)
        j -= 1
    return out


def gone(items: list[Item], k: int, outs: list[tuple[int, int]], hurt: int, last: int) -> int:
    """In whose place "al suo posto" at ``k`` is: who went off, who was hurt, who was named last."""
    if outs:
        return outs[-1][0]
    named = [it.person for it in items[:k] if it.kind == "p"]
    if not named and hurt >= 0:
        return hurt
    return named[-1] if named else last


def pregame(items: list[Item]) -> bool:
    """Whether the sentence tells who starts, not who comes on."""
    return bool({it.low for it in items} & words("changes").pregame) or any(
        it.kind == "w" and it.low == "dal" and items[k + 1].low == "primo" for k, it in enumerate(items[:-2])
    )
