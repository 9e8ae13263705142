"""Score, half time, shoot-out, competition, ground and date, read from the words of the report."""

from __future__ import annotations

import re
from collections import defaultdict

from core.gazetteer import Gazetteer
from core.reading import Name, Reading
from core.schema import Score
from core.scores import Written, find_scores
from core.sides import winner_of
from core.tokens import Tok
from core.verbs import lemmas
from core.vocabulary import Vocabulary

MONTHS = {
    m: i + 1
    for i, m in enumerate(
        "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre".split()  # noqa: SIM905
    )
}


def final_scores(r: Reading, teams: list[Name], vocab: Vocabulary) -> dict[Score, float]:
    """Hypotheses of the final score, home first, with what speaks for each."""
    home, away = r.sides
    for sheet in r.sheets:
        if sheet.score is not None:
            return {sheet.score: 20.0}
    weights: dict[Score, float] = defaultdict(float)
    running: list[Score] = []
    for w in find_scores(r.toks, vocab.numbers):
        if r.toks[w.a].section in ("furniture", "other_match", "tabellino"):
            continue
        weight, score, sure = _final_weight(r, w, teams, home, away, vocab)
        weights[score] += max(weight, 0.05)
        if not sure and not w.draw:
            weights[score[1], score[0]] += max(0.8 * weight, 0.04)
        if weight <= 0.5 and r.toks[w.a].section in ("prose", "live"):
            running.append((w.first, w.second))
    if running:
        top = max(running, key=sum)
        weights[top] += 0.8
        weights[top[1], top[0]] += 0.3
    for score, weight in _named_scores(r, home, away, vocab):
        weights[score] += weight
    return dict(weights)


def _named_scores(r: Reading, home: str | None, away: str | None, vocab: Vocabulary) -> list[tuple[Score, float]]:
    """Return "Genoa due, Juventus uno": a number word behind each side."""
    out = []
    teams = [n for n in r.names if n.label == "TEAM" and n.name in (home, away)]
    for x, y in zip(teams, teams[1:], strict=False):
        if x.name == y.name or y.b >= len(r.toks) or y.a - x.b > 3 or r.toks[x.a].sent != r.toks[y.a].sent:
            continue
        a, b = r.toks[x.b], r.toks[y.b]
        n = [int(t.text) if t.text.isdigit() and len(t.text) < 3 else vocab.numbers.get(t.low) for t in (a, b)]
        if n[0] is not None and n[1] is not None and y.a - x.b >= 1:
            score = (n[0], n[1]) if x.name == home else (n[1], n[0])
            out.append((score, 5.0))
    return out


def _final_weight(
    r: Reading, w: Written, teams: list[Name], home: str | None, away: str | None, vocab: Vocabulary
) -> tuple[float, Score, bool]:
    """How much speaks for a written score being the final one, its orientation, and whether that is sure."""
    toks = r.toks
    sent = toks[w.a].sent
    last_sent = toks[-1].sent
    low = [t.low for t in toks[max(0, w.a - 14) : w.a] if t.sent == sent]
    after = [t.low for t in toks[w.b : w.b + 8] if t.sent == sent]
    weight = 0.0
    order = _side_order(toks, w, teams, home, away)
    if sent <= 1:
        weight += 2.5
    elif sent <= 4:
        weight += 1.2
    verbs = set().union(*(lemmas(x) for x in low[-9:])) if low else set()
    if verbs & vocab.wins or any(x in vocab.lost_words for x in low):
        weight += 2.0
    if any(x in vocab.final_words for x in low[-5:]) or verbs & vocab.final_verbs:
        weight += 2.5 if "primo" not in low and "tempo" not in after[:4] and not _half(low, after, vocab) else -1.0
    if "per" in low[-1:]:
        weight += 1.0
    if order is not None:
        weight += 3.0 if sent <= 2 else 1.0
    if _half(low, after, vocab):
        weight -= 4.0
    if any(x in ("andata", "scorsa", "scorso", "precedente", "ritorno", "prossima") for x in low[-8:] + after[:6]):
        weight -= 3.0
    if any(x.isdigit() for x in low[-4:]) and any(x in ("'", "minuto") for x in low[-4:]) and sent > 2:
        weight -= 1.5
    if sent >= last_sent - 2 and sent > 4:
        weight += 0.7
    score = (w.first, w.second)
    if order == 1:
        score = (w.second, w.first)
    elif order is None and not w.draw:
        winner, loser = winner_of(toks, w, teams, vocab)
        hi, lo = max(score), min(score)
        if winner == home or loser == away:
            score = (hi, lo)
        elif winner == away or loser == home:
            score = (lo, hi)
        else:
            return weight - (0.5 if r.toks[w.a].sent > 4 else 0.0), score, False
    return weight, score, True


def _half(low: list[str], after: list[str], vocab: Vocabulary) -> bool:
    near = low[-8:] + after[:5]
    return any(x in ("intervallo", "riposo", "spogliatoi", "tè") for x in near) or (
        "primo" in near and "tempo" in near and "supplementare" not in near
    )


