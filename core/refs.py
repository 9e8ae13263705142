"""Referring expressions: "i padroni di casa", "la squadra di Gotti", "il portoghese", "l'attaccante". No mentions."""

from __future__ import annotations

from collections.abc import Callable

from core.epithets import is_in_state
from core.gazetteer import Gazetteer, gazetteer
from core.knowledge import fold
from core.reading import Human, Name, Reading
from core.verbs import acts_at
from core.vocabulary import Vocabulary, words

OF = ("di", "del", "d'")
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
            if team is None or t.low != parts[0] or [x.low for x in r.toks[i : i + len(parts)]] != parts:
                continue
            if len(parts) > 1 or _noun(r, i, vocab):
                return Name(i, i + len(parts), phrase, fold(phrase), "TEAM", team, rule="ref")
            if t.low in vocab.adjectives_of_side:
                return Name(i, i + 1, t.text, t.key, "TEAM", team, rule="ref", adjective=True)
    ours = t.low in vocab.our_men and i and r.toks[i - 1].low in vocab.plural_articles
    if ours and (team := _our_side(r, i, vocab)) is not None:
        return Name(i, i + 1, t.text, t.key, "TEAM", team, rule="ref")
    if t.low in vocab.team_of and i + 2 < len(r.toks) and r.toks[i + 1].low in OF:
        named = next((n for n in r.names if n.person >= 0 and i + 2 <= n.a <= i + 4), None)
        coach = r.people[named.person] if named is not None else None
        if coach is not None and coach.team and coach.label == "COACH":
            return Name(i, i + 1, t.text, t.key, "TEAM", coach.team, rule="ref")
    return None


def _our_side(r: Reading, i: int, vocab: Vocabulary) -> str | None:
    """The side that a club's page calls its own: not the one by whom "i nostri ragazzi" were beaten."""
    if r.view.text[: r.toks[i].start].count('"') % 2:
        return None  # in somebody's words
    for t in r.toks:
        if t.low not in vocab.our_men or not t.i or r.toks[t.i - 1].low not in vocab.plural_articles:
            continue
        others = [n for n in r.names if n.label == "TEAM" and n.name in r.sides and r.toks[n.a].sent == t.sent]
        named = {n.name for n in others}
        if len(named) == 1 and r.toks[others[0].a - 1].low in vocab.before_opponents and others[0].a > t.i:
            return next((side for side in r.sides if side not in named), None)
    return None


def _noun(r: Reading, i: int, vocab: Vocabulary) -> bool:
    """Return "gli ospiti", "tra i locali": a plural noun with its article, not "la squadra ospite"."""
    before = r.toks[i - 1].low if i else ""
    if r.toks[i].low in vocab.adjectives_of_side:
        return False
    opens = r.toks[i].first or not r.toks[i - 1].word
    return opens or before in vocab.plural_articles or is_in_state(r.toks, i, words("names"))


def _person(r: Reading, i: int, gaz: Gazetteer, vocab: Vocabulary) -> Name | None:
    t = r.toks[i]
    if t.low in vocab.he:
        return _he(r, i, vocab)
    if t.low in vocab.latter and i and r.toks[i - 1].low == "quest'":
        return _latter(r, i)
    position, nation = vocab.positions.get(t.low), gaz.nations.get(t.key)
    figure = t.low in vocab.figures and i + 1 < len(r.toks) and r.toks[i + 1].key in gaz.nations
    if (
        t.cap
        or (position is None and nation is None and not figure and t.low not in vocab.captain)
        or not definite(r, i, vocab)
    ):
        return None
    after = r.toks[i + 1] if i + 1 < len(r.toks) else None
    end = i + 1
    if after is not None:
        if after.sent == t.sent and after.cap and after.start - t.end <= 1:
            return None  # the name itself follows
        if (position is not None or figure) and after.key in gaz.nations:
            nation, end = gaz.nations[after.key], i + 2
        elif position is None and nation is not None and after.low in vocab.nouns_after_adjective:
            return None  # "la difesa portoghese"
    if any(_named_so(r, end, n, nation is not None) for n in r.names):
        return None
    who = _recent(r, i, position, nation)
    return Name(i, end, t.text, t.key, "PLAYER", who.name, person=who.id, rule="ref") if who is not None else None


