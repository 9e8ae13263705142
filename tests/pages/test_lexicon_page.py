"""The lexicon page: look up, teach one entry or a list, forget, export."""

import pytest

from pages.widgets import state
from pages.widgets.teach import this_season
from tests.pages.conftest import shown

LIST = "cognome;nome;ruolo;maglia\nBrambilla;Ugo;P;1\nFerrari;Aldo;zz;9\n"


def entries():
    return state.store().entries()


def upload(at, data: bytes, name="rosa.csv", club="Vigolzone"):
    at.text_input(key="own-file-club").set_value(club)
    at.file_uploader(key="own-file").set_value([(name, data, "text/csv")]).run()
    assert not at.exception, at.exception
    return at


def test_without_a_question_it_says_what_is_known(page):
    at = page("lexicon")
    assert any(c.value.startswith("Conosce:") for c in at.caption) and entries() == []
    assert any("Ancora nessuna" in c.value for c in at.caption)


@pytest.mark.parametrize(
    ("query", "name"), [("dea", "Atalanta"), ("HATEBOER", "Hans Hateboer"), ("san siro", "San Siro")]
)
def test_search(page, query, name):
    at = page("lexicon")
    at.text_input(key="lexicon-query").set_value(query).run()
    assert name in at.dataframe[0].value["name"].tolist()


@pytest.mark.parametrize("query", ["xqzxqz", "<script>alert(1)</script>", "*(["])
def test_search_for_what_is_not_known(page, query):
    at = page("lexicon")
    at.text_input(key="lexicon-query").set_value(query).run()
    assert not at.exception and any(query in i.value for i in at.info)


def test_a_player_is_taught_found_forgotten_and_restored(page):
    at = page("lexicon")
    at.text_input(key="own-player-name").set_value("Ugo Brambilla")
    at.selectbox(key="own-player-club").select("Atalanta")
    at.button(key="own-add").click().run()
    assert not at.exception, at.exception
    ((kind, entry),) = entries()
    assert (kind, entry["surname"], entry["season"]) == ("player", "Brambilla", this_season())
    at.text_input(key="lexicon-query").set_value("ugo brambilla").run()
    assert at.dataframe[0].value["source"].tolist() == ["voce tua"]
    state.store().remove_entry(kind, entry)
    at.session_state["forgotten"] = [(kind, entry)]
    at.run()
    at.button(key="own-undo").click().run()
    assert entries() == [(kind, entry)]


def test_what_is_missing_is_said(page):
    at = page("lexicon")
    at.button(key="own-add").click().run()
    assert any("Manca" in w.value and "Nome" in w.value for w in at.warning) and entries() == []


@pytest.mark.parametrize("kind", ["club", "nickname", "person", "coach", "referee", "competition"])
def test_every_kind_has_its_form(page, kind):
    at = page("lexicon")
    at.selectbox(key="own-kind").select(kind).run()
    first = "nickname" if kind == "nickname" else "name"
    at.text_input(key=f"own-{kind}-{first}").set_value("Prova Unica")
    if kind == "nickname":
        at.text_input(key="own-nickname-name").set_value("Ugo Brambilla")
    at.button(key="own-add").click().run()
    assert not at.exception and [k for k, _ in entries()] == [kind]


def test_a_squad_list_is_shown_then_kept(page):
    at = upload(page("lexicon"), LIST.encode())
    assert "riga 3" in shown(at) and "zz" in shown(at)
    at.button(key="own-import").click().run()
    assert [(e["name"], e["club"]) for _, e in entries()] == [("Ugo Brambilla", "Vigolzone")]
    assert [p.name for p in state.lexicon().squad("Vigolzone", this_season())] == ["Ugo Brambilla"]


@pytest.mark.parametrize(
    ("data", "name", "words"),
    [
        (b"a;b\n1;2\n", "x.csv", "prima riga"),
        (b"\x89PNG\r\n", "x.csv", "prima riga"),
        (b"{}", "x.json", "non contiene voci"),
        (b"nome;ruolo\nUgo;P\n", "x.csv", None),
    ],
)
def test_a_file_that_is_no_list(page, data, name, words):
    at = upload(page("lexicon"), data, name, club="")
    told = " ".join(w.value for w in at.warning)
    assert words in told if words else "Manca" in shown(at)
    assert "own-import" not in [b.key for b in at.button]


def test_the_season_changes_in_july():
    from datetime import date

    assert [this_season(date(2025, m, 1)) for m in (6, 7)] == ["2024/25", "2025/26"]
