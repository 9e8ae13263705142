"""Whose doing a goal or a pass is, where other words than its subject tell: owners, participles, colours, objects."""

from __future__ import annotations

from core.acts import Act
from core.items import Item
from core.walk_state import Walk

OBJECT = 4
"""Items by which a side may stand behind the verb whose object it is."""
OPENING = 5
"""Items at the head of a sentence among which "al gol di X" opens it."""
BRACE = 8
"""Items before "doppietta" among which he stands whose it is."""
DEED = 8
"""Items between the verb of a goal and the name of whose deed it was."""
DELIVERY = 6
"""Items between a pass and the name of who played it."""
BRACKET = 5
"""Items before brackets in which the words for the goal stand whose author they name."""


def delivered(w: Walk, k: int, who: int) -> bool:
    """Whether a participle makes a name the one who gave the ball: "su angolo calciato da X", "il cross messo da X"."""
    noun = w.noun
    between = w.items[w.noun_at + 1 : k]
    if noun is None or noun.kind != "pass" or noun.who not in (-1, w.author) or len(between) > DELIVERY:
        return False
    if noun.low in w.v.balls:
        return False
    if not any(f.mood == "part" for it in between for f in it.verb) or any(it.kind in "px" for it in between):
        return False
    w.acts = [a for a in w.acts if a.sent != w.sent or a.pos <= noun.pos or a.kind not in ("attempt", "pass")]
    noun.who, noun.bound = who, True
    w.passer = who
    return True


def received(w: Walk, k: int, who: int, item: Item) -> bool:
    """Whether the man of the verb before got the ball from the one at ``k``: "riceve da X", "ricevuta palla da X"."""
    before = w.items[max(0, k - 4) : k]
    if not any("ricevere" in it.lemmas for it in before) or any(it.kind == "p" for it in before):
        return False
    w.passer = who
    w.add(Act("pass", item.a, item.b, w.sent, who, w.author, bound=True))
    return True


def signed(w: Walk, k: int, who: int) -> bool:
    """Whether a goal is told by a participle with the name at once behind it: "2-0 firmato X", "rete targata X"."""
    verb = w.items[k - 1] if k else None
    if verb is None or not any(f.mood == "part" for f in verb.verb) or (k > 1 and w.items[k - 2].finite):
        return False
    acts = [a for a in w.acts if a.sent == w.sent and a.pos == verb.a and a.category in ("goal_verb", "state_verb")]
    for act in acts:
        act.who, act.bound = who, True
    if acts:
        w.carrier = who
    return bool(acts)


def bracketed(w: Walk, k: int, who: int) -> bool:
    """Whether brackets name who scored the goal told before them: "vantaggio (X al 20')", "pari (rigore di X)"."""
    opening = next((j for j in range(k - 1, max(-1, k - BRACKET), -1) if w.items[j].low == "("), -1)
    closing = next((j for j in range(k + 1, min(len(w.items), k + BRACKET)) if w.items[j].low == ")"), -1)
    inside = [it for j, it in enumerate(w.items[opening + 1 : closing], opening + 1) if j != k]
    if (
        opening < 1
        or closing < 0
        or any(it.kind in "pts" or it.finite and it.low not in w.v.time_light for it in inside)
    ):
        return False
    if any(it.low in w.v.list_against or it.has("pass_noun", "save_noun") for it in inside):
        return False
    before = w.items[max(0, opening - BRACKET) : opening]
    act = next((a for a in reversed(w.acts) if a.sent == w.sent and a.kind in ("goal", "state")), None)
    if act is None or act.bound or not act.real or not before or act.end < before[0].a:
        return False
    if any(it.kind == "p" or (it.kind == "x" and it.low != '"') for it in w.items[:opening] if it.a >= act.end):
        return False
    act.who, act.bound = who, True
    w.take(who)
    return True


def through(w: Walk, k: int, governed: str) -> bool:
    """Whether a goal is told as somebody's doing: "per merito di X", "ad opera di X", "grazie a X"."""
    nouns = [it.low for it in w.items[max(0, k - 4) : k]]
    waiting = [a for a in w.acts if a.sent == w.sent and a.kind in ("state", "goal") and a.verbal and not a.bound]
    means = any(it.kind == "w" and it.governed in w.g.with_ for it in w.items[max(0, k - 4) : k])
    if governed in w.g.of and waiting and means and w.noun is None:
        return True
    return (governed in w.g.of and bool(w.v.doing & set(nouns[-2:]))) or (governed in w.g.to and "grazie" in nouns)


def by_deed(w: Walk, k: int, who: int) -> None:
    """Give a goal to whom the subject behind its verb belongs: "decide il match il rigore di X"."""
    between = w.items[w.verb_at + 1 : k]
    if w.verb_at < 0 or w.fresh_subject or len(between) > DEED or any(it.kind in "px" for it in between):
        return
    if any(it.has("pass_noun") for it in between[-2:]):
        return  # "pareggia con uno stacco sull'angolo di X"
    deeds = [it for it in between if not it.governed or it.governed in w.g.with_ | w.g.on]
    if any(it.low in w.v.deeds or it.has("attempt_noun", "goal_noun") for it in deeds):
        for act in w.verb_acts:
            if act.kind in ("goal", "state") and not act.bound:
                act.who, act.bound = who, True


