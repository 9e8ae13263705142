"""What the reader is not sure of, said in words and with the passage."""

from __future__ import annotations

from core.reading import Reading
from core.schema import Doubt, Event, EventType

UNSURE = 0.5
"""Confidence below which a goal is doubted aloud."""
INFERRED = ("open", "dated_only")
"""Rules of goals that only the score asks for."""
INFERRED_GOAL = "No words say outright that {player} scored: the score lacks a goal, and this passage may tell it."
UNSURE_GOAL = "I am not sure of the goal by {player}."
RIVAL = 0.6
"""How near the second score must come to the first to be named."""


def doubts(r: Reading) -> list[Doubt]:
    """The doubts of one reading, the weightiest first."""
    goals = [e for e in r.events if e.type == EventType.GOAL]
    return [*_sides(r), *_score(r), *_count(r, goals), *_goals(goals)]


def _sides(r: Reading) -> list[Doubt]:
    if r.match.home is not None and r.match.away is not None:
        return []
    return [Doubt(code="side-unknown", message="The text does not name both sides, or not in words that I know.")]


def _score(r: Reading) -> list[Doubt]:
    said = r.match.score
    if said is None:
        return [Doubt(code="score-unknown", message="The final score is not written, and the goals do not settle it.")]
    rivals = [s for s, weight in r.scores.items() if s != said and weight >= RIVAL * r.scores.get(said, 0.0) > 0]
    if not rivals:
        return []
    other = max(rivals, key=lambda s: r.scores[s])
    values: dict[str, object] = {"score": f"{said[0]}-{said[1]}", "other": f"{other[0]}-{other[1]}"}
    message = "I read {score} as the final score, but the text also speaks for {other}.".format(**values)
    return [Doubt(code="score-unsure", message=message, values=values)]


def _count(r: Reading, goals: list[Event]) -> list[Doubt]:
    """The score says three goals, the text tells two."""
    if r.match.score is None or len(goals) == sum(r.match.score):
        return []
    values: dict[str, object] = {"said": sum(r.match.score), "told": len(goals)}
    message = "The score speaks of {said} goals; I find {told} in the text.".format(**values)
    return [Doubt(code="goal-count", message=message, values=values, events=[e.id for e in goals])]


def _goals(goals: list[Event]) -> list[Doubt]:
    out = []
    dateless = [e for e in goals if e.minute is None]
    if dateless:
        message = "The text does not tell the minute of every goal."
        first, ids = dateless[0], [e.id for e in dateless]
        out.append(Doubt(code="goal-without-minute", message=message, events=ids, start=first.start, end=first.end))
    for e in goals:
        if e.player is None or (e.rule not in INFERRED and e.confidence >= UNSURE):
            continue
        values: dict[str, object] = {"player": e.player}
        code = "goal-inferred" if e.rule in INFERRED else "goal-unsure"
        message = (INFERRED_GOAL if e.rule in INFERRED else UNSURE_GOAL).format(**values)
        out.append(Doubt(code=code, message=message, values=values, events=[e.id], start=e.start, end=e.end))
    return out
