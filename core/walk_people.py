"""What a name of the walk is to the acts round it: players and sides, with and without a preposition."""

from __future__ import annotations

from core.acts import Act
from core.bystanders import likened
from core.items import AND, JOINING, Item
from core.walk_governed import OF_NOUN, OF_SIDE, agent, dative, for_whom, listed, next_of_two, of_noun, onto, with_whom
from core.walk_owners import bracketed, by_deed, of_list, side_suffers, signed, through
from core.walk_shots import block_of, is_turn, saved_from, stopped_by, try_of
from core.walk_state import Walk

AFTER_VERB = 5
"""Items by which a name may stand behind the verb that it belongs to."""
ASIDE = 2
"""Items of "al 12'" or "per i lariani" between a noun and the name that it waits for."""
WHAT = 3
"""Words of what was missed between the verb and who missed it: "manca di un niente la deviazione X"."""
BEFORE = 4
"""Acts before "quello di X" among which the attempt stands that his is like."""
OBJECT_CLITICS = ("lo", "la", "li", "le", "gli", "l'")
"""Before a verb these are its object, so that the name behind it is its subject."""


def person(w: Walk, k: int, item: Item) -> None:
    """A player named at item ``k``; coaches and referees do not play the ball."""
    who, governed, g = item.person, item.governed, w.g
    if w.r.people[who].label != "PLAYER":
        return
    if (not governed and (signed(w, k, who) or _left_behind(w, k))) or bracketed(w, k, who):
        return
    if likened(w.items, k):
        return
    if governed in g.of:
        by_deed(w, k, who)
    if governed in g.of and _like_it(w, k, who, item):
        return
    if w.noun is not None and governed in g.of and w.noun.kind == "pass" and listed(w, k, AND):
        _nominative(w, k, who, item)  # "cross di Morata e McKennie di testa"
    elif stopped_by(w, k, who, item):
        return
    elif governed in g.of and _burst(w, k):
        w.take(who)
    elif governed in g.of and next_of_two(w, k, who, item):
        return
    elif w.noun is not None and governed in g.of and _behind_noun(w, k) <= OF_NOUN:
        of_noun(w, w.noun, who, item)
    elif governed in g.of and onto(w, k, who, item):
        return
    elif through(w, k, governed):
        with_whom(w, k, who)
    elif governed in g.by:
        agent(w, k, who)
    elif governed in g.for_:
        for_whom(w, who, item)
    elif governed in g.to:
        dative(w, k, who, item)
    elif governed in g.with_:
        with_whom(w, k, who)
    elif governed in g.on:
        last = w.acts[-1] if w.acts else None
        if last is not None and last.sent == w.sent and last.kind in ("save", "block") and not w.keeper(who):
            w.stop(last, who, item)
    elif governed in g.of:
        save = saved_from(w, k) if not w.keeper(who) else None
        if save is not None:
            w.stop(save, who, item)
        elif k > 1 and w.items[k - 2].low in w.v.turn:
            w.take(who)
    elif governed:
        if w.carrier < 0:
            w.carrier = who
    else:
        _nominative(w, k, who, item)


def _left_behind(w: Walk, k: int) -> bool:
    """Whether a participle says that somebody went past the man at ``k``: "slalom, X saltato, sinistro"."""
    part = w.items[k + 1] if k + 1 < len(w.items) else None
    return part is not None and any(f.mood == "part" and f.lemma in w.v.going_past for f in part.verb)


def _like_it(w: Walk, k: int, who: int, item: Item) -> bool:
    """Whether another attempt like the one before is his: "il tiro di X esce, quello di Y finisce alto"."""
    if k < 2 or w.items[k - 2].low not in w.v.like_it or w.keeper(who):
        return False
    joined = k > 2 and w.items[k - 3].low in JOINING
    like = ("attempt_noun", "goal_noun", "state_noun") if joined else ("attempt_noun",)
    told = [a for a in w.acts[-BEFORE:] if a.sent >= w.sent - 1 and a.category in like and a.who not in (who, -1)]
    if told:
        w.again(told[-1], item, who, k)
        w.noun, w.noun_at = w.acts[-1], k
        w.take(who)
    return bool(told)


