"""A text that begins behind its dateline with a noun and the result, and defeats told by a noun."""

import pytest

from core.extract import extract

TOLD = " Al 10' segna Verdi per il Novara. Al 70' il gol di Testa."


@pytest.mark.parametrize(
    "opening",
    [
        "NOVARA - Pari 1-1 tra Novara e Pavia.",
        "NOVARA – Pareggio 1-1 tra Novara e Pavia.",
        "NOVARA - Finisce 1-1 tra Novara e Pavia.",
        "NOVARA - Pavia 1-1.",
    ],
)
def test_the_word_behind_a_dateline_is_no_side(opening: str):
    match = extract(opening + TOLD).match
    assert (match.home, match.away) == ("Novara", "Pavia")


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        ("NOVARA - Lecce 1-1." + TOLD, ("Novara", "Lecce")),
        ("GELA - Vittoria 1-1. Al 10' segna Verdi per il Gela. Al 70' il gol di Testa.", ("Gela", "Vittoria")),
    ],
)
def test_a_result_line_keeps_its_sides(text: str, sides: tuple[str, str]):
    match = extract(text).match
    assert (match.home, match.away) == sides


@pytest.mark.parametrize(
    ("opening", "score"),
    [
        ("Sconfitta 2-0 del Novara contro il Pavia.", (0, 2)),
        ("Ko 2-0 per il Novara contro il Pavia.", (0, 2)),
        ("Il Novara incassa una sconfitta per 2-0 contro il Pavia.", (0, 2)),
        ("Il Novara infligge una sconfitta per 2-0 al Pavia.", (2, 0)),
        ("Vittoria per 2-0 per il Novara contro il Pavia.", (2, 0)),
    ],
)
def test_a_noun_of_losing_turns_the_score(opening: str, score: tuple[int, int]):
    match = extract(f"{opening} A segno al 10' Verdi e al 70' Testa.").match
    assert (match.home, match.away, match.score) == ("Novara", "Pavia", score)
