"""Row numbers and speakers as one transaction knows them, while no other process can write."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from counterclaim.ledger.connection import Connection
from counterclaim.model.meaning import Speaker

_INDEX = "INSERT INTO claims_fts (rowid, words, source) VALUES (?, ?, ?)"


class KnownSpeaker(NamedTuple):
    """A speaker's row and id, and the row of its party."""

    row: int
    party: int | None
    id: bytes


class RowNumbers:
    """The next free row of each table, asked for once; good for one transaction only."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._next: dict[str, int] = {}
        self.speakers: dict[Speaker, KnownSpeaker] = {}
        self._unindexed: list[tuple[int, str, str]] = []

    def index(self, words: Iterable[tuple[int, str, str]]) -> None:
        """Have claims (row, words, source) found by full-text search once the transaction ends.

        Not at once: FTS5 writes a new segment of its index at every savepoint, and merging so
        many took as long as all else together (measured at a million claims, November 2026).
        """
        self._unindexed += words

    def write_index(self) -> None:
        """Write what is waiting for full-text search."""
        self._connection.executemany(_INDEX, self._unindexed)
        self._unindexed.clear()

    def drop_index(self, kept: int) -> None:
        """Let what waits go, but for so many from the first, after a step was rolled back."""
        del self._unindexed[kept:]

    @property
    def unindexed(self) -> int:
        """How many claims wait for it."""
        return len(self._unindexed)

    def next(self, table: str, count: int = 1) -> int:
        """The first of so many rows that are free."""
        if table not in self._next:
            self._next[table] = 1 + (self._connection.one(f"SELECT max(row) FROM {table}") or 0)
        first = self._next[table]
        self._next[table] = first + count
        return first

    def forget(self) -> None:
        """Ask again, after something was taken away."""
        self._next.clear()
        self.speakers.clear()
