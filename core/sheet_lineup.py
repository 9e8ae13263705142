"""Team blocks of a match sheet: starters, bench, coach and the substitutions told in brackets."""

from __future__ import annotations

from core.sheet_fields import Field, field_tokens
from core.sheet_minutes import Clock
from core.sheet_model import SheetCard, SheetLineup, SheetMinute, SheetName, SheetSub
from core.sheet_result import name_at
from core.sheet_tokens import Kind, Token
from core.sheet_words import sheet_words

STARTERS = 11


def clean_name(text: str, token: Token) -> SheetName | None:
    """Return a token's name without marks that are no part of it ("cap."), or None if nothing is left."""
    start, end = token.start, token.end
    words = token.text.split(" ")
    captain = sheet_words().captain
    while len(words) > 1 and len(words[-1]) > 1 and words[-1].lower() in captain:
        end -= len(words.pop()) + 1
    while len(words) > 1 and len(words[0]) > 1 and words[0].lower() in captain:
        start += len(words.pop(0)) + 1
    name = name_at(text, start, end)
    return name if any(c.isalpha() for c in name.text) else None


def closing(tokens: list[Token], i: int) -> int:
    """Return the index of the bracket that closes the one at ``i`` (or the list's length)."""
    depth = 0
    for j in range(i, len(tokens)):
        depth += (tokens[j].kind is Kind.OPEN) - (tokens[j].kind is Kind.CLOSE)
        if depth == 0:
            return j
    return len(tokens)


