"""The clock: expressions of time become minutes of the match, and stand for the incidents they belong to."""

from __future__ import annotations

import re

from core.half_falls import second_by_fall
from core.halves import LATEST_IN_HALF, periods, second_just_named, token_index
from core.leads import lead_end
from core.live_clock import with_live
from core.minutes import TimeExpr, find_times
from core.moment import Moment
from core.reading import Reading
from core.tokens import NO_PROSE
from core.vocabulary import words

LATEST_OF_FIRST = 49
"""Up to here a figure told in the first half is its added time; a later one belongs to the second."""
LATEST_OF_SECOND = 50
"""Up to here a figure with "st" counts from the restart; a later one is the match clock already."""
LATE_ENOUGH = 70
"""After this minute a figure between 46 and 52 in the second half is its added time."""
EXTRA_HALF = 16
"""The latest minute that a half of extra time shows on its own clock; with its name beside it, ``EXTRA_NAMED``."""
EXTRA_NAMED = 20
LAST_OF_EXTRA = 125
MOST_ADDED = 8
"""No time counted from another lies further behind the end of its half."""
SOON = 30
"""A minute follows the one before it within so many, if it is one of the same clock."""
RESTART = 8
"""Words before a time within which the second half begins."""
CLAUSE_ENDS = ",;:("
ADJACENT = 2
"""So many sentences from a time of the lead on the telling goes on from it."""
SOON_AFTER = 3
"""So many sentences behind a time "subito" and "nella circostanza" still mean its minute."""
RELATIVE = ("delta", "lapse")
"""Kinds of expressions that count from what was told before."""
STARTS = {1: 0, 2: 45, 3: 90, 4: 105}
SCORE = re.compile(r"(?<!\d)\d{1,2}-\d{1,2}(?!\d)")
SCORE_OPENS = 5
"""Characters behind a sentence in which the next opens with a score."""
WHISTLES = {1: 45, 2: 90, 3: 105, 4: 120}
"""Period → the minute at which it starts and ends."""


def moments(r: Reading) -> tuple[list[Moment], list[int | None]]:
    """All resolved times of the prose in text order, and the period of each token (None where unknown)."""
    exprs = find_times(r.view.text)
    period_at = periods(r, exprs)
    second_by_fall(r, exprs, period_at)
    token_of = token_index(r)
    places = [(e, token_of(e.start), token_of(e.end - 1) + 1) for e in exprs]
    places = [(e, a, b) for e, a, b in places if a < len(r.toks)]
    late = _late_mode(r, places, period_at)
    lead = lead_end(r)
    extra = any(p in (3, 4) for p in period_at)
    out: list[Moment] = []
    last: Moment | None = None
    for k, (e, a, b) in enumerate(places):
        if r.toks[a].section in NO_PROSE:
            continue
        m = Moment(e, a, b, _period(e, period_at[a]), approx=e.approx)
        if last is not None and last.a < lead <= a and r.toks[a].sent - r.toks[last.a].sent > ADJACENT:
            last = None
        if e.kind == "absolute":
            whole = late and not second_just_named(r, a) and not (_next_of_second(m, last) and not _recalled(r, a))
            _absolute(m, whole, extra, last)
        elif e.kind == "stoppage":
            _stoppage(m, last if last is not None and r.toks[last.a].sent == r.toks[a].sent else None)
        elif e.kind == "from_end" and e.value is not None:
            m.period = 4 if e.half == 2 and period_at[a] in (3, 4) else e.half
            m.minute = WHISTLES[m.period or 2] - e.value
        elif e.kind == "unknown" and e.value is not None and m.period == 2 and _restarts(r, a, last):
            m.minute, m.approx = STARTS[2] + e.value, True
        elif e.kind == "still":
            if last is None or not (last.expr.kind == "stoppage" or last.added):
                continue
            m.period, m.minute, m.added = last.period, last.minute, last.added
        elif e.kind in ("at_once", "same"):
            blurred = out and out[-1].minute is None  # "poco dopo" stands between
            if last is None or blurred or not _soon(r, m, last) or (e.kind == "at_once" and not _at_whistle(last)):
                continue
            m.period, m.minute, m.added, m.approx = last.period, last.minute, last.added, m.approx or last.approx
        elif e.kind == "interval":
            m.period, m.minute, m.approx = 2, 46, True
        elif e.kind in ("start", "after") and e.value is not None:
            anew = _anew(r, m, last) or _earlier_next(r, places[k + 1 :], m, last)
            _counted(m, e.value, None if anew else last)
            if e.kind == "after" and _too_late(r, m, places):
                m.period = 1
                _from(m, STARTS[1], e.value)
        elif e.kind == "delta" and e.value is not None and last is not None:
            if e.half is None and _goes_on(r, a, last.a, period_at):
                m.period = last.period
            _later(m, e.value, last)
        elif e.kind == "of_goal" and e.value is not None:
            goal = next((x for x in reversed(out) if x.minute is not None and _of_goal(r, x)), None)
            if goal is not None:
                _later(m, e.value, goal)
        elif e.kind == "lapse" and e.value is not None:
            _passed(m, e.value, last)
        out.append(m)
        if m.minute is None and e.kind in RELATIVE:
            last = None
        elif m.minute is not None and (e.value or 0) >= 0 and not _break_recalled(r, m, last):
            last = m
    return with_live(r, out, period_at)


