"""Fusion on frames: the events of matches that several reports tell, each match as one account."""

from __future__ import annotations

from collections.abc import Hashable
from typing import Any

import pandas as pd

from core.fusion import fuse_parts
from core.schema import Event, Match

ANCHOR = ("report_id", "start", "end", "rule")
"""What a row keeps of the report that it leads to, whatever the others say."""
TOLD = [name for name in Event.model_fields if name not in ANCHOR]

_Row = dict[Hashable, Any]


def fused(matches: pd.DataFrame, events: pd.DataFrame) -> pd.DataFrame:
    """Return the events with those of each match that several reports tell brought into one account.

    ``matches`` has one row a report (``report_id``, ``match_id``, sides and goals). A row of the account leads
    to the words of the best report that tells it.
    """
    several = matches[matches.duplicated("match_id", keep=False)]
    if several.empty:
        return events
    of_several = events["report_id"].isin(several["report_id"])
    rows = {int(str(n)): g.to_dict("records") for n, g in events[of_several].groupby("report_id")}
    made: list[_Row] = []
    for _, group in several.groupby("match_id"):
        headers = {int(h["report_id"]): _header(h) for h in group.to_dict("records")}
        parts = {n: (header, [_event(r, i) for i, r in enumerate(rows.get(n, []))]) for n, header in headers.items()}
        for fact in fuse_parts(parts).facts:
            source, told = next(iter(fact.tellings.items()))
            made.append(rows[source][int(told.id)] | _row(fact.event))
    columns = list(events.columns)
    account = pd.DataFrame([{c: r[c] for c in columns} for r in made], columns=columns)
    return pd.concat([events[~of_several], account.astype(events.dtypes.to_dict())], ignore_index=True)


def _known(value: Any) -> Any:  # noqa: ANN401
    return None if pd.isna(value) else value


def _header(row: _Row) -> Match:
    goals = (_known(row["home_goals"]), _known(row["away_goals"]))
    return Match(home=_known(row["home"]), away=_known(row["away"]), score=None if None in goals else goals)


def _event(row: _Row, at: int) -> Event:
    """Return an event of a frame; its id is the place of its row."""
    score = (_known(row["score_home"]), _known(row["score_away"]))
    told = {k: _known(row[k]) for k in (*TOLD, "start", "end") if k in row}
    return Event(**told | {"id": str(at), "score_after": None if None in score else score})


def _row(event: Event) -> _Row:
    home, away = event.score_after or (None, None)
    row: _Row = {k: getattr(event, k) for k in TOLD}
    return row | {"score_home": home, "score_away": away}
