"""Who plays with whom by the company of names: fitted weights over the words between and round two of them."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from core.knowledge import FOLDER
from core.reading import Name, Reading
from core.tokens import NO_PROSE, Tok
from core.verbs import finite, lemmas
from core.vocabulary import words

ROUND = 3
"""So many words before the first name and behind the second are read."""
SHORT = 3
"""So few tokens between two names are also read as one phrase."""
LENGTHS = (0, 1, 3, 7, 15)
MANY = 3
KEEPS = 1.0
"""The evidence from which on a man counts as goalkeeper."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Two men, or a man and a side, named one soon after the other, and what the words say of them."""

    first: Name
    second: Name
    said: tuple[str, ...]


def mates(r: Reading) -> None:
    """Let every two names that follow one another vote on whether they belong together."""
    scale = words("weights").mates
    for pair in pairs(r):
        if _own_goal_of(r, pair.first):
            continue  # "passa con Rossi, un'autorete di Neri e Bianchi"
        weight = max(-scale["most"], min(scale["most"], odds(pair)))
        for side, man in ((pair.first, pair.second), (pair.second, pair.first)):
            if side.label == "TEAM":
                r.graph.anchor(man.person, scale["side"] * (weight if side.name == r.match.home else -weight))
                break
        else:
            r.graph.tie(pair.first.person, pair.second.person, scale["man"] * weight)


def _own_goal_of(r: Reading, n: Name) -> bool:
    """Whether "autorete di" stands before a name."""
    before = [t.low for t in r.toks[max(0, n.a - 2) : n.a]]
    return len(before) > 1 and before[1] in words("clauses").of and before[0] in words("contacts").own_goal_words


def odds(pair: Pair) -> float:
    """Return the log-odds that the two belong together."""
    weights = table()
    return sum(weights.get(said, 0.0) for said in pair.said)


@lru_cache(1)
def table() -> dict[str, float]:
    """Word with its place → weight, from core/lexicon/words/mates.csv (written by tools/fit_mates.py)."""
    with (FOLDER / "words" / "mates.csv").open(encoding="utf-8", newline="") as handle:
        return {row["said"]: float(row["weight"]) for row in csv.DictReader(handle)}


def pairs(r: Reading) -> Iterator[Pair]:
    """Pair every name with the last man and, where it is a man's, with the last side before it in the same passage.

    A passage is a sentence and the one after it in the same paragraph.
    """
    named: list[tuple[str, Name]] = []
    for n in r.names:
        kind = _kind(r, n)
        if not kind:
            continue
        man = side = False
        sides = men = 0
        for other_kind, other in reversed(named):
            apart = r.toks[n.a].sent - r.toks[other.a].sent
            if (man and side) or apart > 1 or r.toks[other.a].line != r.toks[n.a].line:
                break
            if other_kind == "side":
                if not side and kind != "side":
                    side = True
                    yield Pair(other, n, _said(r, other_kind, other, kind, n, men))
                sides += 1
            else:
                if not man and other.person != n.person and not (kind == "side" and apart):
                    yield Pair(other, n, _said(r, other_kind, other, kind, n, sides))
                man = True
                men += 1
        named.append((kind, n))


def _kind(r: Reading, n: Name) -> str:
    """Return man, coach or side; "" for names that say nothing here."""
    if r.toks[n.a].section in NO_PROSE or n.adjective:
        return ""
    if n.label == "TEAM":
        return "side" if n.name in r.sides else ""
    label = r.people[n.person].label if n.person >= 0 and n.rule != "ref" else ""
    return {"PLAYER": "man", "COACH": "coach"}.get(label, "")


def _said(r: Reading, kind: str, n: Name, other_kind: str, m: Name, passed: int) -> tuple[str, ...]:
    """Return what stands between and round two names, each with its place."""
    toks, here = r.toks, r.toks[n.a].sent == r.toks[m.a].sent
    between = toks[n.b : m.a]
    spoken = [_word(t) for t in between if t.word]
    before = [t for t in toks[max(0, n.a - ROUND) : n.a] if t.sent == toks[n.a].sent]
    behind = [t for t in toks[m.b : m.b + ROUND + 1] if t.sent == toks[m.a].sent]
    verbs = [_word(t) for t in between if t.word and finite(t.low)]
    said = ["", f"length {sum(len(spoken) > most for most in LENGTHS)}", f"passed {min(passed, MANY)}"]
    said += [f"between {word}" for word in dict.fromkeys(spoken)]
    said += [f"mark {t.text}" for t in between if not t.word and not t.text.isdigit()]
    said += ["number"] if any(t.text.isdigit() for t in between) else []
    said.append(f"verbs {min(len(verbs), MANY)}")
    said += [f"verb {verbs[0]}", f"last verb {verbs[-1]}"] if verbs else []
    if between:
        said += [f"first {_word(between[0])}", f"last {between[-1].low}"]
    if 0 < len(between) <= SHORT:
        said.append("phrase " + " ".join(t.low for t in between))
    said += [f"before {_word(t)}" for t in before] or ["opens"]
    said += [f"next {_word(behind[0])}"] if behind else []
    acts = next((_word(t) for t in behind[:ROUND] if t.word and lemmas(t.low)), "")
    said += [f"acts {acts}"] if acts else []
    keepers = [str(int(r.people[x.person].goalkeeper >= KEEPS)) for x in (n, m) if x.person >= 0]
    said.append("keeps " + " ".join(keepers))
    place = f"{kind} {other_kind} {'here' if here else 'next'}"
    anywhere = [f"any {s}" for s in said if s.startswith("between ")] if "side" not in (kind, other_kind) else []
    return tuple(dict.fromkeys([*(f"{place} {s}".rstrip() for s in said), *anywhere]))


def _word(t: Tok) -> str:
    """Return the verb that a token can be a form of, else the word itself."""
    return min(lemmas(t.low), default=t.low)
