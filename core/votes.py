"""What the incidents say about who plays for whom: their votes on the sides of the people."""

from __future__ import annotations

from collections.abc import Iterator

from core.reading import Reading
from core.verbs import finite
from core.vocabulary import words

TRIES = ("attempt", "beat", "goal", "test", "ball")
"""Acts of who tries to score."""
SAVED_FROM = 8
"""Tokens behind a goalkeeper within which it is told whose attempt he stops."""
HOME = ("di", "casa")
TEAM_ACTS = ("attempt", "goal", "state", "pass", "off", "wood", "test", "ball")
"""Acts of a player that his side is the subject of."""
CHANGE_REACH = 8
"""Tokens by which a side may be named behind the words for a change or card."""
UNSURE = 0.45
"""The belief below which a scorer has no sure side."""
CLEAR = 0.6
"""How far the accounts of the goals must agree on a scorer's side."""
LIKELY_KEEPER = 0.8
"""From this belief on a man keeps goal beside one who surely does."""
TOLD, TOLD_WELL = 0.6, 0.7
"""Weights from which on a goal counts as told, and its written score as its own."""


def vote(r: Reading) -> None:
    """Let goals, attempts, changes, cards, penalties, acts and keepers vote."""
    _running_scores(r)
    _goals(r)
    _states(r)
    _shots(r)
    _men(r)
    _penalties(r)
    _acts(r)
    _keepers(r)
    _unnamed_keepers(r)


def _weights() -> dict[str, float]:
    weights: dict[str, float] = words("weights").votes
    return weights


def _sign(r: Reading, team: str | None) -> float:
    """1 for the home side, -1 for the other."""
    return 1.0 if team == r.match.home else -1.0


def _goals(r: Reading) -> None:
    v = _weights()
    for goal in r.told.goals:
        sign = -1.0 if goal.own else 1.0  # who crosses before an own goal, and the keeper beaten, change sides
        r.graph.tie(goal.who, goal.assist, sign * v["assist"])
        if goal.keeper >= 0:
            r.graph.tie(goal.who, goal.keeper, sign * v["beaten"])
        if goal.team and goal.who >= 0:
            weight = v["counted"] if goal.counted else v["goal_of"]
            r.graph.anchor(goal.who, (-weight if goal.own else weight) * _sign(r, goal.team))


def _states(r: Reading) -> None:
    """Who levels or reduces plays against who scored before; who doubles plays with him."""
    v = _weights()
    body = sorted((g for g in r.told.goals if g.who >= 0 and g.weight >= TOLD), key=lambda g: g.pos)
    for before, goal in zip(body, body[1:], strict=False):
        if goal.who == before.who or goal.own or before.own:
            continue
        if goal.state in ("level", "behind"):
            r.graph.tie(goal.who, before.who, v["levels"])
        elif goal.state == "more":
            r.graph.tie(goal.who, before.who, v["doubles"])


def _shots(r: Reading) -> None:
    v = _weights()
    for shot in r.told.shots:
        if shot.keeper >= 0 and shot.result == "saved":
            r.graph.tie(shot.who, shot.keeper, v["saved"])
        if shot.passer >= 0:
            r.graph.tie(shot.who, shot.passer, v["passer"])


def _men(r: Reading) -> None:
    """Changes and cards."""
    v = _weights()
    for change in r.told.changes:
        r.graph.tie(change.in_, change.out, v["change"] * change.weight)
        _of_side(r, change.pos, (change.in_, change.out), v["side_changes"])
    for booking in r.told.cards:
        _of_side(r, booking.pos, (booking.who,), v["side_booked"])


def _of_side(r: Reading, pos: int, people: tuple[int, ...], weight: float) -> None:
    """A side named earlier in the sentence and alone in it is the side of whom the sentence changes or books."""
    sent = r.toks[pos].sent
    named = {
        n.name
        for n in r.names
        if n.label == "TEAM"
        and not n.adjective
        and n.name in r.sides
        and r.toks[n.a].sent == sent
        and n.a < pos + CHANGE_REACH
        and not any(t.text in ",;:" or (t.i > pos and finite(t.low)) for t in r.toks[pos : n.a])
    }
    if len(named) == 1:
        sign = _sign(r, named.pop())
        for person in people:
            r.graph.anchor(person, weight * sign)


def _penalties(r: Reading) -> None:
    v = _weights()
    for p in r.told.penalties:
        r.graph.tie(p.fouled, p.fouler, v["fouler"])
        r.graph.tie(p.fouled, p.taker, v["taker"])
        r.graph.tie(p.taker, p.fouler, v["taker_fouler"])
        r.graph.tie(p.taker, p.keeper, v["taker_keeper"])


