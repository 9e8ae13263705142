"""Substitutions told in words: who comes on, who goes off."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from core.changes_pairs import Change, bare, pair
from core.changes_people import gone, listed, listed_before, pregame, subject
from core.items import Item, phrase_ends
from core.phrases import phrases
from core.reading import Reading
from core.vocabulary import words

FARTHEST = 9
"""Items by which a name may stand behind the words that send it on or off."""
PREGAME, WEAK = 0.6, 0.5
"""What is taken off where the sentence tells who starts, and where weak words tell only one of the two men."""

Here = dict[str, int]
"""Category of the phrases that begin at an item → the item just behind."""


@dataclass(slots=True)
class _Told:
    """What a sentence has told so far."""

    items: list[Item]
    hurt: int
    last: int
    """The person named last."""
    found: list[Change] = field(default_factory=list)
    ins: list[tuple[int, int]] = field(default_factory=list)
    """(person, token) of who comes on and is not paired yet; ``outs`` of who goes off."""
    outs: list[tuple[int, int]] = field(default_factory=list)
    used: set[int] = field(default_factory=set)
    role: str = ""
    """What the names that follow do: in, out, came_on or nothing."""
    since: int = -99
    """The item from which the role holds."""
    begin: int | None = None
    strong: bool = False
    passing: bool = False
    weak: bool = False

    def opens(self, role: str, since: int, k: int) -> None:
        """From item ``since`` names have a role; the words for it begin at ``k``."""
        self.role, self.since = role, since
        self.begin = self.items[k].a if self.begin is None else self.begin

    def note(self, where: list[tuple[int, int]], person: int, token: int) -> bool:
        """Add a person to ``ins`` or ``outs`` unless nobody or noted already; whether it was added."""
        if person < 0 or person in self.used:
            return False
        where.append((person, token))
        self.used.add(person)
        return True


def changes(r: Reading, items: list[Item], previous: int, hurt: int, second_half: bool, timed: bool) -> list[Change]:
    """The substitutions of one sentence.

    ``previous`` is the person the text was at before it; ``hurt`` who was hurt last: "al suo posto" without a name is
    in his place; ``timed`` whether the sentence is dated.
    """
    tags = phrase_ends(r.toks, items, phrases("actions", "phrases_changes"))
    if not tags:
        return bare(items)
    told = _Told(items, hurt, previous)
    k = 0
    while k < len(items):
        here = tags.get(k, {})
        if items[k].kind == "x" and items[k].low in ";.":
            told.role = ""
        k = next((after for step in STEPS if (after := step(told, k, here)) is not None), k + 1)
    early = pregame(items)
    if early and not second_half:
        for change in told.found:
            change.weight -= PREGAME
    found = told.found + _paired(told, second_half or timed, early)
    return found + [c for c in bare(items) if not any({c.in_, c.out} & {f.in_, f.out} - {-1} for f in found)]


def _paired(told: _Told, late: bool, early: bool) -> list[Change]:
    """The changes of the men that no single phrase paired."""
    if not told.ins and not told.outs:
        return []
    begin = told.begin if told.begin is not None else told.items[0].a
    pairs = pair(told.ins, told.outs, begin, told.items[-1].b, told.strong, late, early)
    for change in pairs:
        change.came_on = told.passing
        if told.weak and not told.strong and (change.in_ < 0 or change.out < 0):
            change.weight -= WEAK
    return pairs


# Each step reads one kind of words at item k and gives the item to go on at, None where the words are of another kind.


def _none(told: _Told, k: int, here: Here) -> int | None:
    """Words that look like a change and are none: "entra duro"."""
    end = here.get("not_change", -1)
    if end < max((e for c, e in here.items() if c != "in_his_place"), default=0):
        return None
    told.role = ""
    return end


def _swap(told: _Told, k: int, here: Here) -> int | None:
    """One man for another in one phrase: "X rileva Y", "X lascia il posto a Y"."""
    kind = next((c for c in ("swap", "yield_to") if c in here), None)
    if kind is None:
        return None
    items, end = told.items, here[kind]
    first, objects = subject(items, k, told.last), listed(items, end)
    if first < 0 or not objects or first in objects:
        return None
    in_, out = (first, objects[0]) if kind == "swap" else (objects[0], first)
    told.found.append(Change(in_, out, items[k].a, items[end].b, rule=kind))
    told.used |= {first, *objects}
    told.role = ""
    return end


def _in_his_place(told: _Told, k: int, here: Here) -> int | None:
    """In the place of a man told before: "al suo posto Y"."""
    end = here.get("in_his_place")
    if end is None:
        return None
    items = told.items
    if end < len(items) and items[end].low in ("da", "dal"):
        end += 1
    stops = (j for j in range(end, min(end + 5, len(items))) if items[j].kind == "p" or items[j].low in (",", ".", ";"))
    ahead = next(stops, end)
    if ahead < len(items) and items[ahead].kind == "p":
        end = ahead
    objects = listed(items, end)
    off = gone(items, k, told.outs, told.hurt, told.last)
    if not objects or off < 0:
        return None
    told.found.append(Change(objects[0], off, items[k].a, items[end].b, rule="in_his_place"))
    told.used |= {objects[0], off}
    told.outs = [o for o in told.outs if o[0] != off]
    told.role = ""
    return end


def _came_on(told: _Told, k: int, here: Here) -> int | None:
    """Told in passing: "X, appena entrato"."""
    item = told.items[k]
    participle = not item.verb or any(f.mood == "part" for f in item.verb)
    if "came_on" not in here or ("in_next" in here and not participle):
        return None
    told.role, told.since = "came_on", here["came_on"]
    if told.note(told.ins, subject(told.items, k, told.last), item.a):
        told.strong = told.passing = True
        told.begin = item.a if told.begin is None else told.begin
    return told.since


def _instead(told: _Told, k: int, here: Here) -> int | None:
    """Before the man who goes off: "al posto di Y"."""
    if "instead" not in here:
        return None
    told.opens("out", here["instead"], k)
    told.strong = True
    if not told.ins:
        told.note(told.ins, subject(told.items, k, -1), told.items[k].a)
    return told.since


def _off(told: _Told, k: int, here: Here) -> int | None:
    """Before or behind the man who goes off: "esce Y", "Y viene richiamato"."""
    items, item, v = told.items, told.items[k], words("changes")
    if "out_next" not in here or here["out_next"] < here.get("in_next", -1) or not _live(item):
        return None
    told.opens("out", here["out_next"], k)
    if not listed(items, told.since):
        if item.lemmas & v.go_off:
            told.note(told.outs, subject(items, k, -1), item.a)
        if any(f.mood == "part" for f in item.verb) and item.lemmas & v.taken_off:
            for who in listed_before(items, k):
                told.note(told.outs, who, item.a)
            told.strong = True
        if item.low in v.outside:
            told.role = ""
    return max(told.since, k + 1)


def _on(told: _Told, k: int, here: Here) -> int | None:
    """Before or behind the man who comes on: "dentro X", "X entra"."""
    items, item, v = told.items, told.items[k], words("changes")
    end = here.get("in_next")
    if end is None and "in_weak" in here:
        end, told.weak = here["in_weak"], True
    if end is None or not _live(item):
        return None
    told.opens("in", end, k)
    told.strong = told.strong or bool(item.lemmas & v.sure_on) or item.low in v.inside or end - k > 1
    if not listed(items, end) and item.lemmas & v.come_on:
        told.note(told.ins, subject(items, k, -1), item.a)
    return max(end, k + 1)


def _name(told: _Told, k: int, here: Here) -> int | None:
    """A name takes the role of the words before it; "per" turns to who goes off; another verb ends it."""
    items, item, g = told.items, told.items[k], words("clauses")
    if item.low == "per" and item.kind == "w" and told.ins and told.role != "out" and listed(items, k + 1):
        told.role, told.since, told.strong = "out", k + 1, True
    elif item.kind == "p":
        told.last = item.person
        hangs = item.governed in g.of | g.to | {"", "per", "con", "su"}
        if told.role not in ("in", "out") or not hangs or k - told.since > FARTHEST:
            return None
        if (item.governed != "con" or told.role == "in") and told.note(
            told.ins if told.role == "in" else told.outs, item.person, item.a
        ):
            told.since = k
    elif item.kind == "w" and told.role and item.finite and k - told.since > 1:
        told.role = ""
    return None


def _live(item: Item) -> bool:
    """Whether words are told as done, not only as what could be."""
    return not item.verb or any(f.mood in ("ind", "part", "ger", "inf") for f in item.verb)


STEPS: tuple[Callable[[_Told, int, Here], int | None], ...] = (
    _none,
    _swap,
    _in_his_place,
    _came_on,
    _instead,
    _off,
    _on,
    _name,
)
