"""Fit who scored, who gave the ball, whether words tell a goal: ``python -m tools.fit_goals [--only TABLE] DIR...``.

Writes the tables [author], [assist] and [told_goal] of core/lexicon/words/weights.toml. A folder holds gold files or
the facts of a season (``facts.csv``, which names scorers and minutes but not the words). Author and giver are softmax
regressions over the players of a scene and one outcome for nobody of them; the odds of a goal are a logistic
regression. Fit on reports that the reader was built on only.
"""

from __future__ import annotations

import argparse
import csv
import json
import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from core import authors
from core.errors import CronacaError
from core.extract import read
from core.incidents import Goal
from core.knowledge import fold
from core.reading import Reading

OUT = Path(__file__).parent.parent / "core" / "lexicon" / "words" / "weights.toml"
NOBODY = -1
RIDGE = {"author": 3.0, "assist": 3.0, "told_goal": 12.0}
PRIOR = {
    "goal_verb_bound": 1.0, "sure_verb": 1.2, "goal_noun": 0.2, "goal_ball": 0.4, "beat_verb": 0.5, "own_goal": 0.8,
    "score": 0.5, "state_verb": 0.3, "state_noun": 0.2, "state_team": 0.3, "dated": 0.7, "author_sure": 1.0,
    "failed_after": -0.7, "disallowed": -1.5, "open": -2.0, "unreal": -1.0, "memory": -0.7, "remembering": -0.3,
    "headline": -0.5, "nobody": -0.8, "dated_only": -1.0,
}  # fmt: skip
AUTHOR_PRIOR = {"shouted": 2.0, "own_try": -1.0, "own_doer": 0.8}
"""What few reports show and every reader knows of the author."""
SMALL = 0.03
"""Weights below this are left out."""
Features = dict[str, float]


@dataclass(slots=True)
class Told:
    """A goal of the gold."""

    player: str
    assist: str | None
    penalty: bool
    minute: int | None
    """Added time included."""
    quote: str
    """Words that tell it, "" where the gold names none."""


def gold(folder: Path) -> Iterator[tuple[str, list[Told]]]:
    """Each text of a folder with its goals."""
    if (folder / "facts.csv").exists():
        goals: dict[str, list[Told]] = defaultdict(list)
        with (folder / "facts.csv").open(encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file):
                if row["kind"] == "goal" and row["told"] == "yes":
                    dated = row["minute_told"] == "yes" and row["minute"]
                    minute = int(row["minute"]) + int(row["added"] or 0) if dated else None
                    goals[row["file"]].append(Told(row["player"], None, False, minute, ""))
        for name in sorted(goals):
            yield (folder / name).read_text("utf-8"), goals[name]
        return
    for path in sorted(folder.glob("*.json")):
        data = json.loads(path.read_text("utf-8"))
        told = [
            Told(
                e["player"], e.get("assist"), bool(e.get("penalty")),
                None if e["minute"] is None else e["minute"] + (e["added"] or 0), e["evidence"],
            )
            for e in data["events"]
            if e["type"] == "goal" and e["player"]
        ]  # fmt: skip
        yield path.with_suffix(".txt").read_text("utf-8"), told


def same(a: str, b: str | None) -> bool:
    """Whether two names share a word of more than two letters."""
    return bool({w for w in _words(a) & _words(b or "") if len(w) > 2})


def _words(name: str) -> set[str]:
    return set(fold(name).replace(".", "").split())


def distance(r: Reading, goal: Goal, told: Told) -> int:
    """Sentences between the words of a goal and those that the gold quotes; many where it quotes none."""
    at = r.text.find(told.quote[:30]) if told.quote else -1
    if at < 0:
        return 99
    token = max((t.i for t in r.toks if r.view.span(t.start, t.end)[0] <= at), default=0)
    return abs(r.toks[token].sent - r.toks[goal.end - 1].sent)


def timed(r: Reading, goal: Goal, told: Told) -> bool | None:
    """Whether the time of the words is that of the gold; None where one is unknown."""
    when = r.told.moments[goal.time] if goal.time >= 0 else None
    if when is None or when.minute is None or told.minute is None:
        return None
    return bool(when.minute + (when.added or 0) == told.minute)


