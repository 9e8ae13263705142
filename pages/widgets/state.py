"""What a visitor has open: the reading, where it came from, the chosen event. Survives a change of page."""

from __future__ import annotations

import contextlib
import logging
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Any

import streamlit as st

from core.corrections_table import given_otherwise
from core.documents import check_text, read_document
from core.errors import CronacaError, StoreError
from core.i18n import tr
from core.knowledge import Lexicon
from core.own_lexicon import lexicon_with
from core.samples import samples
from core.schema import Event, EventType, MatchReport
from core.settings import settings
from core.store import Store
from core.store_corrections import Correction
from core.why_words import Silent, silent_sentences
from core.wording import error_text

if TYPE_CHECKING:
    from core.why import Passed  # which loads the reader, as the next does
    from core.why_goals import Behind

LOG = logging.getLogger(__name__)


@dataclass(slots=True)
class Outcome:
    """What became of one text of an upload: a reading, or why there is none."""

    name: str
    report: MatchReport | None = None
    error: CronacaError | None = None


@dataclass(slots=True)
class Open:
    """The reading on the desk: ``report`` as corrected, ``reading`` as the reader gave it."""

    report: MatchReport
    origin: str = "pasted"
    """sample, pasted, file or archive."""
    chosen: str | None = None
    """The id of the chosen event."""
    batch: list[Outcome] = field(default_factory=list)
    reading: MatchReport | None = None
    corrections: list[Correction] = field(default_factory=list)
    lost: list[Correction] = field(default_factory=list)
    seen: tuple[str, int] | None = None
    """The archive and its revision at which ``report`` was corrected."""


@st.cache_resource
def _store(url: str) -> Store:
    return Store(url)


def store() -> Store:
    """Return the archive that the settings name."""
    return _store(settings().database_url)


def lexicon() -> Lexicon:
    """Return what the reader knows: the shipped lexicon and what users taught it."""
    return lexicon_with(store().entries())


@st.cache_data(max_entries=128, show_spinner=False)
def _read(text: str, name: str | None, season: str | None, own: list[tuple[str, dict[str, Any]]]) -> MatchReport:
    from core.extract import extract

    return extract(text, name=name, season=season, lexicon=lexicon_with(own))


def read(text: str, name: str | None = None, season: str | None = None) -> MatchReport:
    """Read a text, of a season that is known or not; raises CronacaError with a code that the interface can say."""
    check_text(name or "", text)
    try:
        return _read(text, name, season, store().entries())
    except CronacaError:
        raise
    except Exception as fault:
        # a fault of ours in one text must not cost the visitor the others
        LOG.exception("reading failed: %s", name)
        raise CronacaError("the reader failed on this text; please report it", code="reader-failed") from fault


@st.cache_data(max_entries=128, show_spinner=False)
def _looked_over(
    text: str, season: str | None, own: list[tuple[str, dict[str, Any]]]
) -> tuple[list[Passed], list[Behind]]:
    """Read a text once more and return what was passed over in it, and what stands behind its goals."""
    from core import why, why_goals
    from core.extract import read

    reading = read(text, season, lexicon=lexicon_with(own))
    return why.of_reading(reading), why_goals.of_reading(reading)


def _over() -> tuple[list[Passed], list[Behind]]:
    opened = desk()
    season = (opened.reading or opened.report).match.season
    try:
        return _looked_over(opened.report.text, season, store().entries())
    except Exception:
        # an answer that cannot be given must not cost the visitor the page
        LOG.exception("nothing more can be said of what was read and what was not")
        return [], []


def silent() -> list[Silent]:
    """Return the sentences of the open report that tell no event, each with what was seen in it and not taken."""
    return silent_sentences(desk().report, _over()[0])


def behind(event: Event) -> Behind | None:
    """Return what stands behind a goal of the open report, None for other events."""
    return next((b for b in _over()[1] if b.start == event.start and event.type == EventType.GOAL), None)


def desk() -> Open:
    """Return what is open; a new visitor finds the first sample read."""
    if "open" not in st.session_state:
        with st.spinner(tr("Opening the lexicon…")):
            st.session_state.open = _linked() or _first_sample()
    opened: Open = st.session_state.open
    _renew(opened)
    return opened


def _renew(opened: Open) -> None:
    """Bring what is open up to the archive: a correction or entry made in any browser shows in all of them."""
    archive = store()
    seen = (archive.url, archive.revision())
    if opened.seen == seen:
        return
    text, name = opened.report.text, opened.report.source.name
    number = archive.find(text) if opened.origin == "archive" else None
    if number is not None:
        opened.reading = archive.load(number).reading
    elif opened.origin != "archive" and opened.seen is not None:
        # what users taught the lexicon holds at once
        with contextlib.suppress(CronacaError):
            opened.reading = read(text, name)
    opened.reading = opened.reading or opened.report
    opened.report, opened.corrections, opened.lost = archive.corrected(opened.reading)
    opened.seen = seen


def _first_sample() -> Open:
    first = samples()[0]
    return Open(read(first.text(), first.file), origin="sample")


def _linked() -> Open | None:
    """Return the saved report that the address names (``?report=12``), if there is one."""
    number = st.query_params.get("report", "")
    try:
        return Open(store().load(int(number)).report, origin="archive") if number.isdecimal() else None
    except StoreError:
        return None


def put(report: MatchReport, origin: str, batch: list[Outcome] | None = None) -> None:
    """Lay a reading on the desk."""
    st.session_state.open = Open(report, origin, batch=batch or [])
    st.session_state.pop("error", None)


def save_as(
    reading: MatchReport,
    day: date | None,
    competition: str | None,
    round_: str | None,
    shown: MatchReport | None = None,
) -> bool:
    """Save a reading with what the visitor gave; where that differs from what was ``shown`` it is a correction.

    Returns whether the text is new to the archive.
    """
    _, fresh = store().save(reading, day, competition, round_)
    given = {"date": day.isoformat() if day else None, "competition": competition}
    if fresh and (otherwise := given_otherwise(shown or reading, given)):
        store().correct_reading(reading, *otherwise)
    return fresh


def choose(event: str | None) -> None:
    """Choose an event of the open reading, on whatever page it was clicked."""
    desk().chosen = event


def read_pasted(text: str) -> None:
    """Read what was pasted; a refusal is kept for the page to say and changes nothing else."""
    try:
        put(read(text), "pasted")
    except CronacaError as error:
        st.session_state.error = error_text(error)


def read_files(files: list[tuple[str, bytes]], progress: Callable[[int, int], None]) -> None:
    """Read uploaded files; each gets its outcome, and the first that was read is opened."""
    outcomes: list[Outcome] = []
    for done, (name, data) in enumerate(files):
        progress(done, len(files))
        try:
            documents = read_document(name, data)
        except CronacaError as error:
            outcomes.append(Outcome(name, error=error))
            continue
        for document in documents:
            outcomes.append(_outcome(document.name, document.text, document.error))
    first = next((o.report for o in outcomes if o.report), None)
    if first:
        put(first, "file", outcomes)
    else:
        desk().batch = outcomes


def _outcome(name: str, text: str, error: CronacaError | None) -> Outcome:
    if error is not None:
        return Outcome(name, error=error)
    try:
        return Outcome(name, report=read(text, name))
    except CronacaError as refused:
        return Outcome(name, error=refused)
