"""Phrases of the lexicon in token lists: forms of verbs, adverbs between, the longest wins."""

import pytest
from spacy.vocab import Vocab

from core.phrases import Phrases, keys
from core.tokens import RegexTokenizer, tokens

TOKENIZER = RegexTokenizer(Vocab())
TABLE = Phrases(
    {
        "goal": "{segnare}|{mettere} a segno|{trovare} l'angolino\nin fondo al sacco",
        "shot": "{mettere}|tap-in|ci {provare}",
        "self": "{distendersi}",
    }
)


def at(text: str, i: int = 0) -> dict[str, str]:
    """Category -> the words of its phrase that begins at token ``i``."""
    toks = tokens(TOKENIZER(text))
    found = TABLE.at(toks, i, len(toks))
    return {category: " ".join(t.text for t in toks[i:end]) for category, end in found.items()}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("segna Rossi", {"goal": "segna"}),
        ("segnò subito", {"goal": "segnò"}),
        ("mette a segno il gol", {"goal": "mette a segno", "shot": "mette"}),
        ("mette subito a segno", {"goal": "mette subito a segno", "shot": "mette"}),
        ("trova l'angolino", {"goal": "trova l' angolino"}),
        ("in fondo al sacco", {"goal": "in fondo al sacco"}),
        ("tap-in vincente", {"shot": "tap - in"}),
        ("ci prova Rossi", {"shot": "ci prova"}),
        ("distendersi bene", {"self": "distendersi"}),
    ],
)
def test_found(text: str, found: dict[str, str]):
    assert at(text) == found


@pytest.mark.parametrize(
    "text", ["a segno", "ci Rossi prova", "in fondo al campo", "tap", "segnalinee", "distende", "trova lui l'angolino"]
)
def test_not_found(text: str):
    assert at(text) == {}


def test_a_phrase_does_not_reach_beyond_the_stop():
    toks = tokens(TOKENIZER("mette a segno"))
    assert TABLE.at(toks, 0, 2) == {"shot": 1}


@pytest.mark.parametrize(
    ("word", "key", "has"),
    [
        ("segna", "{segnare}", True),
        ("provarci", "{provarci}", True),
        ("distendersi", "{distendersi}", True),
        ("pari", "{parare}", False),  # a present subjunctive that is a noun far more often
        ("gol", "{segnare}", False),
    ],
)
def test_keys(word: str, key: str, has: bool):
    assert (key in keys(word)) is has


def test_a_class_stands_for_each_of_its_phrases():
    table = Phrases({"wood": "{colpire} <how> <wood>"}, {"wood": "il palo|la traversa", "how": "-|in pieno"})
    for text, found in (("colpisce il palo", True), ("colpisce in pieno la traversa", True), ("colpisce bene", False)):
        toks = tokens(TOKENIZER(text))
        assert bool(table.at(toks, 0, len(toks))) is found
