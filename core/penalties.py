"""Penalties: given, asked for and refused; the kick of each is read in core/penalty_kicks.py."""

from __future__ import annotations

from core.items import OBJECTS, Item, phrase_ends
from core.penalty_kicks import Penalty, Tags, kick
from core.phrases import Phrases, phrases
from core.reading import Reading
from core.vocabulary import words

TO_SIDE = ("per", "al", "alla", "allo", "all'", "ai", "agli", "alle")
"""What the name of a side that is given a penalty hangs on."""
BEHIND = ("che", "per", "e", "trasformato", "netto", "sacrosanto", "solare", "evidente", "ineccepibile", "generoso")
"""What stands behind a penalty that is all that a clause tells."""
TO_REACH, AGO_REACH, AFTER_REACH = 4, 10, 6
"""Items from a penalty to the side that gets it, and to it from words for another match, before and
behind."""
ARTICLES = ("il", "un", "una", "della", "per", "con")
"""What makes a word for a foul a noun; an article that is a pronoun too does so only where no verb is meant."""
LATER = 2
"""Sentences by which words of the same penalty may follow."""

WAIT = 5
"""Minutes from an award to its kick, the look at the monitor included."""


def penalties(r: Reading, sentences: list[list[Item]], order: list[int]) -> list[Penalty]:
    """All penalties of the sentences in ``order``; the kick may follow the award by up to two sentences."""
    table = phrases("actions", "phrases_penalty")
    out: list[Penalty] = []
    open_: Penalty | None = None
    line = -1
    for n, sent in enumerate(order):
        items = sentences[sent]
        here = r.toks[items[0].a]
        if open_ is not None and here.line != line and here.section != "live":
            open_ = None  # a new paragraph tells of something else
        line = here.line
        tags = _tags(r, items, table)
        if "revoked" in tags and open_ is not None and not open_.kicked and sent - open_.sent <= LATER:
            out.remove(open_)
            open_ = None
        named = tags.get("penalty", []) + tags.get("spot", [])
        if not named:
            if open_ is not None and sent - open_.sent <= 1 and not _elsewhen(r, sentences[open_.sent], items):
                _follow(r, open_, items, tags, sent)
            elif "foul" not in tags:
                open_ = None
            continue
        if ("refused" in tags and not _granted(items, tags)) or _long_ago(tags, min(k for k, _ in named)):
            continue
        if "award" in tags and max((k for k, _ in tags.get("revoked", [])), default=-1) > max(k for k, _ in named):
            open_ = None  # "fischia il rigore ma poi torna sui suoi passi"
            continue
        if open_ is None or sent - open_.sent > LATER or open_.kicked or _another(items):
            open_ = Penalty(items[min(k for k, _ in named)].a, items[-1].b, sent)
            out.append(open_)
        if "award" in tags or "foul" in tags or _bare(items, tags):
            _award(open_, items, tags, min(k for k, _ in named))
            if (
                n
                and "foul" not in tags
                and sent - order[n - 1] == 1
                and r.toks[sentences[order[n - 1]][0].a].line == line
            ):
                _foul_before(r, open_, sentences[order[n - 1]], table)
        elif n:
            _foul_before(r, open_, sentences[order[n - 1]], table)
        kick(r, open_, items, tags)
        open_.end = max(open_.end, items[-1].b)
        open_.sent = sent
    return [p for p in out if p.award or p.kicked]


def _tags(r: Reading, items: list[Item], table: Phrases) -> Tags:
    """Category → (item, item just behind) of its phrases in a sentence."""
    tags: Tags = {}
    for k, ends in phrase_ends(r.toks, items, table).items():
        for category, end in ends.items():
            tags.setdefault(category, []).append((k, end))
    within = tags.get("no_penalty", [])
    named = [x for x in tags.get("penalty", []) if not any(a <= x[0] < b for a, b in within)]
    tags.pop("penalty", None)
    if named:
        tags["penalty"] = named
    return tags


def _bare(items: list[Item], tags: Tags) -> bool:
    """Whether a penalty stands alone as what comes of it, or goes to a side: "…: rigore.", "arriva il rigore per X"."""
    for k, end in tags.get("penalty", []):
        behind = items[end] if end < len(items) else None
        if k and items[k - 1].low in (":", ",") and (behind is None or behind.kind == "x" or behind.low in BEHIND):
            return True
        if any(it.kind == "t" and it.governed in TO_SIDE for it in items[end : end + TO_REACH]):
            return True
    return False


def _long_ago(tags: Tags, mark: int) -> bool:
    """Whether a penalty is one of another match."""
    return any(-AFTER_REACH <= mark - k <= AGO_REACH for k, _ in tags.get("ago", []))


def _follow(r: Reading, p: Penalty, items: list[Item], tags: Tags, sent: int) -> None:
    """The sentence behind a penalty that does not name it again: the kick, or the foul told late."""
    told = p.foretold
    if not p.kicked and (p.award or not any(it.kind == "m" for it in items)):
        kick(r, p, items, tags, follow=True)
    fouled = "foul" in tags and p.fouled < 0 and p.fouler < 0
    if fouled:
        _award(p, items, {"foul": tags["foul"]}, tags["foul"][0][0])
    if not p.kicked and (fouled or p.foretold != told):
        p.sent = sent  # the kick is still to come: "Rigore! X steso da Y. Sul dischetto Z: alto"


