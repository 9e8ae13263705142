"""Take the README's picture from a running app: ``python tools/screenshot.py http://localhost:8501``."""

from __future__ import annotations

import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

OUT = Path(__file__).resolve().parent.parent / "docs" / "screenshot.png"
CHROMIUM = Path("/usr/bin/chromium")


def main(url: str) -> None:
    """Open the first sample, choose its first goal and the card of the scorer, and save what is seen."""
    with sync_playwright() as driver:
        path = str(CHROMIUM) if CHROMIUM.exists() else None
        browser = driver.chromium.launch(executable_path=path, args=["--no-sandbox", "--disable-gpu"])
        page = browser.new_page(viewport={"width": 1280, "height": 860}, locale="it-IT", color_scheme="light")
        page.goto(url)
        page.locator(".cronaca .mark:has(.k-goal)").first.click()
        page.locator(".cronaca .lit").first.wait_for()
        page.locator(".cronaca .m.l-PLAYER").nth(1).click()
        page.locator(".cronaca .card").wait_for()
        page.get_by_test_id("stMain").evaluate("main => main.scrollTo(0, 0)")
        page.mouse.move(1200, 700)
        page.wait_for_load_state("networkidle")
        page.screenshot(path=OUT)
        browser.close()


if __name__ == "__main__":
    main(sys.argv[1])
