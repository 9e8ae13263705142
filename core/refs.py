"""Referring expressions: "i padroni di casa", "la squadra di Gotti", "il portoghese", "l'attaccante". No mentions."""

from __future__ import annotations

from collections.abc import Callable

from core.gazetteer import Gazetteer, gazetteer
from core.knowledge import fold
from core.reading import Human, Name, Reading
from core.vocabulary import Vocabulary, words

REACH = 3
"""How many sentences back a person may have been named."""


def side_references(r: Reading) -> list[Name]:
    """Return "i padroni di casa", "gli ospiti", "la squadra di Gotti" as names with the rule "ref", in text order."""
    vocab, match = words("refs"), words("match")
    return _find(r, lambda i: _side(r, i, vocab, match))


def person_references(r: Reading) -> list[Name]:
    """Return "il portoghese", "l'attaccante", "il capitano" as names with the rule "ref", in text order."""
    gaz, vocab = gazetteer(r.lex), words("refs")
    return _find(r, lambda i: _person(r, i, gaz, vocab))


def _find(r: Reading, look: Callable[[int], Name | None]) -> list[Name]:
    taken = {k for n in r.names for k in range(n.a, n.b)}
    out: list[Name] = []
    for t in r.toks:
        if t.i in taken or not t.word or t.section in ("furniture", "tabellino", "other_match"):
            continue
        found = look(t.i)
        if found is not None and not any(k in taken for k in range(found.a, found.b)):
            taken.update(range(found.a, found.b))
            out.append(found)
    return out


def _side(r: Reading, i: int, vocab: Vocabulary, match: Vocabulary) -> Name | None:
    t = r.toks[i]
    for phrases, team in ((match.generic_home, r.match.home), (match.generic_away, r.match.away)):
        for phrase in phrases:
            parts = phrase.split()
            if t.low == parts[0] and [x.low for x in r.toks[i : i + len(parts)]] == parts and team is not None:
                if len(parts) == 1 and not _noun(r, i, vocab):
                    continue
                return Name(i, i + len(parts), phrase, fold(phrase), "TEAM", team, rule="ref")
    if t.low in vocab.team_of and i + 2 < len(r.toks) and r.toks[i + 1].low in ("di", "del", "d'"):
        coach = next((n for n in r.names if n.person >= 0 and i + 2 <= n.a <= i + 4), None)
        if coach is not None and r.people[coach.person].team and r.people[coach.person].label == "COACH":
            return Name(i, i + 1, t.text, t.key, "TEAM", r.people[coach.person].team or "", rule="ref")
    return None


def _noun(r: Reading, i: int, vocab: Vocabulary) -> bool:
    """Return "gli ospiti", "tra i locali": a plural noun with its article, not "la squadra ospite"."""
    before = r.toks[i - 1].low if i else ""
    if r.toks[i].low in ("ospite", "locale"):
        return False
    return before in vocab.plural_articles or r.toks[i].first or not r.toks[i - 1].word


def _person(r: Reading, i: int, gaz: Gazetteer, vocab: Vocabulary) -> Name | None:
    t = r.toks[i]
    if i == 0 or t.cap:
        return None
    before = r.toks[i - 1]
    position = vocab.positions.get(t.low)
    nation = gaz.nations.get(t.key)
    captain = t.low in vocab.captain
    if position is None and nation is None and not captain:
        return None
    if before.low not in vocab.singular_articles and not (
        before.low in vocab.qualifiers and i > 1 and r.toks[i - 2].low in vocab.singular_articles
    ):
        return None
    after = r.toks[i + 1] if i + 1 < len(r.toks) else None
    if after is not None and after.sent == t.sent and (after.cap and after.start - t.end <= 1):
        return None
    end = i + 1
    if position is not None and after is not None and after.key in gaz.nations:
        nation, end = gaz.nations[after.key], i + 2
    elif (
        nation is not None
        and position is None
        and after is not None
        and after.word
        and after.low in vocab.nouns_after_adjective
    ):
        return None
    if any(n.a in range(end, end + 3) and n.person >= 0 and n.a - end <= 1 for n in r.names if end <= n.a <= end + 1):
        return None
    who = _recent(r, i, position, nation, gaz)
    if who is None:
        return None
    return Name(i, end, t.text, t.key, "PLAYER", who.name, person=who.id, rule="ref")


def _recent(r: Reading, i: int, position: str | None, nation: str | None, gaz: Gazetteer) -> Human | None:
    """Return the person named last who fits; for a nation known of one player only, from anywhere before."""
    sent = r.toks[i].sent
    if position == "GK":
        return None
    best: Human | None = None
    for n in reversed([n for n in r.names if n.person >= 0 and n.b <= i]):
        human = r.people[n.person]
        if human.label != "PLAYER" or (human.goalkeeper >= 1 and position is not None):
            continue
        if nation is not None:
            if human.nationality == nation:
                return human
            if human.nationality and human.nationality != nation:
                continue
        gap = sent - r.toks[n.a].sent
        if gap > REACH:
            break
        if (
            position is not None
            and human.position
            and human.position != position
            and {human.position, position} != {"MF", "FW"}
            and {human.position, position} != {"DF", "MF"}
        ):
            continue
        if best is None:
            best = human
    return best
