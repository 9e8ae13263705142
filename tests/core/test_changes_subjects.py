"""Who comes on or goes off by himself, and to whom he yields."""

import pytest

from tests.core.reader_cases import changes


@pytest.mark.parametrize(
    "marked",
    [
        "<off>Ermini</off>, dolorante, ha lasciato il campo sul finire del tempo a <on>Perazzi</on>, che tira subito.",
        "<off>Ermini</off> cede il posto dopo un'ora di gioco a <on>Perazzi</on>.",
        "Santarelli fa a meno di <off>Ermini</off>, che dopo un quarto d'ora alza bandiera bianca: tocca a"
        " <on>Perazzi</on>.",
        "<off>Ermini</off> stremato, c'è <on>Perazzi</on>.",
        "Ci prova <off>Ermini</off>, che calcia alto. Poi esce tra gli applausi, c'è <on>Perazzi</on>.",
        "Non è serata per <on>Perazzi</on>. Entrato nella ripresa per <off>Ermini</off>, sbaglia tutto.",
    ],
)
def test_pairs(marked: str):
    pairs, on, off = changes(marked)
    assert pairs == list(zip(on, off, strict=True))


@pytest.mark.parametrize(
    "text",
    [
        "Ermini stremato, c'è Perazzi a consolarlo.",
        "Ci prova Ermini. Poi esce di poco il tiro di Scapin.",
        "Cross di Ermini. Esce Rubini a valanga, c'è Fantoni.",
        "Scapin lascia la palla a Vezzoli.",
    ],
)
def test_no_change(text: str):
    assert changes(text)[0] == []


def test_a_participle_with_its_own_man_behind_is_not_of_the_man_before():
    assert changes("Calcia Lorusso. Entrato al 60' per Ermini, Perazzi segna.")[0] == [("Perazzi", "Ermini")]


@pytest.mark.parametrize("place", ["in area", "in possesso", "in ritardo"])
def test_who_comes_into_the_area_comes_on_for_nobody(place: str):
    assert changes(f"Mazzuoli, appena entrato {place}, calcia alto.")[0] == []
