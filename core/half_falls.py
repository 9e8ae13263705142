"""Where no words name the second half: minutes told in order that fall back have gone into it."""

from __future__ import annotations

from dataclasses import dataclass

from core.halves import LATEST_IN_HALF, cues_of, token_index
from core.leads import lead_end
from core.minutes import TimeExpr
from core.reading import Reading
from core.tokens import Tok
from core.vocabulary import words

FALL = 4
"""Minutes must fall back by more than this to have gone into the second half."""
LAST_MINUTES = 85
"""From here on a minute is told on the clock of the match, whatever the others are told on."""
FEWEST = 4
"""So many minutes make sure of a fall within a paragraph, one less of a fall from a paragraph to the next."""


@dataclass(frozen=True, slots=True)
class Bare:
    """A minute told without its half, at a token."""

    tok: Tok
    minute: int


def second_by_fall(r: Reading, exprs: list[TimeExpr], period_at: list[int | None]) -> None:
    """Put into the second half what is told from the fall on, in ``period_at``."""
    lead = lead_end(r)
    told = [] if _named(r, exprs, lead) else _bare(r, exprs, lead)
    start = _paragraph(r, told)
    if start is None and 2 not in period_at:
        start = _sentence(told)
    if start is None:
        return
    for t in r.toks[lead:]:
        if t.section == "prose":
            period_at[t.i] = 2 if t.i >= start else 1


def _named(r: Reading, exprs: list[TimeExpr], lead: int) -> bool:
    """Whether words or minutes of the telling name the second half, or the break."""
    begin = r.toks[lead].start if lead < len(r.toks) else len(r.view.text)
    cues = cues_of(r.view.text.lower(), exprs)
    return any(c.pos >= begin and (c.turn or (c.period == 2 and not c.local)) for c in cues) or any(
        e.start >= begin and e.half is not None for e in exprs if e.kind == "absolute"
    )


def _bare(r: Reading, exprs: list[TimeExpr], lead: int) -> list[Bare]:
    """Return the minutes of the telling that do not look back; none where they are told on the clock of the match."""
    token_of = token_index(r)
    told = [(r.toks[token_of(e.start)], e.value) for e in exprs if e.kind == "absolute" and e.value]
    told = [(t, minute) for t, minute in told if t.i >= lead and t.section == "prose"]
    if any(LATEST_IN_HALF < minute < LAST_MINUTES for _, minute in told):
        return []
    return [Bare(t, minute) for t, minute in told if minute <= LATEST_IN_HALF and not _backward(r, t)]


def _backward(r: Reading, at: Tok) -> bool:
    """Whether the sentence before a minute tells what was before: "in precedenza, al 12', palo di Rossi"."""
    back, k = words("time").backward, at.i
    while k > 0 and r.toks[k - 1].sent == at.sent:
        k -= 1
        if r.toks[k].low in back:
            return True
    return False


def _paragraph(r: Reading, told: list[Bare]) -> int | None:
    """Return the token that opens the one paragraph whose first minute falls behind all those before it."""
    if len(told) < FEWEST - 1:
        return None
    opened = [k for k in range(1, len(told)) if told[k].tok.line != told[k - 1].tok.line]
    falls = [k for k in opened if told[k].minute + FALL < max(b.minute for b in told[:k])]
    if len(falls) != 1 or _drops(told[falls[0] :]):
        return None
    first = told[falls[0]].tok
    return next(t.i for t in r.toks if t.line == first.line)


def _sentence(told: list[Bare]) -> int | None:
    """Return the first token of the one sentence in which the minutes fall."""
    drops = _drops(told)
    return told[drops[0]].tok.i if len(drops) == 1 and len(told) >= FEWEST else None


def _drops(told: list[Bare]) -> list[int]:
    return [k for k in range(1, len(told)) if told[k].minute + FALL < told[k - 1].minute]
