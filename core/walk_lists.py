"""Lists of scorers: "a segno X al 5' e Y al 77'", "X (11', 35'), Y (20')", "X, Y e Z mandano al tappeto …"."""

from __future__ import annotations

from dataclasses import dataclass, field

from core.acts import Act
from core.items import AND, JOINING, Item
from core.vocabulary import words
from core.walk_state import Walk
from core.walk_times import CATEGORY, PAIR, TOLD, insert, of_brace, of_last, one_by_one
from core.walk_turns import answers, caught, for_first, not_enough, opposite

CUES = ("goal_noun", "goal_verb", "state_noun", "state_verb", "brace_noun")
"""Categories of words behind which a list with times is one of scorers."""
OTHER = ("wood_noun", "save_noun", "save_verb", "off_words", "disallowed", "memory", "ago")
"""Categories of words that make a list with times one of other things."""

CARDS_REACH = 2
"""So many sentences before a list may say that it is one of cards."""
NEAR = 8
"""So many items before and behind a list tell what it is one of."""
MADE = 9
"""So many words behind its verb stands what goals made of the score."""


@dataclass(slots=True)
class Entry:
    """One man of a list, at item ``at``, with the items of his times."""

    person: int
    at: int
    times: list[int] = field(default_factory=list)
    team: str | None = None

    @property
    def end(self) -> int:
        """The last item of the entry."""
        return max([self.at, *self.times])


def scorers(w: Walk, first: int) -> None:
    """Add the goals of the lists of a sentence, whose acts are those from ``first`` on."""
    for chain in _chains(w):
        dated = all(entry.times for entry in chain)
        several = len(chain) > 1 or len(chain[0].times) > 1
        if several and (_dated(w, first, chain) if dated else _joined(w, first, chain)):
            for entry in chain:
                _score(w, first, entry)
    of_last(w, first)
    one_by_one(w, first)
    of_brace(w, first)
    for_first(w, first)
    opposite(w, first)
    not_enough(w, first)
    answers(w, first)
    caught(w, first)


def _chains(w: Walk) -> list[list[Entry]]:
    """Men one after the other with nothing but light words between; each chain wholly dated or not at all."""
    out: list[list[Entry]] = []
    for entry in _entries(w):
        last = out[-1][-1] if out else None
        start = min([entry.at, *entry.times])
        if last is not None and _goes_on(w, last, entry, start):
            out[-1].append(entry)
        else:
            out.append([entry])
    for chain in out:
        _of_side(w, chain)
    return out


def _goes_on(w: Walk, last: Entry, entry: Entry, start: int) -> bool:
    """Whether one more man, whose words begin at item ``start``, belongs to the list that ends with another."""
    if bool(last.times) != bool(entry.times):
        return False
    light = all(_light(w, it) for it in w.items[last.end + 1 : start])
    if entry.times:
        return light
    return (light and _adjoining(w, last.at, entry.at)) or _with_a_shot(w, last.at, entry.at)


def _entries(w: Walk) -> list[Entry]:
    """The players of a sentence with the times that stand at once behind or before them."""
    items = w.items
    men = [k for k, it in enumerate(items) if it.kind == "p" and w.r.people[it.person].label == "PLAYER"]
    behind = {k: _times_behind(w, k) for k in men}
    ahead = bool(men) and not behind[men[0]] and men[0] > 0 and items[men[0] - 1].kind == "m"
    out = []
    for k in men:
        times = ([k - 1] if k and items[k - 1].kind == "m" else []) if ahead else behind[k]
        out.append(Entry(items[k].person, k, times))
    _share(w, out)
    return out


def _share(w: Walk, entries: list[Entry]) -> None:
    """Give each man his time where the times stand behind the last: "X e Y, rispettivamente all'81' e all'83'"."""
    for n, last in enumerate(entries):
        men = entries[max(0, n + 1 - len(last.times)) : n + 1]
        if len(men) < PAIR or len(men) != len(last.times) or any(e.times for e in men[:-1]):
            continue
        if not any(it.low in w.v.respectively for it in w.items[last.at + 1 : last.end]):
            continue
        if all(_adjoining(w, a.at, b.at) for a, b in zip(men, men[1:], strict=False)):
            for entry, time in zip(men, list(last.times), strict=True):
                entry.times = [time]


