"""Goals and penalties: the tellings of sheets and prose become accounts, the accounts become events."""

from __future__ import annotations

import math
from collections import defaultdict

from core.account import Account, Telling
from core.asides import second_step
from core.authors import assist_of, chances
from core.goal_odds import odds
from core.ledger import Ledger
from core.penalty_kicks import Penalty
from core.schema import Event, EventType, Score
from core.tokens import Tok, spelt
from core.vocabulary import words
from core.writing_state import When, Writer

BELIEVED = 0.95
"""How far the belief in a side is trusted."""
SPOT = 6
"""Tokens round the words for a goal within which "su rigore" makes it a kick from the spot."""
KICKED = frozenset(("goal_verb", "score", "attempt", "state_verb", "state_noun", "beat_verb"))
"""Kinds of words by which a goal may be the kick of a penalty told before."""
OTHER_PLAY = frozenset(("pass", "rebound", "free_kick", "memory", "disallowed"))
"""Signs by which it is not."""
AT_ONCE = 8
"""Tokens from an award to the words for a goal between which no pass fits: "tocca il pallone, rigore e X segna"."""
ROUND = 3
"""Tokens round the words for a goal within which a scored kick is that goal."""
RUNNER_UP = 0.2
"""The probability from which on an author that lost is named."""
BEFORE, BEHIND = 12, 8
"""Tokens of the sentence round the words for a goal that are shown as its evidence."""


def accounts(w: Writer) -> tuple[Score | None, list[Account], dict[int, float]]:
    """The final score and the goals of sheets and prose, reconciled, and how far each author leans to the home side."""
    prose = _of_prose(w)
    _from_the_spot(w, prose)
    tellings = _of_sheets(w) + _joined(prose, _of_penalties(w))
    claims = {(who, w.team(who)): n for who, n in w.told.claims.items()}
    ledger = Ledger(w.r.match.home, w.r.match.away)
    score, found = ledger.solve(tellings, w.r.scores, claims)
    return score, found, ledger.lean


def _weights() -> dict[str, float]:
    weights: dict[str, float] = words("weights").ledger
    return weights


def _of_sheets(w: Writer) -> list[Telling]:
    tellings = []
    for g in (goal for sheet in w.r.sheets for goal in sheet.goals):
        who, when, at = w.person(g.player), w.sheet_when(g.minute), w.at.get(g.player.start, 0)
        team = w.r.sides[g.side] if g.side is not None else None
        if team is None and w.team(who):
            team = w.r.other(w.team(who)) if g.own_goal else w.team(who)
        told = Telling(team, when.key, when.period, _weights()["sheet_odds"], at, at + 1, "sheet")
        told.penalty, told.own = g.penalty, g.own_goal
        tellings.append(_by(w, told, {who: 1.0} if who >= 0 else {}))
    return tellings


def _by(w: Writer, told: Telling, authors: dict[int, float]) -> Telling:
    """Note who may be the author, and how likely the goal is the home side's for each."""
    told.authors = authors
    if told.source != "sheet" and told.time[0] is not None:
        told.firm = w.dated_near(told.pos, told.end)
    for who in authors:
        home = (1.0 + BELIEVED * w.r.belief.get(who, 0.0)) / 2
        told.home[who] = 1.0 - home if told.own else home
    return told


def _source(w: Writer, pos: int) -> str:
    return "lead" if pos < w.lead_end or w.r.toks[pos].section == "headline" else "body"


def _of_prose(w: Writer) -> list[Telling]:
    tellings = []
    for g in [*w.told.goals, *w.told.maybe]:
        when = w.when(g.pos) if g.time < 0 else w.moment(g.time, g.pos)
        told = Telling(
            g.team, when.key, when.period, odds(g), g.pos, g.end, _source(w, g.pos), w.r.toks[g.end - 1].sent,
            own=g.own, score=g.score, goal=g, step=_step(w, g.end - 1),
        )  # fmt: skip
        tellings.append(_by(w, told, chances(w.r, g)))
    return tellings


def _step(w: Writer, at: int) -> int:
    """1 or 2 for a token before or behind the "poi" of a sentence that tells two things one after the other."""
    second = second_step(w.r.items[w.r.toks[at].sent])
    return 0 if second is None else 1 + (at >= second)


