"""Short passages of reports: which goals, shots, penalties and disallowed goals a reader finds in them."""

import re
import tomllib
from dataclasses import dataclass
from pathlib import Path

import pytest

from core.extract import read

FILE = Path(__file__).parents[1] / "passages" / "chances.toml"
PASSAGES = tomllib.loads(FILE.read_text("utf-8"))["passage"]
KINDS = {
    "goal": "goal",
    "disallowed": "disallowed_goal",
    "shot": "shot",
    "award": "penalty_awarded",
    "missed": "penalty_missed",
}
RESULTS = {"saved": "saved", "off": "off_target", "blocked": "blocked", "wood": "woodwork"}
MINUTE = re.compile(r"(?P<approx>~?)(?P<minute>\d+)(?:\+(?P<added>\d+))?$")
APPROX_MINUTES = 5


@dataclass(frozen=True)
class Expected:
    """One entry of `expect`, taken apart; the notation is told at the top of the file of passages."""

    kind: str
    side: str
    player: str | None
    marks: frozenset[str]
    people: tuple[tuple[str, str], ...]
    minute: tuple[int, int] | None
    approx: bool

    @classmethod
    def read(cls, entry: str) -> "Expected":
        """The entry behind one line of the notation."""
        kind, side, player, *words = entry.split()
        time = MINUTE.match(words[-1]) if words else None
        marks = words[:-1] if time else words
        people = tuple(tuple(word.replace("_", " ").split("=")) for word in marks if "=" in word)
        minute = (int(time["minute"]), int(time["added"] or 0)) if time else None
        return cls(
            KINDS[kind],
            {"h": "home", "a": "away"}[side],
            None if player == "-" else player.replace("_", " "),
            frozenset(word for word in marks if "=" not in word),
            people,
            minute,
            bool(time and time["approx"]),
        )

    def fits(self, event, match) -> bool:
        """Whether an event of the report is the one expected."""
        return (
            event.type == self.kind
            and event.team == getattr(match, self.side)
            and same_name(self.player, event.player)
            and self._marks_fit(event)
            and all(same_name(name, getattr(event, ROLES[role])) for role, name in self.people)
            and self._minute_fits(event)
        )

    def _marks_fit(self, event) -> bool:
        if self.kind == "goal":
            return self.marks == {word for word, flag in (("pen", event.penalty), ("own", event.own_goal)) if flag}
        if self.kind == "shot":
            return {RESULTS[word] for word in self.marks} == ({event.result} if event.result else set())
        return True

    def _minute_fits(self, event) -> bool:
        if self.minute is None or event.minute is None:
            return self.minute is None and event.minute is None
        told = (event.minute, event.added or 0)
        return abs(sum(told) - sum(self.minute)) <= APPROX_MINUTES if self.approx else told == self.minute


ROLES = {"gk": "goalkeeper", "fouled": "fouled", "fouler": "fouler"}


def same_name(expected: str | None, found: str | None) -> bool:
    """Whether a surname is that of the person found, who may have a first name too."""
    if not expected or not found:
        return not expected and not found
    return expected == found or found.endswith(" " + expected)


def differences(passage: dict) -> list[str]:
    """What the reader misses in a passage and what it finds too much, one line each."""
    report = read(passage["text"])  # as short a text is not always a report to the gate
    found = [event for event in report.events if event.type in KINDS.values()]
    missed = []
    for entry in passage["expect"]:
        expected = Expected.read(entry)
        event = next((event for event in found if expected.fits(event, report.match)), None)
        if event is None:
            missed.append(f"missed: {entry}")
        else:
            found.remove(event)
    return missed + [f"too much: {described(event)}" for event in found]


def described(event) -> str:
    """An event in a few words, for the message of a failing passage."""
    fields = ("type", "team", "player", "minute", "added", "result", "goalkeeper", "fouled", "fouler", "penalty")
    return " ".join(f"{name}={value}" for name in fields if (value := getattr(event, name, None)))


@pytest.mark.parametrize("passage", PASSAGES, ids=[passage["text"][:40] for passage in PASSAGES])
def test_the_chances_of_a_passage(passage):
    found = differences(passage)
    if passage.get("open"):
        assert found, "read right: take `open` away"
    else:
        assert not found, "\n".join(found)
