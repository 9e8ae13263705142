"""How likely words tell a goal of this match: fitted weights over what stands in and round them."""

from __future__ import annotations

from core.acts import Act
from core.authors import chances
from core.incidents import Goal, Shot
from core.items import Item
from core.leads import lead_end
from core.reading import Reading
from core.scenes import Scene
from core.verbs import analyses
from core.vocabulary import words

TOLD = ("goal", "state", "beat")
"""Kinds of acts that give a goal to their author."""
FAILED = ("save", "off", "wood", "block")
"""Acts by which an attempt comes to nothing."""
TRIED = (*FAILED, "attempt", "goal", "beat", "ball", "test")
"""Acts that a cry behind them may make a goal of."""
OPENS = 3
"""Items at the head of a sentence among which its time stands."""
KNOWN_FINAL = 1.0
"""The weight from which on a hypothesis of the final score is one that the text tells."""
MANY = 3
"""Kinds of words from which on a goal is told at length."""


def open_attempts(shots: list[Shot], goals: list[Goal]) -> list[Goal]:
    """Attempts whose end is not told, in sentences without words for a goal: each may have been one."""
    told = {s for g in goals for s in (g.sent - 1, g.sent)}
    return [
        Goal(
            s.who, assist=s.passer, pos=s.pos, end=s.end, sent=s.sent, kinds={"open"}, time=s.time, sure=s.bound, shot=s
        )
        for s in shots
        if s.result is None and s.real and s.sent not in told
    ]


def cries(r: Reading, sentences: list[list[Item]], goals: list[Goal]) -> list[Goal]:
    """Goals told by a word alone ("Gol.", "Dentro."): what the sentence before tells was one."""
    told = {r.toks[g.end - 1].sent for g in goals}
    out = []
    for sent, items in enumerate(sentences):
        said = [it for it in items if it.kind != "x"]
        if len(said) == 1 and said[0].low in words("frames").cries and sent not in told:
            out.append(Goal(pos=said[0].a, end=said[0].b, sent=sent, kinds={"cry_word"}))
    return out


def without_heralds(r: Reading, sentences: list[list[Item]], goals: list[Goal]) -> list[Goal]:
    """The goals without the cries that only herald the goal told behind them: "GOL!!! Al 75' X spara in rete."."""
    told = {r.toks[g.end - 1].sent for g in goals if g.time >= 0}
    return [g for g in goals if not _heralds(r, sentences, r.toks[g.end - 1].sent, told)]


def _heralds(r: Reading, sentences: list[list[Item]], sent: int, told: set[int]) -> bool:
    """Whether a sentence is one cry, and a goal with its own time follows; what is told before it was no attempt."""
    said = [it for it in sentences[sent] if it.kind != "x"]
    if len(said) != 1 or said[0].low not in words("frames").cries or sent + 1 not in told:
        return False
    behind = sentences[sent + 1]
    line = r.toks[said[0].a].line
    if r.toks[behind[0].a].line != line or not any(it.kind == "m" for it in behind[:OPENS]):
        return False
    before = [a for a in r.walk if a.sent == sent - 1 and r.toks[a.pos].line == line and a.real]
    tried = [a for a in before if a.kind in TRIED]
    if tried:
        return tried[-1].kind in FAILED
    chances_only = [a for a in before if a.kind in ("chance", "pass")]
    return not chances_only or chances_only[-1].kind == "pass"


def features(r: Reading, scene: Scene, lead: int) -> dict[str, float]:
    """Feature → value of the words for a goal."""
    goal = scene.goal
    f = {kind: 1.0 for kind in goal.kinds}
    f["bias"] = 1.0
    f["weight"] = min(goal.weight, 4.0)
    f["many"] = float(len(goal.kinds) >= MANY)
    f["alone"] = float(len(goal.kinds) == 1)
    if goal.time >= 0:
        f["dated"] = 1.0
    if goal.pos < lead:
        f["lead"] = 1.0
    section = r.toks[goal.pos].section
    if section in ("headline", "live"):
        f[section] = 1.0
    _of_author(r, goal, f)
    _of_acts(r, scene, f)
    if goal.score is not None:
        finals = [s for s, w in r.scores.items() if w >= KNOWN_FINAL]
        f["score_final"] = float(goal.score in finals or goal.score[::-1] in finals)
        f["score_level"] = float(goal.score[0] == goal.score[1])
        best = max(r.scores, key=lambda s: r.scores[s], default=None)
        f["score_beyond"] = float(best is not None and sum(goal.score) > sum(best))
    return f


