"""Names by form, context, lexicon and sheet: tags are labels; lower-case words without a tag are no names."""

import pytest

from core import extract
from tests.core.reader_cases import SHEET
from tests.markup import parse, read

LABELS = {"player", "coach", "referee", "team", "stadium", "competition", "place", "person"}


def names(marked: str, around: str = "") -> tuple[list[tuple[str, str]], list[tuple[str, str]]]:
    """(found, marked) names of a text as (label, words), in order; ``around`` is read with it."""
    text, tags = parse(marked)
    assert {t.tag for t in tags} <= LABELS
    r = read(text + around, "calcio_people")
    found = []
    for n in r.names:
        start, end = r.view.span(r.toks[n.a].start, r.toks[n.b - 1].end)
        if end <= len(text) and not n.adjective:
            label = r.people[n.person].label if n.person >= 0 and n.label != "REFEREE" else n.label
            found.append((label.lower(), r.text[start:end]))
    return found, [(t.tag, t.text) for t in tags]


@pytest.mark.parametrize(
    "marked",
    [
        "<team>Milan</team>-<team>Inter</team> 2-1",
        "Il <team>Milan</team> supera l'<team>Inter</team>.",
        'Al "<stadium>Tavagnin</stadium>" di <place>Zerbago</place> il <team>Milan</team> vince 2-0.',
        "Il <team>Lecco</team> batte il <team>Renate</team>: segna <player>Capellini</player>.",
        "Cross di <player>Brugnaro</player> per <player>Zanottelli</player>, che calcia alto.",
        "Il tecnico <coach>Santarelli</coach> sorride.",
        "L'arbitro <referee>Colombini</referee> fischia.",
        "Allo stadio <stadium>San Siro</stadium> vince il <team>Milan</team>.",
        "La <competition>Coppa Italia</competition> va al <team>Napoli</team>.",
        "Segna <player>De Santinis</player> al volo.",
        "Segna <player>D'Agostinelli</player> al volo.",
        "Il <team>Milan</team> spreca, poi <player>Dal Santello</player> calcia alto.",
        "Tira <player>Dell'Orsetti</player>, respinge <player>El Kabrani</player>.",
        "Il <team>Milan</team> sogna l'<competition>EL</competition> e vince 2-1.",
        "Dal <team>Milan</team> arriva un regalo per <player>Santello</player>.",
        "I <team>nerazzurri</team> passano con <player>Brugnaro</player>.",
        "Poi <player>Brugnaro</player> calcia alto.",
        "<place>Novara</place>, 12 marzo 2017 - La <team>Pro Vercelli</team> vince 2-0.",
    ],
)
def test_names_in_a_sentence(marked: str):
    found, wanted = names(marked)
    assert found == wanted


@pytest.mark.parametrize(
    "marked",
    [
        "Segna <player>Brugnoli</player> su cross di <player>Fantoni</player>.",
        "<player>Rubini</player> para il tiro di <player>Mazzuoli</player>.",
        "<coach>Santarelli</coach> inserisce <player>Perazzi</player>.",
        "Il <team>Novara</team> passa con <player>Nencini</player>.",
        "Protesta la <team>Pro Vercelli</team>, <referee>Colombini</referee> fa segno di no.",
    ],
)
def test_names_that_a_sheet_lists(marked: str):
    found, wanted = names(marked, "\n\n" + SHEET)
    assert found == wanted


@pytest.mark.parametrize(
    "text",
    [
        "Poi il pari. Subito dopo il palo. Ancora un angolo.",
        "Nella ripresa si gioca poco e male.",
        "La difesa regge, il portiere para.",
        "Finisce senza gol.",
        "Sessantamila in piedi. Godiamocelo così. Giovedì si replica. Flash finale.",
    ],
)
def test_capitals_at_the_start_are_no_names(text: str):
    assert [n.text for n in read(text, "calcio_people").names] == []


