"""The connection to a ledger file, and the one place where SQLite's errors become ours.

    SQLITE_FULL               LedgerError    no room on the disk
    SQLITE_BUSY, LOCKED       BusyLedger
    SQLITE_CORRUPT, NOTADB    DamagedLedger
    a text that is no UTF-8   DamagedLedger
    READONLY, CANTOPEN, PERM, IOERR    LedgerError

Any other error of SQLite is a fault of this program and is let through.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from pathlib import Path
from typing import Any
from urllib.parse import quote

from counterclaim.errors import BusyLedger, CounterclaimError, DamagedLedger, LedgerError

WAIT = 30.0  # seconds for which another process may hold the ledger
_CACHE = -64 * 1024  # KiB of pages that are kept in memory
_WAL_LEFT = 16 * 1024 * 1024  # bytes to which the log is cut after it was taken over


class Cursor(sqlite3.Cursor):
    """A cursor whose errors are ours."""

    connection: Connection

    def execute(self, sql: str, parameters: Any = ()) -> Cursor:
        """As in sqlite3."""
        try:
            super().execute(sql, parameters)
        except sqlite3.Error as error:
            raise self.connection.ours(error) from error
        return self

    def executemany(self, sql: str, parameters: Iterable[Any]) -> Cursor:
        """As in sqlite3."""
        try:
            super().executemany(sql, parameters)
        except sqlite3.Error as error:
            raise self.connection.ours(error) from error
        return self

    def fetchone(self) -> Any:
        """As in sqlite3."""
        try:
            return super().fetchone()
        except sqlite3.Error as error:
            raise self.connection.ours(error) from error

    def fetchall(self) -> list[Any]:
        """As in sqlite3."""
        try:
            return super().fetchall()
        except sqlite3.Error as error:
            raise self.connection.ours(error) from error

    def __next__(self) -> Any:
        try:
            return super().__next__()
        except sqlite3.Error as error:
            raise self.connection.ours(error) from error


class Connection(sqlite3.Connection):
    """A connection that knows its file, for messages, and whether it may write."""

    path: Path
    read_only: bool

    def ours(self, error: sqlite3.Error) -> Exception:
        """The error of our tree that says the same, or the error itself."""
        return our_error(self.path, error) or error

    def execute(self, sql: str, parameters: Any = ()) -> Cursor:
        """As in sqlite3, by a cursor whose errors are ours."""
        return self.cursor(Cursor).execute(sql, parameters)

    def executemany(self, sql: str, parameters: Iterable[Any]) -> Cursor:
        """As in sqlite3, by a cursor whose errors are ours."""
        return self.cursor(Cursor).executemany(sql, parameters)

    def one(self, sql: str, parameters: Any = ()) -> Any:
        """The only column of the first row, None where there is no row."""
        found = self.execute(sql, parameters).fetchone()
        return None if found is None else found[0]


def connect(path: Path, *, read_only: bool) -> Connection:
    """Open an existing or new SQLite file with the settings of every ledger."""
    mode = "ro" if read_only else "rwc"
    uri = f"file:{quote(str(path.absolute()))}?mode={mode}"
    try:
        connection = sqlite3.connect(uri, uri=True, timeout=WAIT, isolation_level=None, factory=Connection)
    except sqlite3.Error as error:
        raise our_error(path, error) or error from error
    connection.path = path
    connection.read_only = read_only
    try:
        _set(connection)
    except BaseException:
        connection.close()
        raise
    return connection


def _set(connection: Connection) -> None:
    for setting in (
        "foreign_keys = ON",
        "trusted_schema = OFF",  # a file from elsewhere runs no functions of ours by its views and triggers
        "secure_delete = ON",  # what is forgotten is overwritten
        "synchronous = NORMAL",
        f"cache_size = {_CACHE}",
        f"journal_size_limit = {_WAL_LEFT}",
    ):
        connection.execute(f"PRAGMA {setting}")


def our_error(path: Path, error: sqlite3.Error) -> CounterclaimError | None:
    """The error of our tree for SQLite's, None where it is a fault of this program."""
    code = getattr(error, "sqlite_errorcode", None)
    if code is None and str(error).startswith(_NOT_UTF8):
        code = sqlite3.SQLITE_CORRUPT
    if code is None:
        return None
    if code == sqlite3.SQLITE_ERROR and str(error).startswith(_NOT_THERE):
        return DamagedLedger(str(path), str(error), "Restore the file from a copy")
    made = _OURS.get(code & 0xFF)
    if made is None:
        return None
    kind, wrong, remedy = made
    return kind(str(path), wrong, remedy)


# What Python's sqlite3 says, without a code, of a text in the file that is none.
_NOT_UTF8 = "Could not decode to UTF-8"

# What it says where a table, view or column is missing, which the program itself made.
_NOT_THERE = ("no such table", "no such column", "no such index", "SQL logic error", "malformed")

_OURS: dict[int, tuple[type[LedgerError], str, str]] = {
    sqlite3.SQLITE_FULL: (
        LedgerError,
        "there is no room on the disk; nothing of the last step was kept",
        "Make room, or move the ledger to another disk, and run the same again",
    ),
    sqlite3.SQLITE_BUSY: (
        BusyLedger,
        f"another process held it for more than {WAIT:.0f} seconds",
        "Wait until the other run has ended and try again",
    ),
    sqlite3.SQLITE_LOCKED: (
        BusyLedger,
        "another part of this run holds it",
        "Wait until the other run has ended and try again",
    ),
    sqlite3.SQLITE_CORRUPT: (
        DamagedLedger,
        "parts of the file are damaged",
        "Run `counterclaim verify` to see what, and restore the file from a copy",
    ),
    sqlite3.SQLITE_NOTADB: (
        DamagedLedger,
        "it is no ledger, or its beginning was overwritten",
        "Name another file, or restore it from a copy",
    ),
    sqlite3.SQLITE_READONLY: (
        LedgerError,
        "it may not be written to",
        "Change the permissions of the file and its folder, or work on a copy",
    ),
    sqlite3.SQLITE_CANTOPEN: (
        LedgerError,
        "the system will not let it be opened",
        "Check that its folder is there and that you may write to both",
    ),
    sqlite3.SQLITE_PERM: (
        LedgerError,
        "you have no permission to open it",
        "Change the permissions of the file and its folder, or work on a copy",
    ),
    sqlite3.SQLITE_IOERR: (
        LedgerError,
        "the system failed to read or write it",
        "Check the disk and the room on it, and try again",
    ),
}
