"""Weak witnesses for the sides of people: the side that a sentence speaks of, its coach, attack and defence."""

from __future__ import annotations

from collections import defaultdict

from core.reading import Name, Reading
from core.tokens import NO_PROSE, Tok, spelt
from core.verbs import analyses, lemmas
from core.vocabulary import words
from core.winner import told

COLON_REACH = 5
"""So many tokens behind a colon stands the man of the side named before it."""
NEAR = 4
"""So many words behind a name are read for what its bearer does."""
PHRASE = 6
"""So many tokens behind a name may tell that its bearer keeps goal: "dice di no", "abbassa la saracinesca"."""
REACH = 6
"""So many words before the first side may tell who won."""
OPPOSED = -1.0
"""What the witnesses say of two opponents: they are no company to each other."""
LONELY = 0.12
"""The belief below which a person has no witness."""


def company(r: Reading) -> None:
    """Let the side named before a player, in his sentence or the last one of the paragraph, and the coaches vote."""
    w = words("weights").company
    coaches = [p.id for p in r.people if p.label == "COACH"]
    if len(coaches) == 2:
        r.graph.tie(coaches[0], coaches[1], w["coaches"])
    last: Name | None = None
    line = -1
    for names in _by_sentence(r):
        if r.toks[names[0].a].line != line:
            line, last = r.toks[names[0].a].line, None
        last = _sentence(r, names, last, w)
        _of_coaches(r, names, w["coach"])


def _by_sentence(r: Reading) -> list[list[Name]]:
    """Return the names of the prose by sentence, in text order."""
    out: dict[int, list[Name]] = defaultdict(list)
    for n in r.names:
        if r.toks[n.a].section not in NO_PROSE and (n.rule != "ref" or n.label == "TEAM"):
            out[r.toks[n.a].sent].append(n)
    return [out[sent] for sent in sorted(out)]


def _is(r: Reading, n: Name, label: str) -> bool:
    return n.person >= 0 and r.people[n.person].label == label


def _is_side(r: Reading, n: Name) -> bool:
    return n.label == "TEAM" and not n.adjective and n.name in r.sides


def _sentence(r: Reading, names: list[Name], last: Name | None, w: dict[str, float]) -> Name | None:
    """Read one sentence; return the side that the next one goes on with."""
    team: Name | None = None
    losers = _beaten(r, names)
    for k, n in enumerate(names):
        if _is_side(r, n):
            team = team if _in_pair(r.toks, n) or (team is not None and n.name in losers) else n
        elif _is(r, n, "PLAYER"):
            side, where = (team, "here") if team is not None else (last if k == 0 else None, "before")
            if side is not None:
                weight = w[f"{_role(r.toks, n, side)}_{where}"] + _behind_colon(r.toks, side, n, w["colon"])
                r.graph.anchor(n.person, weight if side.name == r.match.home else -weight)
    return team or last


def _beaten(r: Reading, names: list[Name]) -> set[str]:
    """Return the side that the sentence tells beaten by the other: what follows is told of the winner."""
    sides = [n for n in names if n.label == "TEAM" and not n.adjective and n.name in r.sides]
    if len({n.name for n in sides}) < len(r.sides):
        return set()
    vocab = words("match")
    first, last = min(n.a for n in sides), max(n.b for n in sides)
    said = (
        told(t, r.toks, sides, vocab) for t in r.toks[max(0, first - REACH) : last + 1] if t.sent == r.toks[first].sent
    )
    named = {n.name for n in sides}
    return {side for winner, loser in said for side in _losers(winner, loser, named)}


def _losers(winner: str | None, loser: str | None, named: set[str]) -> set[str]:
    """Return who lost: where only the winner is told, the other of the two sides named with him."""
    if loser is not None:
        return {loser}
    return named - {winner} if winner in named else set()


def _in_pair(toks: list[Tok], n: Name) -> bool:
    """Whether a side stands in "A-B"."""
    return (n.b < len(toks) and toks[n.b].text == "-") or (n.a > 0 and toks[n.a - 1].text == "-")


