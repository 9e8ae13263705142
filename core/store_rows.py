"""What is derived from a corrected reading: header columns, rows of events, mentions and people, its match."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import Connection, delete, exists, insert, select, text, update

from core import store_tables as t
from core.fusion_match import Goal, Outline, clock_of, same_match
from core.gold import slug
from core.schema import Event, EventType, Label, MatchReport, Mention

if TYPE_CHECKING:
    from core.store import Alias

HEADER = ("home", "away", "competition", "stage", "season", "stadium", "referee")
PERSON_LABELS = (Label.PLAYER, Label.COACH, Label.REFEREE, Label.PERSON)
PERSON_FIELDS = ("player", "assist", "player_in", "player_out", "goalkeeper", "fouled", "fouler")
SEASON_STARTS = 7
"""The month in which a season begins."""
LATE_ENDS = {"2019/20": "2020-08-31"}
"""Seasons that ended after the next one should have begun: the pandemic's."""


def season_of(day: str) -> str:
    """Return the season of an ISO date: ``2018-03-01`` is of 2017/18."""
    year, month = int(day[:4]), int(day[5:7])
    first = year if month >= SEASON_STARTS else year - 1
    return f"{first}/{(first + 1) % 100:02d}"


def _in_season(day: str, season: str | None) -> bool:
    """Tell whether a day can be of a season; one named by a single year is left as it is."""
    if not season or "/" not in season:
        return bool(season)
    return season_of(day) == season or (season in LATE_ENDS and season_of(day) > season and day <= LATE_ENDS[season])


def with_aliases(report: MatchReport, aliases: list[Alias]) -> MatchReport:
    """Return the reading with the archive's aliases: names of mentions, and of those persons in events."""
    if not aliases:
        return report
    told = {(a.written.casefold(), a.club): a.name for a in aliases}
    renamed: dict[tuple[str, str | None], str] = {}
    mentions: list[Mention] = []
    for m in report.mentions:
        name = None
        if m.label in PERSON_LABELS:
            for form in (m.text.casefold(), m.name.casefold()):
                name = name or told.get((form, m.team or "")) or told.get((form, ""))
        if name and name != m.name:
            renamed[m.name, m.team] = name
            mentions.append(m.model_copy(update={"name": name, "entity": slug(name), "rule": "alias"}))
        else:
            mentions.append(m)
    if not renamed:
        return report
    by_name = {old: new for (old, _), new in renamed.items()}

    def renew(event: Event) -> Event:
        change = {f: by_name[v] for f in PERSON_FIELDS if (v := getattr(event, f)) in by_name}
        return event.model_copy(update=change) if change else event

    return report.model_copy(update={"mentions": mentions, "events": [renew(e) for e in report.events]})


def derive(connection: Connection, number: int, report: MatchReport, given: dict[str, Any]) -> None:
    """Write everything that follows from ``report`` anew, and find its match."""
    match = report.match
    header = {k: getattr(match, k) for k in HEADER}
    # what the user said at saving fills in what the text does not tell; a correction beats both
    day = match.date or given.get("date")
    values = {**header, "date": day, "round": given.get("round"), "season": match.season}
    values["competition"] = match.competition or given.get("competition")
    if day and not _in_season(day, match.season):
        # a reader infers the season of a text without a date from its names; the day knows better
        values["season"] = season_of(day)
    values["home_goals"], values["away_goals"] = match.score or (None, None)
    connection.execute(update(t.reports).filter_by(id=number).values(**values))
    for table in (t.events, t.mentions, t.lineups):
        connection.execute(delete(table).filter_by(report_id=number))
    _write_events(connection, number, report)
    _write_mentions(connection, number, report, values["season"] or "")
    _write_lineups(connection, number, report)
    _write_index(connection, number, report, values)
    place_in_match(connection, number, values)


def _write_index(connection: Connection, number: int, report: MatchReport, header: dict[str, Any]) -> None:
    if connection.dialect.name != "sqlite":
        return
    title = " ".join(header[k] for k in ("home", "away", "competition") if header[k])
    drop_from_index(connection, number)
    connection.execute(
        text(f"INSERT INTO {t.SEARCH} (rowid, title, body) VALUES (:number, :title, :body)"),
        {"number": number, "title": title, "body": report.text},
    )


def drop_from_index(connection: Connection, number: int) -> None:
    """Forget the words of a report."""
    if connection.dialect.name == "sqlite":
        connection.execute(text(f"DELETE FROM {t.SEARCH} WHERE rowid = :number"), {"number": number})


def _write_events(connection: Connection, number: int, report: MatchReport) -> None:
    rows = []
    for e in report.events:
        row = {c.name: getattr(e, c.name) for c in t.events.c if c.name in type(e).model_fields and c.name != "id"}
        home, away = e.score_after or (None, None)
        rows.append({**row, "report_id": number, "key": e.id, "score_home": home, "score_away": away})
    if rows:
        connection.execute(insert(t.events), rows)


