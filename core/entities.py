"""Which type of name each form is: witnesses from the lexicon, from the words beside it, from its capitals."""

from __future__ import annotations

from dataclasses import dataclass, field

from spacy.lang.it.stop_words import STOP_WORDS

from core import vocabulary
from core.datelines import dated, opens_text
from core.gazetteer import Gazetteer
from core.knowledge import fold
from core.ordinary import italian_word
from core.runs import FORMER, Run
from core.tokens import Tok
from core.verbs import analyses
from core.vocabulary import Vocabulary

LABELS = ("PLAYER", "COACH", "REFEREE", "TEAM", "PLACE", "STADIUM", "PERSON", "COMPETITION", "NONE")
AWAY = "via"
"""A street, but also how one leaves: "scappa via a Rossi"."""
NEXT = 3
"""A ground's own word stands so near before its town: "campo parrocchiale di Bra"."""
GLUED = 5
"""So many letters behind a glued article are a word: "Nellaltra", not "Dellera"."""
GROUND = 6
"""So many words before a town is the ground called that stands there."""
QUOTES = ('"', "“", "”", "«", "»")
INDEFINITE = ("un", "uno", "una", "un'")
OF_STREET = ("di", "a", "dei", "del", "della", "dell'", "degli", "delle")
"""Between the word for a place and its name: "via dei Mille", "la stazione di Bra"."""
AT = ("al", "allo", "all'", "alla")
BEFORE_VERBS = ("non", "si", "ci", "lo", "la", "gli", "le", "li", "ne", "l'")
PERSONS = ("PLAYER", "COACH", "REFEREE", "PERSON")
BENCH = "panchina"
FOUL = 7
"""Tokens from the noun for a foul to the "su" before him who was fouled."""
PITCH = "campo"
LISTED = 16
"""Words before a name among which the list begins that it is one of: "le reti di …"."""
TO_THE_BENCH = 4
"""Words before the bench within which it is told that somebody comes from it or goes there."""


@dataclass(slots=True)
class Type:
    """All occurrences of one surface form, with the weight of the witnesses for each label."""

    key: str
    text: str
    runs: list[Run] = field(default_factory=list)
    score: dict[str, float] = field(default_factory=lambda: dict.fromkeys(LABELS, 0.0))
    cues: dict[int, str] = field(default_factory=dict)
    """Start token of an occurrence → the label that the words beside it ask for."""
    played: int = 0
    """How often it is told whose shot, pass or foul something was: "il cross di Bra" is a man's."""
    town: bool = False
    """A side that no list knows, called as its town perhaps: behind a bare "a" or "in" it is the town."""

    @property
    def label(self) -> str:
        """The label with the most weight; ties go to the order of ``LABELS``."""
        return max(LABELS, key=lambda k: self.score[k])


def classify(
    runs: list[Run],
    toks: list[Tok],
    gaz: Gazetteer,
    words: Vocabulary,
    weights: dict[str, float],
    sheet_keys: set[str],
    clubs: set[str],
) -> dict[str, Type]:
    """Group runs by form and weigh what each form is. ``sheet_keys`` are folded names that a match sheet lists."""
    types: dict[str, Type] = {}
    for run in runs:
        types.setdefault(run.key, Type(run.key, run.text)).runs.append(run)
    for t in types.values():
        _lexicon_evidence(t, toks, gaz, weights, sheet_keys, clubs)
        for run in t.runs:
            cue = local_cue(toks, run.a, words)
            if cue and not _former_club(toks, run, gaz):
                t.cues[run.a] = cue
                t.score[cue] += weights["cue_" + cue.lower()]
            _position_evidence(t, run, toks, words, weights, gaz)
    return types


