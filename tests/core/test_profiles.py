"""Players across the archive."""

import pytest

from core.profiles import deeds, figures, matches_of, namesakes, of_person, passage, passages, people
from core.season_source import frames
from tests.conftest import build_report

FIRST = build_report(
    "Alba", "Brenta", (1, 1),
    {"player": "Rossi", "minute": 10, "assist": "Neri", "penalty": True},
    {"player": "Rossi", "minute": 60, "team": "Brenta", "own_goal": True},
    {"type": "shot", "player": "Gallo", "goalkeeper": "Muro", "team": "Brenta", "result": "saved"},
    {"type": "penalty_awarded", "fouled": "Rossi", "fouler": "Gallo"},
    season="2023/24", lineups=[{"team": "Alba", "starters": ["Rossi", "Muro"], "bench": ["Panca"]}],
)  # fmt: skip
SECOND = build_report("Carso", "Dora", (1, 0), {"player": "Rossi", "team": "Carso"}, season="2024/25")


@pytest.fixture
def done(store):
    for report in (FIRST, SECOND):
        store.save(report)
    return deeds(frames(store))


@pytest.mark.parametrize(
    ("name", "club", "season", "expected"),
    [
        ("Rossi", "Alba", None, {"started": 1, "goals": 1, "own_goals": 1, "penalties_won": 1}),
        ("Rossi", "Carso", None, {"goals": 1}),
        ("Rossi", None, "2024/25", {"goals": 1}),
        ("Rossi", None, None, {"started": 1, "goals": 2, "own_goals": 1, "penalties_won": 1}),
        ("Muro", "Alba", None, {"started": 1, "saves": 1}),
        ("Gallo", "Brenta", None, {"shots": 1, "penalties_conceded": 1}),
        ("Panca", None, None, {}),
    ],
)
def test_figures(done, name, club, season, expected):
    assert figures(of_person(done, name, club, season)) == expected


def test_people_with_their_clubs(done):
    rows = people(done).set_index("name")
    assert rows.loc["Rossi", ["clubs", "seasons", "matches"]].tolist() == [
        ("Alba", "Carso"), ("2023/24", "2024/25"), 2
    ]  # fmt: skip
    assert people(deeds(frames([]))).empty


def test_every_figure_opens_its_matches_and_sentences(store, done):
    goals = of_person(done, "Rossi").query("figure == 'goals'")
    assert [p and p.before + p.words + p.after for p in passages(store, goals)] == [
        "Rossi, goal numero 1.", "Rossi, goal numero 1."
    ]  # fmt: skip
    assert passages(store, of_person(done, "Muro").query("figure == 'started'")) == [None]
    rows = matches_of(frames(store), of_person(done, "Rossi"))
    assert list(rows[["home", "goals", "own_goals"]].itertuples(index=False, name=None)) == [
        ("Alba", 1, 1), ("Carso", 1, 0)
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("words", "before", "after"),
    [("segna Rossi", "Al 5' ", "."), ("Poi nulla", "", "."), ("Titolo", "", "")],
)
def test_passage_is_the_whole_sentence(words, before, after):
    text = "Titolo\nAl 5' segna Rossi. Poi nulla.\n"
    start = text.index(words)
    told = passage(text, 1, start, start + len(words))
    assert (told.before, told.words, told.after) == (before, words, after)


def test_namesakes_can_be_counted_as_one(store, done):
    store.save(build_report("Alba", "Elsa", (1, 0), {"player": "Mario Rossi"}))
    mine, merged, others = namesakes(store, "Rossi", {"Alba"})
    assert ([e.club for e in mine], merged, [e.name for e in others]) == (["Alba"], [], ["Mario Rossi"])
    store.merge_people(others[0].id, mine[0].id)
    _, merged, others = namesakes(store, "Rossi", {"Alba"})
    assert ([str(e) for e in merged], others) == (["Mario Rossi · Alba"], [])
    assert figures(of_person(deeds(frames(store)), "Rossi", "Alba"))["goals"] == 2