def _times_behind(w: Walk, k: int) -> list[int]:
    """The items of the times behind item ``k``: "X al 5'", "X (5', 28' e 70')", "X e Y, rispettivamente al 5' e 8'"."""
    out: list[int] = []
    j = k + 1
    if any(it.low in w.v.respectively for it in w.items[j : j + 2]):
        j = next(i for i in range(j, len(w.items)) if w.items[i].low in w.v.respectively) + 1
    while j < len(w.items):
        it = w.items[j]
        if it.kind == "m":
            out.append(j)
        elif not (it.low in w.v.time_light or (out and it.low in (*JOINING, ")")) or (not out and it.low == "(")):
            break
        j += 1
    return out


def _light(w: Walk, it: Item) -> bool:
    """Whether an item may stand between two men of a list."""
    if it.kind == "t":
        return True
    if it.kind == "x":
        return it.low in ",;()"
    return it.kind == "w" and (it.low in w.v.list_light or it.has("goal_noun", "state_noun") or it.low in w.g.between)


def _adjoining(w: Walk, one: int, other: int) -> bool:
    """Whether two names without a time stand side by side: "X e Y", "X, poi ancora Y", "X su rigore e Y"."""
    between = w.items[one + 1 : other]
    lows = [it.low for it in between]
    if len(lows) > 2 and between[-1].kind == "w" and not between[-1].verb and lows[-2] in w.g.of | w.g.by:
        lows = lows[:-1]  # "di X e del talentuoso Y"
    if not lows or not set(lows) & {*JOINING, "poi"}:
        return False
    if lows[0] in (*JOINING, "poi"):
        return all(low in w.v.list_joining for low in lows)
    last = max(k for k, low in enumerate(lows) if low in JOINING or low == "poi")
    return last == len(lows) - 1 and all(it.low in w.v.of_goals or _light(w, it) for it in between)


def _with_a_shot(w: Walk, one: int, other: int) -> bool:
    """Whether only the way the first one scored stands between two men: "X con un sinistro a giro e Y"."""
    between = w.items[one + 1 : other]
    if len(between) < PAIR or between[0].low not in w.g.with_ or between[-1].low not in AND:
        return False
    return not any(it.kind != "w" or it.finite or it.has(*OTHER) for it in between)


def _of_side(w: Walk, chain: list[Entry]) -> None:
    """Note the side of men before "per i lariani"."""
    since = 0
    for k, entry in enumerate(chain):
        stop = chain[k + 1].at if k + 1 < len(chain) else len(w.items)
        behind = w.items[entry.end + 1 : min(stop, entry.end + 6)]
        side = next((it for it in behind if it.kind == "t" and it.governed in w.g.for_), None)
        if side is not None and not any(it.finite for it in behind[: behind.index(side)]):
            for earlier in chain[since : k + 1]:
                earlier.team = side.team
            since = k + 1


def _acts(w: Walk, first: int, person: int) -> list[Act]:
    """The goals that the words of the sentence give a man."""
    return [a for a in w.acts[first:] if a.who == person and a.bound and a.real and a.kind in TOLD]


def _dated(w: Walk, first: int, chain: list[Entry]) -> bool:
    """Whether a list with times is one of scorers."""
    items, start = w.items, min([chain[0].at, *chain[0].times])
    end, since = _clause_end(w, chain[-1].end), _clause_start(w, start)
    if not all(_free(w, entry) for entry in chain) or any(it.has(*OTHER) for it in items[since:end]):
        return False
    if any(it.low in w.v.list_against for it in items[max(0, start - NEAR) : min(end, chain[-1].end + NEAR)]):
        return False
    if any(_acts(w, first, entry.person) for entry in chain) or _made(w, chain[-1].end):
        return True
    before = items[:start]
    if _of_cards(w):
        return False
    if any(it.has(*CUES) or it.low in w.v.list_cues for it in before):
        return True
    return not any(it.finite for it in before) and all(len(e.times) == 1 for e in chain)


