"""From items to acts: who does what in each clause, with the ball carrier kept in mind."""

from __future__ import annotations

from dataclasses import dataclass

from core.items import Item
from core.reading import Reading
from core.vocabulary import Vocabulary, words

ATTEMPTS = ("attempt_verb", "attempt_noun")
ENDS = ("goal_verb", "goal_ball", "goal_noun", "state_verb", "state_noun", "beat_verb", "save_verb", "save_noun",
        "test_verb", "off_words", "wood_words", "block_words", "own_goal", "disallowed")  # fmt: skip


@dataclass(slots=True)
class Act:
    """One thing done or told in a clause, at tokens ``[pos, end)`` of sentence ``sent``."""

    kind: str
    pos: int
    end: int
    sent: int
    who: int = -1
    whom: int = -1
    passer: int = -1
    team: str | None = None
    score: tuple[int, int] | None = None
    word: str = ""
    real: bool = True
    bound: bool = False
    """Whether ``who`` stands beside the words rather than being carried over."""
    clause: int = 0
    near: int = -1
    """Who has the ball when the words name nobody."""
    strong: bool = True
    group: bool = False
    """Done together with the act before: what comes of it comes of both."""


class Walk:
    """Walks over the items of a section; ``carrier`` has the ball, ``passer`` gave it."""

    def __init__(self, r: Reading) -> None:
        self.r = r
        self.g = words("clauses")
        self.v: Vocabulary = words("frames")
        self.acts: list[Act] = []
        self._carrier = -1
        self.carrier_sent = -1
        self.passer = -1
        self.clause = 0
        self.sent = -1

    @property
    def carrier(self) -> int:
        """Who has the ball."""
        return self._carrier

    @carrier.setter
    def carrier(self, person: int) -> None:
        self._carrier, self.carrier_sent = person, self.sent

    def sentence(self, items: list[Item], sent: int, fresh: bool) -> None:
        """Add the acts of one sentence; ``fresh`` forgets the carrier (a new paragraph or minute)."""
        self.items, self.sent = items, sent
        self.passer = -1
        if fresh:
            self.carrier = -1
        self.subject, self.subject_team = -1, None
        self.fresh_subject = False
        self.verb_at = -1
        self.verb_acts: list[Act] = []
        self.noun: Act | None = None
        self.noun_at = -9
        self.phrase_end = -1
        self.noun_until = -1
        self.unreal = _unreal_from(items, self.v)
        self.unreal_until = -1
        self.relative = -9
        self.clause += 1
        last_person = -1
        for k, item in enumerate(items):
            if item.kind == "x":
                if item.low in ";.!?":
                    self.subject_team = None
                if item.low in ";:.!?" or (item.low == "," and _verb_soon(items, k, self.g)):
                    self._close_clause(item.low in ";:.!?")
                continue
            if item.kind == "s" and item.score is not None:
                if any(it.low in self.v.not_a_goal for it in items[max(0, k - 7) : k]):
                    continue
                made = any(it.lemmas & self.v.score_verbs for it in items[max(0, k - 3) : k])
                if made and self._author() >= 0 and item.score.first + item.score.second:
                    act = Act(
                        "goal",
                        item.a,
                        item.b,
                        sent,
                        self._author(),
                        word="goal_verb:fa",
                        bound=True,
                        score=(item.score.first, item.score.second),
                    )
                    self._act(act, k)
                self._act(
                    Act("score", item.a, item.b, sent, self._author(), score=(item.score.first, item.score.second)), k
                )
                continue
            if item.kind == "p":
                self._person(k, item)
                last_person = item.person
                continue
            if item.kind == "t":
                self._team(k, item)
                continue
            if item.low in self.g.conjunctions and _verb_soon(items, k, self.g):
                self._close_clause(False)
            if item.low == "che" or item.low in ("cui", "quale"):
                self._relative(k, last_person)
            self._word(k, item)

    def _close_clause(self, hard: bool) -> None:
        self.clause += 1
        self.fresh_subject = False
        self.verb_at, self.verb_acts = -1, []
        if hard:
            self.unreal_until = -1

    def _author(self) -> int:
        return self.subject if self.fresh_subject and self.subject >= 0 else self.carrier

    def _relative(self, k: int, last_person: int) -> None:
        """ "X, che …": the nearest name goes on; "un tiro che …": the ball does."""
        self.relative = k
        near = next((j for j in range(k - 1, max(-1, k - 7), -1) if self.items[j].kind == "p"), None)
        if near is not None and self.r.people[self.items[near].person].label != "PLAYER":
            near = None
        ball = self.noun is not None and k - self.noun_at <= 7 and self.noun.kind in ("attempt", "pass")
        between = [it.low for it in self.items[near + 1 : k]] if near is not None else []
        if (
            near is not None
            and all(w in (",", '"', ")") or w in self.g.adverbs for w in between)
            and not (
                ball
                and self.items[near].governed in self.g.of
                and self.items[near].person == (self.noun.who if self.noun else -2)
                and k > 0
                and self.items[k - 1].kind == "p"
                and self.noun is not None
                and self.noun.kind == "attempt"
            )
        ):
            self.subject, self.fresh_subject = last_person, True
            self.carrier = last_person if not self._keeper(last_person) else self.carrier
            self.clause += 1
            self.verb_at, self.verb_acts = -1, []

    def _keeper(self, person: int) -> bool:
        return person >= 0 and self.r.people[person].goalkeeper >= 1.0

    def _act(self, act: Act, k: int) -> None:
        act.clause = self.clause
        act.real = act.real and not (self.unreal.get(k, False))
        if act.passer < 0:
            act.passer = self.passer
        if act.team is None:
            act.team = self.subject_team
        if self.carrier >= 0 and self.carrier_sent == self.sent:
            act.near = self.carrier
        self.acts.append(act)

    def _person(self, k: int, item: Item) -> None:
        g, person = item.governed, item.person
        if self.r.people[person].label != "PLAYER":
            return  # coaches and referees do not play the ball
        gap = k - self.noun_at
        second = k > 1 and self.items[k - 1].low in ("e", "ed") and self.items[k - 2].kind == "p"
        if self.noun is not None and self.noun.kind == "pass" and second and g in self.g.of:
            self._nominative(k, person, item)  # "cross di Morata e McKennie di testa"
            return
        if self.noun is not None and g in self.g.of and gap <= 6:
            self._bind_noun(person, item)
            return
        if g in self.g.by:
            self._agent(k, person)
            return
        if g in self.g.for_:
            giver = (
                self._author() if self.noun is None or self.noun.kind != "pass" or self.noun.who < 0 else self.noun.who
            )
            if giver >= 0 and giver != person and not self._keeper(person):
                self._receive(giver, person, item)
            elif self.carrier < 0:
                self.carrier = person
            return
        if g in self.g.to:
            self._dative(k, person, item)
            return
        if g in self.g.with_:
            self._with(k, person)
            return
        if g in self.g.on:
            recent = self.acts[-1] if self.acts else None
            if recent is not None and recent.sent == self.sent and recent.kind == "save" and not self._keeper(person):
                self._stopped(recent, person, item)
            return
        if g and g not in self.g.of:
            if self.carrier < 0:
                self.carrier = person
            return
        if g in self.g.of:
            if k > 1 and self.items[k - 2].low in self.v.turn:
                self._take(person)
            return
        self._nominative(k, person, item)

    def _stopped(self, save: Act, person: int, item: Item) -> None:
        """ "miracolo di X su Y e su Z", "X ferma Y": whose attempts a keeper stopped."""
        if save.whom < 0:
            save.whom = person
        elif save.whom != person:
            self._act(Act("save", item.a, item.b, self.sent, save.who, person, word=save.word, bound=True), 0)
        self.carrier = person

    def _bind_noun(self, person: int, item: Item) -> None:
        noun = self.noun
        assert noun is not None
        if noun.kind == "pass":
            noun.who = person
            self.passer, self.carrier = person, -1
        elif noun.kind in ("save", "keeper"):
            noun.who, noun.bound = person, True
        else:
            if not (noun.bound and noun.who >= 0):
                noun.who, noun.bound = person, True
            elif noun.kind in ("goal", "state"):
                self._act(Act(noun.kind, item.a, item.b, self.sent, person, word=noun.word, bound=True), 0)
            if not self._keeper(person):
                self.carrier = person

    def _receive(self, giver: int, person: int, item: Item) -> None:
        if self._keeper(person) and not self._keeper(giver):
            self._act(Act("test", item.a, item.b, self.sent, giver, person, word="test_verb:trova"), 0)
            return
        self.passer, self.carrier = giver, person
        self.subject, self.fresh_subject = person, True
        self._act(Act("pass", item.a, item.b, self.sent, giver, person, bound=True), 0)
        self.noun = None

    def _agent(self, k: int, person: int) -> None:
        """ "parato da X", "servito da X", "calciato da X"."""
        for act in reversed(self.acts[-4:]):
            if act.sent != self.sent or self.items_between(act.end, k) > 6:
                break
            if act.kind in ("attempt", "goal") and not act.bound and act.word.startswith("attempt_verb"):
                act.who, act.bound = person, True
                self.carrier = person
                return
            if act.kind in ("save", "block", "keeper"):
                act.who, act.bound = person, True
                return
            if act.kind == "pass":
                if act.whom < 0 and act.who >= 0 and act.who != person:
                    act.whom = act.who
                act.who = person
                if act.whom >= 0:
                    self.carrier = act.whom
                self.passer = person
                return

    def items_between(self, token: int, k: int) -> int:
        """How many items lie between a token and item ``k``."""
        return sum(1 for it in self.items[:k] if it.a >= token)

    def _dative(self, k: int, person: int, item: Item) -> None:
        recent = [a for a in self.acts[-3:] if a.sent == self.sent and a.clause == self.clause]
        for act in reversed(recent):
            if act.kind in ("save", "keeper") and act.whom < 0:
                act.whom = person
                self.carrier = person if not self._keeper(person) else self.carrier
                return
            if act.kind == "pass":
                self._receive(act.who if act.who >= 0 else self._author(), person, item)
                return
            if act.kind == "beat" and act.whom < 0:
                act.whom = person
                return
        if self.carrier < 0 and not self._keeper(person):
            self.carrier = person
        if self.noun is not None and self.noun.kind == "pass" and k - self.noun_at <= 4:
            giver = self.noun.who if self.noun.who >= 0 else self._author()
            self._receive(giver, person, item)

    def _with(self, k: int, person: int) -> None:
        """ "pareggia con X", "pericolosa con X": the author of what the side does; "un'azione con X" has him as partner."""
        if any(it.low in self.v.partner_nouns for it in self.items[max(0, k - 4) : k]):
            self.passer = person
            return
        listed = k > 1 and self.items[k - 1].low in ("e", "ed", ",") and self.items[k - 2].kind == "p"
        for act in reversed(self.acts[-4:]):
            if act.sent != self.sent or self.items_between(act.end, k) > 9:
                break
            if (
                listed
                and act.bound
                and act.who == self.items[k - 2].person
                and act.kind in ("state", "goal", "attempt")
            ):
                self._act(
                    Act(
                        act.kind,
                        self.items[k].a,
                        self.items[k].b,
                        self.sent,
                        person,
                        word=act.word,
                        bound=True,
                        group=act.kind == "attempt",
                    ),
                    k,
                )
                break
            if act.kind in ("state", "goal", "attempt", "off", "wood", "test", "ball") and not act.bound:
                act.who, act.bound = person, True
                break
        if not self._keeper(person):
            self.carrier = person
            self.subject, self.fresh_subject = person, True

    def _also(self, k: int, person: int) -> bool:
        """ "ci provano Varriale e Improta": what the one did the other did too."""
        items = self.items
        if k < 2 or items[k - 1].low not in ("e", "ed", ",") or items[k - 2].kind != "p":
            return False
        first = items[k - 2].person
        shared = [
            a
            for a in self.acts
            if a.sent == self.sent and a.clause == self.clause and a.who == first and a.bound and a.kind == "attempt"
        ]
        if not shared or self.verb_at < 0 or not any(f.number == "p" for f in items[self.verb_at].verb):
            return False
        last = shared[-1]
        self._act(Act(last.kind, last.pos, last.end, self.sent, person, word=last.word, bound=True, group=True), k)
        return True

    def _nominative(self, k: int, person: int, item: Item) -> None:
        if self._also(k, person):
            return
        verb_near = (
            self.verb_at >= 0
            and k - self.verb_at <= 5
            and not any(it.low == "," for it in self.items[self.verb_at : k])
        )
        stops = [a for a in self.verb_acts if a.kind == "save" and self._keeper(a.who)] if verb_near else []
        last = self.acts[-1] if self.acts else None
        if not self._keeper(person) and (stops or (k > 1 and self.items[k - 1].low in ("e", "ed") and last is not None and last.kind == "save"
                and last.sent == self.sent and last.whom >= 0 and self.items[k - 2].person == last.whom)):  # fmt: skip
            self._stopped(stops[-1] if stops and stops[-1].whom < 0 else last or stops[-1], person, item)
            return
        if verb_near and self.verb_acts:
            kinds = {a.kind for a in self.verb_acts}
            if "pass" in kinds and self._verb_subject() not in (-1, person):
                self._receive(self._verb_subject(), person, item)
                return
            objects = [a for a in self.verb_acts if a.kind in ("beat", "test")]
            if objects:
                for act in objects:
                    act.whom = person
                if all(a.kind in ("beat", "test", "save", "attempt", "goal") for a in self.verb_acts):
                    return
            if not any(a.bound for a in self.verb_acts):
                for act in self.verb_acts:
                    act.who, act.bound = person, True
                self._take(person)
                return
        elif verb_near and not self.fresh_subject:
            self._take(person)
            return
        elif verb_near and self.items[self.verb_at].lemmas & self.v.object_verbs:
            return
        self._take(person)
        self.clause_subject_new = True

    def _take(self, person: int) -> None:
        self.subject, self.fresh_subject = person, True
        if not self._keeper(person):
            if self.carrier != person:
                self.passer = -1 if self.noun is None or self.noun.kind != "pass" else self.passer
            self.carrier = person

    def _verb_subject(self) -> int:
        return self.verb_acts[0].who if self.verb_acts else -1

    def _team(self, k: int, item: Item) -> None:
        if not item.governed:
            self.subject_team = item.team
            self.subject, self.fresh_subject = -1, False
            if not any(a.sent == self.sent for a in self.acts):
                self.carrier = -1
            return
        if self.noun is not None and item.governed in self.g.of and k - self.noun_at <= 4 or item.governed in self.g.for_ and self.noun is not None and k - self.noun_at <= 4:
            self.noun.team = item.team

    def _denied(self, k: int) -> bool:
        """ "sfiora il gol", "alla ricerca del pareggio", "palla gol": no goal."""
        near = self.items[max(0, k - 5) : k]
        return any(it.low in self.v.no_goal_before or it.lemmas & self.v.no_goal_verbs for it in near)

    def _near_miss(self, k: int) -> bool:
        return any(it.lemmas & self.v.near_miss for it in self.items[max(0, k - 5) : k])

    def _side_near(self, k: int) -> bool:
        """ "passa la Sampdoria", "il Crotone passa": a side is the subject."""
        near = self.items[max(0, k - 3) : k + 4]
        return any(it.kind == "t" and not it.governed for it in near)

    def _word(self, k: int, item: Item) -> None:
        tags = item.tags if k >= max(self.noun_until, self.phrase_end) else {}
        if item.finite and item.low not in self.g.clitics and k >= self.phrase_end:
            if not (
                self.verb_at >= 0
                and item.a - self.items[self.verb_at].a <= 2
                and self.items[self.verb_at].lemmas & self.v.auxiliaries
            ):
                self.verb_acts = []
            self.verb_at = k
        if not tags:
            return
        for category, reach in tags.items():
            if reach > k + 1 and not category.endswith("_verb"):
                self.noun_until = max(self.noun_until, reach)
        who = self._author()
        bound = self.fresh_subject and self.subject >= 0
        shooter = who if not self._keeper(who) else self.carrier if not self._keeper(self.carrier) else -1
        end = max(tags.values())
        stop = self.items[end - 1].b if end <= len(self.items) else item.b
        made: list[Act] = []
        for kind, act_kind in _KINDS:
            if kind not in tags:
                continue
            if kind == "state_verb" and tags.get("goal_verb", 0) >= tags[kind]:
                continue
            if kind == "state_team" and not self._side_near(k):
                continue
            if kind in ("goal_noun", "state_noun") and self._denied(k):
                if bound and kind == "goal_noun" and self._near_miss(k):
                    made.append(Act("off", item.a, stop, self.sent, shooter, word="off_words:sfiora", bound=bound))
                continue
            if (
                kind == "off_words"
                and item.low in ("alto", "alta", "alti")
                and k
                and self.items[k - 1].low in self.v.not_off_before
            ):
                continue
            if (
                kind == "attempt_verb"
                and item.verb
                and all(f.mood == "inf" for f in item.verb)
                and not (k > 1 and self.items[k - 1].low == "a" and self.items[k - 2].kind == "p")
                and not any(it.lemmas & self.v.done_infinitive for it in self.items[max(0, k - 5) : k])
            ):
                continue
            if any(tags[o] > tags[kind] for o in tags if o != kind and o in _STRONGER.get(kind, ())):
                continue
            if kind == "pass_verb" and item.verb and all(f.mood == "inf" for f in item.verb):
                continue
            author = who if bound else -1
            if act_kind in ("save", "block") and not bound and self._keeper(self.subject):
                author = self.subject
            if act_kind not in ("save", "block"):
                author = (
                    shooter if act_kind in ("attempt", "off", "wood", "goal", "state", "ball", "beat", "test") else who
                )
            if kind == "off_words" and item.low in self.v.plain_off:
                strong = any(it.has("drive_verb") for it in self.items[max(0, k - 5) : k])
            else:
                strong = True
            side = self.subject_team
            if kind in ("goal_noun", "state_noun") and any(
                it.lemmas & self.v.conceding for it in self.items[max(0, k - 4) : k]
            ):
                side = self.r.other(side)
            if kind in ("goal_noun", "brace_noun") and any(
                it.low in ("autore", "autrice") for it in self.items[max(0, k - 4) : k]
            ):
                bound, author = self.subject >= 0, self.subject
            act = Act(
                act_kind,
                item.a,
                stop,
                self.sent,
                author,
                team=side,
                strong=strong,
                word=kind + ":" + item.low,
                bound=bound and author == who,
            )
            if kind.endswith("_noun") and not (
                kind in ("goal_noun", "brace_noun") and bound and author == self.subject and author != who
            ):
                act.bound = False
                if act_kind in ("goal", "state", "save", "pass", "brace"):
                    act.who = who if act_kind == "pass" and bound else -1
            made.append(act)
        if any(a.word.split(":")[0].endswith("_verb") for a in made):
            if k >= self.phrase_end and not item.finite:
                self.verb_at, self.verb_acts = k, []
            self.phrase_end = max(self.phrase_end, end)
        for act in made:
            self._act(act, k)
            if act.word.split(":")[0].endswith("_verb"):
                self.verb_acts.append(act)
                if self.verb_at != k and any(f.mood in ("inf", "ger", "part") for f in item.verb):
                    self.verb_at = k
            elif act.word.split(":")[0].endswith("_noun") or act.word.startswith("own_goal:auto"):
                self.noun, self.noun_at = act, tags[act.word.split(":")[0]] - 1
                self.noun_until = max(self.noun_until, tags[act.word.split(":")[0]])