class Rows:
    """What the reports say of the three questions."""

    def __init__(self) -> None:
        self.author: list[tuple[dict[int, Features], int]] = []
        self.assist: list[tuple[dict[int, Features], int]] = []
        self.odds: list[tuple[Features, int]] = []

    def add(self, r: Reading, goal: Goal, goals: list[Told]) -> None:
        """Add what one goal of a reading shows."""
        near = {id(t): distance(r, goal, t) for t in goals}
        self.odds.append((goal.signs, int(any(self._told(r, goal, t, near) for t in goals))))
        players = {who: {**f, **authors.side_features(r, goal, who)} for who, f in goal.authors.items()}
        players[NOBODY] = {"somebody": 1.0}
        fits = [
            (who, bool(timed(r, goal, t)) + (near[id(t)] <= 1) + (near[id(t)] == 0), t)
            for t in goals
            if timed(r, goal, t) or (near[id(t)] <= 1 and timed(r, goal, t) is None)
            for who in goal.authors
            if same(r.people[who].name, t.player)
        ]
        if not fits:
            if goal.shot is None and any(n == 0 for n in near.values()):
                self.author.append((players, NOBODY))
            return
        best = max(score for _, score, _ in fits)
        top = [(who, t) for who, score, t in fits if score == best]
        if len({who for who, _ in top}) == 1:
            self.author.append((players, top[0][0]))
            self._giver(r, goal, *top[0])

    def _told(self, r: Reading, goal: Goal, t: Told, near: dict[int, int]) -> bool:
        """Whether the words tell this goal of the gold."""
        likely = any(same(r.people[who].name, t.player) for who, _ in authors.rank(r, goal)[:2])
        there = not goal.authors or any(same(r.people[who].name, t.player) for who in goal.authors)
        when = timed(r, goal, t)
        if goal.shot is not None:
            return likely and (near[id(t)] == 0 or when is True)
        if likely and (when is not False or near[id(t)] <= 1):
            return True
        return there and (when is True or (near[id(t)] == 0 and when is None))

    def _giver(self, r: Reading, goal: Goal, author: int, t: Told) -> None:
        if t.penalty or not t.quote:
            return
        rows = {who: authors.assist_features(r, goal, who, author) for who in goal.authors if who != author}
        giver = next((who for who in rows if t.assist and same(r.people[who].name, t.assist)), NOBODY)
        self.assist.append(({**rows, NOBODY: {"nobody": 1.0}}, giver))


def softmax(rows: list[tuple[dict[int, Features], int]], ridge: float, known: Features) -> Features:
    """Weights that make the right outcome of each row the likeliest, drawn towards ``known``."""
    names = sorted({n for players, _ in rows for f in players.values() for n in f})
    groups = [
        (np.array([[f.get(n, 0.0) for n in names] for f in players.values()]), list(players).index(right))
        for players, right in rows
    ]
    prior = np.array([known.get(n, 0.0) for n in names])

    def gradient(w: np.ndarray) -> np.ndarray:
        g = -ridge * (w - prior)
        for x, right in groups:
            p = np.exp(x @ w - np.max(x @ w))
            g += x[right] - (p / p.sum()) @ x
        return g

    return dict(zip(names, climb(gradient, prior), strict=True))


def logistic(rows: list[tuple[Features, int]], ridge: float) -> Features:
    """Weights of a logistic regression drawn towards PRIOR."""
    names = sorted({n for f, _ in rows for n in f})
    x = np.array([[f.get(n, 0.0) for n in names] for f, _ in rows])
    y = np.array([right for _, right in rows])
    prior = np.array([PRIOR.get(n, 0.0) for n in names])
    weights = climb(lambda w: x.T @ (y - 1 / (1 + np.exp(-x @ w))) - ridge * (w - prior), prior)
    return dict(zip(names, weights, strict=True))


def climb(gradient, w: np.ndarray, steps: int = 600, rate: float = 0.05) -> np.ndarray:  # noqa: ANN001
    """Adam, upwards."""
    w, m, v = w.copy(), np.zeros_like(w), np.zeros_like(w)
    for t in range(1, steps + 1):
        g = gradient(w)
        m, v = 0.9 * m + 0.1 * g, 0.999 * v + 0.001 * g * g
        w += rate * (m / (1 - 0.9**t)) / (np.sqrt(v / (1 - 0.999**t)) + 1e-8)
    return w


def write(tables: dict[str, Features]) -> None:
    """Put the tables in the place of those in weights.toml."""
    text = OUT.read_text("utf-8")
    for table, weights in tables.items():
        lines = "".join(
            f"{n} = {w:.2f}\n" for n, w in sorted(weights.items()) if abs(w) >= SMALL or n in ("somebody", "nobody")
        )
        text = re.sub(rf"(?m)^\[{table}\]\n(?:[a-z_]+ = .*\n)*", f"[{table}]\n{lines}", text)
    OUT.write_text(text, "utf-8")


def main(folders: list[str], only: list[str]) -> None:
    """Read, judge, fit and write the tables of ``only``, all where it is empty."""
    rows = Rows()
    for folder in folders:
        for text, goals in gold(Path(folder)):
            try:
                r = read(text, None, True, None)
            except CronacaError:
                continue
            for goal in (*r.told.goals, *r.told.maybe):
                rows.add(r, goal, goals)
    tables = {
        "author": softmax(rows.author, RIDGE["author"], AUTHOR_PRIOR),
        "assist": softmax(rows.assist, RIDGE["assist"], {}),
        "told_goal": logistic(rows.odds, RIDGE["told_goal"]),
    }
    write({name: weights for name, weights in tables.items() if not only or name in only})
    print(f"{len(rows.author)} authors, {len(rows.assist)} givers, {len(rows.odds)} tellings")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("folders", nargs="+")
    parser.add_argument("--only", action="append", default=[], help="write this table and leave the others")
    args = parser.parse_args()
    main(args.folders, args.only)
