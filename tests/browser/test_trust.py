"""How far to trust the reader: its figures, its calibration, its differences, and the user's own corrections."""

from __future__ import annotations

import re
import zipfile
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.steps import nav, paste, still, tick, type_in

KINDS, LABELS, FORMS, DIFFERENCES, OWN = range(5)
"""The tables of the page, in their order."""
TEXT = (
    "Selvarena-Montefosco 1-0\n\n"
    "Al 12' Zanchin serve Bertagnol, che calcia alto da buona posizione. Il gol arriva al 34': cross di Prandel e "
    "colpo di testa vincente di Urzolin. Nella ripresa, al 71', viene ammonito Lavagnoli."
)


@pytest.fixture
def trust(page: Page) -> Page:
    """Go to the evaluation; the first visit reads the whole gold."""
    nav(page, "Affidabilità")
    page.locator(".figures-row").wait_for(timeout=120_000)
    still(page)
    return page


def cells(page: Page, table: int, row: str) -> list[str]:
    """Return the cells of the row that begins with a word, in one of the tables of the page."""
    frame = page.get_by_test_id("stDataFrame").nth(table)
    frame.scroll_into_view_if_needed()
    line = frame.locator("tbody tr").filter(has=page.locator("td", has_text=re.compile(f"^{row}$")))
    line.wait_for(state="attached")
    return line.locator("td").all_inner_texts()


def test_precision_and_recall_stand_by_kind_and_by_form(trust: Page):
    expect(trust.locator(".figures-row > div")).to_have_count(6)
    goals, cards = cells(trust, KINDS, "Gol"), cells(trust, KINDS, "Cartellini")
    for told in (goals, cards):
        assert all(0 < int(n) <= 100 for n in told[2:5]) and int(told[1]) > 50
    assert int(cells(trust, FORMS, "diretta")[1]) > 0
    trust.get_by_text("Solo quelle mai guardate").click()
    still(trust)
    first = trust.get_by_test_id("stDataFrame").first.locator("tbody tr").first
    expect(first).not_to_contain_text(goals[1])
    assert 0 < int(cells(trust, KINDS, "Gol")[1]) < int(goals[1])


def test_the_calibration_shows_how_often_it_was_right(trust: Page):
    chart = trust.get_by_test_id("stVegaLiteChart")
    points = chart.locator("svg.marks path[aria-label*='giusti: ']")
    points.nth(3).wait_for()
    expect(points.last).to_have_attribute("aria-label", re.compile(r"giusti: \d+%"))
    expect(chart).to_contain_text("quante volte aveva ragione")


def test_a_difference_stands_with_its_words_and_opens_its_report(trust: Page):
    trust.locator("[class*='st-key-differences-event-']").scroll_into_view_if_needed()
    table = trust.locator("[class*='st-key-differences-event-']")
    first = table.locator("tbody tr").first
    first.wait_for(state="attached")
    report, about, _, verdict, *_, words = first.locator("td").all_inner_texts()[-7:]
    assert about == "eventi" and verdict and words
    still(trust)
    tick(table, 0)
    expect(trust.locator(".cronaca .text")).to_contain_text(words.split(" … ")[0][:30])


def test_the_own_corrections_are_measured_and_given_out(page: Page):
    paste(page, TEXT)
    expect(page.locator(".board .scorers.home")).to_contain_text("Urzolin")
    still(page)
    page.locator(".st-key-actions").get_by_role("button", name="Salva").click()
    page.get_by_role("button", name="Salva nell'archivio").click()
    expect(page.get_by_role("button", name="vai alla stagione")).to_be_visible()
    still(page)
    page.locator("summary", has_text="Correggi questa lettura").click()
    type_in(page.locator("[class*='st-key-events-']").first, 1, 500, "Ugo Trevisin")
    page.get_by_role("button", name="Tieni 1 modifica").click()
    expect(page.locator(".board .scorers.home")).to_contain_text("Trevisin")
    still(page)
    nav(page, "Affidabilità")
    button = page.get_by_role("button", name="Cronache corrette come file annotati (zip)")
    button.scroll_into_view_if_needed(timeout=120_000)
    precision = cells(page, OWN, "Gol")[2]
    assert int(precision) < 100  # the goal was another man's
    assert cells(page, OWN, "Cartellini")[2] == "100"
    with page.expect_download() as file:
        button.click()
    with zipfile.ZipFile(Path(file.value.path())) as gold:
        told = [gold.read(name).decode() for name in gold.namelist() if name.endswith(".json")]
    assert any("Ugo Trevisin" in one for one in told)
