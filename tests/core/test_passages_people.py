"""Short reports of all tones: who is a player, a coach, a referee, whose, and what the header tells.

The notation stands at the top of ``tests/passages/people.toml``. Names are the same when the words of one stand in the
other, so that a longer or shorter form of a club or a person is no mistake.
"""

import re
import tomllib
import unicodedata
from pathlib import Path

import pytest

from core.extract import read, report_of
from core.schema import MatchReport, Mention

PASSAGES = tomllib.loads((Path(__file__).parents[1] / "passages" / "people.toml").read_text(encoding="utf-8"))[
    "passage"
]
HEADER = {"comp": "competition", "half": "half_time"}
PEOPLE = {"player": "PLAYER", "coach": "COACH", "ref": "REFEREE", "person": "PERSON"}
THINGS = {"team": "TEAM", "stad": "STADIUM", "place": "PLACE", "competition": "COMPETITION"}
Span = tuple[int, int]


def _words(name: str) -> frozenset[str]:
    """The words of a name, case and accents aside."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))
    return frozenset(re.findall(r"\w+", plain.casefold()))


def _same(one: str | None, other: str | None) -> bool:
    """Whether two names are of one thing."""
    if not one or not other:
        return not one and not other
    first, second = _words(one), _words(other)
    return first <= second or second <= first


def _split(what: str) -> tuple[str, int | None, str | None]:
    """Surface, which of its occurrences, and side of ``X#1 @ SIDE``."""
    surface, _, side = what.partition(" @ ")
    surface, _, index = surface.partition("#")
    return surface, int(index) if index else None, side or None


def _occurrences(text: str, surface: str, longer: list[str]) -> list[Span]:
    """Where a surface stands by itself, outside the longer names given."""
    inside = [m.span() for name in longer for m in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", text)]
    spans = [m.span() for m in re.finditer(rf"(?<!\w){re.escape(surface)}(?!\w)", text)]
    return [s for s in spans if not any(a <= s[0] and s[1] <= b for a, b in inside)]


def _header_wrong(report: MatchReport, key: str, value: str) -> str | None:
    got = getattr(report.match, HEADER.get(key, key))
    if key in ("score", "half", "shootout"):
        told = "-".join(map(str, got)) if got else "-"
        return None if told == value else f"{key} {told} for {value}"
    return None if _same(got, "" if value == "-" else value) else f"{key} {got} for {value}"


def _people_wrong(text: str, mentions: list[Mention], expect: list[tuple[str, str]]) -> list[str]:
    """What is missing, wrong or too much among the people."""
    forms = [_split(value)[0] for _, value in expect]
    seen = {(m.start, m.end): m for m in mentions if m.label in PEOPLE.values()}
    wrong = []
    for kind, value in expect:
        if kind not in PEOPLE:
            continue
        surface, index, side = _split(value)
        longer = [form for form in forms if surface in form and surface != form]
        longer += [v for k, v in expect if k in ("home", "away", "stadium") and surface in v]
        spans = _occurrences(text, surface, longer)
        for span in spans if index is None else [spans[index]]:
            mention = seen.pop(span, None)
            if mention is None or mention.label != PEOPLE[kind]:
                wrong.append(f"{surface}: {mention.label if mention else 'nobody'} for {PEOPLE[kind]}")
            elif side and not _same(mention.team, side):
                wrong.append(f"{surface}: of {mention.team} for {side}")
    return wrong + [f"{m.text}: {m.label} too much" for m in seen.values()]


def _things_wrong(mentions: list[Mention], expect: list[tuple[str, str]]) -> list[str]:
    """Which clubs, grounds, places and competitions asked for are not read as such."""
    wrong = []
    for kind, value in expect:
        surface, _, club = _split(value)
        label = THINGS.get(kind)
        same = (m for m in mentions if m.text == surface and m.label == label and (not club or _same(m.name, club)))
        if label and not any(same):
            wrong.append(f"{surface}: no {label}")
    return wrong


def mistakes(passage: dict[str, object]) -> list[str]:
    """What is read otherwise than the passage expects."""
    text = str(passage["text"])
    expect = [(e.split(" ", 1)[0], e.split(" ", 1)[1]) for e in map(str, passage["expect"])]  # type: ignore[call-overload]
    report = report_of(read(text))
    header = [_header_wrong(report, k, v) for k, v in expect if k not in PEOPLE and k not in THINGS]
    mentions = list(report.mentions)
    return [h for h in header if h] + _people_wrong(text, mentions, expect) + _things_wrong(mentions, expect)


@pytest.mark.parametrize("passage", PASSAGES, ids=[p["text"][:40] for p in PASSAGES])
def test_people_of_a_passage_are_read(passage: dict[str, object]) -> None:
    """A passage is exact, or it is marked as open and is not."""
    wrong = mistakes(passage)
    if passage.get("open"):
        assert wrong, "open passage that comes out right: unmark it"
    else:
        assert not wrong, wrong
