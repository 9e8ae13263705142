"""A newspaper's match sheet (tabellino) rebuilt from a reading."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any

from core.schema import Card, Event, EventType, Lineup, MatchReport

WORDS_FILE = Path(__file__).parent / "lexicon" / "export" / "tabellino.toml"
PERIOD_STARTS = (0, 45, 90, 105)


@cache
def words() -> dict[str, Any]:
    """Return the words of a match sheet."""
    return tomllib.loads(WORDS_FILE.read_text("utf-8"))


def clock(event: Event) -> str:
    """Return the minute as papers print it: ``14' st``, ``45'+2 pt``; nothing where it is not told."""
    if event.minute is None:
        return ""
    period = event.period or (1 if event.minute <= 45 else 2)
    added = f"+{event.added}" if event.added else ""
    told = f"{event.minute - PERIOD_STARTS[period - 1]}'{added} {words()['periods'][period - 1]}"
    return f"{words()['about']} {told}" if event.approx else told


def _line(*parts: str) -> str:
    return " ".join(p for p in parts if p)


def _bracketed(*parts: str | None) -> str:
    told = ", ".join(p for p in parts if p)
    return f"({told})" if told else ""


def _goal(event: Event) -> str:
    w = words()
    flag = w["penalty"] if event.penalty else w["own_goal"] if event.own_goal else None
    return _line(clock(event), event.player or w["unknown_player"], _bracketed(event.team, flag))


def _change(event: Event) -> str:
    w = words()
    out = _line(w["for_whom"], event.player_out) if event.player_out else ""
    return _line(clock(event), event.player_in or w["unknown_side"], out)


def _carded(event: Event) -> str:
    flag = words()["second_yellow"] if event.card == Card.SECOND_YELLOW else None
    return _line(event.player or words()["unknown_player"], _bracketed(event.team, clock(event) or None, flag))


def _lineup(lineup: Lineup, coach: str | None, changes: list[Event]) -> list[str]:
    entered = {e.player_out: e for e in changes if e.player_out and e.player_in}
    men = [
        _line(name, f"({_line(clock(entered[name]), entered[name].player_in or '')})" if name in entered else "")
        for name in lineup.starters
    ]
    head = f"{lineup.team} ({lineup.formation})" if lineup.formation else lineup.team
    lines = [f"{head}: {', '.join(men)}." + (f" {words()['coach']} {coach}." if coach else "")]
    return lines + ([f"{words()['bench']}: {', '.join(lineup.bench)}."] if lineup.bench else [])


def _kind(report: MatchReport, kind: EventType) -> list[Event]:
    return [e for e in report.events if e.type == kind]


def _listed(title: str, told: Iterable[str]) -> list[str]:
    items = ", ".join(told)
    return [f"{title}: {items}."] if items else []


def tabellino(report: MatchReport) -> str:
    """Return the match sheet that the reading amounts to; what is not known is left out."""
    w, match = words(), report.match
    sides = [side or w["unknown_side"] for side in (match.home, match.away)]
    score = "-".join(map(str, match.score)) if match.score else ""
    half = "(" + w["half_time"] + " " + "-".join(map(str, match.half_time)) + ")" if match.half_time else ""
    shootout = "-".join(map(str, match.shootout)) + " " + w["penalties"] if match.shootout else ""
    lines = [_line("-".join(sides).upper(), score, half, shootout)]
    setting = ", ".join(x for x in (match.competition, match.stage, match.season, match.date, match.stadium) if x)
    lines += [setting] if setting else []
    lines += _listed(w["goals"], map(_goal, _kind(report, EventType.GOAL)))
    changes = _kind(report, EventType.SUBSTITUTION)
    for side, coach in ((match.home, match.home_coach), (match.away, match.away_coach)):
        own = [e for e in changes if e.team == side]
        lineup = next((x for x in match.lineups if x.team == side and x.starters), None)
        shown: list[Event] = []
        if lineup:
            lines += _lineup(lineup, coach, own)
            shown = [e for e in own if e.player_in and e.player_out in lineup.starters]
        elif coach:
            lines.append(f"{side}: {w['coach']} {coach}.")
        rest = [e for e in own if e not in shown]
        lines += _listed(f"{w['substitutions']} {side}", map(_change, rest))
    lines += [f"{w['referee']}: {match.referee}."] if match.referee else []
    shown_cards = _kind(report, EventType.CARD)
    lines += _listed(w["booked"], (_carded(e) for e in shown_cards if e.card == Card.YELLOW))
    lines += _listed(w["sent_off"], (_carded(e) for e in shown_cards if e.card != Card.YELLOW))
    notes = [f"{w['attendance']} {match.attendance}"] if match.attendance else []
    for e in _kind(report, EventType.PENALTY_MISSED):
        keeper = f"{w['saved_by']} {e.goalkeeper}" if e.goalkeeper else None
        notes.append(_line(w["missed"], e.player or w["unknown_player"], _bracketed(e.team, clock(e) or None, keeper)))
    return "\n".join([*lines, *_listed(w["notes"], notes)]) + "\n"
