"""Words that tell a goal, gathered until the next goal begins."""

from __future__ import annotations

from core.acts import Act, count_of
from core.fold_state import Fold
from core.incidents import COUNTED, Goal
from core.verbs import analyses, lemmas

TELLS = frozenset(("goal_verb", "goal_noun", "goal_ball", "beat_verb", "state_verb", "goal_list"))
"""Kinds of words that tell a goal by themselves."""
CLEARING = 12
"""Tokens before words for a goal within which "nel tentativo di liberare" makes it an own goal."""
SIGNED = 3
"""Words between the state of the score and the participle of who made it so."""
KEEPER_REACH = 4
"""Tokens behind "batte" in which "il portiere" is its object."""
LIKELY_KEEPER = 0.45
"""The same where an attempt stands before it."""
SURE_KEEPER = 0.9
"""The belief that he keeps goal from which on who is beaten is a beaten keeper."""


def _evidence(f: Fold, act: Act, kind: str, who: int, weight: float) -> Goal:
    """Add words to the goal under way, or to a new one where they cannot be of the same."""
    if f.goal is not None and _is_next(f, f.goal, act, kind, who):
        f.flush_goal()
    if f.goal is None:
        f.goal = Goal(who, act.team, -1, act.pos, act.end, act.sent, time=f.told_at(act))
    g = f.goal
    if who >= 0 and (g.who < 0 or _signed(f, g, act)):
        g.who, g.sure = who, act.bound
    if act.who < 0 and act.near >= 0 and not f.keeper(act.near):
        g.near = act.near
    if act.team is not None and g.team is None:
        g.team = act.team
    if kind not in g.kinds:
        g.weight += weight if act.real else weight - f.weights["unreal"]
    g.kinds.add(kind)
    g.end = max(g.end, act.end)
    if g.time < 0:
        g.time = f.told_at(act)
    if act.score is not None:
        g.score = act.score
    _take_shot(f, g, act, kind, who)
    if act.passer >= 0 and g.assist < 0 and act.passer != g.who:
        g.assist = act.passer
    return g


def _is_next(f: Fold, g: Goal, act: Act, kind: str, who: int) -> bool:
    """Whether words are of another goal than the one under way."""
    if _signed(f, g, act):
        return False
    if act.real and g.weight < 0:
        return True  # "la gara sembra avviata al pareggio, ma X segna": what only seemed is none
    if who >= 0 and g.who >= 0 and who != g.who and act.bound:
        return True
    if g.score is not None and act.score is not None and g.score != act.score:
        return True
    if None not in (g.team, act.team) and g.team != act.team and g.sent < act.sent and kind != "own_goal":
        return True  # "ospiti avanti con X. I locali trovano il pari"
    if g.score is not None and _counts_on(f, g.score, act):
        return True
    if act.category == "state_noun" and _looked_back(f, act):
        return True
    if g.sent >= act.sent:
        return _then(f, g, act, kind)
    if g.sent < act.sent - 1:
        return True
    return _anew(f, g, act, kind, who) if g.who >= 0 else act.bound and f.peopled(f.r.toks[g.pos].sent)


def _counts_on(f: Fold, score: tuple[int, int], act: Act) -> bool:
    """Whether words count more goals than the score just told has: "il penalty del 2-0 … libera X per il tris"."""
    count = COUNTED.get(_first_of(f.v.turns, [t.low for t in f.r.toks[act.pos : act.end]]), 0)
    return act.kind == "state" and count > max(score)


def _signed(f: Fold, g: Goal, act: Act) -> bool:
    """Whether a participle says who made the state of the score just told: "arriva il sorpasso ospite firmato X"."""
    between = [t for t in f.r.toks[g.end : act.pos] if t.low != "a"]
    signing = any(form.mood == "part" and form.lemma in f.v.signing for form in analyses(act.low))
    near = g.sent == act.sent and len(between) <= SIGNED and all(t.word for t in between)
    return signing and act.bound and near and not g.kinds.isdisjoint(("state_noun", "goal_noun", "score"))


def _looked_back(f: Fold, act: Act) -> bool:
    """Whether "dopo" stands before a noun: "pareggia X dopo il vantaggio di Y" tells of an earlier goal."""
    before = f.r.toks[max(0, act.pos - 3) : act.pos]
    return any(t.low == "dopo" and t.sent == act.sent for t in before)


def _then(f: Fold, g: Goal, act: Act, kind: str) -> bool:
    """Whether "poi" parts the words from a goal told in full: "prima pareggia con X e poi segna con Y"."""
    told = not g.kinds.isdisjoint(TELLS) and kind in TELLS
    return told and any(t.low in f.v.then for t in f.r.toks[g.end : act.pos])


def _anew(f: Fold, g: Goal, act: Act, kind: str, who: int) -> bool:
    """Whether words in the sentence after a goal tell the next goal rather than the same one."""
    other = who not in (-1, g.who)
    if kind == "own_goal" and not g.own and not g.kinds.isdisjoint({"goal_verb", "beat_verb"}):
        return True  # "X spiazza il portiere. Poi la deviazione di Y nella propria porta": another goal
    if kind in ("goal_ball", "goal_noun", "score", "own_goal") and not (act.bound and other):
        another = f.shot is not None and f.shot.who not in (-1, g.who)
        return another or (act.score is not None and g.score is not None)
    return other or not g.kinds.isdisjoint({"goal_verb", "beat_verb", "goal_ball"})


