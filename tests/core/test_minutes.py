"""Expressions of time, as inline markup: attributes are those of TimeExpr; what is none has no tag."""

import pytest

from core.minutes import TimeExpr, find_times
from core.numbers import number_words
from tests.markup import parse

EXAMPLES = [
    "Gol <t value=12>al 12'</t> di Rossi",
    "<t value=12>12'</t> Rossi",
    "<t value=27 half=1>27' pt</t> Rossi",
    "<t value=27 half=2>27'st</t> Rossi",
    "<t value=27 half=2>27° s.t.</t> Rossi",
    "<t value=12 half=2>12' della ripresa</t>, gol",
    "<t value=12 half=1>12' del primo tempo</t>, gol",
    "<t value=45 added=2 half=1>45'+2</t> gol",
    "<t value=90 added=4 half=2>90' + 4'</t> gol",
    "segna <t value=8>al minuto 8</t>",
    "<t value=20>al ventesimo minuto</t> segna",
    "<t kind=from_end value=5 half=2 approx=1>a cinque minuti dalla fine</t> il pari",
    "<t kind=from_end value=10 half=2 approx=1>a dieci dal termine</t> il pari",
    "<t kind=from_end value=20 half=2 approx=1>a venti minuti circa dalla fine</t> il pari",
    "<t kind=from_end value=1 half=2 approx=1>a un soffio dalla fine</t> il pari",
    "<t value=89 half=2 approx=1>quando si attende ormai solo il recupero</t> il pari",
    "<t kind=delta value=2>due minuti dopo</t> il pari",
    "<t kind=delta value=0>nello stesso minuto</t> il cambio",
    "<t kind=delta value=0>È lo stesso minuto</t> in cui entra Rossi",
    "<t kind=delta value=0>Contemporaneamente al gol</t> entra Rossi",
    "<t kind=delta value=0 approx=1>quasi in contemporanea</t> entra Rossi",
    "<t kind=delta value=0>proprio allora</t> entra Rossi",
    "Gol. <t kind=delta value=1 approx=1>Quasi subito</t> il pari",
    "<t kind=delta value=0>Pochi istanti</t> e Rossi segna",
    "<t kind=lapse value=3>passano tre minuti</t> e Rossi segna",
    "<t kind=lapse value=2>Due giri d'orologio</t> e Rossi segna",
    "Segna Rossi. <t kind=lapse value=6>Altri sei</t> e pareggia Bianchi",
    "<t kind=lapse value=7>di lì a sette minuti</t> il pari",
    "<t kind=delta value=1>un giro di lancette più tardi</t> il pari",
    "<t kind=delta value=2>centoventi secondi dopo</t> il pari",
    "<t kind=delta value=15 approx=1>un quarto d'ora più tardi</t> il pari",
    "<t kind=delta value=-3>tre minuti prima</t> aveva colpito il palo Rossi",
    "<t kind=delta value=1>al minuto successivo</t> il pari",
    "<t kind=start value=20 half=2>venti minuti dopo l'intervallo</t> il pari",
    "<t kind=start value=4 half=1>quattro minuti dopo il fischio d'inizio</t> il pari",
    "<t kind=start value=6 half=1>a sei minuti dal via</t> il pari",
    "<t kind=start value=5 half=2>Cinque minuti della ripresa</t> e segna Rossi",
    "<t kind=from_end value=1 half=2 approx=1>manca un minuto al novantesimo</t> e segna Rossi",
    "<t kind=from_end value=3 half=1 approx=1>a tre minuti dall'intervallo</t> il pari",
    "<t kind=from_end value=15 half=2 approx=1>a un quarto d'ora dal termine</t> il pari",
    "<t kind=unknown value=none half=2>a una manciata di minuti dal termine</t> il pari",
    "<t kind=from_end value=1 half=2 approx=1>a ridosso del novantesimo</t> il pari",
    "<t kind=unknown value=none half=1>nel finale di tempo</t> il pari",
    "<t kind=unknown value=none>subito dopo</t>, il pari",
    "<t kind=stoppage value=none added=2>al secondo dei cinque minuti di recupero</t> il pari",
    "<t value=90 added=4 half=2>novantesimo più quattro</t>, il pari",
    "<t value=12 half=3>12' del primo tempo supplementare</t>, gol",
    "<t value=3 half=4>3' s.t.s.</t>, gol",
    "<t value=8 half=2>all'ottavo della ripresa</t> il pari",
    "<t value=18 half=2>al 18 del secondo tempo</t> il pari",
    "<t value=50>Cinquantesimo</t>: segna Rossi",
    "<t value=6>Al sesto</t> Rossi va via",
    "<t value=20 approx=1>intorno al ventesimo</t> il pari",
    "<t value=29 approx=1>appena prima della mezz'ora</t> il pari",
    "<t kind=stoppage approx=1>nel recupero</t> il pari",
    "<t kind=stoppage value=none added=3>al terzo minuto di recupero</t> il pari",
    "<t value=15 approx=1>al quarto d'ora</t> il pari",
    "<t value=30 approx=1>alla mezz'ora</t> il pari",
    "<t value=31 approx=1>poco dopo la mezz'ora</t> il pari",
    "<t kind=interval value=46 half=2 approx=1>in avvio di ripresa</t> entra Rossi",
    "<t value=116>al minuto centosedici</t> Rossi gira in porta",
    "Rossi la spinge dentro. <t value=94>Novantaquattresimo</t>.",
    "di destro sotto il sette, <t value=50>cinquantesimo</t>.",
    "la sblocca Rossi, <t value=11>undicesimo di orologio</t>, di testa",
    "<t value=5 half=2>Quinto della ripresa</t>: Neri esce",
    "<t value=21>È il ventunesimo</t> quando segna Rossi",
    "<t value=60 half=2 approx=1>Correva l'ora di gioco</t>.",
    "<t value=31 approx=1>alla mezz'ora e un minuto</t> trova il pari Rossi",
    "<t value=32 approx=1>alla mezz'ora passata da due minuti</t> il pari",
    "il pari cade <t value=29 approx=1>alla mezz'ora meno uno</t>.",
    "<t value=30 approx=1>alla mezz'ora</t> e un diagonale di Rossi",
    "di Rossi, al <t value=90 added=4 half=2>novantesimo e quattro</t>.",
    "<t kind=start value=20 half=2>siamo a venti minuti di ripresa</t>, pari",
    "Rossi, al <t value=3>terzo giro di lancette</t>, segna",
    "<t value=31>Trentuno minuti sul tabellone</t>.",
    "<t value=12>Dodici sul cronometro</t>: segna Rossi",
    "Nemmeno il tempo di sedersi, <t kind=lapse value=5>cinque minuti</t>, che Rossi segna",
    "Alla distrazione si paga: <t value=26>26'</t>, rimessa lunga",
    "<t value=64>dopo sessantaquattro minuti</t> il pari",
    "<t kind=delta value=2>Due più tardi</t> segna Rossi",
    "Gol di Neri, <t kind=delta value=10>10' più tardi</t> il pari di Rossi",
    "Gol di Neri e <t kind=delta value=5>5' dopo</t> pareggia Rossi",
    "<t value=10>Al 10'</t> dopo un corner segna Rossi",
    "<t value=10>10'</t> dopo un corner segna Rossi",
    "<t kind=lapse value=3>Passano 3'</t> e pareggia Rossi",
    "<t kind=after value=5>Dopo 5'</t> segna Rossi",
    "La gioia <t kind=lapse value=6>dura sei minuti appena</t>",
    "<t kind=lapse value=5>Cinque minuti è durata</t> la festa",
    "Bianchi <t kind=lapse value=15 approx=1>aspetta un quarto d'ora</t>, poi toglie Neri",
    "<t kind=from_end value=3 half=4 approx=1>a tre giri di orologio dai rigori</t> segna Rossi",
    "<t kind=from_end value=2 half=3 approx=1>a due minuti dal cambio di campo</t> segna Rossi",
    "<t kind=from_end value=1 half=1 approx=1>un minuto avanti il riposo</t> segna Rossi",
    "<t kind=from_end value=2 half=2 approx=1>due minuti prima del novantesimo</t> segna Rossi",
    "<t value=6 half=3>al sesto del supplementare</t> segna Rossi",
]


