"""Coaches by what the text tells of them, and players who are none."""

import pytest

from tests.markup import read

LEAD = "Il Lecco batte il Renate 2-1. "


def label(text: str, form: str) -> str:
    """The label of the man called so."""
    return next(p.label for p in read(LEAD + text, "calcio_people").people if form in p.forms)


@pytest.mark.parametrize(
    "text",
    [
        "Nella ripresa Santarelli mette Brugnaro per Zanottelli.",
        "Santarelli cambia parecchio rispetto a domenica.",
        "Santarelli corre ai ripari e cambia qualcosa.",
        "Poi Santarelli può gestire le forze: fuori Brugnaro, dentro Zanottelli.",
        "Il loro mister, Santarelli, non si scompone.",
        "Santarelli, che allena il Renate, non infierisce.",
        "Santarelli, che quindici giorni fa era a un passo dall'esonero, sorride.",
    ],
)
def test_only_a_coach_does_this(text: str):
    assert label(text, "Santarelli") == "COACH"


@pytest.mark.parametrize(
    "text",
    [
        "Si alza dalla panchina, Santarelli entra al posto di Brugnaro.",
        "Santarelli mette in mezzo per Brugnaro, che calcia alto.",
        "Santarelli cambia gioco per Brugnaro, tiro deviato.",
        "Santarelli prende il posto di Rossi, poi tocca a Brugnaro per Zanottelli.",
        "Sul rimpallo arriva Santarelli, che mette dentro la palla del sorpasso.",
    ],
)
def test_a_player_is_no_coach(text: str):
    assert label(text, "Santarelli") == "PLAYER"


@pytest.mark.parametrize(
    "text", ["Santarelli, tecnico del Renate, sorride.", "Santarelli, che allena il Renate, ride."]
)
def test_the_side_behind_the_office_is_his(text: str):
    r = read(LEAD + text, "calcio_people")
    assert next(p.team for p in r.people if "Santarelli" in p.forms) == "Renate"
