"""Several reports of one match as one account."""

import pytest

from core.fusion import Account, fuse
from tests.conftest import build_report


def goal(player: str | None, minute: int | None, **more: object) -> dict:
    return {"player": player, "minute": minute, "period": None if minute is None else 1 + (minute > 45), **more}


def account(*reports: list[dict], score=(1, 0), **header) -> Account:
    return fuse({n: build_report("Alba", "Brenta", score, *events, **header) for n, events in enumerate(reports, 1)})


def shown(told: Account) -> list[tuple]:
    return [(e.player, e.minute) for e in told.events]


@pytest.mark.parametrize(
    ("one", "other", "field", "versions"),
    [
        (goal("Rossi", 10), goal("Rossi", 12), "minute", [(10, 0), (12, 0)]),
        (goal("Rossi", 10), goal("Rossi", 80), "minute", [(10, 0), (80, 0)]),
        (goal("Rossi", 10), goal("Verdi", 10), "player", ["Rossi", "Verdi"]),
        (goal("Rossi", 10, assist="Neri"), goal("Rossi", 10, assist="Gallo"), "assist", ["Neri", "Gallo"]),
    ],
)
def test_contradictions_name_who_says_what(one: dict, other: dict, field: str, versions: list):
    told = account([one], [other])
    (fact,) = told.facts
    assert [(v.value, v.reports) for v in fact.contradictions[field]] == [(versions[0], (1,)), (versions[1], (2,))]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (goal("Rossi", 10), goal("Mario Rossi", 10)),
        (goal("Rossi", 10), goal("Rossi", None)),
        (goal("Rossi", 10), goal("Rossi", 12, approx=True)),
        (goal("Rossi", 10), goal(None, 11, approx=True)),
        (goal("Rossi", 10, penalty=True), goal("Rossi", 10)),
    ],
)
def test_less_is_no_contradiction(one: dict, other: dict):
    told = account([one], [other])
    assert len(told.facts) == 1 and not told.contradictions


def test_another_scorer_in_another_minute_is_the_same_goal_when_the_score_has_no_room():
    assert set(account([goal("Rossi", 10)], [goal("Verdi", 70)]).facts[0].contradictions) == {"player", "minute"}
    assert len(account([goal("Rossi", 10)], [goal("Verdi", 70)], score=(2, 0)).facts) == 2


def test_the_majority_is_taken_and_the_fuller_name():
    told = account([goal("Rossi", 10)], [goal("Mario Rossi", 11)], [goal("Rossi", 11)])
    assert shown(told) == [("Mario Rossi", 11)]


def test_one_account_gathers_what_each_alone_tells():
    card = {"type": "card", "player": "Viola", "card": "yellow", "minute": 30, "period": 1}
    change = {"type": "substitution", "player_in": "Zeno", "player_out": "Rossi", "minute": 60, "period": 2}
    told = account([goal("Rossi", 50), card], [goal("Rossi", 50, assist="Neri"), change])
    assert [e.type for e in told.events] == ["card", "goal", "substitution"]
    assert [f.event.type for f in told.alone(1)] == ["card"]
    assert [f.event.type for f in told.alone(2)] == ["substitution"]
    goal_told = told.facts[1]
    assert (goal_told.event.assist, sorted(goal_told.tellings)) == ("Neri", [1, 2])
    assert goal_told.versions["assist"][0].reports == (2,)


def test_brace_meets_brace_and_the_score_is_folded():
    told = account([goal("Rossi", 10), goal("Rossi", 80)], [goal("Rossi", None), goal("Rossi", 79)], score=(2, 0))
    assert [(e.minute, e.score_after) for e in told.events] == [(10, (1, 0)), (80, (2, 0))]
    assert [len(f.tellings) for f in told.facts] == [2, 2]


def test_goals_beyond_the_score_are_set_apart():
    told = account([goal("Rossi", 10)], [goal("Rossi", 10), goal("Verdi", 60)])
    assert shown(told) == [("Rossi", 10)]
    assert [f.event.player for f in told.surplus] == ["Verdi"] and told.alone(2) == told.surplus


@pytest.mark.parametrize(
    ("one", "other", "facts"),
    [
        ({"player": "Viola", "card": "yellow"}, {"player": "Viola", "card": "yellow", "minute": 70}, 1),
        ({"player": "Viola", "card": "red"}, {"player": "Viola", "card": "second_yellow"}, 1),
        ({"player": "Viola", "card": "yellow"}, {"player": "Viola", "card": "red"}, 2),
        ({"player": "Viola", "card": "yellow", "minute": 9}, {"player": "Neri", "card": "yellow", "minute": 9}, 2),
    ],
)
def test_cards(one: dict, other: dict, facts: int):
    assert len(account([{"type": "card", **one}], [{"type": "card", **other}]).facts) == facts


@pytest.mark.parametrize(("minute", "facts"), [(20, 1), (22, 1), (60, 2)])
def test_shots_of_one_player(minute: int, facts: int):
    shots = [[{"type": "shot", "player": "Viola", "minute": m}] for m in (20, minute)]
    assert len(account(*shots).facts) == facts


def test_half_a_substitution_is_enough():
    one = {"type": "substitution", "player_in": "Zeno", "player_out": "Rossi"}
    told = account([one], [{**one, "player_out": "Verdi"}])
    assert set(told.facts[0].contradictions) == {"player_out"}


def test_headers_differ_and_fill_in():
    first = build_report("Alba", "Brenta", (1, 0), goal("Rossi", 1), referee="Bianco", stadium="Stadio Prato")
    second = build_report("Alba", "Brenta", (1, 0), referee="Nero", date="2024-03-01", stadium="Prato")
    told = fuse({7: first, 9: second})
    assert (told.match.referee, told.match.stadium, told.match.date) == ("Bianco", "Stadio Prato", "2024-03-01")
    assert [(v.value, v.reports) for v in told.header["referee"]] == [("Bianco", (7,)), ("Nero", (9,))]
    assert [v.reports for v in told.header["stadium"]] == [(7, 9)]


def test_one_report_is_its_own_account_and_none_is_refused():
    told = account([goal("Verdi", 70), goal("Rossi", 10)], score=(5, 0))
    assert shown(told) == [("Rossi", 10), ("Verdi", 70)] and told.alone(1) == []
    with pytest.raises(ValueError, match="at least one report"):
        fuse({})
