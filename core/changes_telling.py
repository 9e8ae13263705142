"""What the words for a change of men do to a sentence: each kind gives lists of names a role or pairs them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from core.changes_pairs import BARE, BOTH, PLAYS, Change, goes_on, link, passes, played
from core.changes_people import Group, before, behind, clitic
from core.changes_words import Mark
from core.items import Item
from core.reading import Reading
from core.vocabulary import words

REACH_LINK = 8
"""Items by which a list of names may stand before the words that link it with another."""


@dataclass(slots=True)
class Memory:
    """What the sentences before have told."""

    previous: int = -1
    """The person the text was at."""
    hurt: int = -1
    """Who was hurt in this sentence or the one before."""
    lone: list[Change] = field(default_factory=list)
    """The changes of one man of the sentence before."""
    context: bool = False
    """The sentence before has words of changes."""
    lineup: bool = False
    """The text tells who starts."""


@dataclass(slots=True)
class Telling:
    """What a sentence has told so far."""

    r: Reading
    items: list[Item]
    memory: Memory
    groups: list[Group]
    breaks: set[int]
    context: bool
    words: set[int]
    """The items of words for changes."""
    reverse: bool = False
    """The last "X per Y" sent X off: so does the next."""
    found: list[Change] = field(default_factory=list)

    def last(self, k: int, skip: int = 0) -> int:
        """The player named last before item ``k``, or whom the text was at."""
        named = [g for g in self.groups if g.b <= k and g.tokens]
        return named[-1 - skip].people[-1] if len(named) > skip else self.memory.previous

    def stand_in(self, person: int, k: int) -> Group:
        """A list of one person, meant by a pronoun at item ``k``."""
        g = Group([person] if person >= 0 else [], k, k, [self.items[k].a] if person >= 0 else [])
        self.groups.append(g)
        self.groups.sort(key=lambda g: g.a)
        return g

    def him(self, m: Mark) -> tuple[str, ...]:
        """The pronouns that stand for a player before the words ``m``: "la" does so only among women."""
        if self.r.gender == "f" and not self.items[m.a].lemmas & words("changes").of_the_ball:
            return ("la", "le", "l'", "cui", "quale")
        elided = ("l'",) if self.items[m.a].low.endswith("o") else ()
        return ("lo", "li", "cui", "quale", *elided)

    def passing(self, m: Mark, g: Group) -> None:
        """A change told in the pluperfect happened before the time in force."""
        near = self.items[max(0, m.a - 3) : m.a]
        g.passing = g.passing or any(it.low in words("changes").pluperfect for it in near)

    def pair(self, left: Group, right: Group, reverse: bool, rule: str, weight: float = BOTH) -> None:
        """Add the changes of two lists."""
        self.found += link(left, right, reverse, rule, weight)
        self.context = True


# Each step reads one kind of words.


def _object(told: Telling, m: Mark) -> None:
    """Before who comes on or goes off: "inserisce X", "lo toglie", "fuori X", "X viene richiamato"."""
    role = "in" if m.kind in ("in_object", "in_weak") else "out"
    pronoun = clitic(told.items, m.a)
    right = behind(told.items, told.groups, m.b, told.breaks)
    if pronoun and pronoun not in told.him(m):
        return  # "la toglie": the ball
    if pronoun:
        g = told.stand_in(told.last(m.a), m.a)
        g.since = m.b
    elif right is not None:
        g = right
        aside = before(told.items, told.groups, m.a, 1)
        if m.bare and told.items[m.a - 1].low == "(" and aside is not None and aside.free:
            told.pair(aside, g, role == "in", "aside")  # "Rossi (fuori Verdi)"
            return
    elif m.participle or m.bare:
        subject = before(told.items, told.groups, m.a, 3 if m.bare else 7)
        if subject is None or (m.bare and (told.items[subject.a].governed or not _closes(told.items, m.b))):
            return
        g, g.since = subject, m.b
    else:
        return
    if not g.role:
        g.role, g.weak = role, m.kind.endswith("weak")
        told.passing(m, g)


def _closes(items: list[Item], k: int) -> bool:
    """Whether a mark, a time or "per" follows at ``k``: "X dentro, Y fuori"."""
    return k >= len(items) or items[k].kind in ("x", "m") or items[k].low in words("changes").after_subject


def _subject(told: Telling, m: Mark) -> None:
    """Behind or before who comes on or goes off by himself: "entra X", "X lascia il campo"."""
    role = "in" if m.kind == "in_subject" else "out"
    right = behind(told.items, told.groups, m.b, told.breaks)
    g = right
    if g is None:
        g = before(told.items, told.groups, m.a)
        if g is None or not _closes(told.items, m.b) or told.items[g.a].governed:
            return
        g.since = m.b
    keeper = any(told.r.people[p].goalkeeper >= 1 for p in g.people)
    if not g.role and not (keeper and role == "out"):
        g.role = role
        told.passing(m, g)


def _came_on(told: Telling, m: Mark) -> None:
    """Told in passing: "X, appena entrato", "il neo entrato X"."""
    g = behind(told.items, told.groups, m.b, told.breaks)
    if g is None:
        g = before(told.items, told.groups, m.a, 4)
        if g is None:
            return
        g.since = m.b
    if not g.role:
        g.people, g.tokens = (g.people[-1:], g.tokens[-1:]) if g.b <= m.a else (g.people[:1], g.tokens[:1])
        g.role, g.passing = "in", True


def _per(told: Telling, m: Mark) -> None:
    """Between two lists: "X per Y"; who goes off stands first behind "toglie X"."""
    items = told.items
    right = behind(items, told.groups, m.b, told.breaks)
    left = before(items, told.groups, m.a, REACH_LINK)
    if left is None:
        left = next((g for g in reversed(told.groups) if g.b <= m.a and g.role and m.a - g.end <= REACH_LINK), None)
    if right is None and left is not None and left.role == "in" and _him(items, m.b):
        off = _gone(told, left.a, left)
        if off >= 0 and left.free:
            told.pair(left, told.stand_in(off, m.a), False, "in_his_place")
    if right is None or left is None or not left.free or right is left or _told_why(items, m.b, right.a):
        return
    if any(it.finite or it.has(*PLAYS) for it in items[left.end : m.a]):
        return
    if left.role:
        told.reverse = left.role == "out"
        told.pair(left, right, told.reverse, "x_per_y")
    elif items[m.a - 1].kind in ("p", "m") or items[m.a - 1].low in (",", ")", "("):
        several = len(left.free) == len(right.free) > 1
        if several or (told.context and not passes(items, left, m.a, told.words)):
            again = told.reverse and not any(it.low == ";" for it in items[: m.a])
            told.pair(left, right, again, "x_per_y")
        elif not (played(items, m.a) or goes_on(items, m.a)):
            told.pair(left, right, False, "x_per_y", BARE)


def _him(items: list[Item], k: int) -> bool:
    """Whether "per lui" ends its clause: "mette X per lui"."""
    return k < len(items) and items[k].low in words("changes").him and (k + 1 >= len(items) or items[k + 1].kind == "x")


def _told_why(items: list[Item], a: int, b: int) -> bool:
    """Whether "per" tells why: "esce per infortunio X"."""
    return bool({it.low for it in items[a:b]} & words("changes").reasons)


def _with(told: Telling, m: Mark) -> None:
    """Behind who goes off: "sostituisce X con Y"."""
    left, right = before(told.items, told.groups, m.a, 6), behind(told.items, told.groups, m.b, told.breaks)
    if left is not None and right is not None and left.role == "out" and left.free and left.since < 0:
        told.pair(left, right, True, "with")


def _instead(told: Telling, m: Mark) -> None:
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


def _swap(told: Telling, m: Mark) -> None:
    """One man for another: "X rileva Y", "lo rileva X", "gli subentra X"; a coach who does it sends Y off."""
    items = told.items
    pronoun = clitic(items, m.a)
    right = behind(items, told.groups, m.b, told.breaks)
    left = before(items, told.groups, m.a)
    if pronoun and not (right is not None and pronoun in ("ne", "si")):
        if right is not None:
            told.passing(m, right)
            told.pair(right, told.stand_in(told.last(m.a), m.a), False, "swap")
        elif left is not None and left.free:
            told.pair(left, told.stand_in(told.last(m.a, 1), m.a), False, "swap")
    elif right is not None and left is not None and left.free and left.role != "out":
        told.passing(m, left)
        told.pair(left, right, False, "swap")
    elif right is not None and m.kind == "swap" and not right.role:
        right.role = "out"


def _yield_to(told: Telling, m: Mark) -> None:
    """Who goes off first: "X lascia il posto a Y", "X, sostituito da Y"."""
    left, right = before(told.items, told.groups, m.a, 12), behind(told.items, told.groups, m.b, told.breaks)
    if right is None:
        return
    if left is None or not left.free or left.role == "in":
        left = told.stand_in(told.last(m.a), m.a)
    told.pair(left, right, True, "yield_to")


def _in_his_place(told: Telling, m: Mark) -> None:
    """In the place of a man told before: "al suo posto Y"."""
    items = told.items
    if any(it.lemmas & words("changes").stays for it in items[max(0, m.a - 3) : m.a]):
        return
    right = behind(items, told.groups, m.b, told.breaks - {b for b in told.breaks if b <= m.b + 3})
    if right is None:
        right = before(items, told.groups, m.a, 2)
    if right is None or not right.free:
        return
    off = _gone(told, m.a, right)
    if off >= 0 and off not in right.people:
        told.pair(right, told.stand_in(off, m.a), False, "in_his_place")


def _gone(told: Telling, k: int, comes: Group) -> int:
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


def _nothing(_told: Telling, _m: Mark) -> None:
    """Words of changes that tell none alone."""


STEPS: dict[str, Callable[[Telling, Mark], None]] = {
    "in_object": _object,
    "in_weak": _object,
    "out_object": _object,
    "out_weak": _object,
    "in_subject": _subject,
    "out_subject": _subject,
    "came_on": _came_on,
    "per": _per,
    "with": _with,
    "instead": _instead,
    "swap": _swap,
    "swap_to": _swap,
    "yield_to": _yield_to,
    "in_his_place": _in_his_place,
    "context": _nothing,
}
