"""The archive page: import, search, export, what texts do not tell, backup."""

from importlib import import_module

import pytest

from core.samples import samples
from pages.widgets import state
from tests.conftest import build_report
from tests.pages.conftest import shown

FILES = [(s.file, s.text().encode(), "text/plain") for s in samples()[:2]]


def imported(at, files):
    uploader = next(u for u in at.get("file_uploader") if u.key.startswith("import-files"))
    uploader.set_value(files).run()
    at.button(key="import-start").click().run()
    at.session_state["import"].wait(60)
    at.run()
    assert not at.exception, at.exception
    return at


def test_empty_archive(page):
    at = page("archive")
    assert at.button(key="import-start").disabled
    assert sum("Non c'è ancora nulla di salvato" in c.value for c in at.caption) == 3


def test_import_saves_the_good_and_says_what_failed_and_why(page):
    at = imported(page("archive"), [*FILES, ("<i>ricetta</i>.txt", b"Sbattere le uova.", "text/plain")])
    assert "2 cronache salvate, 1 non è stata letta" in shown(at)
    assert "&lt;i&gt;ricetta&lt;/i&gt;.txt" in shown(at) and "<i>ricetta" not in shown(at)
    assert "Non sembra la cronaca" in shown(at)
    assert len(state.store().reports()) == 2
    at.button(key="import-close").click().run()
    assert "import" not in at.session_state


def test_a_table_tells_dates_and_a_bad_one_is_refused(page):
    at = page("archive")
    table = f"file,date,competition,round\n{FILES[0][0]},2020-01-25,Coppa,3\n".encode()
    imported(at, [FILES[0], ("dati.csv", table, "text/csv")])
    (row,) = state.store().reports()
    assert (str(row.date), row.round) == ("2020-01-25", "3")
    next(u for u in at.get("file_uploader") if u.key.startswith("import-files")).set_value(
        [FILES[1], ("dati.csv", b"nome\nx\n", "text/csv")]
    ).run()
    at.button(key="import-start").click().run()
    assert "mancano colonne" in at.warning[0].value and len(state.store().reports()) == 1


def test_a_running_import_shows_how_far_it_is_and_is_cancelled(page, monkeypatch):
    import threading

    reading, go = threading.Event(), threading.Event()

    def slow(text, name=None, **_):
        reading.set()
        assert go.wait(60)
        return build_report("Alba", str(name), (1, 0), extra=text[:9])

    at = page("archive")
    monkeypatch.setattr(import_module("core.extract"), "extract", slow)
    next(u for u in at.get("file_uploader") if u.key.startswith("import-files")).set_value(FILES).run()
    at.button(key="import-start").click().run()
    try:
        assert reading.wait(60)
        at.run()
        at.button(key="import-cancel").click().run()
    finally:
        go.set()
    at.session_state["import"].wait(60)
    at.run()
    assert "fermata a 1 di 2" in shown(at) and len(state.store().reports()) == 1


@pytest.fixture
def filled(page):
    shot = {"type": "shot", "player": "Viola", "goalkeeper": "Muro", "minute": 80, "period": 2, "result": "saved"}
    store = state.store()
    store.save(build_report("Alba", "Brenta", (1, 0), {"player": "Rossi", "minute": 10}, shot, extra="parata superba"))
    store.save(build_report("Carso", "Dora", (1, 0), {"player": "Neri"}))
    return page("archive")


def test_words_are_found_and_marked(filled):
    filled.text_input(key="search-words").set_value("parat").run()
    assert "<mark>parata</mark>" in shown(filled) and "Carso" not in shown(filled)
    filled.button(key="hit-open-1").click().run()
    assert filled.session_state["open"].report.match.home == "Alba"


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ({"search-person": "viol"}, "Viola, shot numero 2."),
        ({"search-keeper": "muro"}, "Viola, shot numero 2."),
        ({"search-person": "nessuno"}, ""),
        ({"search-person": "viola", "search-words": "Carso"}, ""),
    ],
)
def test_events_are_found_with_their_sentences(filled, asked, found):
    for key, value in asked.items():
        filled.text_input(key=key).set_value(value)
    filled.run()
    assert not filled.exception
    assert (found in shown(filled)) if found else any("Nessun episodio" in m.value for m in filled.markdown)


def test_events_by_kind_and_minutes(filled):
    filled.selectbox(key="search-kind").select("goal").run()
    assert any("2 episodi" in m.value for m in filled.markdown)
    filled.slider(key="search-minutes").set_value((5, 15)).run()
    assert any("1 episodio" in m.value for m in filled.markdown)


def test_exports_follow_the_filters(filled):
    assert any("2 partite, 2 cronache" in c.value for c in filled.caption)
    filled.selectbox(key="export-side").select("Carso").run()
    assert any("1 partita, 1 cronaca" in c.value for c in filled.caption)


def test_restore_refuses_what_is_no_backup(filled):
    filled.file_uploader(key="restore-file").set_value(("x.db", b"no database", "application/x")).run()
    filled.checkbox(key="restore-sure").check().run()
    filled.button(key="restore").click().run()
    assert "nulla è cambiato" in filled.warning[0].value and len(state.store().reports()) == 2


def test_backup_and_restore(filled, tmp_path):
    state.store().backup(tmp_path / "b.db")
    state.store().purge(1)
    filled.file_uploader(key="restore-file").set_value(
        ("b.db", (tmp_path / "b.db").read_bytes(), "application/x")
    ).run()
    assert filled.button(key="restore").disabled
    filled.checkbox(key="restore-sure").check().run()
    filled.button(key="restore").click().run()
    assert not filled.exception
    assert [r.home for r in state.store().reports()] == ["Alba", "Carso"]


def test_two_names_of_a_club_are_counted_as_one_and_taken_apart(page):
    for home in ("Alba", "Alba Calcio"):
        state.store().save(build_report(home, "Brenta", (1, 0), competition="Serie D", extra=home))
    at = page("archive")
    assert at.button(key="merge-name").disabled
    at.selectbox(key="merge-club").select("Alba Calcio").run()
    at.selectbox(key="merge-club-kept").select("Alba").run()
    at.button(key="merge-name").click().run()
    assert not at.exception, at.exception
    assert set(state.store().names("club")) == {"Alba", "Brenta"}
    assert any("Alba Calcio conta come Alba." in c.value for c in at.caption)
    at.button(key="unmerge-1").click().run()
    assert "Alba Calcio" in state.store().names("club") and not state.store().merged_names()


def test_competitions_are_offered_by_themselves(page):
    for k, name in enumerate(("Serie D", "Serie D girone A")):
        state.store().save(build_report("Alba", "Brenta", (1, k), competition=name))
    at = page("archive")
    next(g for g in at.get("button_group") if g.key == "merge-kind").set_value("competition").run()
    at.selectbox(key="merge-competition").select("Serie D girone A").run()
    at.selectbox(key="merge-competition-kept").select("Serie D").run()
    at.button(key="merge-name").click().run()
    assert {r.competition for r in state.store().reports()} == {"Serie D"}
