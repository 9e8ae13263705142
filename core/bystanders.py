"""Who is named beside a goal and did not score it: who went off, gave the ball back, fouled or was fouled."""

from __future__ import annotations

from core.items import Item
from core.vocabulary import words

REPLACED = 5
"""Items between "entrato" or "al posto" and the man who went off."""
EXCHANGED = 5
"""Items of "uno-due con" and of "dai e vai con"."""
LIKENED = 5
"""Items of "un tiro a giro alla X"."""
WON = 4
"""Items between the penalty and "procurato da X"."""


def bystander(items: list[Item], who: int) -> bool:
    """Whether a player is named only as one who cannot have scored."""
    where = [k for k, it in enumerate(items) if it.kind == "p" and it.person == who]
    return bool(where) and all(any(told(items, k) for told in (_replaced, _partner, _fouled, likened)) for k in where)


def _replaced(items: list[Item], k: int) -> bool:
    """Whether a man went off for the one who is told of: "entrato per X", "al posto di X", "rileva X"."""
    v, g = words("contacts"), words("clauses")
    before = items[max(0, k - REPLACED) : k]
    last = max((j for j, it in enumerate(before) if it.kind != "w"), default=-1)
    before = before[last + 1 :]
    pairs = {f"{one.low} {two.low}" for one, two in zip(before, before[1:], strict=False)}
    if items[k].governed in g.of:
        return bool(pairs & set(v.in_place_of))
    if items[k].governed in g.for_ | g.to:
        return bool(pairs & set(v.on_for)) or any(it.lemmas & v.comes_on for it in before)
    return not items[k].governed and bool(before) and bool(before[-1].lemmas & v.relieves)


def _partner(items: list[Item], k: int) -> bool:
    """Whether a man only gave the ball back: "dopo uno scambio con X", not "dopo uno scambio con X che calcia"."""
    behind = items[k + 1].low if k + 1 < len(items) else ""
    return exchanged(items, k) and behind not in words("clauses").relatives


def exchanged(items: list[Item], k: int) -> bool:
    """Whether the name at ``k`` stands behind an exchange of passes: "uno-due con X", "scambia bene con X"."""
    if items[k].governed not in words("clauses").with_:
        return False
    near = items[max(0, k - EXCHANGED) : k]
    light = words("clauses").adverbs | {items[k].governed}
    verb = next((it for it in reversed(near) if it.low not in light), None)
    if verb is not None and verb.lemmas & words("contacts").exchanging:
        return True
    said = " ".join(it.low for it in near)
    return any(said.endswith(f" {phrase} {items[k].governed}") for phrase in words("contacts").exchanges)


def _fouled(items: list[Item], k: int) -> bool:
    """Whether a man fouled, erred, pressed, won the penalty or missed it: "per un fallo di X", "la carica di X"."""
    v, g = words("contacts"), words("clauses")
    if items[k].governed in g.of:
        return k > 1 and items[k - 2].low in v.against_law | v.blunders | v.pressing
    if items[k].governed not in g.by or k < 2 or not items[k - 2].lemmas & v.not_scored:
        return False
    return any(it.low in words("frames").spot_nouns for it in items[max(0, k - WON) : k - 2])


def likened(items: list[Item], k: int) -> bool:
    """Whether a goal or shot is only like one of the man at ``k``: "gol alla X", "tiro a giro alla X"."""
    if items[k].governed not in ("alla", "all'"):
        return False
    for it in reversed(items[max(0, k - LIKENED) : k - 1]):
        if it.has("goal_noun", "attempt_noun"):
            return True
        if it.kind != "w" or it.verb or it.has("pass_noun"):
            return False
    return False
