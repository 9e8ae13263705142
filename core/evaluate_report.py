"""The evaluation of a folder of gold: readings, figures by group, intervals, calibration, printed or as JSON."""

from __future__ import annotations

import argparse
import json
import random
import sys
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from core.batch import Outcome, load_path, read_many
from core.errors import CronacaError
from core.evaluate import score_report
from core.evaluate_counts import Judged, Scores, auroc, error_at, reliability, singleton_rate

Json = dict[str, Any]
UNREAD: Json = {"text": "", "match": {}, "mentions": [], "events": []}
DRAWS = 1000
"""Folders drawn anew for the intervals."""


@dataclass(frozen=True, slots=True)
class GoldFile:
    """One report with its gold."""

    stem: str
    text: str
    gold: Json
    path: Path


def gold_files(folder: Path) -> list[GoldFile]:
    """Return the reports of a folder that have gold; raise CronacaError if there are none."""
    found = []
    for path in sorted(folder.glob("*.json")):
        text_path = path.with_suffix(".txt")
        if text_path.exists():
            gold = json.loads(path.read_text("utf-8"))
            found.append(GoldFile(path.stem, text_path.read_text("utf-8"), gold, text_path))
    if not found:
        raise CronacaError(f"{folder} holds no gold; it needs NN.txt and NN.json side by side", code="no-gold")
    return found


def _as_json(outcome: Outcome) -> Json:
    if outcome.report is None:
        print(f"evaluate: no reading of {outcome.name}: {outcome.error}", file=sys.stderr)
        return UNREAD
    return outcome.report.model_dump(mode="json")


def read_folder(files: list[GoldFile], squads: bool = True) -> list[Json]:
    """Read the reports with the program."""
    documents = (load_path(file.path)[0] for file in files)
    return [_as_json(outcome) for outcome in read_many(documents, squads=squads)]


def load_folder(files: list[GoldFile], folder: Path) -> list[Json]:
    """Load readings that ``extract --out`` wrote."""
    found = []
    for file in files:
        try:
            found.append(json.loads((folder / f"{file.stem}.json").read_text("utf-8")))
        except (OSError, ValueError) as error:
            print(f"evaluate: no readable prediction for {file.stem}: {error}", file=sys.stderr)
            found.append(UNREAD)
    return found


def total(scores: list[Scores]) -> Scores:
    """Return the sum of the scores of reports."""
    added = Scores()
    for one in scores:
        added += one
    return added


GROUPS: dict[str, Callable[[GoldFile], str]] = {
    "kind": lambda file: str(file.gold["kind"]),
    "tabellino": lambda file: "with tabellino" if "tabellino" in file.gold["kind"] else "without",
    "report": lambda file: file.stem,
}


def by_group(files: list[GoldFile], scores: list[Scores], by: str) -> dict[str, list[Scores]]:
    """Return the scores of each group."""
    groups: dict[str, list[Scores]] = defaultdict(list)
    for file, one in zip(files, scores, strict=True):
        groups[GROUPS[by](file)].append(one)
    return dict(sorted(groups.items()))


HEADLINES: dict[str, Callable[[Json], float]] = {
    "exact_goal_timelines": lambda s: float(s["exact_goal_timelines"]),
    "goals": lambda s: float(s["events"]["goal"]["f"]),
    "events_pooled_f1": lambda s: float(s["events_pooled_f1"]),
    "names_f1": lambda s: float(s["names_f1"]),
    "people": lambda s: float(s["people"]),
    "minutes": lambda s: float(s["minutes"]),
    "assists": lambda s: float(s["assists"]),
    "header_all": lambda s: float(s["header_all"]),
}
"""The figures that are told with an interval."""


def intervals(scores: list[Scores], seed: int, draws: int = DRAWS) -> dict[str, tuple[float, float]]:
    """Return 95 % bootstrap intervals: how much the figures depend on which reports happen to be in the folder."""
    chance = random.Random(seed)
    drawn: dict[str, list[float]] = defaultdict(list)
    for _ in range(draws):
        summary = total(chance.choices(scores, k=len(scores))).summary()
        for name, figure in HEADLINES.items():
            drawn[name].append(figure(summary))
    low, high = int(0.025 * draws), min(int(0.975 * draws), draws - 1)
    return {name: (sorted(values)[low], sorted(values)[high]) for name, values in drawn.items()}


