"""Putting right in place: tables, names, events; kept with time and reason, taken back, given out as gold."""

from __future__ import annotations

import json
import re
import zipfile
from pathlib import Path

from playwright.sync_api import Locator, Page, expect

from tests.browser.steps import choose, nav, paste, pick, select, still, type_in

TIME = re.compile(r"20\d\d-\d\d-\d\d \d\d:\d\d")
STADIUM, WHO, GOAL = 9, 500, 1
"""The row of the ground in the header, how far across the values stand, the row of the goal."""


def report(man: str) -> str:
    """Return a made-up report whose goal is of one man, so that no two tests correct the same text."""
    return (
        "Selvarena-Montefosco 1-0\n\n"
        f"Al 12' Zanchin serve Bertagnol, che calcia alto da buona posizione. Il gol arriva al 34': cross di Prandel e "
        f"colpo di testa vincente di {man}. Nella ripresa, al 71', viene ammonito Lavagnoli. "
        "Nel finale Moretton e Scarabel si spingono a lungo davanti alle panchine. "
        "Finisce così, con il Selvarena che batte il Montefosco."
    )


def read(page: Page, man: str) -> None:
    """Have the made-up report of a man read."""
    still(page)
    paste(page, report(man))
    expect(page.locator(".board .scorers.home")).to_contain_text(man)
    still(page)


def ask(page: Page, name: str) -> Locator:
    """Click a name and ask why; return the dialog."""
    page.locator(".m", has_text=name).first.click()
    page.locator(".cronaca .mend").click()
    dialog = page.get_by_role("dialog").last
    expect(dialog.locator(".why-name")).to_contain_text(name)
    still(page)
    return dialog


def keep(page: Page) -> None:
    """Keep what was typed in a table."""
    page.get_by_role("button", name="Tieni 1 modifica").click()
    expect(page.get_by_role("button", name="Tieni 1 modifica")).to_have_count(0)
    still(page)


def test_header_and_events_are_typed_in_place_kept_with_time_and_given_out_as_gold(page: Page):
    read(page, "Urzolin")
    page.locator("summary", has_text="Correggi questa lettura").click()
    type_in(page.locator("[class*='st-key-header-']").first, STADIUM, WHO, "Campo dei Salici")
    page.get_by_label("Motivo").first.fill("detto alla radio")
    page.get_by_label("Motivo").first.press("Enter")
    still(page)
    keep(page)
    expect(page.locator(".board .facts")).to_contain_text("Campo dei Salici")
    type_in(page.locator("[class*='st-key-events-']").first, GOAL, WHO, "Ugo Prandini")
    keep(page)
    expect(page.locator(".board .scorers.home")).to_contain_text("Prandini 34'")
    expect(page.locator(".act")).to_have_count(2)
    expect(page.locator(".act").last).to_contain_text("stadio: non detto → Campo dei Salici")
    expect(page.locator(".act").last.locator(".muted")).to_have_text(TIME)
    expect(page.locator(".act").last.locator(".muted")).to_contain_text("detto alla radio")
    with page.expect_download() as file:
        page.get_by_role("button", name="Come file annotato").click()
    with zipfile.ZipFile(Path(file.value.path())) as gold:
        told = next(json.loads(gold.read(name)) for name in gold.namelist() if name.endswith(".json"))
    assert "Campo dei Salici" in json.dumps(told) and "Ugo Prandini" in json.dumps(told)
    page.get_by_role("button", name="Annulla").first.click()
    expect(page.locator(".board .scorers.home")).to_contain_text("Urzolin")
    expect(page.locator(".act.undone")).to_contain_text("annullata")
    still(page)
    page.get_by_role("button", name="Ripristina").click()
    expect(page.locator(".board .scorers.home")).to_contain_text("Prandini")


def test_a_word_that_is_no_name_and_a_man_of_the_other_side(page: Page):
    read(page, "Urbinat")
    ask(page, "Lavagnoli").get_by_role("button", name="Non è un nome").click()
    expect(page.locator(".m", has_text="Lavagnoli")).to_have_count(0)
    still(page)
    before = page.locator(".m", has_text="Bertagnol").first
    side = "away" if "side-home" in str(before.get_attribute("class")) else "home"
    dialog = ask(page, "Bertagnol")
    pick(dialog.get_by_role("combobox").nth(2), {"home": "Selvarena", "away": "Montefosco"}[side])
    dialog.get_by_role("button", name="Correggi", exact=True).click()
    expect(page.locator(f".m.mended.side-{side}", has_text="Bertagnol")).to_be_visible()


def test_selected_words_become_an_event(page: Page):
    read(page, "Urtelin")
    select(page, "si spingono a lungo")
    page.locator(".cronaca .pick").click()
    dialog = page.get_by_role("dialog").last
    expect(dialog.locator(".chosen-words")).to_have_text("si spingono a lungo")
    still(page)
    dialog.get_by_text("Un evento", exact=True).click()
    still(page)
    pick(dialog.get_by_label("Che cosa è successo"), "cartellino")
    expect(dialog.get_by_label("Dettaglio")).to_be_visible()
    still(page)
    dialog.get_by_label("Minuto").fill("88")
    dialog.get_by_label("Minuto").press("Tab")
    still(page)
    choose(page, dialog.get_by_label("Chi", exact=True), "Moretton")
    still(page)
    dialog.get_by_role("button", name="Aggiungi").click()
    expect(page.locator(".cronaca .s.told", has_text="si spingono a lungo")).to_be_visible()
    still(page)
    nav(page, "Timeline")
    added = page.locator('.st-key-timeline-scroll path[aria-label*="88\' Ammonizione: Moretton"]')
    expect(added).to_be_visible()
    added.click()
    expect(page.locator(".quote .rule")).to_contain_text("corretto da te")
    still(page)
    page.get_by_role("button", name="Correggi questo evento").click()
    page.get_by_role("dialog").last.get_by_role("button", name="Non è avvenuto").click()
    expect(added).to_have_count(0)


def test_a_spelling_is_told_once_for_the_whole_archive(page: Page):
    read(page, "Habebur")
    page.locator(".st-key-actions").get_by_role("button", name="Salva").click()
    page.get_by_role("button", name="Salva nell'archivio").click()
    expect(page.get_by_role("button", name="vai alla stagione")).to_be_visible()
    still(page)
    paste(page, report("Habebur").replace("Montefosco", "Quercegrande"))
    expect(page.locator(".board")).to_contain_text("Quercegrande")
    still(page)
    dialog = ask(page, "Habebur")
    choose(page, dialog.get_by_role("combobox").first, "Hans Hateburg")
    dialog.get_by_text("In tutto l’archivio: «Habebur» è Hans Hateburg").click()
    expect(dialog.locator(".preview")).to_contain_text("Cambia 1 citazione nelle cronache salvate:")
    expect(dialog.locator(".preview li")).to_contain_text("Selvarena–Montefosco")
    still(page)
    dialog.get_by_role("button", name="Correggi", exact=True).click()
    expect(page.locator(".board .scorers.home")).to_contain_text("Hateburg")
    still(page)
    nav(page, "Stagione")
    expect(page.get_by_test_id("stDataFrame").locator("td", has_text="Hans Hateburg").first).to_be_attached()
    nav(page, "Lessico")
    told = page.locator(".alias")
    expect(told).to_contain_text("Habebur")
    still(page)
    page.get_by_role("button", name="Annulla").first.click()
    expect(told).to_have_count(0)
