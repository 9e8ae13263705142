"""The sides of a result line, "Santa Lucia-Villalba 2-2": all that is capitalised on either side of the dash."""

from __future__ import annotations

from collections.abc import Iterator

from core.ordinary import italian_word
from core.reading import Name
from core.scores import Written
from core.tokens import Tok, folded, surface
from core.verbs import finite
from core.vocabulary import Vocabulary, words

CONFIDENCE = 0.95
LONGEST = 6
"""No side's name has more words."""
Span = tuple[int, int]


def result_sides(
    toks: list[Tok], scores: list[Written], known: list[Name], taken: list[bool], vocab: Vocabulary
) -> list[Name]:
    """Return the sides of every "A-B 2-1" that no match sheet has taken, and take their words."""
    competitions = {k for n in known if n.label == "COMPETITION" for k in range(n.a, n.b)}
    whole = {(n.a, n.b): n for n in known if n.label == "TEAM"}
    out: list[Name] = []
    for score in scores:
        pair = _pair(toks, score, [t or k in competitions for k, t in enumerate(taken)], vocab)
        for a, b in pair or ():
            name = whole.get((a, b)) or Name(
                a, b, surface(toks, a, b), folded(toks, a, b), "TEAM", confidence=CONFIDENCE, rule="heading"
            )
            taken[a:b] = [True] * (b - a)
            out.append(name)
    return out


def _pair(toks: list[Tok], score: Written, barred: list[bool], vocab: Vocabulary) -> tuple[Span, Span] | None:
    """Return where the two sides before a score stand, None where no two sides do."""
    second = _side_before(toks, score.a, barred, vocab)
    if second is None or not _dash(toks, second[0] - 1) or _begins_text(toks, second, score):
        return None
    first = _side_before(toks, second[0] - 1, barred, vocab)
    return (first, second) if first is not None else None


def _begins_text(toks: list[Tok], second: Span, score: Written) -> bool:
    """Whether the text begins behind the dash: "ROMA - Pareggio 2-2 tra …", "LECCE - Finisce 1-1", not "Roma-Lazio"."""
    word, town = toks[second[0]], toks[second[0] - 2]
    if second[1] - second[0] > 1 or word.upper or not word.first or not town.upper or not italian_word(word.low):
        return False
    behind = toks[score.b] if score.b < len(toks) else None
    goes_on = behind is not None and behind.sent == word.sent and behind.low in words("clauses").prepositions
    return goes_on or finite(word.low)


def _dash(toks: list[Tok], i: int) -> bool:
    return i > 0 and toks[i].text == "-" and toks[i].line == toks[i + 1].line


def _side_before(toks: list[Tok], end: int, barred: list[bool], vocab: Vocabulary) -> Span | None:
    """Return the longest stretch of capitals that ends at ``end``: small words and a year may stand inside."""
    a = end
    for k in _back(toks, end, barred):
        t = toks[k]
        if t.cap:
            a = k
        elif not _inside(toks, k, end, vocab):
            break
    if a == end or not any(toks[k].cap and len(toks[k].text) > 1 for k in range(a, end)):
        return None
    while (
        a < end - 1 and toks[a].first and toks[a].low in vocab.not_first and toks[a].low not in vocab.surname_particles
    ):
        a += 1
    return (a, end)


def _back(toks: list[Tok], end: int, barred: list[bool]) -> Iterator[int]:
    for k in range(end - 1, max(-1, end - 1 - LONGEST), -1):
        if barred[k] or toks[k].line != toks[end].line or toks[k + 1].start - toks[k].end > 1:
            return
        yield k


def _inside(toks: list[Tok], k: int, end: int, vocab: Vocabulary) -> bool:
    """Whether a word without capital can stand inside a name: "San Pietro in Casale", "Aosta 511"."""
    t = toks[k]
    if t.text.isdigit():
        return len(t.text) > 1
    return k < end - 1 and (t.low in vocab.inside_sides or (t.text == "." and toks[k - 1].cap))
