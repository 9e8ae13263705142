"""How sure the reader is of an event: a logistic curve over what stands behind it, fitted, not guessed."""

from __future__ import annotations

import math
from functools import lru_cache

from core.knowledge import lexicon
from core.leads import lead_end
from core.reading import Reading
from core.schema import Event, EventType
from core.score_fit import known_score

FEATURES = (
    "bias", "told", "sheet", "tellings", "dated", "approx", "sided", "complete", "sure_side", "listed", "rival",
    "beside_sheet", "met", "unmet", "lead", "clocked", "twice",
)  # fmt: skip
CLOCKED = 0.5
"""Times a sentence from which on a report is told by the clock."""


def features(event: Event, r: Reading, lead: int) -> dict[str, float]:
    """What stands behind an event, each feature from 0 to about 1; ``lead`` is where the lead of the text ends.

    ``told`` is the strength of the words (the reader's own weight), ``sheet`` whether a match sheet lists it,
    ``tellings`` how often it is told, ``dated``/``approx`` whether and how the words give the minute, ``sided``
    whether the side is known, ``complete`` whether all its people are. ``sure_side`` is how sure their sides are,
    ``listed`` how many of them a squad or sheet lists, ``rival`` whether another author came near, ``beside_sheet``
    whether there is a sheet that does not list it, ``met``/``unmet`` whether goals make the score that is told,
    ``lead`` whether only the lead tells it, ``clocked`` how much of the report is told by the clock, ``twice`` whether
    a man has another event of its kind.
    """
    people: dict[str, tuple[str | None, ...]] = {
        EventType.SUBSTITUTION: (event.player_in, event.player_out),
        EventType.PENALTY_AWARDED: (event.fouled, event.fouler),
        EventType.SHOT: (event.player, event.result),
    }
    named = people.get(event.type, (event.player,))
    men = [p for p in r.people if p.name in (event.player, event.player_in, event.player_out)]
    listed = any(sheet.lineups or sheet.goals for sheet in r.sheets)
    told = [e for e in r.events if e.type == event.type]
    met = _score_met(r)
    return {
        "bias": 1.0,
        "told": event.confidence,
        "sheet": float("sheet" in event.rule),
        "tellings": min(len(event.evidence) - 1, 2) / 2,
        "dated": float(event.minute is not None),
        "approx": float(event.approx),
        "sided": float(event.team is not None),
        "complete": sum(name is not None for name in named) / len(named),
        "sure_side": min((abs(r.belief.get(p.id, 0.0)) for p in men), default=0.0),
        "listed": sum(bool(p.full) or p.lineup for p in men) / max(1, len(men)),
        "rival": float(event.alternative is not None),
        "beside_sheet": float(listed and "sheet" not in event.rule),
        "met": float(met is True),
        "unmet": float(met is False),
        "lead": float(all(b <= lead for _, b in event.evidence)),
        "clocked": min(1.0, len(r.told.moments) / max(1, len(r.sentences)) / CLOCKED),
        "twice": float(sum(e.player == event.player for e in told) > 1) if event.player else 0.0,
    }


def _score_met(r: Reading) -> bool | None:
    """Whether the goals make the final score that the text tells, None where it tells none."""
    score = known_score(r)
    if score is None:
        return None
    goals = [e.team for e in r.events if e.type == EventType.GOAL]
    return score == (goals.count(r.match.home), goals.count(r.match.away))


def lead_of(r: Reading) -> int:
    """The character of the pasted text at which the lead ends."""
    end = lead_end(r)
    return r.view.span(r.toks[end - 1].start, r.toks[end - 1].end)[1] if end else 0


@lru_cache(1)
def weights() -> dict[str, dict[str, float]]:
    """Kind of event → feature → weight, from core/lexicon/words/confidence.toml."""
    data: dict[str, dict[str, float]] = lexicon().words["confidence"]
    return data


def probability(event: Event, r: Reading, lead: int) -> float:
    """The share of events like this one that were right in the reports it was fitted on."""
    w = weights().get(event.type)
    if w is None:
        return event.confidence
    z = sum(w[name] * value for name, value in features(event, r, lead).items())
    return round(min(0.99, max(0.02, 1 / (1 + math.exp(-z)))), 3)


def calibrate(r: Reading) -> None:
    """Replace the reader's own weights of all events by fitted probabilities, in place."""
    lead = lead_of(r)
    sure = [probability(event, r, lead) for event in r.events]
    for event, value in zip(r.events, sure, strict=True):
        event.confidence = value
