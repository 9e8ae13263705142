"""From expressions of time to minutes of the match clock."""

import pytest

from core.clock import moments
from tests.markup import read

FIRST = "Milan e Inter partono forte e si studiano a lungo senza trovare varchi nelle due difese ben disposte.\n"


def clock(text: str) -> list[tuple[int | None, int | None]]:
    """(minute, added) of each moment of a text."""
    return [(m.minute, m.added) for m in moments(read(text, "calcio_match"))[0]]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Al 12' segna Rossi.", [(12, None)]),
        ("Al 12' st segna Rossi.", [(57, None)]),
        ("Al 12' del secondo tempo segna Rossi.", [(57, None)]),
        ("Al 12' pt segna Rossi.", [(12, None)]),
        ("Al 47' pt segna Rossi.", [(45, 2)]),
        ("Al 45'+2 segna Rossi.", [(45, 2)]),
        ("Al 93' segna Rossi.", [(90, 3)]),
        ("Al 57' segna Rossi.", [(57, None)]),
        ("Al 48' st segna Rossi.", [(90, 3)]),
        ("Nel primo tempo al 12' segna Rossi. Nella ripresa al 20' pareggia Bianchi.", [(12, None), (65, None)]),
        ("Al 12' segna Rossi. Nella ripresa al 65' pareggia Bianchi.", [(12, None), (65, None)]),
        ("Al 12' segna Rossi, due minuti dopo pareggia Bianchi.", [(12, None), (14, None)]),
        ("A cinque minuti dalla fine segna Rossi.", [(85, None)]),
        ("Nella ripresa, dopo dieci minuti, segna Rossi.", [(55, None)]),
        ("Alla mezz'ora segna Rossi.", [(30, None)]),
        (
            "Al 24' segna Rossi. Tre minuti prima ammonito Neri. Al 30' esce Bianchi.",
            [(24, None), (21, None), (30, None)],
        ),
        (
            "Al 24' segna Rossi. Al 40' palo di Neri. Due minuti prima del gol ammonito Bianchi.",
            [(24, None), (40, None), (22, None)],
        ),
        ("Al 24' calcia Rossi. Due minuti prima del gol ammonito Bianchi.", [(24, None), (None, None)]),
        (
            "Al 40' segna Rossi. I minuti di recupero sono tre, e Bianchi calcia alto. Nella ripresa al 60' esce Neri.",
            [(40, None), (45, None), (60, None)],
        ),
        (
            "Nella ripresa, al 80', segna Rossi. Saranno sei i minuti di recupero, ma nessuno segna.",
            [(80, None), (90, None)],
        ),
        ("Quando tutti pensano ormai all'intervallo, al 34' segna Rossi.", [(34, None)]),
        ("Si va all'intervallo. Al 12' segna Rossi.", [(57, None)]),
        (
            "Al 43' ammonito Rossi. Il rigore, al 49', arriva sull'ultima azione. Al 55' esce Neri.",
            [(43, None), (45, 4), (55, None)],
        ),
        ("Al 43' ammonito Rossi. Il rigore arriva al 49'. Al 55' esce Neri.", [(43, None), (49, None), (55, None)]),
        (
            "Nella ripresa, al 56', segna Rossi.\nEppure il primo tempo era stato di Neri, con un palo al 17' "
            "e una traversa al 20'.\nAl 70' esce Bianchi.",
            [(56, None), (17, None), (20, None), (70, None)],
        ),
        ("Al 20' segna Rossi. Di lì a sei minuti pareggia Bianchi.", [(20, None), (26, None)]),
        ("Al 44' segna Rossi. Tre minuti dopo pareggia Bianchi.", [(44, None), (45, 2)]),
        ("Al 20' segna Rossi. Nella ripresa passano tre minuti e pareggia Bianchi.", [(20, None), (48, None)]),
        ("Al 20' segna Rossi. Nella ripresa, due minuti dopo un palo, pareggia Bianchi.", [(20, None), (None, None)]),
        ("Al 20' segna Rossi, poco dopo Bianchi coglie il palo.", [(20, None), (None, None)]),
        ("A un'ora dall'inizio segna Rossi.", [(60, None)]),
        ("Venti minuti dopo l'intervallo segna Rossi.", [(65, None)]),
        ("Nei primi 45' Rossi segna.", []),
        ("Al rientro in campo esce Rossi. Dopo tre minuti segna Bianchi.", [(46, None), (48, None)]),
        ("Cinque minuti di recupero, al terzo segna Rossi.", [(None, None), (90, 3)]),
        (
            "Nella ripresa al 60' segna Rossi. Al 70' esce Neri, al 75' Bianchi. All'undicesimo segnava Verdi.",
            [(60, None), (70, None), (75, None), (11, None)],
        ),
        (
            "Nella ripresa al 48' segna Rossi. Al sesto Neri pareggia. Al 70' esce Rossi, all'80' Neri.",
            [(48, None), (51, None), (70, None), (80, None)],
        ),
        ("Al 37' prima Neri, dopo anche Rossi, calciano. Due minuti prima palo.", [(37, None), (35, None)]),
        ("Rossi recupera palla nel recupero del pallone.", []),
        ("Nella ripresa Neri calcia alto. Dopo 20 minuti segna Rossi, al 51' Bianchi.", [(20, None), (51, None)]),
        ("Nella ripresa Neri calcia alto. Dopo 20 minuti segna Rossi, al 71' Bianchi.", [(65, None), (71, None)]),
        ("Al 64' esce Neri. Nello stesso minuto segna Rossi.", [(64, None), (64, None)]),
        (
            "Nella ripresa esce Verdi. Al 57' segna Rossi. Al 24' pareggia Bianchi, all'82' vince Neri.",
            [(57, None), (69, None), (82, None)],
        ),
        (
            "Nella ripresa esce Verdi. Al 57' segna Rossi. Bianchi ne aveva incassata una al 24', all'82' vince Neri.",
            [(57, None), (24, None), (82, None)],
        ),
        (
            "Dopo il tè, al 60' segna Rossi. All'84' gol di Neri. Al 15' esce Verdi.",
            [(46, None), (60, None), (84, None), (15, None)],
        ),
        ("Al 20' segna Rossi. Nella ripresa Bianchi aspetta un quarto d'ora e cambia.", [(20, None), (60, None)]),
        (
            "Al 40' segna Rossi. Chissà che cosa ha detto Neri negli spogliatoi. Al 7' il pari.",
            [(40, None), (46, None), (52, None)],
        ),
        ("Al 40' Neri va anzitempo negli spogliatoi. Al 43' segna Rossi.", [(40, None), (43, None)]),
        ("Al 7' st segna Rossi. Al 17' entra Neri.", [(52, None), (62, None)]),
        ("Al 19' segna Rossi. Passano appena 3' e pareggia Bianchi.", [(19, None), (22, None)]),
        ("Al 19' segna Rossi. Dopo altri 2' il raddoppio di Neri.", [(19, None), (21, None)]),
        ("Al 60' traversa di Rossi, 10' più tardi segna Bianchi.", [(60, None), (70, None)]),
        ("Al 10' segna Rossi. Al 20' dopo un cross pareggia Bianchi.", [(10, None), (20, None)]),
        ("Dopo 12' segna Rossi. Dopo 20' pareggia Bianchi.", [(12, None), (20, None)]),
        ("Il secondo tempo è iniziato da 11' quando segna Rossi.", [(56, None)]),
        (
            "Al 57' segna Rossi. Al 59' Neri, entrato nell'intervallo, coglie il palo e tre minuti dopo raddoppia.",
            [(57, None), (59, None), (46, None), (62, None)],
        ),
        ("Dopo un'azione di Rossi segna Bianchi.", []),
        (
            FIRST
            + "Nella ripresa al 20' segna Rossi.\nRiavvolgiamo il nastro. Al 12' e dopo venti minuti palo di Neri.",
            [(65, None), (12, None), (32, None)],
        ),
        (
            FIRST + "Nella ripresa al 20' segna Rossi.\nIl nastro della festa è pronto. Al 12' palo di Neri.",
            [(65, None), (57, None)],
        ),
        (
            FIRST + "Al 40' palo di Rossi. Di là un giallo dopo 4' e un cambio al 28'.",
            [(40, None), (4, None), (28, None)],
        ),
        (
            FIRST + "Al 20' palo di Rossi. Di là un giallo dopo 4' e un cambio al 28'.",
            [(20, None), (24, None), (28, None)],
        ),
        (FIRST + "Allo scadere il pari. Dopo un quarto d'ora aveva segnato Rossi.", [(45, None), (15, None)]),
        (FIRST + "Al 43' il pari. Dopo quattro minuti palo di Rossi.", [(43, None), (45, 2)]),
        (FIRST + "Al 20' segna Rossi. Si riparte e nel giro di tre minuti pareggia Neri.", [(20, None), (48, None)]),
        (FIRST + "Nella ripresa nel giro di tre minuti pareggia Neri.", [(None, None)]),
        ("In avvio di recupero segna Rossi.", [(90, None)]),
        ("Il recupero di Rossi sulla fascia è perfetto.", []),
        ("Al 92' segna Rossi. C'è ancora tempo per un palo di Neri.", [(90, 2), (90, 2)]),
        ("Al 60' segna Rossi. C'è ancora tempo per un palo di Neri.", [(60, None)]),
        ("Al 60' segna Rossi. In quei minuti calcia Neri.", [(60, None), (60, None)]),
        ("Con il fischio finale in canna segna Rossi.", [(90, None)]),
        ("A un'ora dall'inizio segna Rossi. Quattro minuti dopo pareggia Bianchi.", [(60, None), (64, None)]),
        (FIRST + "Ammoniti Rossi al 75' e Neri a tempo scaduto.", [(75, None), (90, None)]),
        (FIRST + "Al 40' segna Rossi, allo scadere pareggia Neri. Si va al riposo.", [(40, None), (45, None)]),
        (
            FIRST
            + "Nella ripresa al 20' segna Rossi.\nI gialli: Neri al 13' e Verdi al 32'. Poi, nella ripresa, Bianchi.",
            [(65, None), (13, None), (32, None)],
        ),
        (
            FIRST + "Nella ripresa al 20' segna Rossi.\nNeri calcia al 32' e coglie il palo. Poi Bianchi pareggia.",
            [(65, None), (77, None)],
        ),
    ],
)
def test_minutes(text: str, told: list[tuple[int | None, int | None]]):
    assert clock(text) == told


