"""`calcio_ledger`: reconciles what sheets and prose tell, and writes the events of the report."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc

from core.components.people import assign, officials
from core.components.write import Writer
from core.reading import Reading


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
    for goal in told.goals:
        r.graph.tie(goal.who, goal.assist, 1.2)
        if goal.keeper >= 0:
            r.graph.tie(goal.who, goal.keeper, -1.5)
        if goal.team and goal.who >= 0:
            sign = 1.0 if goal.team == r.match.home else -1.0
            r.graph.anchor(goal.who, (-0.6 if goal.own else 0.6) * sign)
    for shot in told.shots:
        if shot.keeper >= 0 and shot.result == "saved":
            r.graph.tie(shot.who, shot.keeper, -1.2)
        if shot.passer >= 0:
            r.graph.tie(shot.who, shot.passer, 0.5)
    for change in told.changes:
        r.graph.tie(change.in_, change.out, 2.0 * change.weight)
    for p in told.penalties:
        r.graph.tie(p.fouled, p.fouler, -1.5)
        r.graph.tie(p.fouled, p.taker, 0.8)
        r.graph.tie(p.taker, p.fouler, -1.0)
        r.graph.tie(p.taker, p.keeper, -1.0)
    for act in r.walk:
        if act.kind == "pass" and act.who >= 0 and act.whom >= 0:
            r.graph.tie(act.who, act.whom, 0.8)
    assign(r)
    officials(r)
    Writer(r).write()
