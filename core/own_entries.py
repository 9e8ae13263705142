"""What users teach the lexicon: the kinds of entries, checked one by one."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import fields
from functools import lru_cache
from typing import Any

from core.entries import Club, Coach, Competition, Nickname, Person, Player, Referee
from core.errors import CronacaError
from core.knowledge import fold, lexicon

Fields = dict[str, Any]
Entry = tuple[str, Fields]
"""(kind, fields): what the archive keeps."""

KINDS: dict[str, type] = {
    "club": Club,
    "player": Player,
    "nickname": Nickname,
    "person": Person,
    "coach": Coach,
    "referee": Referee,
    "competition": Competition,
}
REQUIRED = {"player": ("name", "club", "season"), "nickname": ("nickname", "name")}
LISTS = ("aliases", "nicknames", "epithets", "stadiums")
OWN = "own"
"""The source of every entry that a user made."""
SET_BY_US: dict[str, dict[str, Any]] = {
    "player": {"source": OWN},
    "club": {"kind": "club"},
    "competition": {"kind": "league"},
}
MOST_LETTERS = 120
SEASON = re.compile(r"^\s*(\d{4})\s*(?:[/\-–]\s*(\d{2}|\d{4}))?\s*$")


class EntryError(CronacaError):
    """An entry that the lexicon cannot take."""

    code = "entry"


def columns_of(kind: str) -> tuple[str, ...]:
    """Return the fields that a user may fill in for a kind of entry."""
    if kind not in KINDS:
        raise EntryError(
            f"no kind of entry {kind!r}; must be one of {', '.join(KINDS)}",
            code="entry-kind",
            value=kind,
            allowed=", ".join(KINDS),
        )
    return tuple(f.name for f in fields(KINDS[kind]) if f.name not in SET_BY_US.get(kind, ()))


def required_of(kind: str) -> tuple[str, ...]:
    """Return the fields without which an entry of this kind says nothing."""
    return REQUIRED.get(kind, ("name",))


def season_text(value: str) -> str:
    """Write a season as the lexicon does: ``2024-25``, ``2024/2025`` and ``2024`` are ``2024/25``."""
    found = SEASON.match(value)
    first = int(found[1]) if found else 0
    if not found or (found[2] and int(found[2]) % 100 != (first + 1) % 100):
        raise EntryError(
            f"{value!r} is no season; write it as 2024/25", code="entry-season", value=value, allowed="2024/25"
        )
    return f"{first}/{(first + 1) % 100:02d}"


@lru_cache(1)
def _positions() -> dict[str, str]:
    words: dict[str, str] = lexicon().words["own"]["positions"]
    return {fold(word): code for code, line in words.items() for word in line.split("|")}


def _position(value: str) -> str:
    code = _positions().get(fold(value)) if value else ""
    if code is None:
        raise EntryError(
            f"no position {value!r}; must be one of GK, DF, MF, FW",
            code="entry-position",
            value=value,
            allowed="GK, DF, MF, FW",
        )
    return code


def _number(value: str) -> int | None:
    if not value:
        return None
    # spreadsheets write whole numbers as 7.0
    plain = value.removesuffix(".0")
    if not (plain.isdecimal() and 0 < int(plain) < 1000):
        raise EntryError(
            f"{value!r} is no shirt number; write 1 to 999", code="entry-number", value=value, allowed="1–999"
        )
    return int(plain)


CHECKS: dict[tuple[str, str], Callable[[str], Any]] = {
    ("player", "season"): season_text,
    ("coach", "season"): lambda value: season_text(value) if value else "",
    ("player", "position"): _position,
    ("person", "position"): _position,
    ("player", "number"): _number,
}


def surname_of(name: str) -> str:
    """Return what the press calls a person: all words but the first, or the only one."""
    return " ".join(name.split()[1:]) or name


def _plain(value: Any) -> str:  # noqa: ANN401
    return re.sub(r"\s+", " ", "" if value is None or value != value else str(value)).strip()


def _parts(value: Any) -> list[str]:  # noqa: ANN401
    parts = re.split(r"[|;]", value) if isinstance(value, str) else value or ()
    return list(dict.fromkeys(filter(None, map(_plain, parts))))


def checked(kind: str, given: Fields) -> Fields:
    """Return an entry with every field of its kind, as the archive keeps it; raise EntryError naming what is wrong."""
    columns = columns_of(kind)
    if unknown := sorted(set(given) - set(columns)):
        raise EntryError(
            f"{kind}: no field {', '.join(unknown)}; must be one of {', '.join(columns)}",
            code="entry-field",
            value=", ".join(unknown),
            allowed=", ".join(columns),
        )
    entry: Fields = {}
    for column in columns:
        value = given.get(column)
        if column in LISTS:
            entry[column] = _parts(value)
            continue
        plain = _plain(value)
        if not plain and column in required_of(kind):
            raise EntryError(f"{kind}: {column} is missing; fill it in", code="entry-missing", value=column)
        if len(plain) > MOST_LETTERS:
            raise EntryError(
                f"{column} has {len(plain)} characters; at most {MOST_LETTERS} are allowed",
                code="entry-long",
                value=plain[:30],
                allowed=MOST_LETTERS,
            )
        check = CHECKS.get((kind, column))
        entry[column] = check(plain) if check else plain
    if "surname" in entry and not entry["surname"]:
        entry["surname"] = surname_of(entry["name"])
    if "epithets" in entry:
        entry["epithets"] = [word.lower() for word in entry["epithets"]]
    return entry


def made(kind: str, given: Fields) -> Any:  # noqa: ANN401
    """Return the lexicon's own object of an entry."""
    entry = {k: tuple(v) if isinstance(v, list) else v for k, v in checked(kind, given).items()}
    return KINDS[kind](**entry, **SET_BY_US.get(kind, {}))
