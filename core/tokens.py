"""Words with what can be seen of them: offsets, case, sentence, line. The rest of the reader works on these lists."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from spacy.tokens import Doc
from spacy.vocab import Vocab

from core.knowledge import fold
from core.vocabulary import words

# A word keeps the apostrophe of an elision (l', dell', un'), which then stands alone before the next word.
TOKEN = re.compile(r"[^\W\d_]+'(?=[^\W\d_])|[^\W\d_]+|\d+|[^\w\s]|_+|\s+", re.S)
LONGEST_ABBREVIATION = 4
NO_PROSE = frozenset(("tabellino", "furniture", "other_match"))
"""Sections in which no sentence tells this match."""


@dataclass(slots=True)
class Tok:
    """A word, a number or a punctuation mark of the view."""

    i: int
    text: str
    low: str
    """Lower-case, accents kept: "è" is not "e"."""
    key: str
    """Lower-case without accents, for names."""
    start: int
    end: int
    sent: int = 0
    line: int = 0
    first: bool = False
    """First word of a sentence, of a line, of a quotation or after a minute that opens a line."""
    cap: bool = False
    upper: bool = False
    word: bool = False
    section: str = "prose"
    ent: int = -1
    """Index of the mention that covers the word."""


def spelt(toks: Iterable[Tok]) -> str:
    """Return words as a phrase is written, in lower case, not parted behind an apostrophe: "l'angolo"."""
    return "".join(t.low if t.low.endswith("'") else t.low + " " for t in toks).rstrip()


def places(text: str, phrase: str) -> Iterator[int]:
    """Yield where a phrase stands as whole words; much faster than a regular expression for each phrase."""
    pos = text.find(phrase)
    while pos >= 0:
        end = pos + len(phrase)
        if not (_in_word(text[pos - 1 : pos]) or _in_word(text[end : end + 1])):
            yield pos
        pos = text.find(phrase, pos + 1)


def _in_word(char: str) -> bool:
    return char.isalnum() or char == "_"


class RegexTokenizer:
    """spaCy tokenizer that never glues "27'pt", "Milan-Atalanta" or "Pera,29'st"."""

    def __init__(self, vocab: Vocab) -> None:
        self.vocab = vocab

    def __call__(self, text: str) -> Doc:
        """Split ``text``; the Doc's words and spaces give it back unchanged."""
        words: list[str] = []
        spaces: list[bool] = []
        for match in TOKEN.finditer(text):
            piece = match.group()
            if piece[0] == " " and words and not spaces[-1]:
                spaces[-1] = True
                piece = piece[1:]
            if piece:
                words.append(piece)
                spaces.append(False)
        return Doc(self.vocab, words=words, spaces=spaces)


@lru_cache(maxsize=65536)
def _forms(text: str) -> tuple[str, str, bool, bool, bool]:
    """(low, key, capitalised, all capitals, word) of a token's text."""
    low = text.lower()
    letters = text.rstrip("'")
    word = text[0].isalpha()
    return low, fold(text), word and text[0].isupper(), len(letters) > 1 and letters.isupper(), word


def tokens(doc: Doc) -> list[Tok]:
    """Return the doc's words as plain objects, with sentences and lines numbered."""
    out: list[Tok] = []
    line = 0
    for word in doc:
        text = word.text
        if text.isspace():
            line += text.count("\n")
            continue
        low, key, cap, upper, is_word = _forms(text)
        out.append(Tok(len(out), text, low, key, word.idx, word.idx + len(text), 0, line, False, cap, upper, is_word))
    _accents(doc.text, out)
    _sentences(out)
    return out


def surface(toks: list[Tok], a: int, b: int) -> str:
    """Return tokens ``[a, b)`` as written, blanks as they stand between them."""
    return "".join(" " * _apart(toks, k, a) + toks[k].text for k in range(a, b))


