"""What a name behind a preposition is to the acts round it: "gol di X", "servito da X", "per X", "con X"."""

from __future__ import annotations

from core.acts import Act
from core.bystanders import exchanged
from core.items import AND, JOINING, Item
from core.verbs import analyses
from core.walk_owners import delivered, received
from core.walk_shots import denied_by_wood, is_turn, try_of
from core.walk_state import Walk

OF_NOUN, OF_SIDE = 6, 4
"""Items by which a name may stand behind the noun that it belongs to."""
NEXT = 5
"""Items from one man to the next of "da X e dal giovane Y"."""
BEATEN = 5
"""Items of "con X e Y ormai anticipati"."""
AGENT, PARTNER = 6, 9
"""Items between an act and "da X", and between an act and "con X"."""
FAVOUR = 10
"""Items between "ricambiare il favore" and to whom it is returned."""
ALLOWED = 5
"""Items between a verb of allowing and to whom something is allowed."""
WITH = ("state", "goal", "attempt", "off", "wood", "test", "ball", "chance", "joy")
"""Acts whose author "con X" may name."""


def listed(w: Walk, k: int, joining: tuple[str, ...]) -> bool:
    """Whether the name at ``k`` follows another one in a list."""
    return k > 1 and w.items[k - 1].low in joining and w.items[k - 2].kind == "p"


def next_of_two(w: Walk, k: int, who: int, item: Item) -> bool:
    """Whether a clause without verb gives the ball from one to the other: "scarico di X, esterno di Y e gol"."""
    noun = w.noun
    if noun is None or noun.kind != "pass" or noun.who in (-1, who) or w.keeper(who):
        return False
    between = w.items[w.noun_at + 1 : k]
    comma = next((j for j, it in enumerate(between) if it.low == ","), -1)
    if comma < 1 or len(between) - comma > OF_SIDE or any(it.finite for it in between):
        return False
    if not any(it.kind == "p" and it.person == noun.who for it in between[:comma]):
        return False
    if any(it.kind != "w" or it.has("pass_noun") for it in between[comma + 1 :]):
        return False
    w.receive(noun.who, who, item)
    try_of(w, who, item, k)
    return True


def of_noun(w: Walk, noun: Act, who: int, item: Item) -> None:
    """The author of what a noun tells: "gol di X", "cross di X", "parata di X", "palo di X"."""
    if noun.kind == "wood" and w.keeper(who):
        return
    if noun.kind == "pass":
        noun.who = who
        w.passer = who
        w.carrier = w.subject if w.waiting and w.subject != who else -1
        return
    if noun.kind == "save" and noun.low in w.v.feats and w.outfield(who):
        noun.kind, noun.category = "goal", "goal_noun"  # "la prodezza di X", who is no keeper
    if noun.kind == "save" and w.keeper(noun.who) and not w.keeper(who) and noun.bound:
        w.take(who)  # "tra le braccia di Y, X (21') calcia alto"
        return
    if noun.kind == "save" or not (noun.bound and noun.who >= 0):
        noun.who, noun.bound = who, True
        thanks = w.v.thanks & {it.low for it in w.items[max(0, w.noun_at - 4) : w.noun_at]}
        if noun.kind in ("goal", "state") and noun.team == w.subject_team and not thanks:
            noun.team = None  # "l'Atalanta cade per il gol di X"
    elif noun.kind == "brace" and not noun.low.endswith("e"):
        goal = Act("goal", item.a, item.b, w.sent, who, team=noun.team, category="goal_noun", bound=True)
        w.add(goal)  # "doppietta di X, Y e Z"
    elif noun.kind in ("goal", "state", "brace"):
        w.again(noun, item, who)
    if noun.kind != "save" and not w.keeper(who):
        w.carrier = who


