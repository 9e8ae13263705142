"""What users teach the lexicon: checked, kept, read from files, and used by the reader."""

import pytest

from core.knowledge import lexicon
from core.lexicon_search import KINDS as LINES
from core.lexicon_search import entries_of, search, seasons_text
from core.own_entries import KINDS, EntryError, checked, columns_of, made, required_of
from core.own_files import from_csv, from_json, to_csv, to_json
from core.own_lexicon import lexicon_with, with_user_entries

PLAYER = {"name": "Ugo Brambilla", "club": "Vigolzone", "season": "2024-25", "position": "portiere", "number": "1"}
CLUB = {"name": "Vigolzone", "epithets": "Valnuresi|gialloneri", "stadiums": "Comunale di Vigolzone"}
ENTRIES = [
    ("player", checked("player", PLAYER)),
    ("club", checked("club", CLUB)),
    ("nickname", checked("nickname", {"nickname": "Il Muro", "name": "Ugo Brambilla", "club": "Vigolzone"})),
    ("competition", checked("competition", {"name": "Coppa Val Nure"})),
]


# -- entries ----------------------------------------------------------------------------------------


def test_an_entry_is_completed():
    told = {"surname": "Brambilla", "season": "2024/25", "position": "GK", "number": 1, "nationality": ""}
    assert checked("player", PLAYER) == PLAYER | told
    assert checked("club", CLUB)["epithets"] == ["valnuresi", "gialloneri"]


@pytest.mark.parametrize(
    ("kind", "given", "code"),
    [
        ("squadra", {}, "entry-kind"),
        ("player", PLAYER | {"height": 190}, "entry-field"),
        ("player", PLAYER | {"club": " "}, "entry-missing"),
        ("player", PLAYER | {"season": "24/25"}, "entry-season"),
        ("player", PLAYER | {"season": "2024/26"}, "entry-season"),
        ("player", PLAYER | {"position": "libero battitore"}, "entry-position"),
        ("player", PLAYER | {"number": "uno"}, "entry-number"),
        ("person", {"name": "x" * 121}, "entry-long"),
    ],
)
def test_what_cannot_be_is_named(kind, given, code):
    with pytest.raises(EntryError) as caught:
        checked(kind, given)
    assert caught.value.code == code


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_can_be_made(kind):
    given = dict.fromkeys(required_of(kind), "Prova") | ({"season": "2024"} if kind == "player" else {})
    entry = made(kind, given)
    assert set(columns_of(kind)) <= {f for f in entry.__dataclass_fields__}


# -- files ------------------------------------------------------------------------------------------

SEMICOLONS = "Cognome;Nome;Ruolo;Maglia;Altezza\nBrambilla;Ugo;P;1;190\n;;;;\nde Roon;Marten;C;15;185\n"


@pytest.mark.parametrize(
    "data",
    [
        SEMICOLONS.encode(),
        SEMICOLONS.replace(";", "\t").encode("utf-8-sig"),
        SEMICOLONS.replace(";", ",").encode("cp1252"),
    ],
)
def test_a_squad_list_is_read(data):
    found = from_csv(data, "Vigolzone", "2024/25")
    told = [(e["name"], e["surname"], e["position"], e["number"]) for _, e in found.entries]
    assert told == [("Ugo Brambilla", "Brambilla", "GK", 1), ("Marten de Roon", "de Roon", "MF", 15)]
    assert found.problems == []


def test_a_bad_line_costs_only_itself():
    found = from_csv(b"nome,ruolo\nUgo Brambilla,P\nAldo Ferrari,zz\nPio Neri,A\n", "Vigolzone", "2024/25")
    assert [e["name"] for _, e in found.entries] == ["Ugo Brambilla", "Pio Neri"]
    assert [(line, error.code) for line, error in found.problems] == [(3, "entry-position")]


@pytest.mark.parametrize("data", [b"", b"\n\n", b"a,b\n1,2\n", b"\x89PNG\r\n\x1a\n"])
def test_a_file_without_names_is_refused(data):
    with pytest.raises(EntryError, match="no column of names"):
        from_csv(data)


