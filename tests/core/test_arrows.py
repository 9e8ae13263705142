"""The arrows of the house point one way: who may import whom, read from the imports."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
CORE = ROOT / "core"
DATA_SIDE = ("season", "fusion", "store", "export", "charts")
"""Modules, and all that begin with their names, that know the vocabulary but not spaCy."""
READER = ("core.extract", "core.pipeline", "core.components")


def imported(source: str, package: str = "core") -> set[str]:
    """Every module that a source imports, also inside functions, with the names taken from it."""
    found = set()
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            # a relative import is one of the same package: ``from .text import x``
            base = ".".join(x for x in (package if node.level else "", node.module or "") if x)
            found |= {base} | {f"{base}.{alias.name}" for alias in node.names}
    return found


def of(path: Path) -> set[str]:
    return imported(path.read_text("utf-8"), ".".join(path.relative_to(ROOT).parent.parts))


def within(modules: set[str], *roots: str) -> set[str]:
    return {m for m in modules if any(m == r or m.startswith(r + ".") for r in roots)}


def reachable(start: str) -> set[str]:
    """All modules of core that importing ``start`` brings in, at the top of files or later."""
    seen, todo = set(), [start]
    while todo:
        name = todo.pop()
        path = ROOT / Path(*name.split("."))
        file = path.with_suffix(".py") if path.with_suffix(".py").exists() else path / "__init__.py"
        # the package itself offers ``extract``: to name a sibling is not to use the reader
        if name in seen or not file.exists() or name == "core":
            continue
        seen.add(name)
        todo += within(of(file), "core")
    return seen


FILES = sorted(CORE.rglob("*.py"))
DATA_FILES = [p for p in CORE.glob("*.py") if p.stem.split("_")[0] in DATA_SIDE]


@pytest.mark.parametrize("path", FILES, ids=lambda p: str(p.relative_to(ROOT)))
def test_core_knows_neither_streamlit_nor_pages(path: Path):
    assert not within(of(path), "streamlit", "pages", "app")


@pytest.mark.parametrize("name", ["schema", "errors"])
def test_the_vocabulary_imports_nothing_of_ours(name: str):
    assert not within(of(CORE / f"{name}.py"), "core", "pages", "spacy")


@pytest.mark.parametrize("path", DATA_FILES, ids=lambda p: p.stem)
def test_stored_readings_are_handled_without_the_reader(path: Path):
    modules = reachable(f"core.{path.stem}")
    assert not within(modules, *READER)
    for module in modules:
        file = ROOT / Path(*module.split(".")).with_suffix(".py")
        assert not (file.exists() and within(of(file), "spacy")), module


@pytest.mark.parametrize("path", [p for p in FILES if p.parent.name == "components"], ids=lambda p: p.stem)
def test_components_look_down_only(path: Path):
    assert not within(of(path), "core.pipeline", "core.extract", "core.store", "core.season", "core.export")


@pytest.mark.parametrize("name", ["knowledge", "text", "minutes", "scores"])
def test_foundations_know_no_component(name: str):
    path = CORE / f"{name}.py"
    if path.exists():
        assert not within(reachable(f"core.{name}"), *READER)


@pytest.mark.parametrize(
    ("source", "module", "caught"),
    [
        ("import streamlit as st", "streamlit", True),
        ("def f():\n    from streamlit import cache_data", "streamlit", True),
        ("from core import extract", "core.extract", True),
        ("from .pipeline import pipeline", "core.pipeline", True),
        ("from . import pipeline", "core.pipeline", True),
        ("import streamlit_like", "streamlit", False),
        ("x = 'import streamlit'", "streamlit", False),
    ],
)
def test_the_test_sees_imports(source: str, module: str, caught: bool):
    assert bool(within(imported(source), module)) is caught
