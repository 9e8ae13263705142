"""Which competition the match belongs to: not any that the text names."""

import pytest

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
