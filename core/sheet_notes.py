"""Notes of a match sheet: attendance, corners, added time, penalties missed, goals not given."""

from __future__ import annotations

import re

from core.schema import Score
from core.sheet_lineup import clean_name
from core.sheet_minutes import Clock
from core.sheet_model import SheetDisallowed, SheetMissed, SheetName
from core.sheet_tokens import Kind, tokens
from core.sheet_words import sheet_words

_ATTENDANCE = re.compile(r"(?<![\d.,€-])(?:\d{1,3}(?:[. ]\d{3})+|\d{2,6})(?![\d'°]|[.,]\d)")
_PAIR = re.compile(r"(\d{1,2})\s*(?:-|a|\+|/)\s*(\d{1,2})")
_FOR = re.compile(r"\s*per\s+(?:il\s+|la\s+|l'|i\s+|gli\s+)?(\w+)")
_NAMED = re.compile(r"([A-ZÀ-Þ][\w'. ]*?)[ :]+(\d{1,2})\b")
_ADDED = re.compile(r"(\d{1,2})\s*(?:'|min)?")
SENTENCE = re.compile(r"[.;](?=\s|$)|\n")
_MIN_ATTENDANCE = 20


def attendance(view: str, start: int, end: int) -> int | None:
    """Return the number of spectators told in ``view[start:end]``."""
    for match in _ATTENDANCE.finditer(view, start, end):
        number = int(re.sub(r"\D", "", match.group()))
        number *= 1000 if re.match(r"\s*mila\b", view[match.end() : end]) else 1
        if number >= _MIN_ATTENDANCE:
            return number
    return None


def spectators_before(view: str, start: int, at: int) -> int | None:
    """Return the number written before the word ("14277 spettatori")."""
    match = re.search(r"(\d[\d. ]*\d)\s*(mila)?\s*$", view[max(start, at - 12) : at])
    if match and match[2]:
        return int(re.sub(r"\D", "", match[1])) * 1000
    return int(re.sub(r"\D", "", match[1])) if match and int(re.sub(r"\D", "", match[1])) >= _MIN_ATTENDANCE else None


def corners(view: str, start: int, end: int, home: str, away: str) -> Score | None:
    """Return the corner kicks, home first ("9-4 per il Novara" belongs to Novara)."""
    end = next((e for b, e in clauses(view, start, end) if view[b:e].strip()), end)
    pair = _PAIR.search(view, start, end)
    if pair is None:
        named = _NAMED.findall(view, start, end)[:2]
        if len(named) != 2:
            return None
        first, second = int(named[0][1]), int(named[1][1])
        return (second, first) if _same(named[0][0], away) else (first, second)
    first, second = int(pair[1]), int(pair[2])
    owner = _FOR.match(view, pair.end(), end)
    if owner and (_same(owner[1], away) and first > second or _same(owner[1], home) and second > first):
        return second, first
    return first, second


def _same(short: str, team: str) -> bool:
    return bool(team) and team.lower().startswith(short.strip().lower()[:5])


def added_time(view: str, start: int, end: int) -> tuple[int | None, int | None] | None:
    """Return the minutes added to each half: "1'+4'", "pt 1', st 4'", "4' e 5'", "st 3'"."""
    stop = SENTENCE.search(view, start, end)
    while stop and view[stop.start()] == "." and re.search(r"\b[pst]\.?t?$", view[start : stop.start()]):
        stop = SENTENCE.search(view, stop.end(), end)
    if stop and view[stop.start()] == ";" and len(_ADDED.findall(view[start : stop.start()])) < 2:
        stop = SENTENCE.search(view, stop.end(), end)
    items = tokens(view, start, stop.start() if stop else end)
    found: dict[int, int] = {}
    half: int | None = None
    plain: list[int] = []
    for token in items:
        if token.kind is Kind.HALF:
            half = token.half
        elif token.kind in (Kind.MINUTE, Kind.NUMBER) and token.number <= 25:
            where = token.half if half is None else half
            if where in (1, 2):
                found.setdefault(where, token.number)
            else:
                plain += [token.number] + ([token.added] if token.added is not None else [])
            half = None
        elif token.kind is Kind.NAME:
            break
    for number in plain:
        free = next((h for h in (1, 2) if h not in found), None)
        if free:
            found[free] = number
    return (found.get(1), found.get(2)) if found else None