def _write_mentions(connection: Connection, number: int, report: MatchReport, season: str) -> None:
    people = {(m.name, m.team or "", season) for m in report.mentions if m.label in PERSON_LABELS}
    known: dict[tuple[str, str, str], int] = {}
    for person in sorted(people):
        key = dict(zip(("name", "club", "season"), person, strict=True))
        found = connection.execute(select(t.people.c.id).filter_by(**key)).scalar()
        if found is None:
            found = connection.execute(insert(t.people).values(**key).returning(t.people.c.id)).scalar_one()
        known[person] = found
    columns = ("start", "end", "text", "label", "name", "team", "confidence", "rule")
    rows = [
        {c: getattr(m, c) for c in columns}
        | {"report_id": number, "person_id": known.get((m.name, m.team or "", season))}
        for m in report.mentions
    ]
    if rows:
        connection.execute(insert(t.mentions), rows)


def _write_lineups(connection: Connection, number: int, report: MatchReport) -> None:
    rows = [
        {"report_id": number, "team": lineup.team, "player": player, "starter": starter}
        for lineup in report.match.lineups
        for starter, players in ((True, lineup.starters), (False, lineup.bench))
        for player in players
    ]
    if rows:
        connection.execute(insert(t.lineups), rows)


# -- matches ----------------------------------------------------------------------------------------


def _goals(connection: Connection, number: int) -> tuple[Goal, ...]:
    e = t.events.c
    chosen = select(e.team, e.player, e.minute, e.added).where(e.report_id == number, e.type == EventType.GOAL.value)
    return tuple(Goal(r.team, r.player, clock_of(r.minute, r.added)) for r in connection.execute(chosen))


def _outline(row: Any, goals: tuple[Goal, ...]) -> Outline:  # noqa: ANN401
    score = None if row.home_goals is None or row.away_goals is None else (row.home_goals, row.away_goals)
    return Outline(row.home, row.away, score, row.competition, row.season, row.date, goals)


def _fitting_match(connection: Connection, number: int) -> Any:  # noqa: ANN401
    """Return the match whose other reports all tell what report ``number`` tells; None if there is none."""
    r, m = t.reports.c, t.matches.c
    own = connection.execute(select(t.reports).filter_by(id=number)).one()
    if not (own.home and own.away):
        return None
    mine = _outline(own, _goals(connection, number))
    others = select(t.reports).join(t.matches, r.match_id == m.id).where(r.home == own.home, r.away == own.away)
    members: dict[int, list[Outline]] = {}
    for row in connection.execute(others.where(r.id != number, m.by_hand.is_(False)).order_by(m.id)).all():
        members.setdefault(row.match_id, []).append(_outline(row, _goals(connection, row.id)))
    fitting = (match for match, told in members.items() if all(same_match(mine, other) for other in told))
    chosen = next(fitting, None)
    return connection.execute(select(t.matches).filter_by(id=chosen)).one() if chosen is not None else None


def place_in_match(connection: Connection, number: int, header: dict[str, Any]) -> None:
    """Give a report its match: the one of its like, else one of its own. What was set by hand stays."""
    if connection.execute(select(t.reports.c.by_hand).filter_by(id=number)).scalar():
        return
    columns = ("home", "away", "home_goals", "away_goals", "competition", "season", "round", "date")
    current = connection.execute(
        select(t.matches).join(t.reports, t.reports.c.match_id == t.matches.c.id).where(t.reports.c.id == number)
    ).first()
    found = _fitting_match(connection, number)
    if found is not None:
        fill = {k: header[k] for k in columns if getattr(found, k) is None and header[k] is not None}
        if fill:
            connection.execute(update(t.matches).filter_by(id=found.id).values(**fill))
        chosen = found.id
    elif current is not None and not _told_by_others(connection, current.id, number):
        connection.execute(update(t.matches).filter_by(id=current.id).values(**{k: header[k] for k in columns}))
        chosen = current.id
    else:
        made = insert(t.matches).values(**{k: header[k] for k in columns}, by_hand=False)
        chosen = connection.execute(made.returning(t.matches.c.id)).scalar_one()
    connection.execute(update(t.reports).filter_by(id=number).values(match_id=chosen))
    drop_empty_matches(connection)


def _told_by_others(connection: Connection, match: int, number: int) -> bool:
    others = select(t.reports.c.id).filter_by(match_id=match).where(t.reports.c.id != number)
    return connection.execute(others.limit(1)).first() is not None


def drop_empty_matches(connection: Connection) -> None:
    """Forget matches that no report tells any more."""
    connection.execute(delete(t.matches).where(~exists().where(t.reports.c.match_id == t.matches.c.id)))


def split(connection: Connection, number: int) -> int:
    """Give a report a match of its own that no other report joins by itself."""
    report = connection.execute(select(t.reports).filter_by(id=number)).one()
    columns = ("home", "away", "home_goals", "away_goals", "competition", "season", "round", "date")
    made = insert(t.matches).values(**{k: getattr(report, k) for k in columns}, by_hand=True)
    chosen = int(connection.execute(made.returning(t.matches.c.id)).scalar_one())
    connection.execute(update(t.reports).filter_by(id=number).values(match_id=chosen, by_hand=True))
    drop_empty_matches(connection)
    return chosen


def join(connection: Connection, number: int, match: int) -> None:
    """Put a report to a match by hand; it stays there."""
    connection.execute(update(t.reports).filter_by(id=number).values(match_id=match, by_hand=True))
    drop_empty_matches(connection)
