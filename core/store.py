"""The archive: saved reports with their corrections, in SQLite by default or any database by URL."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from hashlib import sha256
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, delete, func, insert, select, update

import core
from core import store_engine, store_names, store_rows
from core import store_tables as t
from core.errors import StoreError
from core.schema import MatchReport, Score
from core.settings import settings
from core.store_corrections import Correction, apply
from core.store_names import Kind, Merged


@dataclass(frozen=True, slots=True)
class StoredSummary:
    """One line of the archive's list: the corrected header of a saved report."""

    id: int
    match_id: int | None
    name: str | None
    home: str | None
    away: str | None
    score: Score | None
    competition: str | None
    stage: str | None
    season: str | None
    round: str | None
    date: date | None
    stadium: str | None
    referee: str | None
    saved_at: str
    deleted_at: str | None


@dataclass(frozen=True, slots=True)
class StoredReport:
    """A saved report: ``report`` as corrected, ``reading`` as the reader gave it."""

    summary: StoredSummary
    report: MatchReport
    reading: MatchReport
    reader: str
    corrections: list[Correction] = field(default_factory=list)
    lost: list[Correction] = field(default_factory=list)
    """Corrections whose words a newer reading no longer holds; they wait, nothing is thrown away."""

    @property
    def id(self) -> int:
        """The number of the report in the archive."""
        return self.summary.id


@dataclass(frozen=True, slots=True)
class Alias:
    """A spelling told once for the whole archive; an empty ``club`` means any side."""

    written: str
    name: str
    club: str = ""
    reason: str = ""
    id: int | None = None
    made_at: str = ""
    undone_at: str | None = None


def text_key(text: str) -> str:
    """Return the key of a text: one text is saved once."""
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")