def _lexicon_evidence(
    t: Type, toks: list[Tok], gaz: Gazetteer, w: dict[str, float], sheet_keys: set[str], clubs: set[str]
) -> None:
    last = t.key.split()[-1]
    known = t.key in gaz.surnames
    if known:
        t.score["PLAYER"] += w["squad"]
    if t.key in gaz.people:
        t.score["PLAYER"] += w["people"]
    if t.key in gaz.coaches:
        t.score["COACH"] += w["coach_known"] if known else w["known_only_as"]
        if any(club in clubs for _, club, _ in gaz.coaches[t.key]):
            t.score["COACH"] += w["coach_of_club"]
    if known and any(row[1] in clubs for row in gaz.surnames[t.key]):
        t.score["PLAYER"] += w["squad_of_club"]
    if t.key in gaz.referees:
        town = any(fold(gaz.clubs[club].city) == t.key for club in clubs if club in gaz.clubs)
        borne = known or t.key in gaz.people or town
        t.score["REFEREE"] += w["referee_known"] if borne else w["known_only_as"]
    if gaz.bearer(t.key) or (" " in t.key and t.key.split()[0] in gaz.given and last not in gaz.places):
        t.score["PLAYER"] += w["given_and_surname"]
    if t.key in gaz.given and not known:
        t.score["PLAYER"] += w["given_alone"]
    if t.key in gaz.places:
        t.score["PLACE"] += w["place_known"]
    if t.key in vocabulary.words("names").called_grounds:
        t.score["STADIUM"] += w["cue_stadium"]
    if t.key in sheet_keys:
        t.score["PLAYER"] += w["in_sheet"]
    mid = sum(r.mid for r in t.runs)
    low = " ".join(toks[k].low for k in range(t.runs[0].a, t.runs[0].b))
    if " " not in low and italian_word(low) and not mid:
        verb_after = any(_finite_after(toks, r.b) for r in t.runs)
        called = known or t.key in gaz.people
        t.score["NONE"] += w["word_initial_known"] if called and verb_after else w["word_initial"]
        if low in vocabulary.words("cards").already:
            t.score["NONE"] += w["word_initial"]  # "Già ammonito, …"
    if " " not in low and not mid and not known and _glued_article(low) and t.key not in gaz.people:
        t.score["NONE"] += w["word_initial"] * 2
    shouted = all(toks[r.a].upper for r in t.runs) and not mid
    bearer = " " in t.key and (last in sheet_keys or (t.key.split()[0] in gaz.given and last in gaz.surnames))
    listed = known or t.key in gaz.people or t.key in gaz.coaches or t.key in sheet_keys or bearer
    if shouted and not listed:
        t.score["NONE"] += w["word_initial"]
    t.score["PLAYER"] += min(mid, 2) * w["mid_capital"] + (w["unknown_word"] if not italian_word(low) else 0.0)


def _former_club(toks: list[Tok], run: Run, gaz: Gazetteer) -> bool:
    """Whether a name is the club that somebody has played for: "l'ex Bari Rossi", "segna l'ex Bari"."""
    of_club = any(e.kind == "club" and e.words == (run.key,) for e in gaz.forms.get(run.key, ()))
    return of_club and run.a > 0 and toks[run.a - 1].low == FORMER


def _glued_article(low: str) -> bool:
    """Whether a word has lost the apostrophe behind its article: "Nellaltra gara", "Lattaccante"."""
    v = vocabulary.words("names")
    rest = next(
        (low[len(x) :] for x in v.cut_articles if low.startswith(x) and low[len(x) :][:1] in tuple("aeiou")), ""
    )
    return len(rest) >= GLUED and italian_word(rest) and not italian_word(low)


def _finite_after(toks: list[Tok], i: int) -> bool:
    if i >= len(toks) or not toks[i].word:
        return False
    low = toks[i].low
    if low in BEFORE_VERBS and i + 1 < len(toks):
        low = toks[i + 1].low
    return any(f.finite for f in analyses(low))


def _verbs_after(toks: list[Tok], i: int) -> set[str]:
    """The verbs that the two words after a name can be forms of."""
    out: set[str] = set()
    for t in toks[i : i + 2]:
        if not t.word:
            break
        out |= {f.lemma for f in analyses(t.low) if f.finite or f.mood == "inf"}
    return out


def local_cue(toks: list[Tok], a: int, words: Vocabulary) -> str | None:
    """The label that the words just before a name ask for, if any."""
    before = [t.low for t in toks[max(0, a - 2) : a] if t.sent == toks[a].sent]
    if not before:
        return None
    one, two = before[-1], before[0] if len(before) > 1 else ""
    near = two if two and (one == '"' or _qualifies(one, words)) else one
    if near in words.referee_roles or (one in (".", ":") and two in words.referee_roles):
        return "REFEREE"
    if near in words.coach_roles or (one == "." and two == "all"):
        return None if one == BENCH and sent_there(toks, a - 1, words) else "COACH"
    if near in words.stadium_nouns:
        return None if one == PITCH and _onto_pitch(toks, a - 1, words) else "STADIUM"
    if one in words.changed:
        return "PLAYER"
    if near in words.person_roles:
        return "PERSON"
    if (two if one == '"' else one) in words.player_roles:
        return "PLAYER"
    if one in ("di", "del", "d'") and two in words.coach_links:
        return "COACH"
    if _of_players(toks, a, words):
        return "PLAYER"
    return None


def _of_players(toks: list[Tok], a: int, words: Vocabulary) -> bool:
    """Whether a name stands behind "gol di", or in the list of those behind it: "le reti di Rossi, Bianchi e Neri"."""
    k = a - 1
    inside = False
    while k > max(0, a - LISTED) and toks[k].sent == toks[a].sent:
        if not (inside or toks[k].cap or toks[k].low in (",", "e", "ed", ")")):
            break
        inside = toks[k].text == ")" or (inside and toks[k].text != "(")
        k -= 1
    return toks[k].low in ("di", "d'") and k > 0 and toks[k - 1].low in words.of_players


