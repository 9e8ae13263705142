"""The kick of a penalty: who takes it, and whether it is scored, missed or only wished for."""

from __future__ import annotations

from dataclasses import dataclass

from core.items import AND, OBJECTS, Item, negated
from core.reading import Reading
from core.vocabulary import words

SPOT_OF = ("su", "dal")
"""Before the penalty behind the man whose it is: "avanti con X su rigore"."""
BESIDE, STOPPED, OBJECT, BEHIND_SAVE = 4, 8, 2, 12.0
"""Items from who stops a kick to the verb, and from "si fa parare" to "da Y"; how near the
kicker is who stands behind the save, and what it costs to stand farther off."""
GONE, GOES_BONUS = 3, 8.0
"""Items between who takes the kick and the verb that brings him to the spot, and how near that makes him."""
ONE_SIDE = ("da", "una", "parte")
"""Behind a name these say which way the keeper dived."""
WASTED = 3
"""Items from "sbaglia" to "anche un rigore"."""
OF_THEM = "ne"
"""With this before it a word counts other kicks: "ne aveva segnati quattro su cinque"."""
Tags = dict[str, list[tuple[int, int]]]
"""Category → (item, item just behind) of its phrases in a sentence."""


GOAL_REACH = 8
"""Items before "dal dischetto" among which the words for the goal stand."""


@dataclass(slots=True)
class Penalty:
    """A penalty as told: the award, the kick, or both."""

    pos: int
    end: int
    sent: int
    award: bool = False
    award_pos: int = -1
    fouled: int = -1
    fouler: int = -1
    team: str | None = None
    taker: int = -1
    scored: bool = False
    missed: bool = False
    keeper: int = -1
    kick_pos: int = -1
    foretold: bool | None = None
    """Whether the kick was good, where that is told before who took it."""

    @property
    def kicked(self) -> bool:
        """Whether it is known how the kick ended."""
        return self.scored or self.missed


def kick(r: Reading, p: Penalty, items: list[Item], tags: Tags, follow: bool = False) -> None:
    """Note who kicks and what comes of it; ``follow`` where the sentence does not name the penalty."""
    marks = [k for c in ("penalty", "spot") for k, _ in tags.get(c, [])]
    start = 0 if follow else max(0, min(marks) - 12)
    scored = [k for k, _ in tags.get("scored", []) if k >= start and _real(items, k) and not _bad(items, k)]
    scored = [k for k in scored if not any(it.low == OF_THEM for it in items[max(0, k - 3) : k])]
    denied = [k for k in scored if negated(items, k)]
    scored = [k for k in scored if k not in denied]
    scored = [k for k in scored if not _of_the_next(items, marks, k) and not _before(items, marks, k)]
    scored = [k for k in scored if not _of_another(items, marks, k)]
    missed = [
        k
        for k, _ in tags.get("missed", [])
        if k >= start
        and not (k and items[k - 1].low in ("non", "senza"))
        and _real(items, k)
        and not any(a <= k < b for a, b in tags.get("scored", []))
    ] + denied  # "un rigore non trasformato"
    again = max((end for _, end in tags.get("again", [])), default=-1)
    if again >= 0:
        scored, missed = [k for k in scored if k >= again], [k for k in missed if k >= again]
    if not scored and not missed:
        if p.foretold is not None and follow:
            _foretold(r, p, items)
        elif not follow and (told := _of_goal(items, marks)) is not None:
            p.taker, p.kick_pos, p.scored = told[1].person, told[0].a, True
        return
    outcome = _outcome(items, scored, missed, marks)
    good = outcome in scored and outcome not in missed
    guess = max((k for k in missed if good and k < outcome), default=outcome)
    stopper = _stopper(items, guess) if guess != outcome or not good else -1
    taker = _agent(r, items, outcome)
    if taker < 0:
        taker = _taker(r, items, marks, outcome, p, stopper)
    if taker < 0:
        p.foretold = good
        return
    p.taker, p.kick_pos = taker, items[outcome].a
    p.scored, p.missed = good, not good
    keepers = [it.person for it in items if it.kind == "p" and r.people[it.person].goalkeeper >= 1.0]
    if not good:
        p.keeper = stopper if stopper >= 0 else keepers[0] if keepers else -1


