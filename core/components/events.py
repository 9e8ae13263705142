"""`calcio_events`: what happened, read clause by clause. Fills ``Reading.told``, which the ledger weighs."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc

from core.authors import authors
from core.cards import bookings
from core.cards_state import Before
from core.changes import changes
from core.changes_state import Memory
from core.clock import moments
from core.disallowed import take_away
from core.fold import fold
from core.goal_odds import cries, open_attempts, weigh, without_heralds
from core.injuries import injuries
from core.items import Item, all_items
from core.memories import remembered
from core.newcomers import newcomers, who_came_on
from core.penalties import penalties
from core.phrases import phrases
from core.reading import Reading
from core.time_clauses import part_sentences
from core.time_scopes import PARTED, first_of_each, lend, time_scopes
from core.tokens import NO_PROSE
from core.told import Told
from core.unexplained import TOLD_WELL, unexplained
from core.walk import sentence
from core.walk_state import Walk

DATED = ("absolute", "stoppage", "from_end")
"""Kinds of expressions of time that are one item of a sentence."""
HAPPENED = ("attempt", "goal", "beat", "test", "off", "wood", "save", "ball")
"""Acts that something happened with, so that the minute of their sentence is theirs."""


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
    dated = {m.a: m.b for m in told.moments if m.expr.kind in DATED and r.toks[m.a].start == m.expr.start}
    part_sentences(r, dated)
    sentences = _items(r, told, dated)
    order = [k for k, items in enumerate(sentences) if items]
    told.time_at = time_scopes(r, sentences, told.moments)
    walk = Walk(r)
    _sentences(r, sentences, order, walk, told)
    told.penalties = penalties(r, sentences, order)
    done, waiting = _done(r, sentences, walk, told)
    acted = done | {a.sent for a in walk.acts if a.who >= 0}
    lend(r, sentences, order, done, acted, waiting, told.time_at)
    same = first_of_each(told.moments)
    told.time_at = {token: same[m] if m >= 0 else m for token, m in told.time_at.items()}
    folded = fold(r, walk.acts, told.time_at, {m.a: same[k] for k, m in enumerate(told.moments)})
    told.goals, told.shots, told.claims = folded.goals, folded.shots, folded.claims
    r.walk, r.items = walk.acts, sentences
    told.goals += cries(r, sentences, told.goals)
    told.goals = without_heralds(r, sentences, told.goals)
    told.maybe = open_attempts(told.shots, told.goals)
    weigh(r, authors(r, [*told.goals, *told.maybe], sentences, told.time_at))
    rest = unexplained(r, sentences, told)
    weigh(r, authors(r, rest, sentences, told.time_at))
    told.maybe += rest
    take_away(r, walk.acts, told)
    return told


def _done(r: Reading, sentences: list[list[Item]], walk: Walk, told: Told) -> tuple[set[int], set[int]]:
    """The sentences in which something happens, and those of them with only cards or changes under an earlier time."""
    acted = {a.sent for a in walk.acts if a.kind in HAPPENED and a.who >= 0}
    told_of = [b.pos for b in told.cards if b.weight >= TOLD_WELL]
    told_of += [max(c.pos, c.also) if c.came_on else c.pos for c in told.changes if c.weight >= TOLD_WELL]
    done = acted | {r.toks[pos].sent for pos in told_of}
    closed = {r.toks[pos].sent for pos in told_of if _under_last(told, pos, sentences[r.toks[pos].sent])}
    return done, done - closed - acted


def _under_last(told: Told, pos: int, items: list[Item]) -> bool:
    """Whether a card or change at a token stands under the last time of its sentence."""
    last = told.time_at.get(items[-1].a, PARTED)
    if last == PARTED or told.time_at.get(pos, PARTED) == last:
        return True
    times = [m.a for m in told.moments if items[0].a <= m.a < told.moments[last].a]
    return told.time_at.get(pos, PARTED) == PARTED and not any(pos < a for a in times)


def _items(r: Reading, told: Told, dated: dict[int, int]) -> list[list[Item]]:
    """The items of each sentence; "il nuovo entrato" is known only once the changes have been read."""
    table, spans = phrases("actions", "phrases"), newcomers(r)
    sentences = all_items(r, table, NO_PROSE, dated)
    if not spans:
        return sentences
    draft = Told(moments=told.moments, period_at=told.period_at)
    draft.time_at = time_scopes(r, sentences, told.moments)
    _sentences(r, sentences, [k for k, items in enumerate(sentences) if items], Walk(r), draft)
    meant = who_came_on(r, spans, draft.changes)
    return all_items(r, table, NO_PROSE, dated, meant) if meant else sentences


def _sentences(r: Reading, sentences: list[list[Item]], order: list[int], walk: Walk, told: Told) -> None:
    """Read each sentence for acts, cards, changes and injuries, with whom the one before it ended on."""
    previous, line, memory = -1, -1, Memory()
    told_before = Before()
    for k in order:
        items = sentences[k]
        first = r.toks[items[0].a]
        fresh = first.line != line
        line = first.line
        sentence(walk, items, k, fresh)
        before = -1 if fresh else previous
        second = 2 in (told.period_at[items[0].a], told.period_at[items[-1].a])
        timed = any(it.a in told.time_at for it in items)
        if fresh:
            told_before = Before()
        told_before.previous = before
        gone_by = remembered(items)
        told.cards += [b for b in bookings(r, items, told_before, timed) if b.pos not in gone_by]
        off = {b.who for b in told.cards if b.card != "yellow" and r.toks[b.pos].sent == first.sent}
        told.injuries += [x for x in injuries(r, items, before) if x[0] not in off and x[1] not in gone_by]
        near = [who for who, at, _ in told.injuries if r.toks[at].sent >= k - 1]
        memory.previous, memory.hurt = before, near[-1] if near else -1
        made = changes(r, items, memory, second, timed)
        told.changes += [c for c in made if (c.out < 0 or c.out not in off) and c.pos not in gone_by]
        previous = next((it.person for it in reversed(items) if it.kind == "p"), before)
