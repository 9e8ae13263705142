"""Full names: whom the squads of a side know under the surname that the report prints."""

from __future__ import annotations

from core.gazetteer import gazetteer
from core.knowledge import fold
from core.reading import Human, Reading
from core.vocabulary import words


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
