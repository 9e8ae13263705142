"""A new user's first minutes: paste, read, look, choose a goal, save, find the scorer in the season."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from core.samples import samples
from tests.browser.steps import nav, paste

REPORT = next(s for s in samples() if s.file == "roma-real-madrid.txt")


def test_from_paste_to_season(page: Page):
    paste(page, REPORT.text())
    expect(page.locator(".board")).to_contain_text("Real Madrid")
    expect(page.locator(".m.l-PLAYER", has_text="Totti").first).to_be_visible()

    nav(page, "Timeline")
    goal = page.locator("svg.marks path[aria-label*='Gol: '][aria-label*='Pizarro']").first
    goal.click()
    expect(page.locator(".quote blockquote")).to_contain_text("Pizarro")
    expect(page.locator(".cronaca .lit").first).to_be_visible()

    nav(page, "Cronaca")
    page.locator(".st-key-actions").get_by_role("button", name="Salva").click()
    page.get_by_role("button", name="Salva nell'archivio").click()
    expect(page.get_by_role("button", name="vai alla stagione")).to_be_visible()

    nav(page, "Stagione")
    expect(page.get_by_test_id("stDataFrame").locator("td", has_text="Pizarro").first).to_be_attached()


def test_a_name_tells_who_it_is_by_keyboard(page: Page):
    name = page.locator(".m.l-PLAYER", has_text="Petagna").first
    name.focus()
    page.keyboard.press("Enter")
    card = page.locator(".cronaca .card")
    expect(card).to_contain_text("giocatore")
    expect(card).to_contain_text("citazioni")
    page.keyboard.press("Escape")
    expect(card).to_have_count(0)


def test_the_legend_filters(page: Page):
    name = page.locator(".m.l-PLAYER").first
    expect(name).not_to_have_class("off")
    page.locator(".chip", has_text="giocatori").click()
    expect(page.locator(".m.l-PLAYER.off").first).to_be_attached()
    assert page.locator(".m.l-PLAYER:not(.off)").count() == 0


def test_pasted_markup_does_not_run(page: Page):
    nasty = "<script>window.hacked=1</script><img src=x onerror='window.hacked=1'> **grassetto** $x$\n"
    paste(page, nasty + REPORT.text())
    expect(page.locator(".cronaca .text")).to_contain_text("<script>window.hacked=1</script>")
    assert page.evaluate("window.hacked") is None


def test_refusal_is_said_and_the_app_goes_on(page: Page):
    paste(page, "Sbattere le uova con lo zucchero, poi unire la farina e infornare per mezz'ora.")
    expect(page.get_by_test_id("stAlert")).to_be_visible()
    expect(page.locator(".board")).to_contain_text("Spal")


@pytest.mark.parametrize("path", ["timeline", "season"])
def test_deep_links_open_their_page(page: Page, app_url: str, path: str):
    page.goto(f"{app_url}/{path}")
    expect(page.get_by_test_id("stTopNavLink").first).to_be_visible()
    expect(page.get_by_test_id("stException")).to_have_count(0)


def test_narrow_page_is_no_wider_than_the_screen(page: Page):
    page.set_viewport_size({"width": 390, "height": 844})
    for title in ("", "timeline", "season"):
        page.goto(page.url.split("/", 3)[0] + "//" + page.url.split("/", 3)[2] + "/" + title)
        page.get_by_test_id("stMain").wait_for()
        page.wait_for_load_state("networkidle")
        assert page.evaluate("document.documentElement.scrollWidth") <= 390


def test_the_menu_of_a_phone_can_be_shut(page: Page):
    page.set_viewport_size({"width": 390, "height": 844})
    page.get_by_test_id("stExpandSidebarButton").click()
    page.get_by_test_id("stSidebarCollapseButton").get_by_role("button").click()
    expect(page.get_by_test_id("stExpandSidebarButton")).to_be_visible()


def test_a_sentence_without_events_says_why_when_it_is_clicked(page: Page):
    sentence = page.locator(".cronaca .s:not(.told)").first
    sentence.dispatch_event("click")  # wherever its names stand
    card = page.locator(".cronaca .card")
    expect(card).to_contain_text("Da questa frase non ho preso eventi")
    expect(sentence).to_have_class("s asked")
    card.get_by_role("button", name="Qui manca qualcosa").click()
    expect(page.get_by_role("dialog").locator(".chosen-words")).to_be_visible()


def test_a_sentence_with_events_lists_them_when_it_is_clicked(page: Page):
    page.locator(".cronaca .s.told", has_text="ci riprova al 32'").dispatch_event("click")
    card = page.locator(".cronaca .card")
    expect(card.locator(".events li", has_text="32'")).to_have_count(1)
