"""Which told time stands over which words: in its sentence, in its clause, lent to the sentence behind."""

from __future__ import annotations

from itertools import takewhile

from core.asides import TELLING, answered_asides, change_asides, past_asides, second_step, stirred_asides
from core.clock import Moment
from core.items import AND, JOINING, Item
from core.reading import Reading
from core.vocabulary import words

PARTED = -1
"""Where the only time of a sentence does not reach, it has none, nor that of the sentence before."""
OPENING = ("mentre", "poi")
"""Words that end a clause as a mark does."""
PARTS = (*AND, *OPENING, ",", ";", ":")

ANNOUNCED = 2
"""Words between a time and a colon from which on they announce what follows."""


def time_scopes(r: Reading, sentences: list[list[Item]], all_moments: list[Moment]) -> dict[int, int]:
    """Token → index of the moment in force: the last in its sentence before it, or the one that closes its clause."""
    out: dict[int, int] = {}
    by_sent: dict[int, list[int]] = {}
    for m, moment in enumerate(all_moments):
        by_sent.setdefault(r.toks[moment.a].sent, []).append(m)
    for items in sentences:
        here = by_sent.get(r.toks[items[0].a].sent) if items else None
        if here:
            out |= _sentence(items, here, all_moments)
    return out


def _sentence(items: list[Item], here: list[int], all_moments: list[Moment]) -> dict[int, int]:
    """The scopes of one sentence with the moments ``here``."""
    at = {m: all_moments[m].a for m in here}
    bracketed, here = _asides(items, here, at)
    if not here:
        return bracketed
    bounds = _clause_bounds(items)
    clause = {m: next(((a, b) for a, b in bounds if a <= at[m] < b), None) for m in here}
    here = _parting(items, here, all_moments, clause)
    closing = {m: scored for m in here if (scored := _with_score(items, bounds, at[m])) is not None}
    clause |= closing
    opening = {m: m not in closing and _opens(items, clause[m], at[m]) for m in here}
    out: dict[int, int] = {}
    for it in items:
        before = [m for m in here if at[m] <= it.a]
        if before and (opening[before[-1]] or not _parted(items, at[before[-1]], it.a)):
            out[it.a] = before[-1]
    for m in here:
        own = clause[m]
        if own is None or opening[m]:
            continue
        for it in items:
            if own[0] <= it.a < at[m] and not any(own[0] <= at[x] < at[m] for x in here):
                out[it.a] = m
    if _joined(items, here, at) and at[here[0]] > items[0].a and all_moments[here[0]].expr.kind != "unknown":
        aside, step = _aside(items, at[here[0]]), second_step(items)
        for it in items:
            gone = aside and _parted(items, at[here[0]], it.a)
            gone = gone or (step is not None and it.a < step <= at[here[0]])
            out.setdefault(it.a, PARTED if gone else here[0])
    for it in _of_other_half(items, here, all_moments):
        out[it.a] = PARTED
    return out | bracketed


def _of_other_half(items: list[Item], here: list[int], all_moments: list[Moment]) -> list[Item]:
    """The words behind a time that are told of the other half: "Rossi al 29', poi Bianchi nella ripresa"."""
    v, out = words("time"), []
    for k, it in enumerate(items[:-1]):
        half = v.named_halves.get(it.low) if items[k - 1].low in v.in_half and k else None
        before = [m for m in here if all_moments[m].b <= it.a]
        if half is None or not before or all_moments[before[-1]].period in (None, half):
            continue
        marks = [j for j in range(k) if items[j].a >= all_moments[before[-1]].b and items[j].low in PARTS]
        if marks and before[-1] == here[-1]:
            behind = items[marks[-1] + 1 :]
            comma = next((j for j, x in enumerate(behind) if x.low == ","), len(behind))
            set_off = items[marks[-1]].low == "," and not any(x.finite for x in behind[:comma])
            closed = comma if set_off or behind[0].low in words("clauses").relatives else len(behind)
            out += behind[:closed]
    return out


def _with_score(items: list[Item], bounds: list[tuple[int, int]], at: int) -> tuple[int, int] | None:
    """The clause of a score and of the time alone that closes the sentence behind it: "X stacca: 2-2, minuto 67"."""
    (start, stop), (a, _) = bounds[-2:] if len(bounds) > 1 else ((0, 0), (0, 0))
    light = words("frames").time_light
    alone = all(it.kind in "mx" or it.low in light for it in items if it.a >= a)
    scores = [it for it in items if start <= it.a < stop and it.kind == "s"]
    return (scores[0].a, items[-1].b) if alone and scores and at >= a else None


