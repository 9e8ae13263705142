"""Substitutions and injuries: sheets first, completed by what only the prose tells."""

from __future__ import annotations

from core.asides import change_asides
from core.changes_pairs import Change
from core.items import Item
from core.minutes import number_words
from core.schema import Event, EventType, Span
from core.vocabulary import words
from core.writing_state import JOINED, SHEET, When, Writer

SURE, LEAST = 1.0, 0.5
"""Weights of a change that needs no other witness, and below which none is written."""
INJURY = 0.6
"""The confidence of an injury."""
NEXT = 1
"""Sentences behind an injury in which the hurt man goes off."""
BEFORE = 8
"""Tokens before a change in which "un attimo prima" may stand."""
PARTING = (",", ";", ":", "(")
HELPING = {"essere", "avere"}
SOON = 3
"""Between two minutes so far apart what is told is dated about by the first."""
NEAR, PASSING = 6, 14
"""Tokens behind the words in which their minute, and "da dieci minuti", may stand."""


def write_changes(w: Writer) -> None:
    """Substitutions of sheets, then those that only the prose tells, the surest first."""
    done: dict[tuple[int, int], Event] = {}
    for s in (sub for sheet in w.r.sheets for sub in sheet.subs):
        pair = w.person(s.in_), w.person(s.out)
        if pair not in done and pair != (-1, -1):
            done[pair] = _substitution(w, pair, w.sheet_when(s.minute), w.r.view.span(*s.span), SHEET, "sheet")
    told = w.told.changes
    for c in sorted(told, key=lambda c: -c.weight):
        known = next((d for d in done if (c.in_ >= 0 and c.in_ in d) or (c.out >= 0 and c.out in d)), None)
        if c.weight < LEAST or not (w.plays(c.in_) and w.plays(c.out)):
            continue
        if known is not None:
            if done[known].rule == "sheet" and all(
                x == y for x, y in zip((c.in_, c.out), known, strict=True) if x >= 0
            ):
                done[known].evidence.append(w.token_span(c.pos, c.end))  # the prose tells it too
            continue
        sides = {w.team(c.in_), w.team(c.out)} - {None}
        if len(sides) > 1 and c.weight < SURE:
            continue
        same = [x for x in told if x is not c and x.weight >= LEAST and _one_change(c, x)]
        times = [_dated(w, x) for x in (c, *same)]
        when = next((t for t in times if t.minute is not None), times[0])
        pair = c.in_, c.out
        done[pair] = _substitution(w, pair, when, w.token_span(c.pos, c.end), 0.55 + 0.3 * c.weight, c.rule)


def _one_change(a: Change, b: Change) -> bool:
    """Whether two tellings are of one change: a man of one is a man of the other, and none is against it."""
    pairs = [(a.in_, b.in_), (a.out, b.out)]
    return all(x == y for x, y in pairs if x >= 0 and y >= 0) and any(x == y >= 0 for x, y in pairs)


def _others(w: Writer, c: Change) -> list[int]:
    """The tokens of the other changes."""
    return [x.pos for x in w.told.changes if x is not c]


def _dated(w: Writer, c: Change) -> When:
    """The time of a change: in force at its words, else at those of the other man, else when he was hurt."""
    if c.came_on:
        return _came_on(w, c)
    beside = _beside(w, c) or _between(w, c)
    if beside is not None:
        return beside
    when = w.own_time(c.pos, c.end, _others(w, c))
    aside = any(t.text == "(" for t in w.r.toks[c.pos : max(c.pos, c.also)]) or _set_off(w, c)
    if c.also >= 0 and (aside or when.minute is None):
        other = w.own_time(c.also, c.end, _others(w, c))
        when = other if other.minute is not None else when
    if when.minute is None:
        sent = w.r.toks[c.pos].sent
        hurt = [at for who, at, _ in w.told.injuries if who == c.out >= 0 and 0 <= sent - w.r.toks[at].sent <= NEXT]
        when = w.when(hurt[-1]) if hurt else when
    return when if when.minute is not None else _at_the_break(w, c) or _between_minutes(w, c) or when


