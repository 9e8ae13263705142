"""Goals that were not given: they take back the goal or attempt that the words before them told."""

from __future__ import annotations

from core.acts import Act
from core.reading import Name, Reading
from core.told import Told
from core.verbs import lemmas
from core.vocabulary import Vocabulary, words

GOAL = ("goal", "ball", "state", "beat", "joy")
"""Acts without one of which nothing was there to disallow."""
TRIED = ("goal", "beat", "attempt", "state", "off", "wood", "joy", "ball")
"""Acts whose author may be whose goal was not given."""
TAKING = ("disallowed", "offside")
"""Acts that take a goal back; an offside does so only where it turns what was told before it."""
BEHIND, DATIVE, LET, NOUN = 25, 5, 8, 8
"""Tokens by which an attempt, "a X", what lets a goal stand, and a word for the goal may stand off the words."""
OPENING = 3
"""Tokens at the beginning of a sentence among which the word stands that turns the one before it."""
JOINED = 3
"""Tokens between a goal and the offside that it was scored in."""
FARTHEST = 3
"""Sentences from a goal to the words that take it back."""
COUNTED = 4
"""Tokens round the words among which it is told that they speak of more goals than one."""
WHOSE = ("a", "ad", "con", "di")
"""What whose goal was not given hangs on where they are counted."""
TO = ("a", "ad", "di", "al", "all'", "allo")


def take_away(r: Reading, acts: list[Act], told: Told) -> None:
    """Note goals that were not given in ``told`` and take away the goals and attempts that they were."""
    v = words("frames")
    seen: dict[int, int] = {}
    for act in acts:
        if act.kind not in TAKING or act.sent in seen:
            continue
        first_sent = _since(r, act, acts)
        near = [a for a in acts if _beside(r, act, a.sent, a.pos, first_sent)]
        own_line = [a for a in near if r.toks[a.pos].line == r.toks[act.pos].line]
        if any(a.kind in TRIED and a.who >= 0 for a in own_line):
            near = own_line  # of a ticker
        if act.sent - 1 in seen:
            near = [a for a in near if a.sent == act.sent]
            if not any(a.kind in GOAL for a in near) and act.low not in v.likewise:
                continue
        if _by_player(r, act) or not _takes_back(r, act, near, v, act.sent - 1 in seen) or _stands(r, act, acts, v):
            continue
        tried = [a for a in near if a.kind in TRIED and a.who >= 0 and a.pos <= act.end + BEHIND]
        tried = [a for a in tried if not _then(r, act, a.sent, a.pos)]
        here = [a for a in tried if a.sent == act.sent and act.kind != "offside"] or tried
        who = _author(r, act, here, followed=any(a.kind in TAKING and a.sent == act.sent + 1 for a in acts))
        if who < 0 or seen.get(act.sent - 1, -1) == who:
            continue
        seen[act.sent] = who
        his = [a for a in here if a.who == who]
        first = min((a.pos for a in [a for a in his if a.sent == act.sent] or his), default=act.pos)
        told.disallowed += _each(r, act, v) or [(who, act.pos if act.low == "si" else first, act.end)]
        since = _from(r, act, his, v)
        for goals in (told.goals, told.maybe):
            goals[:] = [
                g
                for g in goals
                if not (g.who in (who, -1) and g.pos >= since and _beside(r, act, g.sent, g.pos, first_sent))
            ]
        told.shots = [s for s in told.shots if not (s.who == who and _beside(r, act, s.sent, s.pos, act.sent - 1))]


def _takes_back(r: Reading, act: Act, near: list[Act], v: Vocabulary, told_before: bool) -> bool:
    """Whether the words take back a goal that was told, or name the goal that they take back."""
    if any(a.kind in ("ago", "memory") and a.sent == act.sent for a in near):
        return False
    if act.low in v.likewise:
        return told_before
    goals = [a for a in near if a.kind in GOAL and a.pos < act.end]
    if act.kind == "offside":
        return any(_turned(r, goal, act, v) for goal in goals)
    if act.low == "si":
        return True
    if any(a.kind in GOAL or (a.kind == "attempt" and a.sent == act.sent) for a in near):
        return not _annuls(r, act, v) or any(a.who >= 0 for a in goals) or _names_goal(r, act, v)
    return _annuls(r, act, v) and _names_goal(r, act, v)


