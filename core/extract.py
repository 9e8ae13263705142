"""Text in, MatchReport out: the way into the reader."""

from __future__ import annotations

import hashlib
import re

from core import confidence
from core.clean import clean
from core.doubts import doubts
from core.gate import check_reading, check_text
from core.knowledge import Lexicon, fold
from core.knowledge import lexicon as shipped_lexicon
from core.pipeline import pipeline
from core.ratings import read_ratings
from core.reading import Name, Reading
from core.schema import Label, MatchReport, Mention, Rating, Section, SectionKind, Source
from core.unnamed import give_up


def extract(
    text: str,
    name: str | None = None,
    season: str | None = None,
    squads: bool = True,
    lexicon: Lexicon | None = None,
) -> MatchReport:
    """Read one match report.

    ``text`` is kept unchanged and every offset of the result counts its characters; ``name`` is what the text is
    called, ``season`` ("2017/18") chooses the squads where the text does not tell it, ``squads=False`` reads without
    the squads of the lexicon, ``lexicon`` takes the place of the shipped one. Raises
    :class:`core.errors.NotAReport` when the text is no Italian match report.
    """
    reading = read(text, season, squads, lexicon)
    confidence.calibrate(reading)
    check_reading(reading)
    return report_of(reading, name)


def read(text: str, season: str | None = None, squads: bool = True, lexicon: Lexicon | None = None) -> Reading:
    """Read a text and return the state of the reading, with what was seen and not taken.

    Raises :class:`core.errors.NotAReport` for a text that cannot be a report.
    """
    view = clean(text)
    check_text(view.text)
    nlp = pipeline()
    doc = nlp.make_doc(view.text)
    doc._.reading = reading = Reading(text, view, lexicon or shipped_lexicon(), squads, season)
    for _, stage in nlp.pipeline:
        doc = stage(doc)
    give_up(reading)
    return reading


def report_of(r: Reading, name: str | None = None) -> MatchReport:
    """Return what was read as the model that is given out."""
    return MatchReport(
        source=Source(name=name, sha256=hashlib.sha256(r.text.encode("utf-8", "surrogatepass")).hexdigest()),
        text=r.text,
        match=r.match,
        other_matches=r.others,
        mentions=[_mention(r, n) for n in r.names if not n.adjective and n.rule != "ref"],
        events=r.events,
        warnings=doubts(r),
        sections=[Section(kind=s.kind, start=a, end=b) for s in r.sections for a, b in [r.view.span(s.start, s.end)]],
        ratings=_ratings(r),
    )


def _ratings(r: Reading) -> list[Rating]:
    """Return the marks of the ratings sections with the person each name stands for; officials have none."""
    found: list[Rating] = []
    named = {r.toks[n.a].start: n for n in r.names if n.person >= 0}
    for section in r.sections:
        if section.kind != SectionKind.RATINGS:
            continue
        for mark in read_ratings(r.view.text, section):
            name = named.get(mark.name[0])
            person = r.people[name.person] if name is not None else None
            if person is not None and person.label not in (Label.PLAYER, Label.COACH):
                continue
            start, end = r.view.span(*mark.span)
            called = person.name if person is not None else r.view.text[slice(*mark.name)]
            team = person.team if person is not None else None
            found.append(Rating(player=called, team=team, mark=mark.mark, start=start, end=end))
    return found


def _mention(r: Reading, n: Name) -> Mention:
    start, end = r.view.span(r.toks[n.a].start, r.toks[n.b - 1].end)
    person = r.people[n.person] if n.person >= 0 else None
    label = person.label if person is not None else n.label
    called = person.name if person is not None else n.name or n.text
    return Mention(
        start=start,
        end=end,
        text=r.text[start:end],
        label=Label(n.label if n.label == "REFEREE" else label),
        name=called,
        team=person.team if person is not None and label in ("PLAYER", "COACH") else None,
        entity=_slug(called),
        confidence=round(min(0.99, max(0.01, n.confidence)), 3),
        rule=n.rule,
    )


def _slug(name: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", fold(name)).strip("-")
