"""Which half each word of the telling stands in."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass

from core.leads import lead_end
from core.minutes import TimeExpr
from core.reading import Reading
from core.tokens import Tok, places, spelt
from core.vocabulary import words

HEADING = 40
"""A cue in a line shorter than this many characters is a heading (PRIMO TEMPO)."""
OPENING = 2
"""Words before a cue at the head of its paragraph."""
LAST_ACTION = 10
"""Words behind a time among which stands that it is the last of its half."""
AWAITED = 24
"""Characters before the words for the break in which it is awaited."""
OVERLAP = 8
"""A cue so few characters behind one that holds for its sentence only is part of it."""
HARD_REACH = 22
"""So many characters from a cue the name of the first half makes it sure."""
THEN = 4
"""So many words before the name of the second half "poi" may stand."""
LATEST_IN_HALF = 52
"""The latest minute that a half's own clock shows, added time included."""
WHISTLE = 45


@dataclass(slots=True)
class Half:
    """From ``pos`` (character of the view) on the telling stands in ``period``."""

    pos: int
    period: int
    local: bool = False
    """It does so only to the end of the sentence."""
    turn: bool = False
    """The half ends with it: what is told next stands in the second."""
    anew: bool = False
    """The telling begins again with the first half: "riavvolgiamo il nastro"."""


def token_index(r: Reading) -> Callable[[int], int]:
    """Return a function from a character of the view to the token that it stands in or behind."""
    starts = [t.start for t in r.toks]
    return lambda pos: max(0, bisect_right(starts, pos) - 1)


def periods(r: Reading, exprs: list[TimeExpr]) -> list[int | None]:
    """The half that each token is told in; the lead, before the match is told in order, is unknown."""
    text = r.view.text.lower()
    lead = lead_end(r)
    cues = cues_of(text, exprs)
    named = max((c.pos for c in cues if c.period == 2), default=-1)
    first = max((c.pos for c in cues if c.period == 1 and not c.local and _hard(text, c.pos)), default=-1)
    turned = _turning(r, exprs, max(lead, token_index(r)(first)), max([named, *(c.pos for c in cues if c.turn)]))
    if turned is not None:
        cues = sorted([*cues, turned], key=lambda c: c.pos)
    begin = r.toks[lead].start if lead < len(r.toks) else 0
    dated = min((e.start for e in exprs if e.kind == "absolute" and e.start >= begin), default=0)

    def summed_up(cue: Half) -> bool:
        """Whether the second half was only named in a summary: no minute is told yet, and it is named again."""
        return cue.pos < dated and any(dated < c.pos for c in cues if c.period == 2 and not c.local)

    out: list[int | None] = [None] * len(r.toks)
    second_later = max((c.pos for c in cues if c.turn or (c.period == 2 and not c.local)), default=-1)
    told: int | None = None  # the half that the telling has come to
    here: int | None = None  # the half of this sentence
    over = False  # the first half has ended: the next sentence or paragraph is of the second
    sent = line = looking_back = -1
    k, in_body, cued = 0, False, False
    for t in r.toks:
        if t.section == "tabellino":
            continue
        if t.line != line and not in_body and t.i >= lead:
            in_body = True
            told = 1 if second_later > t.start else None
        if looking_back not in (-1, t.line):
            told, looking_back = 2, -1
        if over and t.sent != sent and (t.line != line or named < t.start):
            told, over, cued = 2, False, True
        line = t.line
        if t.sent != sent:
            sent, here = t.sent, told
        while k < len(cues) and cues[k].pos <= t.start:
            cue = cues[k]
            k += 1
            over = over or (cue.turn and in_body and told in (None, 1))
            if cue.local:
                here = 1
            elif t.i < lead:
                here = cue.period
            elif cue.period == 1 and cued and told == 2 and not (cue.anew or _heading(r, cue.pos) or summed_up(cue)):
                if _hard(text, cue.pos):
                    here = 1
                    if _opens_paragraph(text, cue.pos):
                        told, looking_back = 1, line
            else:
                told = here = cue.period
                cued, over = True, over and cue.period == 1
        out[t.i] = here
    _resumed(r, exprs, cues, out)
    return out


def _resumed(r: Reading, exprs: list[TimeExpr], cues: list[Half], out: list[int | None]) -> None:
    """Put into the first half what a paragraph tells before "poi, nella ripresa", where the one before has passed it.

    A paragraph that takes up one thing of the whole match, its cards or its chances, begins again with the first half.
    """
    token_of = token_index(r)
    for cue in cues:
        at = token_of(cue.pos)
        if cue.period != 2 or cue.turn or not any(t.low in words("time").then for t in r.toks[max(0, at - THEN) : at]):
            continue
        line = [t for t in r.toks[:at] if t.line == r.toks[at].line]
        told = [e for e in exprs if line and line[0].start <= e.start < cue.pos]
        late = any(e.half == 2 or e.kind == "interval" or (e.value or 0) > LATEST_IN_HALF for e in told)
        if told and not late and all(out[t.i] == 2 for t in line):
            for t in line:
                out[t.i] = 1