def _of_penalties(w: Writer) -> list[Telling]:
    tellings = []
    for p in w.told.penalties:
        if p.scored and p.taker >= 0:
            when = w.at_once(p.kick_pos) or w.when(p.kick_pos, inherit=True)
            source = _source(w, p.kick_pos)
            told = Telling(
                w.team(p.taker), when.key, when.period, _weights()["penalty_odds"], p.kick_pos, p.end, source,
                w.r.toks[p.kick_pos].sent, penalty=True,
            )  # fmt: skip
            tellings.append(_by(w, told, {p.taker: 1.0}))
    return tellings


def _joined(prose: list[Telling], penalties: list[Telling]) -> list[Telling]:
    """Tellings of prose and penalties; the words of a scored kick are not a goal beside it."""
    for p in penalties:
        beside = [t for t in prose if t.sent == p.sent and t.pos - ROUND <= p.pos < t.end + ROUND and not t.own]
        kick = min(beside, key=lambda t: (t.likeliest != p.likeliest, t.pos), default=None)
        if kick is not None:
            p.goal, p.score = kick.goal, kick.score
            prose = [t for t in prose if t is not kick]
    return prose + penalties


def _from_the_spot(w: Writer, prose: list[Telling]) -> None:
    """Mark the goals that words beside them put on the spot, or that follow an award whose kick is not told."""
    missed = {p.sent for p in w.told.penalties if p.missed}
    for t in prose:
        t.penalty = t.penalty or (not t.own and t.sent not in missed and _spot_beside(w, t, prose))
        t.penalty = t.penalty or any(_of_several(w, p, t) for p in w.told.penalties)
    for p in w.told.penalties:
        if p.kicked or not p.award or p.award_pos < w.lead_end:
            continue
        if any(t.penalty and t.sent == p.sent and t.pos < p.award_pos for t in prose):
            continue  # "a segno X su rigore causato da Y, al 70' il raddoppio di Z"
        dated = {w.r.toks[m.a].sent for m in w.told.moments}
        sents = [s for s in (p.sent, p.sent + 1) if s == p.sent or s not in dated]
        behind = [t for t in prose if t.pos > p.award_pos and t.sent in sents and t.goal is not None]
        kick = min(behind, key=lambda t: t.pos, default=None)
        if kick is None or kick.own or kick.goal is None or not KICKED.issuperset(kick.goal.kinds):
            continue
        at_once = kick.sent == p.sent and kick.pos - p.award_pos <= AT_ONCE
        other = (OTHER_PLAY - {"pass"} if at_once else OTHER_PLAY) & kick.goal.signs.keys()
        if not other and p.fouler != kick.likeliest:
            kick.penalty = True


def _of_several(w: Writer, p: Penalty, t: Telling) -> bool:
    """Whether a goal is one of several penalties of one man: "due rigori trasformati da X, al 14' e al 60'"."""
    if not p.scored or p.sent != t.sent or p.taker != t.likeliest or t.own:
        return False
    near = w.r.toks[max(0, p.kick_pos - SPOT) : p.kick_pos]
    return any(x.low in words("penalties").several and x.sent == p.sent for x in near)


def _spot_beside(w: Writer, t: Telling, prose: list[Telling]) -> bool:
    """Whether "su rigore", "dal dischetto" stand round the words for a goal, with no other play or goal between."""
    v, toks = words("penalties"), w.r.toks
    others = [x for x in prose if x is not t and x.sent == t.sent]
    since = max((x.end for x in others if x.end <= t.pos), default=0)
    parted = (x.i for x in toks[since : t.pos] if since and x.text in (",", "e", "ed"))
    since = max(parted, default=since)  # "pareggio di X su rigore, sorpasso di Y"
    until = min((x.pos for x in others if x.pos >= t.end), default=len(toks))
    end = max(t.end, _named(w, t))
    reach = SPOT * (1 + any(x.text == "(" for x in toks[t.end : t.end + SPOT]))
    near = [x for x in toks[max(since, t.pos - SPOT) : min(until, end + reach)] if x.sent == t.sent]
    if toks[t.pos].low in v.penalty_nouns:
        return True  # "doppietta: rigore al 5', testata al 60'"
    if t.goal is not None and any(spelt(toks[max(0, t.pos - 2) : t.pos]) == phrase for phrase in v.spot_of):
        return True  # "il penalty del 2-0"
    if t.goal is None or OTHER_PLAY & t.goal.signs.keys() or any(x.text in ";:" for x in near):
        return False
    someone = {n.b for n in w.r.names if n.person not in (-1, t.likeliest)}
    heads = {n.a for n in w.r.names if n.person not in (-1, t.likeliest)}
    near = [x for x in near if not _from_spot_at(toks, x.i, someone) and not _opens(toks, x.i, heads)]
    said = " " + " ".join(x.low for x in near) + " "
    return any(f" {phrase} " in said for phrase in v.from_spot) and not any(f" {x} " in said for x in v.not_from_spot)


