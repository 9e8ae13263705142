"""Fit core/lexicon/words/confidence.toml on reports with gold: ``python tools/fit_confidence.py GOLD_DIR...``.

For each kind of event a logistic regression with a small ridge (Newton's method); an event is right when the
evaluation counts it so (kind, person, side, flags and minute). Fit on reports that the reader was built on only.
"""

from __future__ import annotations

import json
import sys
from collections import defaultdict
from pathlib import Path

import numpy as np

from core import confidence
from core.errors import CronacaError
from core.evaluate import score_report
from core.extract import read, report_of
from core.schema import EventType, MatchReport

OUT = Path(__file__).parent.parent / "core" / "lexicon" / "words" / "confidence.toml"
RIDGE = 1.0


def right(gold: dict, report: MatchReport) -> list[bool]:
    """Whether each event of a reading is right: taking it away from the reading would lose a hit."""
    data = json.loads(report.model_dump_json())
    base = hits(gold, report.text, data)
    out = []
    for k in range(len(data["events"])):
        without = {**data, "events": data["events"][:k] + data["events"][k + 1 :]}
        out.append(hits(gold, report.text, without) < base)
    return out


def hits(gold: dict, text: str, data: dict) -> int:
    """How many events of a reading are right."""
    return sum(tally.right for tally in score_report(gold, text, data).strict.values())


def fit(x: np.ndarray, y: np.ndarray) -> np.ndarray:
    """Return the weights of a ridge logistic regression, shape (features,)."""
    w = np.zeros(x.shape[1])
    for _ in range(50):
        p = 1 / (1 + np.exp(-x @ w))
        gradient = x.T @ (p - y) + RIDGE * w
        hessian = (x * (p * (1 - p))[:, None]).T @ x + RIDGE * np.eye(len(w))
        w = w - np.linalg.solve(hessian, gradient)
    return w


def main(folders: list[str]) -> None:
    """Read, judge, fit and write."""
    rows: dict[str, list[tuple[list[float], float]]] = defaultdict(list)
    for folder in folders:
        for file in sorted(Path(folder).glob("*.json")):
            try:
                r = read(file.with_suffix(".txt").read_text("utf-8"))  # with the reader's own weights
            except CronacaError as error:
                print(f"{file.name}: {error}", file=sys.stderr)
                continue
            for event, ok in zip(r.events, right(json.loads(file.read_text("utf-8")), report_of(r)), strict=True):
                values = confidence.features(event, r, confidence.lead_of(r))
                rows[event.type].append(([values[name] for name in confidence.FEATURES], float(ok)))
    lines = [
        "# Weights of the confidence of events, by kind.",
        "# Written by tools/fit_confidence.py; not by hand.",
        "",
    ]
    for kind in EventType:
        data = rows.get(kind, [])
        if len(data) < 12:
            data = [row for other in rows.values() for row in other]  # too few of its kind: what holds for all
        w = fit(np.array([x for x, _ in data]), np.array([y for _, y in data]))
        named = zip(confidence.FEATURES, w, strict=True)
        lines += [f"[{kind}]", *(f"{name} = {value:.3f}" for name, value in named), ""]
    OUT.write_text("\n".join(lines), encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
