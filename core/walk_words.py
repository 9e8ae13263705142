"""What a word of the walk tells: the acts of the phrases that begin with it."""

from __future__ import annotations

from core.acts import KINDS, SHOOTER, Act
from core.items import Item
from core.vocabulary import Vocabulary
from core.walk_guards import near, nearest, taken_back
from core.walk_owners import brace_before, coloured, owner, touched
from core.walk_shots import keeper_behind, keeper_meant, sure_miss, wood_is_subject
from core.walk_state import Walk

DENIABLE = ("goal_noun", "state_noun")
"""Nouns that stand for what was only near, wanted or denied too."""
CLAIMED = ("goal_noun", "brace_noun")
"""Nouns that "autore di" gives to the subject."""
LAID_BACK = 2
"""Items behind "palla" among which "indietro" stands."""
DENIED = 5
"""Items before such a noun within which the word that denies it stands."""
PARTING = ";!?"
"""Marks behind which it stands no more."""
WANTED = 4
"""Items before a score within which the word stands that says that it is only looked for."""
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
    if not made and any(f.mood == "inf" for f in item.verb):
        w.noun_until = max(w.noun_until, end)  # "prova a mettere la firma": no firm of his
    if any(act.verbal for act in made):
        if k >= w.phrase_end and not item.finite:
            w.verb_at = next((j for j in range(k, end) if w.items[j].finite), k)
            w.verb_acts = []
        w.phrase_end = max(w.phrase_end, end)
    for act in made:
        if act.kind == "beat" and (beaten := _clitic_keeper(w, k)) >= 0:
            act.whom = beaten
        w.add(act, k)
        if act.verbal:
            w.verb_acts.append(act)
            if any(f.mood in ("inf", "ger", "part") for f in item.verb):
                w.verb_at = k
        elif act.category.endswith("_noun") or (act.category == "own_goal" and _own_noun(w, item)):
            w.noun, w.noun_at = act, item.tags[act.category] - 1
            w.noun_until = max(w.noun_until, item.tags[act.category])
            if act.kind == "pass" and _laid_back(w, k, act):
                _lay_back(w, act)


def _laid_back(w: Walk, k: int, act: Act) -> bool:
    """Whether who went on alone gives the ball to somebody not named: "X scappa via, palla all'indietro, sinistro"."""
    said = {it.low for it in w.items[k + 1 : k + 1 + LAID_BACK]}
    return act.who >= 0 and act.who == w.author and act.low in w.v.balls and bool(said & w.v.backwards)


def _lay_back(w: Walk, act: Act) -> None:
    """Give the ball to who else was named before, if anybody was."""
    others = [it.person for it in w.items if it.kind == "p" and it.a < act.pos and it.person != act.who]
    w.carrier, w.passer = (others[0] if others else -1), act.who
    w.subject, w.fresh_subject = -1, False


def _clitic_keeper(w: Walk, k: int) -> int:
    """The goalkeeper whom a pronoun before a verb means: "X si presenta davanti a Y e lo batte"; -1 for none."""
    if not k or w.items[k - 1].low not in w.v.him:
        return -1
    named = [it.person for it in w.items[: k - 1] if it.kind == "p" and it.person != w.subject]
    return named[-1] if named and w.r.people[named[-1]].goalkeeper > 0 else -1


def _own_noun(w: Walk, item: Item) -> bool:
    """Whether words for an own goal are a noun whose author follows: "autogol di X", "sfortunata deviazione di X"."""
    last = w.items[item.tags["own_goal"] - 1]
    return item.low.startswith("auto") or last.low.startswith("auto") or last.low in w.v.touching


def _ahead(w: Walk, team: str | None) -> bool:
    """Whether the sentence has put a side ahead: who levels then is the other one."""
    return team is not None and any(a.sent == w.sent and a.kind == "state" and a.team == team for a in w.acts)


