"""Cards told in words: <yellow>, <second_yellow> and <red> mark who is shown which."""

import pytest

from core.extract import extract
from tests.core.reader_cases import SHEET, called, scene, told


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


@pytest.mark.parametrize(
    "marked",
    [
        "<yellow>Scapin</yellow> stende Ermini e viene ammonito.",
        "<yellow>Scapin</yellow> stende Ermini: giallo.",
        "Ermini viene atterrato da <yellow>Scapin</yellow>, giallo inevitabile.",
        "Fallo di <yellow>Scapin</yellow> su Ermini e Colombini estrae il giallo.",
        "<red>Scapin</red> entra duro su Ermini e Colombini gli sventola il rosso.",
        "<yellow>Scapin</yellow>, che aveva rilevato Tavani, tocca di mano: ammonizione.",
        "Protesta anche <yellow>Scapin</yellow> e viene ammonito.",
        "<yellow>Scapin</yellow> e <yellow>Tavani</yellow> si fanno ammonire.",
        "Sul taccuino di Colombini finiscono <yellow>Scapin</yellow> e <yellow>Ermini</yellow>.",
        "<yellow>Scapin</yellow> finisce nella lista dei cattivi.",
        "L'ammonizione rimediata da <yellow>Scapin</yellow> cambia la gara.",
        "<red>Scapin</red> lascia i suoi in dieci per una gomitata a Ermini.",
        "Ammoniti <yellow>Scapin</yellow> (13') e <yellow>Tavani</yellow> (28'); nel Novara <yellow>Ermini</yellow>.",
        "Al 61' giallo a <yellow>Scapin</yellow>, e nello stesso istante Ermini rileva Fantoni.",
        "Colombini allontana <red>Santarelli</red> dalla panchina.",
        "Bragaglia toglie Tavani per Molteni. Rosso per <red>Molteni</red>, espulso per proteste.",
    ],
)
def test_the_booked_is_who_fouls_and_lists_end_where_another_clause_begins(marked: str):
    found, wanted = cards(marked)
    assert found == wanted


@pytest.mark.parametrize(
    "text",
    [
        "Il cartellino di Scapin è del Novara.",
        "Scapin era stato espulso nella gara di andata.",
        "Tavani caccia via il pallone.",
        "Ermini rientra, allontana Scapin.",
        "Scapin lascia il campo in barella.",
        "Scapin gioca sul filo, a rischio di un secondo giallo.",
    ],
)
def test_words_of_cards_that_tell_none(text: str):
    assert cards(text)[0] == set()


def test_a_list_told_in_the_next_sentence():
    found, wanted = cards("Due parole sui cartellini. <yellow>Scapin</yellow> al 13', <yellow>Ermini</yellow> al 28'.")
    assert found == wanted


def minutes(text: str) -> dict[str, int | None]:
    """Name → minute of the card."""
    lead = "Novara-Pro Vercelli 1-1.\n\nPRIMO TEMPO - Si gioca. "
    return {str(e.player): e.minute for e in extract(f"{lead}{text}\n\n{SHEET}").events if e.type == "card"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ammoniti Scapin (13') e Tavani (28').", {"Scapin": 13, "Tavani": 28}),
        ("Due gialli, al 16' a Scapin e al 22' a Tavani.", {"Scapin": 16, "Tavani": 22}),
        ("Scapin si becca il giallo e al 38' Ermini calcia alto.", {"Scapin": None}),
        ("Al 20' Scapin prende il giallo.", {"Scapin": 20}),
        ("Al 20' Scapin, già ammonito, serve Tavani.", {"Scapin": None}),
        ("Al 20' Ermini, che aveva rilevato Tavani al 12', salta in barriera: ammonizione.", {"Ermini": 20}),
        ("Ermini, che al 20' salta in barriera, viene ammonito.", {"Ermini": 20}),
        ("Si ricomincia con un cartellino: due minuti e Scapin finisce nella lista dei cattivi.", {"Scapin": 47}),
        ("Allo scadere, un attimo prima del riposo, giallo a Scapin.", {"Scapin": 45}),
        ("Al 20' calcia Ermini, prima del riposo giallo a Scapin.", {"Scapin": None}),
        ("Al 20' segna Ermini. Si toglie la maglia. L'arbitro lo ammonisce.", {"Ermini": 20}),
        ("Al 20' segna Ermini. La curva canta. Ammonito Scapin.", {"Scapin": None}),
        ("Al 20' Scapin finisce fra gli ammoniti, dove già si trovava Tavani.", {"Scapin": 20, "Tavani": None}),
    ],
)
def test_minutes_of_cards(text: str, expected: dict[str, int | None]):
    assert minutes(text) == expected


