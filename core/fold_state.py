"""The fold of acts into incidents: the attempt and the goal under way, and what is closed already."""

from __future__ import annotations

from typing import NamedTuple

from core.acts import Act
from core.incidents import Goal, Shot
from core.reading import Reading
from core.shot_times import ShotTimes
from core.verbs import lemmas
from core.vocabulary import Vocabulary, words

OUTFIELD = 0.5
"""Below this belief that he keeps goal, who stops the ball is a defender."""


class Early(NamedTuple):
    """An outcome told before its attempt."""

    result: str
    keeper: int
    sent: int
    pos: int
    by: int = -1
    """Who stopped it, goalkeeper or not."""


OWNER = 3
"""Tokens from a noun to the name of whose goal it tells: "il pari immediato di X"."""
ASIDE = 16
"""Tokens behind a noun within which brackets tell its time: "il pari dei locali con X (12')"."""
AT_A_TIME = ("al", "all'", "all", "'", "nel", "alla")
"""What stands between words and the time that dates them: "il sigillo al 57'"."""


class Fold:
    """What is under way while the acts of a text are read, and the shots and goals found."""

    def __init__(self, r: Reading, acts: list[Act], time_at: dict[int, int], starts: dict[int, int]) -> None:
        self.r = r
        self.times = ShotTimes(r, acts, starts)
        self.v: Vocabulary = words("frames")
        self.weights: dict[str, float] = words("weights").goal
        self.time_at = time_at
        """Token → index of the time expression in force there."""
        self.starts = starts
        """Token at which a time expression starts → its index."""
        self.shots: list[Shot] = []
        self.goals: list[Goal] = []
        self.shot: Shot | None = None
        self.goal: Goal | None = None
        self.chance: Act | None = None
        self.claims: dict[int, int] = {}
        """Person → how many goals "doppietta" or "tripletta" give him."""
        self.mates: list[Shot] = []
        """Attempts made together with the one under way."""
        self.early: Early | None = None
        self.ball: Act | None = None
        """The ball in the net, told before the attempt: "nulla può Neri sul tiro di Rossi"."""
        self.passed: Act | None = None
        """The last pass."""
        self.ago = -1, -1
        """Sentence and clause that tell of another match."""
        self.agos = {(a.sent, a.clause) for a in acts if a.kind == "ago"}
        """The sentences and clauses that do."""

    def time(self, token: int) -> int:
        """The index of the time in force at a token, -1 for none."""
        return self.time_at.get(token, -1)

    def told_at(self, act: Act) -> int:
        """The time of an act: that beside its author in brackets, that which follows its words, else that in force."""
        if (inside := self._in_brackets(act)) >= 0:
            return inside
        after = self._behind_owner(act)
        while after < len(self.r.toks) and self.r.toks[after].low in AT_A_TIME:
            after += 1
        if after < len(self.r.toks) and self.r.toks[after].sent != act.sent:
            return self.time(act.pos)
        return self.starts.get(after, self.time(act.pos))

    def _in_brackets(self, act: Act) -> int:
        """The time in brackets behind the words of an act: "pari (X al 12')", "pari con X (12')"; -1 for none."""
        if act.who < 0 or not act.bound or not act.category.endswith(("_noun", "_team")):
            return -1
        toks = self.r.toks[act.end : act.end + ASIDE]
        opening = next((t.i for t in toks if t.text == "(" and t.sent == act.sent), -1)
        closing = next((t.i for t in toks if t.text == ")" and t.sent == act.sent), -1)
        named = [n for n in self.r.names if n.person >= 0 and act.end <= n.a < closing]
        if not 0 <= opening < closing or len(named) != 1 or named[0].person != act.who:
            return -1
        if named[0].a < opening and named[0].b != opening:
            return -1
        places = (*range(opening, closing), *range(act.end, opening))
        return next((self.starts[i] for i in places if i in self.starts), -1)

    def _behind_owner(self, act: Act) -> int:
        """The token behind a noun's words, and behind its owner's name: "il pareggio immediato di X al 6'"."""
        if not act.category.endswith("_noun") or not act.bound:
            return act.end
        names = (n for n in self.r.names if n.person == act.who and act.end < n.a <= act.end + OWNER)
        name = next(names, None)
        if name is None or not all(t.word for t in self.r.toks[act.end : name.a]):
            return act.end
        return name.b if self.r.toks[name.a - 1].low in words("clauses").of else act.end

    def peopled(self, sent: int) -> bool:
        """Whether a sentence names players."""
        return any(
            n.person >= 0 and self.r.toks[n.a].sent == sent and self.r.people[n.person].label == "PLAYER"
            for n in self.r.names
        )

    def keeper(self, person: int) -> bool:
        """Whether a person keeps goal."""
        return person >= 0 and self.r.people[person].goalkeeper >= 1

    def outfield(self, person: int) -> bool:
        """Whether nothing says that a person keeps goal."""
        return person >= 0 and self.r.people[person].goalkeeper < OUTFIELD

    def known_outfield(self, person: int) -> bool:
        """Whether something says that a person does not keep goal."""
        return person >= 0 and self.r.people[person].goalkeeper < 0

    def opposed(self, a: int, b: int) -> bool:
        """Whether two people can be opponents."""
        if a < 0 or b < 0:
            return True
        x, y = self.r.people[a].team, self.r.people[b].team
        return x is None or y is None or x != y

    def begin_shot(self, act: Act, who: int, weight: float) -> Shot:
        """Close the attempt under way and begin one with the words of ``act``."""
        self.flush_shot()
        self.shot = self.shot_of(act, who, weight)
        return self.shot

    def shot_of(self, act: Act, who: int, weight: float) -> Shot:
        """An attempt with the words of ``act``."""
        time = self.time(act.pos)
        return Shot(
            who, None, -1, act.pos, act.end, act.sent, weight, act.real and not self.long_ago(act),
            bound=act.bound, passer=act.passer, clause=act.clause, time=time,
            undated=self.times.elsewhere(act, time), tried=self.tried(act),
        )  # fmt: skip

    def tried(self, act: Act) -> bool:
        """Whether the words of an act tell an attempt by themselves: "ci prova", "calcia"."""
        return any(lemmas(t.low) & self.v.surely_tried for t in self.r.toks[act.pos : act.end])

    def long_ago(self, act: Act) -> bool:
        """Whether the clause of an act, or the one before it, tells of another match."""
        return self.ago in ((act.sent, act.clause), (act.sent, act.clause - 1))

    def flush_shot(self) -> None:
        """Close the attempt under way."""
        closed = [*([self.shot] if self.shot is not None else []), *self.mates]
        self.shots += [s for s in closed if s.who >= 0 and s.real]
        self.shot, self.mates = None, []

    def flush_goal(self) -> None:
        """Close the goal under way."""
        g, self.goal = self.goal, None
        if g is None:
            return
        if g.who < 0 and g.near >= 0:
            g.who, g.weight = g.near, g.weight - self.weights["near"]
        if g.weight > self.weights["least"]:
            self.goals.append(g)

    def flush(self) -> None:
        """Close everything under way."""
        self.flush_goal()
        self.flush_shot()
