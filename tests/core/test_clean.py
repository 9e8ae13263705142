"""Cleaning: what the reader sees, and the way back to what was pasted."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.clean import clean


@pytest.mark.parametrize(
    ("pasted", "seen"),
    [
        ("l’area", "l'area"),
        ("“gol”, «rete»", '"gol", "rete"'),
        ("2–1", "2-1"),
        ("45º", "45°"),
        ("Milan\u00a0Inter", "Milan Inter"),
        ("perch&eacute;", "perché"),
        ("Rossi &amp; Bianchi", "Rossi & Bianchi"),
        ("dell&rsquo;area", "dell'area"),
        ("<p>Gol</p>", "\nGol\n"),
        ("<b>Gol</b> di <a href='x'>Rossi</a>", "Gol di Rossi"),
        ("cen-\ntravanti", "centravanti"),
        ("perche\u0301", "perché"),
        ("cal\u00adcio", "calcio"),
        ("\ufeffGol", "Gol"),
        ("a\x00b", "ab"),
        ("uno\r\ndue", "uno\ndue"),
        ("**Gol** di *Rossi*", "Gol di Rossi"),
    ],
)
def test_what_is_seen(pasted: str, seen: str):
    assert clean(pasted).text == seen


@pytest.mark.parametrize(
    "text",
    ["Milan-\nInter", "a < b > c", "3 * 2", "AT&T", "&nulla;", "<3", "Rossi-Bianchi", "un'area", ""],
)
def test_what_stays_as_it_is(text: str):
    assert clean(text).text == text


@pytest.mark.parametrize(
    ("pasted", "seen", "word"),
    [
        ("xx perch&eacute; no", "perché", "perch&eacute;"),
        ("<b>Rossi</b> segna", "Rossi", "Rossi"),
        ("il cen-\ntravanti", "centravanti", "cen-\ntravanti"),
        ("a\x00\x00 Rossi", "Rossi", "Rossi"),
    ],
)
def test_spans_lead_back(pasted: str, seen: str, word: str):
    view = clean(pasted)
    at = view.text.index(seen)
    start, end = view.span(at, at + len(seen))
    assert pasted[start:end] == word


@given(st.text(alphabet="aà’&;<>p/b-\n*\u00ad\u0301 1", max_size=40))
def test_every_span_lies_in_the_text_and_in_order(text: str):
    view = clean(text)
    assert len(view.text) == len(view.begins) == len(view.ends)
    assert all(0 <= a <= b <= len(text) for a, b in zip(view.begins, view.ends, strict=True))
    assert list(view.begins) == sorted(view.begins) and list(view.ends) == sorted(view.ends)
