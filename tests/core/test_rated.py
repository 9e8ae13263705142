"""Whose the men of a block of player ratings are."""

from core.extract import read

TITLE = "Sanvitese-Real Polcenigo 2-1, i voti della partita\n\n"
BLOCKS = """SANVITESE
Bertazzo 7 - Sicuro tra i pali.
Colussi 6,5 - Spinge e crossa.
Danelon 5,5 - Soffre la velocità di Pascutto.
Frison 6 - Ordinato.
All. Tomè 6,5 - Azzecca i cambi.

REAL POLCENIGO
Ivancich 6 - Incolpevole sui gol.
Lenarduzzi 5 - In ritardo.
Pascutto 7 - Il migliore dei suoi.
All. Quarin 6 - Ci ha provato.
"""
LIST = "Pagelle.\nReal Polcenigo: Ivancich 6, Lenarduzzi 6,5, Moras 5, Nadalin 5,5, Pascutto 7. All. Quarin 6.\n"


def sides(text: str) -> dict[str, str | None]:
    return {p.name: p.team for p in read(text).people}


def test_a_heading_tells_the_side_of_its_block():
    team = sides(TITLE + BLOCKS)
    assert {team[name] for name in ("Bertazzo", "Colussi", "Danelon", "Frison", "Tomè")} == {"Sanvitese"}
    assert {team[name] for name in ("Ivancich", "Lenarduzzi", "Pascutto", "Quarin")} == {"Real Polcenigo"}


def test_blocks_may_stand_the_other_way_round():
    first, second = BLOCKS.split("\n\n")
    team = sides(TITLE + second.strip() + "\n\n" + first + "\n")
    assert team["Bertazzo"] == "Sanvitese"
    assert team["Ivancich"] == "Real Polcenigo"


def test_no_heading_tells_nothing():
    without = "\n".join(line for line in BLOCKS.split("\n") if not line.isupper())
    team = sides(TITLE + without)
    assert team["Frison"] is None


def test_the_name_of_a_list_tells_its_side_not_its_place():
    team = sides(TITLE + LIST)
    assert team["Ivancich"] == team["Nadalin"] == "Real Polcenigo"
