"""How long a click takes on Cronaca, Timeline and Stagione: each kind of click as a share of one second.

Run from the project's root: ``python -m bench.click_speed [MATCHES]`` (1,000 if not given). The pages run as in the
app but without a browser: what is timed is all that Python does between the click and the new page. The report has
1,000 words; the season is made up (:mod:`bench.season`) and lies in an archive of its own, which is thrown away.
"""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Callable
from statistics import median
from time import perf_counter
from typing import Any

from streamlit.logger import set_log_level
from streamlit.testing.v1 import AppTest

from bench.extract_speed import ROOT, texts
from bench.season import synthetic_season
from core.season import SeasonFilters
from core.season_choice import Choice
from core.season_words import title
from core.settings import DATA_VARIABLE
from core.store import Store
from pages.widgets import correct, linked, state

WORDS = 1_000
MATCHES = 1_000
ROUNDS = 3
PATIENCE = 120
Click = tuple[str, Callable[[AppTest], Any]]
"""What is clicked, and how."""


def long_report() -> str:
    """Return a report of 1,000 words: shipped ones of one side in a row, cut at a sentence."""
    told: list[str] = []
    for text in texts(ROOT / "atalanta-2017-18"):
        told += text.split(" ")
        if len(told) >= WORDS:
            break
    return " ".join(told[:WORDS]).rsplit(".", 1)[0] + "."


def group(at: AppTest, key: str) -> Any:  # noqa: ANN401
    """Return the pills or segments whose key begins with ``key``."""
    return next(g for g in at.get("button_group") if g.key and g.key.startswith(key))


def _choose(at: AppTest, step: int) -> None:
    """A mark in the text was clicked: what the component's callback does."""
    opened = at.session_state["open"]
    events = opened.report.events
    opened.chosen = events[step % len(events)].id


def _why(at: AppTest) -> None:
    """A name was clicked, and "Why? Put it right"."""
    first = at.session_state["open"].report.mentions[0]
    at.session_state[correct.ASKED] = correct.Asked("mention", first.start, first.end)


def _shut(at: AppTest) -> None:
    at.session_state[correct.ASKED] = None


def on_report(turn: int) -> list[Click]:
    """The clicks of the page Cronaca; each turn reads another text, so that nothing kept for one helps."""
    text = f"{long_report()}\n\nFinisce così, giro {turn}."
    return [
        ("open the page", lambda at: at.switch_page("pages/report.py")),
        (
            "read a pasted report",
            lambda at: (at.text_area(key="pasted").set_value(text), at.button(key="read").click()),
        ),
        ("an event in the text", lambda at: _choose(at, 1)),
        ("why a name", _why),
        ("close the answer", _shut),
        ("save", lambda at: at.button(key="save-now").click()),
    ]


def on_timeline(turn: int) -> list[Click]:
    """The clicks of the page Timeline."""
    return [
        ("open the page", lambda at: at.switch_page("pages/timeline.py")),
        ("next event", lambda at: at.button(key="next").click()),
        ("a mark of the chart", lambda at: _choose(at, 3)),
        ("only goals", lambda at: group(at, "kinds-").set_value(["goal"])),
        ("one side only", lambda at: group(at, "sides-").set_value(["home"])),
    ]


def on_season(turn: int) -> list[Click]:
    """The clicks of the page Stagione."""
    return [
        ("open the page after a save", lambda at: at.switch_page("pages/season.py")),
        ("a bar: a quarter of an hour", lambda at: _bar(at, Choice(quarter="76-90"))),
        ("a bar: a scorer", lambda at: _bar(at, _first_scorer(at))),
        ("let both go", lambda at: _bar(at, Choice())),
        ("one competition", lambda at: at.selectbox(key="f-competition").select("Girone A")),
        ("one side", lambda at: at.selectbox(key="f-side").select("Borgo Ab")),
        ("its home matches", lambda at: at.selectbox(key="f-venue").select("home")),
        ("all matches again", _unfiltered),
        ("another table", lambda at: at.selectbox(key="more").select(at.selectbox(key="more").options[1])),
    ]


def _bar(at: AppTest, choice: Choice) -> None:
    """A bar of a chart was clicked: what the chart's callback does."""
    at.session_state[linked.KEPT] = (SeasonFilters(), choice)


def _first_scorer(at: AppTest) -> Choice:
    table = next(d.value for d in at.dataframe if title("penalties") in d.value.columns)
    first = table.iloc[0]
    return Choice(player=first[title("player")], team=first[title("team")])


def _unfiltered(at: AppTest) -> None:
    for key in ("f-venue", "f-side", "f-competition"):
        at.selectbox(key=key).set_value(None)


PAGES = {"Cronaca": on_report, "Timeline": on_timeline, "Stagione": on_season}


def timed(at: AppTest, act: Callable[[AppTest], Any]) -> float:
    """Do one click and return the seconds until the page stands anew."""
    act(at)
    start = perf_counter()
    at.run()
    taken = perf_counter() - start
    if at.exception:
        raise SystemExit(f"the page failed: {at.exception[0].message}")
    return taken


def fill(archive: Store, matches: int) -> float:
    """Save the made-up season; return the seconds that one match took."""
    start = perf_counter()
    for played in synthetic_season(matches):
        archive.save(played.report, played.date, played.competition, played.round)
    return (perf_counter() - start) / matches


def measure() -> dict[tuple[str, str], float]:
    """Return the median time of each click, warm."""
    at = AppTest.from_file(str(ROOT.parent / "app.py"), default_timeout=PATIENCE)
    at.session_state["language"] = "it"
    at.run()
    times: dict[tuple[str, str], list[float]] = {}
    for turn in range(ROUNDS + 1):
        for page, clicks in PAGES.items():
            for name, act in clicks(turn):
                taken = timed(at, act)
                if turn:  # the first turn warms the caches, as the first visitor does
                    times.setdefault((page, name), []).append(taken)
    return {click: median(taken) for click, taken in times.items()}


def main() -> None:
    """Print each kind of click as a share of one second, the slowest last."""
    set_log_level("error")  # it is no server, and says so at every click
    matches = int(sys.argv[1]) if len(sys.argv) > 1 else MATCHES
    with tempfile.TemporaryDirectory() as folder:
        os.environ[DATA_VARIABLE] = folder
        each = fill(state.store(), matches)
        words = len(long_report().split())
        print(f"a report of {words:,} words, a season of {matches:,} matches ({each:.3f} s to save one)")
        found = measure()
        state.store().close()
    for (page, name), seconds in sorted(found.items(), key=lambda item: item[1]):
        print(f"{page:10} {name:30} {seconds:5.2f} of a second")
    over = sum(seconds > 1 for seconds in found.values())
    print(f"{len(found)} kinds of click, {over} of them over a second")


if __name__ == "__main__":
    main()
