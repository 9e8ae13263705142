"""Moments of live lines: the minute at the head of a line holds for all that the line tells."""

import pytest

from core.clock import moments
from core.live_clock import live_clock, with_live
from core.reading import Reading
from tests.markup import read

OLDEST = (
    "PRIMO TEMPO\n1' Si parte\n12' Gol di Bruni! Cross di Sala e colpo di testa vincente.\nGrande festa in curva.\n"
    "47' Fine del primo tempo\nSECONDO TEMPO\n1' Si riparte\n20' Palo di Riva, che al 5' aveva calciato alto."
)


def clock_at(r: Reading, word: str) -> tuple[int | None, int | None, bool] | None:
    """(minute, added, approx) of the last moment before a word of its sentence."""
    token = next(t for t in r.toks if t.text == word)
    told, _ = with_live(r, *moments(r))
    here = [m for m in told if m.a <= token.i and r.toks[m.a].sent == token.sent]
    return (here[-1].minute, here[-1].added, here[-1].approx) if here else None


@pytest.mark.parametrize(
    ("word", "told"),
    [
        ("Bruni", (12, None, False)),
        ("Cross", (12, None, False)),  # the second sentence of the line
        ("festa", (12, None, True)),  # a line without a minute goes on with the one above
        ("Fine", (45, 2, False)),
        ("Palo", (65, None, False)),
        ("calciato", (65, None, False)),  # a look back does not set the clock
    ],
)
def test_oldest_first(word: str, told: tuple[int, int | None, bool]):
    assert clock_at(read(OLDEST, "calcio_match"), word) == told


def test_halves_follow_the_headings():
    r = read(OLDEST, "calcio_match")
    _, periods = with_live(r, *moments(r))
    at = {t.text: periods[t.i] for t in r.toks}
    assert (at["Bruni"], at["festa"], at["Fine"], at["Palo"]) == (1, 1, 1, 2)


def test_a_moment_points_at_the_minute_as_written():
    r = read(OLDEST, "calcio_match")
    clock = live_clock(r)
    assert [r.view.text[m.expr.start : m.expr.end] for m in clock.moments][:4] == ["1'", "12'", "12'", "12'"]
    assert [m.a for m in clock.moments] == sorted(m.a for m in clock.moments)


def test_newest_first():
    text = "90' Gol di Riva\n75' Palo di Bruni\n46' Si riparte\n44' Parata di Sala\n12' Tiro di Moro"
    r = read(text, "calcio_match")
    assert [m.minute for m in live_clock(r).moments] == [90, 75, 46, 44, 12]
    assert clock_at(r, "Bruni") == (75, None, False)


@pytest.mark.parametrize("text", ["Al 12' Bruni segna di testa.", "Il Novara vince.", ""])
def test_prose_is_left_alone(text: str):
    r = read(text, "calcio_match")
    told, periods = moments(r)
    assert live_clock(r).moments == [] and with_live(r, told, periods) == (told, periods)


ALONE = (
    "La diretta\n90'+2\nRETE! La Sangiorgese trova il pari con Fabbri.\n77'\nVirtus Olmo: Landi per Bruni.\n70'\n"
    "Sangiorgese: Doveri per Riva.\n58'\nRETE! Virtus Olmo avanti, colpisce Sala.\n19'\nAmmonito Neri.\n"
    "Pari nella sfida tra Virtus Olmo e Sangiorgese, 1-1."
)


@pytest.mark.parametrize(
    ("word", "told"),
    [
        ("Fabbri", (90, 2, False)),
        ("Landi", (77, None, False)),
        ("Sala", (58, None, False)),
        ("Neri", (19, None, False)),
    ],
)
def test_a_minute_in_a_line_of_its_own_holds_for_the_next(word: str, told: tuple[int, int | None, bool]):
    r = read(ALONE)
    assert clock_at(r, word) == told
    assert {r.toks[n.a].section for n in r.names if n.text in ("Landi", "Doveri")} == {"live"}
