"""Sections of a pasted text: headline, prose, live lines, match sheet, ratings, furniture, other matches."""

from __future__ import annotations

import re
from dataclasses import dataclass

from core.schema import Section, SectionKind
from core.sheet_fields import Field, find_fields, listed
from core.sheet_model import Result
from core.sheet_result import read_result, read_stacked
from core.sheet_words import sheet_words
from core.text import normalise
from core.text_lines import LIVE, inline_furniture, is_furniture, is_prose, is_ratings_heading, is_tail, rating

MIN_LIVE = 4
_MAX_HEADLINE = 200
_SENTENCE_START = re.compile(r"(?<=[.!?)])\s+(?=[\"«]?[A-ZÀ-Þ])")
_NOT_TOLD = frozenset(("pt", "st", "p", "s", "t", "rig", "aut", "e", "de", "van", "der", "su", "rigore"))
_LIVE_LEADS = re.compile(r"\s*(?:al|dal)", re.I)


@dataclass(slots=True)
class Line:
    """One line that is not blank."""

    start: int
    end: int
    kind: SectionKind | None = None
    result: Result | None = None
    gap: bool = False
    """A blank line stands before it."""


def sections(text: str, view: str | None = None) -> list[Section]:
    """Return the sections of ``text`` in order; they do not overlap, blanks between them belong to none.

    Args:
        text: the pasted text, unchanged.
        view: ``normalise(text)``, where the caller has it already.

    """
    view = normalise(text) if view is None else view
    lines = _lines(view)
    _mark_furniture(view, lines)
    _mark_results(view, text, lines)
    _mark_live(view, lines)
    _mark_ratings(view, lines)
    found = _with_sheets(view, lines)
    _mark_headline(view, found)
    return _merge(view, found)


def _lines(view: str) -> list[Line]:
    found: list[Line] = []
    last = 0
    for match in re.finditer(r"[^\n]+", view):
        if match.group().strip(" ⁠"):
            start = match.start() + len(match.group()) - len(match.group().lstrip(" ⁠"))
            end = match.start() + len(match.group().rstrip(" ⁠"))
            found.append(Line(start, end, gap="\n" in view[last:start].replace("\n", "", 1)))
            last = end
    return found


def _mark_furniture(view: str, lines: list[Line]) -> None:
    tail = False
    for i, line in enumerate(lines):
        words = view[line.start : line.end]
        # comments end a page: before a good part of the text the same words are a button
        tail = tail or (is_tail(words) and i > 0 and line.start > len(view) * 0.4)
        if tail or is_furniture(words):
            line.kind = SectionKind.FURNITURE


def _mark_results(view: str, text: str, lines: list[Line]) -> None:
    for i, line in enumerate(lines):
        if line.kind is not None or line.end - line.start > 400:
            continue
        result = read_result(view, text, line.start, line.end)
        if result is None and i + 1 < len(lines) and line.end - line.start < 50:
            result = read_stacked(view, text, line.start, lines[i + 1].end)
        if result is not None and result.end >= min(line.end, lines[-1].end) - 2:
            line.result = result


def _mark_live(view: str, lines: list[Line]) -> None:
    minutes: list[tuple[int, int, bool]] = []
    for i, line in enumerate(lines):
        match = LIVE.match(view, line.start, line.end) if line.kind is None else None
        if match and not (line.result and line.result.scorers):
            minutes.append((i, int(match["n"]), bool(_LIVE_LEADS.match(match["lead"] or ""))))
    plain = [m for m in minutes if not m[2]]
    numbers = [n for _, n, _ in minutes]
    falling = sum(a > b for a, b in zip(numbers, numbers[1:], strict=False)) > len(numbers) * 0.7
    chosen = minutes if falling and len(minutes) >= MIN_LIVE else plain
    chosen = [m for m in chosen if _tells(view, lines[m[0]])]
    if len(chosen) < MIN_LIVE and not (len(chosen) >= 2 and _headed(view, lines, chosen)):
        return
    first, last = chosen[0][0], chosen[-1][0]
    marked = {i for i, _, lead in minutes if falling or not lead}
    while first - 1 in marked:
        first -= 1
    while last + 1 in marked:
        last += 1
    while first > 0 and _half_heading(view, lines[first - 1]):
        first -= 1
    for i in range(first, last + 1):
        between = i in marked or not is_prose(view[lines[i].start : lines[i].end]) or _near(i, marked)
        if lines[i].kind is None and between:
            lines[i].kind = SectionKind.LIVE
    for i in range(last + 1, len(lines)):
        if lines[i].kind is not None or not _half_heading(view, lines[i]):
            break
        lines[i].kind = SectionKind.LIVE


def _near(i: int, marked: set[int]) -> bool:
    return any(j in marked for j in range(i - 4, i)) and any(j in marked for j in range(i + 1, i + 5))


def _tells(view: str, line: Line) -> bool:
    """Whether a line with a minute tells something, and is not a scorer of a list ("12' Rossi (M)")."""
    words = re.findall(r"[^\W\d_]+", view[line.start : line.end])
    small = sum(word[0].islower() and word not in _NOT_TOLD for word in words)
    return small >= 1 or "!" in view[line.start : line.end]


def _headed(view: str, lines: list[Line], chosen: list[tuple[int, int, bool]]) -> bool:
    before = lines[max(0, chosen[0][0] - 1)]
    return _half_heading(view, before)


