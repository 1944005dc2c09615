"""The list of documents as people browse it: of one outlet or of all, those added last first."""

from __future__ import annotations

from counterclaim.ledger.connection import Connection
from counterclaim.ledger.rows import document_rows
from counterclaim.model.opened import Shelf

MOST_OUTLETS = 200  # that are named to choose from

_LISTED = "FROM documents WHERE listed = 1 AND (?1 IS NULL OR publisher = ?1 COLLATE NOCASE)"
_OUTLETS = """
SELECT publisher, count(*) FROM documents WHERE listed = 1 AND publisher IS NOT NULL
GROUP BY publisher ORDER BY count(*) DESC, publisher LIMIT ?
"""


def shelf(connection: Connection, outlet: str | None, limit: int, offset: int = 0) -> Shelf:
    """A page of the newest document of every capture; `outlet` is a whole name, in capitals or not."""
    found = connection.execute(
        f"SELECT row {_LISTED} ORDER BY row DESC LIMIT ?2 OFFSET ?3", (outlet, limit, offset)
    ).fetchall()
    return Shelf(
        rows=tuple(document_rows(connection, [row for (row,) in found])),
        total=int(connection.one(f"SELECT count(*) {_LISTED}", (outlet,))),
        outlets=tuple(connection.execute(_OUTLETS, (MOST_OUTLETS,)).fetchall()),
    )
