"""The score of a shoot-out is never that of the match."""

import pytest

from tests.markup import read


@pytest.mark.parametrize(
    ("text", "score", "kicks"),
    [
        ("Il Lecco elimina il Renate: 1-1 dopo i supplementari, 5-4 ai rigori.", (1, 1), (5, 4)),
        ("Lecco-Renate 2-1, pareggiata l'andata. Ai rigori il Renate vince 4-3.", (2, 1), (3, 4)),
        ("Il Lecco batte il Renate 2-1 con un gol su rigore.", (2, 1), None),
        ("Lecco-Renate 3-1. Il Lecco va avanti ai rigori: due dal dischetto, segna Brugnaro.", (3, 1), None),
    ],
)
def test_score_and_shootout(text: str, score: tuple[int, int], kicks: tuple[int, int] | None):
    match = read(text, "calcio_match").match
    assert (match.score, match.shootout) == (score, kicks)
