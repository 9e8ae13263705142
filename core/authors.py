"""Who scored: the players named round the words for a goal are ranked by fitted weights, not taken in the order met."""

from __future__ import annotations

import math
from dataclasses import dataclass, field

from core.acts import Act
from core.incidents import Goal
from core.items import JOINING, Item
from core.reading import Reading
from core.vocabulary import words

SHORT = 14
"""Items below which a sentence about a goal ("Gol.", "Uno a uno.") may be of what the sentence before told."""
CLOSE = 4
"""Items between a name and the words for the goal that count as beside them."""
RANKED = 4
"""How many players are kept for a goal."""
KEEPS = 0.9
"""The belief that he keeps goal from which on a player is ranked as a keeper."""
PREPOSITIONS = {"di": "of", "da": "by", "con": "with", "per": "for", "a": "to", "su": "on"}
CLAUSE_ENDS = frozenset(";:.!?,")


@dataclass(slots=True)
class Scene:
    """The words round one goal: items of its sentences with the acts that they tell."""

    goal: Goal
    items: list[Item] = field(default_factory=list)
    at: int = 0
    """The item at which the words for the goal stand."""
    acts: list[Act] = field(default_factory=list)


def scenes(r: Reading, goals: list[Goal], sentences: list[list[Item]], time_at: dict[int, int]) -> list[Scene]:
    """The scene of each goal, in text order: no word belongs to two goals of one sentence."""
    acts: dict[int, list[Act]] = {}
    for act in r.walk:
        acts.setdefault(act.sent, []).append(act)
    by_sent: dict[int, list[Goal]] = {}
    for goal in goals:
        by_sent.setdefault(r.toks[goal.end - 1].sent, []).append(goal)
    out: list[Scene] = []
    for sent, here in sorted(by_sent.items()):
        here.sort(key=lambda g: g.end)
        for k, goal in enumerate(here):
            low = _border(sentences[sent], here[k - 1], goal) if k else -1
            high = _border(sentences[sent], goal, here[k + 1]) if k + 1 < len(here) else r.toks[-1].i + 1
            items = [it for it in sentences[sent] if low <= it.a < high and _same_time(it, goal, time_at)]
            if not _players(r, items) or (k == 0 and len(items) < SHORT and not _author(r, goal, items)):
                items = _before(r, sentences, sent, goal, time_at, by_sent) + items
            if not _players(r, items) and k == len(here) - 1:
                items = items + _behind(r, sentences, sent, by_sent)
            spans = {it.a for it in items}
            told = [a for s in (sent - 1, sent, sent + 1) for a in acts.get(s, ()) if a.pos in spans]
            at = next((j for j, it in enumerate(items) if it.b >= goal.end), max(0, len(items) - 1))
            out.append(Scene(goal, items, at, told))
    return out


def _author(r: Reading, goal: Goal, items: list[Item]) -> bool:
    return any(it.kind == "p" and it.person == goal.who for it in items)


def _same_time(it: Item, goal: Goal, time_at: dict[int, int]) -> bool:
    """Whether an item stands under the time of a goal, or names the subject that its words go on with."""
    subject = it.kind == "p" and it.person == goal.who
    return goal.time < 0 or subject or time_at.get(it.a, -1) in (-1, goal.time) or goal.pos <= it.a < goal.end


def _border(items: list[Item], first: Goal, second: Goal) -> int:
    """The token between two goals of one sentence at which the words of the second begin."""
    between = [it for it in items if first.end <= it.a < second.pos]
    for it in between:
        if it.kind == "m" or it.low in (";", "poi", "mentre", "ma"):
            return it.a
    for it in between:
        if it.low in CLAUSE_ENDS or it.low in JOINING:
            return it.a
    return first.end


def _before(
    r: Reading,
    sentences: list[list[Item]],
    sent: int,
    goal: Goal,
    time_at: dict[int, int],
    by_sent: dict[int, list[Goal]],
) -> list[Item]:
    """The sentence before, where it tells no other goal and stands in the same paragraph."""
    if sent == 0 or sent - 1 in by_sent or not sentences[sent - 1] or not sentences[sent]:
        return []
    before, here = sentences[sent - 1], sentences[sent]
    if r.toks[before[0].a].line != r.toks[here[0].a].line and r.toks[here[0].a].section != "live":
        return []
    return [it for it in before if _same_time(it, goal, time_at)]


