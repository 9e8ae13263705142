"""The pasted text, cleaned by marking: a same-length view, the dateline, and the way into the sections."""

from __future__ import annotations

import html
import re

from core.schema import Section, Span

JOINER = "⁠"
"""Word joiner: stands in the view for characters that a reader does not see inside a word."""

_ONE = {
    **dict.fromkeys("’‘‛′´`ʼʹ＇ˈ‚", "'"),
    **dict.fromkeys("“”„‟«»″〞＂", '"'),
    **dict.fromkeys("–—―‐‑‒−﹘－", "-"),
    **dict.fromkeys(
        "\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000\t\ufeff", " "
    ),
    **dict.fromkeys("\u00ad\u200b\u200c\u200d", JOINER),
    **dict.fromkeys("\r\u2028\u2029\u0085\x0b\x0c", "\n"),
    "：": ":",
    "；": ";",
    "，": ",",
}
_TABLE = str.maketrans(_ONE)
_ENTITY = re.compile(r"&(?:#\d{1,6}|#[xX][0-9a-fA-F]{1,5}|[A-Za-z]{2,8}\d?);")
_TAG = re.compile(r"</?[A-Za-z][^<>\n]{0,300}>")
_BREAK_TAG = re.compile(r"</?(?:br|p|div|li|tr|h\d)\b", re.I)
# UTF-8 read as cp1252: a lead byte and its one or two followers
_MOJIBAKE = re.compile("[ÂÃÄÅ][\u0080-\u02ff\u2010-\u2122]|â[\u0080-\u20ac][\u0080-\u2122]")
_LINE_HYPHEN = re.compile(r"(?<=[a-zà-ÿ])-\n(?=[a-zà-ÿ])")
_DATELINE = re.compile(
    r"[ \n]*(?P<town>[^\W\d_][^\W\d_'. ]*'?(?:[ '][^\W\d_]+'?){0,4})(?:\s*\([A-Z]{2}\))?"
    r"(?:, \d{1,2}°? [a-z]+(?: \d{4})?)?\s*(?:\. )?-+\s+(?=\S)"
)


def _fill(decoded: str, before: str, after: str, length: int) -> str:
    """Return ``decoded`` in ``length`` characters: joiners inside a word, else blanks."""
    inside = decoded[-1:].isalpha() or (before.isalpha() and after.isalpha())
    return (decoded + (JOINER if inside else " ") * length)[:length]


def _unmojibake(match: re.Match[str]) -> str:
    raw = match.group()
    try:
        # bytes that cp1252 leaves undefined come through as C1 controls
        decoded = b"".join(c.encode("latin-1") if ord(c) < 256 else c.encode("cp1252") for c in raw).decode("utf-8")
    except UnicodeError:
        return raw
    before, after = match.string[: match.start()][-1:], match.string[match.end() : match.end() + 1]
    return _fill(decoded.translate(_TABLE), before, after, len(raw))


def _unescape(match: re.Match[str]) -> str:
    raw = match.group()
    decoded = html.unescape(raw)
    if decoded == raw or len(decoded) > len(raw):
        return raw
    before, after = match.string[: match.start()][-1:], match.string[match.end() : match.end() + 1]
    return _fill(decoded.translate(_TABLE), before, after, len(raw))


def _untag(match: re.Match[str]) -> str:
    raw = match.group()
    return ("\n" if _BREAK_TAG.match(raw) else " ") + " " * (len(raw) - 1)


def normalise(text: str) -> str:
    """Return a view of ``text`` of the same length, so that offsets hold.

    Quotes, apostrophes, hyphens and blanks become one kind each; HTML entities, tags and mojibake are
    read and padded to their width (with :data:`JOINER` inside words); a word hyphenated at a line end
    is joined. The text itself is never changed.
    """
    view = text.replace("\r\n", " \n").translate(_TABLE)
    if "Ã" in text or "Â" in text or "â" in text:
        view = _MOJIBAKE.sub(_unmojibake, text.replace("\r\n", " \n")).translate(_TABLE)
    if "&" in view:
        view = _ENTITY.sub(_unescape, view)
    if "<" in view:
        view = _TAG.sub(_untag, view)
    if "-\n" in view:
        view = _LINE_HYPHEN.sub(JOINER * 2, view)
    return view


def sections(text: str, view: str | None = None) -> list[Section]:
    """Return the sections of ``text``; see :func:`core.text_sections.sections`."""
    from core.text_sections import sections as read  # the sections need this module's view

    return read(text, view)


def split_matches(text: str) -> list[Span]:
    """Return one span for each match that ``text`` tells; see :func:`core.text_sections.split_matches`."""
    from core.text_sections import split_matches as split  # as above

    return split(text)


def dateline(text: str, start: int = 0) -> tuple[str, int, int] | None:
    """Return the town of a dateline at ``start`` and its span: "BERGAMO - ", "UDINE –", "RENDE (CS) –".

    The town is written in capitals, or in ordinary letters with a date after it ("Parma, 29 ottobre 2019 -").
    """
    match = _DATELINE.match(normalise(text[start : start + 120]))
    if match is None:
        return None
    begin, end = start + match.start("town"), start + match.end("town")
    town = text[begin:end]
    dated = "," in match.group()
    # "EMERGENZA - Donadoni arriva" looks the same: whether it is a town is for the gazetteer to say
    return (town, begin, end) if (town.isupper() or dated) and len(town) > 2 else None
