"""What stands round the words for a card: whether it was given at all, before, when, and to a pronoun."""

from __future__ import annotations

from itertools import pairwise

from core.items import AND, Item, negated
from core.numbers import number
from core.reading import Reading
from core.vocabulary import words

SHORT_REACH = 6
"""Items within which "in dieci" stands behind "lascia"."""
ALREADY = 4
"""Items round a card within which "già" tells it in passing."""
DENIED_REACH = 6
"""Items before a card within which words deny it."""
MEMORY_REACH = 7
"""Items round a card within which words of other matches make it one of them."""


def not_given(items: list[Item], k: int, end: int) -> bool:
    """Risked, asked for, escaped, announced, of another match, or belonging to the red of shirts and flags."""
    v = words("cards")
    near = _own_clause(items, k)
    benched = items[k].lemmas & v.sends and any(it.low in words("names").coach_roles for it in items[max(0, k - 5) : k])
    if benched:
        return True  # "il tecnico lo manda negli spogliatoi": he takes him off
    asked = items[-1].low == "?" and not any(it.low in (",", ":", ";") for it in items[k:])
    if _unreal(items, k) or asked:
        return True
    if any(_denies(near, n) for n in range(len(near))) or any(it.low in v.not_given_words for it in near[-4:]):
        return True
    after = items[k : end + SHORT_REACH]
    unnamed = any(it.low in v.staff for it in after) and not any(it.kind == "p" for it in after)
    if unnamed or _withheld(items, k):
        return True
    several = k > 0 and items[k - 1].kind == "w" and (number(items[k - 1].low) or 0) > 1
    if several and any(it.low in v.carried for it in items[end : end + 3]):
        return True  # "con quattro ammonizioni sulle spalle": those of a season
    first = max(0, k - MEMORY_REACH)
    for n, it in enumerate(items[first : end + MEMORY_REACH], first):
        if it.low in v.other_matches and not any(f.tense == "future" for f in items[n - 1].verb):
            return True
    before = items[k - 1].low if k and items[k - 1].kind == "w" else ""
    so_much = k > 1 and items[k - 2].low == "tanto"  # "con tanto di giallo"
    if end == k + 1 and items[k].low in v.loose_words and before in v.no_card_before and not so_much:
        return True
    return _owned(items, k, end)


def _denies(near: list[Item], n: int) -> bool:
    """Whether the verb at item ``n`` before a card tells that none was given: "rischia il rosso", not "meritandosi"."""
    v, it = words("cards"), near[n]
    if not it.lemmas & v.not_given or any(x.low in v.already for x in near[n:]):
        return False  # "toglie il già ammonito X"
    earned = it.lemmas & v.receive and any(f.mood == "ger" for f in it.verb)
    return not earned and not any(x.low in v.shirt for x in near[n:])


def _withheld(items: list[Item], k: int) -> bool:
    """Whether the verb that gives the card is denied: "non ammonisce", "non estrae cartellini"."""
    if items[k].verb and negated(items, k):
        return True
    g, v = words("clauses"), words("cards")
    j = k - 1
    light = g.determiners | g.adverbs | v.which
    while j >= 0 and items[j].kind == "w" and not items[j].finite and items[j].low in light:
        j -= 1
    if j < 0 or not items[j].finite:
        return False
    if not items[j].lemmas & (v.given | g.passive) and items[k].low not in v.participles and not items[k].finite:
        return False
    while j > 0 and (items[j - 1].low in g.clitics or items[j - 1].finite):
        j -= 1
    return j > 0 and items[j - 1].low == "non"


def shown(items: list[Item], k: int, end: int) -> bool:
    """Whether the referee shows the card of ``[k, end)`` to nobody named: "l'arbitro estrae il giallo"."""
    v = words("cards")
    clause = items[max(0, k - SHORT_REACH) : k]
    clause = clause[max((n + 1 for n, it in enumerate(clause) if it.kind == "x"), default=0) :]
    open_end = end >= len(items) or items[end].kind in ("x", "m") or items[end].low in words("clauses").to
    return open_end and any(it.low in v.referees for it in clause) and any(it.lemmas & v.given for it in clause)


