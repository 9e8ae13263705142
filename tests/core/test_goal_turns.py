"""Goals of whole reports: what stands between a verb and the state it tells, lists, and who only stands beside."""

import pytest

from core import extract
from core.schema import EventType

SQUADS = (
    "SERIE C\nNovara-Lecco {}\n\n"
    "Nel Lecco in campo Cavalleri, Gualdi, Bertelli e il portiere Fabbian; nel Novara Moroni, Sperandio e "
    "il portiere Zanotto.\n\n"
)


def told(text: str, score: str = "1-2") -> list[tuple[str | None, int | None]]:
    """(author, minute) of each goal told behind the squads."""
    events = extract(SQUADS.format(score) + text).events
    return [(e.player, e.minute) for e in events if e.type == EventType.GOAL]


def penalties(text: str, score: str = "1-2") -> dict[str | None, bool]:
    """Author → whether his goal is a penalty."""
    return {e.player: e.penalty for e in extract(SQUADS.format(score) + text).events if e.type == EventType.GOAL}


@pytest.mark.parametrize(
    "text",
    [
        "Al 30' Gualdi riporta i lecchesi avanti.",
        "Al 30' Gualdi porta il Lecco in vantaggio.",
        "Al 30' Gualdi porta di nuovo avanti il Lecco.",
        "Al 30' Gualdi porta i suoi compagni in vantaggio.",
        "Al 30' Gualdi manda il Lecco in vantaggio.",
        "Al 30' Gualdi, entrato da poco, riporta il Lecco in parità.",
    ],
)
def test_a_side_stands_between_the_verb_and_the_lead(text):
    assert told("Al 10' insacca Moroni. " + text) == [("Moroni", 10), ("Gualdi", 30)]


@pytest.mark.parametrize(
    "text",
    [
        "Al 30' Gualdi prova a portare il Lecco in vantaggio.",
        "Al 30' Gualdi porta il Lecco in attacco.",
        "Al 30' Gualdi non porta il Lecco in vantaggio, Zanotto vola.",
    ],
)
def test_a_side_that_is_not_put_ahead(text):
    assert told("Al 10' insacca Moroni. " + text, "1-0") == [("Moroni", 10)]


@pytest.mark.parametrize(
    ("text", "kicked"),
    [
        ("Lecco avanti al 7' con Gualdi su rigore, al 20' Bertelli raddoppia.", {"Gualdi": True, "Bertelli": False}),
        ("Bertelli firma il 2-0, su rigore Moroni accorcia.", {"Bertelli": False, "Moroni": True}),
        ("Bertelli realizza l'1-0 e infine con Gualdi arriva il 2-0 su rigore.", {"Bertelli": False, "Gualdi": True}),
        ("Gualdi si procura il rigore, Bertelli trasforma.", {"Bertelli": True}),
    ],
)  # fmt: skip
def test_a_penalty_is_one_mans_goal(text, kicked):
    score = {2: "0-2", 1: "0-1"}[len(kicked)] if "Moroni" not in kicked else "1-1"
    assert penalties(text, score) == kicked


@pytest.mark.parametrize(
    ("text", "authors"),
    [
        ("Lecco avanti grazie alle reti segnate da Bertelli e dal funambolico Gualdi.", ["Bertelli", "Gualdi"]),
        ("Lecco avanti con i gol realizzati da Bertelli e da Gualdi.", ["Bertelli", "Gualdi"]),
        ("Rete di Bertelli, servito da Cavalleri e da Gualdi.", ["Bertelli"]),
        ("Lecco avanti con la rete segnata da Bertelli e propiziata da Gualdi.", None),
    ],
)
def test_a_participle_tells_of_several_men(text, authors):
    found = [who for who, _ in told(text, "0-2")]
    assert found == authors if authors else len(found) == 1


@pytest.mark.parametrize(
    ("text", "author"),
    [
        # jumped over
        ("Al 20' cross di Gualdi sulla testa di Cavalleri, che svetta sopra Moroni e infila Zanotto.", "Cavalleri"),
        # left behind
        ("Al 20' Cavalleri, con Sperandio e Moroni ormai anticipati, segna il gol del vantaggio.", "Cavalleri"),
        ("Al 20' il Lecco segna il gol del vantaggio con Gualdi.", "Gualdi"),
        # likened
        ("Al 20' tiro a giro alla Palanca di Gualdi che si insacca.", "Gualdi"),
        ("Al 20' Gualdi inventa il gol con un cucchiaio alla Pirlo.", "Gualdi"),
    ],
)
def test_who_only_stands_beside_scored_nothing(text, author):
    assert told(text, "0-1") == [(author, 20)]


@pytest.mark.parametrize(
    ("text", "authors"),
    [
        ("Poi in rete Bertelli con un sinistro a giro e Gualdi con un colpo di testa.", ["Bertelli", "Gualdi"]),
        ("In rete Bertelli di testa e Gualdi dalla distanza.", ["Bertelli", "Gualdi"]),
        ("I lecchesi vincono con il gol di Gualdi e quello di Bertelli.", ["Gualdi", "Bertelli"]),
        ("Il gol di Gualdi a sbloccare la gara e quello di Cavalleri ad arrotondare.", ["Gualdi", "Cavalleri"]),
        ("Al 20' il gol di Gualdi, più bello di quello di Bertelli.", ["Gualdi"]),
        ("In gol Gualdi con un sinistro, Bertelli coglie il palo.", ["Gualdi"]),
    ],
)  # fmt: skip
def test_one_after_the_other_scores(text, authors):
    assert [who for who, _ in told(text, "0-2")] == authors


@pytest.mark.parametrize(
    ("text", "goals"),
    [
        ("Gualdi trova con un diagonale il pari.", [("Gualdi", None)]),
        ("Gualdi trova, al 12', il pareggio.", [("Gualdi", 12)]),
        ("Al 12' Gualdi trova infine l'1-1.", [("Gualdi", 12)]),
        ("Gualdi (foto) trova subito il pareggio.", [("Gualdi", None)]),
        ("Gualdi trova con un lancio Bertelli, che manca il pareggio.", []),
        ("Gualdi trova sulla sua strada il palo.", []),
    ],
)
def test_what_is_found_stands_apart_from_its_verb(text, goals):
    found = told("Al 10' insacca Moroni. " + text, "1-1" if goals else "1-0")
    assert found == [("Moroni", 10), *goals]


@pytest.mark.parametrize(
    ("text", "shots"),
    [
        ("Al 20' Gualdi infila il pallone all'incrocio dei pali.", 0),
        ("Al 20' Gualdi manda la palla sotto l'incrocio dei pali.", 0),
        ("Al 15' Bertelli colpisce l'incrocio dei pali. Al 20' segna Gualdi.", 1),
        ("Al 15' il tiro di Bertelli si stampa sull'incrocio dei pali. Al 20' segna Gualdi.", 1),
    ],
)
def test_the_corner_of_a_goal_is_no_woodwork(text, shots):
    events = extract(SQUADS.format("0-1") + text).events
    assert [(e.player, e.minute) for e in events if e.type == EventType.GOAL] == [("Gualdi", 20)]
    assert sum(e.type == EventType.SHOT for e in events) == shots
