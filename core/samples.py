"""The shipped sample reports: those of the picker, in its order, and the sample season."""

from __future__ import annotations

import csv
import tomllib
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent / "sample_reports"
PICKER = ROOT / "showcase"
SEASON = ROOT / "atalanta-2017-18"


@dataclass(frozen=True, slots=True)
class Sample:
    """One report of the picker: its file, title and what it shows, by language."""

    file: str
    title: str
    it: str
    en: str

    def text(self) -> str:
        """Return the report."""
        return (PICKER / self.file).read_text(encoding="utf-8")

    def shows(self, language: str) -> str:
        """Say what the sample is good for."""
        return self.en if language == "en" else self.it


@lru_cache(maxsize=1)
def samples() -> tuple[Sample, ...]:
    """Return the samples of the picker; the first is the one shown when the app opens."""
    with (PICKER / "samples.toml").open("rb") as file:
        return tuple(Sample(**entry) for entry in tomllib.load(file)["sample"])


def season_files() -> list[Path]:
    """Return the reports of the sample season in order; none if it is not shipped."""
    return sorted(SEASON.glob("*.txt"))


@dataclass(frozen=True, slots=True)
class Given:
    """What the reader of the sample season knows beyond a text: when and in which competition it was played."""

    date: date | None = None
    competition: str | None = None
    round: str | None = None


def season_given() -> dict[str, Given]:
    """Return what is known of each report of the sample season beside its text, by file name."""
    known: dict[str, Given] = {}
    for facts in sorted(SEASON.glob("facts*.csv")):
        with facts.open(encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file):
                day = date.fromisoformat(row["date"]) if row["date"] else None
                known.setdefault(row["file"], Given(day, row["competition"] or None, row["round"] or None))
    return known
