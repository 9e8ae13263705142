"""One line of a pasted text: is it furniture, running text, a heading, a line of live commentary, a mark."""

from __future__ import annotations

import re
from functools import lru_cache

from core.sheet_words import words

_WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)?")
_CAPITALS = re.compile(r"^[A-ZÀ-Þ' ]{4,}\s+-+\s+")  # "LA CRONACA - Ha inizio …"
_BYLINE_MAX = 60
# "37' GOL!", "45'+2 -", "12'pt", "[min. 12]", "Minuto 12:", "Al 92' gol"; a bare number needs a dash or a colon
LIVE = re.compile(
    r"\s*[-•*·>\[(]*\s*(?P<lead>(?:al(?:l'|lo)?|dal(?:l')?|minuto|min\.?|al minuto)\s*)?(?P<n>\d{1,3})"
    r"(?:(?P<sign>\s*(?:'+|°|º|(?:min|minuto)\b\.?))\s*(?:\+\s*(?P<added>\d{1,2})\s*'?)?|\s*\+\s*(?P<late>\d{1,2})\s*'?|(?=\s*[\])]|\s*[-:]\s))"
    r"(?:\s*(?P<half>[ps]\.?\s?t\.?(?:\s?s\.?)?(?![a-zà-ÿ])|[12]°?\s?t(?![a-zà-ÿ])\.?))?\s*[\])]?\s*[-:.|>]*\s*(?=\S)",
    re.I,
)
# a line that is no more than "85'" or "90'+5": what happened then stands in the next
MINUTE_ALONE = re.compile(r"\s*[\[(]?(?P<n>\d{1,3})\s?(?:'+|°|º)\s?(?:\+\s?(?P<added>\d{1,2})\s?'?)?[\])]?\s*$")
# "54 Doppio cambio": a line of a text whose minutes bear no mark
BARE = re.compile(r"\s*(?P<n>\d{1,3})\s+(?=[A-ZÀ-Þ])")
_BARE_LEAST, _BARE_SPAN, _BARE_LAST = 6, 45, 130
_RATING = re.compile(
    r"\s*[-•*·]?\s*(?:\d{1,2}\s+)?(?P<name>[A-ZÀ-Þ][\w'.À-ÿ-]*(?: [\w'.À-ÿ-]+){0,4}?)\s*(?:\([^)\n]{1,30}\)\s*)?"
    r"[,:-]?\s*(?:voto\s*:?\s*)?"
    r"(?P<mark>(?:10|\d)(?:[.,]\d{1,2}|½|\+|-(?=\s|:|\.))?|s\.?v\.?|n\.?g\.?)(?![\d'°])\s*(?:\([^)\n]{1,40}\)\s*)?"
    r"(?P<sep>[:.;-]|$)\s*(?P<rest>.*)",
)


def on_the_clock(numbers: list[int]) -> bool:
    """Whether the figures that open lines are minutes, not shirts or places: never back, over more than a half."""
    if len(numbers) < _BARE_LEAST or max(numbers) > _BARE_LAST or max(numbers) - min(numbers) < _BARE_SPAN:
        return False
    told = sorted(numbers, reverse=numbers[0] > numbers[-1])
    return numbers == told


@lru_cache(maxsize=1)
def _furniture() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    data = words("furniture")
    byline = "|".join(re.escape(word) for word in data["byline"]["words"])
    name = r"[A-ZÀ-Þ][\w'À-ÿ.-]+"
    return (
        re.compile("|".join(data["starts"]["patterns"]), re.I),
        re.compile("|".join(f"(?:{p})" for p in data["whole"]["patterns"]), re.I),
        re.compile("|".join(data["inline"]["patterns"]), re.I),
        re.compile("|".join(f"(?:{p})" for p in data["tail"]["patterns"]), re.I),
        re.compile(rf"(?i:{byline}) {name}(?: (?:de|di|da|del|della|e|{name})){{1,3}}(?:\s*[-|,].{{0,30}})?\.?"),
    )


def is_furniture(line: str) -> bool:
    """Whether a line of the view is no report: share buttons, captions, teasers, a signature."""
    starts, whole, _, _, byline = _furniture()
    bare = line.strip().strip("-–—•*·> ")
    if not bare:
        return bool(line.strip())
    if whole.fullmatch(bare) or (len(bare) < _BYLINE_MAX and byline.fullmatch(bare)):
        return True
    return bool(starts.match(bare)) and len(bare) < 400


def is_tail(line: str) -> bool:
    """Whether what follows the line is comments or other articles."""
    return bool(_furniture()[3].fullmatch(line.strip().rstrip(":")))


def inline_furniture(line: str) -> list[tuple[int, int]]:
    """Return the spans of captions and credits inside a line."""
    return [match.span() for match in _furniture()[2].finditer(line)]


def is_prose(line: str) -> bool:
    """Whether a line reads as running text: many small words, a sentence's length."""
    found = _WORD.findall(_CAPITALS.sub("", line, count=1))
    if line.isupper():  # no letter tells a name from a word: articles and prepositions do
        small = sum(word.lower() in _little() for word in found)
        return len(found) >= 8 and small / len(found) >= 0.2
    small = sum(word[0].islower() for word in found)
    return len(found) >= 8 and small / len(found) >= 0.55


@lru_cache(maxsize=1)
def _little() -> frozenset[str]:
    return frozenset(words("sheet")["prose"]["words"])


def rating(line: str) -> re.Match[str] | None:
    """Return the match of a line of ratings ("Donnarumma 6,5: …"), groups name, mark, rest."""
    match = _RATING.match(line)
    if match is None or (match["sep"] == "" and match["rest"]) or "," in match["name"]:
        return None
    mark = match["mark"].replace(",", ".").rstrip("+-½")
    return match if not mark[0].isdigit() or float(mark) <= 10 else None


def is_ratings_heading(line: str) -> bool:
    """Whether a line opens the ratings ("LE PAGELLE")."""
    return line.strip(" :.-*").lower() in words("furniture")["ratings"]["headings"]
