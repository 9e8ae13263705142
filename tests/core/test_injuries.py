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


@pytest.mark.parametrize(
    "text",
    [
        "Il portiere crociato Rubini vola su Mazzuoli.",
        "Gli ospiti mancano di Ermini, infortunato, e di Fantoni.",
        "Privi di Ermini, infortunato, gli azzurri partono forte.",
    ],
)
def test_who_is_absent_or_wears_a_cross_is_not_hurt(text: str):
    assert injuries(text)[0] == set()


def test_the_ligament_of_a_knee_is_hurt():
    found, wanted = injuries("Rottura del crociato per <hurt>Ermini</hurt>.")
    assert found == wanted
