"""Where the walk over a section stands: who is the subject, who has the ball, which noun and verb wait for a name."""

from __future__ import annotations

from core.acts import Act
from core.items import Item
from core.reading import Reading
from core.vocabulary import Vocabulary, words

FIELD = ("DF", "MF", "FW")
"""Positions of who does not keep goal."""


class Walk:
    """The state of the walk, and the acts found so far."""

    def __init__(self, r: Reading) -> None:
        self.r = r
        self.g: Vocabulary = words("clauses")
        self.v: Vocabulary = words("frames")
        self.acts: list[Act] = []
        self.of_side = {n.a: n.name for n in r.names if n.label == "TEAM" and n.adjective and n.name in r.sides}
        """Token of an adjective ("granata") → the side that it means."""
        self.clause = 0
        self.sent = -1
        self.annulled = -1
        """Whose goal was not given last."""
        self.last_side: Item | None = None
        """The side named last that did something."""
        self._carrier = -1
        self.carrier_sent = -1
        self.begin([], -1, {})

    def begin(self, items: list[Item], sent: int, unreal: dict[int, int]) -> None:
        """Forget all but the carrier for a new sentence; ``unreal`` are the items that tell what did not happen."""
        self.items, self.sent, self.unreal = items, sent, unreal
        self.passer = -1
        """Who gave the ball to the carrier."""
        self.subject = -1
        self.subject_team: str | None = None
        self.side_clause = -1
        """The clause whose subject that side is."""
        self.fresh_subject = False
        """Whether the subject was named in this clause."""
        self.waiting = False
        """Whether the subject was named and its verb is still to come: "X, servito da Y, …"."""
        self.verb_at = -1
        self.verb_acts: list[Act] = []
        """The acts of the verb at ``verb_at``, whose subject or object the next name may be."""
        self.noun: Act | None = None
        """The act of a noun that waits for "di X"; it ends at item ``noun_at``."""
        self.noun_at = -9
        self.noun_until = -1
        """Items before this one belong to the phrase of a noun, before ``phrase_end`` to that of a verb."""
        self.phrase_end = -1
        self.clause += 1

    @property
    def carrier(self) -> int:
        """Who has the ball; set anew, even to himself, he has it in this sentence too."""
        return self._carrier

    @carrier.setter
    def carrier(self, person: int) -> None:
        self._carrier, self.carrier_sent = person, self.sent

    @property
    def author(self) -> int:
        """Who does what the next words tell: the subject, else who has the ball."""
        if self.fresh_subject and self.subject >= 0:
            return self.subject
        return self.carrier if self.carrier >= 0 or self.keeper(self.subject) else self.subject

    def keeper(self, person: int) -> bool:
        """Whether a person keeps goal."""
        return person >= 0 and self.r.people[person].goalkeeper >= 1.0

    def outfield(self, person: int) -> bool:
        """Whether a person is known not to keep goal."""
        human = self.r.people[person]
        return person >= 0 and (human.goalkeeper < 0 or (human.goalkeeper == 0 and human.position in FIELD))

    def close_clause(self) -> None:
        """A new clause: its subject and verb are still to come."""
        self.clause += 1
        self.fresh_subject = self.waiting
        self.verb_at, self.verb_acts = -1, []

    def add(self, act: Act, k: int = 0) -> None:
        """Add an act told at item ``k``, or at the head of the sentence where it only follows from another."""
        act.clause = self.clause
        act.real = act.real and k not in self.unreal
        if act.passer < 0:
            act.passer = self.passer
        if act.team is None:
            act.team = self.subject_team
        if self.carrier >= 0 and self.carrier_sent == self.sent:
            act.near = self.carrier
        self.acts.append(act)
        if act.kind == "disallowed":
            self.annulled = act.who

    def again(self, act: Act, item: Item, who: int, k: int = 0, group: bool = False) -> None:
        """Add the same act for one more person, named at ``item``."""
        self.add(
            Act(act.kind, item.a, item.b, self.sent, who, category=act.category, low=act.low, bound=True, group=group),
            k,
        )

    def take(self, person: int) -> None:
        """A person becomes the subject and, unless he keeps goal, has the ball."""
        if self.subject_team is not None and self.side_clause != self.clause and self.verb_at < 0:
            self.subject_team = None
        self.subject, self.fresh_subject, self.waiting = person, True, self.verb_at < 0
        if self.keeper(person):
            return
        if self.carrier != person and (self.noun is None or self.noun.kind != "pass"):
            self.passer = -1
        self.carrier = person

    def receive(self, giver: int, person: int, item: Item) -> None:
        """The ball goes from one to another; what goes to the other side's keeper is an attempt."""
        if self.keeper(person) and not self.keeper(giver):
            self.add(Act("test", item.a, item.b, self.sent, giver, person, category="test_verb"))
            return
        self.passer, self.carrier = giver, person
        self.subject, self.fresh_subject = person, True
        self.add(Act("pass", item.a, item.b, self.sent, giver, person, bound=True))
        self.noun = None

    def stop(self, save: Act, person: int, item: Item) -> None:
        """Whose attempts a keeper stopped: "miracolo di X su Y e su Z", "X ferma Y"."""
        if save.whom < 0:
            save.whom = person
        elif save.whom != person:
            self.again(save, item, save.who)
            self.acts[-1].whom = person
        self.carrier = person

    def items_between(self, token: int, k: int) -> int:
        """How many items lie between a token and item ``k``."""
        return sum(1 for it in self.items[:k] if it.a >= token)
