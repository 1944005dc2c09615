"""From captures to lines of a ledger: read what is new, keep it, find which texts are copies.

What is kept of a capture is written in one go, so that a run that is killed leaves nothing
half done, and the same run again goes on where it ended.
"""

from __future__ import annotations

import os
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import TypeVar

from msgspec.structs import replace

from counterclaim.clean import CLEANER
from counterclaim.errors import InputError
from counterclaim.ledger.instants import utc_now
from counterclaim.ledger.ledger import Ledger
from counterclaim.link.copies import CopyFinder
from counterclaim.link.credits import find_credits
from counterclaim.link.origins import origins
from counterclaim.model.added import Added
from counterclaim.model.copies import SketchedText
from counterclaim.model.document import Capture
from counterclaim.model.edge import Edge
from counterclaim.model.reading import Reading
from counterclaim.pipeline import read_capture, size_of, the_reader, what_was_lost
from counterclaim.read.names.aliases import Aliases
from counterclaim.read.version import reader_version
from counterclaim.workers import Lost, Workers

COMPARED_AT_ONCE = 1000
"""Documents compared in one transaction: no other process can write while it lasts, a few seconds."""

Outcome = Added | InputError
_Found = tuple[Capture, Reading | InputError]
T = TypeVar("T")


def add_all(
    captures: Iterable[Capture | InputError],
    ledger: Ledger,
    jobs: int = 1,
    aliases: Path | None = None,
    now: Callable[[], str] = utc_now,
) -> Iterator[Outcome]:
    """Put what the ledger does not hold yet into it, and say what became of each capture.

    What it holds already is said at once, the rest in order as it is read by so many processes.
    What is wrong with a capture is logged in the ledger.  At the end copies are found.
    """
    for _, outcome in add_each(captures, ledger, jobs, aliases, now):
        yield outcome


def add_each(
    captures: Iterable[Capture | InputError],
    ledger: Ledger,
    jobs: int = 1,
    aliases: Path | None = None,
    now: Callable[[], str] = utc_now,
) -> Iterator[tuple[Capture | None, Outcome]]:
    """As `add_all`, each outcome behind the capture as it is kept, None where there was no capture."""
    aside: list[tuple[Capture | None, Outcome]] = []
    if aliases:
        Aliases.packaged().with_file(aliases)  # raises if it is at fault
    version = reader_version(aliases=aliases)

    def unknown() -> Iterator[Capture]:
        for found in captures:
            if isinstance(found, InputError):
                ledger.skip(found, now())
                aside.append((None, found))
                continue
            capture = _beside(found, ledger.path)
            if ledger.has(capture, CLEANER, version):
                aside.append((capture, Added.FORGOTTEN if ledger.is_forgotten(capture) else Added.KNOWN))
            else:
                yield capture

    for capture, found in _read(unknown(), jobs, aliases):
        yield from _taken(aside)
        yield capture, _kept(ledger, capture, found, now())
    yield from _taken(aside)
    find_copies(ledger)


def reread_all(
    ledger: Ledger, jobs: int = 1, aliases: Path | None = None, now: Callable[[], str] = utc_now
) -> Iterator[Outcome]:
    """Read all that the ledger holds and this reader has not read, and keep these readings too."""
    if aliases:
        Aliases.packaged().with_file(aliases)  # raises if it is at fault
    version = reader_version(aliases=aliases)
    yield from add_all(ledger.stored_captures((CLEANER, version)), ledger, jobs, aliases, now)


def find_copies(ledger: Ledger) -> None:
    """Compare documents that were not compared yet with all others, and tell where each text began.

    Several processes may do so at once: each takes its turn, and the last one sees what all added.
    """
    while True:
        with ledger.transaction():
            batch = ledger.unsketched()[:COMPARED_AT_ONCE]
            if not batch:
                return
            finder = CopyFinder(ledger)
            for document in batch:
                ledger.keep_edges(finder.add(ledger.sketched_text(document)))
            _tell_origins(ledger, batch)


def forget(ledger: Ledger, document: str, by: str, now: Callable[[], str] = utc_now) -> str:
    """Erase a document for good, tell anew where its copies' texts began, and give its whole id."""
    document = ledger.document_id(document)
    joined = list(_joined(list(ledger.edges()), [document]))
    ledger.forget(document, by=by, at=now())
    with ledger.transaction():
        _tell_origins(ledger, [one for group in joined for one in group if one != document])
    return document


def _tell_origins(ledger: Ledger, documents: Sequence[str]) -> None:
    """Tell the origins of documents and of all that edges join to them."""
    edges = list(ledger.edges())
    for group in _joined(edges, documents):
        texts = sorted((ledger.sketched_text(one) for one in group), key=_by_day)
        credits = {text.document: find_credits(text) for text in texts}
        ledger.keep_origins(origins([text.document for text in texts], edges, credits).values())


def _by_day(text: SketchedText) -> tuple[str, str]:
    return text.published or "9999", text.document


def _joined(edges: Sequence[Edge], documents: Iterable[str]) -> Iterator[list[str]]:
    """Each of the documents with all that edges join to it, directly or through others; no group twice."""
    beside: dict[str, list[str]] = defaultdict(list)
    for edge in edges:
        beside[edge.from_document].append(edge.to_document)
        beside[edge.to_document].append(edge.from_document)
    done: set[str] = set()
    for document in documents:
        group, waiting = [], [document]
        while waiting:
            one = waiting.pop()
            if one not in done:
                done.add(one)
                group.append(one)
                waiting += beside[one]
        if group:
            yield group


def _beside(capture: Capture, ledger: Path) -> Capture:
    """The capture of a file with its path as seen from the ledger, wherever a run is started."""
    if capture.url or capture.name == "-" or "://" in capture.name or os.name == "nt":
        return capture
    return replace(capture, name=os.path.relpath(os.path.abspath(capture.name), ledger.absolute().parent))


def _read(captures: Iterable[Capture], jobs: int, aliases: Path | None) -> Iterator[_Found]:
    if jobs == 1:
        yield from ((capture, read_capture(capture, aliases)) for capture in captures)
        return
    task = partial(read_capture, aliases=aliases)
    with Workers(jobs, task, partial(the_reader, aliases)) as workers:
        for capture, found in workers.map(captures, size_of):
            yield capture, what_was_lost(capture) if isinstance(found, Lost) else found


def _kept(ledger: Ledger, capture: Capture, found: Reading | InputError, now: str) -> Outcome:
    if isinstance(found, InputError):
        ledger.skip(found, now)
        return found
    with ledger.transaction():
        return ledger.put(capture, found.document, found, now)


def _taken(aside: list[T]) -> Iterator[T]:
    """What was put aside, once."""
    yield from aside
    aside.clear()