def _hard(text: str, pos: int) -> bool:
    """Whether words at ``pos`` name the first half itself."""
    return any(hard in text[pos : pos + HARD_REACH] for hard in words("time").half_first)


def _turning(r: Reading, exprs: list[TimeExpr], begin: int, named: int) -> Half | None:
    """Where the minutes alone say that the second half has come: from there on none of the first half follows.

    ``begin`` is the token from which on the match is told and the first half is named no more, ``named`` the place of
    the last words that name the second half or the break. Minutes that go on from one "st" are of its clock.
    """
    token_of = token_index(r)
    turned: Half | None = None
    sent, shown = -1, WHISTLE
    for e in exprs:
        tok = r.toks[token_of(e.start)]
        if tok.i < begin or tok.section != "prose" or e.approx or e.kind != "absolute" or not e.value:
            continue
        if e.half is None and WHISTLE < e.value <= LATEST_IN_HALF and _last_action(r, tok):
            continue
        least = LATEST_IN_HALF if e.start < named else WHISTLE
        if e.half == 2 or (e.half is None and e.value > least):
            if turned is None:
                within = tok.sent == sent or e.half == 2
                turned = Half(tok.start if within else r.toks[_opening(r, tok.i)].start, 2)
            shown = e.value if e.half == 2 else WHISTLE
        elif e.half == 1 or (e.half is None and (e.value < shown or e.start < named)):
            turned, shown = None, WHISTLE
        sent = tok.sent
    return turned


def _last_action(r: Reading, at: Tok) -> bool:
    """Whether a time is that of the last thing of a half: "al 49', sull'ultima azione"."""
    said = spelt(t for t in r.toks[at.i : at.i + LAST_ACTION] if t.sent == at.sent)
    return any(phrase in said for phrase in words("time").last_action)


def _opening(r: Reading, i: int) -> int:
    """The first token of the sentence round a token."""
    while i > 0 and r.toks[i - 1].sent == r.toks[i].sent:
        i -= 1
    return i


def cues_of(text: str, exprs: list[TimeExpr]) -> list[Half]:
    """Return the words that name a half, in text order; of two that overlap the one for its sentence only."""
    w = words("time")
    rooms = w.senses["dressing_room"]
    breaks = [e for e in exprs if e.kind == "interval" and any(room in text[e.start : e.end] for room in rooms)]
    cues = [Half(e.start, 2) for e in breaks] + [
        Half(pos, period, phrases in (w.end_first, w.break_first), phrases is w.break_first, phrases is w.anew)
        for period, phrases in (
            (2, w.to_second),
            (1, w.to_first),
            (1, w.anew),
            (1, w.end_first),
            (1, w.break_first),
            (3, w.to_extra_first),
            (4, w.to_extra_second),
        )
        for phrase in phrases
        for pos in places(text, phrase)
        if not (period == 2 and phrase in w.pieces["to_the_break"] and _awaited(text, pos))
        if not (period == 2 and phrase.startswith("ripresa") and (_caught_up(text, pos) or _limit(text, pos)))
    ]
    cues.sort(key=lambda h: (h.pos, not h.local))
    return [
        c
        for k, c in enumerate(cues)
        if not (k and cues[k - 1].pos <= c.pos < cues[k - 1].pos + OVERLAP and cues[k - 1].local and not c.turn)
    ]


def _awaited(text: str, pos: int) -> bool:
    """Whether the break at ``pos`` is still to come: "tutti pensano ormai all'intervallo"."""
    return bool(words("time").awaiting & set(text[max(0, pos - AWAITED) : pos].split()[-2:]))


def _caught_up(text: str, pos: int) -> bool:
    """Whether "ripresa" is a participle: "la capolista, ripresa sul 3-3", "viene ripresa dagli ospiti"."""
    w = words("time")
    before, behind = text[max(0, pos - AWAITED) : pos].split(), text[pos : pos + AWAITED].split()[1:2]
    return bool(w.caught_before & set(before[-1:])) or bool(w.caught_behind & set(behind))


def _limit(text: str, pos: int) -> bool:
    """Whether the second half is only how long something lasted: "in campo fino alla mezz'ora della ripresa"."""
    return bool(words("time").as_far & set(text[max(0, pos - AWAITED) : pos].split()))


def _opens_paragraph(text: str, pos: int) -> bool:
    """Whether a cue stands at the head of a paragraph: "Eppure il primo tempo era stato …"."""
    return len(text[text.rfind("\n", 0, pos) + 1 : pos].split()) <= OPENING


def _heading(r: Reading, pos: int) -> bool:
    """Whether a cue stands in a short line of its own (PRIMO TEMPO)."""
    text = r.view.text
    a, b = text.rfind("\n", 0, pos) + 1, text.find("\n", pos)
    return (b if b >= 0 else len(text)) - a < HEADING


def second_just_named(r: Reading, a: int) -> bool:
    """Whether this sentence or the one before names the second half: small minutes then count from its start."""
    sent = r.toks[a].sent
    k = a
    while k > 0 and r.toks[k - 1].sent >= sent - 1:
        k -= 1
    said = r.view.text[r.toks[k].start : r.toks[a].start].lower()
    return any(phrase in said for phrase in words("time").half_second)
