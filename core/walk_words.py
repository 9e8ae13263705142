"""What a word of the walk tells: the acts of the phrases that begin with it."""

from __future__ import annotations

from core.acts import KINDS, SHOOTER, STRONGER, Act
from core.items import AND, Item
from core.vocabulary import Vocabulary
from core.walk_owners import coloured, given, leads, owner, replied, touched
from core.walk_shots import keeper_behind, keeper_meant, stopper, sure_miss, wood_is_subject
from core.walk_state import Walk

DENIABLE = ("goal_noun", "state_noun")
"""Nouns that stand for what was only near, wanted or denied too."""
CLAIMED = ("goal_noun", "brace_noun")
"""Nouns that "autore di" gives to the subject."""
DENIED = 5
"""Items before such a noun within which the word that denies it stands."""
OF_NOUN = ("goal", "state", "save", "pass", "brace")
"""Acts of nouns that are no one's until a name follows."""


def word(w: Walk, k: int, item: Item) -> None:
    """Add what the phrases that begin at item ``k`` tell."""
    if item.finite and item.low not in w.g.clitics and k >= w.phrase_end:
        _verb(w, k, item)
    if not item.tags or k < max(w.noun_until, w.phrase_end):
        return
    for category, reach in item.tags.items():
        if reach > k + 1 and not category.endswith("_verb"):
            w.noun_until = max(w.noun_until, reach)
    end = max(item.tags.values())
    stop = w.items[end - 1].b
    made = [
        act
        for category, kind in KINDS
        if category in item.tags and (act := _act(w, k, item, category, kind, stop)) is not None
    ]
    if any(act.verbal for act in made):
        if k >= w.phrase_end and not item.finite:
            w.verb_at = next((j for j in range(k, end) if w.items[j].finite), k)
            w.verb_acts = []
        w.phrase_end = max(w.phrase_end, end)
    for act in made:
        w.add(act, k)
        if act.verbal:
            w.verb_acts.append(act)
            if any(f.mood in ("inf", "ger", "part") for f in item.verb):
                w.verb_at = k
        elif act.category.endswith("_noun") or (act.category == "own_goal" and act.low.startswith("auto")):
            w.noun, w.noun_at = act, item.tags[act.category] - 1
            w.noun_until = max(w.noun_until, item.tags[act.category])


def _verb(w: Walk, k: int, item: Item) -> None:
    """A finite verb; behind an auxiliary it goes on with the acts of the auxiliary."""
    before = w.items[w.verb_at] if w.verb_at >= 0 else None
    if before is None or item.a - before.a > 2 or not before.lemmas & w.v.auxiliaries:
        w.verb_acts = []
    w.verb_at, w.waiting = k, False


