"""Who won, as the sentence of a score tells: "il Novara batte la Pro 2-1", "successo dei sardi"."""

from __future__ import annotations

from core.reading import Name
from core.scores import Written
from core.tokens import Tok
from core.verbs import analyses, lemmas
from core.vocabulary import Vocabulary

Outcome = tuple[str | None, str | None]
"""(winner, loser), either may be unknown."""
POINTS = "punti"
UNTOLD: Outcome = (None, None)
BEFORE, BEHIND = 40, 12
"""How many words round a score are read."""
ARTICLES = ("il", "lo", "la", "l'", "i", "gli", "le")
NOT = ("non", "mai", "senza")
CLAUSE = 3
"""A verb stands no more words behind its "che"."""
DEFEAT = 4
"""How many words before its score a defeat stands."""
AGENT, OWNER = 5, 7
"""How many words behind a passive its agent may stand, and behind a noun whose it is."""


def winner_of(toks: list[Tok], w: Written, names: list[Name], vocab: Vocabulary) -> Outcome:
    """(winner, loser) as the sentence of a score tells, either may be unknown."""
    sent = toks[w.a].sent
    clubs = [n for n in names if toks[n.a].sent == sent and n.name]
    link = toks[w.b].low if w.b < len(toks) else ""
    behind = next((n for n in clubs if 1 <= n.a - w.b <= 3), None)
    if behind is not None and link == "per":
        return (None, behind.name) if _defeat_by(toks, w, vocab) else (behind.name, None)
    if behind is not None and behind.a - w.b == 1 and link in vocab.at_side and not w.draw and w.first > w.second:
        return None, behind.name  # "2-1 al Lecco, e sono tre vittorie"
    words = [t for t in toks[max(0, w.a - BEFORE) : w.b + BEHIND] if t.sent == sent]
    found = [(abs(t.i - w.a), said) for t in words if (said := told(t, toks, clubs, vocab)) != UNTOLD]
    if found:
        return min(found, key=lambda t: t[0])[1]
    if behind is not None and link in vocab.to_team:
        return None, behind.name
    return UNTOLD


def _defeat_by(toks: list[Tok], w: Written, vocab: Vocabulary) -> bool:
    """Whether the score is that of a defeat: "sconfitta per 2-0 per il Novara", not "Pavia ko: 2-0 per il Novara"."""
    before = [t for t in toks[max(0, w.a - DEFEAT) : w.a] if t.sent == toks[w.a].sent]
    cut = max((k for k, t in enumerate(before) if not t.word), default=-1)
    return any(t.low in vocab.defeat and _noun(t, toks, vocab) for t in before[cut + 1 :])


def told(t: Tok, toks: list[Tok], clubs: list[Name], vocab: Vocabulary) -> Outcome:
    """Return what one verb or noun of winning or losing says of the clubs round it."""
    if (
        not t.word
        or not _speaks(t, vocab)
        or any(x.low in NOT and x.sent == t.sent for x in toks[max(0, t.i - 2) : t.i])
    ):
        return UNTOLD
    verbs = lemmas(t.low)
    before = [n for n in clubs if n.b <= t.i]
    free = [n for n in before if toks[max(0, n.a - 1)].low not in vocab.hanging and not _object(n, toks)]
    before = _antecedent(t, toks, before) or free or before
    after = [n for n in clubs if n.a > t.i]
    subject = before[-1].name if before else None
    behind = next((n.name for n in after if n.a - t.i <= 3), None)
    if t.low in vocab.defeat and _noun(t, toks, vocab):
        suffering = any(lemmas(x.low) & vocab.suffers for x in toks[max(0, t.i - DEFEAT) : t.i] if x.sent == t.sent)
        return None, _owner(t, toks, after, vocab) or (subject if suffering else None)
    suffered = any(f.mood == "part" and f.lemma in vocab.wins_over for f in analyses(t.low))
    if (suffered or t.low in vocab.lost_words) and not _active(t, toks):
        agent = next((n for n in after if n.a - t.i <= AGENT and toks[n.a - 1].low in vocab.by_team), None)
        return (agent.name if agent is not None else None), subject
    if verbs & vocab.wins_over and verbs & vocab.wins:
        return subject, next((n.name for n in after if n.name != subject), None)
    if verbs & vocab.wins:
        return subject or behind, None
    if verbs & vocab.loses:
        return _loss(t, toks, subject, next((n for n in after if n.a - t.i <= 3), None), vocab)
    if t.low in vocab.victory or _three_points(t, toks, vocab):
        return _owner(t, toks, after, vocab) or subject, None
    return UNTOLD


