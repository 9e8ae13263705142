"""Builds the generated files of core/lexicon from a folder of facts: python tools/build_lexicon.py FACTS_DIR."""

import csv
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

from core.knowledge import FOLDER, TABLES, LexiconError, fold, read  # noqa: E402
from tools.press_names import PressNames, plain  # noqa: E402

Row = dict[str, str]
OPEN = {"MIT": "ewalldo", "CC BY 4.0": "wyscout", "CC0": "openfootball"}
POSITIONS = {"GK", "DF", "MF", "FW"}
FEW_GIVEN_NAMES = 3  # a given name counts when so many people of the list bear it
LONG_NAME = 4  # words from which a name is a passport's, not the press's


def facts(folder: Path, name: str) -> list[Row]:
    with (folder / f"{name}.csv").open(encoding="utf-8", newline="") as handle:
        return list(csv.DictReader(handle))


def write(name: str, found: Iterable[Iterable[object]]) -> None:
    """Write a table in a stable order, so that a new build shows only what changed."""
    lines = sorted({tuple(str(cell) for cell in row) for row in found})
    with (FOLDER / f"{name}.csv").open("w", encoding="utf-8", newline="") as handle:
        out = csv.writer(handle, lineterminator="\n")
        out.writerow(TABLES[name].columns)
        out.writerows(lines)
    print(f"{name}.csv: {len(lines)} rows")


class Builder:
    """Holds what several tables need: Italian nations, club names, people."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.nations = {key: row["name"] for row in read("nations") for key in (*row["english"], row["name"])}
        self.people = facts(folder, "people_birthdates")
        self.names = PressNames(read("press_names"), self.people, [row["name"] for row in read("particles")])
        self.clubs: dict[str, str] = {}
        for file in ("clubs_italy", "clubs_world", "national_sides"):
            for row in read(file):
                for form in (row["name"], *row["aliases"]):
                    self.clubs.setdefault(fold(form), row["name"])

    def club(self, written: str) -> str:
        """Return the press name of a club, "" if no clubs file has it."""
        return self.clubs.get(fold(written), "")

    def nation(self, written: str) -> str:
        """Return the Italian name of a nation given by its English name or code, "" if unknown."""
        return self.nations.get(written, "")

    def squads(self) -> Iterator[tuple[object, ...]]:
        """One row for each player, club and season; sources that agree are joined."""
        rows = [row for row in facts(self.folder, "players") if row["licence"] in OPEN and row["player"].strip()]
        unknown = sorted({row["club"] for row in rows if not self.club(row["club"])})
        if unknown:
            raise LexiconError(f"no clubs file knows {', '.join(unknown)}; add each as a club or as an alias of one")
        self.names.learn(rows)
        merged: dict[tuple[str, str, str, str], list[tuple[str, str, Row]]] = defaultdict(list)
        for row in rows:
            name, surname = self.names.of(row)
            initial = fold(name)[0] if name != surname else ""
            merged[self.club(row["club"]), row["season"], fold(surname), initial].append((name, surname, row))
        for (club, season, surname, initial), same in list(merged.items()):
            others = [key for key in merged if key[:3] == (club, season, surname) and key[3]] if not initial else []
            if len(others) == 1:  # a bare surname is the one man of that surname
                merged[others[0]] += same
                del merged[club, season, surname, initial]
        done: dict[tuple[str, str, str], list[tuple[str, str, Row]]] = defaultdict(list)
        career: dict[str, list[Row]] = defaultdict(list)
        for (club, season, _, _), same in merged.items():
            name = max((name for name, *_ in same), key=len)
            done[name, club, season] += same
            if " " in name:  # a bare surname may be several men
                career[name] += [row for *_, row in same]
        for (name, club, season), same in done.items():
            surname = next(surname for other, surname, _ in same if other == name)
            own = [row for *_, row in same]
            position = next((row["position"] for row in own + career[name] if row["position"] in POSITIONS), "")
            number = next((row["number"] for row in own if row["number"].isdigit()), "")
            nationality = self.nation(self.names.nationality(name, own + career[name]))
            sources = sorted({OPEN[row["licence"]] for row in own})
            yield name, surname, club, season, position, nationality, number, "+".join(sources)

    def build_people(self) -> None:
        """People without a club, and the given names that several of them bear."""
        people: dict[tuple[str, str], str] = {}
        for row in self.people:
            nationality = self.nation(row["nationality"])
            words = plain(row["name"]).split()
            name = " ".join(words if len(words) < LONG_NAME else (words[0], words[-1]))
            if nationality and (name, nationality) not in people:
                people[name, nationality] = row["position"] if row["position"] in POSITIONS else ""
        write("people", ((*key, position) for key, position in people.items()))
        count = Counter(name.split()[0] for name, _ in people if " " in name)
        given = {name for name, n in count.items() if n >= FEW_GIVEN_NAMES and len(name) > 2}
        write("given_names", ((name,) for name in given | {row["name"] for row in read("given_names_more")}))

    def build_staff(self) -> None:
        """Coaches and referees: open rows and those of general knowledge."""
        coaches = {(row["name"], row["club"], row["season"]): row["source"] for row in read("coaches_more")}
        for row in facts(self.folder, "coaches"):
            club, source = self.club(row["club"]), staff_source(row["source"])
            if club and source:
                coaches.setdefault((self.names.full(row["coach"]), club, row["season"]), source)
        write("coaches", ((*key, source) for key, source in coaches.items()))
        referees = {row["name"]: (row["surname"], row["nationality"], row["source"]) for row in read("referees_more")}
        for row in facts(self.folder, "referees"):
            name, source = self.names.full(row["referee"]), staff_source(row["source"])
            if source and name not in referees:
                surname = self.names.split(name)[1]
                referees[name] = (surname[0].upper() + surname[1:], self.nation(row["nationality"]), source)
        write("referees", ((name, *rest) for name, rest in referees.items()))


def staff_source(source: str) -> str:
    """Return the open source named in a cell, "" if there is none."""
    known = {"ewalldo": "ewalldo", "it.wikipedia": "wikipedia", "openfootball": "openfootball", "general": "general"}
    return next((key for word, key in known.items() if word in source), "")


def main(folder: Path) -> None:
    builder = Builder(folder)
    builder.build_people()
    write("squads", builder.squads())
    builder.build_staff()


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit("usage: python tools/build_lexicon.py FACTS_DIR")
    main(Path(sys.argv[1]))
