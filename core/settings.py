"""Where the archive lives: the data folder and the database, from the environment."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

DATA_VARIABLE = "CRONACA_DATA"
DATABASE_VARIABLE = "CRONACA_DATABASE_URL"
DATABASE_FILE = "cronaca.db"


@dataclass(frozen=True, slots=True)
class Settings:
    """What the environment says; read anew at each call of :func:`settings`."""

    data: Path
    database_url: str


def settings() -> Settings:
    """Return the settings in force: ``CRONACA_DATA`` (default ``./data``) and ``CRONACA_DATABASE_URL``."""
    data = Path(os.environ.get(DATA_VARIABLE) or "data").expanduser().absolute()
    url = os.environ.get(DATABASE_VARIABLE) or f"sqlite:///{data / DATABASE_FILE}"
    return Settings(data=data, database_url=url)


def archive_named() -> bool:
    """Whether the environment names an archive that is there, so that it may be opened without making one."""
    if os.environ.get(DATABASE_VARIABLE):
        return True
    return bool(os.environ.get(DATA_VARIABLE)) and (settings().data / DATABASE_FILE).exists()
