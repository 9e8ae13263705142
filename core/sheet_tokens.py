"""Tokens of a match sheet: names, minutes with their half, numbers, separators and small words."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum, auto
from functools import lru_cache

from core.sheet_words import sheet_words
from core.text import JOINER


class Kind(Enum):
    """What a token is."""

    NAME = auto()
    MINUTE = auto()  # a number with a minute mark, stoppage time or a half word
    HALF = auto()  # a half word alone
    NUMBER = auto()  # a shirt number, a mark, a minute without its sign
    WORD = auto()  # small words
    OPEN = auto()
    CLOSE = auto()
    SEP = auto()  # , ; : / and the like
    LINE = auto()  # a line break
    DASH = auto()
    DOT = auto()


@dataclass(slots=True)
class Token:
    """One token; ``text`` is of the view. ``number``, ``added`` and ``half`` are of minutes and numbers."""

    kind: Kind
    start: int
    end: int
    text: str
    number: int = 0
    added: int | None = None
    half: int | None = None


@lru_cache(maxsize=1)
def _pattern() -> re.Pattern[str]:
    half = rf"(?i:{sheet_words().half})(?![a-zà-ÿ])".replace(" ", r"\s")
    letter = r"[^\W\d_]"
    return re.compile(
        rf"""
        (?P<half>(?<![^\W_]){half})
      | (?P<mark>\d{{1,2}}(?:[.,]5(?![\d'])|½|\+(?!\s*\d)|-(?=[\s,;(])(?!\s*\d)))
      | (?P<minute>(?P<n>\d{{1,4}})(?P<sign>\s*(?:'+(?:esimo)?(?:\s*minuto\b)?|°|º|"|(?i:min\b\.?|minuto\b)))?
          (?:\s*\+\s*(?P<added>\d{{1,2}})(?!\d)(?:\s*')?)?
          (?:\s*(?:(?:del|della|nel|nella|di)\s+)?(?P<post>{half}))?)
      | (?P<word>(?:{letter}\.)*{letter}(?:{letter}|{JOINER}|['&-](?={letter}))*'?)
      | (?P<line>[ {JOINER}]*\n\s*)
      | (?P<open>[(\[])
      | (?P<close>[)\]])
      | (?P<dash>-+)
      | (?P<dot>\.+)
      | (?P<sep>[,;:/|•·*!?+=])
        """,
        re.X,
    )


_KINDS = {
    "half": Kind.HALF,
    "mark": Kind.NUMBER,
    "line": Kind.LINE,
    "open": Kind.OPEN,
    "close": Kind.CLOSE,
    "dash": Kind.DASH,
    "dot": Kind.DOT,
    "sep": Kind.SEP,
}


@lru_cache(maxsize=256)
def half_period(text: str) -> int | None:
    """Return 1 to 4, or 34 for extra time unspecified, for a half word."""
    return next((period for period, pattern in sheet_words().half_periods if pattern.fullmatch(text)), None)


def _raw(view: str, start: int, end: int) -> list[Token]:
    tokens = []
    for match in _pattern().finditer(view, start, end):
        group = match.lastgroup or ""
        if match["minute"] is not None:
            marked = match["sign"] or match["added"] or match["post"]
            tokens.append(
                Token(
                    Kind.MINUTE if marked and int(match["n"]) <= 140 else Kind.NUMBER,
                    match.start(),
                    match.end(),
                    match.group(),
                    int(match["n"]),
                    int(match["added"]) if match["added"] else None,
                    half_period(match["post"]) if match["post"] else None,
                )
            )
        elif match["word"] is not None:
            tokens.append(Token(Kind.WORD, match.start(), match.end(), match.group()))
        else:
            half = half_period(match.group()) if group == "half" else None
            digits = re.match(r"\d+", match.group())
            tokens.append(
                Token(
                    _KINDS[group],
                    match.start(),
                    match.end(),
                    match.group(),
                    int(digits.group()) if digits else 0,
                    None,
                    half,
                )
            )
    return tokens


def _is_stop(raw: list[Token], i: int) -> bool:
    """Whether no name holds the word: neither "Dal" before a capital nor "Rosso" behind "Del" is one."""
    words, text = sheet_words(), raw[i].text
    low = text.lower()
    if low not in words.stop:
        return False
    if text.istitle() and low in words.particles and _capital(raw, i + 1):
        return False
    if text.istitle() and i and raw[i - 1].text.istitle() and raw[i - 1].text.lower() in words.particles:
        return False
    return not (text[0].isupper() and not text.isupper() and low in words.capital_names)


def _capital(raw: list[Token], i: int) -> bool:
    return i < len(raw) and raw[i].kind is Kind.WORD and raw[i].text[0].isupper()


def _joins(view: str, left: Token, right: Token, wrapped: bool) -> bool:
    """Whether nothing but blanks stands between two words (or the stop of an initial and a word)."""
    between = view[left.end : right.start]
    return not between.strip(f" {JOINER}") or (wrapped and between.isspace())


def _initial(token: Token) -> bool:
    letters = token.text.replace(".", "")
    return len(letters) <= 3 and token.text[:1].isupper() and not letters.isupper() or len(letters) == 1


def tokens(view: str, start: int, end: int, wrapped: bool = False) -> list[Token]:
    """Return the tokens of ``view[start:end]``, words joined to names.

    A name is a run of capitalised words with particles inside ("van der Vaart", "F. Rossi", "D'Ambrosio").
    With ``wrapped`` a line break inside a run of words is a blank.
    """
    raw, words = _raw(view, start, end), sheet_words()
    if wrapped:
        raw = [t for i, t in enumerate(raw) if t.kind is not Kind.LINE or not _wraps(raw, i)]
    found: list[Token] = []
    i = 0
    while i < len(raw):
        token = raw[i]
        timed = i + 1 < len(raw) and raw[i + 1].kind in (Kind.MINUTE, Kind.HALF)
        if token.kind is not Kind.WORD or _is_stop(raw, i) or (timed and token.text.lower() in words.stop):
            found.append(token)
            i += 1
            continue
        j, last = i, -1  # last: index of the last word that belongs to the name
        while j < len(raw):
            word = raw[j]
            if word.kind is Kind.DOT:  # the stop after an initial
                if last == j - 1 and _initial(raw[last]) and word.end - word.start == 1:
                    j += 1
                    continue
                break
            if word.kind is not Kind.WORD or _is_stop(raw, j):
                break
            if j > i and not _joins(view, raw[j - 1], word, wrapped):
                break
            if word.text[0].isupper():
                last = j
            elif word.text.lower().rstrip("'") not in words.particles:
                break
            j += 1
        if last < 0:
            found.append(token)
            i += 1
            continue
        stop = raw[last].end
        if last + 1 < len(raw) and raw[last + 1].kind is Kind.DOT and len(raw[last].text) == 1:
            stop, last = raw[last].end + 1, last + 1
        if token.text.islower() and token.text.rstrip("'") in words.linking:  # "autorete di Neri"
            found.append(token)
            token = raw[i + 1]
            if token.start >= stop:
                i += 1
                continue
        found.append(Token(Kind.NAME, token.start, stop, view[token.start : stop]))
        i = last + 1
    return found


def _wraps(raw: list[Token], i: int) -> bool:
    return 0 < i < len(raw) - 1 and raw[i - 1].kind is Kind.WORD and raw[i + 1].kind is Kind.WORD
