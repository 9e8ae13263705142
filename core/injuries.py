"""Injuries told in words."""

from __future__ import annotations

from core.items import JOINING, Item
from core.phrases import phrases
from core.reading import Reading
from core.vocabulary import Vocabulary, words

SURE, UNSURE = 2.0, 0.9
"""What words that tell an injury alone, and words that need others beside them, weigh."""
ENOUGH, PLENTY = 1.8, 2.4
"""The weight at which a sentence tells an injury, and at which its unsure words tell one too."""
REACH = 10
"""Items before the words within which who is hurt may stand."""
MOST = 2
"""Persons hurt in one sentence."""


def injuries(r: Reading, items: list[Item], previous: int) -> list[tuple[int, int, int]]:
    """(person, token, end token) of each person hurt in one sentence."""
    v = words("injuries")
    told = [(k, e) for k, e in _told(r, items) if not _of_the_game(r, items, k, e, v)]
    lows = {it.low for it in items}
    before = lows & v.pregame and not (lows & v.pregame <= v.in_match and any(it.kind == "m" for it in items))
    if all(items[k].low in v.body for k, _ in told) or before or _lacked(items, v) or _recovers(items, v):
        return []
    score = sum(SURE if _sure(r, items, k, e, v) else UNSURE for k, e in told)
    if score < ENOUGH:
        return []
    out: dict[int, tuple[int, int, int]] = {}
    for k, e in told:
        if not _sure(r, items, k, e, v) and PLENTY > score > UNSURE * len(told):
            continue
        for who in _who(r, items, k, e, previous):
            if who not in out and r.people[who].label == "PLAYER":
                out[who] = (who, items[k].a, items[min(e, len(items)) - 1].b)
    return list(out.values())[:MOST]


def _lacked(items: list[Item], v: Vocabulary) -> bool:
    """Whether a side plays without the man: "gli ospiti mancano di X, infortunato"."""
    return any(
        it.lemmas & v.lacks and of.low in words("clauses").of and name.kind == "p"
        for it, of, name in zip(items, items[1:], items[2:], strict=False)
    )


def _recovers(items: list[Item], v: Vocabulary) -> bool:
    """Whether the man goes on playing: "stringe i denti e resta in campo", "si rialza", "il dolore passa"."""
    lows = {it.low for it in items}
    lemmas = {lemma for it in items for lemma in it.lemmas}
    if lows & v.gives_up or lemmas & v.gives_up_verbs or "non" in lows:
        return False
    stays = bool(lemmas & v.stays) and "campo" in lows
    return stays or bool(lemmas & v.recovers or lows & v.no_harm)


def _told(r: Reading, items: list[Item]) -> list[tuple[int, int]]:
    """(item, item just behind) of all words of injuries."""
    if not items:
        return []
    table = phrases("actions", "phrases_injury")
    at = {it.a: k for k, it in enumerate(items)}
    at[items[-1].b] = len(items)
    return [
        (k, at.get(e, k + 1))
        for k, it in enumerate(items)
        if it.kind == "w"
        for e in table.at(r.toks, it.a, items[-1].b).values()
    ]


def _of_the_game(r: Reading, items: list[Item], k: int, end: int, v: Vocabulary) -> bool:
    """Whether a part of the body plays the ball ("di ginocchio"), it is the ball that is lost, or a shirt is meant."""
    if items[k].low in v.shirts:
        return not k or items[k - 1].low not in v.ligament  # "il portiere crociato" wears a cross
    if items[k].low in v.body:
        return k > 0 and items[k - 1].low in words("clauses").of
    return bool(items[k].lemmas & v.loses) and not _behind(r, items, end)


def _sure(r: Reading, items: list[Item], k: int, end: int, v: Vocabulary) -> bool:
    """Whether the words ``[k, end)`` tell an injury alone."""
    if items[k].low in v.blunders and k and items[k - 1].low == "un":
        return False  # "un infortunio del portiere": he has let the ball slip
    phrase = items[k:end]
    if items[k].low in v.sure or any(it.lemmas & v.sure_verbs for it in phrase):
        return True
    if any(it.lemmas & v.stops for it in phrase) and items[k].low == "si" and _behind(r, items, end):
        return True  # "si ferma anche X"
    return end - k > 1 and items[k].low not in v.unsure and not any(it.lemmas & v.unsure_verbs for it in phrase)


def _who(r: Reading, items: list[Item], k: int, end: int, previous: int) -> list[int]:
    """Who is hurt: before a verb its subject, behind it or a noun the next names; else whom the text was at."""
    behind = _behind(r, items, end)
    before = _before(r, items, k, any(f.number.endswith("p") for it in items[k:end] for f in it.verb))
    if any(it.lemmas & words("injuries").loses for it in items[k:end]):
        return behind  # "il tecnico perde X"
    verbal = any(it.finite for it in items[k:end]) or "costringere" in items[k].lemmas
    if before and (verbal or not behind):
        return before
    if behind:
        return behind
    return [previous] if previous >= 0 and not any(it.kind == "p" for it in items) else []


def _before(r: Reading, items: list[Item], k: int, several: bool) -> list[int]:
    """The player who is the subject of the words at ``k``; those joined with him where the words are of several."""
    for j in range(k - 1, max(-1, k - REACH), -1):
        it = items[j]
        if it.kind == "x" and it.low in ".;":
            break
        if it.kind == "p" and it.governed in ("", "di", "a", "per") and r.people[it.person].label == "PLAYER":
            joined = several and j > 1 and items[j - 1].low in JOINING and items[j - 2].kind == "p"
            return [items[j - 2].person, it.person] if joined else [it.person]
    return []


def _behind(r: Reading, items: list[Item], k: int) -> list[int]:
    """The players named at once behind the words: "di X", "per X", "prima X e poi Y"."""
    v = words("injuries")
    out: list[int] = []
    for it in items[k : k + 9]:
        if it.kind == "p":
            hangs = it.governed not in words("clauses").of | words("clauses").to | {"", "per", "anche"}
            if hangs or r.people[it.person].label != "PLAYER":
                break
            out.append(it.person)
        elif it.kind == "x" or it.finite or (out and it.low not in v.light):
            break
    return out
