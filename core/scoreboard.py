"""What a scoreboard shows of one reading: sides, score, scorers with minutes, one muted line of facts."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from core.highlight import side_of
from core.i18n import day_text, tr, trn
from core.schema import Event, MatchReport
from core.timeline import mark_kind, short_name
from core.wording import goal_note, when


@dataclass(frozen=True, slots=True)
class Board:
    """The scoreboard in words; lists are in the order of the match."""

    home: str
    away: str
    score: str
    under_score: str
    facts: list[str]
    home_scorers: list[tuple[str, str]]
    """(who and when, the mark of the goal)"""
    away_scorers: list[tuple[str, str]]
    home_reds: list[str]
    away_reds: list[str]
    coaches: tuple[str, str]
    untold: tuple[str, str] = ("", "")
    """How many goals of each side the score holds that no sentence tells, in words."""


def scorers(report: MatchReport, side: str) -> list[tuple[str, str]]:
    """Return ``Koopmeiners 45'+2 (pen.), 59'`` and the mark of the goal for each scorer of a side, the first first."""
    by_player: dict[tuple[str, str], list[str]] = {}
    for event in sorted(report.events, key=lambda e: e.order):
        if event.type == "goal" and side_of(report, event.team) == side:
            note = goal_note(event)
            minute = " ".join(part for part in (when(event), f"({note})" if note else "") if part)
            name = short_name(report, event.player) or tr("not named")
            by_player.setdefault((name, mark_kind(event)), []).append(minute)
    return [(f"{name} {', '.join(m for m in told if m)}".strip(), kind) for (name, kind), told in by_player.items()]


def _dismissed(report: MatchReport, side: str) -> list[str]:
    def sent_off(event: Event) -> bool:
        return event.type == "card" and event.card in ("red", "second_yellow")

    return [
        f"{short_name(report, e.player)} {when(e)}".strip()
        for e in report.events
        if sent_off(e) and side_of(report, e.team) == side
    ]


def _untold(report: MatchReport, side: str) -> str:
    """Say how many goals of a side are in the score and told by no sentence."""
    if report.match.score is None:
        return ""
    told = sum(e.type == "goal" and side_of(report, e.team) == side for e in report.events)
    lacking = report.match.score[side == "away"] - told
    return trn("{n} goal not told", "{n} goals not told", lacking) if lacking > 0 else ""


def _day(iso: str | None) -> str | None:
    try:
        return day_text(date.fromisoformat(iso)) if iso else None
    except ValueError:
        return iso


def board(report: MatchReport) -> Board:
    """Gather the scoreboard of a reading; what the text does not tell is left out."""
    m = report.match
    half = tr("half time {score}", score="{}–{}".format(*m.half_time)) if m.half_time else ""
    shootout = tr("{score} on penalties", score="{}–{}".format(*m.shootout)) if m.shootout else ""
    crowd = tr("{n} spectators", n=f"{m.attendance:,}".replace(",", ".")) if m.attendance else ""
    referee = tr("referee {name}", name=m.referee) if m.referee else ""
    facts = [m.competition, m.stage, m.season, _day(m.date), m.stadium, referee, crowd]
    return Board(
        home=m.home or tr("home side?"),
        away=m.away or tr("away side?"),
        score="{}–{}".format(*m.score) if m.score else "?–?",
        under_score=" · ".join(part for part in (shootout, half) if part),
        facts=[fact for fact in facts if fact],
        home_scorers=scorers(report, "home"),
        away_scorers=scorers(report, "away"),
        home_reds=_dismissed(report, "home"),
        away_reds=_dismissed(report, "away"),
        coaches=(m.home_coach or "", m.away_coach or ""),
        untold=(_untold(report, "home"), _untold(report, "away")),
    )
