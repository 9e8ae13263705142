"""Putting things right on the pages: names by choosing them, events, tables, and taking it all back."""

import pytest

from core.store import Alias
from core.store_corrections import correct_event
from pages.widgets import state
from pages.widgets.correct import ASKED, Asked
from tests.pages.conftest import shown, text_data


def mention_of(app, name):
    return next(m for m in app.session_state["open"].report.mentions if m.name == name)


def ask_about(app, name, new=None):
    """Open the dialog of a name and choose another in it."""
    m = mention_of(app, name)
    app.session_state[ASKED] = asked = Asked("mention", m.start, m.end)
    app.run()
    if new is not None:
        app.selectbox(key=f"{asked.key}-name").select(new).run()
    assert not app.exception, app.exception


def scorers(app):
    return [e.player for e in app.session_state["open"].report.events if e.type == "goal"]


def corrections(app):
    return state.store().corrected(app.session_state["open"].reading)[1]


def test_the_dialog_says_why(app):
    ask_about(app, scorers(app)[0])
    assert "annotato a mano" in shown(app) and "Lessico, giocatore" in shown(app) and "ewalldo" in shown(app)


def test_a_scorer_is_put_right_and_taken_back(app):
    before = scorers(app)
    ask_about(app, before[0], "Vicari")
    app.button(key="mend-name").click().run()
    assert not app.exception, app.exception
    assert scorers(app)[0] == "Vicari" and "«Petagna» è Vicari" in shown(app)
    app.button(key="undo-0").click().run()
    assert scorers(app) == before
    app.button(key="redo-0").click().run()
    assert scorers(app)[0] == "Vicari"


def test_nobody_is_struck_from_text_and_events(app):
    name = scorers(app)[0]
    ask_about(app, name)
    app.button(key="mend-nobody").click().run()
    report = app.session_state["open"].report
    assert name not in {m.name for m in report.mentions} and scorers(app)[0] is None


def test_a_change_of_nothing_keeps_nothing(app):
    ask_about(app, scorers(app)[0])
    app.button(key="mend-name").click().run()
    assert corrections(app) == [] and not app.exception


def test_an_alias_is_told_for_the_whole_archive_with_a_preview(app):
    app.button(key="save-now").click().run()
    name = scorers(app)[0]
    ask_about(app, name, "Vicari")
    next(c for c in app.checkbox if c.key.endswith("-alias")).check().run()
    assert "Cambia" in shown(app)
    app.button(key="mend-name").click().run()
    written = mention_of(app, "Vicari").text
    assert [(a.written, a.name) for a in state.store().aliases()] == [(written, "Vicari")]
    assert scorers(app)[0] == "Vicari"


def test_a_missed_name_is_added(app):
    report = app.session_state["open"].report
    at = report.text.index("trasforma")
    app.session_state[ASKED] = Asked("missed", at, at + 9)
    app.run()
    app.button(key="add-name").click().run()
    assert mention_of(app, "trasforma").rule == "corrected"


def test_a_missed_event_is_added_from_typed_words(app):
    words = app.session_state["open"].report.text[40:70].strip()
    app.text_input(key="missing-words").set_value(words)
    app.button(key="missing-find").click().run()
    next(g for g in app.get("button_group") if g.key and g.key.endswith("-thing")).set_value("event").run()
    app.button(key="add-event").click().run()
    assert not app.exception, app.exception
    assert any(e.id.startswith("c") and e.type == "goal" for e in app.session_state["open"].report.events)


def test_words_that_do_not_stand_in_the_text(app):
    app.text_input(key="missing-words").set_value("mai scritto qui")
    app.button(key="missing-find").click().run()
    assert any("non stanno nel testo" in c.value for c in app.caption)


