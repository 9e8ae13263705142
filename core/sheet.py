"""The match sheet (tabellino): a stretch of the pasted text -> :class:`core.sheet_model.Sheet`."""

from __future__ import annotations

import re

from core import sheet_events, sheet_notes, sheet_people, sheet_sides
from core.schema import Span
from core.sheet_fields import Field, find_fields
from core.sheet_items import Item, read_items
from core.sheet_lineup import first_name
from core.sheet_minutes import Clock, clock_of
from core.sheet_model import (
    Result,
    Sheet,
    SheetCard,
    SheetDisallowed,
    SheetGoal,
    SheetLineup,
    SheetMinute,
    SheetMissed,
    SheetName,
    SheetSub,
)
from core.sheet_result import name_at, results, whole_line
from core.sheet_teams import TEAM_BLOCK, TeamsReader
from core.sheet_tokens import tokens
from core.sheet_words import sheet_words
from core.text import normalise
from core.text_lines import is_prose

__all__ = [
    "Result",
    "Sheet",
    "SheetCard",
    "SheetDisallowed",
    "SheetGoal",
    "SheetLineup",
    "SheetMinute",
    "SheetMissed",
    "SheetName",
    "SheetSub",
    "find_result",
    "read_sheet",
]

_LINE = re.compile(r"[^\n]+")
_ONE_MORE = re.compile(
    r"\s+[A-ZÀ-Þ][\w']+(?:(?: [A-ZÀ-Þ][\w']+)? ?[,(;]|(?: (?:ed? )?[A-ZÀ-Þ][\w']+){0,3} per (?P<ground>[\w.]+))"
)
_SPECTATORS = re.compile(r"spettatori|paganti", re.I)


def find_result(text: str, start: int = 0, end: int | None = None) -> Result | None:
    """Return the first result told as "A - B 1-2" in a line of ``text[start:end]``; headlines too."""
    return next(iter(results(normalise(text), text, start, len(text) if end is None else end)), None)


def read_sheet(text: str, section_span: Span, view: str | None = None) -> Sheet:
    """Read the match sheet in ``text[start:end]``.

    Args:
        text: the pasted text, unchanged; every offset of the answer counts its characters.
        section_span: start and end of the sheet in ``text``.
        view: ``normalise(text)``, where the caller has it already.

    """
    view = normalise(text) if view is None else view
    return _Reader(text, view, *section_span).read()


def _goes_on(rest: str) -> bool:
    """Whether a sentence is one more name of the list: "Rossi, …", "Verdi (M)", "Neri per proteste"."""
    match = _ONE_MORE.match(rest)
    return match is not None and (
        match["ground"] is None or match["ground"].lower().rstrip(".") in sheet_words().grounds
    )


