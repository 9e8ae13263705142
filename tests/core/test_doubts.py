"""The reader says what it is not sure of, and is silent where all adds up."""

import pytest

from core.extract import extract

HEAD = "Lecco-Renate {score}\n\nIl Lecco batte il Renate {score} davanti al proprio pubblico. "


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (HEAD.format(score="2-0") + "Al 12' segna Capelli di testa.", "goal-count"),
        (
            HEAD.format(score="1-0") + "Decide un gol di Capelli, che di testa batte il portiere Bruni.",
            "goal-without-minute",
        ),
    ],
)
def test_what_does_not_add_up_is_said(text, code):
    assert code in {doubt.code for doubt in extract(text).warnings}


def test_what_adds_up_is_no_doubt():
    told = extract(HEAD.format(score="1-0") + "Al 12' del primo tempo Capelli segna di testa.")
    assert not {"goal-count", "goal-without-minute", "score-unknown", "side-unknown"} & {d.code for d in told.warnings}
