"""What a clause tells of a goal does not hang on the clauses round it."""

from functools import cache
from itertools import product

import pytest

from core import extract
from core.schema import MatchReport

LINE_UPS = (
    "SERIE C. Lecco-Renate 1-0. Nel Lecco in campo Bertelli, Cavalleri, Gualdi e il portiere Fabbian; "
    "il Renate risponde con Moroni, Sperandio e il portiere Zanotto.\n\n"
)
OPENINGS = [
    "Al 34' ",
    "Dopo una lunga fase di studio, al 34' ",
    "La gara sembra avviata allo 0-0, ma al 34' ",
    "Il Renate spreca con Moroni e al 34' ",
    "Renate vicino al gol con Moroni, ma sul capovolgimento di fronte, al 34', ",
    "Moroni si divora il vantaggio e al 34' arriva la beffa: ",
    "Nel momento migliore del Renate, al 34', ",
    "Espulso Moroni, il Renate resta in dieci e al 34' ",
    "Moroni chiede un rigore che l'arbitro non concede e al 34' ",
    "Al 21' Moroni calcia alto, al 34' ",
    "Al 21' Moroni impegna Fabbian; al 34' ",
    "Dopo il palo di Gualdi, al 34' ",
    "Quando tutti pensano ormai all'intervallo, al 34' ",
    "Al 21' gol annullato a Moroni per fuorigioco, ma al 34' ",
]
GOALS = [
    "Bertelli segna",
    "Bertelli la mette dentro",
    "Bertelli insacca di testa su cross di Cavalleri",
    "Bertelli batte Zanotto con un diagonale",
    "Bertelli non sbaglia a tu per tu con Zanotto",
    "Bertelli si presenta davanti a Zanotto e lo batte",
    "arriva il gol di Bertelli",
    "il vantaggio porta la firma di Bertelli",
    "tocca a Bertelli firmare il vantaggio",
    "Bertelli, servito da Cavalleri, fulmina Zanotto",
    "Cavalleri serve Bertelli, che di piatto trafigge Zanotto",
    "il Lecco passa con Bertelli",
]
CODAS = [
    ", facendo esplodere lo stadio.",
    " e il Lecco è avanti.",
    ", ma il Renate non ci sta e sfiora il pari con Moroni.",
    ", poi Moroni colpisce il palo.",
    ", mentre Moroni viene ammonito per proteste.",
    "; subito dopo Moroni impegna Fabbian.",
    ". Il Renate reagisce: Moroni calcia alto.",
    ", tra le proteste del Renate per un presunto fuorigioco.",
    ", al primo gol stagionale.",
]


@cache
def _read(sentence: str) -> MatchReport:
    return extract(LINE_UPS + sentence)


def _goals(sentence: str) -> list[tuple[str | None, int | None]]:
    return [(e.player, e.minute) for e in _read(sentence).events if e.type == "goal"]


@pytest.mark.parametrize(("opening", "goal"), list(product(OPENINGS, GOALS)))
def test_whatever_stands_before(opening: str, goal: str):
    assert _goals(f"{opening}{goal}.") == [("Bertelli", 34)]


@pytest.mark.parametrize(("goal", "coda"), list(product(GOALS, CODAS)))
def test_whatever_follows(goal: str, coda: str):
    assert _goals(f"{OPENINGS[0]}{goal}{coda}") == [("Bertelli", 34)]


@pytest.mark.parametrize(
    "sentence",
    [
        "Al 34' Bertelli potrebbe segnare, ma Zanotto lo ferma.",
        "Al 34' Bertelli lancia Gualdi, che Moroni batte in velocità.",
        "Al 34' Zanotto in tuffo respinge il tiro di Bertelli.",
        "Al 34' la gara sembra avviata al pareggio, ma Bertelli calcia alto.",
    ],
)
def test_nothing_of_the_kind(sentence: str):
    assert _goals(sentence + " Al 60' ammonito Moroni.") == []


@pytest.mark.parametrize(
    ("sentence", "on"),
    [
        ("Al 60' Gualdi la mette dentro.", []),
        ("Al 60' Gualdi la spinge dentro.", []),
        ("Al 60' il mister mette dentro Cavalleri per Gualdi.", ["Cavalleri"]),
    ],
)
def test_the_ball_is_put_in_or_a_man(sentence: str, on: list[str]):
    assert [e.player_in for e in _read(sentence).events if e.type == "substitution"] == on


@pytest.mark.parametrize(
    ("sentence", "cards"),
    [
        ("Scapin viene ammonito al 12', Tavani al 30'.", {"Scapin": 12, "Tavani": 30}),
        ("Scapin si becca il giallo al 12', Tavani al 30'.", {"Scapin": 12, "Tavani": 30}),
        ("Cartellino giallo al 12' per Scapin, al 30' per Tavani.", {"Scapin": 12, "Tavani": 30}),
        ("Sul taccuino dell'arbitro finiscono Scapin al 12' e Tavani al 30'.", {"Scapin": 12, "Tavani": 30}),
        (
            "Ammoniti Scapin al 12' e Tavani al 30'. Nella ripresa anche Colombini.",
            {"Scapin": 12, "Tavani": 30, "Colombini": None},
        ),
        ("Scapin viene ammonito al 12', Tavani calcia alto al 30'.", {"Scapin": 12}),
    ],
)
def test_each_of_the_booked_has_his_time(sentence: str, cards: dict[str, int | None]):
    events = _read(f"Moroni calcia a lato. {sentence}").events
    assert {e.player: e.minute for e in events if e.type == "card"} == cards
    assert not any(e.type == "substitution" for e in events)


@pytest.mark.parametrize(
    "sentence",
    [
        "Al 34' Gualdi viene sostituito da Cavalleri.",
        "Al 34' Gualdi è sostituito da Cavalleri.",
        "Gualdi viene sostituito al 34' da Cavalleri.",
        "Al 34' fuori Gualdi, dentro Cavalleri, poi Moroni colpisce il palo.",
    ],
)
def test_who_comes_on_for_whom(sentence: str):
    changes = [e for e in _read(sentence).events if e.type == "substitution"]
    assert [(e.player_in, e.player_out, e.minute) for e in changes] == [("Cavalleri", "Gualdi", 34)]


@pytest.mark.parametrize(
    ("sentence", "minute"),
    [
        ("Quando mancano dieci minuti Cavalleri prende il posto di Gualdi.", 80),
        ("Quando mancano dieci minuti al riposo Cavalleri prende il posto di Gualdi.", 35),
    ],
)
def test_how_long_is_left(sentence: str, minute: int):
    assert [e.minute for e in _read(sentence).events if e.type == "substitution"] == [minute]


@pytest.mark.parametrize("opening", OPENINGS)
@pytest.mark.parametrize(
    "kick",
    ["Zanotto neutralizza il penalty calciato da Bertelli", "Bertelli si fa parare un rigore da Zanotto"],
)
def test_a_kick_that_is_saved(opening: str, kick: str):
    events = _read(f"{opening}{kick}.").events
    assert [(e.player, e.minute) for e in events if e.type == "penalty_missed"] == [("Bertelli", 34)]
