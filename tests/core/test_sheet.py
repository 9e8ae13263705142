"""The match sheet, house style by house style: scorers, cards, substitutions, line-ups."""

import pytest

from tests.core.sheet_cases import ELEVEN, PLAIN, cards, goals, read, subs


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Reti: 12' pt Galli, 30' st rig. Monti", "Galli 12, Monti 75 R"),
        ("RETI: 12' Galli, 75' aut. Serra", "Galli 12, Serra 75 A"),
        ("Marcatori: Galli 12', 34', Monti (rig.) 50'", "Galli 12, Galli 34, Monti 50 R"),
        ("Marcatori: 22' pt Galli, 38' Monti; 5' st Nava, 40' Orsi", "Galli 22, Monti 38, Nava 50, Orsi 85"),
        ("Gol: 12' e 34' st Galli", "Galli 57, Galli 79"),
        ("Reti: 40' pt Galli, 38' e 12' st Monti", "Galli 40, Monti 38, Monti 57"),
        ("Reti: nel pt al 12' Galli, nel st al 30' Monti", "Galli 12, Monti 75"),
        ("Reti: pt 12' Galli; st 8' Monti (rig.), 20' Nava", "Galli 12, Monti 53 R, Nava 65"),
        ("Rete: st 21' Galli (rig.), 39' Monti.", "Galli 66 R, Monti 84"),
        ("Marcatori: 18' rig., 34' Galli (P)", "Galli 18 R, Galli 34"),
        ("RETI: Galli (2), Monti", "Galli -, Galli -, Monti -"),
        ("RETI: Galli 2, Monti, Nava rig.", "Galli -, Galli -, Monti -, Nava - R"),
        ("Reti: 12’ Galli (R), 20’ Serra (A)", "Galli 12 R, Serra 20 A"),
        ("Marcatori: Galli (12' pt), Monti (5' st, rig.), Serra (44' st aut.)", "Galli 12, Monti 50 R, Serra 89 A"),
        ("Rete: al 90'+4 Galli su rigore", "Galli 90+4 R"),
        ("Reti: 45'+2 Galli, 45+2' Monti, 92' Nava", "Galli 45+2, Monti 45+2, Nava 90+2"),
        ("Reti: 47' pt Galli, 46' st Monti", "Galli 45+2, Monti 90+1"),
        ("Reti: 3' pts Galli, 1' sts Monti", "Galli 93, Monti 106"),
        ("Reti: 30' t.s. Galli", "Galli 120"),
        ("GOL: 5 Galli (V), 81, 82 Monti (T)", "Galli 5, Monti 81, Monti 82"),
        ("MARCATORI: GALLI AL 12' PT, MONTI AL 30' ST", "GALLI 12, MONTI 75"),
        ("Marcatori: 27'pt D'Agostino A.,49'st De Rossi", "D'Agostino A. 27, De Rossi 90+4"),
        ("Reti: 15' pt van der Vaart, 41' st F. Galli", "van der Vaart 15, F. Galli 86"),
        ("Marcatori: al 12' Galli, al 40' autorete di Serra", "Galli 12, Serra 40 A"),
        ("Reti: 12' Galli per l'Alfa, 40' Quaglia per il Beta", "Galli 12, Quaglia 40"),
        ("Reti: 12 pt Galli, 20 st Monti", "Galli 12, Monti 65"),
        ("Reti: 12' 1t Galli, 20' 2t Monti", "Galli 12, Monti 65"),
        ("Reti: 12' pt Galli, 67' Monti", "Galli 12, Monti 67"),
        ("Reti: st 63' Galli, st 88' Monti", "Galli 63, Monti 88"),
        ("Reti: 12' pt Galli\n20' st Monti\n44' st Nava rig.", "Galli 12, Monti 65, Nava 89 R"),
        ("Reti: 38' pt Galli; 12' Monti, 25' Nava (rig.), 46' st Monti", "Galli 38, Monti 57, Nava 70 R, Monti 90+1"),
        ("Reti: 38' pt Galli, 43' Monti, 46' st Monti", "Galli 38, Monti 43, Monti 90+1"),
        ("RETE - 12' Galli", "Galli 12"),
        ("Reti: 12&#8217; pt Kon&eacute;", "Kon&eacute; 12"),
        ("Marcatori: nessuno", ""),
        ("Sequenza rigori: Galli gol, Monti parato, Nava gol", ""),
        ("Assist: 12' Galli, 30' Monti", ""),
    ],
)
def test_goals(text, expected):
    assert goals(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ammoniti: Galli, Monti e Nava", "Galli yellow -, Monti yellow -, Nava yellow -"),
        ("Ammonito: Galli (A) per gioco scorretto", "Galli yellow -"),
        (
            "Note: Espulso Galli (A) al 23' pt Ammoniti Monti, Nava e Riva",
            "Galli red 23, Monti yellow -, Nava yellow -, Riva yellow -",
        ),
        ("Note: terreno pesante Ammoniti Monti, Nava Espulso Galli", "Monti yellow -, Nava yellow -, Galli red -"),
        ("Ammoniti: 12' Galli, 40' Monti, 5' st Nava", "Galli yellow 12, Monti yellow 40, Nava yellow 50"),
        ("Espulso al 33' st Galli per doppia ammonizione", "Galli second_yellow 78"),
        ("Espulsi: 40' st Galli (somma di ammonizioni), 44' st Monti", "Galli second_yellow 85, Monti red 89"),
        ("Espulsi: Galli e Monti per doppio giallo", "Galli second_yellow -, Monti second_yellow -"),
        ("Espulso: Galli al 54' per rosso diretto", "Galli red 54"),
        (
            "Note: al 20' st espulso Galli (doppia ammonizione). Ammoniti: Monti",
            "Galli second_yellow 65, Monti yellow -",
        ),
        ("Cartellini gialli: Galli. Cartellini rossi: Monti", "Galli yellow -, Monti red -"),
        ("Ammoniti: Galli, Monti. Serata fredda, presenti anche Amato e Bassi", "Galli yellow -, Monti yellow -"),
        (f"ALFA (4-3-3): {ELEVEN} (espulso al 30' st)", "Orsi red 75"),
        ("Allontanato l'allenatore Neri al 48' pt per proteste", "Neri red 45+3"),
        ("Ammoniti: nessuno", ""),
        ("Ammoniti: -", ""),
    ],
)
def test_cards(text, expected):
    assert cards(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Sostituzioni: 22'st Amato per Galli; 30' st Bassi e Cairo per Monti e Nava",
         "Amato>Galli 67, Bassi>Monti 75, Cairo>Nava 75"),
        ("Sostituzioni: Amato per Galli (22' st), Bassi per Monti (30' st)", "Amato>Galli 67, Bassi>Monti 75"),
        ("Sost.: st 22' Amato per Galli, 30' Bassi per Monti", "Amato>Galli 67, Bassi>Monti 75"),
        ("Cambi: 46' Amato x Galli, 60' dentro Bassi fuori Monti", "Amato>Galli 46, Bassi>Monti 60"),
        ("Sostituzioni: 22' st esce Galli entra Amato", "Amato>Galli 67"),
        ("Sostituzioni: Galli (22' st Amato), Monti (30' st Bassi)", "Amato>Galli 67, Bassi>Monti 75"),
        ("Sostituzioni: 22' st Amato, 30' st Bassi", "Amato>- 67, Bassi>- 75"),
        ("Cambi: 58' Amato per Galli, Bassi per Monti; 88' Cairo per Nava",
         "Amato>Galli 58, Bassi>Monti 58, Cairo>Nava 88"),
    ],
)  # fmt: skip
def test_substitutions_in_a_list(text, expected):
    assert subs(text) == expected