def _joined(items: list[Item], here: list[int], at: dict[int, int]) -> bool:
    """Whether a sentence has one time, or several that belong together: "con due rigori di X, al 12' e al 40'"."""
    first, last = (at[here[0]], at[here[-1]]) if here else (0, 0)
    light = words("frames").time_light
    if any(it.low in words("frames").respectively for it in items):
        return len(here) == 1
    return bool(here) and all(
        it.kind == "m" or it.low in light or it.low in JOINING for it in items if first < it.a < last
    )


def _asides(items: list[Item], here: list[int], at: dict[int, int]) -> tuple[dict[int, int], list[int]]:
    """The scopes of times in brackets that tell of a change or in a clause that looks back, and the moments outside."""
    out: dict[int, int] = {}
    answered = answered_asides(items)
    for a, b in [*change_asides(items), *past_asides(items), *answered]:
        inside = [m for m in here if items[a].a < at[m] < items[b - 1].a]
        out |= {it.a: inside[0] for it in items[a:b] if inside}
        here = [m for m in here if m not in inside]
    for a, b in [*stirred_asides(items), *answered]:
        if not any(items[a].a < at[m] < items[b - 1].b for m in at):
            out |= {it.a: PARTED for it in items[a:b]}
    return out, here


def _parting(
    items: list[Item], here: list[int], all_moments: list[Moment], clause: dict[int, tuple[int, int] | None]
) -> list[int]:
    """Leave out "poco dopo" and "nel finale" where no minute stands before them or one in their clause behind.

    They date nothing, they only end the reign of an earlier minute.
    """
    kept: list[int] = []
    for k, m in enumerate(here):
        vague = all_moments[m].expr.kind == "unknown"
        dated_here = any(clause[x] == clause[m] and all_moments[x].minute is not None for x in here[k + 1 :])
        if all_moments[m].expr.kind in ("same", "interval") and dated_here:
            continue  # "l'episodio chiave al 44'", "la ripresa si apre con il gol di X al 50'"
        restates = vague and bool(kept) and _restates(items, all_moments[kept[-1]], all_moments[m])
        if not restates and (not vague or (kept and not dated_here) or len(here) == 1):
            kept.append(m)
    return kept


def _restates(items: list[Item], told: Moment, vague: Moment) -> bool:
    """Whether a vague time only names again the half of the time beside it: "allo scadere, prima del riposo, segna"."""
    between = [it for it in items if told.b <= it.a < vague.a]
    return (
        vague.expr.half in (1, 2)
        and vague.expr.half == told.period
        and not any(it.kind in "pts" or it.verb for it in between)
    )


def _opens(items: list[Item], clause: tuple[int, int] | None, at: int) -> bool:
    """Whether a time stands before whatever its clause tells."""
    g = words("clauses")
    light = g.prepositions | g.adverbs | g.conjunctions | g.determiners | g.relatives
    return clause is None or not any(
        clause[0] <= it.a < at and (it.kind in ("p", "t") or (it.kind == "w" and it.low not in light)) for it in items
    )


def _parted(items: list[Item], a: int, b: int) -> bool:
    """Whether a colon or semicolon stands between two tokens: a time told in passing does not reach across it.

    A time behind which something is announced does reach across the colon: "all'81' arriva il pareggio: X segna".
    """
    marks = _marks(items, a, b)
    if not marks:
        return False
    if _aside(items, a):
        return True
    announced = [it for it in items if a < it.a < marks[0].a and it.kind == "w"]
    told = len(announced) < ANNOUNCED and not _told_by(items, a)
    return len(marks) > 1 or marks[0].low == ";" or told


def _told_by(items: list[Item], a: int) -> bool:
    """Whether a clause that a time closes says that what follows its colon was done: "si fa perdonare al 39': X …"."""
    before = [it for it in items if it.a < a]
    clause = takewhile(_within, reversed(before))
    return any(it.lemmas & words("frames").making_up for it in clause)


def _marks(items: list[Item], a: int, b: int) -> list[Item]:
    """The colons and semicolons between two tokens."""
    return [it for it in items if a < it.a < b and it.kind == "x" and it.low in ":;"]


def _aside(items: list[Item], at: int) -> bool:
    """Whether a time dates what had happened before: "quando aveva già perso Rossi, fuori al 33'"."""
    before = {it.low for it in items if it.a < at}
    return bool(before & words("clauses").already) and bool(before & words("clauses").had)


