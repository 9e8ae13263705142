"""What a sentence and those before it have told of changes of men so far."""

from __future__ import annotations

from dataclasses import dataclass, field

from core.changes_pairs import BOTH, Change, link
from core.changes_people import Group
from core.changes_words import Mark
from core.items import Item
from core.reading import Reading
from core.vocabulary import words


@dataclass(slots=True)
class Memory:
    """What the sentences before have told."""

    previous: int = -1
    """The person the text was at."""
    hurt: int = -1
    """Who was hurt in this sentence or the one before."""
    lone: list[Change] = field(default_factory=list)
    """The changes of one man of the sentence before."""
    context: bool = False
    """The sentence before has words of changes."""
    paired: bool = False
    """The sentence before tells a change with both its men."""
    lineup: bool = False
    """The text tells who starts."""


@dataclass(slots=True)
class Telling:
    """What a sentence has told so far."""

    r: Reading
    items: list[Item]
    memory: Memory
    groups: list[Group]
    breaks: set[int]
    context: bool
    words: set[int]
    """The items of words for changes."""
    reverse: bool = False
    """The last "X per Y" sent X off: so does the next."""
    found: list[Change] = field(default_factory=list)

    def last(self, k: int, skip: int = 0) -> int:
        """The player named last before item ``k``, or whom the text was at."""
        named = [g for g in self.groups if g.b <= k and g.tokens]
        return named[-1 - skip].people[-1] if len(named) > skip else self.memory.previous

    def stand_in(self, person: int, k: int) -> Group:
        """A list of one person, meant by a pronoun at item ``k``."""
        g = Group([person] if person >= 0 else [], k, k, [self.items[k].a] if person >= 0 else [])
        self.groups.append(g)
        self.groups.sort(key=lambda g: g.a)
        return g

    def him(self, m: Mark) -> tuple[str, ...]:
        """The pronouns that stand for a player before the words ``m``: "la" does so only among women."""
        if self.r.gender == "f" and not self.items[m.a].lemmas & words("changes").of_the_ball:
            return ("la", "le", "l'", "cui", "quale")
        elided = ("l'",) if self.items[m.a].low.endswith("o") else ()
        return ("lo", "li", "cui", "quale", *elided)

    def passing(self, m: Mark, g: Group) -> None:
        """A change told in the pluperfect happened before the time in force."""
        near = self.items[max(0, m.a - 3) : m.a]
        g.passing = g.passing or any(it.low in words("changes").pluperfect for it in near)

    def pair(self, left: Group, right: Group, reverse: bool, rule: str, weight: float = BOTH) -> None:
        """Add the changes of two lists."""
        self.found += link(left, right, reverse, rule, weight)
        self.context = True