def _of_goal(items: list[Item], marks: list[int]) -> tuple[Item, Item] | None:
    """The words for a goal and whose it is, where he scored it from the spot: "il raddoppio di X dal dischetto"."""
    for k in marks:
        at = next((j for j in (k - 1, k - 2) if j >= 0 and items[j].kind == "p"), -1)
        near = items[max(0, k - GOAL_REACH) : k]
        goal = next((it for it in near if it.has("goal_noun", "state_noun")), None)
        if goal is not None and at >= 0 and items[at].governed in words("clauses").of:
            return goal, items[at]
    return None


def _foretold(r: Reading, p: Penalty, items: list[Item]) -> None:
    """The kick whose end the sentence before told without a name: "Rigore sbagliato! X apre il piatto"."""
    named = [it for it in items if it.kind == "p" and r.people[it.person].label == "PLAYER"]
    named.sort(key=lambda it: bool(it.governed))  # "Y dice no a X": X where nobody else can be meant
    named = [it for it in named if not it.governed or it.governed in words("clauses").to | words("clauses").of]
    takers = [it for it in named if r.people[it.person].goalkeeper < 1.0 and it.person != p.fouler]
    if takers:
        p.taker, p.kick_pos = takers[0].person, takers[0].a
        p.scored, p.missed = bool(p.foretold), not p.foretold


def _stopper(items: list[Item], outcome: int) -> int:
    """Who stops the kick: the subject of the verb ("Y intuisce"), or by whom it is stopped; -1 for nobody."""
    it, v, g = items[outcome], words("penalties"), words("clauses")
    reflexive = it.low == "si"
    if not reflexive and not it.lemmas & v.stopping:
        return -1
    if reflexive or any(f.mood in ("part", "inf") for f in it.verb):
        behind = (x for x in items[outcome + 1 : outcome + STOPPED] if x.kind == "p")
        by = next((x.person for x in behind if x.governed in g.by), -1)
        if by >= 0 or (reflexive and not items[outcome + 1].lemmas & v.stopping):
            return by
    next_ = items[outcome + 1] if outcome + 1 < len(items) else None
    if outcome and items[outcome - 1].low in OBJECTS and next_ is not None and next_.kind == "p":
        return next_.person  # "lo batte X, lo respinge Y"
    stops = [x for x in items[max(0, outcome - BESIDE) : outcome] if x.kind == "p" or x.low in ",;:"]
    return stops[-1].person if stops and stops[-1].kind == "p" and not stops[-1].governed else -1


def _of_the_next(items: list[Item], marks: list[int], k: int) -> bool:
    """Whether what is told at ``k`` is another's goal: "è X su rigore a pareggiare e nel recupero Y fissa il 3-1"."""
    mark = max((m for m in marks if m < k), default=-1)
    taker = next((it.person for it in reversed(items[max(0, mark - BESIDE) : max(0, mark)]) if it.kind == "p"), -1)
    join = next((j for j in range(k - 1, mark, -1) if items[j].low in (*AND, "poi")), -1)
    if mark >= 0 and items[mark - 1].low in SPOT_OF and mark + 1 < k and items[mark + 1].low == ",":
        join = mark + 1  # "avanti con X su rigore, al 20' Y raddoppia"
    elif join < 0 or not any(it.verb for it in items[mark:join]):
        return False
    if mark < 0 or taker < 0:
        return False
    return any(it.kind == "p" and not it.governed and it.person != taker for it in items[join:k])


