"""Loads the lexicon (clubs, people, competitions, words) from core/lexicon, once, and checks it on the way."""

import tomllib
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator
from copy import copy
from functools import lru_cache
from pathlib import Path
from typing import Any

from core.entries import Club, Coach, Competition, Nation, Nickname, Person, Player, Referee
from core.tables import CAREERS, FOLDER, TABLES, LexiconError, Table, read, rows

__all__ = [
    "CAREERS",
    "FOLDER",
    "TABLES",
    "Club",
    "Coach",
    "Competition",
    "Lexicon",
    "LexiconError",
    "Nation",
    "Nickname",
    "Person",
    "Player",
    "Referee",
    "Table",
    "fold",
    "lexicon",
    "read",
    "rows",
]

_LETTERS = str.maketrans(
    {"ø": "o", "ð": "d", "đ": "d", "ł": "l", "ı": "i", "ß": "ss", "æ": "ae", "œ": "oe", "þ": "th", "ħ": "h", "ŋ": "n"}
    | dict.fromkeys("’‘`´ʼ′‛ʹ", "'")
)


def fold(s: str) -> str:
    """Lower-case with accents and kinds of apostrophe undone, so that spellings of one name meet.

    >>> fold("Çalhanoğlu"), fold("D’Ambrosio"), fold("Højlund")
    ('calhanoglu', "d'ambrosio", 'hojlund')
    """
    if s.isascii() and "`" not in s:
        return s.lower()
    s = unicodedata.normalize("NFKD", s.translate(_LETTERS).lower())
    return "".join(c for c in s if not unicodedata.combining(c)).translate(_LETTERS)


def _unique(*groups: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(item for group in groups for item in group))


def _clubs(folder: Path, nations: dict[str, Nation]) -> Iterator[Club]:
    """Clubs of all files; the demonyms of region and country and other spellings count among the epithets."""
    spellings = {row["word"]: row["others"] for row in read("spellings", folder)}

    def spelt(epithets: Iterable[str]) -> Iterator[str]:
        for word in epithets:
            yield from (word, *spellings.get(word, ()))

    regions = {row["name"]: row["epithets"] for row in read("regions", folder)}

    def of_country(country: str) -> tuple[str, ...]:
        nation = nations.get(country)
        return (nation.plural, *(word for word in nation.other if word.endswith("i"))) if nation else ()

    for row in read("clubs_italy", folder):
        region = row.pop("region")
        if region and region not in regions:
            raise LexiconError(f"clubs_italy.csv, {row['name']}: region {region!r} must be one of {', '.join(regions)}")
        row["epithets"] = _unique(spelt(row["epithets"]), regions.get(region, ()))
        yield Club(country="Italia", kind="club", **row)
    for row in read("clubs_world", folder):
        row["epithets"] = _unique(spelt(row["epithets"]), of_country(row["country"]))
        yield Club(kind="club", **row)
    for row in read("national_sides", folder):
        row["epithets"] = _unique(spelt(row["epithets"]), of_country(row["name"]))
        yield Club(city="", country=row["name"], kind="national", **row)


def _seasons(row: dict[str, Any], table: str) -> Iterator[str]:
    """'2007/08' to '2009/10' -> every season between, both ends too; another form or a wrong order is an error."""
    years = [int(row[end][:4]) if row[end][:4].isdecimal() else -1 for end in ("first", "last")]
    for end, year in zip(("first", "last"), years, strict=True):
        if row[end] != f"{year}/{(year + 1) % 100:02}":
            raise LexiconError(f"{table}.csv, {row['name']}: {end} is {row[end]!r}; must be a season such as 2007/08")
    if years[0] > years[1]:
        raise LexiconError(
            f"{table}.csv, {row['name']}: first {row['first']} comes after last {row['last']}; swap them"
        )
    return (f"{year}/{(year + 1) % 100:02}" for year in range(years[0], years[1] + 1))


def _careers(folder: Path, squads: Iterable[Player]) -> Iterator[Player]:
    """One player per season of each stint, where ``squads`` has neither him nor his surname in that season."""
    taken = {(fold(form), p.club, p.season) for p in squads for form in (p.name, p.surname)}
    told: set[tuple[str, str, str]] = set()
    for table in CAREERS:
        for row in read(table, folder) if (folder / f"{table}.csv").exists() else ():
            name, surname, club = fold(row["name"]), fold(row["surname"]), row["club"]
            for season in _seasons(row, table):
                if (name, club, season) in taken or (surname, club, season) in taken or (name, club, season) in told:
                    continue
                told.add((name, club, season))
                yield Player(
                    row["name"], row["surname"], club, season, row["position"], row["nationality"], None, "careers"
                )


