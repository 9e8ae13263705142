"""Nouns that stand for a side: their feminine, colours of shirts, people of a town."""

import pytest

from core.epithets import echoes, feminine, is_colour
from core.gazetteer import gazetteer
from core.knowledge import lexicon
from tests.markup import read


@pytest.mark.parametrize(
    ("noun", "plural"),
    [
        ("nerazzurri", "nerazzurre"),
        ("bergamaschi", "bergamasche"),
        ("orobici", "orobiche"),
        ("pavesi", "pavesi"),
        ("viola", "viola"),
    ],
)
def test_feminine(noun: str, plural: str):
    assert feminine(noun) == plural


@pytest.mark.parametrize("word", ["nerazzurri", "biancorossa", "gialloblu", "rossocrociati", "biancoscudati"])
def test_colours_of_a_shirt(word: str):
    assert is_colour(word)


@pytest.mark.parametrize("word", ["neri", "rosso", "biancospino", "verdetto", "orobici", ""])
def test_other_words_are_no_colours(word: str):
    assert not is_colour(word)


@pytest.mark.parametrize(
    ("word", "side", "same"),
    [("varesini", "Varese", True), ("fasanesi", "Fasano", True), ("leccesi", "Varese", False), ("rosi", "Roma", False)],
)
def test_people_of_a_town(word: str, side: str, same: bool):
    assert echoes(word, side, gazetteer(lexicon())) is same


@pytest.mark.parametrize(
    ("text", "noun"),
    [
        ("Al Garilli biancorossi avanti al 9' con Neri.", True),
        ("Dal 30' biancorossi in dieci.", True),
        ("I tifosi biancorossi in dieci minuti se ne vanno.", False),
        ("Quei colori biancorossi li conoscono tutti.", False),
    ],
)
def test_a_plural_without_article_is_a_side_where_it_stands_somewhere(text: str, noun: bool):
    names = read(f"Piacenza-Lecco 1-1\n{text}", "calcio_names").names
    assert any(n.text == "biancorossi" and not n.adjective for n in names) is noun
