"""A reading as paragraphs, sentences and segments: the pasted text cut where names and reasons begin and end."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from core.reasons import because
from core.schema import Event, MatchReport, Mention, SectionKind, Span

LINE = re.compile(r"[^\n]+")
SENTENCE_END = re.compile(r"[.!?…]+[\"'»”’)\]]*\s+(?=[\"'«“‘(\[]*[^\W_a-z])")
INITIAL = re.compile(r"(?:^|[\s(])\w\.$")


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of text that belongs to at most one name and to the same reasons throughout."""

    start: int
    end: int
    mention: int | None
    """Index into ``MatchReport.mentions``."""
    reasons: tuple[tuple[str, str], ...] = ()
    """(event id, field) pairs that were read from these words."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence with the events it tells; ``first`` are those whose main words stand here."""

    start: int
    end: int
    segments: tuple[Segment, ...]
    events: tuple[str, ...]
    first: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One line of the pasted text; ``gap`` when blank lines stand before it."""

    kind: str
    start: int
    end: int
    gap: bool
    sentences: tuple[Sentence, ...]


def side_of(report: MatchReport, team: str | None) -> str:
    """Return ``home``, ``away`` or ``none`` for a team's name."""
    if team and team == report.match.home:
        return "home"
    return "away" if team and team == report.match.away else "none"


def mention_side(report: MatchReport, mention: Mention) -> str:
    """Return the side a name belongs to: a team's own, a person's team's."""
    return side_of(report, mention.name if mention.label == "TEAM" else mention.team)


def sentence_spans(text: str, start: int, end: int, whole: bool = False) -> list[Span]:
    """Cut ``text[start:end]`` into sentences; initials such as "F. Rossi" do not end one."""
    spans: list[Span] = []
    begin = start
    for found in () if whole else SENTENCE_END.finditer(text, start, end):
        upto = text[begin : found.start() + 1]
        if INITIAL.search(upto):
            continue
        spans.append((begin, found.end()))
        begin = found.end()
    if begin < end:
        spans.append((begin, end))
    return spans


def visible(mentions: list[Mention]) -> list[tuple[int, Mention]]:
    """Return the mentions to mark, without overlaps: the longest wins, then the first."""
    taken: list[Span] = []
    chosen: list[tuple[int, Mention]] = []
    for index, mention in sorted(enumerate(mentions), key=lambda pair: (pair[1].start - pair[1].end, pair[1].start)):
        if mention.end > mention.start and not any(mention.start < e and s < mention.end for s, e in taken):
            taken.append((mention.start, mention.end))
            chosen.append((index, mention))
    return sorted(chosen, key=lambda pair: pair[1].start)


def event_spans(event: Event) -> list[Span]:
    """Return the words of an event, its main words first, without repeats."""
    spans = [(event.start, event.end), *event.evidence]
    return [span for i, span in enumerate(spans) if span[1] > span[0] and span not in spans[:i]]


def _overlapping(spans: Iterable[Span], start: int, end: int) -> bool:
    return any(s < end and start < e for s, e in spans)


def _segments(
    start: int, end: int, marks: list[tuple[int, Mention]], reasons: list[tuple[Span, str, str]]
) -> Iterator[Segment]:
    near = [(i, m) for i, m in marks if m.start < end and start < m.end]
    why = [r for r in reasons if r[0][0] < end and start < r[0][1]]
    edges = {start, end}
    for s, e in [(m.start, m.end) for _, m in near] + [span for span, _, _ in why]:
        edges |= {max(start, min(end, s)), max(start, min(end, e))}
    cuts = sorted(edges)
    for a, b in zip(cuts, cuts[1:], strict=False):
        inside = next((i for i, m in near if m.start <= a and b <= m.end), None)
        told = tuple((event, field) for span, event, field in why if span[0] <= a and b <= span[1])
        yield Segment(a, b, inside, told)


def paragraphs(report: MatchReport) -> list[Paragraph]:
    """Cut the whole text of a reading for display. Joined, the segments of a line are that line."""
    marks = visible(report.mentions)
    reasons = [(span, e.id, field) for e in report.events for field, span in because(report, e).items()]
    reasons = [reason for reason in reasons if reason[0][0] < reason[0][1]]
    told = {e.id: event_spans(e) for e in report.events}
    result: list[Paragraph] = []
    last_end = 0
    for line in LINE.finditer(report.text):
        if not line.group().strip():
            continue
        start, end = line.span()
        kind = _section(report, (start + end) // 2)
        sentences = []
        for s, e in sentence_spans(report.text, start, end, whole=kind == SectionKind.SHEET):
            events = tuple(i for i, spans in told.items() if _overlapping(spans, s, e))
            first = tuple(i for i in events if told[i][0][0] < e and s < told[i][0][1] and s <= told[i][0][0])
            sentences.append(Sentence(s, e, tuple(_segments(s, e, marks, reasons)), events, first))
        gap = report.text.count("\n", last_end, start) > 1
        result.append(Paragraph(kind, start, end, gap, tuple(sentences)))
        last_end = end
    return result


def _section(report: MatchReport, position: int) -> str:
    return next((str(s.kind) for s in report.sections if s.start <= position < s.end), str(SectionKind.PROSE.value))


def event_sentence(report: MatchReport, event: Event, around: int = 0) -> Span:
    """Return the sentences that hold an event's main words, and those beside them that tell it too.

    They are whole sentences of one line.
    """
    spans = event_spans(event) or [(event.start, event.start + 1)]
    for part in paragraphs(report):
        if not part.start <= event.start < part.end:
            continue
        hit = [
            i for i, s in enumerate(part.sentences) if s.start < max(event.end, event.start + 1) and event.start < s.end
        ]
        told = [_overlapping(spans, s.start, s.end) for s in part.sentences]
        first, last = hit[0], hit[-1]
        while first > 0 and told[first - 1]:
            first -= 1
        while last < len(told) - 1 and told[last + 1]:
            last += 1
        first, last = max(0, first - around), min(len(part.sentences) - 1, last + around)
        return part.sentences[first].start, part.sentences[last].end
    return event.start, event.end