def _latter(r: Reading, i: int) -> Name | None:
    """Read "scambio tra Bianchi e Neri, con quest'ultimo che segna": the player named last."""
    named = [n for n in r.names if n.person >= 0 and n.b <= i and r.toks[n.a].sent >= r.toks[i].sent - 1]
    human = r.people[named[-1].person] if named else None
    if human is None or human.label != "PLAYER":
        return None
    return Name(i, i + 1, r.toks[i].text, r.toks[i].key, "PLAYER", human.name, person=human.id, rule="ref")


def _named_so(r: Reading, end: int, n: Name, by_nation: bool) -> bool:
    """Whether a name tells who words ending before ``end`` mean: "il capitano Rossi", "il capitano, Rossi, tira"."""
    if n.person < 0 or not end <= n.a <= end + 1:
        return False
    aside = n.a == end + 1 and r.toks[end].text == ","
    return not (aside and by_nation) or n.b >= len(r.toks) or not r.toks[n.b].word


def _he(r: Reading, i: int, vocab: Vocabulary) -> Name | None:
    """Read "Bianchi crossa e lui insacca": not the subject of the clause before, but he who was named before him."""
    t, before = r.toks[i], r.toks[i - 1] if i else None
    if before is None or before.sent != t.sent:
        return None
    if before.low in vocab.again_he:
        return _same_man(r, i)
    if not (before.text == "," or before.low in vocab.joins_he):
        return None
    men = [n for n in r.names if n.person >= 0 and n.b <= i and r.toks[n.a].sent >= t.sent - REACH]
    subject = men[-1] if men and r.toks[men[-1].a].sent == t.sent and acts_at(r.toks, men[-1].b) else None
    other = next((n for n in reversed(men) if subject is not None and n.person != subject.person), None)
    human = r.people[other.person] if other is not None else None
    if human is None or human.label != "PLAYER" or human.goalkeeper >= 1:
        return None
    return Name(i, i + 1, t.text, t.key, "PLAYER", human.name, person=human.id, rule="ref")


def _does(r: Reading, i: int) -> bool:
    """Whether a verb stands behind a name that ends before ``i``, or behind its relative: "Neri che tira"."""
    relative = i < len(r.toks) and r.toks[i].low in words("clauses").relatives
    return acts_at(r.toks, i + relative)


def _same_man(r: Reading, i: int) -> Name | None:
    """Read "Bianchi segna, servito da Neri. È ancora lui a raddoppiare": who did something last, no goalkeeper."""
    t = r.toks[i]
    men = [n for n in r.names if n.person >= 0 and n.b <= i and r.toks[n.a].sent >= t.sent - REACH]
    field = [n for n in men if r.people[n.person].label == "PLAYER" and r.people[n.person].goalkeeper < 1]
    if not field:
        return None
    last = [n for n in field if r.toks[n.a].sent == r.toks[field[-1].a].sent]
    named = last[-1] if r.toks[last[-1].a].sent == t.sent else last[0]
    doer = next((n for n in reversed(last) if _does(r, n.b)), named)
    return Name(i, i + 1, t.text, t.key, "PLAYER", r.people[doer.person].name, person=doer.person, rule="ref")


def definite(r: Reading, i: int, vocab: Vocabulary) -> bool:
    """Whether "il" or "lo stesso" stands before: one who is known already."""
    before = [t.low for t in reversed(r.toks[max(0, i - 2) : i])]
    if before and before[0] in vocab.qualifiers and before[0] not in vocab.singular_articles:
        before = before[1:]
    return bool(before) and before[0] in vocab.singular_articles


def _recent(r: Reading, i: int, position: str | None, nation: str | None) -> Human | None:
    """Return the person named last who fits; for a nation known of one player only, from anywhere before."""
    if position == "GK":
        return None
    best: Human | None = None
    for n in reversed([n for n in r.names if n.person >= 0 and n.b <= i]):
        human = r.people[n.person]
        if human.label != "PLAYER" or (human.goalkeeper >= 1 and position is not None):
            continue
        if nation is not None and human.nationality:
            if human.nationality == nation:
                return human
            continue
        if r.toks[i].sent - r.toks[n.a].sent > REACH:
            break
        if best is None and _may_play(human.position, position):
            best = human
    return best


def _may_play(known: str, position: str | None) -> bool:
    """Whether a man of position ``known`` may be called by another: midfielders by the line before or behind them."""
    return position is None or not known or known == position or {known, position} in ({"MF", "FW"}, {"DF", "MF"})
