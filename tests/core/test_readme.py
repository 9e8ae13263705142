"""The documentation names everything there is."""

from pathlib import Path

import pytest

from core.__main__ import COMMANDS, parser
from core.documents import READERS
from core.schema import Card, EventType, Label, ShotResult
from core.settings import DATA_VARIABLE, DATABASE_VARIABLE

README = (Path(__file__).parents[2] / "README.md").read_text("utf-8")
WORDS = [str(x) for enum in (Label, EventType, Card, ShotResult) for x in enum]


def options() -> list[str]:
    commands = parser()._subparsers._group_actions[0].choices.values()  # type: ignore[union-attr]
    every = {o for command in commands for action in command._actions for o in action.option_strings}
    return sorted(o for o in every if o.startswith("--") and o != "--help")


@pytest.mark.parametrize("word", [*WORDS, DATA_VARIABLE, DATABASE_VARIABLE])
def test_words_of_the_vocabulary(word: str):
    assert f"`{word}`" in README


@pytest.mark.parametrize("command", COMMANDS)
def test_commands(command: str):
    assert f"python -m core {command} " in README


@pytest.mark.parametrize("option", options())
def test_options(option: str):
    assert option in README


@pytest.mark.parametrize("suffix", sorted(READERS))
def test_kinds_of_file(suffix: str):
    assert suffix in (".text", ".markdown", ".htm") or suffix[1:] in README


def test_the_parser_knows_every_command():
    assert set(parser()._subparsers._group_actions[0].choices) == set(COMMANDS)  # type: ignore[union-attr]
