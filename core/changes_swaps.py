"""Words that tell both men of a change: "X rileva Y", "X lascia il posto a Y", "al suo posto Y"."""

from __future__ import annotations

from core.changes_people import Group, before, behind, clitic
from core.changes_state import Telling
from core.changes_words import Mark
from core.vocabulary import words

TO_WHOM = 8
"""Items behind "lascia il campo" in which "a X" may stand."""
REACH_VERB = 9
"""Items behind "al suo posto" within which who comes on may follow a verb."""
REACH_COACH = 7
"""Items before "dà spazio a" within which the coach stands who gives it."""
REACH_AGENT = 6
"""Items behind a passive within which its agent stands."""


def instead(told: Telling, m: Mark) -> None:
    """Before the man who goes off: "X al posto di Y", "al posto di Y entra X"."""
    right = behind(told.items, told.groups, m.b, told.breaks)
    if right is None:
        return
    left = before(told.items, told.groups, m.a, 16)
    if left is None:
        left = next((g for g in reversed(told.groups) if g.b <= m.a and g.role == "in" and g.free), None)
    if left is not None and left.free and left.role != "out":
        told.pair(left, right, False, "instead")
    elif not right.role:
        right.role, right.weak = "out", True


def swap(told: Telling, m: Mark) -> None:
    """One man for another: "X rileva Y", "lo rileva X", "gli subentra X"; a coach who does it sends Y off."""
    items = told.items
    pronoun = clitic(items, m.a)
    right = behind(items, told.groups, m.b, told.breaks)
    left = before(items, told.groups, m.a)
    by = _agent(told, m) if m.participle else None
    if by is not None and left is not None and left.free and left.role != "in":
        told.pair(left, by, True, "yield_to")
        return
    if pronoun and not (right is not None and pronoun in ("ne", "si")):
        if right is not None:
            told.passing(m, right)
            told.pair(right, told.stand_in(told.last(m.a), m.a), False, "swap")
        elif (by := _with_him(told, m)) is not None:
            told.pair(by, told.stand_in(told.last(m.a, int(left is not None)), m.a), False, "swap")
        elif left is not None and left.free:
            told.pair(left, told.stand_in(told.last(m.a, 1), m.a), False, "swap")
    elif right is not None and _with_whom(told, right):
        right.role = right.role or "out"
    elif right is not None and left is not None and left.free and left.role != "out":
        told.passing(m, left)
        told.pair(left, right, False, "swap")
        _gapped(told, right, False)
    elif right is not None and m.kind == "swap" and not right.role:
        right.role = "out"
    elif right is not None and left is None and (named := [g for g in told.groups if g.b <= m.a and g.free]):
        told.pair(named[-1], right, False, "swap")  # "si rivede X dopo un mese: all'86' dà respiro a Y"


def _agent(told: Telling, m: Mark) -> Group | None:
    """Who comes on behind a passive with its time: "X, sostituito al 60' da Y", "avvicendato alla mezz'ora da Y"."""
    items, v = told.items, words("changes")
    for j in range(m.b, min(m.b + REACH_AGENT, len(items) - 1)):
        if items[j].low in words("clauses").by | words("clauses").with_:
            return behind(items, told.groups, j + 1, told.breaks)
        if items[j].kind == "w" and items[j].low not in words("clauses").to | v.clock:
            return None
    return None


def _gapped(told: Telling, right: Group, reverse: bool) -> None:
    """Pair on where the verb is told once: "X subentra a Y, Z a W" (Y and Z stand in one list)."""
    k = right.b
    if right.free and k < len(told.items) and told.items[k].low in words("clauses").to:
        further = behind(told.items, told.groups, k + 1, told.breaks)
        if further is not None:
            told.pair(right, further, reverse, "swap")


def _with_whom(told: Telling, g: Group) -> bool:
    """Whether "con Y" follows a list: "il tecnico avvicenda X con Y"."""
    k = g.b
    if k >= len(told.items) or told.items[k].low not in words("clauses").with_:
        return False
    return behind(told.items, told.groups, k + 1, told.breaks) is not None


def _with_him(told: Telling, m: Mark) -> Group | None:
    """Who comes on where a coach is the subject: "il tecnico lo avvicenda con Y"."""
    if m.b < len(told.items) and told.items[m.b].low in words("clauses").with_:
        return behind(told.items, told.groups, m.b + 1, told.breaks)
    return None


def yields_him(told: Telling, m: Mark) -> None:
    """Who goes off stands behind, for the man told before: "entra X, a fargli posto è Y"."""
    right = behind(told.items, told.groups, m.b, told.breaks)
    left = next((g for g in reversed(told.groups) if g.b <= m.a and g.free and g.role != "out"), None)
    if right is None:
        return
    if left is None:
        left = told.stand_in(told.last(m.a), m.a)
    told.pair(left, right, False, "swap")


