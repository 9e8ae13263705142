"""From text to MatchReport: offsets, order, evidence, and the same answer every time."""

import core
from core import extract
from core.extract import extract as from_module
from core.knowledge import Lexicon, lexicon
from tests.core.reader_cases import SHEET

TEXT = (
    "Novara-Pro Vercelli 2-1\n"
    "Il Novara vince il derby. Al 12’ segna Brugnoli su cross di Fantoni, al 40’ pareggia Farabegoli di testa.\n"
    "Nella ripresa, al 20’, Mazzuoli trasforma il rigore. Ammonito Scapin. Entra Perazzi per Ermini.\n\n" + SHEET
)
REPORT = extract(TEXT, name="derby.txt")


def test_the_function_is_one_however_it_is_imported():
    assert core.extract is extract is from_module


def test_the_text_is_kept_as_pasted():
    assert REPORT.text == TEXT and REPORT.source.name == "derby.txt" and len(REPORT.source.sha256) == 64


def test_mentions_give_their_own_text_in_order():
    assert REPORT.mentions
    assert all(TEXT[m.start : m.end] == m.text for m in REPORT.mentions)
    starts = [m.start for m in REPORT.mentions]
    assert starts == sorted(starts)


def test_mentions_do_not_overlap():
    assert all(a.end <= b.start for a, b in zip(REPORT.mentions, REPORT.mentions[1:], strict=False))


def test_the_match():
    match = REPORT.match
    assert (match.home, match.away, match.score) == ("Novara", "Pro Vercelli", (2, 1))
    assert (match.home_coach, match.away_coach, match.referee) == ("Santarelli", "Bragaglia", "Colombini")


def test_goals_with_scorer_minute_and_running_score():
    goals = [e for e in REPORT.events if e.type == "goal"]
    assert [(e.player, e.minute, e.penalty, e.score_after) for e in goals] == [
        ("Brugnoli", 12, False, (1, 0)),
        ("Farabegoli", 40, False, (1, 1)),
        ("Mazzuoli", 65, True, (2, 1)),
    ]
    assert [e.team for e in goals] == ["Novara", "Pro Vercelli", "Novara"]


def test_other_events():
    told = {(e.type, e.player or e.player_in, e.card or e.player_out) for e in REPORT.events}
    assert {("card", "Scapin", "yellow"), ("substitution", "Perazzi", "Ermini")} <= told


def test_events_have_evidence_and_their_order():
    assert [e.order for e in REPORT.events] == list(range(1, len(REPORT.events) + 1))
    assert len({e.id for e in REPORT.events}) == len(REPORT.events)
    for event in REPORT.events:
        assert 0 <= event.start < event.end <= len(TEXT)
        assert all(0 <= a < b <= len(TEXT) for a, b in event.evidence)
        assert (event.start, event.end) in event.evidence


def test_sections_lie_in_the_text():
    assert {s.kind for s in REPORT.sections} >= {"prose", "tabellino"}
    assert all(0 <= s.start < s.end <= len(TEXT) for s in REPORT.sections)


def test_the_same_text_gives_the_same_answer():
    assert extract(TEXT, name="derby.txt") == REPORT


def test_offsets_survive_left_overs_of_other_formats():
    pasted = TEXT.replace("Brugnoli su", "<b>Brugnoli</b>&nbsp;su").replace("\n", "\r\n")
    read = extract("\ufeff" + pasted)
    assert all(read.text[m.start : m.end] == m.text for m in read.mentions)
    assert "Brugnoli" in {m.text for m in read.mentions}
    assert [e.player for e in read.events if e.type == "goal"] == ["Brugnoli", "Farabegoli", "Mazzuoli"]


def test_another_lexicon_takes_the_place_of_the_shipped_one(tmp_path):
    class Own(Lexicon):
        def __init__(self) -> None:
            vars(self).update(vars(lexicon()))
            self.stadiums = {**self.stadiums, "Campo delle Ortiche": "Campo delle Ortiche"}

    text = TEXT.replace("vince il derby", "vince il derby al Campo delle Ortiche")
    assert extract(text, lexicon=Own()).match.stadium == "Campo delle Ortiche"
