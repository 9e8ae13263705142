"""A season in words."""

import pytest

from core import i18n
from core.season import SeasonFilters, season_frames
from core.season_tables import gaps
from core.season_words import GAPS, gap_lines, sentence, title

BIANCHI, ROSSI = ("Bianchi", "Brenta"), ("Rossi", "Alba")


@pytest.fixture(autouse=True)
def italian():
    i18n.use("it")


def test_sentence_of_all_and_of_one_side(make_report):
    goals = [{"player": "Rossi", "minute": 3}, {"player": "Rossi"}]
    reports = [make_report("Alba", "Brenta", (2, 0), *goals), make_report("Brenta", "Alba", (1, 1))]
    assert sentence(season_frames(reports), None) == "2 partite, 4 gol. Miglior marcatore: Rossi (Alba), 2."
    view = season_frames(reports, SeasonFilters(side="Alba"))
    told = "Alba: 2 partite, 1 vinta, 1 pareggiata, 0 perse; 3 gol fatti e 1 subito."
    assert sentence(view, "Alba") == f"{told} Porta inviolata 1 volta."


def test_those_who_scored_most_alike_are_all_named(make_report):
    reports = [
        make_report("Alba", "Brenta", (2, 2), *({"player": p, "team": t} for p, t in (BIANCHI, ROSSI) for _ in "12"))
    ]
    told = sentence(season_frames(reports), None)
    assert told == "1 partita, 4 gol. Migliori marcatori: Bianchi (Brenta) e Rossi (Alba), 2 a testa."


def test_gaps_are_said_and_all_have_words(make_report):
    view = season_frames([make_report("Alba", "Brenta", (2, 0), {"player": "Rossi"})])
    assert "1 gol su 1 sono raccontati senza minuto" in gap_lines(view)
    assert set(gaps(view.matches, view.events, view.lineups)["code"]) == set(GAPS)


@pytest.mark.parametrize(("column", "words"), [("goals_for", "GF"), ("unheard", "unheard")])
def test_title(column, words):
    assert title(column) == words
