"""Goals as briefs tell them: in lists and by sides, answered, denied, remembered, and under which time."""

import pytest

from core import extract
from core.schema import EventType

SQUADS = (
    "SERIE C\nLecco-Renate 3-3\n\n"
    "Nel Lecco in campo Bertelli, Cavalleri, Gualdi e il portiere Fabbian; il Renate risponde con Moroni, Sperandio e "
    "il portiere Zanotto.\n\n"
)


def told(text: str, kind: EventType = EventType.GOAL) -> list[tuple[str | None, int | None]]:
    """(player, minute) of each event of a kind told behind the squads."""
    return [(e.player, e.minute) for e in extract(SQUADS + text).events if e.type == kind]


def of_sides(text: str) -> set[tuple[str | None, str | None]]:
    """(player, side) of each goal told behind the squads."""
    return {(e.player, e.team) for e in extract(SQUADS + text).events if e.type == EventType.GOAL}


@pytest.mark.parametrize(
    ("text", "men"),
    [
        ("A bersaglio Gualdi e Bertelli per i lariani, Moroni per i brianzoli.", {"Gualdi", "Bertelli", "Moroni"}),
        ("Timbra Gualdi per il Lecco, Moroni e Sperandio per gli ospiti.", {"Gualdi", "Moroni", "Sperandio"}),
        ("Ammoniti Gualdi per il Lecco, Moroni per il Renate.", set()),
        ("Legni di Gualdi per il Lecco, Moroni per il Renate.", set()),
        ("A Bertelli replicano Moroni e Sperandio.", {"Bertelli", "Moroni", "Sperandio"}),
        ("Al destro di Gualdi risponde in tuffo Zanotto.", set()),
        ("In gol Gualdi su rigore, Bertelli e Moroni.", {"Gualdi", "Bertelli", "Moroni"}),
        ("In gol Gualdi, Bertelli lo abbraccia.", {"Gualdi"}),
        ("Il Lecco passa con tripletta di Gualdi e Bertelli.", {"Gualdi", "Bertelli"}),
        ("Il Lecco si fa riprendere da Moroni e Sperandio.", {"Moroni", "Sperandio"}),
        ("Gualdi si fa riprendere dall'arbitro Moroni.", set()),
        ("Ai brianzoli non basta Moroni.", {"Moroni"}),
        ("Non basta Gualdi per frenare Moroni.", set()),
    ],
)
def test_men_of_a_list_score(text, men):
    assert {player for player, _ in told(text)} == men


@pytest.mark.parametrize(
    ("text", "goals"),
    [
        ("Gualdi apre al 9', Moroni impatta al 50'.", [("Gualdi", 9), ("Moroni", 50)]),
        ("Gualdi apre al 9' per Bertelli, che spara a lato.", []),
        ("Al 9' cross di Bertelli, esterno di Gualdi e palla nell'angolino.", [("Gualdi", 9)]),
        ("Al 9' scatto di Gualdi, Moroni saltato netto, mancino che non lascia scampo.", [("Gualdi", 9)]),
        ("Al 9' Gualdi, dimenticato in area, incorna il vantaggio.", [("Gualdi", 9)]),
        ("Al 9' Gualdi dall'area arriva vicino al vantaggio.", []),
        ("Al 9' insacca Gualdi. È ancora lui a firmare al 20' il bis.", [("Gualdi", 9), ("Gualdi", 20)]),
        ("Vantaggio al 9' di Gualdi, poi successo arrotondato al 70' da Bertelli.", [("Gualdi", 9), ("Bertelli", 70)]),
    ],
)
def test_who_scores(text, goals):
    assert told(text) == goals


@pytest.mark.parametrize(
    "text",
    [
        "Gualdi non segna.",
        "Al 12' Gualdi non raddoppia.",
        "Gualdi si guadagna un penalty, purtroppo non realizzato.",
        "Gualdi ha segnato due settimane fa a Vercelli.",
        "Se Gualdi avesse insaccato al 12', parleremmo d'altro.",
        "Terzo pareggio di fila per il Lecco di Gualdi.",
        "Il tempo si chiude in parità dopo il lavoro di Gualdi.",
    ],
)
def test_what_was_not_done_or_long_ago_is_no_goal(text):
    assert told(text) == []


