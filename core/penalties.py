"""Penalties: given, scored, missed; asked for and refused ones are none."""

from __future__ import annotations

from dataclasses import dataclass

from core.items import Item
from core.phrases import phrases
from core.reading import Reading
from core.vocabulary import words


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
    foul_sent: int = -1


def penalties(r: Reading, sentences: list[list[Item]], order: list[int]) -> list[Penalty]:
    """All penalties of the sentences in ``order``; the kick may follow the award by up to two sentences."""
    table = phrases("actions", "phrases_penalty")
    out: list[Penalty] = []
    open_: Penalty | None = None
    for n, sent in enumerate(order):
        items = sentences[sent]
        if not items:
            continue
        at = {it.a: k for k, it in enumerate(items)}
        at[items[-1].b] = len(items)
        tags: dict[str, list[tuple[int, int]]] = {}
        for k, it in enumerate(items):
            if it.kind == "w":
                for c, e in table.at(r.toks, it.a, items[-1].b).items():
                    if e in at:
                        tags.setdefault(c, []).append((k, at[e]))
        named = tags.get("penalty", []) + tags.get("spot", [])
        if not named:
            if open_ is not None and sent - open_.sent <= 1 and not (open_.scored or open_.missed):
                _kick(r, open_, items, tags, sent, follow=True)
            if (
                "foul" in tags
                and open_ is not None
                and sent - open_.sent <= 1
                and open_.fouled < 0
                and open_.fouler < 0
            ):
                _award(r, open_, items, {"foul": tags["foul"]}, tags["foul"][0][0])
            if "foul" not in tags:
                if open_ is not None and sent - open_.sent > 1:
                    open_ = None
                continue
            continue
        if "refused" in tags and not _granted(items, tags):
            continue
        first = min(k for k, _ in named)
        p = (
            open_
            if open_ is not None
            and sent - open_.sent <= 2
            and not (open_.scored or open_.missed)
            and not _another(items)
            else None
        )
        if p is None:
            p = Penalty(items[first].a, items[-1].b, sent)
            out.append(p)
            open_ = p
        foul = tags.get("foul", [])
        if (
            "award" in tags
            or foul
            or any(it.low in ("è", "è") and items[k + 1].has() for k, it in enumerate(items[:-1]) if False)
        ):
            _award(r, p, items, tags, first)
        elif n and _foul_before(r, p, sentences[order[n - 1]], table):
            pass
        _kick(r, p, items, tags, sent, follow=False)
        p.end = max(p.end, items[-1].b)
        p.sent = sent
    return [p for p in out if p.award or p.scored or p.missed]


def _another(items: list[Item]) -> bool:
    return any(
        it.low in ("altro", "secondo", "nuovo", "ennesimo")
        and k + 1 < len(items)
        and items[k + 1].low in ("rigore", "penalty", "calcio")
        for k, it in enumerate(items)
    )


def _granted(items: list[Item], tags: dict[str, list[tuple[int, int]]]) -> bool:
    """A request that was granted after all: an award stands after the last refusal."""
    award = [
        k
        for k, _ in tags.get("award", [])
        if items[k].lemmas & {"concedere", "assegnare", "fischiare", "decretare", "indicare"}
    ]
    return bool(award) and max(award) > max(k for k, _ in tags["refused"])


def _people(items: list[Item], a: int, b: int) -> list[Item]:
    return [it for it in items[max(0, a) : b] if it.kind == "p"]


def _award(r: Reading, p: Penalty, items: list[Item], tags: dict[str, list[tuple[int, int]]], first: int) -> None:
    g = words("clauses")
    if not p.award:
        p.award, p.award_pos = True, items[first].a
    for k, end in tags.get("foul", []):
        it = items[k]
        passive = any(f.mood == "part" for f in it.verb) and not any(f.finite for f in it.verb)
        before, after = _people(items, k - 16, k), _people(items, end, end + 9)
        if passive:
            if before:
                p.fouled = next((x for x in reversed(before) if not x.governed), before[-1]).person
            agent = next((x for x in after if x.governed in g.by), None)
            if agent is not None:
                p.fouler = agent.person
        elif it.finite:
            if before and before[-1].governed in ("", "che"):
                p.fouler = before[-1].person
            victim = next((x for x in after if x.governed not in g.by), None)
            if victim is not None and k + 1 < len(items) and "mano" not in it.low:
                p.fouled = victim.person
            lo = items[k - 1].low if k else ""
            if lo in ("lo", "la", "l'") and len(before) >= 2:
                p.fouled = before[0].person if before[0].person != p.fouler else p.fouled
        else:
            for x in after:
                if x.governed in g.of and p.fouler < 0:
                    p.fouler = x.person
                elif (x.governed in g.on or x.governed in ("ai", "su")) and p.fouled < 0:
                    p.fouled = x.person
        if p.fouled >= 0 or p.fouler >= 0:
            p.foul_sent = p.sent
            break
    team = next(
        (
            it.team
            for it in items
            if it.kind == "t" and it.governed in ("per", "al", "alla", "allo", "all'", "ai", "agli", "alle")
        ),
        None,
    )
    if team is not None:
        p.team = team


