"""Whose doing a goal or a pass is, by participles and phrases: "firmato X", "calciato da X", "per merito di X"."""

from __future__ import annotations

from core.items import Item
from core.walk_state import Walk

DELIVERY = 6
"""Items between a pass and the name of who played it."""


def delivered(w: Walk, k: int, who: int) -> bool:
    """Whether a participle makes a name the one who gave the ball: "su angolo calciato da X", "il cross messo da X"."""
    noun = w.noun
    between = w.items[w.noun_at + 1 : k]
    if noun is None or noun.kind != "pass" or noun.who not in (-1, w.author) or len(between) > DELIVERY:
        return False
    if noun.low in w.v.balls:
        return False
    if not any(f.mood == "part" for it in between for f in it.verb) or any(it.kind in "px" for it in between):
        return False
    w.acts = [a for a in w.acts if a.sent != w.sent or a.pos <= noun.pos or a.kind not in ("attempt", "pass")]
    noun.who, noun.bound = who, True
    w.passer = who
    return True


def signed(w: Walk, k: int, who: int) -> bool:
    """Whether a goal is told by a participle with the name at once behind it: "2-0 firmato X", "rete targata X"."""
    verb = w.items[k - 1] if k else None
    if verb is None or not any(f.mood == "part" for f in verb.verb) or (k > 1 and w.items[k - 2].finite):
        return False
    acts = [a for a in w.acts if a.sent == w.sent and a.pos == verb.a and a.category in ("goal_verb", "state_verb")]
    for act in acts:
        act.who, act.bound = who, True
    if acts:
        w.carrier = who
    return bool(acts)


def through(w: Walk, k: int, governed: str) -> bool:
    """Whether a goal is told as somebody's doing: "per merito di X", "ad opera di X", "grazie a X"."""
    nouns = [it.low for it in w.items[max(0, k - 4) : k]]
    return (governed in w.g.of and bool(w.v.doing & set(nouns[-2:]))) or (governed in w.g.to and "grazie" in nouns)


def of_list(w: Walk, item: Item) -> bool:
    """Give the goals since the last "per" to the side at ``item``: "in gol X e Y per i lariani, Z per gli ospiti"."""
    acts = [a for a in w.acts if a.sent == w.sent and a.kind in ("goal", "state") and a.bound and a.team is None]
    for act in acts:
        act.team = item.team
    return bool(acts)
