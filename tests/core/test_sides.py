"""Which two clubs play and which at home; on whose side people are."""

import pytest

from core import unnamed
from tests.core.reader_cases import AWAY, HOME, SHEET
from tests.markup import read


@pytest.mark.parametrize(
    ("text", "home", "away"),
    [
        ("Milan-Inter 2-1\nI rossoneri vincono il derby.", "Milan", "Inter"),
        ("Il Lecco supera 1-0 il Renate al Rigamonti-Ceppi con un gol nel finale.", "Lecco", "Renate"),
        ("Il Renate espugna Lecco: 0-1 il finale. Il Lecco non segna mai.", "Lecco", "Renate"),
        ("Il Renate vince 1-0 in trasferta contro il Lecco.", "Lecco", "Renate"),
        ("Il Lecco ospita il Renate e vince 1-0.", "Lecco", "Renate"),
        ("Finisce 1-1 tra Lecco e Renate, gol di Rossi per i padroni di casa.", "Lecco", "Renate"),
        (SHEET, HOME, AWAY),
        ("Il Lecco è raggiunto in casa dell'ultima della classe, il Renate: 1-1.", "Renate", "Lecco"),
        ("Si gioca in quella che è la casa del Renate. Il Lecco segna subito, il Renate pareggia.", "Renate", "Lecco"),
        ("Tre giorni prima al Rigamonti-Ceppi era finita pari. Il Renate ospita il Lecco.", "Renate", "Lecco"),
        ("Vince il Renate tre a due, in casa d'altri. Il Lecco non si rialza.", "Lecco", "Renate"),
        ("Vince il Renate tre a due. Sul campo di Lecco piove. Il Lecco non si rialza.", "Lecco", "Renate"),
        ("Il Renate fa visita al Lecco e perde 1-0.", "Lecco", "Renate"),
        (
            "Segna il Renate. Pari del Lecco. Così. Ok. Bene. Male. Sì. Bella gara tra Lecco e Renate, 1-1.",
            "Lecco",
            "Renate",
        ),
        ("LECCO, 2 NOV - Tre punti pesanti per il Lecco, che supera il Renate.", "Lecco", "Renate"),
    ],
)
def test_home_and_away(text: str, home: str, away: str):
    match = read(text).match
    assert (match.home, match.away) == (home, away)


@pytest.mark.parametrize(
    "text",
    [
        "Il Lecco supera 1-0 il Renate. Domenica il Lecco va a Como.",
        "Lecco-Renate 1-0\nIl Renate era reduce dal pari col Como.",
    ],
)
def test_a_third_club_is_no_side(text: str):
    assert set(read(text).sides) == {"Lecco", "Renate"}


def test_people_and_ground_name_a_side_that_no_word_names():
    text = "Il Franchi fischia. Astori salva su Gomez, Biraghi ammonito, Chiesa e Simeone sprecano. L'Atalanta segna."
    assert set(read(text).sides) == {"Fiorentina", "Atalanta"}


def test_men_of_a_national_side_do_not_bring_their_club():
    text = (
        "L'Italia batte la Spagna e ringrazia l'Inter. Barella, Dimarco e Bastoni fanno girare la palla. Finisce 1-0."
    )
    assert set(read(text).sides) == {"Italia", "Spagna"}


@pytest.mark.parametrize("text", ["Si gioca nella ripresa, poi un palo.", ""])
def test_no_sides(text: str):
    r = read(text)
    assert r.sides == (unnamed.HOME, unnamed.AWAY)
    unnamed.give_up(r)
    assert r.sides == (None, None)


@pytest.mark.parametrize(
    ("name", "team"),
    [("Brugnoli", HOME), ("Perazzi", HOME), ("Santarelli", HOME), ("Rubini", AWAY), ("Valcareggi", AWAY),
     ("Bragaglia", AWAY), ("Colombini", None)],
)  # fmt: skip
def test_people_of_a_sheet(name: str, team: str | None):
    r = read(f"Segna Brugnoli.\n\n{SHEET}")
    assert {p.team for p in r.people if p.name == name} == {team}


@pytest.mark.parametrize(
    ("text", "name", "team"),
    [
        ("Il Lecco passa con Brugnaro su assist di Zanottelli.", "Brugnaro", "Lecco"),
        ("Il Lecco passa con Brugnaro su assist di Zanottelli.", "Zanottelli", "Lecco"),
        ("Il Renate risponde con Brugnaro, che calcia alto.", "Brugnaro", "Renate"),
        ("Brugnaro, attaccante del Renate, calcia alto.", "Brugnaro", "Renate"),
        ("Per il Renate ci prova Brugnaro.", "Brugnaro", "Renate"),
        ("Il portiere del Renate, Brugnaro, para.", "Brugnaro", "Renate"),
    ],
)
def test_people_of_the_prose(text: str, name: str, team: str):
    assert {p.team for p in read(f"Lecco-Renate 1-0\n{text}").people if p.name == name} == {team}


@pytest.mark.parametrize(
    ("sentence", "side"),
    [
        ("Al 10' Garosi calcia teso e impegna il portiere ospite.", "Lecco"),
        ("Al 10' il portiere di casa respinge il tiro di Garosi.", "Renate"),
        ("Al 10' Garosi supera con un pallonetto l'estremo del Lecco.", "Renate"),
        ("Al 10' Garosi svetta di testa e riporta in vantaggio il Lecco.", "Lecco"),
    ],
)
def test_the_side_follows_from_whom_he_tries_to_beat(sentence: str, side: str):
    from core import extract

    report = extract(f"Lecco-Renate 2-2. Gara vivace davanti a mille spettatori. {sentence} Finisce così.")
    assert {m.team for m in report.mentions if m.text == "Garosi"} == {side}


def test_a_line_up_under_a_nickname_is_that_of_the_club_named_elsewhere():
    men = "Bianchi; Neri, Verdi, Galli, Monti; Nava, Serra, Riva; Conti, Villa, Fabbri. All. Greco"
    r = read(f"Lecce-Ternana, la cronaca\n\nLECCE (4-3-3): {men}\nFERE (4-3-3): {men.replace('i', 'o')}")
    assert (r.match.home, r.match.away) == ("Lecce", "Ternana")


def test_a_club_named_short_beside_its_women_is_its_women():
    r = read("Sassuolo Femminile-Como Women 1-1\nIl Como passa con Brugnaro. Pareggia il Sassuolo.")
    assert {n.name for n in r.names if n.text == "Como"} == {"Como Women"}


@pytest.mark.parametrize(
    ("scorer", "home"), [("Cristante", "Atalanta"), ("Budimir", "Crotone"), ("Tarozzi", "Crotone")]
)
def test_where_nothing_else_speaks_who_leads_one_nil_is_at_home(scorer: str, home: str):
    from core import extract

    told = "Il Crotone gioca come chi è già contento, l'Atalanta come sempre. Mischia in area"
    report = extract(f"{told} e {scorer} insacca. Uno a zero, e tanto basta.", season="2017/18")
    assert report.match.home == home
