"""The archive: saved once, corrected beside the reading, safe for many writers, migrated, backed up."""

import sqlite3
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from pathlib import Path

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import create_engine, text

from core import store_engine
from core.errors import StoreError
from core.store import Alias, Store
from core.store_corrections import Correction, add, apply, correct_event, correct_match, correct_mention
from core.store_search import search_text
from core.store_tables import is_ours, metadata
from tests.conftest import build_report

GOAL = {"player": "Rossi", "minute": 12}
SECOND = {"player": "Verdi", "minute": 70, "team": "Brenta"}


def count(store: Store, table: str) -> int:
    with store.engine.connect() as connection:
        return int(connection.execute(text(f"SELECT count(*) FROM {table}")).scalar_one())


# -- saving -----------------------------------------------------------------------------------------


def test_a_text_is_saved_once(store: Store):
    report = build_report("Alba", "Brenta", (1, 0), GOAL)
    assert store.save(report, date(2024, 3, 1)) == (1, True)
    assert store.save(report, date(2024, 3, 2)) == (1, False)
    assert [(s.id, s.date, s.score) for s in store.reports()] == [(1, date(2024, 3, 1), (1, 0))]


def test_what_is_given_fills_in_and_what_is_told_stays(store: Store):
    told = build_report("Alba", "Brenta", (1, 0), competition="Serie D", season="2023/24")
    silent = build_report("Alba", "Carso", (1, 0))
    for report in (told, silent):
        store.save(report, date(2024, 3, 1), "Coppa Italia", "5")
    assert [(s.competition, s.season, s.round) for s in store.reports()] == [
        ("Serie D", "2023/24", "5"),
        ("Coppa Italia", "2023/24", "5"),
    ]
    store.set_given(2, competition="Serie C", date=date(2023, 6, 1))
    assert (store.load(2).summary.competition, store.load(2).summary.season) == ("Serie C", "2022/23")


def test_delete_restore_and_saving_again(store: Store):
    report = build_report("Alba", "Brenta", (1, 0), GOAL)
    number, _ = store.save(report)
    store.delete(number)
    assert (store.reports(), [s.id for s in store.reports(deleted=True)]) == ([], [number])
    assert store.find(report.text) is None
    store.restore(number)
    assert store.find(report.text) == number
    store.delete(number)
    assert store.save(report) == (number, True)
    store.purge(number)
    assert [count(store, t) for t in ("reports", "events", "mentions", "matches")] == [0, 0, 0, 0]


@pytest.mark.parametrize("act", [Store.load, Store.delete, Store.restore, Store.purge, Store.split_match])
def test_an_unknown_number_is_named(store: Store, act):
    with pytest.raises(StoreError, match="no report 7"):
        act(store, 7)


def test_ten_writers_at_once_lose_nothing(own_data_folder: Path):
    def write(number: int) -> None:
        mine = Store()  # an engine each, as ten processes have
        for i in range(5):
            mine.save(build_report(f"Alba{number}", "Brenta", (1, 0), GOAL, extra=str(i)))
        mine.close()

    with ThreadPoolExecutor(10) as pool:
        list(pool.map(write, range(10)))
    store = Store()
    assert (len(store.reports()), count(store, "events"), store.revision()) == (50, 50, 50)


def test_a_save_that_fails_leaves_nothing(store: Store, monkeypatch: pytest.MonkeyPatch):
    def fail(*_: object) -> None:
        raise RuntimeError("power cut")

    monkeypatch.setattr("core.store_rows._write_lineups", fail)
    with pytest.raises(RuntimeError):
        store.save(build_report("Alba", "Brenta", (1, 0), GOAL))
    assert [count(store, t) for t in ("reports", "events", "matches")] == [0, 0, 0]


@pytest.mark.parametrize("change", ["save", "delete", "correct", "add_alias"])
def test_every_change_has_a_new_revision(store: Store, change: str):
    report = build_report("Alba", "Brenta", (1, 0), GOAL)
    number, _ = store.save(report)
    before = store.revision()
    {
        "save": lambda: store.save(build_report("Carso", "Brenta")),
        "delete": lambda: store.delete(number),
        "correct": lambda: store.correct(number, correct_match(report, "stadium", "Prato")),
        "add_alias": lambda: store.add_alias(Alias("Rosi", "Rossi")),
    }[change]()
    assert store.revision() > before


# -- corrections ------------------------------------------------------------------------------------


