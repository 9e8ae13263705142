"""The score at half time told without figures: "al riposo sul doppio vantaggio", "sotto di due reti"."""

from __future__ import annotations

import re

from core.reading import Reading
from core.schema import Score
from core.sentences import Sentence, sentences
from core.vocabulary import Vocabulary


def half_in_words(r: Reading, vocab: Vocabulary) -> Score | None:
    """Return the score at half time that words tell, None where none does or none that the final score allows."""
    for sentence in sentences(r):
        if not any(re.search(cue, sentence.text) for cue in vocab.break_cues):
            continue
        score = _told(r, sentence, vocab)
        final = r.match.score
        if score is not None and (final is None or (score[0] <= final[0] and score[1] <= final[1])):
            return score
    return None


def _told(r: Reading, sentence: Sentence, vocab: Vocabulary) -> Score | None:
    if any(re.search(rf"\b(?:{word})\b", sentence.text) for word in vocab.break_unreal):
        return None
    if any(re.search(phrase, sentence.text) for phrase in vocab.break_goalless):
        return (0, 0)
    for phrases, sign in ((vocab.break_ahead, 1), (vocab.break_behind, -1)):
        for phrase in phrases:
            found = re.search(phrase, sentence.text)
            goals = _goals(found.groupdict(), vocab) if found else None
            if found is None or goals is None:
                continue
            side = _side(r, sentence, sentence.at[found.start()], vocab)
            if side is not None:
                ahead = (side == r.match.home) == (sign > 0)
                return (goals, 0) if ahead else (0, goals)
    return None


def _goals(groups: dict[str, str | None], vocab: Vocabulary) -> int | None:
    """Return by how many goals one side is ahead."""
    word = groups.get("n") or ""
    if word in vocab.multiples:
        return int(vocab.multiples[word])
    return int(word) if word.isdigit() else vocab.numbers.get(word)


def _side(r: Reading, sentence: Sentence, at: int, vocab: Vocabulary) -> str | None:
    """Return the side that is ahead or behind: the one named last before the words, else the first behind."""
    here = sentence.toks[0].sent
    sides = [
        n for n in r.names if n.label == "TEAM" and not n.adjective and n.name in r.sides and r.toks[n.a].sent == here
    ]
    before = [n for n in sides if n.b <= at]
    before = [n for n in before if r.toks[max(0, n.a - 1)].low not in vocab.hanging] or before
    after = [n for n in sides if n.a > at]
    return before[-1].name if before else after[0].name if after else None
