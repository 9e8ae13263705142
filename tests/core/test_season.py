"""The season's tables, from readings at hand and from the archive."""

from datetime import date

import pandas as pd
import pytest

from core.season import SeasonFilters, choices, round_number, season_frames
from core.season_source import frames
from core.season_tables import quarter
from core.store import Store
from tests.conftest import build_report


def goal(player: str | None, minute: int | None, team: str = "Alba", **more: object) -> dict:
    return {"player": player, "minute": minute, "period": 1 if minute and minute <= 45 else 2, "team": team, **more}


def card(player: str, colour: str, team: str = "Alba") -> dict:
    return {"type": "card", "player": player, "card": colour, "team": team}


MATCHES = [
    build_report(
        "Alba", "Brenta", (2, 1), goal("Rossi", 10), goal("Rossi", 45, added=2, penalty=True),
        goal("Neri", None, "Brenta"), card("Rossi", "yellow"),
        date="2024-03-03", competition="Serie D", referee="Bianco",
    ),
    build_report(
        "Brenta", "Alba", (1, 1), goal("Gallo", 80, "Alba", own_goal=True), goal("Neri", 90, "Brenta", assist="Gallo"),
        card("Gallo", "yellow", "Brenta"), card("Gallo", "second_yellow", "Brenta"),
        date="2024-03-10", competition="Serie D", referee="Bianco",
    ),
    build_report(
        "Carso", "Alba", (0, 0), {"type": "substitution", "player_in": "Viola", "player_out": "Rossi", "team": "Alba"},
        {"type": "shot", "player": "Viola", "result": "saved", "goalkeeper": "Muro", "team": "Alba"},
        date="2024-03-17", competition="Serie D",
        lineups=[{"team": "Alba", "starters": ["Rossi", "Verdi"], "bench": ["Viola", "Panca"]}],
    ),
    build_report("Alba", "Dora", (5, 0), goal("Verdi", 1), date="2024-03-20", competition="Coppa Italia"),
]  # fmt: skip
LEAGUE = SeasonFilters(competition="Serie D")


def rows(frame: pd.DataFrame, *columns: str) -> list[tuple]:
    return list(frame[list(columns)].itertuples(index=False, name=None))


def test_table():
    table = season_frames(MATCHES, LEAGUE).table
    columns = ("team", "played", "won", "drawn", "lost", "goals_for", "goals_against", "points", "form")
    assert rows(table, *columns) == [
        ("Alba", 3, 1, 2, 0, 3, 2, 5, "WDD"),
        ("Carso", 1, 0, 1, 0, 0, 0, 1, "D"),
        ("Brenta", 2, 0, 1, 1, 2, 3, 1, "LD"),
    ]
    assert rows(table.head(1), "home_played", "home_points", "away_played", "away_points") == [(1, 3, 2, 2)]


@pytest.mark.parametrize(
    ("scores", "first"),
    [
        # level on points: with both matches played those decide, with one only the goals do
        ([("Alba", "Brenta", (1, 0)), ("Brenta", "Alba", (1, 3)), ("Brenta", "Carso", (9, 0)),
          ("Carso", "Brenta", (0, 9))], "Alba"),
        ([("Alba", "Brenta", (1, 0)), ("Brenta", "Carso", (9, 0))], "Brenta"),
    ],
)  # fmt: skip
def test_ties(scores: list, first: str):
    assert season_frames([build_report(*s) for s in scores]).table["team"].iloc[0] == first


def test_scorers_assists_and_own_goals():
    view = season_frames(MATCHES)
    assert rows(view.scorers, "player", "team", "goals", "penalties", "matches") == [
        ("Neri", "Brenta", 2, 0, 2),
        ("Rossi", "Alba", 2, 1, 1),
        ("Verdi", "Alba", 1, 0, 1),
    ]
    assert rows(view.own_goals, "player", "opponent", "own_goals") == [("Gallo", "Alba", 1)]
    assert rows(view.assists, "player", "team", "assists") == [("Gallo", "Brenta", 1)]


