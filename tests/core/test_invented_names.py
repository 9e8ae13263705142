"""Clubs and men that no list knows, told from towns, streets, grounds and one another by the words beside them."""

import pytest

from core.extract import extract

GOAL = (
    " Al 10' del primo tempo segna Bruttomesso con un tiro dal limite dell'area, al 70' raddoppia Scarpellon di testa."
)


def label(text: str, name: str) -> str | None:
    return next((m.label for m in extract(text).mentions if m.text == name), None)


def sides(text: str) -> tuple[str | None, str | None]:
    match = extract(text + GOAL).match
    return match.home, match.away


@pytest.mark.parametrize(
    ("text", "club"),
    [
        ("Il Borgo Olmo batte 2-0 il Felsegara, che resta ultimo.", "Felsegara"),
        ("Torna a vincere la Vigor, 2-0 al Borgo Olmo.", "Vigor"),
        ("Il Borgo Olmo passa 2-0, l'Alpano protesta.", "Alpano"),
        ("Derby senza storia. Audax Piobbano 0, Real Metarno 2.", "Audax Piobbano"),
        ("Il Borgo Olmo supera 2-0 il San Vito Positano davanti a mille persone.", "San Vito Positano"),
    ],
)
def test_sides_of_no_list(text: str, club: str):
    assert label(text + GOAL, club) == "TEAM"


@pytest.mark.parametrize(
    ("text", "name", "expected"),
    [
        ("Il Borgo Olmo vince 2-0 sul campo di via dei Mille.", "Mille", "PLACE"),
        ("Il Borgo Olmo vince 2-0 e il Municipale esplode.", "Municipale", "STADIUM"),
        ("I voti: Rossetti 6, Bianchetti 7, Verdone 5. Il Borgo Olmo vince 2-0.", "Rossetti", "PLAYER"),
    ],
)
def test_what_is_no_side(text: str, name: str, expected: str):
    assert label(text + GOAL, name) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Il Borgo Olmo vince 2-0: girata di Fabbri, volo di De Meo e palla in angolo.",
        "Il Borgo Olmo vince 2-0: fallo di mano di Fabbri, poi il cross di De Meo è lungo.",
    ],
)
def test_whose_shot_it_is_plays(text: str):
    assert label(text + GOAL, "Fabbri") == label(text + GOAL, "De Meo") == "PLAYER"


def test_a_ground_called_after_a_man_has_the_article():
    told = "Il Borgo Olmo vince 2-0 {} e festeggia."
    assert label(told.format("al Bisceglia") + GOAL, "Bisceglia") == "STADIUM"
    assert label(told.format("con un tiro di Bisceglia") + GOAL, "Bisceglia") == "PLAYER"


@pytest.mark.parametrize(
    ("text", "home", "away"),
    [
        ("PORTOVECCHIO - Tre punti d'oro contro la Serrana, che resta ultima.", "Portovecchio", "Serrana"),
        ("VERGNOLO. Il Trebbiano torna a casa con i tre punti.", "Vergnolo", "Trebbiano"),
        ("TORVIANO, lunedì. - Il Trebbiano vince 2-0 con merito.", "Torviano", "Trebbiano"),
        ('Espugnato il "Comunale" di Castel Fosco, la Serrana sale al terzo posto.', "Castel Fosco", "Serrana"),
        ("Vince il Trebbiano, con merito, sull'erba alta di Ostiano.", "Ostiano", "Trebbiano"),
        ("Torna dalla Toscana con due gol e tre punti il Montefosco.", None, "Montefosco"),
        ("VERGNOLA - La Vergnolese batte 2-0 la Serrana.", "Vergnolese", "Serrana"),
        ("POKER - Il Vergnano batte 2-0 la Serrana.", "Vergnano", "Serrana"),
        ("EMERGENZA. Il Vergnano davanti al proprio pubblico vince 2-0.", "Vergnano", None),
        ("A Oliveta finisce 2-0 per i rossi.", "Oliveta", None),
    ],
)
def test_where_it_is_played_tells_the_host(text: str, home: str | None, away: str | None):
    assert sides(text) == (home, away)