def folded(toks: list[Tok], a: int, b: int) -> str:
    """Return tokens ``[a, b)`` in lower case without accents, blanks as they stand between them."""
    return "".join(" " * _apart(toks, k, a) + toks[k].key for k in range(a, b))


def _apart(toks: list[Tok], k: int, a: int) -> bool:
    return k > a and toks[k].start > toks[k - 1].end


@lru_cache(1)
def _typed_accent() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(words('tokens').typed_accents)})'(?!\w)")


def _accents(text: str, toks: list[Tok]) -> None:
    """Read "E'" as "è", "perche'" as "perché": the spelling of keyboards without accents."""
    spots = {m.end() - 1 for m in _typed_accent().finditer(text)}
    if not spots:
        return
    accents = words("tokens").accents
    for before, mark in zip(toks, toks[1:], strict=False):
        if mark.start in spots and mark.text == "'" and before.end == mark.start:
            stem, vowel = before.low[:-1], before.low[-1]
            grave = accents.get(vowel, vowel)
            accent = "é" if before.low.endswith("che") and len(before.low) > 3 else grave
            before.low = stem + accent


def _ends_sentence(tok: Tok, before: Tok | None, after: Tok | None, lettered: bool) -> bool:
    """Whether a mark ends a sentence: a full stop may belong to an abbreviation, an initial or a number.

    ``lettered`` says that the word before is the letter of a league or group: "in Serie A. Domenica ...".
    """
    if tok.text in "!?…":
        return after is None or after.text not in "!?…."
    if tok.text != ".":
        return False
    if after is None:
        return True
    if after.text in '.)"' or (after.start == tok.end and after.word and not after.cap):
        return after.text == '"'
    if before is None or before.end != tok.start:
        return True
    if not before.word:
        return after.start > tok.end or after.cap
    if len(before.text) == 1 and before.cap:
        return lettered and after.cap and after.start > tok.end
    if not before.cap and after.cap:
        return before.low not in words("tokens").titles
    return len(before.low) > LONGEST_ABBREVIATION or before.low not in words("tokens").abbreviations


def _sentences(toks: list[Tok]) -> None:
    """Number the sentences and mark the words whose capital says nothing."""
    sent, fresh = 0, True
    last: Tok | None = None
    for k, tok in enumerate(toks):
        after = toks[k + 1] if k + 1 < len(toks) else None
        if last is not None and tok.line != last.line and not _continues(last, tok):
            if not fresh or (last.sent == sent and _tail(toks, k)):
                sent += 1
            fresh = True
        tok.sent = sent
        if tok.word:
            tok.first = fresh
            fresh = fresh and tok.text.endswith("'") and tok.low not in words("tokens").elided
        elif tok.text in '"(' and after is not None:
            fresh = fresh or (tok.text == '"' and last is not None and last.text in ":.!?")
        lettered = k > 1 and toks[k - 2].low in words("tokens").lettered
        if _ends_sentence(tok, last, after, lettered):
            sent += 1
            fresh = True
        elif (
            tok.text == "-"
            and after is not None
            and last is not None
            and after.start > tok.end
            and last.end < tok.start
        ):
            fresh = True  # "34' - Primo tiro", "VENEZIA - Sblocca Yeboah": behind a dash a capital says little
        elif tok.text in "-:" and last is not None and not last.word and last.text in "'°)":
            fresh = True
        last = tok


def _tail(toks: list[Tok], k: int) -> bool:
    """Whether the figures before a new line at ``k`` close the line before: "La mette dentro. 1-0", no "20'" alone."""
    j = k - 1
    while j > 0 and toks[j - 1].sent == toks[k - 1].sent and toks[j - 1].line == toks[k - 1].line:
        j -= 1
    return j > 0 and toks[j - 1].line == toks[j].line


def _continues(last: Tok, tok: Tok) -> bool:
    """Whether a line break stands within a sentence (text wrapped at a fixed width)."""
    return tok.line == last.line + 1 and tok.word and not tok.cap and (last.word or last.text in ",;")
