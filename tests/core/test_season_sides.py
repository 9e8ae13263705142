"""Women's and youth sides are sides of their own; the competition tells them from the first team of their club."""

import pytest

from core.knowledge import lexicon
from core.profiles import deeds
from core.season import choices, season_frames
from core.season_sides import apart, club_of, side_name
from core.season_source import frames
from core.store import Store
from tests.conftest import build_report

MARKS = {"women": "femminile", "youth": "giovanili"}
REPORTS = [
    build_report("Alba", "Brenta", (1, 0), {"player": "Rossi"}, competition="Serie A"),
    build_report("Alba", "Brenta", (2, 0), {"player": "Bianca Rosa"}, competition="Serie A Femminile"),
    build_report("Alba Women", "Brenta", (1, 1), competition="Coppa Italia femminile"),
    build_report(
        "Brenta", "Alba", (0, 1), {"player": "Verdi", "team": "Alba"}, competition="Primavera 2",
        lineups=[{"team": "Alba", "starters": ["Verdi"], "bench": []}],
    ),
]  # fmt: skip


def test_the_marks_agree_with_the_kinds_of_the_lexicon():
    assert {c.name: apart(c.name) for c in lexicon().competitions} == {
        c.name: MARKS.get(c.kind, "") for c in lexicon().competitions
    }


@pytest.mark.parametrize(
    ("competition", "mark"),
    [("Serie B femminile", "femminile"), ("Under 17", "giovanili"), ("Campionato U-19", "giovanili"), ("Serie A1", "")],
)
def test_competitions(competition: str, mark: str):
    assert apart(competition) == mark


@pytest.mark.parametrize("name", ["Alba Women", "Alba Femminile"])
def test_a_side_that_says_so_itself_bears_no_mark(name: str):
    assert side_name(name, "femminile") == name == club_of(name)


@pytest.mark.parametrize("from_archive", [True, False])
def test_sides_of_one_club_are_counted_apart(store: Store, from_archive: bool):
    for report in REPORTS:
        store.save(report)
    told = frames(store if from_archive else REPORTS)
    women, youth = "Alba (femminile)", "Alba (giovanili)"
    assert {"Alba", women, youth, "Alba Women"} <= set(choices(told)["side"])
    view = season_frames(told)
    points = dict(zip(view.table["team"], view.table["points"], strict=True))
    assert (points["Alba"], points[women], points[youth]) == (3, 3, 3)
    assert dict(zip(view.scorers["player"], view.scorers["team"], strict=True)) == {
        "Rossi": "Alba", "Bianca Rosa": women, "Verdi": youth,
    }  # fmt: skip
    done = deeds(told)
    assert set(done.loc[done["name"] == "Verdi", "club"]) == {youth} and club_of(youth) == "Alba"
