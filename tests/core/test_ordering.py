"""The order of the match, what can be known of the time of events without a minute, and the half-time score."""

import pytest

from core.ordering import in_order
from core.result import half_time
from core.schema import Event, EventType
from core.vocabulary import words
from tests.markup import read


def told(*rows: tuple[int | None, int | None]) -> list[Event]:
    """Events as they are told one after the other: (period, minute)."""
    return [
        Event(type=EventType.SHOT, period=p, minute=m, start=10 * k, end=10 * k + 5) for k, (p, m) in enumerate(rows)
    ]


def starts(events: list[Event]) -> list[int]:
    """Which of the told events comes when."""
    return [e.start // 10 for e in events]


@pytest.mark.parametrize(
    ("rows", "narrated", "order"),
    [
        ([(1, 12), (1, None), (1, 40)], True, [0, 1, 2]),
        ([(1, 12), (1, None), (1, 20)], False, [0, 2, 1]),
        ([(1, 30), (1, 40), (2, None), (2, 50)], True, [0, 1, 2, 3]),
        ([(2, 80), (2, None), (1, 12), (1, 20), (1, 30)], True, [2, 3, 4, 1, 0]),
        ([(1, None), (1, 3), (2, 60)], True, [0, 1, 2]),
    ],
)
def test_events_without_a_minute_stand_between_their_neighbours_of_the_telling(rows, narrated, order):
    events = told(*rows)
    assert starts(in_order(events, events if narrated else [])) == order


@pytest.mark.parametrize(
    ("rows", "bounds"),
    [
        ([(1, 12), (1, None), (1, 40)], ((12, 0), (40, 0))),
        ([(1, 12), (2, None), (2, 60)], ((46, 0), (60, 0))),
        ([(1, 12), (1, None), (2, 60)], ((12, 0), (45, 0))),
        ([(2, 70), (2, None)], ((70, 0), (90, 0))),
        ([(2, 70), (1, None), (2, 75)], ((1, 0), (45, 0))),
        ([(2, 70), (None, None), (2, 75)], ((70, 0), (75, 0))),
        ([(1, 12), (None, None), (2, 75)], (None, None)),
    ],
)
def test_bounds_of_the_event_told_second(rows, bounds):
    events = told(*rows)
    in_order(events, events)
    assert (events[1].earliest, events[1].latest) == bounds


def test_what_a_telling_out_of_order_does_not_tell_stays_open():
    events = told((2, 80), (2, None), (1, 30), (1, 12), (1, 5))
    in_order(events, events)
    assert (events[1].earliest, events[1].latest) == ((46, 0), (90, 0))


@pytest.mark.parametrize(
    ("text", "score"),
    [
        ("Lecco e Renate vanno al riposo sull'1-0.", (1, 0)),
        ("Lecco e Renate vanno al riposo a reti inviolate.", (0, 0)),
        ("Quando sembra di andare al riposo sullo 0-0 segna Rossi del Lecco, il Renate protesta.", None),
        ("Lecco e Renate chiudono la gara a reti inviolate.", None),
    ],
)
def test_the_score_at_half_time(text, score):
    assert half_time(read(text, "calcio_match"), words("match")) == score
