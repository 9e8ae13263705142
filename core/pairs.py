"""Names that only two sides can be: "A-B 1-2", "tra A e B", "A e B si dividono la posta", "Virtus …"."""

from __future__ import annotations

from core.entities import Type
from core.runs import Run
from core.tokens import Tok
from core.verbs import lemmas
from core.vocabulary import Vocabulary


def pair_evidence(
    types: dict[str, Type], toks: list[Tok], known: dict[int, int], vocab: Vocabulary, w: dict[str, float]
) -> None:
    """Add to the TEAM score of forms that stand where sides stand; ``known`` maps start to end of other known clubs."""
    start = {run.a: run for t in types.values() for run in t.runs}
    ends = {run.b: run for t in types.values() for run in t.runs}
    all_starts = {**dict.fromkeys(known), **dict.fromkeys(start)}
    for run in list(start.values()):
        t = types[run.key]
        if toks[run.a].low in vocab.club_heads or toks[run.b - 1].low in vocab.club_tails:
            t.score["TEAM"] += w["club_head"]
        other = run.b + 1
        if (
            run.b < len(toks)
            and toks[run.b].text == "-"
            and other in all_starts
            and toks[other].line == toks[run.a].line
        ):
            end = start[other].b if other in start else known[other]
            if _result(toks, run.a, end, vocab):
                t.score["TEAM"] += w["pair"]
                if other in start:
                    types[start[other].key].score["TEAM"] += w["pair"]
        before = run.a - 1
        if (
            before > 0
            and toks[before].text == "-"
            and before in set(known.values())
            and _result(toks, run.a, run.b, vocab)
        ):
            t.score["TEAM"] += w["pair"]
        if run.b < len(toks) and toks[run.b].low in ("e", "ed") and other in all_starts and toks[run.a].sent <= 6:
            end = start[other].b if other in start else known[other]
            if _together(toks, run, end, vocab):
                t.score["TEAM"] += w["together"]
                if other in start:
                    types[start[other].key].score["TEAM"] += w["together"]
    _short_forms(types, w)
    del ends


def _result(toks: list[Tok], a: int, end: int, vocab: Vocabulary) -> bool:
    """Whether "A-B" is followed by a score, or stands in a title or behind "la diretta di"."""
    after = toks[end : end + 3]
    if len(after) >= 3 and after[0].text.isdigit() and after[1].text == "-" and after[2].text.isdigit():
        return True
    if toks[a].line == 0 or toks[a].sent == 0:
        return True
    return any(t.low in vocab.before_pair for t in toks[max(0, a - 3) : a]) or (
        bool(after) and bool(lemmas(after[0].low) & {"finire", "terminare", "andare"})
    )


def _together(toks: list[Tok], run: Run, end: int, vocab: Vocabulary) -> bool:
    """ "tra A e B", "A e B si fermano sull'1-1"."""
    if (
        run.a
        and toks[run.a - 1].low in ("tra", "fra")
        and any(t.text.isdigit() or t.low in vocab.numbers for t in toks[end : end + 8] if t.sent == toks[run.a].sent)
    ):
        return True
    verbs: set[str] = set()
    for t in toks[end : end + 4]:
        verbs |= lemmas(t.low)
    return bool(verbs & vocab.together_verbs)


def _short_forms(types: dict[str, Type], w: dict[str, float]) -> None:
    """ "Olimpia" beside "Olimpia Legnaro" is the same club, unless it plays like a person."""
    long = [key for key, t in types.items() if " " in key and t.label == "TEAM"]
    for key, t in types.items():
        if " " not in key and any(key in (k.split()[0], k.split()[-1]) for k in long) and not t.cues:
            t.score["TEAM"] += w["short_form"]
            t.score["STADIUM"] = 0.0
