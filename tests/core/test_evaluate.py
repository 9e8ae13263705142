"""The evaluation: what counts as right, the figures, and mutants."""

import json
from pathlib import Path

import pytest

from core.__main__ import main
from core.evaluate import score_report
from core.evaluate_cast import article, is_feminine
from core.evaluate_counts import Judged, Scores, Tally, auroc, error_at, reliability, singleton_rate
from core.evaluate_mutants import MODES, mutate
from core.evaluate_names import People, fold, same_name
from core.evaluate_report import GoldFile, gold_files, intervals
from core.gold import gold_mentions, report_from_gold

TEXT = (
    "L'Atalanta vince, il Milan si arrende. Al 12' Mario Rossi segna su cross di Verdi; "
    "nella ripresa Rossi calcia alto e Neri viene ammonito dall'arbitro Bianchi. I nerazzurri festeggiano."
)


def person(text: str, name: str, team: str, label: str = "PLAYER") -> dict:
    return {"text": text, "label": label, "name": name, "team": team}


GOLD = {
    "id": "t", "kind": "prose+tabellino",
    "match": {"home": "Atalanta", "away": "Milan", "score": [1, 0], "half_time": None, "shootout": None, "date": None,
              "competition": None, "stadium": None, "referee": "Bianchi", "home_coach": None, "away_coach": None},
    "names": [
        person("Mario Rossi", "Mario Rossi", "Atalanta"), person("Rossi", "Mario Rossi", "Atalanta"),
        person("Verdi", "Verdi", "Atalanta"), person("Neri", "Neri", "Milan"),
        {"text": "Bianchi", "label": "REFEREE", "name": "Bianchi"},
        {"text": "Atalanta", "label": "TEAM", "name": "Atalanta"}, {"text": "Milan", "label": "TEAM", "name": "Milan"},
        {"text": "nerazzurri", "label": "TEAM", "name": "Atalanta"},
    ],
    "events": [
        {"type": "goal", "team": "Atalanta", "player": "Mario Rossi", "minute": 12, "added": None, "approx": False,
         "period": 1, "penalty": False, "own_goal": False, "assist": "Verdi", "evidence": "Al 12' Mario Rossi segna"},
        {"type": "shot", "team": "Atalanta", "player": "Mario Rossi", "minute": None, "added": None, "approx": False,
         "period": 2, "result": "off_target", "goalkeeper": None, "evidence": "Rossi calcia alto"},
        {"type": "card", "team": "Milan", "player": "Neri", "minute": 70, "added": None, "approx": True, "period": 2,
         "card": "yellow", "evidence": "Neri viene ammonito"},
    ],
}  # fmt: skip


def reading(**changes: object) -> dict:
    """The gold as a reading; ``goal_minute=13`` changes a field of the event, ``home=...`` one of the match."""
    told = report_from_gold(GOLD, TEXT).model_dump(mode="json")
    for key, value in changes.items():
        kind, _, field = key.partition("_")
        events = [e for e in told["events"] if e["type"] == kind]
        (events[0] if events else told["match"]).update({field if events else key: value})
    return told


def scored(pred: dict) -> dict:
    return score_report(GOLD, TEXT, pred).summary()


def test_gold_against_itself_is_perfect():
    s = scored(reading())
    figures = ("exact_goal_timelines", "header_all", "names_f1", "people", "clubs", "epithets", "events_pooled_f1")
    assert [s[k] for k in (*figures, "minutes", "assists", "shot_results", "evidence")] == [1] * 11


def test_nothing_against_gold_is_nothing():
    s = scored({"text": "", "match": {}, "mentions": [], "events": []})
    assert [s[k] for k in ("exact_goal_timelines", "names_f1", "people", "events_pooled_f1")] == [0] * 4


