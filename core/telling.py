"""The order of telling: where in the text each event stands, and how many words go to whom and when."""

from __future__ import annotations

from collections import Counter

import pandas as pd

from core.highlight import event_spans, paragraphs, side_of
from core.i18n import tr
from core.schema import MatchReport
from core.wording import describe

QUARTER = 15


def telling_rows(report: MatchReport) -> list[dict[str, object]]:
    """Return one row per telling of an event with a minute: how far into the text (percent), minute, words."""
    size = max(len(report.text), 1)
    rows: list[dict[str, object]] = []
    for event in report.events:
        if event.minute is None:
            continue
        start = event_spans(event)[0][0] if event_spans(event) else event.start
        minute = event.minute + (event.added or 0)
        side = side_of(report, event.team)
        rows.append(
            {"at": 100 * start / size, "minute": minute, "title": describe(event), "side": side, "id": event.id}
        )
    return sorted(rows, key=lambda r: (float(str(r["at"])), float(str(r["minute"]))))


def quarter(minute: int) -> str:
    """Return the quarter of an hour of a minute: ``16'–30'``; what is beyond 90 is extra time."""
    if minute > 90:
        return tr("extra time")
    first = (max(minute, 1) - 1) // QUARTER * QUARTER
    return f"{first + 1}'–{first + QUARTER}'"


def words_by(report: MatchReport) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Return the words of the sentences that tell events, per quarter and side, and per player named in them."""
    events = {e.id: e for e in report.events}
    by_quarter: Counter[tuple[int, str, str]] = Counter()
    by_player: Counter[tuple[str, str]] = Counter()
    for part in paragraphs(report):
        for sentence in part.sentences:
            n = len(report.text[sentence.start : sentence.end].split())
            told = [events[i] for i in sentence.first]
            for event in told:
                if event.minute is not None:
                    by_quarter[event.minute, quarter(event.minute), event.team or ""] += round(n / len(told))
            named = {
                (m.name, m.team or "")
                for m in report.mentions
                if m.label == "PLAYER" and sentence.start <= m.start < sentence.end
            }
            for person in named:
                by_player[person] += n
    first = pd.DataFrame(
        [(when, team, n) for (_, when, team), n in sorted(by_quarter.items())],
        columns=[tr("Quarter"), tr("Side"), tr("Words")],
    )
    first = first.groupby([tr("Quarter"), tr("Side")], sort=False, as_index=False).sum()
    second = pd.DataFrame(
        [(name, team, n) for (name, team), n in by_player.most_common(12)],
        columns=[tr("Player"), tr("Side"), tr("Words")],
    )
    return first, second
