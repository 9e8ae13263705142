"""Which competition the match belongs to, not any that the text names; who is its referee."""

import pytest

from core import extract
from tests.markup import read

FILLER = " Ritmi bassi." * 9


@pytest.mark.parametrize(
    ("text", "competition"),
    [
        ("Serie B, ottava giornata. Il Lecce batte il Cesena 1-0.", "Serie B"),
        ("Il Lecce batte il Cesena 1-0." + FILLER + " In Serie B, di questi tempi, basta un gol.", "Serie B"),
        ("Con la Serie C dietro l'angolo il Lecce perde 1-0 a Cesena.", None),
        ("Con la Serie C a un passo il Lecce perde 1-0 a Cesena.", None),
        ("Il Lecce esce dalla Coppa Italia: 1-0 per il Cesena.", "Coppa Italia"),
        ("Il Lecce batte il Cesena 1-0." + FILLER + " Il sogno Serie A continua.", None),
        ("Il Lecce batte il Cesena 1-0." + FILLER + " L'anno scorso, in Serie A, era finita male.", None),
        ("La Champions può attendere: la Juventus batte il Torino 1-0.", None),
        ("Champions League, l'Inter batte il Porto 1-0.", "Champions League"),
        ("Da oggi è Mondiale per tutti, ma il Lecce batte il Cesena 1-0.", None),
        ("Da oggi è Mondiale per tutti: l'Italia batte la Svezia 1-0.", "Mondiali"),
    ],
)
def test_competition(text: str, competition: str | None):
    assert read(text).match.competition == competition


@pytest.mark.parametrize(
    ("text", "referee"),
    [
        ("Lecco-Renate 1-1. Al 53' viene assegnato un rigore poi trasformato da Garosi. Al 60' pareggia Biondi.", None),
        ("Lecco-Renate 1-1. Al 53' Garosi segna il rigore concesso da Marelli. Al 60' pareggia Biondi.", "Marelli"),
    ],
)
def test_who_gives_a_penalty_is_no_one_who_scores_it(text: str, referee: str | None):
    assert extract(text).match.referee == referee