def _loss(t: Tok, toks: list[Tok], subject: str | None, behind: Name | None, vocab: Vocabulary) -> Outcome:
    """Read a verb of losing: "cade il Milan", "il Milan cade", "si arrende alla Libertas"."""
    if behind is not None and toks[behind.a - 1].low in vocab.at_side:
        return behind.name, subject if subject != behind.name else None
    return None, subject or (behind.name if behind is not None else None)


def _speaks(t: Tok, vocab: Vocabulary) -> bool:
    """Whether a word can tell of winning or losing at all."""
    if t.low in vocab.defeat or t.low in vocab.victory or t.low in vocab.lost_words or t.low == POINTS:
        return True
    return any(f.lemma in vocab.wins or f.lemma in vocab.wins_over or f.lemma in vocab.loses for f in analyses(t.low))


def _antecedent(t: Tok, toks: list[Tok], before: list[Name]) -> list[Name]:
    """Return the side that a relative clause is told of: "in casa del Renate, che vince"."""
    that = next((x.i for x in reversed(toks[max(0, t.i - CLAUSE) : t.i]) if x.low == "che"), None)
    return [n for n in before if that is not None and n.b <= that <= n.b + 1][-1:]


def _object(n: Name, toks: list[Tok]) -> bool:
    """Whether a side stands as object behind a verb: "ospita il Renate e vince"."""
    verb = toks[n.a - 2] if n.a > 1 and toks[n.a - 1].low in ARTICLES else None
    return verb is not None and verb.sent == toks[n.a].sent and any(f.finite for f in analyses(verb.low))


def _owner(t: Tok, toks: list[Tok], after: list[Name], vocab: Vocabulary) -> str | None:
    """Return whose victory or defeat a noun tells: "la vittoria della giovane Samp"."""
    near = (n for n in after if n.a - t.i <= OWNER)
    return next((n.name for n in near if {x.low for x in toks[max(t.i, n.a - 2) : n.a]} & vocab.of_team), None)


def _noun(t: Tok, toks: list[Tok], vocab: Vocabulary) -> bool:
    """Whether a noun that looks like a participle stands with its article, or opens: "la sconfitta", "Ko 2-0 del …"."""
    behind = toks[t.i + 1] if t.i + 1 < len(toks) else None
    if t.first and behind is not None and (behind.text.isdigit() or behind.low == "per"):
        return True
    return any(x.low in vocab.determiners and x.sent == t.sent for x in toks[max(0, t.i - 2) : t.i])


def _three_points(t: Tok, toks: list[Tok], vocab: Vocabulary) -> bool:
    """Whether "punti" are the three of a win, not a distance in the table."""
    if t.low != POINTS or t.i < 1 or toks[t.i - 1].low not in vocab.three:
        return False
    behind = toks[t.i + 1].low if t.i + 1 < len(toks) else ""
    return (t.i < 2 or toks[t.i - 2].low not in vocab.apart) and behind not in vocab.apart


def _active(t: Tok, toks: list[Tok]) -> bool:
    """Whether a participle is of a perfect: "ha battuto", "avendo poi superato"; not "è battuto", "battuto da"."""
    near = [x for x in toks[max(0, t.i - 3) : t.i] if x.sent == t.sent]
    return any("avere" in lemmas(x.low) for x in near) and not any("essere" in lemmas(x.low) for x in near[-2:])