def sent_there(toks: list[Tok], i: int, words: Vocabulary) -> bool:
    """Whether who is named behind the bench at token ``i`` comes from it or goes there: he is a player."""
    near = {t.low for t in toks[max(0, i - TO_THE_BENCH) : i] if t.sent == toks[i].sent}
    moves = {f.lemma for low in near for f in analyses(low)}
    return toks[i - 1].low in words.from_bench or bool(moves & words.to_bench)


def _onto_pitch(toks: list[Tok], i: int, words: Vocabulary) -> bool:
    """Whether the pitch at token ``i`` is where men come on or off, no ground: "in campo Rossi", "lascia il campo"."""
    leaves = {f.lemma for t in toks[max(0, i - 2) : i] for f in analyses(t.low)}
    return toks[i - 1].low in words.pitch_prepositions or bool(leaves & words.pitch_verbs)


def _qualifies(low: str, words: Vocabulary) -> bool:
    """Whether a word may stand between an office and its name: "l'arbitro spagnolo Rubio", not "l'arbitro fischia"."""
    plain = low.isalpha() and low.endswith(tuple(words.adjective_endings)) and low not in STOP_WORDS
    return plain and not any(f.finite for f in analyses(low))


def _quoted_ground(toks: list[Tok], run: Run, words: Vocabulary) -> bool:
    """Whether a name stands in marks behind "al", "dal" or a word for a ground: 'al "Nerini"'."""
    if run.a < 2 or run.b >= len(toks):
        return False
    opened, closed = toks[run.a - 1], toks[run.b]
    single = (
        opened.text == closed.text == "'" and opened.start > toks[run.a - 2].end and closed.start == toks[run.b - 1].end
    )
    if not single and (opened.text not in QUOTES or closed.text not in QUOTES):
        return False
    return _before_ground(toks, run.a - 2, words)


def _before_ground(toks: list[Tok], k: int, words: Vocabulary) -> bool:
    return k >= 0 and toks[k].low in (*AT, "dal", "dallo", "dall'", "del", "sul", *words.stadium_nouns)


def _town_of_ground(toks: list[Tok], run: Run, words: Vocabulary) -> bool:
    """Whether a ground in marks stands before "di" and a name: 'al "Nerini" di Bra'."""
    of, close = toks[run.a - 1].low if run.a else "", run.a - 2
    if of not in ("di", "d'") or close < 0 or toks[close].text not in QUOTES:
        return False
    opened = next((k for k in range(close - 1, max(0, close - GROUND), -1) if toks[k].text in QUOTES), 0)
    return _before_ground(toks, opened - 1, words)


def _of_official(toks: list[Tok], run: Run, words: Vocabulary) -> bool:
    """Whether a referee's name stands before "di" and this one."""
    k = run.a - 2
    while k >= 0 and toks[k].cap and toks[k].sent == toks[run.a].sent and k > run.a - GROUND:
        k -= 1
    return 0 <= k < run.a - 2 and toks[k].low in words.referee_roles


def _place_of_match(toks: list[Tok], run: Run, words: Vocabulary) -> bool:
    """Whether a match is told to be played there: "2-2 a Bra", "A Bra finisce", "passa ad Asti", "al campo di Bra"."""
    sent = toks[run.a].sent
    before = [t for t in toks[max(0, run.a - GROUND) : run.a] if t.sent == sent]
    if len(before) < 2:
        opens = bool(before) and before[0].low in ("a", "ad") and run.b < len(toks)
        return opens and bool({f.lemma for f in analyses(toks[run.b].low)} & vocabulary.words("match").final_verbs)
    if before[-1].low in ("a", "ad", "in"):
        figure = before[-2].text.isdigit() and len(before) > 2 and before[-3].text == "-"
        return (
            figure
            or before[-2].low in words.happens
            or bool({f.lemma for f in analyses(before[-2].low)} & words.happen)
        )
    grounds = vocabulary.words("match").ground_nouns
    return before[-1].low in ("di", "d'") and any(t.low in grounds for t in before[-NEXT:-1])


def of_play(toks: list[Tok], run: Run) -> bool:
    """Whether a shot, a pass, a save or a foul is told to be of or on who is named: "girata di Fabbri"."""
    if run.a and toks[run.a - 1].low == "su" and _fouled(toks, run.a - 1):
        return True
    if run.a < 2 or toks[run.a - 1].low not in ("di", "d'") or toks[run.a - 2].sent != toks[run.a].sent:
        return False
    v, near = vocabulary.words("contacts"), [t.low for t in toks[max(0, run.a - NEXT) : run.a - 1]]
    nouns = v.attempts | v.ball_nouns | v.against_law | v.blunders | v.doings
    return near[-1] in nouns or (
        len(near) > 1 and near[-2] in nouns and _qualifies(near[-1], vocabulary.words("names"))
    )


