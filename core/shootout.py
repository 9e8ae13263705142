"""The penalty shoot-out: whether there was one, and which written score is its own."""

from __future__ import annotations

import re
from collections import defaultdict

from core.reading import Reading
from core.scores import Written
from core.tokens import Tok
from core.vocabulary import Vocabulary, words

HEADING = 3
"""A line of so few words is a heading."""
BEFORE, BEHIND = 14, 10
"""So many words round a score say of what it is."""


def kicks_decide(r: Reading, vocab: Vocabulary) -> bool:
    """Whether the report tells of a shoot-out."""
    text = " ".join(t.low for t in r.toks)
    return any(phrase in text for phrase in vocab.shootout_words) or _heading(r) is not None


def kick_of_shootout(r: Reading, pos: int, end: int) -> bool:
    """Whether an undated kick at a token is one of the shoot-out: its words stand before it in the line.

    ``end`` is the end of its sentence.
    """
    vocab = words("match")
    start = pos
    while start > 0 and r.toks[start - 1].line == r.toks[pos].line:
        start -= 1
    before = " ".join(t.low for t in r.toks[start:end])
    if not any(phrase in before for phrase in vocab.shootout_kicks):
        return False
    return r.match.shootout is not None or kicks_decide(r, vocab)


def of_shootout(r: Reading, w: Written, vocab: Vocabulary) -> bool:
    """Whether the words round a score, or the heading above it, make it that of the shoot-out."""
    heading, sent = _heading(r), r.toks[w.a].sent
    near = " ".join(t.low for t in r.toks[max(0, w.a - BEFORE) : w.b + BEHIND] if t.sent == sent)
    return (heading is not None and w.a > heading) or re.search("|".join(vocab.shootout_near), near) is not None


def _heading(r: Reading) -> int | None:
    """Return the token that is a line of its own: RIGORI."""
    lines: dict[int, list[Tok]] = defaultdict(list)
    for t in r.toks:
        lines[t.line].append(t)
    return next((ts[-1].i for ts in lines.values() if ts[-1].low == "rigori" and len(ts) <= HEADING), None)
