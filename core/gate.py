"""What is no Italian match report: nothing, an address, another language, another subject. Says what was missing."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from core.documents import MAX_CHARACTERS
from core.errors import NotAReport
from core.knowledge import lexicon
from core.ordinary import italian_word
from core.reading import Reading
from core.schema import SectionKind
from core.scores import find_scores
from core.sheet_model import Sheet
from core.tokens import Tok
from core.verbs import analyses
from core.vocabulary import Vocabulary, words

_LETTERS = re.compile(r"[^\W\d_]+")
_SKIPPED = (SectionKind.FURNITURE, SectionKind.OTHER_MATCH)


@lru_cache(maxsize=1)
def _address() -> re.Pattern[str]:
    return re.compile(lexicon().words["gate"]["address"], re.I)


def check_text(text: str) -> None:
    """Refuse what cannot be a report before it is read; ``text`` is the cleaned view.

    Raises NotAReport with code ``empty``, ``too-large``, ``web-address``, ``too-short`` or ``not-italian``.
    """
    limits = words("gate").limits
    if not _LETTERS.search(text):
        raise NotAReport("there are no words in this text; paste a match report", code="empty")
    if len(text) > MAX_CHARACTERS:
        told = f"the text has {len(text):,} characters, at most {MAX_CHARACTERS:,} are read; split it into reports"
        raise NotAReport(told, code="too-large", limit=MAX_CHARACTERS)
    address = _address().search(text)
    rest = _LETTERS.findall(_address().sub(" ", text))
    if address and len(rest) < limits["words"]:
        told = f"{address.group()[:80]} is a web address; nothing is fetched, paste the text of the page"
        raise NotAReport(told, code="web-address", address=address.group())
    if len(rest) < limits["words"]:
        told = f"{' '.join(rest)!r} is too short for a match report; paste at least a sentence that tells what happened"
        raise NotAReport(told, code="too-short")
    if not is_italian(rest, limits):
        raise NotAReport("the text is not Italian; only Italian match reports are read", code="not-italian")


def is_italian(found: list[str], limits: dict[str, float]) -> bool:
    """Whether most words are Italian; names, which are capitalised, and a text of names only say nothing."""
    low = [w for w in found if w.islower() and len(w) > 2]
    upper = [w.lower() for w in found if w.isupper() and len(w) > 2]
    if len(low) >= len(upper):
        return len(low) < limits["prose"] or _share(low) >= limits["italian"]
    return len(upper) < limits["prose"] or _share(upper + low) >= limits["capitals"]


def _share(found: list[str]) -> float:
    """Return the share of words that are Italian and not English too."""
    return sum(italian_word(w) and w not in words("gate").english_too for w in found) / len(found)


def check_reading(reading: Reading) -> None:
    """Refuse a reading that tells no match: raises NotAReport with code ``not-a-report`` and what was missing."""
    vocab = words("gate")
    seen = witnesses(reading, vocab)
    weight = sum(vocab.weights[k] * min(n, vocab.most[k]) for k, n in seen.items())
    anchored = any(seen[k] for k in ("side", "sheet", "moment", "score"))
    brief = seen["side"] == len(reading.sides) and seen["score"] and seen["event"]
    if weight >= vocab.limits["report"] and (seen["game"] or seen["sheet"] or brief) and anchored:
        return
    missing = _missing(seen)
    told = f"this is no match report: it has {', '.join(missing)}; paste the report of one match"
    raise NotAReport(told, code="not-a-report", missing=missing)


def witnesses(r: Reading, vocab: Vocabulary) -> dict[str, float]:
    """How often each kind of witness for or against a match report is found."""
    toks = [t for t in r.toks if t.section not in _SKIPPED]
    low = {t.low for t in toks if t.word}
    running = [t for t in toks if t.section != SectionKind.SHEET]
    return {
        "game": len(low & vocab.game),
        "told": len({t.low for t in running if t.word} & vocab.told),
        "event": len(r.events),
        "moment": sum(m.minute is not None for m in r.told.moments) if r.told else 0,
        "score": len(find_scores(running, words("match").numbers)),
        "side": sum(side is not None for side in r.sides),
        "sheet": sum(_tells(sheet) for sheet in r.sheets),
        "before_it": len(low & vocab.before_it),
        "future": sum(_future(t.low) for t in running if t.word and not t.cap),
        "elsewhere": len(low & vocab.elsewhere),
        "quoted": _quoted(running) > vocab.limits["quoted"],
    }


def _tells(sheet: Sheet) -> bool:
    """Whether a match sheet tells a match that was played: a preview's names the sides and lineups only."""
    return sheet.score is not None or bool(sheet.goals or sheet.cards or sheet.subs)


def _future(low: str) -> bool:
    """Whether a word can only be a verb in the future."""
    forms = analyses(low)
    return bool(forms) and all(f.tense.startswith("fut") for f in forms)


def _quoted(toks: Iterable[Tok]) -> float:
    """Return the share of words between quotation marks."""
    inside = total = 0
    line, open_ = -1, False
    for t in toks:
        if t.line > line + 1:
            open_ = False  # a mark left open does not reach beyond its paragraph
        line = t.line
        if t.text == '"':
            open_ = not open_
        elif t.word:
            total += 1
            inside += open_
    return inside / total if total else 0.0


def _missing(seen: dict[str, float]) -> list[str]:
    found = []
    if not seen["game"]:
        found.append("no words of football")
    if seen["side"] < 2 and not seen["sheet"]:
        found.append("no two sides")
    if not seen["event"]:
        found.append("nothing that happened")
    return found or ["too little of a match in it"]
