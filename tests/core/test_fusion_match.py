"""Which reports tell one match."""

import pytest

from core.fusion_match import Goal, Outline, goals_in_common, groups, same_match, same_person
from tests.conftest import build_report

ROSSI, VERDI, NERI = Goal("Alba", "Mario Rossi", 10), Goal("Alba", "Verdi", 70), Goal("Brenta", "Neri", None)


def told(home="Alba", away="Brenta", score=(1, 0), goals=(ROSSI,), **more) -> Outline:
    return Outline(home, away, score, goals=tuple(goals), **more)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (told(), told(), True),
        (told(), told(goals=[]), True),
        (told(), told(home="Brenta", away="Alba"), False),
        (told(home=None), told(home=None), False),
        # two seasons that nobody names: one score, other goals
        (told(), told(goals=[VERDI]), False),
        (told(date="2024-03-01"), told(date="2024-03-02", goals=[VERDI]), True),
        (told(score=(2, 0)), told(score=(2, 0), goals=[VERDI]), True),
        (told(), told(goals=[Goal("Alba", "Bianchi", 11)]), True),
        # what both know and differ on
        (told(date="2024-03-01"), told(date="2024-03-09"), False),
        (told(competition="Serie D"), told(competition="Coppa Italia"), False),
        (told(season="2023/24"), told(season="2024/25"), False),
        (told(season="2023/24"), told(), True),
        (told(season="2023/24", date="2024-03-01"), told(season="2022/23", date="2024-03-01"), True),
        (told(season="2023/24", goals=[ROSSI, VERDI, NERI]), told(season="2024/25", goals=[ROSSI, VERDI, NERI]), True),
        (told(season="2023/24", goals=[ROSSI, VERDI]), told(season="2024/25", goals=[ROSSI, VERDI]), False),
        # a score misread or untold
        (told(date="2024-03-01"), told(date="2024-03-01", score=(2, 0)), True),
        (told(), told(score=(2, 0)), False),
        (told(date="2024-03-01"), told(date="2024-03-01", score=(2, 0), goals=[VERDI]), False),
        (told(), told(score=None), True),
        (told(), told(score=None, goals=[]), False),
    ],
)
def test_same_match(one: Outline, other: Outline, same: bool):
    assert same_match(one, other) is same
    assert same_match(other, one) is same


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Rossi", "Mario Rossi", True),
        ("Kessié", "Franck Kessie", True),
        ("M. Rossi", "Mario Rossi", True),
        ("M. Rossi", "Paolo Rossi", False),
        ("Mario Rossi", "Paolo Rossi", False),
        ("Rossi", "Rossini", False),
        (None, "Rossi", None),
    ],
)
def test_same_person(one, other, same):
    assert same_person(one, other) is same


def test_each_goal_is_shared_once():
    assert goals_in_common([ROSSI, ROSSI], [ROSSI]) == 1
    assert goals_in_common([ROSSI], [Goal("Brenta", "Mario Rossi", 10)]) == 0


def test_groups_keep_what_does_not_fit_every_member_apart():
    spring, autumn = told(date="2024-03-01", goals=[]), told(date="2024-09-01", goals=[])
    undated = told(goals=[])
    assert groups([spring, undated, autumn, told("Brenta", "Alba")]) == [1, 1, 2, 3]


@pytest.mark.parametrize(
    ("first", "second", "score", "matches"),
    [
        ({"player": "Rossi", "minute": 10}, {"player": "Rossi", "minute": 11}, (1, 0), 1),
        ({"player": "Rossi", "minute": 10}, {"player": "Verdi", "minute": 70}, (1, 0), 2),
        ({"player": "Rossi", "minute": 10}, {"player": "Rossi", "minute": 10}, None, 1),
    ],
)
def test_the_archive_knows_matches_by_their_goals(store, first, second, score, matches):
    store.save(build_report("Alba", "Brenta", (1, 0), first))
    store.save(build_report("Alba", "Brenta", score, second, extra="altra"))
    assert len({r.match_id for r in store.reports()}) == matches


@pytest.mark.parametrize(
    ("read", "day", "season"),
    [
        (None, "2017-08-28", "2017/18"),
        ("2016/17", "2017-08-28", "2017/18"),
        ("2017/18", "2017-08-28", "2017/18"),
        ("2019/20", "2020-08-02", "2019/20"),
        ("2006", "2006-07-09", "2006"),
    ],
)
def test_a_day_knows_the_season_better(store, read, day, season):
    store.save(build_report("Alba", "Brenta", (1, 0), date=day, season=read))
    assert [r.season for r in store.reports()] == [season]
