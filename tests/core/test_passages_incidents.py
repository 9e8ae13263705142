"""Short passages on cards, substitutions, injuries and the clock read as they stand in the bank."""

import re
import tomllib
from collections import Counter
from pathlib import Path

import pytest

from core.extract import read
from core.knowledge import fold
from core.schema import Event

BANK = Path(__file__).parents[1] / "passages" / "incidents.toml"
PASSAGES = tomllib.loads(BANK.read_text(encoding="utf-8"))["passage"]
ALWAYS = {"card", "substitution", "injury", "goal"}
CARDS = {"yellow": "yellow", "second": "second_yellow", "red": "red"}
KINDS = {
    "sub": "substitution", "injury": "injury", "goal": "goal", "pen": "goal", "own": "goal", "shot": "shot",
    "missed": "penalty_missed", "disallowed": "disallowed_goal", **dict.fromkeys(CARDS, "card"),
}  # fmt: skip
NOTE = re.compile(r"(?P<kind>\w+) (?P<who>.+?) (?P<minute>-|~?\d+(?:\+\d+)?)(?: @(?P<side>.+))?$")
NEAR = 5


def fits_name(wanted: str, name: str | None) -> bool:
    """The words of one name stand in the other; "?" is no name at all."""
    if wanted == "?" or not name:
        return wanted == "?" and not name
    a, b = set(fold(wanted).split()), set(fold(name).split())
    return a <= b or b <= a


def fits_minute(wanted: str, e: Event) -> bool:
    """The minute is the one told: exact, near where it is told about, none where none is told."""
    if wanted == "-" or e.minute is None:
        return wanted == "-" and e.minute is None
    minute, _, added = wanted.removeprefix("~").partition("+")
    if wanted.startswith("~"):
        return abs(int(minute) - e.minute) <= NEAR
    return (int(minute), int(added or 0)) == (e.minute, e.added or 0)


def fits(note: str, e: Event) -> bool:
    """The event is what the note of the bank says."""
    parts = NOTE.fullmatch(note)
    assert parts, f"not in the notation of the bank: {note}"
    kind, who, minute, side = parts["kind"], parts["who"], parts["minute"], parts["side"]
    if e.type != KINDS[kind] or not fits_minute(minute, e) or (side and not fits_name(side, e.team)):
        return False
    if kind == "sub":
        comes, _, goes = who.partition("<")
        return fits_name(comes, e.player_in) and fits_name(goes, e.player_out)
    if kind in CARDS and e.card != CARDS[kind]:
        return False
    return fits_name(who, e.player) and (e.type != "goal" or (kind == "pen", kind == "own") == (e.penalty, e.own_goal))


def told(e: Event) -> str:
    """An event in words, for the message of a test that fails."""
    who = f"{e.player_in}<{e.player_out}" if e.type == "substitution" else e.player
    sign = " ".join(word for word, said in (("pen", e.penalty), ("own", e.own_goal)) if said)
    minute = f"{e.minute or '-'}{f'+{e.added}' if e.added else ''}"
    return " ".join(filter(None, (e.card or e.type, sign, who, minute, f"@{e.team}")))


def differences(passage: dict) -> list[str]:
    """What the reading of a passage lacks (-) and has too much (+)."""
    wanted = passage["expect"]
    kinds = ALWAYS | {KINDS[note.split()[0]] for note in wanted}
    rest = [e for e in read(passage["text"]).events if e.type in kinds]
    missing = []
    for note in wanted:
        hit = next((e for e in rest if fits(note, e)), None)
        if hit is None:
            missing.append(f"- {note}")
        else:
            rest.remove(hit)
    return missing + [f"+ {told(e)}" for e in rest]


@pytest.mark.parametrize("passage", PASSAGES, ids=lambda p: f"{p['group']}: {p['text'][:50]}")
def test_passage_is_read_as_noted(passage: dict):
    found = differences(passage)
    if passage.get("open"):
        assert found, "comes out right: no longer open"
    else:
        assert not found, "\n".join([passage["text"], *found])


def test_bank_is_broad():
    groups = Counter(p["group"] for p in PASSAGES)
    assert groups["card"] >= 50 and groups["substitution"] >= 60 and groups["injury"] >= 15 and groups["clock"] >= 40
    assert len({p["text"] for p in PASSAGES}) == len(PASSAGES)