def _take_shot(f: Fold, g: Goal, act: Act, kind: str, who: int) -> None:
    """The attempt under way was this goal."""
    s = f.shot
    reach = act.sent if kind.startswith("state") else act.sent - 1
    if s is None or s.sent < reach or s.result not in (None, "woodwork"):
        return
    if who >= 0 and act.bound and s.who not in (-1, who):
        return
    if g.who >= 0 and s.pos < g.pos < act.pos and s.who not in (-1, g.who):
        return  # "dopo il palo di X, gol di Y, al primo centro stagionale"
    if s.who >= 0 and (g.who < 0 or (not act.bound and s.bound and kind != "goal_verb")):
        g.who, g.sure = s.who, s.bound
    g.pos = min(g.pos, s.pos)
    g.kinds.add("attempt")
    g.weight += f.weights["attempt"]
    if s.passer >= 0 and g.assist < 0 and s.passer != g.who:
        g.assist = s.passer
    f.shot = None


def on_goal(f: Fold, act: Act) -> None:
    """Words for a goal."""
    kind = act.category
    if _of_another_day(f, act):
        return
    goal = _evidence(f, act, kind, act.who if kind == "goal_verb" or act.bound else -1, f.weights[kind])
    goal.own = goal.own or (kind == "goal_verb" and _clearing(f, act))


def _of_another_day(f: Fold, act: Act) -> bool:
    """Whether a clause without a minute says that its goal is of another match: "ha segnato un mese fa"."""
    return (act.sent, act.clause) in f.agos and f.told_at(act) < 0


def _clearing(f: Fold, act: Act) -> bool:
    """Whether who puts the ball in the net meant to clear it: "nel tentativo di liberare, X la mette alle spalle"."""
    toks = [t for t in f.r.toks[max(0, act.pos - CLEARING) : act.pos] if t.sent == act.sent]
    return any(
        t.low in f.v.attempting and lemmas(then.low) & f.v.clearing for t, then in zip(toks, toks[2:], strict=False)
    )


def on_ball(f: Fold, act: Act) -> None:
    """The ball in the net."""
    fresh = f.goal is None and f.shot is None
    if not fresh or act.who >= 0:
        _evidence(f, act, "goal_ball", act.who if fresh else -1, f.weights["goal_ball"])
    else:
        f.ball = act


def glad_of(f: Fold, act: Act) -> None:
    """Joy that makes a goal of the attempt under way."""
    _evidence(f, act, "goal_ball", -1, f.weights["goal_ball"])


def on_state(f: Fold, act: Act) -> None:
    """The score changes."""
    if _of_another_day(f, act):
        return
    weight = f.weights[act.category]
    s = f.shot
    if act.category == "state_noun" and s is not None and s.sent == act.sent and s.result is None:
        weight = f.weights["state_after_attempt"]  # "mancino, raddoppio"
    goal = _evidence(f, act, act.category, act.who if act.bound else -1, weight)
    said = [t.low for t in f.r.toks[act.pos : act.end]]
    if not goal.state:
        goal.state = _first_of(f.v.states, said)
    if not goal.turn:
        goal.turn = _first_of(f.v.turns, said)


def _first_of(kinds: dict[str, list[str]], said: list[str]) -> str:
    """The first kind one of whose stems begins one of the words, "" for none."""
    return next((kind for kind, stems in kinds.items() if any(w.startswith(tuple(stems)) for w in said)), "")


def _beats_keeper(f: Fold, act: Act) -> bool:
    """Whether the keeper is beaten who is not named: "batte il portiere"; to go past him is not to score."""
    toks = f.r.toks[act.end : act.end + KEEPER_REACH]
    if any(form.lemma in f.v.going_past for form in analyses(act.low)):
        return False
    return any(t.low in f.v.keeper_nouns and t.sent == act.sent for t in toks)


def _shot_at(f: Fold, act: Act) -> bool:
    """Whether who beats somebody has just tried: "svetta più in alto di tutti e batte X"."""
    going = any(form.lemma in f.v.going_past for form in analyses(act.low))
    return not going and f.shot is not None and f.shot.sent == act.sent and act.who in (-1, f.shot.who)


def on_beat(f: Fold, act: Act) -> None:
    """The keeper is beaten."""
    if act.whom < 0 and _beats_keeper(f, act):
        _evidence(f, act, "beat_verb", act.who, f.weights["beat_verb"])
        return
    if act.whom < 0 or f.r.people[act.whom].goalkeeper < (LIKELY_KEEPER if _shot_at(f, act) else SURE_KEEPER):
        return
    if act.who >= 0 and not f.opposed(act.who, act.whom):
        return
    _evidence(f, act, "beat_verb", act.who, f.weights["beat_verb"]).keeper = act.whom


def on_score(f: Fold, act: Act) -> None:
    """A score written beside what happened."""
    fresh = f.goal is None and f.shot is None
    if act.score is None or (fresh and (act.who < 0 or (f.time(act.pos) < 0 and not _given(f, act)))):
        return
    _evidence(f, act, "score", act.who if fresh else -1, f.weights["score" if sum(act.score) else "nil"])


def _given(f: Fold, act: Act) -> bool:
    """Whether the score is what came of the last pass: "X lancia Y. Due a zero"."""
    ball = f.passed
    return ball is not None and ball.whom == act.who and act.sent - ball.sent <= 1


def on_brace(f: Fold, act: Act) -> None:
    """A count, not a goal of its own: "doppietta di X"."""
    if act.who >= 0 and act.real:
        f.claims[act.who] = max(f.claims.get(act.who, 0), count_of(f.r, act))


def on_own(f: Fold, act: Act) -> None:
    """An own goal."""
    _evidence(f, act, "own_goal", act.who if act.bound else -1, f.weights["own_goal"]).own = True
