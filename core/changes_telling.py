"""What the words for a change of men do to a sentence: each kind gives lists of names a role or pairs them."""

from __future__ import annotations

from collections.abc import Callable

from core.changes_pairs import BARE, PLAYS, goes_on, passes, played
from core.changes_people import Group, before, behind, clitic, closes
from core.changes_state import Telling
from core.changes_subjects import BRACKET, REACH_LINK, came_on, subject, whom_he_sent
from core.changes_swaps import gone, in_his_place, instead, swap, yield_to, yields_him
from core.changes_words import Mark
from core.items import Item
from core.vocabulary import words

RELAY = 2
"""The men of a relay that are told in one list."""
NOT_DONE = 6
"""Items behind them within which it is told that it came to nothing."""
TO_HIM = ("gli", "le")
HYPHENS = ("-", "–", "/")


# Each step reads one kind of words.


def _brings(told: Telling, k: int) -> bool:
    """Whether "con" at item ``k`` tells with whom a coach answers: "dà una scossa con X", "si copre al 64' con X"."""
    v = words("changes")
    near = [it for it in told.items[max(0, k - REACH_LINK) : k] if it.kind != "p"]
    return any(it.low in v.spark or it.lemmas & v.answers for it in near)


def _object(told: Telling, m: Mark) -> None:
    """Before who comes on or goes off: "inserisce X", "lo toglie", "fuori X", "X viene richiamato"."""
    role = "in" if m.kind in ("in_object", "in_weak") else "out"
    pronoun = clitic(told.items, m.a)
    if m.kind == "in_weak" and m.participle and _by_whom(told, m.b):
        return  # "X, lanciato da Y"
    right = behind(told.items, told.groups, m.b + _colon(told.items, m), told.breaks)
    if pronoun in TO_HIM and right is not None and role == "in":
        pronoun = ""  # "gli preferisce X"
    if pronoun and pronoun not in told.him(m):
        return  # "la toglie": the ball
    if pronoun:
        g = told.stand_in(told.last(m.a), m.a)
        g.since = m.b
    elif right is not None:
        g = right
        aside = before(told.items, told.groups, m.a, BRACKET)
        if _in_brackets(told.items, m) and aside is not None and aside.free:
            told.pair(aside, g, role == "in", "aside")  # "Rossi (fuori Verdi)"
            return
    elif (m.participle or m.bare) and not _names_whom(told.items, m):
        man = before(told.items, told.groups, m.a, 3 if m.bare else 7) or whom_he_sent(told, m)
        if man is None or (m.bare and (_hangs(told.items, man, m) or not closes(told.items, m.b))):
            return
        g, g.since = man, m.b
    else:
        return
    if not g.role:
        again = bool(told.found) and "toccare" in told.items[m.a].lemmas  # "X rileva Y, poi tocca anche a Z"
        weak = m.kind.endswith("weak") and not again and not _from_then_on(told.items, m)
        g.role, g.weak, g.turn = role, weak, _turn(told.items, m)
        told.passing(m, g)


def _by_whom(told: Telling, k: int) -> bool:
    """Whether "da X" stands at item ``k`` and X is a player."""
    near = told.items[k : k + 2]
    return len(near) > 1 and near[0].low in words("clauses").by and any(g.a == k + 1 for g in told.groups)


def _in_brackets(items: list[Item], m: Mark) -> bool:
    """Whether one man stands in brackets with words that want the other: "X (fuori Y)", not "(fuori Y, dentro Z)"."""
    if not m.bare or items[m.a - 1].low != "(":
        return False
    close = next((k for k in range(m.b, len(items)) if items[k].low == ")"), len(items))
    return not any(it.low in words("changes").ways for it in items[m.b : close])


def _hangs(items: list[Item], g: Group, m: Mark) -> bool:
    """Whether names before words without a verb hang on a preposition, not as in "con X in campo per Y"."""
    by = items[g.a].governed
    accompanies = by in words("clauses").with_ and m.b < len(items) and items[m.b].low in words("clauses").for_
    return bool(by) and not accompanies and not (m.a - g.b == 1 and items[g.b].low == "," and m.kind == "in_weak")


def _turn(items: list[Item], m: Mark) -> bool:
    """Whether it is a man's turn: "tocca a X", "c'è X"."""
    return m.kind == "in_weak" and any(it.low in words("changes").turns for it in items[m.a : m.b])


def _names_whom(items: list[Item], m: Mark) -> bool:
    """Whether words end in a preposition, so that the man can only stand behind: "è toccato a"."""
    return m.b - m.a > 1 and items[m.b - 1].low in words("clauses").prepositions


