"""From acts to incidents: an attempt, how it ended, and whether it changed the score."""

from __future__ import annotations

from dataclasses import dataclass, field

from core.acts import Act
from core.reading import Reading


@dataclass(slots=True)
class Goal:
    """A goal told once: a candidate that the ledger may take."""

    who: int = -1
    team: str | None = None
    assist: int = -1
    pos: int = 0
    end: int = 0
    sent: int = 0
    weight: float = 0.0
    penalty: bool = False
    own: bool = False
    score: tuple[int, int] | None = None
    kinds: set[str] = field(default_factory=set)
    time: int = -1
    """Index into the reading's times, -1 for none."""
    telling: str = "body"
    again: bool = False
    keeper: int = -1
    near: int = -1
    state: str = ""
    """What became of the score: level, ahead, more or behind."""
    counted: bool = False
    """``team`` follows from the running score."""
    words: dict[str, tuple[int, int]] = field(default_factory=dict)


@dataclass(slots=True)
class Shot:
    """An attempt that was no goal."""

    who: int = -1
    result: str | None = None
    keeper: int = -1
    pos: int = 0
    end: int = 0
    sent: int = 0
    weight: float = 1.0
    real: bool = True
    noun: bool = False
    bound: bool = False
    passer: int = -1
    clause: int = 0
    time: int = -1


GOAL_WEIGHT = {"goal_verb": 1.0, "goal_ball": 0.6, "goal_noun": 0.55, "state_verb": 0.6, "state_team": 0.6, "state_noun": 0.35, "beat_verb": 0.8,
               "score": 0.75, "own_goal": 0.6}  # fmt: skip


