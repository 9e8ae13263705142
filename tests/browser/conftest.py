"""A real browser and the app on a port of its own, with an archive of its own."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

ROOT = Path(__file__).resolve().parents[2]
CHROMIUM = Path("/usr/bin/chromium")
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
STARTUP_SECONDS = 60


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _wait_until_healthy(url: str, server: subprocess.Popen[bytes]) -> None:
    for _ in range(STARTUP_SECONDS * 4):
        assert server.poll() is None, "the app ended while starting"
        try:
            with urllib.request.urlopen(f"{url}/_stcore/health", timeout=2):
                return
        except OSError:
            time.sleep(0.25)
    raise AssertionError(f"the app did not answer at {url} within {STARTUP_SECONDS} s")


@pytest.fixture(scope="session")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of the app's archive, empty at first."""
    return tmp_path_factory.mktemp("archive")


@pytest.fixture(scope="session")
def app_url(archive: Path) -> Iterator[str]:
    """Start the app as a user does, with an empty archive."""
    port = _free_port()
    command = [sys.executable, "-m", "streamlit", "run", "app.py", "--server.headless", "true"]
    server = subprocess.Popen(
        [*command, "--server.port", str(port), "--server.address", "127.0.0.1"],
        cwd=ROOT,
        env={**os.environ, "CRONACA_DATA": str(archive)},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    url = f"http://127.0.0.1:{port}"
    try:
        _wait_until_healthy(url, server)
        yield url
    finally:
        server.terminate()
        server.wait(timeout=20)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Start Chromium: Debian's where it is installed, else Playwright's own."""
    with sync_playwright() as driver:
        path = str(CHROMIUM) if CHROMIUM.exists() else None
        found = driver.chromium.launch(executable_path=path, args=FLAGS)
        yield found
        found.close()


@pytest.fixture
def page(browser: Browser, app_url: str) -> Iterator[Page]:
    """Open the app in an Italian browser; fail on a script error and on any request beyond this machine."""
    context = browser.new_context(locale="it-IT", viewport={"width": 1300, "height": 900})
    opened = context.new_page()
    errors: list[str] = []
    opened.on("pageerror", lambda error: errors.append(str(error)))
    opened.on("request", lambda r: None if r.url.startswith((app_url, "data:", "blob:")) else errors.append(r.url))
    opened.set_default_timeout(30_000)
    opened.goto(app_url)
    opened.locator(".cronaca .m").first.wait_for()
    yield opened
    context.close()
    assert errors == []