def by_referee(items: list[Item], k: int) -> bool:
    """Whether it is the referee who sends a man away at item ``k``: "l'arbitro lo allontana"."""
    return any(it.low in words("cards").referees for it in items[max(0, k - SHORT_REACH) : k])


def _own_clause(items: list[Item], k: int) -> list[Item]:
    """The words before a card that may deny it: where its clause says that it is taken, those of the clause alone."""
    near = items[max(0, k - DENIED_REACH) : k]
    near = near[max((n for n, it in enumerate(near) if it.low == ";"), default=-1) + 1 :]
    mark = max((n for n, it in enumerate(near) if it.low in (",", ";", ":")), default=-1)
    own = near[mark + 1 :]
    return own if any(it.lemmas & words("cards").receive for it in own) else near


def _owned(items: list[Item], k: int, end: int) -> bool:
    """Whether the words are of a contract: "il cartellino è della Juve"."""
    after = items[end : end + 5]
    if end != k + 1 or items[k].low not in words("cards").owned:
        return False
    return any(a.low in ("è", "era") and b.low in words("clauses").of for a, b in pairwise(after))


def _unreal(items: list[Item], k: int) -> bool:
    """Whether the card of the words at ``k`` is only thought of: "avrebbe espulso", "se avesse", "prima che"."""
    if any(
        f.mood in ("cond", "sub") and f.tense != "pres" and not any(x.mood == "ind" for x in it.verb)
        for it in items[max(0, k - 3) : k]
        for f in it.verb
    ):
        return True
    modal = any(
        f.lemma in ("dovere", "potere") and f.tense == "impf" for it in items[max(0, k - 2) : k] for f in it.verb
    )
    if modal and any("essere" in it.lemmas for it in items[max(0, k - 2) : k]):
        return True  # "doveva essere rosso"
    if k and "andare" in items[k - 1].lemmas and any(f.tense == "impf" for f in items[k - 1].verb):
        return True  # "andava espulso"
    back = {lemma for it in items[max(0, k - DENIED_REACH) : k] for lemma in it.lemmas}
    if back & words("cards").returns and any(it.low == "dopo" for it in items[max(0, k - 3) : k]):
        return True  # "torna dopo l'espulsione"
    clause = [it.low for it in items[max(0, k - 12) : k]]
    clause = clause[max((n + 1 for n, low in enumerate(clause) if low in (",", ";", ":")), default=0) :]
    return any((a, b) == ("prima", "che") for a, b in pairwise(clause))


def already_told(items: list[Item], k: int, end: int) -> bool:
    """Whether a card is told in passing: "già ammonito", "già con un giallo", "un giallo ce l'aveva già"."""
    v = words("cards")
    before = items[max(0, k - ALREADY) : k]
    stop = next((n for n in range(len(before) - 1, -1, -1) if before[n].kind in "pxs" or before[n].finite), -1)
    if any(it.low in v.already for it in before[stop + 1 :]):
        return not (stop >= 0 and _by_then(items, k - len(before) + stop))
    if any(it.low in v.carried and it.governed.startswith("su") for it in before) or _had(items, k):
        return True
    after = items[end : end + ALREADY]
    if any(it.low in v.carried for it in after[:3]):
        return True
    return any(it.low == "già" for it in after) and any("avere" in it.lemmas for it in after)


def _by_then(items: list[Item], verb: int) -> bool:
    """Whether a verb in the present says what has become of a man by a time: "dopo cinque minuti è già ammonito"."""
    if not any(f.tense == "pres" and f.mood == "ind" for f in items[verb].verb):
        return False
    mark = max((n for n in range(verb) if items[n].low in (",", ";", ":")), default=-1)
    return any(it.kind == "m" or it.low in words("cards").minutes for it in items[mark + 1 : verb])


