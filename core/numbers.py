"""Italian number words, cardinal and ordinal, as figures."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any

from core.knowledge import lexicon

ORDINAL_ENDINGS = ("esimo", "esima")
HUNDRED = 100
LAST_MINUTE = 130
"""No minute above it is told."""
LAST_WHOLE_ORDINAL = 10
"""Up to here an ordinal is a word of its own (primo); from eleven on it is the cardinal with an ending."""


@lru_cache(1)
def number_words() -> dict[str, int]:
    """Italian number words, cardinal and ordinal, up to 130."""
    w: dict[str, Any] = lexicon().words["time"]
    out: dict[str, int] = dict(w["units"])
    for ten, value in w["tens"].items():
        out[ten] = value
        for unit, n in w["units"].items():
            if 1 <= n <= 9 and unit not in ("un", "una"):
                out |= _joined(ten, unit, value + n)
    out["cento"] = HUNDRED
    for word, value in list(out.items()):
        if 1 <= value <= LAST_MINUTE - HUNDRED and word not in ("un", "una"):
            out["cento" + word] = HUNDRED + value
    for word, value in list(out.items()):
        if value > LAST_WHOLE_ORDINAL:
            stem = word if word.endswith(("tre", "sei")) else word[:-1]
            for end in ORDINAL_ENDINGS:
                out[stem + end] = value
                out[stem.replace("tré", "tre") + end] = value
    out |= w["ordinals"]
    return out


def _joined(ten: str, unit: str, value: int) -> dict[str, int]:
    """Return the ways to write ten and unit in one word: ventuno and ventun, ventitre and ventitré."""
    found = {ten[:-1] + unit if unit in ("uno", "otto") else ten + unit: value}
    if unit == "uno":
        found[ten[:-1] + "un"] = value
    if unit == "tre":
        found[ten + "tré"] = value
    return found


def is_ordinal(word: str) -> bool:
    """Whether a number word says which one, not how many."""
    return word.endswith(ORDINAL_ENDINGS[0]) or word in lexicon().words["time"]["ordinals"]


def number(text: str) -> int | None:
    """Return the value of figures or of a number word."""
    text = text.strip().lower()
    return int(text) if text.isdigit() else number_words().get(text)


def cardinal(text: str) -> int | None:
    """Return the value of figures or of a cardinal; None for an ordinal."""
    return None if is_ordinal(text.strip().lower()) else number(text)


def any_of(choice: list[str]) -> str:
    """Return a pattern for a choice of words that shares what they begin with: much faster than one after the other."""
    tails: dict[str, list[str]] = {}
    for word in choice:
        if word:
            tails.setdefault(word[0], []).append(word[1:])
    branches = "|".join(re.escape(first) + any_of(rest) for first, rest in tails.items())
    return f"(?:{branches}){'?' if '' in choice else ''}" if branches else ""
