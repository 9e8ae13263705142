"""The words of the match sheet, read once from core/lexicon/words/sheet.toml and compiled."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

_FOLDER = Path(__file__).parent / "lexicon" / "words"


@lru_cache(maxsize=8)
def words(stem: str) -> dict[str, Any]:
    """Return core/lexicon/words/``stem``.toml as a dict."""
    return tomllib.loads((_FOLDER / f"{stem}.toml").read_text(encoding="utf-8"))


def alternation(entries: list[str]) -> str:
    """Return a pattern that matches any of the literal ``entries``, the longest first, blanks loosely."""
    ordered = sorted(set(entries), key=len, reverse=True)
    return "|".join(re.escape(entry.replace("’", "'")).replace(r"\ ", r"\s+") for entry in ordered)


def whole(entries: list[str]) -> re.Pattern[str]:
    """Return a pattern for any of ``entries`` as whole words, ignoring case."""
    return re.compile(rf"(?<![^\W_])(?:{alternation(entries)})(?![^\W_])", re.I)


@dataclass(frozen=True, slots=True)
class SheetWords:
    """The compiled vocabulary."""

    label_kind: dict[str, str]
    """Label, folded to lower case and single blanks -> kind of field."""
    label: re.Pattern[str]
    label_first: frozenset[str]
    """The first words of the labels, in lower case."""
    bare: frozenset[str]
    weak: frozenset[str]
    heading: frozenset[str]
    heading_start: re.Pattern[str]
    half: str
    """Pattern of one half word."""
    half_periods: tuple[tuple[int, re.Pattern[str]], ...]
    """(1, 2, 3, 4, or 34 for extra time unspecified; its words)."""
    penalty: re.Pattern[str]
    own_goal: re.Pattern[str]
    captain: frozenset[str]
    stop: frozenset[str]
    capital_names: frozenset[str]
    unrated: frozenset[str]
    none: frozenset[str]
    particles: frozenset[str]
    linking: frozenset[str]
    """Particles that in small letters before a name link it to what stands before ("gol di Rossi")."""
    club_particles: frozenset[str]
    second_yellow: re.Pattern[str]
    reason: frozenset[str]
    grounds: frozenset[str]
    """What a card is given for, after "per"."""
    beside: frozenset[str]
    """Words after a scorer before his side ("per il Milan")."""
    sub_for: frozenset[str]
    sub_in: frozenset[str]
    sub_out: frozenset[str]
    note_penalty: re.Pattern[str]
    keeper_does: re.Pattern[str]
    taker_does: re.Pattern[str]
    annulled: re.Pattern[str]
    note_goal: re.Pattern[str]
    shootout: re.Pattern[str]
    extra_time: re.Pattern[str]
    awarded: re.Pattern[str]
    half_time: re.Pattern[str]
    competition: re.Pattern[str]
    date: re.Pattern[str]
    titles: frozenset[str]
    origin: frozenset[str]
    live_heading: re.Pattern[str]
    """A line that names a half of live commentary."""


def _label_key(label: str) -> str:
    return re.sub(r"\s+", " ", label.lower().replace("’", "'")).strip()


@lru_cache(maxsize=1)
def sheet_words() -> SheetWords:
    """Return the compiled words of the match sheet."""
    data = words("sheet")
    kinds = {_label_key(label): kind for kind, labels in data["labels"].items() for label in labels}
    halves = [(entry["period"], "|".join(entry["patterns"])) for entry in data["half"]]
    score = data["score"]
    return SheetWords(
        label_kind=kinds,
        label=re.compile(rf"(?<![\w'])(?:{alternation(list(kinds))})(?:(?<=\.)|(?![^\W\d_]))", re.I),
        label_first=frozenset(re.findall(r"[^\W_]+", label)[0] for label in kinds),
        bare=frozenset(map(_label_key, data["bare"]["words"])),
        weak=frozenset(map(_label_key, data["weak"]["words"])),
        heading=frozenset(data["heading"]["words"]),
        heading_start=re.compile(
            rf"\s*(?:{alternation(data['heading']['words'])})(?:\s+d(?:i|el|ella)\b)?(?:\s*[:.]|\s+-+)?\s+(?=\S)", re.I
        ),
        half="|".join(pattern for _, pattern in halves),
        half_periods=tuple((period, re.compile(pattern, re.I)) for period, pattern in halves),
        penalty=whole([w for w in data["marks"]["penalty"] if "(" not in w]),
        own_goal=whole([w for w in data["marks"]["own_goal"] if "(" not in w]),
        captain=frozenset(data["marks"]["captain"]),
        stop=frozenset(data["stop"]["words"]),
        capital_names=frozenset(data["stop"]["capital_names"]),
        unrated=frozenset(data["marks"]["unrated"]),
        none=frozenset(data["marks"]["none"]),
        particles=frozenset(data["particles"]["words"]),
        linking=frozenset(data["particles"]["linking"]),
        club_particles=frozenset(data["particles"]["club"]),
        second_yellow=whole(data["cards"]["second_yellow"]),
        reason=frozenset(data["cards"]["reason"]),
        grounds=frozenset(data["cards"]["grounds"]),
        beside=frozenset(data["marks"]["beside"]),
        sub_for=frozenset(data["subs"]["for"]),
        sub_in=frozenset(data["subs"]["in"]),
        sub_out=frozenset(data["subs"]["out"]),
        note_penalty=whole(data["notes"]["penalty"]),
        keeper_does=whole(data["notes"]["keeper_does"]),
        taker_does=whole(data["notes"]["taker_does"]),
        annulled=whole(data["notes"]["disallowed"]),
        note_goal=whole(data["notes"]["goal"]),
        shootout=re.compile("|".join(score["shootout"]), re.I),
        extra_time=re.compile(rf"(?<![^\W_])(?:{'|'.join(score['extra_time'])})(?![^\W_])", re.I),
        awarded=re.compile("|".join(score["awarded"]), re.I),
        half_time=re.compile("|".join(score["half_time"]), re.I),
        competition=whole(data["competition"]["words"]),
        date=re.compile(
            rf"\b\d{{1,2}}°?\s+(?:{alternation(words('match')['months'])})(?:\s+\d{{4}})?\b|\b\d{{1,2}}[/.]\d{{1,2}}[/.]\d{{2,4}}\b",
            re.I,
        ),
        titles=frozenset(data["person"]["titles"]),
        origin=frozenset(data["person"]["origin"]),
        live_heading=re.compile(
            rf"[\W_]*(?:{alternation(sum(data['live']['headings'].values(), []))})(?![^\W_])", re.I
        ),
    )