@pytest.mark.parametrize(
    "text", ["Vince il Milan 2-1.", "Il 12 maggio si gioca.", "Rossi ha 35 anni.", "Sul 2-1 segna Rossi."]
)
def test_no_minutes(text: str):
    assert clock(text) == []


@pytest.mark.parametrize(
    ("text", "approx"),
    [("Al 12' segna Rossi.", False), ("A cinque dalla fine segna Rossi.", True), ("Nel recupero segna Rossi.", True)],
)
def test_about(text: str, approx: bool):
    assert [m.approx for m in moments(read(text, "calcio_match"))[0]] == [approx]


SECOND_PARAGRAPH = "Neri rileva Verdi al 15' e con lui la squadra gioca meglio. Al 19' Rossi calcia fuori.\n"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (f"{FIRST}Al 12' segna Rossi. Al 40' Bianchi pareggia.\n{SECOND_PARAGRAPH}", [12, 40, 60, 64]),
        (f"{FIRST}Al 12' segna Rossi. Al 40' Bianchi pareggia.\nIn precedenza, al 15', palo di Neri.\n", [12, 40, 15]),
        (
            f"{FIRST}Al 12' segna Rossi. Al 40' Bianchi pareggia.\n{SECOND_PARAGRAPH}Nella ripresa nulla.\n",
            [12, 40, 15, 19],
        ),
        (
            f"{FIRST}Al 12' segna Rossi. Al 40' Bianchi pareggia.\n{SECOND_PARAGRAPH}Al 70' esce Neri.\n",
            [12, 40, 15, 19, 70],
        ),
    ],
)
def test_the_second_half_where_no_words_name_it(text: str, told: list[int]):
    assert [minute for minute, _ in clock(text)] == told


