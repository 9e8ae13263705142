"""How far to trust the reader: figures on gold as tables, what confidence is worth, every difference with its text."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

import pandas as pd

from core.errors import CronacaError
from core.evaluate import score_report
from core.evaluate_counts import COMMON, KINDS, NAME_LABELS, Difference, Judged, Scores, Tally, pooled, reliability
from core.evaluate_report import UNREAD, GoldFile, by_group, gold_files, intervals, total
from core.samples import ROOT
from core.schema import MatchReport

HELD = "held"
"""The folder of reports that nobody looks at while the reader is made."""
DRAWS = 200
BINS = 5
Reader = Callable[[str, str], MatchReport]


@dataclass(frozen=True, slots=True)
class Measured:
    """One gold report and how its reading compares."""

    file: GoldFile
    scores: Scores

    @property
    def held(self) -> bool:
        """Whether nobody looked at it while the reader was made."""
        return self.file.path.parent.name == HELD


def shipped_gold(root: Path = ROOT) -> list[GoldFile]:
    """Return the sample reports that have gold."""
    folders = sorted({path.parent for path in root.rglob("*.json") if path.with_suffix(".txt").exists()})
    return [file for folder in folders for file in gold_files(folder)]


def measure(files: list[GoldFile], read: Reader) -> list[Measured]:
    """Read every gold report and compare; one that cannot be read counts as read empty."""
    found = []
    for file in files:
        try:
            pred = read(file.text, file.path.name).model_dump(mode="json")
        except CronacaError:
            pred = UNREAD
        found.append(Measured(file, score_report(file.gold, file.text, pred)))
    return found


def _row(tally: Tally) -> dict[str, float | int]:
    return {"n": tally.gold, "precision": tally.precision, "recall": tally.recall, "f1": tally.f1}


def by_kind(scores: Scores) -> pd.DataFrame:
    """Return precision, recall and F1 of each kind of event with its minute, and F1 whatever the minute."""
    rows = [
        {"kind": kind, **_row(scores.strict[kind]), "loose": scores.loose[kind].f1}
        for kind in KINDS
        if scores.strict[kind].gold or scores.strict[kind].wrong
    ]
    return pd.DataFrame(rows, columns=["kind", "n", "precision", "recall", "f1", "loose"])


def by_label(scores: Scores) -> pd.DataFrame:
    """Return precision, recall and F1 of each kind of name."""
    rows = [{"label": label, **_row(scores.names[label])} for label in NAME_LABELS if scores.names[label].gold]
    return pd.DataFrame(rows, columns=["label", "n", "precision", "recall", "f1"])


def _events(scores: Scores) -> Tally:
    return pooled(scores.strict[kind] for kind in KINDS)


def by_form(measured: list[Measured]) -> pd.DataFrame:
    """Return the main figures of each form of report."""
    groups = by_group([m.file for m in measured], [m.scores for m in measured], "kind") if measured else {}
    rows = []
    for form, scores in groups.items():
        added = total(scores)
        events = _events(added)
        rows.append(
            {
                "form": form,
                "reports": added.reports,
                "exact": added.exact_timelines / added.reports,
                "goals": added.strict["goal"].f1,
                "precision": events.precision,
                "recall": events.recall,
                "f1": events.f1,
                "names": pooled(added.names[k] for k in NAME_LABELS).f1,
            }
        )
    return pd.DataFrame(rows, columns=["form", "reports", "exact", "goals", "precision", "recall", "f1", "names"])


def headlines(measured: list[Measured]) -> pd.DataFrame:
    """Return the figures that matter most, each with the range in which it would fall on like reports (95 %)."""
    scores = [m.scores for m in measured]
    summary, ranges = total(scores).summary(), intervals(scores, seed=1, draws=DRAWS)
    values = {
        "exact_goal_timelines": summary["exact_goal_timelines"],
        "goals": summary["events"]["goal"]["f"],
        "events_pooled_f1": summary["events_pooled_f1"],
        "names_f1": summary["names_f1"],
        "people": summary["people"],
        "header_all": summary["header_all"],
    }
    rows = [{"figure": k, "value": v, "low": ranges[k][0], "high": ranges[k][1]} for k, v in values.items()]
    return pd.DataFrame(rows)


def bins(judged: Iterable[Judged]) -> pd.DataFrame:
    """Return how often events are right by how sure the reader was, with the range that chance alone allows."""
    rows = reliability(list(judged), BINS * 2)
    frame = pd.DataFrame(rows, columns=["sure", "right", "n"])
    # Wilson's interval: it stays between 0 and 1 where a bin holds few events
    z, n, p = 1.96, frame["n"], frame["right"]
    middle, spread = (p + z * z / (2 * n)) / (1 + z * z / n), z / (1 + z * z / n)
    half = spread * ((p * (1 - p) + z * z / (4 * n)) / n) ** 0.5
    return frame.assign(low=middle - half, high=middle + half)


def differences(measured: list[Measured]) -> list[tuple[GoldFile, Difference]]:
    """Return every difference with its report."""
    return [(m.file, d) for m in measured for d in m.scores.differences]


def few(n: int) -> bool:
    """Tell whether a kind has too few examples for its figures to say much."""
    return n < COMMON