def _outcome(w: Walk, k: int, who: int) -> bool:
    """Whether he did what the verb at once before his name tells of an attempt: "ha preso il palo X", "spreca X"."""
    last = w.acts[-1] if w.acts else None
    if last is None or last.kind not in ("off", "wood") or last.sent != w.sent or last.clause != w.clause:
        return False
    told = next((it for it in w.items if it.a == last.pos), None)
    if last.bound or told is None or not told.verb or told.lemmas & w.v.sparing or w.keeper(who):
        return False
    between = [it for it in w.items[:k] if it.a >= last.end]
    if len(between) > WHAT or any(it.kind != "w" or it.finite or it.governed for it in between):
        return False
    last.who, last.bound = who, True
    w.take(who)
    return True


def _burst(w: Walk, k: int) -> bool:
    """Whether a clause opens with how the man at ``k`` comes to the ball: "cross basso, inserimento di X e destro"."""
    if k < 2 or w.items[k - 2].low not in w.v.bursts:
        return False
    return k == 2 or w.items[k - 3].kind in "xm"


def _behind_noun(w: Walk, k: int) -> int:
    """Items from the noun that waits to the name at ``k``; times and sides between do not part them."""
    between = w.items[w.noun_at + 1 : k]
    if any(it.finite for it in between):
        return k - w.noun_at  # "l'assist del gol, al 14', è di X"
    return k - w.noun_at - sum(ASIDE for it in between if it.kind in "mt")


def side(w: Walk, k: int, item: Item) -> None:
    """A side named at item ``k``: the subject, or whose goal a noun tells."""
    if not item.governed and (side_suffers(w, k, item) or _frightened(w, k)):
        return
    if not item.governed:
        if _object_side(w, item):
            return
        w.last_side = item
        struck = any(it.lemmas & w.v.striking for it in w.items[max(0, k - 2) : k])
        w.subject_team = w.r.other(item.team) if struck else item.team
        w.side_clause = w.clause
        w.subject, w.fresh_subject = -1, False
        if not any(a.sent == w.sent for a in w.acts):
            w.carrier = -1
        if w.noun is not None and w.noun.kind == "state" and k == w.noun_at + 1:
            w.noun.team = item.team  # "vantaggio Ostrense"
    elif item.governed in w.g.for_ and of_list(w, item):
        return
    elif w.noun is not None and item.governed in w.g.of | w.g.for_ and k - w.noun_at <= OF_SIDE:
        blow = item.governed in w.g.for_ and any(it.low in w.v.blows for it in w.items[max(0, w.noun_at - 3) : k])
        w.noun.team = w.r.other(item.team) if blow else item.team
        if w.noun.kind == "state" and item.governed in w.g.for_ and not blow:
            _of_verb(w, item)  # "X firma il gol del vantaggio per il Lecco"


def _object_side(w: Walk, item: Item) -> bool:
    """Whether a side stands behind the verb of the other one: "il Lecco liquida con un 3-0 il Renate"."""
    first = w.subject_team
    if first is None or item.team in (None, first) or w.side_clause != w.clause or w.verb_at < 0:
        return False
    verb = w.items[w.verb_at]
    before = [it for it in w.items[: w.verb_at] if it.kind == "t" and not it.governed]
    return bool(before) and before[-1].team == first and item.a > verb.a and not w.verb_acts


def _frightened(w: Walk, k: int) -> bool:
    """Whether a side is the object of what a player does: "X spaventa i locali con un tiro"."""
    man = next((j for j in range(w.verb_at - 1, -1, -1) if w.items[j].kind == "p"), -1)
    beside = man >= 0 and w.fresh_subject and w.items[man].person == w.subject and not w.items[man].governed
    return beside and k - w.verb_at <= ASIDE and not w.verb_acts and not any(it.kind == "x" for it in w.items[man:k])


def _of_verb(w: Walk, item: Item) -> None:
    """Give the side that a state of the score is for to who made it so."""
    for act in w.acts:
        if act.sent == w.sent and act.clause == w.clause and act.kind in ("goal", "state"):
            act.team = item.team


