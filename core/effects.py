"""What players do to a side: "porta avanti i locali", "gela gli ospiti", "ripresi da Rossi", "Rossi per i granata"."""

from __future__ import annotations

from collections.abc import Iterator

from core.reading import Name, Reading
from core.tokens import NO_PROSE, Tok
from core.verbs import analyses, finite, lemmas
from core.vocabulary import Vocabulary, words

REACH = 6
"""No more words stand between a verb and the side that it is done to."""
AGENT = 5
"""… and between a participle and who did it."""
LISTED = 12
"""A list of men behind "per i granata" is not longer."""
FOR = ("per", "tra", "fra")
AND = ("e", "ed", ",", "poi")
OBJECTS = ("lo", "la", "li", "le", "l'")
"""Pronouns that a verb is done to."""


def effects(r: Reading) -> None:
    """Let what is done to a side, and for it, vote on who did it."""
    vocab, w = words("effects"), words("weights").effects
    teams = [n for n in r.names if n.label == "TEAM" and not n.adjective and n.name in r.sides]
    men = [n for n in r.names if n.person >= 0 and r.people[n.person].label == "PLAYER" and n.rule != "ref"]
    for n in men:
        if r.toks[n.a].section in NO_PROSE:
            continue
        for team, weight in _said(r.toks, n, teams, men, vocab, w):
            r.graph.anchor(n.person, weight * (1.0 if team.name == r.match.home else -1.0))


def _said(
    toks: list[Tok], n: Name, teams: list[Name], men: list[Name], vocab: Vocabulary, w: dict[str, float]
) -> Iterator[tuple[Name, float]]:
    """Yield sides with what the words between them and a man say: positive, he is theirs."""
    sent = toks[n.a].sent
    after = next((t for t in teams if t.a >= n.b), None)
    if after is not None and toks[after.a].sent == sent:
        between = toks[n.b : after.a]
        lows = [t.low for t in between]
        follower = next((m for m in men if n.b <= m.a < after.a), None)
        if lows and len(lows) <= 2 and lows[0] in FOR:
            yield after, w["scored_for"]
        elif follower is None and len(between) <= 2 * REACH:
            sign = _done(between, vocab)
            if sign:
                yield after, sign * w["done_to"]
    before = next((t for t in reversed(teams) if t.b <= n.a), None)
    if before is not None and toks[before.a].sent == sent:
        between = toks[before.b : n.a]
        sign = _suffered(between, men, vocab)
        if sign:
            yield before, sign * w["done_by"]
        elif _listed_for(toks, before, n, men):
            yield before, w["scored_for"]


def _done(between: list[Tok], vocab: Vocabulary) -> int:
    """1 where a verb behind the man does the side good, -1 where it does it harm."""
    lows = [t.low for t in between]
    if any(low in ("non", ".", ";", ":", "che") for low in lows):
        return 0
    verb = _verb(between)
    if verb is None or len(between) - between.index(verb) > REACH:
        return 0
    verbs = {f.lemma for f in analyses(verb.low)}
    at = between.index(verb)
    if "," in lows[at:] or (at and lows[at - 1] in OBJECTS):
        return 0  # "X lo batte, tra le proteste del Renate"
    rest = set(lows[at + 1 :])
    phrase = " ".join(lows[at + 1 :]) + " "
    if any(word in phrase for word in vocab.harm_phrases):
        return -1
    if verbs & vocab.harms and not rest & vocab.to_harmless:
        return -1
    if verbs & vocab.serves and (rest & vocab.goods):
        return 1
    return 1 if verbs & vocab.helps and not {"contro", "con"} & rest else 0


def _verb(between: list[Tok]) -> Tok | None:
    """Return the verb of a man, or the last of those that "e" joins: "svetta di testa e riporta avanti il Lecco"."""
    joined = [t for e, t in zip(between, between[1:], strict=False) if e.low in ("e", "ed") and finite(t.low)]
    first = next((t for t in between[:4] if any(f.finite or f.mood == "part" for f in analyses(t.low))), None)
    return joined[-1] if joined and first is not None else first


def _suffered(between: list[Tok], men: list[Name], vocab: Vocabulary) -> int:
    """1 where the side owes its good to the man behind "da", -1 where its harm."""
    if not between or between[-1].low not in words("clauses").by or len(between) > REACH + AGENT:
        return 0
    starts = {m.a for m in men}
    if any(t.i in starts for t in between) or any(t.text in ".;:" for t in between):
        return 0
    for t in reversed(between[-AGENT - 1 :]):
        verbs = {f.lemma for f in analyses(t.low) if f.mood in ("part", "inf")}
        if verbs & vocab.harms:
            return -1
        if verbs & vocab.helps:
            return 1
    return 0


def _listed_for(toks: list[Tok], side: Name, n: Name, men: list[Name]) -> bool:
    """Whether a man stands in the list behind "per i granata": "per gli ospiti Rossi e Bianchi"."""
    if side.a < 2 or n.a - side.b > LISTED:
        return False
    before = toks[side.a - 1].low if toks[side.a - 1].low in FOR else toks[side.a - 2].low
    if before not in FOR or (toks[side.a - 1].low not in FOR and lemmas(toks[side.a - 1].low)):
        return False
    inside = {k for m in men if side.b <= m.a < n.a for k in range(m.a, m.b)}
    own = [t.low for t in toks[side.b : n.a] if t.i not in inside]
    return all(low in AND or low in words("effects").list_words for low in own)
