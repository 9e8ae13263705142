"""The scene of a goal: the words of its sentence, and of the one beside it where they are too few, with their acts."""

from __future__ import annotations

from dataclasses import dataclass, field

from core.acts import Act
from core.incidents import Goal
from core.items import JOINING, Item
from core.reading import Reading
from core.vocabulary import words

SHORT = 14
"""Items below which a sentence about a goal ("Gol.", "Uno a uno.") may be of what the sentence before told."""
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
            low, high = _own_part(r, sentences[sent], goal, low, high, time_at)
            items = [it for it in sentences[sent] if low <= it.a < high and _same_time(it, goal, time_at)]
            if not players(r, items) or (k == 0 and len(items) < SHORT and not _author(r, goal, items)):
                items = _before(r, sentences, sent, goal, time_at, by_sent) + items
            if not players(r, items) and k == len(here) - 1:
                items = items + _behind(r, sentences, sent, by_sent)
            spans = {it.a for it in items}
            told = [a for s in (sent - 1, sent, sent + 1) for a in acts.get(s, ()) if a.pos in spans]
            at = next((j for j, it in enumerate(items) if it.b >= goal.end), max(0, len(items) - 1))
            out.append(Scene(goal, items, at, told))
    return out


def _own_part(
    r: Reading, items: list[Item], goal: Goal, low: int, high: int, time_at: dict[int, int]
) -> tuple[int, int]:
    """Narrow the tokens of a goal to its own clauses where others of the sentence are of somebody else.

    "Il Renate spreca con X, ma al 34' Y segna": X is behind the time. "Y segna, ma il Renate non ci sta".
    """
    inside = [k for k, it in enumerate(items) if low <= it.a < high]
    for k in inside:
        opens = items[k].kind == "m" and items[k].a <= goal.pos and time_at.get(items[k].a, -1) == goal.time >= 0
        if opens and _joins(items, k) and any(it.kind == "p" for it in items[k : inside[-1] + 1] if it.a < high):
            low = max(low, items[k].a)
    for k in inside:
        if items[k].a >= goal.end and _turns(items, k):
            high = min(high, items[k].a)
    return low, high


def _joins(items: list[Item], k: int) -> bool:
    """Whether a conjunction or a mark opens a clause with the time at ``k``: "ma al 34'", "e poi, al 34',"."""
    grammar = words("clauses")
    light = grammar.prepositions | grammar.determiners
    before = next((it for it in reversed(items[:k]) if it.low not in light), None)
    return before is not None and (before.low in CLAUSE_ENDS or before.low in grammar.conjunctions)


def _turns(items: list[Item], k: int) -> bool:
    """Whether a conjunction at ``k`` turns to what a side does next: ", ma il Renate non ci sta"."""
    if items[k].low not in words("clauses").conjunctions or not k or items[k - 1].low not in CLAUSE_ENDS:
        return False
    subject = next((it for it in items[k + 1 : k + 4] if it.low not in words("clauses").determiners), None)
    return subject is not None and subject.kind == "t" and not subject.governed


def _author(r: Reading, goal: Goal, items: list[Item]) -> bool:
    return any(it.kind == "p" and it.person == goal.who for it in items)


def _same_time(it: Item, goal: Goal, time_at: dict[int, int]) -> bool:
    """Whether an item stands under the time of a goal, or names the subject that its words go on with."""
    subject = it.kind == "p" and it.person == goal.who
    return goal.time < 0 or subject or time_at.get(it.a, -1) in (-1, goal.time) or goal.pos <= it.a < goal.end


def _border(items: list[Item], first: Goal, second: Goal) -> int:
    """The token between two goals of one sentence at which the words of the second begin."""
    parting = words("frames").then
    between = [it for it in items if first.end <= it.a < second.pos]
    for it in between:
        if it.kind == "m" or it.low == ";" or it.low in parting:
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


def players(r: Reading, items: list[Item]) -> list[int]:
    """The players named among items, in order, each once."""
    return list(dict.fromkeys(it.person for it in items if it.kind == "p" and r.people[it.person].label == "PLAYER"))
