"""Known names in the tokens: clubs, nicknames, competitions, stadiums, and the nouns that stand for a side."""

from __future__ import annotations

import re
from functools import lru_cache

from core.gazetteer import Entry, Gazetteer
from core.reading import Name
from core.tokens import Tok
from core.vocabulary import Vocabulary

COLOURS = re.compile(
    r"^(?:bianc|ner|ross|giall|verd|azzurr|celest|granat|amarant|viol|grigi|aranci|blu|orange)[a-zù]*"
    r"(?:bianc|ner|ross|giall|verd|azzurr|celest|crociat|scudat|stellat|blu|granat|viol|grigi|fasciat|cerchiat|argent|arancio)[a-zùò]*$"
)
DEMONYM = re.compile(
    r"(?:esi|ini|ine|ani|ane|ensi|eni|ene|oti|ote|aschi|asche|itani|itane|oli|ati|ati|isti|iti|ici|ai|isani)$"
)


def feminine(noun: str) -> str:
    """Return the feminine plural of a masculine plural: nerazzurri → nerazzurre, bergamaschi → bergamasche."""
    if noun.endswith("chi") or noun.endswith("ghi"):
        return noun[:-1] + "e"
    if noun.endswith("ci") and not noun.endswith("ici"):
        return noun[:-1] + "e"
    if noun.endswith("ici"):
        return noun[:-2] + "che"
    if noun.endswith("esi") or noun.endswith("ensi"):
        return noun
    return noun[:-1] + "e" if noun.endswith("i") else noun


@lru_cache(2)
def epithet_table(gaz: Gazetteer) -> dict[str, tuple[str, ...]]:
    """Folded plural noun, masculine or feminine → clubs that it may stand for."""
    table: dict[str, list[str]] = {}
    for noun, clubs in gaz.epithets.items():
        for form in {noun, feminine(noun)}:
            table.setdefault(form, []).extend(clubs)
    return {form: tuple(dict.fromkeys(clubs)) for form, clubs in table.items()}


def find_known(toks: list[Tok], gaz: Gazetteer, words: Vocabulary, taken: list[bool], shouted: set[int]) -> list[Name]:
    """Names of clubs, competitions, stadiums and nicknamed people, the longest form at each place."""
    out: list[Name] = []
    i = 0
    while i < len(toks):
        best = None if taken[i] else _best(toks, i, gaz, words, shouted)
        if best is None:
            i += 1
            continue
        end, entry, sure = best
        label = {"club": "TEAM", "nickname": "TEAM", "competition": "COMPETITION", "stadium": "STADIUM",
                 "place": "PLACE", "person": "PLAYER"}[entry.kind]  # fmt: skip
        out.append(_name(toks, i, end, label, entry.name, entry.kind, 0.95 if sure else 0.6))
        i = end
    return out


def _name(toks: list[Tok], a: int, b: int, label: str, name: str, rule: str, confidence: float) -> Name:
    text = toks[a].text
    for k in range(a + 1, b):
        text += " " * (toks[k].start > toks[k - 1].end) + toks[k].text
    return Name(a, b, text, " ".join(t.key for t in toks[a:b]), label, name, confidence=confidence, rule=rule)


def _best(
    toks: list[Tok], i: int, gaz: Gazetteer, words: Vocabulary, shouted: set[int]
) -> tuple[int, Entry, bool] | None:
    """Return the longest known form at ``i``; of equals club, stadium, competition, nickname, person, place."""
    t = toks[i]
    if not t.word:
        return None
    order = ("club", "stadium", "competition", "nickname", "person", "place")
    found = [(end, e) for end, e in gaz.at(toks, i) if _capitals(toks, i, end, e)]
    if not found:
        return None
    end = found[0][0]
    same = sorted((e for stop, e in found if stop == end), key=lambda e: order.index(e.kind))
    before = toks[i - 1] if i else None
    entry = same[0]
    if len(same) > 1:
        entry = _by_context(same, before, toks, i, words)
    if end < len(toks) and toks[end].text == "-" and toks[end].start == toks[end - 1].end and entry.kind == "place":
        return None
    return end, entry, len(same) == 1


def _capitals(toks: list[Tok], i: int, end: int, entry: Entry) -> bool:
    """Check that a name is capitalised; competitions may open in lower case ("coppa Italia", "serie B")."""
    if entry.kind == "competition":
        return (toks[i].cap or (end - i > 1 and toks[end - 1].cap)) and (
            toks[i].cap
            or toks[i].low in ("coppa", "serie", "campionato", "trofeo", "lega", "supercoppa", "qualificazioni")
            or any(t.cap for t in toks[i:end])
        )
    return toks[i].cap


def _by_context(same: list[Entry], before: Tok | None, toks: list[Tok], i: int, words: Vocabulary) -> Entry:
    kinds = {e.kind: e for e in reversed(same)}
    low = before.low if before else ""
    if "stadium" in kinds and "club" in kinds and low in words.stadium_nouns:
        return kinds["stadium"]
    if "club" in kinds:
        return kinds["club"]
    if "stadium" in kinds and "place" in kinds:
        return kinds["stadium"] if low in words.articles or low in words.stadium_nouns else kinds["place"]
    if "stadium" in kinds and "person" in kinds:
        return kinds["stadium"]
    return same[0]


def is_epithet_noun(toks: list[Tok], i: int, words: Vocabulary) -> bool:
    """Whether the plural at ``i`` stands for a side ("i nerazzurri"), not with a noun ("tifosi nerazzurri")."""
    if toks[i].key.endswith(("o", "a")) and toks[i].key not in words.invariable:
        return False  # a singular qualifies a person
    before = toks[i - 1] if i and toks[i - 1].sent == toks[i].sent else None
    if before is None or not before.word:
        return before is None or before.text in ',;:-("' or before.text.isdigit()
    after = toks[i + 1] if i + 1 < len(toks) and toks[i + 1].sent == toks[i].sent else None
    if before.low in words.plural_articles:
        return after is None or after.low not in words.persons_plural
    if before.low in words.bare_prepositions:
        return True
    if before.low in words.between and i > 1 and toks[i - 2].low in words.plural_articles:
        return True  # "i nuovi nerazzurri", "gli stessi sardi"
    return before.low in words.leading
