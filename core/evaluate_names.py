"""Comparing names for the evaluation: forgiving of accents and given names, not of another person."""

from __future__ import annotations

import html
import re
import unicodedata
from collections import defaultdict
from typing import Any, NamedTuple

from core.schema import Label

PERSON_LABELS = tuple(str(x) for x in (Label.PLAYER, Label.COACH, Label.REFEREE, Label.PERSON))
MOST_WORDS = 8
"""A longer name is several names strung together."""
LETTERS = str.maketrans({"ø": "o", "đ": "d", "ł": "l", "ı": "i", "æ": "ae"} | dict.fromkeys("’‘`´ʼ", "'"))


def fold(text: str | None) -> str:
    """Return lower-case text without accents, HTML entities, hyphen breaks and kinds of quotes and spaces."""
    plain = re.sub(r"-[ \t]*\n\s*", "", html.unescape(text or ""))
    letters = "".join(c for c in unicodedata.normalize("NFKD", plain) if not unicodedata.combining(c))
    return re.sub(r"\s+", " ", letters.casefold().translate(LETTERS)).strip()


class Words(NamedTuple):
    """A name as a set of words, initials left out where there is more, and in one piece."""

    words: frozenset[str]
    joined: str


def name_words(name: str | None) -> Words:
    """Return the words of a name."""
    every = [w for w in re.split(r"\W+", fold(name)) if w]
    return Words(frozenset(w for w in every if len(w) > 1) or frozenset(every), "".join(every))


def same_name(a: str | None, b: str | None) -> bool:
    """Tell whether the words of one name stand in the other; two missing names are the same."""
    if not a or not b:
        return not a and not b
    x, y = name_words(a), name_words(b)
    return x.words <= y.words or y.words <= x.words or x.joined == y.joined


class People:
    """The persons of one gold report."""

    def __init__(self, gold: dict[str, Any]) -> None:
        self.forms: dict[str, set[Words]] = defaultdict(set)
        for entry in gold["names"]:
            if entry["label"] in PERSON_LABELS:
                self.forms[entry["name"]] |= {name_words(entry["name"]), name_words(entry["text"])}

    def who(self, name: str | None) -> str | None:
        """Return the one person whom a name fits, None if it fits none or several."""
        if not name:
            return None
        given = name_words(name)
        as_written = [p for p in self.forms if fold(p) == fold(name)]
        as_a_form = [
            p
            for p, forms in self.forms.items()
            if any(given.words == f.words or given.joined == f.joined for f in forms)
        ]
        for exact in (as_written, as_a_form):
            if len(exact) == 1:
                return exact[0]
        if len(given.words) > MOST_WORDS:
            return None
        fits = [
            p for p, forms in self.forms.items() if any(f.words <= given.words or given.words <= f.words for f in forms)
        ]
        return fits[0] if len(fits) == 1 else None

    def same(self, gold_name: str | None, name: str | None) -> bool:
        """Tell whether ``name`` is the person ``gold_name``; two missing names are the same."""
        if not gold_name or not name:
            return not gold_name and not name
        return self.who(name) == gold_name
