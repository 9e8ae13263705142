"""Goals of several men in one sentence, and of whom a deed or a signature decides."""

import pytest

from core import extract


def goals(text: str) -> list[tuple[str | None, int | None]]:
    """(scorer, minute) of the goals of a text."""
    return [(e.player, e.minute) for e in extract(text).events if e.type == "goal"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Lecco-Renate 2-2. In gol Bardi al 5' e Lucchi al 10'. Prima Garosi al 79' e poi Biondi all'87' permettono"
            " al Renate di ristabilire la parità.",
            [("Bardi", 5), ("Lucchi", 10), ("Garosi", 79), ("Biondi", 87)],
        ),
        (
            "Lecco-Renate 2-0. Il match si accende tardi: Garosi al 72' e Biondi all'80' portano il Lecco sul 2-0.",
            [("Garosi", 72), ("Biondi", 80)],
        ),
        (
            "Lecco-Renate 2-0. Il Lecco, che entra in campo con un altro piglio, va a segno con Garosi al 50' e Biondi"
            " al 59'.",
            [("Garosi", 50), ("Biondi", 59)],
        ),
        (
            "Lecco-Renate 1-2. Apre Bardi al 20'. Ferretti pareggia all'87'. Al 90' decide il match il rigore di"
            " Marchi.",
            [("Bardi", 20), ("Ferretti", 87), ("Marchi", 90)],
        ),
        (
            "Lecco-Renate 2-1. Neri segna al 14'. Poi pareggia Bardi al 30'. Da un angolo di Lucchi arriva il sorpasso"
            " lecchese firmato Garosi al 40'.",
            [("Neri", 14), ("Bardi", 30), ("Garosi", 40)],
        ),
        (
            "Lecco-Renate 2-0. Nella ripresa vanno a segno Garosi e Biondi rispettivamente al 71' e all'83'.",
            [("Garosi", 71), ("Biondi", 83)],
        ),
    ],
)
def test_each_goal_has_its_man(text: str, expected: list[tuple[str, int]]):
    assert goals(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Lecco-Renate 0-0. Garosi al 12' e Biondi al 30' vengono ammoniti.",
        "Lecco-Renate 0-0. Ammoniti Garosi e Biondi, rispettivamente al 12' e al 30'.",
        "Lecco-Renate 0-0. Garosi al 12' e Biondi al 30' impegnano due volte il portiere.",
        "Lecco-Renate 0-0. Il Lecco sfiora più volte l'1-0 con Garosi al 12' e Biondi al 30'.",
    ],
)
def test_dated_men_are_no_scorers_by_themselves(text: str):
    assert goals(text) == []


def test_a_coach_sits_on_one_bench():
    match = extract("Lecco-Renate 1-0. Al 12' gol di Bardi. Il Renate di mister Alberti non reagisce.").match
    assert (match.home_coach, match.away_coach) == (None, "Alberti")