def _had(items: list[Item], k: int) -> bool:
    """Whether a man had a card when he did what is told: "che aveva un giallo dal 18'", "aveva già un cartellino"."""
    near = items[max(0, k - 3) : k]
    verbs = [f for it in near for f in it.verb if f.lemma == "avere"]
    participle = any(f.mood == "part" for it in near for f in it.verb)
    return any(f.tense == "impf" for f in verbs) and near[-1].low in words("clauses").determiners and not participle


def leaves_short(items: list[Item], k: int) -> bool:
    """Whether the words leave a side with ten men: "lascia i suoi in dieci"."""
    near = [it.low for it in items[k + 1 : k + 1 + SHORT_REACH]]
    return any(a == "in" and b in words("cards").short_of for a, b in zip(near, near[1:], strict=False))


def passive(items: list[Item], k: int) -> bool:
    """Whether the words at ``k`` are a passive: "viene allontanato"."""
    near = items[max(0, k - 2) : k]
    return any(f.mood == "part" for f in items[k].verb) and any(it.lemmas & words("clauses").passive for it in near)


def for_him(items: list[Item], k: int, end: int) -> bool:
    """Whether a pronoun says whose card it is: "per lui secondo giallo", "giallo anche per lei"."""
    near = [it.low for it in items[max(0, k - 4) : k]], [it.low for it in items[end : end + 4]]
    return any(a in ("per", "a") and b in ("lui", "lei") for lows in near for a, b in pairwise(lows))


def keeper_meant(items: list[Item], k: int, end: int) -> bool:
    """Whether a goalkeeper without his name is shown the card: "giallo per il portiere", "l'estremo, ammonito"."""
    keepers, g = words("cards").keepers, words("clauses")
    light = g.determiners | g.to | {"per", "anche", "pure"}
    after = next((n for n in range(end, min(end + 4, len(items))) if items[n].low not in light), -1)
    if after > end and items[after].low in keepers and not any(it.kind == "p" for it in items[after + 1 : after + 3]):
        return True
    return k > 2 and items[k - 1].low == "," and items[k - 2].low in keepers and items[k - 3].low in g.determiners


def keeper_beside(r: Reading, items: list[Item], j: int) -> int:
    """The goalkeeper meant by "X e il portiere", X's own; -1 where none is named or known."""
    after = items[j + 1 : j + 4]
    if len(after) < 3 or after[0].low not in AND or after[1].low not in ("il", "la", "l'"):
        return -1
    named = j + 4 < len(items) and items[j + 4].kind in "pt"
    if after[2].low not in words("cards").keepers or named:
        return -1
    team = r.people[items[j].person].team
    keepers = [p.id for p in r.people if p.goalkeeper >= 1 and p.team == team and team is not None]
    return keepers[0] if len(keepers) == 1 else -1


def time_since(items: list[Item], end: int) -> int:
    """The token of the time just behind "già ammonito": "già ammonito alla mezz'ora", "(già ammonito al 20')"."""
    near = [it for it in items[end : end + 2] if it.kind == "m" or it.low not in words("clauses").determiners]
    return near[0].a if near and near[0].kind == "m" else -1


def time_beside(items: list[Item], j: int) -> int:
    """The token of a time beside the name at item ``j``: "Rossi al 13'", "Rossi (13')", "al 13' a Rossi"."""
    after = items[j + 1 :]
    if len(after) > 1 and after[0].low == "(" and "m" not in (after[0].kind, after[1].kind):
        close = next((n for n, it in enumerate(after) if it.low == ")"), 0)
        after = after[close + 1 :]
    if [it.low for it in after[:2]] == [",", "che"]:
        after = after[2:]  # "quella di Rossi, che al 36' ferma un contropiede"
    for it in after[:3]:
        if it.kind == "m":
            return it.a
        if it.low != "(" and it.low not in words("clauses").to:
            break
    for it in reversed(items[max(0, j - 3) : j]):
        if it.kind == "m":
            return it.a
        if it.low not in words("clauses").to | words("clauses").determiners | words("cards").beside_time:
            break
    return -1
