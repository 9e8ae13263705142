"""Events in the writing: times, sides, names and spans of a reading as the contract has them."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from itertools import pairwise

from core.account import Time
from core.incidents import Shot
from core.items import AND
from core.leads import lead_end
from core.moment import Moment
from core.reading import Reading
from core.schema import Event, Span
from core.sheet_model import SheetMinute, SheetName
from core.tokens import Tok
from core.verbs import lemmas
from core.vocabulary import words

SHEET = 0.97
"""The confidence of what a match sheet tells."""
NEAR = 15
"""Tokens within which a time stands beside the words that it dates."""
AT_ONCE = 2
"""Tokens by which a time may follow the word that it dates."""
LEAST, MOST = 0.02, 0.99
"""Bounds of a confidence."""


@dataclass(slots=True)
class When:
    """A time with the words that tell it."""

    minute: int | None = None
    added: int | None = None
    approx: bool = False
    period: int | None = None
    span: Span | None = None

    @property
    def key(self) -> Time:
        """As the ledger takes it."""
        return self.minute, self.added, self.approx


def closing(toks: list[Tok], a: int) -> bool:
    """Whether a time at token ``a`` closes its sentence by itself: "esce Rossi: è il 74'", "…, siamo al 35'"."""
    v = words("time")
    k = a - 1
    while k > 0 and toks[k].low in v.clock_words:
        k -= 1
    told = {t.low for t in toks[k + 1 : a]}
    return toks[k].low in (":", ",", ";") and bool(told & set(v.clock_verbs))


AGAINST = ("ma", "però", "mentre")
"""Behind these even a time that closes its sentence is that of something else."""
JOINED = ("e", "ed", "ma", "poi", "mentre")
"""Behind these a time is that of something else: "pareggia e nel recupero …"."""


class Writer:
    """The events of one reading, as far as they are written."""

    def __init__(self, r: Reading) -> None:
        self.r, self.told = r, r.told
        self.lead_end = lead_end(r)
        self.events: list[Event] = []
        self.promoted: list[Shot] = []
        """Attempts that turned out to be goals."""
        self.at = {t.start: t.i for t in r.toks}
        """Character of the view → the token that starts there."""
        self.pasted = [r.view.begins[t.start] for t in r.toks]
        """Token → where it starts in the pasted text."""
        self.by_token = {n.a: n for n in r.names if n.person >= 0}

    def when(self, token: int, inherit: bool = False, change: bool = False) -> When:
        """The time in force at a token; with ``inherit`` also that of the sentence before."""
        index = self.told.time_at.get(token, -1)
        if index < 0 and inherit:
            sent = self.r.toks[token].sent
            before = [i for i in self.told.time_at if i < token and self.r.toks[i].sent >= sent - 1]
            index = self.told.time_at[max(before)] if before else -1
        if index < 0:
            return When(period=self.told.period_at[token])
        return self.moment(index, token, change)

    def at_once(self, token: int) -> When | None:
        """The time that stands at once behind a word: "trasformato al 40'", "il sigillo al 57'"."""
        near = [
            k
            for k, m in enumerate(self.told.moments)
            if token < m.a <= token + AT_ONCE
            and self.r.toks[m.a].sent == self.r.toks[token].sent
            and not any(t.low in JOINED for t in self.r.toks[token + 1 : m.a])
        ]
        return self.moment(near[0], token) if near else None

    def dated_near(self, a: int, b: int) -> bool:
        """Whether a time stands near tokens ``[a, b)``, in their sentence."""
        sent = self.r.toks[a].sent
        return any(a - NEAR <= m.a < b + NEAR and self.r.toks[m.a].sent == sent for m in self.told.moments)

    def moment(self, index: int, token: int, change: bool = False) -> When:
        """A told time as the time of what stands at a token; ``change`` for a change of men."""
        m = self.told.moments[index]
        if m.expr.kind == "interval" and not change:
            # "in avvio di ripresa" dates a change of men, not a shot, nor what its sentence tells of the first half
            return When(period=2 if token >= m.a or self.told.period_at[token] != 1 else self._half_before(m, token))
        return When(m.minute, m.added, m.approx, m.period or self.told.period_at[token], (m.expr.start, m.expr.end))

    def _half_before(self, m: Moment, token: int) -> int:
        """The half of what is told before words for the break: the first, where a comma parts the two."""
        return 1 if any(t.text in ",;:" for t in self.r.toks[token : m.a]) else 2

    def own_time(self, token: int, end: int, others: list[int]) -> When:
        """The time in force at a card or change that ends before ``end``, unless it dates what stands around it.

        ``others`` are the tokens of others of its kind, behind which "poi" tells of a later time.
        """
        when, index = self.when(token, change=True), self.told.time_at.get(token, -1)
        if index < 0 or when.minute is None:
            return when
        m, toks, v = self.told.moments[index], self.r.toks, words("changes")
        apart = False
        if m.a >= end:
            last = max((x for x in others if end <= x < m.a and self._one_breath(end, x)), default=end)
            till = m.a - (m.expr.kind == "from_end" and toks[m.a - 1].low == "quando")  # "… quando mancano due minuti"
            told = any(lemmas(t.low) & v.moves for t in (*toks[last:till], *toks[m.b : m.b + AT_ONCE]))
            turning = v.turning - {"che"} if told else v.turning
            turns = any(t.low in turning or (last > end and t.text == ",") for t in toks[last:till])
            mark = any(t.text in ",;" for x in others if end <= x < m.a for t in toks[end:x])
            against = any(t.low in AGAINST for t in toks[last:till])
            closed = any(a.text == ")" and b.text == "," for a, b in pairwise(toks[end : m.a]))
            apart = mark or closed or (turns and (against or not closing(toks, m.a)))
        elif toks[m.a].sent == toks[token].sent:
            again = {k for x in self.told.moments if x.expr.half and x.expr.kind == "unknown" for k in range(x.a, x.b)}
            between = [t.low for t in toks[m.b : token] if t.i not in again]  # "allo scadere, prima del riposo, …"
            text = f" {' '.join(between)} "
            apart = any(f" {phrase} " in text for phrase in v.much_later)
            apart = apart or (any(m.a < x < token for x in others) and bool(v.later & set(between)))
        return When(period=when.period) if apart else when

    def _one_breath(self, a: int, b: int) -> bool:
        """Whether only "e" parts what is told at tokens ``a`` and ``b``: one time behind may date both."""
        turning = words("changes").turning
        return not any(t.low in turning and t.low not in AND for t in self.r.toks[a:b])

    def beside(self, token: int) -> When:
        """The time told at a token."""
        found = next((i for i, m in enumerate(self.told.moments) if m.a == token), -1)
        return self.moment(found, token) if found >= 0 else When()

    def sheet_when(self, minute: SheetMinute | None) -> When:
        """The time of a line of a match sheet."""
        if minute is None:
            return When()
        return When(minute.minute, minute.added, minute.approx, minute.period, (minute.start, minute.end))

    def person(self, name: SheetName | None) -> int:
        """The person whom a sheet names."""
        found = self.by_token.get(self.at.get(name.start, -1)) if name is not None else None
        return found.person if found is not None else -1

    def called(self, person: int) -> str | None:
        """The canonical name."""
        return self.r.people[person].name if person >= 0 else None

    def team(self, person: int) -> str | None:
        """The side of a person."""
        return self.r.people[person].team if person >= 0 else None

    def plays(self, person: int) -> bool:
        """Whether a person is a player, or nobody."""
        return person < 0 or self.r.people[person].label == "PLAYER"

    def token_span(self, a: int, b: int) -> Span:
        """The span in the pasted text of tokens ``[a, b)``."""
        b = max(a + 1, min(b, len(self.r.toks)))
        return self.r.view.span(self.r.toks[a].start, self.r.toks[b - 1].end)

    def sentence(self, token: int) -> tuple[int, int]:
        """The tokens of the sentence round a token."""
        sent = self.r.toks[token].sent
        a = b = token
        while a > 0 and self.r.toks[a - 1].sent == sent:
            a -= 1
        while b < len(self.r.toks) and self.r.toks[b].sent == sent:
            b += 1
        return a, b

    def narrated(self, event: Event) -> bool:
        """Whether the words of an event stand in the body of the prose, which is told in order of time."""
        tok = self.r.toks[max(0, bisect_right(self.pasted, event.start) - 1)]
        return tok.i >= self.lead_end and tok.section in ("prose", "live")

    def add(self, event: Event, when: When, spans: list[Span]) -> None:
        """Append an event with its time and the spans that tell it, the first of which is its place."""
        event.period, event.minute, event.added, event.approx = when.period, when.minute, when.added, when.approx
        event.start, event.end = spans[0]
        event.evidence = spans
        if when.span is not None:
            event.because = {"minute": self.r.view.span(*when.span)}
        event.confidence = round(max(LEAST, min(MOST, event.confidence)), 3)
        self.events.append(event)