@pytest.mark.parametrize("marked", EXAMPLES)
def test_times(marked: str):
    text, tags = parse(marked)
    found = find_times(text)
    assert len(found) == len(tags) == 1
    expr, wanted = found[0], tags[0].attributes
    number = {k: None if v == "none" else int(v) for k, v in wanted.items() if k != "kind"}
    bare = TimeExpr(0, 0, wanted.get("kind", "absolute"))
    assert expr.kind == bare.kind
    assert (expr.value, expr.half, expr.added) == tuple(number.get(k) for k in ("value", "half", "added"))
    assert expr.approx == bool(number.get("approx", 0))


@pytest.mark.parametrize("marked", EXAMPLES)
def test_the_words_of_a_time_are_found(marked: str):
    text, tags = parse(marked)
    expr = find_times(text)[0]
    words = text[expr.start : expr.end].strip()
    assert words and tags[0].text.endswith(words)


@pytest.mark.parametrize(
    "text",
    [
        "vince 2-1 in casa",
        "il numero 10 calcia alto",
        "alla 12a giornata",
        "nel 1987 era in C",
        "il terzo gol stagionale",
        "a 35 anni gioca ancora",
        "il 4-3-3 di partenza",
        "settanta metri di corsa",
        "la mezz'ala calcia",
        "un quarto di finale",
        "arriva da 15 punti in classifica",
        "tiro da 20 metri",
        "passa un avversario e crossa",
        "bastano due tocchi a Rossi",
        "nei primi dieci minuti non succede nulla",
        "Al terzo tentativo Rossi segna",
        "Ventesimo gol di Rossi",
        "il 106esimo gol di Rossi",
        "era l'8' di campionato",
        "subito dopo il gol di Rossi",
        "corre il pericolo",
        "Il recupero dura sei minuti",
        "il cambio, terzo della ripresa, non serve",
        "Si attende il recupero del difensore",
        "Si decide in pochi istanti e al var",
        "2° tempo, le squadre non cambiano",
    ],
)
def test_figures_that_are_no_times(text: str):
    assert find_times(text) == []


def test_two_times_stand_in_text_order():
    assert [e.value for e in find_times("Gol al 12' e al 30', poi al 41' il pari")] == [12, 30, 41]


@pytest.mark.parametrize(
    ("word", "value"),
    [("uno", 1), ("ventuno", 21), ("ventotto", 28), ("trentatré", 33), ("quarantacinquesimo", 45), ("novantesimo", 90),
     ("quinto", 5), ("undicesimo", 11), ("ventitreesimo", 23), ("settantaseiesimo", 76)],
)  # fmt: skip
def test_number_words(word: str, value: int):
    assert number_words()[word] == value


@pytest.mark.parametrize("word", ["gol", "rossi", "ventinove'", ""])
def test_other_words_are_no_numbers(word: str):
    assert word not in number_words()
