"""The list of documents."""

from __future__ import annotations

from counterclaim.ledger.connection import Connection
from counterclaim.ledger.rows import document_rows
from counterclaim.model.listing import DocumentRow


def documents(connection: Connection, limit: int | None = None, offset: int = 0) -> list[DocumentRow]:
    """The newest document of every capture, in the order of adding."""
    found = connection.execute(
        "SELECT row FROM documents WHERE listed = 1 ORDER BY row LIMIT ? OFFSET ?",
        (-1 if limit is None else limit, offset),
    )
    return document_rows(connection, [row for (row,) in found])


def arrivals(connection: Connection, limit: int, offset: int = 0) -> list[DocumentRow]:
    """The newest document of every capture, those added last first."""
    found = connection.execute(
        "SELECT row FROM documents WHERE listed = 1 ORDER BY row DESC LIMIT ? OFFSET ?", (limit, offset)
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