@pytest.mark.parametrize(
    ("change", "kind", "strict", "loose"),
    [
        ({"goal_minute": 13}, "goal", 0, 1),
        ({"goal_added": 1}, "goal", 0, 1),
        ({"goal_penalty": True}, "goal", 0, 1),
        ({"goal_player": "Rossi"}, "goal", 1, 1),
        ({"goal_player": "Neri"}, "goal", 0, 0),
        ({"goal_team": "Milan"}, "goal", 0, 0),
        ({"card_minute": 75}, "card", 1, 1),  # the gold's minute is approximate
        ({"card_minute": 76}, "card", 0, 1),
        ({"card_minute": None}, "card", 0, 1),
        ({"card_card": "red"}, "card", 0, 1),
        ({"shot_minute": 50}, "shot", 0, 1),  # the text tells none
        ({"shot_result": "saved"}, "shot", 1, 1),
    ],
)
def test_events(change: dict, kind: str, strict: int, loose: int):
    events = scored(reading(**change))["events"][kind]
    assert (events["f"], events["f_without_minute"]) == (strict, loose)


@pytest.mark.parametrize(
    ("change", "right"),
    [({"home": "Atalanta BC"}, 1.0), ({"home": "Milan"}, 0.9), ({"referee": None}, 0.9), ({"stadium": "Prato"}, 1.0),
     ({"home_coach": "Neri"}, 0.9), ({"half_time": [1, 0]}, 1.0), ({"score": [0, 1]}, 0.9),
     ({"shootout": [5, 4]}, 0.9)],
)  # fmt: skip
def test_header(change: dict, right: float):
    assert scored(reading(**change))["header_all"] == pytest.approx(right)


def test_evidence_and_assist_are_counted_apart():
    s = scored(reading(goal_assist="Neri", shot_evidence=[], shot_start=0, shot_end=0))
    assert (s["assists"], s["evidence"]) == (0, pytest.approx(2 / 3))


def test_a_mention_beside_its_text_is_thrown_away():
    told = reading()
    told["mentions"][0]["start"] += 1
    assert scored(told)["names"]["TEAM"]["r"] == 0.5


@pytest.mark.parametrize(
    ("name", "who"),
    [("Rossi", "Mario Rossi"), ("M. Rossi", "Mario Rossi"), ("Verdi", "Verdi"), ("Rossi Verdi", None), ("Gialli", None),
     ("", None), (None, None)],
)  # fmt: skip
def test_who_is_meant(name: str | None, who: str | None):
    assert People(GOLD).who(name) == who


@pytest.mark.parametrize(
    ("a", "b", "same"),
    [("Calhanoglu", "Hakan Çalhanoğlu", True), ("Højlund", "Hojlund", True), ("De Roon", "Deroon", True),
     ("Milan", "Milano", False), (None, None, True), ("Milan", None, False)],
)  # fmt: skip
def test_same_name(a: str | None, b: str | None, same: bool):
    assert same_name(a, b) is same


def test_fold():
    assert fold("L&rsquo;Ata-\n lanta  È’") == "l'atalanta e'"


def test_tally():
    tally = Tally(3, 1, 2)
    assert (tally.precision, tally.recall, tally.gold) == (0.75, 0.6, 5)
    assert Tally().f1 == 1.0


def judged(*pairs: tuple[float, bool], rule: str = "r") -> list[Judged]:
    return [Judged("goal", confidence, right, rule) for confidence, right in pairs]


@pytest.mark.parametrize(
    ("pairs", "expected"),
    [([(0.9, True), (0.1, False)], 1.0), ([(0.1, True), (0.9, False)], 0.0), ([(0.5, True), (0.5, False)], 0.5),
     ([(0.9, True), (0.5, True), (0.7, False)], 0.5), ([(0.9, True)], None), ([], None)],
)  # fmt: skip
def test_auroc(pairs: list, expected: float | None):
    assert auroc(judged(*pairs)) == expected


def test_error_at_coverage_and_reliability():
    events = judged((0.9, True), (0.8, True), (0.7, False), (0.2, False))
    assert [error_at(events, c) for c in (0.5, 0.75, 1.0)] == [0, pytest.approx(1 / 3), 0.5]
    assert error_at([], 0.5) is None
    assert [n for _, _, n in reliability(events)] == [1, 1, 1, 1]


def test_singleton_rate():
    first = Scores(judged=judged((1, True), (1, False), rule="both") + judged((1, True), rule="once"))
    second = Scores(judged=judged((1, True), (1, True), rule="both"))
    assert singleton_rate([first, second]) == 0.25
    assert singleton_rate([Scores()]) is None