@pytest.mark.parametrize(
    ("text", "name"),
    [("Sblocca Belotti con un tocco di destro.", "Belotti"), ("Andrea Belotti sblocca la gara.", "Andrea Belotti")],
)
def test_a_verb_before_a_name_is_no_part_of_it(text: str, name: str):
    assert [n.text for n in read(text, "calcio_people").names] == [name]


@pytest.mark.parametrize(
    ("text", "name", "label"),
    [
        ("Si esce da Marassi in silenzio, sotto la pioggia.", "Marassi", "STADIUM"),
        ("Buona domenica dal Bruno Brugnaro, dove si gioca.", "Bruno Brugnaro", "STADIUM"),
        ("Nel finale segna Bruno Brugnaro, che esulta.", "Bruno Brugnaro", "PLAYER"),
        ("L'arbitro spagnolo Zanottelli non vede il fallo.", "Zanottelli", "REFEREE"),
        ("L'arbitro grazia Zanottelli, che calcia subito alto.", "Zanottelli", "PLAYER"),
    ],
)
def test_grounds_and_referees(text: str, name: str, label: str):
    assert {n.label for n in read(text, "calcio_people").names if n.text == name} == {label}


@pytest.mark.parametrize(
    ("text", "forms"),
    [
        ("Marco Brugnaro calcia. Brugnaro segna ancora.", {"Marco Brugnaro", "Brugnaro"}),
        ("Segna Zanottelli. Esulta Zanotelli dopo il gol di Zanottelli.", {"Zanottelli", "Zanotelli"}),
    ],
)
def test_forms_of_one_person(text: str, forms: set[str]):
    assert [p.forms for p in read(text, "calcio_people").people] == [forms]


@pytest.mark.parametrize("text", ["Segna Brugnaro. Esulta Zanottelli.", "Segna Dossani. Esulta Dossena."])
def test_two_people_stay_two(text: str):
    assert len(read(text, "calcio_people").people) == 2


@pytest.mark.parametrize(
    ("told", "name"),
    [
        ("Gomez crossa. Poi il Papu tira alto.", "Alejandro Gomez"),
        ("Il Papu tira alto. Papu Gomez protesta, Gomez esce.", "Alejandro Gomez"),
        ("C'è un pallone per il Papu Gomez, che tira alto.", "Alejandro Gomez"),
        ("De Roon tira alto, de Roon protesta.", "Marten De Roon"),
    ],
)
def test_a_man_of_the_squad_is_one_however_he_is_called(told: str, name: str):
    report = extract(f"Atalanta-Crotone 2-0\n\nL'Atalanta batte il Crotone. {told}", season="2017/18")
    assert {m.name for m in report.mentions if m.label == "PLAYER"} == {name}


def test_a_nickname_before_another_surname_is_none():
    report = extract("Atalanta-Crotone 2-0\n\nL'Atalanta batte il Crotone. Tira alto Papu Morandi.", season="2017/18")
    assert {m.name for m in report.mentions if m.label == "PLAYER"} == {"Papu Morandi"}


def test_a_surname_without_article_is_no_nickname():
    report = extract("Torino-Crotone 2-0\n\nIl Torino batte il Crotone. Gallo tira alto, Gallo protesta.")
    assert {m.name for m in report.mentions if m.label == "PLAYER"} == {"Gallo"}


@pytest.mark.parametrize(
    ("sides", "told", "found"),
    [
        ("Inter-Atalanta", "Segna il Toro.", ("Lautaro Martinez", "PLAYER")),
        ("Torino-Atalanta", "Segna il Toro.", ("Torino", "TEAM")),
        ("Roma-Empoli", "Segna il Principe.", ("Giuseppe Giannini", "PLAYER")),
        ("Udinese-Lecce", "Segna il Totò dei tempi belli.", ("Antonio Di Natale", "PLAYER")),
    ],
)
def test_a_nickname_of_several_is_his_who_plays(sides: str, told: str, found: tuple[str, str]):
    report = extract(f"{sides} 1-0\n\nAl 12' {told}")
    assert (report.mentions[-1].name, str(report.mentions[-1].label)) == found