def _owned(w: Walk, end: int) -> bool:
    """Whether a name stands at once behind "di" at item ``end``."""
    behind = w.items[end : end + 2]
    return len(behind) > 1 and behind[0].low in w.g.of and behind[1].kind == "p"


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
        if bound and category == "goal_noun" and near(w, k, 5, frozenset(), w.v.near_miss):
            return Act("off", item.a, stop, w.sent, shooter, category="off_words", bound=True)
        return None
    if taken_back(w, k, item, category):
        return None
    if category == "save_verb" and wood_is_subject(w, k):
        return Act("wood", item.a, stop, w.sent, category=category, low=item.low)
    if category == "manner" and not bound:
        who = shooter = -1
    if kind in ("save", "block"):
        bound = bound and (w.keeper(who) or not keeper_meant(w, k))  # "X in rovesciata, il portiere ci arriva"
        author = who if bound else w.subject if w.keeper(w.subject) else -1
        behind = keeper_behind(w, item.tags[category]) if kind == "save" else -1
        if behind >= 0:
            who, author, bound = behind, behind, True
    else:
        author = shooter if kind in SHOOTER else who
    claimed = category in CLAIMED and near(w, k, 4, w.v.author_words, frozenset())
    if claimed:
        bound, author = w.subject >= 0, w.subject
    team = w.subject_team if category not in DENIABLE or w.verb_at >= 0 else None
    if category in DENIABLE and near(w, k, 4, w.v.behind, w.v.conceding):
        team = w.r.other(w.subject_team)
    said = {it.low for it in w.items[k : item.tags.get(category, k + 1)]}
    turned = category in ("state_verb", "state_team") and team is not None
    if turned and not w.fresh_subject and said & (w.v.struck | w.v.behind):
        team = w.r.other(team)  # "passano gli ospiti, li riprende X", "va sotto di due reti di X"
    strong = not _picked_up(w, k, item) if category == "save_noun" else category != "off_words" or sure_miss(w, k, item)
    if category in DENIABLE:
        if said & w.v.draws and _ahead(w, team or w.subject_team):
            team = w.r.other(team or w.subject_team)
        team = coloured(w, item.tags[category]) or team
    act = Act(kind, item.a, stop, w.sent, author, team=team, category=category, low=item.low, strong=strong)
    whose = owner(w, k) if category in CLAIMED or category == "state_noun" else -1
    if whose < 0 and category == "brace_noun":
        whose = brace_before(w, k)
    if whose >= 0:
        act.who, act.bound = whose, True
        return act
    if category == "own_goal" and bound and _own_noun(w, item) and _owned(w, item.tags[category]):
        act.who, act.bound = -1, False  # "X e l'autogol di Y"
        return act
    if category == "own_goal" and not bound and (off := touched(w, k)) >= 0:
        act.who, act.bound = off, True
        return act
    if category == "own_goal" and not bound and w.subject >= 0 and not w.keeper(w.subject):
        act.who = w.subject  # "X mette il piede sul tiro di Y e beffa il suo portiere"
    act.bound = (bound and author == who) or (kind == "save" and author < 0 and keeper_meant(w, k))
    if category.endswith("_noun") and kind != "wood" and not (claimed and bound):
        act.bound = False
        if kind in OF_NOUN:
            act.who = who if bound and (kind == "pass" or (kind == "save" and w.keeper(who))) else -1
    return act


def denied(items: list[Item], k: int, v: Vocabulary) -> Item | None:
    """The word that says of a noun at item ``k`` that it was only near, wanted or denied.

    A noun or adverb does so in its own clause alone: "in area, incorna il pari" tells a goal.
    """
    since = next((j + 1 for j in range(k - 1, -1, -1) if items[j].kind == "x" and items[j].low in PARTING), 0)
    word = nearest(items, k, min(DENIED, k - since), v.no_goal_before, v.no_goal_verbs)
    if word is None or word.lemmas & v.no_goal_verbs:
        return word
    between = items[items.index(word) + 1 : k]
    parted = any(it.low in ",;:" or (it.finite and not it.lemmas & v.auxiliaries) for it in between)
    return None if parted else word


def wanted(w: Walk, k: int) -> bool:
    """Whether a score at item ``k`` is only looked for: "a caccia dell'1-1", "vicino al 3-1"."""
    before = [it.low for it in w.items[max(0, k - WANTED) : k]]
    return bool(w.v.score_wanted & set(before))


def _picked_up(w: Walk, k: int, item: Item) -> bool:
    """Whether a noun for a save is where the next attempt comes from: "raccoglie una respinta", "sulla respinta"."""
    if item.low not in w.v.rebounds:
        return False
    return item.governed in w.g.on or near(w, k, 4, frozenset(), w.v.picking_up)
