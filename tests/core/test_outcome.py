"""Who won, told with and without a score, and the final score that follows from it."""

import pytest

from core.outcome import outcome
from core.vocabulary import words
from core.winner import UNTOLD, told
from tests.markup import read


def said(text: str) -> list[tuple[str | None, str | None]]:
    """(winner, loser) of every word that tells one."""
    r = read(text)
    clubs = [n for n in r.names if n.label == "TEAM" and not n.adjective]
    found = [told(t, r.toks, [n for n in clubs if r.toks[n.a].sent == t.sent], words("match")) for t in r.toks]
    return [pair for pair in found if pair != UNTOLD]


@pytest.mark.parametrize(
    ("text", "pair"),
    [
        ("Il Lecco ha battuto il Renate.", ("Lecco", "Renate")),
        ("Il Lecco è stato battuto dal Renate.", ("Renate", "Lecco")),
        ("Lecco, seconda sconfitta del Renate in un mese.", (None, "Renate")),
        ("Cade il Lecco nel derby con il Renate.", (None, "Lecco")),
        ("Lecco ancora a secco: tre punti per il Renate.", ("Renate", None)),
        ("Lecco di scena sul campo del Renate, che vince con merito.", ("Renate", None)),
        ("Il Lecco ospita il Renate, che non demerita, e vince.", ("Lecco", None)),
    ],
)
def test_winner_and_loser(text: str, pair: tuple[str | None, str | None]):
    assert said(text)[0] == pair


@pytest.mark.parametrize("text", ["Il Lecco non vince col Renate.", "Il Lecco resta a tre punti dal Renate."])
def test_no_winner_is_told(text: str):
    assert said(text) == []


@pytest.mark.parametrize(
    ("text", "best"),
    [
        ("Il Lecco ospita il Renate e cade. Una rete nel finale decide la sfida del Rigamonti-Ceppi.", -1),
        ("Il Lecco ospita il Renate e le due squadre si dividono la posta. Un gol per tempo, poco altro.", 0),
        ("Il Lecco ospita il Renate e vince. All'andata il Renate aveva travolto il Lecco.", 1),
    ],
)
def test_outcome(text: str, best: int):
    r = read(text)
    votes = outcome(r, [n for n in r.names if n.label == "TEAM" and not n.adjective], words("match"))
    assert max(votes, key=lambda kind: votes[kind]) == best


FILLER = " Ritmi bassi. Poche idee. Molti falli. Tanto vento. Nessun tiro."


@pytest.mark.parametrize(
    ("text", "score"),
    [
        ("Il Lecco ospita il Renate e perde." + FILLER + " Finisce 2-1.", (1, 2)),
        ("Il Lecco ospita il Renate e vince." + FILLER + " Finisce 2-1.", (2, 1)),
        ("Lecco battuto dal Renate 2-1 al Rigamonti-Ceppi. Il Lecco ci ha provato fino alla fine.", (1, 2)),
        (
            "Il Lecco ospita il Renate." + FILLER + " Due a zero. Poi due a uno. Poi tre a uno.",
            (3, 1),
        ),
        ("Il Lecco ospita il Renate e vince." + FILLER + " Finisce 2-0. Anni prima, con Bianchi, finì 5-0.", (2, 0)),
        ("Il Lecco ospita il Renate." + FILLER + " Due a zero. Poi il Renate ha la palla del 2-1.", (2, 0)),
        ("Il Lecco ospita il Renate." + FILLER + " Due a zero. Poi al Renate viene annullato il 2-1.", (2, 0)),
        (
            "Derby del lago. Due a due, con gol per tutti. Il Lecco ospita il Renate." + FILLER + " 2-1, poi 2-2.",
            (2, 2),
        ),
        (
            "Il Lecco ospita il Renate e vince 2-0." + FILLER + " Dopo l'1-3 dell'andata può bastare.",
            (2, 0),
        ),
    ],
)
def test_final_score(text: str, score: tuple[int, int]):
    assert read(text).match.score == score


@pytest.mark.parametrize(
    ("text", "score"),
    [
        ("Pareggio senza reti tra Lecco e Renate." + FILLER, (0, 0)),
        ("Il Lecco ospita il Renate." + FILLER + " Finisce a reti bianche.", (0, 0)),
        ("Un gol per parte tra Lecco e Renate." + FILLER, (1, 1)),
        ("Poker del Lecco al Renate." + FILLER, (4, 0)),
        ("Il Lecco ne fa cinque al Renate." + FILLER, (5, 0)),
        ("Il Lecco ne prende quattro dal Renate e perde ancora." + FILLER, (0, 4)),
        ("Il Lecco batte il Renate di misura." + FILLER, (1, 0)),
    ],
)
def test_final_score_without_figures(text: str, score: tuple[int, int]):
    assert read(text).match.score == score


@pytest.mark.parametrize(
    "text",
    [
        "Il Lecco batte il Renate. Primo tempo a reti bianche." + FILLER,
        "Il Lecco ospita il Renate e cerca il poker di vittorie." + FILLER,
        "Il Lecco ospita il Renate. Un anno fa finì a reti bianche." + FILLER,
    ],
)
def test_words_that_tell_no_final_score(text: str):
    assert read(text).match.score is None
