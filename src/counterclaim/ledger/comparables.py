"""What the claims of a reading are compared by, and which readings were compared already."""

from __future__ import annotations

from collections.abc import Iterator

from counterclaim.errors import UnknownId
from counterclaim.ledger.connection import Connection
from counterclaim.ledger.ids import shown
from counterclaim.ledger.stored import document_row

_UNLINKED = """
SELECT documents.id FROM readings JOIN documents ON documents.row = readings.document
WHERE readings.listed = 1
    AND NOT EXISTS (SELECT 1 FROM comparables WHERE reading = readings.row AND linker = ?)
ORDER BY readings.row
"""
_LINKED = """
SELECT documents.id, comparables.reading
FROM comparables JOIN readings ON readings.row = comparables.reading AND readings.listed = 1
JOIN documents ON documents.row = readings.document
WHERE comparables.linker = ? ORDER BY readings.row
"""
_BODY = "SELECT body FROM comparables WHERE reading = ? AND linker = ?"
# The claims of readings that a condition picks.
_CLAIMS = (
    "SELECT claims.row FROM readings JOIN claims ON claims.row BETWEEN readings.first_claim"
    " AND readings.first_claim + readings.claims - 1 WHERE {}"
)


def unlinked(connection: Connection, linker: str) -> list[str]:
    """Ids of the documents whose listed reading this linker has not compared, in the order of adding."""
    return [shown("d", id) for (id,) in connection.execute(_UNLINKED, (linker,))]


def linked(connection: Connection, linker: str) -> Iterator[tuple[str, bytes]]:
    """Ids of the documents whose listed reading it has, and what their claims are compared by."""
    for id, reading in connection.execute(_LINKED, (linker,)).fetchall():  # more may be kept meanwhile
        body = connection.one(_BODY, (reading, linker))
        if body is not None:
            yield shown("d", id), body


def keep_linked(connection: Connection, document: str, linker: str, body: bytes) -> None:
    """Keep what the claims of a document's listed reading are compared by.

    What another linker found of them is dropped.  UnknownId where the document has no listed reading.
    """
    reading = connection.one(
        "SELECT row FROM readings WHERE listed = 1 AND document = ?", (document_row(connection, document),)
    )
    if reading is None:
        raise UnknownId(document, "lists show no reading of this document", "Take one that they show")
    before = connection.one("SELECT linker FROM comparables WHERE reading = ?", (reading,))
    if before is not None and before != linker:
        drop(connection, "readings.row = ?", (reading,))
    connection.execute(
        "INSERT INTO comparables (reading, linker, body) VALUES (?, ?, ?)"
        " ON CONFLICT (reading) DO UPDATE SET linker = excluded.linker, body = excluded.body"
        " WHERE (linker, body) IS NOT (excluded.linker, excluded.body)",
        (reading, linker, body),
    )


def drop(connection: Connection, which: str, values: tuple[object, ...]) -> None:
    """Drop what comparing told of the readings that a condition picks."""
    claims = _CLAIMS.format(which)
    connection.execute(f"DELETE FROM relations WHERE one IN ({claims})", values)
    connection.execute(f"DELETE FROM relations WHERE other IN ({claims})", values)
    connection.execute(
        f"DELETE FROM comparables WHERE reading IN (SELECT row FROM readings WHERE {which})", values
    )


def unlink(connection: Connection) -> None:
    """Drop all that comparing told, and what was found by it."""
    for table in ("comparables", "relations", "findings"):
        connection.execute(f"DELETE FROM {table}")
