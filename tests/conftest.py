"""What all tests share: an archive of their own and small made-up matches."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from core.schema import Event, Label, Match, MatchReport, Mention
from core.settings import DATA_VARIABLE, DATABASE_VARIABLE
from core.store import Store

MakeReport = Callable[..., MatchReport]


@pytest.fixture(autouse=True)
def own_data_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """No test touches the archive of whoever runs it."""
    folder = tmp_path / "data"
    monkeypatch.setenv(DATA_VARIABLE, str(folder))
    monkeypatch.delenv(DATABASE_VARIABLE, raising=False)
    return folder


@pytest.fixture
def store() -> Iterator[Store]:
    archive = Store()
    yield archive
    archive.close()


def build_report(
    home: str = "Alba",
    away: str = "Brenta",
    score: tuple[int, int] | None = (1, 0),
    *events: dict[str, Any],
    **match: Any,
) -> MatchReport:
    """Return a reading whose text tells each event in a sentence: ``minute player type``."""
    text, made, mentions = f"{home}-{away} {score} {match.pop('extra', '')}\n", [], []
    for order, given in enumerate(events, start=1):
        event = {"type": "goal", "team": home, **given}
        who = event.get("player") or event.get("player_in") or "Qualcuno"
        sentence = f"{who}, {event['type']} numero {order}."
        start = len(text)
        text += sentence + "\n"
        span = (start, start + len(sentence))
        made.append(
            Event(**{"id": f"e{order}", "order": order, "start": span[0], "end": span[1], "evidence": [span], **event})
        )
        mentions.append(
            Mention(start=start, end=start + len(who), text=who, label=Label.PLAYER, name=who, team=event["team"])
        )
    return MatchReport(
        text=text, match=Match(home=home, away=away, score=score, **match), events=made, mentions=mentions
    )


@pytest.fixture
def make_report() -> MakeReport:
    return build_report