def _foul_before(r: Reading, p: Penalty, items: list[Item], table) -> bool:  # type: ignore[no-untyped-def]  # noqa: ANN001
    """A foul told in the sentence before the penalty is named."""
    if not items:
        return False
    at = {it.a: k for k, it in enumerate(items)}
    at[items[-1].b] = len(items)
    tags: dict[str, list[tuple[int, int]]] = {}
    for k, it in enumerate(items):
        if it.kind == "w":
            for c, e in table.at(r.toks, it.a, items[-1].b).items():
                if e in at:
                    tags.setdefault(c, []).append((k, at[e]))
    if "foul" not in tags:
        return False
    _award(r, p, items, {"foul": tags["foul"]}, tags["foul"][0][0])
    return True


def _kick(
    r: Reading, p: Penalty, items: list[Item], tags: dict[str, list[tuple[int, int]]], sent: int, follow: bool
) -> None:
    """Who kicks and what comes of it."""
    marks = [k for c in ("penalty", "spot") for k, _ in tags.get(c, [])]
    start = 0 if follow else max(0, min(marks) - 12)
    scored = [k for k, _ in tags.get("scored", []) if k >= start]
    missed = [k for k, _ in tags.get("missed", []) if k >= start and not (k and items[k - 1].low in ("non", "senza"))]
    scored = [k for k in scored if _real(items, k)]
    missed = [k for k in missed if _real(items, k) and not any(a <= k < b for a, b in tags.get("scored", []))]
    if not scored and not missed:
        return
    people = [it for it in items if it.kind == "p" and it.governed not in ("su", "da", "dal")]
    keepers = [it for it in items if it.kind == "p" and r.people[it.person].goalkeeper >= 1.0]
    field = [it for it in people if r.people[it.person].goalkeeper < 1.0 and r.people[it.person].label == "PLAYER"]
    outcome = (
        (min(scored + missed, key=lambda k: abs(k - (marks[0] if marks else 0)))) if marks else min(scored + missed)
    )
    if scored and missed:
        outcome = min(scored) if min(scored) < min(missed) else min(missed)
    good = outcome in scored and outcome not in missed
    taker = _agent(r, items, outcome)
    if taker < 0:
        taker = _taker(items, field, marks, outcome, p, follow)
    if taker < 0:
        return
    p.taker, p.kick_pos = taker, items[outcome].a
    p.scored, p.missed = good, not good
    if keepers and not good:
        p.keeper = keepers[0].person


def _agent(r: Reading, items: list[Item], outcome: int) -> int:
    """ "trasformato da X": who stands behind the participle."""
    g = words("clauses")
    if not any(f.mood == "part" for f in items[outcome].verb):
        return -1
    for it in items[outcome + 1 : outcome + 6]:
        if it.kind == "p" and it.governed in g.by and r.people[it.person].goalkeeper < 1:
            return it.person
    return -1


def _real(items: list[Item], k: int) -> bool:
    it = items[k]
    if any(f.mood == "cond" for f in it.verb) and not any(f.mood == "ind" for f in it.verb):
        return False
    return not any(x.low in ("avrebbe", "potrebbe", "poteva", "vorrebbe") for x in items[max(0, k - 3) : k])


def _taker(items: list[Item], field: list[Item], marks: list[int], outcome: int, p: Penalty, follow: bool) -> int:
    """The player on the spot: nearest to the words of the kick, not the man who fouled."""
    options = [it for it in field if it.person != p.fouler]
    if not options:
        return -1
    index = {id(it): k for k, it in enumerate(items)}
    last_mark = max(marks) if marks else 0

    def cost(it: Item) -> float:
        k = index[id(it)]
        value = abs(k - outcome) + 0.5 * abs(k - last_mark)
        if it.person == p.fouled and len(options) > 1:
            value += 6
        if it.governed in ("per", "di", "a") and k < outcome and it.person != p.fouled:
            value += 1
        return value

    return min(options, key=cost).person
