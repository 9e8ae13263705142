"""Sides of the people of a match sheet: from the line-ups, from marks like "(M)", from groups and the score."""

from __future__ import annotations

import re
from functools import lru_cache

from core.knowledge import fold
from core.sheet_items import Item
from core.sheet_model import Sheet, SheetCard, SheetGoal, SheetName
from core.text import JOINER

_MANY = 8
"""More scorers than this always add up in several ways."""
_WORD = re.compile(r"[^\W\d_]+")


@lru_cache(maxsize=4096)
def _words(name: str) -> list[str]:
    return _WORD.findall(fold(name.replace(JOINER, "")))


def same_person(one: str, other: str) -> bool:
    """Whether two printed names can be one person: shared words, and no initials that differ."""
    a, b = _words(one), _words(other)
    long_a, long_b = {w for w in a if len(w) > 1}, {w for w in b if len(w) > 1}
    if not long_a or not long_b or not (long_a <= long_b or long_b <= long_a):
        return False
    first_a = {w for w in a if len(w) == 1} or {w[0] for w in long_a - long_b}
    first_b = {w for w in b if len(w) == 1} or {w[0] for w in long_b - long_a}
    return not first_a or not first_b or bool(first_a & first_b)


def likeness(one: SheetName | None, other: SheetName | None) -> int:
    """Return how many words two clubs' names share, abbreviations counted by their first letters."""
    if one is None or other is None:
        return 0
    return sum(any(v.startswith(w) or w.startswith(v) for v in _words(other.text)) for w in _words(one.text))


def _fit(code: str, team: str) -> int:
    """Return how well a mark stands for a side: 3 its initials or name, 2 its beginning, 1 letters in order."""
    words, mark = _words(team), fold(code).replace(".", "")
    if not words or not mark:
        return 0
    initials = "".join(w[0] for w in words)
    if mark == fold(team) or (len(mark) > 1 and initials == mark):
        return 3
    if any(w.startswith(mark) for w in words) or initials.startswith(mark):
        return 2
    letters = iter("".join(words))  # "Cgl" for Cagliari
    return int(len(mark) > 1 and words[0][0] == mark[0] and all(c in letters for c in mark))


def code_sides(codes: set[str], home: str, away: str) -> dict[str, int]:
    """Return the side that each mark stands for; one that fits both goes to the side the others leave free."""
    fits = {code: (_fit(code, home), _fit(code, away)) for code in codes}
    settled = {code: int(one < other) for code, (one, other) in fits.items() if one != other}
    for code, (one, _) in fits.items():
        if one and code not in settled:
            others = set(settled.values())
            first = [_words(team)[:1] == [] or _words(team)[0].startswith(fold(code)) for team in (home, away)]
            if len(others) == 1:
                settled[code] = 1 - others.pop()
            elif first.count(True) == 1:
                settled[code] = first.index(True)
    return settled


class _Sides:
    def __init__(self, sheet: Sheet) -> None:
        self.members: list[list[str]] = [[], []]
        self.coaches: list[list[str]] = [[], []]
        for lineup in sheet.lineups:
            if lineup.side in (0, 1):
                self.members[lineup.side] += [name.text for name in lineup.people()]
                if lineup.coach:
                    self.coaches[lineup.side].append(lineup.coach.text)

        for sub in sheet.subs:
            if sub.side in (0, 1):
                self.members[sub.side] += [name.text for name in (sub.out, sub.in_) if name]

    def of(self, name: str) -> int | None:
        """Return the side whose line-up holds ``name``, None if neither or both."""
        for sides in (self.members, self.coaches):  # a footballer sooner than a coach of the same name
            held = [any(same_person(name, member) for member in members) for members in sides]
            if any(held):
                return held.index(True) if held.count(True) == 1 else None
        return None


def settle(sheet: Sheet, goals: list[tuple[SheetGoal, Item]], cards: list[tuple[SheetCard, Item | None]]) -> None:
    """Fill ``side`` of goals, cards, penalties missed and substitutions told apart from the line-ups."""
    lineups = _Sides(sheet)
    home, away = (sheet.home.text if sheet.home else ""), (sheet.away.text if sheet.away else "")
    items = [item for _, item in goals] + [item for _, item in cards if item is not None]
    codes = code_sides({item.code for item in items if item.code}, home, away)
    _letters_as_marks(items, home, away)
    _spread_codes([item for _, item in cards if item is not None])
    for card, item in cards:
        _without_team(card, home, away)
        if card.side is None and item is not None:
            card.side = _first(lineups.of(card.player.text), codes.get(item.code))
    for goal, item in goals:
        goal.own_goal = item.own_goal
        if len(item.minutes) <= 1 and item.penalties:
            goal.penalty = item.penalties[0]
        member = lineups.of(goal.player.text)
        marked = codes.get(item.code)
        if goal.own_goal and member is not None:
            goal.side = 1 - member
        elif goal.own_goal and marked is not None:
            goal.side = 1 - marked
        else:
            goal.side = _first(member, marked)
    _booked_groups(sheet, [(card, item) for card, item in cards if item is not None])
    _groups(sheet, goals)
    _by_score(sheet, goals, codes)
    for missed in sheet.missed_penalties:
        taker = lineups.of(missed.player.text) if missed.player else None
        keeper = lineups.of(missed.goalkeeper.text) if missed.goalkeeper else None
        missed.side = _first(taker, None if keeper is None else 1 - keeper)
    for annulled in sheet.disallowed:
        annulled.side = lineups.of(annulled.player.text) if annulled.player else None
    for sub in sheet.subs:
        if sub.side is None or not any(sub in lineup.subs for lineup in sheet.lineups):
            names = [name for name in (sub.out, sub.in_) if name]
            sub.side = _first(sub.side, *[lineups.of(name.text) for name in names])
            if sub.side is not None:
                lineup = next((found for found in sheet.lineups if found.side == sub.side), None)
                if lineup is not None:
                    lineup.subs.append(sub)


