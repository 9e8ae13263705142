"""The text that answers: who a name is, where else it stands, what it did, and why the reader thinks so."""

from __future__ import annotations

import re

from playwright.sync_api import Page, expect

from tests.browser.steps import nav, still, tick

OVERLAPS = """() => {
  const host = [...document.querySelectorAll('*')].find((e) => e.shadowRoot?.querySelector('.cronaca'));
  const marks = (host?.shadowRoot ?? document).querySelectorAll('.rail .mark');
  const boxes = [...marks].map((m) => m.getBoundingClientRect());
  const over = (a, b) => Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1
    && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 1;
  return [boxes.length, boxes.filter((a, i) => boxes.some((b, j) => i < j && over(a, b))).length];
}"""
"""How many marks stand in the margin, and how many of them lie over another."""
IN_SIGHT = """(panel) => {
  const frame = panel.getBoundingClientRect();
  return [...panel.querySelectorAll('.lit')].some((s) => {
    const box = s.getBoundingClientRect();
    return frame.top <= box.top && box.bottom <= frame.bottom;
  });
}"""
"""Whether a sentence that is lit up stands in the visible part of the panel."""


def lit_in_sight(page: Page, words: str) -> None:
    """Expect the sentence with these words to be lit up, and scrolled to."""
    expect(page.locator(".cronaca .lit", has_text=words)).to_be_visible()
    panel = page.locator(".cronaca.panel")
    for _ in range(30):  # it scrolls smoothly
        if panel.evaluate(IN_SIGHT):
            return
        page.wait_for_timeout(100)
    raise AssertionError(f"«{words}» is lit up, but not scrolled to")


def test_a_name_says_who_it_is_where_else_it_stands_and_what_it_did(page: Page):
    name = page.locator(".m.l-PLAYER", has_text="Petagna").first
    name.hover()
    expect(page.locator(".cronaca .tip.on")).to_have_text("Andrea Petagna · giocatore · Spal")
    name.click()
    card = page.locator(".cronaca .card")
    expect(card).to_contain_text("Perché: ")
    times = page.locator(".m.l-PLAYER", has_text="Petagna").count()
    expect(card).to_contain_text(f"1 / {times} citazioni")
    expect(page.locator(".m.same")).to_have_count(times)
    card.get_by_role("button", name="Citazione seguente").click()
    expect(card).to_contain_text(f"2 / {times} citazioni")
    expect(page.locator(".m:focus")).to_have_text("Petagna")
    expect(card.locator(".events li")).to_have_text(
        ["23' Gol (rigore): Andrea Petagna", "32' Tiro, fuori: Andrea Petagna", "Ammonizione: Andrea Petagna"]
    )
    card.locator(".events button", has_text="23'").click()
    expect(page.locator(".cronaca .lit", has_text="trasforma al 23'")).to_be_visible()
    expect(page.locator(".cronaca .why", has_text="23'").first).to_have_attribute("data-field", "quando")
    expect(page.locator(".cronaca .why[data-field=chi]").first).to_have_text("Petagna")


def test_marks_in_the_margin_do_not_lie_over_each_other(page: Page):
    page.set_viewport_size({"width": 700, "height": 900})  # narrow lines: several sentences begin on one
    expect(page.locator(".rail .mark").first).to_be_visible()
    page.wait_for_timeout(300)
    marks, covered = page.evaluate(OVERLAPS)
    assert marks > 8 and covered == 0


def test_an_event_of_a_sentence_is_chosen_on_the_clock(page: Page):
    page.locator(".cronaca .s.told", has_text="ci riprova al 32'").dispatch_event("click")
    page.locator(".cronaca .card .events button", has_text="32'").click()
    still(page)
    nav(page, "Timeline")
    expect(page.locator(".quote figcaption")).to_contain_text("32' Tiro, fuori: Andrea Petagna")


def test_a_mark_and_a_row_scroll_the_text_to_their_sentence(page: Page):
    nav(page, "Timeline")
    page.locator(".st-key-timeline-scroll path[aria-label*='Gol: Andrea Poli']").click()
    lit_in_sight(page, "Poli fa 1-3")
    still(page)
    tick(page.locator("[class*='st-key-events-']").first, 3)
    expect(page.locator(".quote figcaption")).to_contain_text("24' Gol (autogol): Francesco Vicari")
    lit_in_sight(page, "sfortunata deviazione di Vicari")
    expect(page.locator(".cronaca .lit", has_text="Poli fa 1-3")).to_have_count(0)


def test_why_a_name(page: Page):
    page.locator(".m.l-PLAYER", has_text="Berisha").first.click()
    page.locator(".cronaca .mend").click()
    why = page.get_by_role("dialog").last.locator(".why-name")
    expect(why).to_contain_text("«Berisha» → Etrit Berisha · giocatore · Spal")
    expect(why).to_contain_text("sicurezza 9")
    expect(why.locator("li").first).to_contain_text("Lessico, giocatore: Spal · 2019/20")
    expect(why.locator("li").first).to_contain_text("(ewalldo, careers)")  # where the entry comes from
    expect(why.locator(".other")).to_contain_text("Oppure: Valon Berisha (Lazio)")


def test_why_an_event(page: Page):
    nav(page, "Timeline")
    page.locator(".st-key-timeline-scroll path[aria-label*='Francesco Vicari']").click()
    quote = page.locator(".quote")
    expect(quote.locator("mark")).to_have_text(["Vicari"])
    expect(quote.locator(".reasons").first).to_contain_text("che cosa «sfortunata deviazione di Vicari")
    expect(quote.locator(".reasons").first).to_contain_text("chi «Vicari»")
    expect(quote.locator(".reasons").first).to_contain_text("quando «24'»")
    expect(quote.locator(".reasons").first).to_contain_text("di chi Vicari gioca per Spal")
    expect(quote.locator(".rule")).to_contain_text("regola parole da autogol")
    expect(quote.locator(".rule")).to_contain_text(re.compile(r"sicurezza 9\d %"))
    expect(quote.locator(".rule")).to_contain_text("Lessico giocatore: Spal · 2016/17–2021/22")
    expect(quote.locator(".rule")).to_contain_text("ewalldo")
    expect(quote.locator(".doubt")).to_contain_text("Oppure Andrea Petagna (")
