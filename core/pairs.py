"""Names that only two sides can be: "A-B 1-2", "tra A e B", "A e B si dividono la posta", "Virtus …"."""

from __future__ import annotations

from core.entities import Type
from core.ordinary import italian_word
from core.runs import Run
from core.tokens import Tok
from core.verbs import lemmas
from core.vocabulary import Vocabulary, words

EARLY = 6
"""Two sides named together stand in one of the first sentences."""

TITLE = 16
"""A first line of fewer words is a title."""

SURE_PLAYER = 6.0
"""The weight for a player from which on a form of a title is no side."""
MOST = 9
"""No side of "Fossalba 1, Trebbiano 2" scores more goals."""
MEETING = 10
"""How many words before "tra A e B" name what the two meet in."""


def pair_evidence(
    types: dict[str, Type], toks: list[Tok], known: dict[int, int], vocab: Vocabulary, w: dict[str, float]
) -> None:
    """Add to the TEAM score of forms that stand where sides stand; ``known`` maps start to end of other known clubs."""
    start = {run.a: run for t in types.values() for run in t.runs}
    ends = {**known, **{a: run.b for a, run in start.items()}}
    known_ends = set(known.values())

    def add(run: Run | None, witness: str) -> None:
        if run is not None:
            types[run.key].score["TEAM"] += w[witness]

    for run in start.values():
        if run.a and toks[run.a - 1].cap and _abbreviated(toks, run.a - 1, vocab):
            add(run, "pair")  # "l'Us Garibaldina"
        if toks[run.a].low in vocab.club_heads or toks[run.b - 1].low in vocab.club_tails:
            add(run, "club_head")
        link = toks[run.b] if run.b < len(toks) else None
        other = run.b + 1
        if link is not None and other in ends:
            dash = link.text == "-" and toks[other].line == toks[run.a].line and not _opens_sentence(toks[other])
            men = _men(toks, run.a, ends[other], vocab) or (known and _players(types, run, start.get(other)))
            if dash and not men and _result(toks, run.a, ends[other], vocab):
                add(run, "pair")
                add(start.get(other), "pair")
            sides_named = sum(a < run.a for a in known) > 1
            both = link.low in ("e", "ed") and toks[run.a].sent <= EARLY and not sides_named
            if both and _together(toks, run, ends[other], vocab):
                add(run, "together")
                add(start.get(other), "together")
        if (end := _figures(toks, run, ends)) is not None and _few(toks, run, end):
            add(run, "pair")
            add(start.get(run.b + 2), "pair")
        before = run.a - 1
        behind_known = before > 0 and toks[before].text == "-" and before in known_ends
        if behind_known and not _opens_sentence(toks[run.a]) and _result(toks, run.a, run.b, vocab):
            add(run, "pair")
    _short_forms(types, w)


def _figures(toks: list[Tok], run: Run, ends: dict[int, int]) -> int | None:
    """Return the end of the second name of "Fossalba 1, Trebbiano 2", None where no such pair begins."""
    if run.b + 2 not in ends or not toks[run.b].text.isdigit() or toks[run.b + 1].text not in (",", "-"):
        return None
    end = ends[run.b + 2]
    return end if end < len(toks) and toks[end].text.isdigit() and toks[end].sent == toks[run.a].sent else None


def _few(toks: list[Tok], run: Run, end: int) -> bool:
    """Whether the figures of a pair are goals and stand alone: no marks of a list, no minutes."""
    alone = end + 1 >= len(toks) or toks[end + 1].text in (".", ":", ";", "(") or toks[end + 1].line != toks[end].line
    opens = toks[run.a].first or toks[run.a - 1].text in (":", "(")
    return alone and opens and all(int(toks[k].text) <= MOST for k in (run.b, end)) and toks[run.a].section == "prose"


def _abbreviated(toks: list[Tok], i: int, vocab: Vocabulary) -> bool:
    """Whether a club's kind is abbreviated at ``i``: "Asd", "U.S.", "Pol."."""
    return toks[i].low in vocab.club_abbreviations and toks[i + 1].start - toks[i].end <= 1


def _result(toks: list[Tok], a: int, end: int, vocab: Vocabulary) -> bool:
    """Whether "A-B" is followed by a score, or stands in a title or behind "la diretta di"."""
    after = toks[end : end + 3]
    if len(after) == 3 and after[0].text.isdigit() and after[1].text == "-" and after[2].text.isdigit():
        return True
    if toks[a].sent == 0 or (toks[a].line == 0 and toks[min(a + TITLE, len(toks) - 1)].line > 0):
        return True
    return any(t.low in vocab.before_pair for t in toks[max(0, a - 3) : a]) or (
        bool(after) and bool(lemmas(after[0].low) & vocab.result_verbs)
    )


def _men(toks: list[Tok], a: int, end: int, vocab: Vocabulary) -> bool:
    """Whether "A-B" are men who do something together: "il duetto Rossi-Verdi", "il trio Rossi-Verdi-Neri"."""
    behind = toks[end].low if end < len(toks) else ""
    if behind in vocab.doings_behind:
        return True  # "Rossi-Verdi show"
    longer = end < len(toks) and toks[end].text == "-" and end + 1 < len(toks) and toks[end + 1].cap
    return longer or (a > 0 and toks[a - 1].low in vocab.doings and toks[a - 1].sent == toks[a].sent)


def _players(types: dict[str, Type], one: Run, other: Run | None) -> bool:
    """Whether both of "A-B" are known players of clubs of the text, which names its sides elsewhere."""
    return other is not None and all(types[run.key].score["PLAYER"] > SURE_PLAYER for run in (one, other))


def _opens_sentence(t: Tok) -> bool:
    """Whether an ordinary word stands behind the dash of a dateline: "VENEZIA - Tre punti"."""
    return t.first and not t.upper and italian_word(t.low)


def _together(toks: list[Tok], run: Run, end: int, vocab: Vocabulary) -> bool:
    """Whether a score or a verb for two is behind: "tra A e B", "A e B si fermano sull'1-1"."""
    sent = toks[run.a].sent
    if run.a and toks[run.a - 1].low in ("tra", "fra"):
        near = [t for t in toks[end : end + 8] if t.sent == sent]
        clash = words("contacts").clashes | words("contacts").joint
        if toks[run.a - 2].low in clash:
            return False  # "scintille tra X e Y al 43'"
        if any(t.text.isdigit() or t.low in vocab.numbers for t in near):
            return True
        told = {t.low for t in toks[max(0, run.a - MEETING) : run.a] if t.sent == sent}
        if told & vocab.meetings:
            return True
    verbs = {verb for t in toks[end : end + 4] for verb in lemmas(t.low)}
    return bool(verbs & vocab.together_verbs)


def _short_forms(types: dict[str, Type], w: dict[str, float]) -> None:
    """Take "Olimpia" beside "Olimpia Legnaro" for the same club, unless it plays like a person."""
    long = [key for key, t in types.items() if " " in key and t.label == "TEAM"]
    for key, t in types.items():
        if " " not in key and any(key in (k.split()[0], k.split()[-1]) for k in long) and not t.cues:
            t.score["TEAM"] += w["short_form"]
            t.score["STADIUM"] = 0.0
