"""The command line: what is written where, what is refused, and with which exit status."""

import json
from functools import partial
from pathlib import Path

import openpyxl
import pytest

from core.__main__ import main, target_name
from core.batch import default_reader, load_path, read_many
from core.documents import Document
from core.errors import NotAReport
from core.own_entries import checked
from core.schema import MatchReport, Source
from core.settings import settings
from core.store import Store
from tests.conftest import build_report


def fake_reader(text: str, name: str, **_: object) -> MatchReport:
    """Stands in for the reader: the command line is the same whatever it reads."""
    if "ricetta" in text:
        raise NotAReport("this is no match report:\nno sides")
    if "guasto" in text:
        raise ZeroDivisionError("a bug")
    report = build_report("Alba", "Brenta", (1, 0), {"player": "Rossi", "minute": 3}, competition="Serie D")
    return report.model_copy(update={"text": text, "source": Source(name=name)})


@pytest.fixture(autouse=True)
def reader(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("core.batch.default_reader", fake_reader)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, data in {
        "a.txt": b"Alba-Brenta 1-0",
        "b.txt": b"una ricetta",
        "c.md": "perchè".encode("cp1252"),
        "d.pdf": b"no pdf",
        "e.txt": b"guasto",
    }.items():
        (tmp_path / name).write_bytes(data)
    return tmp_path


def test_json_lines_and_one_line_per_failure(folder: Path, capsysbinary: pytest.CaptureFixture[bytes]):
    assert main(["extract", *(str(folder / n) for n in ("a.txt", "b.txt", "c.md", "d.pdf", "e.txt", "f.txt"))]) == 1
    out, err = (stream.decode() for stream in capsysbinary.readouterr())
    assert [json.loads(line)["text"] for line in out.splitlines()] == ["Alba-Brenta 1-0", "perchè"]
    assert [line.split(":")[0].split()[0] for line in err.splitlines()] == ["b.txt", "d.pdf", "e.txt", "f.txt"]


def test_files_and_status_where_all_is_well(folder: Path, capsys: pytest.CaptureFixture[str]):
    out = folder / "new" / "out"
    assert main(["extract", str(folder / "a.txt"), str(folder / "c.md"), "--out", str(out)]) == 0
    assert sorted(p.name for p in out.iterdir()) == ["a.json", "c.json"]
    assert json.loads((out / "a.json").read_text("utf-8"))["source"]["name"] == "a.txt"
    assert capsys.readouterr() == ("", "")


def test_a_file_that_fails_leaves_no_json(folder: Path):
    assert main(["extract", str(folder), "--out", str(folder / "out")]) == 1
    assert sorted(p.name for p in (folder / "out").iterdir()) == ["a.json", "c.json"]


def test_equal_stems_are_kept_apart_and_told(folder: Path, capsys: pytest.CaptureFixture[str]):
    (folder / "a.md").write_text("Altra")
    assert main(["extract", str(folder / "a.txt"), str(folder / "a.md"), "--out", str(folder / "out")]) == 0
    texts = {p.name: json.loads(p.read_text("utf-8"))["text"] for p in (folder / "out").iterdir()}
    assert texts == {"a.json": "Alba-Brenta 1-0", "a.md.json": "Altra"}
    assert capsys.readouterr().err == "note: a.md is written to a.md.json; a.json holds a.txt\n"


def test_target_names():
    taken: dict[str, str] = {}
    names = [target_name(n, taken) for n in ("x/a.txt", "a.pdf", "y/a.pdf", "..\\..\\b.txt", "../c.txt", "a.b.txt")]
    assert names == ["a.json", "a.pdf.json", "a.pdf-2.json", "b.json", "c.json", "a.b.json"]


@pytest.mark.parametrize("jobs", [1, 2])
def test_readings_come_in_order(jobs: int):
    documents = [Document(f"{i}.txt", f"testo {i}") for i in range(6)]
    outcomes = list(read_many(documents, jobs=jobs, reader=fake_reader))
    assert [o.name for o in outcomes] == [d.name for d in documents]
    assert all(o.report for o in outcomes)


def test_a_folder_gives_its_known_files(folder: Path):
    (folder / "deep").mkdir()
    (folder / "deep" / "g.txt").write_text("x")
    (folder / "photo.png").write_bytes(b"x")
    assert [d.name for d in load_path(folder)] == ["a.txt", "b.txt", "c.md", "d.pdf", "g.txt", "e.txt"]


def test_import_export_backup_restore(folder: Path, capsys: pytest.CaptureFixture[str]):
    book, copy = folder / "season.xlsx", folder / "copy.db"
    assert main(["import", str(folder / "a.txt"), str(folder / "c.md"), "--date", "2024-03-01"]) == 0
    assert main(["import", str(folder / "a.txt"), str(folder / "b.txt")]) == 1
    assert [line for line in capsys.readouterr().out.splitlines()] == [
        "2 saved, 0 saved before",
        "0 saved, 1 saved before",
    ]
    assert main(["export", str(book), "--competition", "Serie D"]) == 0
    assert openpyxl.load_workbook(book)["scorers"]["A2"].value == "Rossi"
    assert main(["backup", str(copy)]) == 0
    Store().purge(1)
    assert main(["restore", str(copy)]) == 0
    assert len(Store().reports()) == 2


def test_an_import_that_is_cut_short_keeps_what_it_finished(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    def cut(text: str, name: str, **_: object) -> MatchReport:
        if text == "3":
            raise KeyboardInterrupt
        return fake_reader(text, name)

    monkeypatch.setattr("core.batch.default_reader", cut)
    for number in range(1, 6):
        (tmp_path / f"{number}.txt").write_text(str(number))
    with pytest.raises(KeyboardInterrupt):
        main(["import", str(tmp_path)])
    stored = Store().load_all()
    assert [s.report.text for s in stored] == ["1", "2"]
    assert all(s.report.events for s in stored)


def test_what_users_taught_and_a_date_reach_the_reader(folder: Path, monkeypatch: pytest.MonkeyPatch, capsysbinary):
    told: list[dict[str, object]] = []

    def noting(text: str, name: str, **given: object) -> MatchReport:
        told.append(given)
        return fake_reader(text, name)

    monkeypatch.setattr("core.batch.default_reader", noting)
    one = str(folder / "a.txt")
    main(["extract", one])  # the archive is named but not there: nothing is made
    assert not settings().data.exists()
    Store().add_entry("competition", {"name": "Coppa Val Nure"})
    main(["extract", one])
    main(["import", one, "--date", "2024-03-01"])
    main(["import", one, "--no-squads"])
    assert [len(t["own"]) for t in told] == [0, 1, 1, 1]
    assert [(t["squads"], t["season"]) for t in told[1:]] == [(True, None), (True, "2023/24"), (False, None)]


def test_the_readers_own_lexicon_and_that_of_users_are_one():
    given = {"name": "Ugo Brambilla", "club": "Vigolzone", "season": "2024/25"}
    line = "Vigolzone-Carpaneto 1-0. Il Vigolzone batte il Carpaneto: decide al 12' Brambilla con un tiro dal limite."
    read = partial(default_reader, line, "x", season="2024/25")
    assert "Ugo Brambilla" not in {m.name for m in read().mentions}
    assert "Ugo Brambilla" in {m.name for m in read(own=[("player", checked("player", given))]).mentions}


@pytest.mark.parametrize("command", [["restore", "nowhere.db"], ["evaluate", "."], ["export", "no/folder/x.xlsx"]])
def test_errors_are_one_line(command: list[str], tmp_path: Path, monkeypatch, capsys: pytest.CaptureFixture[str]):
    monkeypatch.chdir(tmp_path)
    assert main(command) == 1
    assert capsys.readouterr().err.count("\n") == 1


@pytest.mark.parametrize("words", [[], ["extract"], ["paint"], ["extract", "a.txt", "--colour"]])
def test_usage(words: list[str], capsys: pytest.CaptureFixture[str]):
    with pytest.raises(SystemExit) as caught:
        main(words)
    assert caught.value.code == 2
    assert "usage: python -m core" in capsys.readouterr().err
