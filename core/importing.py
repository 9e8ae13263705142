"""Many files into the archive beside whatever else runs: progress, cancel, and what failed and why."""

from __future__ import annotations

import csv
import io
import threading
import zipfile
from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date
from typing import Protocol

from core.batch import load, read_one
from core.documents import MAX_BYTES, Document, decode
from core.errors import CronacaError, DocumentError
from core.schema import MatchReport
from core.store_rows import season_of

SeasonReader = Callable[[str, str, str | None], MatchReport]
"""(text, name, season where a date is known) -> reading."""


class Archive(Protocol):
    """What an import saves into; :class:`core.store.Store` is one."""

    def save(
        self, report: MatchReport, date: date | None = None, competition: str | None = None, round: str | None = None
    ) -> tuple[int, bool]:
        """Save a reading; return its number and whether it is new."""


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of a report beyond its text."""

    date: date | None = None
    competition: str | None = None
    round: str | None = None


KNOWN_COLUMNS = ("file", "date", "competition", "round")


def known_from_csv(name: str, data: bytes) -> dict[str, Known]:
    """Read what is known of files from a table with the columns ``KNOWN_COLUMNS``; the first row of a file counts."""
    rows = csv.DictReader(io.StringIO(decode(name, data)))
    lacking = [c for c in KNOWN_COLUMNS[:2] if c not in (rows.fieldnames or ())]
    if lacking:
        told = f"{name} has no column {', '.join(lacking)}; it needs {', '.join(KNOWN_COLUMNS)}"
        raise DocumentError(told, code="unknown-table", name=name, columns=", ".join(KNOWN_COLUMNS))
    found: dict[str, Known] = {}
    for row in rows:
        try:
            day = date.fromisoformat(row["date"]) if row["date"] else None
        except ValueError as error:
            told = f"{name}, line {rows.line_num}: {row['date']} is no date; write it as 2024-03-01"
            raise DocumentError(told, code="unknown-date", name=name, line=rows.line_num, value=row["date"]) from error
        found.setdefault(row["file"], Known(day, row.get("competition") or None, row.get("round") or None))
    return found


def tables_in_zip(name: str, data: bytes) -> dict[str, dict[str, Known]]:
    """Return what is known of files from the tables that lie beside them in a zip, by the name of the table.

    A csv that is no such table, and a file that is no zip, give nothing: reading the file says what is wrong with it.
    """
    found: dict[str, dict[str, Known]] = {}
    if not name.lower().endswith(".zip"):
        return found
    with suppress(zipfile.BadZipFile, ValueError, OSError), zipfile.ZipFile(io.BytesIO(data)) as archive:
        for entry in [e for e in archive.infolist() if e.filename.lower().endswith(".csv")]:
            with suppress(DocumentError, RuntimeError), archive.open(entry) as file:
                found[entry.filename] = known_from_csv(entry.filename, file.read(MAX_BYTES))
    return found


@dataclass(slots=True)
class Progress:
    """How far an import has come. ``total`` is 0 until the files are unpacked."""

    total: int = 0
    done: int = 0
    saved: list[int] = field(default_factory=list)
    """The numbers of the reports that are new in the archive."""
    before: int = 0
    """How many texts were there already."""
    failed: list[tuple[str, CronacaError]] = field(default_factory=list)
    finished: bool = False
    cancelled: bool = False


def default_reader(text: str, name: str, season: str | None) -> MatchReport:
    """Read with the program's own reader; a known season chooses the squads."""
    from core.extract import extract

    return extract(text, name=name, season=season)


class Import:
    """One import in a thread of its own. Every report is saved when it is read: what is done stays done."""

    def __init__(
        self,
        archive: Archive,
        files: Iterable[tuple[str, bytes]],
        known: Callable[[str], Known] = lambda name: Known(),
        reader: SeasonReader = default_reader,
        tables: Iterable[str] = (),
    ) -> None:
        """Prepare to read ``files`` (name, bytes); ``known`` says by file name what the texts do not tell.

        ``tables`` are the names of what lies in a zip and is no report.
        """
        self._tables = frozenset(tables)
        self.progress = Progress()
        self._archive, self._files, self._known, self._reader = archive, list(files), known, reader
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._run, name="cronaca-import", daemon=True)

    def start(self) -> None:
        """Begin to read."""
        self._thread.start()

    def cancel(self) -> None:
        """Stop after the report that is being read."""
        self._stop.set()

    def wait(self, seconds: float | None = None) -> None:
        """Wait until the import is over."""
        self._thread.join(seconds)

    def _run(self) -> None:
        try:
            documents = []
            for name, data in self._files:
                if self._stop.is_set():
                    break
                documents += [d for d in load(name, data) if d.name not in self._tables]
            self._files = []
            self.progress.total = len(documents)
            for document in documents:
                if self._stop.is_set():
                    break
                self._one(document)
                self.progress.done += 1
        finally:
            self.progress.cancelled = self._stop.is_set() and self.progress.done < self.progress.total
            self.progress.finished = True

    def _one(self, document: Document) -> None:
        known = self._known(document.name)
        season = season_of(known.date.isoformat()) if known.date else None
        outcome = read_one(document, lambda text, name: self._reader(text, name, season))
        if outcome.report is None:
            self.progress.failed.append((outcome.name, outcome.error or CronacaError("no reading")))
            return
        try:
            number, fresh = self._archive.save(outcome.report, known.date, known.competition, known.round)
        except Exception as error:  # a full disk, a locked database: told with the text that it cost
            told = f"{document.name} could not be saved ({error}); import it again"
            self.progress.failed.append((outcome.name, CronacaError(told, code="not-saved", name=outcome.name)))
            return
        if fresh:
            self.progress.saved.append(number)
        else:
            self.progress.before += 1
