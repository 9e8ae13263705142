"""`calcio_events`: what happened, read clause by clause. Fills ``Reading.told``, the tellings that the ledger weighs."""

from __future__ import annotations

from dataclasses import dataclass, field

from spacy.language import Language
from spacy.tokens import Doc

from core.acts import Act
from core.cards import Booking, bookings
from core.changes import changes
from core.changes_pairs import Change
from core.clock import Moment, moments
from core.fold import fold
from core.incidents import Goal, Shot
from core.injuries import injuries
from core.items import Item, all_items
from core.penalties import Penalty, penalties
from core.phrases import phrases
from core.reading import Reading
from core.vocabulary import words
from core.walk import sentence
from core.walk_state import Walk

SKIPPED = frozenset(("furniture", "tabellino", "other_match"))


@dataclass(slots=True)
class Told:
    """Everything the prose tells, before it is reconciled."""

    moments: list[Moment] = field(default_factory=list)
    period_at: list[int | None] = field(default_factory=list)
    time_at: dict[int, int] = field(default_factory=dict)
    goals: list[Goal] = field(default_factory=list)
    claims: dict[int, int] = field(default_factory=dict)
    shots: list[Shot] = field(default_factory=list)
    cards: list[Booking] = field(default_factory=list)
    changes: list[Change] = field(default_factory=list)
    penalties: list[Penalty] = field(default_factory=list)
    injuries: list[tuple[int, int, int]] = field(default_factory=list)
    disallowed: list[tuple[int, int, int]] = field(default_factory=list)


@Language.factory("calcio_events", assigns=["doc._.reading"])
def make_events(nlp: Language, name: str) -> EventsComponent:
    """Build the component."""
    return EventsComponent()


class EventsComponent:
    """Reads the prose for incidents."""

    def __call__(self, doc: Doc) -> Doc:
        """Write ``told`` to the reading."""
        doc._.reading.told = process(doc._.reading)
        return doc


def process(r: Reading) -> Told:
    """All tellings of the prose."""
    told = Told()
    told.moments, told.period_at = moments(r)
    table = phrases("actions", "phrases")
    dated = {
        m.a: m.b
        for m in told.moments
        if m.expr.kind in ("absolute", "stoppage", "from_end") and r.toks[m.a].start == m.expr.start
    }
    sentences = all_items(r, table, SKIPPED, dated)
    told.time_at = time_scopes(r, sentences, told.moments)
    walk = Walk(r)
    order = [k for k, items in enumerate(sentences) if items]
    previous, line, hurt = -1, -1, -1
    for k in order:
        items = sentences[k]
        first = r.toks[items[0].a]
        fresh = first.line != line
        line = first.line
        sentence(walk, items, k, fresh)
        second = told.period_at[items[0].a] == 2 or told.period_at[items[-1].a] == 2
        before = -1 if fresh else previous
        told.cards += bookings(r, items, before)
        timed = any(it.a in told.time_at for it in items)
        told.changes += changes(r, items, before, hurt, second, timed)
        told.injuries += injuries(r, items, before)
        hurt = told.injuries[-1][0] if told.injuries and r.toks[told.injuries[-1][1]].sent >= k - 2 else -1
        people = [it.person for it in items if it.kind == "p"]
        previous = people[-1] if people else before
    told.penalties = penalties(r, sentences, order)
    _inherit(r, sentences, order, walk.acts, told)
    same = _one_minute(told.moments)
    told.time_at = {token: same[m] for token, m in told.time_at.items()}
    folded = fold(r, walk.acts, told.time_at, {m.a: same[k] for k, m in enumerate(told.moments)})
    told.goals, told.shots, told.claims = folded.goals, folded.shots, folded.claims
    _take_away(r, walk.acts, told)
    r.walk = walk.acts
    return told


OPENERS = ("attempt", "goal", "beat", "test", "off", "wood", "save", "ball")


def _inherit(r: Reading, sentences: list[list[Item]], order: list[int], acts: list[Act], told: Told) -> None:
    """A sentence that only sets the scene ("Al 25' il Genoa va vicino al raddoppio.") lends its minute to the next."""
    done = {a.sent for a in acts if a.kind in OPENERS and a.who >= 0}
    done |= {r.toks[c.pos].sent for c in [*told.cards, *told.changes] if getattr(c, "weight", 1) >= 0.5}
    lent: int | None = None
    before: int | None = None
    for k in order:
        items = sentences[k]
        first = r.toks[items[0].a]
        own = [told.time_at[it.a] for it in items if it.a in told.time_at]
        if own:
            lent = own[-1] if k not in done else None
        elif lent is not None and before is not None and r.toks[sentences[before][0].a].line == first.line:
            told.time_at.update({it.a: lent for it in items})
            if k in done:
                lent = None
        else:
            lent = None
        before = k


