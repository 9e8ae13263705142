"""Phrases of the lexicon found in token lists: a trie over words and verb forms, adverbs allowed between."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import product
from typing import Any

from core.tokens import TOKEN, Tok
from core.verbs import analyses, lemmas
from core.vocabulary import words

CHOICE = re.compile(r"\(([^()]*)\)")
"""Alternatives within a phrase."""
AUXILIARIES = frozenset(("avere", "essere", "venire"))


@lru_cache(maxsize=65536)
def keys(low: str) -> tuple[str, ...]:
    """Return what a word can match in a phrase: itself and ``{verb}`` for each verb it is a form of."""
    out = [low]
    for form in analyses(low):
        if form.mood == "sub" and form.tense == "pres":
            continue  # "pari", "passi", "tiri": nouns far more often than subjunctives
        key = "{" + form.lemma + "}"
        if key not in out:
            out.append(key)
        if low.endswith(("si", "ci")) and form.mood in ("inf", "ger"):
            out.append("{" + form.lemma[:-1] + low[-2:] + "}")
    return tuple(out)


class Phrases:
    """All phrases of one table of categories, ready to match."""

    def __init__(self, table: dict[str, str], classes: dict[str, str] | None = None) -> None:
        self.root: dict[str, Any] = {}
        self.classes = {f"<{name}>": _alternatives(text) for name, text in (classes or {}).items()}
        for category, text in table.items():
            for parts in _alternatives(text):
                for node in self._ends([self.root], parts):
                    node.setdefault("", set()).add(category)
        self.skip = words("clauses").adverbs

    def _ends(self, nodes: list[dict[str, Any]], parts: list[str]) -> list[dict[str, Any]]:
        """The nodes at which the parts of a phrase end; a class of words leads on by each of its own phrases."""
        for part in parts:
            if part in self.classes:
                nodes = [end for way in self.classes[part] for end in self._ends(nodes, way)]
            else:
                nodes = [node.setdefault(part, {}) for node in nodes]
        return nodes

    def at(self, toks: list[Tok], i: int, stop: int) -> dict[str, int]:
        """Category → end token of the longest phrase of it that begins at token ``i``."""
        found: dict[str, int] = {}
        self._walk(self.root, toks, i, stop, found, first=True)
        return found

    def _walk(
        self, node: dict[str, Any], toks: list[Tok], i: int, stop: int, found: dict[str, int], first: bool
    ) -> None:
        if "" in node:
            for category in node[""]:
                found[category] = max(found.get(category, 0), i)
        if i >= stop:
            return
        for key in keys(toks[i].low):
            if key in node:
                self._walk(node[key], toks, i + 1, stop, found, first=False)
        if first:
            return
        if _auxiliary(toks, i, stop):
            self._walk({k: v for k, v in node.items() if k.startswith("{")}, toks, i + 1, stop, found, first=False)
        if (toks[i].low in self.skip or toks[i].low.endswith("mente")) and any(k != "" for k in node):
            self._walk({k: v for k, v in node.items() if k}, toks, i + 1, stop, found, first=False)


def _auxiliary(toks: list[Tok], i: int, stop: int) -> bool:
    """Whether the token only makes a tense or a passive of the participle behind it: "non ha tremato", "viene dato"."""
    if i + 1 >= stop or not lemmas(toks[i].low) & AUXILIARIES:
        return False
    return any(form.mood == "part" for form in analyses(toks[i + 1].low))


def _alternatives(text: str) -> list[list[str]]:
    """Return the parts of each phrase of a list; "-" stands for no word at all, "{perdersi}" for "si {perdere}" too."""
    phrases_ = (phrase.strip() for phrase in text.replace("\n", "|").split("|"))
    split = [[] if one == "-" else _split(one) for phrase in phrases_ if phrase for one in _spelt_out(phrase)]
    return split + [["si", parts[0][:-3] + "e}", *parts[1:]] for parts in split if parts and parts[0].endswith("rsi}")]


def _spelt_out(phrase: str) -> list[str]:
    """All phrases that one with alternatives stands for: "{dare} (il/un) gol"."""
    pieces = [piece.split("/") if k % 2 else [piece] for k, piece in enumerate(CHOICE.split(phrase))]
    return ["".join(choice) for choice in product(*pieces)]


def _split(phrase: str) -> list[str]:
    """Return the parts of a phrase, cut as the text is cut (l'angolino → l' angolino, tap-in → tap - in)."""
    out: list[str] = []
    for word in phrase.split():
        if word.startswith(("{", "<")) or word in words("clauses").determiners | words("clauses").prepositions:
            out.append(word)  # "dell'" is one word, though no letter follows it here
        else:
            out += [m.group() for m in TOKEN.finditer(word.lower())]
    return out


@lru_cache(maxsize=8)
def phrases(stem: str, table: str) -> Phrases:
    """Return the phrases of a table of a word file."""
    vocab = words(stem)
    return Phrases(getattr(vocab, table), vocab.classes)
