"""Witnesses that stand beside a name and say whose player it is: role and colour, "del Milan", lists of names."""

from __future__ import annotations

from core.graph import Graph
from core.reading import Name, Reading
from core.tokens import Tok
from core.verbs import acts_at, analyses, finite, lemmas
from core.vocabulary import Vocabulary, words

OF = ("di", "del", "dello", "della", "dell'", "dei", "degli", "delle")
OWN = ("suo", "sua", "proprio", "propria")
OF_A_COACH = ("di", "del", "d'")
SINGULAR = ("il", "lo", "la", "l'")
ARTICLES = (*SINGULAR, "i", "gli", "le")
INSIDE = ("nel", "nella", "nell'", "nello", "nei", "negli", "nelle", "per", "tra", "fra")
"""Before a side: what is told next is told of its men ("nel Novara Rossi …")."""
PLAYS_FOR = (("per", "tra", "fra"), ARTICLES)
ROLE_REACH = 3
BEHIND_REACH = 6
CLAUSE_REACH = 12
OPPOSED_REACH = 14


class Beside:
    """The witnesses of one reading, written to its graph."""

    def __init__(self, r: Reading) -> None:
        self.r = r
        self.graph: Graph = r.graph
        self.vocab: Vocabulary = words("names")
        self.weights: dict[str, float] = r.lex.words["weights"]["people"]
        self.team_at = {n.a: n for n in r.names if n.label == "TEAM" and n.name in r.sides}
        self.sign: dict[str | None, float] = {r.match.home: 1.0, r.match.away: -1.0}

    def read(self) -> None:
        """Look round every name of a person."""
        people = [n for n in self.r.names if n.person >= 0]
        for n, following in zip(people, [*people[1:], None], strict=False):
            label = self.r.people[n.person].label
            self._before(n)
            self._behind(n)
            if following is not None:
                self._together(n, following)
            if label in ("PLAYER", "COACH"):
                self._his_own(n, following)
            if label == "PLAYER":
                self._clause(n)
            elif label == "COACH":
                self._coach(n)

    def _vote(self, n: Name, team: Name, witness: str) -> None:
        self.graph.anchor(n.person, self.weights[witness] * self.sign[team.name])

    def _window(self, n: Name, reach: int) -> list[Tok]:
        """Return the words of the sentence before a name."""
        toks = self.r.toks
        return [t for t in toks[max(0, n.a - reach) : n.a] if t.sent == toks[n.a].sent]

    def _before(self, n: Name) -> None:
        """Read "il portiere X", "il nerazzurro X", "il difensore del Milan X"."""
        toks, before = self.r.toks, self._window(n, 5)
        lows = [t.low for t in before]
        if set(lows[-2:]) & self.vocab.goalkeeper:
            self.r.people[n.person].goalkeeper += self.weights["called_goalkeeper"]
        for t in before[-ROLE_REACH:]:
            team = self.team_at.get(t.i)
            if team is None or not all(x.word for x in toks[t.i : n.a]):
                continue
            if lows[-1] in self.vocab.player_roles or team.adjective or t.i == n.a - 1:
                self._vote(n, team, "side_before")

    def _behind(self, n: Name) -> None:
        """Read "X, difensore del Milan", "X del Milan": the first side behind the name."""
        toks = self.r.toks
        for t in toks[n.b : n.b + BEHIND_REACH]:
            if t.sent != toks[n.a].sent or (not t.word and t.text != ","):
                break
            team = self.team_at.get(t.i)
            if team is not None:
                between = [x.low for x in toks[n.b : t.i]]
                if self._belongs(between, team):
                    self._vote(n, team, "belongs")
                elif len(between) == len(PLAYS_FOR) and between[0] in PLAYS_FOR[0] and between[1] in PLAYS_FOR[1]:
                    self._vote(n, team, "side_with")  # "ammonito Rossi per il Milan", "in gol Bianchi tra i sardi"
                break

    def _his_own(self, n: Name, following: Name | None) -> None:
        """Read "X lancia in orbita il suo Ponteverde", "X salva la sua Roma": the side behind "suo" is his."""
        toks = self.r.toks
        for t in toks[n.b : following.a if following is not None else len(toks)]:
            if t.sent != toks[n.a].sent:
                break
            team = self.team_at.get(t.i)
            if team is not None:
                own = toks[t.i - 1].low in OWN and not team.adjective
                if own and (toks[t.i - 2].low not in OF or self.r.people[n.person].label == "COACH"):
                    self._vote(n, team, "own_side")
                break

    def _belongs(self, between: list[str], team: Name) -> bool:
        """Whether the words between a name and a side make it one of its players."""
        if not between:
            return team.adjective
        between, of = between[:-1], between[-1]
        return of in OF and all(w in self.vocab.player_roles or w in (*SINGULAR, ",", "è") for w in between)

    def _together(self, n: Name, m: Name) -> None:
        """Read "X e Y", "X, Y", "X e il portiere Y" in prose: more often team-mates than opponents."""
        toks = self.r.toks
        between = [t.low for t in toks[n.b : m.a]]
        role = len(between) > 1 and between[1] in SINGULAR and set(between[2:]) <= self.vocab.player_roles
        if role and not acts_at(toks, m.b):
            between = between[:1]
        clash = words("contacts").clashes & {t.low for t in self._window(n, 4)}
        if (
            not clash
            and between in (["e"], ["ed"], [","])
            and toks[n.a].sent == toks[m.a].sent
            and toks[n.a].section == "prose"
            and not (between == [","] and not self._list_goes_on(m))
            and not (between != [","] and self._acts_alone(m))
        ):
            self.graph.tie(n.person, m.person, self.weights["listed_together"])

    def _list_goes_on(self, n: Name) -> bool:
        """Whether a list of names goes on or ends behind a name: "Rossi, Bianchi e Neri", not "Rossi, Bianchi tira"."""
        behind = self.r.toks[n.b] if n.b < len(self.r.toks) else None
        return behind is None or not behind.word or behind.low in ("e", "ed")

    def _acts_alone(self, n: Name) -> bool:
        """Whether a verb in the singular stands at once behind a name: "cross di Rossi e Bianchi respinge"."""
        verb = analyses(self.r.toks[n.b].low) if n.b < len(self.r.toks) else ()
        return bool(verb) and all(f.finite and f.number == "s" for f in verb)

    def _clause(self, n: Name) -> None:
        """Read "il Torino … con Belotti", "nella Veloce Panucci": a side before, joined by words of belonging."""
        toks = self.r.toks
        teams = [team for t in self._window(n, CLAUSE_REACH) if (team := self.team_at.get(t.i)) and not team.adjective]
        if not teams:
            return
        team = teams[-1]
        low = toks[n.a - 1].low if n.a else ""
        between = [t.low for t in toks[team.b : n.a]]
        before = toks[team.a - 1].low if team.a else ""
        if before in ARTICLES and team.a > 1:
            before = toks[team.a - 2].low
        thanks = low in ("a", "ad", "di", "da") and "grazie" in between[-2:]
        if low in ("con", "grazie") or thanks:
            self._vote(n, team, "side_with")
        elif before in INSIDE and len(between) <= 6:
            self._vote(n, team, "side_in")
        elif 1 <= len(between) <= 2 and lemmas(between[0]) & self.vocab.fielding_verbs:
            self._vote(n, team, "side_verb")

    def _coach(self, n: Name) -> None:
        """Read "il Genoa di Maran", "il tecnico nerazzurro X": a side just before "di" and the coach, or close by."""
        toks = self.r.toks
        of = n.a - 1
        while of > n.a - 4 and of > 0 and toks[of].low in self.vocab.coach_roles:
            of -= 1  # "i biancoverdi di mister X"
        if of > 0 and toks[of].low in OF_A_COACH:
            team = next((team for at in (of - 1, of - 2) if (team := self.team_at.get(at)) and team.b == of), None)
            if team is not None:
                self._vote(n, team, "coach_of")
                return
            self._against(n, of)
            self._opposed(n, of)
        near = [team for t in self._window(n, 4) if (team := self.team_at.get(t.i)) is not None]
        for team in near:
            self._vote(n, team, "coach_near" if team.adjective else "coach_close")
        behind = [t for t in toks[n.b : n.b + BEHIND_REACH] if t.sent == toks[n.a].sent]
        side = next((team for t in behind if (team := self.team_at.get(t.i)) is not None), None)
        between = toks[n.b : side.a] if side is not None else []
        if side is not None and any(t.low in self.vocab.trains or t.low in self.vocab.coach_roles for t in between):
            self._vote(n, side, "coach_of")  # "Rossi, che allena il Milan", "Rossi, tecnico del Milan"
        for t in toks[n.b : n.b + 5]:
            team = self.team_at.get(t.i)
            if team is not None and t.sent == toks[n.a].sent and team.adjective:
                self._vote(n, team, "coach_near")

    def _opposed(self, n: Name, of: int) -> None:
        """Read "la squadra di Rossi vince contro il Novara", "… batte il Novara": the side behind is not his."""
        toks, match = self.r.toks, words("match")
        if of < 1 or toks[of - 1].low not in self.vocab.coach_links:
            return
        behind = [t for t in toks[n.b : n.b + OPPOSED_REACH] if t.sent == toks[n.a].sent]
        team = next((team for t in behind if (team := self.team_at.get(t.i)) and not team.adjective), None)
        if team is None:
            return
        k = team.a - 1
        while k > n.b and toks[k].low in (*ARTICLES, "un", "una", "un'"):
            k -= 1
        beats = bool(lemmas(toks[k].low) & match.wins_over) and finite(toks[k].low)
        beaten = toks[k].low in words("clauses").by and toks[k - 1].low in match.lost_words
        if toks[k].low == "contro" or beats or beaten:
            self._vote(n, team, "coach_against")

    def _against(self, n: Name, of: int) -> None:
        """Read "i sardi pressano, la squadra di Rossi si difende": another side is named before his."""
        toks = self.r.toks
        if of < 1 or toks[of - 1].low not in self.vocab.coach_links:
            return
        before = [team for t in self._window(n, CLAUSE_REACH) if (team := self.team_at.get(t.i)) and not team.adjective]
        if len({team.name for team in before}) == 1 and any(
            t.text in ",;" or t.low in ("ma", "e", "mentre") for t in toks[before[-1].b : of]
        ):
            self._vote(n, before[-1], "coach_against")
