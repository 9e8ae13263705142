"""The scoreboard, the people table and the data of the clickable text."""

import json

import pytest

from core import i18n
from core.people import events_of, people
from core.schema import Event, Match, MatchReport, Mention
from core.scoreboard import board, scorers
from core.telling import telling_rows, words_by
from core.textview import text_view

TEXT = "Al 9' segna Rossi. Poi ancora Rossi, su rigore. Autogol di Verdi 😀. Arbitra Neri."


@pytest.fixture(autouse=True)
def italian():
    i18n.use("it")


def mention(name: str, label: str = "PLAYER", team: str | None = None) -> list[Mention]:
    found, at = [], TEXT.find(name)
    while at >= 0:
        found.append(Mention(start=at, end=at + len(name), text=name, label=label, name=name, team=team))
        at = TEXT.find(name, at + 1)
    return found


@pytest.fixture
def match() -> MatchReport:
    events = [
        Event(id="e1", order=1, type="goal", team="Alba", player="Rossi", minute=9, start=0, end=18),
        Event(id="e2", order=2, type="goal", team="Alba", player="Rossi", penalty=True, start=19, end=47),
        Event(id="e3", order=3, type="goal", team="Alba", player="Verdi", own_goal=True, start=48, end=66),
    ]
    mentions = [*mention("Rossi", team="Alba"), *mention("Verdi", team="Brenta"), *mention("Neri", "REFEREE")]
    head = Match(home="Alba", away="Brenta", score=(3, 0), half_time=(2, 0), date="2020-01-25", attendance=12000)
    return MatchReport(text=TEXT, match=head, mentions=mentions, events=events)


def test_scorers_with_minutes_under_their_side(match):
    assert scorers(match, "home") == [("Rossi 9', (rig.)", "goal"), ("Verdi (aut.)", "own_goal")]
    assert scorers(match, "away") == []


def test_board_leaves_out_what_is_not_told(match):
    shown = board(match)
    assert (shown.score, shown.under_score) == ("3–0", "primo tempo 2–0")
    assert shown.facts == ["25 gennaio 2020", "12.000 spettatori"]
    assert board(MatchReport(text="")).score == "?–?"


def test_people_are_counted_by_what_they_did(match):
    rows = people(match).set_index("name")
    assert list(rows.index) == ["Rossi", "Verdi", "Neri"]
    assert (rows.loc["Rossi", "goals"], rows.loc["Rossi", "mentions"]) == (2, 2)
    assert (rows.loc["Verdi", "goals"], rows.loc["Verdi", "own_goals"]) == (0, 1)


def test_people_of_an_empty_reading():
    assert people(MatchReport(text="")).empty


def test_events_of_a_person(match):
    assert [e.id for e in events_of(match, "Rossi")] == ["e1", "e2"]


def test_text_view_carries_words_not_offsets(match):
    view = text_view(match)
    words = "".join(g["t"] for p in view["paragraphs"] for s in p["sentences"] for g in s["segments"])
    assert words == TEXT
    assert json.loads(json.dumps(view)) == view
    assert [item["key"] for item in view["legend"]] == ["side-home", "side-away", "PLAYER", "REFEREE"]


def test_text_view_changes_its_id_with_the_language(match):
    italian = text_view(match)["id"]
    i18n.use("en")
    assert text_view(match)["id"] != italian


def test_order_of_telling_leaves_out_what_has_no_minute(match):
    assert [row["id"] for row in telling_rows(match)] == ["e1"]
    by_side, by_player = words_by(match)
    assert by_side.iloc[0].tolist() == ["1'–15'", "Alba", 4]
    assert by_player.iloc[0].tolist()[0] == "Rossi"


def test_board_says_how_many_goals_no_sentence_tells(match):
    assert board(match).untold == ("", "")
    more = match.model_copy(update={"match": match.match.model_copy(update={"score": (4, 2)})})
    assert board(more).untold == ("1 gol non raccontato", "2 gol non raccontati")
