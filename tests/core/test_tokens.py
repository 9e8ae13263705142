"""Words, sentences, and the capitals that say nothing."""

import pytest
from spacy.vocab import Vocab

from core.tokens import RegexTokenizer, Tok, tokens

TOKENIZER = RegexTokenizer(Vocab())


def toks(text: str) -> list[Tok]:
    return tokens(TOKENIZER(text))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Milan-Atalanta 1-2", "Milan - Atalanta 1 - 2"),
        ("27'pt", "27 ' pt"),
        ("Pera,29'st", "Pera , 29 ' st"),
        ("l'area dell'Inter", "l' area dell' Inter"),
        ("gol!!", "gol ! !"),
        ("(46' Rossi)", "( 46 ' Rossi )"),
        ("", ""),
    ],
)
def test_words(text: str, words: str):
    assert " ".join(t.text for t in toks(text)) == words


@pytest.mark.parametrize("text", ["Gol  di\tRossi.\n\nPalo", " 12' tiro", "a\n", "\n\n"])
def test_nothing_is_lost(text: str):
    assert TOKENIZER(text).text == text
    assert all(text[t.start : t.end] == t.text for t in toks(text))


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Gol di Rossi. Poi palo.", 2),
        ("È la nona di Serie B. Segna Rossi.", 2),
        ("Segna al volo F. Rossi.", 1),
        ("La mette dentro Rossi. 1-0\n20' Palo di Neri.", 3),
        ("20'\nPalo di Neri.", 1),
        ("Rossi segna! Che gol! Fine.", 3),
        ("Allenatore: all. rossi di Roma.", 1),
        ("Segna A. Rossi al volo.", 1),
        ("Finisce 2-1\nEspulso Rossi", 2),
        ("Rossi serve l'accorrente\nBianchi", 2),
        ("Rossi serve l'accorrente\nattaccante", 1),  # a line broken by the page
        ("Davvero...", 1),
    ],
)
def test_sentences(text: str, number: int):
    assert len({t.sent for t in toks(text)}) == number


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("Rossi segna. Bianchi no.", "Rossi Bianchi"),
        ("L'arbitro fischia", "L'"),
        ('Dice: "Bravi"', "Dice Bravi"),
        ("34' - Primo tiro", "Primo"),
        ("segna Rossi", "segna"),
    ],
)
def test_first_words(text: str, first: str):
    assert " ".join(t.text for t in toks(text) if t.first) == first


@pytest.mark.parametrize(
    ("text", "low"),
    [
        ("E' gol", "è"),
        ("perche' no", "perché"),
        ("piu' avanti", "più"),
        ("citta' ospite", "città"),
        ("l'area", "l'"),
        ("De' Rossi", "de"),
        ("e gol", "e"),
    ],
)
def test_apostrophes_typed_for_accents(text: str, low: str):
    assert toks(text)[0].low == low


@pytest.mark.parametrize(
    ("text", "cap", "upper"),
    [("Rossi", True, False), ("ROSSI", True, True), ("rossi", False, False), ("12", False, False), ("L'", True, False)],
)
def test_case(text: str, cap: bool, upper: bool):
    assert (toks(text)[0].cap, toks(text)[0].upper) == (cap, upper)


def test_keys_have_no_accents():
    assert [t.key for t in toks("Çalhanoğlu è Ibrahimović")] == ["calhanoglu", "e", "ibrahimovic"]
