"""What the browser tests do again and again: go to a page, wait until it stands, paste, select, type in a table."""

from __future__ import annotations

from contextlib import suppress

from playwright.sync_api import Locator, Page, TimeoutError

FIND = """(words) => {
  const host = [...document.querySelectorAll('*')].find((e) => e.shadowRoot?.querySelector('.cronaca'));
  const walk = document.createTreeWalker((host?.shadowRoot ?? document).querySelector('.cronaca .text'), 4);
  for (let node; (node = walk.nextNode());) {
    const at = node.data.indexOf(words);
    if (at < 0) continue;
    node.parentElement.scrollIntoView({ block: 'center' });
    const range = document.createRange();
    range.setStart(node, at);
    range.setEnd(node, at + words.length);
    const box = range.getBoundingClientRect();
    return [box.left, box.top, box.width, box.height];
  }
}"""
"""Where words stand on the screen."""


def still(page: Page) -> None:
    """Wait until the page is drawn: a click on what is just drawn anew is lost."""
    page.locator("[data-testid=stApp][data-test-script-state=notRunning]").wait_for()
    page.wait_for_load_state("networkidle")


def nav(page: Page, title: str) -> None:
    """Go to a page by the menu."""
    page.get_by_test_id("stTopNavLink").filter(has_text=title).click()


def paste(page: Page, text: str) -> None:
    """Paste a report and have it read."""
    page.get_by_placeholder("Incolla qui").fill(text)
    page.get_by_role("button", name="Leggi").click()


def select(page: Page, words: str) -> None:
    """Draw the mouse over words of the report."""
    left, top, width, height = page.evaluate(FIND, words)
    page.mouse.move(left + 1, top + height / 2)
    page.mouse.down()
    page.mouse.move(left + width - 1, top + height / 2, steps=5)
    page.mouse.up()


def choose(page: Page, field: Locator, value: str) -> None:
    """Choose in a select box by writing the value, known or new."""
    field.click()
    field.fill(value)
    field.press("Enter")


def pick(field: Locator, option: str) -> None:
    """Choose one of the few options of a select box."""
    field.click()
    field.page.get_by_role("option", name=option, exact=True).click()


def type_in(table: Locator, row: int, across: int, value: str) -> None:
    """Write over a cell of an editable table: the one that lies so many pixels across, its cells being drawn."""
    grid, field = table.locator(".dvn-scroller"), table.page.locator("#portal textarea, #portal input").last
    grid.scroll_into_view_if_needed()
    still(table.page)
    for _ in range(3):  # a grid that is just drawn takes no click
        grid.dblclick(position={"x": across, "y": 52 + 35 * row})
        with suppress(TimeoutError):
            field.wait_for(timeout=2_000)
            break
    field.fill(value)
    field.press("Enter")


def tick(table: Locator, row: int) -> None:
    """Tick a row of a table that can be chosen from; a canvas has no elements to name."""
    table.locator(".dvn-scroller").click(position={"x": 16, "y": 52 + 35 * row})
