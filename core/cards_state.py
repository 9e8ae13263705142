"""A card as a sentence tells it, and what the sentences before have told of cards."""

from __future__ import annotations

from dataclasses import dataclass, field

from core.items import Item
from core.reading import Reading


@dataclass(slots=True)
class Booking:
    """A card candidate."""

    who: int
    card: str
    pos: int
    end: int
    weight: float = 1.0
    before: bool = False
    """Told in passing, with its time or without."""
    timeless: bool = False
    """Told in passing ("già ammonito"): it happened, the words do not say when."""
    at: int = -1
    """The token of a time that stands beside the name: "Rossi al 13', Verdi (28')"."""
    behind: int = -1
    """The token of the foul of the sentence before that it is for, where no time is told with the card."""
    listed: bool = False
    """One of a list, in which each may have a time of his own."""


@dataclass(slots=True)
class Before:
    """What the sentences before have told."""

    previous: int = -1
    """The person the text was at."""
    culprit: int = -1
    """Who committed the foul told last."""
    foul: int = -1
    """The token of that foul, or of the penalty given for one."""
    joy: int = -1
    """Where the sentence before tells how a goal was enjoyed, the token that ends the one before it."""
    tail: int = -1
    """The last token of the sentence before."""
    listing: bool = False
    """The sentence before announces a list of the booked."""
    begun: bool = False
    """The sentence before begins a list of the booked, or goes on with one."""
    last: str = ""
    """The card told last in the sentence before."""
    company: list[int] = field(default_factory=list)
    """The two persons named last in the sentence before."""


@dataclass(slots=True)
class Sentence:
    """One sentence with the cards found in it so far."""

    r: Reading
    items: list[Item]
    before: Before
    timed: bool
    found: list[Booking] = field(default_factory=list)
    cards: dict[int, int] = field(default_factory=dict)
    """The items at which words for cards begin, with those just behind them."""

    def of(self, who: int) -> Booking | None:
        """The card of a person found last."""
        return next((b for b in reversed(self.found) if b.who == who), None)
