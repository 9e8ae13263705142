"""Behind a goal: the very words that tell it, and what else was weighed for its author and its minute."""

from __future__ import annotations

from dataclasses import dataclass

from core.account import Account
from core.reading import Reading
from core.schema import Event, EventType, Span
from core.writing_goals import accounts, other_authors
from core.writing_state import Writer

LEAST = 0.03
"""The probability from which on another author is worth a word."""
MOST = 2


@dataclass(frozen=True, slots=True)
class Behind:
    """What stands behind one goal, which is known by where its words start."""

    start: int
    words: Span | None = None
    """The words that tell it, without those round them."""
    authors: tuple[tuple[str, float], ...] = ()
    """Who else may have scored, and how likely."""
    minutes: tuple[int, ...] = ()
    """Minutes that other words tell."""


def of_reading(r: Reading) -> list[Behind]:
    """Return what stands behind the goals of a reading."""
    w = Writer(r)
    goals = [e for e in r.events if e.type == EventType.GOAL]
    found = []
    for account in accounts(w)[1]:
        event = next((e for e in goals if _is(w, account, e)), None)
        if event is not None:
            goals.remove(event)
            found.append(_behind(w, account, event))
    return found


def _is(w: Writer, account: Account, event: Event) -> bool:
    return (event.player, event.team, event.minute) == (w.called(account.who), account.team, account.time[0])


def _behind(w: Writer, account: Account, event: Event) -> Behind:
    prose = [w.token_span(t.pos, t.end) for t in account.tellings if t.source != "sheet"]
    words = next((span for span in prose if span[0] >= event.start), None)
    minutes = {t.time[0] for t in account.tellings if t.time[0] is not None} - {event.minute}
    others = tuple((name, share) for name, share in other_authors(w, account) if share >= LEAST)[:MOST]
    return Behind(event.start, words, others, tuple(sorted(m for m in minutes if m is not None)))
