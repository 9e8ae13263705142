"""Gold files become readings and back."""

import pytest

from core.gold import gold_from_report, gold_mentions, occurrences, report_from_gold, slug

TEXT = "Rossi segna, Mario Rossi esulta. Poi Rossi (il tecnico) ringrazia l'Alba: l'Alba vince."
GOLD = {
    "id": "t1",
    "kind": "prose",
    "match": {"home": "Alba", "away": "Brenta", "score": [1, 0], "home_coach": "Luca Rossi"},
    "names": [
        {"text": "Rossi", "label": "PLAYER", "name": "Mario Rossi", "team": "Alba", "at": [0]},
        {"text": "Mario Rossi", "label": "PLAYER", "name": "Mario Rossi", "team": "Alba"},
        {"text": "Rossi", "label": "COACH", "name": "Luca Rossi", "team": "Alba", "at": [2]},
        {"text": "Alba", "label": "TEAM", "name": "Alba"},
    ],
    "events": [
        {"type": "goal", "team": "Alba", "player": "Mario Rossi", "minute": 12, "added": None, "approx": False,
         "period": 1, "penalty": False, "own_goal": False, "assist": None, "evidence": "Rossi segna"},
    ],
}  # fmt: skip


def found(gold: dict) -> list[tuple[str, str, str]]:
    return [(TEXT[m.start : m.end], m.label, m.name) for m in gold_mentions(gold, TEXT)]


def test_mentions_by_place_and_the_longest_form_wins():
    assert found(GOLD) == [
        ("Rossi", "PLAYER", "Mario Rossi"),
        ("Mario Rossi", "PLAYER", "Mario Rossi"),
        ("Rossi", "COACH", "Luca Rossi"),
        ("Alba", "TEAM", "Alba"),
        ("Alba", "TEAM", "Alba"),
    ]


def test_reading_holds_spans_and_running_score():
    report = report_from_gold(GOLD, TEXT)
    goal = report.events[0]
    assert TEXT[goal.start : goal.end] == "Rossi segna"
    assert (goal.id, goal.order, goal.score_after) == ("e1", 1, (1, 0))
    assert all(report.text[m.start : m.end] == m.text for m in report.mentions)


def test_no_running_score_where_goals_do_not_add_up():
    wrong = {**GOLD, "match": {**GOLD["match"], "score": [2, 0]}}
    assert report_from_gold(wrong, TEXT).events[0].score_after is None


def test_back_to_gold_says_the_same():
    back = gold_from_report(report_from_gold(GOLD, TEXT))
    assert found(back) == found(GOLD)
    assert back["events"] == GOLD["events"]
    assert [("at" in n) for n in back["names"] if n["text"] == "Alba"] == [False]


@pytest.mark.parametrize(
    ("text", "surface", "count"),
    [("l'Alba, Alba-Brenta", "Alba", 2), ("Albanese e Alba_", "Alba", 0), ("Sant'Elia", "Elia", 1)],
)
def test_occurrences_are_whole_words(text: str, surface: str, count: int):
    assert len(occurrences(text, surface)) == count


@pytest.mark.parametrize(("name", "key"), [("Papu Gómez", "papu-gomez"), ("D'Ambrosio", "d-ambrosio"), ("  ", "")])
def test_slug(name: str, key: str):
    assert slug(name) == key
