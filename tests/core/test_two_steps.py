"""Two goals told one after the other, goals that are only looked back on, and what comes at once at the whistle."""

import pytest

from core import extract
from core.schema import EventType

SQUADS = (
    "SERIE C\nNovara-Lecco 1-2\n\n"
    "Nel Lecco in campo Cavalleri, Gualdi e il portiere Fabbian; nel Novara Moroni, Sperandio e "
    "il portiere Zanotto.\n\n"
)


def goals(text: str) -> list[tuple[str | None, int | None]]:
    """(author, minute) of each goal told behind the squads."""
    return [(e.player, e.minute) for e in extract(SQUADS + text).events if e.type == EventType.GOAL]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Al 12' insacca Moroni. Nella ripresa il Lecco prima pareggia con Cavalleri e poi, ancora con Cavalleri, "
            "segna il gol della vittoria.",
            [("Moroni", 12), ("Cavalleri", None), ("Cavalleri", None)],
        ),
        (
            "Al 12' insacca Moroni. Cavalleri prima firma il pari di testa, poi insacca al 70' il pallone del 2-1.",
            [("Moroni", 12), ("Cavalleri", None), ("Cavalleri", 70)],
        ),
        ("Cavalleri segna al 70'. Prima della rete Gualdi aveva chiesto il cambio, poi esce.", [("Cavalleri", 70)]),
        ("Alla prima occasione Cavalleri segna al 70', poi il Lecco si difende.", [("Cavalleri", 70)]),
    ],
)
def test_first_and_then_are_two_goals(text, told):
    assert goals(text) == told


def test_an_end_told_with_its_time_dates_the_last_of_two_things():
    text = "La partita si decide al 90'. Cavalleri prima firma il pari di testa, poi insacca il pallone del 2-1."
    assert [g for g in goals(text) if g[1] == 90] == [("Cavalleri", 90)]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        # a goal that stirs was told before
        (
            "Cavalleri insacca il pallone dell'1-1. I lombardi, galvanizzati dal pari, segnano ancora all'88' con "
            "Gualdi.",
            [("Cavalleri", None), ("Gualdi", 88)],
        ),
        ("La gara, decisa dal gol di Cavalleri al 12', non decolla.", [("Cavalleri", 12)]),
        # what comes at once behind the last minute of a half is of that minute
        ("Al 45' segna Moroni. Immediata la replica: Cavalleri insacca.", [("Moroni", 45), ("Cavalleri", 45)]),
        ("Al 35' segna Moroni. Immediata la replica: Cavalleri insacca.", [("Moroni", 35), ("Cavalleri", None)]),
        (
            "Al 45' segna Moroni. Nella ripresa la replica è immediata: Cavalleri insacca.",
            [("Moroni", 45), ("Cavalleri", None)],
        ),
    ],
)
def test_what_speaks_of_a_goal_before(text, told):
    assert goals(text) == told


def test_a_half_named_in_a_summary_does_not_begin_it():
    text = (
        "Un tempo per parte, poi nella ripresa il Lecco fa valere la panchina. Partono forte i padroni di casa e al 9' "
        "Moroni segna. Nella ripresa al 20' insacca Cavalleri."
    )
    assert goals(text) == [("Moroni", 9), ("Cavalleri", 65)]
    again = "Nella ripresa partono forte i padroni di casa e al 9' Moroni segna. Al 20' insacca Cavalleri."
    assert goals(again) == [("Moroni", 54), ("Cavalleri", 65)]


@pytest.mark.parametrize(
    ("text", "minute"),
    [
        ("Al 36' Cavalleri calcia alto. Nella circostanza ammonito Moroni.", 36),
        ("Al 36' scontro tra Gualdi e Moroni. In seguito all'impatto viene ammonito Moroni.", 36),
        ("Al 36' Gualdi e Moroni si toccano. L'episodio costa il giallo a Moroni.", 36),
        ("Al 36' Cavalleri calcia alto. Prima dello scontro con Gualdi era stato ammonito Moroni.", None),
        ("Al 36' Cavalleri calcia alto. Poco dopo Gualdi ci prova. Nell'occasione ammonito Moroni.", None),
        ("Al 36' Cavalleri calcia alto. Nella ripresa Gualdi ci prova. Nell'occasione ammonito Moroni.", None),
        ("Al 36' Cavalleri calcia alto. Ammonito Moroni.", None),
    ],
)
def test_what_comes_of_a_thing_has_its_minute(text, minute):
    cards = [e for e in extract(SQUADS + text).events if e.type == EventType.CARD]
    assert [(e.player, e.minute) for e in cards] == [("Moroni", minute)]
