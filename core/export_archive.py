"""The archive, or a part of it, as files: readings as JSON lines, match sheets one after the other."""

from __future__ import annotations

from collections.abc import Iterable

from core.export_sheet import tabellino
from core.fusion_store import tell
from core.i18n import mark, tr
from core.season_source import Frames
from core.season_words import COLUMNS, title
from core.store import Store

TABLES = {
    "results": mark("Results"),
    "table": mark("Table"),
    "head_to_head": mark("Head to head"),
    "scorers": mark("Scorers"),
    "cards": mark("Cards"),
    "substitutions": mark("Substitutions"),
    "goalkeepers": mark("Goalkeepers"),
    "quarters": mark("Goals by quarter of an hour"),
    "referees": mark("Referees"),
    "appearances": mark("Appearances"),
    "gaps": mark("What the reports do not tell"),
}


def words(name: str) -> str:
    """Return the title of a column or table of an export; an unknown one keeps its name."""
    return tr(TABLES[name]) if name in TABLES and name not in COLUMNS else title(name)


def reports_of(told: Frames, matches: Iterable[int]) -> list[int]:
    """Return the numbers of the reports that tell some matches."""
    chosen = told.reports["match_id"].isin(set(matches))
    return [int(n) for n in told.reports.loc[chosen, "report_id"]]


def json_lines(store: Store, reports: Iterable[int]) -> str:
    """Write readings, as corrected, as the JSON of the contract, one a line."""
    return "".join(store.load(n).report.model_dump_json() + "\n" for n in reports)


def sheets(store: Store, told: Frames, matches: Iterable[int]) -> str:
    """Write the match sheets of some matches, each rebuilt from all its reports, in the order given."""
    return "\n".join(tabellino(tell(store, reports_of(told, [n])).as_report()) for n in matches)
