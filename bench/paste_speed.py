"""How long a visitor waits: a paste of 5,000 characters, warm, read and prepared for the page.

Run from the project's root: ``python -m bench.paste_speed``. The ratio compares with the first paste of a process,
which loads the lexicon.
"""

from __future__ import annotations

from statistics import median
from time import perf_counter

from bench.extract_speed import ROOT, texts
from core.extract import extract
from core.textview import text_view

CHARACTERS = 5_000
ROUNDS = 15


def paste() -> str:
    """Return a shipped report of about the size, cut at a paragraph or drawn out with its own sentences."""
    nearest = min(texts(ROOT), key=lambda text: abs(len(text) - CHARACTERS))
    while len(nearest) < CHARACTERS:
        nearest += "\n" + nearest
    return nearest[:CHARACTERS].rsplit(".", 1)[0] + "."


def once(text: str) -> float:
    """Return the seconds from paste to highlighted text."""
    start = perf_counter()
    text_view(extract(text))
    return perf_counter() - start


def main() -> None:
    """Print the wait for a first paste, for a warm one, and their ratio."""
    text = paste()
    first = once(text)
    # another text each time: nothing that is kept for one text may help
    warm = median(once(f"{text}\nFinita {k}.") for k in range(ROUNDS))
    print(f"{len(text):,} characters: first {first:.2f} s, warm {warm:.3f} s, ratio {first / warm:.0f}")


if __name__ == "__main__":
    main()