def test_corrections_stand_beside_the_reading_and_can_be_taken_back(store: Store):
    report = build_report("Alba", "Brenta", (1, 1), GOAL, SECOND)
    number, _ = store.save(report)
    first, _ = store.correct(
        number, correct_event(report.events[0], "minute", 21, "misprint"), correct_match(report, "home", "Alba Nova")
    )
    stored = store.load(number)
    assert (stored.report.events[0].minute, stored.reading.events[0].minute) == (21, 12)
    assert stored.corrections[0].reason == "misprint" and stored.corrections[0].old == 12
    assert store.reports()[0].home == "Alba Nova"
    store.undo(first)
    assert store.load(number).report.events[0].minute == 12
    store.redo(first)
    assert store.load(number).report.events[0].minute == 21


def test_corrections_survive_a_newer_reading(store: Store):
    report = build_report("Alba", "Brenta", (1, 1), GOAL, SECOND)
    number, _ = store.save(report)
    store.correct(
        number, correct_event(report.events[1], "player", "Viola"), correct_event(report.events[0], "deleted", True)
    )
    newer = report.model_copy(update={"events": [e.model_copy(update={"minute": 50}) for e in report.events]})
    store.reread(number, newer)
    assert [(e.player, e.minute) for e in store.load(number).report.events] == [("Viola", 50)]
    store.reread(number, report.model_copy(update={"events": []}))
    assert [c.field for c in store.load(number).lost] == ["player", "deleted"]


def test_a_correction_of_nothing_is_refused_whole(store: Store):
    report = build_report("Alba", "Brenta", (1, 1), GOAL)
    number, _ = store.save(report)
    stray = Correction("event", "minute", 3, start=9000, end=9001, kind="card")
    with pytest.raises(StoreError, match="no card at 9000"):
        store.correct(number, correct_match(report, "home", "Altra"), stray)
    assert store.load(number).corrections == []


def test_another_text_is_no_newer_reading(store: Store):
    number, _ = store.save(build_report("Alba", "Brenta"))
    with pytest.raises(StoreError, match="another text"):
        store.reread(number, build_report("Carso", "Brenta"))


def test_twins_in_the_same_words_are_told_apart():
    report = build_report("Alba", "Brenta", (2, 0), GOAL, GOAL | {"player": "Neri"})
    twins = [e.model_copy(update={"start": 0, "end": 20}) for e in report.events]
    report = report.model_copy(update={"events": twins})
    swap = [correct_event(twins[0], "player", "Neri"), correct_event(twins[1], "player", "Rossi")]
    later = correct_event(apply(report, swap)[0].events[1], "minute", 80)
    fixed, lost = apply(report, [*swap, later])
    assert [(e.player, e.minute) for e in fixed.events] == [("Neri", 12), ("Rossi", 80)] and not lost


def test_added_and_mended_mentions():
    report = build_report("Alba", "Brenta", (1, 0), GOAL)
    rossi = report.mentions[0]
    new = rossi.model_copy(update={"start": 0, "end": 4, "text": report.text[:4], "name": "Alba", "label": "TEAM"})
    fixed, _ = apply(
        report, [add(new), correct_mention(new, "name", "Alba Nova"), correct_mention(rossi, "deleted", True)]
    )
    assert [m.name for m in fixed.mentions] == ["Alba Nova"]
    assert [m.name for m in report.mentions] == ["Rossi"]


def test_an_unknown_field_is_named():
    with pytest.raises(ValueError, match="'minuto'"):
        correct_event(build_report("Alba", "Brenta", (1, 0), GOAL).events[0], "minuto", 3)


def test_an_alias_holds_for_the_whole_archive(store: Store):
    for opponent in ("Brenta", "Carso"):
        store.save(build_report("Alba", opponent, (1, 0), GOAL | {"player": "Rosi"}))
    alias = Alias("Rosi", "Mario Rossi", "Alba")
    assert [n for _, n in store.preview_alias(alias)] == [1, 1]
    assert store.preview_alias(Alias("Rosi", "Mario Rossi", "Dora")) == []
    number = store.add_alias(alias)
    assert {e.player for s in store.load_all() for e in s.report.events} == {"Mario Rossi"}
    store.undo_alias(number)
    assert {e.player for s in store.load_all() for e in s.report.events} == {"Rosi"}


def test_lexicon_entries_of_the_user(store: Store):
    for _ in range(2):
        store.add_entry("club", {"name": "Real Quinto", "city": "Quinto"})
    assert store.entries("club") == [("club", {"city": "Quinto", "name": "Real Quinto"})]
    store.remove_entry("club", {"name": "Real Quinto", "city": "Quinto"})
    assert store.entries() == []


