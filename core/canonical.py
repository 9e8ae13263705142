"""Names as they are given out: the full ones of people, those of clubs that the report calls by another name."""

from __future__ import annotations

from core.gazetteer import gazetteer
from core.knowledge import fold
from core.reading import Human, Reading
from core.vocabulary import words

BEGINS = 3
"""A word of fewer letters shortens no name."""


def complete_names(r: Reading) -> None:
    """Give people the one full name that their side's squads of about that season have for them.

    A name that fits two players, or that somebody else of the report bears, is left as printed.
    """
    taken = {fold(person.name) for person in r.people}
    for person in r.people:
        full = _known_as(r, person) if person.team in r.sides and _bare(person.name) else None
        if full is not None and fold(full) not in taken:
            taken.add(fold(full))
            person.name = full


def clubs_as_printed(r: Reading) -> None:
    """Call a club as the report does where the lexicon knows it by a name that shares no word with that one.

    "Ambrosiana" stays so, though the lexicon has it under the club that it became; "Samp" is short for the known name.
    """
    shown = {club: name for club in r.sides if club is not None and (name := _printed(r, club)) is not None}
    for n in r.names:
        n.team = shown.get(n.team or "", n.team)
        if n.label == "TEAM":
            n.name = shown.get(n.name, n.name)
    for person in r.people:
        person.team = shown.get(person.team or "", person.team)
    r.match.home, r.match.away = (shown.get(club or "", club) for club in r.sides)


def _printed(r: Reading, club: str) -> str | None:
    """Return the longest name that the report has for a club, None where one of them is or shortens the known name."""
    known = gazetteer(r.lex).clubs.get(club)
    aliases = {fold(alias) for alias in known.aliases} if known is not None else set()
    forms = [
        n.text for n in r.names if n.label == "TEAM" and n.name == club and n.text[:1].isupper() and not n.adjective
    ]
    own = fold(club).split()
    if any(_shortens(form, own) for form in forms):
        return None
    named = [form for form in forms if fold(form) in aliases]
    parts = {word for form in named for word in fold(form).split()}
    return max(named, key=len, default=None) if all(fold(f) in parts for f in forms if f not in named) else None


def _shortens(form: str, own: list[str]) -> bool:
    """Whether a form has a word of a name, begins one, or is its initials or a by-name of the club of today."""
    words_ = fold(form).split()
    begins = any(mine.startswith(word) for word in words_ if len(word) >= BEGINS for mine in own)
    return form.isupper() or begins or bool(set(words_) & words("match").by_names)


def _bare(name: str) -> bool:
    """Whether a name is a surname alone: one word, or one behind a particle."""
    *before, _ = name.split()
    return all(word.lower() in words("names").particles for word in before)


def _known_as(r: Reading, person: Human) -> str | None:
    gaz, season = gazetteer(r.lex), r.match.season
    if season is None:
        return None  # a Rossi of another year is another Rossi
    if person.label == "COACH":
        rows = [(name, club, when) for name, club, when in gaz.coaches.get(fold(person.name), ())]
    elif r.squads:
        rows = [(name, club, when) for name, club, when, _, _ in gaz.surnames.get(fold(person.name), ())]
    else:
        rows = []
    found = {
        fold(name): name
        for name, club, when in rows
        if club == person.team and (not when or abs(int(when[:4]) - int(season[:4])) <= 1)
    }
    names = [name for name in found.values() if not _bare(name)]
    return names[0] if len(names) == len(found) == 1 else None
