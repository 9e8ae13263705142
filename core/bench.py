"""Who coaches and who referees: what the whole text says of a person, weighed once the sides are known."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from core.entities import BENCH, sent_there
from core.gazetteer import Gazetteer
from core.knowledge import fold
from core.reading import Human, Name, Reading
from core.tokens import Tok
from core.verbs import analyses, lemmas
from core.vocabulary import Vocabulary, words

HOUSE = "casa"
OF = ("di", "d'", "del")
CONJUNCTIONS = ("e", "ed", "ma", "che")
SENT_ON = 4
"""Words behind "in campo" among which he is named who is sent on."""
DECIDED = 6
"""Words before "da X" among which stands what X did."""
CLAUSE = 16
"""So many words behind a name are read for what its bearer decides."""
COULD_BE = ("PLAYER", "PERSON", "COACH")


def relabel(r: Reading, gaz: Gazetteer) -> None:
    """Turn players whom the text shows on the bench or with the whistle into coaches and referees."""
    bench = Bench(r, gaz)
    at: dict[int, list[Name]] = {}
    for n in r.names:
        if n.person >= 0:
            at.setdefault(n.person, []).append(n)
    for human in r.people:
        if human.label not in COULD_BE or human.lineup or human.rule == "sheet":
            continue
        names = at.get(human.id, [])
        spots = [bench.spot(n) for n in names]
        coach = bench.known_coach(human) + sum(map(bench.coach, spots))
        whistle = bench.known_referee(human) + sum(map(bench.referee, spots))
        played = sum(map(bench.played, spots))
        need = bench.weights["need"]
        if human.label == "COACH" and coach - played < bench.weights["keep_coach"]:
            human.label = "PLAYER"
        elif whistle - played >= need and whistle > coach:
            human.label = "REFEREE"
            for n in names:
                n.label = "REFEREE"
        elif coach - played >= need and coach >= whistle:
            human.label = "COACH"
        if human.label == "COACH" and spots and all(map(bench.elsewhere, spots)):
            human.label = "PERSON"


@dataclass(slots=True)
class Spot:
    """One occurrence of a name with the words of its sentence on either side."""

    name: Name
    before: list[str]
    after: list[Tok]

    def last(self, k: int) -> str:
        """Return the ``k``-th word before the name, "" where there is none."""
        return self.before[-k] if len(self.before) >= k else ""

    @property
    def soon(self) -> set[str]:
        """The six words behind the name."""
        return {t.low for t in self.after[:6]}


class Bench:
    """The witnesses for coaches and referees in one reading."""

    def __init__(self, r: Reading, gaz: Gazetteer) -> None:
        self.r = r
        self.gaz = gaz
        self.vocab: Vocabulary = words("names")
        self.weights: dict[str, float] = r.lex.words["weights"]["bench"]
        self.team_ends = {n.b for n in r.names if n.label == "TEAM" and n.rule != "ref"}
        self.side_ends = {n.b for n in r.names if n.label == "TEAM" and (n.name in r.sides or not n.name)}
        self.people = {k for n in r.names if n.person >= 0 for k in range(n.a, n.b)}
        self.towns = {n.a for n in r.names if n.label == "PLACE"}
        self.year = int(r.match.season[:4]) if r.match.season else None

    def spot(self, n: Name) -> Spot:
        """Return a name with the words round it."""
        toks, sent = self.r.toks, self.r.toks[n.a].sent
        before = [t.low for t in toks[max(0, n.a - 6) : n.a] if t.sent == sent]
        return Spot(n, before, [t for t in toks[n.b : n.b + 9] if t.sent == sent])

    def known_coach(self, human: Human) -> float:
        """Return what the lexicon says: coach of a side, of another club, or a player of one of the two."""
        w, sides = self.weights, self.r.sides
        forms = {fold(human.name), *map(fold, human.forms)}
        known = [row for form in forms for row in self.gaz.coaches.get(form, ())]
        of_side = [when for _, club, when in known if club in sides]
        near = [when for when in of_side if when and self._near(when)]
        score = 0.0
        if known:
            score += w["coach_near" if near else "coach_of_side" if of_side else "coach_elsewhere"]
        plays = [row for form in map(fold, human.forms) for row in self.gaz.surnames.get(form, ())]
        seasons = [when for _, club, when, _, _ in plays if club in sides]
        if self.r.squads and seasons:
            if self.year is None:
                score -= w["plays_here"] * w["season_unknown"]
            elif any(self._near(when) for when in seasons):
                score -= w["plays_here"]
        return score

    def _role_of_side(self, s: Spot) -> bool:
        """Whether the office of a coach stands before "of" and a side: "il mister del Monteverde, Rossi"."""
        pairs = zip(s.before, s.before[1:], strict=False)
        return any(role in self.vocab.coach_roles and role != BENCH and of in words("clauses").of for role, of in pairs)

    def elsewhere(self, s: Spot) -> bool:
        """Whether a coach is told of a club that does not play here, or of days past: "l'Ajax di Heitinga"."""
        if "quando" in s.before and {*s.before, *(t.low for t in s.after[:1])} & self.vocab.sat_once:
            return True  # "quando sulla panchina sedeva Conte"
        return s.last(1) in OF and s.name.a - 1 in self.team_ends and s.name.a - 1 not in self.side_ends

    def _near(self, season: str) -> bool:
        return self.year is not None and abs(int(season[:4]) - self.year) <= 1

    def coach(self, s: Spot) -> float:
        """Return what one occurrence says for a coach."""
        w, v = self.weights, self.vocab
        score = 0.0
        if s.last(1) in OF and s.last(2):
            if s.name.a - 1 in self.team_ends:
                score += w["team_of"]  # "il Genoa di Maran"
            elif s.last(2) in v.coach_links:
                score += w["squad_of"]  # "la squadra di Gotti"
            elif s.last(2) in v.host_nouns and (s.last(2) != HOUSE or s.last(3) == "di"):
                score += w["squad_of"]  # "i padroni di casa di Gotti", "gli ospiti di Gotti"
        benched = s.last(1) == BENCH and sent_there(self.r.toks, s.name.a - 1, v)
        if s.last(1) in v.coach_roles and not benched:
            score += w["coach_role"]
        if s.after and s.after[0].text in ",(" and any(t.low in v.coach_roles and t.low != BENCH for t in s.after[1:4]):
            score += w["coach_role"]
        if s.last(1) == "," and s.last(2) in v.coach_roles and s.last(2) != BENCH:
            score += w["coach_role"]  # "il loro mister, Rossi,"
        elif s.last(1) == "," and s.name.a - 1 in self.side_ends and self._role_of_side(s):
            score += w["coach_role"]  # "dice il mister del Monteverde, Rossi"
        if len(s.after) > 1 and s.after[0].low in ("il", "l'") and s.after[1].low in v.coach_roles:
            score += w["coach_role"]  # "Rossi il commissario"
        score += self._moves(s)
        verbs, soon = _next_verbs(s.after), s.soon
        if verbs & v.bench_verbs or (verbs & v.sending_verbs and self._sends_on(s)):
            score += w["bench_verb"]
        elif verbs & v.coach_verbs:
            score += w["coach_verb"]
        if "suoi" in soon and soon & {"ai", "i", "dei"}:
            score += 2 * w["coach_verb"]
        if s.last(1) == "di" and s.last(2) in v.coach_moves:
            score += w["squad_of"]
        if self._phrased(s, v.coach_before, v.coach_behind):
            score += w["bench_phrase"]
        return score

    def _sends_on(self, s: Spot) -> bool:
        """Whether the verb behind a name sends a man on: "manda in campo Rossi", not "la mette dentro"."""
        v = self.vocab
        if not s.soon & v.onto_pitch or s.soon & words("frames").balls:
            return False
        there = next(k for k, t in enumerate(s.after) if t.low in v.onto_pitch)
        sent_on = any(t.i in self.people for t in s.after[there + 1 : there + 1 + SENT_ON])
        return s.after[0].low not in words("clauses").clitics and sent_on

    def _moves(self, s: Spot) -> float:
        """Return what is told of him behind his name: "che allena", "corre ai ripari", "mette Rossi per Bianchi"."""
        w, v, toks = self.weights, self.vocab, self.r.toks
        if any(t.low in v.trains for t in s.after[:3]):
            return w["coach_role"]
        told = [t for t in toks[s.name.b : s.name.b + CLAUSE] if t.sent == toks[s.name.a].sent]
        own = [t for t in told if t.i not in self.people]
        stop = next((k for k, t in enumerate(told) if t.i in self.people), len(told))
        if any(re.match(phrase, " ".join(t.low for t in told[:stop]) + " ") for phrase in v.coach_phrases):
            return w["bench_verb"]
        if v.in_his_place & {t.low for t in told[:stop]}:
            return 0.0  # "prende il posto di Rossi"
        swaps = any(t.low == "per" and t.i - 1 in self.people and t.i + 1 in self.people for t in own)
        return w["bench_verb"] if swaps and _next_verbs(s.after) & v.swapping_verbs else 0.0

    def known_referee(self, human: Human) -> float:
        """Return what the lexicon says."""
        forms = {fold(human.name), *map(fold, human.forms)}
        return self.weights["referee_known"] if any(form in self.gaz.referees for form in forms) else 0.0

    def referee(self, s: Spot) -> float:
        """Return what one occurrence says for a referee."""
        w, v, after = self.weights, self.vocab, s.after
        score = 0.0
        if s.last(1) in v.referee_roles or (s.last(1) in (".", ":") and s.last(2) in v.referee_roles):
            score += w["referee_role"]
        verbs = {form.lemma for t in after[:3] for form in analyses(t.low) if form.finite}
        soon = {t.low for t in after}
        if verbs & v.referee_verbs and soon & v.official_objects:
            score += w["official"]
        if after and after[0].low == "di" and s.name.b + 1 in self.towns:
            score += w["of_town"]  # "Colombini di Como"
        if s.last(1) == "da" and self._done_by(s.name) in v.decided:
            score += w["official"]  # "gara diretta da", "rigore concesso da"
        if self._phrased(s, v.referee_before, v.referee_behind):
            score += w["official"]
        return score

    def _phrased(self, s: Spot, before: list[str], behind: list[str]) -> bool:
        """Whether a phrase that tells an office ends just before a name or begins just behind it."""
        toks, sent = self.r.toks, self.r.toks[s.name.a].sent
        said = "".join(t.low + " " for t in toks[max(0, s.name.a - CLAUSE) : s.name.a] if t.sent == sent)
        own = next((k for k in range(s.name.b, s.name.b + CLAUSE) if k in self.people), s.name.b + CLAUSE)
        told = " ".join(t.low for t in toks[s.name.b : own] if t.sent == sent)
        return bool(_ends_with(tuple(before)).search(said) or _begins_with(tuple(behind)).match(told))

    def _done_by(self, n: Name) -> str:
        """The participle or noun that "da X" belongs to: of "rigore concesso e trasformato da X" the last."""
        near = [t.low for t in self.r.toks[max(0, n.a - DECIDED) : n.a - 1]]
        decided = self.vocab.decided
        done = (low for low in reversed(near) if low in decided or any(f.mood == "part" for f in analyses(low)))
        return next(done, "")

    def played(self, s: Spot) -> float:
        """Return what shows the person with the ball."""
        w, v = self.weights, self.vocab
        if not s.after or not s.after[0].word:
            return 0.0
        score = 0.0
        if any(form.finite and form.lemma in v.playing for t in s.after[:2] for form in analyses(t.low)):
            score += w["playing"]
        if s.last(1) in v.changed or (s.last(1) == "fuori" and "dentro" in s.soon):
            score += w["playing"]
        if s.last(1) in v.player_nouns or (s.last(1) == "di" and s.last(2) in v.player_nouns):
            score += w["playing"]
        return score


@lru_cache(4)
def _ends_with(phrases: tuple[str, ...]) -> re.Pattern[str]:
    """One pattern for all phrases that end just before a name."""
    return re.compile(rf"(?:^|[ '])(?:{'|'.join(phrases)}) ?$")


@lru_cache(4)
def _begins_with(phrases: tuple[str, ...]) -> re.Pattern[str]:
    """One pattern for all phrases that begin just behind a name, or behind another thing that its bearer does."""
    return re.compile(rf"(?:[a-zàèéìòù' ]{{1,40}} e )?(?:{'|'.join(phrases)})(?: |$)")


def _next_verbs(after: list[Tok]) -> set[str]:
    """Return the verbs in the three words behind a name, before any mark or conjunction, but for the passive."""
    out: set[str] = set()
    done_to_him = False
    for t in after[:3]:
        if not t.word or t.low in CONJUNCTIONS or t.low == "per":
            break
        forms = analyses(t.low)
        by_the_way = all(f.mood == "ger" for f in forms)  # "richiama Rossi inserendo Verdi"
        if not by_the_way and (not done_to_him or not all(f.mood == "part" for f in forms)):
            out |= lemmas(t.low)
        done_to_him = any(f.lemma in words("clauses").passive for f in forms)
    return out
