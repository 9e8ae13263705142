"""Substitutions and injuries: sheets first, completed by what only the prose tells."""

from __future__ import annotations

from core.changes_pairs import Change
from core.minutes import number_words
from core.schema import Event, EventType, Span
from core.vocabulary import words
from core.writing_state import SHEET, When, Writer

SURE, LEAST = 1.0, 0.5
"""Weights of a change that needs no other witness, and below which none is written."""
INJURY = 0.6
"""The confidence of an injury."""
NEAR, PASSING = 6, 9
"""Tokens behind the words in which their minute, and "da dieci minuti", may stand."""


def write_changes(w: Writer) -> None:
    """Substitutions of sheets, then those that only the prose tells, the surest first."""
    done: list[tuple[int, int]] = []
    for s in (sub for sheet in w.r.sheets for sub in sheet.subs):
        pair = w.person(s.in_), w.person(s.out)
        if pair not in done and pair != (-1, -1):
            done.append(pair)
            _substitution(w, pair, w.sheet_when(s.minute), w.r.view.span(*s.span), SHEET, "sheet")
    for c in sorted(w.told.changes, key=lambda c: -c.weight):
        _complete(w, c)
        known = any((c.in_ >= 0 and c.in_ in d) or (c.out >= 0 and c.out in d) for d in done)
        if known or c.weight < LEAST or not (w.plays(c.in_) and w.plays(c.out)):
            continue
        sides = {w.team(c.in_), w.team(c.out)} - {None}
        if len(sides) > 1 and c.weight < SURE:
            continue
        done.append((c.in_, c.out))
        when = _came_on(w, c) if c.came_on else w.when(c.pos, change=True)
        _substitution(w, (c.in_, c.out), when, w.token_span(c.pos, c.end), 0.55 + 0.3 * c.weight, c.rule)


def _complete(w: Writer, c: Change) -> None:
    """Who is hurt in the sentence that sends a man on goes off for him."""
    if c.out >= 0 or c.in_ < 0:
        return
    sent = w.r.toks[c.pos].sent
    gone = {
        who
        for who, at, _ in w.told.injuries
        if w.r.toks[at].sent == sent and who != c.in_ and w.team(who) in (w.team(c.in_), None)
    }
    if len(gone) == 1:
        c.out, c.weight = gone.pop(), SURE


def _came_on(w: Writer, c: Change) -> When:
    """The time of coming on, not of what the man does now: "entrato al 60'", "in campo da dieci minuti"."""
    toks = w.r.toks
    for m in w.told.moments:
        if c.pos < m.a <= c.pos + NEAR and toks[m.a].sent == toks[c.pos].sent:
            return When(m.minute, m.added, m.approx, m.period, (m.expr.start, m.expr.end))
    hurt = next((at for who, at, _ in w.told.injuries if who == c.out and c.out >= 0), None)
    if hurt is not None:
        return w.when(hurt)
    now = w.when(c.pos)
    lows = [t.low for t in toks[c.pos : c.pos + PASSING]]
    for since, number, unit in zip(lows, lows[1:], lows[2:], strict=False):
        if since == "da" and unit in words("changes").minutes:
            ago = int(number) if number.isdigit() else number_words().get(number)
            if ago is not None and now.minute is not None:
                return When(now.minute - ago, None, now.approx, now.period, now.span)
    return When(period=now.period)


def _substitution(w: Writer, pair: tuple[int, int], when: When, span: Span, confidence: float, rule: str) -> None:
    """Write one change of (who comes on, who goes off)."""
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


def write_injuries(w: Writer) -> None:
    """Players hurt, each once."""
    first = {who: (a, b) for who, a, b in reversed(w.told.injuries)}
    for who in dict.fromkeys(who for who, _, _ in w.told.injuries):
        event = Event(type=EventType.INJURY, team=w.team(who), player=w.called(who), confidence=INJURY, rule="injury")
        w.add(event, w.when(first[who][0]), [w.token_span(*first[who])])
