"""The two sides of a match sheet: their team blocks, coaches and substitutions, and which of them is at home."""

from __future__ import annotations

from core import sheet_events, sheet_sides
from core.schema import Span
from core.sheet_fields import Field, field_tokens
from core.sheet_items import Item
from core.sheet_lineup import LineupReader, first_name
from core.sheet_minutes import Clock
from core.sheet_model import Result, Sheet, SheetCard, SheetLineup, SheetName, SheetSub
from core.sheet_result import name_at
from core.sheet_tokens import Kind

TEAM_BLOCK = ("team", "bench", "coach", "subs")


class TeamsReader:
    """Reads team blocks into ``sheet``; cards told in the line-ups go to ``cards``."""

    def __init__(
        self, text: str, view: str, fields: list[Field], result: Result | None, clock: Clock, sheet: Sheet
    ) -> None:
        self.text, self.view, self.fields = text, view, fields
        self.result, self.clock, self.sheet = result, clock, sheet
        self.cards: list[tuple[SheetCard, Item | None]] = []

    def read(self) -> None:
        """Read every block; lists of substitutions told apart go to the sheet."""
        reader: LineupReader | None = None
        for part in self.fields:
            if part.kind == "team" and part.name and len(self.sheet.lineups) < 2:
                name = name_at(self.text, *part.name)
                stripped = name.text.strip("\"'“”«»")
                at = name.start + name.text.find(stripped)
                lineup = SheetLineup(
                    SheetName(stripped, at, at + len(stripped)), part.formation, start=part.start, end=part.end
                )
                self.sheet.lineups.append(lineup)
                lineup.side = len(self.sheet.lineups) - 1
                reader = LineupReader(self.text, self.clock, lineup)
                reader.read_players(self.view, part)
            elif part.kind in TEAM_BLOCK:
                self._block(part, reader)
            else:
                if reader:
                    self.cards += [(card, None) for card in reader.cards]
                reader = None
            if reader and part.kind in TEAM_BLOCK:
                reader.lineup.end = part.end
        if reader:
            self.cards += [(card, None) for card in reader.cards]
        self._order_lineups()
        self.sheet.subs = [sub for lineup in self.sheet.lineups for sub in lineup.subs] + self.sheet.subs

    def _block(self, part: Field, reader: LineupReader | None) -> None:
        if part.kind == "bench" and reader:
            reader.read_players(self.view, part, bench=True)
        elif part.kind == "coach":
            self._coach(part, reader)
        elif part.kind == "subs":
            found = sheet_events.subs(self.view, self.text, part, self.clock)
            if part.name:
                self._sided(part.name, found)
            elif (
                reader
                and len(self.sheet.lineups) < 2
                or (reader and part.start < reader.lineup.end + 2 and self.sheet.lineups[0].subs)
            ):
                for sub in found:
                    sub.side = reader.lineup.side
                reader.lineup.subs += found
            else:
                self.sheet.subs += found

    def _sided(self, name: Span, subs: list[SheetSub]) -> None:
        """Give substitutions told for one side by name ("Cambi Alfa: …") to it."""
        known = self.result
        sides = [known.home, known.away] if known else [lineup.team for lineup in self.sheet.lineups]
        fits = [sheet_sides.likeness(name_at(self.text, *name), side) for side in sides]
        if len(fits) == 2 and fits[0] != fits[1]:
            for sub in subs:
                sub.side = fits.index(max(fits))
        self.sheet.subs += subs

    def _coach(self, part: Field, reader: LineupReader | None) -> None:
        """Give a coach to his block; "Allenatori: A e B" names both."""
        items = field_tokens(self.view, part)
        names: list[SheetName] = []
        for token in items:
            if token.kind is Kind.NAME and len(token.text) > 2:
                name = first_name(self.text, [token])
                if name:
                    names.append(name)
            elif token.kind in (Kind.DOT, Kind.LINE) and names:
                break
        plural = part.label.endswith(("ori", "rici"))
        if plural and len(names) >= 2 and len(self.sheet.lineups) == 2:
            for lineup, name in zip(self.sheet.lineups, names, strict=False):
                lineup.coach = lineup.coach or name
        elif reader is not None:
            reader.read_coach(self.view, part)

    def _order_lineups(self) -> None:
        """Name the sides: after the result line where there is one, else in the order of the blocks."""
        sheet = self.sheet
        if not sheet.lineups:
            return
        if sheet.home is None:
            sheet.home = sheet.lineups[0].team
            sheet.away = sheet.lineups[1].team if len(sheet.lineups) > 1 else None
        elif sheet.away and sheet_sides.likeness(sheet.lineups[0].team, sheet.away) > sheet_sides.likeness(
            sheet.lineups[0].team, sheet.home
        ):
            for lineup in sheet.lineups:
                side = 1 - (lineup.side or 0)
                lineup.side = side
                for sub in lineup.subs:
                    sub.side = side
            for card, _ in self.cards:
                card.side = None if card.side is None else 1 - card.side
        if sheet.score is None and self.result is None and len(sheet.lineups) == 2:
            told = [f.goals for f in self.fields if f.kind == "team"][:2]
            if told[0] is not None and told[1] is not None:
                sheet.score = told[0], told[1]
