"""Whom the words for a change of men mean: lists of names, subjects, the man of "al suo posto"."""

from __future__ import annotations

from dataclasses import dataclass, field

from core.items import AND, Item
from core.reading import Reading
from core.vocabulary import words

BETWEEN_SIDES = ("tra", "fra")
TO_BOTH = ("a", "ad", "per", "di", "con")
"""Prepositions told again before the next name of a list."""
BOTH_OF = {"che": ("sia",), "sia": ("sia",), "quanto": ("tanto",)}
"""Words that join the second of two names → those that stand before the first."""
ONE_SIDE = ("da", "una", "parte")
LIGHT = 4
"""Words (articles, roles, adjectives) that may stand before a name of a list."""
ASIDE = 9
"""The longest parenthesis or relative clause skipped between the names of a list."""
DATED = 6
"""The longest time between commas skipped before a list."""


@dataclass(slots=True)
class Group:
    """The players of one list of names, at items ``[a, b)``."""

    people: list[int]
    a: int
    b: int
    tokens: list[int] = field(default_factory=list)
    """The first token of each name."""
    role: str = ""
    """in or out, as the words before or behind tell."""
    weak: bool = False
    """The words of the role mean other things too."""
    since: int = -1
    """The item behind the words of the role where they follow the names."""
    passing: bool = False
    turn: bool = False
    """It is their turn: "tocca a X"."""
    used: int = 0
    """How many of its people, from the first, have found their partners."""

    @property
    def free(self) -> list[int]:
        """The people who wait for a partner."""
        return self.people[self.used :]

    @property
    def end(self) -> int:
        """The item from which words that hang on the list may follow."""
        return max(self.b, self.since)


def groups(r: Reading, items: list[Item], breaks: set[int]) -> list[Group]:
    """The lists of players of a sentence; no list reaches over the items of ``breaks``."""
    out: list[Group] = []
    k = 0
    while k < len(items):
        if not player(r, items[k]):
            k += 1
            continue
        g = Group([items[k].person], k, k + 1, [items[k].a])
        while (n := _next_name(r, items, g.b, breaks)) is not None:
            g.people.append(items[n].person)
            g.tokens.append(items[n].a)
            g.b = n + 1
        out.append(g)
        k = g.b
    return out


def player(r: Reading, item: Item) -> bool:
    """Whether an item names one who can come on or go off."""
    return item.kind == "p" and r.people[item.person].label not in ("COACH", "REFEREE")


def _next_name(r: Reading, items: list[Item], k: int, breaks: set[int]) -> int | None:
    """The name that continues the list which ends before item ``k``: behind a comma or "e", articles, a parenthesis."""
    g, joining = words("clauses"), words("changes").joining
    joined, light, last = False, 0, k - 1
    k = _after_time(items, _after_aside(items, _after_side(items, k), breaks))
    while k < len(items) and k not in breaks:
        it = items[k]
        if it.kind == "p":
            return k if joined and player(r, it) and not _acts(items, k) else None
        if it.low in joining or (it.low in BOTH_OF and _paired_words(items, last, it.low)):
            joined = True
        elif joined and (it.low.isdigit() or it.low in BETWEEN_SIDES or (it.kind == "t" and light)):
            light += 1  # "e il 2006 X", "e tra gli ospiti X"
        elif joined and it.low in TO_BOTH and items[k - 1].low in AND and it.low == _governor(items, last):
            light += 1  # "a X e a Y"
        elif it.kind != "w" or not joined or it.finite or it.low in g.prepositions | g.relatives | g.conjunctions:
            return None
        else:
            light += 1
            if light > LIGHT:
                return None
        k += 1
    return None


def _paired_words(items: list[Item], k: int, low: str) -> bool:
    """Whether "sia" stands before the name at ``k`` that "che" joins with another, "tanto" before one of "quanto"."""
    return any(it.low in BOTH_OF[low] for it in items[max(0, k - LIGHT) : k])


def _acts(items: list[Item], k: int) -> bool:
    """Whether the name at ``k`` is the subject of a verb of its own: "dentro X, poi Y colpisce il palo"."""
    behind = items[k + 1] if k + 1 < len(items) else None
    return behind is not None and behind.finite and all(f.number == "s" for f in behind.verb if f.finite)


def _governor(items: list[Item], k: int) -> str:
    """The preposition at once before the name at item ``k``."""
    return items[k - 1].low if k else ""


def _after_time(items: list[Item], k: int) -> int:
    """The item behind a time just behind a name of a list, where the list goes on: "X al 55', Y al 63'"."""
    j = k + (k < len(items) and items[k].low in words("clauses").to)
    if j + 1 < len(items) and items[j].kind == "m" and items[j + 1].low in words("changes").joining:
        after = items[j + 2 : j + 5]
        listed = [n for n, it in enumerate(after) if it.kind == "p"]
        dated = any(it.kind == "m" for it in items[j + 2 : j + 8])
        return j + 1 if listed and dated and not any(it.finite for it in items[j + 2 : j + 8]) else k
    return k


