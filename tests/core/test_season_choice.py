"""A bar chosen in a chart of the season, and what the tables show of it."""

import pandas as pd
import pytest

from core import charts_season
from core.palette import LIGHT
from core.season import SeasonFilters, season_frames
from core.season_choice import Choice, narrowed
from tests.conftest import build_report
from tests.core.test_season import card, goal, rows

REPORTS = [
    build_report(
        "Alba", "Brenta", (2, 1), goal("Rossi", 10), goal("Rossi", 88), goal("Neri", 12, "Brenta"),
        {**card("Verdi", "yellow"), "minute": 80, "period": 2}, date="2024-03-03",
    ),
    build_report("Brenta", "Alba", (1, 0), goal("Rossi", 11, "Brenta"), date="2024-03-10"),
    build_report("Carso", "Alba", (0, 1), goal("Rossi", None), date="2024-03-17"),
]  # fmt: skip
VIEW = season_frames(REPORTS)


def played(choice: Choice, side: str | None = None) -> list[tuple]:
    view = season_frames(REPORTS, SeasonFilters(side=side))
    return rows(narrowed(view, choice, side).results, "home", "away")


@pytest.mark.parametrize(
    ("choice", "side", "matches"),
    [
        (Choice(quarter="1-15"), None, [("Alba", "Brenta"), ("Brenta", "Alba")]),
        (Choice(quarter="1-15"), "Alba", [("Alba", "Brenta")]),
        (Choice(quarter="1-15", goals="goals_against"), "Alba", [("Alba", "Brenta"), ("Brenta", "Alba")]),
        (Choice(quarter="?"), None, [("Carso", "Alba")]),
        (Choice(quarter="31-45"), None, []),
        (Choice(player="Rossi", team="Alba"), None, [("Alba", "Brenta"), ("Carso", "Alba")]),
        (Choice(player="Rossi", team="Brenta"), None, [("Brenta", "Alba")]),
        (Choice(quarter="76-90", player="Rossi", team="Alba"), None, [("Alba", "Brenta")]),
    ],
)
def test_a_choice_keeps_its_matches(choice: Choice, side: str | None, matches: list[tuple]):
    assert played(choice, side) == matches


def test_a_quarter_keeps_what_happened_in_it():
    shown = narrowed(VIEW, Choice(quarter="76-90"))
    assert rows(shown.scorers, "player", "team", "goals") == [("Rossi", "Alba", 1)]
    assert rows(shown.cards, "player", "yellow") == [("Verdi", 1)]
    assert narrowed(VIEW, Choice(quarter="1-15")).cards.empty


def test_a_scorer_keeps_all_that_happened_in_his_matches():
    shown = narrowed(VIEW, Choice(player="Rossi", team="Alba"))
    assert set(shown.scorers["player"]) == {"Rossi", "Neri"} and len(shown.cards) == 1


def test_the_table_and_the_charts_stay_whole():
    shown = narrowed(VIEW, Choice(quarter="76-90"))
    assert shown.table is VIEW.table and shown.quarters is VIEW.quarters and shown.points is VIEW.points


def test_an_empty_choice_chooses_nothing():
    assert not Choice() and Choice(quarter="?") and Choice(player="Rossi")


def data(spec: dict, layer: int | None = None) -> list[dict]:
    return spec["datasets"][(spec if layer is None else spec["layer"][layer])["data"]["name"]]


def test_bars_can_be_chosen_and_the_chosen_one_is_marked():
    spec = charts_season.goals_by_quarter(VIEW.quarters, "Alba", LIGHT, Choice(quarter="?")).to_dict()
    assert {p["name"]: p["select"]["fields"] for p in spec["params"]} == {"quarter": ["part", "code"]}
    assert [(r["part"], r["code"]) for r in data(spec) if r["chosen"]] == [("?", "goals_for")]
    spec = charts_season.scorers(VIEW.scorers, LIGHT, Choice(player="Rossi", team="Brenta")).to_dict()
    assert {p["name"]: p["select"]["fields"] for p in spec["params"]} == {"scorer": ["player", "team"]}
    assert [r["team"] for r in data(spec) if r["chosen"]] == ["Brenta"]


def test_namesakes_have_a_bar_each():
    spec = charts_season.scorers(VIEW.scorers, LIGHT).to_dict()
    assert [r["who"] for r in data(spec)] == ["Rossi (Alba)", "Neri", "Rossi (Brenta)"]


def test_no_scorers_no_bars():
    none = pd.DataFrame(columns=["player", "team", "goals", "penalties"])
    assert charts_season.scorers(none, LIGHT).to_dict()["layer"]
