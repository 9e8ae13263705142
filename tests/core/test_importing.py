"""An import of many: progress, cancel, what failed and why; what is done stays done."""

import io
import threading
import zipfile
from datetime import date

import pytest

from core.errors import DocumentError, NotAReport
from core.importing import Import, Known, known_from_csv, tables_in_zip
from tests.conftest import build_report


def read(text: str, name: str, season: str | None = None):
    if "ricetta" in text:
        raise NotAReport(f"{name} is no match report")
    if "guasto" in text:
        raise ZeroDivisionError("fault")
    return build_report("Alba", text.strip(), (1, 0), season=season)


def run(store, files, **more) -> Import:
    job = Import(store, files, reader=read, **more)
    job.start()
    job.wait(30)
    return job


def zipped(**texts: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, text in texts.items():
            archive.writestr(f"{name}.txt", text)
    return out.getvalue()


def test_good_ones_are_saved_and_bad_ones_are_named(store):
    files = [("a.txt", b"Brenta"), ("b.txt", b"ricetta"), ("c.xyz", b"?"), ("d.txt", b"guasto"), ("e.txt", b"Brenta")]
    done = run(store, files).progress
    assert (done.finished, done.cancelled, done.total, done.done) == (True, False, 5, 5)
    assert [(name, error.code) for name, error in done.failed] == [
        ("b.txt", "not-a-report"), ("c.xyz", "unknown-type"), ("d.txt", "reader-failed")
    ]  # fmt: skip
    assert (done.saved, done.before) == ([1], 1)


def test_a_zip_is_unpacked_and_what_is_known_is_kept(store):
    day = date(2024, 3, 1)
    done = run(store, [("x.zip", zipped(uno="Brenta", due="Carso"))], known=lambda name: Known(day, "Serie D", name))
    assert done.progress.total == 2
    assert [(r.away, r.date, r.competition, r.round) for r in store.reports()] == [
        ("Brenta", day, "Serie D", "uno.txt"), ("Carso", day, "Serie D", "due.txt")
    ]  # fmt: skip
    assert store.load(1).reading.match.season == "2023/24"


def test_cancel_keeps_what_is_finished(store):
    reading, go = threading.Event(), threading.Event()

    def slow(text: str, name: str, season: str | None):
        reading.set()
        assert go.wait(30)
        return read(text, name)

    job = Import(store, [(f"{i}.txt", f"Lato {i}".encode()) for i in range(5)], reader=slow)
    job.start()
    assert reading.wait(30)
    job.cancel()
    go.set()
    job.wait(30)
    assert (job.progress.cancelled, job.progress.done) == (True, 1)
    assert [r.away for r in store.reports()] == ["Lato 0"]


@pytest.mark.parametrize("files", [[], [("leer.txt", b"")]])
def test_nothing_to_read(store, files):
    done = run(store, files).progress
    assert done.finished and not done.saved and len(done.failed) == len(files)


def test_an_archive_that_refuses_costs_only_that_text():
    class Full:
        def save(self, *_):
            raise OSError("disk full")

    done = run(Full(), [("a.txt", b"Brenta"), ("b.txt", b"Carso")]).progress
    assert [error.code for _, error in done.failed] == ["not-saved"] * 2 and done.finished


def test_a_table_tells_what_the_texts_do_not():
    told = b"file,date,competition,round\na.txt,2024-03-01,Serie D,1\na.txt,,,\nb.txt,,,\n"
    assert known_from_csv("x.csv", told) == {"a.txt": Known(date(2024, 3, 1), "Serie D", "1"), "b.txt": Known()}


@pytest.mark.parametrize(
    ("data", "code"),
    [(b"name,day\n", "unknown-table"), (b"", "unknown-table"), (b"file,date\na,1.3.24\n", "unknown-date")],
)
def test_a_table_that_does_not_fit_is_refused_by_name(data, code):
    with pytest.raises(DocumentError, match="x.csv") as caught:
        known_from_csv("x.csv", data)
    assert caught.value.code == code


def test_a_table_in_a_zip_tells_of_the_reports_beside_it(store):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("a.txt", "Brenta")
        archive.writestr("dates.csv", "file,date\na.txt,2024-03-01\n")
        archive.writestr("rosa.csv", "nome;ruolo\nRossi;P\n")
    found = tables_in_zip("many.zip", out.getvalue())
    assert found == {"dates.csv": {"a.txt": Known(date(2024, 3, 1))}}
    done = run(store, [("many.zip", out.getvalue())], tables=found).progress
    assert done.saved == [1] and [name for name, _ in done.failed] == ["rosa.csv"]


@pytest.mark.parametrize(("name", "data"), [("a.csv", b"file,date\n"), ("a.zip", b"no zip at all"), ("a.txt", b"x")])
def test_what_is_no_zip_holds_no_tables(name, data):
    assert tables_in_zip(name, data) == {}
