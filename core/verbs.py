"""Verb forms of match reports: which verb, mood, tense and number a word can be."""

from __future__ import annotations

import csv
from collections import defaultdict
from dataclasses import dataclass
from functools import lru_cache

from core.knowledge import FOLDER
from core.tokens import Tok
from core.vocabulary import words

CLITICS = (
    "glielo", "gliela", "gliel", "mela", "sela", "lo", "la", "li", "le", "gli", "ne", "si", "ci", "mi", "vi", "l",
)  # fmt: skip
"""Pronouns at the end of a verb, the longest of those that end alike first."""


@dataclass(frozen=True, slots=True)
class Form:
    """One analysis of a word: ``mood`` is ind, sub, cond, inf, ger or part; ``number`` s, p, -, ms, fs, mp or fp."""

    lemma: str
    mood: str
    tense: str
    number: str

    @property
    def finite(self) -> bool:
        """Whether the form can carry a clause."""
        return self.mood in ("ind", "sub", "cond")


@lru_cache(1)
def table() -> dict[str, tuple[Form, ...]]:
    """Word → its analyses, from core/lexicon/words/verb_forms.csv."""
    forms: dict[str, list[Form]] = defaultdict(list)
    with (FOLDER / "words" / "verb_forms.csv").open(encoding="utf-8", newline="") as handle:
        for row in csv.DictReader(handle):
            forms[row["form"]].append(Form(row["lemma"], row["mood"], row["tense"], row["number"]))
    return {form: tuple(analyses) for form, analyses in forms.items()}


@lru_cache(maxsize=32768)
def analyses(word: str) -> tuple[Form, ...]:
    """Return the analyses of a lower-case word, without pronouns at the end of infinitives, gerunds, participles."""
    known = table().get(word)
    if known:
        return known
    for clitic in CLITICS:
        if word.endswith(clitic):
            base = word[: -len(clitic)].rstrip("'")
            tries = (base, base + "e") if clitic != "l" else (base,)
            for form in tries:
                hits = tuple(f for f in table().get(form, ()) if f.mood in ("inf", "ger", "part"))
                if hits:
                    return hits
            if base.endswith("r") and (hits := tuple(f for f in table().get(base + "re", ()) if f.mood == "inf")):
                return hits
    if word.endswith(("ar", "er", "ir")):
        return tuple(f for f in table().get(word + "e", ()) if f.mood == "inf")
    return ()


def lemmas(word: str) -> frozenset[str]:
    """Return the verbs that a word can be a form of."""
    return frozenset(f.lemma for f in analyses(word))


def finite(word: str) -> bool:
    """Whether a word can be a finite verb."""
    return any(f.finite for f in analyses(word))


def acts_at(toks: list[Tok], i: int) -> bool:
    """Whether a finite verb stands behind a name at ``i``, pronouns and "non" aside: "la tocca", "non sbaglia"."""
    light = words("clauses").clitics | {"non"}
    behind = (t for t in toks[i : i + 3] if t.sent == toks[i - 1].sent)
    first = next((t for t in behind if t.low not in light), None)
    return first is not None and finite(first.low)
