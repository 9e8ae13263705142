"""One goal of an account under way, and who may be its author as telling comes to telling."""

from __future__ import annotations

from dataclasses import dataclass

from core.account import Telling, Time
from core.schema import Score

FLOOR = 1e-3
"""The least probability of anything."""
SOMEBODY = -1
"""The author whom no words name."""
WILD = 0.4
"""How well a telling that names nobody goes with one that names somebody."""
NAMED = 0.15
"""The probability from which on an author is written."""


@dataclass(slots=True, frozen=True)
class Entry:
    """One goal of an account under way."""

    tellings: tuple[int, ...]
    authors: dict[int, float]
    team: str | None
    time: Time
    period: int | None
    at: Score
    """The running score behind it, as the telling had it by then."""
    sheet: bool
    firm: bool


def merged(entry: Entry, t: Telling, k: int) -> Entry:
    """A goal with one more telling."""
    one, other = entry.authors, _with_somebody(t.authors)
    p0, q0 = one[SOMEBODY], other[SOMEBODY]
    both = {
        who: one.get(who, 0.0) * other.get(who, 0.0) + WILD * (p0 * other.get(who, 0.0) + q0 * one.get(who, 0.0))
        for who in (*one, *other)
        if who != SOMEBODY
    }
    both[SOMEBODY] = p0 * q0
    total = sum(both.values())
    better = entry.time[0] is None or (
        t.time[0] is not None and (entry.time[2], not entry.firm) > (t.time[2], not t.firm)
    )
    return Entry(
        (*entry.tellings, k),
        {who: p / total for who, p in both.items()},
        entry.team,
        t.time if better and not entry.sheet else entry.time,
        (t.period if better and t.time[0] is not None else None) or entry.period or t.period,
        entry.at,
        entry.sheet,
        t.firm if better else entry.firm,
    )


def _with_somebody(authors: dict[int, float]) -> dict[int, float]:
    return {**authors, SOMEBODY: max(FLOOR, 1.0 - sum(authors.values()))}


def overlap(one: dict[int, float], authors: dict[int, float]) -> float:
    """The probability that two tellings mean one author."""
    other = _with_somebody(authors)
    p0, q0 = one[SOMEBODY], other[SOMEBODY]
    named = sum(p * other.get(who, 0.0) for who, p in one.items() if who != SOMEBODY)
    return named + WILD * (p0 * (1 - q0) + q0 * (1 - p0) + p0 * q0)


def likeliest(authors: dict[int, float]) -> int:
    """The likeliest author, -1 where the words name nobody."""
    named = [who for who in authors if who != SOMEBODY and authors[who] >= NAMED]
    return max(named, key=lambda who: (authors[who], -who)) if named else -1