def calibration(judged: list[Judged]) -> Json:
    """Return what the confidence of events is worth."""
    return {
        "auroc": auroc(judged),
        "error_at_50": error_at(judged, 0.5),
        "error_at_80": error_at(judged, 0.8),
        "reliability": reliability(judged),
    }


def evaluate_folder(files: list[GoldFile], readings: list[Json]) -> list[Scores]:
    """Return the scores of each report."""
    return [score_report(f.gold, f.text, pred) for f, pred in zip(files, readings, strict=True)]


def _line(title: str, s: Json) -> str:
    f1 = {k: s["events"][k]["f"] for k in ("goal", "card", "substitution", "shot")}
    return (
        f"{title}: {s['reports']} reports · goal timelines exact {s['exact_goal_timelines']:.0%} · "
        f"goals {f1['goal']:.3f} · cards {f1['card']:.3f} · substitutions {f1['substitution']:.3f} · "
        f"shots {f1['shot']:.3f} · events pooled {s['events_pooled_f1']:.3f} macro {s['events_macro_f1']:.3f} · "
        f"names {s['names_f1']:.3f} · people {s['people']:.3f} · header {s['header_all']:.3f}"
    )


def _details(s: Json) -> Iterator[str]:
    yield "header  " + "  ".join(f"{k} {v:.2f}" for k, v in s["header"].items())
    yield "names   " + "  ".join(f"{k} {v['f']:.3f}" for k, v in s["names"].items())
    shares = ("people", "clubs", "epithets", "minutes", "assists", "shot_results", "evidence")
    yield "right   " + "  ".join(f"{k} {s[k]:.3f}" for k in shares)
    for k, v in s["events"].items():
        if v["n"]:
            figures = f"P {v['p']:.3f}  R {v['r']:.3f}  F1 {v['f']:.3f}  without minute {v['f_without_minute']:.3f}"
            yield f"  {k:<16} n {v['n']:>4}  {figures}"


def _number(value: float | None) -> str:
    return "-" if value is None else f"{value:.3f}"


def _worth(figures: Json) -> Iterator[str]:
    yield "95 %    " + "  ".join(f"{k} {a:.3f}-{b:.3f}" for k, (a, b) in figures["intervals"].items())
    c = figures["calibration"]
    errors = f"error at 50 % {_number(c['error_at_50'])}  at 80 % {_number(c['error_at_80'])}"
    yield f"trust   AUROC {_number(c['auroc'])}  {errors}  singleton rules {_number(figures['singleton_rate'])}"


def figures_of(scores: list[Scores], seed: int) -> Json:
    """Return every figure of one folder read in one way."""
    added = total(scores)
    return {
        **added.summary(),
        "intervals": intervals(scores, seed),
        "calibration": calibration(added.judged),
        "singleton_rate": singleton_rate(scores),
    }


def run(arguments: argparse.Namespace) -> int:
    """Run ``python -m core evaluate``."""
    files = gold_files(arguments.gold)
    pred = arguments.pred
    readings = load_folder(files, pred) if pred else read_folder(files, squads=not arguments.no_squads)
    scores = evaluate_folder(files, readings)
    figures = figures_of(scores, arguments.seed)
    groups = by_group(files, scores, arguments.by) if arguments.by else {}
    mutants: dict[str, Json] = {}
    if arguments.mutants:
        from core.evaluate_mutants import MODES, mutate

        for mode in MODES:
            changed = [mutate(f, mode, arguments.seed) for f in files]
            mutants[mode] = total(evaluate_folder(changed, _read_texts(changed, not arguments.no_squads))).summary()
    if arguments.json:
        told = {name: total(group).summary() for name, group in groups.items()}
        print(json.dumps({"all": figures, **told, **({"mutants": mutants} if mutants else {})}, indent=1))
        return 0
    if arguments.errors:
        for file, one in zip(files, scores, strict=True):
            for difference in one.differences:
                print(f"{file.stem}  {difference}")
    print(_line("all", figures))
    for name, group in groups.items():
        print(_line(f"  {name}", total(group).summary()))
    for line in (*_details(figures), *_worth(figures)):
        print(line)
    for mode, summary in mutants.items():
        print(_line(f"mutants, {mode}", summary))
    return 0


def _read_texts(files: list[GoldFile], squads: bool) -> list[Json]:
    from core.documents import Document

    return [_as_json(o) for o in read_many((Document(f.path.name, f.text) for f in files), squads=squads)]
