"""Parts of a sentence that stand apart in time: changes in brackets, what was before, the first of two things."""

from __future__ import annotations

from core.items import Item
from core.vocabulary import words

OPENING = 3
"""Items at the head of a sentence among which "al gol di X" opens it."""
HEAD = 4
"""Items that open what commas set off."""
TELLING = ("goal_noun", "state_noun", "own_goal")
"""Nouns that tell a goal as a verb does."""


def change_asides(items: list[Item]) -> list[tuple[int, int]]:
    """Where brackets or commas tell of a change, as (item, item just behind): "Rossi (in campo per Bianchi) segna"."""
    out, opened = [], -1
    on = words("contacts").coming_on
    for k, it in enumerate(items):
        if it.low == "(":
            opened = k
        elif it.low == ")" and opened >= 0:
            inside = items[opened + 1 : k]
            if any(x.low in on for x in inside):
                out.append((opened, k + 1))
            opened = -1
    return out + _set_off(items)


def _set_off(items: list[Item]) -> list[tuple[int, int]]:
    """Where commas set off for whom a man came on: "Rossi, entrato al 60' per Bianchi, segna"."""
    out, had = [], words("clauses").had
    for k in range(1, len(items) - 2):
        if items[k].low != "," or items[k - 1].kind != "p":
            continue
        close = _closing(items, k)
        inside = items[k + 1 : close]
        off = any(x.kind == "p" and x.governed for x in inside)
        done = any(x.finite and x.low not in had for x in inside)
        if close > 0 and off and not done and _comes_on(inside):
            out.append((k, close + 1))
    return out


def _closing(items: list[Item], k: int) -> int:
    """The comma that closes what the one at ``k`` opens, -1 where another mark comes first."""
    mark = next((j for j in range(k + 1, len(items)) if items[j].kind == "x" and items[j].low in ",;:."), -1)
    return mark if mark > 0 and items[mark].low == "," else -1


def _comes_on(inside: list[Item]) -> bool:
    """Whether words open by telling that somebody came on: "in campo dal 60'", "appena entrato"."""
    coming = words("contacts").coming_on
    head = inside[:HEAD]
    return any(x.low in coming and (x.low != "campo" or head[n - 1].low == "in") for n, x in enumerate(head))


def past_asides(items: list[Item]) -> list[tuple[int, int]]:
    """Where commas set off what was before, as (item, item just behind): "X, che aveva colpito al 5', salta"."""
    out, had = [], words("clauses").had
    for k in range(1, len(items) - 2):
        if items[k].low != "," or items[k - 1].kind != "p" or items[k + 1].low != "che" or items[k + 2].low not in had:
            continue
        if (close := _closing(items, k)) > 0:
            out.append((k, close + 1))
    return out


def stirred_asides(items: list[Item]) -> list[tuple[int, int]]:
    """Where somebody is stirred by what was told before, as (item, item just behind): "galvanizzati dal pareggio"."""
    out, g, f = [], words("clauses"), words("frames")
    for k, it in enumerate(items):
        if it.low[:-1] not in f.stirred or k + 1 == len(items) or items[k + 1].low not in g.by:
            continue
        noun = next((j for j in range(k + 2, len(items)) if items[j].has(*TELLING) or items[j].kind != "w"), len(items))
        if noun < len(items) and items[noun].kind == "w" and not any(x.finite for x in items[k + 1 : noun]):
            out.append((k, noun + 1))
    return out


def answered_asides(items: list[Item]) -> list[tuple[int, int]]:
    """Where a sentence opens with what is answered then, as (item, item just behind): "al gol di X replica Y"."""
    g = words("clauses")
    verb = next((k for k, it in enumerate(items) if it.has("reply_verb")), 0)
    to = next((k for k, it in enumerate(items[:verb]) if it.governed in g.to), -1)
    asked = [it for it in items[to:verb] if it.has(*TELLING) or (it.kind == "p" and it.governed in g.to)]
    if not 0 < to <= OPENING or not asked or any(it.finite for it in items[:verb] if it.low not in g.has | g.had):
        return []
    before = [k for k, it in enumerate(items[:to]) if it.kind == "m"]
    return [(before[-1] + 1 if before else 0, verb)]


def second_step(items: list[Item]) -> int | None:
    """The token from which on a sentence tells the second of two things: "prima pareggia e poi segna il 2-1"."""
    f, at_first = words("frames"), None
    for k, it in enumerate(items):
        if at_first is not None and it.low in f.at_last:
            return it.a
        if it.low in f.at_first and _adverb(items, k):
            at_first = k
    return None


def _adverb(items: list[Item], k: int) -> bool:
    """Whether a word stands alone: neither "la prima occasione" nor "prima del riposo"."""
    g = words("clauses")
    before, behind = items[k - 1] if k else None, items[k + 1] if k + 1 < len(items) else None
    opens = before is None or before.kind != "w" or bool(before.verb) or before.low in g.conjunctions
    return opens and behind is not None and behind.low not in g.of | g.relatives
