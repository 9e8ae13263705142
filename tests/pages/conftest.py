"""The app without a browser. The reader is replaced by the samples' gold: these tests are about pages."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from core.errors import NotAReport
from core.gold import report_from_gold
from core.samples import PICKER, samples
from core.schema import MatchReport

ROOT = Path(__file__).resolve().parents[2]


def from_gold(text: str, name: str | None = None, **_: Any) -> MatchReport:
    """Read a sample as annotated, and refuse everything else."""
    for sample in samples():
        if sample.text().strip() == text.strip():
            gold = json.loads((PICKER / sample.file).with_suffix(".json").read_text(encoding="utf-8"))
            return report_from_gold(gold, sample.text())
    raise NotAReport("no match is told here; paste a match report")


@pytest.fixture
def app(monkeypatch: pytest.MonkeyPatch) -> Iterator[AppTest]:
    """Yield the app as a new visitor with an Italian interface finds it."""
    # core.extract names both the module and the function that the package offers
    monkeypatch.setattr(import_module("core.extract"), "extract", from_gold)
    monkeypatch.chdir(ROOT)
    st.cache_data.clear()
    st.cache_resource.clear()
    at = AppTest.from_file(str(ROOT / "app.py"), default_timeout=60)
    at.session_state["language"] = "it"
    yield at.run()


@pytest.fixture
def page(app: AppTest) -> Callable[[str], AppTest]:
    """Return a function that opens a page by its name."""

    def opened(name: str) -> AppTest:
        app.switch_page(f"pages/{name}.py").run()
        assert not app.exception, app.exception
        return app

    return opened


def shown(at: AppTest) -> str:
    """Return everything our own HTML shows."""
    return "\n".join(str(block.proto.body) for block in at.get("html"))


def text_data(at: AppTest) -> dict[str, Any]:
    """Return what the clickable text was given."""
    return json.loads(at.get("bidi_component")[0].proto.json)
