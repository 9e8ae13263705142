"""Sentences that tell one thing after another, each with its time, are read as so many sentences."""

from __future__ import annotations

from core.reading import Reading
from core.tokens import NO_PROSE, Tok
from core.verbs import finite
from core.vocabulary import words

BACK = 3
"""Words between a conjunction and the time that opens its clause: "ma poi al 34'"."""


def part_sentences(r: Reading, dated: dict[int, int]) -> None:
    """Part sentences where a conjunction or a mark opens a clause with a time: "X calcia alto e al 34' segna Y".

    ``dated``: token at which a time begins → token behind it. Renumbers ``Tok.sent`` and ``Reading.sentences``.
    """
    spans: list[tuple[int, int]] = []
    for a, b in r.sentences:
        starts = [a] if r.toks[a].section in NO_PROSE else [a, *_openings(r, a, b, dated)]
        spans += zip(starts, [*starts[1:], b], strict=True)
        r.continued.update(len(spans) - 1 - k for k in range(len(starts) - 1))
    for sent, (a, b) in enumerate(spans):
        for t in r.toks[a:b]:
            t.sent = sent
    r.sentences = spans


def _openings(r: Reading, a: int, b: int, dated: dict[int, int]) -> list[int]:
    """The tokens of a sentence at which a clause with a time of its own begins."""
    out: list[int] = []
    times = [i for i in range(a, b) if i in dated]
    for k, i in enumerate(times):
        since = out[-1] if out else a
        opening = _opening(r.toks, i, dated[i], since)
        until = next((o for j in times[k + 1 :] if (o := _opening(r.toks, j, dated[j], i)) is not None), b)
        if opening is not None and _tells(r.toks[since:opening]) and _another(r, dated[i], until):
            out.append(opening)
    return out


def _opening(toks: list[Tok], i: int, end: int, since: int) -> int | None:
    """The conjunction, or the word behind a mark, from which on only light words lead to the time ``[i, end)``.

    A time between commas opens no clause: "X, al 34', segna".
    """
    v = words("time")
    if i <= since or toks[i - 1].low not in v.at_time:
        return None
    for k in range(i - 2, max(since, i - 2 - BACK), -1):
        if toks[k].low in v.parting:
            return k
        if toks[k].text in ",;":
            if k - 1 > since and toks[k - 1].low in v.parting:
                return k - 1
            return None if toks[end].text == "," else k + 1
        if toks[k].low not in v.leading:
            return None
    return None


def _tells(toks: list[Tok]) -> bool:
    """Whether words are a clause that tells something."""
    return any(finite(t.low) for t in toks)


def _another(r: Reading, a: int, b: int) -> bool:
    """Whether tokens behind a time tell of somebody else: not "e al 34' con Y", "e al 34' raddoppia su cross di Y"."""
    behind = r.toks[a + 1 : b] if r.toks[a].text == "," else r.toks[a:b]
    if (
        not behind
        or behind[0].low in words("clauses").conjunctions
        or any(t.low in words("time").once_more for t in behind[:2])
    ):
        return False
    v = words("clauses")
    light = v.prepositions | v.clitics | {"non"}
    noun = behind[0].word and not behind[0].cap and behind[0].low not in light and not finite(behind[0].low)
    named = any(n.person >= 0 and a <= n.a < b and r.toks[n.a - 1].low not in v.prepositions for n in r.names)
    return noun or (named and _tells(behind))
