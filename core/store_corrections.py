"""Corrections: how one is anchored on the words of a text, and how it is laid over a reading."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

from core.consequences import CORRECTED, in_order, renamed_sides, running_score, settled_event, settled_mention
from core.schema import Doubt, Event, Match, MatchReport, Mention

Target = Literal["match", "event", "mention"]
DELETED = "deleted"
ADDED = "missed"
CLOCK = ("minute", "added", "period")
"""Fields that may give an event another place among the others."""


@dataclass(frozen=True, slots=True)
class Correction:
    """One thing put right by a person.

    ``target`` says what: the header, an event or a mention. ``start``/``end`` are its words, ``kind`` the event
    type or label and ``who`` its person: together they find it again in another reading of the same text.
    ``field`` is a field of the model, or ``deleted`` (value True), or ``missed`` (value: the whole object that the
    reader missed).
    """

    target: Target
    field: str
    value: Any
    old: Any = None
    start: int = 0
    end: int = 0
    kind: str = ""
    who: str = ""
    reason: str = ""
    id: int | None = None
    made_at: str = ""
    undone_at: str | None = None


def person_of(event: Event) -> str:
    """Return the person by whom an event is told from its twins in the same words."""
    return event.player or event.player_in or event.player_out or event.fouled or ""


def correct_match(report: MatchReport, field: str, value: Any, reason: str = "") -> Correction:  # noqa: ANN401
    """Describe a correction of a field of the header."""
    return Correction("match", _known(Match, field), value, getattr(report.match, field), reason=reason)


def correct_event(event: Event, field: str, value: Any, reason: str = "") -> Correction:  # noqa: ANN401
    """Describe a correction of an event; ``field`` may be ``deleted``."""
    old = False if field == DELETED else getattr(event, _known(Event, field))
    return Correction("event", field, value, old, event.start, event.end, str(event.type), person_of(event), reason)


def correct_mention(mention: Mention, field: str, value: Any, reason: str = "") -> Correction:  # noqa: ANN401
    """Describe a correction of a mention; ``field`` may be ``deleted``."""
    old = False if field == DELETED else getattr(mention, _known(Mention, field))
    return Correction(
        "mention", field, value, old, mention.start, mention.end, str(mention.label), mention.name, reason
    )


def add(thing: Event | Mention, reason: str = "") -> Correction:
    """Describe something that the reader missed."""
    target: Target = "event" if isinstance(thing, Event) else "mention"
    kind = str(thing.type if isinstance(thing, Event) else thing.label)
    value = thing.model_dump(mode="json", exclude={"id", "order"})
    return Correction(target, ADDED, value, None, thing.start, thing.end, kind, reason=reason)


def _known(model: type[Match | Event | Mention], field: str) -> str:
    if field not in model.model_fields:
        raise ValueError(f"no field {field!r} to correct; known are {', '.join(model.model_fields)}")
    return field


def _shared(a_start: int, a_end: int, b_start: int, b_end: int) -> int:
    return min(a_end, b_end) - max(a_start, b_start)


@dataclass(slots=True)
class _Slot:
    """An event or mention under correction: what the reader said and what stands now."""

    said: Event | Mention
    now: Event | Mention
    alive: bool = True
    moved: bool = False

    def fit(self, c: Correction) -> tuple[int, int]:
        """Return how well ``c`` fits, (0, 0) if it was made on something else.

        What stands now counts double: a correction made after another names the corrected person, but one
        made in the same breath, or whose forerunner was taken back, names the person that the reader gave.
        """
        words = max(_shared(t.start, t.end, c.start, c.end) for t in (self.said, self.now))
        same_place = any((t.start, t.end) == (c.start, c.end) for t in (self.said, self.now))
        if c.target == "mention":
            return (1, words) if isinstance(self.now, Mention) and same_place else (0, 0)
        if not isinstance(self.now, Event) or not isinstance(self.said, Event) or not (words > 0 or same_place):
            return (0, 0)
        if c.kind not in (self.now.type, self.said.type):
            return (0, 0)
        return 1 + 2 * (person_of(self.now) == c.who) + (person_of(self.said) == c.who), words


def _lay(slots: list[_Slot], c: Correction) -> bool:
    """Lay one correction on the slot it fits best; False if there is none."""
    best = max(slots, key=lambda slot: slot.fit(c), default=None)
    if best is None or best.fit(c) == (0, 0):
        return False
    if c.field == DELETED:
        best.alive = not c.value
    elif isinstance(best.now, Event):
        best.now, best.moved = settled_event(best.now, c.field, c.value), best.moved or c.field in CLOCK
    else:
        best.now = settled_mention(best.now, c.field, c.value)
    return True


def apply(report: MatchReport, corrections: list[Correction]) -> tuple[MatchReport, list[Correction]]:
    """Return the corrected reading, and those corrections whose words the reading no longer holds.

    Corrections are laid on in the order in which they were made; undone ones are passed over.
    """
    match = report.match.model_dump()
    slots = [_Slot(e, e) for e in report.events] + [_Slot(m, m) for m in report.mentions]
    lost: list[Correction] = []
    added = 0
    for c in corrections:
        added += c.field == ADDED  # one that was taken back keeps its number, so that the others keep theirs
        if c.undone_at:
            continue
        if c.target == "match":
            match[c.field] = c.value
        elif c.field == ADDED:
            made = {**c.value, "rule": CORRECTED}
            thing: Event | Mention = Event(**made, id=f"c{added}") if c.target == "event" else Mention(**made)
            slots.append(_Slot(thing, thing, moved=True))
        elif not _lay(slots, c):
            lost.append(c)
    events = [(s.now, s.moved) for s in slots if s.alive and isinstance(s.now, Event)]
    mentions = [s.now for s in slots if s.alive and isinstance(s.now, Mention)]
    now = Match.model_validate(match)
    ordered = in_order([e for e, _ in events], {i for i, (_, moved) in enumerate(events) if moved})
    fixed = report.model_copy(
        update={
            "match": now,
            # copies: the reading itself stays as the reader left it
            "events": [e.model_copy(update={"order": n}) for n, e in enumerate(ordered, 1)],
            "mentions": sorted(mentions, key=lambda m: (m.start, m.end)),
            "warnings": _standing(report, slots),
        }
    )
    fixed = renamed_sides(fixed, report.match)
    if any(c.target == "event" or c.field in ("home", "away", "score") for c in corrections if not c.undone_at):
        fixed = fixed.model_copy(update={"events": running_score(fixed.events, fixed.match)})
    return fixed, lost


def _standing(report: MatchReport, slots: list[_Slot]) -> list[Doubt]:
    """Return the doubts that still stand: one about events that a person has all put right is answered."""
    settled = {s.said.id for s in slots if isinstance(s.said, Event) and (not s.alive or s.now is not s.said)}
    return [d for d in report.warnings if not d.events or not settled.issuperset(d.events)]