def _role(toks: list[Tok], n: Name, side: Name) -> str:
    """What a player does, where the side named before him is the subject or has a preposition before it."""
    if _suffers(toks, n):
        return "victim"
    saver, attacker = _does(toks, n)
    if saver:
        return "saver"
    before = toks[side.a - 1].low if side.a else ""
    hanging = before in words("match").hanging
    return "hanging" if hanging else "attacker" if attacker else "other"


def _suffers(toks: list[Tok], n: Name) -> bool:
    """Whether a verb at once before a name has him as its object: "prova a sorprendere Rossi", "non salta Bianchi"."""
    verb = toks[n.a - 1] if n.a and toks[n.a - 1].sent == toks[n.a].sent else None
    return verb is not None and any(
        f.mood == "inf" and f.lemma in words("contacts").against for f in analyses(verb.low)
    )


def _does(toks: list[Tok], n: Name) -> tuple[bool, bool]:
    """Whether the words beside a name show its bearer saving, and attacking."""
    v, sent = words("contacts"), toks[n.a].sent
    behind = (t for t in toks[n.b : n.b + NEAR] if t.sent == sent)
    first = next((t for t in behind if t.low not in v.light), None)
    before = [t.low for t in toks[max(0, n.a - 3) : n.a] if t.sent == sent]
    verbs = set(lemmas(first.low)) if first is not None and first.word else set()
    verbs |= lemmas(before[-1]) if before else set()
    told = spelt(toks[n.b : n.b + PHRASE]) + " "
    keeps = any(told.startswith(phrase + " ") for phrase in words("keepers").after)
    of_noun = bool(before) and before[-1] in ("di", "con") and bool(set(before) & (v.attempts | v.ball_nouns))
    return keeps or bool(verbs & v.saves), of_noun or bool(verbs & (v.attempt_verbs | v.gives | v.finds))


def _behind_colon(toks: list[Tok], side: Name, n: Name, weight: float) -> float:
    """Read "i friulani vanno vicini al raddoppio: Bruni arriva sul fondo"."""
    marks = [t.i for t in toks[side.b : n.a] if t.text == ":"]
    saver, _ = _does(toks, n)
    return weight if len(marks) == 1 and n.a - marks[0] <= COLON_REACH and not saver else 0.0


def _of_coaches(r: Reading, names: list[Name], weight: float) -> None:
    """Tie a coach to the players named behind him, up to the next coach or side: "Gotti toglie Rossi per Bianchi"."""
    coach: Name | None = None
    for n in names:
        if _is(r, n, "COACH"):
            coach = n
        elif _is_side(r, n):
            coach = None
        elif coach is not None and _is(r, n, "PLAYER") and not (_keeps(r, n) or _does(r.toks, n)[0]):
            r.graph.tie(coach.person, n.person, weight)


def neighbours(r: Reading) -> None:
    """A last, weak witness for who has no other: whom the sentence names at once before or behind him."""
    w = words("weights").company
    belief = r.graph.settle(len(r.people))
    lonely = {p.id for p in r.people if abs(belief[p.id]) < LONELY and p.label in ("PLAYER", "COACH")}
    named = [n for n in r.names if _is_side(r, n) and not _in_pair(r.toks, n)]
    coach = next((p.id for p in r.people if p.label == "COACH"), -1)
    for names in _by_sentence(r) if lonely else ():
        for k, n in enumerate(names):
            if n.person not in lonely:
                continue
            side = next((m for m in reversed(names[:k]) if _is_side(r, m)), None)
            if side is None and _is(r, n, "COACH"):
                side = next((m for m in reversed(named) if m.a < n.a), None)
                first = side is None or r.people[n.person].id == coach
                r.graph.anchor(n.person, w["lonely_side"] if first else 0.0)
            if side is not None:
                r.graph.anchor(n.person, w["lonely_side"] * (1.0 if side.name == r.match.home else -1.0))
            for m in names[max(0, k - 1) : k + 2]:
                opposed = r.graph.between(n.person, m.person) <= OPPOSED
                if m.person not in (-1, n.person) and _keeps(r, m) == _keeps(r, n) and not opposed:
                    r.graph.tie(n.person, m.person, w["lonely_beside"])


def _keeps(r: Reading, n: Name) -> bool:
    return r.people[n.person].goalkeeper >= 1
