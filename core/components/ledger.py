"""`calcio_ledger`: reconciles what sheets and prose tell, and writes the events of the report."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc

from core.canonical import clubs_as_printed, complete_names
from core.company import neighbours
from core.components.people import assign, officials
from core.mates import mates
from core.reading import Reading
from core.score_fit import fit_score
from core.votes import by_ledger, unsure, vote
from core.writing import write
from core.writing_goals import accounts
from core.writing_state import Writer


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
    vote(r)
    neighbours(r)
    assign(r)
    if unsure(r):
        _, found, lean = accounts(Writer(r))
        fit_score(r, found)
        assign(r)
        by_ledger(r, lean)
        assign(r)
    mates(r)
    assign(r)
    complete_names(r)
    clubs_as_printed(r)
    officials(r)
    write(r)
