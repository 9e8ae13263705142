"""Bytes to text: encodings, kinds of file, archives, and what is refused."""

import io
import zipfile

import docx
import pytest
from pypdf import PdfWriter

from core.documents import MAX_CHARACTERS, check_text, read_document
from core.errors import DocumentError

TEXT = "Perché l’Alba è più forte: “2–1” all'Oltrà, 5 € il caffè\r\n"


def packed(**files: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name.replace("__", "."), data)
    return out.getvalue()


def code(name: str, data: bytes) -> str:
    with pytest.raises(DocumentError) as caught:
        read_document(name, data)
    assert "\n" not in str(caught.value)
    return caught.value.code


def word(*paragraphs: str) -> bytes:
    document, out = docx.Document(), io.BytesIO()
    for paragraph in paragraphs:
        document.add_paragraph(paragraph)
    document.add_table(1, 2).rows[0].cells[1].text = "Reti"
    document.save(out)
    return out.getvalue()


def blank_pdf() -> bytes:
    writer, out = PdfWriter(), io.BytesIO()
    writer.add_blank_page(100, 100)
    writer.write(out)
    return out.getvalue()


def printed_pdf(line: str) -> bytes:
    """The smallest PDF with a line of text."""
    stream = f"BT /F1 12 Tf 20 50 Td ({line}) Tj ET"
    font = "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 /MediaBox [0 0 400 100] >>",
        f"<< /Type /Page /Parent 2 0 R /Contents 4 0 R /Resources << /Font << /F1 {font} >> >> >>",
        f"<< /Length {len(stream)} >>\nstream\n{stream}\nendstream",
    ]
    body, places = "%PDF-1.4\n", []
    for number, content in enumerate(objects, start=1):
        places.append(len(body))
        body += f"{number} 0 obj\n{content}\nendobj\n"
    table = "xref\n0 5\n0000000000 65535 f \n" + "".join(f"{place:010} 00000 n \n" for place in places)
    return f"{body}{table}trailer << /Root 1 0 R /Size 5 >>\nstartxref\n{len(body)}\n%%EOF".encode("ascii")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
@pytest.mark.parametrize("name", ["a.txt", "a.MD", "senza_nome"])
def test_encodings(name: str, encoding: str):
    assert read_document(name, TEXT.encode(encoding))[0].text == TEXT


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (TEXT.encode() + TEXT.encode("cp1252"), TEXT + TEXT),  # two files glued together
        (b"Alba\0-Brenta", "Alba\0-Brenta"),
        ("gol ⚽ <script>x</script> **e** già".encode(), "gol ⚽ <script>x</script> **e** già"),
        ("perÃ²".encode(), "perÃ²"),  # right bytes are never second-guessed
    ],
)
def test_text_stays_as_decoded(data: bytes, text: str):
    assert read_document("a.txt", data)[0].text == text


def test_word_with_table():
    assert read_document("a.docx", word("Alba-Brenta 1-0", "Così."))[0].text == "Alba-Brenta 1-0\nCosì.\n\tReti"


def test_pdf():
    assert read_document("a.pdf", printed_pdf("Alba batte Brenta"))[0].text.strip() == "Alba batte Brenta"


def test_html_keeps_headline_and_article_only():
    article = "<p>" + "L'Alba batte il Brenta con un gol di Rossi al 12' e uno di Verdi. " * 8 + "</p>"
    head = "<head><title>Alba-Brenta 2-0</title><script>spia()</script></head>"
    page = f"<html>{head}<body><nav>Menu</nav><article>{article}</article></body></html>"
    text = read_document("a.html", page.encode())[0].text
    assert text.startswith("Alba-Brenta 2-0") and "gol di Rossi" in text
    assert "spia" not in text and "Menu" not in text


@pytest.mark.parametrize(
    ("name", "data", "expected"),
    [
        ("a.txt", b"", "empty"),
        ("a.txt", b"\xef\xbb\xbf \0\n", "empty"),
        ("a.html", b"<script>x()</script>", "empty"),
        ("a.txt", b"gol " * (MAX_CHARACTERS // 4 + 1), "too-large"),
        ("a.txt", bytes(range(1, 32)) * 9, "unreadable-file"),
        ("a.pdf", b"not a pdf", "broken-pdf"),
        ("a.pdf", b"%PDF-1.4\n broken", "broken-pdf"),
        ("a.pdf", blank_pdf(), "scanned-pdf"),
        ("a.docx", b"not a docx", "broken-docx"),
        ("a.docx", packed(a__txt=b"x"), "broken-docx"),
        ("a.zip", b"not a zip", "unreadable-file"),
        ("a.zip", packed(), "empty"),
        ("a.zip", packed(a__txt=b"0" * 10_000_000), "zip-bomb"),
        ("a.docx", packed(a__xml=b"0" * 10_000_000), "zip-bomb"),
        ("fo\nto.png", b"\x89PNG", "unknown-type"),
    ],
)
def test_refused(name: str, data: bytes, expected: str):
    assert code(name, data) == expected


def test_one_bad_file_in_an_archive_costs_only_itself():
    inside = packed(a__txt=b"Alba", b__docx=b"x", c__zip=packed(a__txt=b"x"), d__png=b"x", e__md=b"Brenta")
    found = read_document("a.zip", inside)
    assert [(d.name, d.text, d.error.code if d.error else None) for d in found] == [
        ("a.txt", "Alba", None),
        ("b.docx", "", "broken-docx"),
        ("c.zip", "", "nested-archive"),
        ("d.png", "", "unknown-type"),
        ("e.md", "Brenta", None),
    ]


@pytest.mark.parametrize(("text", "fine"), [("Alba", True), (" \n\0", False), ("x" * (MAX_CHARACTERS + 1), False)])
def test_check_text(text: str, fine: bool):
    if fine:
        check_text("paste", text)
        return
    with pytest.raises(DocumentError):
        check_text("paste", text)
