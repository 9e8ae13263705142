"""Which forms of a name are one person: shorter ones, initials, slips of the pen; all forms folded."""

from __future__ import annotations

from rapidfuzz.distance import DamerauLevenshtein

from core.gazetteer import Gazetteer

SHORTEST_SLIP = 6
"""Shorter forms are not taken for misspellings of one another."""
LONG_NAME = 9
"""In a name of so many letters two slips are forgiven."""
RARE = 2
"""A form that stands in the text more often than this is no misspelling."""


def same_person(short: str, full: str) -> bool:
    """Whether the folded form ``short`` can be a shorter way to write ``full``: a run of its words at either end."""
    x, y = short.split(), full.split()
    return len(x) < len(y) and (y[-len(x) :] == x or (y[: len(x)] == x))


def initialled(short: str, full: str) -> bool:
    """Whether "ferrari m." or "m. ferrari" abbreviates "matteo ferrari"."""
    parts = short.replace(".", " ").split()
    letters = [p for p in parts if len(p) == 1]
    surname = [p for p in parts if len(p) > 1]
    whole = full.split()
    if len(letters) != 1 or not surname or len(whole) != len(surname) + 1 or "." in full:
        return False
    return (whole[1:] == surname and whole[0][0] == letters[0]) or (
        whole[:-1] == surname and whole[-1][0] == letters[0]
    )


def link(keys: dict[str, int], gaz: Gazetteer, listed: dict[str, str] | None = None) -> dict[str, str]:
    """Form → the fullest form of the same person among ``keys`` (form → number of occurrences).

    A short form that fits two full ones stays alone; a rare unknown form one slip away from another is a misspelling.
    ``listed`` tells what the match sheet lists a form as: its coach Bertelli is not its player Betelli.
    """
    roles = listed or {}
    out = {key: key for key in keys}
    for short in keys:
        fits = [full for full in keys if same_person(short, full) or initialled(short, full)]
        longest = [f for f in fits if not any(same_person(f, g) for g in fits)]
        if len(longest) == 1 and not (short in gaz.given and short not in gaz.surnames and " " in short):
            out[short] = longest[0]
    for key, count in keys.items():
        if out[key] != key or count > RARE or len(key) < SHORTEST_SLIP or key in gaz.surnames:
            continue
        for other, n in keys.items():
            if key in roles and other in roles and roles[key] != roles[other]:
                continue
            if other != key and (n > count or other in gaz.surnames) and slip(key, other):
                out[key] = out[other]
                break
    return out


def slip(a: str, b: str) -> bool:
    """Whether two forms differ by one slip of the pen (two in a long name)."""
    if a[0] != b[0] and a[1:3] != b[1:3]:
        return False
    return DamerauLevenshtein.distance(a, b, score_cutoff=2) <= (1 if len(a) < LONG_NAME else 2)