class _Reader:
    def __init__(self, text: str, view: str, start: int, end: int) -> None:
        self.text, self.view, self.start, self.end = text, view, start, end
        self.sheet = Sheet(start=start, end=end)
        told = results(view, text, start, end)
        self.result = told[0] if told else None
        names = [name.text for found in told[:1] for name in (found.home, found.away)]
        self.fields = find_fields(view, start, end, [whole_line(view, found) for found in told], names)
        if self.result and any(f.kind != "result" and f.body <= self.result.start < f.end for f in self.fields[1:]):
            inside = next(f for f in self.fields if f.body <= self.result.start < f.end)
            if inside.kind in ("notes", "goals", "shootout", "other"):
                self.result = None
        everything = tokens(view, start, end)
        late = bool(self.result and self.result.extra_time) or bool(sheet_words().extra_time.search(view))
        self.clock: Clock = clock_of(everything, late)
        self.sheet.extra_time = self.clock.extra_time
        self.goals: list[tuple[SheetGoal, Item]] = []
        self.cards: list[tuple[SheetCard, Item | None]] = []

    def read(self) -> Sheet:
        """Read everything; teams first, since sides of people depend on them."""
        self._head()
        teams = TeamsReader(self.text, self.view, self.fields, self.result, self.clock, self.sheet)
        teams.read()
        self.cards += teams.cards
        if self.result and self.result.scorers:
            begin, end = self.result.scorers
            self._goals(Field("goals", begin, begin, end))
        for part in self.fields:
            if part.kind not in TEAM_BLOCK and (read := getattr(self, f"_{part.kind}", None)):
                read(part)
        sheet_sides.settle(self.sheet, self.goals, self.cards)
        self._spectators()
        self.sheet.goals = [goal for goal, _ in self.goals]
        self.sheet.cards = [card for card, _ in self.cards]
        return self.sheet

    def _spectators(self) -> None:
        for word in _SPECTATORS.finditer(self.view, self.start, self.end):
            if self.sheet.attendance is None:
                self.sheet.attendance = sheet_notes.spectators_before(self.view, self.start, word.start())

    def _head(self) -> None:
        sheet, result = self.sheet, self.result
        if result is not None:
            sheet.home, sheet.away = result.home, result.away
            sheet.score, sheet.half_time, sheet.shootout = result.score, result.half_time, result.shootout
            sheet.score_span, sheet.awarded = result.score_span, result.awarded
        first = min([f.start for f in self.fields] + ([result.start] if result else []), default=self.end)
        words = sheet_words()
        for match in _LINE.finditer(self.view, self.start, first):
            if sheet.competition is None and words.competition.search(match.group()) and len(match.group()) < 90:
                end = match.start() + len(match.group().rstrip(" ,:-.|"))
                sheet.competition = name_at(self.text, match.start(), end)
        dates = words.date.search(self.view, self.start, self.end)
        if dates:
            sheet.date = name_at(self.text, *dates.span())

    def _goals(self, part: Field) -> None:
        if self.goals and self.result and self.result.scorers:
            return
        part = self._without_incidents(part)
        told = sheet_events.goals(self.view, self.text, part, self.clock)
        names = [sorted(goal.player.text.lower() for goal, _ in goals) for goals in (self.goals, told)]
        if self.goals and names[0] == names[1]:  # told twice: the list with the minutes stands
            if sum(goal.minute is not None for goal, _ in told) > sum(g.minute is not None for g, _ in self.goals):
                self.goals = told
            return
        self.goals += told

    def _without_incidents(self, part: Field) -> Field:
        """End a list of scorers before a line that tells of a penalty missed or a goal annulled."""
        for line in list(_LINE.finditer(self.view, part.body, part.end))[1:]:
            rest = Field("notes", line.start(), line.start(), part.end)
            before = len(self.sheet.missed_penalties) + len(self.sheet.disallowed)
            if sheet_notes.tells_incident(self.view, *line.span()):
                self._incidents(rest)
            if len(self.sheet.missed_penalties) + len(self.sheet.disallowed) > before:
                return Field(part.kind, part.start, part.body, line.start(), part.strong, part.label)
        return part

    def _yellow(self, part: Field) -> None:
        self._cards(part, red=False)

    def _red(self, part: Field) -> None:
        self._cards(part, red=True)

    def _cards(self, part: Field, red: bool) -> None:
        part = self._sentence(self._without_incidents(part))
        self.cards += sheet_events.cards(self.view, self.text, part, self.clock, red)

    def _sentence(self, part: Field) -> Field:
        """Cut a list of cards at the sentence that follows it ("Ammoniti: A, B. Serata fredda …")."""
        for begin, end in sheet_notes.clauses(self.view, part.body, part.end):
            if self.view[begin:end].strip() and self.view[end : end + 1] == ".":
                rest = self.view[end + 1 : part.end]
                tells = is_prose(rest.partition(". ")[0]) or re.match(r"\s+(?!\d)\S*[^\W\d_]{3}", rest)
                if tells and not _goes_on(rest):
                    return Field(part.kind, part.start, part.body, end, part.strong, part.label)
        return part

    def _referee(self, part: Field) -> None:
        main, others = sheet_people.referee(self.view, self.text, part)
        if self.sheet.referee is None:
            self.sheet.referee = main
        self.sheet.officials += others

    def _officials(self, part: Field) -> None:
        stop = next(
            ((b, e) for b, e in sheet_notes.clauses(self.view, part.body, part.end) if self.view[b:e].strip()), None
        )
        if stop:
            self.sheet.officials += [name for name, _ in sheet_people.people(self.view, self.text, part.body, stop[1])]

    def _notes(self, part: Field) -> None:
        self._incidents(part)

    def _incidents(self, part: Field) -> None:
        missed, annulled = sheet_notes.penalties_and_disallowed(self.view, self.text, part.body, part.end, self.clock)
        self.sheet.missed_penalties += missed
        self.sheet.disallowed += annulled

    def _missed(self, part: Field) -> None:
        for item in read_items(self.view, self.text, part, self.clock):
            keeper = "parat" in part.label
            minute = item.minutes[0] if item.minutes else None
            taker, goalkeeper = (None, item.name) if keeper else (item.name, None)
            self.sheet.missed_penalties.append(SheetMissed(taker, goalkeeper, minute, (item.start, item.end)))

    def _disallowed(self, part: Field) -> None:
        for item in read_items(self.view, self.text, part, self.clock):
            minute = item.minutes[0] if item.minutes else None
            self.sheet.disallowed.append(SheetDisallowed(item.name, minute, (item.start, item.end)))

    def _attendance(self, part: Field) -> None:
        if self.sheet.attendance is None:
            before = sheet_notes.spectators_before(self.view, self.start, part.start)
            self.sheet.attendance = before or sheet_notes.attendance(self.view, part.body, part.end)
        self._incidents(part)

    def _corners(self, part: Field) -> None:
        home = self.sheet.home.text if self.sheet.home else ""
        away = self.sheet.away.text if self.sheet.away else ""
        self.sheet.corners = self.sheet.corners or sheet_notes.corners(self.view, part.body, part.end, home, away)
        self._after(part)

    def _added(self, part: Field) -> None:
        self.sheet.added_time = self.sheet.added_time or sheet_notes.added_time(self.view, part.body, part.end)
        self._after(part)

    def _after(self, part: Field) -> None:
        """Read the notes that go on after a figure: "Angoli 5-3, al 35' Rossi fallisce un rigore"."""
        self._incidents(part)

    def _stadium(self, part: Field) -> None:
        if self.sheet.stadium is None:
            self.sheet.stadium = first_name(self.text, tokens(self.view, part.body, part.end))

    def _competition(self, part: Field) -> None:
        line = _LINE.search(self.view, part.body, part.end)
        if self.sheet.competition is None and line:
            self.sheet.competition = name_at(self.text, *line.span())
