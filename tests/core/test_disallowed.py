"""Goals that were not given: whose they were, and what looks like one and is none."""

import pytest

from tests.core.reader_cases import called, scene


def annulled(text: str) -> list[str]:
    """Whose goals were not given, in text order."""
    r, _, told = scene(text)
    return [str(called(r, who)) for who, _, _ in told.disallowed]


@pytest.mark.parametrize(
    "text",
    [
        "Mazzuoli va a segno, gioco fermo per un fallo sul portiere.",
        "Mazzuoli realizza a gioco fermo.",
        "Mazzuoli trova la rete, tutto vano: fuorigioco.",
        "Mazzuoli segna, il guardalinee alza la bandierina.",
        "Mazzuoli insacca ma la rete viene cancellata per un mani di Nencini.",
        "Il gol di Mazzuoli non viene convalidato: fuorigioco di Nencini.",
        "Fa discutere il gol non concesso a Mazzuoli.",
        "Mazzuoli insacca, però l'arbitro aveva già fischiato.",
        "Rete di Mazzuoli non omologata.",
        "Mazzuoli batte Rubini. L'arbitro aspetta. Rete annullata.",
        "Proteste per l'annullamento della rete di Mazzuoli.",
    ],
)
def test_a_goal_that_was_not_given(text: str):
    assert annulled(text) == ["Mazzuoli"]


@pytest.mark.parametrize(
    "text",
    [
        "Mazzuoli insacca, il guardalinee non alza la bandierina.",
        "Mazzuoli in gol dopo che l'arbitro aveva lasciato correre su un tocco di mano di Nencini.",
        "Gol di Mazzuoli; più tardi l'arbitro ferma tutto per il temporale.",
        "Mazzuoli calcia a botta sicura, ma Rubini dice no.",
        "Il gol di Mazzuoli cancella le speranze degli avversari.",
    ],
)
def test_no_goal_was_taken_back(text: str):
    assert annulled(text) == []


def test_each_of_two_goals_that_were_not_given():
    assert annulled("Annullati due gol, al 23' a Mazzuoli e al 65' a Nencini.") == ["Mazzuoli", "Nencini"]
