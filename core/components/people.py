"""`calcio_people`: which side each person belongs to, who keeps goal, who coaches, who referees."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc

from core.allegiance import best_season, squad_votes
from core.bench import relabel
from core.gazetteer import Gazetteer, gazetteer
from core.graph import Graph
from core.keepers import keeper_evidence
from core.knowledge import fold
from core.reading import Human, Name, Reading
from core.refs import side_references
from core.sheet_model import SheetName
from core.verbs import lemmas
from core.vocabulary import Vocabulary, words


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
    gaz, vocab = gazetteer(r.lex), words("names")
    r.match.season = r.season or (best_season(r, gaz) if r.squads else None)
    relabel(r, gaz)
    r.names = sorted([*r.names, *side_references(r)], key=lambda n: (n.a, -n.b))
    r.graph = graph = Graph()
    by_token = {n.a: n for n in r.names if n.person >= 0}
    _sheets(r, graph, by_token)
    for person in r.people:
        if r.squads or person.label == "COACH":
            graph.anchor(person.id, squad_votes(person, gaz, r.match.home, r.match.away, r.match.season))
        _known(person, gaz, r)
    _neighbours(r, graph, vocab)
    keeper_evidence(r)
    assign(r)
    officials(r)


def assign(r: Reading) -> None:
    """Settle the graph and write the sides; a coach or player without any witness stays without."""
    belief = r.graph.settle(len(r.people))
    for person in r.people:
        value = belief[person.id]
        if person.label in ("PLAYER", "COACH") and abs(value) > 0.003:
            person.team = r.match.home if value > 0 else r.match.away
        r.belief[person.id] = value


def _side(r: Reading, name: SheetName | None, side: int | None) -> int | None:
    """0 for home, 1 for away of a block of a match sheet."""
    if side is not None:
        return side
    if name is None:
        return None
    for k, team in enumerate(r.sides):
        if team is not None and (
            fold(team) == fold(name.text) or fold(name.text) in fold(team) or fold(team) in fold(name.text)
        ):
            return k
    return None


def _sheets(r: Reading, graph: Graph, by_token: dict[int, Name]) -> None:
    """Lineups are the text's own squad list: they settle sides and goalkeepers."""
    at = {t.start: t.i for t in r.toks}

    def person(name: SheetName | None) -> int:
        found = by_token.get(at.get(name.start, -1)) if name is not None else None
        return found.person if found is not None else -1

    for sheet in r.sheets:
        blocks = [(lineup, _side(r, lineup.team, lineup.side)) for lineup in sheet.lineups]
        for lineup, side in blocks:
            if side is None:
                continue
            sign = 10.0 if side == 0 else -10.0
            for k, name in enumerate(lineup.starters):
                graph.anchor(person(name), sign)
                if k == 0 and len(lineup.starters) >= 7 and person(name) >= 0:
                    r.people[person(name)].goalkeeper += 3.0
                if person(name) >= 0:
                    r.people[person(name)].lineup = True
            for name in lineup.bench:
                graph.anchor(person(name), sign)
            for sub in lineup.subs:
                graph.anchor(person(sub.in_), sign)
                graph.anchor(person(sub.out), sign)
            if lineup.coach is not None:
                graph.anchor(person(lineup.coach), sign)
        for sub in sheet.subs:
            graph.tie(person(sub.in_), person(sub.out), 3.0)
            if sub.side is not None:
                graph.anchor(person(sub.in_), 4.0 if sub.side == 0 else -4.0)
        for goal in sheet.goals:
            if goal.side is not None:
                home = (goal.side == 0) != goal.own_goal
                graph.anchor(person(goal.player), 4.0 if home else -4.0)
        for card in sheet.cards:
            if card.side is not None:
                graph.anchor(person(card.player), 4.0 if card.side == 0 else -4.0)


def _known(person: Human, gaz: Gazetteer, r: Reading) -> None:
    """Position and nationality as the lexicon tells them, of the bearer of the name nearest to the match."""
    best: tuple[float, str, str] = (0.0, "", "")
    for form in {fold(person.name), *(fold(f) for f in person.forms)}:
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
        person.goalkeeper += 1.5