# -- matches ----------------------------------------------------------------------------------------

DAY = date(2024, 3, 1)


@pytest.mark.parametrize(
    ("other", "day", "same"),
    [
        (("Alba", "Brenta", (1, 0)), DAY, True),
        (("Alba", "Brenta", (1, 0)), None, True),
        (("Alba", "Brenta", (1, 0)), date(2024, 3, 2), True),
        (("Alba", "Brenta", (1, 0)), date(2024, 5, 1), False),
        (("Alba", "Brenta", (2, 0)), DAY, False),
        (("Brenta", "Alba", (1, 0)), DAY, False),
    ],
)
def test_reports_of_one_match(store: Store, other: tuple, day: date | None, same: bool):
    store.save(build_report("Alba", "Brenta", (1, 0), GOAL), DAY)
    store.save(build_report(*other, SECOND), day)
    first, second = (store.load(n).summary.match_id for n in (1, 2))
    assert (first == second) is same


def test_a_match_split_by_hand_stays_split_and_can_be_joined(store: Store):
    for event in (GOAL, SECOND):
        store.save(build_report("Alba", "Brenta", (1, 0), event))
    own = store.split_match(2)
    store.set_given(2, round="3")
    assert store.load(2).summary.match_id == own != store.load(1).summary.match_id
    store.join_match(2, store.load(1).summary.match_id or 0)
    assert store.load(2).summary.match_id == store.load(1).summary.match_id
    assert count(store, "matches") == 1


# -- the file ---------------------------------------------------------------------------------------


def test_tables_and_migrations_agree(store: Store):
    with store.engine.connect() as connection:
        assert compare_metadata(MigrationContext.configure(connection, opts={"include_name": is_ours}), metadata) == []


def test_an_old_file_is_upgraded(tmp_path: Path):
    url = f"sqlite:///{tmp_path / 'old.db'}"
    engine = create_engine(url)
    config = store_engine.alembic_config()
    with engine.begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, "0001")
        reading = build_report("Alba", "Brenta", (1, 0), GOAL)
        row = {"sha": "0" * 64, "reading": reading.model_dump_json(), "at": "2024-01-01T00:00:00+00:00"}
        connection.execute(
            text(
                "INSERT INTO reports (id, sha256, name, reading, reader, home, given, by_hand, saved_at) "
                "VALUES (1, :sha, 'old', :reading, '0.1.0', 'Alba', '{}', 0, :at)"
            ),
            row,
        )
    engine.dispose()
    store = Store(url)
    assert store.load(1).report.events[0].player == "Rossi"
    assert [hit.report_id for hit in search_text(store, "rossi")] == [1]
    with store.engine.connect() as connection:
        assert compare_metadata(MigrationContext.configure(connection, opts={"include_name": is_ours}), metadata) == []


def test_backup_and_restore(store: Store, tmp_path: Path):
    store.save(build_report("Alba", "Brenta", (1, 0), GOAL))
    store.backup(tmp_path / "copy.db")
    assert [p.name for p in tmp_path.glob("copy*")] == ["copy.db"]
    store.purge(1)
    store.restore_archive(tmp_path / "copy.db")
    assert store.load(1).report.events[0].player == "Rossi"


@pytest.mark.parametrize("content", [None, b"not a database", b""])
def test_what_is_no_backup_changes_nothing(store: Store, tmp_path: Path, content: bytes | None):
    store.save(build_report("Alba", "Brenta"))
    path = tmp_path / "wrong.db"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(StoreError) as caught:
        store.restore_archive(path)
    assert caught.value.code == "not-a-backup"
    assert len(store.reports()) == 1


def test_a_file_that_is_no_archive_is_named(tmp_path: Path):
    (tmp_path / "x.db").write_bytes(b"no database at all, but long enough to be looked at" * 99)
    with pytest.raises(StoreError, match="x.db") as caught:
        Store(f"sqlite:///{tmp_path / 'x.db'}")
    assert caught.value.code == "archive-unreadable"


def test_sqlite_is_set_up_for_many(store: Store):
    with store.engine.connect() as connection:
        asked = [connection.execute(text(f"PRAGMA {p}")).scalar() for p in ("journal_mode", "foreign_keys")]
    assert asked == ["wal", 1]
    assert sqlite3.threadsafety > 0
