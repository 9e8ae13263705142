"""The versions that several reports give of one field, the most trusted first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from core.fusion_align import NEAR
from core.fusion_match import same_person
from core.gold import slug
from core.schema import Event

FIELDS: dict[str, tuple[str, ...]] = {
    "goal": ("player", "team", "minute", "assist", "penalty", "own_goal"),
    "disallowed_goal": ("player", "team", "minute"),
    "penalty_awarded": ("team", "fouled", "fouler", "minute"),
    "penalty_missed": ("player", "team", "goalkeeper", "minute"),
    "card": ("player", "team", "card", "minute"),
    "substitution": ("team", "player_in", "player_out", "minute"),
    "shot": ("player", "team", "result", "goalkeeper", "minute"),
    "injury": ("player", "team", "minute"),
}
"""What is compared of each kind of event."""
PEOPLE = {"player", "assist", "player_in", "player_out", "goalkeeper", "fouled", "fouler"}
HEADER = (
    "home", "away", "score", "half_time", "shootout", "competition", "stage", "season", "date",
    "stadium", "referee", "home_coach", "away_coach", "attendance",
)  # fmt: skip
NAMES_OF_HEADER = {"referee", "home_coach", "away_coach", "stadium", "competition"}
"""Of these the shorter form is the same: ``San Paolo`` and ``Stadio San Paolo``."""


@dataclass(frozen=True, slots=True)
class Version:
    """One value of a field, and the reports that give it."""

    value: Any
    reports: tuple[int, ...]


def told_in(event: Event, name: str) -> Any:  # noqa: ANN401
    """Return what an event tells of a field, None where nothing; a minute as (minute, added)."""
    if name == "minute":
        return (event.minute, event.added or 0) if event.minute is not None else None
    # a flag that is down may be told otherwise or not at all
    return getattr(event, name) or None


def _same(name: str, a: Any, b: Any) -> bool:  # noqa: ANN401
    if name in PEOPLE or name in NAMES_OF_HEADER:
        return bool(same_person(a, b))
    return slug(a) == slug(b) if isinstance(a, str) and isinstance(b, str) else bool(a == b)


def versions(told: Mapping[int, Any], name: str) -> list[Version]:
    """Group equal values; the one that most reports give comes first, among equals that of the better report."""
    found: list[tuple[list[Any], list[int]]] = []
    for number, value in told.items():
        if value is None:
            continue
        same = next((f for f in found if all(_same(name, value, v) for v in f[0])), None)
        if same is None:
            found.append(([value], [number]))
        else:
            same[0].append(value)
            same[1].append(number)
    ranked = sorted(found, key=lambda f: -len(f[1]))
    return [Version(_fullest(values), tuple(numbers)) for values, numbers in ranked]


def _fullest(values: list[Any]) -> Any:  # noqa: ANN401
    """Return the value given most often; of names the one with most words, so that ``Mario Rossi`` beats ``Rossi``."""
    counts = Counter(values)
    return max(values, key=lambda v: (len(str(v).split()) if isinstance(v, str) else 0, counts[v]))


def minutes(told: Mapping[int, Event]) -> list[Version]:
    """Return the versions of a minute; a rough one that lies near an exact one agrees with it."""
    exact = {n: told_in(e, "minute") for n, e in told.items() if not e.approx}
    found = versions(exact, "minute")
    for number, event in told.items():
        clock = told_in(event, "minute")
        if clock is None or not event.approx:
            continue
        near = next((i for i, v in enumerate(found) if abs(sum(v.value) - sum(clock)) <= NEAR), None)
        if near is None:
            found.append(Version(clock, (number,)))
        else:
            found[near] = Version(found[near].value, (*found[near].reports, number))
    return sorted(found, key=lambda v: -len(v.reports))
