"""The clock: expressions of time become minutes of the match, and stand for the incidents they belong to."""

from __future__ import annotations

import re
from dataclasses import dataclass

from core.live_clock import with_live
from core.minutes import TimeExpr, find_times
from core.reading import Reading
from core.vocabulary import words


@dataclass(slots=True)
class Moment:
    """A resolved expression of time; ``minute`` is None where it only says about when."""

    expr: TimeExpr
    a: int
    b: int
    """Tokens ``[a, b)``."""
    period: int | None = None
    minute: int | None = None
    added: int | None = None
    approx: bool = False


@dataclass(slots=True)
class Half:
    """From ``pos`` (character of the view) on the telling stands in ``period``; ``local`` only for its sentence."""

    pos: int
    period: int
    local: bool


def moments(r: Reading) -> tuple[list[Moment], list[int | None]]:
    """All resolved times of the prose in text order, and the period of each token (None where unknown)."""
    text = r.view.text
    exprs = [e for e in find_times(text)]
    period_at = periods(r)
    _second_by_drop(r, exprs, period_at)
    token_of = _token_index(r)
    out: list[Moment] = []
    late = _late_mode(r, exprs, period_at, token_of)
    extra = any(p in (3, 4) for p in period_at)
    last: Moment | None = None
    start_minute = 0
    for e in exprs:
        a, b = token_of(e.start), token_of(e.end - 1) + 1
        if a >= len(r.toks) or r.toks[a].section in ("tabellino", "furniture", "other_match"):
            continue
        period = e.half or period_at[a]
        m = Moment(e, a, b, period, approx=e.approx)
        if e.kind == "absolute" and e.value is not None:
            _absolute(m, e, period, late and not _just_said(r, a), extra, last)
        elif e.kind == "stoppage":
            m.period = e.half or (1 if period == 1 else 2)
            m.minute, m.added = (45 if m.period == 1 else 90), e.added
            if e.added is None:
                m.approx = True
        elif e.kind == "from_end" and e.value is not None:
            m.period = e.half
            m.minute = (45 if e.half == 1 else 90) - e.value
        elif e.kind == "interval":
            m.period, m.minute, m.approx = 2, 46, True
        elif e.kind in ("start", "after") and e.value is not None:
            fresh = e.kind == "start" or last is None or (last.period or 1) != (period or 1)
            base = (45 if (e.half or period) == 2 else start_minute) if fresh else last.minute
            if last is not None and not fresh:
                m.period = last.period
            if base is not None:
                m.minute = base + e.value
                m.period = m.period or (1 if m.minute <= 45 else 2)
        elif e.kind == "delta" and e.value is not None:
            if (
                last is not None
                and last.minute is not None
                and not (period is not None and last.period is not None and period != last.period)
            ):
                m.minute, m.period, m.approx = last.minute + e.value + (last.added or 0), last.period, last.approx
                if m.period == 1 and m.minute > 45:
                    m.minute, m.added = 45, m.minute - 45
                elif m.period == 2 and m.minute > 90:
                    m.minute, m.added = 90, m.minute - 90
        out.append(m)
        if m.minute is not None or e.kind in ("delta",):
            last = m if m.minute is not None else None
    return with_live(r, out, period_at)


def _second_by_drop(r: Reading, exprs: list[TimeExpr], period_at: list[int | None]) -> None:
    """Where the half is never named: minutes told in order that fall back once have gone into the second half."""
    if 2 in period_at:
        return
    lead = _lead_end(r)
    token_of = _token_index(r)
    bare = [
        (token_of(e.start), e.value)
        for e in exprs
        if e.kind == "absolute" and e.half is None and e.value and not e.approx
    ]
    bare = [(a, v) for a, v in bare if a >= lead and r.toks[a].section == "prose" and v <= 52]
    drops = [k for k in range(1, len(bare)) if bare[k][1] + 4 < bare[k - 1][1]]
    if len(drops) != 1 or len(bare) < 4 or any(e.kind == "absolute" and e.value and e.value > 52 for e in exprs):
        return
    sent = r.toks[bare[drops[0]][0]].sent
    for t in r.toks:
        if t.section == "prose" and t.i >= lead:
            period_at[t.i] = 2 if t.sent >= sent else 1


def _just_said(r: Reading, a: int) -> bool:
    """Whether this sentence or the one before names the second half: small minutes then count from its start."""
    w = words("time")
    sent = r.toks[a].sent
    k = a
    while k > 0 and r.toks[k - 1].sent >= sent - 1:
        k -= 1
    said = r.view.text[r.toks[k].start : r.toks[a].start].lower()
    return any(phrase in said for phrase in w.half_second)


