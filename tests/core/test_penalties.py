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
        "I locali protestano per un rigore non concesso.",
        "Colombini non concede il rigore al Novara.",
        "Niente rigore per il contatto tra Scapin e Nencini.",
        "Mazzuoli segna di testa.",
    ],
)
def test_no_penalties(text: str):
    assert read_penalties(text)[0] == []


@pytest.mark.parametrize(
    ("text", "side"),
    [
        ("Al 70' l'arbitro concede un rigore alla Pro Vercelli.", "Pro Vercelli"),
        ("Al 70' l'arbitro indica il dischetto in favore del Novara.", "Novara"),
        ("Al 70' calcio di rigore per il Novara.", "Novara"),
    ],
)
def test_side_that_is_given_a_penalty(text: str, side: str):
    _, _, prose = scene(text)
    assert [p.team for p in prose.penalties] == [side]


@pytest.mark.parametrize(("minute", "kicked"), [(72, True), (85, False)])
def test_kick_is_not_told_long_after_the_award(minute: int, kicked: bool):
    _, _, prose = scene(f"Al 70' l'arbitro concede un rigore al Novara. Al {minute}' segna Mazzuoli.")
    assert [p.kicked for p in prose.penalties] == [kicked]