def relative(w: Walk, k: int) -> None:
    """A relative at item ``k``: in "X, che …" the nearest name goes on, in "un tiro di X che …" the ball does."""
    near = next((j for j in range(k - 1, max(-1, k - 7), -1) if w.items[j].kind == "p"), None)
    if near is None or w.r.people[w.items[near].person].label != "PLAYER":
        return
    name, noun = w.items[near], w.noun
    if not all(it.low in (",", '"', ")") or it.low in w.g.adverbs for it in w.items[near + 1 : k]):
        return
    if (
        noun is not None
        and noun.kind == "attempt"
        and noun.who == name.person
        and k - w.noun_at <= 7
        and name.governed in w.g.of
        and near == k - 1
    ):
        return
    w.subject = name.person
    w.carrier = w.carrier if w.keeper(name.person) else name.person
    w.close_clause()
    w.fresh_subject = True


def _also(w: Walk, k: int, who: int) -> bool:
    """What the one did the other did too: "ci provano Varriale e Improta"."""
    if not listed(w, k, JOINING):
        return False
    first = w.items[k - 2].person
    shared = [
        a
        for a in w.acts
        if a.sent == w.sent and a.clause == w.clause and a.who == first and a.bound and a.kind == "attempt"
    ]
    if not shared or w.verb_at < 0 or not any(f.number == "p" for f in w.items[w.verb_at].verb):
        return False
    w.again(shared[-1], w.items[k], who, k, group=True)
    w.acts[-1].pos, w.acts[-1].end = shared[-1].pos, shared[-1].end
    return True


def _save_of(w: Walk, k: int, after_verb: bool) -> Act | None:
    """The save whose object the name at ``k`` is: "X ferma Y", "si supera su Y e Z"."""
    stops = [a for a in w.verb_acts if a.kind == "save" and w.keeper(a.who)] if after_verb else []
    last = w.acts[-1] if w.acts else None
    if stops:
        return stops[-1] if stops[-1].whom < 0 else last
    if last is None or last.kind != "save" or last.sent != w.sent or last.whom < 0:
        return None
    return last if k > 1 and w.items[k - 1].low in AND and w.items[k - 2].person == last.whom else None


def _nominative(w: Walk, k: int, who: int, item: Item) -> None:
    """A name without preposition: the subject of the verb behind it, or subject or object of the verb before it."""
    if _also(w, k, who) or _outcome(w, k, who):
        return
    after_verb = (
        w.verb_at >= 0 and k - w.verb_at <= AFTER_VERB and not any(it.low == "," for it in w.items[w.verb_at : k])
    )
    save = _save_of(w, k, after_verb) if not w.keeper(who) else None
    if save is None and after_verb and not w.keeper(who):
        save = block_of(w)
    if save is not None:
        w.stop(save, who, item)
    elif after_verb and w.verb_acts:
        _after_acts(w, who, item)
    elif not (after_verb and _object(w, k, who)):
        w.take(who)
        if is_turn(w, k):
            try_of(w, who, item, k)


def _object(w: Walk, k: int, who: int) -> bool:
    """Whether a name behind a verb is its object: the verb has its subject before it, or takes people as objects."""
    if w.subject in (-1, who) or (not w.fresh_subject and w.items[max(0, w.verb_at - 1)].low in OBJECT_CLITICS):
        return False
    behind = w.items[k + 1] if k + 1 < len(w.items) else None
    if w.items[w.verb_at].lemmas & w.v.object_verbs:
        return w.fresh_subject or not (behind is not None and behind.finite)
    if not w.fresh_subject:
        return False
    subject = next((j for j, it in enumerate(w.items) if it.kind == "p" and it.person == w.subject), k)
    return subject < w.verb_at and k - w.verb_at <= 2 and not (behind is not None and behind.finite)


def _after_acts(w: Walk, who: int, item: Item) -> None:
    """A name at once behind a verb that tells acts: who gets the ball, whom it beats, or who does it."""
    subject = w.verb_acts[0].who
    if subject not in (-1, who) and any(a.kind == "pass" for a in w.verb_acts):
        w.receive(subject, who, item)
        return
    objects = [a for a in w.verb_acts if a.kind in ("beat", "test")]
    for act in objects:
        act.whom = who
    if objects and all(a.kind in ("beat", "test", "save", "attempt", "goal", "chance") for a in w.verb_acts):
        return
    if w.fresh_subject and subject not in (-1, who) and w.items[w.verb_at].lemmas & w.v.object_verbs:
        return  # "X anticipa Y e gira": Y is the object, X goes on
    if not any(a.bound for a in w.verb_acts):
        for act in w.verb_acts:
            act.who, act.bound = who, True
    w.take(who)
