from importlib import import_module

from core.samples import samples
from pages.widgets import state
from tests.pages.conftest import shown, text_data


def test_first_screen_shows_a_sample_already_read(app):
    assert not app.exception
    assert "Spal" in shown(app) and "1–3" in shown(app)
    words = "".join(piece["t"] for p in text_data(app)["paragraphs"] for s in p["sentences"] for piece in s["segments"])
    assert "Petagna trasforma al 23'" in words


def test_a_sentence_without_events_says_why(app):
    sentences = [s for p in text_data(app)["paragraphs"] for s in p["sentences"]]
    silent = [s for s in sentences if "silent" in s]
    assert silent and all(s["silent"] and not s["events"] for s in silent)
    assert all("silent" in s for s in sentences if not s["events"])
    listed = shown(app)
    seen = [line for s in silent for line in s["silent"] if line.startswith("«")]
    assert seen and 'class="untaken"' in listed


def test_sentences_without_events_are_explained_in_english_too(app):
    next(g for g in app.get("button_group") if g.key == "language-choice").set_value("en").run()
    lines = [line for p in text_data(app)["paragraphs"] for s in p["sentences"] for line in s.get("silent", [])]
    assert "I know no words here that tell an event." in lines and any("(penalty awarded): " in line for line in lines)


def test_pasted_report_replaces_the_sample(app):
    roma = next(s for s in samples() if "Real Madrid" in s.title)
    app.text_area(key="pasted").set_value(roma.text())
    app.button(key="read").click().run()
    assert "Real Madrid" in shown(app)
    assert not app.warning


def test_refused_text_says_why_and_leaves_the_reading(app):
    app.text_area(key="pasted").set_value("Sbattere le uova con lo zucchero.")
    app.button(key="read").click().run()
    assert "Non sembra la cronaca" in app.warning[0].value
    assert "Spal" in shown(app)


def test_empty_text_says_what_to_do(app):
    app.button(key="read").click().run()
    assert "Incolla la cronaca" in app.warning[0].value


def test_sample_picker_opens_a_sample(app):
    app.selectbox(key="sample").select(samples()[2]).run()
    assert samples()[2].title.split("–")[0] in shown(app)


def test_upload_reads_the_good_and_names_the_bad(app):
    good = samples()[1]
    app.file_uploader(key="files").set_value(
        [("<b>x</b>.pdf", b"%PDF-1.4 broken", "application/pdf"), (good.file, good.text().encode(), "text/plain")]
    ).run()
    assert not app.exception
    assert "Udinese" in shown(app)
    assert "&lt;b&gt;x&lt;/b&gt;.pdf" in shown(app) and "<b>x</b>" not in shown(app)
    assert "PDF" in shown(app)


def test_saving_is_offered_once(app):
    app.button(key="save-now").click().run()
    assert app.button(key="saved").label.startswith("Salvata")
    assert "save-now" not in [b.key for b in app.button]


def test_language_switches(app):
    switch = next(g for g in app.get("button_group") if g.key == "language-choice")
    switch.set_value("en").run()
    assert app.button(key="read").label == "Read"


def test_markup_in_a_report_stays_text(app):
    app.session_state["open"].report.match.home = "<script>alert(1)</script>**x**"
    app.run()
    assert "<script>alert" not in shown(app) and "&lt;script&gt;" in shown(app)


def test_several_files_are_saved_with_one_press(app):
    files = [(s.file, s.text().encode(), "text/plain") for s in samples()[:3]]
    app.file_uploader(key="files").set_value(files).run()
    assert app.selectbox(key="outcome").label == "3 cronache lette"
    app.button(key="save-all").click().run()
    assert not app.exception
    assert len(state.store().reports()) == 3


def test_a_saved_report_has_an_address(app):
    app.button(key="save-now").click().run()
    number = state.store().reports()[0].id
    other = type(app).from_file(app._script_path, default_timeout=60)
    other.query_params["report"] = str(number)
    other.run()
    assert other.session_state["open"].origin == "archive"


def test_a_fault_of_the_reader_costs_only_that_text(app, monkeypatch):
    def broken(text, name=None, **_):
        raise KeyError("fault")

    monkeypatch.setattr(import_module("core.extract"), "extract", broken)
    app.text_area(key="pasted").set_value("Una cronaca mai letta prima.")
    app.button(key="read").click().run()
    assert not app.exception
    assert "inceppata" in app.warning[0].value and "Spal" in shown(app)


def test_what_is_given_at_saving_beats_what_was_read_and_can_be_taken_back(app):
    app.text_input(key="save-competition").set_value("Coppa Italia")
    app.button(key="save-now").click().run()
    assert not app.exception
    archive = state.store()
    assert [(r.competition, str(r.date)) for r in archive.reports()] == [("Coppa Italia", "2020-01-25")]
    archive.undo(*(c.id for c in archive.load(archive.reports()[0].id).corrections))
    assert archive.reports()[0].competition != "Coppa Italia"
