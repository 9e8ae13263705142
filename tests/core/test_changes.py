"""Substitutions told in words: <on> comes on for the <off> that follows or stands before."""

import pytest

from core.extract import extract
from core.schema import EventType
from core.writing_men import LEAST
from tests.core.reader_cases import SHEET, changes
from tests.markup import read


@pytest.mark.parametrize(
    "marked",
    [
        "Entra <on>Perazzi</on> per <off>Ermini</off>.",
        "<on>Perazzi</on> prende il posto di <off>Ermini</off>.",
        "Dentro <on>Perazzi</on>, fuori <off>Ermini</off>.",
        "Fuori <off>Ermini</off>, dentro <on>Perazzi</on>.",
        "<on>Perazzi</on> al posto di <off>Ermini</off>.",
        "<off>Ermini</off> lascia il posto a <on>Perazzi</on>.",
        "Esce <off>Ermini</off>, entra <on>Perazzi</on>.",
        "<on>Perazzi</on> sostituisce <off>Ermini</off>.",
        "Santarelli inserisce <on>Perazzi</on> per <off>Ermini</off>.",
        "<on>Perazzi</on> per <off>Ermini</off>.",
        "Dentro <on>Perazzi</on> e <on>Querini</on>, fuori <off>Ermini</off> e <off>Fantoni</off>.",
        "<off>Ermini</off> esce tra gli applausi, al suo posto <on>Perazzi</on>.",
    ],
)
def test_changes(marked: str):
    pairs, on, off = changes(marked)
    assert pairs == list(zip(on, off, strict=True))


@pytest.mark.parametrize(
    "text",
    [
        "Cross di Ermini per Mazzuoli, che calcia alto.",
        "Ermini serve Mazzuoli.",
        "Assist di Ermini per Mazzuoli: gol.",
        "Ermini salta Scapin e calcia.",
        "Parata di Rubini su Mazzuoli.",
    ],
)
def test_no_changes(text: str):
    assert changes(text)[0] == []


@pytest.mark.parametrize(
    "marked",
    [
        "Santarelli toglie <off>Ermini</off> e <off>Fantoni</off> per <on>Perazzi</on> e <on>Querini</on>.",
        "Santarelli risponde con <on>Perazzi</on> per <off>Ermini</off>, <on>Querini</on> per <off>Fantoni</off>"
        " ed <on>Rigotti</on> per <off>Nencini</off>.",
        "Doppio cambio: <on>Perazzi</on> per <off>Ermini</off>, <on>Querini</on> al posto di <off>Fantoni</off>.",
        "Santarelli toglie <off>Ermini</off> per <on>Perazzi</on>, poi <off>Fantoni</off> per <on>Querini</on>.",
        "Bragaglia sostituisce <off>Scapin</off> con <on>Molteni</on>.",
        "<off>Ermini</off>, sostituito da <on>Perazzi</on>, va negli spogliatoi.",
        "Santarelli richiama <off>Ermini</off> per inserire <on>Perazzi</on>.",
        "Santarelli si affida a <on>Perazzi</on> (fuori <off>Ermini</off>).",
        "Esce un difensore, <off>Ermini</off>, ed entra una punta, <on>Perazzi</on>.",
        "Mister Santarelli fa rifiatare <off>Ermini</off>, dentro <on>Perazzi</on>.",
        "<on>Perazzi</on> è entrato per <off>Ermini</off>.",
        "Si ferma per infortunio <off>Ermini</off>. Dentro <on>Perazzi</on>.",
        "Escono <off>Ermini</off> e <off>Fantoni</off>. Entrano <on>Perazzi</on> e <on>Querini</on>.",
        "<off>Ermini</off> fa posto a <on>Perazzi</on>.",
        "<on>Perazzi</on> ha rilevato <off>Ermini</off>.",
    ],
)
def test_lists_chains_and_verbs(marked: str):
    pairs, on, off = changes(marked)
    assert sorted(pairs) == sorted(zip(on, off, strict=True))