def test_intervals_hold_the_figure_and_repeat():
    scores = [score_report(GOLD, TEXT, reading(goal_minute=m)) for m in (12, 12, 13, 14)]
    low, high = intervals(scores, seed=3, draws=50)["exact_goal_timelines"]
    assert low < 0.5 < high
    assert intervals(scores, seed=3, draws=50) == intervals(scores, seed=3, draws=50)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for stem, kind in (("a", "prose"), ("b", "prose+tabellino")):
        (tmp_path / f"{stem}.txt").write_text(TEXT, encoding="utf-8")
        (tmp_path / f"{stem}.json").write_text(json.dumps({**GOLD, "kind": kind}), encoding="utf-8")
    pred = tmp_path / "pred"
    pred.mkdir()
    (pred / "a.json").write_text(json.dumps(reading()), encoding="utf-8")
    return tmp_path


def test_command_by_group(folder: Path, capsys: pytest.CaptureFixture[str]):
    assert main(["evaluate", str(folder), "--pred", str(folder / "pred"), "--by", "tabellino", "--json"]) == 0
    told, err = capsys.readouterr()
    figures = {k: v["exact_goal_timelines"] for k, v in json.loads(told).items()}
    assert figures == {"all": 0.5, "without": 1.0, "with tabellino": 0.0}
    assert err.startswith("evaluate: no readable prediction for b") and err.count("\n") == 1


def test_command_tells_differences(folder: Path, capsys: pytest.CaptureFixture[str]):
    main(["evaluate", str(folder), "--pred", str(folder / "pred"), "--errors"])
    told = capsys.readouterr().out.splitlines()
    assert "b  event goal missed: Mario Rossi (Atalanta) 12 · Al 12' Mario Rossi segna" in told
    assert not [line for line in told if line.startswith("a  ")]


# -- mutants ----------------------------------------------------------------------------------------

FILE = GoldFile("t", TEXT, GOLD, Path("t.txt"))


@pytest.mark.parametrize("mode", MODES)
def test_mutants_tell_the_same_of_others(mode: str):
    mutant = mutate(FILE, mode)
    old, new = (report_from_gold(f.gold, f.text) for f in (FILE, mutant))
    assert not [m for m in new.mentions if m.name in ("Atalanta", "Milan", "Mario Rossi", "Verdi", "Neri", "Bianchi")]
    assert [m.label for m in new.mentions] == [m.label for m in old.mentions]
    assert all(mutant.text[m.start : m.end] == m.text for m in new.mentions)
    assert [(e.type, e.minute, e.result) for e in new.events] == [(e.type, e.minute, e.result) for e in old.events]
    names = {m.name for m in new.mentions}
    assert {new.match.home, new.match.away, new.events[0].player, new.events[0].assist, new.match.referee} <= names
    assert all(e["evidence"] in mutant.text for e in mutant.gold["events"])
    assert len(gold_mentions(mutant.gold, mutant.text)) == 8


def test_mutants_repeat_and_differ_by_seed():
    assert mutate(FILE, "invented", 1) == mutate(FILE, "invented", 1)
    assert mutate(FILE, "invented", 1).text != mutate(FILE, "invented", 2).text


@pytest.mark.parametrize(
    ("told", "name", "feminine", "expected"),
    [("il", "Atalanta", True, "l'"), ("l'", "Milan", False, "il"), ("l'", "Roma", True, "la"),
     ("Dell'", "Milan", False, "Del"),
     ("al", "Spezia", False, "allo"), ("nel", "Roma", True, "nella"), ("i", "orobici", False, "gli"),
     ("gli", "sardi", False, "i"), ("di", "Atalanta", True, "di"), ("contro", "Roma", True, "contro")],
)  # fmt: skip
def test_articles_follow_suit(told: str, name: str, feminine: bool, expected: str):
    assert article(told, name, feminine) == expected


@pytest.mark.parametrize(
    ("club", "feminine"), [("Atalanta", True), ("Inter", True), ("Bologna", False), ("Milan", False)]
)
def test_gender_of_clubs(club: str, feminine: bool):
    assert is_feminine(club) is feminine


def test_a_folder_without_gold_is_named(tmp_path: Path):
    with pytest.raises(Exception, match="holds no gold"):
        gold_files(tmp_path)
