"""The lexicon with what users taught it, and where an entry that served a reading stands."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace
from functools import lru_cache
from typing import Any

from core.entries import Club, Player
from core.knowledge import Lexicon, fold, lexicon
from core.own_entries import LISTS, Entry, made

ITALY = "Italia"
KEPT = 2
"""Lexicons with own entries that are kept: today's, and the one before a change."""


def _clubs(shipped: tuple[Club, ...], own: list[Club], named: Iterable[str]) -> tuple[Club, ...]:
    """Clubs with those of users: one the lexicon has gains the new forms, one only named by a player is made."""
    clubs = {club.name: club for club in shipped}
    for club in own:
        old = clubs.get(club.name)
        if old is None:
            clubs[club.name] = replace(club, country=club.country or ITALY)
            continue
        more: dict[str, Any] = {f: tuple(dict.fromkeys((*getattr(old, f), *getattr(club, f)))) for f in LISTS}
        clubs[club.name] = replace(old, city=club.city or old.city, **more)
    for name in named:
        if name and name not in clubs:
            clubs[name] = Club(name, (), (), (), "", ITALY, (), "club")
    return tuple(clubs.values())


def with_user_entries(shipped: Lexicon, entries: Iterable[Entry]) -> Lexicon:
    """Return a lexicon that also knows what users taught it; ``shipped`` stays as it is.

    A player of a user takes the place of the shipped one of that name, club and season; a club that the lexicon
    has gains the new names, and one that only a player or coach names is made.
    """
    own: dict[str, list[Any]] = defaultdict(list)
    for kind, given in entries:
        own[kind].append(made(kind, given))
    if not own:
        return shipped
    players: list[Player] = own["player"]
    mine = {(fold(p.name), p.club, p.season) for p in players}
    named = [p.club for kind in ("player", "coach", "nickname") for p in own[kind]]
    clubs = _clubs(shipped.clubs, own["club"], named)
    first_names = {p.name.split()[0] for kind in ("player", "person", "coach") for p in own[kind] if " " in p.name}
    return shipped.changed(
        clubs=clubs,
        players=(*players, *(p for p in shipped.players if (fold(p.name), p.club, p.season) not in mine)),
        people=(*own["person"], *shipped.people),
        coaches=(*own["coach"], *shipped.coaches),
        referees=(*own["referee"], *shipped.referees),
        nicknames=(*own["nickname"], *shipped.nicknames),
        competitions=(*own["competition"], *shipped.competitions),
        given_names=shipped.given_names | first_names,
        places=shipped.places | {club.city for club in own["club"] if club.city},
    )


@lru_cache(KEPT)
def _taught(entries: str) -> Lexicon:
    return with_user_entries(lexicon(), [(kind, entry) for kind, entry in json.loads(entries)])


def lexicon_with(entries: list[Entry]) -> Lexicon:
    """Return the lexicon with users' entries; the same entries give the same object, so tables over it are kept."""
    return _taught(json.dumps(entries, ensure_ascii=False, sort_keys=True)) if entries else lexicon()


def club_names(lex: Lexicon) -> list[str]:
    """Return the clubs in the order of the alphabet."""
    return sorted((club.name for club in lex.clubs), key=fold)