@pytest.mark.parametrize(
    ("bracket", "expected"),
    [
        ("(22' st Amato)", "Amato>Orsi 67"),
        ("(dal 22' s.t. Amato)", "Amato>Orsi 67"),
        ("(22'st Amato)", "Amato>Orsi 67"),
        ("(Amato dal 22' st)", "Amato>Orsi 67"),
        ("(st 22' Amato)", "Amato>Orsi 67"),
        ("[67' Amato 6,5]", "Amato>Orsi 67"),
        ("(67 Amato)", "Amato>Orsi 67"),
        ("6 (22' st Amato sv)", "Amato>Orsi 67"),
        (", dal 22' st Amato", "Amato>Orsi 67"),
        ("(11' Amato poi 59' De Ketelaere)", "Amato>Orsi 11, De Ketelaere>Amato 59"),
        ("(11' pt Amato (14' st Bassi))", "Amato>Orsi 11, Bassi>Amato 59"),
        ("(C)", ""),
        ("(cap.)", ""),
        ("(VC) 6,5", ""),
    ],
)
def test_substitutions_in_the_lineup(bracket, expected):
    sheet = f"ALFA (4-3-3): {ELEVEN} {bracket}. All.: Neri"
    assert subs(sheet) == expected
    assert [n.text for n in read(sheet).lineups[0].starters][-1] == "Orsi"


