"""A reading as plain data for the clickable text: what the browser needs and nothing more."""

from __future__ import annotations

from hashlib import sha256
from typing import Any

from core.consequences import CORRECTED
from core.highlight import mention_side, paragraphs, side_of
from core.i18n import language, tr
from core.people import events_of
from core.schema import Event, MatchReport, Mention
from core.shapes import SHAPES
from core.timeline import mark_kind
from core.why_words import Silent
from core.wording import FIELDS, LABEL, LABELS, describe, rule_text

DOUBTFUL = 0.6
"""Below this confidence a name is marked as not sure."""
PEOPLE = ("PLAYER", "COACH", "REFEREE", "PERSON")


def tip(mention: Mention) -> str:
    """Say who a mention is in one line: ``Teun Koopmeiners · player · Atalanta``."""
    return f"{mention.name} · {role(mention)}"


def role(mention: Mention) -> str:
    """Say what a mention is and for whom: ``player · Atalanta``."""
    parts = [tr(LABEL[str(mention.label)])]
    if mention.team and mention.label != "TEAM":
        parts.append(mention.team)
    return " · ".join(parts)


def why(mention: Mention) -> str:
    """Say how sure a name is and which rule gave it."""
    sure = tr("{percent} % sure", percent=round(100 * mention.confidence))
    return tr("Why: {rule} ({sure})", rule=rule_text(mention.rule) or tr("as written"), sure=sure)


def _mention(report: MatchReport, mention: Mention) -> dict[str, Any]:
    events = events_of(report, mention.name) if mention.label in PEOPLE else []
    return {
        "start": mention.start,
        "end": mention.end,
        "label": str(mention.label),
        "side": mention_side(report, mention),
        "name": mention.name,
        "tip": tip(mention),
        "role": role(mention),
        "why": why(mention),
        "doubt": mention.confidence < DOUBTFUL,
        "mended": mention.rule == CORRECTED,
        "entity": f"{mention.label}|{mention.name}|{mention.team or ''}",
        "events": [e.id for e in events],
    }


def _event(report: MatchReport, event: Event) -> dict[str, str]:
    return {"title": describe(event), "kind": mark_kind(event), "side": side_of(report, event.team)}


def _legend(report: MatchReport) -> list[dict[str, Any]]:
    items: list[dict[str, Any]] = []
    sides = [mention_side(report, m) for m in report.mentions]
    for side, team in (("home", report.match.home), ("away", report.match.away)):
        if team and sides.count(side):
            items.append(
                {"key": f"side-{side}", "cls": f"side-{side}", "sample": "■", "text": team, "n": sides.count(side)}
            )
    for label, words in LABELS.items():
        n = sum(m.label == label for m in report.mentions)
        if n:
            items.append({"key": label, "cls": f"l-{label}", "sample": "Abc", "text": tr(words), "n": n})
    return items


def text_view(report: MatchReport, legend: bool = True, silent: list[Silent] | None = None) -> dict[str, Any]:
    """Return the data of the clickable text; sentences of ``silent`` say when clicked why they tell no event.

    Segments carry their words (``t``) and where in the text they begin (``a``); the browser counts characters only
    inside a segment, when words are selected.
    """
    events = {e.id: _event(report, e) for e in report.events}
    asked = {s.start: s for s in silent or ()}
    told = []
    for part in paragraphs(report):
        sentences = []
        for sentence in part.sentences:
            segments = []
            for piece in sentence.segments:
                piece_row: dict[str, Any] = {"t": report.text[piece.start : piece.end], "a": piece.start}
                if piece.mention is not None:
                    piece_row["m"] = piece.mention
                if piece.reasons:
                    piece_row["r"] = [list(reason) for reason in piece.reasons]
                segments.append(piece_row)
            marks = [{"event": e, **events[e]} for e in sentence.first]
            row: dict[str, Any] = {"events": list(sentence.events), "marks": marks, "segments": segments}
            if quiet := asked.get(sentence.start):
                row |= {"silent": list(quiet.lines), "span": [quiet.start, quiet.end]}
            sentences.append(row)
        told.append({"kind": part.kind, "gap": part.gap, "sentences": sentences})
    key = f"{language()}{legend}{[s.lines for s in silent or ()]}{report.model_dump_json()}"
    return {
        "id": sha256(key.encode("utf-8", "surrogatepass")).hexdigest(),
        "paragraphs": told,
        "mentions": [_mention(report, m) for m in report.mentions],
        "events": events,
        "legend": _legend(report) if legend else [],
        "shapes": SHAPES,
        "fields": {field: tr(words) for field, words in FIELDS.items()},
        "words": {
            "legend": tr("What is marked"),
            "close": tr("Close"),
            "previous": tr("Previous mention"),
            "next": tr("Next mention"),
            "mentions": tr("mentions"),
            "told_here": tr("Told here"),
            "silent": tr("No event was taken from this sentence"),
            "mend": tr("Why? Put it right"),
            "pick": tr("Something is missing here"),
        },
    }