def _fouled(toks: list[Tok], at: int) -> bool:
    """Whether a foul of somebody stands before the "su" at a token: "fallo molto dubbio di X su Y"."""
    v, near = vocabulary.words("contacts"), toks[max(0, at - FOUL) : at]
    return any(t.low in v.against_law and t.sent == toks[at].sent for t in near)


def _given_a_deed(toks: list[Tok], run: Run) -> bool:
    """Whether something lets who is named do what follows: "un errore permette a Rossi di calciare"."""
    if not run.a or toks[run.a - 1].low not in ("a", "ad") or run.b + 1 >= len(toks) or toks[run.b].low != "di":
        return False
    return any(f.mood == "inf" for f in analyses(toks[run.b + 1].low))


def _position_evidence(
    t: Type, run: Run, toks: list[Tok], words: Vocabulary, w: dict[str, float], gaz: Gazetteer
) -> None:
    """Weigh the article or preposition before a name, and the verbs behind it."""
    prev = toks[run.a - 1] if run.a and toks[run.a - 1].sent == toks[run.a].sent else None
    after = toks[run.b] if run.b < len(toks) and toks[run.b].sent == toks[run.a].sent else None
    low = prev.low if prev else ""
    if t.key not in gaz.bearers and _quoted_ground(toks, run, words):  # not "la magia del 'Papu'"
        t.score["STADIUM"] += w["ground_of_name"] * 2
    if low in words.articles and run.mid:
        if low in INDEFINITE:
            t.score["PLAYER"] += w["indefinite"]
        elif not gaz.bearer(t.key):
            t.score["TEAM"] += w["article"]
            if low in AT and after is not None and after.low == "di":
                town = run.b + 1 < len(toks) and toks[run.b + 1].key in gaz.places
                t.score["STADIUM"] += w["ground_of_town"] * (2 if town else 1)
            if low in (*AT, "dal", "dallo") and " " in t.key and t.key.split()[0] in gaz.given:
                t.score["STADIUM"] += w["ground_of_name"]  # "al Bruno Pavesi": no man has an article
    elif low in words.place_prepositions and run.mid:
        t.score["PLACE"] += w["bare_preposition"]
    person = " " in t.key and t.key.split()[0] in gaz.given
    if run.mid and not person and (_place_of_match(toks, run, words) or _town_of_ground(toks, run, words)):
        t.score["PLACE"] += w["place_noun"]
    of_man = run.a > 1 and toks[run.a - 2].cap and t.key in gaz.places and toks[run.a - 2].key not in gaz.forms
    if low in ("di", "d'") and run.mid and (of_man or _of_official(toks, run, words)):
        t.score["PLACE"] += w["place_noun"]  # "Fischia Mascheroni di Lodi"
    if toks[run.a].low in words.place_nouns and run.b - run.a > 1:
        t.score["PLACE"] += w["place_noun"] + w["mid_capital"] * 2  # "Via Roma"
    if low in words.bursting and run.a > 1 and {f.lemma for f in analyses(toks[run.a - 2].low)} & words.causing:
        t.score["PLACE"] += w["place_noun"]
    of_place = low in OF_STREET and run.a > 1 and toks[run.a - 2].low in words.place_nouns
    away = low == AWAY and (toks[run.a - 1].first or not toks[run.a - 2].word)  # "via Rossi, dentro Verdi"
    if (low in words.place_nouns and not away) or (of_place and (low, toks[run.a - 2].low) != ("a", AWAY)):
        t.score["PLACE"] += w["place_noun"]
    capitals = after is not None and after.text == "-" and toks[run.a].first and toks[run.a].upper
    if capitals or dated(toks, run.a, run.b):
        t.score["PLACE"] += w["dateline"]
    if opens_text(toks, run.a, run.b) and t.key not in gaz.competitions:
        t.score["PLACE"] += w["place_noun"]
    verbs = _verbs_after(toks, run.b)
    soon = {x.low for x in toks[run.b : run.b + 8] if x.sent == toks[run.a].sent}
    if verbs & words.referee_verbs:
        t.score["REFEREE"] += w["official_object"] if soon & words.official_objects else w["official_verb"]
    if verbs & words.bench_verbs or (verbs & words.throwing_verbs and soon & words.into_play):
        t.score["COACH"] += w["bench_verb"]
    elif verbs & words.coach_verbs:
        t.score["COACH"] += w["coach_verb"]
    if _finite_after(toks, run.b) or _given_a_deed(toks, run):
        t.score["PLAYER"] += w["before_verb"]
    if of_play(toks, run):
        t.score["PLAYER"] += w["cue_player"] if not t.played else 0.0
        t.played += 1
