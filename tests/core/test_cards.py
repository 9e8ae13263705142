"""Cards told in words: <yellow>, <second_yellow> and <red> mark who is shown which."""

import pytest

from tests.core.reader_cases import called, scene, told


def cards(marked: str) -> tuple[set[tuple[str, str]], set[tuple[str, str]]]:
    """(found, marked) cards as (colour, name)."""
    r, tags, prose = scene(marked)
    return {(b.card, str(called(r, b.who))) for b in prose.cards}, told(tags)


@pytest.mark.parametrize(
    "marked",
    [
        "<yellow>Scapin</yellow> viene ammonito per un fallo su Ermini.",
        "Ammonito <yellow>Scapin</yellow>.",
        "Ammoniti <yellow>Scapin</yellow> e <yellow>Ermini</yellow>.",
        "Giallo per <yellow>Scapin</yellow>, che stende Ermini.",
        "Cartellino giallo a <yellow>Scapin</yellow>.",
        "L'arbitro ammonisce <yellow>Scapin</yellow>.",
        "<yellow>Scapin</yellow> si prende il giallo.",
        "Espulso <red>Scapin</red> per proteste.",
        "Rosso diretto per <red>Scapin</red>.",
        "L'arbitro espelle <red>Scapin</red>.",
        "<second_yellow>Scapin</second_yellow> espulso per doppia ammonizione.",
        "Secondo giallo per <second_yellow>Scapin</second_yellow>.",
    ],
)
def test_cards(marked: str):
    found, wanted = cards(marked)
    assert found == wanted


@pytest.mark.parametrize(
    "text",
    [
        "Scapin rischia il giallo.",
        "I locali chiedono il rosso per Scapin.",
        "Scapin evita il cartellino.",
        "Mazzuoli in maglia gialla calcia alto.",
        "L'arbitro grazia Scapin, niente giallo.",
        "Scapin serve Tavani sulla destra.",
        "Scapin avrebbe meritato il rosso.",
    ],
)
def test_no_cards(text: str):
    assert cards(text)[0] == set()
