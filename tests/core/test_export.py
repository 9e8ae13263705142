"""Exports: cells that run nothing, sheets, the contract's JSON, the rebuilt match sheet."""

import csv
import io
import json

import openpyxl
import pandas as pd
import pytest

from core.export import (
    EVENT_TITLES,
    event_title,
    events_frame,
    harmless,
    report_csv,
    report_json,
    tabellino,
    to_csv,
    to_excel,
)
from core.export_sheet import clock
from core.i18n import use
from core.schema import Event, MatchReport
from core.season import season_frames
from tests.conftest import build_report


@pytest.mark.parametrize(
    "cell", ["=1+1", "+39", "-3 punti", "@sum", "\t=1", "\r=1", "\n=1", " =1", "\x00=1", "＝1", "=cmd|' /C calc'!A0"]
)
def test_formulas_are_made_harmless(cell: str):
    made = harmless(cell)
    assert isinstance(made, str) and made.startswith("'")


@pytest.mark.parametrize("cell", ["Rossi", "1-0", -3, 2.5, "D'Ambrosio", "a=b", True])
def test_other_cells_stay(cell: object):
    assert harmless(cell) == cell


@pytest.mark.parametrize(("cell", "made"), [(None, None), (float("nan"), None), (pd.NaT, None), ([1, 2], "1 2")])
def test_empty_cells_and_lists(cell: object, made: object):
    assert harmless(cell) == made


NASTY = pd.DataFrame({"=titolo": ["=1", "Rossi", None], "n": [1, -2, 3]})


def test_csv():
    told = list(csv.reader(io.StringIO(to_csv(NASTY))))
    assert told == [["'=titolo", "n"], ["'=1", "1"], ["Rossi", "-2"], ["", "3"]]


def test_excel_has_a_sheet_a_table():
    view = season_frames([build_report("=Alba", "Brenta", (1, 0), {"player": "@Rossi", "minute": 3})])
    book = openpyxl.load_workbook(io.BytesIO(to_excel(view.tables(), titles=str.upper)))
    assert book.sheetnames == [name.upper() for name in view.tables()]
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    assert not [c.value for c in cells if c.data_type == "f" or str(c.value).startswith(("=", "@"))]
    assert [c.value for c in book["SCORERS"][2]] == ["'@Rossi", "'=Alba", 1, 0, 1]


@pytest.mark.parametrize("name", ["a/b:c*d?[e]", "x" * 40, "'apice'"])
def test_sheet_names_that_excel_would_refuse(name: str):
    assert openpyxl.load_workbook(io.BytesIO(to_excel({name: NASTY}))).worksheets[0].max_row == 4


REPORT = build_report(
    "Alba", "Brenta", (2, 1),
    {"player": "Rossi", "minute": 12, "period": 1, "penalty": True, "score_after": (1, 0)},
    {"player": "Gallo", "minute": 90, "added": 3, "period": 2, "own_goal": True},
    {"player": None, "minute": None, "team": "Brenta"},
    {"type": "card", "player": "Neri", "card": "second_yellow", "team": "Brenta", "minute": 60, "period": 2},
    {"type": "card", "player": "Verdi", "card": "yellow"},
    {"type": "substitution", "player_in": "Viola", "player_out": "Rossi", "minute": 46, "period": 2, "approx": True},
    {"type": "penalty_missed", "player": "Neri", "team": "Brenta", "goalkeeper": "Muro"},
    half_time=(1, 0), competition="Serie D", stadium="Prato", referee="Bianco", home_coach="Saggio", attendance=300,
    lineups=[{"team": "Alba", "formation": "4-4-2", "starters": ["Muro", "Rossi"], "bench": ["Viola"]}],
)  # fmt: skip


def test_csv_of_a_report_holds_the_words():
    told = list(csv.DictReader(io.StringIO(report_csv(REPORT))))
    assert (told[0]["player"], told[0]["minute"], told[0]["score_after"]) == ("Rossi", "12", "1-0")
    assert (told[2]["minute"], told[0]["evidence"]) == ("", "Rossi, goal numero 1.")


def test_json_is_the_contract():
    assert MatchReport.model_validate(json.loads(report_json(REPORT))) == REPORT


def test_match_sheet():
    assert tabellino(REPORT).splitlines() == [
        "ALBA-BRENTA 2-1 (pt 1-0)",
        "Serie D, Prato",
        "Marcatori: 12' pt Rossi (Alba, rig.), 45'+3 st Gallo (Alba, aut.), (autore non detto) (Brenta).",
        "Alba (4-4-2): Muro, Rossi (circa 1' st Viola). All. Saggio.",
        "A disposizione: Viola.",
        "Arbitro: Bianco.",
        "Ammoniti: Verdi (Alba).",
        "Espulsi: Neri (Brenta, 15' st, doppia ammonizione).",
        "Note: spettatori 300, rigore sbagliato da Neri (Brenta, parato da Muro).",
    ]


def test_match_sheet_of_nothing():
    assert tabellino(MatchReport(text="")) == "?-?\n"


@pytest.mark.parametrize(
    ("minute", "added", "period", "told"),
    [(8, None, 1, "8' pt"), (45, 2, 1, "45'+2 pt"), (57, None, 2, "12' st"), (91, None, 3, "1' pts"),
     (106, None, 4, "1' sts"), (50, None, None, "5' st"), (None, None, 2, "")],
)  # fmt: skip
def test_clock(minute: int | None, added: int | None, period: int | None, told: str):
    assert clock(Event(type="goal", minute=minute, added=added, period=period)) == told


def test_every_column_of_the_events_has_a_title_in_the_language_in_use():
    use("it")
    columns = list(events_frame(REPORT).columns)
    assert set(columns) == set(EVENT_TITLES)
    head = report_csv(REPORT, event_title).splitlines()[0].split(",")
    assert len(head) == len(set(head)) == len(columns) and not set(head) & set(columns)
