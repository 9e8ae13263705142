"""Sides that no list knows, found by how the text speaks of them."""

import pytest

from tests.markup import read

INVENTED = """Il Vallescura batte il Valdorso per tre a uno e lo aggancia in testa alla classifica.

Al decimo Zambelloni porta avanti il Vallescura con un tiro dal limite, poi la partita si trascina stancamente.
Nella ripresa Grossardi pareggia di testa, ma il Valdorso resta in dieci e al 75' Zambelloni segna di sinistro."""

SHEET = """VALLESCURA - VALDORSO 2-0

VALLESCURA: Orsi, Zambelloni, Grossardi, Malpeli, Dottori, Fanton, Brighi, Cestari, Marzoli, Pedron, Salvi.
VALDORSO: Bassi, Tomei, Ughi, Ferlito, Gandini, Moser, Nardi, Orlandi, Pavesi, Quaglia, Ricci.

Bella gara, Valdorso mai domo: finisce 2-0 per Vallescura, che passa al 10' con Fanton."""


def labels(text: str, form: str) -> list[str]:
    """The labels of a form in a reading, one a place."""
    return [n.label for n in read(text, "calcio_people").names if n.text.lower() == form.lower()]


def test_names_behind_articles_are_the_sides():
    r = read(INVENTED, "calcio_people")
    assert (r.match.home, r.match.away, r.match.score) == ("Vallescura", "Valdorso", (3, 1))
    assert labels(INVENTED, "Zambelloni") == ["PLAYER", "PLAYER"]


def test_behind_a_bare_preposition_it_is_the_town():
    found = labels(INVENTED + "\n\nI tifosi arrivati a Valdorso con tre pullman hanno applaudito.", "Valdorso")
    assert found == ["TEAM", "TEAM", "PLACE"]


@pytest.mark.parametrize("land", ["Salento", "Polesine"])
def test_a_land_behind_its_article_is_no_side(land):
    assert "TEAM" not in labels(f"{INVENTED}\n\nErano duecento dal {land}, tutti del {land}.", land)


def test_a_nickname_behind_its_article_stays_a_player():
    text = "L'Atalanta batte il Vallescura 2-1. Al 12' il Papu Gomez segna, al 30' calcia fuori il Papu."
    assert labels(text, "Papu") == ["PLAYER"]


def test_the_head_of_a_sheet_names_the_sides_of_the_prose():
    assert set(labels(SHEET, "Valdorso")) == set(labels(SHEET, "Vallescura")) == {"TEAM"}