def _of_goal(r: Reading, m: Moment) -> bool:
    """Whether a time is that of a goal: its sentence tells one or a score behind it, or a score opens the next."""
    sent = r.toks[m.a].sent
    here = [t for t in r.toks[m.a :] if t.sent == sent]
    score = SCORE.search(r.view.text, r.toks[m.a].start, here[-1].end + SCORE_OPENS)
    return score is not None or any(t.low in words("time").of_goal for t in here)


def _soon(r: Reading, m: Moment, last: Moment) -> bool:
    """Whether a time follows the one before it in its paragraph so soon that it may speak of what happened then."""
    near = r.toks[m.a].sent - r.toks[last.a].sent <= SOON_AFTER and r.toks[m.a].line == r.toks[last.a].line
    return near and m.period in (None, last.period)


def _at_whistle(last: Moment) -> bool:
    """Whether a time is the last minute of a half: what comes "subito" behind it falls into that minute."""
    return last.minute == WHISTLES.get(last.period or 0)


def _goes_on(r: Reading, a: int, before: int, period_at: list[int | None]) -> bool:
    """Whether "due minuti dopo" at ``a`` counts from a time told just before it, with no name of a half between."""
    return r.toks[a].sent - r.toks[before].sent <= ADJACENT and period_at[a] == period_at[before]


def _period(e: TimeExpr, told: int | None) -> int | None:
    """The period of a time: that which its words name; a half named in extra time is one of extra time."""
    extra = told in (3, 4) and e.kind == "absolute" and (e.value or 0) <= EXTRA_HALF
    return e.half + 2 if extra and e.half in (1, 2) else e.half or told


def _recalled(r: Reading, a: int) -> bool:
    """Whether the clause of a minute looks back: "Beltrame ne aveva incassata una al 22'"."""
    g, k = words("clauses"), a
    while k > 0 and r.toks[k - 1].sent == r.toks[a].sent and r.toks[k - 1].text not in CLAUSE_ENDS:
        k -= 1
    return any(t.low in g.had for t in r.toks[k:a])


def _break_recalled(r: Reading, m: Moment, last: Moment | None) -> bool:
    """Whether the break is named behind a later minute: "al 49' Serpi, entrato nell'intervallo, e due minuti dopo"."""
    if last is None or m.expr.kind != "interval" or r.toks[last.a].sent != r.toks[m.a].sent:
        return False
    return (last.minute or 0) > (m.minute or 0)


def _next_of_second(m: Moment, last: Moment | None) -> bool:
    """Whether a small minute of the second half follows the one before it if it counts from the restart."""
    value, before = m.expr.value or 0, (last.minute or 0) if last is not None else 0
    return m.period == 2 and before > WHISTLES[1] and before <= value + WHISTLES[1] <= before + SOON


def _stoppage(m: Moment, before: Moment | None) -> None:
    """Read added time: of the half that its words name or stand in, not of one before the time told before it."""
    m.period = m.expr.half or max(m.period or 2, before.period or 1 if before is not None else 1)
    m.minute, m.added = WHISTLES[m.period], m.expr.added
    m.approx = m.approx or m.added is None


def _anew(r: Reading, m: Moment, last: Moment | None) -> bool:
    """Whether a longer stretch follows one from the start: "dopo 12' segna X, dopo 20' Y", not "dopo altri 20'"."""
    if last is None or last.expr.kind not in ("start", "after") or last.minute is None:
        return False
    if m.period not in (None, last.period):
        return False
    from_start = last.minute == STARTS[last.period or 1] + (last.expr.value or 0)
    more = any(t.low in words("time").more for t in r.toks[m.a : m.b])
    return from_start and (m.expr.value or 0) > (last.expr.value or 0) and not more


def _too_late(r: Reading, m: Moment, places: list[tuple[TimeExpr, int, int]]) -> bool:
    """Whether a stretch counted in the second half ends behind the minute told next: it counts from kick-off."""
    if m.period != 2 or m.minute is None or any(t.low in words("time").more for t in r.toks[m.a : m.b]):
        return False
    line = r.toks[m.a].line
    told = next((e for e, a, _ in places if a >= m.b and e.kind == "absolute" and r.toks[a].line == line), None)
    shown = told.value if told is not None and told.half is None and told.added is None else None
    return shown is not None and WHISTLES[1] < shown < m.minute


def _restarts(r: Reading, a: int, last: Moment | None) -> bool:
    """Whether the sentence round "nel giro di due minuti" opens the second half: "si riparte e nel giro di …"."""
    if last is not None and last.period == 2:
        return False
    return any(t.low in words("time").restarts and t.sent == r.toks[a].sent for t in r.toks[max(0, a - RESTART) : a])


