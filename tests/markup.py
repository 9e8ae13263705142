"""Examples as inline markup: ``<player>Rossi</player> <time minute=12>al 12'</time>``; what does not parse raises.

Also the shortest ways into the reader: a Reading after any of its stages.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from core.clean import clean
from core.knowledge import lexicon
from core.pipeline import STAGES, pipeline
from core.reading import Reading

_TAG = re.compile(r"<(?P<close>/)?(?P<name>[a-z_]+)(?P<attributes>(?: [a-z_]+=(?:\"[^\"]*\"|[^\s<>\"]+))*)>")
_ATTRIBUTE = re.compile(r" ([a-z_]+)=(?:\"([^\"]*)\"|([^\s<>\"]+))")


class MarkupError(ValueError):
    """An example that is not written as it should be: the fault of the test."""


@dataclass(frozen=True, slots=True)
class Tagged:
    """A stretch of the text with its tag."""

    tag: str
    start: int
    end: int
    text: str
    attributes: dict[str, str] = field(default_factory=dict)


def parse(marked: str) -> tuple[str, list[Tagged]]:
    """Return the text without its tags and the tagged stretches in order; at least one."""
    text, at = "", 0
    open_: list[tuple[str, int, dict[str, str]]] = []
    found: list[Tagged] = []
    for match in _TAG.finditer(marked):
        text += _plain(marked[at : match.start()])
        at = match.end()
        name = match["name"]
        if not match["close"]:
            attributes = {k: quoted or bare for k, quoted, bare in _ATTRIBUTE.findall(match["attributes"])}
            open_.append((name, len(text), attributes))
            continue
        if not open_ or open_[-1][0] != name:
            raise MarkupError(f"</{name}> closes nothing in {marked!r}; open are {[o[0] for o in open_]}")
        _, start, attributes = open_.pop()
        found.append(Tagged(name, start, len(text), text[start:], attributes))
    text += _plain(marked[at:])
    if open_:
        raise MarkupError(f"<{open_[-1][0]}> is not closed in {marked!r}")
    if not found:
        raise MarkupError(f"no tag in {marked!r}")
    return text, sorted(found, key=lambda t: (t.start, -t.end))


def _plain(piece: str) -> str:
    if "<" in piece or ">" in piece:
        raise MarkupError(f"{piece!r} is no tag; write <tag key=value>…</tag>")
    return piece


def read(text: str, last: str = STAGES[-1], squads: bool = True) -> Reading:
    """Return the state of a reading after the stage ``last``, the gate left out."""
    if last not in STAGES:
        raise MarkupError(f"{last!r} is no stage; must be one of {', '.join(STAGES)}")
    view = clean(text)
    nlp = pipeline()
    doc = nlp.make_doc(view.text)
    doc._.reading = reading = Reading(text, view, lexicon(), squads)
    for name, stage in nlp.pipeline:
        doc = stage(doc)
        if name == last:
            break
    return reading
