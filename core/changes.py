"""Substitutions told in words: who comes on, who goes off."""

from __future__ import annotations

from itertools import pairwise

from core.changes_pairs import BARE, BOTH, SURE, Change
from core.changes_people import Group, groups, starts
from core.changes_state import Memory, Telling
from core.changes_telling import STEPS
from core.changes_words import asides, follows_change, marks
from core.items import Item
from core.reading import Reading
from core.vocabulary import words

PREGAME = 0.6
"""What is taken off where the text tells who starts."""
EARLY = 0.15
"""What is taken off from a change of one man that is told before the second half without a time."""


def changes(r: Reading, items: list[Item], memory: Memory, second_half: bool, timed: bool) -> list[Change]:
    """The substitutions of one sentence; ``timed``: the sentence is dated."""
    here = marks(r, items)
    breaks = {m.a for m in here if m.kind != "context"}
    spoken = {k for m in here for k in range(m.a, m.b)}
    context = memory.context or (memory.paired and items[0].low in words("changes").going_on)
    told = Telling(r, items, memory, groups(r, items, breaks), breaks, context, spoken)
    for m in here:
        told.context = told.context or m.kind == "context"
        STEPS[m.kind](told, m)
    late = second_half or (timed and not starts(items, timed))
    told.found += asides(r, items, told.groups)
    alone = _paired(told, late)
    _remember(memory, items, alone, bool(here), timed)
    memory.paired = any(c.weight == BOTH for c in told.found)
    if memory.lineup and not late:
        for c in told.found + alone:
            c.weight -= PREGAME
    return told.found + alone


def _paired(told: Telling, late: bool) -> list[Change]:
    """Pair who is left over in the order told; return the changes of one man."""
    items, ins, outs = told.items, _waiting(told, "in"), _waiting(told, "out")
    both = min(len(ins), len(outs))
    last = max((at for _, at, _ in (*ins[:both], *outs[:both])), default=-1) + 1
    for (x, a, g), (y, b, h) in zip(ins, outs, strict=False):
        if x != y and not (g.weak and h.weak and not _next_turn(items, h, g)):
            sure = BARE if g.weak and h.weak else BOTH
            end = max(last, _told_till(items, g))
            told.found.append(Change(x, y, min(a, b), end, sure, "in_out", g.passing, max(a, b)))
    out: list[Change] = []
    weight = SURE if late else SURE - EARLY
    if not outs and told.memory.hurt >= 0 and len(ins) == 1 and ins[0][0] != told.memory.hurt:
        person, at, g = ins[0]
        if not _told_already(told, told.memory.hurt) and _one_side(told.r, person, told.memory.hurt):
            return [Change(person, told.memory.hurt, at, at + 1, BOTH, "hurt", g.passing)]
    for person, at, g in ins[both:]:
        if not g.weak and not _completes(told, person, at, "in"):
            out.append(Change(person, -1, at, max(at + 1, _told_till(items, g)), weight, "in", g.passing))
    for person, at, g in outs[both:]:
        if not _none_left(items) and not g.weak and not _completes(told, person, at, "out"):
            out.append(Change(-1, person, at, at + 1, weight, "out"))
    return out


def _none_left(items: list[Item]) -> bool:
    """Whether no change is left, so that nobody comes on for him who goes off: "esce zoppicando a cambi esauriti"."""
    v = words("changes")
    return any({a.low, b.low} & v.exchanges and {a.low, b.low} & v.all_made for a, b in pairwise(items))


def _told_till(items: list[Item], g: Group) -> int:
    """The token behind the words that tell in passing of one man that he came on: "X, gettato nella mischia, …"."""
    return items[g.since - 1].b if g.passing and len(g.people) == 1 and 0 < g.since <= len(items) else 0


def _next_turn(items: list[Item], off: Group, on: Group) -> bool:
    """Whether it is at once another man's turn: "X alza bandiera bianca: tocca a Y", not "… tocca a Y battere"."""
    between = items[off.end : on.a]
    parted = bool(between) and between[0].low in (",", ":", ";", ".") and not any(it.kind == "x" for it in between[1:])
    return on.turn and parted and (on.b == len(items) or items[on.b].kind == "x")


def _waiting(told: Telling, role: str) -> list[tuple[int, int, Group]]:
    """(person, token, list) of those with a role and without a partner, each once."""
    done = {p for c in told.found for p in (c.in_, c.out)}
    out: dict[int, tuple[int, int, Group]] = {}
    for g in told.groups:
        if g.role == role:
            for n in range(g.used, len(g.people)):
                if g.people[n] not in done:
                    out.setdefault(g.people[n], (g.people[n], g.tokens[n], g))
    return list(out.values())


def _told_already(told: Telling, person: int) -> bool:
    return any(person in (c.in_, c.out) for c in told.found)


def _one_side(r: Reading, a: int, b: int) -> bool:
    """Whether two people may play for one side."""
    x, y = r.people[a].team, r.people[b].team
    return x is None or y is None or x == y


def _completes(told: Telling, person: int, at: int, role: str) -> bool:
    """Whether a man completes a change of the sentence before: "Esce Rossi. Entra Verdi"."""
    for c in told.memory.lone:
        other = c.out if role == "in" else c.in_
        if other < 0 or (c.in_ >= 0 and c.out >= 0) or other == person or not _one_side(told.r, person, other):
            continue
        if role == "in":
            c.in_ = person
        else:
            c.out = person
        c.weight, c.also = BOTH, at
        return True
    return False


def _remember(memory: Memory, items: list[Item], alone: list[Change], marked: bool, timed: bool) -> None:
    """What the next sentence may go on from."""
    memory.lone = alone
    memory.context = marked and follows_change(items)
    if starts(items, timed):
        memory.lineup = True
    elif timed:
        memory.lineup = False
