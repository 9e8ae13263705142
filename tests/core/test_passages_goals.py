"""Every passage of the bank of goals is read as a reader would; the open ones are not yet, and the day they are
they lose their mark."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

from core import extract
from core.errors import NotAReport
from core.knowledge import fold
from core.schema import Event, MatchReport

BANK = Path(__file__).parents[1] / "passages" / "goals.toml"
PASSAGES = tomllib.loads(BANK.read_text("utf-8"))["passage"]
GOAL = re.compile(
    r"(?P<side>[ha]) (?P<player>.+?) (?P<minute>-|\d+(?:\+\d*)?)(?P<penalty> pen)?(?P<own> og)?"
    r"(?: <(?P<assist>[^<\d]+?))?(?: (?P<score>\d+-\d+))?"
)


def _sides(passage: dict) -> tuple[str, str]:
    """Host and guest: as the passage says, else from its first line."""
    if "sides" in passage:
        return passage["sides"][0], passage["sides"][1]
    title = re.sub(r" \d+-\d+$", "", passage["text"].splitlines()[0])
    home, _, away = title.partition("-")
    return home, away


def _same(read: str | None, told: str) -> bool:
    """Whether a name read is the one told: the surname may have got its first name before it."""
    if told == "?" or read is None:
        return read is None
    words, wanted = fold(read).split(), fold(told).split()
    return words[-len(wanted) :] == wanted


def _minute(event: Event) -> str:
    if event.minute is None:
        return "-"
    if event.added is None:
        return f"{event.minute}+" if event.approx and event.minute in (45, 90) else str(event.minute)
    return f"{event.minute}+{event.added}"


def _is(event: Event, told: str, sides: tuple[str, str]) -> bool:
    parts = GOAL.fullmatch(told)
    assert parts, told
    assist = parts["assist"]
    return (
        event.team == sides["ha".index(parts["side"])]
        and _same(event.player, parts["player"])
        and _minute(event).removesuffix("+") == parts["minute"].removesuffix("+")
        and (event.penalty, event.own_goal) == (parts["penalty"] is not None, parts["own"] is not None)
        and (event.assist is None if assist is None else _same(event.assist, assist))
        and (parts["score"] is None or event.score_after == tuple(map(int, parts["score"].split("-"))))
    )


def read_right(report: MatchReport, passage: dict) -> bool:
    """Whether the goals read are exactly those of the passage."""
    goals, sides = [e for e in report.events if e.type == "goal"], _sides(passage)
    if (told := passage["expect"]) and (report.match.home, report.match.away) != sides:
        return False
    left = list(goals)
    for entry in told:
        if (hit := next((g for g in left if _is(g, entry, sides)), None)) is None:
            return False
        left.remove(hit)
    return not left


def passage_right(passage: dict) -> bool:
    """Whether a passage is read right; one that the gate does not let in has no goals."""
    try:
        return read_right(extract(passage["text"]), passage)
    except NotAReport:
        return not passage["expect"]


@pytest.mark.parametrize("passage", PASSAGES, ids=[p["text"].splitlines()[0][:40] for p in PASSAGES])
def test_goals_of_a_passage(passage: dict) -> None:
    right = passage_right(passage)
    assert right is not passage.get("open", False), "to be read right" if not right else "right now: unmark it"
