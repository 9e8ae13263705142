"""The ledger on plain tellings: what is one goal, and which score explains them."""

from typing import Any

import pytest

from core.ledger import Account, Telling, Time, best_account, compatible, group


def telling(who: int = 0, minute: int | None = None, source: str = "body", **given: Any) -> Telling:
    """One goal as told: of person ``who`` of the home side, unless said otherwise."""
    values: dict[str, Any] = {
        "team": "A", "period": None, "weight": 1.0, "penalty": False, "own": False, "assist": -1, "score": None,
        "pos": 0, "end": 1, "time": (minute, None, False),
    }  # fmt: skip
    return Telling(who=who, source=source, **{**values, **given})


@pytest.mark.parametrize(
    ("a", "b", "fit"),
    [
        ((12, None, False), (12, None, False), True),
        ((12, None, False), (13, None, False), False),
        ((12, None, False), (20, None, False), False),
        ((12, None, True), (16, None, False), True),  # about
        ((12, None, True), (30, None, False), False),
        ((None, None, False), (30, None, False), True),
        ((90, 3, False), (93, None, False), True),  # two ways to write it
        ((90, 3, False), (90, 4, False), False),
        ((45, None, False), (90, None, False), False),
    ],
)
def test_compatible_times(a: Time, b: Time, fit: bool):
    assert compatible(a, b) is compatible(b, a) is fit


@pytest.mark.parametrize(("slack", "fit"), [(0, False), (1, True)])
def test_papers_may_differ_by_a_minute_where_it_is_allowed(slack: int, fit: bool):
    assert compatible((12, None, False), (13, None, False), slack) is fit


@pytest.mark.parametrize(
    ("tellings", "goals"),
    [
        ([telling(0, 12), telling(0, 12, "lead", pos=900)], 1),
        ([telling(0, 12), telling(0, 12, "sheet", pos=900)], 1),
        ([telling(0, 12), telling(0, 40, pos=100)], 2),  # a brace
        ([telling(0, 12), telling(1, 12, pos=100)], 2),
        ([telling(0, 12, "sheet"), telling(0, 12, "sheet", pos=9), telling(0, 12, pos=99)], 2),
        ([telling(0, None, "lead"), telling(0, 12, pos=500)], 1),
        ([telling(0, 12), telling(1, 40, team="B", pos=100)], 2),
        ([], 0),
    ],
)
def test_tellings_of_one_goal(tellings: list[Telling], goals: int):
    assert len(group(tellings)) == goals


@pytest.mark.parametrize(
    ("tellings", "scores", "best"),
    [
        ([telling(0, 12)], {(1, 0): 3.0}, (1, 0)),
        ([telling(0, 12), telling(1, 40, team="B", pos=50)], {(1, 1): 3.0}, (1, 1)),
        ([telling(0, 12)], {}, (1, 0)),  # never written: derived from the goals
        ([], {(0, 0): 3.0}, (0, 0)),
        ([telling(0, 12)], {(0, 1): 1.0, (1, 0): 1.0}, (1, 0)),  # the goals choose between two
    ],
)
def test_the_score_that_explains_the_goals(tellings: list[Telling], scores: dict, best: tuple[int, int]):
    assert best_account(tellings, scores, "A", "B", {})[0] == best


def test_nothing_told_is_no_score():
    assert best_account([], {}, "A", "B", {}) == (None, [])


@pytest.mark.parametrize(
    ("tellings", "time"),
    [
        ([telling(0, 12), telling(0, 13, "sheet")], (13, None, False)),  # the sheet knows the minute
        ([telling(0, time=(15, None, True)), telling(0, 12, "lead")], (12, None, False)),  # exact before about
        ([telling(0)], (None, None, False)),
    ],
)
def test_the_most_exact_time(tellings: list[Telling], time: Time):
    assert Account(tellings).time == time


def test_the_sheet_names_the_author():
    assert Account([telling(0, 12, weight=2.0), telling(1, 12, "sheet", weight=0.5)]).who == 1


def test_a_brace_told_in_one_go_is_two_goals():
    score, goals = best_account([telling(0, 12)], {(2, 0): 3.0}, "A", "B", {(0, "A"): 2})
    assert score == (2, 0) and [g.who for g in goals] == [0, 0]
