"""The result, read from the words of the report: final score, half time, shoot-out."""

from __future__ import annotations

import re
from collections import defaultdict

from core.final_words import final_in_words
from core.outcome import of_another, outcome
from core.reading import Name, Reading
from core.schema import Score
from core.scores import Written, find_scores
from core.shootout import kicks_decide, of_shootout
from core.tokens import NO_PROSE, Tok
from core.verbs import lemmas
from core.vocabulary import Vocabulary
from core.winner import winner_of

LEAD = 4
"""The sentences of headline and lead; a score in them is more likely the final one."""
CODA = 3
"""The last sentences, which tell how it ended."""
MANY = 2
"""No more written scores than this speak against a final one that cannot contain them."""
UNREACHED = 6
"""How many words before a score say that it was not reached."""
LIKELY_RUNNING = 0.5
"""A score in the telling with no more weight than this is a running one: the highest of them may be the last."""


def final_scores(r: Reading, teams: list[Name], vocab: Vocabulary) -> dict[Score, float]:
    """Hypotheses of the final score, home first, with what speaks for each."""
    w = r.lex.words["weights"]["result"]
    for sheet in r.sheets:
        if sheet.score is not None:
            return {sheet.score: w["sheet"]}
    weights: dict[Score, float] = defaultdict(float)
    running: list[Score] = []
    reached: set[Score] = set()
    kicks = kicks_decide(r, vocab) and any(
        not w.draw and max(w.first, w.second) > MANY and of_shootout(r, w, vocab)
        for w in find_scores(r.toks, vocab.numbers)
    )
    for written in find_scores(r.toks, vocab.numbers):
        section = r.toks[written.a].section
        if section in NO_PROSE:
            continue
        weight = _final_weight(r, written, teams, vocab, w)
        if weight < w["never_final"] and not _elsewhere(r, written, vocab):
            reached.add((written.first, written.second))
            continue
        of_kicks = kicks and not written.draw and of_shootout(r, written, vocab)
        if of_kicks:
            weight += w["shootout"]
        score, sure = _oriented(r, written, teams, vocab, told=not kicks)
        if not sure and r.toks[written.a].sent > LEAD:
            weight += w["no_winner"]
        weights[score] += max(weight, w["least"])
        if not sure:
            weights[score[1], score[0]] += max(w["turned"] * weight, w["turned_least"])
        if not of_kicks and not _elsewhere(r, written, vocab):
            reached.add((written.first, written.second))
            if weight <= LIKELY_RUNNING and section in ("prose", "live"):
                running.append((written.first, written.second))
    if running:
        top = max(running, key=sum)
        weights[top] += w["running"]
        weights[top[1], top[0]] += w["running_turned"]
    for score, weight in _named_scores(r, vocab, w):
        weights[score] += weight
        reached.add(score)
    for score, weight in final_in_words(r, vocab):
        weights[score] = max(weights[score], weight)
    return _weighed(r, dict(weights), reached, teams, vocab)


def _weighed(
    r: Reading, weights: dict[Score, float], reached: set[Score], teams: list[Name], vocab: Vocabulary
) -> dict[Score, float]:
    """Take from each hypothesis what the scores that it cannot contain and the told outcome say against it."""
    w = r.lex.words["weights"]["result"]
    votes = outcome(r, teams, vocab)
    for score in weights:
        beyond = sum(not _contains(score, other) for other in reached)
        weights[score] -= w["beyond"] * min(beyond, MANY)
        kind = (score[0] > score[1]) - (score[0] < score[1])
        margin = votes[kind] - max(v for k, v in votes.items() if k != kind)
        weights[score] += w["outcome"] * max(-1.0, min(1.0, margin))
    return weights


def _contains(final: Score, other: Score) -> bool:
    """Whether a running score, written either way round, can have led to the final one."""
    return any(x <= final[0] and y <= final[1] for x, y in (other, other[::-1]))


def _elsewhere(r: Reading, w: Written, vocab: Vocabulary) -> bool:
    """Whether the words round a score speak of another match, or of what might be."""
    if _of_another(r, w, vocab, 10, 8) or _unreached(r, w, vocab):
        return True
    before, after = _around(r.toks, w, 12, 8)
    near = " ".join([*before, *after])
    return any(re.search(rf"\b{word}\b", near) for word in vocab.shootout_near)


