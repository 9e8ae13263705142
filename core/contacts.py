"""Who plays with or against whom, by the words between two names of a sentence: passes, duels, fouls, saves."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from core.reading import Name, Reading
from core.tokens import NO_PROSE, Tok, spelt
from core.verbs import analyses, lemmas
from core.vocabulary import Vocabulary, words

REACH = 10
"""No more tokens stand between two names that touch."""
NEAR = 4
"""So many words around a name are read for what its bearer does."""
BY, OF, AND = ("da", "dal", "dall'", "dalla"), ("di", "del", "d'", "dell'", "della"), ("e", "ed")


def contacts(r: Reading) -> None:
    """Tie every two players named one after the other as the words between them say."""
    vocab, weights = words("contacts"), words("weights").contacts
    people = [n for n in r.names if n.person >= 0 and r.people[n.person].label == "PLAYER" and n.rule != "ref"]
    stops = {n.a for n in r.names if n.label == "TEAM" and n.name in r.sides}
    subject: Name | None = None  # who acts on the first of the two: "X anticipa Y e salta Z"
    for n, m in zip(people, people[1:], strict=False):
        acts, subject = subject, None
        t = r.toks[n.a]
        if n.person == m.person or t.sent != r.toks[m.a].sent or t.section in NO_PROSE or m.a - n.b > REACH:
            continue
        pair = Pair(r.toks, n, m, vocab, bool(stops & set(range(n.b, m.a))))
        witness = next(_said(pair), None)
        if witness is None:
            continue
        doer = acts if acts is not None and pair.goes_on else n
        r.graph.tie(doer.person, m.person, weights[witness])
        subject = doer if witness in ("against", "away_from") else None


class Pair:
    """Two names one after the other, and the words between, before and behind them."""

    def __init__(self, toks: list[Tok], n: Name, m: Name, vocab: Vocabulary, side_between: bool) -> None:
        sent = toks[n.a].sent
        self.vocab = vocab
        self.side_between = side_between
        self.between = toks[n.b : m.a]
        self.lows = [t.low for t in self.between]
        self.verbs = [lemmas(t.low) for t in self.between]
        self.said: set[str] = set().union(*self.verbs) if self.verbs else set()
        self.before = [t.low for t in toks[max(0, n.a - NEAR) : n.a] if t.sent == sent]
        self.behind = [t for t in toks[m.b : m.b + NEAR] if t.sent == sent]
        self.last = self.lows[-1] if self.lows else ""
        self.spoken = spelt(self.between)
        self.opening = spelt(t for t in toks[max(0, n.a - REACH) : n.a] if t.sent == sent)
        self.ending = spelt(self.behind)
        said = spelt(t for t in toks[n.a : m.b + REACH] if t.sent == sent)
        self.own_goal = any(word in said for word in vocab.own_goal_words)

    @property
    def goes_on(self) -> bool:
        """Whether "e" and a verb stand between: the subject of what was told before goes on."""
        return len(self.lows) > 1 and self.lows[0] in AND

    def next_verb(self, toks: list[Tok]) -> set[str]:
        """Return what the first word of weight can be a form of."""
        first = next((t for t in toks if t.low not in self.vocab.light), None)
        return set(lemmas(first.low)) if first is not None and first.word else set()


def _said(p: Pair) -> Iterator[str]:
    """Yield what the words say of the two, the surest first."""
    v = p.vocab
    if p.last in AND and set(p.lows) <= set(AND) and set(p.before[-2:]) & {"tra", "fra"}:
        if v.clashes & set(p.before):
            yield "clash"
        elif v.joint & set(p.before):
            yield "joint"
        return
    if p.side_between:
        return
    foul = bool(v.fouls & set(p.before)) and bool(set(p.before[-1:]) & set(OF))
    if foul and p.last in v.on_victim and len(p.lows) <= NEAR:
        yield "foul"
    if _opposed(p):
        yield "against"
    if p.last in BY:
        if p.said & v.by_opponent:
            yield "by_opponent"
        elif p.said & v.by_mate:
            yield "by_mate"
        return
    on_ball = len(p.lows) > 2 and p.lows[-2] in v.ball_nouns and p.lows[-3] in v.on_ball
    if p.last in OF and on_ball and not p.said & v.saves:
        yield "against" if p.own_goal else "ball_of"  # "X, su cross di Y"
    yield from _saved(p)
    if not p.lows:
        return
    mood = "part" if set(p.lows[-2:-1]) & {"aver", "avere"} else "inf"
    if any(f.mood == mood and f.lemma in v.against for f in analyses(p.last)):
        yield "against"  # "X, che prova a sorprendere Y", "X, reo di aver colpito Y"
    if "," in p.lows:
        return
    if "fa" in p.lows and p.said & v.slipped:
        yield "against"  # "si fa sfuggire Y"
    yield from _object(p)


def _opposed(p: Pair) -> bool:
    """Whether the words tell a foul, a blunder, a save or a clash between the two: "X, giallo per un fallo su Y"."""
    v = p.vocab
    if _ends(p.spoken, v.fouling) and not any(word in p.spoken for word in v.of_the_fouled):
        return True
    if _ends(p.spoken, v.opposed_ends) or (p.last == "con" and _ends(p.ending, v.stranded)):
        return True
    if _ends(p.opening, v.saving_nouns) and _ends(p.spoken, v.saved_on):
        return True
    blunder = _ends(p.opening, v.blunder_nouns) and not _ends(p.opening, v.made_use_of)
    return blunder or _ends(p.spoken, v.loses_ball)


def _ends(words: str, patterns: Iterable[str]) -> bool:
    """Whether one of the patterns is found; each says itself where."""
    return any(re.search(pattern, words) for pattern in patterns)


def _saved(p: Pair) -> Iterator[str]:
    """Read "tira X e Y respinge", "tiro di X, para Y", "X salva su Y"."""
    v = p.vocab
    tried = bool(v.attempts & {*p.before, *p.lows}) or any(verbs & v.attempt_verbs for verbs in p.verbs)
    tried = tried or any(lemmas(low) & v.attempt_verbs for low in p.before[-2:])
    if tried and (p.next_verb(p.behind) & v.saves or (p.verbs and p.verbs[-1] & v.saves)):
        yield "saved"
    if p.next_verb(p.between) & v.saves and (p.last in ("su", "a") or (p.last in OF and v.attempts & set(p.lows))):
        yield "saved"


def _object(p: Pair) -> Iterator[str]:
    """Read "X stende Y", "X scappa a Y", "X serve Y", "X mette in mezzo per Y"."""
    v = p.vocab
    verbs = p.next_verb(p.between)
    if not verbs:
        return
    if _bothers(p):
        yield "against"
        return
    if (
        p.last in v.before_receiver
        and (verbs & v.gives or v.ball_nouns & set(p.lows))
        and not verbs & {*v.away_from, *v.robs}
    ):
        yield "gives"
    elif _takes_away(p, verbs):
        yield "away_from"
    elif p.last == "con" and verbs & v.gives:
        yield "gives"
    elif len(p.lows) <= NEAR and p.last not in ("a", "ad", "su", "per", "con", "in", *OF, *AND):
        if verbs & v.finds:
            yield "finds"
        elif verbs & v.against:
            yield "against"


def _bothers(p: Pair) -> bool:
    """Whether X is a trouble to Y or denies him something: "dà fastidio a Y", "chiamato al prodigio per negare a Y"."""
    if p.last in ("a", "ad"):
        before = analyses(p.lows[-2]) if len(p.lows) > 1 else ()
        denies = any(f.mood == "inf" and f.lemma in p.vocab.denies for f in before)
        return denies or bool(p.vocab.troubles & set(p.lows[-3:]))
    return p.last in OF and any(" ".join(p.lows).endswith(tested + " " + p.last) for tested in p.vocab.tested)


def _takes_away(p: Pair, verbs: set[str]) -> bool:
    """Whether X takes the ball from Y or gets away from him: "X ruba palla a Y", "X scappa a Y"."""
    v = p.vocab
    if verbs & v.robs:
        return p.last in ("a", "ad")
    return p.last in ("a", "ad", "su", *OF) and bool(verbs & v.away_from) and not v.ball_nouns & set(p.lows[-2:])
