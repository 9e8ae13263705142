"""Corrections in words: what was put right, in one line, and which belong together."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from core.i18n import mark, tr
from core.schema import MatchReport
from core.store_corrections import ADDED, DELETED, Correction
from core.wording import CARDS, FIELDS, LABEL, RESULTS

HEADER = {
    "home": mark("home side"),
    "away": mark("away side"),
    "score": mark("score"),
    "half_time": mark("score at half time"),
    "shootout": mark("penalty shoot-out"),
    "competition": mark("competition"),
    "stage": mark("round or stage"),
    "season": mark("season"),
    "date": mark("date"),
    "stadium": mark("ground"),
    "referee": mark("referee"),
    "home_coach": mark("home coach"),
    "away_coach": mark("away coach"),
    "attendance": mark("attendance"),
    "lineups": mark("line-ups"),
}
KIND = {
    "goal": mark("goal"),
    "disallowed_goal": mark("disallowed goal"),
    "penalty_awarded": mark("penalty awarded"),
    "penalty_missed": mark("penalty missed"),
    "card": mark("card"),
    "substitution": mark("substitution"),
    "shot": mark("shot"),
    "injury": mark("injury"),
}
MORE_FIELDS = {"added": mark("added time"), "period": mark("period"), "type": mark("what happened")}
ENOUGH = 3
"""Lines of one act that are told; the others are counted."""


def value_text(value: Any) -> str:  # noqa: ANN401
    """Say a value: a score, yes or no, a word of the vocabulary, or nothing."""
    if value is None or value == "":
        return tr("not told")
    if isinstance(value, bool):
        return tr("yes") if value else tr("no")
    if isinstance(value, list | tuple):
        return "–".join(str(v) for v in value) if all(isinstance(v, int) for v in value) else "…"
    words = {**KIND, **CARDS, **RESULTS, **LABEL}.get(str(value))
    return tr(words).lower() if words else str(value)


def _event_line(c: Correction) -> str:
    kind, who = tr(KIND.get(c.kind, c.kind)), f" ({c.who})" if c.who else ""
    if c.field == DELETED:
        return tr("{what}: did not happen", what=f"{kind}{who}")
    if c.field == ADDED:
        told = c.value.get("player") or c.value.get("player_in") or c.value.get("fouled")
        return tr("added: {what}", what=f"{kind} ({told})" if told else kind)
    field = tr({**FIELDS, **MORE_FIELDS}.get(c.field, c.field))
    old, new = value_text(c.old), value_text(c.value)
    return tr("{what}: {field}: {old} → {new}", what=f"{kind}{who}", field=field, old=old, new=new)


def _mention_line(c: Correction, text: str) -> str:
    words = text[c.start : c.end]
    if c.field == DELETED:
        return tr("«{words}» is no name", words=words)
    if c.field == ADDED:
        return tr("«{words}» added: {name}", words=words, name=c.value["name"])
    if c.field == "team":
        return tr("{name} plays for {team}", name=c.who, team=c.value or tr("neither side"))
    if c.field == "label":
        return tr("{name}: {label}", name=c.who, label=value_text(c.value))
    return tr("«{words}» is {name}", words=words, name=c.value)


def line(c: Correction, text: str) -> str:
    """Say one correction; ``text`` is the text that it was made on."""
    if c.target == "event":
        return _event_line(c)
    if c.target == "mention":
        return _mention_line(c, text)
    field = tr(HEADER.get(c.field, c.field))
    return tr("{field}: {old} → {new}", field=field, old=value_text(c.old), new=value_text(c.value))


@dataclass(frozen=True, slots=True)
class Act:
    """Corrections made with one press: told, taken back and laid on again together."""

    lines: tuple[str, ...]
    more: int
    reason: str
    made_at: str
    undone: bool
    lost: bool
    numbers: tuple[int, ...]


def acts(corrections: list[Correction], lost: list[Correction], report: MatchReport) -> Iterator[Act]:
    """Yield what was done to a text, the latest first."""
    gone = {c.id for c in lost}
    by_act = groupby(corrections, key=lambda c: (c.made_at, c.reason, bool(c.undone_at)))
    for (made_at, reason, undone), group in reversed([(key, list(g)) for key, g in by_act]):
        lines = tuple(dict.fromkeys(line(c, report.text) for c in group))
        told = lines[:ENOUGH]
        numbers = tuple(c.id for c in group if c.id is not None)
        yield Act(told, len(lines) - len(told), reason, made_at, undone, any(c.id in gone for c in group), numbers)
