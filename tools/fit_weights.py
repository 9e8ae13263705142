"""Fit weights by trial: ``python -m tools.fit_weights TABLE[,TABLE...] FOLDER_OR_CORPUS_FILE...``.

Makes each weight of the tables of core/lexicon/words/weights.toml smaller and larger, reads all reports anew and keeps
what makes the readings better on the whole and on all of ``FOLDS`` parts but one. For the weights of sides and ledger,
which no likelihood can be written down for; those of goals have :mod:`tools.fit_goals`. A folder holds gold files or
the facts of a season, a corpus file entries of :mod:`tools.plain_facts`. Fit on reports that the reader was built on
only.
"""

from __future__ import annotations

import json
import multiprocessing
import os
import random
import re
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import ClassVar

from core.errors import CronacaError
from core.evaluate import score_report
from core.evaluate_season import SeasonScores, compare, read_facts
from core.extract import extract
from core.knowledge import lexicon
from core.schema import MatchReport
from core.vocabulary import words
from tools.fit_goals import OUT
from tools.plain_facts import entries
from tools.score_corpus import count

FACTORS = (0.6, 1.6)
FOLDS = 4
LEAST = 1.5
"""A change must be worth so many goals."""
LOSS = 1.5
"""No part may lose more than so many."""
LARGEST = 30.0
FOUND, INVENTED = 1.35, -0.65
"""What a goal found and one invented are worth where two in three are right (how F1 changes with them)."""
OTHER_EVENT = 0.4
"""What another event is worth beside a goal."""
MENTION, MAN, FIELD, SIDES = 0.05, 0.2, 0.4, 0.5
"""What a person's mention linked rightly, a man on his side, a field of the header and home and away are worth."""
Weight = tuple[str, str]
Readings = dict[int, tuple[float, frozenset[Weight]]]
"""Number of a report → what its reading is worth, and the weights that the reading asked for."""
Task = tuple[str, bool, Callable[[MatchReport], float]]
"""A text, whether it is read with the squads, and what a reading of it is worth."""


def tasks(path: Path) -> Iterator[Task]:
    """Each report of a folder or file; those with gold are read with and without the squads."""
    if path.is_file():
        for entry in entries(path):
            yield entry.text, True, lambda report, entry=entry: _of_facts(entry, report)
    elif (path / "facts.csv").exists():
        for name, facts in sorted(read_facts(path / "facts.csv").items()):
            yield (path / name).read_text("utf-8"), True, lambda report, facts=facts: _of_season(facts, report)
    else:
        for file in sorted(path.glob("*.json")):
            gold, text = json.loads(file.read_text("utf-8")), file.with_suffix(".txt").read_text("utf-8")
            for squads in (True, False):
                yield text, squads, lambda report, gold=gold: _of_gold(gold, report)


def _events(right: int, wrong: int) -> float:
    return FOUND * right + INVENTED * wrong


def _of_gold(gold: dict, report: MatchReport) -> float:
    scores = score_report(gold, report.text, report.model_dump(mode="json"))
    worth = MENTION * scores.linked["people"].right + FIELD * sum(field.right for field in scores.header.values())
    for kind, tally in scores.strict.items():
        worth += _events(tally.right, tally.wrong) * (1.0 if kind == "goal" else OTHER_EVENT)
    return worth


def _of_facts(entry, report: MatchReport) -> float:  # noqa: ANN001
    c: Counter[str] = Counter()
    count(entry, report, c)
    worth = MAN * c["side right"] + SIDES * c["home right"]
    for kind, value in (("goal", 1.0), ("card", OTHER_EVENT), ("substitution", OTHER_EVENT)):
        worth += value * _events(c[f"{kind} right"], c[f"{kind} invented"])
    return worth


def _of_season(facts: list[dict[str, str]], report: MatchReport) -> float:
    scores = SeasonScores()
    compare(facts, report, scores)
    found = scores.found
    rest = found["cards"] + found["substitutions"] + found["minutes"]
    return found["results"] + FOUND * found["scorers"] + OTHER_EVENT * rest


