"""Settings from the environment."""

from pathlib import Path

import pytest

from core.settings import DATA_VARIABLE, DATABASE_VARIABLE, settings


def test_default_folder_stands_in_the_working_folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path):
    monkeypatch.delenv(DATA_VARIABLE)
    monkeypatch.chdir(tmp_path)
    assert settings().data == tmp_path / "data"
    assert settings().database_url == f"sqlite:///{tmp_path / 'data' / 'cronaca.db'}"


@pytest.mark.parametrize("url", ["sqlite:///elsewhere.db", "postgresql://host/name"])
def test_url_of_the_environment_wins(monkeypatch: pytest.MonkeyPatch, url: str):
    monkeypatch.setenv(DATABASE_VARIABLE, url)
    assert settings().database_url == url
