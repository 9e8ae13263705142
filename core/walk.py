"""From items to acts: walks over each sentence, with the ball carrier kept in mind."""

from __future__ import annotations

from core.acts import Act
from core.asides import change_asides
from core.items import AND, Item
from core.vocabulary import Vocabulary, words
from core.walk_lists import scorers
from core.walk_owners import owner
from core.walk_people import person, relative, side
from core.walk_state import Walk
from core.walk_words import denied, wanted, word

CONDITIONAL, UNREAL_VERB, UNREAL_WORD = 10, 7, 6
"""Items over which a conditional, a verb of wishing and a word like "quasi" reach."""
ADVERSATIVE = ("ma", "però", "invece")
THEN = ("poi", "infine", "quindi")
"""Behind a score that a verb tells, words that open what comes next: "firma il 2-0 e infine con Y arriva il tris"."""
PARTING = ("ma", "mentre", "perché")
"""Conjunctions that open a clause however far its verb is."""


def sentence(w: Walk, items: list[Item], sent: int, fresh: bool) -> None:
    """Add the acts of one sentence; ``fresh`` forgets the carrier (a new paragraph or minute)."""
    subject, team = (w.subject, w.subject_team) if sent in w.r.continued else (-1, None)
    w.begin(items, sent, unreal(items, w.v))
    w.subject, w.subject_team = subject, team
    first = len(w.acts)
    if fresh:
        w.carrier = -1
    aside = {k for a, b in change_asides(items) for k in range(a, b)}
    for k, item in enumerate(items):
        if k in aside:
            continue
        if item.kind == "x":
            _mark(w, k, item)
        elif item.kind == "s":
            _score(w, k, item)
        elif item.kind == "p":
            person(w, k, item)
        elif item.kind == "t":
            side(w, k, item)
        else:
            parting = item.low in PARTING or (not _lists(items, k, w.g) and _verb_soon(items, k, w.g))
            if item.low in w.g.conjunctions and parting:
                w.close_clause()
            if item.low in w.g.relatives:
                relative(w, k)
            word(w, k, item)
    scorers(w, first)


def _mark(w: Walk, k: int, item: Item) -> None:
    """A mark that ends a clause; a comma does only where a verb follows."""
    if item.low in ";.!?":
        w.subject_team, w.waiting = None, False
    if item.low in ";:.!?" or (item.low == "," and _verb_soon(w.items, k, w.g)):
        w.close_clause()
        if item.low == ":":
            w.side_clause = w.clause
            if w.subject_team is not None and _is_behind(w, k):
                w.subject_team = w.r.other(w.subject_team)


def _is_behind(w: Walk, k: int) -> bool:
    """Whether the words before a colon say that their side is behind: "Lecco sotto al 10': segna Rossi"."""
    before = [it.low for it in w.items[:k]]
    side = next((j for j, it in enumerate(w.items[:k]) if it.kind == "t" and not it.governed), k)
    return bool(w.v.behind & set(before[side:])) and "non" not in before


def _score(w: Walk, k: int, item: Item) -> None:
    """A written score; behind "fa" or "firma" it is a goal."""
    before = w.items[max(0, k - 7) : k]
    if (
        item.score is None
        or wanted(w, k)
        or any(it.low in w.v.not_a_goal or it.lemmas & w.v.near_miss for it in before)
    ):
        return
    score = (item.score.first, item.score.second)
    made = any(it.lemmas & w.v.score_verbs for it in w.items[max(0, k - 3) : k])
    if made and w.author >= 0 and score != (0, 0):
        w.add(Act("goal", item.a, item.b, w.sent, w.author, category="goal_verb", bound=True, score=score), k)
    other = _not_his(w)
    act = Act("score", item.a, item.b, w.sent, -1 if other else w.author, score=score)
    w.add(act, k)
    if (whose := owner(w, k)) >= 0 and score != (0, 0):
        act.kind, act.category, act.who, act.bound = "goal", "goal_noun", whose, True
        return
    behind = w.items[k + 1 : k + 7]
    man = next((j for j, it in enumerate(behind) if it.kind == "p"), len(behind))
    near = man < len(behind) and behind[man].governed in w.g.of | w.g.with_
    light = all(it.kind == "m" or it.low in w.v.time_light | w.v.list_light for it in behind[:man])
    light = light and not any(it.low in AND or it.low in THEN for it in behind[:man])
    if near and light and denied(w.items, k, w.v) is None:
        act.kind, act.category, act.who = "goal", "goal_noun", -1
        w.noun, w.noun_at = act, k


def _not_his(w: Walk) -> bool:
    """Whether a score is not his who had the ball last: his goal was not given, or he was only one of the booked."""
    if w.fresh_subject:
        return False
    listed = w.carrier_sent not in (-1, w.sent) and w.carrier == w.author
    return w.author == w.annulled or (listed and _of_cards(w, w.carrier_sent))


def _of_cards(w: Walk, sent: int) -> bool:
    """Whether a sentence lists cards."""
    a, b = w.r.sentences[sent]
    return any(t.low in words("cards").plural for t in w.r.toks[a:b])


def _lists(items: list[Item], k: int, g: Vocabulary) -> bool:
    """Whether a conjunction at ``k`` joins two names that do one thing: "ci provano X e Y ma Z c'è"."""
    if items[k].low not in AND or not 0 < k < len(items) - 2 or items[k - 1].kind != "p" or items[k + 1].kind != "p":
        return False
    behind = items[k + 2]
    acts = behind.finite or behind.low in g.clitics or behind.low == "non" or bool(behind.tags)
    return not acts and behind.low not in (",", "che")


def _verb_soon(items: list[Item], k: int, g: Vocabulary) -> bool:
    """Whether a finite verb follows before the next comma: the mark or conjunction at ``k`` opens a clause."""
    for it in items[k + 1 : k + 12]:
        if it.kind == "x" and it.low in ",;:.":
            return False
        if it.finite and it.low not in g.clitics:
            return True
    return False


def _subjunctive(items: list[Item], k: int) -> bool:
    """Whether a verb that follows can only be a subjunctive: "se Rossi avesse segnato"."""
    verb = next((it for it in items[k + 1 : k + UNREAL_WORD] if it.verb or it.kind == "x"), None)
    return verb is not None and bool(verb.verb) and all(f.mood == "sub" for f in verb.verb)


def unreal(items: list[Item], v: Vocabulary) -> dict[int, int]:
    """Items that stand under a conditional, a wish, a protest or "per poco", with the item that says so."""
    out: dict[int, int] = {}
    until = since = -1
    for k, item in enumerate(items):
        if item.kind == "x" and item.low in ";:.!?":
            until = -1
        if item.kind == "w":
            if any(f.mood == "cond" for f in item.verb) and not any(f.mood == "ind" for f in item.verb):
                since, until = k, k + CONDITIONAL
            elif item.lemmas & v.unreal_verbs and item.finite:
                since, until = k, k + UNREAL_VERB
            elif item.low in v.unreal_words or (item.low in v.if_words and _subjunctive(items, k)):
                since, until = k, k + UNREAL_WORD
        if k <= until:
            out[k] = since
        if item.kind == "x" and item.low == ",":
            until = min(until, k)
        if item.kind == "w" and (
            item.low in ADVERSATIVE or (item.low in (*AND, "mentre") and any(it.finite for it in items[k + 1 : k + 5]))
        ):
            until = -1
    return out
