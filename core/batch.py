"""Many files: each is read or its failure told, one after the other or over several processes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from core.documents import READERS, Document, read_document
from core.errors import CronacaError, DocumentError
from core.own_entries import Entry
from core.schema import MatchReport

Reader = Callable[[str, str], MatchReport]
"""(text, name) -> reading."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one text: a reading, or the error that says why there is none."""

    name: str
    report: MatchReport | None = None
    error: CronacaError | None = None


def default_reader(
    text: str, name: str, squads: bool = True, season: str | None = None, own: Sequence[Entry] = ()
) -> MatchReport:
    """Read with the program's own reader; ``own`` is what users taught the lexicon."""
    from core.extract import extract
    from core.own_lexicon import lexicon_with

    return extract(text, name=name, squads=squads, season=season, lexicon=lexicon_with(list(own)))


def read_one(document: Document, reader: Reader = default_reader) -> Outcome:
    """Read one document; nothing that a text does may stop the others from being read."""
    if document.error:
        return Outcome(document.name, error=document.error)
    try:
        return Outcome(document.name, report=reader(document.text, document.name))
    except CronacaError as error:
        return Outcome(document.name, error=error)
    except Exception as error:
        told = f"{type(error).__name__}: {error}".splitlines()[0]
        message = f"{document.name} could not be read ({told}); please report this text"
        return Outcome(document.name, error=CronacaError(message, code="reader-failed", name=document.name))


def load(name: str, data: bytes) -> list[Document]:
    """Return the documents of a file, a broken file as one document with its error."""
    try:
        return read_document(name, data)
    except DocumentError as error:
        return [Document(name, "", error)]


def load_path(path: Path) -> list[Document]:
    """Return the documents of a file, or of all files of a known kind in a folder."""
    if path.is_dir():
        known = {*READERS, ".zip"}
        inside = sorted(p for p in path.rglob("*") if p.suffix.lower() in known and p.is_file())
        return [document for p in inside for document in load_path(p)]
    try:
        return load(path.name, path.read_bytes())
    except OSError as error:
        message = f"{path} cannot be opened ({error.strerror or error}); check the name"
        return [Document(path.name, "", DocumentError(message, name=path.name))]


def read_many(
    documents: Iterable[Document],
    squads: bool = True,
    jobs: int = 1,
    reader: Reader | None = None,
    season: str | None = None,
    own: Sequence[Entry] = (),
) -> Iterator[Outcome]:
    """Read documents, in order, as they come; the same texts give the same readings with any number of ``jobs``.

    ``squads``, ``season`` and ``own`` are for the program's own reader.
    """
    chosen = reader or partial(default_reader, squads=squads, season=season, own=tuple(own))
    read = partial(read_one, reader=chosen)
    if jobs <= 1:
        yield from map(read, documents)
        return
    with ProcessPoolExecutor(max_workers=jobs) as pool:
        yield from pool.map(read, documents, chunksize=4)
