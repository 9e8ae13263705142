"""Several matches in one pasted text: where each begins, and lists of other results."""

from __future__ import annotations

from core.schema import SectionKind, Span
from core.sheet_model import Result
from core.sheet_sides import likeness
from core.text_sheets import Line

_MIN_TOLD = 120
"""Characters that a match needs beside its result to be told, and not only listed."""


def _same(one: Result, other: Result) -> bool:
    """Whether two result lines are of one match (in either order: the second leg is another match all the same)."""
    return bool(likeness(one.home, other.home) and likeness(one.away, other.away))


def mark_result_lists(lines: list[Line]) -> None:
    """Mark runs of results that nothing is told of ("RISULTATI / A-B 1-0 / C-D 2-2") as other matches."""
    run: list[Line] = []
    for line in [*lines, None]:
        if line is not None and line.kind is SectionKind.SHEET and line.result and not line.result.scorers:
            run.append(line)
            continue
        follows = line is not None and line.kind is SectionKind.SHEET
        listed = run[:-1] if follows else run  # the last one heads the sheet below it
        if len(run) >= 3 or (len(run) == 2 and not follows and not _same_line(run)):
            for other in listed:
                other.kind = SectionKind.OTHER_MATCH
        run = []


def _same_line(run: list[Line]) -> bool:
    first, second = run[0].result, run[1].result
    return first is not None and second is not None and _same(first, second)


def match_spans(text: str, lines: list[Line]) -> list[Span]:
    """Return one span a match: from a result line to the next one of other sides, if something is told between.

    Where prose comes first and its sheet after, a match ends with its sheet.
    """
    heads: list[tuple[int, Result]] = []
    for i, line in enumerate(lines):
        if (
            line.result is not None
            and line.kind is SectionKind.SHEET
            and not (heads and _same(heads[-1][1], line.result))
        ):
            heads.append((i, line.result))
    if len(heads) < 2:
        return [(0, len(text))]
    before = sum(x.end - x.start for x in lines[: heads[0][0]] if x.kind is SectionKind.PROSE)
    if before > _MIN_TOLD * 2:
        starts = [0, *(_after_sheet(lines, i) for i, _ in heads)]
        starts = [s for s in starts if any(x.start >= s for x in lines)]
    else:
        starts = [0, *(lines[i].start for i, _ in heads[1:])]
    spans = list(zip(starts, [*starts[1:], len(text)], strict=True))
    return spans if all(b - a >= _MIN_TOLD for a, b in spans) else _joined(spans)


def _after_sheet(lines: list[Line], i: int) -> int:
    while i + 1 < len(lines) and lines[i + 1].kind is SectionKind.SHEET:
        i += 1
    return lines[i + 1].start if i + 1 < len(lines) else lines[i].end


def _joined(spans: list[Span]) -> list[Span]:
    """Join spans too short to tell a match to the one before."""
    kept: list[Span] = []
    for start, end in spans:
        if kept and (end - start < _MIN_TOLD or kept[-1][1] - kept[-1][0] < _MIN_TOLD):
            kept[-1] = kept[-1][0], end
        else:
            kept.append((start, end))
    return kept
