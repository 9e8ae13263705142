"""Readings and seasons as CSV, Excel, JSON and a newspaper's match sheet."""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Mapping

import pandas as pd
from openpyxl import Workbook
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter

from core.export_sheet import tabellino
from core.i18n import mark, tr
from core.schema import Event, MatchReport

FORMULA = re.compile(r"^[\s\0]*[=+\-@\t\r＝＋－＠]")
"""How a cell begins that a spreadsheet would run as a formula."""
SHEET_NAME = re.compile(r"[\[\]:*?/\\']")
WIDEST = 50

EVENT_COLUMNS = (
    "order",
    "type",
    "team",
    "period",
    "minute",
    "added",
    "approx",
    "player",
    "penalty",
    "own_goal",
    "assist",
    "card",
    "player_in",
    "player_out",
    "result",
    "goalkeeper",
    "fouled",
    "fouler",
    "score_after",
    "confidence",
)

EVENT_TITLES = {
    "order": mark("No."),
    "type": mark("Event"),
    "team": mark("Side"),
    "period": mark("Period"),
    "minute": mark("Minute"),
    "added": mark("Added"),
    "approx": mark("About"),
    "player": mark("Player"),
    "penalty": mark("Penalty"),
    "own_goal": mark("Own goal"),
    "assist": mark("Assist"),
    "card": mark("Card"),
    "player_in": mark("Comes on"),
    "player_out": mark("Goes off"),
    "result": mark("How it ended"),
    "goalkeeper": mark("Goalkeeper"),
    "fouled": mark("Was fouled"),
    "fouler": mark("Fouled"),
    "score_after": mark("Score after it"),
    "confidence": mark("How sure"),
    "evidence": mark("Words of the text"),
}
"""Column of the table of events -> its title for people."""

__all__ = ["event_title", "events_frame", "harmless", "report_csv", "report_json", "tabellino", "to_csv", "to_excel"]

Titles = Callable[[str], str]
"""Turns the name of a column or table into words for people."""


def harmless(value: object) -> object:
    """Return a cell that no spreadsheet takes for a formula; text that looks like one gets an apostrophe."""
    if isinstance(value, list | tuple):
        value = " ".join(map(str, value))
    if isinstance(value, str):
        text = ILLEGAL_CHARACTERS_RE.sub("", value)
        return f"'{text}" if FORMULA.match(text) else text
    return None if pd.isna(value) else value  # type: ignore[call-overload]


def _cleaned(frame: pd.DataFrame, titles: Titles) -> pd.DataFrame:
    out = pd.DataFrame(index=frame.index)
    for column in frame.columns:
        values = frame[column]
        if pd.api.types.is_datetime64_any_dtype(values):
            values = values.dt.date
        out[str(harmless(titles(str(column))))] = pd.Series(
            [harmless(v) for v in values.astype(object)], index=frame.index, dtype="object"
        )
    return out


def to_csv(frame: pd.DataFrame, titles: Titles = str) -> str:
    """Write a table as CSV."""
    return _cleaned(frame, titles).to_csv(index=False, lineterminator="\n")


def to_excel(tables: Mapping[str, pd.DataFrame], titles: Titles = str) -> bytes:
    """Write tables as an Excel file, one sheet each."""
    book = Workbook()
    book.remove(book.worksheets[0])
    for name, frame in (tables or {"empty": pd.DataFrame()}).items():
        # 31 characters and no brackets: what Excel allows
        sheet = book.create_sheet(SHEET_NAME.sub(" ", titles(name))[:31])
        cleaned = _cleaned(frame, titles)
        sheet.append(list(cleaned.columns))
        for cell in sheet[1]:
            cell.font = Font(bold=True)
        for row in cleaned.itertuples(index=False):
            sheet.append(list(row))
        sheet.freeze_panes = "A2"
        for i, column in enumerate(cleaned.columns, start=1):
            longest = max([len(column), *(len(str(v)) for v in cleaned[column] if v is not None)])
            sheet.column_dimensions[get_column_letter(i)].width = min(longest + 2, WIDEST)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _evidence(event: Event, text: str) -> str:
    spans = event.evidence or [(event.start, event.end)]
    return " … ".join(" ".join(text[a:b].split()) for a, b in spans)


def events_frame(report: MatchReport) -> pd.DataFrame:
    """Return the events of a reading as a table, each with its words."""
    rows = []
    for event in report.events:
        row = {c: getattr(event, c) for c in EVENT_COLUMNS}
        score = "-".join(map(str, event.score_after)) if event.score_after else None
        rows.append({**row, "score_after": score, "evidence": _evidence(event, report.text)})
    frame = pd.DataFrame(rows, columns=[*EVENT_COLUMNS, "evidence"])
    return frame.astype({c: "Int64" for c in ("order", "period", "minute", "added")})


def event_title(column: str) -> str:
    """Return the title of a column of the table of events in the language in use."""
    return tr(EVENT_TITLES[column])


def report_csv(report: MatchReport, titles: Titles = str) -> str:
    """Write the events of a reading as CSV."""
    return to_csv(events_frame(report), titles)


def report_json(report: MatchReport) -> str:
    """Write a reading as the JSON of the contract."""
    return report.model_dump_json(indent=1) + "\n"
