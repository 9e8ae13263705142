"""Clubs keep the name that the report has where it is another one than the lexicon's."""

import pytest

from core import extract


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        ("Aglianese-Fossombrone 1-0. Al 12' gol di Galli per l'Aglianese.", ("Aglianese", "Fossombrone")),
        ("Ambrosiana-Bologna 1-0. Al 10' rete di Meazza per l'Ambrosiana.", ("Ambrosiana", "Bologna")),
        ("PSG-Lille 1-0. Al 12' gol di Caio per il Psg.", ("Paris Saint-Germain", "Lille")),
        ("Samp-Hellas 1-0. Al 10' gol di Rossi per la Samp.", ("Sampdoria", "Verona")),
        ("Borgo San Donnino-Renate 1-0. Al 12' gol di Galli per il Borgo.", ("Borgo San Donnino", "Renate")),
        ("Aglianese-Renate 1-0. Al 12' gol di Galli per l'Agliana.", ("Agliana", "Renate")),
    ],
)
def test_clubs_as_printed(text: str, sides: tuple[str, str]):
    report = extract(text)
    assert (report.match.home, report.match.away) == sides
    assert {m.name for m in report.mentions if m.label == "TEAM"} == set(sides)
    assert {e.team for e in report.events} <= set(sides)