def _act(w: Walk, k: int, item: Item, category: str, kind: str, stop: int) -> Act | None:
    """The act that a phrase of one category tells at item ``k``, None where other words take it back."""
    who, bound = w.author, w.fresh_subject and w.subject >= 0
    shooter = next((p for p in (who, w.carrier) if not w.keeper(p)), -1)
    if category in DENIABLE and denied(w.items, k, w.v) is not None:
        if bound and category == "goal_noun" and _near(w, k, 5, frozenset(), w.v.near_miss):
            return Act("off", item.a, stop, w.sent, shooter, category="off_words", bound=True)
        return None
    if _taken_back(w, k, item, category):
        return None
    if category == "save_verb" and wood_is_subject(w, k):
        return Act("wood", item.a, stop, w.sent, category=category, low=item.low)
    if category == "manner" and not bound:
        who = shooter = -1
    if kind in ("save", "block"):
        author = who if bound else w.subject if w.keeper(w.subject) else -1
        behind = keeper_behind(w, item.tags[category]) if kind == "save" else -1
        if behind >= 0:
            who, author, bound = behind, behind, True
    else:
        author = shooter if kind in SHOOTER else who
    claimed = category in CLAIMED and _near(w, k, 4, w.v.author_words, frozenset())
    if claimed:
        bound, author = w.subject >= 0, w.subject
    team = w.subject_team if category not in DENIABLE or w.verb_at >= 0 else None
    if category in DENIABLE and _near(w, k, 4, frozenset(), w.v.conceding):
        team = w.r.other(w.subject_team)
    if category == "state_verb" and team is not None and item.low in w.v.struck and not w.fresh_subject:
        team = w.r.other(team)  # "passano gli ospiti, li riprende X"
    strong = not _picked_up(w, k, item) if category == "save_noun" else category != "off_words" or sure_miss(w, k, item)
    if category in DENIABLE:
        team = coloured(w, item.tags[category]) or team
    act = Act(kind, item.a, stop, w.sent, author, team=team, category=category, low=item.low, strong=strong)
    whose = owner(w, k) if category in CLAIMED or category == "state_noun" else -1
    if whose >= 0:
        act.who, act.bound = whose, True
        return act
    if category == "own_goal" and not bound and (off := touched(w, k)) >= 0:
        act.who, act.bound = off, True
        return act
    act.bound = (bound and author == who) or (kind == "save" and author < 0 and keeper_meant(w, k))
    if category.endswith("_noun") and kind != "wood" and not (claimed and bound):
        act.bound = False
        if kind in OF_NOUN:
            act.who = who if bound and (kind == "pass" or (kind == "save" and w.keeper(who))) else -1
    return act


def _near(w: Walk, k: int, reach: int, lows: frozenset[str], lemmas: frozenset[str]) -> bool:
    """Whether one of the words or verbs stands among the ``reach`` items before ``k``."""
    return nearest(w.items, k, reach, lows, lemmas) is not None


def nearest(items: list[Item], k: int, reach: int, lows: frozenset[str], lemmas: frozenset[str]) -> Item | None:
    """The last of the ``reach`` items before ``k`` that is one of the words or verbs."""
    return next((it for it in reversed(items[max(0, k - reach) : k]) if it.low in lows or it.lemmas & lemmas), None)


def denied(items: list[Item], k: int, v: Vocabulary) -> Item | None:
    """The word that says of a noun at item ``k`` that it was only near, wanted or denied."""
    return nearest(items, k, DENIED, v.no_goal_before, v.no_goal_verbs)


def _taken_back(w: Walk, k: int, item: Item, category: str) -> bool:
    """Whether words beside it say that a phrase of the category tells nothing."""
    tags = item.tags
    if category == "state_verb" and tags.get("goal_verb", 0) >= tags[category]:
        return True
    alone = tags[category] == k + 1
    if category == "state_verb" and alone and item.lemmas & w.v.opening and not _opens(w, k + 1):
        return True
    if category == "thanks_verb" and not given(w, k):
        return True
    if category == "reply_verb" and not replied(w, k):
        return True
    if category == "save_verb" and "reply_verb" in tags and replied(w, k):
        return True
    if category == "state_team" and not item.finite and not leads(w, k, tags[category]):
        return True
    if category == "goal_verb" and item.lemmas & w.v.sending_on and _sends_on(w, tags[category]):
        return True
    if category == "state_team" and not _side_near(w, k):
        return True
    if category == "off_words" and item.low in w.v.high and k and w.items[k - 1].low in w.v.not_off_before:
        return True
    if category == "state_verb" and tags.get("save_verb", 0) >= tags[category]:
        return True
    if category == "stop_words" and not stopper(w, k, tags[category]):
        return True
    if category == "manner" and w.fresh_subject and w.keeper(w.subject):
        return True
    if category == "off_words" and item.verb and k and _negated(w, k):
        return True  # "non ha fallito"
    if category == "save_noun" and item.low in ("intervento", "interventi") and not _saving(w, k):
        return True
    if category in ("test_verb", "save_verb") and _made_to(w, k, item, tags[category]):
        return True
    infinitive = bool(item.verb) and all(f.mood == "inf" for f in item.verb)
    if infinitive and category in ("goal_verb", "state_verb") and _near(w, k, 3, w.v.chances, frozenset()):
        return True
    if infinitive and k and w.items[k - 1].low == "senza":
        return True
    if infinitive and (category == "pass_verb" or (category == "attempt_verb" and not _done(w, k))):
        return True
    return any(tags[o] > tags[category] for o in STRONGER.get(category, ()) if o in tags)


