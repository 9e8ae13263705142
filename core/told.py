"""Everything the prose tells, before the ledger reconciles it with sheets."""

from __future__ import annotations

from dataclasses import dataclass, field

from core.cards_state import Booking
from core.changes_pairs import Change
from core.clock import Moment
from core.incidents import Goal, Shot
from core.penalty_kicks import Penalty


@dataclass(slots=True)
class Told:
    """The tellings of the prose, and the times they stand under."""

    moments: list[Moment] = field(default_factory=list)
    period_at: list[int | None] = field(default_factory=list)
    """Token → period of the match."""
    time_at: dict[int, int] = field(default_factory=dict)
    """Token → index into ``moments`` of the time in force."""
    goals: list[Goal] = field(default_factory=list)
    maybe: list[Goal] = field(default_factory=list)
    """Attempts whose end is not told: the ledger may take them for goals that the score lacks."""
    claims: dict[int, int] = field(default_factory=dict)
    """Person → how many goals "doppietta" or "tripletta" give him."""
    shots: list[Shot] = field(default_factory=list)
    cards: list[Booking] = field(default_factory=list)
    changes: list[Change] = field(default_factory=list)
    penalties: list[Penalty] = field(default_factory=list)
    injuries: list[tuple[int, int, int]] = field(default_factory=list)
    """(person, token, end token)."""
    disallowed: list[tuple[int, int, int]] = field(default_factory=list)
    """(person, token, end token)."""
