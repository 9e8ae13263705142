"""The people of one reading with what each did, as a table."""

from __future__ import annotations

from collections import Counter

import pandas as pd

from core.highlight import mention_side
from core.schema import Event, MatchReport

ROLES = {
    "goals": lambda e: e.type == "goal" and not e.own_goal and e.player,
    "own_goals": lambda e: e.type == "goal" and e.own_goal and e.player,
    "assists": lambda e: e.type == "goal" and e.assist,
    "shots": lambda e: e.type == "shot" and e.player,
    "yellow": lambda e: e.type == "card" and e.card in ("yellow", "second_yellow") and e.player,
    "red": lambda e: e.type == "card" and e.card in ("red", "second_yellow") and e.player,
    "on": lambda e: e.type == "substitution" and e.player_in,
    "off": lambda e: e.type == "substitution" and e.player_out,
}
"""Column -> who of an event is counted in it."""
COLUMNS = ["name", "label", "team", "side", "mentions", *ROLES]


def people(report: MatchReport) -> pd.DataFrame:
    """Return one row per person: name, label, team, side, times named, and counts per ``ROLES``."""
    rows: dict[tuple[str, str], dict[str, object]] = {}
    for mention in report.mentions:
        if mention.label in ("PLAYER", "COACH", "REFEREE", "PERSON"):
            side = mention_side(report, mention)
            fresh = {"name": mention.name, "label": str(mention.label), "team": mention.team or "", "side": side}
            row = rows.setdefault((mention.name, mention.team or ""), {**fresh, "mentions": 0})
            row["mentions"] = int(str(row["mentions"])) + 1
    for role, pick in ROLES.items():
        counts = Counter(name for e in report.events if (name := pick(e)))
        for (name, _), row in rows.items():
            row[role] = counts.get(name, 0) if row["label"] in ("PLAYER", "COACH") else 0
    order = {"home": 0, "away": 1, "none": 2}
    frame = pd.DataFrame(list(rows.values()), columns=COLUMNS)
    key = frame.side.map(order).fillna(2) if len(frame) else frame.side
    return (
        frame.assign(_side=key)
        .sort_values(["_side", "label", "mentions"], ascending=[True, False, False], kind="stable")
        .drop(columns="_side")
        .reset_index(drop=True)
    )


def events_of(report: MatchReport, name: str) -> list[Event]:
    """Return the events that name a person in any role, in their order."""
    found = [
        e
        for e in report.events
        if name in (e.player, e.assist, e.player_in, e.player_out, e.goalkeeper, e.fouled, e.fouler)
    ]
    return sorted(found, key=lambda e: e.order)
