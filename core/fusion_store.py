"""The account of a match of the archive: its reports, loaded and fused."""

from __future__ import annotations

from dataclasses import dataclass

from core.fusion import Account, fuse
from core.schema import MatchReport
from core.store import Store, StoredReport

GIVEN = ("date", "competition", "season")
"""What a person may have said when saving, where the text does not tell it."""


@dataclass(frozen=True, slots=True)
class Told:
    """A match with its reports by number, in the order in which they were saved."""

    account: Account
    reports: dict[int, StoredReport]

    def as_report(self) -> MatchReport:
        """Return the account in the shape of a reading, for what shows one; its offsets lead nowhere."""
        mentions = [m for n in self.account.reports for m in self.reports[n].report.mentions]
        best = self.reports[self.account.reports[0]].report
        fused = {"match": self.account.match, "events": self.account.events, "mentions": mentions}
        return best.model_copy(update={**fused, "warnings": [], "sections": []})


def _with_given(stored: StoredReport) -> MatchReport:
    match, said = stored.report.match, stored.summary
    known = {"date": said.date.isoformat() if said.date else None, "competition": said.competition}
    known |= {"season": said.season}
    lacking = {k: known[k] for k in GIVEN if getattr(match, k) is None and known[k]}
    return stored.report.model_copy(update={"match": match.model_copy(update=lacking)})


def tell(store: Store, numbers: list[int]) -> Told:
    """Load the reports of one match by number and fuse them."""
    stored = {n: store.load(n) for n in sorted(numbers)}
    return Told(fuse({n: _with_given(s) for n, s in stored.items()}), stored)
