"""Where a match sheet begins and ends among the lines of a text, and inside a line."""

from __future__ import annotations

import re
from dataclasses import dataclass

from core.schema import SectionKind
from core.sheet_fields import Field, find_fields, listed
from core.sheet_model import Result
from core.sheet_notes import tells_incident
from core.sheet_result import read_result
from core.sheet_words import sheet_words
from core.text_lines import is_prose

HALF_A_TEAM = 6
"""A line of so many names is a line-up."""
_FULL_STOP = re.compile(r"[^\W\d_]{3}\.\s*$")  # "s.t." and an initial end no sentence
_MINUTE = re.compile(r"\W{0,3}\d{1,3}(?:\s?\+\s?\d{1,2})?\s?['’′°]")
_SENTENCE_START = re.compile(r"(?<=[.!?)])\s+(?=[\"«]?[A-ZÀ-Þ])")


@dataclass(slots=True)
class Line:
    """One line that is not blank."""

    start: int
    end: int
    kind: SectionKind | None = None
    result: Result | None = None
    gap: bool = False
    """A blank line stands before it."""


def with_sheets(view: str, lines: list[Line]) -> list[Line]:
    """Mark the lines of match sheets, cutting a line where a sheet begins or ends inside it."""
    avoid = [(line.start, line.result.end) for line in lines if line.result]
    free = [line for line in lines if line.kind is None or line.kind is SectionKind.LIVE]
    names = [name.text for line in lines if line.result for name in (line.result.home, line.result.away)]
    fields = [
        f
        for f in find_fields(view, 0, len(view), avoid, dict.fromkeys(names))
        if any(a.start <= f.start < a.end for a in free)
    ]
    found: list[Line] = []
    inside: Field | None = None  # the field that the line before left open
    for i, line in enumerate(lines):
        own = [f for f in fields if line.start <= f.start < line.end]
        if line.kind is SectionKind.LIVE and not any(_breaks_live(view, line, f) for f in own[:1]):
            inside = None
        elif line.kind is None or line.kind is SectionKind.LIVE:
            pieces, inside = _pieces(view, lines, i, own, inside)
            found += pieces
            continue
        if line.kind is not SectionKind.FURNITURE:
            inside = None
        found.append(line)
    _headings(view, found)
    return found


def _breaks_live(view: str, line: Line, field: Field) -> bool:
    """Whether a label among live lines opens a sheet.

    Not a side before what one of its men does ("Lecco: X per Y"), nor a word behind the minute ("22' Ammonito: X").
    """
    if field.kind in ("yellow", "red", "subs", "goals") and _MINUTE.match(view[line.start : field.start]):
        return False
    return field.strong and (field.kind != "team" or listed(view, field.body, line.end) >= HALF_A_TEAM)


def _pieces(
    view: str, lines: list[Line], i: int, own: list[Field], inside: Field | None
) -> tuple[list[Line], Field | None]:
    """Return one line as pieces of prose and sheet, and the field that it leaves open."""
    line = lines[i]
    prose, sheet = SectionKind.PROSE, SectionKind.SHEET
    if line.kind is SectionKind.LIVE and not own:
        return [line], None
    if line.result is not None and not own:
        head = view[line.start : line.result.start]
        if is_prose(head) and head.rstrip()[-1] in '.!?)"':  # a result glued to the end of running text
            if not line.result.scorers and not _sheet_follows(view, lines[i + 1 : i + 3]):
                return [Line(line.start, line.end, prose, None, line.gap)], None
            at = line.result.start
            return [Line(line.start, at, prose, None, line.gap), Line(at, line.end, sheet, line.result)], None
        if (
            i == 0
            and not line.result.scorers
            and line.result.start > line.start
            and not _sheet_follows(view, lines[1:3])
        ):
            return [Line(line.start, line.end, prose, None, line.gap)], None
        return [Line(line.start, line.end, sheet, line.result, line.gap)], None
    if any(before.result and before.result.end >= line.end for before in lines[max(0, i - 2) : i]):
        return [Line(line.start, line.end, sheet, None, line.gap)], None
    if not own:
        if inside is not None and _continues(view, line, inside):
            return [Line(line.start, line.end, sheet, None, line.gap)], inside
        return [Line(line.start, line.end, prose, None, line.gap)], None
    first = _opening(view, line, own, inside)
    if inside is not None and not line.gap and not is_prose(view[line.start : own[0].start]):
        # a line of the sheet broken by the page's width
        broken = _cut(view, line, line.start, own[-1])
        return broken, own[-1] if len(broken) == 1 else None
    if first is None:
        return [Line(line.start, line.end, line.kind or prose, None, line.gap)], None
    pieces: list[Line] = []
    begin = first.start
    if begin > line.start and view[line.start : begin].strip(" *•·-"):
        before = _result_before(view, line.start, begin)
        if before > line.start and view[line.start : before].strip(" *•·-"):
            pieces.append(Line(line.start, before, prose, None, line.gap))
        begin = before
    else:
        begin = line.start
    rest = _cut(view, line, begin, own[-1])
    return [*pieces, *rest], own[-1] if len(rest) == 1 else None


