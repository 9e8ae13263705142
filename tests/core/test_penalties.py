"""Penalties: <scored>, <missed>, <fouled> and <fouler> mark people."""

import pytest

from core.extract import extract
from core.schema import EventType
from tests.core.reader_cases import called, scene, told


def read_penalties(marked: str) -> tuple[list[set[tuple[str, str]]], set[tuple[str, str]]]:
    """What each penalty tells as (role, name), and what is marked."""
    r, tags, prose = scene(marked)
    found = []
    for p in prose.penalties:
        roles = {"fouled": p.fouled, "fouler": p.fouler, "scored": p.taker if p.scored else -1}
        roles["missed"] = p.taker if p.missed else -1
        found.append({(role, str(called(r, who))) for role, who in roles.items() if who >= 0})
    return found, told(tags)


@pytest.mark.parametrize(
    "marked",
    [
        "<scored>Mazzuoli</scored> trasforma il rigore.",
        "Calcio di rigore: <scored>Mazzuoli</scored> non sbaglia.",
        "<scored>Mazzuoli</scored> realizza dal dischetto.",
        "<missed>Mazzuoli</missed> sbaglia il rigore.",
        "<missed>Mazzuoli</missed> spara addosso al portiere il rigore.",
        "<fouled>Nencini</fouled> cade dopo un contrasto con <fouler>Scapin</fouler>: rigore."
        " <missed>Mazzuoli</missed> manda a lato.",
        "Rigore! <fouled>Nencini</fouled> viene atterrato da <fouler>Scapin</fouler>. <missed>Mazzuoli</missed>"
        " calcia, Rubini para.",
        "<missed>Mazzuoli</missed> calcia alto il rigore.",
        "Rigore per fallo di <fouler>Scapin</fouler> su <fouled>Nencini</fouled>: <scored>Mazzuoli</scored> trasforma.",
        "<fouled>Nencini</fouled> viene steso in area da <fouler>Scapin</fouler>: rigore. <scored>Mazzuoli</scored>"
        " segna dal dischetto.",
    ],
)
def test_penalties(marked: str):
    found, wanted = read_penalties(marked)
    assert found == [wanted]


@pytest.mark.parametrize(
    "text",
    [
        "Mazzuoli chiede il rigore, l'arbitro lascia correre.",
        "Mazzuoli calcia dal limite dell'area di rigore.",
        "I locali protestano per un rigore non concesso.",
        "Colombini non concede il rigore al Novara.",
        "Niente rigore per il contatto tra Scapin e Nencini.",
        "Mazzuoli segna di testa.",
    ],
)
def test_no_penalties(text: str):
    assert read_penalties(text)[0] == []


@pytest.mark.parametrize(
    ("text", "side"),
    [
        ("Al 70' l'arbitro concede un rigore alla Pro Vercelli.", "Pro Vercelli"),
        ("Al 70' l'arbitro indica il dischetto in favore del Novara.", "Novara"),
        ("Al 70' calcio di rigore per il Novara.", "Novara"),
    ],
)
def test_side_that_is_given_a_penalty(text: str, side: str):
    _, _, prose = scene(text)
    assert [p.team for p in prose.penalties] == [side]


@pytest.mark.parametrize(("minute", "kicked"), [(72, True), (85, False)])
def test_kick_is_not_told_long_after_the_award(minute: int, kicked: bool):
    _, _, prose = scene(f"Al 70' l'arbitro concede un rigore al Novara. Al {minute}' segna Mazzuoli.")
    assert [p.kicked for p in prose.penalties] == [kicked]


