"""Who scored: the players named round the words for a goal are ranked by fitted weights, not taken in the order met."""

from __future__ import annotations

import math

from core.bystanders import bystander
from core.incidents import Goal
from core.items import Item
from core.reading import Reading
from core.scenes import CLAUSE_ENDS, Scene, players, scenes
from core.vocabulary import words

CLOSE = 4
"""Items between a name and the words for the goal that count as beside them."""
RANKED = 4
"""How many players are kept for a goal."""
ROBBED = 4
"""Items between a verb of taking and the man from whom the ball is taken."""
KEEPS = 0.9
"""The belief that he keeps goal from which on a player is ranked as a keeper."""
PREPOSITIONS = ("of", "by", "with_", "for_", "to", "on")
"""Lists of the grammar words that tell apart what a name hangs on."""
TOLD = frozenset(
    (
        "goal",
        "attempt",
        "beat",
        "ball",
        "state",
        "chance",
        "pass",
        "save",
        "own",
        "test",
        "score",
        "off",
        "wood",
        "block",
    )
)
"""Kinds of acts that are features of their own; the others are one."""
TRIES = ("goal", "attempt", "beat", "ball", "chance", "own")
"""Acts of who may have scored."""


def features(r: Reading, scene: Scene) -> dict[int, dict[str, float]]:
    """Player → feature → value (0 or 1): what the words round a goal say for and against his being its author."""
    goal, items = scene.goal, scene.items
    ranked = players(r, items)
    for act in scene.acts:
        for who in (act.who, act.whom):
            if who >= 0 and r.people[who].label == "PLAYER" and who not in ranked:
                ranked.append(who)
    if goal.who >= 0 and goal.who not in ranked:
        ranked.append(goal.who)
    ranked = [who for who in ranked if not bystander(items, who)]
    out: dict[int, dict[str, float]] = {}
    named = [it.person for it in items if it.kind == "p"]
    for who in ranked:
        f: dict[str, float] = {}
        _of_walk(f, scene, who)
        _of_place(f, scene, who, named)
        if r.people[who].goalkeeper >= KEEPS:
            f["keeper"] = 1.0
        if len(ranked) == 1:
            f["alone"] = 1.0
        if who == goal.who and "goal_list" in goal.kinds:
            f["listed"] = 1.0
        if _shouted(r, items, who):
            f["shouted"] = 1.0
        if goal.own:
            f.update(_of_own(scene, who))
        out[who] = f
    return out


def _of_walk(f: dict[str, float], scene: Scene, who: int) -> None:
    """What the acts of the scene say of a player."""
    goal = scene.goal
    if goal.who == who:
        f["walk_sure" if goal.sure else "walk"] = 1.0
    if goal.near == who:
        f["near"] = 1.0
    if goal.assist == who:
        f["assist"] = 1.0
    last_pass = next((a for a in reversed(scene.acts) if a.kind == "pass"), None)
    for act in scene.acts:
        if act.who == who:
            kind = act.kind if act.kind in TOLD else "else"
            f[kind + ("_bound" if act.bound else "")] = 1.0
        if act.whom == who:
            f[f"whom_{act.kind}"] = 1.0
    if last_pass is not None and last_pass.who == who:
        f["last_passer"] = 1.0
    if last_pass is not None and last_pass.whom == who:
        f["last_receiver"] = 1.0
    acted = [a.who for a in scene.acts if a.kind in TRIES and a.who >= 0]
    if acted and acted[-1] == who:
        f["last_actor"] = 1.0


def _shouted(r: Reading, items: list[Item], who: int) -> bool:
    """Whether a name is a sentence of its own, as it is cried out: "ROSSI! Colpo di testa sul cross di Neri"."""
    for it in items:
        if it.kind == "p" and it.person == who:
            a, b = r.sentences[r.toks[it.a].sent]
            if a == it.a and b == it.b + 1 and r.toks[it.b].text == "!":
                return True
    return False


def _of_own(scene: Scene, who: int) -> dict[str, float]:
    """Of an own goal: whether a player put it into his own net, or tried at the other one."""
    doer = any(a.kind == "own" and a.who == who for a in scene.acts)
    tried = any(a.kind == "attempt" and a.who == who for a in scene.acts)
    return {"own_doer" if doer else "own_try": 1.0} if doer or tried else {}


