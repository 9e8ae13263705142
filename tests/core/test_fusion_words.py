"""An account in words, from the archive and of a printed sheet."""

import pytest

from core import i18n
from core.errors import NotAReport
from core.fusion import fuse
from core.fusion_sheet import PROSE, SHEET, against_sheet, differences_frame, differing, halves
from core.fusion_store import tell
from core.fusion_words import differences, letters, rows, summary, value_text
from core.schema import Section
from tests.conftest import build_report

ROSSI = {"player": "Rossi", "minute": 10, "period": 1}
CARD = {"type": "card", "player": "Viola", "card": "red", "minute": 30, "period": 1}


@pytest.fixture(autouse=True)
def in_english():
    i18n.use("en")
    yield
    i18n.use("it")


@pytest.mark.parametrize(
    ("field", "value", "words"),
    [
        ("minute", (45, 2), "45'+2"),
        ("score", (2, 1), "2–1"),
        ("card", "red", "Red card"),
        ("penalty", True, "yes"),
        ("date", "2024-03-01", "1 March 2024"),
        ("referee", "Bianco", "Bianco"),
        ("attendance", 900, "900"),
    ],
)
def test_values_in_words(field, value, words):
    assert value_text(field, value) == words


def test_rows_lead_every_report_to_its_sentence(store):
    store.save(build_report("Alba", "Brenta", (1, 0), ROSSI, CARD))
    store.save(build_report("Alba", "Brenta", (1, 0), {**ROSSI, "minute": 12}, referee="Nero"))
    told = tell(store, [2, 1])
    texts = {n: s.report.text for n, s in told.reports.items()}
    goal, card = rows(told.account, told.account.facts, told.as_report(), texts)
    assert goal.differs == [("when", [("10'", "A"), ("12'", "B")])]
    assert [(c.letter, c.when, c.passage.words) for c in goal.cells] == [
        ("A", "10'", "Rossi, goal numero 1."), ("B", "12'", "Rossi, goal numero 1.")
    ]  # fmt: skip
    assert (card.tellers, card.cells[1].title, card.cells[1].passage) == ("A", "", None)
    assert summary(told.account) == "All tell 1 event; they differ on 1 point; 1 only in A."
    assert told.as_report().match.referee == "Nero"


def test_what_was_said_at_saving_counts_where_the_text_is_silent(store):
    from datetime import date

    store.save(build_report("Alba", "Brenta", (1, 0), ROSSI), date(2024, 3, 1), "Serie D")
    match = tell(store, [1]).account.match
    assert (match.date, match.competition, match.season) == ("2024-03-01", "Serie D", "2023/24")


def test_summary_of_agreement_and_of_one():
    same = {n: build_report("Alba", "Brenta", (1, 0), ROSSI) for n in (1, 2)}
    assert summary(fuse(same)) == "All tell 1 event; they agree."
    assert summary(fuse({4: same[1]})) == "One report tells 1 event."
    assert differences(fuse(same).header, letters([1, 2])) == []


def test_the_story_is_shown_rather_than_the_lead():
    text = "Decide Rossi.\nAl 10' segna lui. Poi nulla."
    minute, lead = text.index("10'"), (0, 13)
    told = {**ROSSI, "because": {"player": (7, 12), "minute": (minute, minute + 3)}, "evidence": [lead]}
    report = build_report("Alba", "Brenta", (1, 0), told).model_copy(update={"text": text})
    report.events[0].start, report.events[0].end = lead
    (shown,) = rows(fuse({1: report}), fuse({1: report}).facts, report, {1: text})
    said = shown.cells[0].passage
    assert said and said.before + said.words + said.after == "Al 10' segna lui."


PROSE_TEXT, SHEET_TEXT = "Alba-Brenta 1-0, decide Rossi.\n", "Marcatori: 12' Rossi."
WITH_SHEET = build_report("Alba", "Brenta", (1, 0)).model_copy(
    update={
        "text": PROSE_TEXT + SHEET_TEXT,
        "sections": [Section(kind="tabellino", start=len(PROSE_TEXT), end=len(PROSE_TEXT + SHEET_TEXT))],
    }
)


def read(text: str):
    if "Marcatori" in text:
        return build_report(None, None, None, {**ROSSI, "team": "Alba", "minute": 12})
    return build_report("Alba", "Brenta", (1, 0), ROSSI, CARD, {"type": "shot", "player": "Neri"})


def test_a_printed_sheet_against_its_prose():
    account = against_sheet(WITH_SHEET, read)
    assert account and [f.event.type for f in differing(account)] == ["goal", "card"]
    assert [v.reports for v in account.facts[0].contradictions["minute"]] == [(PROSE,), (SHEET,)]
    table = differences_frame([WITH_SHEET], read)
    assert table[["prose", "printed sheet"]].to_numpy().tolist() == [["10'", "12'"], ["", "does not tell it"]]


def test_nothing_to_compare():
    def refuse(text: str):
        raise NotAReport("no report")

    assert halves(build_report()) is None and against_sheet(build_report(), read) is None
    assert against_sheet(WITH_SHEET, refuse) is None and differences_frame([WITH_SHEET], refuse).empty
