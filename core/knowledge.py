"""Loads the lexicon (clubs, people, competitions, words) from core/lexicon, once, and checks it on the way."""

import csv
import tomllib
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from core.errors import CronacaError

FOLDER = Path(__file__).parent / "lexicon"
_LETTERS = str.maketrans(
    {"ø": "o", "ð": "d", "đ": "d", "ł": "l", "ı": "i", "ß": "ss", "æ": "ae", "œ": "oe", "þ": "th", "ħ": "h", "ŋ": "n"}
    | dict.fromkeys("’‘`´ʼ′‛ʹ", "'")
)


class LexiconError(CronacaError):
    """A lexicon file that breaks its own rules."""

    code = "lexicon"


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


@dataclass(frozen=True, slots=True)
class Table:
    """Columns of one file, which of them are lists (parted by ``|``), and which together must be unique."""

    columns: tuple[str, ...]
    key: tuple[str, ...]
    lists: frozenset[str] = frozenset()


def _table(columns: str, key: str, lists: str = "") -> Table:
    return Table(tuple(columns.split()), tuple(key.split()), frozenset(lists.split()))


_CLUB_LISTS = "aliases nicknames epithets stadiums"
TABLES = {
    "clubs_italy": _table("name aliases nicknames epithets city region stadiums", "name", _CLUB_LISTS),
    "clubs_world": _table("name aliases nicknames epithets city country stadiums", "name", _CLUB_LISTS),
    "national_sides": _table("name aliases nicknames epithets stadiums", "name", _CLUB_LISTS),
    "regions": _table("name epithets", "name", "epithets"),
    "spellings": _table("word others", "word", "others"),
    "ambiguous": _table("form why", "form"),
    "sources": _table("source origin licence", "source"),
    "squads": _table("name surname club season position nationality number source", "name club season"),
    "people": _table("name nationality position", "name nationality"),
    "coaches": _table("name club season source", "name club season"),
    "referees": _table("name surname nationality source", "name"),
    "competitions": _table("name aliases kind", "name", "aliases"),
    "nicknames": _table("nickname name club", "nickname name"),
    "nations": _table("name masculine feminine plural plural_feminine other english", "name", "other english"),
    "stadiums": _table("name aliases clubs", "name", "aliases clubs"),
    "places": _table("name", "name"),
    "given_names": _table("name", "name"),
}
_CAREER = _table("name surname club first last position nationality", "name club first")
CAREERS = {"careers_old": _CAREER, "careers_new": _CAREER}
"""Stints written from general knowledge; they fill the seasons that no open data set covers."""
TABLES |= CAREERS
# Hand-written tables that only tools/build_lexicon.py reads.
TABLES |= {
    "press_names": _table("written club name surname nationality", "written club"),
    "coaches_more": _table("name club season source", "name club season"),
    "referees_more": _table("name surname nationality source", "name"),
    "given_names_more": _table("name", "name"),
    "particles": _table("name", "name"),
}


def rows(file: Path, table: Table) -> Iterator[dict[str, Any]]:
    """Yield the rows of a csv file, lists parted; a wrong column, a short row or a double key is an error."""
    with file.open(encoding="utf-8", newline="") as handle:
        reader = csv.reader(handle)
        header = tuple(next(reader, ()))
        if header != table.columns:
            raise LexiconError(
                f"{file.name}, line 1: columns are {', '.join(header)}; must be {', '.join(table.columns)}"
            )
        at = [header.index(column) for column in table.key]
        seen: dict[tuple[str, ...], int] = {}
        for cells in reader:
            line = reader.line_num
            if len(cells) != len(header):
                raise LexiconError(f"{file.name}, line {line}: {len(cells)} cells, must be {len(header)}; quote commas")
            key = tuple(cells[i] for i in at)
            if not key[0]:
                raise LexiconError(f"{file.name}, line {line}: {table.key[0]} is empty; fill it in or drop the row")
            if key in seen:
                raise LexiconError(
                    f"{file.name}, line {line}: {' / '.join(key)} stands already in line {seen[key]}; keep one"
                )
            seen[key] = line
            yield {
                column: tuple(filter(None, cell.split("|"))) if column in table.lists else cell
                for column, cell in zip(header, cells, strict=True)
            }


def read(name: str, folder: Path = FOLDER) -> list[dict[str, Any]]:
    """Read the table called ``name``; one of the keys of ``TABLES``."""
    if name not in TABLES:
        raise LexiconError(f"no lexicon table {name!r}; must be one of {', '.join(TABLES)}")
    return list(rows(folder / f"{name}.csv", TABLES[name]))


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
        self._check_sources({row["source"] for row in read("sources", folder)})
        self.stadiums, self.stadium_club = self._grounds(read("stadiums", folder))
        self._squads: dict[tuple[str, str], list[Player]] = defaultdict(list)
        for player in self.players:
            self._squads[player.club, player.season].append(player)

    def squad(self, club: str, season: str) -> tuple[Player, ...]:
        """Players of a club ("Atalanta") in a season ("2017/18"); empty when the lexicon does not know them."""
        return tuple(self._squads.get((club, season), ()))

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

    def _check_sources(self, known: set[str]) -> None:
        for player in self.players:
            if unknown := set(player.source.split("+")) - known:
                raise LexiconError(
                    f"squads.csv, {player.name}: source {', '.join(unknown)} stands not in sources.csv; "
                    f"must be one of {', '.join(sorted(known))}"
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
