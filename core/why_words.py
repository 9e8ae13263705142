"""Why nothing, in words: what a passed-over sentence holds, as the page says it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from core.highlight import paragraphs
from core.i18n import mark, tr
from core.schema import MatchReport, SectionKind, Span
from core.wording import MARKS, describe

if TYPE_CHECKING:
    from core.why import Passed  # which loads the reader

REASONS = {
    "unreal": mark("told as something that did not happen"),
    "denied": mark("near, wanted or denied, but not made"),
    "meant": mark("only meant, not done"),
    "nobody": mark("the text does not say by whom, or not in words that I know"),
    "no_player": mark("{who} does not play for either side"),
    "no_keeper": mark("{who} is beaten, but keeps no goal"),
    "again": mark("told already: {event}"),
    "score": mark("the final score leaves no room for one more"),
    "weak": mark("these words alone are too little to count on"),
    "alone": mark("I cannot tell who tried and how it ended"),
    "spoken_of": mark("an attempt is spoken of, but not how it ended"),
    "scored": mark("it speaks of the goal told beside it"),
    "kick": mark("it is the penalty kick"),
    "nothing_before": mark("no goal or attempt stands before it"),
    "not_given": mark("risked, asked for or avoided, or no card at all"),
    "refused": mark("asked for, missed or refused, but not given here"),
    "not_awarded": mark("nothing here says that it was given"),
    "two_sides": mark("the two men play for different sides"),
    "absent": mark("of a man who was not on the pitch"),
}
"""Code -> why nothing was taken."""
UNREAD = {
    SectionKind.FURNITURE.value: mark("This passage is no part of the report: it is not read."),
    SectionKind.OTHER_MATCH.value: mark("This passage tells another match: it is not read."),
}
"""Section that is not read for events -> how that is said."""
NOTHING = mark("I know no words here that tell an event.")
QUOTED = 48
"""Characters of the words that are quoted."""


@dataclass(frozen=True, slots=True)
class Silent:
    """A sentence without events and what is to be said of it, one line a thing."""

    start: int
    end: int
    lines: tuple[str, ...]
    seen: bool
    """Whether words for an event were seen in it."""


def why_text(passed: Passed, report: MatchReport) -> str:
    """Say what was seen and why it was not taken: ``«tiro» (shot): only meant, not done``."""
    event = next((describe(e) for e in report.events if e.id == passed.event), tr("elsewhere in the text"))
    kind = tr("card") if passed.kind == "card" else tr(MARKS[passed.kind])
    reason = tr(REASONS[passed.code], who=passed.who or tr("a person without a name"), event=event)
    because = f" («{_quoted(report.text, passed.because)}»)" if passed.because else ""
    return f"«{_quoted(report.text, (passed.start, passed.end))}» ({kind}): {reason}{because}"


def _quoted(text: str, span: Span) -> str:
    """The words of a span in one line, cut at a blank where they are many."""
    words = " ".join(text[slice(*span)].split())
    return words if len(words) <= QUOTED else words[:QUOTED].rsplit(" ", 1)[0] + " …"


def silent_sentences(report: MatchReport, passed: list[Passed]) -> list[Silent]:
    """Return every sentence that has no part in an event, with what is to be said of it."""
    found = []
    for part in paragraphs(report):
        for s in part.sentences:
            if s.events:
                continue
            here = [p for p in passed if p.start < s.end and s.start < p.end]
            lines = [why_text(p, report) for p in here]
            if not here:
                lines = [
                    tr(UNREAD[part.kind]) if part.kind in UNREAD else tr("I know no words here that tell an event.")
                ]
            found.append(Silent(s.start, s.end, tuple(dict.fromkeys(lines)), bool(here)))
    return found
