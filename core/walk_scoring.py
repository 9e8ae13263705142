"""When a verb of the score changes nothing: "apre il gioco", "sorpassa Rossi in velocità", "ci pensa il portiere"."""

from __future__ import annotations

from core.items import AND, Item
from core.walk_state import Walk

SEEN_TO = 6
"""Words before "ci pensa" among which it stands what somebody sees to."""
FAVOUR = 8
"""Items behind "ricambia il favore" among which he stands to whom it is returned."""
DEED = 6
"""Items behind "decide" among which the deed and its author stand."""


def infinitive(item: Item) -> bool:
    """Whether a word can only be an infinitive."""
    return bool(item.verb) and all(f.mood == "inf" for f in item.verb)


def opens(w: Walk, k: int) -> bool:
    """Whether the scoring is opened: "apre Rossi al 7'", "Rossi apre al 7'", not "apre a Rossi" or "il gioco"."""
    if _timed_alone(w, k):
        return True
    who, link, then = [*w.items[k : k + 3], None, None, None][:3]
    if who is None or who.kind != "p" or who.governed:
        return False
    return link is None or link.low not in w.v.passed_to or (then is not None and then.kind == "m")


def closes(w: Walk, k: int) -> bool:
    """Whether who scores last stands beside the verb with his time alone: "chiude Rossi all'88'", not "su Rossi"."""
    if _timed_alone(w, k):
        return True
    who = w.items[k] if k < len(w.items) else None
    if who is None or who.kind != "p" or who.governed:
        return False
    at = next((j for j in range(k + 1, len(w.items)) if w.items[j].low not in w.v.time_light), len(w.items))
    behind = w.items[at + 1] if at + 1 < len(w.items) else None
    timed = at < len(w.items) and w.items[at].kind == "m"
    return timed and (behind is None or behind.kind == "x" or behind.low in (*AND, "su"))


def _timed_alone(w: Walk, k: int) -> bool:
    """Whether nothing but a time stands behind the verb of a man just named: "Rossi apre al 7', …"."""
    at = next((j for j in range(k, len(w.items)) if w.items[j].low not in w.v.time_light), len(w.items))
    behind = w.items[at + 1] if at + 1 < len(w.items) else None
    timed = at < len(w.items) and w.items[at].kind == "m"
    return timed and w.fresh_subject and w.subject >= 0 and (behind is None or behind.kind == "x" or behind.low in AND)


def decides(w: Walk, k: int, end: int) -> bool:
    """Whether a player decides the match: "decide Rossi al 7'", not "decide di calciare" or "decide l'arbitro"."""
    who, then = [*w.items[end : end + 2], None, None][:2]
    if who is None or who.kind != "p":
        return _deed(w, end)
    if who.governed or w.r.people[who.person].label != "PLAYER":
        return False
    if then is None or then.low not in w.v.decided_to:
        return True
    return then.low in w.g.of and end + 2 < len(w.items) and not infinitive(w.items[end + 2])


def _deed(w: Walk, end: int) -> bool:
    """Whether what decides is somebody's deed: "decide un rigore di Rossi"."""
    k = next((j for j in range(end, min(len(w.items), end + DEED)) if w.items[j].kind == "p"), 0)
    if k < end + 2 or w.items[k].governed not in w.g.of:
        return False
    return any(it.low in w.v.deeds for it in w.items[end : k - 1]) and not any(it.finite for it in w.items[end:k])


def overtakes(w: Walk, end: int) -> bool:
    """Whether nobody is overtaken: "Rossi sorpassa", "sorpassa con Rossi", not "sorpassa Bianchi in classifica"."""
    behind = w.items[end] if end < len(w.items) else None
    return behind is None or behind.kind in "xm" or behind.low in (*AND, *w.g.with_) or behind.has("manner")


def favour(w: Walk, k: int, end: int) -> bool:
    """Whether a favour is returned to a mate by a pass: "ricambia il favore a Rossi", not "ricambia il favore"."""
    clause = w.items[k + 1 : end + FAVOUR]
    if not w.items[k].lemmas & w.v.returning or not any(it.low in w.v.favours for it in clause):
        return False
    return any(it.kind == "p" and it.governed in w.g.to for it in clause)


def sees_to(w: Walk, k: int) -> bool:
    """Whether "ci pensa" tells of no goal, by what is seen to before it: "a scaldare i guanti di Y ci pensa X"."""
    if w.items[k].low != "ci":
        return False
    if _others_job(w, k):
        return True
    clause = [it for it in w.items[:k] if it.kind == "w"][-SEEN_TO:]
    seen_to = [y for x, y in zip(clause, clause[1:], strict=False) if x.low == "a" and infinitive(y)]
    return any(it.lemmas & w.v.worrying for it in seen_to[-1:])


def _others_job(w: Walk, k: int) -> bool:
    """Whether who sees to it is the referee or a keeper, or saves: "ci pensa l'arbitro a …", "ci pensa X a salvare"."""
    behind = w.items[k + 2 : k + 2 + SEEN_TO]
    stop = next((j for j, it in enumerate(behind) if it.low == "a" or it.kind == "x"), len(behind))
    if any(it.low in w.v.judges | w.v.keeper_nouns for it in behind[:stop]):
        return True
    does = behind[stop + 1 : stop + 2] if stop < len(behind) and behind[stop].low == "a" else []
    return any(infinitive(it) and it.lemmas & w.v.worrying for it in does)