def _set_off(w: Writer, c: Change) -> bool:
    """Whether commas set off for whom a man came on: "X, in campo per Y dal 60', segna"."""
    name = w.by_token.get(c.pos)
    if name is None or c.also < c.pos or w.r.toks[name.b].text != ",":
        return False
    sent = w.r.toks[c.pos].sent
    return any(a <= name.b and c.also < b for a, b in _aside_tokens(w.r.items[sent]))


def _aside_tokens(items: list[Item]) -> list[tuple[int, int]]:
    """The tokens of what tells of a change apart from the rest of a sentence."""
    return [(items[a].a, items[b - 1].b) for a, b in change_asides(items)]


def _at_the_break(w: Writer, c: Change) -> When | None:
    """The break where the man who goes off does not come back after it: "non rientra X, …, al suo posto Y"."""
    sent = w.r.toks[c.pos].sent
    for k in range(c.pos - 1, -1, -1):
        if w.r.toks[k].sent != sent:
            return None
        name, index = w.by_token.get(k), w.told.time_at.get(k, -1)
        if name is not None and name.person == c.out >= 0 and index >= 0:
            return w.moment(index, c.pos, change=True) if w.told.moments[index].expr.kind == "interval" else None
    return None


def _beside(w: Writer, c: Change) -> When | None:
    """The time at once behind the only man of a change in a list of them: "X al 55', Y al 63'"."""
    name = w.by_token.get(c.pos)
    if name is None or (c.in_ >= 0 and c.out >= 0) or not any(abs(x - c.pos) < NEAR for x in _others(w, c)):
        return None
    return w.at_once(name.b - 1)


def _between(w: Writer, c: Change) -> When | None:
    """The time between the two men of a change, before its verb: "un tiro di X, che dieci minuti dopo fa posto a Y"."""
    a, b = sorted((c.pos, c.also))
    if a < 0 or w.r.toks[a].sent != w.r.toks[b].sent:
        return None
    here = [k for k, m in enumerate(w.told.moments) if a < m.a < b]
    if len(here) != 1:
        return None
    m = w.told.moments[here[0]]
    clause = [it for it in w.r.items[w.r.toks[a].sent] if a < it.a < b]
    done = any(it.finite for it in clause if it.a < m.a)
    parted = any(it.low in PARTING for it in clause if it.a >= m.b)
    return None if done or parted or m.minute is None else w.moment(here[0], c.pos, change=True)


def _between_minutes(w: Writer, c: Change) -> When | None:
    """About the time of the sentence before, where the next one tells a minute soon behind it."""
    toks = w.r.toks
    sent, line = toks[c.pos].sent, toks[c.pos].line
    near = [m for m in w.told.moments if toks[m.a].line == line and abs(toks[m.a].sent - sent) <= NEXT]
    before = next((m for m in reversed(near) if m.a < c.pos and m.minute is not None), None)
    after = next((m for m in near if m.a > c.end and m.minute is not None), None)
    if before is None or after is None or not 0 <= (after.minute or 0) - (before.minute or 0) <= SOON:
        return None
    return When(before.minute, before.added, True, before.period, (before.expr.start, before.expr.end))


def _came_on(w: Writer, c: Change) -> When:
    """The time of coming on, not of what the man does now: "entrato al 60'", "in campo da dieci minuti"."""
    toks = w.r.toks
    for m in w.told.moments:
        one_breath = m.a <= c.end + NEAR and not any(t.text in PARTING for t in toks[c.end : m.a])
        here = c.pos < m.a and (m.a <= c.pos + NEAR or one_breath) and toks[m.a].sent == toks[c.pos].sent
        relative = c.in_ >= 0 and c.out >= 0 and any(t.low in words("clauses").relatives for t in toks[c.end : m.a])
        if here and not relative and not _turns(w, c, m.a) and not any(t.low in JOINED for t in toks[c.end : m.a]):
            return When(m.minute, m.added, m.approx, m.period, (m.expr.start, m.expr.end))
    if (when := _had_its_time(w, c)) is not None:
        return when
    near = [t.low for t in toks[max(0, c.pos - NEAR) : c.pos + PASSING] if t.sent == toks[c.pos].sent]
    if c.in_ >= 0 and c.out >= 0 and _just_now(w, c):
        return _just_before(w, c)
    hurt = next((at for who, at, _ in w.told.injuries if who == c.out >= 0 and at < c.pos), None)
    if hurt is not None:
        return w.when(hurt)
    now = w.when(c.pos)
    lows = [low for low in near if low not in words("changes").only]
    for since, number, unit in zip(lows, lows[1:], lows[2:], strict=False):
        if since == "da" and unit in words("changes").minutes:
            now = now if now.minute is not None else _next_time(w, c.pos)
            ago = int(number) if number.isdigit() else number_words().get(number)
            if ago is not None and now.minute is not None:
                return When(now.minute - ago, None, now.approx, now.period, now.span)
    return When(period=now.period)