ALL: list[Task] = []
"""The reports, set before the workers are forked."""


class Asked(dict):
    """A table of weights that keeps which of them were asked for."""

    asked: ClassVar[set[Weight]] = set()

    def __init__(self, table: str, weights: dict[str, float]) -> None:
        super().__init__(weights)
        self.table = table

    def __getitem__(self, name: str) -> float:
        self.asked.add((self.table, name))
        return super().__getitem__(name)


def worth(job: tuple[list[int], dict[Weight, float]]) -> Readings:
    """What the readings of some reports are worth with some weights, and which weights each asked for."""
    numbers, weights = job
    tables, readings = lexicon().words["weights"], {}
    before = {(table, name): tables[table][name] for table, name in weights}
    try:
        _set(tables, weights)
        for k in numbers:
            text, squads, value = ALL[k]
            Asked.asked.clear()
            try:
                report = extract(text, squads=squads)
            except CronacaError:
                readings[k] = (0.0, frozenset())
            else:
                readings[k] = (value(report), frozenset(Asked.asked))
    finally:
        _set(tables, before)
    return readings


def _set(tables: dict[str, dict[str, float]], weights: dict[Weight, float]) -> None:
    for (table, name), value in weights.items():
        tables[table][name] = value


def search(names: list[Weight], measure: Callable[[list[int], dict[Weight, float]], Readings]) -> dict[Weight, float]:
    """Return the weights that do better than those of the file; only reports that ask for a weight are read anew."""
    tables, best = lexicon().words["weights"], {}
    base = measure(list(range(len(ALL))), best)
    for table, name in names:
        for factor in FACTORS:
            tried = {**best, (table, name): round(best.get((table, name), tables[table][name]) * factor, 3)}
            while 0 < abs(tried[table, name]) <= LARGEST:
                readings = measure([k for k, (_, asked) in base.items() if (table, name) in asked], tried)
                gains = [0.0] * FOLDS
                for k, (value, _) in readings.items():
                    gains[random.Random(k).randrange(FOLDS)] += value - base[k][0]
                good = sum(gains) >= LEAST and sum(gain < 0 for gain in gains) <= 1 and min(gains) > -LOSS
                print(f"{table}.{name} = {tried[table, name]}: {sum(gains):+.2f}{' kept' if good else ''}", flush=True)
                if not good:
                    break
                best = tried
                base.update(readings)
                tried = {**best, (table, name): round(best[table, name] * factor, 3)}
            if (table, name) in best:
                break
    return best


def write(weights: dict[Weight, float]) -> None:
    """Put the weights in the place of those of weights.toml."""
    lines, table = OUT.read_text("utf-8").split("\n"), ""
    for k, line in enumerate(lines):
        if head := re.match(r"\[(\w+)\]", line):
            table = head[1]
        elif (row := re.match(r"(\w+) = -?[\d.]+(.*)", line)) and (table, row[1]) in weights:
            lines[k] = f"{row[1]} = {weights[table, row[1]]:g}{row[2]}"
    OUT.write_text("\n".join(lines), "utf-8")


def main(tables: list[str], paths: list[Path]) -> None:
    """Search and write."""
    ALL.extend(task for path in paths for task in tasks(path))
    weights = lexicon().words["weights"]
    names = [(table, name) for table in tables for name in weights[table]]
    for table, values in weights.items():
        weights[table] = Asked(table, values)
    words.cache_clear()
    workers = os.cpu_count() or 1
    with ProcessPoolExecutor(workers, mp_context=multiprocessing.get_context("fork")) as pool:

        def measure(numbers: list[int], tried: dict[Weight, float]) -> Readings:
            parts = pool.map(worth, [(numbers[k::workers], tried) for k in range(workers)])
            return {k: reading for part in parts for k, reading in part.items()}

        write(search(names, measure))


if __name__ == "__main__":
    main(sys.argv[1].split(","), [Path(path) for path in sys.argv[2:]])
