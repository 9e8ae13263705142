"""Injuries told in words."""

from __future__ import annotations

from core.items import Item
from core.phrases import phrases
from core.reading import Reading
from core.vocabulary import words


def injuries(r: Reading, items: list[Item], previous: int) -> list[tuple[int, int, int]]:
    """(person, token, end token) of each person hurt in one sentence."""
    table, v = phrases("actions", "phrases_injury"), words("injuries")
    if not items:
        return []
    at = {it.a: k for k, it in enumerate(items)}
    at[items[-1].b] = len(items)
    strong: list[tuple[int, int]] = []
    for k, it in enumerate(items):
        if it.kind != "w":
            continue
        for e in table.at(r.toks, it.a, items[-1].b).values():
            strong.append((k, at.get(e, k + 1)))
    lows = {it.low for it in items}
    if not strong:
        return []
    score = sum(2.0 if _sure(items, k, e, v) else 0.6 for k, e in strong)
    if lows & v.pregame or score < 1.8:
        return []
    out: dict[int, tuple[int, int, int]] = {}
    for k, e in strong:
        if not _sure(items, k, e, v) and score < 2.4:
            continue
        who = _who(items, k, e, previous)
        if who >= 0 and who not in out and r.people[who].label == "PLAYER":
            out[who] = (who, items[k].a, items[min(e, len(items)) - 1].b)
    return list(out.values())[:2]


def _sure(items: list[Item], k: int, end: int, v) -> bool:  # type: ignore[no-untyped-def]  # noqa: ANN001
    return (
        items[k].low in v.sure or end - k > 1 and items[k].low not in v.unsure or bool(items[k].lemmas & v.sure_verbs)
    )


def _who(items: list[Item], k: int, end: int, previous: int) -> int:
    for it in items[end : end + 4]:
        if it.kind == "p" and it.governed in ("", "di", "a", "per", "anche"):
            return it.person
        if it.kind == "x" and it.low in ".;":
            break
    for j in range(k - 1, max(-1, k - 10), -1):
        if items[j].kind == "p" and items[j].governed in ("", "di", "a", "per"):
            return items[j].person
    return previous if not any(it.kind == "p" for it in items) else -1
