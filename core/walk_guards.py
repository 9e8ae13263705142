"""When the words beside a phrase say that it tells nothing of its kind: each category has its guards."""

from __future__ import annotations

from collections.abc import Callable

from core.acts import STRONGER
from core.bystanders import exchanged
from core.items import AND, Item, negated
from core.vocabulary import words
from core.walk_owners import given, leads, replied
from core.walk_scoring import closes, decides, favour, infinitive, opens, overtakes, sees_to
from core.walk_shots import stopper
from core.walk_state import Walk

Guard = Callable[[Walk, int, Item, int], bool]
"""(walk, item index, item, item index just behind the phrase) → whether the phrase tells nothing."""
DENIABLE_VERBS = ("goal_verb", "state_verb", "attempt_verb", "beat_verb")
"""Categories of verbs that "non" takes back: "non segna", "non batte il portiere"."""
FAILING = 6
"""Items before an infinitive within which the words stand that say that nothing came of it."""
TRYING = 4
"""Items before an infinitive among which the verb of trying stands that it hangs on."""
COUNT = 4
"""Items behind "i gol" among which "sono tre" stands."""
USUAL = 2
"""Items before "non sbaglia" among which "di solito" stands."""
ENDED = 4
"""Items before "parità" among which "si chiude in" stands."""
DRAWN = 3
"""Items behind "pareggio" among which "di fila" stands."""
RESULT = 4
"""Items behind a verb of the score among which the score of the match stands, and in twice as many the other side."""
SQUAD = 5
"""Items from "la squadra di Neri" to its "a passare"."""
INTERVENTION = ("intervento", "interventi")


def taken_back(w: Walk, k: int, item: Item, category: str) -> bool:
    """Whether words beside the item at ``k`` say that a phrase of the category tells nothing."""
    end = item.tags[category]
    if any(guard(w, k, item, end) for guard in GUARDS.get(category, ())):
        return True
    if category in DENIABLE_VERBS and negated(w.items, k):
        return True
    if infinitive(item) and (_without(w, k) or _failed(w, k)):
        return True
    return any(item.tags[o] > end for o in STRONGER.get(category, ()) if o in item.tags)


def _participle(item: Item) -> bool:
    return bool(item.verb) and all(f.mood == "part" for f in item.verb)


def _without(w: Walk, k: int) -> bool:
    """Whether "senza" denies the infinitive at item ``k``: "senza battere", "senza però riuscire a beffare"."""
    before = w.items[max(0, k - FAILING) : k]
    at = max((j for j, it in enumerate(before) if it.low == "senza"), default=len(before))
    if at >= len(before) - 1:
        return at == len(before) - 1
    between = before[at + 1 :]
    return all(it.kind == "w" for it in between) and any(it.lemmas & w.v.managing for it in between)


def _failed(w: Walk, k: int) -> bool:
    """Whether who should do what the infinitive says did not: "non riesce a battere", "non ha la forza di chiudere"."""
    before = w.items[max(0, k - FAILING) : k]
    at = max((j for j, it in enumerate(before) if it.low == "non"), default=len(before))
    between = before[at + 1 :]
    if not between or any(it.kind != "w" or it.low == "che" for it in between):
        return False
    able = any(it.lemmas & w.v.managing for it in between)
    return able or (any(it.lemmas & w.v.having for it in between) and any(it.low in w.v.means for it in between))


def _longer(category: str) -> Guard:
    """Return the guard that gives way to a phrase of another category that reaches as far."""
    return lambda w, k, item, end: item.tags.get(category, 0) >= end


def _only_wanted(w: Walk, k: int, item: Item, end: int) -> bool:
    return infinitive(item) and near(w, k, 3, w.v.chances, frozenset())


def _only_tried(w: Walk, k: int, item: Item, end: int) -> bool:
    """Whether an infinitive tells what was tried, not done: "prova a insaccare", "tenta di beffare il portiere"."""
    before = w.items[max(0, k - TRYING) : k]
    at = max((j for j, it in enumerate(before) if it.lemmas & w.v.trying), default=-1)
    if not infinitive(item) or at < 0 or not all(it.kind == "w" and not it.finite for it in before[at + 1 :]):
        return False
    return not any(it.lemmas & w.v.managing for it in w.items[end:])


