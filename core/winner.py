"""Who won, as the sentence of a score tells: "il Novara batte la Pro 2-1", "successo dei sardi"."""

from __future__ import annotations

from core.reading import Name
from core.scores import Written
from core.tokens import Tok
from core.verbs import lemmas
from core.vocabulary import Vocabulary

Outcome = tuple[str | None, str | None]
"""(winner, loser), either may be unknown."""
UNTOLD: Outcome = (None, None)
BEFORE, BEHIND = 40, 12
"""How many words round a score are read."""


def winner_of(toks: list[Tok], w: Written, names: list[Name], vocab: Vocabulary) -> Outcome:
    """(winner, loser) as the sentence of a score tells, either may be unknown."""
    sent = toks[w.a].sent
    clubs = [n for n in names if toks[n.a].sent == sent and n.name]
    link = toks[w.b].low if w.b < len(toks) else ""
    behind = next((n for n in clubs if 1 <= n.a - w.b <= 3), None)
    if behind is not None and link == "per":
        return behind.name, None
    words = [t for t in toks[max(0, w.a - BEFORE) : w.b + BEHIND] if t.sent == sent]
    told = [(abs(t.i - w.a), found) for t in words if (found := _told(t, toks, clubs, vocab)) != UNTOLD]
    if told:
        return min(told, key=lambda t: t[0])[1]
    if behind is not None and link in vocab.to_team:
        return None, behind.name
    return UNTOLD


def _told(t: Tok, toks: list[Tok], clubs: list[Name], vocab: Vocabulary) -> Outcome:
    """Return what one verb or noun of winning or losing says of the clubs round it."""
    verbs = lemmas(t.low)
    before = [n for n in clubs if n.b <= t.i]
    before = [n for n in before if toks[max(0, n.a - 1)].low not in vocab.hanging] or before
    after = [n for n in clubs if n.a > t.i]
    subject = before[-1].name if before else None
    if t.low in vocab.lost_words:
        return None, subject
    if verbs & vocab.wins_over and verbs & vocab.wins:
        return subject, next((n.name for n in after if n.name != subject), None)
    if verbs & vocab.wins:
        return subject or next((n.name for n in after if n.a - t.i <= 3), None), None
    if verbs & vocab.loses:
        return None, subject
    if t.low in vocab.victory:
        owner = next((n.name for n in after if n.a - t.i <= 7 and toks[n.a - 1].low in vocab.of_team), None)
        return owner or subject, None
    return UNTOLD