def _named_scores(r: Reading, vocab: Vocabulary, w: dict[str, float]) -> list[tuple[Score, float]]:
    """Return the scores told as "Genoa due, Juventus uno", with their weight: a number behind each side."""
    home, away = r.sides
    out: list[tuple[Score, float]] = []
    last = r.toks[-1].sent if r.toks else 0
    teams = [n for n in r.names if n.label == "TEAM" and n.name in (home, away)]
    for x, y in zip(teams, teams[1:], strict=False):
        if x.name == y.name or y.b >= len(r.toks) or not 1 <= y.a - x.b <= 3 or r.toks[x.a].sent != r.toks[y.a].sent:
            continue
        a, b = (_number(r.toks[n.b], vocab) for n in (x, y))
        if a is not None and b is not None:
            sent = r.toks[x.a].sent
            ends = sent <= LEAD - 2 or sent > last - CODA or r.toks[x.a].section == "tabellino"
            out.append(((a, b) if x.name == home else (b, a), w["named" if ends else "named_inside"]))
    return out


def _number(t: Tok, vocab: Vocabulary) -> int | None:
    return int(t.text) if t.text.isdigit() and len(t.text) < 3 else vocab.numbers.get(t.low)


def _final_weight(r: Reading, w: Written, teams: list[Name], vocab: Vocabulary, weights: dict[str, float]) -> float:
    """How much speaks for a written score being the final one."""
    sent, last_sent = r.toks[w.a].sent, r.toks[-1].sent
    before, after = _around(r.toks, w, 14, 8)
    half = _half(before[-8:], after[:5], vocab)
    verbs = {verb for low in before[-9:] for verb in lemmas(low)}
    weight = weights["first_lines"] if sent <= 1 else weights["lead"] if sent <= LEAD else 0.0
    if 1 < sent <= LEAD and not before:
        weight += weights["lead_opens"]  # "Due a due, con un rigore sbagliato."
    if verbs & vocab.wins or any(low in vocab.lost_words for low in before):
        weight += weights["winner"]
    if any(low in vocab.final_words for low in before[-5:]) or verbs & vocab.final_verbs:
        of_half = half or "primo" in before or "tempo" in after[:4]
        weight += weights["final_of_half" if of_half else "final"]
    if "per" in before[-1:]:
        weight += weights["behind_per"]
    if _side_order(r, w, teams) is not None:
        weight += weights["sides_early" if sent <= 2 else "sides_late"]
    if half:
        weight += weights["half_time"]
    if _of_another(r, w, vocab, 8, 6) or _unreached(r, w, vocab):
        weight += weights["other_match"]
    if sent > 2 and any(low.isdigit() for low in before[-4:]) and any(low in ("'", "minuto") for low in before[-4:]):
        weight += weights["minute_before"]
    if sent >= last_sent - 2 and sent > LEAD:
        weight += weights["last_lines"]
    return weight


def _of_another(r: Reading, w: Written, vocab: Vocabulary, before: int, behind: int) -> bool:
    """Whether the words near a score speak of another match, of years ago or of what would be enough."""
    near = [t for t in r.toks[max(0, w.a - before) : w.b + behind] if t.sent == r.toks[w.a].sent]
    return any(t.low in vocab.once or of_another(r.toks, t.i, vocab) for t in near)


def _unreached(r: Reading, w: Written, vocab: Vocabulary) -> bool:
    """Whether a score only might have been: "si vede annullare il 2-2", "la palla del 3-1"."""
    before, after = _around(r.toks, w, UNREACHED, 6)
    if len(before) > 1 and before[-1] in vocab.of_team and before[-2] in vocab.chances:
        return "non" not in after
    clause = before[max((k + 1 for k, low in enumerate(before) if low in ",;:"), default=0) :]
    link = clause[-1] if clause else ""
    near = set(clause[:-1]) & vocab.unreached_words
    return link in vocab.to_score and (bool(near) or any(lemmas(low) & vocab.unreached for low in clause[:-1]))


def _oriented(r: Reading, w: Written, teams: list[Name], vocab: Vocabulary, *, told: bool) -> tuple[Score, bool]:
    """Return a written score home first, and whether the words tell which number is whose.

    They do so where it is ``told`` who won the match, not who won on penalties.
    """
    score = (w.first, w.second)
    order = _side_order(r, w, teams)
    if order is not None:
        return (score if order == 0 else (w.second, w.first)), True
    if not told:
        return score, w.draw
    return (score, True) if w.draw else _by_winner(r, w, teams, vocab)


