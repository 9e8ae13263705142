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


@pytest.mark.parametrize(
    ("text", "competition"),
    [
        ("Terza giornata di serie A femminile: il Lecce batte il Cesena 1-0.", "Serie A femminile"),
        ("Terza giornata di serie A: il Lecce batte il Cesena 1-0.", "Serie A"),
    ],
)
def test_a_competition_in_small_letters_keeps_its_women(text: str, competition: str):
    assert read(text).match.competition == competition


ELEVEN = "Sarti, Bellini, Corti, Monti, Galli, Nava, Serra, Riva, Pace, Verri, Donati"
OTHERS = "Tosi, Melis, Vanni, Ricci, Orsi, Ferri, Leoni, Salvi, Gatti, Berti, Manca"


@pytest.mark.parametrize(("coach", "bench"), [("Serra", "Lodi"), ("Ivo Serra", "Lodi"), ("Lodi", "Lodi, Ponti")])
def test_a_coach_who_bears_the_name_of_one_of_his_players(coach: str, bench: str):
    home = f"ALBORESE: {ELEVEN}. A disp.: {bench}. All.: {coach}."
    match = read(f"ALBORESE-VERZANO 1-0\n{home}\nVERZANO: {OTHERS}. All.: Perri.").match
    assert (match.home_coach, match.away_coach) == (coach, "Perri")


@pytest.mark.parametrize(
    ("told", "half"),
    [
        ("Le squadre tornano nello spogliatoio sull'1-0.", (1, 0)),
        ("Al duplice fischio il risultato è ancora di 0-0.", (0, 0)),
        ("I bianchi tornano nello spogliatoio a mani vuote (2-1).", None),
    ],
)
def test_the_break_told_by_dressing_room_or_whistle(told: str, half: tuple[int, int] | None):
    assert read(f"Alborese-Verzano 2-1\n\nL'Alborese ospita il Verzano. {told}").match.half_time == half


def test_who_is_fouled_is_no_referee():
    foul = "Al 90' rigore per un fallo molto dubbio di Sinnari su Castellone."
    assert read(f"Lecce-Cesena 1-0\n\n{foul} Dopo una discussione segna Corsi.").match.referee is None
