"""`calcio_names`: who and what is named. Fills ``Reading.names`` and ``Reading.people``."""

from __future__ import annotations

from collections import Counter

from spacy.language import Language
from spacy.tokens import Doc

from core.entities import Type, classify, link
from core.gazetteer import Gazetteer, gazetteer
from core.known import COLOURS, DEMONYM, epithet_table, find_known, is_epithet_noun
from core.pairs import pair_evidence
from core.reading import Human, Name, Reading
from core.runs import Run, capital_lines, find_runs
from core.sheet_model import SheetName
from core.tokens import Tok
from core.vocabulary import Vocabulary, words

PERSONS = ("PLAYER", "COACH", "REFEREE", "PERSON")


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
    taken = [t.section == "furniture" for t in r.toks]
    shouted = capital_lines(r.toks)
    names = _sheet_names(r, taken)
    known = [n for n in find_known(r.toks, gaz, vocab, taken, shouted)]
    fixed, open_ = [], []
    for n in known:
        (open_ if n.b - n.a == 1 and n.rule in ("club", "place", "nickname", "person", "stadium") else fixed).append(n)
    for n in fixed:
        if n.label != "PLACE":
            taken[n.a : n.b] = [True] * (n.b - n.a)
    for t in r.toks:
        if t.section == "furniture":
            taken[t.i] = True
    runs = _split(_merge(find_runs(r.toks, taken, vocab, gaz, shouted), r.toks, gaz), r.toks, gaz)
    hints: dict[int, Name] = {n.a: n for n in [*open_, *fixed] if not taken[n.a]}
    sheet_keys = {n.key for n in names if n.label == "PLAYER"}
    weights = r.lex.words["weights"]["names"]
    clubs = {n.name for n in [*known, *names] if n.label == "TEAM"}
    types = classify(runs, r.toks, gaz, vocab, weights, sheet_keys, clubs)
    _town_clubs(types, hints, r.toks, vocab, weights, gaz)
    clubs_at = {n.a: n.b for n in [*fixed, *names, *open_] if n.label == "TEAM" and n.rule != "nickname"}
    pair_evidence(types, r.toks, clubs_at, words("match"), weights)
    names += [n for n in fixed if n.label != "PLACE"]
    for t in types.values():
        names += _typed(t, hints, r.toks, vocab, gaz)
    names += _epithets(r, gaz, vocab, {k for n in names for k in range(n.a, n.b)})
    r.names = sorted((n for n in names if n.label != "NONE"), key=lambda n: (n.a, -n.b))
    _people(r, gaz)


def _sheet_names(r: Reading, taken: list[bool]) -> list[Name]:
    """The names that match sheets list, by their place in the sheet."""
    at = {t.start: t.i for t in r.toks}
    out: list[Name] = []

    def add(name: SheetName | None, label: str) -> None:
        if name is None:
            return
        a = at.get(name.start)
        if a is None or taken[a]:
            return
        b = a
        while b < len(r.toks) and r.toks[b].start < name.end:
            b += 1
        taken[a:b] = [True] * (b - a)
        out.append(Name(a, b, name.text, _key(r.toks, a, b), label, name.text, confidence=0.98, rule="sheet"))

    for sheet in r.sheets:
        add(sheet.home, "TEAM")
        add(sheet.away, "TEAM")
        for lineup in sheet.lineups:
            add(lineup.team, "TEAM")
            for person in [*lineup.starters, *lineup.bench]:
                add(person, "PLAYER")
            for sub in lineup.subs:
                add(sub.out, "PLAYER")
                add(sub.in_, "PLAYER")
            add(lineup.coach, "COACH")
        for sub in sheet.subs:
            add(sub.out, "PLAYER")
            add(sub.in_, "PLAYER")
        for goal in sheet.goals:
            add(goal.player, "PLAYER")
        for card in sheet.cards:
            add(card.player, "PLAYER")
        for missed in sheet.missed_penalties:
            add(missed.player, "PLAYER")
            add(missed.goalkeeper, "PLAYER")
        for gone in sheet.disallowed:
            add(gone.player, "PLAYER")
        add(sheet.referee, "REFEREE")
        for official in sheet.officials:
            add(official, "REFEREE")
        add(sheet.stadium, "STADIUM")
    return out


