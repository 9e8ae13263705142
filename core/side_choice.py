"""Which two clubs play and which of them at home: the choice among all that the text names or only speaks of."""

from __future__ import annotations

from collections import defaultdict

from core.epithets import echoes, epithet_table
from core.gazetteer import Gazetteer
from core.home import dateline, home_votes, town_of_match
from core.knowledge import fold
from core.outcome import of_another
from core.reading import Name, Reading
from core.scores import find_scores
from core.sides import Candidate, tidy
from core.vocabulary import Vocabulary
from core.winner import UNTOLD, Outcome, winner_of

AROUND = 10
"""So many words on either side of a score may tell that it is of the break or of another match."""
EARLY = 4
"""A score that tells home and away stands in so many sentences at either end."""
LIKELY_CLUB = 0.3
FEW_WITNESSES = 0.7
"""What people and ground must say for a club that only its colours or the people of its town name."""
MANY_WITNESSES = 2.0
"""What people and ground must say for a club that no word of the text names."""


def choose(
    r: Reading, ranked: list[Candidate], known: dict[str, float], gaz: Gazetteer, vocab: Vocabulary
) -> tuple[str | None, str | None]:
    """The two sides as (home, away)."""
    for sheet in r.sheets:
        if sheet.home is not None and sheet.away is not None:
            names = {fold(n.text): n.name for n in r.names if n.label == "TEAM"}
            home, away = (names.get(fold(s.text), tidy(s.text)) for s in (sheet.home, sheet.away))
            if home != away:
                return home, away
    host = _of_dateline(r, ranked, gaz) if len(ranked) < 2 else None
    if host is not None:
        guests = [c.name for c in _unnamed(r, [Candidate(host), *ranked], known, gaz)[1:]]
        return host, (guests[0] if guests else None)
    town = town_of_match(r, vocab) if len(ranked) < 2 else None
    if len(ranked) < 2:
        named, ranked = ranked, _unnamed(r, ranked, known, gaz)
        if town is not None and not any(_of_town(c.name, town, gaz) for c in ranked):
            ranked = named  # who else plays there has no other name than the town's
    if not ranked:
        return (town.name if town is not None else None), None
    everything = [n for n in r.names if n.label == "TEAM" and not n.adjective]
    if len(ranked) == 1:
        name = ranked[0].name
        if town is not None and not _of_town(name, town, gaz):
            return town.name, name  # "il Chisola vince ad Asti"
        return (None, name) if _guest(r, name, everything, gaz, vocab) else (name, None)
    one, two = ranked[0], ranked[1]
    if two.first < one.first:
        one, two = two, one
    votes = home_votes(r, one.name, two.name, everything, gaz, vocab)
    votes += _by_low_score(r, one.name, two.name, everything, vocab)
    winner = _outcome(r, everything, vocab)[0] or _of_first_goal(r, one.name, two.name, gaz, vocab)
    if not votes and winner == two.name:
        votes = -1.0  # where nothing else speaks: hosts win more often than guests
    return (one.name, two.name) if votes >= 0 else (two.name, one.name)


def _of_dateline(r: Reading, ranked: list[Candidate], gaz: Gazetteer) -> str | None:
    """Return the listed club whose town opens the report ("PISA - "), where the other side is of another town."""
    others = {c.name for c in ranked}
    if not r.toks or not r.toks[0].upper or not others <= gaz.clubs.keys():
        return None
    forms = [e for end, e in gaz.at(r.toks, 0) if e.kind == "club" and dateline(r.toks, " ".join(e.words))]
    clubs = {e.name for e in forms if gaz.clubs[e.name].kind == "club"}
    towns = {gaz.clubs[name].city for name in others}
    return next((c for c in sorted(clubs) if len(clubs) == 1 and gaz.clubs[c].city not in towns), None)


def _guest(r: Reading, name: str, teams: list[Name], gaz: Gazetteer, vocab: Vocabulary) -> bool:
    """Whether the only side that is named plays away; one that lost, or that "i nostri" met, does so more often."""
    votes = home_votes(r, name, "", teams, gaz, vocab) + _by_low_score(r, name, "", teams, vocab)
    if votes:
        return votes < 0
    if _outcome(r, teams, vocab)[1] == name:
        return True
    ours = {
        t.i for t in r.toks if t.low in vocab.our_own and r.toks[min(t.i + 1, len(r.toks) - 1)].low not in vocab.envoys
    }
    own = any(n.name == name and {n.a - 1, n.a - 2} & ours for n in teams)
    journey = any(t.low in vocab.our_journeys for t in r.toks if t.sent <= EARLY)
    return bool(ours) and not own and not journey


