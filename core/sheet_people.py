"""Referee and officials of a match sheet: names without titles, towns and sections."""

from __future__ import annotations

import re

from core.sheet_fields import Field
from core.sheet_model import SheetName
from core.sheet_notes import SENTENCE
from core.sheet_result import name_at
from core.sheet_tokens import Kind, Token, tokens
from core.sheet_words import sheet_words


def people(view: str, text: str, start: int, end: int) -> list[tuple[SheetName, bool]]:
    """Return the names of a list of officials without titles and towns; True for those in brackets.

    "Sig. Di Bello di Brindisi (Tizio di Roma e Caio)": what follows "di" in small letters is a town.
    """
    words, found, depth = sheet_words(), [], 0
    items = tokens(view, start, end)
    skip = False
    for i, token in enumerate(items):
        low = token.text.lower().rstrip(".")
        if token.kind is Kind.OPEN:
            depth, skip = depth + 1, skip and False
        elif token.kind is Kind.CLOSE:
            depth, skip = max(0, depth - 1), False
        elif token.kind is Kind.NAME:
            if skip or (depth and _alone(items, i)):
                continue
            name = _without_town(text, token)
            if name is not None:
                found += [(part, depth > 0) for part in _halves(text, name)]
            skip = name is not None  # after "Sigg." the names come
        elif token.kind is Kind.WORD:
            skip = skip or low in words.origin
            if low in words.titles and low not in ("il", "la", "lo", "i"):
                skip = False
            if low in ("e", "ed") or (low == "da" and items[i - 1].kind is not Kind.NAME):
                skip = False
        elif token.kind in (Kind.SEP, Kind.DASH, Kind.LINE):
            skip = False
        elif token.kind is Kind.DOT and i and items[i - 1].text.lower() in words.titles:
            continue
    return found


def _alone(items: list[Token], i: int) -> bool:
    """Whether a name fills its bracket and a name stands before it: "Verdi (Lucca)"."""
    before, after = items[i - 1].kind, items[i + 1].kind if i + 1 < len(items) else None
    if after is Kind.DASH and i + 3 < len(items) and len(items[i + 2].text) == 2 and items[i + 2].text.isupper():
        after = items[i + 3].kind  # "(Pinerolo - TO)"
    if before is Kind.DASH and len(items[i].text) == 2 and items[i].text.isupper():
        return True
    filled = before is Kind.OPEN and after in (Kind.CLOSE, None)
    return filled and i > 1 and items[i - 2].kind is Kind.NAME and "-" not in items[i].text


def _without_town(text: str, token: Token) -> SheetName | None:
    words = sheet_words()
    start, end = token.start, token.end
    for title in re.finditer(r"\S+\s+", token.text):
        if title.start() == start - token.start and title.group().strip().lower() in words.titles:
            start = token.start + title.end()
    shown = token.text[start - token.start :]
    capitals = shown.isupper()
    for match in re.finditer(r"\s+(?=(\S+)\s)", shown):
        word = match[1]
        if word.lower() in words.origin and (word.islower() or capitals) and match.start() > 0:
            end = start + match.start()
            break
    if token.text[start - token.start : end - token.start].strip(" .").lower() in words.titles:
        return None
    name = name_at(text, start, end)
    return name if len(name.text) > 1 else None


def _halves(text: str, name: SheetName) -> list[SheetName]:
    """Split "Viglietta-Paolella" and "Fiorito-Di Liberatore"; a hyphen in one surname would be read as two people."""
    at = re.search(r"[-–]", name.text)
    if at is None:
        return [name]
    cut = name.start + at.start()
    return [name_at(text, name.start, cut), name_at(text, cut + 1, name.end)]


def referee(view: str, text: str, part: Field) -> tuple[SheetName | None, list[SheetName]]:
    """Return the referee and the officials named with him in brackets."""
    stop = SENTENCE.search(view, part.body + 8, part.end)
    while stop and _abbreviated(view, part.body, stop.start()):
        stop = SENTENCE.search(view, stop.end(), part.end)
    end = stop.start() if stop and "(" not in view[part.body : stop.start()].rpartition(")")[2] else part.end
    found = people(view, text, part.body, end)
    main = next((name for name, inside in found if not inside), None)
    others = [name for name, inside in found if name is not main]
    bracket = view[part.body : end].partition("(")[2]
    if sum(inside for _, inside in found) == 1 and not re.search(r"\be\b|,|-|assist|quarto|var", bracket, re.I):
        others = [
            name for name, inside in found if not inside and name is not main
        ]  # "(Germania)" is where he comes from
    return main, others


def _abbreviated(view: str, start: int, at: int) -> bool:
    word = re.search(r"\S+$", view[start:at])
    return word is not None and (
        word.group().lower() in sheet_words().titles or len(word.group()) < 2 or word.group().lower() in ("sez", "ass")
    )
