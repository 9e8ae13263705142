"""Which label each occurrence of a name bears: what the lexicon hints at, weighed against the words beside it."""

from __future__ import annotations

from core.datelines import dated
from core.entities import PERSONS, Type
from core.gazetteer import Gazetteer
from core.knowledge import fold
from core.known import plays_here
from core.reading import Name
from core.runs import FORMER, Run
from core.tokens import Tok
from core.vocabulary import Vocabulary

Hints = dict[int, Name]
"""Start token → the name that the lexicon knows there."""
BEFORE_CLUBS = ("di", "a", "ad", "da", "in", "tra", "fra", "-", "contro", "con", "per", "e", "ed", ",", "(", '"')
"""Before a bare town these say nothing of a person."""
LISTING = ("-", ",", "e", "ed")
BEFORE_TOWNS = ("a", "ad", "in", "da", "di", "dalla")
TOWARDS = ("a", "ad", "in")
LIKELY_PLAYER = 5.0
"""A form with more weight than this for a player stays one beside a club of that name."""


def weigh_towns(
    types: dict[str, Type],
    hints: Hints,
    toks: list[Tok],
    vocab: Vocabulary,
    w: dict[str, float],
    gaz: Gazetteer,
    clubs: set[str],
    sheet_keys: set[str],
) -> None:
    """Weigh one-word forms that the lexicon knows as club, ground or nickname against the context.

    ``clubs`` are those that the text names otherwise: "la Viola" beside the Fiorentina is no player. Who stands in a
    line-up (``sheet_keys``) is one, whatever club is called so.
    """
    for t in types.values():
        if t.key in sheet_keys and not any(_article(toks, run.a, vocab) for run in t.runs):
            continue
        hint = next((found for run in t.runs if (found := _hint(run, hints)) is not None), None)
        rule = hint.rule if hint is not None else ""
        if rule == "stadium":
            _weigh_ground(t, hint.name if hint is not None else "", toks, vocab, w, gaz)
        elif rule == "person":
            t.score["PLAYER"] += w["nickname_known"]
        elif rule in ("club", "nickname"):
            if rule == "club":
                _weigh_club(t, toks, vocab, w, gaz, clubs)
            else:
                t.score["TEAM"] += w["club_nickname"]
                here = hint is not None and hint.name in clubs
                if here and all(_article(toks, run.a, vocab) for run in t.runs):
                    t.score["TEAM"] += w["nickname_here"]
            if t.key in vocab.articleless:
                t.score["TEAM"] += w["club_known"]


def _weigh_ground(
    t: Type, ground: str, toks: list[Tok], vocab: Vocabulary, w: dict[str, float], gaz: Gazetteer
) -> None:
    """Weigh a form that a ground bears: behind its article, and one that nobody is called also behind "a" or "da".

    A ground that is called after a man always has the article: "al Bisceglia", but "giallo a Bisceglia".
    """
    with_article = sum(_article(toks, run.a, vocab) for run in t.runs)
    nobody = t.key not in gaz.surnames and t.key not in gaz.people
    called = fold(ground).split()
    of_man = len(called) > 1 and called[0] in gaz.given and called[-1] == t.key
    at = set(BEFORE_TOWNS) - {"di"}  # "il pareggio di Rossi"
    bare = sum(run.a > 0 and toks[run.a - 1].low in at for run in t.runs) if nobody and not of_man else 0
    if with_article or bare or any(run.a and toks[run.a - 1].low in vocab.stadium_nouns for run in t.runs):
        t.score["STADIUM"] += w["stadium_known"] + (with_article + bare) * w["article"]
    if with_article + bare == len(t.runs):
        t.score["STADIUM"] += w["always_ground"]


def _weigh_club(
    t: Type, toks: list[Tok], vocab: Vocabulary, w: dict[str, float], gaz: Gazetteer, clubs: set[str]
) -> None:
    """Weigh a form that a club bears; club or town is settled at each place, by the article."""
    likely = t.score["PLAYER"] > LIKELY_PLAYER and t.key in gaz.surnames
    plays = likely and any(row[1] in clubs for row in gaz.surnames[t.key])
    if plays and not any(_article(toks, run.a, vocab) or _beside_club(toks, run, gaz) for run in t.runs):
        return  # "Orsolini serve a Soriano", who plays for a club of the text
    t.score["TEAM"] += w["club_known"]
    roles = sum(cue == "PLAYER" and toks[a - 1].low not in vocab.loose_roles for a, cue in t.cues.items())
    t.score["PLAYER"] = (w["squad_of_club"] if likely else 0.0) + w["cue_player"] * roles
    t.score["PLACE"] = t.score["COACH"] = t.score["REFEREE"] = 0.0
    if t.key not in vocab.articleless and not any(_article(toks, run.a, vocab) for run in t.runs):
        bare = sum(_bare_subject(toks, run, vocab) for run in t.runs)
        t.score["PLAYER"] += min(bare + t.played, 2) * w["bare_town"]


