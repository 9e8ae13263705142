"""`calcio_ledger`: reconciles what sheets and prose tell, and writes the events of the report."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc

from core.components.people import assign, officials
from core.components.write import Writer
from core.reading import Name, Reading

TEAM_ACTS = ("attempt", "goal", "state", "pass", "off", "wood", "test", "ball")
"""Acts of a player that his side is the subject of."""


@Language.factory("calcio_ledger", assigns=["doc._.reading"])
def make_ledger(nlp: Language, name: str) -> LedgerComponent:
    """Build the component."""
    return LedgerComponent()


class LedgerComponent:
    """Decides which tellings are one event, and what each event is."""

    def __call__(self, doc: Doc) -> Doc:
        """Write the events to the reading."""
        process(doc._.reading)
        return doc


def process(r: Reading) -> None:
    """Let the incidents vote on sides, then write the events."""
    told = r.told
    _running_scores(r)
    for goal in told.goals:
        r.graph.tie(goal.who, goal.assist, 1.2)
        if goal.keeper >= 0:
            r.graph.tie(goal.who, goal.keeper, -2.0)
        if goal.team and goal.who >= 0:
            sign = 1.0 if goal.team == r.match.home else -1.0
            weight = 1.6 if goal.counted else 0.8
            r.graph.anchor(goal.who, (-weight if goal.own else weight) * sign)
    _states(r)
    for shot in told.shots:
        if shot.keeper >= 0 and shot.result == "saved":
            r.graph.tie(shot.who, shot.keeper, -2.0)
        if shot.passer >= 0:
            r.graph.tie(shot.who, shot.passer, 0.5)
    for change in told.changes:
        r.graph.tie(change.in_, change.out, 2.0 * change.weight)
        _of_side(r, change.pos, (change.in_, change.out), 0.9)
    for booking in told.cards:
        _of_side(r, booking.pos, (booking.who,), 0.3)
    for p in told.penalties:
        r.graph.tie(p.fouled, p.fouler, -1.5)
        r.graph.tie(p.fouled, p.taker, 0.8)
        r.graph.tie(p.taker, p.fouler, -1.0)
        r.graph.tie(p.taker, p.keeper, -1.0)
    for act in r.walk:
        if act.team in r.sides and act.team is not None and act.who >= 0 and act.kind in TEAM_ACTS:
            r.graph.anchor(act.who, (0.5 if act.bound else 0.25) * (1.0 if act.team == r.match.home else -1.0))
        if act.kind == "pass" and act.who >= 0 and act.whom >= 0:
            r.graph.tie(act.who, act.whom, 0.8)
    keepers = sorted((p for p in r.people if p.goalkeeper >= 1.0 and p.label == "PLAYER"), key=lambda p: -p.goalkeeper)
    if len(keepers) == 2:
        r.graph.tie(keepers[0].id, keepers[1].id, -2.5)
    _company(r)
    assign(r)
    _by_count(r)
    assign(r)
    officials(r)
    Writer(r).write()


def _company(r: Reading) -> None:
    """A last, weak witness for who has no other: the side that the sentence speaks of, and whom it names beside."""
    belief = r.graph.settle(len(r.people))
    lonely = {p.id for p in r.people if abs(belief[p.id]) < 0.12 and p.label in ("PLAYER", "COACH")}
    if not lonely:
        return
    by_sentence: dict[int, list[Name]] = {}
    for n in r.names:
        by_sentence.setdefault(r.toks[n.a].sent, []).append(n)
    for names in by_sentence.values():
        for k, n in enumerate(names):
            if n.person not in lonely:
                continue
            before = [m for m in names[:k] if m.label == "TEAM" and not m.adjective and m.name in r.sides]
            if before:
                r.graph.anchor(n.person, 0.2 if before[-1].name == r.match.home else -0.2)
            for m in names[max(0, k - 1) : k + 2]:
                if (
                    m.person >= 0
                    and m.person != n.person
                    and (r.people[m.person].goalkeeper >= 1) == (r.people[n.person].goalkeeper >= 1)
                ):
                    r.graph.tie(n.person, m.person, 0.25)


def _states(r: Reading) -> None:
    """Who levels or reduces plays against who scored before; who doubles plays with him."""
    body = sorted((g for g in r.told.goals if g.who >= 0 and g.weight >= 0.6), key=lambda g: g.pos)
    for before, goal in zip(body, body[1:], strict=False):
        if goal.who == before.who or goal.own or before.own:
            continue
        if goal.state in ("level", "behind"):
            r.graph.tie(goal.who, before.who, -0.8)
        elif goal.state == "more":
            r.graph.tie(goal.who, before.who, 0.5)


def _by_count(r: Reading) -> None:
    """Scorers of unknown side play for the side that still lacks goals in the final score."""
    score, accounts = Writer(r).accounts()
    if score is None:
        return
    sure = {True: 0, False: 0}
    unsure: list[int] = []
    for account in accounts:
        if account.who < 0:
            continue
        belief = r.belief.get(account.who, 0.0)
        if abs(belief) >= 0.45:
            own = any(t.own for t in account.tellings)
            sure[(belief > 0) != own] += 1
        else:
            unsure.append(account.who)
    lacking = (score[0] - sure[True], score[1] - sure[False])
    if not unsure or sum(max(0, n) for n in lacking) < len(unsure):
        return
    if lacking[0] > 0 >= lacking[1] or lacking[1] > 0 >= lacking[0]:
        for who in unsure:
            r.graph.anchor(who, 2.0 if lacking[0] > 0 else -2.0)


def _running_scores(r: Reading) -> None:
    """A running score that grows by one says which side scored, once we know whether it is written home first."""
    goals = [g for g in r.told.goals if g.score is not None and g.weight >= 0.7]
    written = [g.score for g in goals if g.score is not None]
    final = r.match.score
    if final is None or not written:
        return
    home_first = sum(s[0] <= final[0] and s[1] <= final[1] for s in written)
    away_first = sum(s[1] <= final[0] and s[0] <= final[1] for s in written)
    if away_first > home_first:
        return
    before: tuple[int, int] | None = (0, 0)
    for g in goals:
        if g.score is None or before is None:
            continue
        step = (g.score[0] - before[0], g.score[1] - before[1])
        alone = final[0] == 0 or final[1] == 0
        if (
            step in ((1, 0), (0, 1))
            and g.score[0] <= final[0]
            and g.score[1] <= final[1]
            and (before != (0, 0) or home_first > 1 or alone)
        ):
            g.team, g.counted = (r.match.home if step == (1, 0) else r.match.away), True
        before = g.score


def _of_side(r: Reading, pos: int, people: tuple[int, ...], weight: float) -> None:
    """A side named earlier in the sentence and alone in it is the side of whom the sentence changes or books."""
    sent = r.toks[pos].sent
    named = {
        n.name
        for n in r.names
        if n.label == "TEAM" and not n.adjective and n.name in r.sides and r.toks[n.a].sent == sent and n.a < pos + 8
    }
    if len(named) == 1:
        sign = 1.0 if named.pop() == r.match.home else -1.0
        for person in people:
            r.graph.anchor(person, weight * sign)
