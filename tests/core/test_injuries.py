"""Injuries told in words: <hurt> marks who is hurt."""

import pytest

from tests.core.reader_cases import called, scene, told


def injuries(marked: str) -> tuple[set[tuple[str, str]], set[tuple[str, str]]]:
    """(found, marked) names of the hurt."""
    r, tags, prose = scene(marked)
    return {("hurt", str(called(r, who))) for who, _, _ in prose.injuries}, told(tags)


@pytest.mark.parametrize(
    "marked",
    [
        "<hurt>Ermini</hurt> si fa male, dentro Perazzi.",
        "Si ferma anche <hurt>Ermini</hurt>: dentro Perazzi.",
        "Si fermano per infortunio prima <hurt>Ermini</hurt> e poi <hurt>Fantoni</hurt>.",
        "<hurt>Ermini</hurt> si tocca il flessore e chiede il cambio.",
        "<hurt>Ermini</hurt> si arrende a un fastidio muscolare.",
        "<hurt>Ermini</hurt> lascia il campo in barella, Perazzi al posto suo.",
        "<hurt>Ermini</hurt> e <hurt>Scapin</hurt> si scontrano di testa e devono uscire.",
        "Il Novara perde <hurt>Ermini</hurt> per una distorsione alla caviglia.",
        "Problema muscolare per <hurt>Ermini</hurt>.",
    ],
)
def test_injuries(marked: str):
    found, wanted = injuries(marked)
    assert found == wanted


@pytest.mark.parametrize(
    "text",
    [
        "Il tiro di Ermini si ferma sulla barriera.",
        "Zanotti la perde, Scapin arriva di ginocchio.",
        "Scapin non si ferma.",
        "Santarelli deve fare i conti con gli infortuni di Ermini e Fantoni.",
        "Rubini ci mette la coscia su Mazzuoli.",
    ],
)
def test_no_injuries(text: str):
    assert injuries(text)[0] == set()