@pytest.mark.parametrize(("field", "typed", "shows"), [(2, "2-2", "2–2"), (9, "Stadio Prova", "Stadio Prova")])
def test_the_header_is_typed_in_place(app, field, typed, shows):
    editor = next(d for d in app.data_editor if d.key.startswith("header-"))
    app.session_state[editor.key] = {"edited_rows": {field: {"told": typed}}, "added_rows": [], "deleted_rows": []}
    app.run()
    app.button(key="keep-header").click().run()
    assert not app.exception, app.exception
    assert shows in shown(app) and len(corrections(app)) == 1


def test_a_score_that_is_none_is_refused_in_words(app):
    editor = next(d for d in app.data_editor if d.key.startswith("header-"))
    app.session_state[editor.key] = {"edited_rows": {2: {"told": "due a due"}}, "added_rows": [], "deleted_rows": []}
    app.run()
    assert any("due a due" in w.value for w in app.warning)
    assert "keep-header" not in [b.key for b in app.button]


def test_events_are_typed_and_struck_in_place(app):
    editor = next(d for d in app.data_editor if d.key.startswith("events-"))
    n = len(editor.value)
    app.session_state[editor.key] = {"edited_rows": {0: {"minute": 3}}, "added_rows": [], "deleted_rows": [1]}
    app.run()
    app.text_input(key=next(t.key for t in app.text_input if t.key.startswith("events-"))).set_value("svista").run()
    app.button(key="keep-events").click().run()
    events = app.session_state["open"].report.events
    assert len(events) == n - 1 and 3 in {e.minute for e in events}
    assert {c.reason for c in corrections(app)} == {"svista"} and "svista" in shown(app)


def test_an_untouched_table_offers_nothing(app):
    assert not {"keep-events", "keep-header"} & {b.key for b in app.button}


def test_an_event_is_put_right_from_the_timeline(page):
    at = page("timeline")
    at.button(key="next").click().run()
    at.button(key="mend-chosen").click().run()
    next(n for n in at.number_input if n.key.endswith("-minute")).set_value(7)
    at.button(key="mend-event").click().run()
    chosen = at.session_state["open"].chosen
    assert next(e for e in at.session_state["open"].report.events if e.id == chosen).minute == 7
    at.button(key="mend-chosen").click().run()
    at.button(key="strike-event").click().run()
    assert chosen not in {e.id for e in at.session_state["open"].report.events}


def test_corrections_made_before_saving_count_in_the_archive(app):
    report = app.session_state["open"].reading
    goal = next(e for e in report.events if e.type == "goal")
    state.store().correct_reading(report, correct_event(goal, "player", "Ugo Brambilla"))
    app.run()
    app.button(key="save-now").click().run()
    stored = state.store().load(state.store().reports()[0].id)
    assert "Ugo Brambilla" in {e.player for e in stored.report.events}
    assert "Ugo Brambilla" not in {e.player for e in stored.reading.events}


def test_a_saved_report_is_read_again_and_keeps_its_corrections(app):
    fresh = app.session_state["open"].reading
    old = fresh.model_copy(update={"events": fresh.events[:2]})
    number, _ = state.store().save(old)
    state.store().correct(number, correct_event(old.events[0], "minute", 9))
    app.session_state["open"] = state.Open(old, "archive")
    app.run()
    app.button(key="reread").click().run()
    stored = state.store().load(number)
    assert len(stored.report.events) == len(fresh.events) > 2 and stored.report.events[0].minute == 9
    assert "reread" not in [b.key for b in app.button]


def test_what_another_browser_corrects_shows(app):
    before = scorers(app)[0]
    state.store().add_alias(Alias(mention_of(app, before).text, "Vicari"))
    app.run()
    assert scorers(app)[0] == "Vicari" and before in {e.player for e in app.session_state["open"].reading.events}


def test_a_name_that_is_gone_is_said_calmly(app):
    app.session_state[ASKED] = Asked("mention", 0, 1)
    app.run()
    assert any("cambiata" in i.value for i in app.info) and text_data(app)["mentions"]