class Fold:
    """Folds the acts of one stretch of text into shots and goals."""

    def __init__(self, r: Reading, time_at: dict[int, int], starts: dict[int, int]) -> None:
        self.r = r
        self.starts = starts
        """Token at which a time expression starts → its index."""
        self.time_at = time_at
        """Token → index of the time expression in force there."""
        self.shots: list[Shot] = []
        self.goals: list[Goal] = []
        self.shot: Shot | None = None
        self.goal: Goal | None = None
        self.chance: Act | None = None
        self.claims: dict[int, int] = {}
        """Person → how many goals "doppietta" or "tripletta" give him."""
        self.mates: list[Shot] = []
        """Attempts made together with the one under way."""
        self.early: tuple[str, int, int, int] | None = None
        """An outcome told before its attempt: (result, keeper, sentence, position)."""

    def run(self, acts: list[Act]) -> None:
        """Read all acts in order."""
        sent = -1
        for act in acts:
            if act.sent != sent:
                if sent >= 0 and act.sent - sent > 1:
                    self.flush()
                elif self.goal is not None and act.sent - self.goal.sent > 1:
                    self.flush_goal()
                sent = act.sent
            if (
                self.goal is not None
                and self._told_at(act) != self.goal.time
                and self._told_at(act) >= 0
                and self.goal.time >= 0
            ):
                self.flush()
            if self.shot is not None and self._time(act.pos) != self.shot.time and self._time(act.pos) >= 0:
                self.flush_shot()
            getattr(self, "on_" + act.kind, self._ignore)(act)
        self.flush()

    def _ignore(self, act: Act) -> None:
        return

    def _time(self, token: int) -> int:
        return self.time_at.get(token, -1)

    def _told_at(self, act: Act) -> int:
        """The time of an act: that which follows its words at once ("il sigillo al 57' di X"), else that in force."""
        return self.starts.get(act.end, self._time(act.pos))

    def _peopled(self, sent: int) -> bool:
        """Whether a sentence names players."""
        return any(
            n.person >= 0 and self.r.toks[n.a].sent == sent and self.r.people[n.person].label == "PLAYER"
            for n in self.r.names
        )

    # attempts ---------------------------------------------------------------------------------------------------------

    def on_attempt(self, act: Act) -> None:
        """A new attempt, or more words for the one under way."""
        noun = act.category == "attempt_noun"
        s = self.shot
        if act.group and s is not None:
            self.mates.append(
                Shot(
                    act.who,
                    None,
                    -1,
                    act.pos,
                    act.end,
                    act.sent,
                    0.9,
                    act.real,
                    noun,
                    True,
                    -1,
                    act.clause,
                    self._time(act.pos),
                )
            )
            return
        if (
            s is not None
            and s.sent >= act.sent - 1
            and s.result is None
            and (act.who in (-1, s.who) or s.who == -1 or (noun and not act.bound))
        ):
            if s.who == -1 or (act.bound and not s.bound):
                s.who, s.bound = act.who, act.bound
            s.end, s.real = act.end, s.real and act.real
            return
        if (
            s is not None
            and s.result is not None
            and s.sent == act.sent
            and s.clause >= act.clause - 1
            and noun
            and not act.bound
            and act.who in (-1, s.who)
        ):
            s.end = act.end
            return
        if (
            s is not None
            and s.result is None
            and s.noun
            and s.who >= 0
            and act.who not in (-1, s.who)
            and s.sent == act.sent
            and act.passer < 0
        ):
            act.passer = s.who  # a free kick that another meets
        self.flush_shot()
        if (
            self.goal is not None
            and self.goal.who >= 0
            and act.bound
            and act.who not in (-1, self.goal.who)
            and self.goal.weight > 0.5
            and "state" not in str(self.goal.kinds)
        ):
            self.flush_goal()
        self.shot = Shot(
            act.who,
            None,
            -1,
            act.pos,
            act.end,
            act.sent,
            1.0,
            act.real,
            noun,
            act.bound,
            act.passer,
            act.clause,
            self._time(act.pos),
        )
        if self.early is not None and self.early[2] == act.sent and act.pos - self.early[3] < 60:
            self.shot.result, self.shot.keeper = self.early[0], self.early[1]
            self.shot.pos = min(self.shot.pos, self.early[3])
        self.early = None

    def on_chance(self, act: Act) -> None:
        """A chance; what follows may make it an attempt."""
        if act.who >= 0 and act.real:
            self.chance = act

    def _from_chance(self, act: Act, keeper: int) -> None:
        """An outcome that no words of an attempt precede: the chance was one."""
        c, s = self.chance, self.shot
        self.chance = None
        if c is None or c.sent != act.sent or c.who in (keeper, act.who if act.kind in ("save", "block") else -2):
            return
        if s is not None and (s.result is None or s.pos > c.pos or s.who == c.who):
            return
        self.flush_shot()
        self.shot = Shot(
            c.who,
            None,
            -1,
            c.pos,
            act.end,
            act.sent,
            0.7,
            act.real,
            False,
            c.bound,
            c.passer,
            act.clause,
            self._time(c.pos),
        )

    def _end(self, act: Act, result: str, keeper: int = -1) -> None:
        if act.strong:
            self._from_chance(act, keeper)
        s = self.shot
        if s is None or s.sent < act.sent - 1:
            self.flush_shot()
            if result in ("saved", "blocked"):
                self.early = (result, keeper, act.sent, act.pos)
            if (
                act.who >= 0
                and act.strong
                and (act.bound or act.low in SURE_MISSES)
                and result in ("off_target", "woodwork")
                and act.kind != "block"
            ):
                self.shot = Shot(
                    act.who,
                    result,
                    keeper,
                    act.pos,
                    act.end,
                    act.sent,
                    0.7,
                    act.real,
                    False,
                    act.bound,
                    act.passer,
                    act.clause,
                    self._time(act.pos),
                )
            return
        if (
            act.bound
            and act.who >= 0
            and s.who not in (-1, act.who)
            and act.kind in ("off", "wood")
            and act.sent > s.sent
        ):
            self.flush_shot()
            if act.strong:
                self.shot = Shot(
                    act.who,
                    result,
                    keeper,
                    act.pos,
                    act.end,
                    act.sent,
                    0.7,
                    act.real,
                    False,
                    True,
                    act.passer,
                    act.clause,
                    self._time(act.pos),
                )
            return
        if s.result is None or (result == "woodwork" and s.result == "off_target"):
            s.result = result
            s.end = max(s.end, act.end)
            s.real = s.real and (act.real or s.result is not None)
        if keeper >= 0 and s.keeper < 0:
            s.keeper = keeper
        for mate in self.mates:
            mate.result = mate.result or result
            mate.keeper = keeper if mate.keeper < 0 else mate.keeper

    def on_off(self, act: Act) -> None:
        """Wide, over, wasted."""
        self._end(act, "off_target")

    def on_wood(self, act: Act) -> None:
        """Post or bar."""
        self._end(act, "woodwork")

    def on_block(self, act: Act) -> None:
        """Blocked by a defender or the wall."""
        self._end(act, "blocked")

    def on_save(self, act: Act) -> None:
        """Saved; an outfield player who stops the ball blocks it."""
        keeper = act.who
        if keeper >= 0 and self.shot is not None and keeper == self.shot.who:
            return
        weak = act.low in WEAK_SAVES
        if keeper >= 0 and self.r.people[keeper].goalkeeper < 0.5:
            if self.shot is not None and self._opposed(keeper, self.shot.who):
                self._end(act, "blocked" if not weak or act.low.startswith("salv") else "blocked")
            return
        stopped = act.whom >= 0 and act.whom != keeper and keeper >= 0
        if stopped and (self.shot is None or (self.shot.who not in (-1, act.whom) and self.shot.result is not None)):
            self.flush_shot()
        if self.shot is None and act.whom >= 0 and act.whom != keeper:
            self.shot = Shot(
                act.whom,
                "saved",
                keeper,
                act.pos,
                act.end,
                act.sent,
                0.9,
                act.real,
                False,
                True,
                -1,
                act.clause,
                self._time(act.pos),
            )
            return
        if weak and keeper < 0:
            return
        if (
            self.shot is None
            and not weak
            and keeper >= 0
            and act.near >= 0
            and self.r.people[act.near].goalkeeper < 1
            and self._opposed(keeper, act.near)
        ):
            self.shot = Shot(
                act.near,
                None,
                -1,
                act.pos,
                act.end,
                act.sent,
                0.7,
                act.real,
                False,
                False,
                -1,
                act.clause,
                self._time(act.pos),
            )
        self._end(act, "saved", keeper)
        if act.whom >= 0 and self.shot is not None and not self.shot.bound:
            self.shot.who = act.whom

    def _opposed(self, a: int, b: int) -> bool:
        if a < 0 or b < 0:
            return True
        x, y = self.r.people[a].team, self.r.people[b].team
        return x is None or y is None or x != y

    def on_test(self, act: Act) -> None:
        """ "X impegna Y": an attempt saved, told from the shooter's side."""
        if act.who < 0:
            if self.shot is not None:
                self._end(act, "saved", act.whom)
            return
        if act.whom >= 0 and self.r.people[act.whom].goalkeeper < 0.5 and not self._opposed(act.who, act.whom):
            return
        s = self.shot
        if s is not None and s.who in (-1, act.who) and s.sent >= act.sent - 1:
            s.who = act.who
            self._end(act, "saved", act.whom)
            return
        self.flush_shot()
        self.shot = Shot(
            act.who,
            "saved",
            act.whom,
            act.pos,
            act.end,
            act.sent,
            0.9,
            act.real,
            False,
            act.bound,
            act.passer,
            act.clause,
            self._time(act.pos),
        )

    def flush_shot(self) -> None:
        """Close the attempt under way."""
        s = self.shot
        self.shot = None
        for one in [*([s] if s is not None else []), *self.mates]:
            if one.who >= 0 and one.real:
                self.shots.append(one)
        self.mates = []

    # goals ------------------------------------------------------------------------------------------------------------

    def _evidence(self, act: Act, kind: str, who: int, weight: float) -> None:
        g = self.goal
        if not act.real:
            weight -= 1.2
        if g is not None and (
            (who >= 0 and g.who >= 0 and who != g.who and act.bound)
            or (g.score is not None and act.score is not None and g.score != act.score)
            or g.sent < act.sent - 1
            or (g.sent < act.sent and g.who >= 0 and self._anew(g, act, kind, who))
            or (g.sent < act.sent and g.who < 0 and act.bound and self._peopled(self.r.toks[g.pos].sent))
        ):
            self.flush_goal()
            g = None
        if g is None:
            g = self.goal = Goal(who, act.team, -1, act.pos, act.end, act.sent, time=self._told_at(act))
        if who >= 0 and g.who < 0:
            g.who = who
        if act.who < 0 and act.near >= 0 and self.r.people[act.near].goalkeeper < 1:
            g.near = act.near
        if act.team is not None and g.team is None:
            g.team = act.team
        if kind not in g.kinds:
            g.weight += weight
        g.kinds.add(kind)
        g.end = max(g.end, act.end)
        if g.time < 0:
            g.time = self._told_at(act)
        if act.score is not None:
            g.score = act.score
        s = self.shot
        reach = act.sent if kind.startswith("state") else act.sent - 1
        if (
            s is not None
            and s.sent >= reach
            and s.result in (None, "woodwork")
            and (s.who in (-1, who) or who < 0 or not act.bound)
        ):
            if g.who < 0 or (not act.bound and s.bound and kind != "goal_verb"):
                g.who = s.who if s.who >= 0 else g.who
            g.pos = min(g.pos, s.pos)
            g.kinds.add("attempt")
            g.weight += 0.2
            if s.passer >= 0 and g.assist < 0 and s.passer != g.who:
                g.assist = s.passer
            self.shot = None
        if act.passer >= 0 and g.assist < 0 and act.passer != g.who:
            g.assist = act.passer

    def _anew(self, g: Goal, act: Act, kind: str, who: int) -> bool:
        """Whether words in the sentence after a goal tell the next goal rather than the same one."""
        if kind in ("goal_ball", "goal_noun", "score", "own_goal") and not (act.bound and who not in (-1, g.who)):
            return (
                self.shot is not None
                and self.shot.who not in (-1, g.who)
                or (act.score is not None and g.score is not None)
            )
        return "goal_verb" in g.kinds or "beat_verb" in g.kinds or "goal_ball" in g.kinds or who not in (-1, g.who)

    def on_goal(self, act: Act) -> None:
        """Words for a goal."""
        kind = act.category
        self._evidence(act, kind, act.who if kind == "goal_verb" or act.bound else -1, GOAL_WEIGHT.get(kind, 0.5))

    def on_ball(self, act: Act) -> None:
        """The ball in the net."""
        s = self.shot
        if self.goal is None and s is None and act.who < 0:
            return
        word = act.low
        weight = GOAL_WEIGHT["goal_ball"]
        self._evidence(act, "goal_ball", act.who if s is None and self.goal is None else -1, weight if word else 0)

    def on_state(self, act: Act) -> None:
        """The score changes."""
        kind = act.category
        self._evidence(act, kind, act.who if act.bound else -1, GOAL_WEIGHT[kind])
        low = act.low
        if self.goal is not None and not self.goal.state:
            self.goal.state = next((s for s, stems in STATES.items() if low.startswith(stems)), "")

    def on_beat(self, act: Act) -> None:
        """The keeper is beaten."""
        if act.whom < 0 or self.r.people[act.whom].goalkeeper < 0.9:
            return
        if act.who >= 0 and not self._opposed(act.who, act.whom):
            return
        self._evidence(act, "beat_verb", act.who, GOAL_WEIGHT["beat_verb"])
        if self.goal is not None:
            self.goal.keeper = act.whom

    def on_score(self, act: Act) -> None:
        """A score written beside what happened."""
        if act.score is None:
            return
        if self.goal is None and self.shot is None and (self._time(act.pos) < 0 or act.who < 0):
            return
        self._evidence(
            act,
            "score",
            act.who if self.goal is None and self.shot is None else -1,
            GOAL_WEIGHT["score"] if sum(act.score) else -2.0,
        )

    def on_brace(self, act: Act) -> None:
        """ "doppietta di X": a count, not a goal of its own."""
        if act.who >= 0 and act.real:
            self.claims[act.who] = max(self.claims.get(act.who, 0), 3 if act.low.endswith("tripletta") else 2)

    def on_own(self, act: Act) -> None:
        """An own goal."""
        self._evidence(act, "own_goal", act.who if act.bound else -1, GOAL_WEIGHT["own_goal"])
        if self.goal is not None:
            self.goal.own = True

    def on_memory(self, act: Act) -> None:
        """Words of another match or of a running total weaken what stands beside them."""
        if self.goal is not None and self.goal.sent == act.sent and act.low.endswith(STRONG_MEMORY):
            self.goal.weight -= 0.7

    def flush_goal(self) -> None:
        """Close the goal under way."""
        g = self.goal
        self.goal = None
        if g is not None and g.who < 0 and g.near >= 0:
            g.who, g.weight = g.near, g.weight - 0.1
        if g is not None and g.weight > 0.2:
            self.goals.append(g)

    def flush(self) -> None:
        """Close everything under way."""
        self.flush_goal()
        self.flush_shot()


STATES = {
    "level": ("paregg", "pari", "riequilibr", "impatt", "agguant", "acciuff", "riacciuff", "ristabil"),
    "behind": ("accorc", "riap", "dimezz", "riduc"),
    "more": ("raddopp", "tris", "poker", "tripl", "chiud", "cal", "arrotond", "allung", "sorpass", "ribalt"),
}
SURE_MISSES = frozenset(["mira", "sprecare", "spreca", "palla", "pallone"])
WEAK_SAVES = frozenset(
    ["anticipa", "controlla", "interviene", "ferma", "raccoglie", "arriva", "risponde", "esce", "uscire", "attento", "fa", "trova", "anticipato", "risposto"]
)
STRONG_MEMORY = ("andata", "scorsa", "scorso", "fa", "scorse", "passata")