_KINDS = (
    ("attempt_verb", "attempt"), ("attempt_noun", "attempt"), ("goal_verb", "goal"), ("goal_ball", "ball"), ("goal_noun", "goal"),
    ("state_verb", "state"), ("state_team", "state"), ("state_noun", "state"), ("beat_verb", "beat"), ("test_verb", "test"), ("save_verb", "save"),
    ("save_noun", "save"), ("off_words", "off"), ("wood_words", "wood"), ("block_words", "block"), ("pass_verb", "pass"),
    ("pass_noun", "pass"), ("own_goal", "own"), ("disallowed", "disallowed"), ("memory", "memory"), ("rebound", "rebound"),
    ("brace_noun", "brace"), ("free_kick", "free_kick"), ("chance_verb", "chance"),
)  # fmt: skip
_STRONGER = {
    "attempt_verb": ("goal_verb", "off_words", "goal_ball"),
    "save_verb": ("goal_verb", "block_words", "test_verb", "goal_ball"),
    "pass_verb": ("goal_verb", "attempt_verb", "state_verb", "save_verb", "off_words"),
    "pass_noun": ("goal_ball",),
    "beat_verb": ("goal_verb", "test_verb"),
    "off_words": ("goal_verb", "pass_verb"),
    "goal_verb": ("off_words", "attempt_noun"),
    "wood_words": ("goal_ball", "goal_verb", "off_words"),
    "goal_noun": ("own_goal", "disallowed"),
    "disallowed": ("state_verb",),
}