def _earlier_next(r: Reading, behind: list[tuple[TimeExpr, int, int]], m: Moment, last: Moment | None) -> bool:
    """Whether a sentence goes back in the first half: "al 40' un palo. Di là un giallo dopo 4' e un cambio al 28'"."""
    if last is None or last.period != 1 or m.period not in (None, 1) or r.toks[last.a].sent == r.toks[m.a].sent:
        return False
    here = [e for e, a, _ in behind if r.toks[a].sent == r.toks[m.a].sent and e.kind == "absolute" and e.half is None]
    return bool(here) and (m.expr.value or 0) <= (here[0].value or 0) < (last.minute or 0)


def _counted(m: Moment, value: int, last: Moment | None) -> None:
    """Count "dopo dieci minuti" from the event before, or from the start of the half where that is meant."""
    over = last is not None and (last.minute or 0) + value > WHISTLES[last.period or 1] + MOST_ADDED
    if over and m.period in (None, 1) and last is not None and last.period == 1:
        _from(m, STARTS[1], value)  # "allo scadere il pari. Dopo un quarto d'ora aveva segnato X"
    elif last is not None and last.expr.kind == "interval" and m.expr.kind == "after" and m.period is None:
        _later(m, value, last)  # "a inizio ripresa raddoppia X. Gli ospiti dopo un minuto accorciano"
    elif m.expr.kind == "start" or last is None or (last.period or 1) != (m.period or 1):
        _from(m, STARTS[m.period or 1], value)
    else:
        _later(m, value, last)


def _passed(m: Moment, value: int, last: Moment | None) -> None:
    """Count "passano due minuti" from the event before, or from the start of a half in which nothing is dated yet."""
    if last is not None and last.expr.kind != "interval" and m.period in (None, last.period):
        _later(m, value, last)
    elif last is None or m.period not in (None, 1):
        _from(m, STARTS[m.period or 1], value)


def _from(m: Moment, start: int, value: int) -> None:
    """Count minutes from the start of a half."""
    m.minute = start + value
    m.period = m.period if m.period is not None and m.minute <= WHISTLES[m.period] else 1 if m.minute <= 45 else 2


def _later(m: Moment, value: int, last: Moment) -> None:
    """Count "due minuti dopo" from the event before, unless a half has ended between."""
    if last.minute is None or (m.period is not None and last.period is not None and m.period != last.period):
        return
    base = STARTS[2] if last.expr.kind == "interval" else last.minute + (last.added or 0)
    total = base + value
    if total <= STARTS.get(last.period or 1, 0):
        return
    m.minute, m.period, m.approx = total, last.period, m.approx or last.approx
    whistle = WHISTLES.get(m.period or 0)
    if whistle is not None and total > whistle:
        m.minute, m.added = whistle, total - whistle


def _absolute(m: Moment, late: bool, extra: bool, last: Moment | None) -> None:
    """Read a figure on the clock that it was told on: of the match, of its half, of a half of extra time."""
    e, value, period = m.expr, m.expr.value or 0, m.period
    if e.added is not None:
        m.minute, m.added, m.period = value, e.added, {45: 1, 90: 2, 105: 3}.get(value, 4)
    elif period in (3, 4) and (e.half or value <= EXTRA_HALF):
        own_clock = value <= (EXTRA_NAMED if e.half else EXTRA_HALF)
        m.minute = value + (90 if period == 3 else 105) if own_clock else value
    elif e.half == 1 or (e.half is None and period == 1 and value <= LATEST_OF_FIRST):
        m.minute, m.added, m.period = (value, None, 1) if value <= 45 else (45, value - 45, 1)
    elif _from_restart(e, period, late, last):
        _whole(m, value + 45, extra)
    else:
        _whole(m, value, extra)


def _from_restart(e: TimeExpr, period: int | None, late: bool, last: Moment | None) -> bool:
    """Whether a figure told in the second half counts from the restart."""
    value = e.value or 0
    if e.half == 2:
        return value <= LATEST_OF_SECOND
    if period != 2:
        return False
    if value <= 45:
        return not late or e.approx
    near_end = last is not None and last.minute is not None and last.minute >= LATE_ENOUGH
    return not late and value <= LATEST_IN_HALF and near_end


def _whole(m: Moment, total: int, extra: bool) -> None:
    """Write a minute counted from kick-off."""
    if total <= 90:
        m.minute, m.period = total, 1 if total <= 45 else 2
    elif extra and total <= LAST_OF_EXTRA:
        m.minute, m.period = min(total, 120), 3 if total <= 105 else 4
        m.added = total - 120 if total > 120 else None
    else:
        m.minute, m.added, m.period = 90, total - 90, 2


def _late_mode(r: Reading, places: list[tuple[TimeExpr, int, int]], period_at: list[int | None]) -> bool:
    """Whether bare minutes of the second half run 46–90: the reading with the fewest contradictions."""
    late = half = 0
    for e, a, _ in places:
        if e.kind != "absolute" or e.half is not None or e.value is None or e.approx:
            continue
        if r.toks[a].section in ("tabellino", "furniture"):
            continue
        if e.value > LATEST_IN_HALF:
            late += 2
        elif period_at[a] == 2 and e.value <= 45:
            half += 1
    return late > half or (late > 0 and half <= 1)
