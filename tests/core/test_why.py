"""Why nothing: what was seen in a sentence without events, and why it was not taken."""

import pytest

from core.extract import extract, read
from core.i18n import use
from core.why import Passed, of_reading, passed_over
from core.why_words import REASONS, silent_sentences
from tests.core.reader_cases import SHEET

BEGIN = (
    "Novara-Pro Vercelli 1-0. Al 20' Fantoni calcia da fuori e batte Rubini: 1-0. Nella ripresa si gioca ancora.\n\n"
)


def text(sentence: str) -> str:
    return f"{BEGIN}{sentence}\n\n{SHEET}"


def passed(sentence: str) -> list[tuple[str, str, str]]:
    """(words, kind, code) of what was passed over in one sentence of a made-up match."""
    told = text(sentence)
    found = [p for p in passed_over(told) if p.start >= len(BEGIN) and p.end <= len(BEGIN) + len(sentence)]
    return [(told[p.start : p.end], p.kind, p.code) for p in found]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Mazzuoli avrebbe potuto segnare il raddoppio.", ("segnare", "goal", "unreal")),
        ("La Pro Vercelli va alla ricerca del raddoppio.", ("raddoppio", "goal", "denied")),
        ("La Pro Vercelli reclama un rigore per un contatto in area.", ("rigore", "penalty_awarded", "refused")),
        ("Tavani rischia il rosso per un fallo duro.", ("rosso", "card", "not_given")),
        ("Arriva anche un cartellino giallo.", ("cartellino giallo", "card", "nobody")),
        ("Era assente l'infortunato Trevisol.", ("infortunato", "injury", "absent")),
    ],
)  # fmt: skip
def test_what_was_seen_and_why_it_was_not_taken(sentence: str, expected: tuple[str, str, str]):
    assert expected in passed(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "Il pubblico canta e il sole scende dietro la tribuna.",
        "Al 70' Mazzuoli calcia dal limite, Rubini para in tuffo.",  # taken, so nothing is to be explained
        "La Pro Vercelli entra spesso in area di rigore.",
    ],
)
def test_nothing_is_invented(sentence: str):
    assert passed(sentence) == []


def test_a_change_told_again_names_the_event():
    told = text("Al 60' Perazzi entra al posto di Lorusso. Si gioca poco.\nPerazzi prende il posto di Lorusso e corre.")
    change = next(e for e in extract(told).events if e.type == "substitution")
    again = [p for p in passed_over(told) if p.code == "again"]
    assert [(told[p.start : p.end], p.event) for p in again] == [("Perazzi prende il posto di Lorusso", change.id)]


def test_a_text_that_is_no_report_has_nothing_to_explain():
    assert passed_over("") == []


def test_every_code_has_words():
    told = text("Mazzuoli avrebbe potuto segnare il raddoppio. La Pro Vercelli va alla ricerca del raddoppio.")
    codes = {p.code for p in of_reading(read(told))}
    assert codes and codes <= set(REASONS)


def test_sentences_say_in_words_why_they_are_silent():
    told = text("La Pro Vercelli va alla ricerca del raddoppio. Il pubblico canta.")
    report = extract(told)
    said = {told[s.start : s.end].strip(): s for s in silent_sentences(report, passed_over(told))}
    use("it")
    tried = said["La Pro Vercelli va alla ricerca del raddoppio."]
    assert tried.seen and tried.lines == ("«raddoppio» (gol): sfiorato, cercato o negato, non fatto («ricerca»)",)
    quiet = said["Il pubblico canta."]
    assert not quiet.seen and "non ci sono parole" in quiet.lines[0]
    assert not any("batte Rubini" in sentence for sentence in said), "a sentence that tells an event needs no excuse"


def test_long_words_are_cut_and_the_person_is_named():
    told = text("x " * 3)
    report = extract(told)
    long = Passed(0, len(BEGIN), "substitution", "no_player", None, "Colombini")
    line = next(line for s in silent_sentences(report, [long]) for line in s.lines if "Colombini" in line)
    assert "…" in line and "Colombini non gioca" in line
