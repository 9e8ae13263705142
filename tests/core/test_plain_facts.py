"""Reports with plain facts, which the fits read."""

from __future__ import annotations

from pathlib import Path

import pytest

from core.knowledge import fold
from tools.plain_facts import Fact, called, entries

CORPUS = Path(__file__).parents[2] / "tools" / "corpus"
ONE = """=== x1
home: Alfa
away: Beta
H: Rossi, coach Neri
A: De Santis
goals: 12 Rossi H pen; 45+2 De Santis A own; ? Rossi H assist Neri
cards: 33 De Santis 2y
subs: ?>Rossi
---
Testo.
"""


def test_facts_of_an_entry(tmp_path: Path) -> None:
    file = tmp_path / "one.txt"
    file.write_text(ONE.replace("?>Rossi", "60 ?>Rossi"), "utf-8")
    (entry,) = entries(file)
    assert entry.men == {"Rossi": "H", "Neri": "H", "De Santis": "A"}
    assert entry.facts == [
        Fact("goal", 12, "Rossi", "H", None, "pen"),
        Fact("goal", 47, "De Santis", "A", None, "own"),
        Fact("goal", None, "Rossi", "H", "Neri", ""),
        Fact("card", 33, "De Santis", detail="2y"),
        Fact("substitution", 60, None, other="Rossi"),
    ]


def test_a_fact_that_is_none_is_an_error(tmp_path: Path) -> None:
    file = tmp_path / "one.txt"
    file.write_text(ONE, "utf-8")
    with pytest.raises(ValueError, match="x1: subs"):
        list(entries(file))


@pytest.mark.parametrize("file", sorted(CORPUS.rglob("*.txt")), ids=lambda f: f.stem)
def test_every_man_of_the_corpus_stands_in_his_text(file: Path) -> None:
    for entry in entries(file):
        assert entry.text
        lost = [man for man in entry.men if fold(man) not in fold(entry.text)]
        assert not lost, f"{entry.id}: {lost}"


def test_called_takes_only_one() -> None:
    assert called("Mario Rossi", ["Rossi", "Verdi"]) == "Rossi"
    assert called("Rossi", ["Mario Rossi", "Luca Rossi"]) is None