def _key(toks: list[Tok], a: int, b: int) -> str:
    key = toks[a].key
    for k in range(a + 1, b):
        key += " " * (toks[k].start > toks[k - 1].end) + toks[k].key
    return key


def _merge(runs: list[Run], toks: list[Tok], gaz: Gazetteer) -> list[Run]:
    """Give a cut-off particle back ("Di Natale" at the start of a sentence) where the longer form is known."""
    whole = {run.key for run in runs if run.mid}
    for run in runs:
        a = run.a
        if a and toks[a - 1].first and toks[a - 1].cap and toks[a - 1].end + 1 >= toks[a].start:
            longer = _key(toks, a - 1, run.b)
            if longer in whole or (longer in gaz.surnames and run.key not in whole):
                run.a, run.key, run.text = a - 1, longer, f"{toks[a - 1].text} {run.text}".replace("' ", "'")
    return runs


def _split(runs: list[Run], toks: list[Tok], gaz: Gazetteer) -> list[Run]:
    """Cut "Gattuso-De Rossi" where a part stands alone elsewhere: a pair of players, no double surname."""
    keys = {run.key for run in runs}
    out = []
    for run in runs:
        marks = [k for k in range(run.a, run.b) if toks[k].text == "-"]
        bounds = [run.a, *[k + 1 for k in marks], run.b + 1]
        pieces = [(a, b - 1) for a, b in zip(bounds, bounds[1:], strict=False)]
        parts = [_key(toks, a, b) for a, b in pieces]
        if marks and run.key not in gaz.surnames and (len(marks) > 1 or any(p in keys for p in parts)):
            for (a, b), key in zip(pieces, parts, strict=True):
                out.append(Run(a, b, key, " ".join(t.text for t in toks[a:b]), run.mid or a > run.a))
        else:
            out.append(run)
    return out


def _town_clubs(
    types: dict[str, Type],
    hints: dict[int, Name],
    toks: list[Tok],
    vocab: Vocabulary,
    w: dict[str, float],
    gaz: Gazetteer,
) -> None:
    """Weigh one-word forms that the lexicon knows as club, place, ground or nickname against the context."""
    for t in types.values():
        hint = next((hints[run.a] for run in t.runs if run.a in hints and hints[run.a].b == run.b), None)
        if hint is None:
            continue
        if hint.rule == "place":
            t.score["PLACE"] += 0.0
            continue
        if hint.rule == "stadium":
            with_article = sum(_article(toks, run.a, vocab) for run in t.runs)
            if with_article or any(run.a and toks[run.a - 1].low in vocab.stadium_nouns for run in t.runs):
                t.score["STADIUM"] += w["stadium_known"] + with_article * w["article"]
            continue
        if hint.rule == "person":
            t.score["PLAYER"] += w["nickname_known"]
            continue
        t.score["TEAM"] += w["club_known"] if hint.rule == "club" else w["club_nickname"]
        if hint.rule == "club":
            t.score["PLACE"] = 0.0  # club or town is settled at each place, by the article
            t.score["PLAYER"] = w["squad_of_club"] if t.score["PLAYER"] > 5 and t.key in gaz.surnames else 0.0
            t.score["PLAYER"] += w["cue_player"] * sum(
                cue == "PLAYER" and toks[a - 1].low not in vocab.loose_roles for a, cue in t.cues.items()
            )
            t.score["COACH"] = t.score["REFEREE"] = 0.0
        if t.key in vocab.articleless:
            t.score["TEAM"] += w["club_known"]
        bare = sum(_bare_subject(toks, run, vocab) for run in t.runs)
        if (
            hint.rule == "club"
            and t.key not in vocab.articleless
            and not any(_article(toks, run.a, vocab) for run in t.runs)
        ):
            t.score["PLAYER"] += min(bare, 2) * w["bare_town"]


def _article(toks: list[Tok], a: int, vocab: Vocabulary) -> bool:
    return a > 0 and toks[a - 1].low in vocab.articles


def _bare_subject(toks: list[Tok], run: Run, vocab: Vocabulary) -> bool:
    """A town's name in running prose without article: more likely a person of that name."""
    if not run.mid or run.a == 0:
        return False
    prev = toks[run.a - 1]
    after = toks[run.b] if run.b < len(toks) else None
    return (
        prev.low not in vocab.articles
        and prev.low not in ("di", "a", "ad", "da", "in", "tra", "fra", "-", "contro", "per", "e", "ed", ",", "(", '"')
        and not (after is not None and after.text in "-")
        and toks[run.a].section in ("prose", "live")
    )


