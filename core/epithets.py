"""Plural nouns that stand for a side: colours ("i nerazzurri"), people of a town ("gli orobici"), feminine forms."""

from __future__ import annotations

import re
from functools import lru_cache

from core.gazetteer import Gazetteer
from core.knowledge import fold
from core.ordinary import italian_word
from core.reading import Name, Reading
from core.tokens import Tok
from core.vocabulary import Vocabulary, words

SHORTEST = 4
LONGEST_STEM = 6
"""So many letters of a town's name its people keep, and no more are compared."""


@lru_cache(1)
def _colours() -> re.Pattern[str]:
    w = words("names")
    heads, tails = "|".join(sorted(w.colour_heads)), "|".join(sorted(w.colour_tails))
    return re.compile(rf"(?:{heads})[a-zù]*(?:{tails})[a-zùò]*")


def is_colour(key: str) -> bool:
    """Whether a folded word is made of two colours of a shirt: biancorossi, gialloblu."""
    return _colours().fullmatch(key) is not None


def feminine(noun: str) -> str:
    """Return the feminine plural of a masculine plural: nerazzurri → nerazzurre, bergamaschi → bergamasche."""
    if noun.endswith("ici"):
        return noun[:-2] + "che"
    if noun.endswith(("esi", "ensi")) or not noun.endswith("i"):
        return noun
    return noun[:-1] + "e"


@lru_cache(2)
def epithet_table(gaz: Gazetteer) -> dict[str, tuple[str, ...]]:
    """Folded plural noun, masculine or feminine → clubs that it may stand for."""
    table: dict[str, list[str]] = {}
    for noun, clubs in gaz.epithets.items():
        for form in {noun, feminine(noun)}:
            table.setdefault(form, []).extend(clubs)
    return {form: tuple(dict.fromkeys(clubs)) for form, clubs in table.items()}


def find_epithets(r: Reading, gaz: Gazetteer, covered: set[int]) -> list[Name]:
    """Plural nouns that stand for a side outside the tokens ``covered``; those that qualify a noun are adjectives."""
    table, vocab = epithet_table(gaz), words("names")
    out = []
    for t in r.toks:
        if not t.word or t.i in covered or t.section == "furniture" or len(t.low) < SHORTEST:
            continue
        if t.key in table or is_colour(t.key):
            adjective = not is_noun(r.toks, t.i, vocab)
            out.append(Name(t.i, t.i + 1, t.text, t.key, "TEAM", rule="epithet", adjective=adjective))
    return out


def capital_epithets(toks: list[Tok], gaz: Gazetteer) -> list[int]:
    """Words of one capital behind a plural article that stand for a side: "gli Amaranto", "dei Rossoneri"."""
    table, articles = epithet_table(gaz), words("names").plural_articles - {"tra"}
    out = []
    for t in toks[1:-1]:
        if not t.cap or t.upper or t.first or toks[t.i - 1].low not in articles or toks[t.i + 1].cap:
            continue
        if t.key in table or is_colour(t.key):
            out.append(t.i)
    return out


def find_demonyms(r: Reading, gaz: Gazetteer, sides: list[str]) -> list[Name]:
    """Demonyms that no list holds but that sound like one of the sides: "i fasanesi" of the Fasano."""
    vocab, covered = words("names"), {k for n in r.names for k in range(n.a, n.b)}
    out = []
    for t in r.toks:
        if t.cap or not t.word or t.i in covered or t.section == "furniture" or len(t.low) <= SHORTEST:
            continue
        if not t.low.endswith(tuple(vocab.demonym_endings)) or italian_word(t.low):
            continue
        side = next((side for side in sides if echoes(t.key, side, gaz)), None)
        if side is not None and is_noun(r.toks, t.i, vocab):
            out.append(Name(t.i, t.i + 1, t.text, t.key, "TEAM", side, rule="epithet"))
    return out


def echoes(key: str, side: str, gaz: Gazetteer) -> bool:
    """Whether a demonym sounds like the side or its town."""
    towns = [side, gaz.clubs[side].city] if side in gaz.clubs else [side]
    parts = [word for town in towns for word in fold(town).split() if len(word) >= SHORTEST]
    return any(key.startswith(word[: max(SHORTEST, min(len(word) - 1, LONGEST_STEM))]) for word in parts)


def is_noun(toks: list[Tok], i: int, vocab: Vocabulary) -> bool:
    """Whether the plural at ``i`` stands for a side ("i nerazzurri"), not with a noun ("tifosi nerazzurri")."""
    if toks[i].key.endswith(("o", "a")) and toks[i].key not in vocab.invariable:
        return False  # a singular qualifies a person
    before = toks[i - 1] if i and toks[i - 1].sent == toks[i].sent else None
    if toks[i].key in vocab.card_colours and (before is None or before.low not in vocab.plural_articles):
        return False  # "gialli per Rossi e Bianchi"
    if before is None or not before.word:
        return before is None or before.text in ',;:-("' or before.text.isdigit() or is_in_state(toks, i, vocab)
    after = toks[i + 1] if i + 1 < len(toks) and toks[i + 1].sent == toks[i].sent else None
    if before.low in vocab.plural_articles:
        return after is None or after.low not in vocab.persons_plural
    if before.low in vocab.persons_plural:
        return False
    if before.low in vocab.bare_prepositions or is_in_state(toks, i, vocab):
        return True
    if before.low in vocab.between and i > 1 and toks[i - 2].low in vocab.plural_articles:
        return True  # "i nuovi nerazzurri", "gli stessi sardi"
    return before.low in vocab.leading


def is_in_state(toks: list[Tok], i: int, vocab: Vocabulary) -> bool:
    """Whether words at once behind a plural tell where a side stands: "nel primo tempo granata avanti", "in dieci"."""
    behind = [t.low for t in toks[i + 1 : i + 3] if t.sent == toks[i].sent]
    if not behind:
        return False
    return behind[0] in vocab.side_states or (behind[0] == "in" and behind[-1] in vocab.side_states_in)