def agent(w: Walk, k: int, who: int) -> None:
    """Who did what a participle tells: "parato da X", "servito da X", "calciato da X"."""
    if delivered(w, k, who) or received(w, k, who, w.items[k]) or _followed(w, k, who):
        return
    if _from_the_spot(w, k, who):
        return
    if _next_agent(w, k, who):
        return
    for act in reversed(w.acts[-4:]):
        if act.sent != w.sent or w.items_between(act.end, k) > AGENT:
            break
        told = act.category in ("attempt_verb", "goal_verb", "state_verb")
        beside = (act.kind == "attempt" and w.items_between(act.end, k) <= 2) or _passive(w, act)
        if told and (beside or not act.bound) and any(f.mood == "part" for f in analyses(w.r.toks[act.pos].low)):
            act.who, act.bound = who, True
            w.carrier = who
            return
        if act.kind in ("save", "block"):
            act.who, act.bound = who, True
            return
        if (
            act.kind in ("off", "wood")
            and not act.bound
            and any(f.mood == "part" for f in analyses(w.r.toks[act.pos].low))
        ):
            act.who, act.bound = who, True  # "opportunità fallita da X"
            w.carrier = who
            return
        if act.kind == "beat" and act.who < 0 and any(f.mood == "part" for f in analyses(w.r.toks[act.pos].low)):
            keepers = [it.person for it in w.items[:k] if it.kind == "p" and it.a < act.pos and w.keeper(it.person)]
            act.who, act.whom, act.bound = who, keepers[-1] if keepers else act.whom, True  # "Neri battuto da X"
            w.carrier = who
            return
        if act.kind == "pass":
            if act.whom < 0 and act.who >= 0 and act.who != who:
                act.whom = act.who
            act.who = who
            if act.whom >= 0:
                w.carrier = act.whom
            w.passer = who
            return


def _next_agent(w: Walk, k: int, who: int) -> bool:
    """Whether a second man did what a participle tells of the first: "reti segnate da X e dal giovane Y"."""
    first = next((j for j in range(k - 1, max(-1, k - NEXT), -1) if w.items[j].kind == "p"), -1)
    last = w.acts[-1] if w.acts else None
    if first < 0 or last is None or last.sent != w.sent or last.kind != "goal" or not last.bound:
        return False
    one, between = w.items[first], w.items[first + 1 : k]
    if one.governed not in w.g.by or one.person != last.who or last.pos > one.a or not between:
        return False
    if between[0].low not in JOINING or any(it.verb for it in between):
        return False
    if not any(f.mood == "part" and (f.number or "").endswith("p") for f in analyses(last.low)):
        return False
    w.again(last, w.items[k], who, k)
    w.carrier = who
    return True


def _passive(w: Walk, act: Act) -> bool:
    """Whether a participle tells what was done, not what somebody has done: "vittoria arrotondata da X"."""
    return act.kind in ("goal", "state") and "avere" not in {f.lemma for f in analyses(w.r.toks[act.pos - 1].low)}


def _from_the_spot(w: Walk, k: int, who: int) -> bool:
    """Whether a penalty told by a participle is the goal told of: "trova il pari con un rigore realizzato da X"."""
    part = w.items[k - 2] if k > 1 else None
    if part is None or not any(f.mood == "part" and f.lemma in w.v.converting for f in part.verb):
        return False
    kick = next((it.low for it in reversed(w.items[: k - 2]) if it.kind != "w" or it.low in w.v.spot_nouns), "")
    waiting = [a for a in w.acts if a.sent == w.sent and a.clause == w.clause and a.kind in ("goal", "state")]
    if kick not in w.v.spot_nouns or any(a.bound or not a.real for a in waiting):
        return False
    if not waiting and kick in w.v.several_kicks:
        waiting = [Act("goal", part.a, part.b, w.sent, category="goal_verb")]
        w.add(waiting[0], k)
    for act in waiting:
        act.who, act.bound = who, True
    if waiting:
        w.carrier = who
    return bool(waiting)


def _followed(w: Walk, k: int, who: int) -> bool:
    """Whether somebody does what was just told of another: "segna X, imitato poco dopo da Y", "seguito al 60' da Y"."""
    verb = next((j for j in range(k - 1, max(0, k - AGENT), -1) if w.items[j].lemmas & w.v.followed), 0)
    told = [a for a in w.acts if a.sent == w.sent and a.bound and a.real and a.kind in ("goal", "state")]
    if not verb or not told or told[-1].who == who or any(it.kind == "p" for it in w.items[verb:k]):
        return False
    if not any(f.mood == "part" for f in w.items[verb].verb):
        return False
    w.again(told[-1], w.items[k], who, k)
    w.take(who)
    return True


def onto(w: Walk, k: int, who: int, item: Item) -> bool:
    """Whether the ball goes to the man behind "di": "mette sulla testa di X", "recapita sui piedi di X"."""
    passes = [a for a in w.verb_acts if a.kind == "pass"]
    if not passes or k < 2 or w.items[k - 2].low not in w.v.receiving:
        return False
    w.receive(passes[-1].who if passes[-1].who >= 0 else w.author, who, item)
    return True


