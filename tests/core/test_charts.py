"""Charts are valid, carry the chosen mark, and say in words what they show."""

import pandas as pd
import pytest

from core import charts, charts_season
from core.match_clock import axis
from core.palette import DARK, LIGHT
from core.schema import Event, Match, MatchReport
from core.shapes import SHAPES
from core.timeline import mark_kind, marks

NAMES = {"home": "Alba", "away": "Brenta"}


def match() -> MatchReport:
    kinds = [
        *({"type": "card", "card": c} for c in ("yellow", "second_yellow", "red")),
        {"type": "goal", "own_goal": True},
        *(
            {"type": t}
            for t in ("goal", "disallowed_goal", "penalty_awarded", "penalty_missed", "substitution", "shot")
        ),
        {"type": "injury"},
    ]
    made = [
        Event(
            **{
                "id": f"e{i}",
                "order": i,
                "team": "Alba" if i % 2 else "Brenta",
                "minute": None if i == 3 else 5 * i + 1,
                **k,
            }
        )
        for i, k in enumerate(kinds)
    ]
    return MatchReport(text="x", match=Match(home="Alba", away="Brenta"), events=made)


@pytest.mark.parametrize("colours", [LIGHT, DARK])
@pytest.mark.parametrize("chosen", [None, "e4"])
def test_timeline_is_a_valid_chart_of_every_event(colours, chosen):
    read = match()
    spec = charts.timeline(marks(read), axis(read.events), NAMES, colours, chosen).to_dict()
    discs = [layer for layer in spec["layer"] if "description" in layer["encoding"]]
    assert len(discs) == 1
    ids = {row["id"] for row in spec["datasets"][discs[0]["data"]["name"]]}
    assert ids == {e.id for e in read.events}
    rings = [layer for layer in spec["layer"] if layer["mark"].get("size") == 620]
    assert len(rings) == (chosen is not None)


def test_only_the_discs_speak():
    read = match()
    spec = charts.timeline(marks(read), axis(read.events), NAMES, LIGHT).to_dict()
    assert all(("description" in layer["encoding"]) != (layer["mark"].get("aria") is False) for layer in spec["layer"])


def test_timeline_without_events_is_still_a_clock():
    assert charts.timeline([], axis([]), NAMES, LIGHT).to_dict()["layer"]


@pytest.mark.parametrize("event", match().events, ids=lambda e: mark_kind(e))
def test_every_kind_has_a_shape(event):
    assert mark_kind(event) in SHAPES


def test_goals_without_minute_are_shown_apart():
    quarters = pd.DataFrame(
        [{"team": "Alba", "quarter": q, "goals_for": n, "goals_against": 0} for q, n in (("1-15", 2), ("?", 1))]
    )
    spec = charts_season.goals_by_quarter(quarters, None, LIGHT).to_dict()
    assert spec["encoding"]["x"]["sort"] == ["1-15", "non detto"]


def test_points_over_time_names_each_line():
    rows = [{"team": t, "match": m, "points": m, "opponent": "x", "outcome": "D"} for t in "AB" for m in (1, 2, 3)]
    spec = charts_season.points_over_time(pd.DataFrame(rows), ["A", "B"], LIGHT).to_dict()
    assert spec["title"] and len(spec["layer"]) == 2
