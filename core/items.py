"""A sentence as a list of items: people, sides, scores, words with what they can tell; the events are read from it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from core.parted import parted
from core.phrases import Phrases
from core.reading import Name, Reading
from core.refs import person_references
from core.scores import Written, find_scores
from core.tokens import Tok
from core.verbs import Form, analyses
from core.vocabulary import Vocabulary, words

AND = ("e", "ed")
JOINING = (*AND, ",")
"""What stands between two names of one list."""
OBJECTS = ("la", "lo", "li", "le", "l'")
"""Articles that are pronouns too: "la porta" is a noun, "la calcia" a verb."""
LIST_GOES_ON = (*AND, "per", "più", "oltre", "nel", "nella", "al", "su")
"""Words behind a name that leave it in the list before it."""
PRAISING = ("issimo", "issima", "vole")
"""Ends of adjectives before a name: "del bravissimo Rossi", "dell'incolpevole Rossi"."""
THERE_IS = ("è", "c'è", "ecco")


@dataclass(slots=True)
class Item:
    """One item. ``kind``: p person, t side, s score, m time, w word, x punctuation."""

    kind: str
    low: str
    a: int
    b: int
    person: int = -1
    team: str | None = None
    score: Written | None = None
    tags: dict[str, int] = field(default_factory=dict)
    """Category of the action lexicon → the item index just behind the phrase."""
    verb: tuple[Form, ...] = ()
    """Analyses as a verb; empty where the word is read as a noun."""
    governed: str = ""
    """The preposition that a person, side or noun hangs on."""

    @property
    def finite(self) -> bool:
        """Whether the item can carry a clause."""
        return any(f.finite for f in self.verb)

    def has(self, *categories: str) -> bool:
        """Whether the item opens a phrase of one of the categories."""
        return any(c in self.tags for c in categories)

    @property
    def lemmas(self) -> frozenset[str]:
        """The verbs it can be a form of."""
        return frozenset(f.lemma for f in self.verb)


def sentence_items(
    r: Reading,
    start: int,
    stop: int,
    names: dict[int, Name],
    table: Phrases,
    scores: dict[int, Written],
    times: dict[int, int],
) -> list[Item]:
    """The items of tokens ``[start, stop)``."""
    grammar = words("clauses")
    out: list[Item] = []
    at: dict[int, int] = {}
    i = start
    while i < stop:
        at[i] = len(out)
        name, written, t = names.get(i), scores.get(i), r.toks[i]
        if name is not None and name.b <= stop:
            out.append(_named(r, name))
            i = name.b
            continue
        if written is not None and written.b <= stop:
            out.append(Item("s", t.low, i, written.b, score=written))
            i = written.b
            continue
        if i in times and i < times[i] <= stop:
            out.append(Item("m", t.low, i, times[i]))
            i = times[i]
            continue
        out.append(Item("w" if t.word else "x", t.low, i, i + 1))
        i += 1
    at[stop] = len(out)
    _tag(r.toks, out, at, start, stop, table, grammar)
    parted(r.toks, out, at, table)
    _govern(out, grammar)
    return out


def _named(r: Reading, n: Name) -> Item:
    if n.person >= 0:
        return Item("p", n.text.lower(), n.a, n.b, person=n.person, team=r.people[n.person].team)
    cards = not n.name and n.text.lower() in words("cards").loose_words  # "restano i gialli di Rossi e Verdi"
    if n.label == "TEAM" and not n.adjective and not cards:
        return Item("t", n.text.lower(), n.a, n.b, team=n.name or None)
    return Item("w", n.text.lower(), n.a, n.b)


def _tag(
    toks: list[Tok], out: list[Item], at: dict[int, int], start: int, stop: int, table: Phrases, grammar: Vocabulary
) -> None:
    """Give words their verb analyses and the phrases that begin with them."""
    for item in out:
        if item.kind != "w":
            continue
        t = toks[item.a]
        before = toks[item.a - 1].low if item.a > start else ""
        noun = t.low in grammar.nouns_like_verbs and before in grammar.determiners
        clitic = before in OBJECTS
        if item.b == item.a + 1:
            item.verb = () if noun and not (clitic and t.low not in grammar.always_nouns) else analyses(t.low)
        elif not item.verb:
            continue
        if t.cap and not t.first and not t.upper:
            continue
        for category, end in table.at(toks, item.a, stop).items():
            if category.endswith("_verb") and noun and end == item.a + 1:
                continue
            if end in at:
                item.tags[category] = at[end]
        if item.low in THERE_IS:
            item.verb = analyses("è")


def _govern(items: list[Item], grammar: Vocabulary) -> None:
    """Note the preposition that each person, side or word hangs on, across determiners and adjectives."""
    roles = words("names").player_roles | words("names").coach_roles
    for k, item in enumerate(items):
        if item.kind not in ("p", "t", "w"):
            continue
        j = k - 1
        steps = 0
        while j >= 0 and items[j].kind == "w" and steps < 5:
            low = items[j].low
            later = low == "dopo" and j > 0 and items[j - 1].low in grammar.lapses  # "poco dopo X tira"
            if low in grammar.prepositions and not later and not (low in grammar.clitics and items[k].finite):
                item.governed = low
                break
            if items[j].finite or low in grammar.conjunctions or low in grammar.relatives:
                break
            light = low in grammar.between or low.endswith(PRAISING) or (j == k - 1 and _participle(items[j]))
            if low not in grammar.determiners and low not in roles and (item.kind == "w" or not light):
                break
            j -= 1
            steps += 1
        if (
            not item.governed
            and item.kind == "p"
            and k > 1
            and items[k - 1].low in JOINING
            and items[k - 2].kind == "p"
        ):
            after = items[k + 1] if k + 1 < len(items) else None
            listed = items[k - 1].low in AND or after is None or after.kind in "xmt" or after.low in LIST_GOES_ON
            if listed and not (
                after is not None
                and (
                    after.finite
                    or after.low in grammar.clitics
                    or after.low == "non"
                    or after.has("manner", "stop_words")
                )
            ):
                item.governed = items[k - 2].governed  # "di Rossi e Bianchi", not "di Rossi e Bianchi arriva"


def _participle(item: Item) -> bool:
    """Whether a word can only be a participle beside a name: "per l'infortunato Rossi", "all'applaudito Rossi"."""
    return bool(item.verb) and all(f.mood == "part" for f in item.verb)


def negated(items: list[Item], k: int) -> bool:
    """Whether "non" stands before the verb at item ``k``, auxiliaries and pronouns aside."""
    auxiliaries, clitics = words("frames").auxiliaries, words("clauses").clitics
    j = k - 1
    while j >= 0 and items[j].kind == "w" and (items[j].lemmas & auxiliaries or items[j].low in clitics):
        j -= 1
    return j >= 0 and items[j].low == "non"


def phrase_ends(toks: list[Tok], items: list[Item], table: Phrases) -> dict[int, dict[str, int]]:
    """Item → category of ``table`` → the item just behind its phrase, for every word at which a phrase begins."""
    out: dict[int, dict[str, int]] = {}
    if not items:
        return out
    at = {it.a: k for k, it in enumerate(items)}
    at[items[-1].b] = len(items)
    for k, item in enumerate(items):
        if item.kind == "w":
            here = {c: at[e] for c, e in table.at(toks, item.a, items[-1].b).items() if e in at}
            if here:
                out[k] = here
    return out


def all_items(
    r: Reading, table: Phrases, skip: frozenset[str], times: dict[int, int], meant: Sequence[Name] = ()
) -> list[list[Item]]:
    """The items of every sentence outside the sections of ``skip``; those of skipped ones are empty.

    ``meant`` are words that stand for a person beside those that the report alone tells.
    """
    names = {
        n.a: n
        for n in [*person_references(r), *meant, *r.names]
        if not n.adjective and n.label not in ("PLACE", "COMPETITION")
    }
    scores = {w.a: w for w in find_scores(r.toks, words("match").numbers)}
    return [
        [] if r.toks[a].section in skip else sentence_items(r, a, b, names, table, scores, times)
        for a, b in r.sentences
    ]
