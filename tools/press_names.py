"""Turns names of football data sets ("A. Gómez", a passport's eight words) into what Italian newspapers print."""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from core.knowledge import fold

KEPT = set("àèéìòùÀÈÉÌÒÙ")
LETTERS = str.maketrans(
    {"ø": "o", "Ø": "O", "đ": "dj", "Đ": "Dj", "ł": "l", "Ł": "L", "ı": "i", "ß": "ss", "æ": "ae", "ð": "d", "þ": "th"}
)
INITIAL = re.compile(r"(\w)\w{0,2}\. ?(?=\w)")


def plain(name: str) -> str:
    """Drop the marks that newspapers drop ("Milinković-Savić"); Italian vowels keep theirs ("Nicolò").

    >>> plain("Sergej Milinković-Savić"), plain("João Pedro"), plain("Kylian Mbappé"), plain("K. Cisse'")
    ('Sergej Milinkovic-Savic', 'Joao Pedro', 'Kylian Mbappé', 'K. Cissé')
    """
    name = re.sub(r"e'(?!\w)", "é", unicodedata.normalize("NFC", name).replace("’", "'"))
    name = re.sub(r"\s+", " ", re.sub(r"([aiou])'(?!\w)", r"\1", name)).strip().translate(LETTERS)
    out = []
    for word in re.split(r"([ -])", name):
        for i, c in enumerate(word):
            kept = c in KEPT and i == len(word) - 1
            bare = unicodedata.normalize("NFKD", c)
            out.append(c if kept else "".join(x for x in bare if not unicodedata.combining(x)))
    return "".join(out)


class PressNames:
    """Knows people by name and by initial, and completes the one with the other."""

    def __init__(
        self, overrides: Iterable[dict[str, Any]], people: Iterable[dict[str, str]], particles: Iterable[str]
    ) -> None:
        self.particles = frozenset(particles)  # open a surname: Lo Faso, van der Wiel, El Shaarawy
        self.overrides: dict[tuple[str, str], tuple[str, str]] = {}
        self.nations: dict[str, str] = {}
        for row in overrides:
            self.overrides[fold(row["written"]), row["club"]] = row["name"], row["surname"]
            if row["nationality"]:
                self.nations[row["name"]] = row["nationality"]
        self.by_birth: dict[tuple[str, str], str] = {}
        self.by_name: dict[str, set[str]] = defaultdict(set)
        self.by_initial: dict[tuple[str, str], set[str]] = defaultdict(set)
        self.seen: dict[tuple[str, ...], set[str]] = defaultdict(set)
        for person in people:
            name = plain(person["name"])
            given, surname = self.split(name)
            self.by_birth[person["birth_date"], fold(surname).split()[-1]] = person["nationality"]
            self.by_name[fold(name)].add(person["nationality"])
            if given:
                self.by_initial[fold(surname), fold(given)[0]].add(name)

    def full(self, written: str) -> str:
        """Return the press form of a full name."""
        return self.overrides.get((fold(written), ""), (plain(written), ""))[0]

    def split(self, name: str) -> tuple[str, str]:
        """Part a full name into what goes before the surname and the surname."""
        if (fold(name), "") in self.overrides:
            return name.split()[0], self.overrides[fold(name), ""][1]
        words = name.split()
        if len(words) == 1:
            return "", name
        start = next((i for i, word in enumerate(words[:-1]) if i and word.lower() in self.particles), len(words) - 1)
        return " ".join(words[:start]), " ".join(words[start:])

    def learn(self, rows: Iterable[dict[str, str]]) -> None:
        """Remember the full names of squads, to complete initials in other squads."""
        for row in rows:
            name, surname = self.of(row)
            if name != surname:
                key = (fold(surname), fold(name)[0])
                self.seen[(row["club"], *key)].add(name)
                self.seen[key].add(name)

    def of(self, row: dict[str, str]) -> tuple[str, str]:
        """Return name and surname of one squad row; the surname alone where the given name cannot be known."""
        name, surname = self._of(row)
        capital = surname[0].upper() + surname[1:]  # "De Roon", as after a full stop
        same = name.lower().endswith(surname.lower())
        return name[: -len(surname)] + capital if same else name, capital

    def _of(self, row: dict[str, str]) -> tuple[str, str]:
        written, full = plain(row["player"]), plain(row["full_name"])
        for key in ((form, club) for club in (row["club"], "") for form in (fold(full), fold(written))):
            if key in self.overrides:
                return self.overrides[key]
        match = INITIAL.match(written)
        if not match:
            words = written.split()
            if len(words) == 1:
                return written, written
            return written, self.split(written)[1]
        surname = written[match.end() :]
        initial = fold(match[1])
        given = next((word for word in full.split() if fold(word)[0] == initial and word not in surname), "")
        if given:
            return f"{given} {surname}", surname
        key = (fold(surname), initial)
        for known in (self.seen.get((row["club"], *key)), self.seen.get(key), self.by_initial.get(key)):
            if known and len(known) == 1:
                return next(iter(known)), surname
        return surname, surname

    def nationality(self, name: str, rows: Iterable[dict[str, str]]) -> str:
        """Prefer the side a man plays for (people list) to his passport (squad rows)."""
        if name in self.nations:
            return self.nations[name]
        last = fold(name).split()[-1]
        for row in rows:
            if row["birth_date"] and (row["birth_date"], last) in self.by_birth:
                return self.by_birth[row["birth_date"], last]
        told = next((row["nationality"] for row in rows if row["nationality"]), "")
        known = self.by_name.get(fold(name), set())
        return told if told or len(known) != 1 else next(iter(known))
