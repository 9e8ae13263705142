"""A random match printed in a random house style and read back: the same match."""

import re
from dataclasses import dataclass

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from core.sheet import Sheet, SheetMinute, read_sheet
from core.text import JOINER, normalise, sections

_PLAIN = """Sarti Bellini Corti Donà Elia Ferri Galli Leone Monti Nava Orsi Pace Quaglia Riva Serra Testa Urso Villa
Zani Amato Bassi Cairo Dossi Esposito Fabbri Greco Iodice Lodi Marras Negro Oliva Parisi Rota Sala Tosi Uva Vitale"""
_ODD = ["De Rossi", "D'Ambrosio", "van der Meer", "Di Nardo", "Milinkovic-Savic", "El Hadary", "Theo Perez", "F. Vega"]
SURNAMES = _PLAIN.split() + _ODD
Minute = tuple[int, int, int]  # half, minute of the half, added


@dataclass
class Match:
    names: list[str]
    subs: list[tuple[int, int, str, Minute]]  # side, index of the starter, who comes on, when
    goals: list[tuple[int, int, Minute, str]]  # the player's side, index, when, mark
    cards: list[tuple[int, int, str]]

    def starters(self, side: int) -> list[str]:
        return self.names[side * 11 : side * 11 + 11]


@dataclass
class Style:
    clock: str
    heads: str
    separators: str
    sub: str
    goal: str
    marks: tuple[str, str]
    capitals: bool
    one_line: bool
    ratings: bool

    def minute(self, minute: Minute) -> str:
        half, n, added = minute
        if self.clock == "running":
            base = n + 45 * (half - 1)
            return f"{base}'+{added}" if added else f"{base}'"
        word = {"pt": ("pt", "st"), "dotted": ("p.t.", "s.t."), "glued": ("pt", "st"), "digit": ("1t", "2t")}[
            self.clock
        ]
        return f"{n + added}'{'' if self.clock == 'glued' else ' '}{word[half - 1]}"


minutes = st.one_of(
    st.tuples(st.sampled_from([1, 2]), st.integers(1, 44), st.just(0)),
    st.tuples(st.sampled_from([1, 2]), st.just(45), st.integers(1, 6)),
)
styles = st.builds(
    Style,
    clock=st.sampled_from(["running", "pt", "dotted", "glued", "digit"]),
    heads=st.sampled_from(["{} (4-3-3): ", "{}: ", "{} (433) ", "{} (4-3-3)\n"]),
    separators=st.sampled_from([", ", "; ", ","]),
    sub=st.sampled_from(["({m} {n})", "(dal {m} {n})", "({n} dal {m})", "[{m} {n}]"]),
    goal=st.sampled_from(["{m} {k}{n}", "{n} {m}{after}", "{n} ({m}){after}", "{m} {n}{after}"]),
    marks=st.sampled_from([("rig.", "aut."), ("rigore", "autogol")]),
    capitals=st.booleans(),
    one_line=st.booleans(),
    ratings=st.booleans(),
)


@st.composite
def matches(draw: st.DrawFn) -> Match:
    names = draw(st.permutations(SURNAMES))
    spare = iter(names[22:])
    subs = [
        (side, i, next(spare), draw(minutes))
        for side in (0, 1)
        for i in sorted(draw(st.sets(st.integers(0, 10), max_size=4)))
    ]
    who = st.tuples(st.sampled_from([0, 1]), st.integers(0, 10))
    goals = draw(
        st.lists(st.tuples(who, minutes, st.sampled_from(["", "", "R", "A"])), max_size=5, unique_by=lambda g: g[0])
    )
    booked = draw(
        st.lists(
            st.tuples(who, st.sampled_from(["yellow", "red", "second_yellow"])), max_size=5, unique_by=lambda c: c[0]
        )
    )
    return Match(names[:22], subs, [(*g[0], g[1], g[2]) for g in goals], [(*c[0], c[1]) for c in booked])


def printed(match: Match, style: Style) -> str:
    lines = []
    for side, team in enumerate(("Alfa Calcio", "Beta 1908")):
        players = []
        for i, name in enumerate(match.starters(side)):
            bracket = [style.sub.format(m=style.minute(m), n=n) for s, j, n, m in match.subs if (s, j) == (side, i)]
            players.append(" ".join([name, *(["6,5"] if style.ratings else []), *bracket]))
        head = style.heads.format(team.upper() if style.capitals else team)
        lines.append(head + style.separators.join(players) + f". All.: {('Bruni', 'Mister X. Conti')[side][-5:]}")
    if match.goals:
        told = []
        for side, i, minute, mark in match.goals:
            word = {"": "", "R": style.marks[0], "A": style.marks[1]}[mark]
            told.append(
                style.goal.format(
                    m=style.minute(minute),
                    n=match.starters(side)[i],
                    k=word and word + " ",
                    after=word and f" ({word})",
                )
            )
        lines.append("Reti: " + ", ".join(told))
    for kind, label in (("yellow", "Ammoniti"), ("red", "Espulsi"), ("second_yellow", "Espulsi")):
        told = [match.starters(s)[i] for s, i, k in match.cards if k == kind]
        if told:
            reason = " per doppia ammonizione" if kind == "second_yellow" else ""
            lines.append(f"{label}: " + ", ".join(name + reason for name in told))
    lines.append("Arbitro: Verri di Pisa")
    sep = ". " if style.one_line and "\n" not in style.heads else "\n"
    return sep.join(line.rstrip(".") for line in lines)


