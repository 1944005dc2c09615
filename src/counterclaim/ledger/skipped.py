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


def skipped_after(
    connection: Connection, limit: int, after: int | None = None
) -> tuple[list[Skipped], int | None]:
    """The records that come after a place in this log, and the place of the last if more follow."""
    found = connection.execute(
        'SELECT row, "where", wrong, remedy, added FROM skipped WHERE row > ? ORDER BY row LIMIT ?',
        (after or 0, limit + 1),
    ).fetchall()
    records = [
        Skipped(where=where, wrong=wrong, remedy=remedy, added=added)
        for _, where, wrong, remedy, added in found[:limit]
    ]
    return records, found[limit - 1][0] if len(found) > limit else None