def yield_to(told: Telling, m: Mark) -> None:
    """Who goes off first: "X lascia il posto a Y", "X, sostituito da Y"."""
    left, right = before(told.items, told.groups, m.a, 12), behind(told.items, told.groups, m.b, told.breaks)
    if right is None:
        if left is not None:
            to_whom(told, m, left)
        return
    if left is None and _by_the_bench(told, m):
        right.role = right.role or "in"
        return
    if left is not None and (doer := who_did(told, left)) is not None:
        left = doer
    elif left is None or not left.free or left.role == "in":
        left = told.stand_in(told.last(m.a), m.a)
    elif m.participle and told.items[m.a].low.endswith(("o", "a")) and len(left.free) > len(right.free) == 1:
        left = told.stand_in(left.free[-1], m.a)  # "gialli per X e Y, poi rilevato da Z"
    told.pair(left, right, True, "yield_to")
    _gapped(told, right, True)


def who_did(told: Telling, g: Group) -> Group | None:
    """Who did something to the man of a list, and goes on: "X batte Y in uscita, poi lascia il posto a Z"."""
    items = told.items
    before_him = items[g.a - 1] if g.a else None
    if before_him is None or not before_him.finite or not before_him.lemmas & words("frames").object_verbs:
        return None
    doer = next((x for x in reversed(told.groups) if x.b <= g.a - 1 and x.tokens), None)
    if doer is None or items[doer.a].governed or len(doer.people) > 1 or doer.role == "in" or not doer.free:
        return None
    return None if any(it.kind == "x" and it.low in ";:.!?" for it in items[doer.b : g.a]) else doer


def _by_the_bench(told: Telling, m: Mark) -> bool:
    """Whether it is a coach who gives room to a man: "il tecnico dà spazio a X"."""
    for k in range(m.a - 1, max(-1, m.a - REACH_COACH), -1):
        it = told.items[k]
        if it.kind == "x":
            return False
        if it.low in words("names").coach_roles or (it.kind == "p" and told.r.people[it.person].label == "COACH"):
            return True
    return False


def to_whom(told: Telling, m: Mark, g: Group, yields: bool = True) -> bool:
    """Pair who goes off with the man to whom he yields behind a time or reason: "lascia il campo nel finale a Y".

    Not ``yields``: pair who came on with him for whom he did: "subentrato al 73' a Y".
    """
    items, to = told.items, words("clauses").to
    if not g.free or (yields and g.role == "in"):
        return False
    for k in range(m.b, min(m.b + TO_WHOM, len(items) - 1)):
        if items[k].kind not in ("w", "m") or items[k].finite or k in told.breaks:
            return False
        after = next((x for x in told.groups if x.a == k + 1), None)
        if items[k].low in to and after is not None:
            told.pair(g, after, yields, "yield_to")
            return True
    return False


def in_his_place(told: Telling, m: Mark) -> None:
    """In the place of a man told before: "al suo posto Y"."""
    items = told.items
    if any(it.lemmas & words("changes").stays for it in items[max(0, m.a - 3) : m.a]):
        return
    right = behind(items, told.groups, m.b, told.breaks - {b for b in told.breaks if b <= m.b + 3})
    if right is None:
        right = before(items, told.groups, m.a, 3)
    if right is None:
        right = _sent_on(told, m)
    if right is None or not right.free:
        return
    several = [g for g in told.groups if g.b <= m.a and g.role == "out" and len(g.free) == len(right.free) > 1]
    if several:
        told.pair(right, several[-1], False, "in_his_place")
        return
    off = gone(told, m.a, right)
    if off >= 0 and off not in right.people:
        told.pair(right, told.stand_in(off, m.a), False, "in_his_place")


def _sent_on(told: Telling, m: Mark) -> Group | None:
    """Who comes on behind a verb of its own: "al suo posto il tecnico ha scelto X", "al suo posto viene inserito X"."""
    g = next((g for g in told.groups if g.a >= m.b), None)
    if g is None or g.a - m.b > REACH_VERB or any(it.kind == "x" for it in told.items[m.b : g.a]):
        return None
    sends = next((k for k in sorted(told.words) if m.b <= k < g.a), -1)
    return g if sends >= 0 and not any(it.finite for it in told.items[sends + 1 : g.a]) else None


def gone(told: Telling, k: int, comes: Group) -> int:
    """In whose place: who went off, who was hurt, who was named last."""
    waiting = [g for g in told.groups if g.b <= k and g.role == "out" and g.free and g is not comes]
    if waiting:
        g = waiting[-1]
        g.used = len(g.people)
        return g.people[-1]
    lone = [c for c in told.memory.lone if c.in_ < 0]
    named = [g for g in told.groups if g.b <= k and g is not comes and g.tokens]
    if told.memory.hurt >= 0 and told.memory.hurt not in comes.people:
        return told.memory.hurt
    if not named and lone:
        told.memory.lone.remove(lone[-1])
        lone[-1].weight = 0.0
        return lone[-1].out
    return named[-1].people[-1] if named else told.memory.previous
