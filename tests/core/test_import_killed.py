"""An import whose process is killed: the archive stays readable and every finished report stands whole."""

from __future__ import annotations

import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest
from sqlalchemy import func, select

from core import store_tables as t
from core.samples import season_files
from core.season import season_frames
from core.settings import settings
from core.store import Store

ROOT = Path(__file__).resolve().parents[2]
FILES, ENOUGH, PATIENCE = 20, 3, 60
"""Files to import, reports that are finished when the blow falls, seconds to wait for them."""
THREAD = """
import sys
from pathlib import Path
from core.importing import Import
from core.store import Store
job = Import(Store(), [(p.name, p.read_bytes()) for p in sorted(Path(sys.argv[1]).iterdir())])
job.start()
job.wait()
"""
WAYS = {"command line": ["-m", "core", "import"], "the page's thread": ["-c", THREAD]}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    chosen = tmp_path / "reports"
    chosen.mkdir()
    for path in season_files()[:FILES]:
        shutil.copy(path, chosen / path.name)
    return chosen


def saved() -> list[int]:
    """The numbers of the finished reports, as another process sees them meanwhile."""
    path = settings().data / "cronaca.db"
    if not path.exists():
        return []
    try:
        with sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True, timeout=5) as connection:
            return [row[0] for row in connection.execute("SELECT id FROM reports")]
    except sqlite3.OperationalError:  # its tables are being made
        return []


def killed_meanwhile(command: list[str]) -> list[int]:
    """Start an import, kill it when some reports are finished; return those."""
    running = subprocess.Popen([sys.executable, *command], cwd=ROOT, stdout=subprocess.DEVNULL)
    until = time.monotonic() + PATIENCE
    while len(finished := saved()) < ENOUGH:
        assert running.poll() is None and time.monotonic() < until, "the import ended before it could be killed"
        time.sleep(0.01)
    running.send_signal(signal.SIGKILL)
    assert running.wait(PATIENCE) == -signal.SIGKILL
    return finished


def whole(store: Store, number: int) -> bool:
    """Whether everything that follows from a report stands beside it."""
    report = store.load(number)
    with store.engine.connect() as connection:
        rows = {
            table.name: connection.execute(select(func.count()).where(table.c.report_id == number)).scalar_one()
            for table in (t.events, t.mentions)
        }
        indexed = connection.exec_driver_sql(f"SELECT body FROM {t.SEARCH} WHERE rowid = {number}").scalar_one()
    told = report.report
    return (
        rows == {"events": len(told.events), "mentions": len(told.mentions)}
        and indexed == told.text
        and report.summary.match_id is not None
    )


@pytest.mark.parametrize("way", WAYS)
def test_a_killed_import_leaves_whole_reports_and_can_be_finished(folder: Path, way: str):
    finished = killed_meanwhile([*WAYS[way], str(folder)])
    store = Store()
    try:
        found = [r.id for r in store.reports()]
        assert set(finished) <= set(found) and len(found) < FILES
        assert all(whole(store, number) for number in found)
        assert len(season_frames(store).matches) == len(found)
        with store.engine.connect() as connection:
            assert connection.exec_driver_sql("PRAGMA integrity_check").scalar_one() == "ok"
    finally:
        store.close()
    again = subprocess.run(
        [sys.executable, "-m", "core", "import", str(folder)], cwd=ROOT, capture_output=True, text=True
    )
    assert f"{FILES - len(found)} saved, {len(found)} saved before" in again.stdout
