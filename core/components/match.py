"""`calcio_match`: the two sides, home and away, score, competition, ground and officials. Fills ``Reading.match``."""

from __future__ import annotations

from collections import defaultdict

from spacy.language import Language
from spacy.tokens import Doc

from core.epithets import echoes, epithet_table, find_demonyms, is_colour
from core.gazetteer import Gazetteer, gazetteer, parts
from core.header import competition, date_of, season_of, stadium
from core.knowledge import fold
from core.no_sides import clear_sides, of_nations
from core.reading import Name, Reading
from core.result import final_scores, half_time, shootout
from core.side_choice import choose
from core.sides import candidates, tidy, unify, witnesses
from core.unnamed import stand_in
from core.vocabulary import Vocabulary, words

AT = ("al", "allo", "all'", "dal", "dall'")
"""Of these a ground is the owner, not a side: "sul sintetico del Bortolotti"."""
OF_GROUND = ("alla", "del", "dell'", "nel", "dello", "il")
HEAD = 400
"""How many characters of the report say whether it is women's football."""
LIKELY_SCORE = 1.0


@Language.factory("calcio_match", assigns=["doc._.reading"])
def make_match(nlp: Language, name: str) -> MatchComponent:
    """Build the component."""
    return MatchComponent()


class MatchComponent:
    """Decides what the head of a match sheet would say."""

    def __call__(self, doc: Doc) -> Doc:
        """Write the match to the reading."""
        process(doc._.reading)
        return doc


def process(r: Reading) -> None:
    """Choose the sides, then everything that follows from them."""
    gaz, vocab = gazetteer(r.lex), words("match")
    clear_sides(r, gaz)
    teams = [n for n in r.names if n.label == "TEAM" and n.rule != "epithet"]
    _name_clubs(teams, gaz)
    known = witnesses(r, gaz)
    _unspoken(r, teams, known, gaz)
    club_of = unify(teams, gaz, _spoken_of(r, gaz))
    for n in teams:
        n.name = club_of[n.name]
    _tidy_places(r)
    ranked = candidates(r, of_nations(r, teams, gaz), epithet_table(gaz), known, gaz)
    home, away = choose(r, ranked, known, gaz, vocab)
    r.match.home, r.match.away = home, away
    stand_in(r)
    home, away = r.sides
    _grounds(r, {home, away}, gaz)
    sides = [side for side in (home, away) if side is not None]
    r.names = sorted([*r.names, *find_demonyms(r, gaz, sides)], key=lambda n: (n.a, -n.b))
    _epithets(r, gaz, home, away)
    r.gender = _gender(r, vocab)
    teams = [n for n in r.names if n.label == "TEAM" and not n.adjective]
    r.match.stadium = stadium(r, gaz)
    r.match.competition = competition(r, gaz)
    r.match.date = date_of(r)
    r.season = r.season or season_of(r.match.date)
    r.scores = final_scores(r, teams, vocab)
    best = max(r.scores, key=lambda s: r.scores[s], default=None)
    r.match.score = best if best is not None and r.scores[best] >= LIKELY_SCORE else None
    r.match.half_time = half_time(r, vocab)
    r.match.shootout = shootout(r, vocab)
    for sheet in r.sheets:
        r.match.attendance = r.match.attendance or sheet.attendance


def _spoken_of(r: Reading, gaz: Gazetteer) -> list[str]:
    """Clubs whose epithet or ground stands in the text: a misspelt name may be theirs."""
    table = epithet_table(gaz)
    out = {c for n in r.names if n.rule == "epithet" for c in table.get(n.key, ())}
    out |= {c for n in r.names if n.label == "STADIUM" for c in gaz.grounds.get(n.name, ())}
    return sorted(out)


