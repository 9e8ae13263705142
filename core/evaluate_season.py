"""The sample season against its facts: what the reports tell and the reader finds."""

from __future__ import annotations

import csv
from collections import defaultdict
from dataclasses import dataclass, field
from pathlib import Path

from core.evaluate_names import same_name
from core.schema import Event, MatchReport

APPROX_MINUTES = 5
"""How far a minute may be off where the text tells it only about."""
Fact = dict[str, str]


@dataclass(slots=True)
class SeasonScores:
    """Found and told, by kind of fact; ``misses`` names each fact that was told and not found."""

    found: dict[str, int] = field(default_factory=lambda: defaultdict(int))
    told: dict[str, int] = field(default_factory=lambda: defaultdict(int))
    misses: list[str] = field(default_factory=list)

    def share(self, kind: str) -> float:
        """Found over told of ``results``, ``scorers``, ``cards``, ``substitutions`` or ``minutes``; 1.0 if none."""
        return self.found[kind] / self.told[kind] if self.told[kind] else 1.0

    def count(self, kind: str, ok: bool, fact: Fact) -> None:
        """Note one fact."""
        self.told[kind] += 1
        self.found[kind] += ok
        if not ok:
            self.misses.append(f"{fact['file']}: {kind}: {fact['player'] or fact['detail']} {fact['minute']}".rstrip())


def read_facts(file: Path) -> dict[str, list[Fact]]:
    """The facts of a season by the file of the report that tells them."""
    out: dict[str, list[Fact]] = defaultdict(list)
    with file.open(encoding="utf-8", newline="") as handle:
        for row in csv.DictReader(handle):
            out[row["file"]].append(row)
    return dict(out)


def compare(facts: list[Fact], report: MatchReport, scores: SeasonScores) -> None:
    """Count the told facts of one report that the reading holds."""
    free = list(report.events)
    for fact in facts:
        if fact["told"] != "yes":
            continue
        if fact["kind"] == "result":
            scores.count("results", _result(fact, report), fact)
            continue
        event = next((e for e in free if _same(fact, e)), None)
        kind = {"goal": "scorers", "card": "cards", "substitution": "substitutions"}[fact["kind"]]
        scores.count(kind, event is not None, fact)
        if event is not None:
            free.remove(event)
            if fact["minute_told"] in ("yes", "approx") and fact["minute"]:
                scores.count("minutes", _minute(fact, event), fact)


def _result(fact: Fact, report: MatchReport) -> bool:
    home, away = (int(n) for n in fact["detail"].split("-"))
    m = report.match
    return m.score == (home, away) and same_name(fact["home"], m.home) and same_name(fact["away"], m.away)


def _same(fact: Fact, event: Event) -> bool:
    if event.type != fact["kind"] or not same_name(fact["club"], event.team):
        return False
    if fact["kind"] == "substitution":
        pairs = [(fact["player"], event.player_in), (fact["player2"], event.player_out)]
        return all(same_name(told, read) for told, read in pairs if told and read) and any(r for t, r in pairs if t)
    if not same_name(fact["player"], event.player):
        return False
    if fact["kind"] == "goal":
        return event.penalty == (fact["detail"] == "penalty") and event.own_goal == (fact["detail"] == "own_goal")
    return event.card == fact["detail"] or {str(event.card), fact["detail"]} == {"red", "second_yellow"}


def _minute(fact: Fact, event: Event) -> bool:
    if event.minute is None:
        return False
    told = int(fact["minute"]) + int(fact["added"] or 0)
    return abs(told - event.minute - (event.added or 0)) <= (APPROX_MINUTES if fact["minute_told"] == "approx" else 0)