@pytest.mark.parametrize(
    ("text", "pair"),
    [
        ("Ermini è stanco: lo rileva Perazzi.", ("Perazzi", "Ermini")),
        ("Ermini è stanco e Santarelli lo toglie per Perazzi.", ("Perazzi", "Ermini")),
        ("Ermini zoppica: gli subentra Perazzi.", ("Perazzi", "Ermini")),
        ("Santarelli toglie Ermini.", (None, "Ermini")),
        ("Santarelli inserisce Perazzi.", ("Perazzi", None)),
        ("Santarelli dà una chance a Perazzi.", ("Perazzi", None)),
        ("Santarelli concede la standing ovation a Ermini.", (None, "Ermini")),
        ("Ermini esce tra gli applausi.", (None, "Ermini")),
    ],
)
def test_pronouns_and_changes_of_one_man(text: str, pair: tuple[str | None, str | None]):
    assert changes(text)[0] == [pair]


@pytest.mark.parametrize(
    "text",
    [
        "Ermini non entra.",
        "Perazzi è pronto a entrare.",
        "Santarelli vorrebbe far entrare Perazzi.",
        "Perazzi sarebbe entrato volentieri.",
        "Zanotti la toglie da sotto la traversa, Scapin protesta.",
        "Rubini esce e blocca.",
        "Brutta entrata di Scapin su Ermini.",
        "Ermini si inserisce e calcia alto.",
        "Ermini resta al suo posto.",
        "Pallone di Ermini per Mazzuoli, fuori.",
        "Il tiro di Ermini esce di poco.",
    ],
)
def test_words_of_changes_that_tell_none(text: str):
    assert changes(text)[0] == []


def test_who_starts_is_no_change():
    text = "Ecco la formazione: in difesa Perazzi al posto dello squalificato Ermini.\n\n" + SHEET
    assert [c.weight < LEAST for c in read(text, "calcio_events").told.changes] == [True]


@pytest.mark.parametrize(
    ("text", "pair"),
    [
        ("C'è Perazzi al posto dell'ammonito Ermini.", ("Perazzi", "Ermini")),
        ("Ermini si fa male da solo; Santarelli mette Perazzi per lui.", ("Perazzi", "Ermini")),
        ("Perazzi rileva il 2006 Ermini.", ("Perazzi", "Ermini")),
        ("Escono tra gli altri Ermini.", (None, "Ermini")),
    ],
)
def test_words_between_the_men(text: str, pair: tuple[str | None, str | None]):
    assert changes(text)[0] == [pair]


def test_nouns_are_no_changes():
    assert changes("Nelle ultime due uscite Ermini era stato fischiato.")[0] == []


