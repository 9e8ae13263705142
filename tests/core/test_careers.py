"""Stints of the careers files become players, season by season, where the squads leave room."""

import csv
import shutil

import pytest

from core.knowledge import CAREERS, FOLDER, Lexicon, LexiconError, fold

COLUMNS = "name,surname,club,first,last,position,nationality"
SQUADS = "name,surname,club,season,position,nationality,number,source"


@pytest.fixture
def load(tmp_path):
    shutil.copytree(FOLDER, tmp_path, dirs_exist_ok=True)
    squad = "M. Rossi,Rossi,Bari,2016/17,FW,Italia,9,wyscout"
    (tmp_path / "squads.csv").write_text(f"{SQUADS}\n{squad}\n", encoding="utf-8")

    def build(*stints: str, old: str | None = None) -> list[tuple[str, str]]:
        for table, lines in (("careers_new", stints), ("careers_old", [old] if old else None)):
            file = tmp_path / f"{table}.csv"
            if lines is None:
                file.unlink(missing_ok=True)
            else:
                file.write_text("\n".join((COLUMNS, *lines)) + "\n", encoding="utf-8")
        lex = Lexicon(tmp_path)
        return [(p.name, p.season) for p in lex.players if p.source == "careers"]

    return build


def test_a_stint_is_one_player_per_season_both_ends_included(load):
    assert load("Ada Neri,Neri,Bari,1998/99,2000/01,MF,Italia") == [
        ("Ada Neri", "1998/99"),
        ("Ada Neri", "1999/00"),
        ("Ada Neri", "2000/01"),
    ]


@pytest.mark.parametrize(
    ("stint", "seasons"),
    [
        ("Mario Rossi,Rossi,Bari,2015/16,2017/18,FW,Italia", ["2015/16", "2017/18"]),  # his surname stands there
        ("Mario Ròssi,Ròssi,Bari,2016/17,2016/17,FW,Italia", []),  # the same surname, folded
        ("Mario Rossi,Rossi,Pisa,2016/17,2016/17,FW,Italia", ["2016/17"]),  # another club
        ("Mario Bianchi,Bianchi,Bari,2016/17,2016/17,FW,Italia", ["2016/17"]),  # another surname
    ],
)
def test_the_squads_come_first(load, stint, seasons):
    assert [season for _, season in load(stint)] == seasons


def test_a_season_told_by_both_files_counts_once(load):
    told = load(
        "Ada Neri,Neri,Bari,2014/15,2015/16,MF,Italia",
        "Eva Neri,Neri,Bari,2014/15,2014/15,DF,Italia",  # a namesake stays
        old="Ada Neri,Neri,Bari,2013/14,2014/15,MF,Italia",
    )
    assert sorted(told) == [
        ("Ada Neri", "2013/14"),
        ("Ada Neri", "2014/15"),
        ("Ada Neri", "2015/16"),
        ("Eva Neri", "2014/15"),
    ]


@pytest.mark.parametrize(
    ("first", "last"), [("2014", "2015/16"), ("2014/16", "2016/17"), ("2016/17", "2014/15"), ("2014/15", "oggi")]
)
def test_a_wrong_season_is_named(load, first, last):
    with pytest.raises(LexiconError, match="Ada Neri"):
        load(f"Ada Neri,Neri,Bari,{first},{last},MF,Italia")


@pytest.mark.parametrize("table", CAREERS)
def test_shipped_rows_hold_known_positions_and_nations(table):
    if not (file := FOLDER / f"{table}.csv").exists():
        pytest.skip(f"{table}.csv is not written yet")
    with (FOLDER / "nations.csv").open(encoding="utf-8") as handle:
        nations = {row["name"] for row in csv.DictReader(handle)}
    with file.open(encoding="utf-8") as handle:
        for row in csv.DictReader(handle):
            assert row["position"] in {"GK", "DF", "MF", "FW"}, row
            assert row["nationality"] in nations, row
            assert row["surname"] and fold(row["surname"]).split()[-1] in fold(row["name"]), row
