"""Interface words: collect them from the sources, update the Italian catalogue, compile it.

Run ``python tools/messages.py`` after changing a message, translate what is new in
``locale/it/LC_MESSAGES/cronaca.po``, and run it again.
"""

from __future__ import annotations

import io
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract, extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).resolve().parent.parent
PO = ROOT / "locale" / "it" / "LC_MESSAGES" / "cronaca.po"
MO = PO.with_suffix(".mo")
KEYWORDS = {"tr": None, "trn": (1, 2), "mark": None}


def collected() -> Catalog:
    """Return every message of core/, pages/ and the templates."""
    found = Catalog(project="Cronaca", charset="utf-8")
    for folder in ("core", "pages"):
        rows = extract_from_dir(ROOT / folder, [("**.py", "python")], keywords=KEYWORDS)
        for file, line, message, comments, context in rows:
            found.add(message, None, [(f"{folder}/{file}", line)], auto_comments=comments, context=context)
    for template in sorted((ROOT / "pages").rglob("*.html")):
        # a template's expressions are read as Python: one {{ … }} a line of source is enough for tr() and trn()
        source = io.BytesIO(template.read_bytes().replace(b"{{", b"\n").replace(b"}}", b"\n").replace(b"{%", b"\n"))
        try:
            rows2 = list(extract("jinja2.ext:babel_extract", io.BytesIO(template.read_bytes()), KEYWORDS))
        except (ImportError, ValueError):
            rows2 = list(extract("python", source, KEYWORDS))
        for _, message, comments, context in rows2:
            found.add(message, None, [(str(template.relative_to(ROOT)), 1)], auto_comments=comments, context=context)
    return found


def updated() -> Catalog:
    """Return the Italian catalogue with every message of the sources and no others."""
    if PO.exists():
        with PO.open("rb") as file:
            catalogue = read_po(file, locale="it", domain="cronaca")
    else:
        catalogue = Catalog(locale="it", domain="cronaca", project="Cronaca", charset="utf-8")
    catalogue.update(collected(), no_fuzzy_matching=True)
    catalogue.obsolete.clear()
    return catalogue


def main() -> None:
    """Write the catalogue and its compiled form; name what is not translated."""
    catalogue = updated()
    PO.parent.mkdir(parents=True, exist_ok=True)
    with PO.open("wb") as file:
        write_po(file, catalogue, width=110, omit_header=False, include_lineno=False, sort_output=True)
    with MO.open("wb") as file:
        write_mo(file, catalogue)
    for message in catalogue:
        done = message.string if isinstance(message.string, str) else all(message.string or [""])
        if message.id and not done:
            print("untranslated:", message.id)


if __name__ == "__main__":
    main()
