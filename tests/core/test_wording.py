"""Events, doubts and errors in words."""

import pytest

from core import i18n
from core.errors import CronacaError
from core.schema import Card, Doubt, Event, EventType, Label, MatchReport, ShotResult
from core.wording import CARDS, KINDS, LABEL, LABELS, MARKS, RESULTS, describe, doubt_text, error_text, when


@pytest.fixture(autouse=True)
def italian():
    i18n.use("it")


@pytest.mark.parametrize(
    ("event", "words"),
    [
        ({"minute": 59}, "59'"),
        ({"minute": 45, "added": 2}, "45'+2"),
        ({"minute": 80, "approx": True}, "~80'"),
        ({"earliest": (46, 0), "latest": (60, 0)}, "46'–60'"),
        ({}, ""),
    ],
)
def test_when(event, words):
    assert when(Event(type="goal", **event)) == words


@pytest.mark.parametrize(
    ("event", "words"),
    [
        ({"type": "goal", "minute": 9, "player": "Rossi", "penalty": True}, "9' Gol (rigore): Rossi"),
        ({"type": "goal", "player": "Rossi", "assist": "Verdi"}, "Gol: Rossi, su passaggio di Verdi"),
        ({"type": "substitution", "player_in": "Rossi"}, "Sostituzione: Rossi per ?"),
        ({"type": "card", "card": "red", "player": "Rossi"}, "Espulsione: Rossi"),
        ({"type": "shot", "result": "woodwork"}, "Tiro, legno: non nominato"),
        ({"type": "penalty_awarded", "team": "Alba"}, "Rigore concesso: Alba"),
    ],
)
def test_describe(event, words):
    assert describe(Event(**event)) == words


def test_a_name_with_braces_stays_as_written():
    assert describe(Event(type="goal", player="{x}", assist="{0}")) == "Gol: {x}, su passaggio di {0}"


@pytest.mark.parametrize(
    ("words", "enum"), [(LABELS, Label), (LABEL, Label), (KINDS, EventType), (CARDS, Card), (RESULTS, ShotResult)]
)
def test_the_whole_vocabulary_has_words(words, enum):
    assert set(words) == {str(x) for x in enum}


def test_every_mark_has_a_name():
    assert {"goal", "own_goal", "yellow", "shot"} <= set(MARKS)


def test_unknown_codes_keep_their_own_words():
    assert error_text(CronacaError("odd thing", code="odd")) == "odd thing"
    assert doubt_text(Doubt(code="odd", message="odd thing"), MatchReport(text="")) == "odd thing"


def test_known_code_is_translated_and_filled_in():
    assert "500" in error_text(CronacaError("x", code="too-large", limit=500))
    assert error_text(CronacaError("no limit told", code="too-large")) == "no limit told"