def _acts(r: Reading) -> None:
    v = _weights()
    for act in r.walk:
        stops = act.who >= 0 and r.people[act.who].goalkeeper >= LIKELY_KEEPER and act.kind in TRIES
        if act.team in r.sides and act.team is not None and act.who >= 0 and act.kind in TEAM_ACTS and not stops:
            r.graph.anchor(act.who, (v["act_bound"] if act.bound else v["act"]) * _sign(r, act.team))
        if act.kind == "pass" and act.who >= 0 and act.whom >= 0:
            r.graph.tie(act.who, act.whom, v["pass"])


def _unnamed_keepers(r: Reading) -> None:
    """Who tries against "il portiere ospite", "l'estremo di casa" or "il portiere del Renate" is of the other side."""
    for at, team in _keepers_of_sides(r):
        sent = r.toks[at].sent
        tries = [a for a in r.walk if a.sent == sent and a.kind in TRIES and a.who >= 0 and a.bound and a.real]
        before = [a for a in tries if a.pos < at]
        saved = [a for a in tries if at < a.pos <= at + SAVED_FROM and a.category == "attempt_noun"]
        for act in before[-1:] or saved[:1]:
            r.graph.anchor(act.who, -_weights()["keeper_of"] * _sign(r, team))


def _keepers_of_sides(r: Reading) -> Iterator[tuple[int, str]]:
    """Yield the tokens of words for a goalkeeper whom nobody names, with his side."""
    nouns, toks = words("names").goalkeeper | words("frames").keeper_nouns, r.toks
    people = {n.a for n in r.names if n.person >= 0}
    for n in r.names:
        if n.label != "TEAM" or n.name not in r.sides or n.b in people:
            continue
        of = 0 if n.adjective else 1
        at = n.a - 1 - of
        if at >= 0 and toks[at].low in nouns and (n.adjective or toks[n.a - 1].low in words("clauses").of):
            yield at, n.name
    for t, then, place in zip(toks, toks[1:], toks[2:], strict=False):
        if t.low in nouns and (then.low, place.low) == HOME and r.match.home and place.i + 1 not in people:
            yield t.i, r.match.home


def _keepers(r: Reading) -> None:
    """Two keepers are opponents; one of the two may be none so surely."""
    keepers = [p for p in r.people if p.goalkeeper >= LIKELY_KEEPER and p.label == "PLAYER"]
    sure = max((p.goalkeeper for p in keepers), default=0.0) >= 1.0
    if len(keepers) == 2 and sure:
        r.graph.tie(keepers[0].id, keepers[1].id, _weights()["keepers"])


def _running_scores(r: Reading) -> None:
    """A running score that grows by one says which side scored, once we know whether it is written home first."""
    goals = [(g, g.score) for g in r.told.goals if g.score is not None and g.weight >= TOLD_WELL]
    final = r.match.score
    if final is None or not goals:
        return
    home_first = sum(s[0] <= final[0] and s[1] <= final[1] for _, s in goals)
    away_first = sum(s[1] <= final[0] and s[0] <= final[1] for _, s in goals)
    if away_first > home_first:
        return
    before = (0, 0)
    for g, score in goals:
        step = (score[0] - before[0], score[1] - before[1])
        alone = final[0] == 0 or final[1] == 0
        if (
            step in ((1, 0), (0, 1))
            and score[0] <= final[0]
            and score[1] <= final[1]
            and (before != (0, 0) or home_first > 1 or alone)
        ):
            g.team, g.counted = (r.match.home if step == (1, 0) else r.match.away), True
        before = score


def unsure(r: Reading) -> bool:
    """Whether somebody who may have scored is of no sure side, and a final score is written that can tell it."""
    if max(r.scores.values(), default=0.0) < words("weights").ledger["score_known"]:
        return False
    told = {who for goal in (*r.told.goals, *r.told.maybe) for who in goal.authors}
    told |= {p.taker for p in r.told.penalties}
    return bool(r.sheets) or any(abs(r.belief.get(who, 0.0)) < UNSURE for who in told)


def by_ledger(r: Reading, lean: dict[int, float]) -> None:
    """Scorers of unsure side play for the side that nearly all accounts of the goals give them."""
    for who, side in lean.items():
        if abs(r.belief.get(who, 0.0)) < UNSURE and abs(side) >= CLEAR:
            r.graph.anchor(who, _weights()["lacking"] * side)
