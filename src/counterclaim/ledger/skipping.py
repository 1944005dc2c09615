"""Writing the log of what was not taken in."""

from __future__ import annotations

from counterclaim.errors import InputError
from counterclaim.ledger.connection import Connection


def skip(connection: Connection, error: InputError, added: str) -> None:
    """Note that a record was not taken in, and why; the same again changes nothing."""
    connection.execute(
        'INSERT INTO skipped ("where", wrong, remedy, kind, added) VALUES (?, ?, ?, ?, ?)'
        ' ON CONFLICT ("where", wrong) DO NOTHING',
        (error.where, error.wrong, error.remedy, type(error).__name__, added),
    )
