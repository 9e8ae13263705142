"""Who stands for whom in a mutant of a gold report: clubs for clubs of one gender, people for people of one trade."""

from __future__ import annotations

import random
import re
import tomllib
from dataclasses import dataclass, field
from functools import cache
from itertools import product
from pathlib import Path
from typing import Any, NamedTuple

from core.knowledge import Player, lexicon
from core.schema import Label

MODES = ("known", "invented")
"""Names that stand in the lexicon, and names that stand nowhere."""
HOME = "Italia"
"""Clubs of other countries would contradict the competitions of most reports."""
KEEPER = "GK"
SMALLEST_SQUAD = 22
WORDS_FILE = Path(__file__).parent / "lexicon" / "evaluation" / "mutants.toml"


@cache
def words() -> dict[str, Any]:
    """Return the names and articles that mutants are made of."""
    return tomllib.loads(WORDS_FILE.read_text("utf-8"))


class NewClub(NamedTuple):
    """A club to put in place of another; ``epithets`` are masculine plural nouns."""

    name: str
    feminine: bool
    epithets: tuple[str, ...]


class NewPerson(NamedTuple):
    """A person to put in place of another."""

    given: str
    surname: str

    @property
    def name(self) -> str:
        """The name in full."""
        return f"{self.given} {self.surname}".strip()


def is_feminine(club: str) -> bool:
    """Tell the gender of a club by its name."""
    if club in words()["feminine"] or club in words()["masculine"]:
        return club in words()["feminine"]
    return club.split()[0].endswith("a")


def article(told: str, following: str, feminine: bool) -> str:
    """Return the article or preposition ``told`` as it must be before another name; others stay as they are."""
    for row in words()["articles"]:
        if told.lower() in row:
            plural = row.index(told.lower()) >= 4
            vowel, impure = following[:1].lower() in words()["vowels"], re.match(words()["impure"], following.lower())
            if plural:
                new = row[5] if vowel or impure else row[4]
            else:
                new = row[3] if vowel else row[2] if feminine else row[1] if impure else row[0]
            return new.capitalize() if told[:1].isupper() else new
    return told


@dataclass(slots=True)
class Cast:
    """Who stands for whom in one mutant; each is drawn when first asked for."""

    mode: str
    chance: random.Random
    taken: set[str]
    clubs: dict[str, NewClub] = field(default_factory=dict)
    people: dict[tuple[str, str], NewPerson] = field(default_factory=dict)
    keepers: set[str] = field(default_factory=set)
    """Goalkeepers of the report: a goalkeeper stands for each."""

    def club(self, name: str) -> NewClub:
        """Return the club that stands for ``name``; a women's or youth side stays one."""
        if name not in self.clubs:
            suffix = next((s for s in words()["suffixes"] if name.endswith(" " + s)), "")
            base = name.removesuffix(" " + suffix) if suffix else name
            new = self._draw_club(is_feminine(base))
            self.clubs[name] = new._replace(name=f"{new.name} {suffix}") if suffix else new
        return self.clubs[name]

    def _draw_club(self, feminine: bool) -> NewClub:
        pool = [c for c in _clubs(self.mode) if c.name not in self.taken]
        alike = [c for c in pool if c.feminine == feminine]
        new = self.chance.choice(alike or pool)
        self.taken.add(new.name)
        return new

    def person(self, name: str, label: str, team: str | None) -> NewPerson:
        """Return the person that stands for ``name``; a player comes from the squad of his new club."""
        key = (name, team or "")
        if key not in self.people:
            club = self.club(team).name if team and self.mode == "known" else ""
            pools = (_people(self.mode, label, club, name in self.keepers), _people(self.mode, Label.PERSON, "", False))
            pool = next(free for p in pools if (free := [x for x in p if x.surname not in self.taken]))
            self.people[key] = new = self.chance.choice(pool)
            self.taken.add(new.surname)
        return self.people[key]

    def by_name(self, name: str | None) -> str | None:
        """Return the new name of a person of the events, whichever side he was drawn for."""
        return next((new.name for (old, _), new in self.people.items() if old == name), name)


@cache
def _clubs(mode: str) -> tuple[NewClub, ...]:
    if mode == "invented":
        return tuple(NewClub(c["name"], c["gender"] == "f", (c["epithet"],)) for c in words()["clubs"])
    squads = {p.club for p in lexicon().players}
    return tuple(
        NewClub(c.name, is_feminine(c.name), tuple(e for e in c.epithets if e.endswith("i") and " " not in e))
        for c in lexicon().clubs
        if c.kind == "club" and c.country == HOME and c.name in squads and len(_squad(c.name)) >= SMALLEST_SQUAD
    )


def _split(name: str, surname: str) -> NewPerson:
    return NewPerson(name.removesuffix(surname).strip(), surname)


@cache
def _squad(club: str) -> tuple[Player, ...]:
    seasons = sorted({p.season for p in lexicon().players if p.club == club})
    return lexicon().squad(club, seasons[-1]) if seasons else ()


@cache
def _people(mode: str, label: str, club: str, keeper: bool) -> tuple[NewPerson, ...]:
    if mode == "invented":
        w = words()
        surnames = [a + b for a, b in product(w["surname_beginnings"], w["surname_endings"])]
        return tuple(NewPerson(w["given"][i % len(w["given"])], s) for i, s in enumerate(surnames))
    if label == Label.PLAYER and club:
        return tuple(_split(p.name, p.surname) for p in _squad(club) if (p.position == KEEPER) == keeper)
    if label == Label.COACH:
        return tuple(NewPerson(*c.name.rsplit(" ", 1)) for c in lexicon().coaches if " " in c.name)
    if label == Label.REFEREE:
        return tuple(_split(r.name, r.surname) for r in lexicon().referees)
    return tuple(_split(p.name, p.surname) for p in lexicon().players)
