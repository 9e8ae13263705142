"""Scores as they are written."""

import pytest
from spacy.vocab import Vocab

from core.scores import find_scores
from core.tokens import RegexTokenizer, tokens
from core.vocabulary import words

TOKENIZER = RegexTokenizer(Vocab())


def scores(text: str) -> list[tuple[int, int]]:
    return [(w.first, w.second) for w in find_scores(tokens(TOKENIZER(text)), words("match").numbers)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("finisce 2-1", [(2, 1)]),
        ("finisce 2 - 1", [(2, 1)]),
        ("finisce 2 a 1.", [(2, 1)]),
        ("vince tre a zero", [(3, 0)]),
        ("un tre-zero netto", [(3, 0)]),
        ("Milan-Inter 0-0", [(0, 0)]),
        ("prima 1-0, poi 1-1", [(1, 0), (1, 1)]),
        ("un 10-0 mai visto", [(10, 0)]),
        ("(2-1)", [(2, 1)]),
        ("pari per uno a uno", [(1, 1)]),
    ],
)
def test_scores(text: str, found: list[tuple[int, int]]):
    assert scores(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "il 4-3-3 iniziale",
        "chiude l'uno-due con Rossi",
        "un 3-4-1-2 coperto",
        "ore 20:45",
        "nato il 12-05-1987",
        "tra i 10 a 15 minuti",
        "stagione 2017-18",
        "Milan-Inter",
        "10 a casa",
        "100-0",
        "25-30 metri",
    ],
)
def test_figures_that_are_no_scores(text: str):
    assert scores(text) == []


@pytest.mark.parametrize(("text", "draw"), [("1-1", True), ("2-1", False)])
def test_draws(text: str, draw: bool):
    assert find_scores(tokens(TOKENIZER(text)), {})[0].draw is draw
