"""The counts and figures of the evaluation: what was right, wrong and missed, and what confidence is worth."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from core.schema import EventType, Label

NAME_LABELS = tuple(
    str(x) for x in (Label.PLAYER, Label.COACH, Label.REFEREE, Label.TEAM, Label.STADIUM, Label.COMPETITION)
)
EPITHET = "EPITHET"
PERSONS_OF_HEADER = ("referee", "home_coach", "away_coach")
SCORES_OF_HEADER = ("score", "half_time", "shootout")
HEADER = ("home", "away", *SCORES_OF_HEADER, "competition", "stadium", *PERSONS_OF_HEADER)
KINDS = tuple(str(k) for k in EventType)
COMMON = 20
"""Kinds with at least so many gold events enter the macro average."""

Json = dict[str, Any]


@dataclass(slots=True)
class Tally:
    """Found rightly, found wrongly, not found."""

    right: int = 0
    wrong: int = 0
    missed: int = 0

    def add(self, right: int, wrong: int, missed: int) -> None:
        """Count more."""
        self.right, self.wrong, self.missed = self.right + right, self.wrong + wrong, self.missed + missed

    def __iadd__(self, other: Tally) -> Tally:
        self.add(other.right, other.wrong, other.missed)
        return self

    @property
    def precision(self) -> float:
        """Share of the found that is right; 1 where nothing was found."""
        return self.right / (self.right + self.wrong) if self.right + self.wrong else 1.0

    @property
    def recall(self) -> float:
        """Share of the gold that was found; 1 where there is none."""
        return self.right / (self.right + self.missed) if self.right + self.missed else 1.0

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        p, r = self.precision, self.recall
        return 2 * p * r / (p + r) if p + r else 0.0

    @property
    def gold(self) -> int:
        """How many there are in the gold."""
        return self.right + self.missed

    def prf(self) -> dict[str, float]:
        """Return the three figures under their usual letters."""
        return {"p": self.precision, "r": self.recall, "f": self.f1}


def pooled(tallies: Iterable[Tally]) -> Tally:
    """Return the sum of tallies."""
    total = Tally()
    for tally in tallies:
        total += tally
    return total


@dataclass(frozen=True, slots=True)
class Judged:
    """One predicted event and whether it is right: what confidence is measured on."""

    type: str
    confidence: float
    right: bool
    rule: str


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing that a reading tells otherwise than the gold.

    ``about`` is match, name, link or event; ``what`` the field, label or kind; ``verdict`` wrong, missed, spurious or
    discarded; ``words`` are those of the text that it is about.
    """

    about: str
    what: str
    verdict: str
    have: str = ""
    want: str = ""
    words: str = ""

    def __str__(self) -> str:
        told = f"{self.have}, not {self.want}" if self.have and self.want else self.have or self.want
        return f"{self.about} {self.what} {self.verdict}: {told}" + (f" · {self.words}" if self.words else "")


@dataclass(slots=True)
class Scores:
    """Counts over one report or many; they add up."""

    reports: int = 0
    exact_timelines: int = 0
    header: dict[str, Tally] = field(default_factory=lambda: defaultdict(Tally))
    names: dict[str, Tally] = field(default_factory=lambda: defaultdict(Tally))
    linked: dict[str, Tally] = field(default_factory=lambda: defaultdict(Tally))
    assists: Tally = field(default_factory=Tally)
    shares: dict[str, Tally] = field(default_factory=lambda: defaultdict(Tally))
    strict: dict[str, Tally] = field(default_factory=lambda: defaultdict(Tally))
    loose: dict[str, Tally] = field(default_factory=lambda: defaultdict(Tally))
    judged: list[Judged] = field(default_factory=list)
    differences: list[Difference] = field(default_factory=list)

    def __iadd__(self, other: Scores) -> Scores:
        self.reports += other.reports
        self.exact_timelines += other.exact_timelines
        for name in ("header", "names", "linked", "shares", "strict", "loose"):
            mine = getattr(self, name)
            for key, tally in getattr(other, name).items():
                mine[key] += tally
        self.assists += other.assists
        self.judged += other.judged
        return self

    def note(self, what: str, right: bool) -> None:
        """Count one thing that is right or not."""
        self.shares[what].add(int(right), int(not right), 0)

    def summary(self) -> Json:
        """Return the figures."""
        common = [k for k in KINDS if self.strict[k].gold >= COMMON]
        return {
            "reports": self.reports,
            "exact_goal_timelines": self.exact_timelines / self.reports if self.reports else 0.0,
            "header": {k: _share(self.header[k]) for k in HEADER},
            "header_all": _share(pooled(self.header[k] for k in HEADER)),
            "names_f1": pooled(self.names[k] for k in NAME_LABELS).f1,
            "names": {k: self.names[k].prf() for k in (*NAME_LABELS, EPITHET)},
            **{k: self.linked[k].f1 for k in ("people", "clubs", "epithets")},
            "assists": self.assists.f1,
            **{k: _share(self.shares[k]) for k in ("minutes", "shot_results", "evidence")},
            "events_pooled_f1": pooled(self.strict[k] for k in KINDS).f1,
            "events_macro_f1": sum(self.strict[k].f1 for k in common) / len(common) if common else 0.0,
            "events": {
                k: {**self.strict[k].prf(), "f_without_minute": self.loose[k].f1, "n": self.strict[k].gold}
                for k in KINDS
            },
        }


def _share(tally: Tally) -> float:
    return tally.precision if tally.right + tally.wrong else 0.0


def auroc(judged: list[Judged]) -> float | None:
    """Return how often a right event has more confidence than a wrong one; None without both."""
    right = [j.confidence for j in judged if j.right]
    wrong = [j.confidence for j in judged if not j.right]
    if not right or not wrong:
        return None
    ordered = sorted({*right, *wrong})
    below = dict.fromkeys(ordered, 0.0)
    counts, seen = Counter(wrong), 0
    for value in ordered:
        below[value] = seen + counts[value] / 2
        seen += counts[value]
    return sum(below[value] for value in right) / (len(right) * len(wrong))


def error_at(judged: list[Judged], coverage: float) -> float | None:
    """Return the share of wrong events among the most confident ``coverage`` of all."""
    kept = sorted(judged, key=lambda j: -j.confidence)[: round(coverage * len(judged))]
    return sum(not j.right for j in kept) / len(kept) if kept else None


def reliability(judged: list[Judged], bins: int = 10) -> list[tuple[float, float, int]]:
    """Return (mean confidence, share right, number) for bins of confidence that hold events."""
    boxes: dict[int, list[Judged]] = defaultdict(list)
    for j in judged:
        boxes[min(int(j.confidence * bins), bins - 1)].append(j)
    return [
        (sum(j.confidence for j in box) / len(box), sum(j.right for j in box) / len(box), len(box))
        for _, box in sorted(boxes.items())
    ]


def singleton_rate(by_report: Iterable[Scores]) -> float | None:
    """Return the share of right events whose rule fires in one report only: what may be made to measure."""
    fired: dict[str, set[int]] = defaultdict(set)
    right: Counter[str] = Counter()
    for number, scores in enumerate(by_report):
        for j in scores.judged:
            fired[j.rule].add(number)
            right[j.rule] += j.right
    total = sum(right.values())
    return sum(n for rule, n in right.items() if len(fired[rule]) == 1) / total if total else None
