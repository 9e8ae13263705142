"""Who is meant by "il nuovo entrato", "l'ultimo arrivato", "il ragazzo": the man who came on last before."""

from __future__ import annotations

from core.changes_pairs import Change
from core.reading import Name, Reading
from core.refs import definite
from core.vocabulary import words

LATELY = 1
"""Sentences from the change within which "il ragazzo" is who came on."""


def newcomers(r: Reading) -> list[tuple[int, int, bool]]:
    """Token spans of words for a man who came on, and whether they are so only close behind the change."""
    v = words("refs")
    taken = {k for n in r.names for k in range(n.a, n.b)}
    out = []
    for t in r.toks:
        for phrase in v.newcomer.get(t.low, ()) if t.i not in taken else ():
            parts = phrase.split()
            end = t.i + len(parts)
            behind = r.toks[end] if end < len(r.toks) else None
            named = behind is not None and behind.cap and not behind.first
            if [x.low for x in r.toks[t.i : end]] == parts and definite(r, t.i, v) and not named:
                out.append((t.i, end, t.low in v.youngsters))
    return out


def who_came_on(r: Reading, spans: list[tuple[int, int, bool]], changes: list[Change]) -> list[Name]:
    """The words as names of the men who came on last before them: "dentro X … il nuovo entrato segna"."""
    out = []
    for a, b, lately in spans:
        before = [c for c in changes if c.in_ >= 0 and c.pos < a]
        last = max(before, key=lambda c: c.pos, default=None)
        if last is None or (lately and r.toks[a].sent - r.toks[last.pos].sent > LATELY):
            continue
        text = " ".join(t.text for t in r.toks[a:b])
        out.append(Name(a, b, text, text.lower(), "PLAYER", r.people[last.in_].name, person=last.in_, rule="ref"))
    return out
