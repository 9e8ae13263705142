"""Who won, or whether nobody did, as headline, lead and last lines tell it with or without a score."""

from __future__ import annotations

from core.reading import Name, Reading
from core.tokens import NO_PROSE, Tok
from core.verbs import lemmas
from core.vocabulary import Vocabulary, words
from core.winner import UNTOLD, told

LEAD, CODA = 4, 3
"""How many sentences at either end tell how it ended."""
Votes = dict[int, float]
"""1 for a win of the home side, 0 for a draw, -1 for a win of the guests → what speaks for it."""


def outcome(r: Reading, names: list[Name], vocab: Vocabulary) -> Votes:
    """Weigh what verbs and nouns of winning, losing and drawing say outside other matches."""
    w = words("weights").outcome
    votes: Votes = {1: 0.0, 0: 0.0, -1: 0.0}
    last = r.toks[-1].sent if r.toks else 0
    by_sentence: dict[int, list[Name]] = {}
    for n in names:
        if n.name:
            by_sentence.setdefault(r.toks[n.a].sent, []).append(n)
    for sent in _by_sentence(r.toks):
        number = sent[0].sent
        place = "lead" if number <= LEAD else "coda" if number > last - CODA else "middle"
        if sent[0].section in NO_PROSE or any(of_another(r.toks, t.i, vocab) for t in sent):
            continue
        for t in sent:
            winner, loser = told(t, r.toks, by_sentence.get(number, []), vocab)
            home, away = r.sides
            if (winner, loser) != UNTOLD:
                sure = {winner, loser} == {home, away}
                for kind, one, two in ((1, home, away), (-1, away, home)):
                    if (one is not None and winner == one) or (two is not None and loser == two):
                        votes[kind] += w["both" if sure else place]
            elif _drawn(t, r.toks, vocab):
                votes[0] += w["draw_" + place]
    return votes


def of_another(toks: list[Tok], i: int, vocab: Vocabulary) -> bool:
    """Whether the word at ``i`` turns its sentence to another match: "domenica scorsa", "all'andata", "due anni fa"."""
    low, before = toks[i].low, toks[i - 1].low if i else ""
    if low in vocab.apart_in_time:
        return before in vocab.ago
    if low in vocab.legs:
        return before in vocab.in_that or (i > 1 and toks[i - 2].low in vocab.in_that)
    return low in vocab.other_match


def _by_sentence(toks: list[Tok]) -> list[list[Tok]]:
    out: list[list[Tok]] = []
    for t in toks:
        if out and out[-1][0].sent == t.sent:
            out[-1].append(t)
        else:
            out.append([t])
    return out


def _drawn(t: Tok, toks: list[Tok], vocab: Vocabulary) -> bool:
    """Whether a word says that the match was drawn: "si dividono la posta", "finisce in parità", "un punto a testa"."""
    if t.low in vocab.drawn_nouns:
        before = {x.low for x in toks[max(0, t.i - 5) : t.i] if x.sent == t.sent}
        return bool(before & vocab.final_words) or any(lemmas(low) & vocab.final_verbs for low in before)
    if not lemmas(t.low) & vocab.sharing_verbs:
        return False
    return any(x.low in vocab.shared for x in toks[t.i + 1 : t.i + 6] if x.sent == t.sent)
