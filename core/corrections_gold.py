"""What corrections are good for beside the reading itself: a measure of the reader, and gold files."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Iterable

from core.evaluate import score_report
from core.evaluate_counts import Scores
from core.gold import gold_from_report, slug
from core.schema import MatchReport
from core.store import StoredReport


def is_corrected(stored: StoredReport) -> bool:
    """Tell whether a correction of the report is in force."""
    return any(not c.undone_at for c in stored.corrections)


def accuracy(pairs: Iterable[tuple[MatchReport, MatchReport]]) -> Scores:
    """Compare readings with what persons made of them: (reading, corrected reading) pairs."""
    added = Scores()
    for reading, corrected in pairs:
        one = score_report(gold_from_report(corrected), reading.text, reading.model_dump(mode="json"))
        added += one
        added.differences += one.differences
    return added


def gold_name(report: MatchReport) -> str:
    """Return the name, without ending, under which a report's gold file is kept."""
    sides = slug(f"{report.match.home or ''} {report.match.away or ''}")
    return f"{sides or 'report'}-{report.source.sha256[:6]}"


def gold_json(report: MatchReport) -> str:
    """Write a corrected reading as a gold file."""
    gold = {**gold_from_report(report), "id": gold_name(report)}
    return json.dumps(gold, ensure_ascii=False, indent=1) + "\n"


def gold_zip(reports: Iterable[MatchReport]) -> bytes:
    """Return a zip with text and gold of each report side by side, as ``python -m core evaluate`` reads them."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for report in reports:
            name = gold_name(report)
            # written as bytes: line ends are part of the text that offsets and evidence refer to
            archive.writestr(f"{name}.txt", report.text.encode("utf-8", "surrogatepass"))
            archive.writestr(f"{name}.json", gold_json(report).encode("utf-8", "surrogatepass"))
    return out.getvalue()
