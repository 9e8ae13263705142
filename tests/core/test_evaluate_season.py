"""The comparison of a season with its facts counts what it says, and the sample season stays above its floor."""

from pathlib import Path

import pytest

from core.evaluate_season import SeasonScores, compare, read_facts
from core.extract import extract
from core.schema import Event, EventType, Match, MatchReport

SEASON = Path(__file__).parents[2] / "sample_reports" / "atalanta-2017-18"
FACT = {
    "file": "a.txt", "home": "Lecco", "away": "Renate", "kind": "goal", "club": "Lecco", "player": "Carlo Capelli",
    "player2": "", "minute": "38", "added": "", "detail": "", "told": "yes", "minute_told": "yes",
}  # fmt: skip


def reading(**event: object) -> MatchReport:
    """A reading with one event."""
    given = {"type": EventType.GOAL, "team": "Lecco", "player": "Capelli", "minute": 38} | event
    return MatchReport(text="", match=Match(home="Lecco", away="Renate", score=(1, 0)), events=[Event(**given)])


@pytest.mark.parametrize(
    ("fact", "event", "kind", "found"),
    [
        ({}, {}, "scorers", 1),
        ({}, {}, "minutes", 1),
        ({}, {"player": "Bonetti"}, "scorers", 0),
        ({}, {"team": "Renate"}, "scorers", 0),
        ({}, {"penalty": True}, "scorers", 0),
        ({}, {"minute": 39}, "minutes", 0),
        ({"minute_told": "approx"}, {"minute": 41}, "minutes", 1),
        ({"minute_told": "approx"}, {"minute": None}, "minutes", 0),
        ({"kind": "result", "detail": "1-0"}, {}, "results", 1),
        ({"kind": "result", "detail": "0-1"}, {}, "results", 0),
        ({"kind": "card", "detail": "red"}, {"type": EventType.CARD, "card": "second_yellow"}, "cards", 1),
        ({"kind": "card", "detail": "red"}, {"type": EventType.CARD, "card": "yellow"}, "cards", 0),
    ],
)
def test_a_fact_is_found_or_not(fact, event, kind, found):
    scores = SeasonScores()
    compare([FACT | fact], reading(**event), scores)
    assert (scores.found[kind], scores.told[kind]) == (found, 1)


def test_what_the_text_does_not_tell_is_not_asked():
    scores = SeasonScores()
    compare([FACT | {"told": "no"}], reading(), scores)
    assert not scores.told


def test_the_sample_season_is_read():
    scores = SeasonScores()
    for file, facts in read_facts(SEASON / "facts.csv").items():
        compare(facts, extract((SEASON / file).read_text("utf-8")), scores)
    floor = {"results": 1.0, "scorers": 0.97, "minutes": 0.93, "cards": 0.93, "substitutions": 0.93}
    assert {kind: scores.share(kind) >= least for kind, least in floor.items()} == dict.fromkeys(floor, True)
