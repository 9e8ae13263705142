"""A season counts a match once and everything that its reports tell."""

import pytest

from core.season import season_frames
from tests.conftest import build_report

GOAL = {"player": "Rossi", "minute": 10, "period": 1}
CARD = {"type": "card", "player": "Viola", "card": "yellow", "minute": 30, "period": 1}
FIRST = build_report("Alba", "Brenta", (2, 1), GOAL, CARD)
SECOND = build_report(
    "Alba", "Brenta", (2, 1), {**GOAL, "assist": "Neri", "minute": 11}, {**GOAL, "minute": 80, "period": 2}
)
OTHER = build_report("Carso", "Alba", (1, 0), {**GOAL, "team": "Carso", "player": "Zeno"})


@pytest.mark.parametrize("from_archive", [True, False])
def test_all_reports_of_a_match_are_told_once(store, from_archive):
    for report in (FIRST, SECOND, OTHER):
        store.save(report)
    view = season_frames(store if from_archive else [FIRST, SECOND, OTHER])
    assert dict(zip(view.scorers["player"], view.scorers["goals"], strict=True)) == {"Rossi": 2, "Zeno": 1}
    assert list(view.assists["player"]) == ["Neri"] and list(view.cards["player"]) == ["Viola"]


def test_every_row_leads_to_words_that_tell_it():
    events = season_frames([FIRST, SECOND]).events
    texts = {1: FIRST.text, 2: SECOND.text}
    told = [(r.type, r.player, texts[r.report_id][r.start : r.end]) for r in events.itertuples()]
    assert told and all(player in words and kind in words for kind, player, words in told)
    assert set(events["report_id"]) == {1, 2}