def _of_place(f: dict[str, float], scene: Scene, who: int, named: list[int]) -> None:
    """Where a player is named: by preposition, before or behind the words for the goal, first or last."""
    items = scene.items
    where = [k for k, it in enumerate(items) if it.kind == "p" and it.person == who]
    if not where:
        f["unnamed"] = 1.0
        return
    grammar = words("clauses")
    near = min(where, key=lambda k: abs(k - scene.at))
    governed = items[near].governed
    if governed:
        kind = next((p for p in PREPOSITIONS if governed in getattr(grammar, p)), "prep")
        f["governed_" + kind.rstrip("_")] = 1.0
    else:
        f["nominative"] = 1.0
    f["behind" if near > scene.at else "before"] = 1.0
    if abs(near - scene.at) <= CLOSE:
        f["close"] = 1.0
    lo, hi = sorted((near, scene.at))
    between = items[lo + 1 : hi]
    if not any(it.low in CLAUSE_ENDS for it in between):
        f["same_clause"] = 1.0
    if any(it.kind == "p" and it.person != who for it in between):
        f["others_between"] = 1.0
    if named and named[-1] == who:
        f["last_named"] = 1.0
    if named and named[0] == who:
        f["first_named"] = 1.0
    if any(it.low == ":" for it in items[: where[-1]]):
        f["behind_colon"] = 1.0
    if where[-1] + 1 < len(items) and items[where[-1] + 1].finite:
        f["verb_behind"] = 1.0
    if all(_suffers(items, k) for k in where):
        f["object"] = 1.0
    if where[-1] + 1 >= len(items) or items[where[-1] + 1].low in CLAUSE_ENDS:
        f["end_of_clause"] = 1.0
    if where[-1] > 0 and items[where[-1] - 1].low in CLAUSE_ENDS:
        f["head_of_clause"] = 1.0
    if where[-1] + 1 < len(items) and items[where[-1] + 1].low in ("che", ","):
        f["relative"] = float(any(it.low in grammar.relatives for it in items[where[-1] + 1 : where[-1] + 4]))


def _suffers(items: list[Item], k: int) -> bool:
    """Whether a man is done by: "anticipa X", "dopo aver saltato X", "X saltato due volte", "ruba palla a X"."""
    against = words("contacts").against
    if items[k].governed:
        from_him = items[k].governed in words("clauses").to
        return from_him and any(it.lemmas & words("contacts").robs for it in items[max(0, k - ROBBED) : k])
    before = next((it for it in reversed(items[max(0, k - 3) : k]) if it.low not in words("clauses").adverbs), None)
    if before is not None and before.lemmas & against:
        active = not before.finite or any(it.kind == "p" for it in items[:k])
        return active and not (k + 1 < len(items) and items[k + 1].finite)
    behind = items[k + 1] if k + 1 < len(items) else None
    return (
        behind is not None
        and not behind.finite
        and any(form.mood == "part" and form.lemma in against for form in behind.verb)
    )


def side_features(r: Reading, goal: Goal, who: int) -> dict[str, float]:
    """What the sides say: whether a player is of the side that the words give the goal."""
    team = r.people[who].team
    if goal.team is None or team is None:
        return {"side_unknown": 1.0}
    same = (team == goal.team) != goal.own
    return {"same_side" if same else "other_side": 1.0}


def rank(r: Reading, goal: Goal) -> list[tuple[int, float]]:
    """(player, score) of a goal, the likeliest first."""
    weights: dict[str, float] = words("weights").author
    scored = []
    for who, f in goal.authors.items():
        told = {**f, **side_features(r, goal, who)}
        scored.append((who, sum(weights.get(name, 0.0) * value for name, value in told.items())))
    return sorted(scored, key=lambda p: (-p[1], p[0]))[:RANKED]


def chances(r: Reading, goal: Goal) -> dict[int, float]:
    """Player → the probability that he scored; what is missing to 1 is for somebody whom the words do not name."""
    ranked = rank(r, goal)
    unnamed: float = words("weights").author["somebody"]
    top = max([unnamed, *(score for _, score in ranked)])
    total = math.exp(unnamed - top) + sum(math.exp(score - top) for _, score in ranked)
    return {who: math.exp(score - top) / total for who, score in ranked}


def authors(r: Reading, goals: list[Goal], sentences: list[list[Item]], time_at: dict[int, int]) -> list[Scene]:
    """Note for each goal of the prose who may have scored it, and take the likeliest; returns the scenes."""
    found = scenes(r, goals, sentences, time_at)
    for scene in found:
        goal = scene.goal
        goal.authors = features(r, scene)
        ranked = rank(r, goal)
        if ranked:
            goal.who = ranked[0][0]
        if goal.assist == goal.who:
            goal.assist = -1
    return found


def assist_features(r: Reading, goal: Goal, who: int, author: int) -> dict[str, float]:
    """Feature → value of a player of the scene as the one who gave the author the ball."""
    f = dict(goal.authors.get(who, {}))
    ours, his = r.people[who].team, r.people[author].team if author >= 0 else None
    if ours is not None and his is not None:
        f["mate" if ours == his else "opponent"] = 1.0
    order = list(goal.authors)
    if author in order and who in order and order.index(who) == order.index(author) - 1:
        f["just_before"] = 1.0
    if author in order and who in order and order.index(who) == order.index(author) + 1:
        f["just_behind"] = 1.0
    return f


def assist_of(r: Reading, goal: Goal, author: int) -> tuple[int, float]:
    """Who gave the author of a goal the ball, -1 for nobody, and how far he is ahead of nobody (log-odds)."""
    weights: dict[str, float] = words("weights").assist
    nobody = weights["nobody"]
    best, lead = -1, 0.0
    for who in goal.authors:
        if who == author:
            continue
        told = assist_features(r, goal, who, author)
        score = sum(weights.get(name, 0.0) * value for name, value in told.items()) - nobody
        if score > lead:
            best, lead = who, score
    return best, lead
