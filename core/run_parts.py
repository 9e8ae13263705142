"""Small words inside names: which belong to a run of capitals, and which begin it without being of it."""

from __future__ import annotations

from core.gazetteer import Gazetteer
from core.tokens import Tok, folded
from core.vocabulary import Vocabulary, words

THEIRS = ("il", "la", "l'", "lo", "i", "gli", "le", "entrambe", "tutte", "entrambi", "tutti")
LISTED = 10
"""A list of scorers is not longer."""
TOWARDS = ("a", "al", "in", "ad")


def glued(toks: list[Tok], i: int, j: int) -> bool:
    """Whether token ``j`` follows ``i`` with nothing or one blank between."""
    return 0 <= toks[j].start - toks[i].end <= 1 and toks[i].line == toks[j].line


def two_particles(toks: list[Tok], j: int, taken: list[bool], vocab: Vocabulary) -> bool:
    """Whether two foreign particles and a capital go on a name at ``j``."""
    piece = toks[j : j + 3]
    if len(piece) < 3 or taken[j + 2] or not piece[2].cap or not glued(toks, j, j + 1) or not glued(toks, j + 1, j + 2):
        return False
    return all(t.low in vocab.foreign_particles and not t.cap for t in piece[:2])


def town(toks: list[Tok], i: int, j: int, gaz: Gazetteer) -> bool:
    """Whether a small word at ``j`` stands inside the name of a town or its club: "Bagno a Ripoli", "Città di Bra"."""
    match = words("match")
    heads = match.towns_at if toks[j].low in TOWARDS else match.heads_of_town | match.town_heads
    club = any(e.kind in ("club", "nickname") for e in gaz.forms.get(toks[j + 1].key, ()))
    return j == i + 1 and toks[i].low in heads and not toks[i].upper and not club


def heads_club(t: Tok) -> bool:
    """Whether a word begins the name of a club and is no abbreviation of its kind."""
    match = words("match")
    return t.low in match.club_heads and t.low not in match.club_abbreviations and not t.upper


def of_owner(toks: list[Tok], a: int, b: int) -> bool:
    """Whether "Di" before two words or more says whose something is: the last of them stands without it elsewhere."""
    if toks[a].low not in ("di", "del") or b - a <= 2:
        return False
    return any(t.key == toks[b - 1].key and t.cap and not a <= t.i < b for t in toks)


def of_list(toks: list[Tok], a: int, b: int, gaz: Gazetteer) -> bool:
    """Whether "Di" opens a list of men behind which stands what is theirs: "Di Rossi il gol"."""
    key = folded(toks, a, b)
    if toks[a].low not in ("di", "dell'", "del") or key in gaz.surnames or key in gaz.people:
        return False
    for t in toks[b : b + LISTED]:
        small = t.text in ",.'" or t.text.isdigit() or t.low in ("e", "ed", "al", *THEIRS)
        if t.sent != toks[a].sent or not (t.cap or small):
            return False
        if t.low in THEIRS:
            return True
    return False
