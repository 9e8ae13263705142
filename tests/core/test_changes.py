"""Substitutions told in words: <on> comes on for the <off> that follows or stands before."""

import pytest

from tests.core.reader_cases import called, scene


def changes(marked: str) -> tuple[list[tuple[str | None, str | None]], list[str], list[str]]:
    """Pairs (on, off) as read, and the names marked."""
    r, tags, prose = scene(marked)
    pairs = [(called(r, c.in_), called(r, c.out)) for c in prose.changes]
    return pairs, [t.text for t in tags if t.tag == "on"], [t.text for t in tags if t.tag == "off"]


@pytest.mark.parametrize(
    "marked",
    [
        "Entra <on>Perazzi</on> per <off>Ermini</off>.",
        "<on>Perazzi</on> prende il posto di <off>Ermini</off>.",
        "Dentro <on>Perazzi</on>, fuori <off>Ermini</off>.",
        "Fuori <off>Ermini</off>, dentro <on>Perazzi</on>.",
        "<on>Perazzi</on> al posto di <off>Ermini</off>.",
        "<off>Ermini</off> lascia il posto a <on>Perazzi</on>.",
        "Esce <off>Ermini</off>, entra <on>Perazzi</on>.",
        "<on>Perazzi</on> sostituisce <off>Ermini</off>.",
        "Santarelli inserisce <on>Perazzi</on> per <off>Ermini</off>.",
        "<on>Perazzi</on> per <off>Ermini</off>.",
        "Dentro <on>Perazzi</on> e <on>Querini</on>, fuori <off>Ermini</off> e <off>Fantoni</off>.",
        "<off>Ermini</off> esce tra gli applausi, al suo posto <on>Perazzi</on>.",
    ],
)
def test_changes(marked: str):
    pairs, on, off = changes(marked)
    assert pairs == list(zip(on, off, strict=True))


@pytest.mark.parametrize(
    "text",
    [
        "Cross di Ermini per Mazzuoli, che calcia alto.",
        "Ermini serve Mazzuoli.",
        "Assist di Ermini per Mazzuoli: gol.",
        "Ermini salta Scapin e calcia.",
        "Parata di Rubini su Mazzuoli.",
    ],
)
def test_no_changes(text: str):
    assert changes(text)[0] == []
