"""The word lists of core/lexicon/words as sets, under the names that the code uses."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from core.knowledge import lexicon


class Vocabulary:
    """One TOML file of words: every string becomes a frozenset of its words, tables and lists stay as they are."""

    def __init__(self, data: dict[str, Any]) -> None:
        # as attributes of its own, not looked up each time: the reader asks half a million times for fifty reports
        self.__dict__.update({k: frozenset(v.split()) if isinstance(v, str) else v for k, v in data.items()})

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401
        raise AttributeError(f"no word list {name!r}; must be one of {', '.join(vars(self))}")


@lru_cache(maxsize=32)
def words(stem: str) -> Vocabulary:
    """Return the word lists of core/lexicon/words/``stem``.toml."""
    return Vocabulary(lexicon().words[stem])