def _by_winner(r: Reading, w: Written, teams: list[Name], vocab: Vocabulary) -> tuple[Score, bool]:
    """Return a score home first by who won it, and whether the sentence tells that."""
    home, away = r.sides
    winner, loser = winner_of(r.toks, w, teams, vocab)
    high, low = max(w.first, w.second), min(w.first, w.second)
    for side, opponent, score in ((home, away, (high, low)), (away, home, (low, high))):
        if (side is not None and winner == side) or (opponent is not None and loser == opponent):
            return score, True
    return (w.first, w.second), False


def _around(toks: list[Tok], w: Written, before: int, after: int) -> tuple[list[str], list[str]]:
    """Return the words of the sentence on either side of a score."""
    sent = toks[w.a].sent
    return (
        [t.low for t in toks[max(0, w.a - before) : w.a] if t.sent == sent],
        [t.low for t in toks[w.b : w.b + after] if t.sent == sent],
    )


def _half(before: list[str], after: list[str], vocab: Vocabulary) -> bool:
    """Whether the words near a score speak of half time."""
    near = {*before, *after}
    if near & vocab.over:
        return False  # "tornano negli spogliatoi a mani vuote"
    return bool(near & vocab.at_half_time) or ({"primo", "tempo"} <= near and "supplementare" not in near)


def _side_order(r: Reading, w: Written, teams: list[Name]) -> int | None:
    """0 when "home-away" stands just before (or after) the score, 1 for "away-home", else None."""
    toks, home = r.toks, r.match.home
    sides = [n for n in teams if n.name in r.sides]
    near = [n for n in sides if n.b <= w.a and w.a - n.b <= 8 and toks[n.a].sent == toks[w.a].sent]
    if len(near) >= 2:
        x, y = near[-2:]
        if x.name != y.name and y.a - x.b == 1 and toks[x.b].text == "-":
            return 0 if x.name == home else 1
    around = [n for n in sides if n.b == w.a or n.a == w.b]
    if len(around) == 2 and around[0].name != around[1].name:
        return 0 if around[0].name == home else 1
    return None


def half_time(r: Reading, vocab: Vocabulary) -> Score | None:
    """Return the score at half time where the text states it."""
    for sheet in r.sheets:
        if sheet.half_time is not None:
            return sheet.half_time
    final = r.match.score
    for w in find_scores(r.toks, vocab.numbers):
        before, after = _around(r.toks, w, 12, 5)
        after = after[: after.index(";")] if ";" in after else after
        if not _half(before[-8:], after, vocab) or r.toks[w.a].section in ("furniture", "other_match"):
            continue
        if _apart(before[-8:], vocab):
            continue
        for score in ((w.first, w.second), (w.second, w.first)):
            if final is None or (score[0] <= final[0] and score[1] <= final[1]):
                return score
    return (0, 0) if _goalless(r, vocab) else None


def _apart(before: list[str], vocab: Vocabulary) -> bool:
    """Whether words before a score say that it only seemed to stand at the break, or part it from the break."""
    at = max((k for k, low in enumerate(before) if low in vocab.at_half_time), default=len(before))
    return bool(vocab.seeming & set(before) or vocab.half_time_apart & set(before[at:]))


def _goalless(r: Reading, vocab: Vocabulary) -> bool:
    """Whether the break comes "a reti inviolate"."""
    for t in r.toks[1:]:
        if t.low in vocab.goalless and r.toks[t.i - 1].low == "reti" and t.section not in NO_PROSE:
            before, after = _around(r.toks, Written(t.i - 1, t.i + 1, 0, 0), 8, 5)
            if _half(before, after, vocab) and not _apart(before, vocab):
                return True
    return False


def shootout(r: Reading, vocab: Vocabulary) -> Score | None:
    """Return the result of the penalty shoot-out, if there was one."""
    for sheet in r.sheets:
        if sheet.shootout is not None:
            return sheet.shootout
    if not kicks_decide(r, vocab):
        return None
    teams = [n for n in r.names if n.label == "TEAM"]
    best: tuple[float, Score] | None = None
    for w in find_scores(r.toks, vocab.numbers):
        if w.draw or max(w.first, w.second) < 2 or not of_shootout(r, w, vocab):
            continue
        score, _ = _by_winner(r, w, teams, vocab)
        weight = float(max(score) >= 3) + (1.0 if (w.first, w.second) != r.match.score else -2.0)
        if best is None or weight > best[0]:
            best = (weight, score)
    return best[1] if best is not None and best[0] > 0 else None
