"""The timeline and the order of telling: filters, files, table, words for those who do not see, a phone."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from core.samples import PICKER
from tests.browser.steps import nav, paste, still


@pytest.fixture
def clock(page: Page) -> Page:
    """Go to the timeline of the first sample."""
    nav(page, "Timeline")
    marks(page).first.wait_for()
    still(page)
    return page


def marks(page: Page) -> Locator:
    return page.locator(".st-key-timeline-scroll svg.marks path[aria-label]")


def rows(page: Page) -> Locator:
    return page.locator("[class*='st-key-events-'] tbody tr")


def pill(page: Page, words: str) -> Locator:
    return page.locator(".st-key-filters").get_by_role("button", name=words, exact=True)


def test_filters_by_kind_and_side_narrow_chart_and_table(clock: Page):
    pill(clock, "Tiri").click()
    expect(marks(clock).and_(clock.locator("[aria-label*='Tiro']"))).to_have_count(0)
    expect(rows(clock).first).to_contain_text("Rigore concesso")
    expect(rows(clock).filter(has_text="Tiro")).to_have_count(0)
    still(clock)
    pill(clock, "Bologna").click()
    expect(marks(clock).and_(clock.locator("[aria-label*='Gol']"))).to_have_count(1)
    expect(rows(clock).filter(has_text="Bologna")).to_have_count(0)
    expect(rows(clock).filter(has_text="Spal").first).to_be_attached()
    still(clock)
    pill(clock, "Tiri").click()
    expect(rows(clock).first).to_contain_text("Tiro")


def test_the_chosen_mark_is_chosen_in_the_table_too(clock: Page):
    clock.get_by_role("button", name="Seguente").click()
    expect(clock.locator(".quote figcaption")).to_contain_text("Missiroli")
    expect(clock.locator("[class*='st-key-events-'][class*='-21-0']")).to_be_visible()
    marks(clock).and_(clock.locator("[aria-label*='Musa Barrow']")).last.click()
    expect(clock.locator("[class*='st-key-events-'][class*='-21-9']")).to_be_visible()


def test_the_chart_says_in_words_what_it_shows(clock: Page):
    chart = clock.locator(".st-key-timeline-scroll [role='graphics-document']")
    expect(chart).to_have_attribute("aria-label", "; ".join(dict.fromkeys(_labels(clock))))


def _labels(page: Page) -> list[str]:
    """What the marks say, in the order of the match; a range is told by its bar and its mark."""
    return [str(mark.get_attribute("aria-label")) for mark in marks(page).all()]


def test_the_chart_is_saved_as_png_and_svg(clock: Page):
    clock.get_by_role("button", name="Salva il grafico").click()
    files = clock.get_by_test_id("stPopoverBody")
    with clock.expect_download() as png:
        files.get_by_role("button", name="PNG").click()
    assert Path(png.value.path()).read_bytes().startswith(b"\x89PNG\r\n")
    assert png.value.suggested_filename == "timeline.png"
    with clock.expect_download() as svg:
        files.get_by_role("button", name="SVG").click()
    drawn = Path(svg.value.path()).read_text(encoding="utf-8")
    assert drawn.startswith("<svg") and "Petagna 23" in drawn and "Bologna" in drawn


def test_what_did_not_count_is_marked_as_such(page: Page):
    paste(page, (PICKER / "monza-lecce.txt").read_text(encoding="utf-8"))
    expect(page.locator(".board")).to_contain_text("Monza")
    still(page)
    nav(page, "Timeline")
    expect(page.locator(".marks-legend")).to_contain_text("gol annullato")
    expect(marks(page).and_(page.locator("[aria-label*='Gol annullato: Andrea Carboni']"))).to_have_count(1)


def test_on_a_phone_the_chart_stays_readable_and_says_that_it_goes_on(page: Page, app_url: str):
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(f"{app_url}/timeline")
    marks(page).first.wait_for()
    frame = page.locator(".st-key-timeline-scroll")
    inner, outer = frame.evaluate("e => [e.scrollWidth, e.clientWidth]")
    assert outer <= 390 and inner > 700  # drawn wide enough to read, in a frame of its own
    expect(page.locator(".swipe")).to_be_visible()
    sizes = page.locator(".st-key-timeline-scroll svg text").evaluate_all(
        "all => all.map((t) => t.getBoundingClientRect().height)"
    )
    assert min(sizes) > 10
    end = frame.locator("svg text", has_text="90'")
    expect(end).not_to_be_in_viewport()
    frame.evaluate("e => e.scrollTo(e.scrollWidth, 0)")
    expect(end).to_be_in_viewport()
    page.set_viewport_size({"width": 1300, "height": 900})
    expect(page.locator(".swipe")).to_be_hidden()


def test_the_order_of_telling_and_the_words_are_shown(clock: Page):
    clock.locator("summary", has_text="Come lo racconta").click()
    dots = clock.get_by_test_id("stExpander").locator("svg.marks path[aria-label]")
    expect(dots.first).to_have_attribute("aria-label", re.compile("^6' Tiro, fuori: .*Missiroli$"))
    assert len([d for d in dots.all() if "Gol" in str(d.get_attribute("aria-label"))]) == 4
    quarters, players = (clock.get_by_test_id("stExpander").get_by_test_id("stDataFrame").nth(n) for n in (0, 1))
    expect(quarters.locator("th")).to_have_text(["Quarto d'ora", "Squadra", "Parole"])
    expect(quarters.locator("tbody tr").first).to_contain_text("1'–15'")
    expect(players.locator("tbody tr", has_text="Andrea Petagna")).to_contain_text("Spal")
