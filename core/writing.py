"""From reconciled tellings to the events of the contract: all kinds, in order, with ids and running score."""

from __future__ import annotations

from core.half_words import half_in_words
from core.incidents import Shot
from core.ordering import in_order
from core.reading import Reading
from core.schema import Event, EventType, ShotResult
from core.shootout import kick_of_shootout
from core.verbs import lemmas
from core.vocabulary import words
from core.writing_cards import write_cards
from core.writing_goals import write_goals
from core.writing_men import write_changes, write_injuries
from core.writing_penalties import write_penalties
from core.writing_state import SHEET, When, Writer

DISALLOWED, NO_RESULT, RESULT = 0.6, 0.4, 0.75
"""Confidences of a goal that was not given, and of an attempt without and with a told end."""


def write(r: Reading) -> None:
    """Write all events to the reading."""
    w = Writer(r)
    write_goals(w)
    write_penalties(w)
    write_changes(w)
    write_cards(w)
    _shots(w)
    write_injuries(w)
    _disallowed(w)
    _number(w)
    _half_time(w)
    r.events = w.events


def _shots(w: Writer) -> None:
    """Attempts that were no goals and no penalty kicks."""
    for s in w.told.shots:
        if not left_out(w, s):
            _shot(w, s)


def left_out(w: Writer, s: Shot) -> str:
    """Why an attempt is no event of its own, "" where it is one."""
    kicks = [p for p in w.told.penalties if p.kick_pos >= 0 and w.r.toks[p.kick_pos].sent == s.sent]
    if any(s.who in (p.taker, p.fouler) for p in kicks):
        return "kick"
    if not w.plays(s.who):
        return "no_player"
    if any(s is goal for goal in w.promoted):
        return "scored"
    if s.result is None and s.noun:
        return "spoken_of"
    if s.result is None and not s.tried:
        return "alone"
    if (s.time < 0 or s.undated) and kick_of_shootout(w.r, s.pos, w.sentence(s.pos)[1]):
        return "kick"
    if s.result == "blocked" and _deflected_in(w, s):
        return "scored"
    if s.result is None and any(g.who == s.who and abs(w.r.toks[g.pos].sent - s.sent) <= 1 for g in w.told.goals):
        return "scored"
    return ""


def _deflected_in(w: Writer, s: Shot) -> bool:
    """Whether what stopped an attempt only turned it into the net: "X calcia, Y devia e spiazza il portiere"."""
    v, end = words("frames"), w.sentence(s.pos)[1]
    goal = next((g for g in w.told.goals if g.who == s.who and s.pos < g.end <= end), None)
    said = w.r.toks[s.pos : goal.end] if goal is not None else []
    stopped = any(t.low in v.stopped or lemmas(t.low) & v.stopping for t in said)
    return not stopped and any(t.low in v.deflection or "deviare" in lemmas(t.low) for t in said)


def _keeper(w: Writer, s: Shot) -> int:
    """The goalkeeper who saves: named, or the only one of the other side where "il portiere" saves; -1 for nobody."""
    if s.keeper >= 0:
        return s.keeper
    a, b = w.sentence(s.pos)
    other = w.r.other(w.team(s.who))
    if other is None or not any(t.low in words("frames").keeper_nouns for t in w.r.toks[a : max(b, s.end)]):
        return -1
    keepers = [k for k, man in enumerate(w.r.people) if man.team == other and man.goalkeeper >= 1.0]
    return keepers[0] if len(keepers) == 1 else -1


def _shot(w: Writer, s: Shot) -> None:
    event = Event(
        type=EventType.SHOT,
        team=w.team(s.who),
        player=w.called(s.who),
        result=ShotResult(s.result) if s.result else None,
        goalkeeper=w.called(_keeper(w, s)) if s.result == "saved" else None,
        confidence=RESULT * s.weight if s.result else NO_RESULT,
        rule="attempt" + ("+" + s.result if s.result else ""),
    )
    when = w.moment(s.time, s.pos) if s.time >= 0 else w.when(s.pos)
    if s.undated:
        when = When(period=when.period)
    w.add(event, when, [w.token_span(s.pos, s.end)])


def _disallowed(w: Writer) -> None:
    """Goals that did not count, of sheets and prose; what both tell is one."""
    noted = set()
    for goal in (d for sheet in w.r.sheets for d in sheet.disallowed):
        who = w.person(goal.player)
        noted.add(who)
        event = _not_given(w, who, SHEET, "sheet")
        w.add(event, w.sheet_when(goal.minute), [w.r.view.span(*goal.span)])
    for who, a, b in w.told.disallowed:
        if who in noted:
            continue
        w.add(_not_given(w, who, DISALLOWED, "disallowed"), w.when(a), [w.token_span(a, b)])


def _not_given(w: Writer, who: int, confidence: float, rule: str) -> Event:
    return Event(
        type=EventType.DISALLOWED_GOAL, team=w.team(who), player=w.called(who), confidence=confidence, rule=rule
    )


def _number(w: Writer) -> None:
    """Ids, order and running score."""
    w.events = in_order(w.events, [e for e in w.events if w.narrated(e)])
    score = [0, 0]
    for k, e in enumerate(w.events):
        e.id, e.order = f"e{k + 1}", k + 1
        if e.type == EventType.GOAL and e.team in w.r.sides and e.team is not None:
            score[0 if e.team == w.r.match.home else 1] += 1
            e.score_after = (score[0], score[1])


def _half_time(w: Writer) -> None:
    """The score at half time: what the goals make it, where each is known to fall before or after it and none is told.

    Where they make a told one the other way round, it is told the other way round.
    """
    match = w.r.match
    match.half_time = match.half_time or half_in_words(w.r, words("match"))
    goals = [e for e in w.events if e.type == EventType.GOAL]
    if match.score is None or len(goals) != sum(match.score) or not all(e.period for e in goals):
        return
    first = [e.team for e in goals if e.period == 1]
    made = (sum(t == match.home for t in first), sum(t == match.away for t in first))
    if match.half_time in (None, made[::-1]):
        match.half_time = made
