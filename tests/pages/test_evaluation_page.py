"""The evaluation page: figures on the shipped gold, every difference, the user's own corrections."""

import pytest

from core.evaluate_report import GoldFile
from core.store_corrections import correct_event
from core.trust import bins, by_form, by_kind, few, headlines, measure, shipped_gold
from pages.widgets import state, trust
from tests.pages.conftest import from_gold, shown


@pytest.fixture
def few_files(monkeypatch):
    """Three samples of the picker, which the stand-in for the reader knows."""
    files = [f for f in shipped_gold() if f.path.parent.name == "showcase"][:3]
    monkeypatch.setattr(trust, "shipped_gold", lambda: files)
    return files


def test_a_perfect_reader_has_no_differences(few_files, page):
    at = page("evaluation")
    assert "100" in shown(at) and any("Nessuna differenza" in c.value for c in at.caption)
    kinds = next(d.value for d in at.dataframe if "loose" in d.value.columns)
    assert set(kinds["precision"]) == {100} and kinds["n"].sum() > 5


def test_differences_are_listed_with_their_words(few_files, page, monkeypatch):
    def blind(text, name=None):
        return from_gold(text).model_copy(update={"events": []})

    monkeypatch.setattr(state, "read", blind)
    at = page("evaluation")
    told = next(d.value for d in at.dataframe if "words" in d.value.columns)
    assert set(told["how"]) == {"mancato"} and all(told["words"])
    assert any("nessun evento" in c.value.lower() for c in at.caption)


def test_without_gold_it_says_so(page, monkeypatch):
    monkeypatch.setattr(trust, "shipped_gold", list)
    at = page("evaluation")
    assert any("non ci sono testi annotati" in i.value for i in at.info)


def test_own_corrections_are_measured(few_files, app, page):
    app.button(key="save-now").click().run()
    store = state.store()
    number = store.reports()[0].id
    goal = next(e for e in store.load(number).reading.events if e.type == "goal")
    at = page("evaluation")
    assert "gold-all" not in [b.key for b in at.get("download_button")]
    store.correct(number, correct_event(goal, "minute", 77))
    at.run()
    own = [d.value for d in at.dataframe if "loose" in d.value.columns][-1].set_index("kind")
    assert own.loc["Gol", "precision"] < 100


# -- the figures themselves -------------------------------------------------------------------------


def test_shipped_gold_holds_every_form_and_some_never_looked_at():
    measured = measure([f for f in shipped_gold() if f.path.parent.name in ("showcase", "held")], from_gold)
    assert {m.held for m in measured} == {True, False}
    assert {f.gold["kind"] for f in shipped_gold()} >= {"prose", "live", "tabellino", "brief", "prose+tabellino"}


def test_an_unreadable_report_counts_as_read_empty(few_files):
    known, strange = few_files[0], few_files[1]
    lost = GoldFile(strange.stem, "x" + strange.text, strange.gold, strange.path)
    measured = measure([known, lost], from_gold)
    frame = by_kind(measured[1].scores)
    assert frame["recall"].max() == 0 and by_kind(measured[0].scores)["f1"].min() == 1
    assert by_form(measured)["reports"].sum() == 2
    assert headlines(measured).set_index("figure").loc["exact_goal_timelines", "value"] == 0.5


def test_bins_say_how_much_chance_allows():
    from core.evaluate_counts import Judged

    frame = bins([Judged("goal", 0.95, i < 9, "") for i in range(10)])
    assert frame["n"].tolist() == [10] and frame["low"][0] < 0.9 < frame["high"][0] <= 1
    assert bins([]).empty


@pytest.mark.parametrize(("n", "is_few"), [(3, True), (500, False)])
def test_few_examples_say_little(n, is_few):
    assert few(n) is is_few
