"""Compare, match and player pages: what leads where, and what an empty archive says."""

from datetime import date

import pytest

from pages.widgets import state
from tests.conftest import build_report
from tests.pages.conftest import shown

ROSSI = {"player": "Rossi", "minute": 10, "period": 1}
CARD = {"type": "card", "player": "Viola", "card": "yellow", "minute": 30, "period": 1, "team": "Brenta"}
FIRST = build_report("Alba", "Brenta", (1, 0), ROSSI, CARD)
SECOND = build_report("Alba", "Brenta", (1, 0), {**ROSSI, "minute": 12, "assist": "<b>Neri</b>"}, referee="Nero")
OTHER = build_report("Carso", "Alba", (0, 1), {**ROSSI, "minute": 80, "team": "Alba"})


@pytest.fixture
def filled(app):
    for name, report in (("uno.txt", FIRST), ("due.txt", SECOND), ("tre.txt", OTHER)):
        named = report.model_copy(update={"source": report.source.model_copy(update={"name": name})})
        state.store().save(named, date(2024, 3, 1), "Serie D")
    return app


def opened(at, page_name: str, **query: str):
    for key, value in query.items():
        at.query_params[key] = value
    at.switch_page(f"pages/{page_name}.py").run()
    assert not at.exception, at.exception
    return at


def keys(at) -> set:
    return {b.key for b in at.button}


@pytest.mark.parametrize("name", ["compare", "match", "player"])
def test_empty_archive_says_what_to_do(page, name):
    at = page(name)
    assert "Non c'è ancora nulla di salvato" in at.header[0].value
    assert {"to-archive", "to-report"} <= keys(at)


@pytest.mark.parametrize(
    ("name", "query"),
    [
        ("match", {"match": "99"}),
        ("match", {"match": "x"}),
        ("compare", {"match": "2"}),
        ("player", {"name": "Nessuno"}),
    ],
)
def test_an_address_that_leads_nowhere_is_said(filled, name, query):
    at = opened(filled, name, **query)
    assert any("archivio" in c.value for c in at.caption)


def test_one_report_a_match_leaves_nothing_to_compare(app):
    state.store().save(FIRST)
    at = opened(app, "compare")
    assert "Nessuna partita ha ancora due cronache" in at.header[0].value


def test_compare_shows_who_says_what(filled):
    at = opened(filled, "compare", match="1")
    assert "divergono su 1 punto" in shown(at) and "1 solo in A" in shown(at)
    assert "<b>10&#39;</b> <i>A</i>" in shown(at) and "<b>12&#39;</b> <i>B</i>" in shown(at)
    assert "Viola" not in shown(at)
    view = next(g for g in at.get("button_group") if g.key == "view-1")
    view.set_value("alone").run()
    assert "Viola, card numero 2." in shown(at) and "non lo racconta" in shown(at)


def test_names_are_escaped(filled):
    at = opened(filled, "match", match="1")
    assert "&lt;b&gt;Neri&lt;/b&gt;" in shown(at) and "<b>Neri</b>" not in shown(at)


def test_a_report_is_split_off_and_put_back(filled):
    at = opened(filled, "compare", match="1")
    at.button(key="split-2").click().run()
    assert len({r.match_id for r in state.store().reports()}) == 3
    own = state.store().load(2).summary.match_id
    at.selectbox(key="join-moved").select(own).run()
    at.selectbox(key="join-kept").select(1).run()
    at.button(key="join").click().run()
    assert not at.exception
    assert [r.match_id for r in state.store().reports()] == [1, 1, 2]


def test_match_tells_everything_once_with_its_sentences(filled):
    at = opened(filled, "match", match="1")
    assert shown(at).count("Ammonizione: Viola") == 1
    assert "Rossi, goal numero 1." in shown(at)
    assert {"open-1", "open-2", "to-compare"} <= keys(at)


def test_match_is_picked_by_hand_and_stands_in_the_address(filled):
    at = opened(filled, "match")
    at.selectbox(key="pick-match-").select(2).run()
    assert "Carso" in shown(at) and at.query_params["match"] == "2"


def test_player_figures_lead_to_sentences_and_reports(filled):
    at = opened(filled, "player", name="Rossi")
    assert "2 partite, 2 gol." in shown(at)
    assert shown(at).count("Rossi, goal numero 1.") == 2
    at.button(key="told-goals-open-1").click().run()
    assert not at.exception
    assert at.session_state["open"].report.match.home == "Carso"
    assert at.session_state["open"].chosen == "e1"


def test_player_by_club(filled):
    at = opened(filled, "player", name="Viola", club="Brenta")
    assert "Gialli 1" in str(next(g for g in at.get("button_group")).options)


def test_two_names_are_counted_as_one_and_taken_apart(filled):
    state.store().save(
        build_report("Dora", "Alba", (0, 1), {"player": "Mario Rossi", "team": "Alba"}), date(2024, 4, 1)
    )
    at = opened(filled, "player", name="Rossi")
    at.selectbox(key="merge-Rossi").select_index(0).run()
    at.button(key="merge").click().run()
    assert "3 partite, 3 gol." in shown(at)
    at.button(key=next(k for k in keys(at) if k and k.startswith("apart-"))).click().run()
    assert "2 partite, 2 gol." in shown(at)