def _side_order(toks: list[Tok], w: Written, teams: list[Name], home: str | None, away: str | None) -> int | None:
    """0 when "home-away" stands just before (or after) the score, 1 for "away-home", else None."""
    near = [
        n
        for n in teams
        if n.b <= w.a and w.a - n.b <= 8 and toks[n.a].sent == toks[w.a].sent and n.name in (home, away)
    ]
    if len(near) >= 2:
        x, y = near[-2], near[-1]
        if x.name != y.name and y.a - x.b == 1 and toks[x.b].text == "-":
            return 0 if x.name == home else 1
    around = [n for n in teams if n.name in (home, away) and (n.b == w.a or n.a == w.b)]
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
        t = r.toks[w.a]
        low = [x.low for x in r.toks[max(0, w.a - 12) : w.a] if x.sent == t.sent]
        after = [x.low for x in r.toks[w.b : w.b + 5] if x.sent == t.sent]
        if not _half(low, after, vocab) or t.section in ("furniture", "other_match"):
            continue
        for score in ((w.first, w.second), (w.second, w.first)):
            if final is None or (score[0] <= final[0] and score[1] <= final[1]):
                return score
    return None


def shootout(r: Reading, vocab: Vocabulary) -> Score | None:
    """Return the result of the penalty shoot-out, if there was one."""
    for sheet in r.sheets:
        if sheet.shootout is not None:
            return sheet.shootout
    text = " ".join(t.low for t in r.toks)
    if not any(phrase in text for phrase in vocab.shootout_words):
        return None
    home, away = r.sides
    teams = [n for n in r.names if n.label == "TEAM"]
    best: tuple[float, Score] | None = None
    for w in find_scores(r.toks, vocab.numbers):
        sent = r.toks[w.a].sent
        near = " ".join(t.low for t in r.toks[max(0, w.a - 14) : w.b + 10] if t.sent == sent)
        if w.draw or max(w.first, w.second) < 2 or not re.search(r"rigori|dischetto|d\.? ?c\.? ?r", near):
            continue
        winner, loser = winner_of(r.toks, w, teams, vocab)
        hi, lo = max(w.first, w.second), min(w.first, w.second)
        score = (w.first, w.second)
        if winner == home or loser == away:
            score = (hi, lo)
        elif winner == away or loser == home:
            score = (lo, hi)
        weight = float(hi >= 3) + (1.0 if (w.first, w.second) != r.match.score else -2.0)
        if best is None or weight > best[0]:
            best = (weight, score)
    return best[1] if best is not None and best[0] > 0 else None


def competition(r: Reading) -> str | None:
    """Return the competition that the match belongs to, not one that is hoped for."""
    best: tuple[float, str] | None = None
    for n in r.names:
        if n.label != "COMPETITION":
            continue
        sent = r.toks[n.a].sent
        low = [t.low for t in r.toks[max(0, n.a - 8) : n.a] if t.sent == sent]
        weight = max(0.0, 3.0 - 0.4 * sent)
        if set(low) & {"giornata", "turno", "girone", "quarti", "semifinale", "finale", "ottavi", "gara", "andata", "ritorno",
                       "sedicesimi", "trentaduesimi", "valida", "valido", "gruppo", "fase", "recupero", "playoff", "play"}:  # fmt: skip
            weight += 2.5
        if set(low[-4:]) & {
            "zona",
            "corsa",
            "verso",
            "sogno",
            "posto",
            "qualificazione",
            "obiettivo",
            "dalla",
            "prossima",
            "prossimo",
        }:
            weight -= 3.0
        if weight > 0 and (best is None or weight > best[0]):
            best = (weight, n.name or n.text)
    return best[1] if best is not None else None


def stadium(r: Reading, gaz: Gazetteer) -> str | None:
    """Return the ground of the match."""
    best: tuple[float, str] | None = None
    for n in r.names:
        if n.label != "STADIUM":
            continue
        weight = 3.0 - 0.1 * r.toks[n.a].sent + (2.0 if r.match.home in gaz.grounds.get(n.name, ()) else 0.0)
        if best is None or weight > best[0]:
            best = (weight, n.text)
    return best[1] if best is not None else None


def date_of(r: Reading) -> str | None:
    """Return the ISO date where day, month and year stand in the text."""
    text = r.view.text.lower()
    months = "|".join(MONTHS)
    m = re.search(rf"\b(\d{{1,2}})°? ({months}) (\d{{4}})\b", text)
    if m:
        return f"{int(m[3]):04d}-{MONTHS[m[2]]:02d}-{int(m[1]):02d}" if 1 <= int(m[1]) <= 31 else None
    m = re.search(r"\b(\d{1,2})[/.](\d{1,2})[/.]((?:19|20)\d{2})\b", text)
    if m and 1 <= int(m[2]) <= 12 and 1 <= int(m[1]) <= 31:
        return f"{int(m[3]):04d}-{int(m[2]):02d}-{int(m[1]):02d}"
    return None


def season_of(date: str | None) -> str | None:
    """Return the season ("2017/18") of an ISO date; it changes in July."""
    if date is None:
        return None
    year, month = int(date[:4]), int(date[5:7])
    first = year if month >= 7 else year - 1
    return f"{first}/{(first + 1) % 100:02d}"