class Store:
    """The archive. One object may serve many threads; every save is one transaction."""

    def __init__(self, url: str | None = None) -> None:
        """Open the archive at ``url`` (that of the settings if None) and bring its tables up to date."""
        self.url = url or settings().database_url
        self.engine = store_engine.open_engine(self.url)

    def close(self) -> None:
        """Let go of the database file."""
        self.engine.dispose()

    @contextmanager
    def _write(self) -> Iterator[Connection]:
        with store_engine.writing(self.engine) as connection:
            yield connection
            connection.execute(update(t.revision).values(number=t.revision.c.number + 1))

    def revision(self) -> int:
        """Return a number that grows with every change of the archive: a key for caches."""
        with self.engine.connect() as connection:
            return int(connection.execute(select(t.revision.c.number)).scalar_one())

    # -- saving and listing -------------------------------------------------------------------------

    def save(
        self, report: MatchReport, date: date | None = None, competition: str | None = None, round: str | None = None
    ) -> tuple[int, bool]:
        """Save a reading; return its number and whether it is new.

        ``date``, ``competition`` and ``round`` are what the user knows beyond the text. A text that is saved
        already stays as it is; one that was deleted comes back.
        """
        key = text_key(report.text)
        given = {"date": date.isoformat() if date else None, "competition": competition or None, "round": round or None}
        with self._write() as connection:
            row = connection.execute(select(t.reports.c.id, t.reports.c.deleted_at).filter_by(sha256=key)).first()
            if row and not row.deleted_at:
                return row.id, False
            if row:
                connection.execute(update(t.reports).filter_by(id=row.id).values(deleted_at=None))
                self._give(connection, row.id, {k: v for k, v in given.items() if v})
                return row.id, True
            values = {"reading": report.model_dump_json(), "reader": core.__version__, "given": json.dumps(given)}
            made = insert(t.reports).values(sha256=key, name=report.source.name, saved_at=_now(), **values)
            number = int(connection.execute(made.returning(t.reports.c.id)).scalar_one())
            self._derive(connection, number)
            return number, True

    def reports(self, deleted: bool = False) -> list[StoredSummary]:
        """List the saved reports by date; with ``deleted`` those that wait to be restored."""
        where = t.reports.c.deleted_at.is_not(None) if deleted else t.reports.c.deleted_at.is_(None)
        chosen = select(*(c for c in t.reports.c if c.name not in ("reading", "given"))).where(where)
        with self.engine.connect() as connection:
            rows = connection.execute(chosen.order_by(t.reports.c.date, t.reports.c.id)).all()
        return [_summary(row) for row in rows]

    def load(self, number: int) -> StoredReport:
        """Load one report with its corrections."""
        with self.engine.connect() as connection:
            return self._load(connection, number)

    def load_all(self) -> list[StoredReport]:
        """Load every report that is not deleted."""
        with self.engine.connect() as connection:
            numbers = connection.scalars(select(t.reports.c.id).where(t.reports.c.deleted_at.is_(None))).all()
            return [self._load(connection, number) for number in numbers]

    def find(self, text: str) -> int | None:
        """Return the number under which a text is saved, None if it is not."""
        chosen = select(t.reports.c.id).filter_by(sha256=text_key(text), deleted_at=None)
        with self.engine.connect() as connection:
            return connection.execute(chosen).scalar()

    def delete(self, number: int) -> None:
        """Take a report out of every list; :meth:`restore` brings it back."""
        self._mark(number, _now())

    def restore(self, number: int) -> None:
        """Bring a deleted report back."""
        self._mark(number, None)

    def purge(self, number: int) -> None:
        """Remove a report for good, its words included; its corrections stay with the text's key."""
        with self._write() as connection:
            self._row(connection, number)
            connection.execute(delete(t.reports).filter_by(id=number))
            store_rows.drop_from_index(connection, number)
            store_rows.drop_empty_matches(connection)

    def set_given(self, number: int, **given: str | date | None) -> None:
        """Change what the user says of a report: ``date``, ``competition``, ``round``."""
        unknown = set(given) - {"date", "competition", "round"}
        if unknown:
            raise StoreError(f"cannot set {', '.join(sorted(unknown))}; allowed are date, competition, round")
        with self._write() as connection:
            plain = {k: v.isoformat() if isinstance(v, date) else v for k, v in given.items()}
            self._give(connection, number, plain)

    def reread(self, number: int, report: MatchReport) -> None:
        """Put a newer reading of the same text in place of the old one; corrections stay."""
        with self._write() as connection:
            if self._row(connection, number).sha256 != text_key(report.text):
                raise StoreError(f"report {number} has another text; save this reading as a report of its own")
            values = {"reading": report.model_dump_json(), "reader": core.__version__}
            connection.execute(update(t.reports).filter_by(id=number).values(**values))
            self._derive(connection, number)

    # -- corrections and aliases --------------------------------------------------------------------

    def correct(self, number: int, *corrections: Correction) -> list[int]:
        """Lay corrections on a saved report, all or none; return their numbers."""
        with self.engine.connect() as connection:
            reading = MatchReport.model_validate_json(self._row(connection, number).reading)
        return self.correct_reading(reading, *corrections)

    def correct_reading(self, reading: MatchReport, *corrections: Correction) -> list[int]:
        """Lay corrections on a reading, saved or not, all or none: they hold for its text. Return their numbers."""
        key = text_key(reading.text)
        with self._write() as connection:
            before, _, _ = self._corrected(connection, reading)
            _, lost = apply(before, list(corrections))
            if lost:
                raise StoreError(
                    f"this reading has no {lost[0].kind} at {lost[0].start}-{lost[0].end} to correct: read the text "
                    "again, or correct what stands there now",
                    code="correction-lost",
                )
            made = [self._insert_correction(connection, key, c) for c in corrections]
            number = connection.execute(select(t.reports.c.id).filter_by(sha256=key)).scalar()
            if number is not None:
                self._derive(connection, number)
        return made

    def corrected(self, reading: MatchReport) -> tuple[MatchReport, list[Correction], list[Correction]]:
        """Return a reading as corrected, all corrections of its text, and those whose words it no longer holds."""
        with self.engine.connect() as connection:
            return self._corrected(connection, reading)

    def undo(self, *corrections: int) -> None:
        """Take corrections back, all or none; they stay on record."""
        self._mark_corrections(corrections, _now())

    def redo(self, *corrections: int) -> None:
        """Lay corrections on again that were taken back."""
        self._mark_corrections(corrections, None)

    def add_alias(self, alias: Alias) -> int:
        """Tell a spelling for the whole archive and derive the reports that write it anew."""
        if not alias.written.strip() or not alias.name.strip():
            raise StoreError("an alias needs the written form and the name that it stands for")
        with self._write() as connection:
            values = {"written": alias.written.strip(), "name": alias.name.strip(), "club": alias.club}
            made = insert(t.aliases).values(**values, reason=alias.reason, made_at=_now())
            number = int(connection.execute(made.returning(t.aliases.c.id)).scalar_one())
            self._derive_writing(connection, alias.written)
        return number

    def undo_alias(self, number: int) -> None:
        """Take an alias back everywhere."""
        with self._write() as connection:
            row = connection.execute(select(t.aliases).filter_by(id=number)).first()
            if row is None:
                raise StoreError(f"there is no alias {number}")
            connection.execute(update(t.aliases).filter_by(id=number).values(undone_at=_now()))
            self._derive_writing(connection, row.written)

    def aliases(self) -> list[Alias]:
        """List the aliases in force."""
        with self.engine.connect() as connection:
            return self._aliases(connection)

    def preview_alias(self, alias: Alias) -> list[tuple[StoredSummary, int]]:
        """Return the reports that an alias would change, with the number of mentions each."""
        found = []
        for stored in self.load_all():
            new = store_rows.with_aliases(stored.report, [alias])
            pairs = zip(stored.report.mentions, new.mentions, strict=True)
            changed = sum(old.name != m.name for old, m in pairs)
            if changed:
                found.append((stored.summary, changed))
        return found

    # -- what users teach the lexicon ---------------------------------------------------------------

    def add_entry(self, kind: str, entry: dict[str, Any]) -> None:
        """Keep a lexicon entry of the user's own; the same one twice is kept once."""
        self.add_entries([(kind, entry)])

    def add_entries(self, entries: list[tuple[str, dict[str, Any]]]) -> None:
        """Keep lexicon entries of the user's own, all or none."""
        with self._write() as connection:
            for kind, entry in entries:
                value = json.dumps(entry, ensure_ascii=False, sort_keys=True)
                known = select(t.lexicon_entries.c.id).filter_by(kind=kind, entry=value)
                if connection.execute(known).first() is None:
                    connection.execute(insert(t.lexicon_entries).values(kind=kind, entry=value, made_at=_now()))

    def remove_entry(self, kind: str, entry: dict[str, Any]) -> None:
        """Forget a lexicon entry of the user's own."""
        value = json.dumps(entry, ensure_ascii=False, sort_keys=True)
        with self._write() as connection:
            connection.execute(delete(t.lexicon_entries).filter_by(kind=kind, entry=value))

    def entries(self, kind: str | None = None) -> list[tuple[str, dict[str, Any]]]:
        """List the user's own lexicon entries as (kind, fields)."""
        chosen = select(t.lexicon_entries.c.kind, t.lexicon_entries.c.entry).order_by(t.lexicon_entries.c.id)
        with self.engine.connect() as connection:
            rows = connection.execute(chosen.filter_by(kind=kind) if kind else chosen).all()
        return [(row.kind, json.loads(row.entry)) for row in rows]

    # -- matches, people, the whole -----------------------------------------------------------------

    def split_match(self, number: int) -> int:
        """Say that a report tells a match of its own; return the number of that match."""
        with self._write() as connection:
            self._row(connection, number)
            return store_rows.split(connection, number)

    def join_match(self, number: int, match: int) -> None:
        """Say that a report tells the match ``match``."""
        with self._write() as connection:
            self._row(connection, number)
            store_rows.join(connection, number, match)

    def merge_people(self, keep: int, other: int | None) -> None:
        """Say that the person ``keep`` is the same as ``other``; None takes it back."""
        with self._write() as connection:
            if keep == other:
                raise StoreError(f"person {keep} cannot be merged with itself")
            connection.execute(update(t.people).filter_by(id=keep).values(same_as=other))

    def merge_names(self, kind: Kind, name: str, kept: str) -> int:
        """Say that the club or competition ``name`` is the one called ``kept``; return the number of the merge."""
        with self._write() as connection:
            number, bearing = store_names.add(connection, Merged(kind, name, kept), _now())
            for report in bearing:
                self._derive(connection, report)
        return number

    def undo_merge(self, number: int) -> None:
        """Take a merge of two names back everywhere."""
        with self._write() as connection:
            for report in store_names.undo(connection, number, _now()):
                self._derive(connection, report)

    def merged_names(self) -> list[Merged]:
        """List the merges of names in force."""
        with self.engine.connect() as connection:
            return store_names.merged(connection)

    def names(self, kind: Kind) -> dict[str, int]:
        """Return the clubs or competitions of the saved reports, with the number of reports each."""
        with self.engine.connect() as connection:
            return store_names.names(connection, kind)

    def backup(self, path: Path) -> None:
        """Write the whole archive into one file, whoever else is writing."""
        store_engine.backup(self.engine, path)

    def restore_archive(self, path: Path) -> None:
        """Put a backup in place of everything; a file that is none changes nothing."""
        store_engine.restore(self.engine, path)

    # -- inside -------------------------------------------------------------------------------------

    def _row(self, connection: Connection, number: int) -> Any:  # noqa: ANN401
        row = connection.execute(select(t.reports).filter_by(id=number)).first()
        if row is None:
            raise StoreError(f"there is no report {number} in the archive")
        return row

    def _load(self, connection: Connection, number: int) -> StoredReport:
        row = self._row(connection, number)
        reading = MatchReport.model_validate_json(row.reading)
        report, known, lost = self._corrected(connection, reading)
        return StoredReport(_summary(row), report, reading, row.reader, known, lost)

    def _corrected(
        self, connection: Connection, reading: MatchReport
    ) -> tuple[MatchReport, list[Correction], list[Correction]]:
        known = self._corrections(connection, text_key(reading.text))
        merged = store_names.merged(connection)
        told = store_names.with_merged(store_rows.with_aliases(reading, self._aliases(connection)), merged)
        report, lost = apply(told, known)
        # a side that was typed may bear a name that stands for another
        return store_names.with_merged(report, merged), known, lost

    def _mark(self, number: int, deleted_at: str | None) -> None:
        with self._write() as connection:
            self._row(connection, number)
            connection.execute(update(t.reports).filter_by(id=number).values(deleted_at=deleted_at))

    def _give(self, connection: Connection, number: int, given: dict[str, Any]) -> None:
        kept = json.loads(self._row(connection, number).given)
        connection.execute(update(t.reports).filter_by(id=number).values(given=json.dumps({**kept, **given})))
        self._derive(connection, number)

    def _derive(self, connection: Connection, number: int) -> None:
        """Write the derived columns and rows of a report anew."""
        stored = self._load(connection, number)
        given = json.loads(self._row(connection, number).given)
        if given.get("competition"):
            given["competition"] = store_names.called(
                store_names.merged(connection), "competition", given["competition"]
            )
        store_rows.derive(connection, number, stored.report, given)

    def _derive_writing(self, connection: Connection, written: str) -> None:
        where = func.lower(t.reports.c.reading).contains(json.dumps(written)[1:-1].lower(), autoescape=True)
        for number in connection.scalars(select(t.reports.c.id).where(where)).all():
            self._derive(connection, number)

    def _insert_correction(self, connection: Connection, key: str, c: Correction) -> int:
        values = {"target": c.target, "field": c.field, "start": c.start, "end": c.end, "kind": c.kind, "who": c.who}
        jsons = {"old": json.dumps(c.old), "value": json.dumps(c.value), "reason": c.reason, "made_at": _now()}
        made = insert(t.corrections).values(sha256=key, **values, **jsons)
        return int(connection.execute(made.returning(t.corrections.c.id)).scalar_one())

    def _corrections(self, connection: Connection, key: str) -> list[Correction]:
        rows = connection.execute(select(t.corrections).filter_by(sha256=key).order_by(t.corrections.c.id)).mappings()
        return [
            Correction(**{k: json.loads(v) if k in ("old", "value") else v for k, v in r.items() if k != "sha256"})
            for r in rows
        ]

    def _mark_corrections(self, corrections: tuple[int, ...], undone_at: str | None) -> None:
        with self._write() as connection:
            keys = set()
            for correction in corrections:
                row = connection.execute(select(t.corrections.c.sha256).filter_by(id=correction)).first()
                if row is None:
                    raise StoreError(f"there is no correction {correction}")
                connection.execute(update(t.corrections).filter_by(id=correction).values(undone_at=undone_at))
                keys.add(row.sha256)
            for key in keys:
                number = connection.execute(select(t.reports.c.id).filter_by(sha256=key)).scalar()
                if number is not None:
                    self._derive(connection, number)

    def _aliases(self, connection: Connection) -> list[Alias]:
        rows = connection.execute(select(t.aliases).where(t.aliases.c.undone_at.is_(None)).order_by(t.aliases.c.id))
        return [Alias(**row) for row in rows.mappings()]


def _summary(row: Any) -> StoredSummary:  # noqa: ANN401
    score = (row.home_goals, row.away_goals)
    same = {k: getattr(row, k) for k in StoredSummary.__dataclass_fields__ if k not in ("score", "date")}
    told = date.fromisoformat(row.date) if row.date else None
    return StoredSummary(score=None if None in score else score, date=told, **same)