def minutes(text: str) -> dict[str, int | None]:
    """Who comes on → the minute of the change."""
    lead = "Novara-Pro Vercelli 1-1.\n\nNella ripresa il pubblico canta e la gara prosegue sotto una pioggia sottile. "
    tail = " Il resto è accademia, con il pubblico che applaude a lungo le due squadre e poi sfolla senza rimpianti."
    found = extract(f"{lead}{text}{tail}\n\n{SHEET}").events
    return {str(e.player_in): e.minute for e in found if e.type == "substitution"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Al 60' dentro Perazzi per Ermini, al 70' Querini per Fantoni.", {"Perazzi": 60, "Querini": 70}),
        ("Dentro Perazzi per Ermini al 75', Querini per Fantoni al 76'.", {"Perazzi": 75, "Querini": 76}),
        ("Entra Perazzi per Ermini e al 78' Lorusso calcia alto.", {"Perazzi": None}),
        ("Nell'intervallo Perazzi per Ermini; poco più tardi Querini per Fantoni.", {"Perazzi": 46, "Querini": None}),
        ("Nel finale Perazzi rileva Ermini.", {"Perazzi": None}),
        ("Al 64' si fa male Ermini. Dentro Perazzi.", {"Perazzi": 64}),
        ("Al 64' Perazzi, che aveva rilevato Ermini al 56', calcia alto.", {"Perazzi": 56}),
        ("Al 56' ci prova Ermini, che dieci minuti dopo lascerà il posto a Perazzi.", {"Perazzi": 66}),
        ("Al 66' Ermini, che al 56' era stato ammonito, lascia il posto a Perazzi.", {"Perazzi": 66}),
        ("Al 78' Perazzi, appena entrato per Ermini, si procura un rigore.", {"Perazzi": 78}),
        (
            "Al 78' segna Lorusso. Santarelli aveva appena inserito Perazzi per Ermini e all'86' si copre.",
            {"Perazzi": 78},
        ),
        ("Al 78' si fa ammonire Perazzi, entrato da poco per Ermini.", {"Perazzi": None}),
        ("Al 55' calcia Lorusso, e quando Perazzi entra per Ermini lo stadio applaude.", {"Perazzi": None}),
        ("Tocca a Perazzi, per Ermini, che esce a testa bassa a sette minuti dalla fine.", {"Perazzi": 83}),
        ("Tocca a Perazzi, per Ermini, che applaude; a sette minuti dalla fine ci prova Lorusso.", {"Perazzi": None}),
        ("Bene Perazzi, in campo negli ultimi dieci minuti per Ermini.", {"Perazzi": 80}),
        ("Al 79' rosso a Scapin. Dentro Perazzi per Ermini. All'81' segna Lorusso.", {"Perazzi": 79}),
        ("Al 70' rosso a Scapin. Dentro Perazzi per Ermini. All'81' segna Lorusso.", {"Perazzi": None}),
        ("Dentro Perazzi per Ermini, ma si distrae Vezzoli e segna Lorusso: era il 68'.", {"Perazzi": None}),
        ("Al 70' rosso a Scapin. Quasi subito Perazzi rileva Ermini.", {"Perazzi": 71}),
        ("Non rientra Ermini, che si era fatto male nel finale di tempo, al suo posto c'è Perazzi.", {"Perazzi": 46}),
        ("Al 50' tiro di Perazzi (entrato nel primo tempo al posto di Ermini), fuori.", {"Perazzi": None}),
        ("Si rivede Perazzi al posto di Ermini quando manca un minuto al novantesimo.", {"Perazzi": 89}),
    ],
)
def test_minutes_of_changes(text: str, expected: dict[str, int | None]):
    assert minutes(text) == expected


@pytest.mark.parametrize(
    "marked",
    [
        "<off>Ermini</off>, sostituito alla mezz'ora da <on>Perazzi</on>, applaude.",
        "<off>Ermini</off>, rimpiazzato al 28' da <on>Perazzi</on>, esce tra gli applausi.",
        "Al 60' la staffetta tra <off>Ermini</off> e <on>Perazzi</on>.",
        "Santarelli ridisegna la squadra: dentro al 65' <on>Perazzi</on>, fuori <off>Ermini</off>.",
        "<on>Perazzi</on> in campo, <off>Ermini</off> a riposo.",
    ],
)
def test_men_told_with_a_time_between_and_in_relays(marked: str):
    pairs, on, off = changes(marked)
    assert pairs == list(zip(on, off, strict=True))


@pytest.mark.parametrize(
    "text",
    [
        "Ermini entra a piedi uniti su Perazzi.",
        "Scapin anticipa l'uscita di Ermini.",
        "Ammonito Ermini per aver steso Perazzi.",
        "Ermini, per anticipare Perazzi, devia nella propria porta.",
        "Si va a riposo sullo zero a zero.",
    ],
)
def test_fouls_and_reasons_that_are_no_changes(text: str):
    assert changes(text)[0] == []


def test_the_prose_that_tells_a_change_of_the_sheet_is_evidence_too():
    text = (
        "Lecco-Novara 1-0\n\nAl 60' Sala prende il posto di Riva. Al 70' segna Sala.\n\n"
        "LECCO (4-4-2): Fabbian; Conti, Galli, Riva (15' st Sala), Bruni. All. Gotti.\nReti: 25' st Sala.\n"
    )
    report = extract(text)
    change = next(e for e in report.events if e.type == EventType.SUBSTITUTION)
    quoted = [text[a:b] for a, b in change.evidence]
    assert len(quoted) == 2
    assert any("posto" in words for words in quoted)
