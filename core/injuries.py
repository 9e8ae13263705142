"""Injuries told in words."""

from __future__ import annotations

from core.items import Item
from core.phrases import phrases
from core.reading import Reading
from core.vocabulary import Vocabulary, words

SURE, UNSURE = 2.0, 0.6
"""What words that tell an injury alone, and words that need others beside them, weigh."""
ENOUGH, PLENTY = 1.8, 2.4
"""The weight at which a sentence tells an injury, and at which its unsure words tell one too."""
MOST = 2
"""Persons hurt in one sentence."""


def injuries(r: Reading, items: list[Item], previous: int) -> list[tuple[int, int, int]]:
    """(person, token, end token) of each person hurt in one sentence."""
    v = words("injuries")
    told = _told(r, items)
    score = sum(SURE if _sure(items, k, e, v) else UNSURE for k, e in told)
    if score < ENOUGH or {it.low for it in items} & v.pregame:
        return []
    out: dict[int, tuple[int, int, int]] = {}
    for k, e in told:
        if not _sure(items, k, e, v) and score < PLENTY:
            continue
        who = _who(items, k, e, previous)
        if who >= 0 and who not in out and r.people[who].label == "PLAYER":
            out[who] = (who, items[k].a, items[min(e, len(items)) - 1].b)
    return list(out.values())[:MOST]


def _told(r: Reading, items: list[Item]) -> list[tuple[int, int]]:
    """(item, item just behind) of all words of injuries."""
    if not items:
        return []
    table = phrases("actions", "phrases_injury")
    at = {it.a: k for k, it in enumerate(items)}
    at[items[-1].b] = len(items)
    return [
        (k, at.get(e, k + 1))
        for k, it in enumerate(items)
        if it.kind == "w"
        for e in table.at(r.toks, it.a, items[-1].b).values()
    ]


def _sure(items: list[Item], k: int, end: int, v: Vocabulary) -> bool:
    return (
        items[k].low in v.sure or end - k > 1 and items[k].low not in v.unsure or bool(items[k].lemmas & v.sure_verbs)
    )


def _who(items: list[Item], k: int, end: int, previous: int) -> int:
    """Who is hurt: named just behind the words, else before them, else whom the sentence before was about."""
    for it in items[end : end + 4]:
        if it.kind == "p" and it.governed in ("", "di", "a", "per", "anche"):
            return it.person
        if it.kind == "x" and it.low in ".;":
            break
    for j in range(k - 1, max(-1, k - 10), -1):
        if items[j].kind == "p" and items[j].governed in ("", "di", "a", "per"):
            return items[j].person
    return previous if not any(it.kind == "p" for it in items) else -1
