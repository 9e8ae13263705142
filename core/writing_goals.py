"""Goals and penalties: the tellings of sheets and prose become accounts, the accounts become events."""

from __future__ import annotations

from core.ledger import Account, Telling, best_account
from core.schema import Event, EventType, Score
from core.writing_state import When, Writer

SHEET_GOAL, SCORED_PENALTY = 2.0, 0.9
"""Weights of a goal of a sheet, and of a penalty told as scored."""
PENALTY = 0.7
"""The confidence of an award and of a missed penalty."""
BEFORE, BEHIND = 12, 8
"""Tokens of the sentence round the words for a goal that are shown as its evidence."""


def accounts(w: Writer) -> tuple[Score | None, list[Account]]:
    """The final score and the goals of sheets and prose, reconciled."""
    tellings = _of_sheets(w) + _of_prose(w) + _of_penalties(w)
    claims = {(who, w.team(who)): n for who, n in w.told.claims.items()}
    return best_account(tellings, w.r.scores, w.r.match.home, w.r.match.away, claims)


def _of_sheets(w: Writer) -> list[Telling]:
    tellings = []
    for g in (goal for sheet in w.r.sheets for goal in sheet.goals):
        who, when, at = w.person(g.player), w.sheet_when(g.minute), w.at.get(g.player.start, 0)
        team = w.r.sides[g.side] if g.side is not None else None
        if team is None and w.team(who):
            team = w.r.other(w.team(who)) if g.own_goal else w.team(who)
        tellings.append(
            Telling(
                who, team, when.key, when.period, SHEET_GOAL, at, at + 1, "sheet", penalty=g.penalty, own=g.own_goal
            )
        )
    return tellings


def _source(w: Writer, pos: int) -> str:
    return "lead" if pos < w.lead_end or w.r.toks[pos].section == "headline" else "body"


def _of_prose(w: Writer) -> list[Telling]:
    tellings = []
    for g in w.told.goals:
        when = w.when(g.pos) if g.time < 0 else w.moment(g.time, g.pos)
        team = w.r.other(w.team(g.who)) if g.own and w.team(g.who) else w.team(g.who)
        tellings.append(
            Telling(
                g.who, team or g.team, when.key, when.period, g.weight, g.pos, g.end, _source(w, g.pos),
                own=g.own, assist=g.assist, score=g.score, goal=g,
            )
        )  # fmt: skip
    return tellings


def _of_penalties(w: Writer) -> list[Telling]:
    tellings = []
    for p in w.told.penalties:
        if p.scored and p.taker >= 0:
            when, source = w.when(p.kick_pos, inherit=True), _source(w, p.kick_pos)
            tellings.append(
                Telling(
                    p.taker, w.team(p.taker), when.key, when.period, SCORED_PENALTY, p.kick_pos, p.end, source,
                    penalty=True,
                )
            )  # fmt: skip
    return tellings


def write_goals(w: Writer) -> None:
    """Write the final score and the goals."""
    w.r.match.score, found = accounts(w)
    for account in found:
        _goal(w, account)


def _goal(w: Writer, account: Account) -> None:
    minute, added, approx = account.time
    own = any(t.own for t in account.tellings)
    penalty = any(t.penalty for t in account.tellings) and not own
    dated = [t.period for t in account.tellings if t.time[0] is not None]
    period = next((p for p in [*dated, *(t.period for t in account.tellings)] if p), None)
    told = sorted(account.tellings, key=lambda t: (t.source == "sheet", t.source == "lead", t.pos))
    kinds = {k for t in told if t.goal for k in t.goal.kinds} | {t.source for t in told if t.source == "sheet"}
    event = Event(
        type=EventType.GOAL,
        team=account.team,
        player=w.called(account.who),
        penalty=penalty,
        own_goal=own,
        assist=None if penalty else w.called(_assist(w, account)),
        confidence=0.5 + 0.12 * min(account.weight, 4.0),
        rule="+".join(sorted(kinds)),
    )
    w.add(event, When(minute, added, approx, period), [w.token_span(*_evidence(w, t)) for t in told])


def _assist(w: Writer, account: Account) -> int:
    """Who gave the ball, -1 for nobody: not the author, nor one of the other side."""
    assist = next((t.assist for t in account.tellings if t.assist >= 0 and t.source != "sheet"), -1)
    if assist == account.who or (account.team and w.team(assist) not in (account.team, None)):
        return -1
    return assist


def _evidence(w: Writer, t: Telling) -> tuple[int, int]:
    """The tokens that tell a goal: the line of a sheet, or the words with some of their sentence."""
    if t.source == "sheet":
        return t.pos, t.end
    a, b = w.sentence(t.pos)
    return max(a, t.pos - BEFORE), min(max(b, t.end), t.end + BEHIND)


def write_penalties(w: Writer) -> None:
    """Awards and missed kicks; scored kicks are goals."""
    seen: list[When] = []
    for p in w.told.penalties:
        told = p.team if p.team in w.r.sides else None
        team = told or w.team(p.taker) or w.team(p.fouled) or w.r.other(w.team(p.fouler))
        kick = w.when(p.kick_pos, inherit=True) if p.kick_pos >= 0 else When()
        award = w.when(p.award_pos) if p.award_pos >= 0 else When()
        if award.minute is None and kick.minute is not None:
            award = When(kick.minute, kick.added, True, kick.period, kick.span)
        if p.award and team is not None and not any(s.minute is not None and s.key == award.key for s in seen):
            fouled, fouler = w.called(p.fouled), w.called(p.fouler)
            event = Event(
                type=EventType.PENALTY_AWARDED,
                team=team,
                fouled=fouled,
                fouler=fouler,
                confidence=PENALTY,
                rule="award",
            )
            w.add(event, award, [w.token_span(*w.sentence(p.pos))])
            seen.append(award)
        if p.missed and p.taker >= 0:
            event = Event(
                type=EventType.PENALTY_MISSED,
                team=w.team(p.taker) or team,
                player=w.called(p.taker),
                goalkeeper=w.called(p.keeper),
                confidence=PENALTY,
                rule="missed",
            )
            w.add(event, kick if kick.minute is not None else award, [w.token_span(*w.sentence(p.kick_pos))])