class Lexicon:
    """All that the reader knows before it reads; built from the files of one folder."""

    def __init__(self, folder: Path = FOLDER) -> None:
        self.nations = tuple(Nation(**row) for row in read("nations", folder))
        self.clubs = tuple(_clubs(folder, {nation.name: nation for nation in self.nations}))
        squads = tuple(
            Player(**{**row, "number": int(row["number"]) if row["number"] else None}) for row in read("squads", folder)
        )
        self.players: tuple[Player, ...] = (*squads, *_careers(folder, squads))
        self.people = tuple(Person(**row) for row in read("people", folder))
        self.coaches = tuple(Coach(row["name"], row["club"], row["season"]) for row in read("coaches", folder))
        self.referees = tuple(
            Referee(row["name"], row["surname"], row["nationality"]) for row in read("referees", folder)
        )
        self.competitions = tuple(Competition(**row) for row in read("competitions", folder))
        self.nicknames = tuple(Nickname(**row) for row in read("nicknames", folder))
        self.places = frozenset(
            [row["name"] for row in (*read("places", folder), *read("regions", folder))]
            + [club.city for club in self.clubs if club.city]
            + [nation.name for nation in self.nations]
        )
        # Forms that are also common words or belong to several clubs: they need context to be believed.
        self.ambiguous = frozenset(row["form"] for row in read("ambiguous", folder))
        self.given_names = frozenset(row["name"] for row in read("given_names", folder))
        self.words: dict[str, Any] = {
            file.stem: tomllib.loads(file.read_text(encoding="utf-8")) for file in sorted(folder.glob("words/*.toml"))
        }
        self._check_clubs()
        self._more_grounds = read("stadiums", folder)
        self._index()

    def _index(self) -> None:
        self.stadiums, self.stadium_club = self._grounds(self._more_grounds)
        self._squads: dict[tuple[str, str], list[Player]] = defaultdict(list)
        for player in self.players:
            self._squads[player.club, player.season].append(player)

    def squad(self, club: str, season: str) -> tuple[Player, ...]:
        """Players of a club ("Atalanta") in a season ("2017/18"); empty when the lexicon does not know them."""
        return tuple(self._squads.get((club, season), ()))

    def changed(self, **parts: Any) -> "Lexicon":  # noqa: ANN401
        """Return a lexicon with these attributes in place of its own, checked like any other; this one stays."""
        new = copy(self)
        for name, value in parts.items():
            setattr(new, name, value)
        new._check_clubs()
        new._index()
        return new

    def _check_clubs(self) -> None:
        names: set[str] = set()
        for club in self.clubs:
            if club.name in names:
                raise LexiconError(f"two clubs are called {club.name!r}; give one of them its town as well")
            names.add(club.name)
        people: tuple[Player | Coach | Nickname, ...] = (*self.players, *self.coaches, *self.nicknames)
        for person in people:
            if person.club and person.club not in names:
                raise LexiconError(
                    f"{person.name}: club {person.club!r} stands in no clubs file; add it or correct the name"
                )

    def _grounds(self, extra: list[dict[str, Any]]) -> tuple[dict[str, str], dict[str, tuple[str, ...]]]:
        """Every written form of a ground -> its name, and every name -> its clubs."""
        clubs: dict[str, list[str]] = defaultdict(list)
        for row in extra:
            clubs[row["name"]] += row["clubs"]
        for club in self.clubs:
            for ground in club.stadiums:
                clubs[ground].append(club.name)
        forms: dict[str, str] = {}
        for ground in clubs:
            forms[ground] = ground
        for row in extra:
            for alias in row["aliases"]:
                forms.setdefault(alias, row["name"])
        for ground in clubs:
            for short in self._short_ground(ground):
                forms.setdefault(short, ground)
        for form, ground in list(forms.items()):
            forms.setdefault(f"Stadio {form}", ground)
        return forms, {ground: _unique(owners) for ground, owners in clubs.items()}

    def _short_ground(self, ground: str) -> Iterator[str]:
        """'Renato Dall'Ara' -> 'Dall'Ara': a ground called after a person goes by the surname."""
        words = ground.split()
        if len(words) > 1 and words[0] in self.given_names:
            while len(words) > 1 and words[0] in self.given_names:
                words = words[1:]
            yield " ".join(words)


@lru_cache(1)
def lexicon() -> Lexicon:
    """Return the shipped lexicon, loaded at the first call."""
    return Lexicon()
