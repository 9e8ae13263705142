"""Whether a word is ordinary Italian, so that its capital at the start of a sentence says nothing."""

from __future__ import annotations

import re
from functools import lru_cache

import simplemma
from spacy.lang.it.stop_words import STOP_WORDS

from core.verbs import analyses
from core.vocabulary import words

CONSONANTS = "lmnr"
"""Letters at which a word may lose its last vowel."""
SHORT_WORD = 4
"""Words of no more letters are often cut short: "ben", "gran"."""
SHORT_STEM = 3
"""A verb with pronouns keeps more letters than this."""


@lru_cache(maxsize=65536)
def italian_word(low: str) -> bool:
    """Whether a lower-case word is ordinary Italian: in the dictionary of lemmas, a function word or a verb form."""
    return (
        low in STOP_WORDS
        or low in words("names").ordinary
        or (bool(simplemma.is_known(low, lang="it")) and not _cut_short(low))
        or bool(analyses(low))
        or low.endswith(tuple(words("names").ordinary_endings))
        or _number_word(low)
        or _with_clitics(low)
    )


def _cut_short(low: str) -> bool:
    """Whether the dictionary has a word only as one without its last vowel: "balzan" for "balzano", not "signor"."""
    ending = low[-1:] in CONSONANTS and len(low) > SHORT_WORD
    return ending and simplemma.lemmatize(low, lang="it") not in (low, low + "e")


@lru_cache(1)
def _number_pattern() -> re.Pattern[str]:
    return re.compile("(?:" + "|".join(sorted(words("names").number_parts, key=len, reverse=True)) + "){2,}")


def _number_word(low: str) -> bool:
    """Whether a word is a compound number: sessantamila, centoventi, novantasei."""
    return _number_pattern().fullmatch(low) is not None


def _with_clitics(low: str) -> bool:
    """Whether a word is a verb with pronouns hung on: segnatevelo, riprendiamola, vederlo."""
    for clitic in words("names").clitics:
        stem = low.removesuffix(clitic)
        if stem == low or len(stem) <= SHORT_STEM:
            continue
        infinitive = analyses(stem + "e") or (stem.endswith("r") and simplemma.is_known(stem + "e", lang="it"))
        if stem.endswith(tuple(words("names").imperative_endings)) or analyses(stem) or infinitive:
            return True
    return False