def clock(minute: SheetMinute | None) -> tuple[int, int] | None:
    return minute and (minute.minute, minute.added or 0)


def told_clock(minute: Minute) -> tuple[int, int]:
    return minute[1] + 45 * (minute[0] - 1), minute[2]


@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
@given(matches(), styles)
def test_what_is_printed_is_read(match: Match, style: Style) -> None:
    text = printed(match, style)
    sheet: Sheet = read_sheet(text, (0, len(text)))
    assert [lineup.team.text.lower() for lineup in sheet.lineups] == ["alfa calcio", "beta 1908"], text
    for side in (0, 1):
        assert [n.text for n in sheet.lineups[side].starters] == match.starters(side), text
        subs = [(s.out.text, s.in_.text, clock(s.minute)) for s in sheet.lineups[side].subs]
        assert subs == [(match.starters(side)[i], n, told_clock(m)) for s, i, n, m in match.subs if s == side], text
    goals = [(g.player.text, clock(g.minute), g.penalty, g.own_goal, g.side) for g in sheet.goals]
    assert goals == [
        (match.starters(s)[i], told_clock(m), mark == "R", mark == "A", 1 - s if mark == "A" else s)
        for s, i, m, mark in match.goals
    ], text
    cards = sorted((c.player.text, c.card, c.side) for c in sheet.cards)
    assert cards == sorted((match.starters(s)[i], kind, s) for s, i, kind in match.cards), text
    assert sheet.referee.text == "Verri"
    assert [lineup.coach.text for lineup in sheet.lineups] == ["Bruni", "Conti"], text


WHOLE = """ALFA-REAL BETA 2-1 (1-0)
ALFA (4-3-3): Sarti; Bellini, Corti (22’ st D’Amico), Donà, Elia; Ferri, Galli (C), Leo; Mo, Ori, Nava (1’ st De Luca).
A disp.: Amato, Bassi. All.: Neri
REAL BETA (4-4-2): Pace; Quaglia, Riva, Serra, Testa; Urso, Villa, Zani, Tosi (dal 40’ st Uva); Cairo, Dossi.
A disp.: Fabbri, Greco. All.: Bruni
ARBITRO: Verri di Pisa (Lodi e Parisi)
RETI: 12’ pt Galli (A), 46’ pt aut. Corti (A), 47’ st rig. Ori (A)
NOTE: spettatori 300 circa. Ammoniti: Serra, Testa. Espulso al 33’ st Villa per doppia ammonizione. Angoli 5-3."""


def account(text: str) -> str:
    """Everything the sheet of ``text`` tells, without offsets, in one kind of quotes and blanks."""
    span = next((s.start, s.end) for s in sections(text) if s.kind == "tabellino")
    told = repr(read_sheet(text, span))
    told = re.sub(r"(start|end|span|score_span)=(\d+|\(\d+, \d+\))", "", told)
    for entity, sign in (("&#8217;", "’"), ("&agrave;", "à"), (r"\xa0", " "), ('"', "'")):
        told = told.replace(entity, sign)
    return re.sub(r"text='([^,]*)',", lambda m: normalise(m[1]).replace(JOINER, "").lower(), told)


@pytest.mark.parametrize(
    "mutant",
    [
        WHOLE.replace("\n", " "),
        WHOLE.replace("\n", "\n\n"),
        WHOLE.replace("\n", "\r\n"),
        WHOLE.replace("\n", "<br>\n"),
        WHOLE.replace(", ", ",").replace("; ", ";").replace(": ", ":"),
        WHOLE.replace("’", "'"),
        WHOLE.replace("’", "&#8217;").replace("à", "&agrave;"),
        WHOLE.replace(" ", "\u00a0"),
        WHOLE.replace(" st ", " s.t. ").replace(" pt ", " p.t. "),
        re.sub(r"(.{50,70}?) ", r"\1\n", WHOLE),
        "La squadra di casa parte meglio e al primo affondo trova il gol che vale il vantaggio.\n" + WHOLE,
        WHOLE + "\nLa squadra di casa parte meglio e al primo affondo trova il gol che vale il vantaggio.",
    ],
)
def test_print_does_not_matter(mutant: str) -> None:
    assert mutant != WHOLE
    assert account(mutant) == account(WHOLE)


def test_the_account_tells_everything() -> None:
    told = account(WHOLE)
    for word in (
        "sarti",
        "de luca",
        "d'amico",
        "bruni",
        "verri",
        "parisi",
        "second_yellow",
        "attendance=300",
        "added=2",
    ):
        assert word in told