def test_a_card_that_was_not_shown_is_none():
    assert told("Al 30' l'arbitro non ammonisce Gualdi.", EventType.CARD) == []
    assert told("Al 30' l'arbitro ammonisce Gualdi, che non protesta.", EventType.CARD) == [("Gualdi", 30)]


def test_a_goal_like_one_of_long_ago_is_a_goal():
    assert told("Al 20' insacca Gualdi, come un anno fa.") == [("Gualdi", 20)]


@pytest.mark.parametrize(
    ("text", "goals"),
    [
        ("Gualdi sblocca al 29', nella ripresa raddoppia Bertelli.", [("Gualdi", 29), ("Bertelli", None)]),
        ("Insacca Gualdi al 29', poi bis di Bertelli nella seconda frazione.", [("Gualdi", 29), ("Bertelli", None)]),
        ("Al 60' Gualdi, sfortunato nel primo tempo, insacca.", [("Gualdi", 60)]),
        ("Il Renate sblocca al 28' con Moroni e raddoppia con Sperandio all'86'.", [("Moroni", 28), ("Sperandio", 86)]),
        ("La ripresa comincia con la rete di Moroni al 50'.", [("Moroni", 50)]),
        ("All'83 il Lecco segna con Gualdi.", [("Gualdi", 83)]),
        ("Nel giro di 2' vanno in gol Gualdi e Bertelli.", [("Gualdi", None), ("Bertelli", None)]),
        ("Al gol di Gualdi replica Moroni al 60'.", [("Gualdi", None), ("Moroni", 60)]),
    ],
)
def test_a_time_dates_what_it_stands_beside(text, goals):
    assert sorted(told(text), key=str) == sorted(goals, key=str)


@pytest.mark.parametrize(
    ("text", "goals"),
    [
        ("Lecco sotto al 10': insacca Moroni.", {("Moroni", "Renate")}),
        ("Il Lecco finisce in svantaggio al 10' per la rete di Moroni.", {("Moroni", "Renate")}),
        ("Per i brianzoli accorcia Moroni.", {("Moroni", "Renate")}),
        ("Il Lecco travolge il Renate: in gol Gualdi.", {("Gualdi", "Lecco")}),
        ("Arriva il colpo del ko per il Lecco, firmato Moroni.", {("Moroni", "Renate")}),
        ("Renate avanti con Moroni, immediato pareggio di Molinari.", {("Moroni", "Renate"), ("Molinari", "Lecco")}),
    ],
)
def test_whose_side_scores(text, goals):
    assert of_sides(text) == goals


def test_from_the_spot_behind_one_man_is_not_another():
    text = "Al 10' Lecco avanti con Gualdi dal dischetto, al 70' chiude Bertelli."
    assert [(e.player, e.penalty) for e in extract(SQUADS + text).events if e.type == EventType.GOAL] == [
        ("Gualdi", True), ("Bertelli", False),
    ]  # fmt: skip


def test_a_noun_from_the_spot_leaves_the_next_goal_alone():
    text = "Al 12' apre Gualdi, raddoppio di Bertelli dal dischetto. Nel finale Moroni riapre il match."
    kicks = {e.player: e.penalty for e in extract(SQUADS + text).events if e.type == EventType.GOAL}
    assert kicks == {"Gualdi": False, "Bertelli": True, "Moroni": False}


def test_whose_a_goal_is_may_stand_before_its_time():
    assert told("Di Bertelli, al 60', il provvisorio 1-2.") == [("Bertelli", 60)]
    assert told("Al 60' invito di Bertelli, 2-1.") == []


def test_a_man_called_like_a_ground_elsewhere_is_a_man():
    text = "Renate-Lecco 1-1\n\nRenate avanti al 40' con Sperandio, immediato pareggio di Molinari."
    assert [e.player for e in extract(text).events if e.type == EventType.GOAL] == ["Sperandio", "Molinari"]


def test_a_colour_with_a_capital_is_a_side():
    names = extract(SQUADS + "Bertelli porta avanti i Blucelesti.").mentions
    assert [n.name for n in names if n.text == "Blucelesti"] == ["Lecco"]


def test_still_is_no_verb():
    found = [e for e in extract(SQUADS + "Al 12' Gualdi serve ancora Bertelli ed è gol.").events if e.type == "goal"]
    assert [(e.player, e.assist) for e in found] == [("Bertelli", "Gualdi")]
