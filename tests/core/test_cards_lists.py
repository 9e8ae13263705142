"""Lists of the booked that go on from sentence to sentence, and the time of each in them."""

import pytest

from tests.core.test_cards import cards, minutes


@pytest.mark.parametrize(
    "marked",
    [
        "Partita piena di cartellini. Il primo se lo prende <yellow>Scapin</yellow> per una trattenuta su Ermini.",
        "Il primo degli ammoniti è <yellow>Scapin</yellow>. Poi <yellow>Ermini</yellow> e, nella ripresa,"
        " <yellow>Tavani</yellow>.",
        "Ad aprire la lista dei cattivi è <yellow>Scapin</yellow>. Seguono <yellow>Ermini</yellow> e"
        " <yellow>Tavani</yellow>.",
        "Il primo giallo è per <yellow>Scapin</yellow>. In tutto saranno tre (anche <yellow>Tavani</yellow> al 60' e"
        " <yellow>Ermini</yellow> al 70').",
        "Due parole sui cartellini. <yellow>Scapin</yellow> al 13', <yellow>Ermini</yellow> al 28'. Nella ripresa"
        " <yellow>Tavani</yellow> entrato da poco, <yellow>Dossena</yellow> per proteste.",
        "<yellow>Scapin</yellow> a referto al 12', <yellow>Ermini</yellow> poco più tardi; nella ripresa"
        " <yellow>Tavani</yellow>, poi in fondo alla lista <yellow>Dossena</yellow>.",
        "Gli ammoniti da Colombini, tre in tutto: <yellow>Scapin</yellow>, <yellow>Ermini</yellow> e"
        " <yellow>Tavani</yellow>.",
        "Un battibecco costa l'ammonizione a <yellow>Scapin</yellow> e in seguito a <yellow>Ermini</yellow>.",
        "<yellow>Scapin</yellow> finisce fra gli ammoniti, dove già si trovava <yellow>Tavani</yellow>.",
        "Nel Novara <yellow>Ermini</yellow> è sul taccuino di Colombini, imitato da <yellow>Scapin</yellow>.",
        "Restano i gialli di <yellow>Scapin</yellow> e <yellow>Tavani</yellow>, un palo di Ermini e altro.",
        "<yellow>Scapin</yellow> ammonito dopo pochi secondi, <yellow>Tavani</yellow> poco più tardi.",
        "Non piace l'ammonizione rimediata da <yellow>Scapin</yellow>, non piace quella di <yellow>Tavani</yellow>.",
        "<yellow>Scapin</yellow> viene ammonito. Anche <yellow>Tavani</yellow>, nel finale, paga pegno.",
    ],
)
def test_a_list_goes_on(marked: str):
    found, wanted = cards(marked)
    assert found == wanted


@pytest.mark.parametrize(
    "marked",
    [
        "Il primo degli ammoniti è <yellow>Scapin</yellow>. Poi Ermini calcia alto.",
        "Il primo degli ammoniti è <yellow>Scapin</yellow>. Poi un palo di Ermini.",
        "Il primo degli ammoniti è <yellow>Scapin</yellow>. Poi Perazzi per Ermini, Querini per Dossena.",
        "Il primo degli ammoniti è <yellow>Scapin</yellow>. Poi fuori Ermini e Dossena.",
        "Il primo degli ammoniti è <yellow>Scapin</yellow>. Ermini e Dossena sulle fasce.",
        "Ammonito <yellow>Scapin</yellow>. Poi Ermini e Dossena.",
        "Colombini assegna il rigore ammonendo <yellow>Scapin</yellow>, ma lo stesso Ermini se lo fa parare.",
        "Il Novara paga dazio e Ermini esce.",
        "<yellow>Scapin</yellow> ammonito, Ermini poco dopo calcia alto.",
        "Giallo a <yellow>Scapin</yellow>, poi la punizione di Ermini è alta, quella di Dossena è parata.",
        "Si fa ammonire <yellow>Scapin</yellow> e il portiere Zanotti rinvia.",
    ],
)
def test_a_list_ends_where_something_else_is_told(marked: str):
    found, wanted = cards(marked)
    assert found == wanted


def test_his_goalkeeper_is_listed_beside_a_man():
    assert cards("Si fanno ammonire Scapin e il portiere.")[0] == {("yellow", "Scapin"), ("yellow", "Rubini")}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Partita di cartellini. Scapin al 12', Tavani cinque minuti più tardi, Ermini.",
            {"Scapin": 12, "Tavani": 17, "Ermini": None},
        ),
        ("Il primo ammonito è Scapin. Poi Tavani al 23' e Ermini.", {"Scapin": None, "Tavani": 23, "Ermini": None}),
        (
            "Il primo ammonito è Scapin. Poi Tavani e al 30' anche Ermini.",
            {"Scapin": None, "Tavani": None, "Ermini": 30},
        ),
        ("Scapin dopo cinque minuti è già ammonito.", {"Scapin": 5}),
        ("Scapin è già ammonito e al 20' calcia alto.", {"Scapin": None}),
        ("Scapin, già ammonito alla mezz'ora, al 40' calcia alto.", {"Scapin": 30}),
    ],
)
def test_each_of_a_list_has_his_own_time_or_none(text: str, expected: dict[str, int | None]):
    assert minutes(text) == expected
