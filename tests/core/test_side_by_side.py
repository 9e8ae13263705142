"""Two men named one after the other with no mark between, where the ball is sent, and who is beside a goal."""

import pytest

from core.extract import read

SQUADS = (
    "SERIE C. Lecco-Novara 1-0. Nel Lecco in campo Bertelli, Cavalleri, Gualdi e il portiere Fabbian; il Novara ha "
    "risposto con Moroni, Sperandio e il portiere Zanotto.\n\n"
)


def told(text: str) -> list[tuple[str, str | None, str | None]]:
    """(kind, player, assist) of what is told behind the squads."""
    r = read(SQUADS + text)
    return [
        (str(e.type), e.player or e.player_out or e.player_in, e.assist) for e in r.events if e.start >= len(SQUADS)
    ]


@pytest.mark.parametrize(
    ("text", "events"),
    [
        ("Al 12' sul cross di Gualdi Cavalleri insacca di testa.", [("goal", "Cavalleri", "Gualdi")]),
        ("Al 12' su assist di Gualdi Cavalleri calcia alto.", [("shot", "Cavalleri", None)]),
    ],
)
def test_the_name_behind_a_preposition_ends_where_the_subject_begins(text, events):
    assert told(text)[:1] == events


@pytest.mark.parametrize(
    "text", ["Al 12' sul cross di Ivan Gualdi calcia alto Bertelli.", "Al 12' il tiro di Pier Gualdi esce."]
)
def test_a_full_name_stays_whole(text):
    names = [n.text for n in read(SQUADS + text).names]
    assert any(" " in name and "Gualdi" in name for name in names)


@pytest.mark.parametrize("verb", ["gira", "spedisce", "schiaccia", "indirizza"])
def test_who_sends_the_ball_wide_does_not_go_off(verb):
    assert ("substitution", "Cavalleri", None) not in told(f"Al 12' Cavalleri {verb} fuori.")


def test_who_goes_off_does():
    assert ("substitution", "Cavalleri", None) in told("Al 60' va fuori Cavalleri, dentro Ferri.")


@pytest.mark.parametrize(
    ("text", "author", "assist"),
    [
        ("Al 33' Zanotto viene battuto da Cavalleri.", "Cavalleri", None),
        ("Al 33' Cavalleri scambia con Gualdi e batte Zanotto.", "Cavalleri", None),
        ("Al 33' Cavalleri si fa trovare pronto e appoggia in rete.", "Cavalleri", None),
        ("Al 33' contropiede del Lecco: Gualdi per Cavalleri, gol.", "Cavalleri", "Gualdi"),
        ("Al 33' il tiro di Cavalleri, deviato da Moroni, finisce alle spalle di Zanotto.", "Cavalleri", None),
        ("Al 33' Gualdi crossa e Cavalleri resiste alla carica di Moroni e insacca.", "Cavalleri", "Gualdi"),
    ],
)
def test_a_goal_and_nothing_beside_it(text, author, assist):
    r = read(SQUADS + text)
    events = [(str(e.type), e.player or e.player_in or e.player_out, e.assist) for e in r.events]
    assert events == [("goal", author, assist)]


def test_who_is_beaten_for_pace_lets_nothing_in():
    assert ("goal", "Cavalleri", None) not in told("Al 33' Moroni è battuto in velocità da Cavalleri, che calcia alto.")
