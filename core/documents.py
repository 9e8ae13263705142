"""Bytes to text: txt, md, html, docx, pdf and zips of these. The text is decoded, otherwise unchanged."""

from __future__ import annotations

import codecs
import io
import logging
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import PurePosixPath

from core.errors import DocumentError

MAX_CHARACTERS = 1_000_000
"""A report has some thousands; what is longer is no report and would only make people wait."""
MAX_BYTES = 50_000_000
MAX_PAGES = 200
MAX_ENTRIES = 5_000
MAX_UNPACKED = 200_000_000
MAX_RATIO = 200
"""How much an archive may grow when unpacked; prose shrinks to a third, XML to a twentieth."""


@dataclass(frozen=True, slots=True)
class Document:
    """One text of a file; ``error`` tells why a file inside an archive has none."""

    name: str
    text: str
    error: DocumentError | None = None


def read_document(name: str, data: bytes) -> list[Document]:
    """Return the texts of a file: one, or for a zip one for each file in it.

    Raises DocumentError with a stable code if the file itself cannot be read. A file inside a zip that cannot
    be read comes back with ``error`` set and does not keep the others from being read.
    """
    suffix = _suffix(name, data)
    if len(data) > MAX_BYTES:
        raise _error(name, "too-large", f"is larger than {MAX_BYTES // 1_000_000} MB; split it", limit=MAX_BYTES)
    if suffix == ".zip":
        return _read_zip(name, data)
    reader = READERS.get(suffix)
    if reader is None:
        allowed = ", ".join(sorted({s[1:] for s in [*READERS, ".zip"]}))
        raise _error(name, "unknown-type", f"is of a kind that is not read; allowed are {allowed}", allowed=allowed)
    text = reader(name, data)
    check_text(name, text)
    return [Document(name, text)]


def check_text(name: str, text: str) -> None:
    """Raise DocumentError if a text, pasted or from a file, is empty or far too long."""
    if not text.strip("\0\ufeff \t\r\n\f\v\xa0"):
        raise _error(name, "empty", "holds no text; paste or choose a report")
    if len(text) > MAX_CHARACTERS:
        told = f"has {len(text):,} characters, at most {MAX_CHARACTERS:,} are read; split it into single reports"
        raise _error(name, "too-large", told, limit=MAX_CHARACTERS)


def decode(name: str, data: bytes) -> str:
    """Decode UTF-8 or UTF-16, with or without mark; bytes that are no UTF-8 count as cp1252, one by one."""
    for mark, encoding in MARKS:
        if data.startswith(mark):
            return data.decode(encoding, errors="cronaca-cp1252" if "8" in encoding else "replace")
    for encoding, zeros in (("utf-16-le", data[1::2]), ("utf-16-be", data[::2])):
        # Italian in UTF-16 is every other byte zero; a stray NUL or two is not
        if len(data) > 3 and zeros.count(0) > 0.4 * len(zeros):
            return data.decode(encoding, errors="replace")
    text = data.decode("utf-8", errors="cronaca-cp1252")
    odd = sum(c < " " and c not in "\t\r\n\f\v\0\x1b" for c in text)
    if odd > 2 + len(text) // 100:
        raise _error(name, "unreadable-file", "is not text; save it as plain text in UTF-8")
    return text


def _as_cp1252(error: UnicodeError) -> tuple[str, int]:
    assert isinstance(error, UnicodeDecodeError)
    return error.object[error.start : error.end].decode("cp1252", errors="replace"), error.end


codecs.register_error("cronaca-cp1252", _as_cp1252)
MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


def _error(name: str, code: str, told: str, **values: object) -> DocumentError:
    # a name comes from outside: no line breaks in a message of one line
    plain = "".join(c if c.isprintable() else "?" for c in name)
    return DocumentError(f"{plain} {told}", code=code, name=plain, **values)


def _suffix(name: str, data: bytes) -> str:
    suffix = PurePosixPath(name.replace("\\", "/")).suffix.lower()
    if suffix:
        return suffix
    if data.startswith(b"%PDF-"):
        return ".pdf"
    return ".zip" if data.startswith(b"PK\x03\x04") else ".txt"


