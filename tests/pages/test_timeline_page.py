from tests.pages.conftest import shown, text_data


def test_marks_are_drawn_for_every_event(page):
    at = page("timeline")
    assert at.get("arrow_vega_lite_chart") or at.get("vega_lite_chart")
    assert "primo tempo 1–1" in shown(at)


def test_stepping_shows_the_sentence_and_lights_the_text(page):
    at = page("timeline")
    for _ in range(3):
        at.button(key="next").click().run()
    assert "23&#39;" in shown(at) and "Petagna trasforma al 23&#39;" in shown(at)
    assert text_data(at)["focus"] == at.session_state["open"].chosen


def test_choice_survives_a_change_of_page(page):
    at = page("timeline")
    at.button(key="next").click().run()
    chosen = at.session_state["open"].chosen
    page("report")
    assert chosen and text_data(at)["focus"] == chosen


def test_filters_narrow_the_table(page):
    at = page("timeline")
    before = len(at.dataframe[0].value)
    kinds = next(g for g in at.get("button_group") if g.key and g.key.startswith("kinds-"))
    kinds.set_value(["goal"]).run()
    assert 0 < len(at.dataframe[0].value) < before


def test_filters_that_leave_nothing_leave_the_clock(page):
    at = page("timeline")
    next(g for g in at.get("button_group") if g.key and g.key.startswith("kinds-")).set_value([]).run()
    assert not at.exception
    assert len(at.dataframe[0].value) == 0