def _opens(w: Walk, k: int) -> bool:
    """Whether who opens the scoring stands behind the verb: "apre Rossi al 7'", not "apre a Rossi" or "il gioco"."""
    who, link, then = [*w.items[k : k + 3], None, None, None][:3]
    if who is None or who.kind != "p" or who.governed:
        return False
    return link is None or link.low not in w.v.passed_to or (then is not None and then.kind == "m")


def _negated(w: Walk, k: int) -> bool:
    """Whether "non" stands before the verb at item ``k``, auxiliaries and pronouns aside."""
    j = k - 1
    while j >= 0 and w.items[j].kind == "w" and (w.items[j].lemmas & w.v.auxiliaries or w.items[j].low in w.g.clitics):
        j -= 1
    return j >= 0 and w.items[j].low == "non"


def _picked_up(w: Walk, k: int, item: Item) -> bool:
    """Whether a noun for a save is where the next attempt comes from: "raccoglie una respinta", "sulla respinta"."""
    if item.low not in w.v.rebounds:
        return False
    return item.governed in w.g.on or _near(w, k, 4, frozenset(), w.v.picking_up)


def _saving(w: Walk, k: int) -> bool:
    """Whether "intervento" at item ``k`` is a goalkeeper's: praised, or his of whom it is told."""
    near = [*w.items[max(0, k - 3) : k], *w.items[k + 1 : k + 5]]
    if any(it.low in w.v.saving or it.lemmas & w.v.performing for it in near):
        return True
    owner = next((it for it in w.items[k + 1 : k + 5] if it.kind == "p" and it.governed in w.g.of), None)
    return owner is not None and w.keeper(owner.person)


def _made_to(w: Walk, k: int, item: Item, end: int) -> bool:
    """Whether a verb of testing tells what somebody had to do: "costretto a cambiare", "impegnato in coppa"."""
    if end > k + 1 or not item.lemmas & w.v.testing:
        return False
    if item.verb and all(f.mood == "part" for f in item.verb):
        return not _near(w, k, 2, frozenset(), frozenset(("avere",)))
    behind = w.items[k + 1 : k + 7]
    return not any(it.kind == "p" and not it.governed or it.low in w.v.keeper_nouns for it in behind)


def _sends_on(w: Walk, k: int) -> bool:
    """Whether men follow that are sent on: "butta dentro X e Y", "mette dentro X per Y"."""
    if k >= len(w.items) or w.items[k].kind != "p":
        return False
    behind = w.items[k + 1 : k + 3]
    if any(it.low in (*AND, "per", "al") for it in behind):
        return True
    return any(it.low in w.v.bench_words or _coach(w, it) for it in w.items[:k])


def _coach(w: Walk, it: Item) -> bool:
    return it.kind == "p" and w.r.people[it.person].label == "COACH"


def _side_near(w: Walk, k: int) -> bool:
    """Whether a side is the subject: "passa la Sampdoria", "il Crotone passa"."""
    if k > 1 and w.items[k - 1].low in w.g.relatives and any(it.kind == "t" for it in w.items[max(0, k - 4) : k]):
        return True
    return any(it.kind == "t" and not it.governed for it in w.items[max(0, k - 3) : k + 4])


def _done(w: Walk, k: int) -> bool:
    """Whether an infinitive tells what was done: "X a calciare", "prova a calciare"."""
    return (k > 1 and w.items[k - 1].low == "a" and w.items[k - 2].kind == "p") or _near(
        w, k, 5, frozenset(), w.v.done_infinitive
    )
