"""The lexicon's page: looking up, teaching a club, a nickname and a squad, used at once, given out."""

from __future__ import annotations

import json
from contextlib import suppress
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, TimeoutError, expect

from tests.browser.steps import choose, nav, paste, pick, still

TRIES, PATIENCE = 3, 6_000
SQUAD = (
    "cognome;nome;ruolo;maglia;squadra;stagione\n"
    "Zambrotti;Aldo;A;9;Valserena;2019/20\n"
    "Piovanel;Ivo;P;1;Valserena;2019/20\n"
)
REPORT = (
    "Valserena-Montefosco 1-0\n\n"
    "Valserena, 12 gennaio 2020 - Al 34' Zambrotti riceve in area e segna il gol che decide la partita. Nella ripresa "
    "Piovanel para un tiro di Bertagnol. Vince il Valserena, esultano i picchiarelli."
)


@pytest.fixture
def lexicon(page: Page) -> Page:
    """Go to the lexicon."""
    still(page)
    nav(page, "Lessico")
    page.get_by_placeholder("un giocatore").wait_for()
    still(page)
    return page


def search(page: Page, words: str) -> Locator:
    """Look words up; return the rows that are found."""
    still(page)
    field = page.get_by_placeholder("un giocatore")
    field.fill(words)
    field.press("Enter")
    return page.get_by_test_id("stDataFrame").first.locator("tbody tr")


def test_nicknames_squads_and_words_are_found(lexicon: Page):
    found = search(lexicon, "Dea")
    expect(found.filter(has_text="Atalanta").first).to_be_attached()
    still(lexicon)
    lexicon.locator(".st-key-lexicon-kinds").get_by_role("button", name="parole del gioco").click()
    expect(found.filter(has_text="Atalanta")).to_have_count(0)
    still(lexicon)
    lexicon.locator(".st-key-lexicon-kinds").get_by_role("button", name="giocatore", exact=True).click()
    rows = search(lexicon, "Spal 2019/20")
    expect(rows.filter(has_text="Petagna").or_(rows.filter(has_text="Spal")).first).to_be_attached()


def test_a_club_a_nickname_and_a_squad_are_used_at_once_and_given_out(lexicon: Page):
    theirs = lexicon.get_by_label("Come si chiamano i suoi")
    for _ in range(TRIES):  # a choice made while the page is drawn anew is lost
        pick(lexicon.get_by_label("Tipo", exact=True), "club")
        with suppress(TimeoutError):
            theirs.wait_for(timeout=PATIENCE)
            break
    still(lexicon)
    expect(lexicon.get_by_label("Nome *")).to_have_count(1)  # the form for a player is gone
    lexicon.get_by_label("Nome *").fill("Valserena")
    theirs.fill("picchiarelli")
    for _ in range(TRIES):  # a click while what was typed is taken in is lost
        still(lexicon)
        lexicon.get_by_role("button", name="Aggiungi", exact=True).click()
        with suppress(TimeoutError):
            lexicon.get_by_test_id("stToast").first.wait_for(timeout=PATIENCE)
            break
    expect(search(lexicon, "Valserena").first).to_contain_text("picchiarelli")

    still(lexicon)
    lexicon.get_by_role("tab", name="Un elenco").click()
    lexicon.locator("input[type=file]").set_input_files(
        {"name": "rosa.csv", "mimeType": "text/csv", "buffer": SQUAD.encode()}
    )
    expect(lexicon.get_by_test_id("stDataFrame").locator("td", has_text="Ivo Piovanel")).to_have_count(1)
    still(lexicon)
    lexicon.get_by_role("button", name="Tieni 2 voci").click()
    expect(lexicon.get_by_role("button", name="Tieni 2 voci")).to_have_count(0)
    expect(search(lexicon, "Zambrotti").first).to_contain_text("voce tua")

    still(lexicon)
    with lexicon.expect_download() as file:
        lexicon.get_by_role("button", name="JSON").click()
    assert "Aldo Zambrotti" in json.dumps(json.loads(Path(file.value.path()).read_text(encoding="utf-8")))
    with lexicon.expect_download() as file:
        lexicon.locator(".st-key-own-csv").get_by_role("button").click()
    assert "Ivo Piovanel" in Path(file.value.path()).read_text(encoding="utf-8")

    nav(lexicon, "Cronaca")
    still(lexicon)
    paste(lexicon, REPORT)
    expect(lexicon.locator(".board .side.home")).to_contain_text("Valserena")
    scorer = lexicon.locator(".m.l-PLAYER.side-home", has_text="Zambrotti").first
    expect(scorer).to_have_attribute("data-tip", "Aldo Zambrotti · giocatore · Valserena")
    expect(lexicon.locator(".m.side-home", has_text="picchiarelli")).to_be_visible()


def test_a_nickname_is_taught(lexicon: Page):
    pick(lexicon.get_by_label("Tipo", exact=True), "soprannome")
    still(lexicon)
    lexicon.get_by_label("Persona *").fill("Andrea Petagna")
    choose(lexicon, lexicon.get_by_label("Club", exact=True), "Spal")
    lexicon.get_by_label("Soprannome *").fill("Bisonte Gentile")
    lexicon.get_by_role("button", name="Aggiungi", exact=True).click()
    lexicon.get_by_test_id("stToast").first.wait_for()
    expect(search(lexicon, "Bisonte Gentile").first).to_contain_text("Andrea Petagna")
