"""The entries of the lexicon: clubs, players, coaches, referees, competitions, nicknames, nations."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Club:
    """A club or a national side, under the short name that Italian newspapers use."""

    name: str
    aliases: tuple[str, ...]
    nicknames: tuple[str, ...]
    epithets: tuple[str, ...]
    city: str
    country: str
    stadiums: tuple[str, ...]
    kind: str


@dataclass(frozen=True, slots=True)
class Player:
    """One footballer in the squad of one club in one season."""

    name: str
    surname: str
    club: str
    season: str
    position: str
    nationality: str
    number: int | None
    source: str


@dataclass(frozen=True, slots=True)
class Person:
    """A footballer of whom no club is known."""

    name: str
    nationality: str
    position: str


@dataclass(frozen=True, slots=True)
class Coach:
    """A head coach; club and season are empty where only the name is known."""

    name: str
    club: str
    season: str


@dataclass(frozen=True, slots=True)
class Referee:
    """A referee or assistant."""

    name: str
    surname: str
    nationality: str


@dataclass(frozen=True, slots=True)
class Competition:
    """A competition with the other forms newspapers print."""

    name: str
    aliases: tuple[str, ...]
    kind: str


@dataclass(frozen=True, slots=True)
class Nickname:
    """A nickname of a person; ``club`` is empty where it followed him everywhere."""

    nickname: str
    name: str
    club: str


@dataclass(frozen=True, slots=True)
class Nation:
    """A nation with its Italian demonyms; ``english`` holds English names and codes, for the builder of the lexicon."""

    name: str
    masculine: str
    feminine: str
    plural: str
    plural_feminine: str
    other: tuple[str, ...]
    english: tuple[str, ...] = ()
