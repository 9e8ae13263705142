"""Verb forms: analyses, and pronouns at the end."""

import pytest

from core.verbs import analyses, finite, lemmas


@pytest.mark.parametrize(
    ("word", "lemma"),
    [
        ("segna", "segnare"),
        ("segnò", "segnare"),
        ("segnando", "segnare"),
        ("batté", "battere"),
        ("spinse", "spingere"),
        ("raccolse", "raccogliere"),
        ("colpisce", "colpire"),
        ("batterlo", "battere"),
        ("servirgli", "servire"),
        ("tirar", "tirare"),
        ("girandosi", "girare"),
        ("è", "essere"),
    ],
)
def test_lemmas(word: str, lemma: str):
    assert lemma in lemmas(word)


@pytest.mark.parametrize("word", ["portiere", "gol", "rossi", "area", "", "e", "xyz"])
def test_words_that_are_no_verbs(word: str):
    assert analyses(word) == ()


@pytest.mark.parametrize(
    ("word", "is_finite"),
    [("segna", True), ("segnerebbe", True), ("segnare", False), ("segnando", False), ("battuto", False)],
)
def test_finite(word: str, is_finite: bool):
    assert finite(word) is is_finite


@pytest.mark.parametrize(
    ("word", "mood", "tense", "number"),
    [
        ("segnarono", "ind", "remote", "p"),
        ("segnerà", "ind", "future", "s"),
        ("segnava", "ind", "impf", "s"),
        ("segnerebbe", "cond", "pres", "s"),
        ("parata", "part", "past", "fs"),
        ("segnassero", "sub", "impf", "p"),
    ],
)
def test_moods(word: str, mood: str, tense: str, number: str):
    assert any((f.mood, f.tense, f.number) == (mood, tense, number) for f in analyses(word))
