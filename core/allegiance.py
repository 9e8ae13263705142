"""What the squads of the lexicon say about who plays for whom, and in which season."""

from __future__ import annotations

from collections import defaultdict

from core.gazetteer import Gazetteer
from core.knowledge import fold
from core.reading import Human, Reading

COACH = 2.0
"""A coach in office speaks for a season as two players do."""
ENOUGH = 3


def squad_votes(person: Human, r: Reading, gaz: Gazetteer) -> float:
    """Return what the squads say: positive for home. A season next to the report's is half a witness."""
    w, season = r.lex.words["weights"]["squads"], r.match.season
    best = dict.fromkeys(r.sides, 0.0)
    for key in _keys(person):
        for _, club, when, _, _ in gaz.surnames.get(key, ()):
            if club in best:
                gap = None if season is None else _years_between(when, season)
                near = {None: "season_unknown", 0: "same_season", 1: "next_season"}.get(gap, "other_season")
                best[club] = max(best[club], w[near])
        for _, club, when in gaz.coaches.get(key, ()) if person.label == "COACH" else ():
            if club in best:
                gap = 0 if season is None or not when else _years_between(when, season)
                near = {0: "same_season", 1: "next_season"}.get(gap, "other_season")
                best[club] = max(best[club], w["coach_" + near])
    home, away = r.sides
    return best[home] - best[away]


def _years_between(one: str, other: str) -> int:
    return abs(int(one[:4]) - int(other[:4]))


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
        keys = _keys(person)
        played = {when for k in keys for _, club, when, _, _ in gaz.surnames.get(k, ()) if club in r.sides}
        coached = {when for k in keys for _, club, when in gaz.coaches.get(k, ()) if club in r.sides and when}
        for when in played:
            counts[when] += 1.0
        for when in coached:
            counts[when] += COACH if person.label == "COACH" else 1.0
    best = max(sorted(counts), key=lambda s: counts[s], default=None)
    return best if best is not None and counts[best] >= ENOUGH else None
