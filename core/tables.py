"""The files of core/lexicon: their columns, and a reader that refuses what breaks them."""

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from core.errors import CronacaError

FOLDER = Path(__file__).parent / "lexicon"


class LexiconError(CronacaError):
    """A lexicon file that breaks its own rules."""

    code = "lexicon"


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
