"""Ten browsers on one archive at once: the same report saved ten times is one, and ten corrections are ten."""

from __future__ import annotations

import asyncio
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path

from playwright.async_api import Page, TimeoutError, async_playwright, expect

from core.settings import DATABASE_FILE
from core.store import Store
from tests.browser.conftest import CHROMIUM, FLAGS

BROWSERS = 10
TRIES, PATIENCE = 3, 20_000
MEN = [
    "Zorzin",
    "Balduchelli",
    "Meraviglia",
    "Tosatti",
    "Quaranta",
    "Pezzolo",
    "Urbinelli",
    "Sgarzi",
    "Deruvo",
    "Lunardon",
]
TEXT = (
    "Rovigliano-Castelmaro 1-0\n\n"
    "Al 12' Zorzin serve Balduchelli, che calcia alto da buona posizione. Al 20' Meraviglia salta Tosatti e tira, "
    "ma il portiere Quaranta respinge in angolo.\n\n"
    "Il gol arriva al 34': cross di Pezzolo e colpo di testa vincente di Urbinelli. Nella ripresa Sgarzi rileva "
    "Deruvo, poi al 71' viene ammonito Lunardon. Finisce così, con il Rovigliano che batte il Castelmaro."
)


async def _still(page: Page) -> None:
    """Wait until the page is drawn: a click on what is just drawn anew is lost."""
    await page.locator("[data-testid=stApp][data-test-script-state=notRunning]").wait_for()
    await page.wait_for_load_state("networkidle")


async def _read(page: Page, url: str) -> None:
    page.set_default_timeout(120_000)
    await page.goto(url)
    await page.locator(".cronaca .m").first.wait_for()  # the sample stands: what is typed now is kept
    await page.get_by_placeholder("Incolla qui").fill(TEXT)
    await page.get_by_role("button", name="Leggi").click()
    await page.locator(".cronaca .m", has_text="Zorzin").first.wait_for()
    await _still(page)


async def _save_and_correct(page: Page, url: str, man: str) -> None:
    await _read(page, url)
    save = page.get_by_role("button", name="Salva nell'archivio")
    saved = page.get_by_role("button", name="vai alla stagione")
    for _ in range(TRIES):  # a click on what is just drawn anew is lost
        if await saved.is_visible():
            break  # another browser was first: the page knows the text as saved
        with suppress(TimeoutError):
            await page.locator(".st-key-actions").get_by_role("button", name="Salva").click(timeout=PATIENCE)
            await save.wait_for(timeout=PATIENCE)
            await save.click(timeout=PATIENCE)
            await saved.wait_for(timeout=PATIENCE)
        await _still(page)
    await saved.wait_for()
    await _still(page)
    await page.locator(".cronaca .m", has_text=man).first.click()
    await page.locator(".cronaca .mend").click()
    dialog = page.get_by_role("dialog").last
    name = dialog.get_by_role("combobox").first
    await name.click()
    await name.press_sequentially(f"Nuovo {man}")  # filled at once, the old name at its end would be cut off
    await name.press("Enter")
    await dialog.get_by_role("button", name="Correggi", exact=True).click()
    await page.locator(".m.mended", has_text=man).first.wait_for()


async def _all_at_once(url: str) -> None:
    async with async_playwright() as driver:
        path = str(CHROMIUM) if CHROMIUM.exists() else None
        browser = await driver.chromium.launch(executable_path=path, args=FLAGS)
        contexts = [await browser.new_context(locale="it-IT") for _ in range(BROWSERS)]
        pages = [await context.new_page() for context in contexts]
        await asyncio.gather(*(_save_and_correct(p, url, man) for p, man in zip(pages, MEN, strict=True)))
        late = await (await browser.new_context(locale="it-IT")).new_page()
        await _read(late, url)
        for man in MEN:
            await expect(late.locator(".m.mended", has_text=man).first).to_be_visible(timeout=30_000)
        await browser.close()


def test_ten_browsers_lose_nothing(app_url: str, archive: Path):
    with ThreadPoolExecutor(1) as thread:  # the other browser tests keep an event loop running in this one
        thread.submit(asyncio.run, _all_at_once(app_url)).result()
    store = Store(f"sqlite:///{archive / DATABASE_FILE}")
    try:
        (one,) = [stored for stored in store.load_all() if stored.report.text == TEXT]
        renamed = [c.value for c in one.corrections if c.target == "mention"]
        assert sorted(renamed) == sorted(f"Nuovo {man}" for man in MEN)
    finally:
        store.close()
