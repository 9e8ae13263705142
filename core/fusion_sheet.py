"""A printed match sheet against the prose above it: each is read by itself, then compared."""

from __future__ import annotations

from collections.abc import Callable

from core.errors import CronacaError
from core.fusion import Account, fuse
from core.schema import MatchReport, SectionKind

PROSE, SHEET = 1, 2
"""The numbers of the two readings in the account."""
SHEET_KINDS = {"goal", "card", "substitution"}
"""What a printed sheet is expected to list: that it is silent on the rest is no difference."""


def halves(report: MatchReport) -> tuple[str, str] | None:
    """Part a text into prose and printed sheet; None where it has not both."""
    sheet = [s for s in report.sections if s.kind == SectionKind.SHEET]
    if not sheet:
        return None
    prose, printed, at = [], [], 0
    for section in sorted(sheet, key=lambda s: s.start):
        prose.append(report.text[at : section.start])
        printed.append(report.text[section.start : section.end])
        at = section.end
    told = "\n".join([*prose, report.text[at:]])
    return (told, "\n".join(printed)) if told.strip() else None


def against_sheet(report: MatchReport, read: Callable[[str], MatchReport]) -> Account | None:
    """Compare the prose of a text with its printed sheet: report 1 is the prose, 2 the sheet.

    None where the text has not both, or one of them cannot be read by itself. Only what sheets list is kept.
    """
    parts = halves(report)
    if parts is None:
        return None
    try:
        readings = [read(part) for part in parts]
    except CronacaError:
        return None
    known = {k: getattr(report.match, k) for k in ("home", "away", "score")}
    for i, reading in enumerate(readings):
        # read alone, one half may not name the sides; the whole text does
        match = reading.match.model_copy(update={k: v for k, v in known.items() if getattr(reading.match, k) is None})
        kept = [e for e in reading.events if e.type in SHEET_KINDS]
        readings[i] = reading.model_copy(update={"match": match, "events": kept})
    return fuse({PROSE: readings[0], SHEET: readings[1]})
