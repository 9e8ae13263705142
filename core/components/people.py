"""`calcio_people`: which side each person belongs to, who keeps goal, who coaches, who referees."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc

from core.allegiance import best_season, squad_votes
from core.bench import relabel
from core.beside import Beside
from core.company import company
from core.contacts import contacts
from core.effects import effects
from core.gazetteer import Gazetteer, gazetteer
from core.graph import Graph
from core.keepers import keeper_evidence
from core.knowledge import fold
from core.rated import rated
from core.reading import Human, Name, Reading
from core.refs import side_references
from core.sheet_model import SheetName
from core.vocabulary import words

FULL_LINEUP = 7
"""In a lineup of so many men the first keeps goal."""
BELIEVED = 0.003
"""How far from nothing the votes for a side must be."""


@Language.factory("calcio_people", assigns=["doc._.reading"])
def make_people(nlp: Language, name: str) -> PeopleComponent:
    """Build the component."""
    return PeopleComponent()


class PeopleComponent:
    """Gives people their sides and roles."""

    def __call__(self, doc: Doc) -> Doc:
        """Write sides, goalkeepers and officials to the reading."""
        process(doc._.reading)
        return doc


def process(r: Reading) -> None:
    """Fill team, goalkeeper, position and nationality of ``r.people``, and the officials of ``r.match``."""
    gaz = gazetteer(r.lex)
    r.match.season = r.season or (best_season(r, gaz) if r.squads else None)
    relabel(r, gaz)
    r.names = sorted([*r.names, *side_references(r)], key=lambda n: (n.a, -n.b))
    r.graph = Graph()
    _sheets(r, {n.a: n for n in r.names if n.person >= 0})
    for person in r.people:
        if r.squads or person.label == "COACH":
            r.graph.anchor(person.id, squad_votes(person, r, gaz))
        _known(person, gaz, r)
    rated(r)
    Beside(r).read()
    contacts(r)
    keeper_evidence(r)
    company(r)
    effects(r)
    assign(r)
    officials(r)


def assign(r: Reading) -> None:
    """Settle the graph and write the sides; a coach or player without any witness stays without."""
    belief = r.graph.settle(len(r.people))
    for person in r.people:
        value = belief[person.id]
        if person.label in ("PLAYER", "COACH") and abs(value) > BELIEVED:
            person.team = r.match.home if value > 0 else r.match.away
        r.belief[person.id] = value


def _side(r: Reading, name: SheetName | None, side: int | None) -> int | None:
    """0 for home, 1 for away of a block of a match sheet: as its name tells, else as its place does."""
    named = fold(name.text) if name is not None else ""
    fits = [
        k
        for k, team in enumerate(r.sides)
        if team is not None and named and (fold(team) in named or named in fold(team))
    ]
    return fits[0] if len(fits) == 1 else side


def _sheets(r: Reading, by_token: dict[int, Name]) -> None:
    """Lineups are the text's own squad list: they settle sides and goalkeepers."""
    at = {t.start: t.i for t in r.toks}
    weights = r.lex.words["weights"]["people"]

    def person(name: SheetName | None) -> int:
        found = by_token.get(at.get(name.start, -1)) if name is not None else None
        return found.person if found is not None else -1

    def vote(name: SheetName | None, home: bool, witness: str = "sheet_side") -> None:
        r.graph.anchor(person(name), weights[witness] if home else -weights[witness])

    for sheet in r.sheets:
        for lineup in sheet.lineups:
            side = _side(r, lineup.team, lineup.side)
            if side is None:
                continue
            subs = [name for sub in lineup.subs for name in (sub.in_, sub.out)]
            for name in (*lineup.starters, *lineup.bench, *subs, lineup.coach):
                vote(name, side == 0, "lineup")
            starters = [person(name) for name in lineup.starters]
            for i in starters:
                if i >= 0:
                    r.people[i].lineup = True
            if len(starters) >= FULL_LINEUP and starters[0] >= 0:
                r.people[starters[0]].goalkeeper += weights["lineup_goalkeeper"]
        for sub in sheet.subs:
            r.graph.tie(person(sub.in_), person(sub.out), weights["sheet_swap"])
            if sub.side is not None:
                vote(sub.in_, sub.side == 0)
        for goal in sheet.goals:
            if goal.side is not None:
                vote(goal.player, (goal.side == 0) != goal.own_goal)
        for card in sheet.cards:
            if card.side is not None:
                vote(card.player, card.side == 0)


def _known(person: Human, gaz: Gazetteer, r: Reading) -> None:
    """Position and nationality as the lexicon tells them, of the bearer of the name nearest to the match."""
    best: tuple[float, str, str] = (0.0, "", "")
    for form in dict.fromkeys([fold(person.name), *sorted(map(fold, person.forms))]):
        for name, club, when, position, nationality in gaz.surnames.get(form, ()) if r.squads else ():
            weight = (2.0 if club in r.sides else 0.0) + (1.0 if when == r.match.season else 0.2)
            if weight > best[0]:
                best = (weight, position, nationality)
                if club in r.sides:
                    person.full = name
        for name, nationality, position in gaz.people.get(form, ()):
            weight = 0.9 if person.full and fold(name) == fold(person.full) else 0.1
            if weight > best[0] or (weight > 0.5 and nationality):
                best = (max(weight, best[0]), best[1] or position, nationality)
    person.position, person.nationality = best[1], best[2]
    if best[1] == "GK" and best[0] >= 1.0:
        person.goalkeeper += r.lex.words["weights"]["people"]["known_goalkeeper"]


def officials(r: Reading) -> None:
    """Referee and coaches of the header, the coaches anew as often as sides are settled."""
    r.match.home_coach = r.match.away_coach = None
    for sheet in r.sheets:
        if sheet.referee is not None and r.match.referee is None:
            r.match.referee = _called(r, sheet.referee)
    for n in r.names:
        if n.label == "REFEREE" and r.match.referee is None and n.person >= 0 and not _assistant(r, n):
            r.match.referee = r.people[n.person].name
    counts: dict[int, int] = {}
    for n in r.names:
        if n.person >= 0 and r.people[n.person].label == "COACH":
            counts[n.person] = counts.get(n.person, 0) + (10 if n.rule == "sheet" else 1)
    for human in sorted((r.people[i] for i in counts), key=lambda h: -counts[h.id]):
        if human.team == r.match.home and r.match.home_coach is None:
            r.match.home_coach = human.name
        elif human.team == r.match.away and r.match.away_coach is None and human.team is not None:
            r.match.away_coach = human.name
    _printed_coaches(r)


def _printed_coaches(r: Reading) -> None:
    """The coach whom a sheet prints for a side that has none: he bears the name of a player of his."""
    for lineup in (lineup for sheet in r.sheets for lineup in sheet.lineups):
        if lineup.coach is None:
            continue
        side = _side(r, lineup.team, lineup.side)
        if side == 0:
            r.match.home_coach = r.match.home_coach or lineup.coach.text
        elif side == 1:
            r.match.away_coach = r.match.away_coach or lineup.coach.text


def _called(r: Reading, name: SheetName) -> str:
    for n in r.names:
        if n.person >= 0 and r.toks[n.a].start == name.start:
            return r.people[n.person].name
    return name.text


def _assistant(r: Reading, n: Name) -> bool:
    return any(t.low in words("names").assistants for t in r.toks[max(0, n.a - 3) : n.a])
