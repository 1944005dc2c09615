"""The list of documents: in the order of adding, from a place on, and as people browse it."""

from __future__ import annotations

from counterclaim.ledger.connection import Connection
from counterclaim.ledger.rows import document_rows
from counterclaim.model.listing import DocumentRow
from counterclaim.model.opened import Shelf

MOST_OUTLETS = 200  # that are named to choose from

_OF_OUTLET = "FROM documents WHERE listed = 1 AND (?1 IS NULL OR publisher = ?1 COLLATE NOCASE)"
_OUTLETS = """
SELECT publisher, count(*) FROM documents WHERE listed = 1 AND publisher IS NOT NULL
GROUP BY publisher ORDER BY count(*) DESC, publisher LIMIT ?
"""


def documents(connection: Connection, limit: int | None = None, offset: int = 0) -> list[DocumentRow]:
    """The newest document of every capture, in the order of adding."""
    found = connection.execute(
        "SELECT row FROM documents WHERE listed = 1 ORDER BY row LIMIT ? OFFSET ?",
        (-1 if limit is None else limit, offset),
    )
    return document_rows(connection, [row for (row,) in found])


def shelf(connection: Connection, outlet: str | None, limit: int, offset: int = 0) -> Shelf:
    """A page of them as people browse, those added last first, with the outlets to choose from.

    `outlet` is the whole name of one, in capitals or not.
    """
    return Shelf(
        rows=tuple(arrivals(connection, limit, offset, outlet)),
        total=int(connection.one(f"SELECT count(*) {_OF_OUTLET}", (outlet,))),
        outlets=tuple(connection.execute(_OUTLETS, (MOST_OUTLETS,)).fetchall()),
    )


def arrivals(
    connection: Connection, limit: int, offset: int = 0, outlet: str | None = None
) -> list[DocumentRow]:
    """A page of the newest document of every capture, or of those of an outlet, those added last first."""
    found = connection.execute(
        f"SELECT row {_OF_OUTLET} ORDER BY row DESC LIMIT ?2 OFFSET ?3", (outlet, limit, offset)
    )
    return document_rows(connection, [row for (row,) in found])


def documents_after(
    connection: Connection, limit: int, after: int | None = None
) -> tuple[list[DocumentRow], int | None]:
    """The documents that come after a place in the order of adding, and that of the last if more follow."""
    found = connection.execute(
        "SELECT row FROM documents WHERE listed = 1 AND row > ? ORDER BY row LIMIT ?", (after or 0, limit + 1)
    )
    rows = [row for (row,) in found]
    return document_rows(connection, rows[:limit]), rows[limit - 1] if len(rows) > limit else None
