"""The match sheet, house style by house style: officials, notes, results, sides."""

import pytest

from core.sheet import _Reader, find_result, read_sheet
from core.sheet_words import words
from tests.core.sheet_cases import ELEVEN, OTHERS, PLAIN, TEAMS, clock, goals, read


@pytest.mark.parametrize(
    ("text", "referee", "officials"),
    [
        ("Arbitro: Di Bello di Brindisi (Tizzi e Conti)", "Di Bello", ["Tizzi", "Conti"]),
        ("ARBITRO: DI BELLO DI BRINDISI", "DI BELLO", []),
        ("Arbitro: Fandel (Germania)", "Fandel", []),
        ("Arbitro: Marinelli 5", "Marinelli", []),
        ("Arbitro: Sig. Cecchin di Bassano del Grappa (Tizzi-Conti)", "Cecchin", ["Tizzi", "Conti"]),
        ("Arbitro: Minelli di Varese (assistenti Tizzi e Conti, quarto ufficiale Verri)", "Minelli",
         ["Tizzi", "Conti", "Verri"]),
        ("Arbitro: Ada Verri della sezione di Pisa. Assistenti: Tizzi di Pisa e Conti (Lucca). VAR: Bo, AVAR: Rea",
         "Ada Verri", ["Tizzi", "Conti", "Bo", "Rea"]),
        ("Direttore di gara: L’arbitro sarà il signor Luca Verri di Pisa", "Luca Verri", []),
        ("Direttore di gara: Luca Verri della sezione di Pisa, coadiuvato da Ivo Tizzi di Lucca e da Ugo Conti",
         "Luca Verri", ["Ivo Tizzi", "Ugo Conti"]),
    ],
)  # fmt: skip
def test_officials(text, referee, officials):
    sheet = read(text)
    assert (sheet.referee.text, [o.text for o in sheet.officials]) == (referee, officials)


@pytest.mark.parametrize(
    ("text", "taker", "keeper", "minute"),
    [
        ("Note: al 35' Galli fallisce un rigore (parato)", "Galli", None, "35"),
        ("Note: al 34' st Pace ha parato un rigore a Galli", "Galli", "Pace", "79"),
        ("Note: Galli si fa parare un rigore da Pace al 12' pt", "Galli", "Pace", "12"),
        ("Note: rigore fallito da Galli (A) al 34'. Spettatori 1.200", "Galli", None, "34"),
        ("Note: al 44' st rigore parato da Pace a Galli", "Galli", "Pace", "89"),
        ("Angoli 5-3, al 20' st Galli calcia alto un rigore", "Galli", None, "65"),
    ],
)
def test_missed_penalties(text, taker, keeper, minute):
    missed = read(text).missed_penalties[0]
    found = missed.player and missed.player.text, missed.goalkeeper and missed.goalkeeper.text, clock(missed.minute)
    assert found == (taker, keeper, minute)


@pytest.mark.parametrize("text", ["Note: rigore trasformato da Galli", "Note: serata fredda, terreno allentato"])
def test_no_missed_penalty(text):
    assert read(text).missed_penalties == []


@pytest.mark.parametrize(
    ("text", "attendance", "corners", "added"),
    [
        ("Note: angoli 5-3, recupero pt 1', st 4', spettatori 300 circa", 300, (5, 3), (1, 4)),
        ("Spettatori: 19.000 circa. Angoli: 7-3. Recupero: 1'+4'", 19000, (7, 3), (1, 4)),
        ("Note: 14277 spettatori. Calci d'angolo 5 a 4. Recupero 2’ + 4’.", 14277, (5, 4), (2, 4)),
        ("Angoli: Alfa 13, Beta 6. Recupero: 7' pt, 4' st", None, (13, 6), (7, 4)),
        ("Angoli 6-6. Recuperi 0' pt e 3' st", None, (6, 6), (0, 3)),
        ("RECUPERO: 3'-5'.", None, None, (3, 5)),
        ("Note: serata fredda", None, None, None),
    ],
)
def test_figures(text, attendance, corners, added):
    sheet = read(text)
    assert (sheet.attendance, sheet.corners, sheet.added_time) == (attendance, corners, added)


