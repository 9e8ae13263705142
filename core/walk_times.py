"""Several goals of one man by their times: "a segno al 5' e al 28'", "la prima al 5', la seconda al 18'"."""

from __future__ import annotations

from core.acts import Act, count_of
from core.items import JOINING
from core.walk_state import Walk

CATEGORY = "goal_list"
TOLD = ("goal", "state")
"""Kinds of acts by which a man of a list is a scorer."""
PAIR = 2
COUNTED = 8
"""So many items behind words for a goal may say how many they were."""


def of_last(w: Walk, first: int) -> None:
    """Several times joined behind words for a goal, or before them: "a segno al 5', al 28' e al 90'"."""
    k = 0
    while k < len(w.items):
        run = _run(w, k)
        if len(run) > 1:
            before = [a for a in w.acts[first:] if a.pos < w.items[run[0]].a and a.who >= 0]
            teller = next((a for a in reversed(before[-2:]) if a.kind in (*TOLD, "brace")), None)
            names = [it for it in w.items if teller is not None and teller.end <= it.a < w.items[run[0]].a]
            if (
                teller is not None
                and teller.real
                and teller.category != CATEGORY
                and not any(it.kind == "p" and it.person != teller.who for it in names)
                and not any(it.kind == "p" for it in w.items[run[-1] + 1 : run[-1] + 2])
            ):
                for time in run:
                    insert(w, first, teller.who, w.items[time].a, w.items[time].a, teller.team)
            elif (goal := _goal_at(w, first, run[-1] + 1)) is not None:
                for time in run[:-1]:
                    insert(w, first, goal.who, w.items[time].a, w.items[time].a, goal.team)
        k = run[-1] + 1 if run else k + 1


def _goal_at(w: Walk, first: int, k: int) -> Act | None:
    """The goal whose words stand at item ``k``, at once behind its times: "al 5' e al 18' gol di X"."""
    at = w.items[k].a if k < len(w.items) else -1
    return next((a for a in w.acts[first:] if a.pos == at and a.kind in TOLD and a.who >= 0 and a.real), None)


def _run(w: Walk, k: int) -> list[int]:
    """The times from item ``k`` on with nothing but "e", commas and articles between."""
    out: list[int] = []
    while k < len(w.items):
        it = w.items[k]
        if it.kind == "m":
            out.append(k)
        elif not out or not (it.low in w.v.time_light or it.low in JOINING or it.low in w.v.half_light):
            break
        k += 1
    return out


def one_by_one(w: Walk, first: int) -> None:
    """Goals counted first and told one by one: "due reti di X: la prima al 5' di testa, la seconda al 18'"."""
    turns = [k for k, it in enumerate(w.items) if it.low in w.v.in_turn and not _of_half(w, k)]
    times = [
        next((j for j in range(a + 1, b) if w.items[j].kind == "m"), -1)
        for a, b in zip(turns, [*turns[1:], len(w.items)], strict=False)
    ]
    if len(turns) < PAIR or -1 in times:
        return
    before = [a for a in w.acts[first:] if a.end <= w.items[turns[0]].a and a.kind in (*TOLD, "brace")]
    teller = next((a for a in reversed(before) if a.who >= 0), None)
    if teller is None or not teller.real or (teller.category != "brace_noun" and not _several(w, teller)):
        return
    w.acts = [a for a in w.acts if a is not teller or a.kind == "brace"]
    for time in times:
        insert(w, first, teller.who, w.items[time].a, w.items[time].a, teller.team)


def of_brace(w: Walk, first: int) -> None:
    """Goals told part by part behind what they are together: "Doppietta: rigore al 5', testata al 60'"."""
    brace = next((a for a in w.acts[first:] if a.kind == "brace" and a.real), None)
    colon = next((k for k, it in enumerate(w.items) if brace is not None and it.a >= brace.end and it.low == ":"), 0)
    if brace is None or not colon or any(it.kind == "p" for it in w.items[colon:]):
        return
    who = brace.who if brace.who >= 0 else w.carrier
    parts = _parts(w, colon)
    dated = any(w.items[k].kind == "m" for part in parts for k in part)
    told = any(w.items[k].finite for part in parts for k in part[1:])
    if who < 0 or len(parts) != count_of(w.r, brace) or not dated or told:
        return
    brace.who = who
    w.acts = [a for a in w.acts if a.sent != w.sent or a.pos < w.items[colon].a]
    for part in parts:
        insert(w, first, who, w.items[part[0]].a, w.items[part[0]].b, brace.team)


def _parts(w: Walk, colon: int) -> list[list[int]]:
    """The items between the marks and "e" behind a colon, the words of the last part to the end of the sentence."""
    out: list[list[int]] = [[]]
    for k in range(colon + 1, len(w.items)):
        if w.items[k].low in (*JOINING, ";"):
            out.append([])
        else:
            out[-1].append(k)
    return [part for part in out if any(w.items[k].kind != "x" for k in part)]


def _of_half(w: Walk, k: int) -> bool:
    """Whether "primo" or "seconda" names a half: "nel primo tempo"."""
    return k + 1 < len(w.items) and w.items[k + 1].low in w.v.half_light


def _several(w: Walk, act: Act) -> bool:
    """Whether words for a goal count more than one: "due reti di X", "i due gol, entrambi di X"."""
    at = next((k for k, it in enumerate(w.items) if it.a == act.pos), 0)
    return any(it.low in w.v.several for it in w.items[max(0, at - PAIR) : at + COUNTED])


def insert(w: Walk, first: int, who: int, a: int, b: int, team: str | None) -> None:
    """Put a goal among the acts of the sentence where its words stand."""
    if any(x.category == CATEGORY and x.pos == a for x in w.acts[first:]):
        return
    act = Act("goal", a, b, w.sent, who, team=team, category=CATEGORY, bound=True)
    w.add(act)
    w.acts.pop()
    at = next((k for k in range(first, len(w.acts)) if w.acts[k].pos > a), len(w.acts))
    w.acts.insert(at, act)