def _half_heading(view: str, line: Line) -> bool:
    words = sheet_words()
    return bool(words.live_heading.match(view, line.start, line.end)) and line.end - line.start < 40


def _mark_ratings(view: str, lines: list[Line]) -> None:
    run: list[int] = []
    headed = False
    for i, line in enumerate([*lines, None]):
        words = view[line.start : line.end] if line else ""
        if line is not None and line.kind is None and is_ratings_heading(words):
            line.kind, headed = SectionKind.RATINGS, True
        elif (
            line is not None
            and line.kind in (None, SectionKind.RATINGS)
            and (found := rating(words))
            and not line.result
        ):
            del found
            run.append(i)
        elif (
            line is not None
            and run
            and len(words) < 60
            and not is_prose(words)
            and line.kind is None
            and i + 1 < len(lines)
        ):
            continue  # "MILAN" or "All. Pioli 6" between two players
        else:
            if len(run) >= (2 if headed else 4):
                for j in range(run[0], run[-1] + 1):
                    lines[j].kind = SectionKind.RATINGS
                if (
                    run[0] > 0
                    and lines[run[0] - 1].kind is None
                    and not is_prose(view[lines[run[0] - 1].start : lines[run[0] - 1].end])
                    and headed
                ):
                    lines[run[0] - 1].kind = SectionKind.RATINGS
            run = []


def _with_sheets(view: str, lines: list[Line]) -> list[Line]:
    """Mark the lines of match sheets, cutting a line where a sheet begins or ends inside it."""
    avoid = [(line.start, line.result.end) for line in lines if line.result]
    free = [line for line in lines if line.kind is None or line.kind is SectionKind.LIVE]
    fields = [f for f in find_fields(view, 0, len(view), avoid) if any(a.start <= f.start < a.end for a in free)]
    found: list[Line] = []
    inside: Field | None = None  # the field that the line before left open
    for i, line in enumerate(lines):
        own = [f for f in fields if line.start <= f.start < line.end]
        if line.kind is SectionKind.LIVE and not any(f.strong for f in own[:1]):
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


def _pieces(
    view: str, lines: list[Line], i: int, own: list[Field], inside: Field | None
) -> tuple[list[Line], Field | None]:
    """Return one line as pieces of prose and sheet, and the field that it leaves open."""
    line = lines[i]
    prose, sheet = SectionKind.PROSE, SectionKind.SHEET
    if line.kind is SectionKind.LIVE and not own:
        return [line], None
    if line.result is not None and not own:
        if (
            i == 0
            and not line.result.scorers
            and line.result.start > line.start
            and not _sheet_follows(view, lines[1:3])
        ):
            return [Line(line.start, line.end, prose, None, line.gap)], None
        return [Line(line.start, line.end, sheet, line.result, line.gap)], None
    if i and lines[i - 1].result and lines[i - 1].result.end >= line.end:  # type: ignore[union-attr]
        return [Line(line.start, line.end, sheet, None, line.gap)], None
    if not own:
        if inside is not None and _continues(view, line, inside):
            return [Line(line.start, line.end, sheet, None, line.gap)], inside
        return [Line(line.start, line.end, prose, None, line.gap)], None
    first = _opening(view, line, own, inside)
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
    last = [f for f in own if f.start >= first.start][-1]
    stop = _sheet_end(view, last, line.end)
    pieces.append(Line(begin, stop, sheet, line.result, line.gap))
    if stop < line.end:
        pieces.append(Line(stop, line.end, prose))
        return pieces, None
    return pieces, last


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
    if line.gap or is_prose(words):
        return False
    if inside.kind in ("goals", "yellow", "red", "subs", "bench"):
        return listed(view, line.start, line.end) >= 1 or bool(re.match(r"[\d(]", words))
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


def _mark_headline(view: str, lines: list[Line]) -> None:
    """Mark the title at the top: short lines without a full stop, before the text proper."""
    for i, line in enumerate(lines):
        if line.kind is SectionKind.FURNITURE:
            continue
        words = view[line.start : line.end].rstrip()
        if line.kind is not SectionKind.PROSE or i + 1 == len(lines) or i > 6 or len(words) > _MAX_HEADLINE:
            return
        sentence = words.endswith((".", ";", ",")) and not words.isupper()
        if sentence and not (
            words.endswith(".") and lines[i + 1].gap and len(words) < 90 and i == 0 and not is_prose(words)
        ):
            return
        line.kind = SectionKind.HEADLINE


def _merge(view: str, lines: list[Line]) -> list[Section]:
    found: list[Section] = []
    for line in lines:
        kind = line.kind or SectionKind.PROSE
        start = line.start
        while start < line.end and view[start] in " \n":
            start += 1
        cuts = inline_furniture(view[start : line.end]) if kind in (SectionKind.PROSE, SectionKind.SHEET) else []
        for a, b in [*cuts, (line.end - start, line.end - start)]:
            if start + a > line.start:
                _add(found, kind, line.start if line.start > start else start, start + a, cut=False)
            if b > a:
                _add(found, SectionKind.FURNITURE, start + a, start + b, cut=True)
            line.start = start + b
    return found


def _add(found: list[Section], kind: SectionKind, start: int, end: int, cut: bool) -> None:
    if end <= start:
        return
    last = found[-1] if found else None
    if last is not None and last.kind == kind and not cut:
        last.end = end
    else:
        found.append(Section(kind=kind, start=start, end=end))
