"""Looking things up in the lexicon: one line for each thing it knows that fits the words asked for."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from core.entries import Player
from core.i18n import mark, tr
from core.knowledge import Lexicon, fold

KINDS = {
    "club": mark("club"),
    "player": mark("player"),
    "person": mark("footballer without a club"),
    "nickname": mark("nickname"),
    "coach": mark("coach"),
    "referee": mark("match official"),
    "competition": mark("competition"),
    "stadium": mark("ground"),
    "trigger": mark("words of the game"),
}
"""Kind of line -> its name, in the order in which lines that fit equally well are told."""
POSITIONS = {
    "GK": mark("goalkeeper"),
    "DF": mark("defender"),
    "MF": mark("midfielder"),
    "FW": mark("forward"),
}
SHOWN = 200


@dataclass(frozen=True, slots=True)
class Line:
    """One thing that the lexicon knows. ``forms`` are all the words by which it is found."""

    kind: str
    name: str
    details: tuple[str, ...]
    source: str
    forms: tuple[str, ...]

    @property
    def detail(self) -> str:
        """What is known besides the name, in the language in use."""
        return " · ".join(tr(POSITIONS.get(part, part)) for part in self.details if part)


def seasons_text(seasons: list[str]) -> str:
    """Write seasons as stretches: ``2015/16–2017/18, 2020/21``."""
    parts: list[list[str]] = []
    for season in sorted(set(seasons)):
        if parts and int(parts[-1][-1][:4]) + 1 == int(season[:4]):
            parts[-1].append(season)
        else:
            parts.append([season])
    return ", ".join(p[0] if len(p) == 1 else f"{p[0]}–{p[-1]}" for p in parts)


def _players(lex: Lexicon) -> Iterator[Line]:
    stints: dict[tuple[str, str], list[Player]] = defaultdict(list)
    for player in lex.players:
        stints[player.name, player.club].append(player)
    for (name, club), told in stints.items():
        first = told[0]
        when = seasons_text([p.season for p in told])
        detail = (club, when, first.position, first.nationality)
        sources = ", ".join(dict.fromkeys(p.source for p in told))
        yield Line("player", name, detail, sources, (name, first.surname, f"{club} {when}"))


def _clubs(lex: Lexicon) -> Iterator[Line]:
    for club in lex.clubs:
        detail = (club.city, club.country, *(", ".join(x) for x in (club.nicknames, club.epithets, club.stadiums)))
        yield Line(
            "club", club.name, detail, "", (club.name, *club.aliases, *club.nicknames, *club.epithets, club.city)
        )


def _words(value: Any) -> Iterator[str]:  # noqa: ANN401
    """Yield the single words and phrases of a word list, whatever its shape."""
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from (key, *_words(inner))
    elif isinstance(value, list):
        for inner in value:
            yield from _words(inner)
    elif isinstance(value, str):
        parts = re.split(r"[|\n]", value) if "|" in value else value.split()
        yield from filter(None, (part.strip() for part in parts))


def _triggers(lex: Lexicon) -> Iterator[Line]:
    for stem, lists in lex.words.items():
        for key, value in lists.items():
            inner = value.items() if isinstance(value, dict) else [(key, value)]
            for name, words in inner:
                where = f"words/{stem}.toml · {key}" + ("" if name == key else f" · {name}")
                for word in dict.fromkeys(_words(words)):
                    yield Line("trigger", word, (where,), "words", (re.sub(r"[{}]", "", word),))


def _lines(lex: Lexicon) -> Iterator[Line]:
    yield from _clubs(lex)
    yield from _players(lex)
    for nick in lex.nicknames:
        yield Line("nickname", nick.nickname, (nick.name, nick.club), "", (nick.nickname,))
    benches: dict[tuple[str, str], list[str]] = defaultdict(list)
    for coach in lex.coaches:
        benches[coach.name, coach.club] += [coach.season] * bool(coach.season)
    for (name, club), seasons in benches.items():
        yield Line("coach", name, (club, seasons_text(seasons)), "", (name, club))
    for referee in lex.referees:
        yield Line("referee", referee.name, (referee.nationality,), "", (referee.name,))
    for competition in lex.competitions:
        forms = (competition.name, *competition.aliases)
        yield Line("competition", competition.name, (", ".join(competition.aliases),), "", forms)
    for ground, clubs in lex.stadium_club.items():
        yield Line("stadium", ground, (", ".join(clubs),), "", (ground, *clubs))
    for person in lex.people:
        yield Line("person", person.name, (person.nationality, person.position), "", (person.name,))
    yield from _triggers(lex)


@lru_cache(2)
def _index(lex: Lexicon) -> list[tuple[str, Line]]:
    return [(" | ".join(fold(form) for form in line.forms), line) for line in _lines(lex)]


def _rank(folded: str, words: list[str]) -> int | None:
    """0 the name itself, 1 whole words, 2 beginnings of words, 3 anywhere; None where a word is missing."""
    if not all(word in folded for word in words):
        return None
    query = " ".join(words)
    if query in folded.split(" | "):
        return 0
    if all(re.search(rf"\b{re.escape(word)}\b", folded) for word in words):
        return 1
    return 2 if all(re.search(rf"\b{re.escape(word)}", folded) for word in words) else 3


def search(lex: Lexicon, query: str, kinds: set[str] | None = None, limit: int = SHOWN) -> tuple[list[Line], int]:
    """Return the lines that hold every word of ``query``, the best first, at most ``limit``; and how many there are."""
    words = fold(query).split()
    if not words:
        return [], 0
    order = {kind: i for i, kind in enumerate(KINDS)}
    found = [
        (rank, order[line.kind], fold(line.name), i, line)
        for i, (folded, line) in enumerate(_index(lex))
        if (not kinds or line.kind in kinds) and (rank := _rank(folded, words)) is not None
    ]
    return [line for *_, line in sorted(found, key=lambda row: row[:4])[:limit]], len(found)


def counts(lex: Lexicon) -> dict[str, int]:
    """Return how many things of each kind the lexicon knows."""
    found = dict.fromkeys(KINDS, 0)
    for _, line in _index(lex):
        found[line.kind] += 1
    return found


def entries_of(lex: Lexicon, name: str, team: str | None) -> list[Line]:
    """Return the lines about a person or thing: those of that very name, else those it is short for; the side's first.

    A surname alone speaks for many; where the side is known only its own count.
    """
    wanted = fold(name)
    near = [
        (fold(line.name) == wanted, bool(team and any(form.startswith(team) for form in line.forms)), line)
        for folded, line in _index(lex)
        if line.kind != "trigger" and wanted in folded and wanted in folded.split(" | ")
    ]
    exact = [row for row in near if row[0]]
    chosen = exact or [row for row in near if row[1]] or near
    return [line for *_, line in sorted(chosen, key=lambda row: not row[1])]


@lru_cache(2)
def _by_surname(lex: Lexicon) -> dict[tuple[str, str], list[Player]]:
    found: dict[tuple[str, str], list[Player]] = defaultdict(list)
    for player in lex.players:
        found[fold(player.surname), player.season].append(player)
    return found


def namesakes(lex: Lexicon, words: str, season: str) -> list[Player]:
    """Return the players of a season whom words may name by their surname."""
    return list(_by_surname(lex).get((fold(words), season), ()))
