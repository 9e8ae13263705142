"""Whose coach a man is, where his squad meets the other side by name, and who coached once."""

import pytest

from core.extract import extract

GOALS = " Al 10' segna Verdi, al 30' il raddoppio di Testa."


def coaches(text: str) -> tuple[str | None, str | None]:
    match = extract(text + GOALS).match
    return match.home_coach, match.away_coach


@pytest.mark.parametrize(
    ("told", "home", "away"),
    [
        ("Il Pavia espugna Novara per 2-0. La squadra di Longo gioca e vince contro un Novara spento.", None, "Longo"),
        ("Il Pavia espugna Novara per 2-0. La squadra di Longo batte il Novara e sale ancora.", None, "Longo"),
        ("Il Pavia batte 2-0 il Novara. La formazione di Longo viene sconfitta da un Pavia concreto.", None, "Longo"),
        ("Il Pavia batte 2-0 il Novara. I ragazzi di Longo contro il Novara soffrono ma vincono.", "Longo", None),
    ],
)  # fmt: skip
def test_the_squad_of_a_coach_meets_the_other_side(told: str, home: str | None, away: str | None):
    assert coaches(told) == (home, away)


def test_who_coached_once_is_no_coach_of_the_match():
    told = "Il Pavia batte 2-0 il Novara. Quando sulla panchina sedeva Mario Conte il Pavia perdeva spesso."
    assert coaches(told) == (None, None)
    assert coaches(told + " Adesso alla guida c'è Andrea Longo.") == ("Andrea Longo", None)