def _before(items: list[Item], marks: list[int], k: int) -> bool:
    """Whether the goal at ``k`` came before the penalty of another man: "X segna il bis e poi Y fa tris su rigore"."""
    if any(mark < k for mark in marks):
        return False
    man = next((it.person for it in reversed(items[max(0, k - BESIDE) : k]) if it.kind == "p"), -1)
    join = next((j for j in range(k + 1, min(marks, default=k)) if items[j].low in (*AND, "poi", ";", ",")), -1)
    if man < 0 or join < 0:
        return False
    rest = items[join : min(marks)]
    others = any(it.kind == "p" and it.governed in ("", "con") and it.person != man for it in rest)
    return others and any(it.finite for it in rest)


def _of_another(items: list[Item], marks: list[int], k: int) -> bool:
    """Whether the goal at ``k`` is one man's and the penalty another's: "al gol di X risponde il rigore di Y"."""
    whose, kicks = _owner(items, k), [who for who in (_owner(items, mark) for mark in marks) if who >= 0]
    return whose >= 0 and bool(kicks) and whose not in kicks


def _owner(items: list[Item], k: int) -> int:
    """Whose the noun at ``k`` is: "il rigore di X"; -1 for nobody's."""
    behind = items[k + 1 : k + 1 + OBJECT]
    return next((it.person for it in behind if it.kind == "p" and it.governed in words("clauses").of), -1)


def _bad(items: list[Item], k: int) -> bool:
    """Whether a good kick is denied: "non angolato", "angola poco"."""
    v = words("penalties")
    beside = [*items[max(0, k - 2) : k], *items[k + 1 : k + 2]]
    return _manner(items[k]) and any(it.low in v.bad_before for it in beside)


def _manner(item: Item) -> bool:
    """Whether the word only tells how a kick is taken."""
    v = words("penalties")
    return bool(item.lemmas & v.manners) or item.low in v.manner_words


def _outcome(items: list[Item], scored: list[int], missed: list[int], marks: list[int]) -> int:
    """The item that tells how the kick ended: the first where both are told, else the nearest to the penalty.

    Words for how it is taken leave it to what the goalkeeper does behind them.
    """
    if scored and missed:
        if (lost := _lost(items, missed, marks)) >= 0:
            return lost
        if _beaten_guess(items, min(missed), max(scored)):
            return max(scored)
        if (off := _off_for_all(items, scored, missed)) >= 0:
            return off
        told = [k for k in scored if not _manner(items[k])]
        if not told:
            return min(missed)
        return min(*told, *missed)
    return min(scored + missed, key=lambda k: abs(k - marks[0])) if marks else min(scored + missed)


def _lost(items: list[Item], missed: list[int], marks: list[int]) -> int:
    """The word by which the penalty itself was missed: "dopo un rigore fallito", "sbaglia un rigore"; -1 for none."""
    for k in missed:
        wasted = bool(items[k].lemmas & words("penalties").wasting)
        if wasted and any(0 < mark - k <= WASTED for mark in marks):
            return k
        if any(k == mark + 1 and any(f.mood == "part" for f in items[k].verb) for mark in marks):
            return k
    return -1


def _off_for_all(items: list[Item], scored: list[int], missed: list[int]) -> int:
    """The word by which a kick is missed though the keeper dives wrong: "spiazza Y ma coglie il palo"; -1 for none."""
    v, last = words("penalties"), max(scored)
    if not all(items[k].lemmas & v.wrong_footing for k in scored):
        return -1
    return next((k for k in missed if k > last and any(it.low in v.but for it in items[last:k])), -1)


def _beaten_guess(items: list[Item], missed: int, scored: int) -> bool:
    """Whether the keeper only guesses right: "Y intuisce ma la sfera si infila in rete"."""
    v, between = words("penalties"), items[missed + 1 : scored]
    stopped = any(it.lemmas & (v.stopping - v.guessing) for it in between)
    return bool(items[missed].lemmas & v.guessing) and not stopped and any(it.low in v.but for it in between)


def _goes(items: list[Item], k: int) -> bool:
    """Whether the man at ``k`` goes to the spot: "dal dischetto si presenta X", "X va sul dischetto"."""
    going = words("penalties").going
    for beside in (reversed(items[max(0, k - GONE) : k]), items[k + 1 : k + 1 + GONE]):
        for it in beside:
            if it.kind == "p" or it.low in ",;:(":
                break
            if it.lemmas & going:
                return True
    return False


