"""The markup of our own tests: what does not parse must raise, or a test would pass by finding nothing."""

import pytest

from tests.markup import MarkupError, Tagged, parse, read


def test_tags_and_attributes():
    text, found = parse('Segna <player team="Pro Sesto">Rossi</player> <time minute=12>al 12\'</time>.')
    assert text == "Segna Rossi al 12'."
    assert found == [
        Tagged("player", 6, 11, "Rossi", {"team": "Pro Sesto"}),
        Tagged("time", 12, 18, "al 12'", {"minute": "12"}),
    ]


def test_tags_may_stand_inside_one_another():
    text, found = parse("<goal>rete di <player>Rossi</player></goal>")
    assert [(t.tag, t.text) for t in found] == [("goal", "rete di Rossi"), ("player", "Rossi")]


@pytest.mark.parametrize(
    "marked",
    [
        "no tag",
        "<goal>open",
        "closed</goal>",
        "<a>x</b>",
        "<a><b>x</a></b>",
        "a < b <c>x</c>",
        "<Goal>x</Goal>",
        "<a b>x</a>",
    ],
)
def test_what_does_not_parse_raises(marked: str):
    with pytest.raises(MarkupError):
        parse(marked)


def test_an_unknown_stage_raises():
    with pytest.raises(MarkupError):
        read("Rossi segna.", "calcio_goals")