def _absolute(m: Moment, e: TimeExpr, period: int | None, late: bool, extra: bool, last: Moment | None) -> None:
    value = e.value or 0
    if e.added is not None:
        m.minute, m.added, m.period = (
            value,
            e.added,
            1 if value == 45 else 2 if value == 90 else 3 if value == 105 else 4,
        )
        return
    if e.half == 1 or (e.half is None and period == 1 and value <= 52 and not (value > 49)):
        m.period = 1
        m.minute, m.added = (value, None) if value <= 45 else (45, value - 45)
        return
    if e.half == 2:
        total = value + 45 if value <= 60 and not (value > 50) else value
        if 45 < value <= 50 and e.half == 2:
            total = value + 45
    elif e.half in (3, 4):
        total = value + (90 if e.half == 3 else 105) if value <= 20 else value
        m.minute, m.period = total, e.half
        return
    elif period in (3, 4) and value <= 16:
        m.minute, m.period = value + (90 if period == 3 else 105), period
        return
    elif period == 2 and (not late or e.approx) and value <= 45 or (
        period == 2
        and not late
        and 45 < value <= 52
        and last is not None
        and last.minute is not None
        and last.minute >= 70
    ):
        total = value + 45
    else:
        total = value
    if total <= 45:
        m.minute, m.period = total, 1
    elif total <= 90:
        m.minute, m.period = total, 2
    elif extra and total <= 125:
        m.minute, m.period = min(total, 120), 3 if total <= 105 else 4
        m.added = total - 120 if total > 120 else None
    else:
        m.minute, m.added, m.period = 90, total - 90, 2


def _late_mode(r: Reading, exprs: list[TimeExpr], period_at: list[int | None], token_of) -> bool:  # type: ignore[no-untyped-def]  # noqa: ANN001
    """Whether bare minutes of the second half run 46–90: the reading with the fewest contradictions."""
    late = half = 0
    before = {True: 0, False: 0}
    for e in exprs:
        a = token_of(e.start)
        if (
            a >= len(r.toks)
            or e.kind != "absolute"
            or e.half is not None
            or e.value is None
            or r.toks[a].section in ("tabellino", "furniture")
        ):
            continue
        if e.value > 52 and not e.approx:
            late += 2
        elif period_at[a] == 2 and not e.approx and e.value <= 45:
            half += 1
    del before
    return late > half or (late > 0 and half <= 1)


def _token_index(r: Reading):  # type: ignore[no-untyped-def]  # noqa: ANN202
    starts = [t.start for t in r.toks]
    from bisect import bisect_right

    def index(pos: int) -> int:
        return max(0, bisect_right(starts, pos) - 1)

    return index


def periods(r: Reading) -> list[int | None]:
    """The half that each token is told in; the lead, before the match is told in order, is unknown."""
    w = words("time")
    text = r.view.text.lower()
    cues: list[Half] = []
    for period, phrases in (
        (2, w.to_second),
        (1, w.to_first),
        (1, w.end_first),
        (3, w.to_extra_first),
        (4, w.to_extra_second),
    ):
        for phrase in phrases:
            for m in re.finditer(rf"(?<!\w){re.escape(phrase)}(?!\w)", text):
                cues.append(Half(m.start(), period, phrase in w.end_first))
    cues.sort(key=lambda h: (h.pos, not h.local))
    cues = [
        c
        for k, c in enumerate(cues)
        if not (k and cues[k - 1].pos <= c.pos < cues[k - 1].pos + 8 and cues[k - 1].local)
    ]
    out: list[int | None] = [None] * len(r.toks)
    lead_end = _lead_end(r)
    state: int | None = None
    k = 0
    sentence_state: int | None = None
    sent = line = -1
    body_started = False
    first_half_seen = False
    later_second = [c.pos for c in cues if c.period == 2 and not c.local]
    for t in r.toks:
        if t.section == "tabellino":
            continue
        if t.line != line:
            line = t.line
            if not body_started and t.i >= lead_end:
                body_started = True
                state = 1 if any(p > t.start for p in later_second) else None
        if t.sent != sent:
            sent = t.sent
            sentence_state = state
        while k < len(cues) and cues[k].pos <= t.start:
            c = cues[k]
            k += 1
            inside_lead = t.i < lead_end
            if c.local:
                sentence_state = 1
            elif inside_lead:
                sentence_state = c.period
            else:
                if c.period == 1 and first_half_seen and state == 2 and not _heading(r, c.pos):
                    if any(text.startswith(hard, c.pos) or hard in text[c.pos : c.pos + 22] for hard in w.half_first):
                        sentence_state = 1
                    continue
                state = sentence_state = c.period
                first_half_seen = True
        out[t.i] = sentence_state if (t.i < lead_end or sentence_state != state) else state
    return out


def _heading(r: Reading, pos: int) -> bool:
    """Whether a cue stands in a short line of its own (PRIMO TEMPO)."""
    text = r.view.text
    a, b = text.rfind("\n", 0, pos) + 1, text.find("\n", pos)
    return (b if b >= 0 else len(text)) - a < 40


def _lead_end(r: Reading) -> int:
    """The token at which the match begins to be told in order: after headline and first paragraph of prose."""
    prose_lines: list[tuple[int, int]] = []
    for t in r.toks:
        if t.section in ("prose", "live") and (not prose_lines or prose_lines[-1][1] != t.line):
            prose_lines.append((t.i, t.line))
    long_lines = []
    for j, (i, _line) in enumerate(prose_lines):
        stop = prose_lines[j + 1][0] if j + 1 < len(prose_lines) else len(r.toks)
        if stop - i > 25:
            long_lines.append((i, stop))
    if len(long_lines) <= 1:
        return 0 if not long_lines else long_lines[0][0]
    if any(t.section == "live" for t in r.toks):
        return long_lines[0][0]
    first, stop = long_lines[0]
    minutes = len(re.findall(r"\d{1,2}\s?['°]", r.view.text[r.toks[first].start : r.toks[stop - 1].end]))
    return first if minutes >= 3 else stop
