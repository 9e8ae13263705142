"""The command line: ``python -m core extract | evaluate | import | export | backup | restore``."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path, PurePosixPath

from core.batch import Outcome, load_path, read_many
from core.documents import Document
from core.errors import CronacaError
from core.own_entries import Entry

EVALUATE_BY = ("kind", "tabellino", "report")


def parser() -> argparse.ArgumentParser:
    """Return the parser of all commands."""
    main = argparse.ArgumentParser(prog="python -m core", description="Read Italian football match reports.")
    commands = main.add_subparsers(dest="command", required=True, metavar="COMMAND")

    extract = commands.add_parser("extract", help="write one JSON object a report")
    _files(extract)
    extract.add_argument("--out", type=Path, metavar="DIR", help="write DIR/<stem>.json instead of JSON lines")

    evaluate = commands.add_parser("evaluate", help="compare readings with gold files")
    evaluate.add_argument("gold", type=Path, metavar="DIR", help="folder with NN.txt and NN.json")
    evaluate.add_argument("--pred", type=Path, metavar="DIR", help="readings made before, instead of reading now")
    evaluate.add_argument("--by", choices=EVALUATE_BY, help="figures by group")
    evaluate.add_argument("--errors", action="store_true", help="every difference, one a line")
    evaluate.add_argument("--json", action="store_true", help="figures as JSON")
    evaluate.add_argument("--no-squads", action="store_true", help="read without the squads of the lexicon")
    evaluate.add_argument("--mutants", action="store_true", help="also with persons and clubs exchanged for others")
    evaluate.add_argument("--seed", type=int, default=1, help="of mutants and bootstrap (default 1)")

    imported = commands.add_parser("import", help="read files into the archive")
    _files(imported)
    imported.add_argument("--competition", help="where the text does not tell")
    imported.add_argument("--date", type=date.fromisoformat, metavar="YYYY-MM-DD", help="where the text does not tell")

    export = commands.add_parser("export", help="write the season of the archive as an Excel file")
    export.add_argument("path", type=Path, metavar="FILE.xlsx")
    for name in ("season", "competition", "side"):
        export.add_argument(f"--{name}")

    backup = commands.add_parser("backup", help="write the whole archive into one file")
    backup.add_argument("path", type=Path, metavar="FILE")
    restore = commands.add_parser("restore", help="put a backup in place of the archive")
    restore.add_argument("path", type=Path, metavar="FILE")
    return main


def _files(command: argparse.ArgumentParser) -> None:
    command.add_argument("files", nargs="+", type=Path, metavar="FILE", help="txt, md, html, docx, pdf, zip or folder")
    command.add_argument("--no-squads", action="store_true", help="read without the squads of the lexicon")
    command.add_argument("--jobs", type=int, default=1, metavar="N", help="processes (default 1)")


def complain(message: str) -> None:
    """Say something in one line on standard error."""
    print(" ".join(message.split()), file=sys.stderr)


def _failed(outcome: Outcome) -> None:
    told = str(outcome.error)
    complain(told if told.startswith(outcome.name) else f"{outcome.name}: {told}")


def _documents(files: Iterable[Path]) -> Iterator[Document]:
    for file in files:
        yield from load_path(file)


def target_name(name: str, taken: dict[str, str]) -> str:
    """Return the file name of a reading: ``<stem>.json``, or ``<name>.json`` where that is taken, or a number."""
    path = PurePosixPath(name.replace("\\", "/"))
    choice = f"{path.stem}.json"
    if choice in taken:
        choice = f"{path.name}.json"
    number = 2
    while choice in taken:
        choice, number = f"{path.name}-{number}.json", number + 1
    taken[choice] = name
    return choice


def _write(outcome: Outcome, folder: Path, taken: dict[str, str]) -> None:
    assert outcome.report is not None
    target = folder / target_name(outcome.name, taken)
    stem = f"{PurePosixPath(outcome.name).stem}.json"
    if target.name != stem:
        complain(f"note: {outcome.name} is written to {target.name}; {stem} holds {taken[stem]}")
    # written aside first: whoever reads the folder meanwhile never finds half a file
    partial = target.with_name(target.name + ".part")
    partial.write_text(outcome.report.model_dump_json(indent=1) + "\n", encoding="utf-8")
    partial.replace(target)


def extract(arguments: argparse.Namespace) -> int:
    """Read files and write their JSON; 1 if any could not be read."""
    status = 0
    taken: dict[str, str] = {}
    if arguments.out:
        arguments.out.mkdir(parents=True, exist_ok=True)
    documents = _documents(arguments.files)
    for outcome in read_many(documents, not arguments.no_squads, arguments.jobs, own=_taught()):
        if outcome.report is None:
            _failed(outcome)
            status = 1
        elif arguments.out:
            _write(outcome, arguments.out, taken)
        else:
            sys.stdout.buffer.write(outcome.report.model_dump_json().encode("utf-8") + b"\n")
    sys.stdout.flush()
    return status


def _taught() -> list[Entry]:
    """What users taught the archive that the environment names; it is not made where it is not there."""
    from core.settings import archive_named

    if not archive_named():
        return []
    from core.store import Store

    return Store().entries()


def import_files(arguments: argparse.Namespace) -> int:
    """Read files into the archive, each saved when it is read; 1 if any could not be read."""
    from core.store import Store
    from core.store_rows import season_of

    store = Store()
    status = new = known = 0
    season = season_of(arguments.date.isoformat()) if arguments.date else None
    documents = _documents(arguments.files)
    own = store.entries()
    for outcome in read_many(documents, not arguments.no_squads, arguments.jobs, season=season, own=own):
        if outcome.report is None:
            _failed(outcome)
            status = 1
            continue
        _, created = store.save(outcome.report, arguments.date, arguments.competition)
        new, known = new + created, known + (not created)
    print(f"{new} saved, {known} saved before")
    return status


def export(arguments: argparse.Namespace) -> int:
    """Write the season of the archive as an Excel file."""
    from core.export import to_excel
    from core.season import SeasonFilters, season_frames
    from core.store import Store

    filters = SeasonFilters(season=arguments.season, competition=arguments.competition, side=arguments.side)
    arguments.path.write_bytes(to_excel(season_frames(Store(), filters).tables()))
    return 0


def backup(arguments: argparse.Namespace) -> int:
    """Write the whole archive into one file."""
    from core.store import Store

    Store().backup(arguments.path)
    return 0


def restore(arguments: argparse.Namespace) -> int:
    """Put a backup in place of the archive."""
    from core.store import Store

    Store().restore_archive(arguments.path)
    return 0


def evaluate(arguments: argparse.Namespace) -> int:
    """Compare readings with gold and print figures."""
    from core.evaluate_report import run

    return run(arguments)


COMMANDS = {
    "extract": extract,
    "evaluate": evaluate,
    "import": import_files,
    "export": export,
    "backup": backup,
    "restore": restore,
}


def main(argv: list[str] | None = None) -> int:
    """Run one command; return the exit status."""
    arguments = parser().parse_args(argv)
    try:
        return COMMANDS[arguments.command](arguments)
    except BrokenPipeError:
        # the reader of our output has gone; without this Python complains once more at exit
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    except (CronacaError, OSError) as error:
        complain(f"error: {error}")
        return 1


if __name__ == "__main__":
    sys.exit(main())
