"""Corrections of names: this is someone else, this is nobody, he plays for the others; a name or event missed.

Every function returns corrections to lay on a reading (see :mod:`core.store_corrections`) and changes nothing itself.
"""

from __future__ import annotations

from collections.abc import Iterator

from core.consequences import CORRECTED
from core.errors import CronacaError
from core.gold import occurrences, slug
from core.schema import Event, Label, MatchReport, Mention, Span
from core.store_corrections import DELETED, Correction, add, correct_event, correct_match, correct_mention

PERSON_FIELDS = ("player", "assist", "player_in", "player_out", "goalkeeper", "fouled", "fouler")
HEADER_PERSONS = ("referee", "home_coach", "away_coach")
OPPOSITE_FIELDS = ("goalkeeper", "fouler")
"""Persons of an event who belong to the side against which it counts."""
MOST_WORDS = 80
"""Characters of a name."""


class CorrectionError(CronacaError):
    """A correction that cannot be made as it was told."""

    code = "correction"


def name_text(name: str) -> str:
    """Return a name as it is kept: single spaces, neither empty nor a paragraph."""
    plain = " ".join(name.split())
    if not plain:
        raise CorrectionError("the name is empty; write who or what it is", code="correction-empty")
    if len(plain) > MOST_WORDS:
        raise CorrectionError(
            f"a name has at most {MOST_WORDS} characters, not {len(plain)}", code="correction-long", limit=MOST_WORDS
        )
    return plain


def other_side(report: MatchReport, team: str | None) -> str | None:
    """Return the opponent of a side, None for anybody else."""
    sides = (report.match.home, report.match.away)
    return sides[1 - sides.index(team)] if team in sides and None not in sides else None


def same_person(report: MatchReport, mention: Mention) -> list[Mention]:
    """Return all mentions of the person, club or thing that a mention names."""
    return [m for m in report.mentions if (m.label, m.name, m.team) == (mention.label, mention.name, mention.team)]


def _side_in(report: MatchReport, event: Event, field: str) -> str | None:
    """Return the side of the person in ``field`` as the event tells it."""
    opposite = field in OPPOSITE_FIELDS or (event.own_goal and field == "player")
    return other_side(report, event.team) if opposite else event.team


def roles(report: MatchReport, mention: Mention, everywhere: bool = True) -> Iterator[tuple[Event, str]]:
    """Yield (event, field) wherever the person of a mention takes part.

    A namesake on the other side is told apart by the side of the event; with ``everywhere=False`` only what was read
    from the words of this very mention counts.
    """
    twins = {m.team for m in report.mentions if m.name == mention.name and m.label == mention.label}
    for event in report.events:
        for field in PERSON_FIELDS:
            if getattr(event, field) != mention.name:
                continue
            told = event.because.get(field)
            here = told is not None and told[0] < mention.end and mention.start < told[1]
            side = _side_in(report, event, field)
            his = len(twins) < 2 or side is None or side == mention.team
            if here or (everywhere and his):
                yield event, field


def _targets(report: MatchReport, mention: Mention, everywhere: bool) -> list[Mention]:
    return same_person(report, mention) if everywhere else [mention]


def _header(report: MatchReport, mention: Mention, name: str | None, reason: str) -> Iterator[Correction]:
    """Correct the referee, the coaches and the line-ups, where they name the person."""
    if mention.label in (Label.COACH, Label.REFEREE):
        for field in HEADER_PERSONS:
            if getattr(report.match, field) == mention.name:
                yield correct_match(report, field, name, reason)
    lineups = [x.model_dump(mode="json") for x in report.match.lineups]
    fresh = [
        {
            **x,
            **{
                part: [name if p == mention.name else p for p in x[part] if name or p != mention.name]
                for part in ("starters", "bench")
            },
        }
        if x["team"] == mention.team
        else x
        for x in lineups
    ]
    if fresh != lineups:
        yield Correction("match", "lineups", fresh, lineups, reason=reason)


def rename(
    report: MatchReport, mention: Mention, name: str, everywhere: bool = True, reason: str = ""
) -> list[Correction]:
    """Say who a mention is: here only, or wherever the text names the same person, events included."""
    name = name_text(name)
    if name == mention.name:
        return []
    found = [correct_mention(m, "name", name, reason) for m in _targets(report, mention, everywhere)]
    found += [correct_event(e, field, name, reason) for e, field in roles(report, mention, everywhere)]
    return found + (list(_header(report, mention, name, reason)) if everywhere else [])


def not_a_name(report: MatchReport, mention: Mention, everywhere: bool = True, reason: str = "") -> list[Correction]:
    """Say that a mention names nobody: it goes, and events lose the person, but no event goes unasked."""
    found = [correct_event(e, field, None, reason) for e, field in roles(report, mention, everywhere)]
    found += [correct_mention(m, DELETED, True, reason) for m in _targets(report, mention, everywhere)]
    return found + (list(_header(report, mention, None, reason)) if everywhere else [])


def plays_for(
    report: MatchReport, mention: Mention, team: str | None, everywhere: bool = True, reason: str = ""
) -> list[Correction]:
    """Say for whom a person plays: his mentions change sides, and so do the events that are his."""
    if team == mention.team:
        return []
    found = [correct_mention(m, "team", team, reason) for m in _targets(report, mention, everywhere)]
    for event, field in roles(report, mention, everywhere):
        if field in ("player", "player_in", "player_out", "fouled"):
            own_goal = event.own_goal and field == "player"
            side = other_side(report, team) if own_goal else team
            if side != event.team:
                found.append(correct_event(event, "team", side, reason))
    return found


def relabel(
    report: MatchReport, mention: Mention, label: Label, everywhere: bool = True, reason: str = ""
) -> list[Correction]:
    """Say what a mention names: a coach, not a player."""
    if label == mention.label:
        return []
    return [correct_mention(m, "label", str(label), reason) for m in _targets(report, mention, everywhere)]


def missed_name(
    report: MatchReport, span: Span, label: Label, name: str, team: str | None, everywhere: bool, reason: str = ""
) -> list[Correction]:
    """Add a name that the reader passed over: at ``span``, or wherever these words stand free."""
    surface = report.text[slice(*span)]
    if not surface.strip():
        raise CorrectionError("no words are chosen; choose the words of the name", code="correction-words")
    name = name_text(name or surface)
    places = occurrences(report.text, surface) if everywhere else [span]
    taken = [(m.start, m.end) for m in report.mentions]
    free = [p for p in places if not any(a < p[1] and p[0] < b for a, b in taken)]
    if not free:
        raise CorrectionError(f"{surface!r} is marked already; choose it in the text", code="correction-marked")
    side = team if label in (Label.PLAYER, Label.COACH) else name if label == Label.TEAM else None
    return [
        add(
            Mention(
                start=a,
                end=b,
                text=report.text[a:b],
                label=label,
                name=name,
                team=side,
                entity=slug(name),
                rule=CORRECTED,
            ),
            reason,
        )
        for a, b in free
    ]


def trimmed(text: str, start: int, end: int) -> Span:
    """Return a selection without the spaces and marks at its edges, grown to whole words."""
    start, end = max(0, min(start, len(text))), max(0, min(end, len(text)))
    while start < end and not text[start].isalnum():
        start += 1
    while end > start and not text[end - 1].isalnum():
        end -= 1
    while start < end and start > 0 and text[start - 1].isalnum():
        start -= 1
    while start < end < len(text) and text[end].isalnum():
        end += 1
    return start, end