def _of_author(r: Reading, goal: Goal, f: dict[str, float]) -> None:
    found = chances(r, goal)
    if not found:
        f["nobody"] = 1.0
        return
    f["author_sure"] = max(found.values())
    f["author_keeper"] = float(r.people[goal.who].goalkeeper >= 1.0) if goal.who >= 0 else 0.0
    if goal.team is not None:
        f["of_side"] = float(goal.team in r.sides)
        if goal.who >= 0 and r.people[goal.who].team == r.other(goal.team) and not goal.own:
            f["of_other_side"] = 1.0
    if goal.who >= 0 and r.people[goal.who].team is None:
        f["sideless"] = 1.0


def _of_acts(r: Reading, scene: Scene, f: dict[str, float]) -> None:
    sure = words("frames").sure_goals
    for act in scene.acts:
        if act.category == "goal_verb" and act.real:
            by_author = act.bound and act.who == scene.goal.who
            f["goal_verb_bound"] = max(f.get("goal_verb_bound", 0.0), float(by_author))
            if by_author and any(form.lemma in sure for form in analyses(act.low)):
                f["sure_verb"] = 1.0
        if act.category == "goal_noun" and act.real and act.bound and act.who == scene.goal.who:
            f["goal_noun_bound"] = 1.0
        if not act.real:
            f["unreal"] = 1.0
        if act.kind in ("memory", "disallowed", "rebound", "free_kick", "brace"):
            f[act.kind] = 1.0
    tries = [k for k, a in enumerate(scene.acts) if a.kind in ("attempt", "goal", "beat", "state", "ball", "score")]
    after = scene.acts[tries[-1] + 1 :] if tries else scene.acts
    if any(a.kind in FAILED for a in after if not _of_another(scene, a)):
        f["failed_after"] = 1.0
    own = [a for a in scene.acts if not _of_another(scene, a)]
    if any(a.kind in FAILED for a in own):
        f["failed"] = 1.0
    if any(a.kind == "pass" for a in scene.acts):
        f["pass"] = 1.0
    _of_telling(scene, f)
    lows = {it.low for it in scene.items}
    if lows & words("frames").remembering:
        f["remembering"] = 1.0
    if "non" in lows:
        f["not"] = 1.0
    if "!" in lows:
        f["cry"] = 1.0
    if any(it.low in (":", "(") for it in scene.items[: scene.at + 1]):
        f["colon"] = 1.0


def _of_another(scene: Scene, act: Act) -> bool:
    """Whether somebody else failed, and the goal is bound to its author: "gol di X, poi Y colpisce il palo"."""
    own = any(a.bound and a.who == scene.goal.who and a.kind in TOLD for a in scene.acts)
    return act.bound and own and act.who not in (-1, scene.goal.who)


def _of_telling(scene: Scene, f: dict[str, float]) -> None:
    """Whether words for the score announce the goal that the scene goes on to tell."""
    state = any(kind.startswith("state") or kind == "score" for kind in scene.goal.kinds)
    tried = any(a.kind in ("attempt", "beat", "goal", "ball", "chance") and a.real for a in scene.acts)
    behind = scene.items[: scene.at + 6]
    f["announced"] = float(state and any(it.low == ":" for it in behind))
    f["dated_state"] = float(state and scene.goal.time >= 0)
    f["dated_try"] = float(tried and scene.goal.time >= 0)
    f["tried"] = float(tried)


def weigh(r: Reading, found: list[Scene]) -> None:
    """Note for the goal of each scene what speaks for and against it."""
    lead = lead_end(r)
    for scene in found:
        scene.goal.signs = features(r, scene, lead)


def odds(goal: Goal) -> float:
    """The log-odds that the words tell a goal of this match."""
    weights: dict[str, float] = words("weights").told_goal
    return sum(weights.get(name, 0.0) * value for name, value in goal.signs.items())
