"""The ledger: sheet, chronicle and lead tell one match; one goal told three times is one goal."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from core.incidents import Goal
from core.schema import Score

Time = tuple[int | None, int | None, bool]
"""(minute, added, approx)."""
SOURCES = {"sheet": 0, "body": 1, "lead": 2}
"""The parts of the text that tell goals, in the order in which they are believed."""
SHEET, AGAIN, PROMISED = 5.0, 0.3, 0.5
"""What a goal of a sheet weighs, each telling more, and a goal that only "doppietta" promises."""
TOLD, SURE, WEAK = 0.7, 0.75, 0.45
"""Weights from which on a goal counts for the score, is believed, or is believed where the score lacks one."""
DERIVED, DERIVED_ALONE = 0.3, 0.8
"""What the score that the goals make weighs beside a known one, and without one."""
MISSING, EXTRA = 0.35, 1.5
"""What a final score loses for each goal that is not told, and for each told goal beyond it."""
ABOUT, FAR, NEAR = 6, 60, 40
"""Minutes by which times may differ where one is about; tokens that part and that join two tellings."""


@dataclass(slots=True)
class Telling:
    """One goal as one part of the text tells it."""

    who: int
    team: str | None
    time: Time
    period: int | None
    weight: float
    pos: int
    end: int
    source: str
    """sheet, body or lead."""
    penalty: bool = False
    own: bool = False
    assist: int = -1
    score: Score | None = None
    goal: Goal | None = None


@dataclass(slots=True)
class Account:
    """One goal with all its tellings."""

    tellings: list[Telling] = field(default_factory=list)

    @property
    def ranked(self) -> list[Telling]:
        """The tellings, those of sheets first, then by weight."""
        return sorted(self.tellings, key=lambda t: (t.source != "sheet", -t.weight))

    @property
    def best(self) -> Telling:
        """The telling that the account goes by for the author."""
        return max(self.tellings, key=lambda t: (t.source == "sheet", t.who >= 0, t.weight))

    @property
    def weight(self) -> float:
        """The strength of all tellings together."""
        if any(t.source == "sheet" for t in self.tellings):
            return SHEET
        return max(t.weight for t in self.tellings) + AGAIN * (len(self.tellings) - 1)

    @property
    def who(self) -> int:
        """The author."""
        return next((t.who for t in self.ranked if t.who >= 0), -1)

    @property
    def team(self) -> str | None:
        """The side that gets the goal."""
        return next((t.team for t in self.ranked if t.team), None)

    @property
    def time(self) -> Time:
        """The most exact time of all tellings."""
        times = [
            t.time
            for t in sorted(self.tellings, key=lambda t: (t.source != "sheet", t.source != "body"))
            if t.time[0] is not None
        ]
        exact = [t for t in times if not t[2]]
        return exact[0] if exact else times[0] if times else (None, None, False)


def compatible(a: Time, b: Time, slack: int = 0) -> bool:
    """Whether two times can be one; exact ones may differ by ``slack`` minutes."""
    if a[0] is None or b[0] is None:
        return True
    x, y = a[0] + (a[1] or 0), b[0] + (b[1] or 0)
    return abs(x - y) <= (ABOUT if a[2] or b[2] else slack)


def same_goal(acc: Account, t: Telling) -> bool:
    """Whether a telling can be of this goal."""
    across = all(o.source != t.source for o in acc.tellings) and acc.who >= 0 and acc.who == t.who
    if not compatible(acc.time, t.time, 2 if across else 0):
        return False
    if acc.who >= 0 and t.who >= 0 and acc.who != t.who:
        return False
    if acc.team and t.team and acc.team != t.team:
        return False
    for other in acc.tellings:
        if other.score and t.score and other.score != t.score and other.score != (t.score[1], t.score[0]):
            return False
        if other.source == t.source == "sheet":
            return False
        if (
            other.source == t.source == "body"
            and other.who == t.who
            and (other.time[0] is None) != (t.time[0] is None)
            and abs(other.pos - t.pos) > FAR
        ):
            return False
    return True


def best_account(
    tellings: list[Telling],
    scores: dict[Score, float],
    home: str | None,
    away: str | None,
    claims: dict[tuple[int, str | None], int],
) -> tuple[Score | None, list[Account]]:
    """The final score and the goals that explain each other best."""
    accounts = group(tellings)
    told = Counter(a.team for a in accounts if a.who >= 0 and a.weight >= TOLD)
    derived = (told[home], told[away])
    options = dict(scores)
    known = max(options.values(), default=0.0)
    if derived != (0, 0) or not options:
        options[derived] = options.get(derived, 0.0) + (DERIVED if known >= 1.0 else DERIVED_ALONE)

    def fit(score: Score) -> float:
        missing = max(0, score[0] - derived[0]) + max(0, score[1] - derived[1])
        extra = max(0, derived[0] - score[0]) + max(0, derived[1] - score[1])
        return options[score] - MISSING * missing - EXTRA * extra

    best = max(sorted(options), key=fit)
    if best == (0, 0) and (0, 0) not in scores:
        return None, _fit(accounts, None, home, away)
    return best, _fit(accounts + _braces(accounts, claims), best, home, away)


def _braces(accounts: list[Account], claims: dict[tuple[int, str | None], int]) -> list[Account]:
    """The goals that "doppietta di X" promises and no words tell: weak, taken only where the score lacks them."""
    out = []
    for (who, team), n in claims.items():
        mine = [a for a in accounts if a.who == who]
        at = mine[0].best.pos if mine else 0
        time: Time = (None, None, False)
        out += [Account([Telling(who, team, time, None, PROMISED, at, at + 1, "body")]) for _ in range(n - len(mine))]
    return out


def group(tellings: list[Telling]) -> list[Account]:
    """Group tellings into goals."""
    accounts: list[Account] = []
    for t in sorted(tellings, key=lambda t: (SOURCES[t.source], t.pos)):
        fits = [a for a in accounts if same_goal(a, t) and (a.who >= 0 and a.who == t.who or a.who < 0 or t.who < 0)]
        if fits and not (t.who < 0 and t.time[0] is None and t.score is None and len(fits) > 1):
            best = max(fits, key=lambda a: _closeness(a, t))
            if t.who >= 0 or t.time[0] is not None or t.source != "body" or _near(best, t):
                best.tellings.append(t)
                continue
        if t.who < 0 and t.source == "lead":
            continue
        accounts.append(Account([t]))
    return accounts


def _near(a: Account, t: Telling) -> bool:
    return any(abs(o.pos - t.pos) < NEAR for o in a.tellings)


def _closeness(a: Account, t: Telling) -> float:
    value = 0.0
    if a.who >= 0 and a.who == t.who:
        value += 3
    if a.time[0] is not None and t.time[0] is not None:
        value += 3 - 0.5 * abs(a.time[0] - t.time[0])
    if any(o.score and o.score == t.score for o in a.tellings):
        value += 2
    if all(o.source != t.source for o in a.tellings):
        value += 1
    return value - min(abs(a.tellings[0].pos - t.pos), 500) / 1000


def _fit(accounts: list[Account], final: Score | None, home: str | None, away: str | None) -> list[Account]:
    """Keep the likeliest accounts; the final score says how many per side."""
    sure = [a for a in accounts if a.who >= 0 and a.weight >= SURE]
    weak = [a for a in accounts if a not in sure and a.who >= 0 and a.weight >= WEAK]
    if final is None:
        return sure
    kept: list[Account] = []
    for team, n in ((home, final[0]), (away, final[1])):
        mine = sorted((a for a in sure if a.team == team), key=lambda a: -a.weight)
        if len(mine) < n:
            mine += sorted((a for a in weak if a.team == team), key=lambda a: -a.weight)[: n - len(mine)]
        if len(mine) > n:
            sheet = [a for a in mine if a.weight >= SHEET]
            mine = sheet if len(sheet) >= n else mine[:n]
        kept += mine
    nobody = [a for a in [*sure, *weak] if a.team not in (home, away)]
    missing = sum(final) - len(kept)
    return kept + nobody[: max(0, missing)]
