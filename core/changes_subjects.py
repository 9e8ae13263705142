"""Who comes on or goes off by himself: "entra X", "X lascia il campo", "X, appena entrato"."""

from __future__ import annotations

from core.changes_pairs import PLAYS
from core.changes_people import Group, before, behind, closes
from core.changes_state import Telling
from core.changes_swaps import to_whom, who_did
from core.changes_words import Mark
from core.items import AND, Item
from core.vocabulary import words

BRACKET = 2
"""Items by which a man stands before words in brackets: the name and the bracket."""
REACH_LINK = 8
"""Items by which a list of names may stand before the words that link it with another."""
OPENING = 2
"""A participle within so many items opens its sentence."""
CLAUSE = 9
"""Items before a verb in which the relative pronoun of its clause may stand."""


def subject(told: Telling, m: Mark) -> None:
    """Behind or before who comes on or goes off by himself: "entra X", "X lascia il campo"."""
    items = told.items
    role = "in" if m.kind == "in_subject" else "out"
    far: Group | None = None
    leave = bool(items[m.a].lemmas & words("changes").leave)
    g = None if leave else behind(items, told.groups, m.b, told.breaks)
    if g is None:
        head = _relative(items, m.a)
        g = before(items, told.groups, m.a if head < 0 else head)
        if g is not None and role == "out":
            g = who_did(told, g) or g
        if g is None and role == "out":
            far = g = _only_man(told, m)
            g = g or _goes_on_with(told, m)
        elif g is None or not (closes(items, m.b) or head >= 0) or (items[g.a].governed and head < 0):
            return
        if g is None or (role == "out" and _plays_on(items, m.b)):
            return
        g.since = m.b
        if role == "out" and items[m.a].lemmas & words("changes").yields and to_whom(told, m, g):
            return
        if role == "out" and _in_favour(told, m, g):
            return
    keeper = any(told.r.people[p].goalkeeper >= 1 for p in g.people) and "uscire" in items[m.a].lemmas
    if not g.role and not (keeper and role == "out"):
        g.role, g.weak = role, leave or g.a == g.b or g is far
        told.passing(m, g)
    elif g.role == role and not leave and g is not far:
        g.weak = False


def _in_favour(told: Telling, m: Mark, g: Group) -> bool:
    """Pair who goes off with the man he makes room for: "costretto a uscire al 22' in favore di X"."""
    items = told.items
    at = next((k for k in range(m.b, min(m.b + CLAUSE, len(items) - 1)) if items[k].low == "favore"), -1)
    on = behind(items, told.groups, at + 2, told.breaks) if at > 0 else None
    if on is None or any(it.finite or it.kind == "x" for it in items[m.b : at]):
        return False
    told.pair(g, on, True, "yield_to")
    return True


def _relative(items: list[Item], k: int) -> int:
    """The relative pronoun that opens the clause of the verb at item ``k``, -1 where none does."""
    for j in range(k - 1, max(-1, k - CLAUSE - 1), -1):
        if items[j].low == "che":
            return j
        if items[j].kind in ("x", "p") or (items[j].finite and not items[j].lemmas & words("changes").auxiliaries):
            return -1
    return -1


def _only_man(told: Telling, m: Mark) -> Group | None:
    """The only man named before the words: "X prova a restare in campo, ma poi alza bandiera bianca"."""
    named = [g for g in told.groups if g.tokens and g.b <= m.a]
    alone = len(named) == 1 and len(named[0].people) == 1 and not told.items[named[0].a].governed
    other = any(it.kind in "pt" or it.low in ";." for it in told.items[named[0].b : m.a]) if alone else True
    one = not any(f.number == "p" for f in told.items[m.a].verb)
    return named[0] if alone and one and not other and closes(told.items, m.b) else None


