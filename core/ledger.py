"""The ledger: sheet, chronicle and lead tell one match; the account that explains all they tell best is taken.

Each telling is a goal of its own, the same goal as an earlier one, or none. A beam over these choices, in the order
of the telling, weighs them by what the words say, by clock and running score, and by the hypotheses of the final
score; all weights stand in core/lexicon/words/weights.toml.
"""

from __future__ import annotations

import math
from collections import Counter
from dataclasses import dataclass

from core.account import SOURCES, Account, Telling, compatible
from core.ledger_checks import Checks, listed
from core.ledger_entry import FLOOR, SOMEBODY, Entry, likeliest, merged, overlap
from core.schema import Score
from core.vocabulary import words

BEAM = 20
"""How many accounts of the match are carried on at a time."""
BESIDE, FAR = 2, 6
"""Sentences within which two tellings are likely of one goal, and beyond which they are not."""
SURELY = 0.5
"""The overlap of authors from which on two parts of a text tell of one author."""
TOGETHER = 2
"""Minutes by which two parts of a text may differ on a goal of one author."""
Side = tuple[str | None, float, dict[int, float]]
"""A side that a telling may give a goal, how likely that is, and who is its author then."""


@dataclass(slots=True, frozen=True)
class State:
    """An account under way: its goals, the running score, and how well it explains the tellings so far."""

    value: float
    entries: tuple[Entry, ...] = ()
    score: Score = (0, 0)


