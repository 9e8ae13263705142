"""Team-mates and opponents by the words between two names, and by the side or coach named before them."""

import pytest

from tests.markup import read


def tie(text: str) -> float:
    """What ties the first two people of a text after all names have been looked at."""
    return read(text, "calcio_people").graph.edges.get((0, 1), 0.0)


@pytest.mark.parametrize(
    "text",
    [
        "Brugnaro stende Zanottelli sulla trequarti.",
        "Brugnaro, che prova a sorprendere Zanottelli da lontano, calcia alto.",
        "Brugnaro viene murato da Zanottelli.",
        "Contatto tra Brugnaro e Zanottelli, si prosegue.",
        "Fallo di Brugnaro su Zanottelli.",
        "Calcia Brugnaro e Zanottelli respinge.",
        "Tiro di Brugnaro, para Zanottelli.",
        "Brugnaro si fa sfuggire Zanottelli.",
        "Brugnaro ruba palla a Zanottelli e calcia.",
        "Brugnaro ruba il tempo a Zanottelli.",
        "Il rosso a Brugnaro, reo di aver colpito Zanottelli.",
        "Brugnaro scappa via a Zanottelli. Il difensore Zanottelli protesta.",
        "Brugnaro si becca il giallo per un'entrata in ritardo su Zanottelli.",
        "Rosso a Brugnaro per una gomitata ai danni di Zanottelli.",
        "Secondo giallo a Brugnaro per aver trattenuto Zanottelli.",
        "Brugnaro approfitta di un errore di Zanottelli e segna.",
        "Brugnaro raccoglie la corta respinta di Zanottelli.",
        "Brugnaro calcia addosso a Zanottelli.",
        "Brugnaro a tu per tu con Zanottelli perde l'attimo.",
        "Brugnaro fa a spallate con Zanottelli.",
        "Errore di Brugnaro, Zanottelli ringrazia e segna.",
        "Palla persa da Brugnaro, Zanottelli allarga sulla destra.",
        "Brugnaro perde palla a metà campo, Zanottelli se ne va.",
        "La corta respinta di Brugnaro sul tiro di Zanottelli finisce in angolo.",
        "Brugnaro sigla il vantaggio, con Zanottelli immobile.",
        "Brugnaro la mette nella propria porta sul cross di Zanottelli.",
    ],
)
def test_opponents(text: str):
    assert tie(text) < 0


@pytest.mark.parametrize(
    "text",
    [
        "Brugnaro serve Zanottelli sulla trequarti.",
        "Brugnaro viene servito da Zanottelli.",
        "Brugnaro mette in mezzo per Zanottelli.",
        "Brugnaro tocca di testa, sul cross di Zanottelli.",
        "Bello lo scambio tra Brugnaro e Zanottelli.",
    ],
)
def test_team_mates(text: str):
    assert tie(text) > 0


def test_the_subject_goes_on_behind_and():
    r = read("Al 9' Brugnaro dribbla Zanottelli e supera Bertoldo sulla corsa.", "calcio_people")
    edges, who = r.graph.edges, {p.name: p.id for p in r.people}
    assert edges.get((who["Brugnaro"], who["Bertoldo"]), 0.0) < 0
    assert edges.get((who["Zanottelli"], who["Bertoldo"]), 0.0) >= 0


@pytest.mark.parametrize(
    "text",
    [
        "Brugnaro trasforma il rigore concesso per un fallo su Zanottelli.",
        "Brugnaro si avventa sulla respinta dopo il tiro di Zanottelli.",
        "Bertoldo approfitta di un errore di Brugnaro e salta Zanottelli.",
        "Brugnaro mette in mezzo la punizione per Zanottelli.",
    ],
)
def test_no_opponents(text: str):
    r = read(text, "calcio_people")
    who = {p.name: p.id for p in r.people}
    assert r.graph.between(who["Brugnaro"], who["Zanottelli"]) >= 0


@pytest.mark.parametrize(
    ("text", "listed"), [("Brugnaro, Zanottelli e Bertoldo attaccano.", True), ("Brugnaro, Zanottelli fischia.", False)]
)
def test_a_list_of_names_goes_on(text: str, listed: bool):
    assert (tie(text) > 0) == listed


def test_two_names_apart_say_nothing():
    assert tie("Brugnaro resta a terra. Zanottelli beve un sorso.") == 0


@pytest.mark.parametrize(
    ("text", "name", "team"),
    [
        ("Il Renate cresce: Brugnaro calcia alto.", "Brugnaro", "Renate"),
        ("Il Renate attacca ancora e Brugnaro respinge.", "Brugnaro", "Lecco"),
        ("Il Renate fa fatica a superare Brugnaro.", "Brugnaro", "Lecco"),
        ("Mister Zanottelli del Renate ringrazia. Zanottelli inserisce Brugnaro.", "Brugnaro", "Renate"),
    ],
)
def test_sides(text: str, name: str, team: str):
    people = read(f"Lecco-Renate 0-0\n{text}").people
    assert {p.team for p in people if p.name == name} == {team}


def test_two_coaches_are_opponents():
    r = read("Lecco-Renate 0-0\nIl Lecco di mister Brugnaro attende. Mister Zanottelli non cambia.")
    assert {p.name: p.team for p in r.people} == {"Brugnaro": "Lecco", "Zanottelli": "Renate"}


def test_a_side_behind_a_comma_does_not_change_men():
    r = read("Lecco-Renate 0-0\nEntrano Brugnaro e Zanottelli, però è il Renate ad attaccare.")
    assert "Renate" not in {p.team for p in r.people}
