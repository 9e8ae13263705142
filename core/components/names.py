"""`calcio_names`: who and what is named. Fills ``Reading.names`` and ``Reading.people``."""

from __future__ import annotations

from collections import Counter

from spacy.language import Language
from spacy.tokens import Doc

from core.entities import PERSONS, classify
from core.epithets import capital_epithets, find_epithets
from core.forms import link
from core.gazetteer import Gazetteer, gazetteer
from core.headings import result_sides
from core.knowledge import fold
from core.known import find_known, settle_bearers
from core.labels import Hints, typed, weigh_towns
from core.listed import sheet_names
from core.pairs import pair_evidence
from core.reading import Human, Name, Reading
from core.runs import Run, capital_lines, cut_pairs, find_runs, with_particles
from core.scores import find_scores
from core.side_by_side import cut_neighbours
from core.unlisted import unlisted_sides
from core.vocabulary import words

OPEN_KINDS = ("club", "place", "nickname", "person", "stadium")
"""Known forms of one word that are names of people as well: the context settles them."""

TWO = 2
"""A place of more words than these is nothing else: "Bassano del Grappa"."""


@Language.factory("calcio_names", assigns=["doc._.reading"])
def make_names(nlp: Language, name: str) -> NamesComponent:
    """Build the component."""
    return NamesComponent()


class NamesComponent:
    """Finds names by the lexicon, by match sheets, and by form and context."""

    def __call__(self, doc: Doc) -> Doc:
        """Write names and people to the reading."""
        process(doc._.reading)
        return doc


def process(r: Reading) -> None:
    """Fill ``r.names`` (in text order) and ``r.people``."""
    gaz, vocab = gazetteer(r.lex), words("names")
    weights = r.lex.words["weights"]["names"]
    taken = [t.section == "furniture" for t in r.toks]
    listed = sheet_names(r, taken)
    known = find_known(r.toks, gaz, vocab, taken)
    heads = result_sides(r.toks, find_scores(r.toks, words("match").numbers), known, taken, vocab)
    for i in capital_epithets(r.toks, gaz):
        taken[i] = True
    known = [n for n in known if not any(taken[n.a : n.b])]
    listed += heads
    settle_bearers(known, {n.name for n in [*known, *listed] if n.label == "TEAM" and n.rule != "nickname"}, gaz)
    _as_in_headings(known, heads)
    open_ = [n for n in known if _open(n)]
    fixed = [n for n in known if not _open(n)]
    sure = [n for n in fixed if n.label != "PLACE" or n.b - n.a > TWO]
    for n in sure:
        taken[n.a : n.b] = [True] * (n.b - n.a)
    hints: Hints = {n.a: n for n in [*open_, *fixed] if not taken[n.a]}
    sheet_keys = {n.key for n in listed if n.label == "PLAYER"}
    clubs = {n.name for n in [*known, *listed] if n.label == "TEAM"}
    types = classify(_runs(r, taken, gaz, sheet_keys), r.toks, gaz, vocab, weights, sheet_keys, clubs)
    weigh_towns(types, hints, r.toks, vocab, weights, gaz, clubs, sheet_keys)
    clubs_at = {n.a: n.b for n in [*fixed, *listed, *open_] if n.label == "TEAM" and n.rule != "nickname"}
    pair_evidence(types, r.toks, clubs_at, words("match"), weights)
    unlisted_sides(types, r.toks, listed, hints, gaz, vocab, words("match"), weights)
    names = [*listed, *sure, *(n for t in types.values() for n in typed(t, hints, r.toks, vocab, gaz, clubs))]
    names += find_epithets(r, gaz, {k for n in names for k in range(n.a, n.b)})
    r.names = sorted((n for n in names if n.label != "NONE"), key=lambda n: (n.a, -n.b))
    _people(r, gaz)


def _as_in_headings(known: list[Name], heads: list[Name]) -> None:
    """What a result line calls a side is that side wherever it stands, and no ground of the name."""
    sides = {n.key for n in heads}
    for n in known:
        if n.label == "STADIUM" and n.key in sides:
            n.label, n.name, n.rule = "TEAM", "", "heading"


def _open(n: Name) -> bool:
    """Whether the context settles what a known name is: one word, or a ground called as a man ("D'Angelo")."""
    apostrophe = n.b - n.a == 2 and "'" in n.text and n.rule == "stadium"
    return apostrophe or (n.b - n.a == 1 and n.rule in OPEN_KINDS)


def _runs(r: Reading, taken: list[bool], gaz: Gazetteer, sheet_keys: set[str]) -> list[Run]:
    runs = find_runs(r.toks, taken, words("names"), gaz, capital_lines(r.toks))
    return cut_neighbours(cut_pairs(with_particles(runs, r.toks, gaz), r.toks, gaz), r.toks, gaz, sheet_keys)


def _people(r: Reading, gaz: Gazetteer) -> None:
    """Group the forms of persons into people."""
    who = _told_apart(r, gaz)
    counts: Counter[str] = Counter(who[n.key] for n in r.names if n.label in PERSONS)
    groups = link(dict(counts), gaz, {who[n.key]: n.label for n in r.names if n.label in PERSONS and n.rule == "sheet"})
    by_group: dict[str, Human] = {}
    for n in r.names:
        if n.label not in PERSONS:
            continue
        group = groups[who[n.key]]
        person = by_group.get(group)
        if person is None:
            person = Human(len(r.people), n.name, n.label, rule=n.rule, confidence=n.confidence)
            by_group[group] = person
            r.people.append(person)
        if _nicknamed(n):
            person.name = n.name
        person.forms.add(n.text)
        if n.rule == "sheet" and person.rule != "sheet":
            person.label, person.rule, person.confidence = n.label, n.rule, n.confidence
        n.person = person.id


def _nicknamed(n: Name) -> bool:
    """Whether a form shows nothing of the name it stands for: "il Papu", not "Nico Gonzalez"."""
    return n.rule == "person" and n.key.split()[-1] != fold(n.name).split()[-1]


def _told_apart(r: Reading, gaz: Gazetteer) -> dict[str, str]:
    """Folded form of a person → what tells people apart: of a nickname, alone or before a surname, the name."""
    of_nickname = {n.key: fold(n.name) for n in r.names if _nicknamed(n)}

    def whose(key: str) -> str:
        nick, _, surname = key.partition(" ")
        names = [fold(name) for name in gaz.bearers.get(nick, ())]
        full = next((name for name in names if surname and name.endswith(f" {surname}")), key)
        return of_nickname.get(key) or full

    return {n.key: whose(n.key) for n in r.names if n.label in PERSONS}
