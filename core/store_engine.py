"""Opening the archive's database: SQLite settings, migrations, backup and restore."""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.engine import make_url
from sqlalchemy.exc import SQLAlchemyError

from core.errors import StoreError

MIGRATIONS = Path(__file__).parent / "migrations"
WAIT_MS = 30_000
"""How long a writer waits for the others; a save takes milliseconds."""


def open_engine(url: str) -> Engine:
    """Open the database at ``url``, made where it is missing, with today's tables."""
    parsed = make_url(url)
    sqlite = parsed.get_backend_name() == "sqlite"
    if sqlite and parsed.database and parsed.database != ":memory:":
        Path(parsed.database).parent.mkdir(parents=True, exist_ok=True)
    engine = create_engine(url)
    if sqlite:
        event.listen(engine, "connect", _on_connect)
        event.listen(engine, "begin", _on_begin)
    try:
        migrate(engine)
    except SQLAlchemyError as error:
        engine.dispose()
        place = parsed.render_as_string(hide_password=True)
        message = f"cannot open the archive at {place}: {error}; move the file away or name another folder"
        raise StoreError(message, code="archive-unreadable", place=place) from error
    return engine


def _on_connect(connection: Any, _record: object) -> None:  # noqa: ANN401
    # the driver must not begin transactions by itself: _on_begin says which kind it is to be
    connection.isolation_level = None
    connection.execute(f"PRAGMA busy_timeout = {WAIT_MS}")
    connection.execute("PRAGMA foreign_keys = ON")
    with contextlib.suppress(sqlite3.OperationalError):  # another one is turning it on at this moment
        connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = NORMAL")


def _on_begin(connection: Connection) -> None:
    # a writer takes its lock at once: one that read first could not be made to wait, only to fail
    writes = connection.get_execution_options().get("writes", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


@contextmanager
def writing(engine: Engine) -> Iterator[Connection]:
    """One transaction that writes: all of it or nothing."""
    with engine.execution_options(writes=True).begin() as connection:
        yield connection


def alembic_config() -> Config:
    """Return the configuration of the migrations; there is no ini file."""
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    config.set_main_option("path_separator", "os")
    return config


def migrate(engine: Engine, revision: str = "head") -> None:
    """Bring the tables up to ``revision``; openers that come at once wait for each other."""
    config = alembic_config()
    with writing(engine) as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, revision)


def _file(engine: Engine) -> Path:
    if engine.url.get_backend_name() != "sqlite" or not engine.url.database:
        raise StoreError("backup and restore work on a SQLite archive; use your database's own tools")
    return Path(engine.url.database)


def backup(engine: Engine, path: Path) -> None:
    """Copy the database as it stands at one moment into ``path``."""
    _file(engine)
    with closing(engine.raw_connection()) as source, closing(sqlite3.connect(path)) as target:
        source.driver_connection.backup(target)  # type: ignore[union-attr]
        target.execute("PRAGMA journal_mode = DELETE")  # one file, no companions


def restore(engine: Engine, path: Path) -> None:
    """Put the archive in ``path`` in place of this one, after looking whether it is one."""
    _file(engine)
    if not path.is_file():
        raise StoreError(f"there is no file {path} to restore", code="not-a-backup", name=path.name)
    try:
        with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)) as source:
            broken = source.execute("PRAGMA integrity_check").fetchone()[0] != "ok"
            tables = {row[0] for row in source.execute("SELECT name FROM sqlite_master")}
            if broken or not {"reports", "alembic_version"} <= tables:
                raise sqlite3.DatabaseError("not an archive")
            with closing(engine.raw_connection()) as target:
                source.backup(target.driver_connection)  # type: ignore[arg-type]
    except sqlite3.DatabaseError as error:
        message = f"{path.name} is no backup of an archive: nothing was changed; choose a file made by Backup"
        raise StoreError(message, code="not-a-backup", name=path.name) from error
    migrate(engine)
