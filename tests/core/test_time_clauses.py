"""Where a clause with a time of its own parts a sentence."""

import pytest

from tests.markup import read


def parts(text: str) -> list[str]:
    """The sentences of a text as they are read for events."""
    r = read(text, "calcio_events")
    return [r.view.text[r.toks[a].start : r.toks[b - 1].end] for a, b in r.sentences]


@pytest.mark.parametrize(
    ("text", "behind"),
    [
        ("Bertelli calcia alto e al 34' segna Gualdi.", "e al 34' segna Gualdi."),
        ("Bertelli sfiora il gol e, al 34', traversa di Gualdi.", "e, al 34', traversa di Gualdi."),
        ("Bertelli prende il palo, poi al 34' Gualdi batte Zanotto.", "poi al 34' Gualdi batte Zanotto."),
        ("Al 21' Bertelli calcia alto, al 34' il Lecco passa.", "al 34' il Lecco passa."),
        ("Bertelli protesta, ma al 34' rigore per il Renate.", "ma al 34' rigore per il Renate."),
    ],
)
def test_a_clause_with_a_time_is_a_sentence(text: str, behind: str):
    assert parts("Lecco-Renate 1-0\n" + text)[-1] == behind


@pytest.mark.parametrize(
    "text",
    [
        "Bertelli riceve palla e al 34' segna.",
        "Bertelli segna al 12' e al 34' su assist di Gualdi.",
        "Il Lecco va a segno al 12' con Bertelli e al 34' con Gualdi.",
        "Vengono ammoniti al 12' Bertelli e al 34' Gualdi.",
        "Bertelli, al 34', segna.",
        "Ammonito Bertelli e al 34' anche Gualdi.",
        "Al 12' Bertelli prende il palo, al 34' lo stesso attaccante segna.",
    ],
)
def test_what_goes_on_is_not_parted(text: str):
    assert parts("Lecco-Renate 1-0\n" + text)[-1] == text


def test_the_subject_of_the_first_part_is_kept():
    r = read("Lecco-Renate 1-0\nIl Lecco insiste e al 34' il vantaggio arriva con Bertelli.", "calcio_events")
    assert r.continued == {len(r.sentences) - 1}
    assert [g.team for g in r.told.goals][-1:] == ["Lecco"]
