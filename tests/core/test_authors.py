"""Who scored and who gave the ball, where the first name met is not the one."""

import pytest

from core.extract import extract, read
from core.schema import EventType

HEAD = (
    "Lecco-Renate {score}\n\nAl Rigamonti il Lecco ospita il Renate davanti a tremila spettatori e finisce {score}.\n\n"
)


def goals(told: str, score: str = "1-0") -> list[tuple[str | None, str | None]]:
    """(author, giver) of each goal of a report that tells ``told``."""
    report = extract(HEAD.format(score=score) + told)
    return [(e.player, e.assist) for e in report.events if e.type == EventType.GOAL]


@pytest.mark.parametrize(
    ("told", "author", "giver"),
    [
        # announced, then told
        ("Al 14' il Lecco passa: Brusadelli va sul fondo e crossa, Ghislanzoni anticipa Piperno e gira in rete.",
         "Ghislanzoni", "Brusadelli"),
        ("Al 20' il vantaggio: cross di Brusadelli, testa di Ghislanzoni e palla in rete.",
         "Ghislanzoni", "Brusadelli"),
        # who is dribbled is not who scores
        ("Al 31' Tavecchio salta Piperno e batte il portiere con un diagonale.", "Tavecchio", None),
        # who loses the ball is not who scores
        ("Al 40' Tavecchio ruba palla a Piperno e segna con un pallonetto.", "Tavecchio", None),
        ("Al 55' Brusadelli serve Ghislanzoni che di piatto mette in rete.", "Ghislanzoni", "Brusadelli"),
        ("Al 70' segna Ghislanzoni su assist di Tavecchio.", "Ghislanzoni", "Tavecchio"),
    ],
)  # fmt: skip
def test_who_scored_and_who_gave_the_ball(told: str, author: str, giver: str | None):
    assert goals(told) == [(author, giver)]


def test_then_parts_two_goals_of_one_sentence():
    told = "Nella ripresa il Lecco prima pareggia con Brusadelli e poi segna con Ghislanzoni."
    assert [author for author, _ in goals("Al 10' segna Piperno per il Renate. " + told, "2-1")][-2:] == [
        "Brusadelli", "Ghislanzoni",
    ]  # fmt: skip


def test_a_word_alone_tells_what_became_of_the_attempt_before():
    assert [a for a, _ in goals("Al 62' Tavecchio prende palla e calcia dal limite. Gol.")] == ["Tavecchio"]


@pytest.mark.parametrize(
    "told",
    [
        "Al 12' Tavecchio mette in rete, ma l'arbitro annulla per un fallo di Brusadelli.",
        "Al 12' Tavecchio calcia dal limite e Piperno respinge.",
        "Tavecchio sogna il gol.",
    ],
)
def test_what_is_no_goal(told: str):
    assert goals(told, "0-0") == []


def test_men_who_are_sent_on_have_not_scored():
    assert goals("Al 60' mister Galbusera toglie Piperno e butta dentro Ghislanzoni e Tavecchio.", "0-0") == []
    told = "Al 60' cross di Brusadelli, l'attaccante Ghislanzoni salta più in alto e mette dentro."
    assert goals(told) == [("Ghislanzoni", "Brusadelli")]


def test_what_is_weighed_while_reading_is_what_the_weights_are_fitted_on():
    told = "Al 14' segna Ghislanzoni. Nella ripresa Brusadelli raddoppia."
    dated, undated = read(HEAD.format(score="2-0") + told, None, True, None).told.goals[-2:]
    assert dated.signs["dated"] == 1.0 and "dated" not in undated.signs


def test_an_attempt_that_was_annulled_is_no_goal_that_the_score_may_lack():
    told = "Al 12' Tavecchio calcia dal limite{}. Poi la partita si addormenta."
    annulled = told.format(", ma l'arbitro annulla per fuorigioco")
    maybe = [read(HEAD.format(score="1-0") + t, None, True, None).told.maybe for t in (told.format(""), annulled)]
    assert [bool(found) for found in maybe] == [True, False]


@pytest.mark.parametrize(
    ("told", "author"),
    [
        # the goalkeeper who is beaten, whatever he does about it
        ("Al 20' tiro di Ghislanzoni dal limite: Piperno tocca ma non basta, palla in rete.", "Ghislanzoni"),
        ("Al 20' gran destro di Ghislanzoni, Piperno resta di sasso: vantaggio.", "Ghislanzoni"),
        # who came on for another
        ("Ghislanzoni, entrato al posto di Tavecchio, al 70' segna di testa.", "Ghislanzoni"),
        ("Al 70' segna Ghislanzoni, in campo da poco per l'infortunato Tavecchio.", "Ghislanzoni"),
        ("Al 60' entra Ghislanzoni al posto di Tavecchio. Al 70' il nuovo entrato segna di testa.", "Ghislanzoni"),
        ("Al 60' Tavecchio lascia il posto a Ghislanzoni e al 70' proprio l'ultimo arrivato segna di testa.",
         "Ghislanzoni"),
        # the name stands behind the words: he is who is named
        ("Al 60' entra Tavecchio al posto di Piperno. Al 70' il neoentrato Ghislanzoni segna di testa.", "Ghislanzoni"),
        # "le cose a posto" is no place that somebody leaves
        ("Al 14' il Lecco rimette le cose a posto con un destro di Ghislanzoni che s'insacca.", "Ghislanzoni"),
    ],
)  # fmt: skip
def test_neither_the_beaten_keeper_nor_who_made_room(told: str, author: str):
    assert [who for who, _ in goals(told)] == [author]


@pytest.mark.parametrize(
    ("told", "own"),
    [
        ("Al 20' cross di Tavecchio, Piperno in tuffo infila la propria porta.", True),
        ("Al 20' Piperno interviene in spaccata e scavalca il suo portiere.", True),
        ("Al 20' Piperno, nel tentativo di liberare, spedisce alle spalle di Bianchetti.", True),
        ("Al 20' il vantaggio, complice la sfortunata deviazione di Piperno sul cross di Tavecchio.", True),
        ("Al 20' Piperno, cercando il palo lontano, spedisce alle spalle di Bianchetti.", False),
        ("Al 20' Piperno infila la porta sguarnita.", False),
    ],
)
def test_who_beats_his_own_keeper(told: str, own: bool):
    report = extract(HEAD.format(score="1-0") + told)
    assert [(e.player, e.own_goal) for e in report.events if e.type == EventType.GOAL] == [("Piperno", own)]


@pytest.mark.parametrize(
    ("told", "author"),
    [
        ("Al 20' Ghislanzoni si trova solo in area e non si lascia scappare l'occasione.", "Ghislanzoni"),
        ("Al 20' Ghislanzoni colloca il pallone dove nessuno può arrivare.", "Ghislanzoni"),
        ("Al 20' Ghislanzoni azzecca l'angolino da posizione defilata.", "Ghislanzoni"),
        ("Al 20' tiro di Ghislanzoni che passa sotto il corpo di Bianchetti.", "Ghislanzoni"),
    ],
)
def test_goals_told_without_the_word(told: str, author: str):
    assert [who for who, _ in goals(told)] == [author]


def test_what_the_keeper_lets_slip_is_no_goal():
    assert goals("Al 20' Ghislanzoni si lascia scappare l'occasione del vantaggio.", "0-0") == []
