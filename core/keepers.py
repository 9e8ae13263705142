"""Who keeps goal: what the words round a name say, one keeper a side."""

from __future__ import annotations

from core.phrases import phrases
from core.reading import Name, Reading
from core.verbs import lemmas
from core.vocabulary import words


def keeper_evidence(r: Reading) -> None:
    """Add to ``Human.goalkeeper`` of each person; shooting counts against it."""
    v, table = words("keepers"), phrases("actions", "phrases")
    toks = r.toks
    people = [
        n for n in r.names if n.person >= 0 and toks[n.a].section not in ("tabellino", "furniture", "other_match")
    ]
    at = {n.a: n for n in people}
    for n in people:
        human = r.people[n.person]
        if human.label != "PLAYER":
            continue
        human.goalkeeper += _around(r, n, at, v)
    del table


def _around(r: Reading, n: Name, at: dict[int, Name], v) -> float:  # type: ignore[no-untyped-def]  # noqa: ANN001
    toks, sent = r.toks, r.toks[n.a].sent
    after = [t for t in toks[n.b : n.b + 6] if t.sent == sent]
    before = [t for t in toks[max(0, n.a - 6) : n.a] if t.sent == sent]
    lows_after, lows_before = [t.low for t in after], [t.low for t in before]
    text_after, text_before = " ".join(lows_after) + " ", " " + " ".join(lows_before)
    score = 0.0
    first = next((t for t in after if t.low not in v.light), None)
    if first is not None and first.word:
        verbs = lemmas(first.low)
        if verbs & v.sure_verbs:
            score += 1.0
        elif verbs & v.likely_verbs:
            score += 0.45
        elif verbs & v.shooting and not verbs & v.sure_verbs:
            score -= 0.6
    last = before[-1] if before else None
    if last is not None and last.word:
        verbs = lemmas(last.low)
        governed = last.low in v.prepositions
        if verbs & v.beaten and not governed:
            score += 0.5
        elif verbs & v.tested and not governed:
            score += 0.6
        elif verbs & v.sure_verbs and not governed:
            score += 0.9
        elif verbs & v.shooting and not governed:
            score -= 0.6
    for phrase in v.before:
        if text_before.endswith(" " + phrase):
            score += 1.0
    for phrase in v.after:
        if text_after.startswith(phrase + " "):
            score += 1.0
    for phrase in v.author_before:
        if text_before.endswith(" " + phrase):
            score -= 0.6
    return score
