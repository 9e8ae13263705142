"""A made-up match for examples of single sentences: two lineups, so that every name in a sentence is known."""

from __future__ import annotations

from core.reading import Reading
from core.told import Told
from tests.markup import Tagged, parse, read

HOME, AWAY = "Novara", "Pro Vercelli"
SHEET = (
    "NOVARA (4-3-3): Zanotti; Brugnoli, Cavalieri, Dossena, Ermini; Fantoni, Gherardi, Lorusso; Mazzuoli, Nencini,"
    " Orlandini. A disp.: Perazzi, Querini, Rigotti. All. Santarelli.\n"
    "PRO VERCELLI (4-4-2): Rubini; Scapin, Tavani, Urbinati, Vezzoli; Zaccardi, Bertozzi, Cremaschi, Dalmonte;"
    " Farabegoli, Grisendi. A disp.: Molteni, Trevisol, Valcareggi. All. Bragaglia.\n"
    "ARBITRO: Colombini di Como."
)


def scene(marked: str) -> tuple[Reading, list[Tagged], Told]:
    """Read one marked sentence or two in the second half of the made-up match: reading, tags, what the prose tells."""
    text, tags = parse(marked) if "<" in marked else (marked, [])
    r = read(f"Nella ripresa si gioca ancora.\n{text}\n\n{SHEET}", "calcio_events")
    return r, tags, r.told


def told(tags: list[Tagged]) -> set[tuple[str, str]]:
    """(tag, words) of all tags."""
    return {(t.tag, t.text) for t in tags}


def called(r: Reading, person: int) -> str | None:
    """The name of a person of the reading, None for nobody."""
    return r.people[person].name if person >= 0 else None


def changes(marked: str) -> tuple[list[tuple[str | None, str | None]], list[str], list[str]]:
    """Pairs (on, off) of changes as read, and the names marked as <on> and <off>."""
    r, tags, prose = scene(marked)
    pairs = [(called(r, c.in_), called(r, c.out)) for c in prose.changes]
    return pairs, [t.text for t in tags if t.tag == "on"], [t.text for t in tags if t.tag == "off"]
