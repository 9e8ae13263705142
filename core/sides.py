"""Which clubs a report is about: names of one club brought together, weighed by where they stand."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from dataclasses import dataclass, field

from core.forms import slip
from core.gazetteer import Gazetteer
from core.knowledge import fold
from core.reading import Name, Reading
from core.runs import FORMER
from core.tokens import Tok
from core.vocabulary import words

SHORT = 4
"""Names of no more letters are not taken for misspellings."""

SQUAD = 8
"""No more members of a squad than this speak for its club."""


@dataclass(slots=True)
class Candidate:
    """A club of the text."""

    name: str
    weight: float = 0.0
    first: int = 1 << 30
    names: list[Name] = field(default_factory=list)


def tidy(name: str) -> str:
    """Return a club's name out of capitals: VIGOLZONE → Vigolzone, PRO SESTO → Pro Sesto."""
    if not name.isupper() or len(name) < 4:
        return name
    return " ".join(w.capitalize() if len(w) > 1 else w for w in re.split(r"\s+", name))


def unify(names: list[Name], gaz: Gazetteer, spoken_of: list[str]) -> dict[str, str]:
    """Name of a club as found → the club's name; short forms and misspellings of one club meet.

    ``spoken_of`` are clubs that the text does not name but speaks of, by their colours or ground.
    """
    counts = Counter(n.name for n in names)
    out = {name: name if name in gaz.clubs else _fuller(name, counts, gaz, spoken_of) for name in counts}
    kinds = words("match").other_sides
    for name in counts:
        head, _, kind = name.rpartition(" ")
        if kind.lower() in kinds and head in out:
            out[head] = name  # "il Como" beside "Como Women"
    for name in out:
        seen = {name}
        while out[name] != out.get(out[name], out[name]) and out[name] not in seen:
            seen.add(out[name])
            out[name] = out[out[name]]
    return {name: tidy(club) for name, club in out.items()}


def _fuller(name: str, counts: Counter[str], gaz: Gazetteer, spoken_of: list[str]) -> str:
    """Return the club of the text that an unlisted name is a shorter or a misspelt form of; else the name itself."""
    key = fold(name)
    fuller = [o for o in counts if o != name and _within(key.split(), fold(o).split())]
    if len(fuller) == 1:
        return fuller[0]
    listed = [n for n in counts if n in gaz.clubs]
    for other in (o for o in [*listed, *counts] if o != name):
        full = fold(other)
        rarer = counts[name] < counts[other] + (other in gaz.clubs)
        if key == full or (len(key) > SHORT and rarer and slip(key, full)):
            return other
        if len(key) > 3 and counts[name] <= 2 and any(_slip_of_word(key, word) for word in full.split()):
            return other
    near = [c for c in spoken_of if len(name) > SHORT and slip(key, fold(c))]
    return near[0] if len(near) == 1 else name


def _slip_of_word(key: str, word: str) -> bool:
    return len(word) > 3 and key[:3] == word[:3] and slip(key, word)


def _within(short: list[str], full: list[str]) -> bool:
    return len(short) < len(full) and (full[: len(short)] == short or full[-len(short) :] == short)


def witnesses(r: Reading, gaz: Gazetteer) -> dict[str, float]:
    """Return what the people and grounds of the text say for each club of the lexicon: the squad that most fits."""
    w = r.lex.words["weights"]["sides"]
    members: dict[tuple[str, str], set[int]] = defaultdict(set)
    out: dict[str, float] = defaultdict(float)
    for person in r.people:
        keys = {fold(form) for form in person.forms}
        for key in keys if r.squads else ():
            for _, club, when, _, _ in gaz.surnames.get(key, ()):
                members[club, when].add(person.id)
        for club in {club for key in keys for _, club, _ in gaz.coaches.get(key, ()) if club}:
            out[club] = max(out[club], w["coach"])
    best: dict[str, int] = defaultdict(int)
    for (club, _), found in members.items():
        best[club] = max(best[club], len(found))
    for club, n in best.items():
        out[club] += w["squad_member"] * min(n, SQUAD)
    for ground in {n.name for n in r.names if n.label == "STADIUM"}:
        for club in gaz.grounds.get(ground, ()):
            out[club] += w["ground"]
    return out


def candidates(
    r: Reading, names: list[Name], table: dict[str, tuple[str, ...]], known: dict[str, float], gaz: Gazetteer
) -> list[Candidate]:
    """Return the clubs of the text, the most prominent first; ``known`` is what people and grounds say."""
    nations = {name for name, club in gaz.clubs.items() if club.kind == "national"}
    vocab, w = words("names"), r.lex.words["weights"]["sides"]
    found: dict[str, Candidate] = {}
    heads = {n.a for pair in result_lines(r.toks, names) for n in pair}
    for n in names:
        if n.a and r.toks[n.a - 1].low == FORMER:
            continue  # "l'ex Bari Rossi"
        c = found.setdefault(n.name, Candidate(n.name))
        c.names.append(n)
        c.first = min(c.first, n.a)
        t = r.toks[n.a]
        c.weight += w["mention"]
        if t.section == "headline" or t.sent <= 1:
            c.weight += w["first_lines"]
        if n.a in heads:
            c.weight += w["result_line" if t.sent <= 1 or t.section != "prose" else "result_line_in_prose"]
        if n.rule == "sheet":
            c.weight += w["sheet"]
    for c in found.values():
        bare = not any(
            n.rule == "sheet" or n.a in heads or (n.a and r.toks[n.a - 1].low in vocab.articles) for n in c.names
        )
        if bare and c.name.lower() not in vocab.articleless and " " not in c.name:
            c.weight *= w["bare_town"]  # a town named without article may be no more than a town
    for n in r.names:
        if n.rule == "epithet":
            fits = [c for c in found.values() if c.name in table.get(n.key, ())]
            if len(fits) == 1:
                fits[0].weight += w["epithet"]
    if not any(c.weight >= w["nation_plays"] and c.name in nations for c in found.values()):
        for c in found.values():
            c.weight += known.get(c.name, 0.0)  # the men of a national side all play for clubs
    return sorted(found.values(), key=lambda c: (-c.weight, c.first))


def result_lines(toks: list[Tok], names: list[Name]) -> list[tuple[Name, Name]]:
    """Return the two clubs of each "A-B" in text order."""
    at = {n.a: n for n in names}
    return [
        (n, at[n.b + 1])
        for n in names
        if n.b < len(toks) and toks[n.b].text == "-" and n.b + 1 in at and toks[n.b + 1].line == toks[n.a].line
    ]
