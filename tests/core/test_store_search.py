"""Searching the archive."""

import pytest

from core.errors import StoreError
from core.store import Store
from core.store_search import search_events, search_text
from tests.conftest import build_report

GOALS = [
    {"player": "Mario Rossi", "minute": 12, "score_after": (1, 0)},
    {"player": "Neri", "minute": 50, "team": "Brenta", "score_after": (1, 1)},
    {"player": "Bruno", "minute": 88, "team": "Brenta", "score_after": (1, 2)},
    {"type": "shot", "player": "Bruno", "team": "Brenta", "goalkeeper": "Muro", "result": "saved"},
]


@pytest.fixture
def archive(store: Store) -> Store:
    store.save(build_report("Alba", "Brenta", (1, 2), *GOALS, extra="parata di Carnesecchi, perché no"))
    store.save(build_report("Carso", "Dora", (1, 0), {"player": "Rossini", "minute": 40}, extra="<b>parate</b> AND"))
    return store


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("parata Carnesecchi", [1]),
        ("PERCHE", [1]),
        ("parat", [1, 2]),
        ("rossi", [1, 2]),
        ("AND", [2]),
        ("Brenta", [1]),
        ('"parata" OR (x', []),
        ("", []),
        ("' -- *", []),
    ],
)
def test_words(archive: Store, query: str, found: list[int]):
    assert sorted(hit.report_id for hit in search_text(archive, query)) == found


def test_found_words_are_marked(archive: Store):
    parts = search_text(archive, "carnesecchi")[0].parts
    assert [piece for piece, marked in parts if marked] == ["Carnesecchi"]
    assert "parata di " in "".join(piece for piece, _ in parts)


def test_the_index_follows_deletion_and_restoring(archive: Store):
    archive.delete(1)
    assert search_text(archive, "carnesecchi") == []
    archive.restore(1)
    assert len(search_text(archive, "carnesecchi")) == 1
    archive.purge(1)
    assert search_text(archive, "carnesecchi") == []


@pytest.mark.parametrize(
    ("asked", "keys"),
    [
        ({"kind": "goal"}, ["e1", "e2", "e3", "e1"]),
        ({"person": "rossi"}, ["e1", "e1"]),
        ({"person": "Mario R"}, ["e1"]),
        ({"person": "%"}, []),
        ({"goalkeeper": "muro"}, ["e4"]),
        ({"team": "Brenta", "first": 46, "last": 90}, ["e2", "e3"]),
        ({"kind": "goal", "state": "level"}, ["e2"]),
        ({"kind": "goal", "state": "ahead"}, ["e1", "e3"]),
        ({"state": "behind"}, []),
    ],
)
def test_events(archive: Store, asked: dict, keys: list[str]):
    assert [hit.key for hit in search_events(archive, **asked)] == keys


def test_an_unknown_state_is_named(archive: Store):
    with pytest.raises(StoreError, match="'winning'"):
        search_events(archive, state="winning")  # type: ignore[arg-type]
