"""Every known name as a sequence of folded words: found in one pass over the tokens, longest first."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import lru_cache

from core.knowledge import Club, Lexicon, fold
from core.tokens import TOKEN, Tok


@dataclass(frozen=True, slots=True)
class Entry:
    """What a known form names. ``kind`` is club, nickname, epithet, competition, stadium, place or person."""

    kind: str
    name: str
    words: tuple[str, ...]


def parts(form: str) -> tuple[str, ...]:
    """Return the folded words of a form, cut as the text is cut."""
    return tuple(m.group() for m in TOKEN.finditer(fold(form)) if not m.group().isspace())


class Gazetteer:
    """Look-up tables over one lexicon."""

    def __init__(self, lex: Lexicon) -> None:
        self.forms: dict[str, list[Entry]] = defaultdict(list)
        self.clubs: dict[str, Club] = {club.name: club for club in lex.clubs}
        self.epithets: dict[str, list[str]] = defaultdict(list)
        """Folded noun ("nerazzurri") → clubs that it may stand for."""
        self.surnames: dict[str, list[tuple[str, str, str, str, str]]] = defaultdict(list)
        """Folded surname → (name, club, season, position, nationality) of the squads."""
        self.people: dict[str, list[tuple[str, str, str]]] = defaultdict(list)
        """Folded last word of a name → (name, nationality, position) of footballers without club."""
        self.coaches: dict[str, list[tuple[str, str, str]]] = defaultdict(list)
        self.referees: dict[str, list[str]] = defaultdict(list)
        self.given = frozenset(fold(name) for name in lex.given_names)
        self.places = frozenset(fold(name) for name in lex.places)
        self.grounds = lex.stadium_club
        self.nations: dict[str, str] = {}
        self._clubs(lex)
        self._people(lex)
        self.competitions: dict[str, str] = {c.name: c.kind for c in lex.competitions}
        """Competition → league, cup, europe, national, youth, women or friendly."""
        for competition in lex.competitions:
            for form in (competition.name, *competition.aliases):
                self._add("competition", competition.name, form)
        for form, ground in lex.stadiums.items():
            self._add("stadium", ground, form)
        for place in lex.places:
            self._add("place", place, place)
        for nation in lex.nations:
            for word in (nation.masculine, nation.feminine, nation.plural, nation.plural_feminine, *nation.other):
                self.nations.setdefault(fold(word), nation.name)

    def _add(self, kind: str, name: str, form: str) -> None:
        words = parts(form)
        if words:
            self.forms[words[0]].append(Entry(kind, name, words))

    def _clubs(self, lex: Lexicon) -> None:
        for club in lex.clubs:
            for form in dict.fromkeys((club.name, *club.aliases)):
                self._add("club", club.name, form)
            for form in club.nicknames:
                self._add("nickname", club.name, form)
            for noun in club.epithets:
                self.epithets[fold(noun)].append(club.name)

    def _people(self, lex: Lexicon) -> None:
        for p in lex.players:
            row = (p.name, p.club, p.season, p.position, p.nationality)
            for form in {fold(p.surname), fold(p.name), fold(p.name).split()[-1] if p.name.split() else ""}:
                if form:
                    self.surnames[form].append(row)
        for person in lex.people:
            words = fold(person.name).split()
            for k in range(1, min(len(words), 3) + 1):
                self.people[" ".join(words[-k:])].append((person.name, person.nationality, person.position))
        for coach in lex.coaches:
            words = fold(coach.name).split()
            for k in range(1, len(words) + 1):
                self.coaches[" ".join(words[-k:])].append((coach.name, coach.club, coach.season))
        for referee in lex.referees:
            self.referees[fold(referee.surname)].append(referee.name)
            if fold(referee.name) != fold(referee.surname):
                self.referees[fold(referee.name)].append(referee.name)
        self.bearers: dict[str, list[str]] = defaultdict(list)
        """Folded nickname → the names of those who bear it."""
        for nick in lex.nicknames:
            self._add("person", nick.name, nick.nickname)
            self.bearers[fold(nick.nickname)].append(nick.name)

    def bearer(self, key: str) -> str | None:
        """Who is called by a nickname with his surname behind: "Papu Gomez"."""
        nickname, _, surname = key.rpartition(" ")
        return next((name for name in self.bearers.get(nickname, ()) if fold(name).split()[-1] == surname), None)

    def at(self, toks: list[Tok], i: int) -> list[tuple[int, Entry]]:
        """Known forms that begin at token ``i`` as (end token, entry), longest first."""
        found: list[tuple[int, Entry]] = []
        for entry in self.forms.get(toks[i].key, ()):
            n = len(entry.words)
            if i + n <= len(toks) and all(toks[i + k].key == entry.words[k] for k in range(1, n)):
                found.append((i + n, entry))
        return sorted(found, key=lambda f: -f[0])


@lru_cache(2)
def gazetteer(lex: Lexicon) -> Gazetteer:
    """Return the tables of a lexicon, built once."""
    return Gazetteer(lex)