def _object(items: list[Item], k: int, outcome: int) -> bool:
    """Whether the man at ``k`` is the keeper who is beaten: "X si presenta sul dischetto e spiazza Y"."""
    v = words("penalties")
    led = any(it.kind == "p" and not it.governed for it in items[:outcome])
    beats = bool(items[outcome].lemmas & v.beating) or (led and bool(items[outcome].lemmas & v.taking))
    return beats and outcome < k <= outcome + OBJECT and not items[k].governed


def _agent(r: Reading, items: list[Item], outcome: int) -> int:
    """Who stands behind the participle or the noun: "trasformato da X", "trasformazione di X"."""
    g = words("clauses")
    if items[outcome].lemmas & words("penalties").stopping:
        return -1
    noun = items[outcome].low in words("penalties").kick_nouns
    if not noun and not any(f.mood == "part" for f in items[outcome].verb):
        return -1
    for it in items[outcome + 1 : outcome + 6]:
        if it.kind == "p" and it.governed in (g.of if noun else g.by) and r.people[it.person].goalkeeper < 1:
            return it.person
    return -1


def _real(items: list[Item], k: int) -> bool:
    """Whether the words at ``k`` are told as done, not as what could have been."""
    it = items[k]
    if any(f.mood == "cond" for f in it.verb) and not any(f.mood == "ind" for f in it.verb):
        return False
    return not any(x.low in words("penalties").unreal for x in items[max(0, k - 3) : k])


def _crossed(items: list[Item], k: int) -> bool:
    """Whether the man at ``k`` gives the ball for another goal of the sentence: "poi di testa, sul cross di X"."""
    ball = items[k - 2] if k > 1 else None
    return ball is not None and items[k].governed in words("clauses").of and ball.low in words("contacts").ball_nouns


def _sent_wrong(items: list[Item], k: int) -> bool:
    """Whether the man at ``k`` is the keeper who dives the wrong way: "X da una parte, palla dall'altra"."""
    return [it.low for it in items[k + 1 : k + 1 + len(ONE_SIDE)]] == list(ONE_SIDE)


def _kicked_by(items: list[Item], k: int) -> bool:
    """Whether a participle makes the name at ``k`` the taker: "neutralizza il penalty calciato da X"."""
    kicked = items[k - 2].verb if k > 1 else ()
    return any(f.mood == "part" and f.lemma in words("penalties").kicking for f in kicked)


def _taker(r: Reading, items: list[Item], marks: list[int], outcome: int, p: Penalty, stopper: int = -1) -> int:
    """The player on the spot: nearest to the words of the kick, not the man who fouled."""
    options = [
        (k, it)
        for k, it in enumerate(items)
        if it.kind == "p"
        and (it.governed not in ("su", "da", "dal") or _kicked_by(items, k))
        and r.people[it.person].goalkeeper < 1.0
        and r.people[it.person].label == "PLAYER"
        and it.person not in (p.fouler, stopper)
        and not _crossed(items, k)
        and not _sent_wrong(items, k)
    ]
    last_mark = max(marks) if marks else 0

    def cost(option: tuple[int, Item]) -> float:
        k, it = option
        value = abs(k - outcome) + 0.5 * abs(k - last_mark)
        if stopper >= 0 and k > outcome + OBJECT and it.governed not in words("clauses").of | words("clauses").to:
            value += BEHIND_SAVE * (not _kicked_by(items, k))  # "Y respinge, X arriva sulla ribattuta"
        if _goes(items, k):
            value -= GOES_BONUS
        if _object(items, k, outcome):
            value += BEHIND_SAVE  # "spiazza Y": nobody else may be named
        if it.person == p.fouled:
            # he who was fouled kicks only where nobody else is near
            return value + 6 if len(options) > 1 else value
        return value + 1 if it.governed in ("per", "di", "a") and k < outcome else value

    return min(options, key=cost)[1].person if options else -1
