"""Whom the words for a change of men mean: lists of names and what may stand before and between them."""

import pytest

from tests.core.reader_cases import changes


@pytest.mark.parametrize(
    "marked",
    [
        "Dentro <on>Perazzi</on> e <on>Querini</on> al posto di <off>Ermini</off>, che era stato ammonito, e"
        " <off>Fantoni</off>.",
        "Santarelli concede la standing ovation a <off>Ermini</off> e a <off>Fantoni</off>, dentro <on>Perazzi</on> e"
        " <on>Querini</on>.",
        "<off>Ermini</off> non rientra: al suo posto, dal primo minuto della ripresa, <on>Perazzi</on>.",
        "Esce <off>Ermini</off>, al suo posto, nel finale, <on>Perazzi</on>.",
        "Fuori un difensore, <off>Ermini</off>, per aggiungere i centimetri di <on>Perazzi</on>.",
        "Santarelli risponde con l'esperienza di <on>Perazzi</on> per <off>Ermini</off>.",
    ],
)
def test_lists_with_words_between(marked: str):
    pairs, on, off = changes(marked)
    assert sorted(pairs) == sorted(zip(on, off, strict=True))


@pytest.mark.parametrize(
    ("text", "pair"),
    [
        ("Dentro Perazzi al posto di Ermini, che serve Fantoni, e Nencini calcia.", ("Perazzi", "Ermini")),
        ("Dentro Perazzi per Ermini, e a Fantoni il pubblico perdona poco.", ("Perazzi", "Ermini")),
    ],
)
def test_names_that_are_not_of_the_list(text: str, pair: tuple[str, str]):
    assert changes(text)[0] == [pair]


def test_what_a_man_of_the_other_side_has_is_no_change():
    assert changes("Zanotti risponde con la freschezza dei giorni migliori al tiro di Scapin.")[0] == []