def _by_player(r: Reading, act: Act) -> bool:
    """Whether a player does what the words tell: "si vede cancellare il gol da X" is a save."""
    return any(
        n.person >= 0
        and act.end < n.a <= act.end + DATIVE
        and r.toks[n.a - 1].low in words("clauses").by
        and r.people[n.person].label == "PLAYER"
        for n in r.names
    )


def _annuls(r: Reading, act: Act, v: Vocabulary) -> bool:
    """Whether the words take a goal back even where none was told before them."""
    return any(t.low.startswith(tuple(v.annulled)) for t in r.toks[act.pos : act.end])


def _names_goal(r: Reading, act: Act, v: Vocabulary) -> bool:
    """Whether a word for a goal, or for the two things a referee can annul, stands beside the words."""
    near = r.toks[max(0, act.pos - NOUN) : act.end + NOUN]
    return any(t.low in v.annullable and t.sent == act.sent for t in near)


def _turned(r: Reading, goal: Act, act: Act, v: Vocabulary) -> bool:
    """Whether an offside turns the goal told before it: "segna, ma è in fuorigioco", "Gol di X. Il Var vede …"."""
    if goal.pos >= act.pos:
        return False
    between = {t.low for t in r.toks[goal.end : act.pos]}
    if goal.sent == act.sent:
        if between & v.no_goal_here:
            return False  # "segna X su rigore, per un tocco di mano di Y"
        joined = act.pos - goal.end <= JOINED and bool(between & v.joined)
        judged = bool(between & v.judges) and not between & v.denying
        judged = judged and ";" not in between
        if lemmas(act.low) & v.saying:
            return judged  # "batte X, ma Y dice no" is a save
        return joined or judged or bool(between & v.turned) or (";" not in between and _stopped(r, act, v))
    here = {t.low for t in r.toks[goal.pos : act.end + BEHIND] if t.sent == act.sent}
    judged = bool(here & v.judges) or _stopped(r, act, v)
    others = any(
        goal.end <= n.a < act.pos
        and n.person not in (-1, goal.who, goal.whom)
        and r.people[n.person].label == "PLAYER"
        and r.people[n.person].goalkeeper < 1
        for n in r.names
    )
    return judged and not here & v.no_goal_here and not others


def _from(r: Reading, act: Act, his: list[Act], v: Vocabulary) -> int:
    """The token from which on his goals are the one taken back: "prima gli era stato annullato un altro gol"."""
    start = r.sentences[act.sent][0]
    earlier = [k for k in range(start, act.end + 2) if k < len(r.toks) and r.toks[k].low in v.earlier]
    if earlier:
        return earlier[-1]
    return start if any(a.kind in GOAL and a.sent == act.sent and a.pos < act.end for a in his) else 0


def _since(r: Reading, act: Act, acts: list[Act]) -> int:
    """The first sentence of what the words may take back; sentences that tell nothing of the ball stand between."""
    since = act.sent - 1
    if act.kind == "offside":
        return since
    told = {a.sent for a in acts if a.kind in TRIED}
    while since > act.sent - FARTHEST and since not in told:
        since -= 1
    return since


def _each(r: Reading, act: Act, v: Vocabulary) -> list[tuple[int, int, int]]:
    """Each of several goals that were not given: "annullati due gol, a X al 23' e a Y al 65'"; none for one."""
    said = {t.low for t in r.toks[max(0, act.pos - COUNTED) : act.end + COUNTED] if t.sent == act.sent}
    if not said & v.not_one:
        return []
    whose = [
        n
        for n in r.names
        if n.person >= 0 and n.a >= act.end and r.toks[n.a].sent == act.sent and r.toks[n.a - 1].low in WHOSE
    ]
    return [(n.person, n.a, n.b) for n in whose] if len({n.person for n in whose}) > 1 else []


