"""How the words and names round an attempt tell its end: who stopped it, the woodwork, a plain "fuori"."""

from __future__ import annotations

from core.acts import Act
from core.items import Item
from core.walk_state import Walk

BESIDE, SURELY, ANSWER = 3, 5, 6
"""Items between a goalkeeper and what he is said to do, a verb or manner and its "fuori", a noun and its name."""


def wood_is_subject(w: Walk, k: int) -> bool:
    """Whether post or bar does what the verb at ``k`` tells: "la traversa ferma X", "il palo nega il gol a X"."""
    for item in reversed(w.items[max(0, k - BESIDE) : k]):
        if item.has("wood_noun"):
            return not item.governed
        if item.kind != "w" or item.finite:
            return False
    return False


def keeper_beside(w: Walk, k: int) -> bool:
    """Whether a goalkeeper named at once before ``k`` is the subject: "Y c'è", "Y in tuffo"."""
    before = next((it for it in reversed(w.items[max(0, k - BESIDE) : k]) if it.kind == "p"), None)
    return before is not None and not before.governed and before.person == w.subject and w.keeper(w.subject)


def sure_miss(w: Walk, k: int, item: Item) -> bool:
    """Whether words for "wide" or "over" tell an attempt by themselves rather than where somebody is."""
    if item.low not in w.v.plain_off or any(it.finite for it in w.items[k : item.tags["off_words"]]):
        return True
    return any(it.has("drive_verb", "manner") for it in w.items[max(0, k - SURELY) : k])


def stopped_by(w: Walk, k: int, who: int, item: Item) -> bool:
    """Whether a name behind a preposition is who stopped an attempt: "trova la risposta di Y", "addosso a Y"."""
    noun, g = w.noun, w.g
    if (
        noun is not None
        and noun.category == "answer_noun"
        and noun.whom < 0
        and k - w.noun_at <= ANSWER
        and item.governed in g.of | g.on | g.to
    ):
        noun.whom = who
        return True
    if item.governed not in g.of | g.to | g.by:
        return False
    tests = [a for a in w.verb_acts if a.kind == "test" and a.whom < 0 and a.who != who]
    if not tests or k - w.verb_at > ANSWER or not (w.keeper(who) or item.governed in g.by):
        return False
    tests[-1].whom = who
    return True


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


def try_of(w: Walk, k: int, who: int, item: Item) -> None:
    """Note that somebody has the next try; what follows tells whether it was one."""
    w.add(Act("chance", item.a, item.b, w.sent, who, category="manner", low=item.low, bound=True), k)
