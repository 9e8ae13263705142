from importlib import import_module

from core.errors import NotAReport
from core.season import SeasonFilters
from core.season_choice import Choice
from pages.widgets import state
from pages.widgets.linked import KEPT
from tests.pages.conftest import shown


def save_open(at):
    at.button(key="save-now").click().run()


def test_empty_archive_says_how_to_fill_it(page):
    at = page("season")
    assert "Non c'è ancora nulla di salvato" in at.header[0].value
    assert "fill-samples" in [b.key for b in at.button]


def test_a_save_shows_at_once(app, page):
    save_open(app)
    at = page("season")
    assert "1 partita, 4 gol" in shown(at)
    scorers = next(d.value for d in at.dataframe if "Rigori" in d.value.columns)
    assert {"Petagna", "Barrow", "Poli"} <= set(scorers["Giocatore"])
    assert "Vicari" not in set(scorers["Giocatore"])


def test_samples_fill_the_archive_and_filters_narrow_it(page):
    at = page("season")
    at.button(key="fill-samples").click().run()
    assert not at.exception
    everything = shown(at)
    at.selectbox(key="f-side").select("Inter").run()
    assert "Inter:" in shown(at) and shown(at) != everything


def test_the_sample_season_is_read_with_the_squads_of_its_season(page, monkeypatch):
    told = []

    def noting(text, name=None, season=None, **_):
        told.append(season)
        raise NotAReport("enough is known")

    at = page("season")
    monkeypatch.setattr(import_module("core.extract"), "extract", noting)
    at.button(key="fill-season").click().run()
    assert not at.exception and set(told) == {"2017/18"}


def test_delete_can_be_undone(app, page):
    save_open(app)
    at = page("season")
    store = state.store()
    number = store.reports()[0].id
    store.delete(number)
    at.session_state["deleted"] = [number]
    at.run()
    assert not store.reports()
    at.button(key="undo-delete").click().run()
    assert [r.id for r in store.reports()] == [number]


def choose(at, choice, wanted=None):
    at.session_state[KEPT] = (wanted or SeasonFilters(), choice)
    at.run()
    assert not at.exception, at.exception


def scorers(at):
    return set(next(d.value for d in at.dataframe if "Rigori" in d.value.columns)["Giocatore"])


def test_a_chosen_bar_narrows_the_tables_and_can_be_let_go(page):
    at = page("season")
    at.button(key="fill-samples").click().run()
    everybody = scorers(at)
    choose(at, Choice(quarter="16-30"))
    in_quarter = scorers(at)
    assert in_quarter < everybody and "16-30'" in at.button(key="less-quarter").label
    name, team = "Petagna", "Spal"
    choose(at, Choice(quarter="16-30", player=name, team=team))
    assert name in at.button(key="less-scorer").label and scorers(at) < in_quarter
    at.button(key="less-quarter").click().run()
    at.button(key="less-scorer").click().run()
    assert scorers(at) == everybody and "less-scorer" not in [b.key for b in at.button]


def test_other_filters_let_the_choice_go(page):
    at = page("season")
    at.button(key="fill-samples").click().run()
    choose(at, Choice(quarter="16-30"))
    at.selectbox(key="f-side").select("Inter").run()
    assert not at.exception and "less-quarter" not in [b.key for b in at.button]


def test_choices_that_exclude_each_other_say_so(page):
    at = page("season")
    at.button(key="fill-samples").click().run()
    choose(at, Choice(quarter="76-90", player="Petagna", team="Spal"))
    assert any("Nessuna partita risponde" in i.value for i in at.info)


def test_filters_stay_as_they_were_when_one_comes_back_from_another_page(page):
    at = page("season")
    at.button(key="fill-samples").click().run()
    at.selectbox(key="f-side").select("Inter").run()
    page("archive")
    at = page("season")
    assert at.selectbox(key="f-side").value == "Inter" and "Inter:" in shown(at)
    at.selectbox(key="f-side").select(None).run()
    page("archive")
    assert page("season").selectbox(key="f-side").value is None


def test_a_season_of_one_side_opens_as_its_own(page, make_report):
    for opponent in ("Brenta", "Carso", "Dora", "Elsa", "Fiora"):
        state.store().save(make_report("Alba", opponent, (1, 0), {"player": "Rossi"}))
    at = page("season")
    assert at.selectbox(key="f-side").value == "Alba" and "Alba: 5 partite" in shown(at)