def _read_html(name: str, data: bytes) -> str:
    import trafilatura  # slow to import, and most users never need it
    from lxml import html

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    source = decode(name, data)
    if not source.strip():
        return ""
    found = trafilatura.bare_extraction(
        source, include_comments=False, include_tables=True, favor_recall=True, with_metadata=True
    )
    text = str(getattr(found, "text", None) or "")
    title = str(getattr(found, "title", None) or "")
    if not text:
        try:
            tree = html.fromstring(source.encode("utf-8"), parser=html.HTMLParser(encoding="utf-8"))
        except (ValueError, html.etree.ParserError):
            return ""
        for furniture in tree.xpath("//script|//style|//noscript|//nav|//head"):
            furniture.drop_tree()
        text = str(tree.text_content())
    # the headline often names the sides; some pages keep it outside of the article
    return text if not title or title in text else f"{title}\n\n{text}"


def _read_docx(name: str, data: bytes) -> str:
    from docx import Document as open_docx
    from docx.table import Table

    told = "is not a Word document (.docx) that can be opened; save it again or paste its text"
    try:
        _check_archive(name, zipfile.ZipFile(io.BytesIO(data)))
        lines = []
        for block in open_docx(io.BytesIO(data)).iter_inner_content():
            if isinstance(block, Table):
                lines += ["\t".join(cell.text for cell in row.cells) for row in block.rows]
            else:
                lines.append(block.text)
    except DocumentError:
        raise
    except Exception as error:  # python-docx lets through whatever its XML parser meets
        raise _error(name, "broken-docx", told) from error
    return "\n".join(lines)


def _read_pdf(name: str, data: bytes) -> str:
    from pypdf import PdfReader

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    try:
        pages = PdfReader(io.BytesIO(data)).pages
        count = len(pages)
        text = "\n\n".join(page.extract_text() for page in pages) if 0 < count <= MAX_PAGES else ""
    except Exception as error:  # a broken PDF fails in as many ways as there are objects in one
        raise _error(name, "broken-pdf", "is a damaged or locked PDF; paste its text instead") from error
    if count == 0:
        raise _error(name, "broken-pdf", "is a PDF without pages; paste its text instead")
    if count > MAX_PAGES:
        told = f"has {count} pages, at most {MAX_PAGES} are read; split it into single reports"
        raise _error(name, "too-large", told, limit=MAX_PAGES)
    if not text.strip():
        raise _error(name, "scanned-pdf", "is a PDF of images without text; run character recognition on it first")
    return text


READERS: dict[str, Callable[[str, bytes], str]] = {
    ".txt": decode,
    ".text": decode,
    ".md": decode,
    ".markdown": decode,
    ".html": _read_html,
    ".htm": _read_html,
    ".docx": _read_docx,
    ".pdf": _read_pdf,
}


def _check_archive(name: str, archive: zipfile.ZipFile) -> None:
    """Refuse an archive by what it declares; reading is bounded as well, as declarations may lie."""
    entries = archive.infolist()
    unpacked, packed = sum(e.file_size for e in entries), sum(e.compress_size for e in entries)
    if len(entries) > MAX_ENTRIES or unpacked > MAX_UNPACKED or unpacked > 1_000_000 + MAX_RATIO * packed:
        told = f"unpacks to more than is reasonable ({len(entries)} files, {unpacked:,} bytes); split it"
        raise _error(name, "zip-bomb", told)


def _read_zip(name: str, data: bytes) -> list[Document]:
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except (zipfile.BadZipFile, ValueError, OSError) as error:
        raise _error(name, "unreadable-file", "is not a zip archive that can be opened; pack it again") from error
    _check_archive(name, archive)
    found = []
    for entry in archive.infolist():
        path = PurePosixPath(entry.filename)
        if entry.is_dir() or path.name.startswith(".") or "__MACOSX" in path.parts:
            continue
        try:
            found += _read_entry(archive, entry)
        except DocumentError as error:
            found.append(Document(entry.filename, "", error))
    if not found:
        raise _error(name, "empty", "holds no files; choose another archive")
    return found


def _read_entry(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> list[Document]:
    name = entry.filename
    try:
        with archive.open(entry) as file:
            data = file.read(MAX_BYTES + 1)
    except Exception as error:  # locked, damaged, an unknown method: zipfile and zlib raise half a dozen kinds
        raise _error(name, "unreadable-file", "cannot be unpacked; pack it again without a password") from error
    if _suffix(name, data) == ".zip":
        raise _error(name, "nested-archive", "is an archive inside an archive; unpack it first")
    return read_document(name, data)
