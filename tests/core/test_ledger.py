"""The ledger on plain tellings: what is one goal, and which score explains them."""

from dataclasses import replace
from typing import Any

import pytest

from core.account import Account, Telling, Time, compatible
from core.ledger import Ledger
from core.schema import Score


def telling(who: int = 0, minute: int | None = None, source: str = "body", team: str = "A", **given: Any) -> Telling:
    """One goal as told: of person ``who`` of the home side, unless said otherwise."""
    values: dict[str, Any] = {"period": None, "odds": 1.5, "pos": 0, "end": 1, "time": (minute, None, False)}
    values |= {"authors": {who: 0.95} if who >= 0 else {}, "home": {who: 0.97 if team == "A" else 0.03}}
    values["sent"] = given.get("pos", 0) // 20
    return Telling(team=None, source=source, **{**values, **given})


def solve(
    tellings: list[Telling], scores: dict[Score, float] | None = None, claims: dict | None = None
) -> tuple[Score | None, list[Account]]:
    return Ledger("A", "B").solve(tellings, scores or {}, claims or {})


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
    assert len(solve(tellings)[1]) == goals


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
    assert solve(tellings, scores)[0] == best


def test_nothing_told_is_no_score():
    assert solve([]) == (None, [])


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
    goals = solve([telling(0, 12, authors={0: 0.6, 1: 0.3}, home={0: 0.5, 1: 0.5}), telling(1, 12, "sheet", odds=6.0)])
    assert [g.who for g in goals[1]] == [1]


def test_a_telling_without_an_author_takes_him_from_the_other():
    score, goals = solve([telling(-1, 12, odds=0.5, home={}), telling(3, 12, pos=8)], {(1, 0): 4.0})
    assert score == (1, 0) and [g.who for g in goals] == [3]


def test_the_final_score_takes_a_doubtful_goal_and_leaves_one_too_many():
    doubtful = telling(1, 70, odds=-0.2, pos=400)
    assert [g.who for g in solve([telling(0, 12), doubtful], {(2, 0): 4.0})[1]] == [0, 1]
    assert [g.who for g in solve([telling(0, 12), doubtful], {(1, 0): 4.0})[1]] == [0]


def test_the_final_score_says_for_which_side_a_man_of_unknown_side_scored():
    unknown = telling(1, 70, pos=400, home={1: 0.5})
    assert [g.team for g in solve([telling(0, 12), unknown], {(1, 1): 4.0})[1]] == ["A", "B"]
    assert [g.team for g in solve([telling(0, 12), unknown], {(2, 0): 4.0})[1]] == ["A", "A"]


def test_a_brace_told_in_one_go_is_two_goals():
    score, goals = solve([telling(0, 12)], {(2, 0): 3.0}, {(0, "A"): 2})
    assert score == (2, 0) and [g.who for g in goals] == [0, 0]


def test_the_sheet_says_whether_it_is_an_own_goal():
    beside = telling(0, 23, pos=60, own=True, home={0: 0.03})
    goals = solve([telling(0, 23, "sheet", odds=6.0), beside], {(1, 0): 5.0})[1]
    assert [g.own for g in goals] == [False]


def test_a_lead_that_names_the_wrong_side_tells_the_same_goal():
    about = replace(telling(0, 57, "lead", pos=900), team="B")
    final, goals = solve([replace(telling(0), team="A"), about], {(1, 0): 3.0})
    assert final == (1, 0)
    assert [len(goal.tellings) for goal in goals] == [2]