def _neighbours(r: Reading, graph: Graph, vocab: Vocabulary) -> None:
    """Witnesses that stand beside a name: role and colour, "del Milan", lists of names, "il portiere"."""
    toks = r.toks
    team_at = {n.a: n for n in r.names if n.label == "TEAM" and n.name in r.sides}
    sign = {r.match.home: 1.0, r.match.away: -1.0}
    people = [n for n in r.names if n.person >= 0]
    for k, n in enumerate(people):
        before = [t for t in toks[max(0, n.a - 5) : n.a] if t.sent == toks[n.a].sent]
        human = r.people[n.person]
        lows = [t.low for t in before]
        if lows and (lows[-1] in vocab.goalkeeper or (len(lows) > 1 and lows[-2] in vocab.goalkeeper)):
            human.goalkeeper += 2.0
        for t in before[-3:]:
            team = team_at.get(t.i)
            if team is not None and t.sent == toks[n.a].sent and all(x.word for x in toks[t.i : n.a]):
                if lows[-1] in vocab.player_roles or team.adjective or t.i == n.a - 1:
                    graph.anchor(n.person, 1.5 * sign[team.name])
        for t in toks[n.b : n.b + 6]:
            if t.sent != toks[n.a].sent or (not t.word and t.text != ","):
                break
            team = team_at.get(t.i)
            if team is not None and _belongs(toks, n.b, t.i, team, vocab):
                graph.anchor(n.person, 1.2 * sign[team.name])
            if team is not None:
                break
        if k + 1 < len(people):
            m = people[k + 1]
            between = [t.low for t in toks[n.b : m.a]]
            if between in (["e"], ["ed"], [","]) and toks[n.a].sent == toks[m.a].sent and toks[n.a].section == "prose":
                graph.tie(n.person, m.person, 0.5)
        if human.label == "PLAYER":
            _clause_team(r, graph, n, team_at, sign, vocab)
        if human.label == "COACH":
            _coach_team(r, graph, n, team_at, sign)


def _belongs(toks: list, start: int, at: int, team: Name, vocab: Vocabulary) -> bool:  # type: ignore[type-arg]
    """ "X, difensore del Milan", "X del Milan", "il X nerazzurro"."""
    between = [t.low for t in toks[start:at]]
    if not between:
        return team.adjective
    if between[-1] in ("del", "dello", "della", "dell'", "dei", "degli", "delle", "di"):
        return all(w in vocab.player_roles or w in (",", "il", "lo", "la", "l'") for w in between[:-1])
    return False


def _clause_team(
    r: Reading, graph: Graph, n: Name, team_at: dict[int, Name], sign: dict[str | None, float], vocab: Vocabulary
) -> None:
    """ "Il Torino … con Belotti", "nella Veloce Panucci": a side just before, joined by words of belonging."""
    toks = r.toks
    low = toks[n.a - 1].low if n.a else ""
    window = [t for t in toks[max(0, n.a - 12) : n.a] if t.sent == toks[n.a].sent]
    teams = [team_at[t.i] for t in window if t.i in team_at and not team_at[t.i].adjective]
    if not teams:
        return
    team = teams[-1]
    between = [t.low for t in toks[team.b : n.a]]
    before = toks[team.a - 1].low if team.a else ""
    if before in ("il", "lo", "la", "l'", "i", "gli", "le") and team.a > 1:
        before = toks[team.a - 2].low
    if low in ("con", "grazie") or (low in ("a", "ad", "di", "da") and "grazie" in between[-2:]):
        graph.anchor(n.person, 1.0 * sign[team.name])
    elif (
        before in ("nel", "nella", "nell'", "nello", "per", "tra", "fra", "nei", "negli", "nelle") and len(between) <= 6
    ):
        graph.anchor(n.person, 0.7 * sign[team.name])
    elif len(between) <= 2 and between and lemmas(between[0]) & {"perdere", "inserire", "cambiare", "schierare"}:
        graph.anchor(n.person, 1.0 * sign[team.name])


def _coach_team(r: Reading, graph: Graph, n: Name, team_at: dict[int, Name], sign: dict[str | None, float]) -> None:
    """ "il Genoa di Maran", "la squadra di Gotti": a side just before "di" + coach."""
    toks = r.toks
    if n.a > 1 and toks[n.a - 1].low in ("di", "del", "d'"):
        team = team_at.get(n.a - 2)
        if team is not None:
            graph.anchor(n.person, 2.5 * sign[team.name])
            return
    for t in toks[max(0, n.a - 3) : n.a]:
        team = team_at.get(t.i)
        if team is not None and t.sent == toks[n.a].sent:
            graph.anchor(n.person, 1.0 * sign[team.name])
    for t in toks[n.b : n.b + 5]:
        team = team_at.get(t.i)
        if team is not None and t.sent == toks[n.a].sent and team.adjective:
            graph.anchor(n.person, 1.0 * sign[team.name])


def officials(r: Reading) -> None:
    """Referee and coaches of the header."""
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


def _called(r: Reading, name: SheetName) -> str:
    for n in r.names:
        if n.person >= 0 and r.toks[n.a].start == name.start:
            return r.people[n.person].name
    return name.text


def _assistant(r: Reading, n: Name) -> bool:
    return any(
        t.low in ("assistenti", "assistente", "guardalinee", "var", "avar", "quarto")
        for t in r.toks[max(0, n.a - 3) : n.a]
    )
