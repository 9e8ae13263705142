"""Stretches of capitalised words that may be names, and what stands round them."""

from __future__ import annotations

from dataclasses import dataclass

from core.gazetteer import Gazetteer
from core.ordinary import italian_word
from core.run_parts import glued, heads_club, of_list, of_owner, town, two_particles
from core.tokens import Tok, folded, surface
from core.verbs import finite
from core.vocabulary import Vocabulary, words

SAINTS = ("san", "santa", "sant'")
CLUBS = ("club", "nickname")
FORMER = "ex"
"""Before a club and a name: "l'ex Lecco Rossi"."""
AFTER_VERB = 3
"""So many words from a verb on may name its subject: "Del Torino parla Rossi"."""


@dataclass(slots=True)
class Run:
    """Capitalised words ``[a, b)`` that hang together."""

    a: int
    b: int
    key: str
    text: str
    mid: bool
    """The capital says something: not at the start of a sentence nor in a line of capitals."""


def capital_lines(toks: list[Tok]) -> set[int]:
    """Lines written in capitals throughout, where a capital says nothing."""
    upper: dict[int, list[int]] = {}
    for t in toks:
        if t.word and len(t.text.rstrip("'")) > 1:
            counts = upper.setdefault(t.line, [0, 0])
            counts[0 if t.upper else 1] += 1
    return {line for line, (up, low) in upper.items() if up > 1 and up >= 4 * low}


def find_runs(toks: list[Tok], taken: list[bool], vocab: Vocabulary, gaz: Gazetteer, shouted: set[int]) -> list[Run]:
    """All runs outside the tokens already taken, sentence-initial ordinary words cut off."""
    out: list[Run] = []
    i, n = 0, len(toks)
    while i < n:
        if taken[i] or not _opens(toks, i, vocab, taken):
            i += 1
            continue
        j = _extend(toks, i, taken, vocab, gaz)
        for a, b in _pieces(toks, i, j, vocab, gaz, shouted):
            key = folded(toks, a, b)
            if key in vocab.press or _month(toks, a, b):
                continue
            mid = not toks[a].first and toks[a].line not in shouted and not _shout(toks, a, b)
            out.append(Run(a, b, key, surface(toks, a, b), mid and not _quoted_word(toks, a, b, gaz)))
        i = max(j, i + 1)
    return out


def _month(toks: list[Tok], a: int, b: int) -> bool:
    """Whether a month stands there with a capital: "nel periodo di Marzo", "a Maggio", not "il tiro di Aprile"."""
    if b - a > 1 or toks[a].low not in words("match").months or not a:
        return False
    one, two = toks[a - 1].low, toks[a - 2].low if a > 1 else ""
    return one in words("time").before_months or two in words("time").spans_of_months


def _quoted_word(toks: list[Tok], a: int, b: int, gaz: Gazetteer) -> bool:
    """Whether what somebody said begins there with a verb: "commenta così: Credo che …"."""
    if b - a > 1 or not a or toks[a - 1].text not in (":", '"') or toks[a].upper:
        return False
    low, key = toks[a].low, toks[a].key
    opens = finite(low) or low in words("names").opens_speech
    return opens and key not in gaz.surnames and key not in gaz.people


def _shout(toks: list[Tok], a: int, b: int) -> bool:
    """Capitals among capitals ("VELOCE IN DIECI!") say nothing."""
    if not all(t.upper for t in toks[a:b] if t.word):
        return False
    near = [toks[k] for k in (a - 1, b) if 0 <= k < len(toks) and toks[k].sent == toks[a].sent]
    return any(t.upper for t in near)


def _opens(toks: list[Tok], i: int, vocab: Vocabulary, taken: list[bool]) -> bool:
    t = toks[i]
    if i and toks[i - 1].text.isdigit() and t.low in vocab.short_months:
        return False  # "VENEZIA, 2 NOV - "
    if t.cap and i and t.low in vocab.surname_particles and not t.first and toks[i - 1].word and not t.upper:
        return True
    if t.cap and not (t.text.endswith("'") and (t.low in vocab.articles or t.low in vocab.never_in_name)):
        return True
    if t.low in vocab.particles and not t.cap and i + 1 < len(toks) and not taken[i + 1]:
        return t.low in vocab.foreign_particles and (
            _name_like(toks, i + 1)
            or (i + 2 < len(toks) and toks[i + 1].low in vocab.foreign_particles and toks[i + 2].cap)
        )
    return False


def _name_like(toks: list[Tok], i: int) -> bool:
    return toks[i].cap and glued(toks, i - 1, i)


