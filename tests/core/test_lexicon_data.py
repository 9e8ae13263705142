"""The lexicon's own data: open sources, names in press form, epithets and aliases that can be told apart."""

import re
from collections import defaultdict

import pytest

from core.knowledge import FOLDER, fold, lexicon, read

OPEN = {"CC0", "CC BY 4.0", "CC BY-SA 4.0", "MIT"}
KINDS = {"league", "cup", "europe", "national", "youth", "women", "friendly"}


def test_every_row_has_an_open_source():
    licences = {row["source"]: row["licence"] for row in read("sources")}
    assert set(licences.values()) <= OPEN
    for table in ("squads", "coaches", "referees"):
        used = {source for row in read(table) for source in row["source"].split("+")}
        assert used and used <= set(licences), table


def test_sources_are_told_of_every_file():
    told = (FOLDER / "SOURCES.md").read_text(encoding="utf-8")
    assert [file.name for file in FOLDER.glob("*.csv") if file.name not in told and file.stem != "sources"] == []


def test_no_alias_of_two_clubs_unless_listed():
    owners = defaultdict(set)
    for club in lexicon().clubs:
        for form in (club.name, *club.aliases):
            owners[fold(form)].add(club.name)
    listed = {fold(form) for form in lexicon().ambiguous}
    assert {form: names for form, names in owners.items() if len(names) > 1 and form not in listed} == {}


def test_ambiguous_forms_are_in_use():
    used = {form for club in lexicon().clubs for form in (club.name, *club.aliases, *club.nicknames)}
    assert lexicon().ambiguous <= used


def test_aliases_are_more_than_two_letters_or_figures():
    short = {form for club in lexicon().clubs for form in (club.name, *club.aliases) if not re.search(r"\w{2}", form)}
    figures = {form for club in lexicon().clubs for form in club.aliases if form.isdigit()}
    assert short | figures == set()


def test_epithets_are_lower_case_and_nicknames_capitalised():
    wrong = {e for club in lexicon().clubs for e in club.epithets if not e[0].islower() or e != e.strip()}
    wrong |= {n for club in lexicon().clubs for n in club.nicknames if n[0].islower()}
    assert wrong == set()


@pytest.mark.parametrize(
    ("club", "epithet"),
    [
        ("Varese", "varesini"),
        ("Livorno", "labronici"),
        ("Ancona", "dorici"),
        ("Frosinone", "ciociari"),
        ("Padova", "biancoscudati"),
        ("Foggia", "satanelli"),
        ("Juve Stabia", "vespe"),
        ("Athletic Bilbao", "baschi"),
        ("Siviglia", "andalusi"),
        ("Bayern Monaco", "bavaresi"),
        ("Brasile", "verdeoro"),
    ],
)
def test_epithets(club, epithet):
    (found,) = [c for c in lexicon().clubs if c.name == club]
    assert epithet in found.epithets


@pytest.mark.parametrize(
    ("alias", "club"),
    [
        ("Internazionale", "Inter"),
        ("Hellas", "Verona"),
        ("FC Barcelona", "Barcellona"),
        ("Red Star Belgrade", "Stella Rossa"),
        ("1. FC Köln", "Colonia"),
        ("Olanda", "Paesi Bassi"),
    ],
)
def test_aliases(alias, club):
    assert [c.name for c in lexicon().clubs if alias in (c.name, *c.aliases)] == [club]


def test_names_of_squads_are_those_of_the_press():
    names = {row["name"] for row in read("squads")}
    assert {name for name in names if len(name.split()) > 5} == set()
    assert {name for name in names if re.match(r"\w\. ", name)} == set()
    assert {name for name in names if re.search("[čćšžłøășğıñãõ]", name)} == set()


def test_surname_is_part_of_the_name_or_what_he_goes_by():
    loose = {p.name for p in lexicon().players if p.source != "careers" and fold(p.surname) not in fold(p.name)}
    assert loose == set()


def test_closed_values():
    nations = {nation.name for nation in lexicon().nations}
    assert {p.position for p in lexicon().players} <= {"GK", "DF", "MF", "FW", ""}
    assert {p.nationality for p in (*lexicon().players, *lexicon().people)} - nations <= {""}
    assert {c.kind for c in lexicon().competitions} <= KINDS
    assert {c.country for c in lexicon().clubs} <= nations
    assert all(re.fullmatch(r"(\d{4}/\d\d)?", season) for season in {p.season for p in lexicon().coaches})


def test_no_form_of_two_competitions():
    owners = defaultdict(set)
    for competition in lexicon().competitions:
        for form in (competition.name, *competition.aliases):
            owners[form].add(competition.name)
    assert {form: names for form, names in owners.items() if len(names) > 1} == {}


@pytest.mark.parametrize(
    ("name", "nationality"),
    [("Alejandro Gomez", "Argentina"), ("Mauro Icardi", "Argentina"), ("Paulo Dybala", "Argentina")],
)
def test_nationality_is_not_the_passport(name, nationality):
    assert {p.nationality for p in lexicon().players if p.name == name} == {nationality}
