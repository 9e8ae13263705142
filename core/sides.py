"""Which two clubs play, and which of them at home: weighed witnesses from sheets, headline and prose."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, field

from core.entities import slip
from core.gazetteer import Gazetteer
from core.knowledge import fold
from core.reading import Name, Reading
from core.scores import Written
from core.tokens import Tok
from core.verbs import lemmas
from core.vocabulary import Vocabulary, words


@dataclass(slots=True)
class Candidate:
    """A club of the text."""

    name: str
    weight: float = 0.0
    first: int = 1 << 30
    names: list[Name] = field(default_factory=list)


def tidy(name: str) -> str:
    """Return a club's name out of capitals: VIGOLZONE → Vigolzone, PRO SESTO → Pro Sesto."""
    if not name.isupper() or len(name) < 4:
        return name
    return " ".join(w.capitalize() if len(w) > 1 else w for w in re.split(r"\s+", name))


def unify(names: list[Name], gaz: Gazetteer, spoken_of: list[str]) -> dict[str, str]:
    """Name of a club as found → the club's name; short forms and misspellings of one club meet."""
    counts: dict[str, int] = defaultdict(int)
    for n in names:
        counts[n.name] += 1
    out: dict[str, str] = {}
    listed = [n for n in counts if n in gaz.clubs]
    for name in counts:
        out[name] = name
        if name in gaz.clubs:
            continue
        words = fold(name).split()
        fuller = [o for o in counts if o != name and _within(words, fold(o).split())]
        if len(fuller) == 1:
            out[name] = fuller[0]
            continue
        for other in [*listed, *counts]:
            if other == name:
                continue
            a, b = fold(name), fold(other)
            if a == b or (len(a) > 4 and counts[name] < counts[other] + (other in gaz.clubs) and slip(a, b)):
                out[name] = other
                break
            head = fold(other).split()
            if len(a) > 3 and counts[name] <= 2 and any(len(w) > 3 and slip(a, w) and a[:3] == w[:3] for w in head):
                out[name] = other
                break
        else:
            near = [c for c in spoken_of if len(name) > 4 and slip(fold(name), fold(c))]
            if len(near) == 1:
                out[name] = near[0]
    for name in out:
        seen = {name}
        while out[name] != out.get(out[name], out[name]) and out[name] not in seen:
            seen.add(out[name])
            out[name] = out[out[name]]
    return {name: tidy(club) for name, club in out.items()}


def _within(short: list[str], full: list[str]) -> bool:
    return len(short) < len(full) and (full[: len(short)] == short or full[-len(short) :] == short)


def candidates(r: Reading, names: list[Name], table: dict[str, tuple[str, ...]]) -> list[Candidate]:
    """Return the clubs of the text, the most prominent first."""
    found: dict[str, Candidate] = {}
    names_vocab = words("names")
    heads = _result_lines(r.toks, names)
    for n in names:
        c = found.setdefault(n.name, Candidate(n.name))
        c.names.append(n)
        c.first = min(c.first, n.a)
        t = r.toks[n.a]
        weight = 1.0
        if t.section in ("headline",) or t.sent <= 1:
            weight += 1.0
        if n.a in heads:
            weight += 6.0 if t.sent <= 1 or t.section != "prose" else 3.0
        if n.rule == "sheet":
            weight += 12.0
        c.weight += weight
    for c in found.values():
        bare = not any(
            n.rule == "sheet" or n.a in heads or (n.a and r.toks[n.a - 1].low in names_vocab.articles) for n in c.names
        )
        if bare and c.name.lower() not in names_vocab.articleless and " " not in c.name:
            c.weight *= 0.5  # a town named without article may be no more than a town
    for n in r.names:
        if n.rule == "epithet":
            fits = [c for c in found.values() if c.name in table.get(n.key, ())]
            if len(fits) == 1:
                fits[0].weight += 0.7
    return sorted(found.values(), key=lambda c: (-c.weight, c.first))


def _result_lines(toks: list[Tok], names: list[Name]) -> dict[int, int]:
    """Start token of each club in "A-B" → 0 for the first, 1 for the second."""
    at = {n.a: n for n in names}
    out: dict[int, int] = {}
    for n in names:
        if n.b < len(toks) and toks[n.b].text == "-" and n.b + 1 in at and toks[n.b + 1].line == toks[n.a].line:
            out[n.a], out[n.b + 1] = 0, 1
    return out


def pair_lines(r: Reading, names: list[Name]) -> list[tuple[str, str, int]]:
    """(first club, second club, token after) of each "A-B" in text order."""
    at = {n.a: n for n in names}
    out = []
    for n in names:
        if n.b < len(r.toks) and r.toks[n.b].text == "-" and n.b + 1 in at and r.toks[n.b + 1].line == r.toks[n.a].line:
            other = at[n.b + 1]
            out.append((n.name, other.name, other.b))
    return out


