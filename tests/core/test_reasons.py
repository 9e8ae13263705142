"""Why an event: the words of its people and side, its rules in words, and what lost against it."""

import pytest

from core import i18n
from core.extract import extract, read
from core.reasons import EVENT_RULES, because, event_rule_text
from core.samples import PICKER
from core.schema import Event, MatchReport, Mention
from core.why_goals import of_reading

TEXT = "Rovigliano-Castelmaro 1-0\n\nAl 34' cross di Pezzolo e gol di Urbinelli per il Rovigliano.\nUrbinelli esulta."


def mention(words: str, label: str = "PLAYER", at: int = 0) -> Mention:
    start = TEXT.index(words, at)
    return Mention(start=start, end=start + len(words), text=words, label=label, name=words)


@pytest.fixture
def told() -> tuple[MatchReport, Event]:
    start = TEXT.index("gol di")
    event = Event(id="e1", type="goal", team="Rovigliano", player="Urbinelli", assist="Pezzolo", start=start, end=78)
    event.evidence = [(start, TEXT.index(".\nUrb"))]
    names = [
        mention("Rovigliano", "TEAM"),
        mention("Pezzolo"),
        mention("Urbinelli"),
        mention("Urbinelli", at=TEXT.index("\nUrb")),
    ]
    names.append(mention("Rovigliano", "TEAM", at=start))
    return MatchReport(text=TEXT, mentions=names, events=[event]), event


def test_each_person_has_the_nearest_words_of_the_line_and_the_side_its_own(told):
    report, event = told
    found = because(report, event)
    assert {field: TEXT[a:b] for field, (a, b) in found.items()} == {
        "player": "Urbinelli",
        "assist": "Pezzolo",
        "team": "Rovigliano",
    }
    assert found["player"][0] < TEXT.index("\nUrbinelli") and found["team"][0] > event.start


@pytest.mark.parametrize(("minute", "period", "words"), [(34, 1, "34'"), (79, 2, "34'"), (35, 1, None)])
def test_the_minute_is_found_in_figures(told, minute, period, words):
    report, event = told
    event.minute, event.period = minute, period
    found = because(report, event).get("minute")
    assert (TEXT[slice(*found)] if found else None) == words


def test_what_the_reader_noted_stands(told):
    report, event = told
    event.because = {"player": (0, 3)}
    assert because(report, event)["player"] == (0, 3)


def test_rules_are_said_in_words_and_unknown_ones_kept():
    i18n.use("it")
    assert event_rule_text(Event(type="goal", rule="goal_verb+sheet+odd")) == "un verbo da gol + è nel tabellino + odd"


def test_every_rule_of_the_samples_has_words():
    parts = {
        part
        for path in sorted(PICKER.glob("*.txt"))[:4]
        for event in extract(path.read_text(encoding="utf-8")).events
        for part in event.rule.split("+")
        if part
    }
    assert parts <= {*EVENT_RULES, "sheet", "saved", "off_target", "blocked", "woodwork"}


def test_behind_a_goal_stand_its_words_and_who_else_may_have_scored():
    text = (PICKER / "spal-bologna.txt").read_text(encoding="utf-8")
    reading = read(text)
    found = {
        e.player: b for b in of_reading(reading) for e in reading.events if e.type == "goal" and e.start == b.start
    }
    own = found["Francesco Vicari"]
    assert "deviazione di Vicari" in text[slice(*own.words)]
    assert [name for name, _ in own.authors] == ["Andrea Petagna"]
    assert 0 < own.authors[0][1] < 0.5
    assert len(found) == 4 and all("Vicari" not in dict(b.authors) for b in found.values())