def _elsewhen(r: Reading, award: list[Item], items: list[Item]) -> bool:
    """Whether a sentence is dated too far from the award to tell its kick."""
    then, now = (next((r.toks[it.a].text for it in xs if it.kind == "m"), "") for xs in (award, items))
    return then.isdigit() and now.isdigit() and not 0 <= int(now) - int(then) <= WAIT


def _foul_before(r: Reading, p: Penalty, items: list[Item], table: Phrases) -> None:
    """A foul told in the sentence before the penalty is named."""
    foul = _tags(r, items, table).get("foul")
    if foul:
        _award(p, items, {"foul": foul}, foul[0][0])


def _another(items: list[Item]) -> bool:
    """Whether the sentence speaks of one penalty more."""
    v = words("penalties")
    return any(a.low in v.another and b.low in v.penalty_nouns for a, b in zip(items, items[1:], strict=False))


def _granted(items: list[Item], tags: Tags) -> bool:
    """A request that was granted after all: an award stands behind the last refusal ("non concesso" is one)."""
    award = [k for k, _ in tags.get("award", []) if items[k].lemmas & words("penalties").grant]
    return bool(award) and max(award) >= max(end for _, end in tags["refused"])


def _people(items: list[Item], a: int, b: int) -> list[Item]:
    return [it for it in items[max(0, a) : b] if it.kind == "p"]


def _award(p: Penalty, items: list[Item], tags: Tags, first: int) -> None:
    """Note the award, who fouled whom, and the side it is given to."""
    if not p.award:
        p.award, p.award_pos = True, items[first].a
    for k, end in tags.get("foul", []):
        _foul(p, items, k, end)
        if p.fouled >= 0 or p.fouler >= 0:
            break
    if p.fouled < 0:
        p.fouled = _winner(items, tags)
    p.team = next((it.team for k, it in enumerate(items) if it.kind == "t" and _given(items, k)), None) or p.team


def _winner(items: list[Item], tags: Tags) -> int:
    """Who "si procura un rigore": the subject of the verb; -1 for nobody."""
    for k, _ in tags.get("award", []):
        if items[k].lemmas & words("penalties").winning or (
            items[k].low == "si" and items[k + 1].lemmas & words("penalties").winning
        ):
            before = [x for x in _people(items, k - 6, k) if not x.governed]
            if before:
                return before[-1].person
    return -1


def _given(items: list[Item], k: int) -> bool:
    """Whether the side at ``k`` is the one that a penalty is given to: "al Novara", "in favore del Novara"."""
    return items[k].governed in TO_SIDE or any(it.low == "favore" for it in items[max(0, k - 2) : k])


def _had(items: list[Item], k: int) -> bool:
    """Whether a form of "avere" makes the participle at ``k`` an active verb: "X ha steso Y"."""
    return any("avere" in it.lemmas for it in items[max(0, k - 2) : k])


def _fell(p: Penalty, before: list[Item], after: list[Item]) -> None:
    """Who fell, and over whom: "X cade dopo un contrasto con Y", "cade X"."""
    g = words("clauses")
    fell = [x for x in [*after[:1], *reversed(before)] if x.governed in ("", "che")]
    if fell:
        p.fouled = fell[0].person
    p.fouler = next((x.person for x in after if x.governed in g.with_ | g.by | g.of), p.fouler)


def _foul(p: Penalty, items: list[Item], k: int, end: int) -> None:
    """Who fouled whom, by the voice of the words ``[k, end)`` for the foul."""
    g, it = words("clauses"), items[k]
    before, after = _people(items, k - 16, k), _people(items, end, end + 9)
    noun = k > 0 and items[k - 1].low in (*ARTICLES, *(() if it.finite else OBJECTS))
    if (
        end > k + 1
        and items[end - 1].low in words("penalties").hands
        and not any(x.governed in g.of for x in after[:1])
    ):
        if before and not before[-1].governed and p.fouler < 0:
            p.fouler = before[-1].person
    elif any(f.mood == "part" for f in it.verb) and not it.finite and not noun and not _had(items, k):
        if before:
            p.fouled = next((x for x in reversed(before) if not x.governed), before[-1]).person
        agent = next((x for x in after if x.governed in g.by), None)
        if agent is not None:
            p.fouler = agent.person
    elif (it.finite or _had(items, k)) and not noun:
        if it.lemmas & words("penalties").falling:
            _fell(p, before, after)
            return
        if before and before[-1].governed in ("", "che"):
            p.fouler = before[-1].person
        victim = next((x for x in after if x.governed not in g.by), None)
        if victim is not None and k + 1 < len(items):
            p.fouled = victim.person
        if k and items[k - 1].low in ("lo", "la", "l'") and len(before) >= 2:  # "X supera Y, che lo stende"
            p.fouled = before[0].person if before[0].person != p.fouler else p.fouled
    else:
        harm = {x.person for j, x in enumerate(items) if j > 1 and items[j - 2].low in words("penalties").harm}
        for x in after:
            if x.governed in g.of and p.fouler < 0 and x.person not in harm:
                p.fouler = x.person
            elif (x.governed in g.on | g.to or x.person in harm) and p.fouled < 0:
                p.fouled = x.person
        if p.fouler < 0 and before and not before[-1].governed and it.low in words("penalties").struck:
            p.fouler = before[-1].person
