"""Women's and youth sides are sides of their own: the competition tells them from the first team of their club."""

from __future__ import annotations

import re
from functools import lru_cache

import pandas as pd

from core.vocabulary import words

OF_MATCH = ("home", "away")
OF_EVENT = ("home", "away", "team")
OF_LINEUP = ("home", "away", "team")


@lru_cache(maxsize=1)
def _patterns() -> dict[str, re.Pattern[str]]:
    told = words("sides")
    return {told.called[kind]: re.compile("|".join(getattr(told, kind)), re.I) for kind in told.called}


@lru_cache(maxsize=4096)
def apart(competition: str) -> str:
    """Return what is put behind the sides of a competition: ``femminile``, ``giovanili``, or nothing."""
    return next((mark for mark, pattern in _patterns().items() if pattern.search(competition)), "")


@lru_cache(maxsize=65536)
def side_name(name: str, mark: str) -> str:
    """Return the name of a side with its mark, unless it says so itself: ``Juventus Women``."""
    return f"{name} ({mark})" if mark and not _patterns()[mark].search(name) else name


def club_of(side: str) -> str:
    """Return the name of a side without the mark that :func:`side_name` gave it."""
    return next((side.removesuffix(f" ({m})") for m in _patterns() if side.endswith(f" ({m})")), side)


def set_apart(matches: pd.DataFrame, *others: tuple[pd.DataFrame, tuple[str, ...]]) -> list[pd.DataFrame]:
    """Return the matches, then each other frame, with the names of sides set apart by the competition of the match.

    ``others`` are frames with ``match_id``, each with its columns that name sides.
    """
    marks = matches["competition"].fillna("").map(apart)
    marks.index = pd.Index(matches["match_id"])
    marks = marks[marks != ""]
    return [_marked(frame, columns, marks) for frame, columns in ((matches, OF_MATCH), *others)]


def _marked(frame: pd.DataFrame, columns: tuple[str, ...], marks: pd.Series[str]) -> pd.DataFrame:
    if marks.empty:
        return frame
    own = frame["match_id"].map(marks)
    rows = own.notna()
    frame = frame.copy()
    for column in columns:
        pairs = zip(frame.loc[rows, column], own[rows], strict=True)
        named = [name if pd.isna(name) else side_name(name, mark) for name, mark in pairs]
        frame.loc[rows, column] = pd.Series(named, index=frame.index[rows], dtype=frame[column].dtype)
    return frame
