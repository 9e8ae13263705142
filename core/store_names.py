"""Two names of one club or competition, told by hand: how they are kept, and what they change in a reading."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from sqlalchemy import Connection, insert, or_, select, update

from core import store_tables as t
from core.consequences import renamed_sides
from core.errors import StoreError
from core.schema import MatchReport

Kind = Literal["club", "competition"]


@dataclass(frozen=True, slots=True)
class Merged:
    """A name that stands for another one in the whole archive."""

    kind: Kind
    name: str
    kept: str
    id: int | None = None
    made_at: str = ""
    undone_at: str | None = None


def merged(connection: Connection) -> list[Merged]:
    """List the merges in force."""
    rows = connection.execute(select(t.merges).where(t.merges.c.undone_at.is_(None)).order_by(t.merges.c.id))
    return [Merged(**row) for row in rows.mappings()]


def add(connection: Connection, made: Merged, now: str) -> tuple[int, list[int]]:
    """Keep a merge; return its number and those of the reports that bear the name."""
    name, kept = made.name.strip(), made.kept.strip()
    known = merged(connection)
    if not name or not kept or called(known, made.kind, kept) == name:
        raise StoreError(f"{name!r} cannot stand for {kept!r}; choose two names that are not one already")
    if any(m.kind == made.kind and m.name == name for m in known):
        raise StoreError(f"{name!r} stands for another name already; take that apart first")
    values = {"kind": made.kind, "name": name, "kept": kept, "made_at": now}
    number = connection.execute(insert(t.merges).values(**values).returning(t.merges.c.id)).scalar_one()
    return int(number), _bearing(connection, made.kind, name)


def undo(connection: Connection, number: int, now: str) -> list[int]:
    """Take a merge back; return the numbers of the reports that may bear their own name again."""
    row = connection.execute(select(t.merges).filter_by(id=number)).first()
    if row is None:
        raise StoreError(f"there is no merge {number}")
    bearing = _bearing(connection, row.kind, called(merged(connection), row.kind, row.name))
    connection.execute(update(t.merges).filter_by(id=number).values(undone_at=now))
    return bearing


def _bearing(connection: Connection, kind: Kind, name: str) -> list[int]:
    r = t.reports.c
    where = or_(r.home == name, r.away == name) if kind == "club" else r.competition == name
    return [int(n) for n in connection.scalars(select(r.id).where(where))]


def called(known: Iterable[Merged], kind: Kind, name: str) -> str:
    """Return the name that a name stands for, over as many steps as were told."""
    stands = {m.name: m.kept for m in known if m.kind == kind}
    for _ in range(len(stands)):
        name = stands.get(name, name)
    return name


def with_merged(report: MatchReport, known: list[Merged]) -> MatchReport:
    """Return a reading under the names that its clubs and its competition stand for.

    A text that calls its two sides by two names of one club keeps them: a side does not play itself.
    """
    if not known:
        return report
    said = report.match
    home, away = (called(known, "club", side) if side else side for side in (said.home, said.away))
    if home == away:
        home, away = said.home, said.away
    competition = called(known, "competition", said.competition) if said.competition else None
    if (home, away, competition) == (said.home, said.away, said.competition):
        return report
    match = said.model_copy(update={"home": home, "away": away, "competition": competition})
    return renamed_sides(report.model_copy(update={"match": match}), said)


def names(connection: Connection, kind: Kind) -> dict[str, int]:
    """Return the names that the saved reports bear now, with the number of reports each."""
    columns = [t.reports.c.home, t.reports.c.away] if kind == "club" else [t.reports.c.competition]
    counts: dict[str, int] = {}
    for column in columns:
        for name in connection.scalars(select(column).where(column.is_not(None), t.reports.c.deleted_at.is_(None))):
            counts[name] = counts.get(name, 0) + 1
    return dict(sorted(counts.items(), key=lambda item: item[0].casefold()))
