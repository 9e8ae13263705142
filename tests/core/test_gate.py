"""What is let in and what is refused: texts that are no reports stand in not_reports/, named ``code--what.txt``."""

from pathlib import Path

import pytest

from core.documents import MAX_CHARACTERS
from core.errors import NotAReport
from core.extract import extract
from core.gate import is_italian
from core.vocabulary import words

FOLDER = Path(__file__).parent / "not_reports"
SAMPLES = Path(__file__).parents[2] / "sample_reports"
REFUSED = sorted(FOLDER.glob("*--*.txt"))
SHEET = (
    "NOVARA-PRO VERCELLI 0-0\nNOVARA (4-3-3): Sala; Riva, Conti, Bassi, Lupi; Neri, Costa, Bruni; Galli, Moro, Poli."
    " All. Ferri.\nPRO VERCELLI (4-4-2): Testa; Villa, Longo, Greco, Monti; Serra, Marino, Rizzo, Leone; Fiore, Grassi."
    " All. Berti.\nARBITRO: Colombo di Como.\nNOTE: spettatori 1.200."
)
SHORT = {
    "verbs alone": "Lecco-Renate 2-1. Segna Capelli al 10', pareggia Rota al 30', decide ancora Capelli al 70'.",
    "two sentences": "PADOVA - Il Padova batte 2-1 il Cittadella nel derby. Decidono la doppietta di Marchi e il rigore"
    " di Rossi per gli ospiti.",
    "no goals": "Finisce senza reti la sfida tra Reggina e Cosenza. Un palo di Tassi nel primo tempo e una parata di"
    " Ferri su colpo di testa di Longo le uniche emozioni.",
    "headline": "Lecco-Renate 1-0: basta un gol di Capelli al 38' del primo tempo. Espulso nel finale Rota per doppia"
    " ammonizione.",
    "draw": "Pari e poche emozioni tra Pisa e Lucchese: finisce 0-0 una gara bloccata, con il portiere ospite mai"
    " impegnato.",
    "women": "La Fiorentina femminile supera 3-0 il Verona: in rete Bonetti, Mauro e Guagni nel primo tempo, poi le"
    " viola controllano.",
    "no clubs": "I nerazzurri passano al 20' con un destro di Pasquini, poi al 70' raddoppia Volpi di testa. Inutile"
    " nel recupero la rete di Manzi per gli ospiti.",
    "live": "5' Primo angolo per il Novara.\n12' GOL! Segna Bruni di testa su cross di Sala.\n44' Ammonito Costa per"
    " fallo su Riva.\n60' Entra Neri per Bruni.\n90' Finita: Novara-Vercelli 1-0.",
    "capitals": "IL NOVARA VINCE IL DERBY CON LA PRO VERCELLI PER 1-0. HA DECISO UN GOL DI BRUNI AL 12' DELLA RIPRESA"
    " DOPO UN PALO DI COSTA. NEL FINALE ESPULSO IL PORTIERE SALA.",
    "sheet without events": SHEET,
}


def test_there_are_counter_examples_of_every_code():
    codes = {path.stem.split("--")[0] for path in REFUSED}
    assert codes == {"empty", "too-short", "web-address", "not-italian", "not-a-report"} and len(REFUSED) >= 40


@pytest.mark.parametrize("path", REFUSED, ids=lambda p: p.stem)
def test_refused(path: Path):
    with pytest.raises(NotAReport) as caught:
        extract(path.read_text(encoding="utf-8"))
    assert caught.value.code == path.stem.split("--")[0]


@pytest.mark.parametrize("text", SHORT.values(), ids=SHORT.keys())
def test_short_reports_are_read(text: str):
    assert extract(text).text == text


@pytest.mark.parametrize(
    "path", [p for p in sorted(SAMPLES.glob("*/*.txt")) if p.parent.name != "atalanta-2017-18"], ids=lambda p: p.stem
)
def test_samples_are_read(path: Path):
    assert extract(path.read_text(encoding="utf-8")).match is not None


@pytest.mark.parametrize(
    ("text", "missing"),
    [
        ("Domani il sole splenderà su tutta la pianura padana.", ["no words of football", "no two sides"]),
        ("Il Milan ha un nuovo portiere: arriva dal Pescara.", ["nothing that happened"]),
    ],
)
def test_the_message_says_what_was_missing(text: str, missing: list[str]):
    with pytest.raises(NotAReport) as caught:
        extract(text)
    assert all(part in caught.value.values["missing"] and part in str(caught.value) for part in missing)


def test_a_text_too_long_is_not_read():
    with pytest.raises(NotAReport) as caught:
        extract("Gol del Milan. " * (MAX_CHARACTERS // 10))
    assert caught.value.code == "too-large" and caught.value.values["limit"] == MAX_CHARACTERS


@pytest.mark.parametrize(
    ("text", "italian"),
    [
        ("il portiere ha parato il rigore nel finale della gara", True),
        ("IL PORTIERE HA PARATO IL RIGORE NEL FINALE DELLA GARA", True),
        ("the keeper saved the penalty late in the second half", False),
        ("THE KEEPER SAVED THE PENALTY LATE IN THE SECOND HALF", False),
        ("Rossi Bianchi Verdi Neri Galli Conti Sala Riva", True),  # names only: nothing to judge by
    ],
)
def test_language(text: str, italian: bool):
    assert is_italian(text.split(), words("gate").limits) is italian