@pytest.mark.parametrize(
    ("text", "word", "period"),
    [
        ("Nel primo tempo segna Rossi. Nella ripresa pareggia Bianchi.", "Rossi", 1),
        ("Nel primo tempo segna Rossi. Nella ripresa pareggia Bianchi.", "Bianchi", 2),
        ("Nel primo supplementare segna Rossi.", "Rossi", 3),
        ("Rossi segna di testa.", "Rossi", None),
        (FIRST + "Rossi coglie il palo. Si va al riposo sullo 0-0.\nBianchi calcia alto.", "Rossi", 1),
        (FIRST + "Rossi coglie il palo. Si va al riposo sullo 0-0.\nBianchi calcia alto.", "Bianchi", 2),
        (FIRST + "Si va al riposo. Rossi aveva segnato poco prima.\nNella ripresa Bianchi pareggia.", "Rossi", 1),
        (FIRST + "Rossi tira fuori un attimo prima dell'intervallo. Bianchi lo imita.", "Bianchi", 1),
        (FIRST + "Rossi coglie il palo. Al 58' segna Neri. Poi Bianchi calcia alto.", "Rossi", 1),
        (FIRST + "Rossi coglie il palo. Al 58' segna Neri. Poi Bianchi calcia alto.", "Bianchi", 2),
        (FIRST + "Al 58' segna Neri. Al 12' era stato Rossi a calciare. Bianchi fa altrettanto.", "Bianchi", 1),
        (FIRST + "Al 58' segna Neri. Nel primo tempo Rossi calcia alto. Bianchi lo imita.", "Bianchi", 1),
    ],
)
def test_halves(text: str, word: str, period: int | None):
    r = read(text, "calcio_match")
    token = next(t for t in r.toks if t.text == word)
    assert moments(r)[1][token.i] == period


