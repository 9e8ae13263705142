"""Penalties: awards and missed kicks, of sheets and prose; scored kicks are goals."""

from __future__ import annotations

from core.penalty_kicks import Penalty
from core.schema import Event, EventType
from core.shootout import kick_of_shootout
from core.verbs import analyses
from core.vocabulary import words
from core.writing_state import SHEET, When, Writer

PENALTY = 0.7
"""The confidence of an award and of a missed penalty."""


def write_penalties(w: Writer) -> None:
    """Awards and missed kicks; what a sheet and the prose tell of one kick is one event."""
    missed = [w.person(m.player) for sheet in w.r.sheets for m in sheet.missed_penalties]
    _of_sheets(w)
    seen: list[When] = []
    for p in w.told.penalties:
        if not p.award and p.kick_pos >= 0 and _in_shootout(w, p):
            continue
        team = _side(w, p)
        kick = _kicked(w, p)
        award = w.when(p.award_pos) if p.award_pos >= 0 else When()
        if award.minute is None and kick.minute is not None:
            award = When(kick.minute, kick.added, True, kick.period, kick.span)
        elif award.minute is None:
            award = _of_its_goal(w, p, team) or award
        if p.award and team is not None and not any(s.minute is not None and s.key == award.key for s in seen):
            _award(w, p, team, award)
            seen.append(award)
        if p.missed and p.taker >= 0 and p.taker not in missed:
            team = w.team(p.taker) or team
            _missed(w, team, p, kick if kick.minute is not None else award)


def _award(w: Writer, p: Penalty, team: str, when: When) -> None:
    event = Event(
        type=EventType.PENALTY_AWARDED,
        team=team,
        fouled=w.called(p.fouled),
        fouler=w.called(p.fouler),
        confidence=PENALTY,
        rule="award",
    )
    w.add(event, when, [w.token_span(*w.sentence(p.pos))])


def _missed(w: Writer, team: str | None, p: Penalty, when: When) -> None:
    event = Event(
        type=EventType.PENALTY_MISSED,
        team=team,
        player=w.called(p.taker),
        goalkeeper=w.called(p.keeper),
        confidence=PENALTY,
        rule="missed",
    )
    w.add(event, when, [w.token_span(*w.sentence(p.kick_pos))])


def _of_sheets(w: Writer) -> None:
    """Missed kicks of the notes of a sheet."""
    for missed in (m for sheet in w.r.sheets for m in sheet.missed_penalties):
        taker, keeper = w.person(missed.player), w.person(missed.goalkeeper)
        event = Event(
            type=EventType.PENALTY_MISSED,
            team=w.team(taker) or w.r.other(w.team(keeper)),
            player=w.called(taker),
            goalkeeper=w.called(keeper),
            confidence=SHEET,
            rule="sheet",
        )
        w.add(event, w.sheet_when(missed.minute), [w.r.view.span(*missed.span)])


def _side(w: Writer, p: Penalty) -> str | None:
    """The side that gets a penalty: told, or of the goal it became, of the kicker, of who was fouled."""
    if p.team in w.r.sides:
        return p.team
    goals = {e.team for e in w.events if e.type == EventType.GOAL and e.penalty and e.player == w.called(p.taker)}
    if p.scored and len(goals) == 1:
        return goals.pop()
    said = [t for t in (w.team(p.taker), w.team(p.fouled), w.r.other(w.team(p.fouler))) if t is not None]
    return max(said, key=said.count) if said else None  # the kicker's, unless both others say the other side


def _kicked(w: Writer, p: Penalty) -> When:
    """When the kick was taken; what had happened before has not the time of the sentence before it."""
    if p.kick_pos < 0:
        return When()
    g, toks = words("clauses"), w.r.toks
    a, b = w.sentence(p.kick_pos)
    lows = [t.low for t in toks[a:b]]
    had = any(x in g.had and any(f.mood == "part" for f in analyses(y)) for x, y in zip(lows, lows[1:], strict=False))
    return w.when(p.kick_pos, inherit=not had)


def _in_shootout(w: Writer, p: Penalty) -> bool:
    """Whether a kick that no award precedes is one of the shoot-out."""
    when = w.told.time_at.get(p.kick_pos, -1)
    dated = when >= 0 and w.r.toks[w.told.moments[when].a].sent == w.r.toks[p.kick_pos].sent
    return not dated and kick_of_shootout(w.r, p.kick_pos, w.sentence(p.kick_pos)[1])


def _of_its_goal(w: Writer, p: Penalty, team: str | None) -> When | None:
    """The time of the goal that an undated penalty became, where only one can be meant."""
    goals = [e for e in w.events if e.type == EventType.GOAL and e.penalty and e.team == team]
    if p.taker >= 0:
        goals = [e for e in goals if e.player == w.called(p.taker)]
    if len(goals) != 1 or goals[0].minute is None or p.missed:
        return None
    return When(goals[0].minute, goals[0].added, True, goals[0].period)