def _had_its_time(w: Writer, c: Change) -> When | None:
    """The time before a change told as a clause of its own: "cinque minuti prima X aveva rilevato Y"."""
    index = w.told.time_at.get(c.pos, -1)
    if index < 0 or w.told.moments[index].a > c.pos:
        return None
    clause = [it for it in w.r.items[w.r.toks[c.pos].sent] if w.told.moments[index].b <= it.a < c.end]
    had = any(it.low in words("changes").pluperfect for it in clause)
    others = any(it.finite and not it.lemmas & HELPING for it in clause if it.a < c.pos)
    parted = others or any(it.low in words("clauses").relatives or it.low in PARTING for it in clause[1:])
    return w.moment(index, c.pos, change=True) if had and not parted else None


def _just_now(w: Writer, c: Change) -> bool:
    """Whether a change happened about now: "X, appena entrato per Y", not "da appena due minuti"."""
    toks = w.r.toks
    near = [t.low for t in toks[max(0, c.pos - BEFORE) : c.end] if t.sent == toks[c.pos].sent]
    text = f" {' '.join(near)} "
    return any(f" {phrase} " in text for phrase in words("changes").just_now) and " da appena " not in text


def _just_before(w: Writer, c: Change) -> When:
    """About the time in force, else that of the sentence before: "Al 60' X, appena entrato per Y, segna"."""
    toks = w.r.toks
    if w.told.time_at.get(c.pos, -1) >= 0 and toks[w.told.moments[w.told.time_at[c.pos]].a].sent == toks[c.pos].sent:
        now = w.own_time(c.pos, c.end, _others(w, c))
    else:
        now = When()
    if now.minute is None:
        sent = toks[c.pos].sent
        before = [m for m in w.told.moments if m.a < c.pos and toks[m.a].sent >= sent - NEXT and m.minute is not None]
        now = w.moment(w.told.moments.index(before[-1]), c.pos, change=True) if before else now
    return When(now.minute, now.added, True, now.period, now.span)


def _turns(w: Writer, c: Change, at: int) -> bool:
    """Whether what the man does now stands before a time: "X, appena entrato, trova il gol al 79'"."""
    between = w.r.items[w.r.toks[c.pos].sent] if w.r.toks[c.pos].sent < len(w.r.items) else []
    return any(it.finite and not it.lemmas & HELPING for it in between if c.pos < it.a < at and it.a >= c.end)


def _next_time(w: Writer, at: int) -> When:
    """The first time told behind a token, in its sentence."""
    for m in w.told.moments:
        if m.a > at and w.r.toks[m.a].sent == w.r.toks[at].sent:
            return When(m.minute, m.added, m.approx, m.period, (m.expr.start, m.expr.end))
    return When()


def _substitution(w: Writer, pair: tuple[int, int], when: When, span: Span, confidence: float, rule: str) -> Event:
    """Write one change of (who comes on, who goes off) and return it."""
    on, off = pair
    event = Event(
        type=EventType.SUBSTITUTION,
        team=w.team(off) or w.team(on),
        player_in=w.called(on),
        player_out=w.called(off),
        confidence=confidence,
        rule=rule,
    )
    w.add(event, when, [span])
    return event


def write_injuries(w: Writer) -> None:
    """Players hurt, each once."""
    first = {who: (a, b) for who, a, b in reversed(w.told.injuries)}
    for who in dict.fromkeys(who for who, _, _ in w.told.injuries):
        event = Event(type=EventType.INJURY, team=w.team(who), player=w.called(who), confidence=INJURY, rule="injury")
        w.add(event, w.when(first[who][0], change=True), [w.token_span(*first[who])])
