"""Capitals that are no names of the match: the press, months, what is said behind a colon; grounds in single marks."""

import pytest

from core.extract import extract

HEAD = "Livorno-Spezia 2-1. Al 10' segna Verdi su assist di Testa. "


def named(text: str) -> set[tuple[str, str]]:
    """(label, form) of the names of a text, sides aside."""
    return {(m.label, m.text) for m in extract(text).mentions if m.label != "TEAM"}


@pytest.mark.parametrize(
    "beside",
    [
        "(Getty Images)",
        "Foto LaPresse di repertorio.",
        "Secondo Opta è il gol più veloce.",
        "Ai microfoni di Sky Sport parla il tecnico.",
        "Il video è su Instagram e su YouTube.",
        "Si torna in campo nel mese di Marzo.",
        "Il ritorno è previsto a Maggio.",
        "Il tecnico commenta così: Credo che la squadra sia cresciuta.",
        "Nellaltra gara tutto facile per gli ospiti.",
        "Lattaccante esce tra gli applausi.",
    ],
)
def test_what_is_no_name(beside: str):
    assert named(HEAD + beside) == named(HEAD)


@pytest.mark.parametrize(
    ("beside", "label", "form"),
    [
        ("Al 30' Aprile para su Testa.", "PLAYER", "Aprile"),
        ("Al 30' Dellera serve Testa.", "PLAYER", "Dellera"),
        ("Nel finale cambio: Contento serve Testa, che calcia alto.", "PLAYER", "Contento"),
        ("Si è giocato al ‘Picchi’ di Livorno.", "STADIUM", "Picchi"),
        ("Si è giocato al 'Picchi', davanti a tremila persone.", "STADIUM", "Picchi"),
    ],
)
def test_what_is_a_name(beside: str, label: str, form: str):
    assert (label, form) in named(HEAD + beside)
