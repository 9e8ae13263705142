"""Why nothing: words that could have told an event, and what kept the reader from taking one."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from core.acts import Act
from core.cards_words import not_given
from core.errors import NotAReport
from core.extract import read
from core.incidents import Goal
from core.items import Item, phrase_ends
from core.knowledge import Lexicon
from core.phrases import phrases
from core.reading import Reading
from core.schema import Event, EventType, Span
from core.vocabulary import words
from core.walk import unreal
from core.walk_words import DENIABLE, denied
from core.writing import left_out
from core.writing_goals import accounts
from core.writing_men import LEAST
from core.writing_state import Writer

GOAL, SHOT = EventType.GOAL, EventType.SHOT
KIND_OF = {
    **dict.fromkeys(("goal", "ball", "state", "beat", "own"), GOAL),
    **dict.fromkeys(("attempt", "off", "wood", "block", "save", "test"), SHOT),
    "disallowed": EventType.DISALLOWED_GOAL,
}
"""Kind of act → the event that it could tell."""
CHANGES = ("swap", "swap_to", "yield_to", "instead", "in_his_place")
"""Words that tell a substitution and nothing else."""
CARDS = ("yellow", "second", "red")
"""Words that tell a card by themselves; others do so only beside more."""
AREA = ("area", "limite")
"""Before "di rigore" these are a part of the pitch."""


@dataclass(frozen=True, slots=True)
class Passed:
    """Words that were passed over: the kind of event that they could tell, and a code that says why not."""

    start: int
    end: int
    kind: str
    code: str
    because: Span | None = None
    """The words that speak against it."""
    who: str | None = None
    event: str | None = None
    """The id of the event that it is told by already."""


def passed_over(
    text: str, season: str | None = None, squads: bool = True, lexicon: Lexicon | None = None
) -> list[Passed]:
    """Read a text as :func:`core.extract.extract` does and return what its sentences without events hold."""
    try:
        return of_reading(read(text, season, squads, lexicon))
    except NotAReport:
        return []


def of_reading(r: Reading) -> list[Passed]:
    """Return what was passed over in sentences that tell no event, in the order of the text, each thing once."""
    seen = _Seen(r)
    for sent, items in enumerate(r.items):
        if items and not seen.told(items):
            for look in LOOKS:
                seen.note(sent, look(seen, sent, items))
    return sorted(seen.found.values(), key=lambda p: (p.start, p.end))


class _Seen:
    """One reading, looked over again for what it did not take."""

    def __init__(self, r: Reading) -> None:
        self.r = r
        self.w = Writer(r)
        final, kept, _ = accounts(self.w)
        self.final = final
        self.kept = {id(t.goal) for account in kept for t in account.tellings if t.goal}
        self.spans = [span for e in r.events for span in ((e.start, e.end), *e.evidence)]
        self.acts: dict[int, list[Act]] = {}
        for act in r.walk:
            self.acts.setdefault(act.sent, []).append(act)
        self.found: dict[tuple[int, str, str], Passed] = {}

    def told(self, items: list[Item]) -> bool:
        """Whether the sentence has a part in an event."""
        start, end = self.w.token_span(items[0].a, items[-1].b)
        return any(a < end and start < b for a, b in self.spans)

    def note(self, sent: int, found: Iterator[Passed]) -> None:
        """Keep what is found, the first of a kind and reason in a sentence."""
        for p in found:
            self.found.setdefault((sent, p.kind, p.code), p)

    def passed(self, a: int, b: int, kind: EventType, code: str, because: Item | None = None, who: int = -1) -> Passed:
        """Describe the words at tokens ``[a, b)``."""
        start, end = self.w.token_span(a, b)
        said = self.w.token_span(because.a, because.b) if because is not None else None
        return Passed(start, end, str(kind.value), code, said, self.w.called(who))


def _acts(s: _Seen, sent: int, items: list[Item]) -> Iterator[Passed]:
    """Goals and attempts: acts that no incident was made of, or one that was not written."""
    at = {it.a: k for k, it in enumerate(items)}
    not_real = unreal(items, words("frames"))
    for act in s.acts.get(sent, []):
        kind = KIND_OF.get(act.kind)
        if kind is None or not act.category or not act.strong:
            continue
        k = at.get(act.pos, -1)
        if not act.real:
            yield s.passed(act.pos, act.end, kind, "unreal", items[not_real[k]] if k in not_real else None)
        elif kind == SHOT and (code := _shot_code(s, act)):
            yield s.passed(act.pos, act.end, kind, code, who=act.who)
        elif kind == GOAL:
            yield from _goal(s, act)
        elif kind == EventType.DISALLOWED_GOAL:
            yield s.passed(act.pos, act.end, kind, "nothing_before")


def _goal(s: _Seen, act: Act) -> Iterator[Passed]:
    """Why no goal was taken from an act."""
    if act.kind == "beat" and (act.whom < 0 or s.r.people[act.whom].goalkeeper < 1):
        if act.whom >= 0 and s.w.plays(act.whom):
            yield s.passed(act.pos, act.end, GOAL, "no_keeper", who=act.whom)
        return
    goal = next((g for g in (*s.r.told.goals, *s.r.told.maybe) if g.sent == act.sent or g.pos <= act.pos < g.end), None)
    if goal is None:
        yield s.passed(act.pos, act.end, GOAL, "nobody" if act.who < 0 and act.near < 0 else "weak")
    elif id(goal) not in s.kept:
        event = _same_goal(s, goal)
        code = "again" if event else "nobody" if goal.who < 0 else "weak" if s.final is None else "score"
        yield replace(s.passed(act.pos, act.end, GOAL, code, who=goal.who), event=event.id if event else None)


def _same_goal(s: _Seen, goal: Goal) -> Event | None:
    """The goal of the report that is of the same man or the same minute."""
    when = s.w.when(goal.pos) if goal.time < 0 else s.w.moment(goal.time, goal.pos)
    goals = [e for e in s.r.events if e.type == GOAL]
    own = [e for e in goals if e.player is not None and e.player == s.w.called(goal.who)]
    return next((e for e in [*own, *goals] if e in own or (when.minute is not None and e.minute == when.minute)), None)


def _shot_code(s: _Seen, act: Act) -> str:
    """Why no attempt was taken from an act."""
    if act.low in words("frames").weak_saves and act.who < 0:
        return ""
    shot = next((x for x in s.r.told.shots if x.sent == act.sent or x.pos <= act.pos < x.end), None)
    if shot is not None:
        return left_out(s.w, shot)
    return "nobody" if act.who < 0 and act.near < 0 else "alone"


def _denied(s: _Seen, sent: int, items: list[Item]) -> Iterator[Passed]:
    """Nouns for a goal that other words take back, and attempts that were only meant."""
    v, made = words("frames"), s.acts.get(sent, [])
    for k, item in enumerate(items):
        if any(a.pos <= item.a < a.end for a in made):
            continue
        noun = next((c for c in DENIABLE if c in item.tags), None)
        against = denied(items, k, v) if noun else None
        if noun and against is not None:
            yield s.passed(item.a, items[item.tags[noun] - 1].b, GOAL, "denied", against)
        elif "attempt_verb" in item.tags and item.verb and all(f.mood == "inf" for f in item.verb):
            yield s.passed(item.a, items[item.tags["attempt_verb"] - 1].b, SHOT, "meant")


def _cards(s: _Seen, sent: int, items: list[Item]) -> Iterator[Passed]:
    """Words for a card that was not given, or of nobody."""
    for k, ends in phrase_ends(s.r.toks, items, phrases("actions", "phrases_cards")).items():
        end = max((e for c, e in ends.items() if c in CARDS), default=0)
        if not end:
            continue
        code = "not_given" if not_given(items, k, end) else "nobody"
        if any(b.pos == items[k].a for b in s.r.told.cards):
            code = "no_player"
        yield s.passed(items[k].a, items[end - 1].b, EventType.CARD, code)


def _changes(s: _Seen, sent: int, items: list[Item]) -> Iterator[Passed]:
    """Substitutions that were told before, too weak or of men of two sides; words for one without its men."""
    told = [c for c in s.r.told.changes if s.r.toks[c.pos].sent == sent]
    for c in told:
        men = {s.w.called(c.in_), s.w.called(c.out)} - {None}
        known = next((e for e in s.r.events if e.type == EventType.SUBSTITUTION and men & _men(e)), None)
        sides = {s.w.team(c.in_), s.w.team(c.out)} - {None}
        code = "weak" if c.weight < LEAST else "again" if known else "two_sides" if len(sides) > 1 else "no_player"
        passed = s.passed(c.pos, c.end, EventType.SUBSTITUTION, code, who=max(c.in_, c.out))
        yield replace(passed, event=known.id) if known and code == "again" else passed
    if not told:
        for k, ends in phrase_ends(s.r.toks, items, phrases("actions", "phrases_changes")).items():
            if end := max((e for c, e in ends.items() if c in CHANGES), default=0):
                yield s.passed(items[k].a, items[end - 1].b, EventType.SUBSTITUTION, "nobody")


def _men(event: Event) -> set[str | None]:
    return {event.player_in, event.player_out} - {None}


def _penalties(s: _Seen, sent: int, items: list[Item]) -> Iterator[Passed]:
    """Penalties asked for and not given, or of which nothing says that they were."""
    ends = phrase_ends(s.r.toks, items, phrases("actions", "phrases_penalty"))
    refused = next((k for k, tags in ends.items() if "refused" in tags), None)
    for k, tags in ends.items():
        if "penalty" in tags and not any(it.low in AREA for it in items[max(0, k - 3) : k]):
            code, against = ("refused", items[refused]) if refused is not None else ("not_awarded", None)
            yield s.passed(items[k].a, items[tags["penalty"] - 1].b, EventType.PENALTY_AWARDED, code, against)


def _injuries(s: _Seen, sent: int, items: list[Item]) -> Iterator[Passed]:
    """Sure words for an injury of nobody, or of one who was not on the pitch."""
    v = words("injuries")
    for item in items:
        if item.low in v.sure or item.lemmas & v.sure_verbs:
            absent = next((it for it in items if it.low in v.pregame), None)
            yield s.passed(item.a, item.b, EventType.INJURY, "absent" if absent else "nobody", absent)


LOOKS: tuple[Callable[[_Seen, int, list[Item]], Iterator[Passed]], ...] = (
    _acts,
    _denied,
    _cards,
    _changes,
    _penalties,
    _injuries,
)
