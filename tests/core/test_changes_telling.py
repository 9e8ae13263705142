"""What the words for a change of men do: a man there from a minute on, one who says goodbye, a pair in brackets."""

import pytest

from tests.core.reader_cases import changes


@pytest.mark.parametrize(
    "marked",
    [
        "In difesa <on>Perazzi</on> (fuori <off>Ermini</off>) e davanti <on>Querini</on>, che dà il cambio a"
        " <off>Fantoni</off>.",
        "Santarelli spende gli altri cambi per <on>Perazzi</on> (fuori <off>Ermini</off>) e per <on>Querini</on> (fuori"
        " <off>Fantoni</off>).",
        "<off>Zanotti</off> saluta, minuti e gloria per <on>Perazzi</on>.",
        "Nel finale <on>Perazzi</on> per gli applausi a <off>Ermini</off>.",
        "Bene <on>Perazzi</on>, in campo negli ultimi dieci minuti per <off>Ermini</off>.",
        "Con <on>Perazzi</on> in campo per <off>Ermini</off> e <on>Querini</on> per <off>Fantoni</off> cambia poco.",
        "Tocca a <on>Perazzi</on>, al posto di <off>Ermini</off>. Poi a <on>Querini</on>, per <off>Fantoni</off>, che"
        " applaude.",
        "Quasi subito <on>Perazzi</on> dà respiro a <off>Ermini</off>.",
    ],
)
def test_pairs(marked: str):
    pairs, on, off = changes(marked)
    assert sorted(pairs) == sorted(zip(on, off, strict=True))


@pytest.mark.parametrize(
    ("text", "on"),
    [
        ("Ermini resta a guardare, dal 54' c'è Perazzi.", "Perazzi"),
        ("Il tempo passa e in campo dal 60' Perazzi.", "Perazzi"),
    ],
)
def test_a_man_there_from_a_minute_on(text: str, on: str):
    assert changes(text)[0] == [(on, None)]


@pytest.mark.parametrize(
    "text",
    [
        "Al 54' c'è Perazzi a saltare più in alto di tutti.",
        "Ermini saluta la curva e ringrazia Fantoni.",
        "Rubini esce, Ermini calcia fuori.",
        "Perazzi quasi entra in campo dalla gioia.",
        "Dopo il giallo a Ermini è toccato a Santarelli sbracciarsi.",
    ],
)
def test_no_change(text: str):
    assert changes(text)[0] == []


def test_a_man_without_his_name_goes_off():
    pairs = changes("Doppio cambio: Perazzi per Ermini e, a due minuti dalla fine, Querini per l'eroe della serata.")[0]
    assert sorted(pairs, key=str) == [("Perazzi", "Ermini"), ("Querini", None)]


def test_a_pass_after_a_change_is_no_change():
    text = "Tocca a Perazzi, al posto di Ermini. Poi cross di Querini per Fantoni, che calcia alto."
    assert changes(text)[0] == [("Perazzi", "Ermini")]


def test_a_man_put_in_is_no_ball():
    assert changes("Perazzi sbuffava da un pezzo: Santarelli lo ha buttato dentro.")[0] == [("Perazzi", None)]
    assert changes("Cross di Ermini, Lorusso la butta dentro.")[0] == []