def _from_then_on(items: list[Item], m: Mark) -> bool:
    """Whether a man is there from a minute on: "dal 54' c'è X", "in campo dal 60' X"."""
    since = words("changes").from_then
    return any(items[j].low in since and items[j + 1].kind == "m" for j in (m.a - 2, m.b) if 0 <= j < len(items) - 1)


def _colon(items: list[Item], m: Mark) -> int:
    """One where a colon opens the list behind the words: "attinge dalla panchina: X, Y e Z"."""
    announces = m.b - m.a > 1 and m.kind in ("in_object", "in_weak")
    return int(announces and m.b < len(items) and items[m.b].low == ":")


def _per(told: Telling, m: Mark) -> None:
    """Between two lists: "X per Y"; who goes off stands first behind "toglie X"."""
    items = told.items
    right = behind(items, told.groups, m.b, told.breaks)
    left = before(items, told.groups, m.a, REACH_LINK)
    if left is None:
        left = next((g for g in reversed(told.groups) if g.b <= m.a and g.role and m.a - g.end <= REACH_LINK), None)
    if right is None and left is not None and left.role == "in" and _him(items, m.b):
        off = gone(told, left.a, left)
        if off >= 0 and left.free:
            told.pair(left, told.stand_in(off, m.a), False, "in_his_place")
    if right is None and left is not None and not left.role and told.found and left.b == m.a and _somebody(items, m.b):
        left.role = "in"  # in a list of changes, "Rossi per l'eroe della serata"
    if right is None or left is None or not left.free or right is left or _told_why(items, m.b, right.a):
        return
    if any(it.finite or it.has(*PLAYS) for it in items[left.end : m.a]):
        return
    light = words("clauses").prepositions
    noun = next((it.low for it in reversed(items[: left.a]) if it.kind == "w" and it.low not in light), "")
    if noun in words("cards").he | words("cards").she:
        return  # "giallo al 12' per X, al 30' per Y"
    if any(it.low in words("changes").not_yet for it in items[max(0, left.a - 2) : left.a]):
        return  # "pronto X per Y"
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


def _somebody(items: list[Item], k: int) -> bool:
    """Whether a man stands at item ``k`` without his name: "l'eroe della serata", "il centravanti"."""
    near = items[k : k + 2]
    return len(near) > 1 and near[0].low in words("changes").the and near[1].kind == "w" and not near[1].finite


def _him(items: list[Item], k: int) -> bool:
    """Whether "per lui" ends its clause: "mette X per lui"."""
    return k < len(items) and items[k].low in words("changes").him and (k + 1 >= len(items) or items[k + 1].kind == "x")


def _told_why(items: list[Item], a: int, b: int) -> bool:
    """Whether "per" tells why: "esce per infortunio X"."""
    near = items[a:b]
    purpose = any(f.mood == "inf" for it in near for f in it.verb)  # "X, per anticipare Y", "per aver steso Y"
    return purpose or bool({it.low for it in near} & words("changes").reasons)


def _with(told: Telling, m: Mark) -> None:
    """Behind who goes off: "sostituisce X con Y"."""
    left, right = before(told.items, told.groups, m.a, 6), behind(told.items, told.groups, m.b, told.breaks)
    if left is not None and right is not None and left.role == "out" and left.free and left.since in (-1, m.a):
        told.pair(left, right, True, "with")
    elif right is not None and not right.role and _brings(told, m.a):
        right.role = "in"


def _relay(told: Telling, m: Mark) -> None:
    """Before who goes off and who comes on: "staffetta X-Y", "la staffetta tra X e Y"."""
    items = told.items
    left = behind(items, told.groups, m.b, told.breaks)
    told.context = True
    if left is None or any(it.low == "non" for it in items[left.b : left.b + NOT_DONE]):
        return
    right = behind(items, told.groups, left.b + 1, told.breaks) if left.b < len(items) else None
    if len(left.people) == RELAY:
        g = Group(left.people[1:], left.a, left.b, left.tokens[1:])
        left.people, left.tokens = left.people[:1], left.tokens[:1]
        told.pair(left, g, True, "yield_to")
    elif right is not None and items[left.b].low in HYPHENS and len(left.people) == len(right.people) == 1:
        told.pair(left, right, True, "yield_to")


def _nothing(_told: Telling, _m: Mark) -> None:
    """Words of changes that tell none alone."""


STEPS: dict[str, Callable[[Telling, Mark], None]] = {
    "in_object": _object,
    "in_weak": _object,
    "out_object": _object,
    "out_weak": _object,
    "in_subject": subject,
    "out_subject": subject,
    "came_on": came_on,
    "per": _per,
    "with": _with,
    "instead": instead,
    "swap": swap,
    "swap_to": swap,
    "yield_to": yield_to,
    "in_his_place": in_his_place,
    "yields_him": yields_him,
    "relay": _relay,
    "context": _nothing,
}
