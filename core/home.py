"""Which of two clubs plays at home: the result line, the ground, the town, and the words round their names."""

from __future__ import annotations

import re
from collections.abc import Iterator

from core.datelines import opens_text
from core.gazetteer import Gazetteer
from core.knowledge import fold
from core.outcome import of_another
from core.reading import Name, Reading
from core.sides import result_lines
from core.tokens import Tok
from core.verbs import analyses, lemmas
from core.vocabulary import Vocabulary, words

OF = "(?:di|del|dello|della|dell'|dei|degli|delle|al|alla)"
OF_HOUSE = "d(?:el|ella|ello|ell'|ei|egli|elle|i)"
OF_JOURNEY = "(?:di|del|dello|della|dell')"
NOT_OF = r"(?! (?:di|d'|del|dell|della|dello|dei|altrui)(?!\w))"
JOURNEY = 14
"""So many words before its name a side may be told to come back."""
LEAD, EARLY = 4, 6
"""The sentences of the lead; those that still set the scene."""


def home_votes(r: Reading, one: str, two: str, names: list[Name], gaz: Gazetteer, vocab: Vocabulary) -> float:
    """Return the weight of all that says that ``one`` plays at home (negative: ``two``)."""
    w = r.lex.words["weights"]["home"]
    total = sum(_scene_votes(r, one, two, names, gaz, vocab))
    starts = {n.a for n in names}
    to_come = {t.sent for t in r.toks if t.sent > EARLY and _future(t)}
    for n in names:
        sign = 1 if n.name == one else -1 if n.name == two else 0
        if sign and r.toks[n.a].sent not in to_come:
            total += sum(sign * vote for vote in _club_votes(r.toks, n, starts, vocab, w))
    return total


def _scene_votes(
    r: Reading, one: str, two: str, names: list[Name], gaz: Gazetteer, vocab: Vocabulary
) -> Iterator[float]:
    """Yield what result lines, the ground, the town and "tra A e B" say."""
    w = r.lex.words["weights"]["home"]
    for first, second in result_lines(r.toks, names):
        if {first.name, second.name} == {one, two}:
            yield w["result_line"] if first.name == one else -w["result_line"]
    towns: set[str] = set()
    away_days = {t.sent for t in r.toks if of_another(r.toks, t.i, vocab)}
    for n in r.names:
        if n.label == "STADIUM":
            owners = gaz.grounds.get(n.name, ())
            here = 1.0 if r.toks[n.a].sent not in away_days else w["late"]
            yield here * w["ground"] * ((one in owners) - (two in owners))
        elif n.label == "PLACE" and n.a and n.key not in towns and _played_there(r.toks, n.a, vocab):
            for club, sign in ((one, 1), (two, -1)):
                if _city(club, gaz) == n.key:
                    towns.add(n.key)
                    yield w["town"] * sign
    yield w["town"] * (_datelined(r.toks, one, gaz) - _datelined(r.toks, two, gaz))
    for n, m in zip(names, names[1:], strict=False):
        near = [t.low for t in r.toks[max(0, n.a - 4) : n.a]]
        told = r.toks[m.a].sent <= EARLY or bool(set(near) & vocab.match_nouns)
        joined = bool({"tra", "fra"} & set(near[-3:])) and 1 <= m.a - n.b <= 3 and told
        if joined and {n.name, m.name} == {one, two}:
            yield w["between"] if n.name == one else -w["between"]


def _future(t: Tok) -> bool:
    """Whether a word can only be a verb in the future: the next match is spoken of."""
    forms = analyses(t.low) if t.word else ()
    return bool(forms) and all(f.tense.startswith("fut") for f in forms)


def town_of_match(r: Reading, vocab: Vocabulary) -> Name | None:
    """Return the town that the first sentences tell as the place of the match."""
    grounds = {n.b for n in r.names if n.label == "STADIUM"}
    towns = [n for n in r.names if n.label == "PLACE" and r.toks[n.a].sent <= LEAD]
    if towns and towns[0].a == 0 and opens_text(r.toks, 0, towns[0].b):
        return towns[0]
    return next((n for n in towns if n.a and (_played_there(r.toks, n.a, vocab) or _of_ground(r, n, grounds))), None)


def _of_ground(r: Reading, town: Name, grounds: set[int]) -> bool:
    """Whether a ground is told to be of a town: "al Nerini di Bra", "al 'Nerini' di Bra"."""
    of = town.a - 1
    return r.toks[of].low in ("di", "d'") and bool(grounds & {of, of - 1})


def _city(club: str, gaz: Gazetteer) -> str:
    """Return the folded town of a club; one that no list knows is called as its town."""
    return fold(gaz.clubs[club].city if club in gaz.clubs else club)


