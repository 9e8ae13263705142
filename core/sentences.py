"""Sentences as strings, for what only a regular expression can say."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from core.reading import Reading
from core.tokens import NO_PROSE, Tok


@dataclass(slots=True)
class Sentence:
    """A sentence as one string of lower-case words, with the token at each of its characters."""

    toks: list[Tok]
    text: str
    at: list[int]

    @property
    def number(self) -> int:
        """The number of the sentence in the text."""
        return self.toks[0].sent


def sentences(r: Reading) -> Iterator[Sentence]:
    """Yield the sentences of the prose."""
    by_number: dict[int, list[Tok]] = {}
    for t in r.toks:
        if t.section not in NO_PROSE:
            by_number.setdefault(t.sent, []).append(t)
    for toks in by_number.values():
        text, at = "", []
        for t in toks:
            piece = t.low + " "
            text += piece
            at += [t.i] * len(piece)
        yield Sentence(toks, text, at)
