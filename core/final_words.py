"""The final score told without figures: "a reti bianche", "un gol per parte", "cala il poker", "di misura"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from core.outcome import of_another
from core.reading import Name, Reading
from core.schema import Score
from core.sentences import Sentence, sentences
from core.verbs import lemmas
from core.vocabulary import Vocabulary

LEAD, CODA = 2, 3
"""The first sentences, in which a tally is that of the whole match, and the last ones, which tell how it ended."""
MINUTE = ("'", "’", "°", "minuto")
"""A sentence of the lead with one of these tells a goal, not the whole."""
NEAR = 3
"""So many words behind a phrase its side is named."""
FEWER = (1.0, 0.8, 0.5)
"""How likely the beaten side has no goal, one or two, where only the winner's goals are told."""


def final_in_words(r: Reading, vocab: Vocabulary) -> Iterator[tuple[Score, float]]:
    """Yield final scores that words of the lead or the last lines tell, home first, with their weight."""
    w = r.lex.words["weights"]["result"]
    last = r.toks[-1].sent if r.toks else 0
    for sentence in sentences(r):
        lead = sentence.number <= LEAD
        if not lead and sentence.number <= last - CODA:
            continue
        if any(of_another(r.toks, t.i, vocab) for t in sentence.toks):
            continue
        for score in _level(sentence, vocab):
            yield score, w["worded_level"]
        if lead and not any(t.text in MINUTE for t in sentence.toks):
            for goals, winner in _tallies(r, sentence, vocab):
                for fewer, share in zip(range(goals), FEWER, strict=False):
                    score = (goals, fewer) if winner == r.match.home else (fewer, goals)
                    yield score, share * w["worded_tally"]
            if any(re.search(phrase, sentence.text) for phrase in vocab.narrow):
                for less, share in enumerate(FEWER):
                    yield (less + 1, less), share * w["worded_narrow"]
                    yield (less, less + 1), share * w["worded_narrow"]


def _level(sentence: Sentence, vocab: Vocabulary) -> Iterator[Score]:
    """Yield the draw that a sentence tells, unless it is that of the break."""
    if any(re.search(cue, sentence.text) for cue in (*vocab.break_cues, *vocab.of_a_half)):
        return
    ends = any(t.low in vocab.drawn_nouns or lemmas(t.low) & vocab.draw_verbs for t in sentence.toks)
    if ends and any(re.search(phrase, sentence.text) for phrase in vocab.goalless_ends):
        yield (0, 0)
    for phrase in vocab.one_each:
        if found := re.search(phrase, sentence.text):
            goals = vocab.numbers[found["n"]]
            yield (goals, goals)


def _tallies(r: Reading, sentence: Sentence, vocab: Vocabulary) -> Iterator[tuple[int, str]]:
    """Yield how many goals the winner made and who that is: "poker del Lecco", "ne fa cinque al Lecco"."""
    sides = [n for n in r.names if n.label == "TEAM" and not n.adjective and n.name in r.sides]
    sides = [n for n in sides if r.toks[n.a].sent == sentence.number]
    for phrases, owner in ((vocab.tally_of, True), (vocab.tally_on, False)):
        for phrase in phrases:
            for found in re.finditer(phrase, sentence.text):
                behind = _behind(sides, sentence.at[found.end() - 1])
                if behind is not None:
                    yield _count(found["n"], vocab), behind if owner else _other(r, behind)
    for phrases, owner in ((vocab.tally_by, True), (vocab.tally_suffered, False)):
        for phrase in phrases:
            for found in re.finditer(phrase, sentence.text):
                before = [n for n in sides if n.b <= sentence.at[found.start()]]
                if before and before[-1].name:
                    yield _count(found["n"], vocab), before[-1].name if owner else _other(r, before[-1].name)


def _behind(sides: list[Name], at: int) -> str | None:
    return next((n.name for n in sides if 0 < n.a - at <= NEAR), None)


def _other(r: Reading, side: str) -> str:
    home, away = r.sides
    return (away if side == home else home) or ""


def _count(word: str, vocab: Vocabulary) -> int:
    return int(vocab.tallies.get(word) or vocab.numbers[word])
