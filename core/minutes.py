"""Expressions of time as they are written, found on characters; pure functions, no state of the match.

The expressions are data: core/lexicon/words/time.toml lists them in the order in which they are tried.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

from core.numbers import LAST_MINUTE, ORDINAL_ENDINGS, any_of, cardinal, is_ordinal, number, number_words
from core.vocabulary import words

SECONDS = 60
LONGEST = 45
"""No stretch of minutes counted from an event, the start or the end is longer than a half."""
LAST_OF_MATCH = 90
MOST_ADDED = 19
CLAUSE = 45
"""So many characters before "negli spogliatoi" tell who is sent there before the time."""
NEAR = 14
"""So many characters before a figure "poco dopo il" may stand."""


@dataclass(frozen=True, slots=True)
class TimeExpr:
    """One expression of time at ``[start, end)`` of the view.

    ``kind``: absolute (``value`` = minute as written, ``half`` 1–4 when the words say it), delta (minutes after the
    event before, below zero before it), lapse (minutes that pass since then), from_end (minutes before the end of the
    half), stoppage (``value`` may be None), start (minutes after the start of a half), after (minutes after something),
    interval (half time), still (added time goes on), at_once ("subito"),
    same ("nella circostanza"), unknown (a stretch such as "nel finale").
    """

    start: int
    end: int
    kind: str
    value: int | None = None
    half: int | None = None
    added: int | None = None
    approx: bool = False
    bracket: bool = False


@dataclass(frozen=True, slots=True)
class Rule:
    """One row of the expressions in time.toml, compiled."""

    pattern: re.Pattern[str]
    read: Callable[[re.Match[str], Rule], TimeExpr | None]
    minute: int | None = None
    half: int | None = None
    case: bool = False


def find_times(text: str) -> list[TimeExpr]:
    """All expressions of time in a view, in order, without overlaps (the pattern listed first wins)."""
    low = text.lower()
    taken = bytearray(len(low))
    out: list[TimeExpr] = []
    for rule in _rules():
        for m in rule.pattern.finditer(text if rule.case else low):
            if any(taken[m.start() : m.end()]):
                continue
            expr = rule.read(m, rule)
            if expr is None:
                continue
            taken[m.start() : m.end()] = b"\1" * (m.end() - m.start())
            out.append(expr)
    return sorted(out, key=lambda e: e.start)


@lru_cache(1)
def _rules() -> list[Rule]:
    pieces = _pieces()
    return [
        Rule(
            re.compile(_filled(row["pattern"], pieces)),
            READERS[row["read"]],
            row.get("minute"),
            row.get("half"),
            row.get("case", False),
        )
        for row in words("time").expressions
    ]


def _pieces() -> dict[str, str]:
    """Return what stands for each {name} of the expressions; a choice of words is put in brackets, longest first."""
    w = words("time")
    numbers = list(number_words())
    choices = {
        "number": numbers,
        "cardinal": [n for n in numbers if not n.endswith(ORDINAL_ENDINGS) and not is_ordinal(n)],
        "ordinal": [n for n in numbers if is_ordinal(n)],
        "ordinal_esimo": [n for n in numbers if n.endswith(ORDINAL_ENDINGS[0])],
        "long": [*w.lengths, *w.round_lengths],
        "instant": list(w.instants),
    }
    return {name: any_of(c) for name, c in choices.items()} | {
        name: c if isinstance(c, str) else f"(?:{'|'.join(c)})" for name, c in w.pieces.items()
    }


def _filled(pattern: str, pieces: dict[str, str]) -> str:
    """Return ``pattern`` with a piece for each {name} of it, and of the pieces."""
    return re.sub(r"\{([a-z_]+)\}", lambda m: _filled(pieces[m[1]], pieces), pattern)


def _half(text: str | None) -> int | None:
    """Return the half that "del primo tempo", "s.t." or "sts" names."""
    bare = re.sub(r"[\s.]", "", text or "")
    return next((half for name, half in words("time").halves.items() if bare.endswith(name)), None)


def _stretch(text: str) -> int | None:
    """Return a number of minutes that fits into a half."""
    value = number(text)
    return value if value is not None and value <= LONGEST else None


def _length(m: re.Match[str]) -> tuple[int | None, bool]:
    """Return the minutes of a stretch told as a number or as "un quarto d'ora", and whether it is a round one."""
    w, long = words("time"), m.groupdict().get("long")
    if long:
        round_one = long in w.round_lengths
        return (w.round_lengths if round_one else w.lengths)[long], round_one
    seconds = m.groupdict().get("sec")
    if seconds:
        value = number(seconds)
        return (None if value is None else max(1, value // SECONDS)), False
    return _stretch(m["n"]), False


def _minute(m: re.Match[str], rule: Rule) -> TimeExpr | None:
    value, g = number(m["m"]), m.groupdict()
    if not value or value > LAST_MINUTE:
        return None
    before = m.string[max(0, m.start() - NEAR) : m.start()].lower() + m[0].lower()
    nearly = any(f"{word} " in before for word in words("time").senses["nearly"])
    return TimeExpr(*m.span(), "absolute", value, _half(g.get("half")), approx=nearly, bracket=bool(g.get("open")))


def _added(m: re.Match[str], rule: Rule) -> TimeExpr:
    base, added = number(m["m"]) or 0, number(m["added"] or m.groupdict().get("passed") or "")
    return TimeExpr(*m.span(), "absolute", base, _half(m["half"]) or {45: 1, 90: 2}.get(base), added)


def _stoppage_of(m: re.Match[str], rule: Rule) -> TimeExpr | None:
    """Read "al terzo minuto di recupero"; "tre minuti di recupero" says how many there are, not when."""
    value = number(m["n"])
    if value is None or value > MOST_ADDED:
        return None
    told = m["at"] is not None or cardinal(m["n"]) is None
    return TimeExpr(*m.span(), "stoppage" if told else "unknown", None, _half(m["half"]), value)


def _ending(m: re.Match[str]) -> int:
    """Return the half whose end is named."""
    g = m.groupdict()
    return 1 if g.get("break") or g.get("rest") in words("time").senses["first_half_ends"] else 2


def _from_end(m: re.Match[str], rule: Rule) -> TimeExpr | None:
    value, _ = _length(m)
    return None if value is None else TimeExpr(*m.span(), "from_end", value, _ending(m), approx=True)


def _extra_end(m: re.Match[str], rule: Rule) -> TimeExpr | None:
    """Read "a tre minuti dai rigori", "a due minuti dal cambio di campo"."""
    value, _ = _length(m)
    return None if value is None else TimeExpr(*m.span(), "from_end", value, 3 if m["change"] else 4, approx=True)


def _shortly(m: re.Match[str], rule: Rule) -> TimeExpr:
    return TimeExpr(*m.span(), "unknown", None, _ending(m))


def _brink(m: re.Match[str], rule: Rule) -> TimeExpr:
    return TimeExpr(*m.span(), "from_end", 1, _ending(m), approx=True)


def _unknown(m: re.Match[str], rule: Rule) -> TimeExpr:
    return TimeExpr(*m.span(), "unknown", None, rule.half)


def _about(m: re.Match[str], rule: Rule) -> TimeExpr:
    g, senses = m.groupdict(), words("time").senses
    near = " ".join(filter(None, (g.get("near"), g.get("prep"))))
    later = any(word in near for word in senses["later"])
    earlier = not later and any(word in near for word in senses["earlier"])
    beside = number(g.get("over") or "") or 0, number(g.get("short") or "") or 0
    minute = (rule.minute or 0) + (beside[0] - beside[1] or later - earlier)
    return TimeExpr(*m.span(), "absolute", minute, rule.half or _half(g.get("half")), approx=True)


def _later(m: re.Match[str], rule: Rule) -> TimeExpr | None:
    one = m.groupdict().get("one")
    value, approx = (words("time").instants[one], False) if one else _length(m)
    return None if value is None else TimeExpr(*m.span(), "delta", value, approx=approx)


def _before(m: re.Match[str], rule: Rule) -> TimeExpr | None:
    value, approx = _length(m)
    return None if value is None else TimeExpr(*m.span(), "delta", -value, approx=approx)


def _before_goal(m: re.Match[str], rule: Rule) -> TimeExpr | None:
    value, approx = _length(m)
    return None if value is None else TimeExpr(*m.span(), "of_goal", -value, approx=approx)


def _delta(m: re.Match[str], rule: Rule) -> TimeExpr:
    """Read "nello stesso minuto", "quasi subito": ``rule.minute`` minutes after the event before."""
    about = m[0].lower().startswith(("quasi", "in quei", "in quegli"))
    return TimeExpr(*m.span(), "delta", rule.minute or 0, approx=about)


def _alone(kind: str, approx: bool) -> Callable[[re.Match[str], Rule], TimeExpr]:
    """A reader of words that tell no number: what they mean follows from the time before them."""
    return lambda m, rule: TimeExpr(*m.span(), kind, approx=approx)


def _passing(m: re.Match[str], rule: Rule) -> TimeExpr | None:
    value, approx = _length(m)
    if value is None or _waited(m):
        return None
    of = m.groupdict().get("of")
    if of:
        return TimeExpr(*m.span(), "start", value, 2 if _second(of) else None, approx=approx)
    return TimeExpr(*m.span(), "lapse", value, approx=approx)


def _waited(m: re.Match[str]) -> bool:
    """Whether minutes pass in which nobody plays, or a whole match lasts them: "il recupero dura sei minuti"."""
    senses = words("time").senses
    clause = re.split("[.;:]", m.string[max(0, m.start() - CLAUSE) : m.start()].lower())[-1]
    lasts = any(word in m[0] for word in senses["lasting"])
    return any(word in clause for word in senses["waited"]) or (lasts and any(w in clause for w in senses["whole"]))


def _within(m: re.Match[str], rule: Rule) -> TimeExpr | None:
    value, _ = _length(m)
    return None if value is None else TimeExpr(*m.span(), "unknown", value)


def _after(m: re.Match[str], rule: Rule) -> TimeExpr | None:
    degree = m.groupdict().get("degree")
    value, approx = (number(degree), False) if degree else _length(m)
    if value is None:
        return _since_kick_off(m)
    if m["of"] is None:
        return TimeExpr(*m.span(), "after", value, approx=approx)
    return TimeExpr(*m.span(), "start", value, 2 if _second(m["of"]) else None, approx=approx)


def _since_kick_off(m: re.Match[str]) -> TimeExpr | None:
    """Read "dopo sessantaquattro minuti": what is longer than a half counts from kick-off."""
    value = number(m["n"] or "")
    return TimeExpr(*m.span(), "absolute", value) if value and LONGEST < value <= LAST_OF_MATCH else None


def _from_start(m: re.Match[str], rule: Rule) -> TimeExpr | None:
    value, approx = _length(m)
    of = m["second"] or m.groupdict().get("of")
    return None if value is None else TimeExpr(*m.span(), "start", value, 2 if of else 1, approx=approx)


def _second(text: str) -> bool:
    """Whether words that name a start name that of the second half."""
    return any(word in text for word in words("time").senses["after_the_break"])


def _fixed(m: re.Match[str], rule: Rule) -> TimeExpr:
    return TimeExpr(*m.span(), "absolute", rule.minute)


def _stoppage(m: re.Match[str], rule: Rule) -> TimeExpr:
    return TimeExpr(*m.span(), "stoppage", None, _half(m["half"]), approx=True)


def _interval(m: re.Match[str], rule: Rule) -> TimeExpr | None:
    before = m.string[max(0, m.start() - CLAUSE) : m.start()].lower()
    senses = words("time").senses
    in_room = any(room in m[0] for room in senses["dressing_room"])
    if in_room and any(word in before for word in senses["sent_off"]):
        return None  # "lo manda anzitempo negli spogliatoi"
    return TimeExpr(*m.span(), "interval", rule.minute, rule.half, approx=True)


READERS: dict[str, Callable[[re.Match[str], Rule], TimeExpr | None]] = {
    "minute": _minute,
    "added": _added,
    "stoppage_of": _stoppage_of,
    "from_end": _from_end,
    "extra_end": _extra_end,
    "shortly": _shortly,
    "brink": _brink,
    "from_start": _from_start,
    "about": _about,
    "later": _later,
    "before": _before,
    "before_goal": _before_goal,
    "delta": _delta,
    "still": _alone("still", approx=True),
    "at_once": _alone("at_once", approx=True),
    "same": _alone("same", approx=False),
    "passing": _passing,
    "within": _within,
    "after": _after,
    "fixed": _fixed,
    "stoppage": _stoppage,
    "interval": _interval,
    "unknown": _unknown,
}
"""What ``read`` in time.toml may name."""
