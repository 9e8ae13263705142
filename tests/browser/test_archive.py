"""What only a browser shows of the archive: a real upload, the hit opened, profiles by address, narrow pages."""

from __future__ import annotations

import io
import zipfile

import pytest
from playwright.sync_api import Page, expect

from core.samples import SEASON, season_files

CHOSEN = [p for p in season_files() if p.name.startswith(("02-", "12-"))]


def zipped() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for path in [*CHOSEN, SEASON / "facts.csv"]:
            archive.writestr(path.name, path.read_bytes())
        archive.writestr("spesa.txt", "Pane, latte, due etti di prosciutto.")
    return out.getvalue()


@pytest.fixture
def filled(page: Page, app_url: str) -> Page:
    page.goto(f"{app_url}/archive")
    page.locator("input[type=file]").first.wait_for(state="attached")
    page.locator("[data-testid=stApp][data-test-script-state=notRunning]").wait_for()  # else the file can be lost
    page.locator("input[type=file]").first.set_input_files(
        {"name": "stagione.zip", "mimeType": "application/zip", "buffer": zipped()}
    )
    page.get_by_role("button", name="Importa", exact=True).click()
    expect(page.get_by_text("Importazione finita")).to_be_visible(timeout=60_000)
    return page


def test_a_zip_is_imported_searched_and_opened(filled: Page):
    expect(filled.locator(".outcomes")).to_contain_text("spesa.txt")
    expect(filled.locator(".outcomes")).not_to_contain_text("facts.csv")  # it tells of the reports beside it
    filled.get_by_role("tab", name="Cerca").click()
    filled.get_by_placeholder("parata Carnesecchi").fill("zielinski destro")
    filled.keyboard.press("Enter")
    expect(filled.locator(".passage mark", has_text="Zielinski").first).to_be_visible()
    filled.locator(".stButton", has_text="Apri").first.click()
    expect(filled.locator(".board")).to_contain_text("Napoli")


def test_a_match_by_address_opens_its_sentences(filled: Page, app_url: str):
    filled.goto(f"{app_url}/match?match=1")
    line = filled.locator(".fact-list li", has_text="Zielinski").first
    expect(line.locator("blockquote").first).to_be_hidden()
    line.locator("summary").click()
    expect(line.locator("blockquote").first).to_contain_text("Zielinski")


@pytest.mark.parametrize("path", ["archive", "compare", "match?match=1", "player"])
def test_new_pages_are_no_wider_than_a_phone(page: Page, app_url: str, path: str):
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(f"{app_url}/{path}")
    page.get_by_test_id("stMain").wait_for()
    page.wait_for_load_state("networkidle")
    expect(page.get_by_test_id("stException")).to_have_count(0)
    assert page.evaluate("document.documentElement.scrollWidth") <= 390


@pytest.mark.parametrize(("table", "seen"), [("results", ".fact-list"), ("scorers", ".portrait")])
def test_a_row_of_the_season_opens_its_profile(filled: Page, app_url: str, table: str, seen: str):
    filled.goto(f"{app_url}/season")
    rows = filled.locator(f"[class*='st-key-{table}-'] .dvn-scroller").first
    rows.wait_for()
    rows.click(position={"x": 16, "y": 52})  # the first row's tick; a canvas has no elements to name
    expect(filled.locator(seen)).to_be_visible()


def test_a_bar_of_the_season_narrows_the_tables_until_it_is_let_go(filled: Page, app_url: str):
    filled.goto(f"{app_url}/season")
    bars = filled.locator("[class*='st-key-quarter-'] path[aria-roledescription='bar'][aria-label*=', gol: 1']")
    bars.last.click()
    chosen = filled.locator(".st-key-less-quarter")
    expect(chosen).to_contain_text("gol,")
    chosen.get_by_role("button").first.click()
    expect(chosen).to_have_count(0)
    # a chart that was let go can be chosen from again
    filled.locator("[class*='st-key-scorer-'] path[aria-roledescription='bar']").first.click()
    scorer = filled.locator(".st-key-less-scorer")
    expect(scorer).to_contain_text("partite in cui ha segnato")
    scorer.get_by_role("button").first.click()
    expect(scorer).to_have_count(0)
    bars.last.click()
    expect(chosen).to_be_visible()
