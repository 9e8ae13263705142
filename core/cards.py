"""Cards told in words: which colour, to whom."""

from __future__ import annotations

from dataclasses import dataclass

from core.items import Item
from core.phrases import phrases
from core.reading import Reading
from core.vocabulary import words


@dataclass(slots=True)
class Booking:
    """A card candidate."""

    who: int
    card: str
    pos: int
    end: int
    weight: float = 1.0
    timeless: bool = False
    """ "già ammonito": it happened, the words do not say when."""


RANK = {"yellow": 0, "red": 1, "second_yellow": 2}


def bookings(r: Reading, items: list[Item], previous: int) -> list[Booking]:
    """The cards of one sentence; several words for one person's card are one."""
    table, g = phrases("actions", "phrases_cards"), words("clauses")
    at = {it.a: k for k, it in enumerate(items)}
    if items:
        at[items[-1].b] = len(items)
    found: dict[int, Booking] = {}
    k = 0
    while k < len(items):
        item = items[k]
        tags = (
            {c: at[e] for c, e in table.at(r.toks, item.a, items[-1].b).items() if e in at} if item.kind == "w" else {}
        )
        if not tags:
            k += 1
            continue
        kind = max(tags, key=lambda c: (tags[c], c == "second", c == "red"))
        end = tags[kind]
        if _unreal(items, k, end):
            k = end
            continue
        card = {"yellow": "yellow", "second": "second_yellow", "red": "red"}[kind]
        adjective = (
            kind == "yellow"
            and k > 0
            and items[k - 1].kind == "w"
            and items[k - 1].low in g.determiners
            and any(f.mood == "part" for f in item.verb)
            and _direct(items, end, g)
        )
        already = adjective or (k > 0 and items[k - 1].low == "già")
        people = _right(items, end, g)[:1] if adjective else _right(items, end, g) if not already else []
        left = _left(r, items, k, previous)
        verbal = item.finite or any(f.mood == "part" for f in item.verb)
        if already and left < 0:
            people = _right(items, end, g)
        if (
            not adjective
            and not people
            or not adjective
            and (left >= 0 and not _direct(items, end, g) and (_subject_verb(items, k) or already))
        ):
            people = [left] if left >= 0 else people
        if not people and found:
            people = [next(reversed(found))]  # "viene espulso dopo un doppio giallo"
        before = next((w for w, b in found.items() if b.timeless), None)
        if kind == "second" and before is not None and not _direct(items, end, g):
            people = [before]  # "X, già ammonito, … e arriva il secondo giallo"
        for who in people:
            known = found.get(who)
            if known is None:
                found[who] = Booking(
                    who, card, item.a, items[end - 1].b, 1.0 if verbal or end - k > 1 else 0.8, already
                )
            elif RANK[card] > RANK[known.card] and not known.timeless:
                known.card, known.end = card, items[end - 1].b
            elif known.timeless and card in ("red", "second_yellow"):
                found[who] = Booking(who, "second_yellow", item.a, items[end - 1].b, 1.0)
        k = end
    return list(found.values())


def _unreal(items: list[Item], k: int, end: int) -> bool:
    """Risked, asked for, escaped, announced or belonging to the red of shirts and flags."""
    v = words("cards")
    near = items[max(0, k - 6) : k]
    if any(it.lemmas & v.not_given for it in near) or any(it.low in v.not_given_words for it in near[-4:]):
        return True
    low = items[k].low
    if low in ("rosso", "rossi", "giallo", "gialli", "mano") and end == k + 1:
        before = items[k - 1].low if k else ""
        after = items[end].low if end < len(items) else ""
        if before in ("in", "maglia", "maglie", "vestito", "vestita", "croce", "di"):
            return True
        if after in ("in", "e") and low == "giallo" and after == "giallo":
            return True
    return any(
        any(f.mood == "cond" for f in it.verb) and not any(f.mood == "ind" for f in it.verb)
        for it in items[max(0, k - 3) : k]
    )


def _right(items: list[Item], k: int, g) -> list[int]:  # type: ignore[no-untyped-def]  # noqa: ANN001
    """People named behind the words for the card: "per X e Y", "a X", "X"."""
    out: list[int] = []
    gap = 0
    for it in items[k : k + 16]:
        if it.kind == "p":
            if it.governed in ("su", "sul", "con", "da", "dal", "ai", "contro", "davanti"):
                if out or it.governed != "davanti":
                    break
            if out and gap > 2:
                break
            out.append(it.person)
            gap = 0
            continue
        if it.kind == "x" and it.low in ";.!":
            break
        if it.low in (":", "("):
            gap += 0
        if it.low in ("che", "mentre") or (
            it.finite and it.low not in g.clitics and it.low not in ("è", "viene", "va", "sono", "sia")
        ):
            break
        if it.low in ("fallo", "trattenuta", "entrata", "intervento", "proteste", "simulazione"):
            break
        gap += it.kind != "t" and it.low not in ("nel", "nella", "nello", "nell'", "tra", "gli", "i")
        if gap > 5:
            break
    return out


def _direct(items: list[Item], k: int, g) -> bool:  # type: ignore[no-untyped-def]  # noqa: ANN001
    """Whether a name stands at once behind the words for the card."""
    for it in items[k : k + 3]:
        if it.kind == "p":
            return it.governed not in ("su", "da", "con")
        if it.kind == "x" or it.finite:
            return False
    return False


def _left(r: Reading, items: list[Item], k: int, previous: int) -> int:
    """The person just before the words: their subject."""
    for j in range(k - 1, max(-1, k - 14), -1):
        it = items[j]
        if it.kind == "x" and it.low in ";.":
            break
        if (
            it.kind == "p"
            and it.governed in ("", "a", "ad", "per", "di")
            and r.people[it.person].label in ("PLAYER", "COACH")
        ):
            return it.person
    return (
        previous
        if (k <= 4 and any(it.finite for it in items[: k + 1]))
        or any(it.low == "gli" for it in items[max(0, k - 4) : k])
        else -1
    )


def _subject_verb(items: list[Item], k: int) -> bool:
    """Whether a verb of receiving stands before the words: "X prende il giallo"."""
    v = words("cards")
    return any(it.lemmas & v.receive for it in items[max(0, k - 5) : k + 1])
