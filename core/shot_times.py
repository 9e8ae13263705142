"""When an attempt was made: whether the time in force at its words is that of another event told beside it."""

from __future__ import annotations

from core.acts import Act
from core.reading import Reading
from core.vocabulary import words

OTHER = ("attempt", "goal", "state", "beat", "wood", "off", "test", "own", "disallowed")
"""Acts that a time behind the words for an attempt may date instead."""
MARKS = ",;:"
OPENING = 2
"""Words of a sentence of which one that turns to something else stands first."""


class ShotTimes:
    """The times of a reading, and what else they date."""

    def __init__(self, r: Reading, acts: list[Act], starts: dict[int, int]) -> None:
        self.toks = r.toks
        self.v = words("frames")
        self.acts: dict[int, list[Act]] = {}
        for act in acts:
            self.acts.setdefault(act.sent, []).append(act)
        self.at: dict[int, int] = {}
        for token, index in sorted(starts.items(), reverse=True):
            self.at[index] = token

    def elsewhere(self, act: Act, index: int) -> bool:
        """Whether the time ``index`` in force at the words of an attempt dates something else."""
        at = self.at.get(index, -1)
        if at < 0:
            return False
        if self.toks[at].sent != act.sent:
            return self._turns(act.pos)
        return self._of_next(act, at) if at >= act.end else self._later(act, at)

    def _turns(self, pos: int) -> bool:
        """Whether the sentence begins with words that lead away from the one before it: "Poi un palo", "In mezzo"."""
        first = pos
        while first > 0 and self.toks[first - 1].sent == self.toks[pos].sent:
            first -= 1
        lows = [t.low for t in self.toks[first : first + OPENING]]
        return bool(self.v.turning & set(lows))

    def _of_next(self, act: Act, at: int) -> bool:
        """Whether a time behind the attempt dates what is told behind the time: "X calcia alto, al 41' Y segna"."""
        if not any(t.text in MARKS or t.low in self.v.then for t in self.toks[act.end : at]):
            return False
        behind = [a for a in self.acts[act.sent] if a.pos > at and a.kind in OTHER and a.bound and a.who >= 0]
        goes_on = act.who < 0 and any(a.kind == "attempt" for a in behind[:1])  # "il primo tiro, al 6', è di X"
        return any((a.who != act.who and not goes_on) or self.toks[at - 1].low in self.v.then for a in behind) or any(
            t.low in self.v.then for t in self.toks[max(act.end, at - 3) : at]
        )

    def _later(self, act: Act, at: int) -> bool:
        """Whether the words between a time and the attempt end its reign: "al 38' è espulso X e nella ripresa …"."""
        lows = [t.low for t in self.toks[at + 1 : act.pos]]
        return any(a in self.v.in_the and b in self.v.halves for a, b in zip(lows, lows[1:], strict=False))