def _after_side(items: list[Item], k: int) -> int:
    """The item behind "da una parte" at ``k``, else ``k``: "escono X da una parte e Y dall'altra"."""
    near = [it.low for it in items[k : k + len(ONE_SIDE)]]
    return k + len(ONE_SIDE) if near == list(ONE_SIDE) else k


def _after_aside(items: list[Item], k: int, breaks: set[int]) -> int:
    """The item behind a short parenthesis or relative clause that opens at ``k``, else ``k``."""
    opening = items[k].low if k < len(items) else ""
    relative = opening == "," and k + 1 < len(items) and items[k + 1].low in words("clauses").relatives
    if opening == "(" or relative:
        for j in range(k + 1, min(k + ASIDE, len(items))):
            if items[j].low == (")" if opening == "(" else ","):
                return j + 1 if opening == "(" else j  # the list goes on behind "…, e Y"
            if j in breaks or (relative and items[j].kind in ("p", "x")):
                return k
    return k


def _after_date(items: list[Item], k: int) -> int:
    """The item behind a time between commas that opens at ``k``, else ``k``: "al suo posto, dal 60', X"."""
    if k >= len(items) or items[k].low != ",":
        return k
    light = words("clauses").prepositions | words("clauses").determiners | words("changes").clock
    for j in range(k + 1, min(k + DATED + 1, len(items))):
        if items[j].low == ",":
            told = items[k + 1 : j]
            dated = any(it.kind == "m" or it.low in words("changes").clock for it in told)
            return j + 1 if dated else k
        if items[j].kind != "m" and items[j].low not in light:
            return k
    return k


def _of_whom(items: list[Item], k: int) -> int:
    """The item behind what a man brings that stands at ``k``, else ``k``: "la freschezza di X", "i centimetri di X"."""
    g, brought = words("clauses"), words("changes").brought
    for j in range(k, min(k + LIGHT, len(items) - 1)):
        if items[j].low in brought:
            described = items[j + 1].kind == "w" and items[j + 1].low not in g.of  # "le gambe fresche di X"
            of = j + 1 + described
            if of < len(items) and items[of].low in g.of:
                return of + 1
        if items[j].kind != "w" or items[j].low in g.prepositions - g.determiners:
            return k
    return k


def behind(items: list[Item], found: list[Group], k: int, breaks: set[int]) -> Group | None:
    """The list of names that begins at once behind item ``k``: articles, roles and a told time may stand between."""
    g, passed = words("clauses"), words("changes").passed
    stops = (g.prepositions | g.conjunctions | g.relatives) - passed
    light = 0
    k = _of_whom(items, _after_date(items, k))
    generic = k < len(items) and items[k].low in words("changes").some
    for j in range(k, len(items)):
        here = next((x for x in found if x.a <= j < x.b), None)
        if here is not None:
            return here if here.a == j else None
        it = items[j]
        if it.low == "," and generic and light > 1:
            generic, light = False, 0  # "toglie un difensore, Rossi"
            continue
        if j in breaks or it.kind == "t" or (it.kind == "x" and it.low not in "\"'-" and not it.low.isdigit()):
            return None
        role = it.low in words("names").player_roles and items[j - 1].low in g.determiners  # "la punta": no verb
        if it.finite and not role and it.low not in g.clitics and it.low not in passed:
            return None
        if it.kind == "w" and it.low in stops:
            return None
        light += it.kind == "w"
        if light > LIGHT + 1:
            return None
    return None


def before(items: list[Item], found: list[Group], k: int, reach: int = 7) -> Group | None:
    """The list of names just before item ``k``, its subject: no other mark than a comma or bracket between."""
    for j in range(k - 1, max(-1, k - reach - 1), -1):
        here = next((x for x in found if x.a <= j < x.b), None)
        if here is not None:
            return here
        if (items[j].kind == "x" and items[j].low in ";.:!?") or items[j].kind == "p":
            return None
    return None


def closes(items: list[Item], k: int) -> bool:
    """Whether a mark, a time or "per" follows at ``k``: "X dentro, Y fuori"."""
    return k >= len(items) or items[k].kind in ("x", "m") or items[k].low in words("changes").after_subject


def clitic(items: list[Item], k: int) -> str:
    """The pronoun that hangs on the verb at item ``k``: "lo rileva", "lo ha tolto", "gli subentra", "inserirlo"."""
    v, pronouns = words("changes"), words("changes").pronouns
    for suffix in ("lo", "la", "li", "le"):
        if items[k].low.endswith("r" + suffix) and not items[k].finite:
            return suffix
    for j in range(k - 1, max(-1, k - 4), -1):
        it = items[j]
        if it.low in pronouns:
            return it.low
        if not (it.lemmas & v.auxiliaries or it.low in words("clauses").adverbs):
            return ""
    return ""


def starts(items: list[Item], dated: bool) -> bool:
    """Whether the sentence tells who starts, not who comes on."""
    v, lows = words("changes"), {it.low for it in items}
    return bool(lows & (v.pregame - v.in_match if dated else v.pregame)) or any(
        it.kind == "w" and it.low == "dal" and items[k + 1].low in ("primo", "1") for k, it in enumerate(items[:-2])
    )
