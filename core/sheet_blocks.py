"""Team blocks of a match sheet: where a side's name opens its list of players, and how long that list is."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from core.sheet_result import is_club_word
from core.sheet_words import sheet_words
from core.text import JOINER
from core.text_lines import is_prose

_MINUTE_FIRST = re.compile(r"\s*(?i:al|dal|nel|st|pt|s\.t\.|p\.t\.)?\s*\d{1,3}\s*['°]")
# a full stop belongs to a club's name only after an abbreviation ("A.G. Colbordolo"): else a sentence ends
_CLUB_WORD = rf"(?:(?:[^\W\d_]{{1,4}}\.)+[\w'&/{JOINER}\"-]*|[\w'&/{JOINER}\"-]+)"
_TEAM = re.compile(
    rf"(?P<name>[\"']?(?=[^\W\d_]){_CLUB_WORD}(?:[ ]+{_CLUB_WORD}){{0,6}}?)\s*"
    r"(?:(?P<goals>\d{1,2})\s+(?=\())?"
    r"(?:\(?(?P<form>\d(?:[ ]?-[ ]?\d){2,4}|(?<=\()[3-5]\d{2,4}(?=\)))\)?[ ]*(?P<after>:|-(?=\s)|\.(?=\s))?"
    r"|(?P<sep>:|-+(?=\s)|\s*\n))"
)
_TITLED = re.compile(r"formazione\s+(?:d(?:el|ella|i)\s+|dell')?(?=\w)", re.I)  # "FORMAZIONE ALFA: …"
_GOALS_AFTER = re.compile(r"[ ]*(?P<goals>\d{1,2})(?=[ ]*(?:\n|:))[ ]*:?")
# a side in capitals, its players in ordinary letters on the same line: "REAL ALFA Rossi, Verdi, …"
_UNDIVIDED = re.compile(
    r"(?P<name>[A-ZÀ-Þ][A-ZÀ-Þ'.&]+(?:[ ][A-ZÀ-Þ\d][A-ZÀ-Þ\d'.&-]*){0,4})[ ]+"
    r"(?=(?:[A-ZÀ-Þ]\. ?)?[A-ZÀ-Þ]'?[A-ZÀ-Þ]?[a-zà-ÿ])"
)
_UNDIVIDED_COMMAS = 9
_STARTS = re.compile(r"(?:(?<=\n)|(?<=[.;)\]!?»\"] )|(?<=\d )|(?<=[.;)]))[ *•·>-]*(?=[\"']?[^\W\d_])")
_CAPITALS = re.compile(
    r"(?<![\w'])(?<![A-ZÀ-Þ] )(?<![A-ZÀ-Þ]\. )[A-ZÀ-Þ][A-ZÀ-Þ'&-]+(?: [A-ZÀ-Þ\d'.&-]+){0,4}(?=\s*\(\d(?:-?\d){2,4}\))"
)
_LAST_WORD = re.compile(r"(?<![\w'])[A-ZÀ-Þ][\w'&-]+(?=\s*\(\d(?:-?\d){2,4}\))")
# a line that opens a block itself: the line above is no club's name standing alone
_OPENING = re.compile(r"\s*[^\n,;:(]{2,45}(?::|\(\d(?:-?\d){2,4}\))")
_NEXT_START = re.compile(r"\s*(?:[*•·>-]+\s*)?")
_SCORE_LIKE = re.compile(r"\d\s*-\s*\d")
_LIST_STOPS = 2
ENOUGH = 12
_NAME_WORDS = 4
_LIST = re.compile(rf"(?P<word>[^\W\d_](?:[^\W\d_]|{JOINER}|['-](?=[^\W\d_]))*'?)|[,;:/|\n\d()\[\]•·*-]|\.(?=\s)")
MIN_LISTED = 6
"""Names that make a list after a colon a line-up; more are asked where the colon is missing."""


@dataclass(slots=True)
class Field:
    """One field: ``kind`` as in sheet.toml, or ``team``. ``strong``: it would open a sheet by itself."""

    kind: str
    start: int
    body: int
    end: int
    strong: bool = True
    label: str = ""
    name: tuple[int, int] | None = None
    formation: str | None = None
    goals: int | None = None


@lru_cache(maxsize=1)
def _allowed() -> frozenset[str]:
    words = sheet_words()
    return words.particles | words.unrated | words.captain | words.stop | frozenset({"s", "v"})


def listed(view: str, start: int, end: int) -> int:
    """Return how many names stand listed from ``start`` on before running text begins, :data:`ENOUGH` at most."""
    names = strange = run = 0
    separate = True  # since the last name something stood between
    allowed = _allowed()
    for match in _LIST.finditer(view, start, end):
        word = match["word"]
        if word is None:
            separate = True
            continue
        if word[0].isupper() and not (word.isupper() and word.lower() in allowed):
            strange = 0 if len(word) > 2 else strange
            run = 1 if separate else run + 1
            if run > _NAME_WORDS:  # running text in capitals
                return names - 1
            names += separate + (word.count("-") if word.count("-") >= 4 else 0)  # "Abbiati-Oddo-Nesta-…"
            separate = False
            if names >= ENOUGH:
                break
        elif word.lower().rstrip("'") in allowed:
            separate = separate or word.lower() not in sheet_words().particles
        else:
            strange += 1
            if strange >= _LIST_STOPS:
                break
    return names


def _is_name(name: str) -> bool:
    parts = [p for p in re.split(r"[ \"]+", name) if p]
    if not parts or len(name) > 45 or _SCORE_LIKE.search(name):
        return False
    return all(map(is_club_word, parts)) and any(p[0].isupper() for p in parts)


def team_at(view: str, at: int, end: int, line_start: bool) -> Field | None:
    """Return the team block that opens at ``at``: "MILAN (4-4-2): Abbiati; …", or None."""
    words = sheet_words()
    match = _TEAM.match(view, at, end)
    if match is not None:
        name, form, sep = match["name"], match["form"], match["sep"] or match["after"]
        key = re.sub(r"\s+", " ", name.lower()).strip(" .\"'")
        if key in words.label_kind or key in words.heading or not _is_name(name):
            return None
        if _MINUTE_FIRST.match(view, match.end(), end):
            return None  # "Alfa: 9' st Rossi per Bianchi"
        body = match.end()
        line_end = view.find("\n", body, end)
        line_end = end if line_end < 0 else line_end
        count = listed(view, body, end if line_start or form else line_end)
        line = view[body:line_end]
        if not form and (line.isupper() and is_prose(line) or "-" in (sep or "") and listed(view, body, line_end) < 5):
            return None  # "SERIE D - ALFA VINCE IL DERBY"
        need = 3 if form else MIN_LISTED if sep == ":" and line_start else MIN_LISTED + 1 if sep == ":" else 9
        if sep and "\n" in sep:
            need = 7 if view[body:].lstrip() and form is None else need
            below = re.compile(r"\S").search(view, body, end)
            if below and words.label.match(view, below.start()):
                return None
            if _OPENING.match(view, body, end) or listed(view, body, _paragraph_end(view, body, end)) < need:
                return None
        if (line_start or form or sep == ":") and count >= need:
            formation = "-".join(re.findall(r"\d", form)) if form else None
            goals = int(match["goals"]) if match["goals"] else None
            after = _GOALS_AFTER.match(view, body, end) if form else None
            if after:
                goals, body = int(after["goals"]), after.end()
            titled = _TITLED.match(name)
            key = key[titled.end() :] if titled else key
            span = match.start("name") + (titled.end() if titled else 0), match.end("name")
            return Field("team", at, body, end, True, key, span, formation, goals)
    return _undivided(view, at, end) if line_start else None


def _undivided(view: str, at: int, end: int) -> Field | None:
    """Return the block of a side written without a colon before its players."""
    match = _UNDIVIDED.match(view, at, end)
    if match is None or match["name"].lower() in sheet_words().label_kind:
        return None
    line = view.find("\n", match.end(), end)
    line = end if line < 0 else line
    players = view[match.end() : line]
    if players.count(",") + players.count(";") < _UNDIVIDED_COMMAS or is_prose(players.partition(".")[0]):
        return None
    if listed(view, match.end(), line) < _UNDIVIDED_COMMAS or not _is_name(match["name"]):
        return None
    key = match["name"].lower()
    return Field("team", at, match.end(), end, True, key, match.span("name"))


def _paragraph_end(view: str, start: int, end: int) -> int:
    gap = re.compile(r"\n[ ]*\n").search(view, _NEXT_START.match(view, start, end).end(), end)  # type: ignore[union-attr]
    return gap.start() if gap else end


def team_starts(view: str, start: int, end: int, names: Iterable[str]) -> list[int]:
    """Return where a team block may open: at a line or a sentence, at capitals before a formation, at a known name."""
    found = {start + match.end() - 1 for match in _STARTS.finditer("\n" + view[start:end])}
    for pattern in (_CAPITALS, _LAST_WORD):
        found |= {match.start() for match in pattern.finditer(view, start, end)}
    for name in names:
        known = re.compile(rf"(?<!\w){re.escape(name)}(?=\s*(?:\(\d|\d-\d-|:))", re.I)
        found |= {match.start() for match in known.finditer(view, start, end)}
    return sorted(found)
