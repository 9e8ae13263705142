"""Corrections of names: who it is, that it is nobody, for whom he plays; names that were missed."""

import pytest

from core.corrections import CorrectionError, missed_name, not_a_name, plays_for, relabel, rename, trimmed
from core.schema import Label, Lineup, MatchReport
from core.store_corrections import apply
from tests.conftest import build_report

GOAL = {"player": "Habeboer", "minute": 12}


def report() -> MatchReport:
    read = build_report("Alba", "Brenta", (1, 1), GOAL, {"player": "Rossi", "team": "Brenta", "minute": 30}, GOAL)
    read.events[2].type, read.events[2].result = "shot", "saved"
    return read


def fixed(read: MatchReport, corrections) -> MatchReport:
    new, lost = apply(read, corrections)
    assert not lost
    return new


def names(read: MatchReport) -> list[str]:
    return [m.name for m in read.mentions]


def test_a_name_is_put_right_wherever_it_stands():
    read = report()
    new = fixed(read, rename(read, read.mentions[0], " Hans  Hateboer "))
    assert names(new) == ["Hans Hateboer", "Rossi", "Hans Hateboer"]
    assert [e.player for e in new.events] == ["Hans Hateboer", "Rossi", "Hans Hateboer"]
    assert new.mentions[0].rule == "corrected" and new.mentions[0].entity == "hans-hateboer"
    assert names(read) == ["Habeboer", "Rossi", "Habeboer"]


def test_only_this_mention():
    read = report()
    read.events[0].because["player"] = (read.mentions[0].start, read.mentions[0].end)
    new = fixed(read, rename(read, read.mentions[0], "Hateboer", everywhere=False))
    assert names(new) == ["Hateboer", "Rossi", "Habeboer"]
    assert [e.player for e in new.events] == ["Hateboer", "Rossi", "Habeboer"]


def test_a_namesake_of_the_other_side_keeps_his_name():
    read = report()
    twin = {"name": "Habeboer", "text": "Rossi"}
    read.mentions[1] = read.mentions[1].model_copy(update=twin)
    read.events[1].player = "Habeboer"
    new = fixed(read, rename(read, read.mentions[0], "Hateboer"))
    assert [e.player for e in new.events] == ["Hateboer", "Habeboer", "Hateboer"]


def test_nobody_leaves_the_event_without_a_person():
    read = report()
    new = fixed(read, not_a_name(read, read.mentions[0]))
    assert names(new) == ["Rossi"]
    assert [e.player for e in new.events] == [None, "Rossi", None]


@pytest.mark.parametrize(("own_goal", "sides"), [(False, ["Brenta", "Brenta"]), (True, ["Alba", "Brenta"])])
def test_a_change_of_side_takes_the_events_along(own_goal, sides):
    read = report()
    read.events[0].own_goal = own_goal
    new = fixed(read, plays_for(read, read.mentions[0], "Brenta"))
    assert [m.team for m in new.mentions] == ["Brenta"] * 3
    assert [new.events[0].team, new.events[2].team] == sides


def test_lineups_coaches_and_referees_follow():
    read = report()
    read.match.lineups = [Lineup(team="Alba", starters=["Habeboer", "Neri"]), Lineup(team="Brenta", bench=["Habeboer"])]
    new = fixed(read, rename(read, read.mentions[0], "Hateboer"))
    assert [x.starters + x.bench for x in new.match.lineups] == [["Hateboer", "Neri"], ["Habeboer"]]
    coach = read.mentions[1].model_copy(update={"label": Label.COACH})
    read.mentions[1], read.match.away_coach = coach, "Rossi"
    assert fixed(read, rename(read, coach, "Verdi")).match.away_coach == "Verdi"
    assert fixed(read, not_a_name(read, coach)).match.away_coach is None


def test_a_player_may_be_a_coach():
    read = report()
    assert [m.label for m in fixed(read, relabel(read, read.mentions[0], Label.COACH)).mentions][::2] == ["COACH"] * 2
    assert relabel(read, read.mentions[0], Label.PLAYER) == []


@pytest.mark.parametrize(("everywhere", "found"), [(True, 3), (False, 1)])
def test_a_missed_name_is_added(everywhere, found):
    read = report()
    at = read.text.index("numero")
    new = fixed(read, missed_name(read, (at, at + 6), Label.PERSON, "", None, everywhere))
    assert [m.text for m in new.mentions if m.name == "numero"] == ["numero"] * found


def test_what_is_marked_already_is_not_added():
    read = report()
    with pytest.raises(CorrectionError, match="marked already"):
        missed_name(read, (read.mentions[1].start, read.mentions[1].end), Label.PLAYER, "", None, everywhere=False)


@pytest.mark.parametrize("name", ["", "   ", "x" * 81])
def test_a_name_is_no_blank_and_no_paragraph(name):
    read = report()
    with pytest.raises(CorrectionError):
        rename(read, read.mentions[0], name)


@pytest.mark.parametrize(
    ("text", "chosen", "words"),
    [
        ("segna Rossi, poi", " Rossi,", "Rossi"),
        ("segna Rossi, poi", "oss", "Rossi"),
        ("gol di D'Ambrosio.", "D'Ambrosio.", "D'Ambrosio"),
        ("ora 😀 Çelik segna", "Çeli", "Çelik"),
        ("a, b", ", ", ""),
    ],
)
def test_a_selection_grows_to_whole_words(text, chosen, words):
    at = text.index(chosen)
    assert text[slice(*trimmed(text, at, at + len(chosen)))] == words