def _from_spot_at(toks: list[Tok], i: int, others: set[int]) -> bool:
    """Whether "dal dischetto" stands at ``i``, at once behind somebody else: "avanti con X dal dischetto, chiude Y"."""
    phrases = words("penalties").from_spot if i in others else ()
    return any(spelt(toks[i : i + phrase.count(" ") + 1]) == phrase for phrase in phrases)


def _opens(toks: list[Tok], i: int, others: set[int]) -> bool:
    """Whether "su rigore" at ``i`` opens what somebody else does: "X firma il tris, su rigore Y accorcia"."""
    if i < 1 or (toks[i - 1].text not in ",;:" and toks[i - 1].low not in ("e", "ed", "poi", "mentre", "ma")):
        return False
    found = (p.count(" ") + 1 for p in words("penalties").from_spot if spelt(toks[i : i + p.count(" ") + 1]) == p)
    return any(i + n in others for n in found)


def _named(w: Writer, t: Telling) -> int:
    """The token behind the author's name where it soon follows: "in vantaggio all'11' con X su rigore"."""
    toks = w.r.toks
    behind = (n for n in w.r.names if n.person == t.likeliest and t.end <= n.a < t.end + SPOT)
    return next((n.b for n in behind if toks[n.a].sent == t.sent), 0)


def write_goals(w: Writer) -> None:
    """Write the final score and the goals."""
    w.r.match.score, found, _ = accounts(w)
    for account in found:
        _goal(w, account)


def _goal(w: Writer, account: Account) -> None:
    minute, added, approx = account.time
    own = account.own
    penalty = any(t.penalty for t in account.tellings) and not own
    w.promoted += [t.goal.shot for t in account.tellings if t.goal is not None and t.goal.shot is not None]
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
        confidence=1 / (1 + math.exp(-account.odds)),
        rule="+".join(sorted(kinds)),
        alternative=_runner_up(w, account),
    )
    w.add(event, When(minute, added, approx, period), [w.token_span(*_evidence(w, t)) for t in told])


def other_authors(w: Writer, account: Account) -> list[tuple[str, float]]:
    """Who else may have scored, over all tellings, with the probability, the likeliest first."""
    shares: dict[str, float] = defaultdict(float)
    for told in account.tellings:
        for who, share in told.authors.items():
            name = w.called(who)
            if name is not None and who != account.who:
                shares[name] += share / len(account.tellings)
    return sorted(shares.items(), key=lambda p: (-p[1], p[0]))


def _runner_up(w: Writer, account: Account) -> str | None:
    """The author that came second, with his probability, where he was near."""
    name, share = next(iter(other_authors(w, account)), ("", 0.0))
    return f"{name} ({share:.0%})" if share >= RUNNER_UP else None


def _assist(w: Writer, account: Account) -> int:
    """Who gave the ball as the telling has it that is surest of it, -1 for nobody."""
    told = [assist_of(w.r, t.goal, account.who) for t in account.tellings if t.goal is not None and not account.own]
    return max(told, key=lambda found: found[1])[0] if told else -1


def _evidence(w: Writer, t: Telling) -> tuple[int, int]:
    """The tokens that tell a goal: the line of a sheet, or the words with some of their sentence."""
    if t.source == "sheet":
        return t.pos, t.end
    a, b = w.sentence(t.pos)
    return max(a, t.pos - BEFORE), min(max(b, t.end), t.end + BEHIND)
