"""Times under which nothing is read: a goal where the score lacks one, nothing where it does not."""

import pytest

from core import extract
from core.schema import EventType

TEXT = (
    "SERIE C\nLecco-Novara {score}\n\n"
    "Nel Lecco in campo Cavalleri, Gualdi e il portiere Fabbian; nel Novara Moroni, Sperandio e il portiere "
    "Zanotto.\n\n"
    "Al 12' Cavalleri insacca di testa. {told} Nel finale il Lecco difende il risultato.\n"
)


def goals(score: str, told: str) -> list[tuple[str | None, int | None]]:
    events = extract(TEXT.format(score=score, told=told)).events
    return [(e.player, e.minute) for e in events if e.type == EventType.GOAL]


ALLUDED = "Al 33' tocca a Gualdi mettersi le mani nei capelli dalla gioia."


@pytest.mark.parametrize(
    ("score", "told", "found"),
    [
        ("2-0", ALLUDED, [("Cavalleri", 12), ("Gualdi", 33)]),
        ("1-0", ALLUDED, [("Cavalleri", 12)]),
        ("2-0", "Al 33' ammonito Gualdi.", [("Cavalleri", 12)]),
        ("2-0", "Al 33' Gualdi calcia alto.", [("Cavalleri", 12)]),
        ("2-0", "Al 33' esce Gualdi, dentro Ferri.", [("Cavalleri", 12)]),
    ],
)
def test_a_time_without_an_event_may_be_that_of_the_goal_that_lacks(score, told, found):
    assert goals(score, told) == found


def test_a_goal_that_only_the_score_asks_for_is_doubted():
    report = extract(TEXT.format(score="2-0", told=ALLUDED))
    doubt = next(d for d in report.warnings if d.code == "goal-inferred")
    assert doubt.values == {"player": "Gualdi"}
    assert report.text[doubt.start : doubt.end] in ALLUDED
    assert "goal-inferred" not in [d.code for d in extract(TEXT.format(score="1-0", told="")).warnings]