def _name_clubs(teams: list[Name], gaz: Gazetteer) -> None:
    """The lexicon's name for every club that it knows under the written form."""
    long = {n.key: n.text for n in teams if " " in n.key and n.rule not in ("club", "nickname", "epithet")}
    for n in teams:
        fuller = [
            text
            for key, text in long.items()
            if n.rule == "club" and n.key != key and n.key in (key.split()[0], key.split()[-1])
        ]
        if len(fuller) == 1:
            n.name = tidy(fuller[0])  # "il Real" beside "Real Tufara" is no Madrid
            continue
        if n.name in gaz.clubs:
            continue
        known = _called(n, "club", gaz)
        if not known:  # "il Borgo" beside "Borgo San Donnino"
            known = {m.name for m in teams if m.rule == "club" and n.key in (m.key.split()[0], m.key.split()[-1])}
        if not known and n.rule == "sheet":  # "TORO (3-5-2): ..." beside "Torino"
            known = _called(n, "nickname", gaz) & {m.name for m in teams if m.rule == "club"}
        n.name = min(known) if len(known) == 1 else tidy(n.name or n.text)


def _called(n: Name, kind: str, gaz: Gazetteer) -> set[str]:
    """The listed clubs that bear a name as their own, or as a nickname."""
    form = parts(n.key)
    return {e.name for e in gaz.forms.get(form[0], ()) if e.kind == kind and e.words == form}


def _unspoken(r: Reading, teams: list[Name], known: dict[str, float], gaz: Gazetteer) -> None:
    """Leave "il Grifone", "la Folgore" as written where nothing else in the text speaks for listed clubs."""
    table, heads = epithet_table(gaz), words("match").club_heads
    common = [
        n
        for n in teams
        if " " not in n.key
        and n.key != fold(n.name)
        and n.name in gaz.clubs
        and (n.rule == "nickname" or n.key in heads)
    ]
    if {n.name for n in teams if n not in common} & gaz.clubs.keys():
        return
    spoken = {c for n in r.names if n.rule == "epithet" for c in table.get(n.key, ())} | known.keys()
    for n in common:
        if n.name not in spoken:
            n.name = tidy(n.text)


def _tidy_places(r: Reading) -> None:
    """Undo the capitals of towns; one that is named like a club of the text stays a place."""
    for n in r.names:
        if n.label == "PLACE":
            n.name = tidy(n.name or n.text)


def _grounds(r: Reading, sides: set[str | None], gaz: Gazetteer) -> None:
    """An unlisted name that stands only behind "al", "dal", "del" is a ground, not a third club."""
    by_name: dict[str, list[Name]] = defaultdict(list)
    for n in r.names:
        if n.label == "TEAM" and n.rule in ("form", "context") and n.name not in sides and n.name not in gaz.clubs:
            by_name[n.name].append(n)
    for names in by_name.values():
        lows = [r.toks[n.a - 1].low if n.a else "" for n in names]
        pitch = any(n.a > 1 and r.toks[n.a - 2].low in words("match").pitches for n in names)
        if all(low in (*AT, *OF_GROUND) for low in lows) and (pitch or any(low in AT for low in lows)):
            for n in names:
                n.label = "STADIUM"


def _epithets(r: Reading, gaz: Gazetteer, home: str | None, away: str | None) -> None:
    """Tie each epithet to a side where the lexicon or the sound of the name does; the rest waits for votes."""
    table = epithet_table(gaz)
    for n in r.names:
        if n.rule != "epithet":
            continue
        fits = [s for s in (home, away) if s is not None and s in table.get(n.key, ())]
        if not fits:
            fits = [s for s in (home, away) if s is not None and echoes(n.key, s, gaz)]
        if not fits:
            known = [s for s in (home, away) if s is not None and s in gaz.clubs and gaz.clubs[s].epithets]
            unknown = [s for s in (home, away) if s is not None and s not in known]
            fits = unknown if len(unknown) == 1 and (is_colour(n.key) or n.key in table) else []
        n.name = fits[0] if len(fits) == 1 else ""
        n.confidence = 0.95 if len(fits) == 1 else 0.6


def _gender(r: Reading, vocab: Vocabulary) -> str:
    """F where the report speaks of women's football."""
    hits = sum(t.low in vocab.women for t in r.toks)
    head = r.view.text[:HEAD].lower()
    return "f" if hits > 1 or (hits and any(stem in head for stem in vocab.women_stems)) else "m"
