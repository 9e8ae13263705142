"""More house styles of the match sheet: marks, colons and line breaks left out, sides told apart."""

import pytest

from core.text import sections
from tests.core.sheet_cases import ELEVEN, OTHERS, PLAIN, TEAMS, cards, clock, goals, read, subs

PROSE = "La squadra di casa parte meglio e al primo affondo trova il vantaggio con un tiro dal limite dell'area. "
BETA = OTHERS.replace(";", ",")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("MARCATORI: Galli rigore 16, Monti 75, Monti 90+2", "Galli 16 R, Monti 75, Monti 90+2"),
        ("MARCATORI: Galli 12', Monti rig. 90", "Galli 12, Monti 90 R"),
        ("MARCATORI: Galli 2, Monti 90'", "Galli -, Galli -, Monti 90"),
        ("Reti: nel pt 30' Galli (rig.). Nel st 7' Monti, 19' Nava", "Galli 30 R, Monti 52, Nava 64"),
        ("Reti: 12' autorete, 20' Galli", "Galli 20"),
        ("Reti: 12' autorete Serra, 20' Galli", "Serra 12 A, Galli 20"),
        ("ALFA-BETA 1-1\nMARCATORI 46'pt Galli (A), 5'st Riva (B)", "Galli 45+1, Riva 50"),
        ("Descrizione reti: 12' Galli entra in area e batte Pace", ""),
        ("ALFA-BETA 2-1\n2' Galli (r), 52' Riva, 81' Monti\nArbitro: Verri", "Galli 2 R, Riva 52, Monti 81"),
        ("ALFA-BETA 1-0\n• 12' Galli\nArbitro: Verri", "Galli 12"),
        ("ALFA-BETA 1-0\n12' Galli ci prova dal limite\nArbitro: Verri", ""),
        ("ALFA-BETA 1-0\nMARCATORI: 17'pt e 47'st Galli, 8'st Riva.", "Galli 17, Galli 90+2, Riva 53"),
    ],
)
def test_goals(text, expected):
    assert goals(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("AMMONIZIONI: Galli 27, Monti 54 (Alfa); Riva 20 (Beta)", "Galli yellow 27, Monti yellow 54, Riva yellow 20"),
        ("Ammoniti: 8 Galli, 4 Monti, 10 Nava", "Galli yellow -, Monti yellow -, Nava yellow -"),
        ("Ammoniti: 37' pt Galli e Riva, 40' st Monti", "Galli yellow 37, Riva yellow 37, Monti yellow 85"),
        ("Ammoniti: 37' pt Galli, Riva e 40' st Monti", "Galli yellow 37, Riva yellow -, Monti yellow 85"),
        ("Ammoniti. Galli, Monti. Espulsi: Riva", "Galli yellow -, Monti yellow -, Riva red -"),
        ("Ammoniti: Galli per gioco scorretto. Monti per proteste. Var: 1.", "Galli yellow -, Monti yellow -"),
        (f"Ammoniti: Galli, Monti. {PROSE}", "Galli yellow -, Monti yellow -"),
        ("ESPULSI Galli (A) per proteste al 44'st", "Galli red 89"),
        ("Espulsi: Galli\nAl 10' st Pace ha parato un rigore a Monti", "Galli red -"),
    ],
)
def test_cards(text, expected):
    assert cards(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("SOSTITUZIONI: Amato per Galli 60, Bassi per Monti 75", "Amato>Galli 60, Bassi>Monti 75"),
        ("Sost.: 15'st Amato per Galli e Bassi per Monti", "Amato>Galli 60, Bassi>Monti 60"),
        ("Sost.: 15'st Amato e Bassi per Galli e Monti", "Amato>Galli 60, Bassi>Monti 60"),
        ("SOSTITUZIONI: 16 Amato per 8 Galli", "Amato>Galli -"),
    ],
)
def test_substitutions(text, expected):
    assert subs(text) == expected


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        ("Reti: Alfa: 12' Galli, 30' Monti. Beta: 44' Riva", [0, 0, 1]),
        ("Reti: per l'Alfa 12' Galli e 30' Monti; per la Beta 44' Riva", [0, 0, 1]),
        ("Reti: 30', 57' Galli, 92' Riva", [0, 0, 1]),
        ("Reti: 30' Galli, 57' Monti, 92' Riva", [None, None, None]),
        ("Reti: PT: 12' Galli, 30' Monti, 44' Riva", [None, None, None]),
    ],
)
def test_sides_of_goals(text, sides):
    sheet = read("ALFA-BETA 2-1\n" + text)
    assert [g.side for g in sheet.goals] == sides