def home_votes(
    r: Reading, one: str, two: str, names: list[Name], gaz: Gazetteer, vocab: Vocabulary
) -> tuple[float, str]:
    """Weight that ``one`` plays at home (negative: ``two``), and the strongest witness."""
    votes: list[tuple[float, str]] = []
    for first, second, _ in pair_lines(r, names):
        if {first, second} == {one, two}:
            votes.append((4.0 if first == one else -4.0, "result line"))
    for n in r.names:
        if n.label == "STADIUM":
            owners = gaz.grounds.get(n.name, ())
            mine, theirs = one in owners, two in owners
            if mine != theirs:
                votes.append((3.0 if mine else -3.0, "ground"))
    for n in r.names:
        if n.label == "PLACE" and n.a and r.toks[n.a - 1].low in ("a", "ad"):
            for club, sign in ((one, 1), (two, -1)):
                city = gaz.clubs[club].city if club in gaz.clubs else club
                if fold(city) == n.key and r.toks[n.a].sent <= 4:
                    votes.append((1.5 * sign, "town"))
    clubs = {n.a: n for n in names}
    for n, m in zip(names, names[1:], strict=False):
        low = [t.low for t in r.toks[max(0, n.a - 3) : n.a]]
        if (
            {n.name, m.name} == {one, two}
            and ("tra" in low or "fra" in low)
            and 1 <= m.a - n.b <= 3
            and r.toks[m.a].sent <= 6
        ):
            votes.append((1.5 if n.name == one else -1.5, "tra … e …"))
    for n in names:
        sign = 1 if n.name == one else -1 if n.name == two else 0
        if not sign:
            continue
        votes += [(weight * sign, why) for weight, why in _club_context(r.toks, n, clubs, vocab)]
    total = sum(v for v, _ in votes)
    strongest = max(votes, key=lambda v: abs(v[0]), default=(0.0, "order"))[1]
    return total, strongest


def _club_context(toks: list[Tok], n: Name, clubs: dict[int, Name], vocab: Vocabulary) -> list[tuple[float, str]]:
    """Return what the words round one club say of home (positive) or away."""
    votes: list[tuple[float, str]] = []
    sent = toks[n.a].sent
    early = 1.0 if sent <= 6 else 0.4
    before = " ".join(t.low for t in toks[max(0, n.a - 6) : n.a] if t.sent == sent)
    after_toks = [t for t in toks[n.b : n.b + 14] if t.sent == sent]
    after = " ".join(t.low for t in after_toks)
    for phrase in vocab.at_phrases:
        if re.search(
            rf"\b{phrase} (?:di|del|dello|della|dell'|dei|degli|delle|al|alla) ?(?:\w+ ){{0,2}}$", before + " "
        ):
            votes.append((2.5 * early, phrase))
    stop = next((k for k, t in enumerate(after_toks) if t.i in clubs or t.text in ";:"), len(after_toks))
    own = " ".join(t.low for t in after_toks[:stop])
    for phrase in vocab.away_phrases:
        if phrase in own:
            votes.append((-2.0 * early, phrase))
    for phrase in vocab.home_phrases:
        if re.search(rf"\b{phrase}\b(?! (?:di|del|dell|della|dello|dei)\b)", own) and "fuori casa" not in own:
            votes.append((2.0 * early, phrase))
    if re.search(r"\b(?:in casa|sul campo|a casa|nella tana) d(?:el|ella|ello|ell'|ei|i)\b", own):
        votes.append((-1.8 * early, "in casa di"))
    for t in after_toks[: min(stop, 6)]:
        if lemmas(t.low) & vocab.away_verbs:
            votes.append((-2.5 * early, t.low))
        if lemmas(t.low) & vocab.host_verbs:
            votes.append((2.0 * early, t.low))
        if t.low in vocab.away_words:
            votes.append((-2.5 * early, t.low))
    if re.search(r"\b(?:trasferta|visita) (?:di|del|dello|della|dell')? ?$", before + " "):
        votes.append((0.5, "trasferta"))
    if re.search(r"^(?:in|nella) trasferta|^passa (?:a|al|sul|in)\b|^corsar", after):
        votes.append((-2.0 * early, "passa"))
    return votes


def winner_of(toks: list[Tok], w: Written, names: list[Name], vocab: Vocabulary) -> tuple[str | None, str | None]:
    """(winner, loser) as the sentence of a score tells, either may be unknown."""
    sent = toks[w.a].sent
    clubs = [n for n in names if toks[n.a].sent == sent and n.name]
    nearest: tuple[int, str | None, str | None] | None = None
    for t in toks[max(0, w.a - 40) : w.b + 12]:
        if t.sent != sent:
            continue
        verb = lemmas(t.low)
        before = [n for n in clubs if n.b <= t.i]
        before = [n for n in before if toks[max(0, n.a - 1)].low not in vocab.hanging] or before
        after = [n for n in clubs if n.a > t.i]
        passive = t.low in vocab.lost_words
        found: tuple[str | None, str | None] = (None, None)
        if verb & vocab.wins and not passive:
            subject = before[-1].name if before else None
            if verb & vocab.wins_over:
                found = subject, next((n.name for n in after if n.name != subject), None)
            else:
                found = subject or next((n.name for n in after if n.a - t.i <= 3), None), None
        elif (verb & vocab.loses) or passive:
            found = None, before[-1].name if before else None
        elif t.low in vocab.victory:
            owner = next((n.name for n in after if n.a - t.i <= 7 and toks[n.a - 1].low in vocab.of_team), None)
            found = owner or (before[-1].name if before else None), None
        if found != (None, None):
            distance = abs(t.i - w.a)
            if nearest is None or distance < nearest[0]:
                nearest = (distance, *found)
    for_side = next((n for n in clubs if 1 <= n.a - w.b <= 3 and toks[w.b].low == "per"), None)
    if for_side is not None:
        return for_side.name, None
    if nearest is not None:
        return nearest[1], nearest[2]
    behind = next((n for n in clubs if 1 <= n.a - w.b <= 3 and toks[w.b].low in vocab.to_team), None)
    if behind is not None:
        return None, behind.name
    return None, None
