"""The log of what was not taken in."""

from __future__ import annotations

from counterclaim.ledger.connection import Connection
from counterclaim.model.listing import Skipped


def skipped(connection: Connection) -> list[Skipped]:
    """Every record that was not taken in, in the order of adding."""
    found = connection.execute('SELECT "where", wrong, remedy, added FROM skipped ORDER BY row')
    return [
        Skipped(where=where, wrong=wrong, remedy=remedy, added=added) for where, wrong, remedy, added in found
    ]