def _take_away(r: Reading, acts: list[Act], told: Told) -> None:
    """A goal that was not given: its author is whoever had just scored or tried, in this sentence or the one before."""
    seen: set[int] = set()
    for act in acts:
        if act.kind != "disallowed" or act.sent in seen or act.sent - 1 in seen:
            continue
        near = [a for a in acts if act.sent - 1 <= a.sent <= act.sent and r.toks[a.pos].line == r.toks[act.pos].line]
        words_for_goal = [
            a
            for a in near
            if a.kind in ("goal", "ball", "state", "beat") or (a.kind == "attempt" and a.sent == act.sent)
        ]
        if not words_for_goal and "annull" not in act.low:
            continue
        tried = [
            a
            for a in near
            if a.kind in ("goal", "beat", "attempt", "state", "off", "wood") and a.who >= 0 and a.pos <= act.end + 25
        ]
        here = [a for a in tried if a.sent == act.sent] or tried
        named = [
            n
            for n in r.names
            if n.person >= 0 and r.toks[n.a].sent == act.sent and r.people[n.person].label == "PLAYER"
        ]
        dative = [n for n in named if act.end <= n.a <= act.end + 4 and r.toks[n.a - 1].low in ("a", "ad", "di", "al")]
        bound = [a for a in here if a.bound] or here
        field = [n.person for n in named if r.people[n.person].goalkeeper < 1]
        who = dative[0].person if dative else bound[-1].who if bound else field[0] if field else -1
        if who < 0:
            continue
        seen.add(act.sent)
        start = min((a.pos for a in here), default=act.pos)
        told.disallowed.append((who, start, act.end))
        told.goals = [
            g
            for g in told.goals
            if not (
                act.sent - 1 <= g.sent <= act.sent and g.who in (who, -1) and r.toks[g.pos].line == r.toks[act.pos].line
            )
        ]
        told.shots = [
            s
            for s in told.shots
            if not (act.sent - 1 <= s.sent <= act.sent and s.who == who and r.toks[s.pos].line == r.toks[act.pos].line)
        ]


def _one_minute(all_moments: list[Moment]) -> list[int]:
    """For each moment the first that stands for the same words (a live line's minute counts once a sentence)."""
    first: dict[tuple[int, int], int] = {}
    return [first.setdefault((m.expr.start, m.expr.end), k) for k, m in enumerate(all_moments)]


def time_scopes(r: Reading, sentences: list[list[Item]], all_moments: list[Moment]) -> dict[int, int]:
    """Token → index of the moment in force: the last in its sentence before it, or the one that closes its clause."""
    out: dict[int, int] = {}
    by_sent: dict[int, list[int]] = {}
    for m, moment in enumerate(all_moments):
        by_sent.setdefault(r.toks[moment.a].sent, []).append(m)
    for items in sentences:
        if not items:
            continue
        sent = r.toks[items[0].a].sent
        here = by_sent.get(sent, [])
        if not here:
            continue
        bounds = _clause_bounds(items)
        opening = {m: _opens(items, bounds, all_moments[m]) for m in here}
        for it in items:
            before = [m for m in here if all_moments[m].a <= it.a]
            while before and not opening[before[-1]] and _parted(items, all_moments[before[-1]].a, it.a):
                before.pop()
            if before:
                out[it.a] = before[-1]
        for m in here:
            moment = all_moments[m]
            clause = next(((a, b) for a, b in bounds if a <= moment.a < b), None)
            if clause is None:
                continue
            if not opening[m]:
                for it in items:
                    if clause[0] <= it.a < moment.a:
                        earlier = [
                            x
                            for x in here
                            if all_moments[x].a < moment.a
                            and all_moments[x].a >= clause[0]
                            and all_moments[x].a <= it.a
                        ]
                        if not earlier:
                            out[it.a] = m
        first = here[0]
        if all_moments[first].a > items[0].a and len(here) == 1:
            for it in items:
                out.setdefault(it.a, first)
    return out


def _opens(items: list[Item], bounds: list[tuple[int, int]], moment: Moment) -> bool:
    """Whether a time stands before whatever its clause tells."""
    clause = next(((a, b) for a, b in bounds if a <= moment.a < b), None)
    g = words("clauses")
    light = g.prepositions | g.adverbs | g.conjunctions | g.determiners | g.relatives
    return clause is None or not any(
        clause[0] <= it.a < moment.a and (it.kind in ("p", "t") or (it.kind == "w" and it.low not in light))
        for it in items
    )


def _parted(items: list[Item], a: int, b: int) -> bool:
    """Whether a colon or semicolon stands between two tokens: a time told in passing does not reach across it."""
    return any(a < it.a < b and it.kind == "x" and it.low in ":;" for it in items)


def _clause_bounds(items: list[Item]) -> list[tuple[int, int]]:
    bounds, start = [], items[0].a
    for it in items:
        if it.kind == "x" and it.low in ";:," or it.low in ("mentre", "poi"):
            bounds.append((start, it.b))
            start = it.b
    bounds.append((start, items[-1].b))
    return bounds
