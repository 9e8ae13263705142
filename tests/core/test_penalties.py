"""Penalties: <scored>, <missed>, <fouled> and <fouler> mark people."""

import pytest

from tests.core.reader_cases import called, scene, told


def read_penalties(marked: str) -> tuple[list[set[tuple[str, str]]], set[tuple[str, str]]]:
    """What each penalty tells as (role, name), and what is marked."""
    r, tags, prose = scene(marked)
    found = []
    for p in prose.penalties:
        roles = {"fouled": p.fouled, "fouler": p.fouler, "scored": p.taker if p.scored else -1}
        roles["missed"] = p.taker if p.missed else -1
        found.append({(role, str(called(r, who))) for role, who in roles.items() if who >= 0})
    return found, told(tags)


@pytest.mark.parametrize(
    "marked",
    [
        "<scored>Mazzuoli</scored> trasforma il rigore.",
        "Calcio di rigore: <scored>Mazzuoli</scored> non sbaglia.",
        "<scored>Mazzuoli</scored> realizza dal dischetto.",
        "<missed>Mazzuoli</missed> sbaglia il rigore.",
        "<missed>Mazzuoli</missed> calcia alto il rigore.",
        "Rigore per fallo di <fouler>Scapin</fouler> su <fouled>Nencini</fouled>: <scored>Mazzuoli</scored> trasforma.",
        "<fouled>Nencini</fouled> viene steso in area da <fouler>Scapin</fouler>: rigore. <scored>Mazzuoli</scored>"
        " segna dal dischetto.",
    ],
)
def test_penalties(marked: str):
    found, wanted = read_penalties(marked)
    assert found == [wanted]


@pytest.mark.parametrize(
    "text",
    [
        "Mazzuoli chiede il rigore, l'arbitro lascia correre.",
        "Mazzuoli calcia dal limite dell'area di rigore.",
        "Niente rigore per il contatto tra Scapin e Nencini.",
        "Mazzuoli segna di testa.",
    ],
)
def test_no_penalties(text: str):
    assert read_penalties(text)[0] == []
