"""Putting right what was read, as a user does: a scorer by choosing the name, a name by selecting its words."""

from __future__ import annotations

from contextlib import suppress

from playwright.sync_api import Page, expect

from tests.browser.steps import nav, select, still

TRIES, PATIENCE = 3, 6_000


def panel(page: Page):
    return page.locator("summary", has_text="Correggi questa lettura")


def take_back(page: Page) -> None:
    """Undo the last correction in the panel below the report, again where a page drawn anew lost the click."""
    still(page)
    panel(page).click()
    undo = page.get_by_role("button", name="Annulla")
    undo.first.wait_for()
    before = undo.count()
    for _ in range(TRIES):
        still(page)
        undo.first.click()
        with suppress(AssertionError):
            expect(undo).to_have_count(before - 1, timeout=PATIENCE)
            return
    expect(undo).to_have_count(before - 1)


def test_a_scorer_is_corrected_and_taken_back(page: Page):
    page.locator(".m.l-PLAYER", has_text="Petagna").first.click()
    page.locator(".cronaca .mend").click()
    dialog = page.get_by_role("dialog").last
    expect(dialog).to_contain_text("Lessico, giocatore")
    name = dialog.get_by_role("combobox").first
    name.click()
    name.fill("Ugo Brambilla")
    name.press("Enter")
    expect(dialog).to_contain_text("In tutto l’archivio")
    dialog.get_by_role("button", name="Correggi", exact=True).click()

    board = page.locator(".board .scorers.home")
    expect(board).to_contain_text("Brambilla")
    expect(page.locator(".m.mended", has_text="Petagna").first).to_be_visible()
    expect(panel(page)).to_contain_text("1 correzione")
    nav(page, "Timeline")
    expect(page.locator("svg.marks path[aria-label*='Ugo Brambilla']").first).to_be_visible()

    nav(page, "Cronaca")
    expect(board).to_contain_text("Brambilla")  # drawn anew: a panel opened before would be shut again
    take_back(page)
    expect(board).to_contain_text("Petagna")
    expect(page.locator(".m.mended")).to_have_count(0)


def test_selected_words_become_a_name(page: Page):
    select(page, "scivolata")
    page.locator(".cronaca .pick").click()
    dialog = page.get_by_role("dialog").last
    expect(dialog.locator(".chosen-words")).to_have_text("scivolata")
    dialog.get_by_role("button", name="Aggiungi").click()
    expect(page.locator(".m.mended", has_text="scivolata")).to_be_visible()
    take_back(page)
    expect(page.locator(".m", has_text="scivolata")).to_have_count(0)


def test_what_is_taught_is_found_at_once(page: Page):
    nav(page, "Lessico")
    page.get_by_label("Nome *").fill("Ugo Brambilla")
    club = page.get_by_label("Club *")
    club.click()
    club.fill("Vigolzone")
    club.press("Enter")
    page.get_by_role("button", name="Aggiungi", exact=True).click()
    search = page.get_by_placeholder("un giocatore")
    search.fill("brambilla vigolzone")
    search.press("Enter")
    expect(page.get_by_test_id("stDataFrame").first.locator("td", has_text="voce tua").first).to_be_attached()
