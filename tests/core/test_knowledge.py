"""Loading the lexicon: folding, errors that name file and line, squads, grounds."""

import shutil

import pytest

from core.knowledge import FOLDER, TABLES, Lexicon, LexiconError, Table, fold, lexicon, read, rows


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        ("Çalhanoğlu", "calhanoglu"),
        ("D’Ambrosio", "d'ambrosio"),
        ("D`Ambrosio", "d'ambrosio"),
        ("Højlund", "hojlund"),
        ("Błaszczykowski", "blaszczykowski"),
        ("Gündoğan", "gundogan"),
        ("Yıldız", "yildiz"),
        ("Weiß", "weiss"),
        ("Bødø", "bodo"),
        ("Nicolò", "nicolo"),
        ("DELL'ARA", "dell'ara"),
    ],
)
def test_fold(written, folded):
    assert fold(written) == folded


def test_fold_keeps_different_names_apart():
    assert fold("Rossi") != fold("Rosso")
    assert fold("D'Angelo") != fold("Dangelo")


@pytest.mark.parametrize(
    ("content", "says"),
    [
        ("name,colour\nRoma,x\n", "bad.csv, line 1"),
        ("name,aliases\nRoma,\nLazio\n", "bad.csv, line 3"),
        ("name,aliases\nRoma,\nLazio,\nRoma,\n", "bad.csv, line 4: Roma stands already in line 2"),
        ("name,aliases\n,x\n", "bad.csv, line 2: name is empty"),
    ],
)
def test_a_broken_file_is_named_with_its_line(tmp_path, content, says):
    file = tmp_path / "bad.csv"
    file.write_text(content, encoding="utf-8")
    with pytest.raises(LexiconError, match=says):
        list(rows(file, Table(("name", "aliases"), ("name",), frozenset({"aliases"}))))


def test_lists_are_parted(tmp_path):
    file = tmp_path / "good.csv"
    file.write_text("name,aliases\nRoma,AS Roma|A.S. Roma\nLazio,\n", encoding="utf-8")
    table = Table(("name", "aliases"), ("name",), frozenset({"aliases"}))
    assert [row["aliases"] for row in rows(file, table)] == [("AS Roma", "A.S. Roma"), ()]


def test_an_unknown_table_is_refused_by_name():
    with pytest.raises(LexiconError, match="no lexicon table 'stadia'"):
        read("stadia")


@pytest.mark.parametrize(
    ("file", "row", "says"),
    [
        ("squads.csv", "Mario Rossi,Rossi,Atlantide,2017/18,FW,Italia,9,wyscout", "'Atlantide'"),
        ("clubs_world.csv", "Atalanta,,,,Rio,Brasile,", "two clubs are called 'Atalanta'"),
        ("clubs_italy.csv", "Nessuno,,,,Nessuno,Padania,", "'Padania'"),
    ],
)
def test_rows_that_contradict_other_files_are_refused(tmp_path, file, row, says):
    folder = shutil.copytree(FOLDER, tmp_path / "lexicon")
    with (folder / file).open("a", encoding="utf-8") as handle:
        handle.write(row + "\n")
    with pytest.raises(LexiconError, match=says):
        Lexicon(folder)


def test_squad_is_that_of_club_and_season():
    surnames = {player.surname for player in lexicon().squad("Atalanta", "2017/18")}
    assert {"Gomez", "Ilicic", "De Roon"} <= surnames
    assert "Lookman" not in surnames
    assert lexicon().squad("Atalanta", "1899/00") == ()


@pytest.mark.parametrize(
    ("form", "name", "club"),
    [
        ("San Siro", "San Siro", "Inter"),
        ("Stadio Giuseppe Meazza", "Giuseppe Meazza", "Milan"),
        ("Franchi", "Artemio Franchi", "Fiorentina"),
        ("Penzo", "Pier Luigi Penzo", "Venezia"),
        ("Massimino", "Angelo Massimino", "Catania"),
    ],
)
def test_grounds(form, name, club):
    assert lexicon().stadiums[form] == name
    assert club in lexicon().stadium_club[name]


def test_demonyms_of_region_and_country_are_epithets():
    clubs = {club.name: club for club in lexicon().clubs}
    assert {"rossoblù", "sardi"} <= set(clubs["Cagliari"].epithets)
    assert {"blaugrana", "spagnoli"} <= set(clubs["Barcellona"].epithets)
    assert {"azzurri", "italiani"} <= set(clubs["Italia"].epithets)
    assert "sardi" not in clubs["Genoa"].epithets


def test_every_table_is_a_file_and_every_file_a_table():
    files = {file.stem for file in FOLDER.glob("*.csv")}
    assert files <= set(TABLES)
    assert {name for name in TABLES if not name.startswith("careers")} <= files