def _typed(t: Type, hints: dict[int, Name], toks: list[Tok], vocab: Vocabulary, gaz: Gazetteer) -> list[Name]:
    """One name for each occurrence of a form, its label settled by the form and, where they differ, by the place."""
    out = []
    base = t.label
    for run in t.runs:
        hint = hints.get(run.a)
        hint = hint if hint is not None and hint.b == run.b else None
        label = _occurrence_label(t, run, base, toks, vocab, hint)
        if label == "NONE":
            continue
        name = hint.name if hint is not None and label in ("TEAM", "STADIUM") and hint.label == label else t.text
        if hint is not None and hint.rule == "person" and label in PERSONS:
            name = hint.name
        margin = t.score[base] - max(v for k, v in t.score.items() if k != base)
        out.append(
            Name(
                run.a,
                run.b,
                run.text,
                run.key,
                label,
                name,
                confidence=min(0.99, 0.6 + 0.1 * margin),
                rule=_rule(t, hint),
            )
        )
    return out


def _rule(t: Type, hint: Name | None) -> str:
    if hint is not None:
        return hint.rule
    return "context" if t.cues else "form"


def _occurrence_label(t: Type, run: Run, base: str, toks: list[Tok], vocab: Vocabulary, hint: Name | None) -> str:
    cue = t.cues.get(run.a)
    if cue == "REFEREE" and base == "PLAYER" and len(t.runs) > len(t.cues):
        return "REFEREE"
    if base == "TEAM":
        prev = toks[run.a - 1] if run.a else None
        town = t.key not in vocab.articleless and hint is not None and hint.rule == "club"
        if (
            prev is not None
            and prev.sent == toks[run.a].sent
            and prev.low in ("a", "ad", "in", "da", "di", "dalla")
            and town
        ):
            if prev.low == "di" and run.a > 1 and toks[run.a - 2].low in vocab.club_nouns:
                return "TEAM"
            return "PLACE"
        after = toks[run.b] if run.b < len(toks) else None
        if (
            toks[run.a].first
            and toks[run.a].upper
            and after is not None
            and after.text == "-"
            and after.start > toks[run.b - 1].end
        ):
            nxt = toks[run.b + 1] if run.b + 1 < len(toks) else None
            if nxt is not None and not nxt.upper:
                return "PLACE"
    return base


def _epithets(r: Reading, gaz: Gazetteer, vocab: Vocabulary, covered: set[int]) -> list[Name]:
    """Plural nouns that stand for a side; those that qualify a noun are kept as adjectives."""
    table = epithet_table(gaz)
    out = []
    for t in r.toks:
        if not t.word or t.i in covered or t.section == "furniture" or len(t.low) < 4:
            continue
        known = t.key in table
        if not known and not COLOURS.match(t.key) and not (DEMONYM.search(t.key) and _echo(t.key, r)):
            continue
        noun = is_epithet_noun(r.toks, t.i, vocab)
        if not known and not noun and not COLOURS.match(t.key):
            continue
        out.append(Name(t.i, t.i + 1, t.text, t.key, "TEAM", "", confidence=0.9, rule="epithet", adjective=not noun))
    return out


def _echo(key: str, r: Reading) -> bool:
    """Whether a demonym sounds like a club of the text: fasanesi – Fasano."""
    return any(
        n.label == "TEAM"
        and len(n.key) > 3
        and key[: max(4, min(len(n.key) - 1, 5))] == n.key[: max(4, min(len(n.key) - 1, 5))]
        for n in r.names
    )


def _people(r: Reading, gaz: Gazetteer) -> None:
    """Group the forms of persons into people."""
    counts: Counter[str] = Counter(n.key for n in r.names if n.label in PERSONS)
    groups = link(dict(counts), gaz)
    by_group: dict[str, Human] = {}
    for n in r.names:
        if n.label not in PERSONS:
            continue
        group = groups[n.key]
        person = by_group.get(group)
        if person is None:
            person = Human(len(r.people), n.name, n.label, rule=n.rule, confidence=n.confidence)
            by_group[group] = person
            r.people.append(person)
        person.forms.add(n.text)
        if n.rule == "sheet" and person.rule != "sheet":
            person.label, person.rule, person.confidence = n.label, n.rule, n.confidence
        n.person = person.id
