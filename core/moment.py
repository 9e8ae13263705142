"""A resolved expression of time: the words, the tokens they stand at, and the minute of the match clock they mean."""

from __future__ import annotations

from dataclasses import dataclass

from core.minutes import TimeExpr


@dataclass(slots=True)
class Moment:
    """A resolved expression of time; ``minute`` is None where it only says about when."""

    expr: TimeExpr
    a: int
    b: int
    """Tokens ``[a, b)``."""
    period: int | None = None
    minute: int | None = None
    added: int | None = None
    approx: bool = False