def _stopped(r: Reading, act: Act, v: Vocabulary) -> bool:
    """Whether the words say by themselves that play had stopped: "gioco fermo", "tutto inutile"."""
    return any(t.low in v.play_stopped for t in r.toks[act.pos : act.end])


def _then(r: Reading, act: Act, sent: int, pos: int) -> bool:
    """Whether something came after the goal that was not given: "gol annullato agli ospiti, poi X passa"."""
    return sent == act.sent and any(t.low in words("frames").then for t in r.toks[act.end : pos])


def _stands(r: Reading, act: Act, acts: list[Act], v: Vocabulary) -> bool:
    """Whether the goal was given after all: "l'arbitro convalida", "in sospetto fuorigioco", "annulla. Ma il Var …"."""
    last = act.sent + (act.kind == "offside" or _but(r, act.sent + 1))
    behind = [a for a in acts if a.kind == "allowed" and act.sent <= a.sent <= last]
    return any(
        a.real and a.pos >= act.pos - LET and not any(t.low in v.not_last for t in r.toks[a.pos : max(a.pos, act.pos)])
        for a in behind
    )


def _but(r: Reading, sent: int) -> bool:
    """Whether a sentence turns what the one before it told: "Ma il Var interviene e corregge la decisione"."""
    if sent >= len(r.sentences):
        return False
    start, stop = r.sentences[sent]
    opening = {t.low for t in r.toks[start : min(stop, start + OPENING)]}
    return bool(opening & words("frames").reversing)


def _beside(r: Reading, act: Act, sent: int, pos: int, since: int) -> bool:
    """Whether something is told from sentence ``since`` to that of an act, in the same paragraph or ticker."""
    one, other = r.toks[pos], r.toks[act.pos]
    return since <= sent <= act.sent and (one.line == other.line or one.section == other.section == "live")


def _author(r: Reading, act: Act, here: list[Act], followed: bool) -> int:
    """Whose goal was not given: "annullato a X", whoever had just scored or tried, or who is named; -1 for nobody.

    ``followed`` where the next sentence takes it back in words of its own.
    """
    named = [
        n for n in r.names if n.person >= 0 and r.toks[n.a].sent == act.sent and r.people[n.person].label == "PLAYER"
    ]
    dative = [
        n
        for n in named
        if act.end <= n.a <= act.end + DATIVE
        and r.toks[n.a - 1].low in TO
        and r.toks[n.a - 2].low not in words("frames").against_goal
    ]
    if dative and act.kind == "disallowed":
        return dative[0].person
    if act.low == "si" and act.who >= 0:
        return act.who
    before_it = [n for n in named if n.a < act.pos and r.people[n.person].goalkeeper < 1]
    if here and act.low not in words("frames").likewise:
        bound = [a for a in here if a.bound] or here
        before = [a for a in bound if a.pos <= act.pos]
        if before or not before_it:
            return (before or bound)[-1].who
    if act.kind == "offside":
        return -1
    if act.low in words("frames").likewise:
        return next((n.person for n in named if n.a >= act.end), -1)
    named += [n for n in r.names if not named and not followed and _next_subject(r, act, n)]
    own = [n for n in [*before_it, *named] if r.people[n.person].goalkeeper < 1]
    return next((n.person for n in own if not _then(r, act, act.sent, n.a)), -1)


def _next_subject(r: Reading, act: Act, name: Name) -> bool:
    """Whether a player opens the sentence behind the words: "Rete annullata agli ospiti. X sembrava in gioco"."""
    if name.person < 0 or r.people[name.person].label != "PLAYER" or r.toks[name.a].sent != act.sent + 1:
        return False
    return name.a - r.sentences[act.sent + 1][0] < OPENING and r.toks[name.a].line == r.toks[act.pos].line
