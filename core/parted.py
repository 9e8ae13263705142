"""Phrases whose words stand apart: a side, a time or a manner comes between the verb and what it tells."""

from __future__ import annotations

from typing import TYPE_CHECKING

from core.phrases import Phrases
from core.tokens import Tok
from core.vocabulary import Vocabulary, words

if TYPE_CHECKING:
    from core.items import Item

FOUND = 8
"""Items behind "trova" among which the goal stands that is found."""
CARRIED, STATE = 4, 5
"""Items of the side behind "porta", and tokens of "in vantaggio" behind it."""


def parted(toks: list[Tok], items: list[Item], at: dict[int, int], table: Phrases) -> None:
    """Tag the verbs of a sentence that other words part from the rest of their phrase."""
    if items:
        _carried(toks, items, at, table)
        _found(toks, items, at, table)
        _netted(items)


def _carried(toks: list[Tok], items: list[Item], at: dict[int, int], table: Phrases) -> None:
    """Tag the verbs between which and the state of the score a side stands: "porta il Lecco in vantaggio"."""
    grammar, stop = words("clauses"), items[-1].b
    for k, item in enumerate(items):
        if item.kind != "w" or not item.lemmas & grammar.carrying or item.has("state_verb"):
            continue
        side = k + 1
        while side < len(items) and side <= k + CARRIED and _of_a_side(items[side], grammar):
            side += 1
        named = items[k + 1 : side]
        if side == len(items) or not any(it.kind == "t" or it.low in grammar.own_side for it in named):
            continue
        behind = items[side].a
        said = [toks[item.a], *toks[behind : behind + STATE]]
        end = table.at(said, 0, min(len(said), stop - behind + 1)).get("state_verb", 1)
        if end > 1 and behind + end - 1 in at:
            item.tags["state_verb"] = at[behind + end - 1]


def _found(toks: list[Tok], items: list[Item], at: dict[int, int], table: Phrases) -> None:
    """Tag "trova" where a time or manner parts it from the goal: "trova con un diagonale il pari"."""
    grammar, stop = words("clauses"), items[-1].b
    for k, item in enumerate(items):
        if item.kind != "w" or not item.lemmas & grammar.finding or item.has("goal_verb", "state_verb"):
            continue
        for j in range(k + 1, min(len(items), k + FOUND)):
            it = items[j]
            if it.kind in "pts" or it.finite or it.low in ".;:" or it.low in grammar.relatives:
                break
            said = [toks[item.a], *toks[it.a : it.a + STATE]] if it.low in grammar.side_articles else []
            end = table.at(said, 0, min(len(said), stop - it.a + 1)).get("goal_verb", 1) if said else 1
            if end > 2 and it.a + end - 1 in at:
                item.tags["goal_verb"] = at[it.a + end - 1]
                break


def _netted(items: list[Item]) -> None:
    """Tag "in rete" that opens a clause before its author: "nella ripresa in rete X di testa e Y su punizione"."""
    grammar = words("clauses")
    for k, (item, net) in enumerate(zip(items, items[1:], strict=False)):
        man = next((it for it in items[k + 2 : k + 4] if it.low != "anche"), None)
        if item.low != "in" or net.low != "rete" or man is None or man.kind != "p":
            continue
        before = items[k - 1] if k else None
        opens = before is None or before.kind in "xm" or before.low in grammar.adverbs | grammar.conjunctions
        if opens or before is not None and before.low in grammar.halves:
            item.tags["goal_verb"] = k + 2
            net.tags.pop("goal_noun", None)


def _of_a_side(item: Item, grammar: Vocabulary) -> bool:
    """Whether an item belongs to the name of a side, or of his own side, as an object."""
    if item.kind == "t":
        return not item.governed
    return item.kind == "w" and (item.low in grammar.own_side or item.low in grammar.side_articles)