def _behind(r: Reading, sentences: list[list[Item]], sent: int, by_sent: dict[int, list[Goal]]) -> list[Item]:
    """The sentence behind one that only announces a goal."""
    if sent + 1 >= len(sentences) or sent + 1 in by_sent or not sentences[sent + 1] or not sentences[sent]:
        return []
    same = r.toks[sentences[sent + 1][0].a].line == r.toks[sentences[sent][0].a].line
    return sentences[sent + 1] if same or r.toks[sentences[sent][0].a].section == "live" else []


def _players(r: Reading, items: list[Item]) -> list[int]:
    """The players named among items, in order, each once."""
    return list(dict.fromkeys(it.person for it in items if it.kind == "p" and r.people[it.person].label == "PLAYER"))


def features(r: Reading, scene: Scene) -> dict[int, dict[str, float]]:
    """Player → feature → value (0 or 1): what the words round a goal say for and against his being its author."""
    goal, items = scene.goal, scene.items
    players = _players(r, items)
    for act in scene.acts:
        for who in (act.who, act.whom):
            if who >= 0 and r.people[who].label == "PLAYER" and who not in players:
                players.append(who)
    if goal.who >= 0 and goal.who not in players:
        players.append(goal.who)
    out: dict[int, dict[str, float]] = {}
    named = [it.person for it in items if it.kind == "p"]
    for who in players:
        f: dict[str, float] = {}
        _of_walk(f, scene, who)
        _of_place(f, scene, who, named)
        if r.people[who].goalkeeper >= KEEPS:
            f["keeper"] = 1.0
        if len(players) == 1:
            f["alone"] = 1.0
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
            kind = (
                act.kind
                if act.kind
                in (
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
                else "else"
            )
            f[kind + ("_bound" if act.bound else "")] = 1.0
        if act.whom == who:
            f[f"whom_{act.kind}"] = 1.0
    if last_pass is not None and last_pass.who == who:
        f["last_passer"] = 1.0
    if last_pass is not None and last_pass.whom == who:
        f["last_receiver"] = 1.0
    acted = [a.who for a in scene.acts if a.kind in ("goal", "attempt", "beat", "ball", "chance", "own") and a.who >= 0]
    if acted and acted[-1] == who:
        f["last_actor"] = 1.0


def _of_place(f: dict[str, float], scene: Scene, who: int, named: list[int]) -> None:
    """Where a player is named: by preposition, before or behind the words for the goal, first or last."""
    items = scene.items
    where = [k for k, it in enumerate(items) if it.kind == "p" and it.person == who]
    if not where:
        f["unnamed"] = 1.0
        return
    near = min(where, key=lambda k: abs(k - scene.at))
    governed = items[near].governed
    stem = next((v for k, v in PREPOSITIONS.items() if governed == k), "prep" if governed else "")
    if governed:
        f[f"governed_{stem or 'prep'}"] = 1.0
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
    if where[-1] + 1 >= len(items) or items[where[-1] + 1].low in CLAUSE_ENDS:
        f["end_of_clause"] = 1.0
    if where[-1] > 0 and items[where[-1] - 1].low in CLAUSE_ENDS:
        f["head_of_clause"] = 1.0
    if items[where[-1]].low and where[-1] + 1 < len(items) and items[where[-1] + 1].low in ("che", ","):
        f["relative"] = float(any(it.low in ("che", "quale", "cui") for it in items[where[-1] + 1 : where[-1] + 4]))


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
    """Note for each goal of the prose who may have scored it; returns the scenes."""
    found = scenes(r, goals, sentences, time_at)
    for scene in found:
        scene.goal.authors = features(r, scene)
        settle(r, scene.goal)
    return found


def settle(r: Reading, goal: Goal) -> None:
    """Take the likeliest author, now that more is known of the sides."""
    ranked = rank(r, goal)
    if ranked:
        goal.who = ranked[0][0]
        if goal.assist == goal.who:
            goal.assist = -1


def assist_features(r: Reading, goal: Goal, who: int, author: int) -> dict[str, float]:
    """Feature → value of a player of the scene as the one who gave the author the ball."""
    f = dict(goal.authors.get(who, {}))
    ours, his = r.people[who].team, r.people[author].team if author >= 0 else None
    if ours is not None and his is not None:
        f["mate" if ours == his else "opponent"] = 1.0
    if goal.assist == who:
        f["passer"] = 1.0
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
