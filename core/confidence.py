"""How sure the reader is of an event: a logistic curve over what stands behind it, fitted, not guessed."""

from __future__ import annotations

import math
from functools import lru_cache

from core.knowledge import lexicon
from core.schema import Event, EventType

FEATURES = ("bias", "told", "sheet", "tellings", "dated", "approx", "sided", "complete")


def features(event: Event) -> dict[str, float]:
    """What stands behind an event, each feature from 0 to about 1.

    ``told`` is the strength of the words (the reader's own weight), ``sheet`` whether a match sheet lists it,
    ``tellings`` how often it is told, ``dated``/``approx`` whether and how the words give the minute, ``sided``
    whether the side is known, ``complete`` whether all its people are.
    """
    people: dict[str, tuple[str | None, ...]] = {
        EventType.SUBSTITUTION: (event.player_in, event.player_out),
        EventType.PENALTY_AWARDED: (event.fouled, event.fouler),
        EventType.SHOT: (event.player, event.result),
    }
    named = people.get(event.type, (event.player,))
    return {
        "bias": 1.0,
        "told": event.confidence,
        "sheet": float("sheet" in event.rule),
        "tellings": min(len(event.evidence) - 1, 2) / 2,
        "dated": float(event.minute is not None),
        "approx": float(event.approx),
        "sided": float(event.team is not None),
        "complete": sum(name is not None for name in named) / len(named),
    }


@lru_cache(1)
def weights() -> dict[str, dict[str, float]]:
    """Kind of event → feature → weight, from core/lexicon/words/confidence.toml."""
    data: dict[str, dict[str, float]] = lexicon().words["confidence"]
    return data


def probability(event: Event) -> float:
    """The share of events like this one that were right in the reports it was fitted on."""
    w = weights().get(event.type)
    if w is None:
        return event.confidence
    z = sum(w[name] * value for name, value in features(event).items())
    return round(min(0.99, max(0.02, 1 / (1 + math.exp(-z)))), 3)


def calibrate(events: list[Event]) -> None:
    """Replace the reader's own weights by fitted probabilities, in place."""
    for event in events:
        event.confidence = probability(event)
