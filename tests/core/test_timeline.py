"""Places, ranges and lanes of the timeline."""

import pytest

from core.match_clock import axis, period_of
from core.schema import Event, Match, MatchReport, Mention, Section
from core.timeline import marks, score_steps, short_name, surname


def read(*events: dict, **more) -> MatchReport:
    made = [Event(**{"id": f"e{i}", "order": i, "type": "goal", "team": "Alba", **e}) for i, e in enumerate(events)]
    return MatchReport(text="x" * 100, match=Match(home="Alba", away="Brenta"), events=made, **more)


def test_added_time_is_drawn_to_scale_and_shifts_the_second_half():
    ax = axis(read({"minute": 45, "added": 4, "period": 1}).events)
    assert ax.place(1, 45, 4) == 49 == ax.ends[1]
    assert ax.place(2, 46) > ax.ends[1]
    assert ax.place(2, 60) - ax.place(2, 46) == 14


@pytest.mark.parametrize(("minute", "period"), [(1, 1), (45, 1), (46, 2), (90, 2), (91, 3), (106, 4), (None, None)])
def test_period_of(minute, period):
    assert period_of(minute) == period


def test_extra_time_is_drawn_only_when_played():
    assert set(axis(read({"minute": 90}).events).starts) == {1, 2}
    assert set(axis(read({"minute": 99}).events).starts) == {1, 2, 3, 4}


def test_an_event_without_minute_lies_between_its_neighbours():
    before, between, after = marks(read({"minute": 10}, {"type": "shot"}, {"minute": 30}))
    assert not between.known
    assert (between.x0, between.x1) == (before.x, after.x)


def test_told_bounds_narrow_the_range():
    (mark,) = marks(read({"earliest": (46, 0), "latest": (60, 0)}))
    ax = axis([])
    assert (mark.x0, mark.x1) == (ax.place(2, 46), ax.place(2, 60))


def test_the_sheet_lists_by_kind_so_neighbours_say_nothing():
    sheet = [Section(kind="tabellino", start=0, end=100)]
    _, card = marks(read({"minute": 80}, {"type": "card", "card": "yellow"}, sections=sheet))
    ax = axis([])
    assert (card.x0, card.x1) == (ax.starts[1], ax.ends[2])


def test_marks_of_one_side_do_not_collide():
    rows = marks(read(*({"minute": 30 + i // 3, "player": f"Lungocognome{i}"} for i in range(9))))
    for lane in {r.lane for r in rows}:
        spans = sorted((r.x, r.x + 0.9 * len(r.shown)) for r in rows if r.lane == lane)
        assert all(a[1] <= b[0] + 1 for a, b in zip(spans, spans[1:], strict=False))


def test_cards_of_the_sheet_share_one_stretch():
    sheet = [Section(kind="tabellino", start=0, end=100)]
    cards = marks(read(*({"type": "card", "card": "yellow"} for _ in range(4)), sections=sheet))
    assert {c.lane for c in cards} == {0}
    assert len({c.x for c in cards}) == 4 and all(c.x0 < c.x < c.x1 for c in cards)


def test_the_text_decides_how_a_name_is_shortened():
    text = "Tira van Nistelrooy"
    mention = Mention(start=5, end=19, text=text[5:], label="PLAYER", name="Ruud van Nistelrooy")
    assert short_name(MatchReport(text=text, mentions=[mention]), "Ruud van Nistelrooy") == "van Nistelrooy"
    assert short_name(MatchReport(text=text), "Mario Rossi") == "Rossi"


def test_goals_stand_nearest_to_the_clock():
    goal, shot = marks(read({"minute": 30, "player": "Rossi"}, {"minute": 30, "type": "shot"}))
    assert goal.lane == 0 and shot.lane > 0


def test_filters_keep_the_score():
    rows = marks(read({"minute": 1}, {"minute": 2, "team": "Brenta"}, {"minute": 3}), sides={"away"})
    assert [r.goal_score for r in rows] == [(1, 1)]


def test_score_steps_end_with_the_result():
    match = read({"minute": 1}, {"minute": 2, "team": "Brenta"}, {"minute": 3})
    steps = score_steps(marks(match), axis(match.events))
    assert [s["goals"] for s in steps if s["side"] == "home"] == [0, 1, 1, 2, 2]


@pytest.mark.parametrize(
    ("name", "short"),
    [("Marten de Roon", "de Roon"), ("Ederson", "Ederson"), ("Theo Hernandez", "Hernandez"), (None, "")],
)
def test_surname(name, short):
    assert surname(name) == short
