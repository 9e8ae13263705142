"""Fields of a match sheet: where a label or a team's name opens one, and where it ends."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from core.schema import Span
from core.sheet_blocks import MIN_LISTED, Field, listed, team_at, team_starts
from core.sheet_result import is_team
from core.sheet_tokens import Kind, Token, half_period, tokens
from core.sheet_words import SheetWords, sheet_words
from core.text import JOINER
from core.text_lines import is_prose

__all__ = ["Field", "field_tokens", "find_fields", "listed"]

_COLON = re.compile(r"\s*(?:\([^()\n]{1,30}\)\s*)?:")
# "Cambi Alfa: …", "Sostituzioni. Alfa: …"
_SIDED = re.compile(r"\s*(?:[.:-]\s*)?\(?(?P<team>[A-ZÀ-Þ][\w'.-]*(?: [A-ZÀ-Þ\d][\w'.-]*){0,3})\)?\s*:")
_SIDED_KINDS = ("subs", "bench", "yellow", "red", "goals")
_CAPITAL_KINDS = ("bench", "coach", "referee", "goals")
_INNER_SIDE = re.compile(r"(?<=[.;\n])[ ]*(?P<team>[A-ZÀ-Þ][\w' ]{2,25}?)\s*:")
_DASHED = re.compile(r"\s+-+\s+(?=[A-ZÀ-Þ\d])")
_NOTE_DASH = re.compile(r"\s+-+\s+(?=\S)")
_DOTTED = re.compile(r"\.\s+(?=[A-ZÀ-Þ])")  # "Ammoniti. Rossi, Verdi"
_CAPITAL_LABEL = re.compile(r"\s+(?:(?i:st|pt|al|circa|s\.t\.|p\.t\.) ?)?(?=\d|[A-ZÀ-Þ][\w.']*[a-zà-ÿ])")
_ONE_LINE = frozenset(
    ("goals", "yellow", "red", "referee", "notes", "bench", "coach", "corners", "officials", "subs", "added")
)
_BEFORE_BARE = re.compile(r"(?:^|[.;,)(\]:!\n/|*•·-])\s*$")
_OPENS = re.compile(r"\s*(?:[A-ZÀ-Þ\d\"]|d['e]|(?:al|nel|all'|da|per|l'|il|van|von|circa|pt|st|p\.t|s\.t)\b)")
_MINUTE_BEFORE = re.compile(r"(?:\bal(?:l')?\s*)?\d{1,3}\s*'[^\n;:,]{0,8}\Z")
_NEXT_LINE = re.compile(r"[ ]*\n[^\w\n(]*(?P<list>\(?(?:\d|[A-ZÀ-Þ])[^\n]{3,300})")
_WORD = re.compile(r"(?<!')[^\W_]+")
FULL_SIDE = 10


def _is_list(view: str, start: int) -> bool:
    """Whether the line from ``start`` on lists names, and does not tell."""
    end = view.find("\n", start)
    end = len(view) if end < 0 else end
    return not is_prose(view[start:end].split(". ")[0]) and listed(view, start, end) >= 1


def _label_at(view: str, match: re.Match[str], floor: int, words: SheetWords) -> Field | None:
    label = re.sub(r"\s+", " ", match.group().lower())
    kind = words.label_kind[label]
    start, stop = match.span()
    line = view.rfind("\n", floor, start) + 1 or floor
    at_line_start = not view[max(line, floor) : start].strip(" *•·>-" + JOINER)
    sided = _SIDED.match(view, stop) if kind in _SIDED_KINDS else None
    named = sided and is_team(sided["team"]) and not half_period(sided["team"])
    if sided and named and not words.label.search(sided["team"]):
        return Field(kind, start, sided.end(), stop, True, label, sided.span("team"))
    colon = _COLON.match(view, stop)
    if colon and not (label[0].islower() and view[colon.end() : colon.end() + 1] == "/"):
        dotted = label.endswith(".")
        strong = dotted or label not in words.weak
        if at_line_start and label in words.weak:
            strong = True
        return Field(kind, start, colon.end(), stop, strong, label)
    note = _NOTE_DASH.match(view, stop) if kind == "notes" and at_line_start else None
    if note and match.group()[0].isupper():
        return Field(kind, start, note.end(), stop, True, label)  # "Note - ammoniti Rossi, Verdi"
    dash = _DASHED.match(view, stop)
    if dash and at_line_start and match.group()[0].isupper() and _is_list(view, dash.end()):
        return Field(kind, start, dash.end(), stop, True, label)
    dot = _DOTTED.match(view, stop)
    opens = match.group()[0].isupper() and _BEFORE_BARE.search(view[max(floor, start - 3) : start])
    if dot and opens and kind in _SIDED_KINDS and _is_list(view, dot.end()):
        return Field(kind, start, dot.end(), stop, label not in words.weak, label)
    # in the midst of a line too: "PANCHINA Rossi ALLENATORE Verdi"
    heads = at_line_start or (kind in _CAPITAL_KINDS and len(label) > 4 and view[start - 1 : start].isspace())
    capital = heads and match.group().isupper() and len(label) > 2 and _CAPITAL_LABEL.match(view, stop)
    if capital and kind not in ("result", "date", "competition") and not _tells(view, stop):
        return Field(kind, start, stop, stop, True, label)  # "MARCATORI 12' pt Rossi"
    if label in words.bare and _OPENS.match(view, stop):
        before = view[max(floor, start - 14) : start]
        if before.endswith("(") and kind in ("red", "yellow"):
            return None  # "Rossi (espulso al 30')"
        ended = match.group()[0].isupper() and before.rstrip().endswith(".")  # "rigore fallito al 23'pt. Espulso Rossi"
        minute = _MINUTE_BEFORE.search(before) if kind == "red" and not ended else None
        if minute:
            return Field(
                kind, start - len(before) + minute.start(), start - len(before) + minute.start(), stop, False, label
            )
        spaced = label.endswith(".") and match.group()[0].isupper()
        # no mark before it: "espulso Rossi (A) al 23'pt Ammoniti Verdi, Neri"
        shown = kind in ("red", "yellow", "missed") and match.group()[0].isupper() and before[-1:].isspace()
        if at_line_start or _BEFORE_BARE.search(before) or spaced or shown or start == floor:
            return Field(kind, start, stop, stop, label.endswith("."), label)
    if at_line_start and view[stop : stop + 1] == "\n" and kind in ("goals", "bench", "subs", "yellow", "red", "coach"):
        return Field(kind, start, stop, stop, label not in words.weak, label)
    return None


def _tells(view: str, start: int) -> bool:
    """Whether the line from ``start`` on is running text."""
    end = view.find("\n", start)
    return is_prose(view[start : len(view) if end < 0 else end])


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
    """Return the second side of a list told side by side: "Sostituzioni. Alfa: …. Beta: …"."""
    sides: list[Field] = []
    for i, part in enumerate(found):
        stop = found[i + 1].start if i + 1 < len(found) else end
        if part.kind in ("subs", "yellow", "red", "goals") and part.name:
            paragraph = view.find("\n\n", part.body, stop)
            for match in _INNER_SIDE.finditer(view, part.body, stop if paragraph < 0 else paragraph):
                if is_team(match["team"]):
                    sides.append(
                        Field(part.kind, match.start(), match.end(), stop, True, part.label, match.span("team"))
                    )
    return sides


def _blanks(view: str, at: int) -> int:
    return len(view[at : at + 20]) - len(view[at : at + 20].lstrip())


def find_fields(view: str, start: int, end: int, avoid: Iterable[Span] = (), names: Iterable[str] = ()) -> list[Field]:
    """Return the fields of ``view[start:end]`` in order; each ends where the next begins.

    No team block opens inside the spans to ``avoid`` (result lines); ``names`` are sides known from them.
    All labels count, also those that only make sense inside a sheet (``strong`` False).
    """
    words = sheet_words()
    avoid = list(avoid)
    found: list[Field] = []
    for match in _labels(view, start, end, words):
        field = _label_at(view, match, start, words)
        if field and not (found and field.start < found[-1].body):
            found.append(field)
    for _, stop in avoid:
        found += [f for f in _scorers_below(view, stop, end) if not any(f.start <= x.start < f.end for x in found)]
    # what follows a label at once is no side: "All. Rossi MILAN (4-4-2)"
    taken = [(f.start, f.body + _blanks(view, f.body)) for f in found] + avoid
    known = [name.lower() for name in names]
    teams: list[Field] = []
    for at in team_starts(view, start, end, names):
        if any(a <= at < b or at == b > a for a, b in taken) or (teams and at < teams[-1].body):
            continue
        line_start = not view[view.rfind("\n", 0, at) + 1 : at].strip(" *•·>-")
        team = team_at(view, at, end, line_start)
        if team and not team.formation and teams:
            need = MIN_LISTED if ":" in view[at : team.body] else FULL_SIDE
            if listed(view, teams[-1].body, at) < need:
                team = None  # the list of the side before has only begun: one name a line
        capitals = line_start and team is not None and view[at : team.body].isupper()
        if team and not capitals and any(team.label.endswith(" " + name) for name in known):
            team = None  # "Morin Ravenna": the side known begins later
        if team and not any(a < team.body and team.start < a for a, b in taken):
            teams.append(team)
    found += _one_line(view, found, teams, end, words)
    found = sorted(found + teams + _inner_sides(view, found, end), key=lambda f: f.start)
    for left, right in zip(found, found[1:], strict=False):
        left.end = right.start
    if found:
        found[-1].end = end
    return found


def _scorers_below(view: str, at: int, end: int) -> list[Field]:
    """Return the scorers listed without a label on the line below a result: "12' Rossi (r), 52' Verdi"."""
    line = _NEXT_LINE.match(view, at, end)  # a sign may stand before: "⚽ 12' Rossi"
    if line is None:
        return []
    allowed = (Kind.MINUTE, Kind.HALF, Kind.NAME, Kind.SEP, Kind.DASH, Kind.OPEN, Kind.CLOSE, Kind.DOT)
    items = tokens(view, *line.span("list"))
    names = timed = depth = 0
    for token in items:
        depth += (token.kind is Kind.OPEN) - (token.kind is Kind.CLOSE)
        names += token.kind is Kind.NAME and not depth
        timed += token.kind is Kind.MINUTE
        if token.kind not in allowed and not (token.kind is Kind.WORD and _is_mark(token.text)):
            return []
    start = line.start("list")
    return [Field("goals", start, start, line.end())] if names and timed >= names else []


def _is_mark(word: str) -> bool:
    words, low = sheet_words(), word.lower()
    return (
        low in ("e", "ed", "al", "su")
        or len(low) == 1
        or bool(words.penalty.fullmatch(low) or words.own_goal.fullmatch(low))
    )


def _one_line(view: str, found: list[Field], teams: list[Field], end: int, words: SheetWords) -> list[Field]:
    """Return the labels that nothing divides from what stands before: "All. Neri Arbitro Verri Reti 12' Galli"."""
    if len(teams) < 2:
        return []
    stop = view.find("\n", teams[-1].start, end)
    stop = end if stop < 0 else stop
    taken = {f.start for f in found}
    extra = []
    for match in _labels(view, teams[-1].body, stop, words):
        label = re.sub(r"\s+", " ", match.group().lower())
        kind = words.label_kind[label]
        free = match.start() not in taken and kind in _ONE_LINE and label in words.bare
        if free and match.group()[0].isupper() and _OPENS.match(view, match.end()) and not _tells(view, match.end()):
            extra.append(Field(kind, match.start(), match.end(), match.end(), False, label))
    return extra


def field_tokens(view: str, field: Field) -> list[Token]:
    """Return the tokens of a field's body; in a list with commas, line breaks between words are blanks."""
    body = view[field.body : field.end]
    return tokens(view, field.body, field.end, wrapped=body.count(",") + body.count(";") >= 3)