def _clause_start(w: Walk, start: int) -> int:
    """The item behind the semicolon, or the colon behind what a verb tells, before a list that starts at ``start``."""
    told = next((k for k, it in enumerate(w.items[:start]) if it.finite), start)
    marks = [k for k in range(start) if w.items[k].low == ";" or (w.items[k].low == ":" and k > told)]
    return marks[-1] + 1 if marks else 0


def _clause_end(w: Walk, end: int) -> int:
    """The item at which a clause of its own opens behind a list that ends at item ``end``: ", che nel finale …"."""
    for k in range(end + 1, len(w.items) - 1):
        if w.items[k].low == ";" or (w.items[k].low == "," and w.items[k + 1].low in w.g.relatives | w.g.conjunctions):
            return k
    return len(w.items)


def _of_cards(w: Walk) -> bool:
    """Whether the sentence, or one just before, says that cards are listed: "Dei cartellini: X al 13', Y al 17'"."""
    first = max(0, w.sent - CARDS_REACH)
    a, b = w.r.sentences[first][0], w.r.sentences[w.sent][1]
    return any(t.low in words("cards").plural for t in w.r.toks[a:b])


def _free(w: Walk, entry: Entry) -> bool:
    """Whether nothing is told of a man behind his times but that he scored."""
    for k, it in enumerate(w.items[entry.end + 1 :], entry.end + 1):
        if it.kind == "p" or it.low in (",", ";", ".", ":", ")", "mentre", "che"):
            return True
        if it.finite:
            return it.has(*CUES) or _all_of_them(w, k)
    return True


def _made(w: Walk, end: int) -> bool:
    """Whether the verb behind a list that ends at item ``end`` tells what all of its men made of the score."""
    verb = next((k for k in range(end + 1, len(w.items)) if w.items[k].finite or w.items[k].kind == "x"), -1)
    return verb >= 0 and _all_of_them(w, verb)


def _all_of_them(w: Walk, k: int) -> bool:
    """Whether a plural verb at ``k`` tells what they made of the score: "X e Y portano il Lecco sul 2-0"."""
    if not any(f.finite and f.number == "p" for f in w.items[k].verb):
        return False
    for it in w.items[k + 1 : k + MADE]:
        if it.kind == "x" or it.kind == "p":
            return False
        if it.kind == "s" or it.has(*CUES):
            return True
    return False


def _joined(w: Walk, first: int, chain: list[Entry]) -> bool:
    """Whether all men of a list without times did what the words tell of one of them."""
    told = [a for entry in chain for a in _acts(w, first, entry.person) if _mention(w, a) == entry.at]
    if not told:
        return False
    act = told[-1]
    at = next((k for k, it in enumerate(w.items) if it.a == act.pos), 0)
    phrase = [it for it in w.items if act.pos <= it.a < act.end]
    beside = [*w.items[max(0, at - 2) : at], *phrase]
    plural = any(f.number == "p" and f.finite for it in beside for f in it.verb)
    verbless = act.category == "goal_verb" and not any(it.verb for it in phrase)
    joined = plural or verbless or act.category in ("goal_noun", CATEGORY)
    return joined and all(_free(w, entry) for entry in chain[1:])


def _mention(w: Walk, act: Act) -> int:
    """The item that names the author of an act: the nearest to its words."""
    named = [k for k, it in enumerate(w.items) if it.kind == "p" and it.person == act.who]
    return min(named, key=lambda k: abs(w.items[k].a - act.pos), default=-1)


def _score(w: Walk, first: int, entry: Entry) -> None:
    """Add a goal for each time of a man, or one where his words tell none yet."""
    if not entry.times:
        if not any(_mention(w, act) == entry.at for act in _acts(w, first, entry.person)):
            insert(w, first, entry.person, w.items[entry.at].a, w.items[entry.at].b, entry.team)
        return
    for time in entry.times:
        a = w.items[time].a
        insert(w, first, entry.person, a, a, entry.team)
