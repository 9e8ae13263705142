"""Names that look like sides and are none: a land of a derby, a ground, a club that a national side cannot meet."""

from __future__ import annotations

from collections import defaultdict

from core.gazetteer import Gazetteer
from core.reading import Name, Reading
from core.tokens import Tok
from core.verbs import lemmas
from core.vocabulary import Vocabulary, words

AT = ("al", "allo", "all'", "alla")
LEAD = 3
"""So many words before "al" tell whether somebody plays there."""


def clear_sides(r: Reading, gaz: Gazetteer) -> None:
    """Relabel unlisted sides that stand only where places do: "il derby dello Stretto", "si gioca al Taliercio"."""
    vocab = words("match")
    by_key: dict[str, list[Name]] = defaultdict(list)
    for n in r.names:
        if n.label == "TEAM" and n.rule != "epithet":
            by_key[n.key].append(n)
    for names in by_key.values():
        if _full_name(names[0], gaz):
            continue
        spots = {_spot(r.toks, n, vocab) for n in names}
        if None in spots:
            continue
        for n in names:
            n.label = "STADIUM" if spots == {"STADIUM"} else "PLACE"
            n.name, n.rule = n.text, "form"


def _full_name(n: Name, gaz: Gazetteer) -> bool:
    """Whether a club is called so, and not only nicknamed."""
    return any(e.kind == "club" and e.words == tuple(n.key.split()) for e in gaz.forms.get(n.key.split()[0], ()))


def _spot(toks: list[Tok], n: Name, vocab: Vocabulary) -> str | None:
    """Return what the words before one occurrence make of it, None where it may be a side."""
    before = [t for t in toks[max(0, n.a - LEAD - 1) : n.a] if t.sent == toks[n.a].sent]
    if not before:
        return None
    lows = [t.low for t in before]
    if len(lows) > 1 and lows[-1] in words("clauses").of and lows[-2] in vocab.derbies:
        return "PLACE"
    if lows[-1] not in AT:
        return None
    if len(lows) > 1 and lows[-2] in vocab.beside_waters:
        return "PLACE"
    opens = len(lows) == 1 or lows[-2] in (",", "(")
    played = any(low in vocab.before_grounds or lemmas(low) & vocab.ground_verbs for low in lows[:-1])
    return "STADIUM" if opens or played else None


def of_nations(r: Reading, names: list[Name], gaz: Gazetteer) -> list[Name]:
    """Return the names of sides without clubs where national sides play: their men and grounds have clubs too.

    "Bari saluta la Nazionale, 2-1 al Marocco": nations play, whatever clubs are named.
    """
    nations = {n.name for n in names if n.name in gaz.clubs and gaz.clubs[n.name].kind == "national"}
    speaks = nations and any(t.low in words("match").national_words and t.cap for t in r.toks)
    return [n for n in names if n.name in nations or n.name not in gaz.clubs] if speaks or len(nations) > 1 else names