def test_cards_and_referees():
    view = season_frames(MATCHES)
    assert rows(view.cards, "player", "yellow", "second_yellow", "red") == [("Gallo", 1, 1, 0), ("Rossi", 1, 0, 0)]
    assert rows(view.referees, "referee", "matches", "yellow", "red") == [("Bianco", 2, 2, 1)]


@pytest.mark.parametrize(("yellows", "looming"), [(3, False), (4, True), (5, False), (9, True)])
def test_suspension_looms_before_the_fifth_and_tenth(yellows: int, looming: bool):
    told = [build_report("Alba", f"Squadra {i}", (0, 0), card("Rossi", "yellow")) for i in range(yellows)]
    assert rows(season_frames(told).cards, "yellow", "looming") == [(yellows, looming)]


def test_two_yellows_in_one_match_count_for_no_suspension():
    told = [build_report("Alba", f"Squadra {i}", (0, 0), card("Rossi", "yellow")) for i in range(4)]
    told.append(build_report("Alba", "Ultima", (0, 0), card("Rossi", "yellow"), card("Rossi", "second_yellow")))
    assert rows(season_frames(told).cards, "yellow", "looming") == [(5, True)]


def test_quarters_keep_goals_without_minute_in_sight():
    quarters = season_frames(MATCHES, LEAGUE).quarters
    told = quarters[(quarters["goals_for"] > 0) & (quarters["team"] == "Alba")]
    assert rows(told, "quarter", "goals_for") == [("1-15", 1), ("31-45", 1), ("76-90", 1)]
    against = quarters[(quarters["goals_against"] > 0) & (quarters["team"] == "Alba")]
    assert rows(against, "quarter", "goals_against") == [("76-90", 1), ("?", 1)]
    assert "91-105" not in set(quarters["quarter"])


@pytest.mark.parametrize(
    ("minute", "period", "expected"),
    [(1, 1, "1-15"), (15, 1, "1-15"), (16, 1, "16-30"), (45, 1, "31-45"), (46, 2, "46-60"), (90, 2, "76-90"),
     (105, 3, "91-105"), (120, 4, "106-120"), (90, None, "76-90"), (None, 2, "?")],
)  # fmt: skip
def test_quarter(minute: int | None, period: int | None, expected: str):
    assert quarter(minute, period) == expected


def test_goalkeepers_appearances_and_clean_sheets():
    view = season_frames(MATCHES)
    assert rows(view.goalkeepers, "goalkeeper", "team", "saves") == [("Muro", "Carso", 1)]
    assert rows(view.shots, "player", "shots", "saved", "blocked") == [("Viola", 1, 1, 0)]
    assert rows(view.appearances, "player", "played", "started", "came_on", "unused") == [
        ("Rossi", 1, 1, 0, 0),
        ("Verdi", 1, 1, 0, 0),
        ("Viola", 1, 0, 1, 0),
        ("Panca", 0, 0, 0, 1),
    ]
    assert rows(view.clean_sheets.head(1), "team", "clean_sheets", "played") == [("Alba", 2, 4)]
    assert rows(view.substitutions, "player", "came_on", "went_off") == [("Viola", 1, 0), ("Rossi", 0, 1)]


def test_what_the_reports_do_not_tell():
    gaps = season_frames(MATCHES).gaps.set_index("code")
    assert rows(gaps.loc[["goals_untold"]], "count", "of", "match_ids") == [(4, 10, [4])]
    assert rows(gaps.loc[["goals_without_minute"]], "count", "of") == [(1, 6)]
    assert gaps.loc["matches_without_referee", "count"] == 2


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        (SeasonFilters(), 4),
        (LEAGUE, 3),
        (SeasonFilters(side="Brenta"), 2),
        (SeasonFilters(side="Alba", venue="away"), 2),
        (SeasonFilters(first=date(2024, 3, 10), last=date(2024, 3, 17)), 2),
        (SeasonFilters(competition="Serie Z"), 0),
    ],
)
def test_filters(filters: SeasonFilters, expected: int):
    assert len(season_frames(MATCHES, filters).results) == expected


