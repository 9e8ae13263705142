"""Sides and compact notations that the tests of the match sheet share."""

from core.sheet import Sheet, SheetMinute, read_sheet

ELEVEN = "Sarti; Bellini, Corti, Donà, Elia; Ferri, Galli, Leone; Monti, Nava, Orsi"
OTHERS = "Pace; Quaglia, Riva, Serra, Testa; Urso, Villa, Zani; Amato, Bassi, Cairo"
TEAMS = f"ALFA (4-3-3): {ELEVEN}. All.: Neri\nBETA (4-3-3): {OTHERS}. All.: Bruni\n"
PLAIN = ELEVEN.replace(";", ",")


def read(text: str) -> Sheet:
    return read_sheet(text, (0, len(text)))


def clock(minute: SheetMinute | None) -> str:
    return "-" if minute is None else f"{minute.minute}" + (f"+{minute.added}" if minute.added else "")


def goals(text: str) -> str:
    marks = [(g, "R" * g.penalty + "A" * g.own_goal) for g in read(text).goals]
    return ", ".join(f"{g.player.text} {clock(g.minute)}{mark and ' ' + mark}" for g, mark in marks)


def cards(text: str) -> str:
    return ", ".join(f"{c.player.text} {c.card} {clock(c.minute)}" for c in read(text).cards)


def subs(text: str) -> str:
    name = lambda n: n.text if n else "-"  # noqa: E731
    return ", ".join(f"{name(s.in_)}>{name(s.out)} {clock(s.minute)}" for s in read(text).subs)
