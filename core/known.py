"""Known names in the tokens: clubs, nicknames, competitions, stadiums, places and people known by a nickname."""

from __future__ import annotations

from core.gazetteer import Entry, Gazetteer
from core.knowledge import fold
from core.reading import Name
from core.run_parts import glued
from core.tokens import Tok, folded, surface
from core.vocabulary import Vocabulary, words

ORDER = ("club", "stadium", "competition", "nickname", "person", "place")
"""Which of equally long forms is taken, where the context says nothing."""
LETTERS = 3
AT = ("al", "allo", "all'", "dal", "dallo", "dall'")
SAINTS = ("san", "santa", "sant'", "santo")
OF_TOWN = ("di", "del", "della", "d'")
LABEL_OF = {
    "club": "TEAM",
    "nickname": "TEAM",
    "competition": "COMPETITION",
    "stadium": "STADIUM",
    "place": "PLACE",
    "person": "PLAYER",
}


def find_known(toks: list[Tok], gaz: Gazetteer, vocab: Vocabulary, taken: list[bool]) -> list[Name]:
    """Names of clubs, competitions, stadiums and nicknamed people, the longest form at each place."""
    out: list[Name] = []
    i = 0
    while i < len(toks):
        best = None if taken[i] else _best(toks, i, gaz, vocab)
        if best is None:
            i += 1
            continue
        end, entry, sure = best
        key = folded(toks, i, end)
        confidence = 0.95 if sure else 0.6
        label = LABEL_OF[entry.kind]
        out.append(Name(i, end, surface(toks, i, end), key, label, entry.name, None, -1, confidence, entry.kind))
        i = end
    return out


def settle_bearers(known: list[Name], clubs: set[str], gaz: Gazetteer) -> None:
    """Give a nickname that several bear to him who plays for a club of the text: "il Toro" of Turin, or of Inter."""
    for n in known:
        if n.rule not in ("nickname", "person") or (n.rule == "nickname" and n.name in clubs):
            continue
        here = [name for name in gaz.bearers.get(n.key, ()) if plays_here(name, gaz, clubs)]
        if len(here) == 1:
            n.name, n.label, n.rule = here[0], LABEL_OF["person"], "person"


def plays_here(name: str, gaz: Gazetteer, clubs: set[str]) -> bool:
    """Whether somebody is known at a club of the text: the one "il Papu" stands for, not any Igor."""
    rows = [row[1] for row in gaz.surnames.get(fold(name), ())] + [row[1] for row in gaz.coaches.get(fold(name), ())]
    return any(club in clubs for club in rows)


def _best(toks: list[Tok], i: int, gaz: Gazetteer, vocab: Vocabulary) -> tuple[int, Entry, bool] | None:
    """Return the longest known form at ``i``, and whether nothing else bears it."""
    if not toks[i].word:
        return None
    found = [(end, e) for end, e in gaz.at(toks, i) if _capitals(toks, i, end, e) and not _of_longer(toks, i, end, e)]
    if not found:
        return None
    end = found[0][0]
    same = sorted((e for stop, e in found if stop == end), key=lambda e: ORDER.index(e.kind))
    entry = same[0] if len(same) == 1 else _by_context(same, toks[i - 1].low if i else "", vocab)
    if end < len(toks) and toks[end].text == "-" and toks[end].start == toks[end - 1].end and entry.kind == "place":
        return None
    return end, entry, len(same) == 1


def _of_longer(toks: list[Tok], i: int, end: int, entry: Entry) -> bool:
    """Whether a club's form is but the beginning or end of a longer name: "Real Cassiano", "Roma City"."""
    if entry.kind == "stadium" and toks[i].low in SAINTS and i and toks[i - 1].low in words("names").of_sides:
        behind = toks[end] if end < len(toks) and glued(toks, end - 1, end) else None
        return behind is not None and behind.cap and behind.sent == toks[i].sent  # "del San Vito Positano"
    if entry.kind not in ("club", "nickname"):
        return False
    match = words("match")
    before = toks[i - 1] if i and toks[i].start - toks[i - 1].end <= 1 and toks[i - 1].sent == toks[i].sent else None
    if before is not None and before.cap and before.low in match.name_heads and not before.upper:
        return True
    after = toks[end] if end < len(toks) and glued(toks, end - 1, end) and toks[end].sent == toks[i].sent else None
    if after is None or toks[i].upper != after.upper:
        return False
    generic = all(t.low in match.club_heads for t in toks[i:end])
    if generic and after.low in OF_TOWN and end + 1 < len(toks):
        return toks[end + 1].cap and end - i == 1 and toks[i].low in match.heads_of_town
    return after.cap and (generic or after.low in match.own_tails) and after.low not in match.side_kinds


def _capitals(toks: list[Tok], i: int, end: int, entry: Entry) -> bool:
    """Check that a name is capitalised; competitions may open or end so ("coppa Italia", "serie A femminile").

    Letters that stand for words ("EL") are capitals all: "El Amrani" is no Europa League.
    """
    if entry.kind == "competition" and end - i == 1 and len(toks[i].text) <= LETTERS and not toks[i].upper:
        return False
    return toks[i].cap or (entry.kind == "competition" and any(t.cap for t in toks[i + 1 : end]))


def _by_context(same: list[Entry], before: str, vocab: Vocabulary) -> Entry:
    """Choose among equally long forms by the word before them."""
    kinds = {e.kind: e for e in reversed(same)}
    if "stadium" in kinds and (before in vocab.stadium_nouns or before in AT):
        return kinds["stadium"]  # "all'Armando Picchi"
    if "club" not in kinds and {"stadium", "place"} <= kinds.keys() and before not in vocab.articles:
        return kinds["place"]
    return same[0]
