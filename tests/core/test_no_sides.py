"""What looks like a side and is none; the side that is never named; who is the guest where one club is named."""

import pytest

from core.extract import extract
from core.extract import read as read_whole
from tests.markup import read


def sides(text: str) -> tuple[str | None, str | None]:
    """Home and away as they are given out."""
    return extract(text).match.home, extract(text).match.away


def labels(text: str, form: str) -> set[str]:
    """The labels of a form in a reading."""
    return {n.label for n in read(text, "calcio_people").names if n.text == form}


@pytest.mark.parametrize(
    ("text", "form", "label"),
    [
        ("Il derby della Gorgona va al Vallescura: 2-1 sul Valdorso, gol di Bruni al 10'.", "Gorgona", "PLACE"),
        ("Derby al Tamburlini: il Vallescura batte il Valdorso 2-1, gol di Bruni al 10'.", "Tamburlini", "STADIUM"),
        ("Il Gorgona gioca bene, ma il Vallescura rifila due gol al Gorgona e vince 2-0.", "Gorgona", "TEAM"),
    ],
)
def test_lands_and_grounds_are_no_sides(text: str, form: str, label: str):
    assert labels(text, form) == {label}


def test_two_men_with_a_dash_are_no_sides():
    text = "Il duetto Grossardi-Malpeli lancia il Vallescura: 1-0 al Valdorso, gol di Grossardi al 10'. Ammonito Moser."
    assert sides(text) == ("Vallescura", "Valdorso")
    assert sides(
        "Vallescura-Valdorso 1-0. Il gol della partita di Grossardi al 10' del primo tempo, ammonito Malpeli."
    ) == ("Vallescura", "Valdorso")


def test_a_saint_behind_an_article_is_a_side():
    text = "Il San Bartolino batte il Valdorso 2-1. Nella ripresa il San Bartolino segna con Bruni al 60'."
    assert sides(text) == ("San Bartolino", "Valdorso")


def test_a_capital_particle_before_its_verb_belongs_to_the_man():
    text = "Il Vallescura batte il Valdorso 1-0. Dell'Aera recupera palla al 10' e segna il gol della vittoria."
    assert labels(text, "Dell'Aera") == {"PLAYER"}
    assert labels(text.replace("Dell'Aera recupera palla", "Del Torino parla Bruni"), "Torino") == {"TEAM"}


def test_who_meets_us_is_the_guest():
    ours = "Vittoria dei nostri ragazzi contro il Valdorso, 2-1 con i gol di Bruni al 10' e di Moser al 60'."
    assert sides(ours) == (None, "Valdorso")
    assert sides(ours.replace("Vittoria", "In trasferta, vittoria")) == ("Valdorso", None)


def test_a_nickname_alone_is_no_famous_club():
    assert sides("La Folgore perde in casa: il gol di Bruni al 10' decide la partita. Ammonito Moser.")[0] == "Folgore"


def test_the_unnamed_side_has_no_name():
    report = extract("Il Valdorso passa in trasferta per 1-0. Al 10' i padroni di casa colpiscono il palo con Bruni.")
    assert (report.match.home, report.match.away) == (None, "Valdorso")
    assert all(m.team in (None, "Valdorso") for m in report.mentions)


def test_two_unnamed_sides_are_told_apart():
    r = read_whole(
        "Primo tempo equilibrato. Al 10' i padroni di casa passano con Bruni. Al 70' gli ospiti pareggiano con Moser."
    )
    belief = {p.name: r.belief[p.id] for p in r.people}
    assert belief["Bruni"] > 0 > belief["Moser"]
    assert r.sides == (None, None)


def test_the_town_of_the_dateline_plays_at_home():
    assert sides("PISA - Il derby è del Livorno, che vince 1-0 con il gol di Bruni al 10'.") == ("Pisa", "Livorno")
    assert sides("PISA - Il Pisa vince 1-0 con il gol di Bruni al 10' del primo tempo.")[0] == "Pisa"
