"""Marks of players: every way of printing them, and figures that are none."""

import pytest

from core.extract import extract
from core.ratings import read_ratings
from core.schema import Section, SectionKind


def marks(text: str) -> str:
    found = read_ratings(text, Section(kind=SectionKind.RATINGS, start=0, end=len(text)))
    assert all(text[m.span[0] :].startswith(text[m.name[0] : m.name[1]]) for m in found)
    return ", ".join(f"{text[slice(*m.name)]} {m.mark:g}" for m in found)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Rossi 6,5", "Rossi 6.5"),
        ("ROSSI 6.5 - Attento", "ROSSI 6.5"),
        ("Rossi: 7. Un muro", "Rossi 7"),
        ("De Rossi 6: ordinato", "De Rossi 6"),
        ("D'Amico 5,5 - Opaco", "D'Amico 5.5"),
        ("Luca Rossi 10", "Luca Rossi 10"),
        ("Rossi (cap.) 6", "Rossi 6"),
        ("- 10 Rossi 6+", "Rossi 6.25"),
        ("Rossi 6½ Vivace", "Rossi 6.5"),
        ("Rossi 6- Spento", "Rossi 5.75"),
        ("Rossi: chiude ogni varco. Voto: 7", "Rossi 7"),
        ("Rossi voto 7", "Rossi 7"),
        ("All. Conti 6,5", "Conti 6.5"),
        ("Rossi 5 - Lento (dal 58' Bruni 6: vivo)", "Rossi 5, Bruni 6"),
        ("MILAN (4-3-3): Sala 6; Riva 5,5 (46' st Bassi 6,5); Neri 7.", "Sala 6, Riva 5.5, Bassi 6.5, Neri 7"),
        ("Rossi 6\nVerdi s.v.\nBianchi 7", "Rossi 6, Bianchi 7"),
    ],
)
def test_marks(text: str, told: str):
    assert marks(text) == told


@pytest.mark.parametrize(
    "text",
    [
        "Rossi sv",
        "Rossi 12' Gol",
        "Rossi 45",
        "Milan-Inter 2-1",
        "Inter 3-5-2",
        "Rossi 11",
        "Rossi 0",
        "Arbitro: Massa 6",
        "MILAN",
        "Rossi corre e crossa",
        "Gol da tre punti: al 20' decide Rossi",
    ],
)
def test_figures_that_are_no_marks(text: str):
    assert marks(text) == ""


def test_offsets_count_from_the_whole_text():
    text = "Le pagelle\nRossi 6\nBianchi 7"
    found = read_ratings(text, Section(kind=SectionKind.RATINGS, start=11, end=len(text)))
    assert [text[slice(*m.name)] for m in found] == ["Rossi", "Bianchi"]
    assert [text[slice(*m.span)] for m in found] == ["Rossi 6", "Bianchi 7"]


REPORT = """Lecco-Renate 1-0
Il Lecco batte il Renate con un gol di Capelli al 38'. Nella ripresa il portiere Sala salva su Riva.

LE PAGELLE
LECCO
Sala 7 - Decisivo.
Capelli 7,5 - Gol partita.
RENATE
Riva 5 - Sbaglia davanti alla porta.
Moro 5,5 - Ci prova poco."""


def test_a_report_carries_its_ratings():
    read = extract(REPORT)
    assert [(r.player, r.mark) for r in read.ratings] == [("Sala", 7), ("Capelli", 7.5), ("Riva", 5), ("Moro", 5.5)]
    assert [read.text[r.start : r.end] for r in read.ratings][1] == "Capelli 7,5"
