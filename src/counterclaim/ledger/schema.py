"""Which version a ledger file has, and bringing it to the newest."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Iterator

from counterclaim.errors import BusyLedger, DamagedLedger, LedgerError
from counterclaim.ledger.connection import WAIT, Connection
from counterclaim.ledger.migrations import MIGRATIONS, VERSION

APPLICATION = 0x43636C6D  # "Cclm": what `file` and SQLite tools see in the header
PAGE = 16_384  # bytes; texts of some 1,500 bytes then leave little of a page empty


def prepare(connection: Connection, *, create: bool) -> None:
    """Bring a file to the newest version, or refuse it and say why."""
    if not connection.read_only:
        _check(connection, create=create)  # before anything is written to a file that is not ours
        connection.execute(f"PRAGMA page_size = {PAGE}")  # without effect on a file that has pages
        _log_ahead(connection)
    version = _check(connection, create=create)
    if version == VERSION:
        return
    if connection.read_only:
        raise LedgerError(
            str(connection.path),
            f"it was made by an older version ({version} of the ledger, this is {VERSION}), and is opened for"
            " looking only",
            "Run `counterclaim link` once on it, or on a copy: that brings it up to date",
        )
    _migrate(connection, create=create)


def _check(connection: Connection, *, create: bool) -> int:
    """The version of the file; raises if it is none of ours."""
    version = int(connection.one("PRAGMA user_version"))
    application = connection.one("PRAGMA application_id")
    tables = connection.one("SELECT count(*) FROM sqlite_master")
    if application == APPLICATION and 0 < version <= VERSION:
        return version
    if application == APPLICATION and version > VERSION:
        raise LedgerError(
            str(connection.path),
            f"it has version {version} of the ledger, and this program knows versions up to {VERSION}",
            "Install a newer version of Counterclaim",
        )
    if application == 0 and version == 0 and tables == 0 and create:
        return 0
    wrong = "it is empty" if tables == 0 else "it is an SQLite file of another program"
    raise DamagedLedger(str(connection.path), wrong, "Name another file; nothing was changed in this one")


def _log_ahead(connection: Connection) -> None:
    """Turn on the write-ahead log; two processes that do so at once have to take turns."""
    until = time.monotonic() + WAIT
    while connection.one("PRAGMA journal_mode") != "wal":
        try:
            connection.execute("PRAGMA journal_mode = WAL")
        except BusyLedger:
            if time.monotonic() > until:
                raise
            time.sleep(0.05)


def _migrate(connection: Connection, *, create: bool) -> None:
    connection.execute("BEGIN IMMEDIATE")
    try:
        for number in range(_check(connection, create=create), VERSION):
            for statement in _statements(MIGRATIONS[number]):
                connection.execute(statement)
        connection.execute(f"PRAGMA application_id = {APPLICATION}")
        connection.execute(f"PRAGMA user_version = {VERSION}")
        connection.execute("COMMIT")
    finally:
        if connection.in_transaction:
            connection.execute("ROLLBACK")


def _statements(script: str) -> Iterator[str]:
    """The statements of a script one by one, since `executescript` would commit what is open."""
    statement = ""
    for line in script.splitlines(keepends=True):
        statement += line
        if sqlite3.complete_statement(statement):
            yield statement
            statement = ""
