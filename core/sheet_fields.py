"""Fields of a match sheet: where a label or a team's name opens one, and where it ends."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from core.schema import Span
from core.sheet_result import is_club_word, is_team
from core.sheet_tokens import Token, tokens
from core.sheet_words import SheetWords, sheet_words
from core.text import JOINER
from core.text_lines import is_prose

_COLON = re.compile(r"\s*(?:\([^()\n]{1,30}\)\s*)?:")
# "Cambi Alfa: …", "Sostituzioni. Alfa: …"
_SIDED = re.compile(r"\s*(?:[.-]\s*)?\(?(?P<team>[A-ZÀ-Þ][\w'.-]*(?: [A-ZÀ-Þ\d][\w'.-]*){0,3})\)?\s*:")
_SIDED_KINDS = ("subs", "bench", "yellow", "red")
_INNER_SIDE = re.compile(r"(?<=[.;\n])[ ]*(?P<team>[A-ZÀ-Þ][\w' ]{2,25}?)\s*:")
_MINUTE_FIRST = re.compile(r"\s*(?i:al|dal|nel|st|pt|s\.t\.|p\.t\.)?\s*\d{1,3}\s*['°]")
_DASHED = re.compile(r"\s+-+\s+(?=[A-ZÀ-Þ\d])")
_BEFORE_BARE = re.compile(r"(?:^|[.;,)(\]:!\n/|*•·-])\s*$")
_OPENS = re.compile(r"\s*(?:[A-ZÀ-Þ\d\"]|d['e]|(?:al|nel|all'|per|l'|il|van|von|circa|pt|st|p\.t|s\.t)\b)")
_MINUTE_BEFORE = re.compile(r"(?:\bal(?:l')?\s*)?\d{1,3}\s*'[^\n;:,]{0,8}\Z")
# a full stop belongs to a club's name only after an abbreviation ("A.G. Colbordolo"): else a sentence ends
_CLUB_WORD = rf"(?:(?:[^\W\d_]{{1,4}}\.)+[\w'&/{JOINER}\"-]*|[\w'&/{JOINER}\"-]+)"
_TEAM = re.compile(
    rf"(?P<name>[\"']?(?=[^\W\d_]){_CLUB_WORD}(?:[ ]+{_CLUB_WORD}){{0,6}}?)\s*"
    r"(?:(?P<goals>\d{1,2})\s+(?=\())?"
    r"(?:\(?(?P<form>\d(?:[ ]?-[ ]?\d){2,4}|(?<=\()[3-5]\d{2,4}(?=\)))\)?[ ]*(?P<after>:|-(?=\s)|\.(?=\s))?"
    r"|(?P<sep>:|-+(?=\s)|\s*\n))"
)
_STARTS = re.compile(r"(?:(?<=\n)|(?<=[.;)\]!?»\"] )|(?<=\d )|(?<=[.;)]))[ *•·>-]*(?=[\"']?[^\W\d_])")
_CAPITALS = re.compile(
    r"(?<![\w'])(?<![A-ZÀ-Þ] )(?<![A-ZÀ-Þ]\. )[A-ZÀ-Þ][A-ZÀ-Þ'&-]+(?: [A-ZÀ-Þ\d'.&-]+){0,4}(?=\s*\(\d(?:-?\d){2,4}\))"
)
_LAST_WORD = re.compile(r"(?<![\w'])[A-ZÀ-Þ][\w'&-]+(?=\s*\(\d(?:-?\d){2,4}\))")
# a line that opens a block itself: the line above is no club's name standing alone
_OPENING = re.compile(r"\s*[^\n,;:(]{2,45}(?::|\(\d(?:-?\d){2,4}\))")
_NEXT_START = re.compile(r"\s*(?:[*•·>-]+\s*)?")
_WORD = re.compile(r"(?<!')[^\W_]+")
_SCORE_LIKE = re.compile(r"\d\s*-\s*\d")
_LIST_STOPS = 2
ENOUGH = 12
_NAME_WORDS = 4
_LIST = re.compile(rf"(?P<word>[^\W\d_](?:[^\W\d_]|{JOINER}|['-](?=[^\W\d_]))*'?)|[,;:/|\n\d()\[\]•·*-]|\.(?=\s)")
MIN_LISTED = 6
"""Names that make a list after a colon a line-up; more are asked where the colon is missing."""
FULL_SIDE = 10


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
            if _OPENING.match(view, body, end) or listed(view, body, _paragraph_end(view, body, end)) < need:
                return None
        if (line_start or form or sep == ":") and count >= need:
            formation = "-".join(re.findall(r"\d", form)) if form else None
            goals = int(match["goals"]) if match["goals"] else None
            return Field("team", at, body, end, True, key, match.span("name"), formation, goals)
    return None


def _is_list(view: str, start: int) -> bool:
    """Whether the line from ``start`` on lists names, and does not tell."""
    end = view.find("\n", start)
    end = len(view) if end < 0 else end
    return not is_prose(view[start:end].split(". ")[0]) and listed(view, start, end) >= 1


def _paragraph_end(view: str, start: int, end: int) -> int:
    gap = re.compile(r"\n[ ]*\n").search(view, _NEXT_START.match(view, start, end).end(), end)  # type: ignore[union-attr]
    return gap.start() if gap else end


def _label_at(view: str, match: re.Match[str], floor: int, words: SheetWords) -> Field | None:
    label = re.sub(r"\s+", " ", match.group().lower())
    kind = words.label_kind[label]
    start, stop = match.span()
    line = view.rfind("\n", floor, start) + 1 or floor
    at_line_start = not view[max(line, floor) : start].strip(" *•·>-" + JOINER)
    colon = _COLON.match(view, stop)
    if colon and not (label[0].islower() and view[colon.end() : colon.end() + 1] == "/"):
        dotted = label.endswith(".")
        strong = dotted or label not in words.weak
        if at_line_start and label in words.weak:
            strong = True
        return Field(kind, start, colon.end(), stop, strong, label)
    sided = _SIDED.match(view, stop) if kind in _SIDED_KINDS else None
    if sided and sided["team"].lower() not in words.label_kind and is_team(sided["team"]):
        return Field(kind, start, sided.end(), stop, True, label, sided.span("team"))
    dash = _DASHED.match(view, stop)
    if dash and at_line_start and match.group()[0].isupper() and _is_list(view, dash.end()):
        return Field(kind, start, dash.end(), stop, True, label)
    if label in words.bare and _OPENS.match(view, stop):
        before = view[max(floor, start - 14) : start]
        if before.endswith("(") and kind in ("red", "yellow"):
            return None  # "Rossi (espulso al 30')"
        minute = _MINUTE_BEFORE.search(before) if kind == "red" else None
        if minute:
            return Field(
                kind, start - len(before) + minute.start(), start - len(before) + minute.start(), stop, False, label
            )
        spaced = label.endswith(".") and match.group()[0].isupper()
        if at_line_start or _BEFORE_BARE.search(before) or spaced or start == floor:
            return Field(kind, start, stop, stop, label.endswith("."), label)
    if at_line_start and view[stop : stop + 1] == "\n" and kind in ("goals", "bench", "subs", "yellow", "red", "coach"):
        return Field(kind, start, stop, stop, label not in words.weak, label)
    return None


def _labels(view: str, start: int, end: int, words: SheetWords) -> Iterator[re.Match[str]]:
    """Yield the labels; their first words are looked up, which is ten times faster than one big pattern."""
    at = start
    for word in _WORD.finditer(view, start, end):
        if word.start() >= at and word.group().lower() in words.label_first:
            match = words.label.match(view, word.start(), end)
            if match:
                at = match.end()
                yield match


def _inner_sides(view: str, found: list[Field], end: int) -> list[Field]:
    """Return the second side of a list of substitutions: "Sostituzioni. Alfa: …. Beta: …"."""
    sides: list[Field] = []
    for i, part in enumerate(found):
        stop = found[i + 1].start if i + 1 < len(found) else end
        if part.kind == "subs" and part.name:
            paragraph = view.find("\n\n", part.body, stop)
            for match in _INNER_SIDE.finditer(view, part.body, stop if paragraph < 0 else paragraph):
                if is_team(match["team"]):
                    sides.append(Field("subs", match.start(), match.end(), stop, True, part.label, match.span("team")))
    return sides


def _blanks(view: str, at: int) -> int:
    return len(view[at : at + 20]) - len(view[at : at + 20].lstrip())


def _team_starts(view: str, start: int, end: int, names: Iterable[str]) -> list[int]:
    """Return where a team block may open: at a line or a sentence, at capitals before a formation, at a known name."""
    found = {start + match.end() - 1 for match in _STARTS.finditer("\n" + view[start:end])}
    for pattern in (_CAPITALS, _LAST_WORD):
        found |= {match.start() for match in pattern.finditer(view, start, end)}
    for name in names:
        known = re.compile(rf"(?<!\w){re.escape(name)}(?=\s*(?:\(\d|\d-\d-|:))", re.I)
        found |= {match.start() for match in known.finditer(view, start, end)}
    return sorted(found)


def find_fields(view: str, start: int, end: int, avoid: Iterable[Span] = (), names: Iterable[str] = ()) -> list[Field]:
    """Return the fields of ``view[start:end]`` in order; each ends where the next begins.

    No team block opens inside the spans to ``avoid`` (result lines); ``names`` are sides known from them.
    All labels count, also those that only make sense inside a sheet (``strong`` False).
    """
    words = sheet_words()
    found: list[Field] = []
    for match in _labels(view, start, end, words):
        field = _label_at(view, match, start, words)
        if field and not (found and field.start < found[-1].body):
            found.append(field)
    # what follows a label at once is no side: "All. Rossi MILAN (4-4-2)"
    taken = [(f.start, f.body + _blanks(view, f.body)) for f in found] + list(avoid)
    known = [name.lower() for name in names]
    teams: list[Field] = []
    for at in _team_starts(view, start, end, names):
        if any(a <= at < b or at == b > a for a, b in taken) or (teams and at < teams[-1].body):
            continue
        line_start = not view[view.rfind("\n", 0, at) + 1 : at].strip(" *•·>-")
        team = team_at(view, at, end, line_start)
        if team and not team.formation and teams:
            need = MIN_LISTED if ":" in view[at : team.body] else FULL_SIDE
            if listed(view, teams[-1].body, at) < need:
                team = None  # the list of the side before has only begun: one name a line
        if team and any(team.label.endswith(" " + name) for name in known):
            team = None  # "Morin Ravenna": the side known begins later
        if team and not any(a < team.body and team.start < a for a, b in taken):
            teams.append(team)
    found = sorted(found + teams + _inner_sides(view, found, end), key=lambda f: f.start)
    for left, right in zip(found, found[1:], strict=False):
        left.end = right.start
    if found:
        found[-1].end = end
    return found


def field_tokens(view: str, field: Field) -> list[Token]:
    """Return the tokens of a field's body; in a list with commas, line breaks between words are blanks."""
    body = view[field.body : field.end]
    return tokens(view, field.body, field.end, wrapped=body.count(",") + body.count(";") >= 3)
