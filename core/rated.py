"""Player ratings tell sides: who is given a mark below a side's name plays for it."""

from __future__ import annotations

from collections.abc import Iterator

from core.ratings import read_ratings
from core.reading import Name, Reading
from core.schema import SectionKind

HEADING = 8
"""A line of more words is no heading, unless a colon or bracket stands behind the side's name."""
OPENS_LIST = (":", "(")


def rated(r: Reading) -> None:
    """Let the side at the head of each block of marks vote on those who are given one in it."""
    weight = r.lex.words["weights"]["people"]["sheet_side"]
    named = {r.toks[n.a].start: n for n in r.names if n.person >= 0}
    for section in r.sections:
        if section.kind != SectionKind.RATINGS:
            continue
        marked = {
            mark.name[0]: named[mark.name[0]] for mark in read_ratings(r.view.text, section) if mark.name[0] in named
        }
        lines = {r.toks[n.a].line for n in marked.values()}
        first = min((n.a for n in marked.values()), default=0)
        heads = [n for n in _headings(r, lines) if r.toks[n.a].start >= section.start or _next_line(r, n, first)]
        for n in marked.values():
            head = next((h for h in reversed(heads) if h.a < n.a), None)
            if head is not None:
                r.graph.anchor(n.person, weight if head.name == r.match.home else -weight)


def _headings(r: Reading, marked: set[int]) -> Iterator[Name]:
    """Yield the sides that head a block: alone in a line without marks, or with a colon or bracket behind."""
    for n in r.names:
        if n.label != "TEAM" or n.adjective or n.name not in r.sides:
            continue
        line = r.toks[n.a].line
        opens = n.a == 0 or r.toks[n.a - 1].line != line
        behind = r.toks[n.b] if n.b < len(r.toks) and r.toks[n.b].line == line else None
        listed = opens and behind is not None and behind.text in OPENS_LIST
        if listed or (line not in marked and _length(r, n) <= HEADING):
            yield n


def _length(r: Reading, n: Name) -> int:
    """How many words the line of a name has, no more than are asked for."""
    near = r.toks[max(0, n.a - HEADING) : n.b + HEADING]
    return sum(t.line == r.toks[n.a].line for t in near)


def _next_line(r: Reading, n: Name, first: int) -> bool:
    """Whether nothing stands between a line and the first mark."""
    return all(t.line == r.toks[n.a].line for t in r.toks[n.b : first])
