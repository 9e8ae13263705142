"""Users' own lexicon entries as files: squad lists read from CSV, everything written to CSV and JSON and back."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache

from core.errors import CronacaError
from core.knowledge import fold, lexicon
from core.own_entries import KINDS, LISTS, Entry, EntryError, Fields, checked, columns_of

DELIMITERS = ";,\t|"
FORMAT = "cronaca-lexicon"
MOST_ROWS = 20_000


@dataclass(slots=True)
class Imported:
    """The entries of a file, and what was wrong with its other lines as (line number, error)."""

    entries: list[Entry] = field(default_factory=list)
    problems: list[tuple[int, CronacaError]] = field(default_factory=list)

    def take(self, line: int, kind: str, given: Fields) -> None:
        """Check one entry; a bad one costs only its line."""
        try:
            self.entries.append((kind, checked(kind, given)))
        except EntryError as error:
            self.problems.append((line, error))


@lru_cache(1)
def _columns() -> dict[str, str]:
    words: dict[str, str] = lexicon().words["own"]["columns"]
    return {fold(word): name for name, line in words.items() for word in line.split("|")}


def decoded(data: bytes) -> str:
    """Return the text of a file: UTF-8, else what Windows writes."""
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")


def _delimiter(line: str) -> str:
    return max(DELIMITERS, key=line.count)


def _full_name(row: Fields) -> None:
    """Join what lists part: "Rossi" under *cognome*, "Mario" under *nome*."""
    name, surname = row.get("name", "").strip(), row.get("surname", "").strip()
    if surname and fold(surname) not in fold(name):
        row["name"] = f"{name} {surname}".strip()


def from_csv(data: bytes, club: str = "", season: str = "") -> Imported:
    """Read a list of players, or of any entries where a column names their kind.

    The first line names the columns, in Italian or English, in any order; ``club`` and ``season`` serve the lines that
    name none. A column nobody knows is passed over.
    """
    lines = decoded(data).splitlines()
    head = next((line for line in lines if line.strip()), "")
    reader = csv.DictReader(io.StringIO("\n".join(lines)), delimiter=_delimiter(head))
    known = {raw: _columns().get(fold(raw or "").strip()) for raw in reader.fieldnames or ()}
    if not {"name", "surname", "nickname"} & set(known.values()):
        raise EntryError(
            f"no column of names in {head[:60]!r}; the first line must name the columns, one of them 'name' or 'nome'",
            code="entry-columns",
            value=head[:60],
        )
    found = Imported()
    for raw_row in reader:
        row = {column: raw_row[raw] or "" for raw, column in known.items() if column}
        if not any(value.strip() for value in row.values()):
            continue
        if len(found.entries) >= MOST_ROWS:
            raise EntryError(f"more than {MOST_ROWS} lines; divide the file", code="entry-rows", allowed=MOST_ROWS)
        kind = row.pop("kind", "").strip().lower() or "player"
        if kind == "player":
            _full_name(row)
            row["club"], row["season"] = row.get("club") or club, row.get("season") or season
        if kind in KINDS:
            # an exported file has the columns of all kinds side by side
            row = {c: v for c, v in row.items() if v or c in columns_of(kind)}
        found.take(reader.line_num, kind, row)
    return found


def to_csv(entries: Iterable[Entry]) -> str:
    """Write entries of every kind as one table that :func:`from_csv` reads."""
    columns = dict.fromkeys(c for kind in KINDS for c in columns_of(kind))
    out = io.StringIO()
    writer = csv.DictWriter(out, ["kind", *columns], lineterminator="\n", restval="")
    writer.writeheader()
    for kind, entry in entries:
        cells = {c: "|".join(v) if c in LISTS else v for c, v in entry.items()}
        writer.writerow({"kind": kind, **cells})
    return out.getvalue()


def to_json(entries: Iterable[Entry]) -> str:
    """Write entries as JSON for others to import."""
    told = [{"kind": kind, "entry": entry} for kind, entry in entries]
    return json.dumps({"format": FORMAT, "entries": told}, ensure_ascii=False, indent=1)


def from_json(data: bytes) -> Imported:
    """Read what :func:`to_json` wrote; the number of a problem is that of the entry, from 1."""
    try:
        told = json.loads(decoded(data))
        entries = told["entries"] if told["format"] == FORMAT else None
    except (ValueError, KeyError, TypeError):
        entries = None
    if not isinstance(entries, list):
        raise EntryError(
            f"this file is no list of entries; it must be JSON with format {FORMAT!r}, as the export writes it",
            code="entry-file",
        )
    found = Imported()
    for number, entry in enumerate(entries, start=1):
        if isinstance(entry, dict) and isinstance(entry.get("entry"), dict):
            found.take(number, str(entry.get("kind")), entry["entry"])
        else:
            found.problems.append((number, EntryError(f"entry {number} has no fields", code="entry-file")))
    return found
