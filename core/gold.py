"""Hand-annotated reports: gold file -> MatchReport and back (format: README, "Gold files")."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable
from hashlib import sha256
from typing import Any, NamedTuple

from core.schema import Event, EventType, Label, Match, MatchReport, Mention, SectionKind, Source, Span

EVIDENCE_WORDS = 12
HEADER = ("home", "away", "score", "half_time", "shootout", "competition", "date", "stadium", "referee")
COACHES = ("home_coach", "away_coach")
COMMON = ("type", "team", "minute", "added", "approx", "period")
FIELDS: dict[str, tuple[str, ...]] = {
    "goal": ("player", "penalty", "own_goal", "assist"),
    "disallowed_goal": ("player",),
    "penalty_awarded": ("fouled", "fouler"),
    "penalty_missed": ("player", "goalkeeper"),
    "card": ("player", "card"),
    "substitution": ("player_in", "player_out"),
    "shot": ("player", "result", "goalkeeper"),
    "injury": ("player",),
}
"""The fields of each kind of event beside the common ones."""


class GoldMention(NamedTuple):
    """One annotated occurrence of a name."""

    start: int
    end: int
    label: str
    name: str
    team: str | None


def slug(name: str) -> str:
    """Turn a name into a key: lower-case, no accents, hyphens for the rest."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))
    return re.sub(r"[^a-z0-9]+", "-", plain.casefold()).strip("-")


def occurrences(text: str, surface: str) -> list[Span]:
    """Every place where ``surface`` stands as whole words."""
    return [m.span() for m in re.finditer(r"(?<!\w)" + re.escape(surface) + r"(?!\w)", text)]


def _overlaps(span: Span, taken: Iterable[Span]) -> bool:
    return any(span[0] < end and start < span[1] for start, end in taken)


def gold_mentions(gold: dict[str, Any], text: str) -> list[GoldMention]:
    """Every annotated occurrence in text order; where forms overlap the longest wins."""
    by_form: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for entry in gold["names"]:
        by_form[entry["text"]].append(entry)
    taken: list[Span] = []
    found: list[GoldMention] = []
    for form in sorted(by_form, key=lambda f: len(f), reverse=True):
        places = occurrences(text, form)
        here = [
            GoldMention(*span, entry["label"], entry["name"], entry.get("team"))
            for entry in by_form[form]
            for i, span in enumerate(places)
            if i in entry.get("at", range(len(places))) and not _overlaps(span, taken)
        ]
        taken += [(m.start, m.end) for m in here]
        found += here
    return sorted(found, key=lambda m: (m.start, m.end))


def _event(given: dict[str, Any], text: str) -> Event:
    quote = given.get("evidence") or ""
    start = text.find(quote) if quote else -1
    span = (start, start + len(quote)) if start >= 0 else (0, 0)
    fields = {k: v for k, v in given.items() if k in Event.model_fields and k != "evidence" and v is not None}
    evidence = [span] if start >= 0 else []
    return Event(**{**fields, "start": span[0], "end": span[1], "evidence": evidence, "rule": "gold"})


def clock_key(event: Event) -> tuple[int, int, int]:
    """Sorts events by the match clock; those without a time come last of their period."""
    period = event.period or (1 if event.minute is not None and event.minute <= 45 else 2)
    return period, event.minute if event.minute is not None else 999, event.added or 0


def _number(events: list[Event], match: Match) -> list[Event]:
    """Ids, order and running score; the score only where the goals add up to the final one."""
    ordered = sorted(events, key=clock_key)
    goals = [e for e in ordered if e.type == EventType.GOAL]
    sides = (match.home, match.away)
    total = tuple(sum(e.team == side for e in goals) for side in sides)
    adds_up = match.score is not None and total == tuple(match.score)
    running = [0, 0]
    for order, event in enumerate(ordered, start=1):
        event.id, event.order = f"e{order}", order
        if adds_up and event.type == EventType.GOAL:
            running[sides.index(event.team)] += 1
            event.score_after = (running[0], running[1])
    return ordered


def report_from_gold(gold: dict[str, Any], text: str) -> MatchReport:
    """Return the reading that an annotator would give of ``text``."""
    header = {k: v for k, v in gold["match"].items() if k in Match.model_fields}
    match = Match(**header)
    mentions = [
        Mention(
            start=m.start,
            end=m.end,
            text=text[m.start : m.end],
            label=Label(m.label),
            name=m.name,
            team=m.team or (m.name if m.label == Label.TEAM else None),
            entity=slug(m.name),
            rule="gold",
        )
        for m in gold_mentions(gold, text)
    ]
    events = _number([_event(e, text) for e in gold["events"]], match)
    source = Source(name=gold.get("id"), sha256=sha256(text.encode("utf-8", "surrogatepass")).hexdigest())
    return MatchReport(source=source, text=text, match=match, mentions=mentions, events=events)


def _kind(report: MatchReport) -> str:
    kinds = {s.kind for s in report.sections}
    if SectionKind.LIVE in kinds:
        return "live"
    if SectionKind.SHEET in kinds:
        return "prose+tabellino" if SectionKind.PROSE in kinds else "tabellino"
    return "prose"


def _names(report: MatchReport) -> list[dict[str, Any]]:
    """One entry per surface and meaning; ``at`` only where the surface alone would not tell."""
    by_form: dict[str, list[Mention]] = defaultdict(list)
    for mention in report.mentions:
        by_form[mention.text].append(mention)
    entries = []
    for form in sorted(by_form, key=lambda f: min(m.start for m in by_form[f])):
        places = occurrences(report.text, form)
        index = {span: i for i, span in enumerate(places)}
        longer = [(m.start, m.end) for m in report.mentions if len(m.text) > len(form)]
        free = {i for span, i in index.items() if not _overlaps(span, longer)}
        meanings: dict[tuple[str, str, str | None], list[int]] = defaultdict(list)
        for m in by_form[form]:
            if (m.start, m.end) in index:
                meanings[m.label, m.name, m.team].append(index[m.start, m.end])
        for (label, name, team), at in meanings.items():
            entry: dict[str, Any] = {"text": form, "label": str(label), "name": name}
            if label in (Label.PLAYER, Label.COACH, Label.PERSON) and team:
                entry["team"] = team
            if len(meanings) > 1 or set(at) != free:
                entry["at"] = sorted(at)
            entries.append(entry)
    return entries


def _quote(event: Event, text: str) -> str:
    start, end = next(iter(event.evidence), (event.start, event.end))
    words = list(re.finditer(r"\S+", text[start:end]))[:EVIDENCE_WORDS]
    return text[start + words[0].start() : start + words[-1].end()] if words else ""


def gold_from_report(report: MatchReport, kind: str | None = None) -> dict[str, Any]:
    """Write a reading (a corrected one, say) as a gold file; ``kind`` is told from the sections if not given."""
    match = report.match.model_dump(mode="json")
    events = []
    for event in report.events:
        told = event.model_dump(mode="json")
        events.append({k: told[k] for k in (*COMMON, *FIELDS[event.type])} | {"evidence": _quote(event, report.text)})
    return {
        "id": report.source.name or report.source.sha256[:12],
        "kind": kind or _kind(report),
        "match": {k: match[k] for k in (*HEADER, *COACHES)},
        "names": _names(report),
        "events": events,
    }