def tellings(text: str) -> list[list[str]]:
    """For each penalty: "given" where it was awarded, the roles of people as "role name"."""
    r, _, prose = scene(text)
    found = []
    for p in prose.penalties:
        roles = [("fouled", p.fouled), ("fouler", p.fouler), ("scored", p.taker if p.scored else -1)]
        roles += [("missed", p.taker if p.missed else -1), ("saved", p.keeper if p.missed else -1)]
        found.append(["given"] * p.award + [f"{role} {called(r, who)}" for role, who in roles if who >= 0])
    return found


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Al 60' Scapin stende Nencini in area: rigore.", ["given", "fouled Nencini", "fouler Scapin"]),
        (
            "Al 60' Scapin stende Nencini in area, calcio di rigore che Mazzuoli trasforma.",
            ["given", "fouled Nencini", "fouler Scapin", "scored Mazzuoli"],
        ),
        (
            "Al 60' Scapin atterra Nencini, Colombini non ha dubbi e indica il dischetto.",
            ["given", "fouled Nencini", "fouler Scapin"],
        ),
        (
            "Al 60' Scapin stende in area Nencini. Dal dischetto Mazzuoli spiazza Rubini.",
            ["given", "fouled Nencini", "fouler Scapin", "scored Mazzuoli"],
        ),
        (
            "Al 60' rigore per il Novara: intervento di Scapin ai danni di Nencini.",
            ["given", "fouled Nencini", "fouler Scapin"],
        ),
        (
            "Al 60' l'arbitro vede la spinta di Scapin su Nencini e concede il penalty.",
            ["given", "fouled Nencini", "fouler Scapin"],
        ),
        (
            "Al 60' Scapin allarga il gomito su Nencini e l'arbitro fischia il rigore.",
            ["given", "fouled Nencini", "fouler Scapin"],
        ),
        (
            "Al 60' Scapin tampona Nencini in area: dal dischetto Mazzuoli non sbaglia.",
            ["given", "fouled Nencini", "fouler Scapin", "scored Mazzuoli"],
        ),
        ("Al 60' Scapin frana su Nencini: rigore.", ["given", "fouled Nencini", "fouler Scapin"]),
        ("Al 60' Scapin tocca il pallone con la mano in area: rigore per il Novara.", ["given", "fouler Scapin"]),
        (
            "Al 60' fallo di mano di Scapin, rigore. Sul dischetto va Mazzuoli: alto.",
            ["given", "fouler Scapin", "missed Mazzuoli"],
        ),
        (
            "Al 60' Nencini entra in area e Scapin lo mette giù: rigore che Mazzuoli trasforma.",
            ["given", "fouled Nencini", "fouler Scapin", "scored Mazzuoli"],
        ),
        ("Al 60' Nencini si procura un rigore.", ["given", "fouled Nencini"]),
        ("Al 60' Nencini si guadagna un rigore, steso da Scapin.", ["given", "fouled Nencini", "fouler Scapin"]),
        ("Al 60' gomitata di Scapin a Nencini, calcio di rigore.", ["given", "fouled Nencini", "fouler Scapin"]),
        (
            "Al 60' Rubini esce e travolge Nencini: rigore. Mazzuoli segna.",
            ["given", "fouled Nencini", "fouler Rubini", "scored Mazzuoli"],
        ),
        ("Al 60' Mazzuoli sbaglia il rigore.", ["missed Mazzuoli"]),
        ("Al 60' Mazzuoli si fa parare il rigore da Rubini.", ["missed Mazzuoli", "saved Rubini"]),
        ("Al 60' Rubini para il rigore di Mazzuoli.", ["missed Mazzuoli", "saved Rubini"]),
        ("Al 60' Rubini ipnotizza Mazzuoli dal dischetto.", ["missed Mazzuoli", "saved Rubini"]),
        ("Al 60' Rubini ha parato un rigore a Mazzuoli.", ["missed Mazzuoli", "saved Rubini"]),
        ("Al 60' Mazzuoli calcia a lato un rigore.", ["missed Mazzuoli"]),
        ("Al 60' Mazzuoli dal dischetto manda il rigore sulla traversa.", ["missed Mazzuoli"]),
        (
            "Al 60' dal dischetto va Mazzuoli, il tiro non è angolato e Rubini respinge.",
            ["missed Mazzuoli", "saved Rubini"],
        ),
        ("Al 60' rigore per il Novara. Sul dischetto si presenta Mazzuoli: palo.", ["given", "missed Mazzuoli"]),
        (
            "Al 60' rigore per il Novara. Mazzuoli angola poco e Rubini gli dice di no.",
            ["given", "missed Mazzuoli", "saved Rubini"],
        ),
        ("Al 60' rigore fallito da Mazzuoli.", ["missed Mazzuoli"]),
        ("Al 60' Mazzuoli spreca il rigore del pareggio.", ["missed Mazzuoli"]),
        ("Al 60' Mazzuoli calcia male il rigore, Rubini blocca.", ["missed Mazzuoli", "saved Rubini"]),
        ("Al 60' rigore per il Novara, ma Mazzuoli lo calcia fuori.", ["given", "missed Mazzuoli"]),
        (
            "Al 60' rigore per il Novara per fallo di Scapin su Nencini. Mazzuoli apre il piatto,"
            " Rubini resta in piedi e respinge.",
            ["given", "fouled Nencini", "fouler Scapin", "missed Mazzuoli", "saved Rubini"],
        ),
        (
            "Al 60' Scapin stende Nencini: rigore. Dagli undici metri Mazzuoli tira centrale e Rubini blocca.",
            ["given", "fouled Nencini", "fouler Scapin", "missed Mazzuoli", "saved Rubini"],
        ),
        ("Al 60' calcio di rigore: Mazzuoli batte Rubini.", ["scored Mazzuoli"]),
        ("Al 60' il Novara ha un rigore: lo trasforma Mazzuoli.", ["given", "scored Mazzuoli"]),
        ("Al 60' il Novara beneficia di un rigore per un mani di Scapin.", ["given", "fouler Scapin"]),
        (
            "Al 60' il direttore di gara assegna la massima punizione al Novara: Nencini steso da Scapin.",
            ["given", "fouled Nencini", "fouler Scapin"],
        ),
        (
            "Al 60' il Var richiama Colombini, che concede il rigore per un tocco di braccio di Scapin.",
            ["given", "fouler Scapin"],
        ),
        (
            "Al 60' tocco di braccio di Scapin: dopo il consulto al monitor è rigore. Mazzuoli non sbaglia.",
            ["given", "fouler Scapin", "scored Mazzuoli"],
        ),
    ],
)
def test_people_of_penalties(text: str, wanted: list[str]):
    assert tellings(text) == [wanted]


