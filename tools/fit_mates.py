"""Fit which words make two men mates: ``python -m tools.fit_mates FOLDER_OR_CORPUS_FILE...``.

Writes core/lexicon/words/mates.csv. A folder holds gold files, a corpus file entries of :mod:`tools.plain_facts`. Fit
on reports that the reader was built on only. A logistic regression with a ridge; what is said fewer than ``SEEN``
times is left out.
"""

from __future__ import annotations

import csv
import json
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import numpy as np

from core.errors import CronacaError
from core.extract import read
from core.mates import Pair, pairs
from core.reading import Name, Reading
from tools.fit_goals import climb
from tools.plain_facts import called, entries

OUT = Path(__file__).parent.parent / "core" / "lexicon" / "words" / "mates.csv"
RIDGE = 10.0
SEEN = 4
SMALL = 0.02
"""Weights below this are left out."""
Sides = dict[str, str]


def told(path: Path) -> Iterator[tuple[str, Sides, Sides]]:
    """Each text with its men → side and its clubs → side."""
    if path.is_file():
        for entry in entries(path):
            yield entry.text, entry.men, {entry.home: "H", entry.away: "A"}
        return
    for file in sorted(path.glob("*.json")):
        gold = json.loads(file.read_text("utf-8"))
        clubs = {gold["match"]["home"]: "H", gold["match"]["away"]: "A"}
        men = {n["name"]: clubs.get(n.get("team"), "") for n in gold["names"] if n["label"] in ("PLAYER", "COACH")}
        yield file.with_suffix(".txt").read_text("utf-8"), men, clubs


def rows(path: Path) -> Iterator[tuple[Pair, bool]]:
    """Each pair of names whose sides are known, and whether they belong together."""
    for text, men, clubs in told(path):
        try:
            r = read(text)
        except CronacaError:
            continue
        for pair in pairs(r):
            a, b = (_side(r, n, men, clubs) for n in (pair.first, pair.second))
            if a and b:
                yield pair, a == b


def _side(r: Reading, n: Name, men: Sides, clubs: Sides) -> str:
    known = clubs if n.label == "TEAM" else men
    name = called(n.name if n.label == "TEAM" else r.people[n.person].name, list(known))
    return known[name] if name else ""


def fit(found: list[tuple[Pair, bool]]) -> dict[str, float]:
    """Weights of a logistic regression with a ridge."""
    seen = Counter(said for pair, _ in found for said in pair.said)
    names = sorted(said for said, times in seen.items() if times >= SEEN)
    at = {said: k for k, said in enumerate(names)}
    x = np.zeros((len(found), len(names)), dtype=np.float32)
    for k, (pair, _) in enumerate(found):
        x[k, [at[said] for said in pair.said if said in at]] = 1
    y = np.array([right for _, right in found], dtype=np.float32)
    weights = climb(lambda w: x.T @ (y - 1 / (1 + np.exp(-x @ w))) - RIDGE * w, np.zeros(len(names), np.float32))
    return dict(zip(names, weights, strict=True))


def main(paths: list[str]) -> None:
    """Read, fit and write."""
    found = [row for path in paths for row in rows(Path(path))]
    weights = {said: w for said, w in fit(found).items() if abs(w) >= SMALL}
    with OUT.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(("said", "weight"))
        writer.writerows((said, f"{w:.2f}") for said, w in sorted(weights.items()))
    print(f"{len(found)} pairs, {len(weights)} weights")


if __name__ == "__main__":
    main(sys.argv[1:])
