"""The view of the pasted text, datelines and sections."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.text import dateline, normalise, sections, split_matches

PROSE = "La squadra di casa parte meglio e al primo affondo trova il vantaggio con un tiro dal limite dell'area. "
ELEVEN = "Sarti; Bellini, Corti, Donà, Elia; Ferri, Galli, Leone; Monti, Nava, Orsi"
OTHERS = "Pace; Quaglia, Riva, Serra, Testa; Urso, Villa, Zani; Amato, Bassi, Cairo"
BARE = (
    "7 Galli calcia fuori dal limite\n19 Monti di testa, para il portiere\n31 Gol di Nava, che sbuca tra i centrali\n"
    "52 Cambio: Orsi per Monti\n70 Palo di Galli\n83 Rosso diretto per Elia che stende Bassi"
)
SHIRTS = (
    "1 Sarti attento quando serve\n2 Bellini soffre\n5 Corti in ritardo sul gol\n16 Donà spinge poco\n"
    "27 Elia lotta su ogni pallone\n33 Ferri sbaglia molto"
)
SHEET = f"ALFA-BETA 1-0\nALFA (4-3-3): {ELEVEN}. All.: Neri\nBETA (4-3-3): {OTHERS}. All.: Bruni\nReti: 12' pt Galli"


def shape(text: str) -> str:
    return " ".join(section.kind for section in sections(text))


@pytest.mark.parametrize(
    ("text", "view"),
    [
        ("12’ D’Attoma – “gol”", "12' D'Attoma - \"gol\""),
        ("27′pt\u00a0Galli", "27'pt Galli"),
        ("12&#8217;st", "12'      st"),
        ("MÃ©ndez 12â€™", "Mé\u2060ndez 12'  "),
        ("a<br>b", "a\n   b"),
        ("gio-\nco", "gio\u2060\u2060co"),
        ("Milinkovic-\nSavic", "Milinkovic-\nSavic"),
        ("Tizio & Caio; 3 < 4", "Tizio & Caio; 3 < 4"),
    ],
)
def test_normalise(text, view):
    assert normalise(text) == view


@given(st.text(alphabet="aÀé’–&#8217;<br>Ãâ€™\n\r\u00a0\u00ad-x1 ", max_size=60))
def test_normalise_keeps_every_offset(text):
    assert len(normalise(text)) == len(text)


@pytest.mark.parametrize(
    ("text", "town"),
    [
        ("BERGAMO - L'Atalanta vince", "BERGAMO"),
        ("UDINE – Dopo due mesi", "UDINE"),
        ("RENDE (CS) – Tutto facile", "RENDE"),
        ("GALLO DI PETRIANO – Il Porto d’Ascoli", "GALLO DI PETRIANO"),
        ("Parma, 29 ottobre 2019 - Basta un gol", "Parma"),
        ("Milan-Inter 1-2", None),
        ("Vince il Milan - e basta", None),
        ("L'Atalanta vince", None),
    ],
)
def test_dateline(text, town):
    found = dateline(text)
    assert (found and found[0]) == town
    assert found is None or text[found[1] : found[2]] == town


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", ""),
        (PROSE, "prose"),
        (f"Galli decide il derby\n\n{PROSE}\n\n{PROSE}", "headline prose"),
        (f"Alfa-Beta 1-0: decide Galli\n\n{PROSE}", "headline prose"),
        (f"{PROSE}\n\nIL TABELLINO\n\n{SHEET}", "prose tabellino"),
        (f"{SHEET}\n\n{PROSE}", "tabellino prose"),
        (f"Titolo breve\n{PROSE}\n{SHEET}\n{PROSE}", "headline prose tabellino prose"),
        (f"{PROSE}{SHEET.replace(chr(10), ' ')}. {PROSE}", "prose tabellino prose"),
        (f"{SHEET.replace('(4-3-3)', '')}\nNote: serata fredda.\n{PROSE}", "tabellino prose"),
        (f"{PROSE}\nArbitro: Verri di Pisa", "prose tabellino"),
        (f"{PROSE}\nLEGGI ANCHE: la classifica\n{PROSE}", "prose furniture prose"),
        (f"di Mario Rossi\n{PROSE}", "furniture prose"),
        (f"Titolo\nDi Mario Rossi\n{PROSE}", "headline furniture prose"),
        (f"{PROSE}(Foto: Ansa) {PROSE}", "prose furniture prose"),
        (f"{PROSE}\n© RIPRODUZIONE RISERVATA", "prose furniture"),
        (f"{PROSE}\n{PROSE}\nCommenti\nBravi ragazzi, continuate così", "prose furniture"),
        (f"{PROSE}\n12' Tiro di Galli che esce di poco\n20' Gol! Segna Monti\n31' Palo di Nava\n44' Ci prova Orsi",
         "prose live"),
        (f"{PROSE}\n{BARE}", "prose live"),
        (f"{PROSE}\n{BARE.replace('83', '23')}", "prose"),
        (f"{PROSE}\n{SHIRTS}", "prose"),
        (f"LE PAGELLE\nSarti 6: attento.\nBellini 5,5: in ritardo sul gol.\n{PROSE}", "pagelle prose"),
        (f"{PROSE}\nAl 12' segna Galli su assist di Monti.\nAl 30' ci prova Nava, ma il tiro va fuori.", "prose"),
        ("Il Milan (che aveva vinto): una squadra stanca, che gioca male e non tira in porta.", "prose"),
        ("ESPULSIONI – Nella ripresa la squadra di casa resta in dieci, ma regge fino alla fine.", "prose"),
        ("Nella ripresa ammoniti: Galli nella squadra di casa e Serra tra gli ospiti, poi non succede altro.", "prose"),
        ("Alfa - Beta 2-2 (4’ Verri, 37’ rig. Tizzi - 29’ Conti, 91’ Guarco)\n" + PROSE, "tabellino prose"),
    ],
)  # fmt: skip
def test_sections(text, expected):
    assert shape(text) == expected


@pytest.mark.parametrize("text", [SHEET, f"Titolo\n\n{PROSE}(Foto: Ansa)\n\n{SHEET}\nLEGGI ANCHE: altro\n{PROSE}"])
def test_sections_are_in_order_and_leave_out_only_blanks(text):
    found = sections(text)
    ends = [0, *(s.end for s in found)]
    assert all(a <= s.start < s.end for a, s in zip(ends, found, strict=False))
    gaps = [text[a : s.start] for a, s in zip(ends, found, strict=False)] + [text[ends[-1] :]]
    assert "".join(gaps).strip() == ""


OTHER = SHEET.replace("ALFA", "GAMMA").replace("BETA", "DELTA")


@pytest.mark.parametrize(
    ("text", "starts"),
    [
        (PROSE, [PROSE]),
        (f"{PROSE * 3}\n{SHEET}", [PROSE]),
        (f"Alfa-Beta 1-0\n{PROSE * 3}\n{SHEET}", ["Alfa"]),
        (f"{SHEET}\n\n{OTHER}", ["ALFA", "GAMMA"]),
        (f"ALFA-BETA 1-0\n{PROSE * 2}\nGAMMA-DELTA 2-2\n{PROSE * 3}", ["ALFA", "GAMMA"]),
        (f"Nel derby {PROSE * 3}\n{SHEET}\nDiversa {PROSE * 3}\n{OTHER}", ["Nel derby", "Diversa"]),
        (f"{SHEET}\n{PROSE * 3}\nRISULTATI\nGAMMA-DELTA 2-2\nEPSILON-ZETA 0-1", ["ALFA"]),
    ],
)
def test_split_matches(text, starts):
    spans = split_matches(text)
    assert len(spans) == len(starts)
    assert all(text[a:b].startswith(start) for (a, b), start in zip(spans, starts, strict=True))
    assert [a for a, _ in spans][1:] == [b for _, b in spans][:-1]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"ALFA-BETA 1-0\n{PROSE * 2}\nGAMMA-DELTA 2-2\n{PROSE * 3}", "other_match tabellino prose"),
        (f"{SHEET}\n{PROSE}\nGli altri risultati\nGAMMA-DELTA 2-2\nEPSILON-ZETA 0-1", "tabellino prose other_match"),
    ],
)
def test_other_matches(text, expected):
    assert shape(text) == expected
