"""Two names of one club or competition: merged by hand for the whole archive, and taken apart again."""

from datetime import date

import pytest

from core.errors import StoreError
from core.season import season_frames
from core.store import Store
from core.store_corrections import correct_match
from tests.conftest import build_report

DAY = date(2024, 3, 3)
GOAL = {"player": "Rossi", "minute": 10, "period": 1}


def filled(store: Store) -> Store:
    store.save(build_report("Alba", "Brenta", (1, 0), GOAL), DAY, "Serie D")
    store.save(build_report("Alba Calcio", "Brenta", (1, 0), {**GOAL, "team": "Alba Calcio"}), DAY, "Serie D girone A")
    store.save(build_report("Carso", "Alba Calcio", (0, 0)), date(2024, 3, 10))
    return store


def sides(store: Store) -> list[str]:
    return season_frames(store).table["team"].tolist()


def test_two_names_of_a_club_are_one_everywhere_and_can_be_taken_apart(store: Store):
    filled(store)
    assert len(season_frames(store).matches) == 3
    club = store.merge_names("club", "Alba Calcio", "Alba")
    league = store.merge_names("competition", "Serie D girone A", "Serie D")
    view = season_frames(store)
    assert sorted(sides(store)) == ["Alba", "Brenta", "Carso"]
    # the same sides, day and score: two reports of one match, whose goal counts once
    assert len(view.matches) == 2 and view.scorers["goals"].tolist() == [1]
    second = store.load(2)
    assert (second.report.match.home, second.reading.match.home) == ("Alba", "Alba Calcio")
    assert {e.team for e in second.report.events} == {m.team for m in second.report.mentions} == {"Alba"}
    store.undo_merge(club)
    store.undo_merge(league)
    assert "Alba Calcio" in sides(store) and len(season_frames(store).matches) == 3
    assert store.merged_names() == [] and store.load(2).report.match.home == "Alba Calcio"


def test_a_merge_holds_for_reports_that_come_and_sides_that_are_typed(store: Store):
    store.merge_names("club", "Alba Calcio", "Alba")
    number, _ = store.save(build_report("Alba Calcio", "Dora", (2, 0)), competition="Coppa")
    assert store.load(number).summary.home == "Alba"
    store.correct(number, correct_match(store.load(number).reading, "away", "Alba Calcio"))
    store.correct(number, correct_match(store.load(number).reading, "home", "Elsa"))
    assert (store.load(number).summary.home, store.load(number).summary.away) == ("Elsa", "Alba")


def test_merges_follow_one_another(store: Store):
    filled(store)
    store.merge_names("club", "Alba Calcio", "Alba")
    store.merge_names("club", "Alba", "Alba 1911")
    assert sides(store).count("Alba 1911") == 1 and "Alba" not in sides(store)
    assert store.names("club") == {"Alba 1911": 3, "Brenta": 2, "Carso": 1}


def test_a_side_does_not_play_itself(store: Store):
    store.merge_names("club", "Alba Calcio", "Alba")
    number, _ = store.save(build_report("Alba", "Alba Calcio", (1, 1)))
    assert store.load(number).summary.away == "Alba Calcio"


@pytest.mark.parametrize(("name", "kept"), [("Alba", "Alba"), ("", "Alba"), ("Alba", " "), ("Brenta", "Carso")])
def test_what_cannot_be_merged_is_refused(store: Store, name: str, kept: str):
    store.merge_names("club", "Carso", "Brenta")
    with pytest.raises(StoreError, match="cannot stand for"):
        store.merge_names("club", name, kept)


def test_a_name_stands_for_one_other_only(store: Store):
    store.merge_names("club", "Carso", "Brenta")
    with pytest.raises(StoreError, match="take that apart first"):
        store.merge_names("club", "Carso", "Dora")
    with pytest.raises(StoreError, match="no merge 7"):
        store.undo_merge(7)
