"""A printed match sheet against the prose above it: each is read by itself, then compared."""

from __future__ import annotations

from collections.abc import Callable, Iterable

import pandas as pd

from core.errors import CronacaError
from core.fusion import Account, Fact, fuse
from core.fusion_words import value_text
from core.i18n import mark, tr
from core.schema import MatchReport, SectionKind
from core.wording import FIELDS, what, when, who

PROSE, SHEET = 1, 2
"""The numbers of the two readings in the account."""
SHEET_KINDS = {"goal", "card", "substitution"}
"""What a printed sheet is expected to list: that it is silent on the rest is no difference."""
COLUMNS = (mark("Report"), mark("Match"), mark("Event"), mark("Field"), mark("prose"), mark("printed sheet"))


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


def differing(account: Account) -> list[Fact]:
    """Return the facts on which prose and sheet differ, and goals and cards that only the prose tells.

    That the prose leaves out what a sheet lists is no difference: it need not tell everything.
    """
    return [*account.contradictions, *(f for f in account.alone(PROSE) if f.event.type != "substitution")]


def differences_frame(reports: Iterable[MatchReport], read: Callable[[str], MatchReport]) -> pd.DataFrame:
    """Return one row a difference between prose and printed sheet: report, match, event, field, both values."""
    rows = []
    for report in reports:
        account = against_sheet(report, read)
        for fact in differing(account) if account else []:
            told = f"{when(fact.event)} {what(fact.event)}: {who(fact.event)}".strip()
            head = [report.source.name, f"{report.match.home}–{report.match.away}", told]
            if SHEET not in fact.tellings:
                rows.append([*head, "", "", tr("does not tell it")])
            for field, versions in fact.contradictions.items():
                by_source = {n: value_text(field, v.value) for v in versions for n in v.reports}
                rows.append([*head, tr(FIELDS[field]), by_source.get(PROSE, ""), by_source.get(SHEET, "")])
    return pd.DataFrame(rows, columns=[tr(c) for c in COLUMNS])