def _clause_bounds(items: list[Item]) -> list[tuple[int, int]]:
    bounds, start = [], items[0].a
    for k, it in enumerate(items):
        if it.kind == "x" and it.low in ";:," or it.low in OPENING or _next_told(items, k):
            bounds.append((start, it.b))
            start = it.b
    bounds.append((start, items[-1].b))
    return bounds


def _within(it: Item) -> bool:
    """Whether an item is no mark; that of "all'86" is none."""
    return it.kind != "x" or it.low == "'"


def _next_told(items: list[Item], k: int) -> bool:
    """Whether an "e" behind a time leads to what a time of its own closes: "segna al 23' e pareggia al 41'".

    A noun tells as much as a verb does: "pari di Rossi al 12' e gol di Bianchi al 40'".
    """
    if items[k].low not in AND or not k:
        return False
    before = list(takewhile(_within, reversed(items[:k])))
    behind = list(takewhile(_within, items[k + 1 :]))
    verb = bool(behind) and behind[0].finite and any(it.kind == "m" for it in before)
    if items[k - 1].kind != "m" and not verb:
        return False
    closing = next((j for j, it in enumerate(behind) if it.kind == "m"), 0)
    return closing == len(behind) - 1 and any(it.finite or it.has(*TELLING) for it in behind[:closing])


def lend(
    r: Reading,
    sentences: list[list[Item]],
    order: list[int],
    done: set[int],
    acted: set[int],
    waiting: set[int],
    time_at: dict[int, int],
) -> None:
    """A sentence that only sets the scene ("Al 25' il Genoa va vicino al raddoppio.") lends its minute to the next.

    One that only reads the clock behind what was told dates that ("E' il 20'."). ``done`` are the sentences in which
    something happens, ``acted`` those in which somebody plays the ball, ``waiting`` those with only cards or
    changes under an earlier time, whose last time goes to the very next one; the scopes are added to ``time_at``. One
    that says how it ended ("la partita si decide al 90'") lends to the last thing: "prima pareggia X e poi segna Y".
    """
    lent: int | None = None
    line = last = -1
    ended = False
    for k in order:
        items = sentences[k]
        kept = k in done and _just_before(items)
        own = [time_at[it.a] for it in items if time_at.get(it.a, PARTED) != PARTED]
        if own:
            lent = own[-1] if k not in done or k in waiting else None
            ended = any(it.lemmas & words("frames").ending for it in items)
        elif lent is not None and r.toks[items[0].a].line == line:
            step = second_step(items) if ended else None
            time_at.update({it.a: lent for it in items if step is None or it.a >= step})
            if (k in done and not kept) or last in waiting:
                lent = None
        else:
            lent = None
        told = last in acted and not any(it.a in time_at for it in sentences[last])
        if own and k not in done and told and r.toks[items[0].a].line == line and _last_word(r, sentences, order, k):
            time_at.update({it.a: own[-1] for it in sentences[last]})
            lent = None
        line, last = r.toks[items[0].a].line, k


def _gone_by(items: list[Item]) -> bool:
    """Whether a sentence opens with how long had been played: "Erano passati due minuti e gli ospiti …"."""
    v = words("time")
    first, then = [it.low for it in items[:2]] if len(items) > 1 else ("", "")
    return first in words("clauses").had and then in v.gone_by and not any(it.low in v.at_that for it in items)


def _just_before(items: list[Item]) -> bool:
    """Whether a sentence looks back a moment: "Neri ha appena inserito Rossi"; the time lent goes on behind it."""
    g = words("clauses")
    perfect = g.had | g.has
    return any(a.low in perfect and b.low in g.just for a, b in zip(items, items[1:], strict=False))


def _last_word(r: Reading, sentences: list[list[Item]], order: list[int], k: int) -> bool:
    """Whether a sentence only reads the clock, "è il 20'", or ends its paragraph so: it dates what was told before."""
    after = next((n for n in order if n > k), None)
    ends = after is None or r.toks[sentences[after][0].a].line != r.toks[sentences[k][0].a].line
    if _gone_by(sentences[k]):
        return True
    spoken = [it.low for it in sentences[k] if it.kind == "w"]
    dates = bool(spoken) and spoken[0] in words("time").dating_verbs
    return (ends or dates) and set(spoken) <= set(words("time").clock_words)


def first_of_each(all_moments: list[Moment]) -> list[int]:
    """For each moment the first that stands for the same words (a live line's minute counts once a sentence)."""
    first: dict[tuple[int, int], int] = {}
    return [first.setdefault((m.expr.start, m.expr.end), k) for k, m in enumerate(all_moments)]