@pytest.mark.parametrize(
    "marked",
    [
        "<yellow>Scapin</yellow> rallenta la ripartenza di Ermini con una spinta e si becca il giallo.",
        "<yellow>Scapin</yellow> si aggrappa a Ermini e finisce sul taccuino.",
        "<yellow>Scapin</yellow> ferma lo scatenato Ermini e viene ammonito.",
        "<yellow>Scapin</yellow>, che rileva Tavani e che poco dopo finisce ammonito, non incide.",
        "Per arginarla <yellow>Scapin</yellow> si fa ammonire.",
        "<yellow>Scapin</yellow> mette giù Ermini (giallo) e dal dischetto Fantoni calcia alto.",
        "<yellow>Scapin</yellow> tocca con la mano in area: ammonizione, rigore, e Ermini lo trasforma.",
        "<yellow>Scapin</yellow> travolge Ermini, ammonito, rigore dubbio, Fantoni calcia alto.",
        "<red>Scapin</red> affronta Ermini con un pugno e l'arbitro lo caccia.",
        "<yellow>Scapin</yellow> ammonito per aver steso Ermini.",
        "La Pro Vercelli resta in dieci per un fallo di reazione di <red>Ermini</red>.",
        "Espulso <second_yellow>Scapin</second_yellow> per somma di ammonizioni, gialli per <yellow>Tavani</yellow>.",
        "Tavani, entrato per Molteni, serve Scapin. <red>Scapin</red> si fa buttare fuori per proteste.",
    ],
)
def test_the_card_is_of_who_does_something_not_of_whom_it_is_done_to(marked: str):
    found, wanted = cards(marked)
    assert found == wanted


@pytest.mark.parametrize(
    "marked",
    [
        "<yellow>Scapin</yellow> aveva servito Tavani; nove minuti più tardi aveva rimediato un giallo.",
        "La scossa la dà <red>Scapin</red>. Entrato per Tavani, alla mezz'ora si fa cacciare.",
        "<yellow>Scapin</yellow> ammonito per un fallo su Ermini.",
    ],
)
def test_the_subject_left_out_is_that_of_the_clause_or_sentence_before(marked: str):
    found, wanted = cards(marked)
    assert found == wanted


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Scapin segna; poi Colombini estrae un giallo.", set()),
        ("Scapin serve Tavani. Entrato per Molteni, si fa cacciare.", set()),
        ("Scapin serve Tavani; allo scadere Ermini rimedia un giallo.", {("yellow", "Ermini")}),
    ],
)
def test_a_subject_left_out_that_may_be_another(text: str, told: set):
    assert cards(text)[0] == told


@pytest.mark.parametrize(
    "text",
    [
        "Scapin rimedia il primo giallo al 60'; al 70', per proteste, il secondo.",
        "Scapin perde la testa: giallo per il fallo, altro giallo per le parole a Colombini.",
    ],
)
def test_both_cards_of_one_man(text: str):
    assert cards(text)[0] == {("yellow", "Scapin"), ("second_yellow", "Scapin")}


def test_the_second_card_of_one_man_has_its_own_minute():
    text = "Novara-Pro Vercelli 1-1.\n\nPRIMO TEMPO - Si gioca. Al 28' Scapin è ammonito, passa un minuto e arriva"
    text += f" anche il secondo giallo.\n\n{SHEET}"
    told = {(str(e.card), e.minute) for e in extract(text).events if e.type == "card"}
    assert told == {("yellow", 28), ("second_yellow", 29)}


@pytest.mark.parametrize("text", ["Scapin rimedia il primo giallo al 60'; il secondo palo è di Ermini."])
def test_another_second_is_no_card(text: str):
    assert cards(text)[0] == {("yellow", "Scapin")}


def test_the_second_card_behind_one_told_in_passing():
    both = {("yellow", "Scapin"), ("second_yellow", "Scapin")}
    assert cards("Scapin, che aveva un giallo, ne rimedia un altro e lascia i suoi in dieci.")[0] == both


@pytest.mark.parametrize(
    "text",
    [
        "Per il pubblico doveva essere rosso, Scapin resta in campo.",
        "La squadra di Santarelli si allontana dalla zona calda.",
        "Fischio finale di Colombini, e tutti sotto la doccia.",
        "Scapin ne segna due, poi ne prende un altro.",
        "Ammonito il portiere, Ermini calcia la punizione.",
    ],
)
def test_cards_that_are_nobodys(text: str):
    assert cards(text)[0] == set()


@pytest.mark.parametrize(
    ("marked",),
    [
        ("Mazzuoli si guadagna un rigore e l'arbitro estrae il giallo.",),
        ("Mazzuoli si procura il penalty e spunta il rosso.",),
        ("Mazzuoli conquista una punizione con tanto di giallo per <yellow>Scapin</yellow>.",),
        ("<yellow>Mazzuoli</yellow> si guadagna un rigore e viene ammonito per proteste.",),
    ],
)
def test_who_wins_a_penalty_is_not_booked_for_it(marked: str):
    found, wanted = cards(marked)
    assert found == wanted