def for_whom(w: Walk, who: int, item: Item) -> None:
    """Whom the ball is for: "cross di X per Y"."""
    noun = w.noun
    giver = w.author if noun is None or noun.kind != "pass" or noun.who < 0 else noun.who
    if giver >= 0 and giver != who and not w.keeper(who):
        w.receive(giver, who, item)
    elif w.carrier < 0:
        w.carrier = who


def dative(w: Walk, k: int, who: int, item: Item) -> None:
    """To whom: the ball is passed, the goal denied; from whom it is taken."""
    if w.verb_at >= 0 and k - w.verb_at <= OF_NOUN and w.items[w.verb_at].lemmas & w.v.taking:
        return
    if k > 1 and w.items[k - 2].low == "non":
        return  # "non a X ma a Y"
    if _returned(w, k) and w.author not in (-1, who):
        w.receive(w.subject if w.subject >= 0 else w.author, who, item)
        return
    if denied_by_wood(w, who):
        return
    if _allowed(w, k):
        w.take(who)
        return
    if k > 1 and w.items[k - 2].low == "grazie":
        _thanks(w, k, who)
        return
    if is_turn(w, k):
        w.take(who)
        try_of(w, who, item, k)
        return
    for act in reversed([a for a in w.acts[-3:] if a.sent == w.sent and a.clause == w.clause]):
        if act.kind == "save" and act.whom < 0:
            act.whom = who
            w.carrier = w.carrier if w.keeper(who) else who
            return
        if act.kind == "pass":
            w.receive(act.who if act.who >= 0 else w.author, who, item)
            return
        if act.kind == "beat" and act.whom < 0:
            act.whom = who
            return
    if w.carrier < 0 and not w.keeper(who):
        w.carrier = who
    if w.noun is not None and w.noun.kind == "pass" and k - w.noun_at <= OF_SIDE:
        w.receive(w.noun.who if w.noun.who >= 0 else w.author, who, item)


def _returned(w: Walk, k: int) -> bool:
    """Whether a favour, the ball, is returned to the man at ``k``: "ricambia il favore, non a X ma a Y"."""
    before = w.items[max(0, k - FAVOUR) : k]
    return any(it.lemmas & w.v.returning for it in before) and any(it.low in w.v.favours for it in before)


def _allowed(w: Walk, k: int) -> bool:
    """Whether what follows is his doing to whom something gives the chance: "consente a X di infilare la porta"."""
    behind = w.items[k + 1 : k + 3]
    if len(behind) < 2 or behind[0].low not in w.g.of or not any(f.mood == "inf" for f in behind[1].verb):
        return False
    return any(it.lemmas & w.v.allowing for it in w.items[max(0, k - ALLOWED) : k])


def _thanks(w: Walk, k: int, who: int) -> None:
    """Thanks to whom something came about: the goalkeeper's save, the player who has the ball."""
    saves = [a for a in w.acts[-3:] if a.sent == w.sent and a.kind == "save" and a.who < 0 and a.whom < 0]
    if saves:
        saves[-1].who, saves[-1].bound = who, True
    w.take(who)


def beaten(w: Walk, k: int) -> bool:
    """Whether a participle says that the men behind "con" were left behind: "con X e Y ormai anticipati segna"."""
    for it in w.items[k + 1 : k + BEATEN]:
        if any(f.mood == "part" and f.lemma in w.v.outrun for f in it.verb) and not it.finite:
            return True
        if it.kind not in "wp" or it.finite or (it.kind == "w" and it.low not in (*AND, *w.g.adverbs)):
            return False
    return False


def with_whom(w: Walk, k: int, who: int) -> None:
    """The author of what his side does ("pareggia con X"), or a partner ("un'azione con X")."""
    if exchanged(w.items, k) or any(it.low in w.v.partner_nouns for it in w.items[max(0, k - 4) : k]):
        w.passer = who
        return
    if w.keeper(who) and not any(a.kind in ("state", "goal") and a.sent == w.sent for a in w.acts[-4:]):
        return  # "fuori, con Y immobile"
    if beaten(w, k):
        return
    in_list = listed(w, k, JOINING)
    for act in reversed(w.acts[-4:]):
        if act.sent != w.sent or w.items_between(act.end, k) > PARTNER:
            break
        if in_list and act.bound and act.who == w.items[k - 2].person and act.kind in ("state", "goal", "attempt"):
            w.again(act, w.items[k], who, k, group=act.kind == "attempt")
            break
        if act.kind in WITH and not act.bound:
            act.who, act.bound = who, True
            if act.category != "manner":
                break  # "trova il pari in mischia con X"
    if not w.keeper(who):
        w.carrier = who
        w.subject, w.fresh_subject = who, True
