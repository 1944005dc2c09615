"""The ledger as the other parts see it: one thin class, whose work is done by functions on a connection."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Self

from counterclaim.errors import InputError, LedgerError, MissingLedger
from counterclaim.ledger import captures, fetching, reviews, skipping, stored
from counterclaim.ledger.across import AcrossDocuments
from counterclaim.ledger.browsing import Browsing
from counterclaim.ledger.changes import changes
from counterclaim.ledger.claims import Filter, claims
from counterclaim.ledger.connection import Connection, connect
from counterclaim.ledger.context import claim_in_context
from counterclaim.ledger.continued import Continued
from counterclaim.ledger.copying import Copying
from counterclaim.ledger.document_list import documents
from counterclaim.ledger.export import FORMATS, export
from counterclaim.ledger.forget import forget
from counterclaim.ledger.history import versions
from counterclaim.ledger.lookup import whole_id
from counterclaim.ledger.profiling import Profiling
from counterclaim.ledger.putting import put
from counterclaim.ledger.reviewing import Reviewing
from counterclaim.ledger.rownumbers import RowNumbers
from counterclaim.ledger.schema import prepare
from counterclaim.ledger.search import search
from counterclaim.ledger.sightings import id_in
from counterclaim.ledger.skipped import skipped
from counterclaim.ledger.statistics import statistics
from counterclaim.ledger.verify import Verification
from counterclaim.model.added import Added
from counterclaim.model.document import Capture, Document
from counterclaim.model.fetch_state import FetchState
from counterclaim.model.listing import (
    Change,
    ClaimInContext,
    ClaimRow,
    DocumentRow,
    SearchResult,
    Skipped,
    Stats,
    Version,
)
from counterclaim.model.meaning import Polarity
from counterclaim.model.reading import Reading
from counterclaim.model.review import Review

_MOST_UNINDEXED = 20_000  # claims of one transaction that wait for full-text search; about 5 MB


def open_ledger(path: Path, *, create: bool = False, read_only: bool = False) -> Ledger:
    """Open the ledger in a file; MissingLedger if it is not there and not to be made.

    DamagedLedger where the file is no ledger, LedgerError where it is of a newer version or the
    system will not have it, BusyLedger where another process holds it.
    """
    if path.is_dir():
        raise LedgerError(str(path), "it is a folder", "Name a file in it, for example counterclaim.db")
    if not path.exists() and (read_only or not create):
        raise MissingLedger(
            str(path), "there is no ledger", "Check the name, or make one with `counterclaim add`"
        )
    if not path.parent.is_dir():
        raise LedgerError(str(path), "there is no such folder", "Make the folder first, or name another")
    connection = connect(path, read_only=read_only)
    try:
        prepare(connection, create=create)
    except BaseException:
        connection.close()
        raise
    return Ledger(connection)


class Ledger(AcrossDocuments, Copying, Browsing, Profiling, Reviewing, Continued):
    """An open ledger; a context manager that closes it.

    What changes it is all or nothing: in a `transaction()`, or by itself where none is open.
    """

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._rows: RowNumbers | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the file; what is in an open transaction is dropped."""
        self._connection.close()

    @property
    def path(self) -> Path:
        """The file."""
        return self._connection.path

    @property
    def read_only(self) -> bool:
        """Whether it was opened for looking only."""
        return self._connection.read_only

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Everything inside is kept together at the end, or nothing of it where an error gets out."""
        if self._rows is not None:
            raise RuntimeError("a transaction is open already")
        if self.read_only:
            raise LedgerError(
                str(self.path), "it was opened for looking and may not be written to", "Open it for writing"
            )
        self._connection.execute("BEGIN IMMEDIATE")
        self._rows = RowNumbers(self._connection)
        try:
            yield
            self._rows.write_index()
            self._connection.execute("COMMIT")
        finally:
            self._rows = None
            if self._connection.in_transaction:
                self._connection.execute("ROLLBACK")

    @contextmanager
    def snapshot(self) -> Iterator[None]:
        """Everything that is looked up inside is of one moment, whatever other processes write meanwhile."""
        self._connection.execute("BEGIN")
        try:
            yield
        finally:
            if self._connection.in_transaction:
                self._connection.execute("ROLLBACK")

    @contextmanager
    def _step(self) -> Iterator[RowNumbers]:
        """One step of the open transaction, or one by itself; it leaves nothing behind if it fails."""
        if self._rows is None:
            with self.transaction(), self._step() as rows:
                yield rows
            return
        unindexed = self._rows.unindexed
        self._connection.execute("SAVEPOINT step")
        try:
            yield self._rows
        except BaseException:
            self._rows.forget()
            self._rows.drop_index(unindexed)
            if self._connection.in_transaction:  # a full disk has rolled back everything by itself
                self._connection.execute("ROLLBACK TO step")
            raise
        self._connection.execute("RELEASE step")
        if self._rows.unindexed > _MOST_UNINDEXED:
            self._rows.write_index()

    def has(self, capture: Capture, cleaner: str, reader: str) -> bool:
        """Whether putting what this cleaner and reader make of a capture would change nothing.

        So it is for one that was read, and for one that is to be forgotten.
        """
        id = id_in(self._connection, capture)
        return captures.is_read(self._connection, id, cleaner, reader) or self.is_forgotten(capture)

    def is_forgotten(self, capture: Capture) -> bool:
        """Whether a person asked for this capture to be forgotten."""
        return captures.is_forgotten(self._connection, capture)

    def put(self, capture: Capture, document: Document, reading: Reading, added: str) -> Added:
        """Keep a capture, the document made from it and what was read in that, and say what was new."""
        if reading.document != document:
            raise ValueError(f"the reading is of {reading.document.name}, not of {document.name}")
        with self._step() as rows:
            return put(self._connection, rows, capture, reading, added)

    def skip(self, error: InputError, added: str) -> None:
        """Note that a record was not taken in, and why; the same again changes nothing."""
        with self._step():
            skipping.skip(self._connection, error, added)

    def forget(self, document: str, by: str, at: str) -> None:
        """Erase a document, its capture, claims and all words about it for good; a tombstone says so.

        Not within a transaction: the file is written anew.  UnknownId where there is no such document.
        """
        forget(self._connection, self._step(), self.document_id(document), by, at)

    def review(self, made: Review) -> str:
        """Keep what a person judged, and give its id; InputError or UnknownId where it cannot be said so."""
        with self._step() as rows:
            return reviews.review(self._connection, rows, made)

    # Reading back

    def stored_captures(self, without: tuple[str, str] | None = None) -> Iterator[Capture]:
        """The captures in the order of adding; of those only that this (cleaner, reader) has not read."""
        return captures.stored_captures(self._connection, without)

    def reading(self, document: str) -> Reading:
        """The newest reading of a document, rebuilt as it was put; UnknownId where there is none."""
        return stored.reading(self._connection, document)

    def document_id(self, id: str) -> str:
        """The whole id of the one document that begins so; UnknownId for none or several."""
        return whole_id(self._connection, id, "d")

    def verify(self) -> Verification:
        """Check everything against everything; iterate for the faults, then ask it for `counts`."""
        return Verification(self._connection)

    # The protocol FetchStates

    def fetch_state(self, url: str) -> FetchState | None:
        """The state of an address that is asked again and again, None if it was never asked."""
        return fetching.fetch_state(self._connection, url)

    def keep_fetch_state(self, state: FetchState) -> None:
        """Put this in the place of what was known of the address."""
        with self._step():
            fetching.keep_fetch_state(self._connection, state)

    # ---- Looking (the section of queries) -------------------------------------------------------------

    def claims(  # noqa: PLR0913 - what a list may ask for
        self,
        *,
        by: str | None = None,
        party: str | None = None,
        about: str | None = None,
        since: str | None = None,
        until: str | None = None,
        polarity: Polarity | None = None,
        confidence: float | None = None,
        limit: int | None = 50,
        offset: int = 0,
        copies: bool = False,
    ) -> list[ClaimRow]:
        """Claims of the newest readings, newest day first; copies folded unless asked for."""
        wanted = Filter(
            by=by, party=party, about=about, since=since, until=until,
            polarity=polarity, confidence=confidence, copies=copies,
        )  # fmt: skip
        return claims(self._connection, wanted, limit, offset)

    def search(self, words: str, limit: int = 20) -> SearchResult:
        """The claims that hold all the words, best first; "a phrase" and -word are understood."""
        return search(self._connection, words, limit)

    def claim(self, id: str) -> list[ClaimInContext]:
        """A claim, by its id or the beginning of it, in each document that holds it; UnknownId."""
        return claim_in_context(self._connection, id)

    def changes(self, since: str, limit: int | None = None) -> list[Change]:
        """What is new, corrected or gone since a day or instant, in the order of adding."""
        return changes(self._connection, since, limit)

    def versions(self, address: str) -> list[Version]:
        """All texts of an address, oldest first, with what became of their claims; UnknownId."""
        return versions(self._connection, address)

    def documents(self, limit: int | None = None, offset: int = 0) -> list[DocumentRow]:
        """The newest document of every capture, in the order of adding."""
        return documents(self._connection, limit, offset)

    def stats(self) -> Stats:
        """How much the ledger holds."""
        return statistics(self._connection)

    def skipped(self) -> list[Skipped]:
        """What was not taken in, and why, in the order of adding."""
        return skipped(self._connection)

    def export(self, folder: Path, formats: Sequence[str] = FORMATS, *, times: bool = False) -> list[Path]:
        """Write everything into a folder as CSV and JSON Lines, equal bytes for equal content."""
        return export(self._connection, folder, formats, times=times)