@pytest.mark.parametrize(
    "text",
    [
        "Mazzuoli cade in area, per l'arbitro non è rigore.",
        "Al 60' rigore in movimento di Mazzuoli, palla alta.",
        "Mazzuoli cade in area e reclama un penalty, si gioca.",
        "Al 60' Nencini entra in area di rigore e calcia alto.",
        "Punizione dal limite dell'area per fallo di Scapin su Nencini.",
        "Al 60' Scapin stende Nencini al limite: punizione.",
        "Nella ripresa Mazzuoli, che domenica scorsa aveva sbagliato un rigore, segna.",
    ],
)
def test_what_is_no_penalty(text: str):
    assert tellings(text) == []


HEAD = (
    "Lecco-Renate {score}\n\nAl Rigamonti il Lecco ospita il Renate davanti a tremila spettatori e finisce {score}.\n\n"
)


@pytest.mark.parametrize(
    "words",
    [
        "Al 30' mani di Piperno: rigore, ammonizione, e dagli undici metri Falbo non ha tremato.",
        "Al 30' rigore netto, giallo per Piperno e trasformazione impeccabile di Falbo.",
        "Al 30' Piperno tocca il pallone con la mano, rigore e Falbo fa 1-0.",
        "Al 30' cartellino giallo per Piperno e penalty, freddissimo Falbo.",
    ],
)
def test_words_for_a_kick_that_is_scored(words: str):
    report = extract(HEAD.format(score="1-0") + words)
    assert [(e.player, e.penalty) for e in report.events if e.type == EventType.GOAL] == [("Falbo", True)]


def test_who_takes_a_kick_upon_himself_may_miss_it():
    report = extract(
        HEAD.format(score="0-0") + "Al 30' rigore. Falbo si incarica della trasformazione, ma calcia alto."
    )
    assert not [e for e in report.events if e.type == EventType.GOAL]


@pytest.mark.parametrize(
    ("score", "words", "scored", "missed"),
    [
        ("1-0", "Al 30' rigore. Sul dischetto va Falbo, Ghiotti intuisce ma la sfera si infila.", ["Falbo"], []),
        ("1-0", "Al 30' rigore: Falbo si presenta dagli undici metri e spiazza Ghiotti.", ["Falbo"], []),
        ("0-0", "Al 30' rigore. Dal dischetto va Falbo, ma il tiro viene parato dal bravo Ghiotti.", [], ["Falbo"]),
        ("0-0", "Al 30' rigore. Va Falbo, che ne aveva segnati sei su sette, ma spara alto.", [], ["Falbo"]),
        ("1-0", "Al 30' rigore: Falbo angola, Ghiotti intuisce e respinge, ma Sarni ribatte in rete.", [], ["Falbo"]),
    ],
)
def test_who_kicks_and_who_keeps_goal(score: str, words: str, scored: list[str], missed: list[str]):
    report = extract(HEAD.format(score=score) + words)
    assert [e.player for e in report.events if e.type == EventType.GOAL and e.penalty] == scored
    assert [e.player for e in report.events if e.type == EventType.PENALTY_MISSED] == missed


@pytest.mark.parametrize(
    "marked",
    [
        "Rigore: va <missed>Mazzuoli</missed>, che spiazza Rubini ma coglie il palo.",
        "Rigore: <missed>Mazzuoli</missed> inganna Rubini, però manda alto.",
        "Rigore. Sul dischetto si presenta <missed>Mazzuoli</missed>, ma Rubini ribatte.",
        "Rigore: <scored>Mazzuoli</scored> spiazza Rubini con l'aiuto del palo.",
    ],
)
def test_a_keeper_who_dives_wrong_is_not_yet_beaten(marked: str):
    found, wanted = read_penalties(marked)
    assert set().union(*found) == wanted


def test_a_keeper_sent_wrong_makes_no_goal_where_the_ball_misses():
    r, _, prose = scene("Rigore: va Mazzuoli, che spiazza Rubini ma coglie il palo.")
    assert not prose.goals and not prose.maybe