def _verb_soon(items: list[Item], k: int, g: Vocabulary) -> bool:
    """Whether a finite verb follows before the next comma: the mark or conjunction at ``k`` opens a clause."""
    for it in items[k + 1 : k + 12]:
        if it.kind == "x" and it.low in ",;:.":
            return False
        if it.finite and it.low not in g.clitics:
            return True
    return False


def _unreal_from(items: list[Item], v: Vocabulary) -> dict[int, bool]:
    """Items that stand under a conditional, a wish, a protest or "per poco": they did not happen."""
    out: dict[int, bool] = {}
    until = -1
    for k, item in enumerate(items):
        if item.kind == "x" and item.low in ";:.!?":
            until = -1
        if item.kind == "w":
            if any(f.mood == "cond" for f in item.verb) and not any(f.mood == "ind" for f in item.verb):
                until = k + 10
            elif item.lemmas & v.unreal_verbs and item.finite:
                until = k + 7
            elif item.low in v.unreal_words:
                until = k + 6
        if k <= until:
            out[k] = True
        if (
            item.kind == "w"
            and item.low in ("e", "ed", "mentre")
            and until >= 0
            and any(it.finite for it in items[k + 1 : k + 5])
        ):
            until = -1
        if item.kind == "x" and item.low == "," and until >= 0:
            until = min(until, k + 0)
        if item.kind == "w" and item.low in ("ma", "però") and until >= 0:
            until = -1
    return out
