"""Match reports with plain facts (``tools/corpus/*.txt``): who played for whom, goals, cards and changes.

An entry opens with ``=== id``; lines ``key: value`` follow up to ``---``, then the text. ``H`` and ``A`` list the men
of home and away (``coach X``), ``other`` people of neither. ``goals`` holds ``MINUTE NAME H|A [own|pen] [assist
NAME]``, ``cards`` ``MINUTE NAME y|r|2y`` and ``subs`` ``MINUTE OUT>IN``, each with ``;`` between, ``?`` for what is
not told.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from core.knowledge import fold

WHEN = r"(?P<when>\?|\d+(?:\+\d+)?) "
HOW = "(?: own| pen)*"
GOAL = re.compile(rf"{WHEN}(?P<who>.+?) (?P<side>[HA])(?P<how>{HOW})(?: assist (?P<giver>.+?))?(?P<late>{HOW})")
CARD = re.compile(rf"{WHEN}(?P<who>.+?) (?P<card>y|r|2y)")
CHANGE = re.compile(rf"{WHEN}(?P<out>[^>]+)>(?P<in_>[^>]+)")


@dataclass(frozen=True, slots=True)
class Fact:
    """A goal, a card or a change that the text tells; ``minute`` counts added time in, None where none is told."""

    kind: str
    minute: int | None
    player: str | None
    side: str = ""
    """"H" or "A", of goals: the side that the player plays for."""
    other: str | None = None
    """Who gave the ball, of goals; who came on, of changes."""
    detail: str = ""
    """"own" or "pen" of goals; "y", "r" or "2y" of cards."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One report with its facts."""

    id: str
    text: str
    home: str
    away: str
    men: dict[str, str]
    """Name as the text has it → "H" or "A"."""
    facts: list[Fact]


def entries(path: Path) -> Iterator[Entry]:
    """Read one file; raises ValueError for a fact that is none."""
    for block in re.split(r"(?m)^=== ?", path.read_text("utf-8"))[1:]:
        head, _, text = block.partition("\n---\n")
        name, *lines = head.split("\n")
        notes = {key.strip(): value.strip() for key, _, value in (line.partition(":") for line in lines)}
        men = {man.removeprefix("coach ").strip(): side for side in "HA" for man in _list(notes.get(side, ""), ",")}
        yield Entry(name.strip(), text.strip(), notes["home"], notes["away"], men, list(_facts(name, notes)))


def called(name: str, known: list[str]) -> str | None:
    """Return the one name of a list that shares a word with ``name``, None where none or several do."""
    mine = _words(name)
    fits = [k for k in known if _words(k) & mine]
    exact = [k for k in fits if fold(k) == fold(name)]
    return exact[0] if len(exact) == 1 else fits[0] if len(fits) == 1 else None


def _words(name: str) -> set[str]:
    return {w for w in re.split(r"[^\w]+", fold(name)) if len(w) > 2} or {fold(name)}


def _list(value: str, mark: str) -> list[str]:
    return [part.strip() for part in value.split(mark) if part.strip()]


def _facts(name: str, notes: dict[str, str]) -> Iterator[Fact]:
    for kind, form in (("goals", GOAL), ("cards", CARD), ("subs", CHANGE)):
        for fact in _list(notes.get(kind, ""), ";"):
            match = form.fullmatch(fact)
            if match is None:
                raise ValueError(f"{name}: {kind}: {fact}")
            m = match.groupdict()
            when = None if m["when"] == "?" else sum(map(int, m["when"].split("+")))
            if kind == "goals":
                yield Fact("goal", when, m["who"], m["side"], m["giver"], (m["how"] + m["late"]).strip())
            elif kind == "cards":
                yield Fact("card", when, m["who"], detail=m["card"])
            else:
                out, in_ = (None if who.strip() == "?" else who.strip() for who in (m["out"], m["in_"]))
                yield Fact("substitution", when, out, other=in_)