def clauses(view: str, start: int, end: int) -> list[tuple[int, int]]:
    """Return the clauses of a note: cut at full stops, semicolons and line breaks outside brackets."""
    cuts, depth, at = [], 0, start
    for i in range(start, end):
        depth += (view[i] == "(") - (view[i] == ")")
        ends = view[i] in ";\n" or (
            view[i] == "." and (i + 1 == end or view[i + 1] in " \n") and not _half_stop(view, i)
        )
        if ends and depth <= 0:
            cuts.append((at, i))
            at = i + 1
    return [*cuts, (at, end)]


def _half_stop(view: str, i: int) -> bool:
    return bool(re.search(r"(?:\b[pst]\.?[ts]?|\brig|\b[A-ZÀ-Þ]|\b[A-ZÀ-Þ][a-z]|\b[Ss]igg?)$", view[max(0, i - 5) : i]))


def tells_incident(view: str, start: int, end: int) -> bool:
    """Whether a line tells of a penalty not scored or a goal not given."""
    words, line = sheet_words(), view[start:end]
    missed = words.note_penalty.search(line) and (words.keeper_does.search(line) or words.taker_does.search(line))
    return bool(missed or (words.annulled.search(line) and words.note_goal.search(line)))


def penalties_and_disallowed(
    view: str, text: str, start: int, end: int, clock: Clock
) -> tuple[list[SheetMissed], list[SheetDisallowed]]:
    """Return what the notes tell of penalties not scored and of goals not given."""
    words = sheet_words()
    missed: list[SheetMissed] = []
    annulled: list[SheetDisallowed] = []
    for begin, stop in clauses(view, start, end):
        clause = view[begin:stop]
        if not tells_incident(view, begin, stop):
            continue
        if words.note_penalty.search(clause) and (words.keeper_does.search(clause) or words.taker_does.search(clause)):
            missed += _missed(view, text, begin, stop, clock)
        elif words.annulled.search(clause) and words.note_goal.search(clause):
            items = tokens(view, begin, stop)
            minute = next((clock.minute(t) for t in items if t.kind is Kind.MINUTE), None)
            player = next(
                (
                    clean_name(text, t)
                    for t in items
                    if t.kind is Kind.NAME and len(t.text) > 2 and not words.annulled.match(t.text)
                ),
                None,
            )
            annulled.append(SheetDisallowed(player, minute, (begin, stop)))
    return missed, annulled


def _missed(view: str, text: str, start: int, end: int, clock: Clock) -> list[SheetMissed]:
    """Read one clause: who took the penalty, who saved it.

    "X ha parato un rigore a Y", "Y si fa parare un rigore da X", "rigore fallito da Y", "rigore parato da X a Y".
    """
    words = sheet_words()
    items = [t for t in tokens(view, start, end)]
    minute = next((clock.minute(t) for t in items if t.kind is Kind.MINUTE), None)
    keeper: SheetName | None = None
    taker: SheetName | None = None
    depth = 0
    named: list[tuple[str, SheetName]] = []
    for i, token in enumerate(items):
        depth += (token.kind is Kind.OPEN) - (token.kind is Kind.CLOSE)
        if token.kind is Kind.NAME and len(token.text) > 2 and not words.note_penalty.fullmatch(token.text):
            name = clean_name(text, token)
            before = items[i - 1].text.lower().rstrip("'") if i else ""
            if name is not None and not (depth and len(name.text) <= 4):
                named.append((before, name))
    clause = view[start:end]
    by_keeper = words.keeper_does.search(clause)
    by_taker = words.taker_does.search(clause)
    passive = by_taker is None or (by_keeper is not None and by_keeper.start() < by_taker.start())
    for before, name in named:
        if before in ("a", "ad", "di", "al"):
            taker = taker or name
        elif before in ("da", "dal"):
            said = [m for p in (words.keeper_does, words.taker_does) for m in p.finditer(view, start, name.start)]
            verb = max(said, key=lambda m: (m.end(), -m.start()), default=None)
            if verb is not None and words.keeper_does.fullmatch(verb.group()):
                keeper = keeper or name
            else:
                taker = taker or name
        elif (
            by_keeper is not None
            and passive
            and taker is None
            and keeper is None
            and name.start - start < by_keeper.start()
        ):
            keeper = name
        else:
            taker = taker or name
    if keeper is not None and taker is None and by_taker is not None and not passive:
        keeper, taker = None, keeper
    return [SheetMissed(taker, keeper, minute, (start, end))] if taker or keeper else []