def _cut(view: str, line: Line, begin: int, last: Field) -> list[Line]:
    """Return the sheet from ``begin`` on and, apart, the running text after its last field."""
    stop = _sheet_end(view, last, line.end)
    pieces = [Line(begin, stop, SectionKind.SHEET, line.result, line.gap)]
    return pieces if stop >= line.end else [*pieces, Line(stop, line.end, SectionKind.PROSE)]


def _sheet_follows(view: str, lines: list[Line]) -> bool:
    return any(f.strong for line in lines for f in find_fields(view, line.start, line.end))


def _opening(view: str, line: Line, own: list[Field], inside: Field | None) -> Field | None:
    """Return the field of a line at which a sheet begins, None where the labels are part of the prose."""
    first = own[0]
    at_start = not view[line.start : first.start].strip(" *•·>-\"'(")
    if at_start and (first.strong or inside is not None or len(own) > 1):
        if (
            first.kind == "team"
            or not is_prose(view[first.body : line.end])
            or first.kind in ("notes", "yellow", "red", "referee", "officials", "attendance", "result")
        ):
            return first
        if any(f.kind == "team" for f in own) or listed(view, first.body, line.end) >= 1:
            return first
    if at_start and inside is not None:
        return first
    for k, field in enumerate(own):
        rest = own[k:]
        strong = [f for f in rest if f.strong]
        if field.strong and (
            field.kind == "team" or len({f.kind for f in strong}) >= 2 or _listy(view, field, line.end)
        ):
            return field
    return None


def _listy(view: str, field: Field, end: int) -> bool:
    """Whether a lone label in mid-line opens a list ("… Reti: 12' Rossi, 30' Verdi.")."""
    body = view[field.body : min(end, field.end)]
    return (
        field.kind in ("goals", "yellow", "red", "bench")
        and not is_prose(body)
        and view[field.start].isupper()
        and len(body) > 3
    )


def last_sentence(view: str, line: Line) -> int:
    """Return where the last sentence of a line begins (its start, if it is the only one)."""
    return max((m.end() for m in _SENTENCE_START.finditer(view, line.start, line.end)), default=line.start)


def _result_before(view: str, start: int, at: int) -> int:
    """Return where a result that stands right before ``at`` begins ("… MILAN-INTER 1-2 MILAN (4-4-2): …")."""
    last = None
    for match in _SENTENCE_START.finditer(view, start, at):
        last = match.end()
    for begin in (last, start):
        if (
            begin is not None
            and (found := read_result(view, view, begin, at))
            and not view[found.end : at].strip(" .,;:-")
        ):
            return found.start
    return at


def _continues(view: str, line: Line, inside: Field) -> bool:
    """Whether a line without a label goes on with the field before it."""
    words = view[line.start : line.end]
    if inside.kind == "team":
        names = listed(view, line.start, line.end)
        return not is_prose(words) and (names >= 2 or (names >= 1 and not line.gap) or not line.gap)
    if line.gap or (is_prose(words) and not tells_incident(view, line.start, min(line.end, line.start + 90))):
        return False
    if inside.kind == "coach":  # the name alone on the line after its label
        return (
            len(words) < 40 and not view[inside.body : line.start].strip() and listed(view, line.start, line.end) >= 1
        )
    if inside.kind in ("goals", "yellow", "red", "subs", "bench"):
        if re.match(r"[\d(]", words) or tells_incident(view, line.start, line.end):
            return True
        ended = _FULL_STOP.search(view[max(inside.body, line.start - 30) : line.start])
        return not ended and listed(view, line.start, line.end) >= 1
    return (
        inside.kind in ("notes", "attendance", "corners", "added", "officials", "referee", "shootout", "other")
        and len(words) < 120
    )


def _sheet_end(view: str, field: Field, end: int) -> int:
    """Return where running text begins after a sheet's last field in its line."""
    if field.kind == "team" and field.body >= end:
        return end
    long = field.kind in ("notes", "yellow", "red", "attendance", "other", "missed", "disallowed")
    for match in _SENTENCE_START.finditer(view, field.body, end):
        rest = view[match.end() : end]
        sentence = re.split(r"(?<=[.!?])\s", rest, maxsplit=1)[0]
        if (
            is_prose(sentence)
            and (not long or len(rest) > 160)
            and not re.match(r"(?:Al(?:l')?|Nel|Allontanat|Prima|Osservat)\b", rest)
        ):
            return match.start()
    if not long and is_prose(view[field.body : end]) and field.kind in ("coach", "referee", "added", "corners"):
        match2 = _SENTENCE_START.search(view, field.body, end)
        return match2.start() if match2 else end
    return end


def _headings(view: str, lines: list[Line]) -> None:
    """Take the headings of a sheet into it: "IL TABELLINO", and a competition's name right above the result."""
    words = sheet_words()
    for i in range(len(lines) - 2, -1, -1):
        line, after = lines[i], lines[i + 1]
        if line.kind is not SectionKind.PROSE or after.kind is not SectionKind.SHEET:
            continue
        key = re.sub(r"\s+", " ", view[line.start : line.end].lower()).strip(" :.*-•[]()")
        above = i > 0 and any(x.kind is SectionKind.PROSE and is_prose(view[x.start : x.end]) for x in lines[:i])
        short = line.end - line.start < 80 and not is_prose(view[line.start : line.end])
        if key in words.heading or (above and short and not after.gap and words.competition.search(key)):
            line.kind = SectionKind.SHEET
