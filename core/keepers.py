"""Who keeps goal: what the words round a name say, one keeper a side."""

from __future__ import annotations

import re

from core.reading import Name, Reading
from core.tokens import NO_PROSE, Tok, spelt
from core.verbs import lemmas
from core.vocabulary import Vocabulary, words

REACH = 6
"""Words looked at on either side of a name."""


def keeper_evidence(r: Reading) -> None:
    """Add to ``Human.goalkeeper`` of each person; shooting counts against it."""
    for n in r.names:
        if n.person < 0 or r.toks[n.a].section in NO_PROSE:
            continue
        human = r.people[n.person]
        if human.label == "PLAYER":
            human.goalkeeper += _around(r, n)


def _around(r: Reading, n: Name) -> float:
    """What the words round one name say for a keeper."""
    v, weights = words("keepers"), words("weights").keepers
    sent = r.toks[n.a].sent
    after = [t for t in r.toks[n.b : n.b + REACH] if t.sent == sent]
    before = [t for t in r.toks[max(0, n.a - REACH) : n.a] if t.sent == sent]
    return (
        _as_subject(after, v, weights)
        + _as_object(before, after, v, weights)
        + _beside(spelt(after) + " ", " " + spelt(before), v, weights)
        + _feat(" " + spelt(before), r.people[n.person].position, v, weights)
    )


def _as_subject(after: list[Tok], v: Vocabulary, weights: dict[str, float]) -> float:
    """The verb behind the name tells what its bearer does."""
    first = next((t for t in after if t.low not in v.light), None)
    if first is None or not first.word:
        return 0.0
    verbs = lemmas(first.low)
    if _lets(after, v):
        return -weights["shoots"]
    if verbs & v.sure_verbs:
        return weights["saves"]
    if verbs & v.likely_verbs:
        return weights["may_save"]
    return -weights["shoots"] if verbs & v.shooting else 0.0


def _lets(after: list[Tok], v: Vocabulary) -> bool:
    """Whether the bearer is whose attempt is stopped: "X si fa ipnotizzare da Y", "X si vede respingere il tiro"."""
    for reflexive, letting, done in zip(after, after[1:], after[2:], strict=False):
        if reflexive.low == "si" and letting.low in v.letting and lemmas(done.low) & (v.sure_verbs | v.likely_verbs):
            return True
    return False


def _as_object(before: list[Tok], after: list[Tok], v: Vocabulary, weights: dict[str, float]) -> float:
    """The verb at once before the name tells what is done to its bearer, or what he does."""
    last = before[-1] if before else None
    if last is None or not last.word or last.low in v.prepositions:
        return 0.0
    verbs = lemmas(last.low)
    if verbs & v.beaten:
        duel = any(t.low in v.duels for t in after)  # "batte Rossi in velocità"
        return weights["beaten_by_shot" if verbs & v.beaten_by_shot and not duel else "beaten"]
    if verbs & v.tested:
        return weights["tested"]
    if verbs & v.sure_verbs:
        return weights["save_before"]
    return -weights["shoots"] if verbs & v.shooting else 0.0


def _beside(after: str, before: str, v: Vocabulary, weights: dict[str, float]) -> float:
    """Phrases that stand at once beside the name."""
    told = [p for p in v.after if after.startswith(p + " ")]
    behind = [after.removeprefix(p).lstrip(" ,") for p in told if p in v.either]
    if any(re.match(scoring, rest) for rest in behind for scoring in v.scoring):
        return -weights["shoots"]  # "X in tuffo insacca"
    keeper = sum(before.endswith(" " + p) for p in v.before) + len(told)
    author = sum(before.endswith(" " + p) for p in v.author_before)
    return weights["phrase"] * keeper - weights["shoots"] * author


def _feat(before: str, position: str, v: Vocabulary, weights: dict[str, float]) -> float:
    """A feat is a save where no other place in the team is known: "la prodezza di X"."""
    told = position in ("", "GK") and any(before.endswith(" " + p) for p in v.feats)
    return weights["phrase"] * told
