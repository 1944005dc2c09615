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