class Ledger(Checks):
    """Reconciles the tellings of one report."""

    def __init__(self, home: str | None, away: str | None) -> None:
        self.home, self.away = home, away
        self.w: dict[str, float] = words("weights").ledger
        self.tellings: list[Telling] = []
        self.lean: dict[int, float] = {}
        """Author → from -1 (surely of the other side) to 1 (surely the home side's), once solved."""

    def solve(
        self, tellings: list[Telling], scores: dict[Score, float], claims: dict[tuple[int, str | None], int]
    ) -> tuple[Score | None, list[Account]]:
        """The final score and the goals that explain each other best."""
        self.tellings = sorted(tellings, key=lambda t: (SOURCES[t.source], t.pos))
        states = [State(0.0)]
        for k, t in enumerate(self.tellings):
            sides = self._sides(t)
            grown = [new for state in states for new in self._grow(state, k, sides)]
            grown.sort(key=lambda s: -s.value)
            states = grown[:BEAM]
        totals = [s.value + self._final(s, scores, self.w["missing"])[0] + self._claimed(s, claims) for s in states]
        self._lean(states, totals)
        state = states[max(range(len(states)), key=lambda k: totals[k])]
        _, final = self._final(state, scores, self.w["untold"])
        accounts = self._named(state)
        if final is None:
            return None, accounts
        written = any(s == final and w >= self.w["score_known"] for s, w in scores.items())
        promised = self._promised(accounts, claims)
        if final == state.score and not written:
            accounts += promised
            told = Counter(a.team for a in accounts)
            return (max(final[0], told[self.home]), max(final[1], told[self.away])), accounts
        for side, most in ((self.home, final[0]), (self.away, final[1])):
            lacking = max(0, most - sum(e.team == side for e in state.entries))
            accounts += [a for a in promised if a.team == side][:lacking]
        return final, accounts

    def _lean(self, states: list[State], totals: list[float]) -> None:
        """Note for each author how far all accounts, each by how well it explains the tellings, put him on one side."""
        top = max(totals)
        whole = sum(math.exp(total - top) for total in totals)
        for state, total in zip(states, totals, strict=True):
            share = math.exp(total - top) / whole
            by_author: dict[int, list[float]] = {}
            for entry in state.entries:
                side = 1.0 if (entry.team == self.home) != self._own(entry) else -1.0
                by_author.setdefault(likeliest(entry.authors), []).append(side)
            for who, sides in by_author.items():
                self.lean[who] = self.lean.get(who, 0.0) + share * sum(sides) / len(sides)

    def _grow(self, state: State, k: int, sides: list[Side]) -> list[State]:
        """The states that one more telling makes of a state."""
        t = self.tellings[k]
        none = -_softplus(t.odds)
        out = [State(state.value + none, state.entries, state.score)]
        goal = t.odds + none
        doubt = -self.w["doubt"] * sum(share * math.log(share) for _, share, _ in sides)  # either side is a goal
        for team, share, authors in sides:
            value = state.value + goal + self._new(state, t) + math.log(share) + doubt
            score = (state.score[0] + (team == self.home), state.score[1] + (team == self.away))
            entry = Entry((k,), authors, team, t.time, t.period, score, t.source == "sheet", t.firm)
            value += self._running(t, score, new=True) + self._clock(state, t)
            value += self._one_side(state, t, team, authors)
            value += self._turned(t, team, self._reckoned(state, t, team))
            out.append(State(value, (*state.entries, entry), score))
        for j, entry in enumerate(state.entries):
            same = self._same(state, entry, t)
            if same is None:
                continue
            joined = merged(entry, t, k)
            entries = (*state.entries[:j], joined, *state.entries[j + 1 :])
            out.append(State(state.value + goal + same, entries, state.score))
        return out

    def _sides(self, t: Telling) -> list[Side]:
        """The sides that a telling may give a goal: how likely each is, and who is its author then."""
        nobody = max(FLOOR, 1.0 - sum(t.authors.values()))
        out: list[Side] = []
        for side, sign in ((self.home, True), (self.away, False)):
            authors = {who: p * (t.home[who] if sign else 1.0 - t.home[who]) for who, p in t.authors.items()}
            authors[SOMEBODY] = nobody / 2
            share = sum(authors.values())
            authors = {who: p / share for who, p in authors.items()}
            if t.team and t.team != side:
                share *= math.exp(self.w["against_side"])
            out.append((side, max(FLOOR, share), authors))
        return out

    def _new(self, state: State, t: Telling) -> float:
        """What speaks for a telling being a goal of its own; a lead without a body is all that tells it."""
        again = t.source == "lead" and any(other.source == "body" for other in self.tellings)
        part = t.source if again or t.source == "sheet" else "body"
        value = self.w[f"new_{part}" + ("_dated" if again and t.time[0] is not None else "")]
        if not t.authors:
            value += self.w["nobody"]
        if t.source != "sheet" and any(e.sheet for e in state.entries):
            value += self.w["beside_sheet"]
        return value

    def _same(self, state: State, entry: Entry, t: Telling) -> float | None:
        """What speaks for a telling being of a goal already told, None where it cannot be."""
        first = self.tellings[entry.tellings[-1]]
        parts = {self.tellings[k].source for k in entry.tellings}
        if t.source == "sheet" and "sheet" in parts:
            return None
        if any(self._steps_apart(self.tellings[k], t) for k in entry.tellings):
            return None
        same_author = overlap(entry.authors, t.authors)
        across = t.source not in parts
        parted = not compatible(entry.time, t.time, TOGETHER if across and same_author > SURELY else 0)
        if parted and (not across or same_author < SURELY or (entry.firm and t.firm)):
            return None
        if any(self.tellings[k].own != t.own for k in entry.tellings) and (entry.sheet or t.penalty):
            return None
        astray = bool(t.team and entry.team and t.team != entry.team)
        if same_author < (SURELY if astray else FLOOR):
            return None
        if t.period and entry.period and t.period != entry.period and (t.time[0] is None) == (entry.time[0] is None):
            return None
        value = math.log(same_author) + self.w["same_across" if across else "same_within"]
        value += self.w["against_side"] * astray
        if entry.time[0] is not None and t.time[0] is not None:
            value += self.w["parted"] if parted else self.w["same_minute"]
        if not across and not self._listed(entry) and not listed(t):
            value += self._apart(first, t)
        value += max(0.0, self._turned(t, entry.team, entry.at))
        return value + self._running(t, entry.at, new=False) + self._reached(entry, t)

    def _steps_apart(self, one: Telling, t: Telling) -> bool:
        """Whether a sentence tells both, one after the other: "prima pareggia e poi segna il 2-1"."""
        return one.sent == t.sent and {one.step, t.step} == {1, 2}

    def _apart(self, first: Telling, t: Telling) -> float:
        """How far two tellings of one part of the text stand from each other."""
        gap = abs(t.sent - first.sent)
        if gap <= BESIDE:
            return self.w["beside"]
        return self.w["far"] if gap >= FAR or t.time[0] is None or first.time[0] is None else 0.0

    def _reached(self, entry: Entry, t: Telling) -> float:
        """A goal has one running score."""
        for k in entry.tellings:
            other = self.tellings[k].score
            if other and t.score and t.score not in (other, other[::-1]):
                return self.w["running_wrong"]
        return 0.0

    def _final(self, state: State, scores: dict[Score, float], missing: float) -> tuple[float, Score | None]:
        """How well the goals fit the best hypothesis of the final score, and which that is.

        ``missing`` is what each goal costs that the score has and the words do not tell: much where accounts are
        compared, little where the score is chosen, since texts leave goals untold more often than scores wrong.
        """
        most = max(scores.values(), default=0.0)
        options = {s: min(w, self.w["score_most"]) for s, w in scores.items()}
        if most < self.w["score_known"]:
            options[state.score] = max(options.get(state.score, 0.0), self.w["derived"])
        elif not any(s[0] >= state.score[0] and s[1] >= state.score[1] for s in scores):
            options[state.score] = self.w["derived_beside"] * min(most, self.w["score_most"])
        best: tuple[float, Score | None] = (-math.inf, None)
        for final in sorted(options):
            untold = max(0, final[0] - state.score[0]) + max(0, final[1] - state.score[1])
            extra = max(0, state.score[0] - final[0]) + max(0, state.score[1] - final[1])
            fit = options[final] * self.w["score"] + missing * untold + self.w["extra"] * extra
            if fit > best[0]:
                best = (fit, final)
        if best[1] == (0, 0) and (0, 0) not in scores:
            return best[0], None
        return best

    def _claimed(self, state: State, claims: dict[tuple[int, str | None], int]) -> float:
        """How far the goals are from what "doppietta" and "tripletta" say of their authors."""
        if not claims:
            return 0.0
        made = Counter(likeliest(e.authors) for e in state.entries)
        return sum(self.w["claimed"] * abs(made[who] - n) for (who, _), n in claims.items())

    def _named(self, state: State) -> list[Account]:
        """The goals of a state whose author is known."""
        out = []
        for entry in state.entries:
            who = likeliest(entry.authors)
            tellings = [self.tellings[k] for k in entry.tellings]
            odds = sum(t.odds for t in tellings if t.odds > 0) or max(t.odds for t in tellings)
            if who >= 0:
                out.append(Account(tellings, who, entry.team, odds))
        return out

    def _promised(self, accounts: list[Account], claims: dict[tuple[int, str | None], int]) -> list[Account]:
        """The goals that only "doppietta" and "tripletta" tell."""
        out = []
        for (who, team), n in sorted(claims.items(), key=lambda c: c[0][0]):
            mine = [a for a in accounts if a.who == who]
            at = mine[0].tellings[0].pos if mine else 0
            told = Telling(team, (None, None, False), None, self.w["promised"], at, at + 1, "body")
            out += [Account([told], who, team, told.odds) for _ in range(n - len(mine))]
        return out


def _softplus(x: float) -> float:
    return math.log1p(math.exp(-abs(x))) + max(x, 0.0)
