"""The company of names: which words make two men mates."""

from __future__ import annotations

import pytest

from core.extract import read
from core.mates import Pair, odds, pairs

TEXT = """Lecce-Genoa 1-0

Al 10' {words} e il Lecce passa in vantaggio. Il Genoa reagisce e cerca il pareggio per tutta la ripresa.
Al 70' l'arbitro ammonisce Zanotti. Finisce 1-0 davanti a tremila spettatori.
"""


def pair(words: str, first: str, second: str) -> Pair:
    """The pair of two men of a text with ``words`` in it."""
    for found in pairs(read(TEXT.format(words=words))):
        if (found.first.text, found.second.text) == (first, second):
            return found
    raise AssertionError(f"{first} and {second} are no pair")


@pytest.mark.parametrize(
    "words",
    ["Marenghi serve Tavani che segna", "cross di Marenghi e testa di Tavani", "Marenghi mette in mezzo per Tavani"],
)
def test_who_gives_and_who_takes_are_mates(words: str) -> None:
    assert odds(pair(words, "Marenghi", "Tavani")) > 0


@pytest.mark.parametrize(
    "words",
    ["Marenghi stende Tavani in area", "Marenghi calcia, Tavani respinge", "fallo di Marenghi su Tavani"],
)
def test_who_fouls_or_saves_plays_against(words: str) -> None:
    assert odds(pair(words, "Marenghi", "Tavani")) < 0


@pytest.mark.parametrize(("between", "paired"), [(" ", True), ("\n\n", False)])
def test_names_of_two_paragraphs_are_no_pair(between: str, paired: bool) -> None:
    text = f"Lecce-Genoa 1-0\n\nAl 10' segna Marenghi.{between}Al 70' l'arbitro ammonisce Zanotti. Poi fischia la fine."
    named = {(p.first.text, p.second.text) for p in pairs(read(text))}
    assert (("Marenghi", "Zanotti") in named) == paired


def test_what_is_said_names_the_place_of_each_word() -> None:
    said = pair("Marenghi serve Tavani che segna", "Marenghi", "Tavani").said
    assert "man man here between servire" in said
    assert "man man here acts segnare" in said
