"""A side that the text never names: it bears a stand-in while the text is read, so that "gli ospiti" are somebody."""

from __future__ import annotations

from core.reading import Reading

HOME, AWAY = "\ue000", "\ue001"
"""Stand-ins without letters: no word of a text sounds like them."""


def stand_in(r: Reading) -> None:
    """Give each side without a name its stand-in."""
    r.match.home, r.match.away = r.match.home or HOME, r.match.away or AWAY


def give_up(r: Reading) -> None:
    """Take the stand-in away from all that was read: nobody is called so."""
    r.match.home, r.match.away = (None if side in (HOME, AWAY) else side for side in r.sides)
    for n in r.names:
        n.name = "" if n.name in (HOME, AWAY) else n.name
    for person in r.people:
        person.team = None if person.team in (HOME, AWAY) else person.team
    for event in r.events:
        event.team = None if event.team in (HOME, AWAY) else event.team
