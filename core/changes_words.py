"""The words for a change of men in a sentence, and changes told in brackets behind a name."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import takewhile

from core.changes_pairs import BOTH, Change
from core.changes_people import Group, player
from core.items import AND, Item, phrase_ends
from core.phrases import phrases
from core.reading import Reading
from core.vocabulary import words

VERBAL = ("in_object", "in_weak", "out_object", "out_weak", "in_subject", "out_subject", "swap", "swap_to", "yield_to")
"""Kinds whose verbs may be told as not done."""
TO_WHOM = ("yield_to", "swap_to")
"""Kinds whose words may end in a preposition that opens a time: "lascia il campo al 77'"."""
MEN = ("lo", "li")
"""Pronouns that before a verb told as done stand for men, not for the ball."""
BY_WHOM = 5
"""Items behind "viene sostituito" within which "da X" stands."""
SENT_ON = 4
"""Items behind "mette dentro" among which stands who is sent on."""
ORDER = (
    "not_change", "in_his_place", "yields_him", "yield_to", "instead", "swap_to", "swap", "came_on", "out_subject",
    "in_subject", "out_object", "in_object", "out_weak", "in_weak", "relay", "context",
)  # fmt: skip
"""The kinds, the first of those that tell the same words first."""


@dataclass(slots=True)
class Mark:
    """Words at items ``[a, b)`` that tell a kind of change."""

    kind: str
    a: int
    b: int
    participle: bool = False
    """A passive: the man stands before it."""
    bare: bool = False
    """No verb: "dentro", "fuori"."""


def marks(r: Reading, items: list[Item]) -> list[Mark]:
    """The words for changes of one sentence in text order."""
    tags = phrase_ends(r.toks, items, phrases("actions", "phrases_changes"))
    v = words("changes")
    out: list[Mark] = []
    k = 0
    while k < len(items):
        if (behind := _into_net(items, k)) > k:
            k = behind
            continue
        here = tags.get(k, {})
        kind = max(here, key=lambda c: (here[c], -ORDER.index(c)), default="")
        if kind in TO_WHOM and here[kind] < len(items) and items[here[kind]].kind == "m":
            here = {c: end for c, end in here.items() if c not in TO_WHOM} or here  # "lascia il campo al 77'"
            kind = max(here, key=lambda c: (here[c], -ORDER.index(c)), default="")
        if kind == "not_change" and here[kind] < len(items) and items[here[kind]].kind == "m":
            del here["not_change"]  # "dentro al 20' X"
            kind = max(here, key=lambda c: (here[c], -ORDER.index(c)), default="")
        if kind == "out_subject" and (last := _replaced_by(items, here[kind], tags)) > k:
            k = last
            continue
        if kind and items[k].low in v.ways and _played(items, k):
            k += 1
            continue
        if kind == "swap_to" and "came_on" in here and not _to_whom(items, here[kind]):
            kind = "came_on"  # "X, subentrato dalla panchina"
        if (
            kind == "in_object"
            and items[k].low in v.minutes
            and any(it.low in v.last for it in items[max(0, k - 3) : k])
        ):
            kind = ""  # "in campo negli ultimi dieci minuti per X"
        bare = "" if kind else _bare(items, k)
        if bare:
            out.append(Mark(bare, k, k + 1, bare=True))
        elif not kind and items[k].kind == "w" and items[k].low in v.linking:
            kind = "per" if items[k].low == "per" else "with"
            out.append(Mark(kind, k, k + 1))
        elif kind and kind != "not_change" and _unreal(items, k, kind):
            k = _clause_end(items, k)
            continue
        elif kind and kind != "not_change":
            aux = _auxiliary(items, k)
            told = kind == "came_on" and bool(aux & v.being) and "in_subject" in here and not _relative(items, k)
            passive = any(f.mood == "part" for f in items[k].verb) and "avere" not in aux
            passive = passive and (bool(aux) or not items[k].finite)
            out.append(Mark("in_subject" if told else kind, k, here[kind], passive, not items[k].verb))
        k = here.get(kind, k + 1)
    return out


def _replaced_by(items: list[Item], end: int, tags: dict[int, dict[str, int]]) -> int:
    """The participle that ends words for who goes off where his substitute follows: "viene sostituito da X"; -1."""
    last = end - 1
    if "yield_to" in tags.get(last, {}):
        return last
    v = words("clauses")
    light = v.prepositions | words("changes").clock
    between = takewhile(lambda it: it.kind == "m" or it.low in light, items[end : end + BY_WHOM])
    return last if "swap" in tags.get(last, {}) and any(it.low in v.by for it in between) else -1


def _played(items: list[Item], k: int) -> bool:
    """Whether "fuori" at ``k`` is where the ball is sent: "X gira fuori"."""
    return k > 0 and items[k - 1].finite and not items[k - 1].lemmas & words("changes").goes


def _into_net(items: list[Item], k: int) -> int:
    """The item behind words at ``k`` for putting the ball in: "la mette dentro", not "mette dentro Rossi"."""
    end = items[k].tags.get("goal_verb", k)
    if end <= k + 1 or items[end - 1].low not in words("changes").into:
        return k
    near = items[max(0, k - 2) : k + 2]
    if any(a.low in MEN and b.lemmas & words("changes").auxiliaries for a, b in zip(near, near[1:], strict=False)):
        return k  # "lo ha buttato dentro"
    clitic = any(it.low in words("clauses").clitics for it in items[max(0, k - 1) : k + 1])
    return end if clitic or not any(it.kind == "p" for it in items[end : end + SENT_ON]) else k


def _to_whom(items: list[Item], k: int) -> bool:
    """Whether "a X" stands at ``k``, or the words before it end so."""
    return any(it.low in words("clauses").to for it in items[k - 1 : k + 1])


def _relative(items: list[Item], k: int) -> bool:
    """Whether a relative clause tells it in passing: "a X, che era entrato da poco"."""
    return any(it.low == "che" for it in items[max(0, k - 3) : k])


def _bare(items: list[Item], k: int) -> str:
    """The kind of words that stand alone for a change: "via un difensore, Rossi", "Rossi out, Verdi in"."""
    opens = k == 0 or items[k - 1].kind in ("x", "m") or items[k - 1].low in AND
    if items[k].low == "via" and opens and not any(it.low == "pronti" for it in items[max(0, k - 3) : k]):
        return "out_weak"
    if items[k].low in words("changes").spent and k and items[k - 1].kind == "p" and items[k + 1 : k + 2]:
        return "out_weak" if items[k + 1].low in (",", ":") else ""
    closes = k + 1 == len(items) or items[k + 1].kind in ("x", "m")
    if items[k].low == "in" and closes and k and items[k - 1].kind == "p" and any(it.low == "out" for it in items):
        return "in_object"
    return ""


def _clause_end(items: list[Item], k: int) -> int:
    """The item behind the clause of a change that is only thought of: what it says of men is not done either."""
    ends = (it for it in range(k + 1, len(items)) if items[it].kind == "x" or items[it].low in ("ma", "però"))
    return next(ends, len(items))


def _auxiliary(items: list[Item], k: int) -> frozenset[str]:
    """The lemmas of the verb just before item ``k``, adverbs aside: "è appena entrato", "ha tolto"."""
    for j in range(k - 1, max(-1, k - 4), -1):
        if items[j].verb:
            return items[j].lemmas & words("changes").auxiliaries
        if items[j].kind != "w" or items[j].low not in words("clauses").adverbs:
            break
    return frozenset()


def _unreal(items: list[Item], k: int, kind: str) -> bool:
    """Whether a change is only wished, feared, prepared or denied, or its word is a noun: "un'entrata"."""
    v, item = words("changes"), items[k]
    if kind == "came_on" and item.low in v.nouns:
        after = items[k + 1] if k + 1 < len(items) else item
        return after.kind == "w" and after.low not in v.since_words
    if kind not in VERBAL:
        return False
    if item.low in v.nouns and not _auxiliary(items, k) & v.being:
        return True
    if any(f.mood == "cond" for f in item.verb) and not any(f.mood == "ind" for f in item.verb):
        return True
    near = items[max(0, k - 4) : k]
    near = near[max((n + 1 for n, it in enumerate(near) if it.kind == "x"), default=0) :]
    if any(it.low == "non" for it in near[-3:]) and item.low not in v.denied:
        return True
    if near and near[-1].low in v.almost:
        return True
    return any(it.low in v.not_yet or it.lemmas & v.wished for it in near)


def follows_change(items: list[Item]) -> bool:
    """Whether the next sentence may go on with "X per Y": the sentence has words of changes of men as such."""
    return bool({it.low for it in items} & words("changes").announcing)


def asides(r: Reading, items: list[Item], found: list[Group]) -> list[Change]:
    """Changes in brackets: "Rossi 6 (dal 58' Verdi 6)", "Rossi (58' Verdi)"."""
    out: list[Change] = []
    for k in range(1, len(items) - 2):
        if items[k].low != "(":
            continue
        j = k + (items[k].kind != "m")
        while j < len(items) and j < k + 3 and items[j].low in words("changes").since:
            j += 1
        if j + 1 >= len(items) or items[j].kind != "m" or not player(r, items[j + 1]):
            continue
        off = next((g for g in found if g.tokens and g.a < k), None)
        if items[k - 1].kind == "p" and player(r, items[k - 1]):
            person = items[k - 1].person
        elif off is not None and not any(it.has("state_noun", "goal_noun") for it in items[off.b : k]):
            person = off.people[0]  # not "vantaggio di Rossi, poi il pari (20' Verdi)"
        else:
            continue
        if person != items[j + 1].person:
            out.append(Change(items[j + 1].person, person, items[j + 1].a, items[j + 1].b, BOTH, "aside"))
    return out
