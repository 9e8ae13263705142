"""The shipped samples are there, each with gold and with words about it in both languages."""

import json

import pytest

from core.gold import report_from_gold
from core.samples import PICKER, samples, season_files, season_given


def test_there_are_enough_samples():
    assert len(samples()) >= 12


@pytest.mark.parametrize("sample", samples(), ids=lambda s: s.file)
def test_sample_has_gold_and_words(sample):
    gold = json.loads((PICKER / sample.file).with_suffix(".json").read_text("utf-8"))
    read = report_from_gold(gold, sample.text())
    assert f"{read.match.home}–{read.match.away}" in sample.title
    assert read.events and sample.shows("it") != sample.shows("en")


def test_samples_show_every_kind_of_event():
    golds = [json.loads((PICKER / s.file).with_suffix(".json").read_text("utf-8")) for s in samples()]
    kinds = {e["type"] for g in golds for e in g["events"]}
    assert len(kinds) == 8


def test_every_report_of_the_season_has_its_date():
    given = season_given()
    assert len(season_files()) == 50
    assert all(given[p.name].date and given[p.name].competition for p in season_files())
