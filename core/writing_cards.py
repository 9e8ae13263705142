"""Cards of sheets and prose, one colour a person; a second yellow swallows the red it brings."""

from __future__ import annotations

from dataclasses import dataclass

from core.cards import RANK
from core.cards_state import Booking
from core.schema import Card, Event, EventType, Span
from core.vocabulary import words
from core.writing_state import SHEET, When, Writer

SLACK = 2
"""Minutes by which two notices of one card may differ."""


@dataclass(slots=True)
class Notice:
    """One notice of a card."""

    card: str
    when: When
    spans: list[Span]
    confidence: float
    rule: str


def write_cards(w: Writer) -> None:
    """Write the cards, those of one person merged."""
    for who, notices in _notices(w).items():
        merged: list[Notice] = []
        for notice in sorted(notices, key=lambda n: (n.rule != "sheet", n.when.minute is None)):
            same = next((n for n in merged if _one_card(n, notice)), None)
            if same is None:
                merged.append(notice)
            else:
                _merge(same, notice)
        for n in merged:
            event = Event(
                type=EventType.CARD,
                team=w.team(who),
                player=w.called(who),
                card=Card(n.card),
                confidence=n.confidence,
                rule=n.rule,
            )
            w.add(event, n.when, n.spans)


def _notices(w: Writer) -> dict[int, list[Notice]]:
    """Person → all notices of cards for him."""
    found: dict[int, list[Notice]] = {}
    for c in (card for sheet in w.r.sheets for card in sheet.cards):
        who = w.person(c.player)
        if who >= 0:
            notice = Notice(c.card, w.sheet_when(c.minute), [w.r.view.span(*c.span)], SHEET, "sheet")
            found.setdefault(who, []).append(notice)
    for b in w.told.cards:
        if w.r.people[b.who].label in ("PLAYER", "COACH"):
            when = w.beside(b.at) if b.at >= 0 else When() if b.timeless else _in_list(w, b) or _dated(w, b)
            notice = Notice(b.card, when, [w.token_span(b.pos, b.end)], 0.5 + 0.3 * b.weight, "card")
            found.setdefault(b.who, []).append(notice)
    return found


def _in_list(w: Writer, b: Booking) -> When | None:
    """The time of one of a list in which a time stands behind some of the names: his own, or none but the half."""
    if not b.listed:
        return None
    sent = w.r.toks[b.pos].sent
    own = {x.pos: _behind_name(w, x) for x in w.told.cards if x.listed and w.r.toks[x.pos].sent == sent}
    if not any(own.values()):
        return None
    return own[b.pos] or When(period=w.told.period_at[b.pos])


def _behind_name(w: Writer, b: Booking) -> When | None:
    """The time just behind the name of a card: "Rossi cinque minuti più tardi", "Rossi (al 12')"."""
    name = w.by_token.get(b.pos)
    end = name.b if name is not None else b.pos + 1
    if end < len(w.r.toks) and (w.r.toks[end].text == "(" or w.r.toks[end].low in words("clauses").to):
        end += 1
    index = next((k for k, m in enumerate(w.told.moments) if m.a == end), -1)
    return w.moment(index, b.pos) if index >= 0 else None


def _dated(w: Writer, b: Booking) -> When:
    """The time in force at the words of a card; the break dates a change of men, no card."""
    when = w.own_time(b.pos, b.end, [x.pos for x in w.told.cards if x is not b and x.pos != b.pos])
    if when.minute is None and b.behind >= 0:
        when = w.when(b.behind)
    index = w.told.time_at.get(b.pos, -1)
    if index >= 0 and w.told.moments[index].expr.kind == "interval":
        return When(period=when.period)
    if when.minute is None and b.card != "yellow":
        return _fewer_since(w, b.pos) or when
    return when


def _fewer_since(w: Writer, token: int) -> When | None:
    """The time from which on the next sentence has the side with a man less: "ridotti in dieci al 58'"."""
    toks, v = w.r.toks, words("cards")
    _, end = w.sentence(token)
    _, stop = w.sentence(min(end, len(toks) - 1))
    for k in range(end, stop):
        if toks[k].low in v.short_of and toks[k - 1].low == "in" and toks[k].line == toks[token].line:
            return w.at_once(k)
    return None


def _one_card(a: Notice, b: Notice) -> bool:
    """Whether two notices are of one card."""
    x, y = a.when, b.when
    near = x.minute is None or y.minute is None or abs(x.minute + (x.added or 0) - y.minute - (y.added or 0)) <= SLACK
    return near and (a.card == b.card or {a.card, b.card} == {"second_yellow", "red"})


def _merge(a: Notice, b: Notice) -> None:
    """Add to a notice another one of the same card."""
    a.card = b.card if RANK[b.card] > RANK[a.card] else a.card
    a.when = a.when if a.when.minute is not None else b.when
    a.spans = a.spans + b.spans
    a.confidence = max(a.confidence, b.confidence)