def _extend(toks: list[Tok], i: int, taken: list[bool], vocab: Vocabulary, gaz: Gazetteer) -> int:
    """Return the end of the run that begins at ``i``."""
    j, n = i + 1, len(toks)
    while j < n and not taken[j] and toks[j].sent == toks[i].sent:
        t = toks[j]
        if not glued(toks, j - 1, j):
            break
        if toks[j - 1].text.endswith("'") and len(toks[j - 1].text) > 3 and t.word and t.start == toks[j - 1].end:
            j += 1  # Eto'o
            continue
        if t.cap and _breaks(toks, j, gaz):
            break
        if t.cap:
            j += 1
        elif t.text == "." and len(toks[j - 1].text) == 1 and toks[j - 1].cap:
            j += 1  # an initial
        elif (
            t.text == "-"
            and j + 1 < n
            and not taken[j + 1]
            and _double(toks, j, gaz)
            or (
                t.text == "'"
                and t.start == toks[j - 1].end
                and j + 1 < n
                and toks[j + 1].start == t.end
                and toks[j + 1].word
            )
        ):
            j += 2
        elif two_particles(toks, j, taken, vocab):
            j += 3  # "John van den Brom"
        elif (
            t.low in vocab.particles_inside
            and j + 1 < n
            and toks[j + 1].cap
            and glued(toks, j, j + 1)
            and not taken[j + 1]
            and (t.low in vocab.foreign_particles or town(toks, i, j, gaz))
        ):
            j += 1
        else:
            break
    return j


def _breaks(toks: list[Tok], j: int, gaz: Gazetteer) -> bool:
    """Find a change from capitals to mixed case, or a club before a name: two names side by side."""
    before, t = toks[j - 1], toks[j]
    if before.upper and not t.upper and len(before.text) > 3:
        return True
    if before.low in words("match").club_heads or t.low in words("match").own_tails:
        return False  # "Real Cassiano" is one name
    return any(e.kind == "club" and e.words == (before.key,) for e in gaz.forms.get(before.key, ())) and (
        t.key in gaz.surnames or t.key in gaz.people or _after_article(toks, j - 1) or toks[j - 2].low == FORMER
    )


def _after_article(toks: list[Tok], club: int) -> bool:
    """Whether a club stands behind its article and is no part of a longer name: "del Lecco Brugnaro"."""
    vocab = words("names")
    tail = toks[club + 1].low in words("match").club_tails
    return club > 0 and not tail and not toks[club].first and toks[club - 1].low in vocab.articles


def _double(toks: list[Tok], j: int, gaz: Gazetteer) -> bool:
    """Find a hyphen at ``j`` that joins a double surname (Milinkovic-Savic), not two sides nor a score."""
    before, mark, after = toks[j - 1], toks[j], toks[j + 1]
    if not (before.end == mark.start and mark.end == after.start and after.cap and len(before.text) > 1):
        return False
    if before.upper or (j + 2 < len(toks) and toks[j + 2].text.isdigit()):
        return False
    return not any(e.kind in ("club", "nickname") for t in (before, after) for e in gaz.forms.get(t.key, ()))


def _pieces(
    toks: list[Tok], i: int, j: int, vocab: Vocabulary, gaz: Gazetteer, shouted: set[int]
) -> list[tuple[int, int]]:
    """Cut off words at either end that are no part of the name."""
    a, b = i, j
    if i and len(toks[a].text) == 1 and toks[i - 1].low in words("tokens").lettered:
        a += 2 if b - a > 1 and toks[a + 1].text == "." else 1  # "girone L. Il Ponte"
    if b - a > 1 and toks[a].first and (of_list(toks, a, b, gaz) or of_owner(toks, a, b)):
        a += 1  # "Di Rossi e Bianchi le reti", "Di Mario Rossi, che ..."
    while b > a and (toks[b - 1].low in vocab.capitalised or not toks[b - 1].word) and toks[b - 1].text != ".":
        if b - a > 1 and not toks[b - 2].first and toks[b - 2].cap and toks[b - 2].low in vocab.surname_particles:
            break  # "Moira Dal Santo"
        b -= 1
    while a < b:
        t = toks[a]
        alone = b - a == 1
        if not t.first and _opens_surname(toks, a, b, vocab, gaz, shouted):
            break
        if not alone and (heads_club(t) or _saint(toks, a, vocab)):
            break  # "Pro Calvenzano", "il San Biagio"
        if (
            t.low in vocab.capitalised
            or t.low in vocab.never_in_name
            or (t.low in vocab.not_first and (t.first or t.line in shouted or alone))
        ):
            a += 1
        elif (
            (t.first or t.line in shouted)
            and not alone
            and italian_word(t.low)
            and t.key not in gaz.given
            and not (t.low in vocab.particles and t.cap)
            and t.low not in words("match").name_heads
        ):
            a += 1  # "Anche Cuschieri", "Poi Varriale"
        elif t.first and b - a == 2 and _verb_before(toks, a, gaz):
            a += 1  # "Sblocca Yeboah"
        else:
            break
    return [(a, b)] if a < b and any(toks[k].word and len(toks[k].text) > 1 for k in range(a, b)) else []


