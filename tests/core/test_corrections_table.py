"""Header and events as rows, and what typing in them corrects."""

import pytest

from core.corrections import CorrectionError
from core.corrections_table import (
    HEADER,
    event_changes,
    event_row,
    header_changes,
    header_text,
    missed_event,
    swapped_sides,
)
from core.errors import CronacaError
from core.schema import MatchReport
from core.store_corrections import apply, correct_event, correct_match
from tests.conftest import build_report

GOALS = ({"player": "Rossi", "minute": 12}, {"player": "Neri", "minute": 50, "team": "Brenta"})


def report(score=(1, 1), **match) -> MatchReport:
    return build_report("Alba", "Brenta", score, *GOALS, **match)


def fixed(read: MatchReport, *corrections) -> MatchReport:
    new, lost = apply(read, list(corrections))
    assert not lost
    return new


# -- header -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("field", "typed", "value"),
    [
        ("score", "2-1", (2, 1)),
        ("half_time", " 1–0 ", (1, 0)),
        ("date", "25/01/2020", "2020-01-25"),
        ("date", "2020-01-25", "2020-01-25"),
        ("season", "2019-20", "2019/20"),
        ("attendance", "12.345", 12345),
        ("referee", "Maria  Bianchi", "Maria Bianchi"),
        ("score", "", None),
    ],
)
def test_header_fields_as_typed(field, typed, value):
    assert getattr(fixed(report(), *header_changes(report(), {field: typed})).match, field) == value


@pytest.mark.parametrize(
    ("field", "typed"),
    [("score", "due a uno"), ("date", "31/02/2020"), ("season", "2019/21"), ("attendance", "molti"), ("away", "Alba")],
)
def test_header_fields_that_cannot_be(field, typed):
    with pytest.raises(CronacaError, match=typed):
        header_changes(report(), {field: typed})


def test_what_is_not_changed_is_not_corrected():
    read = report(date="2020-01-25", half_time=(1, 0))
    assert header_changes(read, {f: header_text(read.match, f) for f in HEADER}) == []


def test_a_side_renamed_takes_names_and_events_along():
    new = fixed(report(), correct_match(report(), "home", "Alba Nova"))
    assert [e.team for e in new.events] == ["Alba Nova", "Brenta"]
    assert [m.team for m in new.mentions] == ["Alba Nova", "Brenta"]


def test_sides_change_places_but_not_their_events():
    read = report((2, 1), half_time=(1, 0), home_coach="Verdi")
    new = fixed(read, *swapped_sides(read))
    assert (new.match.home, new.match.away, new.match.score, new.match.half_time) == ("Brenta", "Alba", (1, 2), (0, 1))
    assert (new.match.home_coach, new.match.away_coach) == (None, "Verdi")
    assert [e.team for e in new.events] == ["Alba", "Brenta"]


# -- events -----------------------------------------------------------------------------------------


def changed(read: MatchReport, at: int, **row) -> MatchReport:
    return fixed(read, *event_changes(read, read.events[at], row))


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ({"who": "Verdi"}, {"player": "Verdi"}),
        ({"other": "Verdi"}, {"assist": "Verdi"}),
        ({"detail": "own_goal"}, {"own_goal": True, "penalty": False}),
        ({"team": "Brenta"}, {"team": "Brenta"}),
        ({"minute": 46}, {"minute": 46, "period": 2, "earliest": (46, 0)}),
        ({"minute": 45, "added": 2}, {"minute": 45, "added": 2, "period": 1, "latest": (45, 2)}),
        ({"minute": None}, {"minute": None, "added": None, "earliest": None}),
        ({"type": "card", "detail": "red"}, {"type": "card", "card": "red", "player": "Rossi"}),
        ({"type": "substitution", "other": "Verdi"}, {"player_in": "Rossi", "player_out": "Verdi"}),
        ({"type": "shot", "detail": "saved", "other": "Gatti"}, {"result": "saved", "goalkeeper": "Gatti"}),
    ],
)
def test_a_row_typed_otherwise(row, expected):
    event = next(e for e in changed(report(), 0, **row).events if e.start == report().events[0].start)
    assert {f: getattr(event, f) for f in expected} == expected
    assert event.rule == "corrected"


@pytest.mark.parametrize(
    "row",
    [
        {"minute": 0},
        {"minute": 121},
        {"added": 31},
        {"team": "Carso"},
        {"detail": "red"},
        {"type": "injury", "other": "X"},
    ],
)
def test_a_row_that_cannot_be(row):
    with pytest.raises(CorrectionError):
        event_changes(report(), report().events[0], row)


def test_an_untouched_row_corrects_nothing():
    read = report()
    read.events[0].card = "red"  # a fault of the reader in a field that the row of a goal does not show
    assert event_changes(read, read.events[0], event_row(read.events[0])) == []


def test_events_stand_in_the_order_of_the_clock():
    new = changed(report(), 0, minute=80)
    assert [(e.player, e.order) for e in new.events] == [("Neri", 1), ("Rossi", 2)]
    assert [e.score_after for e in new.events] == [(0, 1), (1, 1)]


def test_goals_that_do_not_add_up_have_no_running_score():
    read = report((3, 1))
    assert [e.score_after for e in changed(read, 0, minute=80).events] == [None, None]


def test_a_missed_event_is_added_and_found_again():
    read = report((2, 1))
    at = read.text.index("Alba-Brenta")
    goal = {"type": "goal", "minute": 20, "team": "Alba", "who": "Verdi"}
    added = missed_event(read, (at, at + 11), goal)
    new = fixed(read, added)
    assert [(e.player, e.id) for e in new.events] == [("Rossi", "e1"), ("Verdi", "c1"), ("Neri", "e2")]
    later = correct_event(new.events[1], "minute", 60)
    assert [e.minute for e in fixed(read, added, later).events] == [12, 50, 60]
    assert [e.player for e in fixed(read, added, correct_event(new.events[1], "deleted", True)).events] == [
        "Rossi",
        "Neri",
    ]


def test_a_missed_event_needs_its_words():
    with pytest.raises(CorrectionError, match="words"):
        missed_event(report(), (3, 3), {"type": "goal", "who": "Verdi"})