def test_corners_belong_to_the_side_they_are_told_for():
    assert read("ALFA-BETA 0-0\n" + TEAMS + "Angoli: 9-4 per il Beta").corners == (4, 9)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("MILAN-ATALANTA 1-2 (1-1)", ("MILAN", "ATALANTA", (1, 2), (1, 1), None, False)),
        ("Alfa – Beta 1 -0", ("Alfa", "Beta", (1, 0), None, None, False)),
        ("Milan-Atalanta 5-4 d.c.r. (1-1 d.t.s.)", ("Milan", "Atalanta", (1, 1), None, (5, 4), True)),
        ("Milan-Atalanta 1-1 (4-3 d.c.r.)", ("Milan", "Atalanta", (1, 1), None, (4, 3), False)),
        ("Inter-Juventus 2-1 dts: decide l'ultimo tiro", ("Inter", "Juventus", (2, 1), None, None, True)),
        ("CESENA-LECCE 1-0 (primo tempo 0-0)", ("CESENA", "LECCE", (1, 0), (0, 0), None, False)),
        ("Risultato: Alfa 1-2 Beta (30', 57' Galli, 92' Serra)", ("Alfa", "Beta", (1, 2), None, None, False)),
        ("COPPA ITALIA – INTER-ROMA 1-2, giallorossi avanti", ("INTER", "ROMA", (1, 2), None, None, False)),
        ("Azzurra Gallo – Porto d’Ascoli 2-1", ("Azzurra Gallo", "Porto d’Ascoli", (2, 1), None, None, False)),
        ("alfa 2\nbeta 1\nIl testo", ("alfa", "beta", (2, 1), None, None, False)),
    ],
)
def test_results(line, expected):
    r = find_result(line)
    assert (r.home.text, r.away.text, r.score, r.half_time, r.shootout, r.extra_time) == expected


@pytest.mark.parametrize("line", ["il 2-1 della Roma", "Modulo 4-3-3 per tutti", "Alle 20-30 si gioca", "Finisce 1-1."])
def test_no_result(line):
    assert find_result(line) is None


def test_awarded_at_the_table():
    assert find_result("Alfa-Beta 0-3 a tavolino").awarded


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        (TEAMS + "Reti: 1' Galli, 2' Villa, 3' aut. Serra, 4' aut. Corti", [0, 1, 0, 1]),
        ("ALFA-BETA 2-1\nReti: 1' Verri (A), 2' Tizzi (B), 3' Conti (A)", [0, 1, 0]),
        ("REAL-ROMA 1-1\nReti: 1' Verri (Re), 2' Tizzi (Ro)", [0, 1]),
        ("ROMA-REAL MADRID 1-1\nReti: 1' Verri (RM), 2' Tizzi (R)", [1, 0]),
        ("Alfa - Beta 2-2 (4’ Verri, 37’ rig. Tizzi - 29’ Conti, 91’ Guarco)", [0, 0, 1, 1]),
        ("ALFA-BETA 2-0\nReti: 1' Verri, 2' Tizzi", [0, 0]),
        ("EVA-BETA 1-1\nReti: 1' Verri (E), 2' Tizzi (B)", [0, 1]),
        ("ALFA-BETA 1-1\nReti: 1' Verri; 2' st Tizzi", [None, None]),
    ],
)
def test_sides_of_goals(text, sides):
    assert [g.side for g in read(text).goals] == sides


def test_goals_told_twice_count_once():
    assert goals("RETI: Galli, Monti\n" + TEAMS + "RETI: 12' Galli, 30' Monti") == "Galli 12, Monti 30"


def test_the_side_is_no_part_of_a_name():
    sheet = read(TEAMS + "Allontanato l'allenatore del Beta Bruni al 30' pt")
    assert [(c.player.text, c.side) for c in sheet.cards] == [("Bruni", 1)]


def test_a_forgotten_capital_is_a_name_still():
    assert [n.text for n in read(f"ALFA: {PLAIN.replace('Galli', 'galli')}").lineups[0].starters].count("galli") == 1