def _hint(run: Run, hints: Hints) -> Name | None:
    hint = hints.get(run.a)
    return hint if hint is not None and hint.b == run.b else None


def _article(toks: list[Tok], a: int, vocab: Vocabulary) -> bool:
    return a > 0 and toks[a - 1].low in vocab.articles


def _beside_club(toks: list[Tok], run: Run, gaz: Gazetteer) -> bool:
    """Whether a name is one of clubs: "A-B", "A, B e C"."""
    for link, other in ((run.b, run.b + 1), (run.a - 1, run.a - 2)):
        if min(link, other) >= 0 and max(link, other) < len(toks) and toks[link].low in LISTING:
            forms = gaz.forms.get(toks[other].key, ())
            if toks[link].text == "-" or any(e.kind == "club" and e.words == (toks[other].key,) for e in forms):
                return True
    return False


def _bare_subject(toks: list[Tok], run: Run, vocab: Vocabulary) -> bool:
    """Whether a town stands in running prose without article: more likely a person of that name."""
    if not run.mid or run.a == 0 or toks[run.a].section not in ("prose", "live"):
        return False
    before = toks[run.a - 1].low
    told = before in vocab.articles or before in BEFORE_CLUBS or before in vocab.club_ranks or before == FORMER
    return not told and not (run.b < len(toks) and toks[run.b].text == "-")


def _nickname_here(run: Run, toks: list[Tok], vocab: Vocabulary, gaz: Gazetteer) -> bool:
    """Whether a form is meant as a nickname: always, unless it is a surname too and has no article ("Gallo tira")."""
    return run.key not in gaz.surnames or _article(toks, run.a, vocab)


def typed(t: Type, hints: Hints, toks: list[Tok], vocab: Vocabulary, gaz: Gazetteer, clubs: set[str]) -> list[Name]:
    """One name for each occurrence of a form, its label settled by the form and, where they differ, by the place."""
    out = []
    base = t.label
    bearer = gaz.bearer(t.key)
    margin = t.score[base] - max(v for k, v in t.score.items() if k != base)
    for run in t.runs:
        hint = _hint(run, hints)
        label = _label_here(t, run, base, toks, vocab, hint)
        if label == "NONE":
            continue
        name, rule = t.text, "context" if t.cues else "form"
        if hint is not None:
            rule = hint.rule
            same = label in ("TEAM", "STADIUM") and hint.label == label
            called = rule == "person" and label in PERSONS and _nickname_here(run, toks, vocab, gaz)
            if same or (called and plays_here(hint.name, gaz, clubs)):
                name = hint.name
        if bearer is not None and label in PERSONS:
            name = bearer
        confidence = min(0.99, 0.6 + 0.1 * margin)
        out.append(Name(run.a, run.b, run.text, run.key, label, name, confidence=confidence, rule=rule))
    return out


def _label_here(t: Type, run: Run, base: str, toks: list[Tok], vocab: Vocabulary, hint: Name | None) -> str:
    if t.cues.get(run.a) == "REFEREE" and base == "PLAYER" and len(t.runs) > len(t.cues):
        return "REFEREE"
    if base != "TEAM":
        return base
    before = toks[run.a - 1] if run.a and toks[run.a - 1].sent == toks[run.a].sent else None
    town = t.key not in vocab.articleless and hint is not None and hint.rule == "club"
    if town and before is not None and before.low in BEFORE_TOWNS:
        of_club = before.low == "di" and run.a > 1 and toks[run.a - 2].low in vocab.club_nouns
        return "TEAM" if of_club else "PLACE"
    if t.town and before is not None and before.low in TOWARDS:
        return "PLACE"
    return "PLACE" if _dateline(toks, run) else base


def _dateline(toks: list[Tok], run: Run) -> bool:
    """Whether a line opens with "BERGAMO - Il …" or "Parma, 29 ottobre 2019 - "."""
    if dated(toks, run.a, run.b):
        return True
    if not (toks[run.a].first and toks[run.a].upper) or run.b + 1 >= len(toks):
        return False
    mark, following = toks[run.b], toks[run.b + 1]
    return mark.text == "-" and mark.start > toks[run.b - 1].end and not following.upper
