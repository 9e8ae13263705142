"""Cleaning without deleting: a readable view of the pasted text and the way back to its offsets."""

from __future__ import annotations

import html
import re
import unicodedata
from dataclasses import dataclass

_SAME = str.maketrans(
    {
        "’": "'", "‘": "'", "`": "'", "´": "'", "ʼ": "'", "′": "'", "‛": "'", "＇": "'",
        "“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "″": '"', "‟": '"',
        "–": "-", "—": "-", "‒": "-", "‐": "-", "‑": "-", "−": "-",
        "º": "°", "˚": "°", "\u00a0": " ", "\u202f": " ", "\u2009": " ", "\u2007": " ", "\u3000": " ",
        "\t": " ", "\r": "\n", "\u2028": "\n", "\u2029": "\n", "\v": "\n", "\f": "\n",
    }
)  # fmt: skip
_GONE = "\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff\x00\ufe0f"
_REPLACED = re.compile(
    r"(?P<entity>&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,30});)"
    r"|(?P<block></?(?:p|br|div|li|ul|ol|h[1-6]|tr|table|section|article)\b[^<>\n]{0,200}>)"
    r"|(?P<tag></?[a-zA-Z][a-zA-Z0-9]*(?:\s[^<>\n]{0,200})?/?>)"
    r"|(?P<hyphen>(?<=[^\W\d_])[-\u00ad\u2010][ \t]*\r?\n[ \t]*(?=[a-zàèéìòùç]))"
    r"|(?P<crlf>\r\n)"
    r"|(?P<mark>\*{2,}|_{2,}|(?<![\w*])\*(?=\w)|(?<=[\w.,;:!?])\*(?!\w))"
    r"|(?P<combining>.[\u0300-\u036f]+)"
    rf"|(?P<gone>[{_GONE}]+)",
    re.S,
)


@dataclass(frozen=True, slots=True)
class View:
    """``text`` is what the reader reads; ``span`` leads a span of it back to the pasted text."""

    text: str
    begins: tuple[int, ...]
    """For each character of ``text`` the offset of the first pasted character that it stands for."""
    ends: tuple[int, ...]
    """The same for the end (half-open); an entity or a letter with combining marks is wider than one."""

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return the half-open span in the pasted text of the view's ``[start, end)``."""
        if not self.begins:
            return 0, 0
        if end <= start:
            here = self.begins[min(start, len(self.begins) - 1)]
            return here, here
        return self.begins[start], self.ends[end - 1]


def _replacement(match: re.Match[str]) -> str:
    """Return what the reader sees instead of a left-over of some other format."""
    kind, found = match.lastgroup, match.group()
    if kind == "entity":
        decoded = html.unescape(found)
        return decoded.translate(_SAME) if len(decoded) == 1 else found if decoded == found else decoded
    if kind in ("block", "crlf"):
        return "\n"
    if kind == "combining":
        return unicodedata.normalize("NFC", found)
    return ""


def clean(text: str) -> View:
    """Return the view of a pasted text: entities decoded, tags and hyphen breaks closed, quotes of one kind.

    Nothing is lost: every character of the view knows which characters of ``text`` it stands for.
    """
    out: list[str] = []
    begins: list[int] = []
    ends: list[int] = []

    def plain(start: int, stop: int) -> None:
        out.append(text[start:stop].translate(_SAME))
        begins.extend(range(start, stop))
        ends.extend(range(start + 1, stop + 1))

    at = 0
    for match in _REPLACED.finditer(text):
        plain(at, match.start())
        at = match.end()
        new = _replacement(match)
        out.append(new)
        begins.extend([match.start()] * len(new))
        ends.extend([at] * len(new))
    plain(at, len(text))
    return View("".join(out), tuple(begins), tuple(ends))
