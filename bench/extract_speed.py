"""How fast a warm reader reads, in words a second and against a bare pass that only cuts the text into words.

Run from the project's root: ``python -m bench.extract_speed [FOLDER]``; without a folder the shipped samples are read.
The ratio says more than the seconds: it compares machines that differ.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from statistics import median
from time import perf_counter

from core.errors import NotAReport
from core.extract import extract
from core.pipeline import pipeline

ROOT = Path(__file__).resolve().parent.parent / "sample_reports"
ROUNDS = 3


def texts(folder: Path) -> list[str]:
    """Return all reports below a folder."""
    found = [p.read_text(encoding="utf-8", errors="replace") for p in sorted(folder.rglob("*.txt"))]
    if not found:
        raise SystemExit(f"{folder} holds no .txt files; name a folder with reports")
    return found


def seconds(work: Callable[[str], object], given: list[str]) -> float:
    """Return the median time of a pass over all texts."""
    times = []
    for _ in range(ROUNDS):
        start = perf_counter()
        for text in given:
            work(text)
        times.append(perf_counter() - start)
    return median(times)


def reading(text: str) -> None:
    """Read one text; a refusal takes its time too."""
    try:
        extract(text)
    except NotAReport as refused:
        print(f"refused ({refused.code}): {text[:60]!r}", file=sys.stderr)


def main() -> None:
    """Print words a second, warm, and the ratio to cutting the same texts into words."""
    given = texts(Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT)
    words = sum(len(text.split()) for text in given)
    for text in given:
        reading(text)  # warm: the lexicon and every cache
    bare, full = seconds(pipeline().make_doc, given), seconds(reading, given)
    print(f"{len(given)} reports, {words:,} words")
    print(f"extract      {words / full:10,.0f} words/s")
    print(f"tokens only  {words / bare:10,.0f} words/s")
    print(f"extract takes {full / bare:.1f} times the time of cutting into words")


if __name__ == "__main__":
    main()
