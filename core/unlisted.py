"""Sides that no list knows, by how the text speaks of them: "il Fossalba batte", "di un Trebbiano in dieci"."""

from __future__ import annotations

from collections.abc import Iterator

from core.entities import Type
from core.gazetteer import Gazetteer
from core.labels import BEFORE_CLUBS, Hints
from core.ordinary import italian_word
from core.reading import Name
from core.runs import Run
from core.tokens import Tok
from core.verbs import analyses, lemmas
from core.vocabulary import Vocabulary, words

TWICE = 2
"""More occurrences than these say no more."""
SHORTEST = 4
"""Words of fewer letters stand for no side of a longer name."""


def unlisted_sides(
    types: dict[str, Type],
    toks: list[Tok],
    listed: list[Name],
    hints: Hints,
    gaz: Gazetteer,
    names: Vocabulary,
    match: Vocabulary,
    w: dict[str, float],
) -> None:
    """Add to the TEAM score of forms that no list of people knows and that the text treats as sides."""
    sides = {n.key for n in listed if n.label == "TEAM"}
    people = {word for n in listed if n.label != "TEAM" for word in n.key.split()}
    women = sum(t.low in match.women for t in toks) > 1
    for t in types.values():
        if set(t.key.split()) & people or any(cue != "COACH" for cue in t.cues.values()):
            continue
        if t.key in names.lands:
            t.score["PLACE"] += w["place_noun"]
        if t.key in sides:
            t.score["TEAM"] += w["side_of_sheet"]
        elif len(t.key) >= SHORTEST and any(t.key in (s.split()[0], s.split()[-1]) for s in sides):
            t.score["TEAM"] += w["short_form"]
        nicknamed = any((hint := hints.get(run.a)) is not None and hint.rule == "person" for run in t.runs)
        if nicknamed or not _could_be(t, gaz, names):
            continue
        behind = sum(_behind_article(toks, run, names, women) for run in t.runs)
        acts = sum(_acts_as_side(toks, run, match) for run in t.runs)
        if behind or acts:
            t.score["TEAM"] += w["unlisted_article"] * min(behind, TWICE) + w["acts_as_side"] * min(acts, TWICE)
            if behind:
                t.town, t.score["PLACE"] = True, 0.0
            if behind > sum(_bare(toks, run) for run in t.runs):
                t.score["PLAYER"] = min(t.score["PLAYER"], w["unknown_word"])  # no man is called "il Fossalba"


def _could_be(t: Type, gaz: Gazetteer, names: Vocabulary) -> bool:
    """Whether a form is a name that no list of people, grounds or lands knows."""
    words = t.key.split()
    known = t.key in gaz.surnames or t.key in gaz.people or t.key in gaz.coaches or words[0] in gaz.given
    return not known and t.key not in names.lands and not (len(words) == 1 and italian_word(words[0]))


def _behind_article(toks: list[Tok], run: Run, names: Vocabulary, women: bool) -> bool:
    """Whether a name stands behind an article as men have none ("il", "del", "al"), women hardly ever ("la")."""
    if not run.mid or not run.a or toks[run.a - 1].sent != toks[run.a].sent:
        return False
    low = toks[run.a - 1].low
    return low in names.side_articles or (not women and low in names.side_articles_feminine)


def _bare(toks: list[Tok], run: Run) -> bool:
    """Whether a name stands as a man's does: without article, and not behind what stands before sides too."""
    before = toks[run.a - 1] if run.a and toks[run.a - 1].sent == toks[run.a].sent else None
    return before is None or before.low not in (*BEFORE_CLUBS, *words("names").articles)


def _acts_as_side(toks: list[Tok], run: Run, match: Vocabulary) -> bool:
    """Whether only a side does what is said here, or is in the state: "sbanca", "in dieci", "sbancata"."""
    return any(_said(toks, run, match))


def _said(toks: list[Tok], run: Run, match: Vocabulary) -> Iterator[bool]:
    sent = toks[run.a].sent
    after = [t for t in toks[run.b : run.b + 3] if t.sent == sent]
    before = toks[run.a - 1] if run.a and toks[run.a - 1].sent == sent else None
    if len(after) > 1 and after[0].low == "in":
        yield after[1].low in match.men_left
    if after:
        yield bool(lemmas(after[0].low) & match.away_verbs) and any(f.finite for f in analyses(after[0].low))
    if before is not None:
        yield bool(lemmas(before.low) & match.away_verbs)
