"""Who coaches and who referees: what the whole text says of a person, weighed once the sides are known."""

from __future__ import annotations

from core.gazetteer import Gazetteer
from core.knowledge import fold
from core.reading import Human, Name, Reading
from core.tokens import Tok
from core.verbs import analyses, lemmas
from core.vocabulary import Vocabulary, words


def relabel(r: Reading, gaz: Gazetteer) -> None:
    """Turn players whom the text shows on the bench or with the whistle into coaches and referees."""
    vocab, weights = words("names"), r.lex.words["weights"]["bench"]
    at: dict[int, list[Name]] = {}
    for n in r.names:
        if n.person >= 0:
            at.setdefault(n.person, []).append(n)
    teams = {n.b: n for n in r.names if n.label == "TEAM" and n.rule != "ref"}
    for human in r.people:
        if human.label not in ("PLAYER", "PERSON", "COACH") or human.lineup or human.rule == "sheet":
            continue
        names = at.get(human.id, [])
        coach = _coach(r, human, names, teams, gaz, vocab, weights)
        whistle = _referee(r, human, names, gaz, vocab, weights)
        played = _played(r, names, vocab, weights)
        if human.label == "COACH" and coach - played < weights["keep_coach"]:
            human.label = "PLAYER"
        elif whistle - played >= weights["need"] and whistle > coach:
            human.label = "REFEREE"
            for n in names:
                n.label = "REFEREE"
        elif coach - played >= weights["need"] and coach >= whistle:
            human.label = "COACH"


def _coach(
    r: Reading,
    human: Human,
    names: list[Name],
    teams: dict[int, Name],
    gaz: Gazetteer,
    v: Vocabulary,
    w: dict[str, float],
) -> float:
    score = 0.0
    known = [row for form in {fold(human.name), *map(fold, human.forms)} for row in gaz.coaches.get(form, ())]
    if known:
        of_side = [row for row in known if row[1] in r.sides]
        near = [
            row for row in of_side if r.match.season and row[2] and abs(int(row[2][:4]) - int(r.match.season[:4])) <= 1
        ]
        score += w["coach_near"] if near else w["coach_of_side"] if of_side else w["coach_elsewhere"]
    here = [row[2] for form in map(fold, human.forms) for row in gaz.surnames.get(form, ()) if row[1] in r.sides]
    if r.squads and here:
        year = int(r.match.season[:4]) if r.match.season else None
        score -= w["plays_here"] * (
            0.3 if year is None else 1.0 if any(abs(int(s[:4]) - year) <= 1 for s in here) else 0.0
        )
    for n in names:
        before = [t for t in r.toks[max(0, n.a - 4) : n.a] if t.sent == r.toks[n.a].sent]
        lows = [t.low for t in before]
        if lows and lows[-1] in ("di", "d'", "del"):
            if (n.a - 1) in teams and len(lows) > 1:
                score += w["team_of"]
            elif len(lows) > 1 and lows[-2] in v.coach_links:
                score += w["squad_of"]
        if lows and lows[-1] in v.coach_roles:
            score += w["coach_role"]
        after = [t for t in r.toks[n.b : n.b + 6] if t.sent == r.toks[n.a].sent]
        if after and after[0].text in ",(" and any(t.low in v.coach_roles for t in after[1:4]):
            score += w["coach_role"]
        verbs = _next_verbs(after)
        soon = {t.low for t in after}
        if verbs & v.bench_verbs or (
            verbs & {"mandare", "gettare", "buttare", "mettere", "togliere"} and soon & {"campo", "mischia", "dentro"}
        ):
            score += w["bench_verb"]
        elif verbs & v.coach_verbs:
            score += w["coach_verb"]
        if "suoi" in soon and soon & {"ai", "i", "dei"}:
            score += w["coach_verb"] * 2
        if lows[-2:] in (
            ["panchina", "di"],
            ["scelte", "di"],
            ["mossa", "di"],
            ["mosse", "di"],
            ["cambi", "di"],
            ["scelta", "di"],
        ):
            score += w["squad_of"]
    return score


def _next_verbs(after: list[Tok]) -> set[str]:
    """Return the verbs in the three words behind a name, before any mark or conjunction."""
    out: set[str] = set()
    for t in after[:3]:
        if not t.word or t.low in ("e", "ed", "ma", "che"):
            break
        out |= lemmas(t.low)
    return out


def _referee(r: Reading, human: Human, names: list[Name], gaz: Gazetteer, v: Vocabulary, w: dict[str, float]) -> float:
    score = 0.0
    if any(form in gaz.referees for form in {fold(human.name), *map(fold, human.forms)}):
        score += w["referee_known"]
    for n in names:
        sent = r.toks[n.a].sent
        lows = [t.low for t in r.toks[max(0, n.a - 4) : n.a] if t.sent == sent]
        after = [t for t in r.toks[n.b : n.b + 9] if t.sent == sent]
        if lows and (
            lows[-1] in v.referee_roles or (lows[-1] in (".", ":") and len(lows) > 1 and lows[-2] in v.referee_roles)
        ):
            score += w["referee_role"]
        verbs = {f.lemma for t in after[:3] for f in analyses(t.low) if f.finite}
        soon = {t.low for t in after}
        if verbs & v.referee_verbs and soon & v.official_objects:
            score += w["official"]
        if after and after[0].low == "di" and any(m.a == n.b + 1 and m.label == "PLACE" for m in r.names):
            score += w["of_town"]
        if (
            lows
            and lows[-1] in ("da",)
            and any(
                t.low
                in (
                    "diretta",
                    "arbitrata",
                    "concesso",
                    "assegnato",
                    "fischiato",
                    "espulso",
                    "ammonito",
                    "annullato",
                    "decretato",
                )
                for t in r.toks[max(0, n.a - 6) : n.a]
            )
        ):
            score += w["official"]
        if after and after[0].low == "non" and any(t.low == "ha" for t in after[:2]) and "dubbi" in soon:
            score += w["official"]
    return score


def _played(r: Reading, names: list[Name], v: Vocabulary, w: dict[str, float]) -> float:
    """Return what shows the person with the ball."""
    score = 0.0
    for n in names:
        after = [t for t in r.toks[n.b : n.b + 3] if t.sent == r.toks[n.a].sent]
        if not after or not after[0].word:
            continue
        for t in after[:2]:
            if any(f.finite and f.lemma in v.playing for f in analyses(t.low)):
                score += w["playing"]
                break
        before = [t.low for t in r.toks[max(0, n.a - 2) : n.a] if t.sent == r.toks[n.a].sent]
        if (
            before
            and before[-1] in v.player_nouns
            or (len(before) > 1 and before[-1] == "di" and before[-2] in v.player_nouns)
        ):
            score += w["playing"]
    return score
