"""What the squads of the lexicon say about who plays for whom, and in which season."""

from __future__ import annotations

from collections import defaultdict

from core.gazetteer import Gazetteer
from core.knowledge import fold
from core.reading import Human, Reading


def squad_votes(person: Human, gaz: Gazetteer, home: str | None, away: str | None, season: str | None) -> float:
    """Return what the squads say: positive for home. A season next to the report's is half a witness."""
    best = {home: 0.0, away: 0.0}
    for key in _keys(person):
        for _, club, when, _, _ in gaz.surnames.get(key, ()):
            if club in best:
                gap = 0 if season is None else abs(int(when[:4]) - int(season[:4]))
                weight = 2.0 if season and gap == 0 else 0.9 if gap == 1 else 0.6 if season is None else 0.35
                best[club] = max(best[club], weight)
        for _, club, when in gaz.coaches.get(key, ()) if person.label == "COACH" else ():
            if club in best:
                gap = 0 if season is None or not when else abs(int(when[:4]) - int(season[:4]))
                best[club] = max(best[club], 2.0 if gap == 0 else 1.0 if gap == 1 else 0.6)
    return best.get(home, 0.0) - best.get(away, 0.0)


def _keys(person: Human) -> set[str]:
    keys = {fold(form) for form in (*person.forms, person.name)}
    if any(" " in k for k in keys):
        return {k for k in keys if " " in k} | {k.split()[-1] for k in keys if " " in k}
    return keys


def best_season(r: Reading, gaz: Gazetteer) -> str | None:
    """Return the season whose squads of the two sides explain most of the names; None where none explains three."""
    if r.season is not None:
        return r.season
    counts: dict[str, float] = defaultdict(float)
    for person in r.people:
        seasons = {
            when for key in _keys(person) for _, club, when, _, _ in gaz.surnames.get(key, ()) if club in r.sides
        }
        for when in seasons:
            counts[when] += 1.0
        for when in {
            when for key in _keys(person) for _, club, when in gaz.coaches.get(key, ()) if club in r.sides and when
        }:
            counts[when] += 2.0 if person.label == "COACH" else 1.0
    best = max(sorted(counts), key=lambda s: counts[s], default=None)
    return best if best is not None and counts[best] >= 3 else None