def _saint(toks: list[Tok], a: int, vocab: Vocabulary) -> bool:
    """Whether "San" at ``a`` opens the name of a side: behind an article, as no saint stands."""
    return a > 0 and toks[a].low in SAINTS and not toks[a].upper and toks[a - 1].low in (*vocab.side_articles, "un")


def _opens_surname(toks: list[Tok], a: int, b: int, vocab: Vocabulary, gaz: Gazetteer, shouted: set[int]) -> bool:
    """Whether a capital particle within a sentence belongs to the surname behind it: "servito da Dal Lago"."""
    t, before = toks[a], toks[a - 1]
    if t.low not in vocab.surname_particles or t.upper or t.line in shouted or b - a < 2:
        return False
    listed = any(e.kind in ("club", "stadium", "competition") for e in gaz.forms.get(toks[a + 1].key, ()))
    return (before.word or before.text in ",(") and not listed


def _verb_before(toks: list[Tok], a: int, gaz: Gazetteer) -> bool:
    """Whether a word that no list holds opens a sentence like a verb before a known surname."""
    first, second = toks[a], toks[a + 1]
    full = f"{first.key} {second.key}"
    known = second.key in gaz.surnames and full not in gaz.surnames and full not in gaz.people
    listed = first.key in gaz.given or first.key in gaz.surnames or first.key in gaz.forms or first.key in gaz.people
    return known and not listed and first.low.endswith(tuple(words("names").verb_endings)) and first.text.istitle()


def with_particles(runs: list[Run], toks: list[Tok], gaz: Gazetteer) -> list[Run]:
    """Give a cut-off particle back ("Di Natale" at the start of a sentence): a known form, or its verb follows."""
    behind = {run.a for run in runs if _behind_particle(run, toks)}
    whole = {run.key for run in runs if run.mid and run.a not in behind}
    for run in runs:
        if run.a in behind:
            longer = folded(toks, run.a - 1, run.b)
            alone = run.key not in whole and not _club(run.key, gaz)
            if longer in whole or (run.key not in whole and longer in gaz.surnames) or (alone and _acts(toks, run)):
                run.a, run.key, run.text = run.a - 1, longer, f"{toks[run.a - 1].text} {run.text}".replace("' ", "'")
    return runs


def _behind_particle(run: Run, toks: list[Tok]) -> bool:
    """Whether a word with a capital opens the sentence just before a run."""
    before = toks[run.a - 1] if run.a else None
    return before is not None and before.first and before.cap and before.end + 1 >= toks[run.a].start


def _club(key: str, gaz: Gazetteer) -> bool:
    """Whether a club is called so by one word."""
    return any(e.kind in CLUBS and e.words == (key,) for e in gaz.forms.get(key, ()))


def _acts(toks: list[Tok], run: Run) -> bool:
    """Whether "Del", "Dalla" before a run opens a surname: its verb follows, "Dell'Aera recupera palla"."""
    behind = [t for t in toks[run.b : run.b + AFTER_VERB] if t.sent == toks[run.a].sent]
    particle = toks[run.a - 1].low in words("names").particles_of_men
    return particle and bool(behind) and finite(behind[0].low) and not any(t.cap for t in behind)


def cut_pairs(runs: list[Run], toks: list[Tok], gaz: Gazetteer) -> list[Run]:
    """Cut "Gattuso-De Rossi" where a part stands alone elsewhere, or of two words: a pair, no double surname."""
    vocab = words("names")
    keys = {run.key for run in runs}
    out = []
    for run in runs:
        marks = [k for k in range(run.a, run.b) if toks[k].text == "-"]
        bounds = [run.a, *[k + 1 for k in marks], run.b + 1]
        pieces = [(a, b - 1) for a, b in zip(bounds, bounds[1:], strict=False)]
        parts = [folded(toks, a, b) for a, b in pieces]
        two = len(pieces) > 1 and pieces[1][1] - pieces[1][0] > 1 and toks[pieces[1][0]].low not in vocab.particles
        if marks and run.key not in gaz.surnames and (len(marks) > 1 or two or any(p in keys for p in parts)):
            for (a, b), key in zip(pieces, parts, strict=True):
                out.append(Run(a, b, key, " ".join(t.text for t in toks[a:b]), run.mid or a > run.a))
        else:
            out.append(run)
    return out