def of_list(w: Walk, item: Item) -> bool:
    """Give the goals since the last "per" to the side at ``item``: "in gol X e Y per i lariani, Z per gli ospiti"."""
    acts = [a for a in w.acts if a.sent == w.sent and a.kind in ("goal", "state") and a.bound and a.team is None]
    for act in acts:
        act.team = item.team
    return bool(acts)


def owner(w: Walk, k: int) -> int:
    """Whose goal words tell that stand behind their owner: "di X, al 60', il gol del pari", "suo il 2-0"."""
    j = k - 1
    light = w.g.determiners | w.v.of_goals | w.v.time_light | {",", "'"}
    while j >= 0 and w.items[j].kind in "wxm" and (w.items[j].kind == "m" or w.items[j].low in light):
        if w.items[j].low in w.v.his:
            named = [it.person for it in w.items[:j] if it.kind == "p"]
            return w.author if w.author >= 0 or not named else named[-1]
        j -= 1
    item = w.items[j] if j >= 0 else None
    if item is None or item.kind != "p" or item.governed not in w.g.of or w.r.people[item.person].label != "PLAYER":
        return -1
    opening = next((i for i in range(j - 1, -1, -1) if w.items[i].low in w.g.of), 0)
    before = w.items[opening - 1] if opening else None
    return item.person if before is None or before.kind == "x" or before.low in ("è", "e", "sono", "porta") else -1


def coloured(w: Walk, k: int) -> str | None:
    """The side of an adjective behind a noun: "il pari granata", "la rete ospite"; None for none."""
    if k >= len(w.items) or w.items[k].kind != "w":
        return None
    home, away = w.r.sides if len(w.r.sides) == 2 else (None, None)
    low = w.items[k].low
    return w.of_side.get(w.items[k].a) or (away if low in w.v.guests else home if low in w.v.hosts else None)


def touched(w: Walk, k: int) -> int:
    """Off whom an own goal told at ``k`` went in: "sulla schiena di X", "la deviazione di X"; -1 for nobody."""
    for j in range(k - 1, 1, -1):
        it = w.items[j]
        if it.kind == "p" and it.governed in w.g.of and w.items[j - 2].low in w.v.touching:
            return it.person
        if it.kind == "x" and it.low in ".;":
            break
    return -1


def leads(w: Walk, k: int, end: int) -> bool:
    """Whether "avanti" at ``k`` tells that a side takes the lead: "ospiti avanti con X", "avanti l'Olmo al 20'"."""
    before, behind = w.items[max(0, k - 1) : k], w.items[end : end + 4]
    if any(it.low in ("in", "più", "da", "si") or (it.finite and not it.lemmas & w.v.auxiliaries) for it in before):
        return False
    if any(it.low in w.v.not_a_goal for it in w.items) or any(it.low in ("di", "per") for it in behind[:1]):
        return False
    return any(it.kind in ("p", "m") or it.low in w.v.thanks for it in behind)


def replied(w: Walk, k: int) -> bool:
    """Whether the verb at ``k`` answers a goal told before: "al vantaggio di X risponde Y", "a X (10') replica Y"."""
    to = [it for it in w.items[:k] if it.governed in w.g.to]
    goals = any(it.has("goal_noun", "state_noun", "own_goal", "brace_noun") for it in to)
    scorers = [it for it in to if it.kind == "p" and not w.keeper(it.person)]
    opening = bool(to) and w.items.index(to[0]) <= OPENING
    return (
        opening and (goals or bool(scorers)) and not any(it.has("attempt_noun", "attempt_verb") for it in w.items[:k])
    )


def given(w: Walk, k: int) -> bool:
    """Whether who gives thanks at ``k`` got the ball, and nothing is told of what he does with it."""
    given = any(it.lemmas & w.v.gifts or it.low in w.v.gift_nouns for it in w.items[:k]) or any(
        a.kind == "pass" and a.sent == w.sent and a.who not in (-1, w.author) for a in w.acts
    )
    return given and w.fresh_subject and not any(it.finite for it in w.items[k + 1 : k + 6])


def side_suffers(w: Walk, k: int, item: Item) -> bool:
    """Whether a side is the object of what a player does: "X gela i lariani", "Y porta avanti i suoi"."""
    if w.verb_at < 0 or k - w.verb_at > OBJECT or not w.fresh_subject or w.subject < 0:
        return False
    said = frozenset().union(*(it.lemmas for it in w.items[w.verb_at : k]))
    for act in w.verb_acts:
        if said & w.v.striking:
            act.team = w.r.other(item.team)
        elif said & w.v.cheering:
            act.team = item.team
    return bool(said & (w.v.striking | w.v.cheering))


def brace_before(w: Walk, k: int) -> int:
    """Whose brace it is where he is named before it: "X firma una doppietta", "X con una doppietta"; -1 for nobody."""
    if any(it.kind == "p" and it.governed for it in w.items[k + 1 : k + OBJECT]):
        return -1
    near = w.items[max(0, k - OBJECT) : k]
    if not any(it.low in w.g.with_ or it.lemmas & w.v.making for it in near):
        return -1
    named = [it for it in w.items[max(0, k - BRACE) : k] if it.kind == "p"]
    return named[-1].person if named and named[-1].governed in ("", *w.g.by, *w.g.with_) else -1
