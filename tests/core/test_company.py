"""Who scores in the sentence behind a win plays for the winner, though the loser is named last."""

import pytest

from tests.markup import read


def belief(text: str, name: str) -> float:
    r = read(text)
    return next(r.belief[p.id] * (1 if r.match.home == "Rovigliese" else -1) for p in r.people if p.name == name)


@pytest.mark.parametrize(
    "lead",
    [
        "Manita della Rovigliese al malcapitato Montefosco.",
        "Poker della Rovigliese in casa del Montefosco.",
    ],
)
def test_what_follows_is_told_of_the_winner(lead: str):
    assert belief(f"{lead} Sugli scudi Svanini, poi un palo di Olivotto.", "Svanini") > 0


def test_without_a_win_the_side_named_last_goes_on():
    assert belief("La Rovigliese ospita il Montefosco. Sugli scudi Svanini, poi un palo di Olivotto.", "Svanini") < 0