def _by_low_score(r: Reading, one: str, two: str, teams: list[Name], vocab: Vocabulary) -> float:
    """What "0-2" says where it is told who won: a score with the lower figure first is written home first."""
    last = r.toks[-1].sent if r.toks else 0
    for w in find_scores(r.toks, vocab.numbers):
        sent = r.toks[w.a].sent
        if w.first >= w.second or EARLY < sent <= last - EARLY:
            continue
        near = [t for t in r.toks[max(0, w.a - AROUND) : w.b + AROUND] if t.sent == sent]
        if any(t.low in vocab.at_half_time or of_another(r.toks, t.i, vocab) for t in near):
            continue
        winner, loser = winner_of(r.toks, w, teams, vocab)
        if winner in (one, two) or loser in (one, two):
            away = winner if winner in (one, two) else two if loser == one else one
            return r.lex.words["weights"]["home"]["low_score"] * (1.0 if away == two else -1.0)
    return 0.0


def _of_first_goal(r: Reading, one: str, two: str, gaz: Gazetteer, vocab: Vocabulary) -> str | None:
    """The side of the man named last before "1-0", in its sentence or the one before: "Rossi insacca. Uno a zero"."""
    score = next((w for w in find_scores(r.toks, vocab.numbers) if (w.first, w.second) == (1, 0)), None)
    if score is None or not r.squads:
        return None
    sent = r.toks[score.a].sent
    men = [n for n in r.names if n.label == "PLAYER" and n.b <= score.a and r.toks[n.a].sent >= sent - 1]
    clubs = {row[1] for row in gaz.surnames.get(men[-1].key, ())} & {one, two} if men else set()
    return clubs.pop() if len(clubs) == 1 else None


def _of_town(club: str, town: Name, gaz: Gazetteer) -> bool:
    """Whether a club plays in a town, or is called as it is: "Asti", "Asti Sport", "l'Astigiana"."""
    if club in gaz.clubs and fold(gaz.clubs[club].city) == town.key:
        return True
    return fold(club) == fold(town.name) or echoes(fold(club), town.name, gaz) or echoes(town.key, club, gaz)


def _outcome(r: Reading, teams: list[Name], vocab: Vocabulary) -> Outcome:
    """Who won and who lost, as the first score that tells one of them tells."""
    found = (winner_of(r.toks, w, teams, vocab) for w in find_scores(r.toks, vocab.numbers) if not w.draw)
    return next((told for told in found if told != UNTOLD), UNTOLD)


def _unnamed(r: Reading, ranked: list[Candidate], known: dict[str, float], gaz: Gazetteer) -> list[Candidate]:
    """Sides that no word names: the club that most colours, people of the town, men and grounds of the text fit.

    "i granata" may be anybody, and is the Torino where men or ground speak for it; "gli eugubini" are the Gubbio where
    the other side is a listed club as well, "i bellunesi" beside an unlisted one are anybody of that town.
    """
    table = epithet_table(gaz)
    have = {c.name for c in ranked}
    listed = any(name in gaz.clubs for name in have)
    weight: dict[str, float] = defaultdict(float)
    first: dict[str, int] = {}
    for n in r.names:
        if n.rule == "epithet" and not n.adjective:
            clubs = [c for c in table.get(n.key, ()) if gaz.clubs[c].kind == "club"]
            if not set(clubs) & have:
                for c in clubs:
                    if known.get(c, 0.0) >= FEW_WITNESSES or (listed and len(clubs) == 1):
                        weight[c] += 1.0 / len(clubs)
                    first.setdefault(c, n.a)
    for c, speaks in known.items():
        if c not in have and gaz.clubs[c].kind == "club" and (c in weight or speaks >= MANY_WITNESSES):
            weight[c] += speaks
    best = sorted(weight, key=lambda c: (-weight[c], c))[: 2 - len(ranked)]
    return ranked + [Candidate(c, weight[c], first.get(c, 1 << 30)) for c in best if weight[c] > LIKELY_CLUB]
