"""Sections of a pasted text: headline, prose, live lines, match sheet, ratings, furniture, other matches."""

from __future__ import annotations

import re

from core.schema import Section, SectionKind, Span
from core.sheet_result import read_result, read_stacked
from core.sheet_words import sheet_words
from core.text import JOINER, normalise
from core.text_lines import (
    BARE,
    LIVE,
    MINUTE_ALONE,
    inline_furniture,
    is_furniture,
    is_prose,
    is_ratings_heading,
    is_tail,
    on_the_clock,
    rating,
)
from core.text_matches import mark_result_lists, match_spans
from core.text_sheets import Line, last_sentence, with_sheets

MIN_LIVE = 4
_MAX_HEADLINE = 200
_MAX_RESULT_LINE = 400
_BLANKS = " " + JOINER
_NOT_TOLD = frozenset(("pt", "st", "p", "s", "t", "rig", "aut", "e", "de", "van", "der", "su", "rigore"))
_LIVE_LEADS = re.compile(r"\s*(?:al|dal)", re.I)


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
    found = with_sheets(view, lines)
    _mark_headline(view, found)
    mark_result_lists(found)
    main = _main_match(text, found)
    if main is not None:
        _mark_others(found, *main)
    return _merge(view, found)


def split_matches(text: str) -> list[Span]:
    """Return the spans of the matches that ``text`` tells one after the other; a single span for one match."""
    view = normalise(text)
    lines = _lines(view)
    _mark_furniture(view, lines)
    _mark_results(view, text, lines)
    return match_spans(text, with_sheets(view, lines))


def _main_match(text: str, lines: list[Line]) -> Span | None:
    """Return the span of the match with most text where a text tells several, else None."""
    spans = match_spans(text, lines)
    return max(spans, key=lambda span: (span[1] - span[0], -span[0])) if len(spans) > 1 else None


def _mark_others(lines: list[Line], start: int, end: int) -> None:
    for line in lines:
        if not start <= line.start < end and line.kind is not SectionKind.FURNITURE:
            line.kind = SectionKind.OTHER_MATCH


def _lines(view: str) -> list[Line]:
    found: list[Line] = []
    last = 0
    for match in re.finditer(r"[^\n]+", view):
        if match.group().strip(_BLANKS):
            start = match.start() + len(match.group()) - len(match.group().lstrip(_BLANKS))
            end = match.start() + len(match.group().rstrip(_BLANKS))
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
        if line.kind is not None:
            continue
        start = line.start if line.end - line.start <= _MAX_RESULT_LINE else last_sentence(view, line)
        result = read_result(view, text, start, line.end)
        if result is None and i + 1 < len(lines) and line.end - line.start < 70:
            result = read_stacked(view, text, line.start, lines[i + 1].end)
        if result is not None and result.end >= min(line.end, lines[-1].end) - 2:
            line.result = result


def _mark_live(view: str, lines: list[Line]) -> None:
    minutes: list[tuple[int, int, bool]] = []
    for i, line in enumerate(lines):
        match = LIVE.match(view, line.start, line.end) if line.kind is None else None
        if match and not (line.result and line.result.scorers):
            minutes.append((i, int(match["n"]), bool(_LIVE_LEADS.match(match["lead"] or ""))))
        elif alone := _alone(view, lines, i):
            minutes.append((i, alone, False))
    minutes = minutes or _bare_minutes(view, lines)
    plain = [m for m in minutes if not m[2]]
    numbers = [n for _, n, _ in minutes]
    falling = sum(a > b for a, b in zip(numbers, numbers[1:], strict=False)) > len(numbers) * 0.7
    chosen = minutes if falling and len(minutes) >= MIN_LIVE else plain
    chosen = [m for m in chosen if _alone(view, lines, m[0]) or _tells(view, lines[m[0]])]
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
    last += _alone(view, lines, last) > 0
    for i in range(first, last + 1):
        between = i in marked or not is_prose(view[lines[i].start : lines[i].end]) or _near(i, marked)
        if lines[i].kind is None and between:
            lines[i].kind = SectionKind.LIVE
    for i in range(last + 1, len(lines)):
        if lines[i].kind is not None or not _half_heading(view, lines[i]):
            break
        lines[i].kind = SectionKind.LIVE


def _bare_minutes(view: str, lines: list[Line]) -> list[tuple[int, int, bool]]:
    """The lines that open with a minute without its mark: "54 Doppio cambio"."""
    free = [(i, line) for i, line in enumerate(lines) if line.kind is None and _tells(view, line)]
    found = [(i, int(m["n"]), False) for i, line in free if (m := BARE.match(view, line.start, line.end))]
    return found if on_the_clock([n for _, n, _ in found]) else []


def _alone(view: str, lines: list[Line], i: int) -> int:
    """The minute of a line that is no more than it, with what happened in the next; 0 for none."""
    match = MINUTE_ALONE.match(view, lines[i].start, lines[i].end) if lines[i].kind is None else None
    if match is None or i + 1 == len(lines):
        return 0
    behind = lines[i + 1]
    return 0 if MINUTE_ALONE.match(view, behind.start, behind.end) else int(match["n"])


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