def nearest(items: list[Item], k: int, reach: int, lows: frozenset[str], lemmas: frozenset[str]) -> Item | None:
    """The last of the ``reach`` items before ``k`` that is one of the words or verbs."""
    return next((it for it in reversed(items[max(0, k - reach) : k]) if it.low in lows or it.lemmas & lemmas), None)


def near(w: Walk, k: int, reach: int, lows: frozenset[str], lemmas: frozenset[str]) -> bool:
    """Whether one of the words or verbs stands among the ``reach`` items before ``k``."""
    return nearest(w.items, k, reach, lows, lemmas) is not None


def _no_kick(w: Walk, k: int, end: int) -> bool:
    """Whether "non sbaglia" tells of no kick: "di solito non sbaglia", "non sbaglia nulla", of who keeps goal."""
    if w.items[k].low != "non":
        return False
    behind = w.items[end].low if end < len(w.items) else ""
    usual = any(it.low in w.v.usually for it in w.items[max(0, k - USUAL) : k])
    return usual or behind in w.v.nothing or (w.fresh_subject and w.keeper(w.subject))


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
        return not near(w, k, 2, frozenset(), frozenset(("avere",)))
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
    """Whether a side is the subject: "passa la Sampdoria", "è la squadra di Neri a passare"."""
    if k > 1 and w.items[k - 1].low in w.g.relatives and any(it.kind == "t" for it in w.items[max(0, k - 4) : k]):
        return True
    infinitive = k > 0 and w.items[k - 1].low == "a"
    reach = SQUAD if infinitive else 3
    squad = infinitive and any(it.low in w.v.squads and not it.governed for it in w.items[max(0, k - reach) : k])
    return squad or any(it.kind == "t" and not it.governed for it in w.items[max(0, k - reach) : k + 4])


def _done(w: Walk, k: int) -> bool:
    """Whether an infinitive tells what was done: "X a calciare", "prova a calciare"."""
    return (k > 1 and w.items[k - 1].low == "a" and w.items[k - 2].kind == "p") or near(
        w, k, 5, frozenset(), w.v.done_infinitive
    )


def _counted(w: Walk, k: int, end: int) -> bool:
    """Whether goals are only counted: "i gol erano già quattro", "le reti sono tre"."""
    if not k or w.items[k - 1].low not in w.v.plural_articles:
        return False
    behind = [it for it in w.items[end : end + COUNT] if it.low not in w.g.adverbs]
    return len(behind) > 1 and "essere" in behind[0].lemmas and behind[1].low in w.v.how_many


def _put_before(w: Walk, end: int) -> bool:
    """Whether somebody is put before the goal, not his side ahead: "messo davanti alla porta da Rossi"."""
    return w.items[end - 1].low == "davanti" and end < len(w.items) and w.items[end].low in w.g.to


def _draw(w: Walk, k: int, item: Item, end: int) -> bool:
    """Whether "pari" is how a match ended, not a goal: "terzo pari di fila", "pareggio esterno per il Lecco"."""
    if item.low not in w.v.draws:
        return False
    opening = k == 1 and w.items[0].low in w.v.before_draws
    ended = near(w, k, ENDED, frozenset(), w.v.ends)
    return opening or ended or any(it.low in w.v.behind_draws for it in w.items[end : end + DRAWN])


def _of_match(w: Walk, k: int, item: Item, end: int) -> bool:
    """Whether a score behind a verb is that of the match: "pareggia per 1-1 con i lariani", "pareggia 1-1 a Lecco"."""
    behind = [it for it in w.items[end : end + RESULT] if it.low not in w.g.for_ | w.g.on]
    if len(behind) < 2 or behind[0].kind != "s":  # noqa: PLR2004
        return False
    return behind[1].low in w.v.against and any(it.kind == "t" for it in w.items[end : end + RESULT * 2])