def test_sides_of_cards():
    told = [(c.player.text, c.side) for c in read("ALFA-BETA 0-0\nAmmoniti: Alfa: Galli, Monti. Beta: Riva").cards]
    assert told == [("Galli", 0), ("Monti", 0), ("Riva", 1)]


@pytest.mark.parametrize(
    "text",
    [
        f"ALFA {PLAIN}\nPANCHINA Moro, Lupo\nALLENATORE Neri\nREAL BETA {BETA}\nALLENATORE Bruni\nARBITRO Verri",
        f"Alfa: {PLAIN}\nA disp.\nMoro,\nLupo\nAll. Neri\nReal Beta: {BETA}\nAll. Bruni\nArbitro: Verri di Pisa",
        f"Alfa (4-3-3) {ELEVEN} A disp. Moro, Lupo All. Neri Real Beta (4-3-3) {OTHERS} All. Bruni Arbitro Verri"
        " Reti 12' Galli",
        f"Alfa: {PLAIN} A disp.: Moro, Lupo All.: Neri Real Beta: {BETA} All.: Bruni Arbitro: Verri di Pisa",
    ],
)
def test_sheets_without_colons_or_line_breaks(text):
    sheet = read("ALFA-REAL BETA 1-0\n" + text)
    assert [[n.text for n in lineup.starters] for lineup in sheet.lineups] == [PLAIN.split(", "), BETA.split(", ")]
    assert [n.text for n in sheet.lineups[0].bench] == ["Moro", "Lupo"]
    assert [lineup.coach.text for lineup in sheet.lineups] == ["Neri", "Bruni"]
    assert sheet.referee.text == "Verri"


@pytest.mark.parametrize(
    "text", ["ALFA Sarti, Bellini e Corti restano fuori, con loro Donà, Elia, Ferri, Galli, Leone, Monti, Nava e Orsi",
             "IL MISTER Sarti cambia, ALFA Bellini no"],
)  # fmt: skip
def test_capitals_before_a_sentence_are_no_side(text):
    assert read(text).lineups == []


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        ("ALFA 2 BETA 1", ("ALFA", "BETA", (2, 1))),
        ("Alfa Calcio\n2 - 1\nBeta", ("Alfa Calcio", "Beta", (2, 1))),
        ("Alfa - Beta\n2-1 (1-0)", ("Alfa", "Beta", (2, 1))),
        ("IL TABELLINO Alfa-Beta 2-1", ("Alfa", "Beta", (2, 1))),
        ("ALFA 2 minuti, BETA 1 gol", None),
        ("Alfa in campo.\n2 - 1\nBeta", None),
    ],
)
def test_results(head, expected):
    sheet = read(head + "\nArbitro: Verri")
    assert (sheet.home and (sheet.home.text, sheet.away.text, sheet.score)) == expected


def test_goals_after_the_formation_are_the_score():
    sheet = read(TEAMS.replace("(4-3-3): S", "(4-3-3) 2\nS").replace("(4-3-3): P", "(4-3-3) 1\nP"))
    assert (sheet.score, len(sheet.lineups[0].starters)) == ((2, 1), 11)


def test_a_shoot_out_in_words():
    sheet = read("ALFA-BETA 2-2 (4-5 dopo i calci di rigore)\nArbitro: Verri")
    assert (sheet.score, sheet.shootout, sheet.half_time) == ((2, 2), (4, 5), None)