def test_cards_take_the_mark_that_closes_their_list():
    sheet = read("ALFA-BETA 0-0\nAmmoniti: Verri, Tizzi e Conti (B), Guarco (A)")
    assert [c.side for c in sheet.cards] == [1, 1, 1, 0]


def test_both_coaches_in_one_line():
    sheet = read(TEAMS.replace(". All.: Neri", "").replace(". All.: Bruni", "") + "Allenatori: Neri e Bruni")
    assert [lineup.coach.text for lineup in sheet.lineups] == ["Neri", "Bruni"]


def test_every_span_holds_its_text():
    text = "x " * 7 + "\nALFA-BETA 1-0\n" + TEAMS + "Reti: 12' pt Galli\nArbitro: Verri di Pisa"
    sheet = read_sheet(text, (14, len(text)))
    names = [sheet.home, sheet.away, sheet.referee, sheet.goals[0].player]
    names += [n for lineup in sheet.lineups for n in [lineup.team, lineup.coach, *lineup.people()]]
    assert len(names) == 30
    assert all(text[n.start : n.end] == n.text for n in names)
    minute = sheet.goals[0].minute
    assert text[minute.start : minute.end] == "12' pt"


SILENT = {"shootout", "other", "result", "date"}  # they only end the field before them


@pytest.mark.parametrize("kind", words("sheet")["labels"])
def test_every_kind_of_label_is_read_or_known_to_be_silent(kind):
    read_by = hasattr(_Reader, f"_{kind}") or kind in ("bench", "coach", "subs")
    assert read_by != (kind in SILENT)


@pytest.mark.parametrize("group", ["bare", "weak"])
def test_lists_of_labels_name_labels(group):
    labels = {label for names in words("sheet")["labels"].values() for label in names}
    assert set(words("sheet")[group]["words"]) <= labels


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Cambi Alfa: 46' Verri per Tizzi\nCambi Beta: 60' Conti per Guarco", [("Verri", 0), ("Conti", 1)]),
        ("Sostituzioni. Alfa: st 1' Verri per Tizzi. Beta: 60' Conti per Guarco.", [("Verri", 0), ("Conti", 1)]),
        ("Sostituzioni - Beta: 60' Conti per Guarco", [("Conti", 1)]),
        ("Sostituzioni: 60' Conti per Guarco", [("Conti", None)]),
    ],
)
def test_substitutions_told_side_by_side(text, expected):
    assert [(s.in_.text, s.side) for s in read("ALFA-BETA 1-1\n" + text).subs] == expected


def test_a_sheet_one_player_a_line():
    names, others = (ELEVEN.replace(";", ",").split(", "), OTHERS.replace(";", ",").split(", "))
    numbered = ["\n".join(f"{i} {name}" for i, name in enumerate(side, 1)) for side in (names, others)]
    text = f"Real Alfa 2\nBeta 2\n(3-2 d.c.r.)\n\nREAL ALFA\n{numbered[0]}\nAllenatrice: Neri\n\nBETA\n{numbered[1]}\n"
    text += (
        "Allenatore: Bruni\n\nReti: 22' Galli, 41' Villa\nAl 30' Monti calcia a lato un rigore\nAmmonite: Riva 90'+2\n"
    )
    sheet = read(text + "Allontanato il tecnico Bruni al 90'+3")
    assert (sheet.score, sheet.shootout) == ((2, 2), (3, 2))
    assert [[n.text for n in lineup.starters] for lineup in sheet.lineups] == [names, others]
    assert [(g.player.text, g.side) for g in sheet.goals] == [("Galli", 0), ("Villa", 1)]
    assert [(m.player.text, m.side) for m in sheet.missed_penalties] == [("Monti", 0)]
    assert [(c.player.text, clock(c.minute)) for c in sheet.cards] == [("Riva", "90+2"), ("Bruni", "90+3")]


@pytest.mark.parametrize("text", ["Sarti 6\nBellini 6\nCorti 7", "IL DERBY DI COPPA: VINCE LA SQUADRA CHE HA DI PIÙ"])
def test_neither_result_nor_team(text):
    assert (find_result(text), read(text).lineups) == (None, [])
