"""Several reports of one match as one account: the sources of each fact, contradictions, what only one tells."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from core.fusion_align import pairs, remaining_goals
from core.fusion_versions import FIELDS, HEADER, Version, minutes, told_in, versions
from core.schema import Clock, Event, EventType, Lineup, Match, MatchReport


@dataclass(frozen=True, slots=True)
class Fact:
    """Something that happened, as one event, with all that tell it: report number -> its event."""

    event: Event
    tellings: dict[int, Event]
    versions: dict[str, list[Version]]
    """For each field told at all, its versions; the one that was taken stands first."""

    @property
    def contradictions(self) -> dict[str, list[Version]]:
        """The fields on which reports differ."""
        return {name: told for name, told in self.versions.items() if len(told) > 1}


@dataclass(frozen=True, slots=True)
class Account:
    """One match as all its reports tell it. ``reports`` stand in the order of how well they tell the goals."""

    match: Match
    header: dict[str, list[Version]]
    facts: list[Fact]
    reports: tuple[int, ...]
    surplus: list[Fact] = field(default_factory=list)
    """Goals for which the score has no room: told by the fewest, counted nowhere."""

    @property
    def contradictions(self) -> list[Fact]:
        """The facts on which reports differ."""
        return [f for f in self.facts if f.contradictions]

    def alone(self, report: int) -> list[Fact]:
        """Return what only one report tells."""
        told = [f for f in [*self.facts, *self.surplus] if tuple(f.tellings) == (report,)]
        return told if len(self.reports) > 1 else []

    @property
    def events(self) -> list[Event]:
        """The events of the match, in order."""
        return [f.event for f in self.facts]


def fuse(reports: Mapping[int, MatchReport]) -> Account:
    """Bring several readings of one match, by number, into one account."""
    if not reports:
        raise ValueError("nothing to fuse: give at least one report")
    return fuse_parts({n: (r.match, r.events) for n, r in reports.items()})


def fuse_parts(parts: Mapping[int, tuple[Match, Sequence[Event]]]) -> Account:
    """Do as :func:`fuse` from headers and events alone."""
    order = sorted(parts, key=lambda n: _merit(n, *parts[n]))
    header = {name: versions({n: getattr(parts[n][0], name) for n in order}, name) for name in HEADER}
    values = {name: told[0].value for name, told in header.items() if told}
    match = Match(**values, lineups=_lineups([parts[n][0] for n in order]))
    gathered: list[dict[int, Event]] = []
    for number in order:
        _gather(gathered, number, sorted(parts[number][1], key=lambda e: e.order), match)
    facts = _in_order([_fact(told) for told in gathered], order)
    facts, surplus = _within_score(facts, match)
    facts = [_numbered(f, i, s) for i, (f, s) in enumerate(zip(facts, _scores(facts, match), strict=True), start=1)]
    return Account(match, {k: v for k, v in header.items() if v}, facts, tuple(order), surplus)


def _merit(number: int, match: Match, events: Sequence[Event]) -> tuple[int, int, int, int]:
    """Return a key that puts first the report whose goals make up the score, then by minutes and by fullness."""
    goals = [e for e in events if e.type == EventType.GOAL]
    off = abs(sum(match.score) - len(goals)) if match.score else 99
    return off, -sum(e.minute is not None for e in goals), -len(events), number


def _gather(gathered: list[dict[int, Event]], number: int, events: list[Event], match: Match) -> None:
    facts = [list(told.values()) for told in gathered]
    chosen = pairs(facts, events)
    if match.home and match.away and match.score:
        chosen |= remaining_goals(facts, events, chosen, (match.home, match.away), match.score)
    for i, event in enumerate(events):
        if i in chosen:
            gathered[chosen[i]][number] = event
        else:
            gathered.append({number: event})


def _lineups(matches: Sequence[Match]) -> list[Lineup]:
    best: dict[str, Lineup] = {}
    for lineup in (x for m in matches for x in m.lineups):
        kept = best.get(lineup.team)
        if kept is None or len(lineup.starters) > len(kept.starters):
            best[lineup.team] = lineup
    return list(best.values())


# -- facts, their order and the score ------------------------------------------------------------


def _fact(told: dict[int, Event]) -> Fact:
    first = next(iter(told.values()))
    found: dict[str, list[Version]] = {}
    for name in FIELDS[str(first.type)]:
        given = minutes(told) if name == "minute" else versions({n: told_in(e, name) for n, e in told.items()}, name)
        if given:
            found[name] = given
    taken = {name: given[0].value for name, given in found.items() if name != "minute"}
    if "minute" in found:
        clock: Clock = found["minute"][0].value
        source = next(e for e in told.values() if told_in(e, "minute") == clock)
        taken |= {k: getattr(source, k) for k in ("minute", "added", "approx", "period", "earliest", "latest")}
    event = first.model_copy(update=taken | {"confidence": max(e.confidence for e in told.values())})
    return Fact(event, told, found)


def _in_order(facts: list[Fact], reports: Sequence[int]) -> list[Fact]:
    """Order facts by the clock; one without a minute follows what its own report tells before it."""
    places: dict[int, tuple[int, int, int]] = {}
    for number in reports:
        last = (0, 0, 0)
        told = [(f.tellings[number].order, i, f) for i, f in enumerate(facts) if number in f.tellings]
        for _, i, fact in sorted(told, key=lambda t: t[:2]):
            event = fact.event
            if event.minute is not None:
                # 45'+2 comes before 46', whatever the period is called
                last = (event.period or (1 if event.minute <= 45 else 2), event.minute, event.added or 0)
            places.setdefault(i, max(last, (event.period or 0, 0, 0)))
    return [facts[i] for i in sorted(range(len(facts)), key=lambda i: (places[i], i))]


def _within_score(facts: list[Fact], match: Match) -> tuple[list[Fact], list[Fact]]:
    """Set apart the goals for which the score has no room; those that most reports tell, and the best one, stay."""
    surplus: list[Fact] = []
    for side, n in zip((match.home, match.away), match.score or (99, 99), strict=True):
        goals = [f for f in facts if f.event.type == EventType.GOAL and f.event.team == side]
        ranked = sorted(goals, key=lambda f: -len(f.tellings))
        # a single report that tells too many is its own doubt, already said
        if len({number for f in goals for number in f.tellings}) > 1:
            surplus += ranked[n:]
    return [f for f in facts if not any(f is s for s in surplus)], surplus


def _scores(facts: list[Fact], match: Match) -> list[tuple[int, int] | None]:
    """Return the score after each fact, folded from the goals where they make up the result."""
    goals = [f.event.team for f in facts if f.event.type == EventType.GOAL]
    whole = match.score is not None and (goals.count(match.home), goals.count(match.away)) == match.score
    if not whole or len(goals) != sum(match.score or ()):
        return [f.event.score_after for f in facts]
    home = away = 0
    out: list[tuple[int, int] | None] = []
    for fact in facts:
        if fact.event.type != EventType.GOAL:
            out.append(fact.event.score_after)
            continue
        home, away = home + (fact.event.team == match.home), away + (fact.event.team == match.away)
        out.append((home, away))
    return out


def _numbered(fact: Fact, order: int, score: tuple[int, int] | None) -> Fact:
    update = {"id": f"f{order}", "order": order, "score_after": score}
    return Fact(fact.event.model_copy(update=update), fact.tellings, fact.versions)