def _corner_of_posts(w: Walk, k: int, item: Item, end: int) -> bool:
    """Whether the posts only say which corner: "infila la palla all'incrocio dei pali"."""
    return item.low == "pali" and k > 1 and w.items[k - 2].low == "incrocio"


def _exchange(w: Walk, end: int) -> bool:
    """Whether a word for two goals in a row is an exchange of passes: "dopo un uno-due con X"."""
    return end + 1 < len(w.items) and w.items[end + 1].kind == "p" and exchanged(w.items, end + 1)


GUARDS: dict[str, tuple[Guard, ...]] = {
    "wood_noun": (_corner_of_posts,),
    "state_noun": (lambda w, k, item, end: _exchange(w, end), _draw),
    "state_verb": (
        _longer("goal_verb"),
        _of_match,
        lambda w, k, item, end: end == k + 1 and bool(item.lemmas & w.v.opening) and not opens(w, end),
        lambda w, k, item, end: end == k + 1 and bool(item.lemmas & w.v.closing) and not closes(w, end),
        lambda w, k, item, end: end == k + 1 and bool(item.lemmas & w.v.deciding) and not decides(w, k, end),
        lambda w, k, item, end: end == k + 1 and bool(item.lemmas & w.v.overtaking) and not overtakes(w, end),
        lambda w, k, item, end: favour(w, k, end),
        lambda w, k, item, end: _put_before(w, end),
        _longer("save_verb"),
        _only_wanted,
        _only_tried,
        lambda w, k, item, end: sees_to(w, k),
        lambda w, k, item, end: any(it.low in w.v.of_numbers for it in w.items[end : end + 2]),
    ),
    "goal_noun": (lambda w, k, item, end: _counted(w, k, end),),
    "goal_verb": (
        lambda w, k, item, end: item.low in w.v.marked and near(w, k, 3, w.v.matches, frozenset()),
        lambda w, k, item, end: _no_kick(w, k, end),
        lambda w, k, item, end: bool(item.lemmas & w.v.sending_on) and _sends_on(w, end),
        _only_wanted,
        _only_tried,
    ),
    "goal_ball": (
        lambda w, k, item, end: k > 0 and w.items[k - 1].low == "non",  # "tiro non imprendibile"
        # "è battuto in velocità"
        lambda w, k, item, end: any(it.low in words("keepers").duels for it in w.items[end : end + 2]),
    ),
    "thanks_verb": (lambda w, k, item, end: not given(w, k),),
    "reply_verb": (lambda w, k, item, end: not replied(w, k),),
    "state_team": (
        lambda w, k, item, end: not item.finite and not leads(w, k, end),
        lambda w, k, item, end: not _side_near(w, k),
    ),
    "off_words": (
        lambda w, k, item, end: item.low in w.v.high and k > 0 and w.items[k - 1].low in w.v.not_off_before,
        lambda w, k, item, end: bool(item.verb) and negated(w.items, k),  # "non ha fallito"
        # "dopo un rigore fallito"
        lambda w, k, item, end: k > 0 and _participle(item) and w.items[k - 1].low in w.v.spot_nouns,
        lambda w, k, item, end: any(it.low in w.v.never for it in w.items[k : end + 1]),  # "non inquadra mai la porta"
    ),
    "stop_words": (lambda w, k, item, end: not stopper(w, k, end),),
    "manner": (lambda w, k, item, end: w.fresh_subject and w.keeper(w.subject),),
    "save_noun": (lambda w, k, item, end: item.low in INTERVENTION and not _saving(w, k),),
    "save_verb": (lambda w, k, item, end: "reply_verb" in item.tags and replied(w, k), _made_to),
    "test_verb": (_made_to,),
    "pass_verb": (lambda w, k, item, end: infinitive(item),),
    "attempt_verb": (lambda w, k, item, end: infinitive(item) and not _done(w, k),),
    # "torna al gol dopo quello di un mese fa"
    "ago": (lambda w, k, item, end: near(w, k, 2, w.v.ago_of, frozenset()),),
}
