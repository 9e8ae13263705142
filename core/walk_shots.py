"""How the words and names round an attempt tell its end: who stopped it, the woodwork, a plain "fuori"."""

from __future__ import annotations

from core.acts import Act
from core.items import Item
from core.walk_state import Walk

MARKS = ",:("
"""Marks between a name and how his attempt ended."""
BESIDE, SURELY, ANSWER = 3, 5, 6
"""Items between a goalkeeper and what he is said to do, a verb or manner and its "fuori", a noun and its name."""


def wood_is_subject(w: Walk, k: int) -> bool:
    """Whether post or bar does what the verb at ``k`` tells: "la traversa ferma X", "il palo nega il gol a X"."""
    for item in reversed(w.items[max(0, k - BESIDE) : k]):
        if item.has("wood_noun"):
            return not item.governed
        if item.kind != "w" or (item.finite and not item.lemmas & w.v.auxiliaries):
            return False
    return False


def keeper_beside(w: Walk, k: int) -> bool:
    """Whether a goalkeeper named at once before ``k`` is the subject: "Y c'è", "Y in tuffo"."""
    before = next((it for it in reversed(w.items[max(0, k - BESIDE) : k]) if it.kind == "p"), None)
    return before is not None and not before.governed and before.person == w.subject and w.keeper(w.subject)


def stopper(w: Walk, k: int, end: int) -> bool:
    """Whether a goalkeeper stands beside the words ``[k, end)``: "Y in tuffo", "attento Y", "il portiere è pronto"."""
    return keeper_beside(w, k) or keeper_behind(w, end) >= 0 or keeper_meant(w, k)


def keeper_behind(w: Walk, end: int) -> int:
    """The goalkeeper named at once behind the words for a save, at item ``end``: "attento Y"; -1 for none."""
    item = w.items[end] if end < len(w.items) else None
    return item.person if item is not None and item.kind == "p" and not item.governed and w.keeper(item.person) else -1


def keeper_meant(w: Walk, k: int) -> bool:
    """Whether the subject of the verb at ``k`` is a goalkeeper without a name: "il portiere ferma"."""
    return any(it.low in w.v.keeper_nouns and not it.governed for it in w.items[max(0, k - BESIDE) : k])


def sure_miss(w: Walk, k: int, item: Item) -> bool:
    """Whether words for "wide" or "over" tell an attempt by themselves rather than where somebody is."""
    if item.low not in w.v.plain_off or any(it.finite for it in w.items[k : item.tags["off_words"]]):
        return True
    last = w.acts[-1] if w.acts else None
    if last is not None and last.category == "manner" and last.clause == w.clause:
        return True
    if any(it.has("drive_verb", "manner") for it in w.items[max(0, k - SURELY) : k]):
        return True
    end = item.tags["off_words"]
    closed = end >= len(w.items) or w.items[end].kind in "xm"
    return closed and k > 1 and w.items[k - 1].low in MARKS and w.items[k - 2].kind == "p"  # "arriva X, alto."


def stopped_by(w: Walk, k: int, who: int, item: Item) -> bool:
    """Whether a name behind a preposition is who stopped an attempt: "trova la risposta di Y", "addosso a Y"."""
    noun, g = w.noun, w.g
    if (
        noun is not None
        and noun.category in ("answer_noun", "wall_noun")
        and noun.whom < 0
        and k - w.noun_at <= ANSWER
        and (item.governed in g.of | g.on | g.to | g.for_ or (not item.governed and w.noun_at == k - 1))
    ):
        if _mates(w, noun.who, who):
            w.acts.remove(noun)
            w.receive(noun.who, who, item)  # "va sulla bandierina e trova la testa di X"
            return True
        noun.whom = who
        return True
    if item.governed not in g.of | g.to | g.by:
        return False
    tests = [a for a in w.verb_acts if a.kind == "test" and a.whom < 0 and a.who != who]
    if not tests or k - w.verb_at > ANSWER or not (w.keeper(who) or item.governed in g.by):
        return False
    tests[-1].whom = who
    return True


def _mates(w: Walk, one: int, other: int) -> bool:
    """Whether two men are known to play for one side."""
    if one < 0 or w.r.people[one].team is None:
        return False
    return one != other and w.r.people[one].team == w.r.people[other].team


def denied_by_wood(w: Walk, who: int) -> bool:
    """Whether a name behind "a" is whom the woodwork denied: "la traversa dice no a X"."""
    for act in w.verb_acts:
        if act.kind == "wood" and act.who < 0:
            act.who, act.bound = who, True
            w.carrier = who
            return True
    return False


def block_of(w: Walk) -> Act | None:
    """The block whose object the next name is: "X mura Y"."""
    return next((a for a in w.verb_acts if a.kind == "block" and a.who >= 0 and a.whom < 0), None)


def is_turn(w: Walk, k: int) -> bool:
    """Whether the name at ``k`` is told to be the next to try: "ancora X", "tocca a X", "poi X"."""
    j = k - 1
    while j >= 0 and w.items[j].kind == "w" and (w.items[j].low in w.g.to | w.g.determiners):
        j -= 1
    if j < 0 or w.items[j].kind != "w":
        return False
    return w.items[j].low in w.v.next_words or bool(w.items[j].lemmas & w.v.next_verbs)


def saved_from(w: Walk, k: int) -> Act | None:
    """The save at the end of a noun of whose owner the name at ``k`` is: "Y è attento sulla deviazione di X"."""
    last = w.acts[-1] if w.acts else None
    if last is None or last.kind != "save" or last.sent != w.sent or last.whom >= 0 or k < 2:
        return None
    near = [it for it in w.items[max(0, k - BESIDE - 1) : k - 1] if it.kind == "w" and it.governed in w.g.on]
    return last if near and not any(it.has("pass_noun") for it in near) and w.noun in (None, last) else None


def try_of(w: Walk, who: int, item: Item, k: int) -> None:
    """Note that somebody has the next try; what follows tells whether it was one."""
    if w.keeper(who):
        return
    w.add(Act("chance", item.a, item.b, w.sent, who, category="manner", low=item.low, bound=True), k)