def test_minutes_of_a_match_sheet_are_left_to_its_reader():
    text = FIRST + "\nMARCATORI: 12' Rossi, 30' st Bianchi\nARBITRO: Neri di Roma"
    assert clock(text) == []


@pytest.mark.parametrize(
    ("text", "word", "minute"),
    [
        ("Gol al 20' di Rossi e al 30' di Bianchi.", "Gol", 20),
        ("Gol al 20' di Rossi e al 30' di Bianchi.", "Bianchi", 30),
        ("Al 20' segna Rossi, poco dopo Bianchi coglie il palo.", "Bianchi", None),
        ("Il Milan, che aveva già perso Neri, fuori al 20' per un guaio muscolare: Rossi segna.", "Rossi", None),
        ("Il Milan passa al 20' con merito: Rossi segna di testa.", "Rossi", 20),
        ("Al 12' calcia Neri e al 20' arriva il pareggio: Rossi segna.", "Rossi", 20),
        ("Al 12' calcia Neri e pareggia al 20'; Rossi sbaglia.", "Rossi", None),
    ],
)
def test_the_time_in_force(text: str, word: str, minute: int | None):
    r = read(text, "calcio_events")
    token = next(t for t in r.toks if t.text == word)
    index = r.told.time_at.get(token.i, -1)
    assert (r.told.moments[index].minute if index >= 0 else None) == minute


TURNED = (
    "Pomeriggio storto per la Virtus Olmo: al 12' la buca Rossi, al 33' raddoppia Neri con un diagonale che non lascia"
    " scampo a nessuno. All'intervallo entrano due ragazzi e la musica cambia.\n"
)


def test_a_first_paragraph_that_comes_to_the_break_is_of_the_chronicle():
    chronicle = (
        "Al 7' Galli riapre i giochi con un tocco sotto misura, al 21' Monti firma il pari fra gli applausi di tutti."
    )
    assert [minute for minute, _ in clock(TURNED + chronicle)][-2:] == [52, 66]


SUMMED_UP = (
    "La Sangiorgese passa sul campo della Virtus Olmo con due lampi: al 14' Rossi, al 27' il provvisorio pareggio di"
    " Neri, infine al 31' della ripresa la stoccata di Bianchi che vale tre punti.\n"
)


@pytest.mark.parametrize(
    ("chronicle", "told"),
    [
        ("Al 6' tira Neri. Al 14' segna Rossi. Nella ripresa, al 31', decide Bianchi.", [6, 14, 76]),
        ("Al 35' tira Neri e al 38' anche Rossi.", [80, 83]),
    ],
)
def test_a_lead_that_sums_up_the_match_is_no_part_of_its_clock(chronicle: str, told: list[int]):
    assert [minute for minute, _ in clock(SUMMED_UP + chronicle)][3:] == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Allo scadere dei primi 45 minuti segna Rossi.", [(45, None)]),
        ("Allo scadere dei primi quarantacinque minuti regolamentari segna Rossi.", [(45, None)]),
        ("Allo scadere dei novanta minuti segna Rossi.", [(90, None)]),
        ("A inizio ripresa raddoppia Rossi. Gli ospiti dopo due minuti accorciano.", [(46, None), (47, None)]),
        ("Al 50' raddoppia Rossi. Gli ospiti dopo due minuti accorciano.", [(50, None), (52, None)]),
        ("Gli ospiti dopo due minuti passano con Rossi.", [(2, None)]),
    ],
)
def test_the_end_of_the_first_half_and_what_follows_the_restart(text: str, told: list):
    assert clock(text) == told
