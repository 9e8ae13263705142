"""The reader measured on corrections, and corrected reports as gold files."""

import io
import zipfile
from concurrent.futures import ThreadPoolExecutor
from datetime import date

from core.corrections_gold import accuracy, gold_zip, is_corrected
from core.evaluate_report import evaluate_folder, gold_files
from core.store import Store
from core.store_corrections import correct_event
from tests.conftest import build_report

GOAL = {"player": "Rossi", "minute": 12, "period": 1}


def test_a_wrong_scorer_is_a_goal_missed_and_one_too_many():
    read = build_report("Alba", "Brenta", (1, 0), GOAL, {"type": "card", "card": "yellow", "player": "Verdi"})
    number, _ = (store := Store()).save(read)
    assert not is_corrected(store.load(number))
    store.correct(number, correct_event(read.events[0], "player", "Verdi"))
    stored = store.load(number)
    scores = accuracy([(stored.reading, stored.report)])
    goal = scores.strict["goal"]
    assert is_corrected(stored) and (goal.right, goal.wrong, goal.missed) == (0, 1, 1)
    assert any("Verdi" in str(line) for line in scores.differences)


def test_corrections_of_a_text_need_no_saved_report_and_wait_for_it():
    read = build_report("Alba", "Brenta", (1, 0), GOAL)
    store = Store()
    (number,) = store.correct_reading(read, correct_event(read.events[0], "minute", 21))
    assert [e.minute for e in store.corrected(read)[0].events] == [21]
    saved, _ = store.save(read, date(2020, 1, 25))
    assert store.load(saved).report.events[0].minute == 21
    store.undo(number)
    assert store.load(saved).report.events[0].minute == 12


def test_gold_files_are_read_back(tmp_path):
    read = build_report("Alba", "Brenta", (1, 0), GOAL)
    read = read.model_copy(update={"text": read.text + "\r\nÈ finita.\r\n"})
    with zipfile.ZipFile(io.BytesIO(gold_zip([read]))) as archive:
        archive.extractall(tmp_path)
    (file,) = gold_files(tmp_path)
    assert (tmp_path / f"{file.stem}.txt").read_bytes().decode() == read.text
    (scores,) = evaluate_folder([file], [read.model_dump(mode="json") | {"text": file.text}])
    assert scores.strict["goal"].right == scores.exact_timelines == 1 and scores.differences == []


def test_ten_who_correct_at_once_lose_nothing():
    goals = [GOAL | {"player": f"Rossi{i}", "minute": i + 1} for i in range(10)]
    read = build_report("Alba", "Brenta", (10, 0), *goals)
    number, _ = Store().save(read)
    with ThreadPoolExecutor(10) as pool:
        list(pool.map(lambda e: Store().correct_reading(read, correct_event(e, "minute", e.minute + 50)), read.events))
    assert sorted(e.minute for e in Store().load(number).report.events) == list(range(51, 61))