def _goes_on_with(told: Telling, m: Mark) -> Group | None:
    """The man the text was at, where a sentence opens with his going off: "X segna ancora. Poi esce, c'è Y"."""
    items = told.items
    light = words("clauses").prepositions | words("clauses").conjunctions
    before = [it for it in items[: m.a] if it.kind == "w" and it.low not in light]
    if len(before) > OPENING or told.memory.previous < 0 or not closes(items, m.b):
        return None
    if any(f.number == "p" for f in items[m.a].verb) or any(it.kind in ("x", "p", "t") for it in items[: m.a]):
        return None
    return told.stand_in(told.memory.previous, m.a)


def _plays_on(items: list[Item], k: int) -> bool:
    """Whether "e" and another verb follow at ``k``: "il difensore esce e anticipa X" leaves his line, not the match."""
    near = items[k : k + 2]
    plays = (*PLAYS, "save_verb", "win_verb", "chance_verb")
    return len(near) > 1 and near[0].low in AND and near[1].finite and near[1].has(*plays)


def came_on(told: Telling, m: Mark) -> None:
    """Told in passing: "X, appena entrato", "il neo entrato X"."""
    g = behind(told.items, told.groups, m.b, told.breaks)
    if g is None:
        g = before(told.items, told.groups, m.a, 4) or whom_he_sent(told, m) or _opened(told, m)
        if g is None:
            return
        g.since = max(g.b, m.b)
    if not g.role:
        g.people, g.tokens = (g.people[-1:], g.tokens[-1:]) if g.b <= m.a else (g.people[:1], g.tokens[:1])
        g.role, g.passing = "in", True
        if g.b <= m.a and "subentrare" in told.items[m.a].lemmas:
            to_whom(told, m, g, False)  # "X, subentrato al 73' a Y"


def whom_he_sent(told: Telling, m: Mark) -> Group | None:
    """The man before a relative clause whose subject is a coach: "X, che il tecnico Z aveva mandato in campo"."""
    for k in range(m.a - 1, max(0, m.a - REACH_LINK), -1):
        it = told.items[k]
        if it.low == "che":
            return before(told.items, told.groups, k, BRACKET)
        if it.kind == "x" or (it.kind == "p" and told.r.people[it.person].label != "COACH"):
            return None
    return None


def _opened(told: Telling, m: Mark) -> Group | None:
    """The man behind a participle that opens the sentence: "Entrato da appena tre minuti, Rossi segna".

    Where its clause names for whom he came on, he is the man the text was at: "Entrato al 60' per Verdi, segna".
    """
    items = told.items
    if m.a > OPENING:
        return None
    comma = next((j for j in range(m.b, len(items)) if items[j].low == ","), len(items))
    off = next((j for j in range(m.b, comma) if items[j].kind == "p"), -1)
    if any(it.finite for it in items[m.b : comma]):
        return None
    if off < 0:
        return behind(items, told.groups, comma + 1, told.breaks)
    gone = next(g for g in told.groups if g.a <= off < g.b)
    if items[off - 1].low not in words("clauses").for_ or not gone.free:
        return None
    g = _behind_comma(told, gone, comma) or behind(items, told.groups, comma + 1, told.breaks)
    if g is None and gone.people[0] != told.memory.previous >= 0:
        g = told.stand_in(told.memory.previous, m.a)
    if g is not None:
        g.passing = True
        told.pair(g, gone, False, "x_per_y")
    return g


def _behind_comma(told: Telling, g: Group, comma: int) -> Group | None:
    """What a list has behind a comma, as a list of its own: "entrato per X, Y segna"."""
    first = next((k for k in range(comma, g.b) if told.items[k].kind == "p"), -1)
    if first < 0:
        return None
    n = g.tokens.index(told.items[first].a)
    rest = Group(g.people[n:], first, g.b, g.tokens[n:])
    g.people, g.tokens, g.b = g.people[:n], g.tokens[:n], comma
    told.groups.append(rest)
    told.groups.sort(key=lambda x: x.a)
    return rest