def _played_there(toks: list[Tok], a: int, vocab: Vocabulary) -> bool:
    """Whether a town is where they play: "a Brescia" in the lead, "il comunale di Brescia" anywhere."""
    if toks[a - 1].low in ("a", "ad"):
        return toks[a].sent <= LEAD
    return toks[a - 1].low == "di" and any(t.low in vocab.ground_nouns for t in toks[max(0, a - 3) : a - 1])


def _datelined(toks: list[Tok], club: str, gaz: Gazetteer) -> bool:
    """Whether a line opens with a club's town, or with the last word of a name that no list knows: "Cas Ponteverde"."""
    city = _city(club, gaz)
    last = city.rpartition(" ")[2] if club not in gaz.clubs else city
    return dateline(toks, city) or (last != city and len(last) > LEAD and dateline(toks, last))


def dateline(toks: list[Tok], city: str) -> bool:
    """Whether a line of the first ones opens with the town in capitals: "BRESCIA - ", "ROMA, Olimpico."."""
    words = city.split()
    for t in toks:
        if t.sent > LEAD:
            return False
        run = toks[t.i : t.i + len(words)]
        if words and t.first and all(x.upper for x in run) and [fold(x.low) for x in run] == words:
            end = t.i + len(words)
            if end + 1 < len(toks) and toks[end].text == "DI" and toks[end + 1].upper:
                end = next((x.i for x in toks[end:] if not x.upper), end)  # "PONTEVERDE DI VALSERENA - "
            behind = toks[end] if end < len(toks) else None
            return (
                behind is not None and not behind.upper and (behind.text in ",.:(" or behind.start > toks[end - 1].end)
            )
    return False


def _club_votes(toks: list[Tok], n: Name, starts: set[int], vocab: Vocabulary, w: dict[str, float]) -> Iterator[float]:
    """Yield what the words round one club say of home (positive) or away."""
    sent = toks[n.a].sent
    early = 1.0 if sent <= EARLY else w["late"]
    before = " ".join([t.low for t in toks[max(0, n.a - 6) : n.a] if t.sent == sent]) + " "
    behind = [t for t in toks[n.b : n.b + 14] if t.sent == sent]
    stop = next((k for k, t in enumerate(behind) if t.i in starts or t.text in ";:"), len(behind))
    own = " ".join(t.low for t in behind[:stop])
    for phrase in vocab.at_phrases:
        if re.search(rf"\b{phrase} {OF} ?(?:\w+ ){{0,2}}$", before):
            yield w["at"] * early
    for phrases, witness in ((vocab.home_feats, "home_phrase"), (vocab.away_feats, "away_phrase")):
        if re.search(rf"\b(?:{'|'.join(phrases)})(?: \w+)? {OF_HOUSE} ?$", before):
            yield w[witness] * early  # "passo falso interno dell'Ischia"
    for phrase in vocab.away_phrases:
        if phrase in own:
            yield w["away_phrase"] * early
    for phrase in vocab.home_phrases:
        if re.search(rf"\b{phrase}\b{NOT_OF}", own) and "fuori casa" not in own:
            yield w["home_phrase"] * early
    if re.search(rf"\b(?:{'|'.join(vocab.in_house_of)}) {OF_HOUSE}(?: |$)", own):
        yield w["in_house_of"] * early
    for t in behind[: min(stop, 6)]:
        verbs = lemmas(t.low)
        for known, witness in ((vocab.away_verbs, "away_verb"), (vocab.host_verbs, "host_verb")):
            if verbs & known:
                yield w[witness] * early
        if t.low in vocab.away_words:
            yield w["away_word"] * early
    if re.search(rf"\b(?:{'|'.join(vocab.journeys)}) {OF_JOURNEY}? ?$", before):
        yield w["journey"]
    back = _returns(behind, vocab) or _came_back(toks, n, starts, vocab)
    if back or re.match("|".join(vocab.away_behind), " ".join(t.low for t in behind)):
        yield w["away_behind"] * early


def _returns(behind: list[Tok], vocab: Vocabulary) -> bool:
    """Whether a side comes back from a place: "torna da Cittadella", "che torna dal Pontelungo con tre punti"."""
    for verb, link, place in zip(behind[:4], behind[1:], behind[2:], strict=False):
        if lemmas(verb.low) & vocab.return_verbs and link.low in words("clauses").by:
            return place.cap
    return False


def _came_back(toks: list[Tok], n: Name, starts: set[int], vocab: Vocabulary) -> bool:
    """Whether a sentence opens with the return and then names the side: "Torna da Asti con un punto la Serrana"."""
    opening = [t for t in toks[max(0, n.a - JOURNEY) : n.a] if t.sent == toks[n.a].sent]
    if not opening or not opening[0].first or starts & {t.i for t in opening[:-1]}:
        return False
    return _returns(opening, vocab)
