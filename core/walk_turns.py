"""Goals told side by side: "X e Y per il Lecco, Z per gli ospiti", "a X e Y rispondono Z e V"."""

from __future__ import annotations

from core.acts import Act
from core.items import JOINING, Item, negated
from core.walk_state import Walk
from core.walk_times import CATEGORY, TOLD, insert

OPENING = 3
"""Items at the head of a sentence among which "per il Lecco" opens it."""
ANSWER = 4
"""Items behind "risponde" among which he stands who does."""
BY = 8
"""Items behind "si fa rimontare" among which he stands by whom."""
FOR = 5
"""Items between a man and the side that he scored for."""


def opposite(w: Walk, first: int) -> None:
    """Add the goals of men of whom nothing is told but their side: "segna X per il Lecco, Y e Z per gli ospiti"."""
    told = [a for a in w.acts[first:] if a.kind in TOLD and a.bound and a.real and a.who >= 0]
    before: Item | None = None
    for k, it in enumerate(w.items):
        if it.kind != "t" or it.governed not in w.g.for_:
            continue
        if before is not None and before.team != it.team and any(a.pos < before.a for a in told):
            for man in _men_of(w, w.items.index(before), k):
                if not any(a.who == man.person for a in w.acts[first:]):
                    insert(w, first, man.person, man.a, man.b, it.team)
        before = it


def for_first(w: Walk, first: int) -> None:
    """Give the goals of a sentence that opens with "per" to its side: "per il Lecco l'unica rete è di X"."""
    side = next((k for k, it in enumerate(w.items[: OPENING + 1]) if it.kind == "t"), -1)
    if side < 0 or w.items[side].governed not in w.g.for_:
        return
    end = next((it.a for it in w.items[side:] if it.low in (",", ":", ";")), w.items[-1].b)
    for act in w.acts[first:]:
        if act.kind in TOLD and act.bound and act.team is None and act.pos < end:
            act.team = w.items[side].team


def not_enough(w: Walk, first: int) -> None:
    """Add the goal that did not help: "agli ospiti non basta X"."""
    for k, it in enumerate(w.items[1:-1], 1):
        man = w.items[k + 1]
        if "bastare" not in it.lemmas or not negated(w.items, k) or man.kind != "p" or man.governed:
            continue
        near = [x for x in w.items[max(0, k - FOR) : k] + w.items[k + 2 : k + FOR] if x.kind == "t"]
        side = next((x for x in near if x.governed in w.g.to), None)
        if side is not None and not any(a.who == man.person for a in w.acts[first:]):
            insert(w, first, man.person, man.a, man.b, side.team)


def _men_of(w: Walk, since: int, k: int) -> list[Item]:
    """The men between one side and the next where nothing else is told between: ", Y e Z per"."""
    between = w.items[since + 1 : k]
    men = [it for it in between if it.kind == "p" and w.r.people[it.person].label == "PLAYER"]
    if not men or k - w.items.index(men[-1]) > FOR or not all(it.kind == "p" or _passing(w, it) for it in between):
        return []
    return men


def _passing(w: Walk, it: Item) -> bool:
    """Whether an item may stand between the men of two sides; a time has rules of its own."""
    return it.low in (*JOINING, ";") or (it.kind == "w" and (it.low in w.v.list_light or it.low in w.g.for_))


def caught(w: Walk, first: int) -> None:
    """Add the goals of those by whom a side was caught: "il Lecco si fa rimontare da X e Y"."""
    for k, it in enumerate(w.items):
        if not it.lemmas & w.v.catching_up or not _suffered(w, k):
            continue
        side = next((x for x in reversed(w.items[:k]) if x.kind in "tp" and not x.governed), w.last_side)
        men = [j for j in range(k + 1, min(len(w.items), k + BY)) if w.items[j].kind == "p"]
        if side is None or side.kind != "t" or not men or w.items[men[0]].governed not in w.g.by:
            continue
        if any(x.finite or x.low in ";:" for x in w.items[k + 1 : men[0]]):
            continue
        team, j = w.r.other(side.team), men[0]
        own = [a for a in w.acts[first:] if w.items[k].a <= a.pos < w.items[j].a and a.kind in TOLD]
        w.acts = [a for a in w.acts if a not in own]
        while j < len(w.items) and w.items[j].kind == "p":
            if not any(a.who == w.items[j].person and a.kind in TOLD for a in w.acts[first:]):
                insert(w, first, w.items[j].person, w.items[j].a, w.items[j].b, team)
            j += 2 if j + 2 < len(w.items) and _also(w, j + 2) else len(w.items)


def _suffered(w: Walk, k: int) -> bool:
    """Whether the verb at ``k`` is done to its subject: "si fa raggiungere", "viene raggiunto"."""
    before = w.items[max(0, k - 2) : k]
    if any(f.mood == "inf" for f in w.items[k].verb):
        return any("fare" in it.lemmas or "farsi" in it.lemmas for it in before)
    passive = any(it.lemmas & {"venire", "essere"} for it in before) and not any("avere" in it.lemmas for it in before)
    return passive and any(f.mood == "part" for f in w.items[k].verb)


def answers(w: Walk, first: int) -> None:
    """Give answers to all who gave them, and goals to whom they answered: "a X (10') e Y replicano Z e V"."""
    for act in [a for a in w.acts[first:] if a.category == "reply_verb" and a.real]:
        verb = next((k for k, it in enumerate(w.items) if it.a <= act.pos < it.b), 0)
        asked = [k for k, it in enumerate(w.items[:verb]) if it.kind == "p" and it.governed in w.g.to]
        while asked and asked[-1] + 2 < verb and _also(w, asked[-1] + 2):
            asked.append(asked[-1] + 2)
        if not asked:
            continue
        _answer(w, first, act, verb)
        for k in asked:
            man = w.items[k]
            if not any(a.who == man.person and a.kind in TOLD for a in w.acts[first:]):
                time = next((it for it in w.items[k + 1 : k + 3] if it.kind == "m"), None)
                insert(w, first, man.person, time.a if time else man.a, time.a if time else man.b, None)


def _answer(w: Walk, first: int, act: Act, verb: int) -> None:
    """Name who stands behind the verb as those who answered."""
    men = [k for k in range(verb + 1, len(w.items)) if w.items[k].kind == "p" and not w.items[k].governed]
    if not men or men[0] - verb > ANSWER or any(it.finite or it.kind == "x" for it in w.items[verb + 1 : men[0]]):
        return
    act.who, act.bound = w.items[men[0]].person, True
    k = men[0] + 2
    while k < len(w.items) and _also(w, k):
        if not any(a.who == w.items[k].person and a.category == CATEGORY for a in w.acts[first:]):
            insert(w, first, w.items[k].person, w.items[k].a, w.items[k].b, act.team)
        k += 2


def _also(w: Walk, k: int) -> bool:
    """Whether the item at ``k`` is one more man of a list of men."""
    return w.items[k].kind == "p" and w.items[k - 1].low in JOINING and w.items[k - 2].kind == "p"