def _first(*sides: int | None) -> int | None:
    return next((side for side in sides if side is not None), None)


def _without_team(card: SheetCard, home: str, away: str) -> None:
    """Take the side's name off the person's: "allontanato l'allenatore della Spal Pedriali"."""
    first, _, rest = card.player.text.partition(" ")
    for side, team in enumerate((home, away)):
        if rest and len(first) > 3 and fold(first) in _words(team):
            start = card.player.end - len(rest)
            card.player, card.side = SheetName(rest, start, card.player.end), side


def _letters_as_marks(items: list[Item], home: str, away: str) -> None:
    """Read "(R)" as a penalty and "(A)" as an own goal where no side's name begins so."""
    for item in items:
        mark = item.code.upper()
        if mark and (_fit(mark, home) or _fit(mark, away)):
            continue
        if mark in ("R", "RIG"):
            item.mark_penalty()
            item.code = ""
        elif mark in ("A", "AUT", "AG"):
            item.own_goal, item.code = True, ""


def _spread_codes(items: list[Item]) -> None:
    """Give names without a mark the mark that closes their list: "Mantegazza, Sardina e Graziano (C)"."""
    marks = [i for i, item in enumerate(items) if item.code]
    if not marks or len(marks) == len(items):
        return
    after = ""
    for item in reversed(items):
        after = item.code or after
        item.code = item.code or after


def _groups(sheet: Sheet, goals: list[tuple[SheetGoal, Item]]) -> None:
    """Take two groups of scorers for the two sides where the score or the sides already known agree."""
    groups = sorted({item.group for _, item in goals})
    if len(groups) != 2 or all(goal.side is not None for goal, _ in goals):
        return
    counts = tuple(sum(item.group == group for _, item in goals) for group in groups)
    known = [goal.side == groups.index(item.group) for goal, item in goals if goal.side is not None]
    if (sheet.score is not None and counts != tuple(sheet.score)) or not all(known):
        return
    if sheet.score is None and not known:
        return
    if sheet.score and sheet.score[0] == sheet.score[1] and _in_order(goals):
        return  # one list in order of time, its semicolon between the halves
    for goal, item in goals:
        goal.side = groups.index(item.group)


def _booked_groups(sheet: Sheet, cards: list[tuple[SheetCard, Item]]) -> None:
    """Take the two groups of a list of yellow cards for the two sides where nothing else tells them."""
    yellow = [(card, item) for card, item in cards if card.card == "yellow"]
    known = any(card.side is not None for card, _ in yellow)
    if sheet.lineups or known or {item.group for _, item in yellow} != {0, 1}:
        return
    for card, item in yellow:
        card.side = item.group


def _in_order(goals: list[tuple[SheetGoal, Item]]) -> bool:
    times = [(goal.minute.minute, goal.minute.added or 0) for goal, _ in goals if goal.minute]
    return times == sorted(times)


def _only_way(score: tuple[int, int], goals: list[SheetGoal]) -> None:
    """Give each scorer a side where there is only one way for the goals to add up: 1-2 with "Rossi 2, Verdi"."""
    open_ = [goal for goal in goals if goal.side is None]
    if not open_ or any(goal.own_goal for goal in open_):
        return
    names = list(dict.fromkeys(goal.player.text for goal in open_))
    counts = [sum(goal.player.text == name for goal in open_) for name in names]
    need = score[0] - sum(goal.side == 0 for goal in goals)
    if len(names) > _MANY:
        return
    ways = [mask for mask in range(1 << len(names)) if sum(n for i, n in enumerate(counts) if mask >> i & 1) == need]
    if len(ways) == 1:
        for goal in open_:
            goal.side = 0 if ways[0] >> names.index(goal.player.text) & 1 else 1


def _by_score(sheet: Sheet, goals: list[tuple[SheetGoal, Item]], codes: dict[str, int]) -> None:
    """Let the score decide what marks leave open: the side of an own goal's mark, of the last goals unknown."""
    if sheet.score is None or len(goals) != sum(sheet.score):
        return
    told = [sum(goal.side == side for goal, _ in goals) for side in (0, 1)]
    for goal, item in goals:
        if goal.own_goal and goal.side is not None and item.code in codes and told[goal.side] > sheet.score[goal.side]:
            told[goal.side] -= 1
            goal.side = 1 - goal.side
            told[goal.side] += 1
    _only_way(sheet.score, [goal for goal, _ in goals])
    told = [sum(goal.side == side for goal, _ in goals) for side in (0, 1)]
    unknown = [goal for goal, _ in goals if goal.side is None]
    missing = [sheet.score[side] - told[side] for side in (0, 1)]
    for side in (0, 1):
        if unknown and missing[side] == len(unknown) and missing[1 - side] == 0:
            for goal in unknown:
                goal.side = side