class LineupReader:
    """Reads the fields of one side into a :class:`SheetLineup`; red cards told in brackets go to ``cards``."""

    def __init__(self, text: str, clock: Clock, lineup: SheetLineup) -> None:
        self.text, self.clock, self.lineup = text, clock, lineup
        self.cards: list[SheetCard] = []

    def read_players(self, view: str, field: Field, bench: bool = False) -> None:
        """Read a list of players into starters or bench."""
        tokens = field_tokens(view, field)
        target = self.lineup.bench if bench else self.lineup.starters
        if sum(t.kind is Kind.SEP for t in tokens) < 4 and view.count("-", field.body, field.end) >= 8:
            tokens = list(_unhyphen(tokens))
        last: SheetName | None = None
        pending: SheetMinute | None = None
        glued = False  # whether the last name still takes what follows
        i = 0
        while i < len(tokens):
            token = tokens[i]
            if token.kind is Kind.NAME:
                name = clean_name(self.text, token)
                if name is not None and len(name.text) == 1 and glued and last is not None:
                    pass  # "(C)" without its brackets
                elif name is not None and pending is not None and last is not None:
                    self._sub(last, name, pending, (pending.start, name.end))
                    last, pending = name, None
                elif name is not None:
                    target.append(name)
                    last, glued = name, True
            elif token.kind is Kind.WORD and _small_name(tokens, i):
                last, glued = name_at(self.text, token.start, token.end), True
                target.append(last)
            elif token.kind is Kind.OPEN:
                j = closing(tokens, i)
                self._bracket(tokens[i + 1 : j], last, bench, attached=glued)
                i = j
            elif token.kind is Kind.MINUTE and last is not None:
                pending = self.clock.minute(token)
                if not (i + 1 < len(tokens) and tokens[i + 1].kind is Kind.NAME):
                    pending = None
            elif token.kind in (Kind.DOT, Kind.SEP) and token.text not in (",", ":"):
                glued = token.kind is Kind.SEP and token.text != ";" and glued
            i += 1
        if not bench and len(target) > STARTERS:
            self.lineup.bench[:0] = target[STARTERS:]
            del target[STARTERS:]

    def _bracket(self, tokens: list[Token], last: SheetName | None, bench: bool, attached: bool) -> None:
        names = [t for t in tokens if t.kind is Kind.NAME and len(t.text.rstrip(".")) > 1]
        marked = any(t.kind in (Kind.MINUTE, Kind.HALF) for t in tokens)
        low = {t.text.lower().rstrip(".") for t in tokens if t.kind is Kind.WORD}
        if not marked and (len(names) >= 3 or (len(names) >= 2 and not attached)):
            if not bench:
                self.lineup.bench += [n for t in names if (n := clean_name(self.text, t))]
            return
        if last is None:
            return
        if any(w.startswith("esp") for w in low):
            minute = next((self.clock.minute(t) for t in tokens if t.kind is Kind.MINUTE), None)
            self.cards.append(SheetCard(last, "red", minute, (last.start, tokens[-1].end), self.lineup.side))
            return
        if any(w.startswith("amm") for w in low):
            return
        self._chain(tokens, last, bench)

    def _chain(self, tokens: list[Token], out: SheetName, bench: bool) -> None:
        """Read "(dal 11' Angeloni poi 59' Bertaccini)": each in for the one before."""
        minute: SheetMinute | None = None
        name: SheetName | None = None
        half: int | None = None
        i = 0
        current: SheetName | None = out
        flushed = False
        while i <= len(tokens):
            token = tokens[i] if i < len(tokens) else None
            boundary = token is None or (name is not None and minute is not None)
            if boundary and name is not None:
                unit = [x for x in (minute, name) if x is not None]
                span = min(u.start for u in unit), max(u.end for u in unit)
                if minute is not None or not flushed:
                    self._sub(current, name, minute, span)
                    flushed, current = True, name
                minute = name = None
            if token is None:
                break
            if token.kind is Kind.HALF:
                half = token.half
            elif token.kind is Kind.MINUTE:
                minute = self.clock.minute(token, half)
            elif (
                token.kind is Kind.NUMBER and i + 1 < len(tokens) and tokens[i + 1].kind is Kind.NAME and minute is None
            ):
                minute = self.clock.minute(token, half) if 0 < token.number <= 120 else None
            elif token.kind is Kind.NAME:
                found = clean_name(self.text, token)
                if found is not None and len(found.text.rstrip(".")) > 1 and not _is_tag(found.text):
                    name = found
            elif token.kind is Kind.OPEN and current is not None:
                j = closing(tokens, i)
                if name is not None:
                    unit2 = [x for x in (minute, name) if x is not None]
                    self._sub(current, name, minute, (min(u.start for u in unit2), max(u.end for u in unit2)))
                    current, flushed, minute, name = name, True, None, None
                self._chain(tokens[i + 1 : j], current, bench)
                i = j
            i += 1
        if minute is not None and not flushed:
            pair = (None, out) if bench else (out, None)
            self._sub(pair[0], pair[1], minute, (out.start, minute.end))

    def _sub(
        self, out: SheetName | None, in_: SheetName | None, minute: SheetMinute | None, span: tuple[int, int]
    ) -> None:
        self.lineup.subs.append(SheetSub(out, in_, minute, span, self.lineup.side))

    def read_coach(self, view: str, field: Field) -> None:
        """Read the coach's name."""
        name = first_name(self.text, field_tokens(view, field))
        if name is not None and self.lineup.coach is None:
            self.lineup.coach = name


def first_name(text: str, tokens: list[Token]) -> SheetName | None:
    """Return the first name outside brackets, before a full stop or a new line ends it."""
    for i, token in enumerate(tokens):
        if token.kind is Kind.NAME:
            return clean_name(text, token)
        if token.kind is Kind.OPEN or (token.kind in (Kind.DOT, Kind.LINE) and i > 2):
            return None
    return None


def _small_name(tokens: list[Token], i: int) -> bool:
    """Whether a word between two commas is a name whose capital was forgotten."""
    words, low = sheet_words(), tokens[i].text.lower()
    between = 0 < i < len(tokens) - 1 and tokens[i - 1].text == "," and tokens[i + 1].text == ","
    return between and len(low) > 3 and low not in words.stop | words.unrated | words.captain | words.particles


def _is_tag(name: str) -> bool:
    """Whether a lone word in brackets is a mark ("GK", "U19", "VC")."""
    return len(name) <= 2 and name.isupper()


def _unhyphen(tokens: list[Token]) -> list[Token]:
    """Return the tokens with names split at hyphens: for lists whose separator is the hyphen."""
    split: list[Token] = []
    for token in tokens:
        at = token.start
        if token.kind is not Kind.NAME:
            split.append(token)
            continue
        for part in token.text.split("-"):
            split.append(Token(Kind.NAME, at, at + len(part), part))
            at += len(part) + 1
    return split