@pytest.mark.parametrize(
    "sheet",
    [
        f"ALFA (4-3-3): {ELEVEN}. A disp.: Amato, Bassi. All.: Neri",
        f"Alfa: {PLAIN}. A disposizione: Amato, Bassi. Allenatore: Neri.",
        f"ALFA (433): {ELEVEN.upper()}. IN PANCHINA: AMATO, BASSI. ALL.: NERI",
        f"ALFA (4-3-3) {ELEVEN.replace(' ', '')}.A disp:Amato,Bassi.All.Neri",
        f"Alfa - {PLAIN}. Panchina: Amato, Bassi. All. Neri",
        f"Alfa\n{PLAIN}\nA disp. Amato, Bassi\nAll. Neri",
        "ALFA:\n\n" + PLAIN + "\n\nA disp. Amato, Bassi\nAllenatore: Neri",
        "ALFA (4-3-3)\n" + PLAIN.replace(", ", "\n") + "\nA disp.: Amato, Bassi\nAll.: Neri",
        "ALFA: " + PLAIN.replace(", ", " 6, ") + " 6,5. All.: Neri 6. A disp.: Amato, Bassi",
        "ALFA: " + PLAIN.replace(", ", " 6,5 ") + " sv. (12 Amato, 13 Bassi). All. Neri",
        "ALFA: 1 " + " 2 ".join(PLAIN.split(", ")) + ". A disp.: 12 Amato, 13 Bassi. All.: Neri",
        "ALFA: " + PLAIN.replace(", ", "-") + ". A disp.: Amato, Bassi. All.: Neri",
        f"ALFA: {PLAIN}\nN.E.: Amato, Bassi\nAll.: Neri (Bruni squalificato)",
    ],
)
def test_lineup_styles(sheet):
    lineup = read(sheet).lineups[0]
    names = [n.text.title() for n in lineup.starters]
    assert names == PLAIN.split(", ")
    assert [n.text.title() for n in lineup.bench] == ["Amato", "Bassi"]
    assert (lineup.team.text.title(), lineup.coach.text.title()) == ("Alfa", "Neri")


@pytest.mark.parametrize(
    "text",
    [
        "Il Milan (che aveva vinto): una squadra stanca, lenta, prevedibile, spenta, nervosa, fragile, vuota.",
        "Il tecnico è stato chiaro: vuole Galli, Monti, Nava, Orsi e Sarti, che però sono fermi da un mese.",
        "Indisponibili: Galli, Monti, Nava, Orsi, Sarti, Bellini, Corti",
        "Nel Beta mancano: Galli, Monti, Nava, Orsi, Sarti, Bellini, Corti",
        "",
    ],
)
def test_prose_is_no_lineup(text):
    assert read(text).lineups == []
