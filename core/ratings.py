"""Player ratings ("pagelle"): whose mark is which, on the characters of one section."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from core.schema import Section, Span
from core.vocabulary import words

MIN_LISTED = 3
"""Marks that a line needs to be a list ("Rossi 6; Bianchi 5,5; …") and not a sentence with a figure in it."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A mark: ``name`` is the span of the person's name, ``span`` that of name and figure together."""

    name: Span
    mark: float
    span: Span


@lru_cache(maxsize=1)
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    v = words("ratings")
    capital = r"[A-ZÀ-Þ][\w'À-ÿ-]*\.?"
    particle = "|".join(sorted(v.particles))
    name = rf"(?P<name>(?:(?i:{particle}) |[dD]')?{capital}(?: (?:(?:{particle}) )?{capital}){{0,3}})"
    signs = "".join(re.escape(s) for s in v.signs if s != "-")
    tail = rf"(?:[.,](?P<part>\d{{1,2}})|(?P<sign>[{signs}]|-(?=[\s:.;)]|$)))?"
    figure = rf"(?P<figure>10|\d){tail}(?![\d'°%]|[.,]\d|\s?-\s?\d|\w)"
    said = rf"(?:(?i:{'|'.join(sorted(v.mark))}):? ?)?"
    coach = "|".join(sorted(v.coach))
    lead = rf"[-•*· ]*(?:\d{{1,2}}[.)]? )?(?:(?i:{coach})[.:]* )?"
    note = r"(?: ?\([^)\n]{1,30}\))?"
    opening = re.compile(rf"{lead}{name}{note} ?[,:=-]? ?{said}{figure}", re.M)
    later = re.compile(rf"{lead}{name}{note}(?=[ ,:.-])[^\n]*\b(?i:{'|'.join(sorted(v.mark))}):? ?{figure}", re.M)
    listed = re.compile(rf"(?:(?<=[:;,.(])|(?<=\d'))\s?(?:(?i:{coach})[.:]* )?{name} {said}{figure}")
    came = "|".join(sorted(v.subs_from))
    substitute = re.compile(rf"\((?:(?i:{came}) ?)?\d{{1,2}}'?(?: ?[ps]\.?t\.?)? {name} {said}{figure}")
    return opening, later, listed, substitute


def read_ratings(view_text: str, section: Section) -> list[Mark]:
    """Return the marks of a ratings section of the view in the order of the text; "s.v." is none."""
    opening, later, listed, substitute = _patterns()
    found: dict[int, Mark] = {}
    for line in re.finditer(r"[^\n]+", view_text[section.start : section.end]):
        start, end = section.start + line.start(), section.start + line.end()
        matches = [m for m in (opening.match(view_text, start, end) or later.match(view_text, start, end),) if m]
        inside = list(listed.finditer(view_text, start, end))
        if len(matches) + len(inside) >= MIN_LISTED:
            matches += inside
        matches += substitute.finditer(view_text, start, end)
        for match in matches:
            if (mark := _mark(match)) is not None:
                found.setdefault(mark.name[0], mark)
    return [found[at] for at in sorted(found)]


def _mark(match: re.Match[str]) -> Mark | None:
    v = words("ratings")
    name = match["name"].rstrip(".") if len(match["name"].split()[-1]) > 2 else match["name"]
    if name.split()[0].lower() in v.nobody:
        return None
    value = int(match["figure"]) + (float(f"0.{match['part']}") if match["part"] else v.signs.get(match["sign"], 0.0))
    if not 0 < value <= 10:
        return None
    start = match.start("name")
    return Mark((start, start + len(name)), value, (start, max(match.end(g) for g in ("figure", "part", "sign"))))