def test_table_stays_whole_when_one_side_is_looked_at():
    view = season_frames(MATCHES, SeasonFilters(side="Carso"))
    assert (len(view.table), set(view.points["team"])) == (4, {"Carso"})


def test_points_over_time_in_order_of_play():
    view = season_frames(list(reversed(MATCHES)), SeasonFilters(competition="Serie D", side="Alba"))
    assert (view.ordered_by, rows(view.points, "match", "points")) == ("date", [(1, 3), (2, 4), (3, 5)])


@pytest.mark.parametrize(
    ("days", "rounds", "expected"),
    [((date(2024, 3, 2), date(2024, 3, 1)), ("1", "2"), ("date", ["Carso", "Brenta"])),
     ((None, date(2024, 3, 1)), ("giornata 2", "giornata 1"), ("round", ["Carso", "Brenta"])),
     ((None, None), (None, "1"), ("saved", ["Brenta", "Carso"]))],
)  # fmt: skip
def test_order_of_matches(store: Store, days: tuple, rounds: tuple, expected: tuple):
    for opponent, day, number in zip(("Brenta", "Carso"), days, rounds, strict=True):
        store.save(build_report("Alba", opponent, (1, 0)), day, None, number)
    view = season_frames(store)
    assert (view.ordered_by, list(view.results["away"])) == expected


@pytest.mark.parametrize(("told", "number"), [("12", 12), ("giornata 3", 3), ("finale", None), (None, None)])
def test_round_number(told: str | None, number: int | None):
    assert round_number(told) == number


@pytest.mark.parametrize("from_archive", [True, False])
def test_a_match_counts_once_by_its_best_report(store: Store, from_archive: bool):
    poor = build_report("Alba", "Brenta", (2, 0), goal("Rossi", None), stadium="Prato")
    rich = build_report("Alba", "Brenta", (2, 0), goal("Rossi", 10), goal("Verdi", 20))
    for report in (poor, rich):
        store.save(report)
    view = season_frames(store if from_archive else [poor, rich])
    assert rows(view.results, "reports", "stadium", "report_id") == [(2, "Prato", 2)]
    assert rows(view.scorers, "player", "goals") == [("Rossi", 1), ("Verdi", 1)]


def test_archive_and_readings_give_the_same_tables(store: Store):
    for report in MATCHES:
        store.save(report)
    stored, read = season_frames(store).tables(), season_frames(store.load_all()).tables()
    for name, table in stored.items():
        pd.testing.assert_frame_equal(table, read[name], check_dtype=False, obj=name)


def test_corrections_and_deletions_show_at_once(store: Store):
    for report in MATCHES:
        store.save(report)
    store.delete(1)
    assert "Rossi" not in set(season_frames(store).scorers["player"])
    store.restore(1)
    assert "Rossi" in set(season_frames(store).scorers["player"])


@pytest.mark.parametrize("nothing", [[], [build_report(None, None, None)]])
def test_empty_seasons_have_all_tables(nothing: list):
    view = season_frames(nothing)
    assert view.table.empty and view.scorers.empty and view.quarters.empty
    assert len(view.gaps) == 8


def test_merged_people_are_one(store: Store):
    for name, opponent in (("Rossi", "Brenta"), ("Mario Rossi", "Carso")):
        store.save(build_report("Alba", opponent, (1, 0), goal(name, 3)))
    store.merge_people(1, 2)
    assert rows(season_frames(store).scorers, "player", "goals") == [("Mario Rossi", 2)]


def test_choices():
    assert choices(frames(MATCHES)) == {
        "season": [],
        "competition": ["Coppa Italia", "Serie D"],
        "side": ["Alba", "Brenta", "Carso", "Dora"],
    }