@pytest.mark.parametrize("data", [b"", b"[]", b"{}", b'{"format": "cronaca-lexicon"}', b"nome,ruolo"])
def test_json_that_is_no_list_of_entries_is_refused(data):
    with pytest.raises(EntryError, match="no list of entries"):
        from_json(data)


def test_entries_go_out_and_come_back():
    assert from_csv(to_csv(ENTRIES).encode()).entries == ENTRIES
    assert from_json(to_json(ENTRIES).encode()).entries == ENTRIES


# -- the lexicon ------------------------------------------------------------------------------------


def test_the_lexicon_gains_the_entries_and_the_shipped_one_stays():
    shipped, new = lexicon(), lexicon_with(ENTRIES)
    assert [p.name for p in new.squad("Vigolzone", "2024/25")] == ["Ugo Brambilla"]
    assert new.stadiums["Comunale di Vigolzone"] == "Comunale di Vigolzone"
    assert not shipped.squad("Vigolzone", "2024/25") and "Coppa Val Nure" not in {c.name for c in shipped.competitions}
    assert lexicon_with(ENTRIES) is new and lexicon_with([]) is shipped


def test_a_known_club_gains_names():
    entry = checked("club", {"name": "Atalanta", "nicknames": "Ninfa"})
    (club,) = [c for c in with_user_entries(lexicon(), [("club", entry)]).clubs if c.name == "Atalanta"]
    assert {"Dea", "Ninfa"} <= set(club.nicknames) and club.city == "Bergamo"


def test_a_player_takes_the_place_of_the_shipped_one():
    shipped = lexicon().players[0]
    mine = {"name": shipped.name, "club": shipped.club, "season": shipped.season, "number": "98"}
    new = with_user_entries(lexicon(), [("player", mine)])
    assert [p.number for p in new.squad(shipped.club, shipped.season) if p.name == shipped.name] == [98]


def test_the_reader_uses_them_at_once():
    from core.extract import extract

    text = "Vigolzone-Carpaneto 1-0. Al 12' segna Ferrari. Brambilla para tutto e il Vigolzone vince la partita."
    told = [("player", checked("player", PLAYER)), ("player", checked("player", PLAYER | {"name": "Aldo Ferrari"}))]
    sides = [
        {m.text: m.team for m in extract(text, lexicon=lex).mentions}.get("Brambilla")
        for lex in (lexicon(), lexicon_with(told))
    ]
    assert sides[0] != "Vigolzone" and sides[1] == "Vigolzone"


# -- search -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("query", "kind", "name"),
    [
        ("hateboer", "player", "Hans Hateboer"),
        ("HÀTEBOER atalanta", "player", "Hans Hateboer"),
        ("dea", "club", "Atalanta"),
        ("papu", "nickname", "Papu"),
        ("san siro", "stadium", "San Siro"),
    ],
)
def test_search_finds(query, kind, name):
    lines, total = search(lexicon(), query)
    assert (kind, name) in [(line.kind, line.name) for line in lines[:3]] and total >= 1


@pytest.mark.parametrize("query", ["", "   ", "xqzxqz", "(["])
def test_search_finds_nothing(query):
    assert search(lexicon(), query) == ([], 0)


def test_search_by_kind_and_up_to_a_limit():
    lines, total = search(lexicon(), "rossi", {"referee"}, limit=1)
    assert [line.kind for line in lines] == ["referee"] and total > 1
    assert all({line.kind for line in search(lexicon(), "a", {kind}, 5)[0]} == {kind} for kind in LINES)


def test_own_entries_are_found_and_say_so():
    (line,) = [x for x in search(lexicon_with(ENTRIES), "brambilla vigolzone")[0] if x.kind == "player"]
    assert line.source == "own"


def test_entries_of_a_person_tell_those_of_the_side_first():
    assert entries_of(lexicon(), "Hans Hateboer", "Atalanta")[0].detail.startswith("Atalanta")
    assert entries_of(lexicon(), "Nessuno Mai", None) == []


@pytest.mark.parametrize(
    ("seasons", "text"),
    [
        (["2016/17", "2015/16", "2018/19"], "2015/16–2016/17, 2018/19"),
        (["1999/00", "2000/01"], "1999/00–2000/01"),
        ([], ""),
    ],
)
def test_seasons_in_stretches(seasons, text):
    assert seasons_text(seasons) == text