@pytest.mark.parametrize(
    ("text", "officials"),
    [
        ("Arbitro: Verri di Pisa; Ass1: Ivo Tizzi di Lucca; Ass2: Ugo Conti di Prato", ["Ivo Tizzi", "Ugo Conti"]),
        ("Arbitro: Sig. Verri (Asti - AT) - Assistenti Sigg. Tizzi e Conti - V.A.R. Bo", ["Tizzi", "Conti", "Bo"]),
        ("Arbitro: Verri (Tizzi - Conti)", ["Tizzi", "Conti"]),
    ],
)  # fmt: skip
def test_officials(text, officials):
    sheet = read(text)
    assert (sheet.referee.text, [o.text for o in sheet.officials]) == ("Verri", officials)


@pytest.mark.parametrize(("told", "number"), [("50 mila", 50000), ("50 circa", 50), ("1.200", 1200)])
def test_spectators(told, number):
    assert read(f"Spettatori: {told}").attendance == number


def test_a_penalty_saved_after_the_cards_is_no_card():
    sheet = read("Espulsi: Galli\nAl 10' st Pace ha parato un rigore a Monti")
    assert [(m.player.text, m.goalkeeper.text, clock(m.minute)) for m in sheet.missed_penalties] == [
        ("Monti", "Pace", "55")
    ]


@pytest.mark.parametrize(
    ("text", "kinds", "begins"),
    [
        (f"{PROSE}{PROSE}Alfa - Beta 2-1\n{TEAMS}", "prose tabellino", "Alfa - Beta"),
        (f"{PROSE * 5}Alfa - Beta 2-1\n{TEAMS}", "prose tabellino", "Alfa - Beta"),
        (f"{PROSE}\n{PROSE}Finisce Alfa - Beta 2-1.\n{PROSE}", "prose", "La squadra"),
    ],
)
def test_a_result_glued_to_prose(text, kinds, begins):
    found = sections(text)
    assert " ".join(s.kind for s in found) == kinds
    assert text[found[-1].start :].startswith(begins)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Dal Bosco (20' st Nava)", "Dal Bosco>Nava 65"),
        ("Corti (Del Rosso)", "Corti>Del Rosso -"),
        ("Corti (dal 20' st Nava)", "Corti>Nava 65"),
        ("Corti (20' st Dal Pozzo)", "Corti>Dal Pozzo 65"),
    ],
)
def test_words_of_the_sheet_that_are_half_a_surname(line, expected):
    lineup = read(f"ALFA-BETA 1-0\nALFA: {line}, {BETA}\nBETA: {BETA}").lineups[0]
    told = [f"{s.out.text}>{s.in_.text} {clock(s.minute)}" for s in lineup.subs if s.out and s.in_]
    assert told == [expected]


def test_labels_in_capitals_in_the_midst_of_a_line():
    sheet = read(f"ALFA-BETA 1-0\nALFA {BETA} PANCHINA Verri ALLENATORE Sanna\nBETA {BETA} ALLENATORE Perri")
    assert [x.coach.text for x in sheet.lineups if x.coach] == ["Sanna", "Perri"]
    assert [x.text for x in sheet.lineups[0].bench] == ["Verri"]


@pytest.mark.parametrize(
    ("note", "expected"),
    [
        ("NOTE Rigori falliti al 39' pt da Galli (A) e al 44' pt da Riva (B).", ["Galli 39", "Riva 44"]),
        ("NOTE Rigore fallito da Galli (A) al 23'pt. Espulso Riva (B) al 30'pt", ["Galli 23"]),
        ("NOTE Rigore sbagliato da Galli", ["Galli -"]),
    ],
)
def test_penalties_missed_without_a_colon(note, expected):
    missed = read(TEAMS + note).missed_penalties
    assert [f"{m.player.text} {clock(m.minute)}" for m in missed if m.player] == expected


def test_notes_behind_a_dash_are_no_scorers():
    text = TEAMS + "Reti: 24'st Galli rig.\nNote - ammoniti Riva, Nava."
    assert goals(text) == "Galli 69 R"
    assert cards(text) != ""


def test_a_side_whose_block_is_headed_as_its_line_up():
    sheet = read(f"IL TABELLINO DI ALFA-BETA 1-0\nFORMAZIONE ALFA: {BETA}\nFORMAZIONE DEL BETA: {BETA}")
    assert sheet.home is not None and sheet.home.text == "ALFA"
    assert [x.team.text for x in sheet.lineups if x.team] == ["ALFA", "BETA"]
