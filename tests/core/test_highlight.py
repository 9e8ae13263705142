"""Paragraphs, sentences and segments of a reading."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.highlight import event_sentence, paragraphs, sentence_spans, side_of, visible
from core.schema import Event, Match, MatchReport, Mention, Section


def cut(text: str) -> list[str]:
    return [text[a:b].strip() for a, b in sentence_spans(text, 0, len(text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Segna Rossi. Pareggia Bianchi.", ["Segna Rossi.", "Pareggia Bianchi."]),
        ("«Che gol!» Poi il pari.", ["«Che gol!»", "Poi il pari."]),
        ("Al 10' F. Rossi segna. È il 2-1.", ["Al 10' F. Rossi segna.", "È il 2-1."]),
        ("Finisce… Anzi no.", ["Finisce…", "Anzi no."]),
    ],
)
def test_sentences_end_where_a_new_one_begins(text, expected):
    assert cut(text) == expected


@pytest.mark.parametrize("text", ["Vince per 2.5 reti", "F. Rossi e G. Verdi", "arriva ecc. ma poi"])
def test_a_point_inside_a_sentence_does_not_end_it(text):
    assert cut(text) == [text]


def report(text: str, *names: str, **more) -> MatchReport:
    mentions = []
    for name in names:
        start = text.index(name)
        mentions.append(Mention(start=start, end=start + len(name), text=name, label="PLAYER", name=name, team="Alba"))
    return MatchReport(text=text, match=Match(home="Alba", away="Brenta"), mentions=mentions, **more)


@given(st.text(alphabet="ab .\n😀é'A", max_size=60), st.data())
def test_segments_joined_are_the_lines_as_pasted(text, data):
    ends = st.integers(0, len(text))
    spans = data.draw(st.lists(st.tuples(ends, ends).map(sorted), max_size=4))
    mentions = [Mention(start=a, end=b, text=text[a:b], label="PLAYER", name="x") for a, b in spans]
    events = [Event(id="e1", type="goal", start=a, end=b, because={"minute": (a, b)}) for a, b in spans[:1]]
    read = MatchReport(text=text, mentions=mentions, events=events)
    for part in paragraphs(read):
        pieces = [g for s in part.sentences for g in s.segments]
        assert "".join(text[g.start : g.end] for g in pieces) == text[part.start : part.end]
        assert all(a.end == b.start for a, b in zip(pieces, pieces[1:], strict=False))


def test_longest_of_overlapping_names_is_shown():
    read = report("Lo stadio Meazza applaude", "stadio Meazza", "Meazza")
    assert [m.name for _, m in visible(read.mentions)] == ["stadio Meazza"]


def test_reasons_cut_segments_inside_a_sentence():
    text = "Al 12' segna Rossi."
    event = Event(id="e1", type="goal", start=0, end=len(text), because={"minute": (3, 6), "player": (13, 18)})
    (part,) = paragraphs(report(text, "Rossi", events=[event]))
    reasons = {text[g.start : g.end]: g.reasons for g in part.sentences[0].segments if g.reasons}
    assert reasons == {"12'": (("e1", "minute"),), "Rossi": (("e1", "player"),)}


def test_an_event_is_marked_first_where_its_main_words_stand():
    text = "Decide Rossi. Al 9' il gol di Rossi."
    second = text.index("Al")
    event = Event(id="e1", type="goal", start=second, end=len(text), evidence=[(second, len(text)), (0, 13)])
    (part,) = paragraphs(MatchReport(text=text, events=[event]))
    assert [s.events for s in part.sentences] == [("e1",), ("e1",)]
    assert [s.first for s in part.sentences] == [(), ("e1",)]


def test_a_line_of_a_match_sheet_stays_whole():
    text = "Reti: 23' pt rig. Rossi. All. Verdi."
    (part,) = paragraphs(MatchReport(text=text, sections=[Section(kind="tabellino", start=0, end=len(text))]))
    assert part.kind == "tabellino" and len(part.sentences) == 1


def test_blank_lines_are_gaps():
    assert [p.gap for p in paragraphs(MatchReport(text="Uno\nDue\n\nTre"))] == [False, False, True]


def test_event_sentence_is_whole_sentences_of_its_line():
    text = "Bel sole. Al 9' segna Rossi, di testa. Poi basta."
    event = Event(id="e1", type="goal", start=text.index("segna"), end=text.index(","))
    assert text[slice(*event_sentence(MatchReport(text=text), event))] == "Al 9' segna Rossi, di testa. "


def test_event_sentence_takes_those_beside_it_that_tell_the_event_too():
    text = "Bel sole. Al 9' segna Rossi. Il portiere guarda. Poi basta."
    first, last = text.index("Al 9'"), text.index("Il portiere")
    event = Event(id="e1", type="goal", start=last, end=last + 19, evidence=[(first, first + 17)])
    assert text[slice(*event_sentence(MatchReport(text=text), event))] == "Al 9' segna Rossi. Il portiere guarda. "


@pytest.mark.parametrize(("team", "side"), [("Alba", "home"), ("Brenta", "away"), ("Cadore", "none"), (None, "none")])
def test_side_of(team, side):
    assert side_of(report("x"), team) == side
