"""What a document has to do with others: what it copies, its copies, the texts of its address."""

from __future__ import annotations

from counterclaim.ledger import codes
from counterclaim.ledger.connection import Connection
from counterclaim.ledger.ids import shown
from counterclaim.ledger.rows import document_rows
from counterclaim.ledger.standing import chain
from counterclaim.ledger.stored import document_row
from counterclaim.model.listing import Standing
from counterclaim.model.opened import Edition, Family

MOST_COPIES = 12  # that are named

_FACTS = """
SELECT documents.capture, captures.address, documents.listed, documents.origin, documents.copied
FROM documents JOIN captures ON captures.row = documents.capture WHERE documents.row = ?
"""
_NEWEST = "SELECT id FROM documents WHERE capture = ? AND listed = 1"
_COPIES = """
SELECT row FROM documents
WHERE (row = ?1 OR origin = ?1) AND row <> ?2 AND listed = 1 ORDER BY row
"""
_EDITION = """
SELECT documents.id, documents.published, captures.retrieved, documents.added
FROM documents JOIN captures ON captures.row = documents.capture WHERE documents.row = ?
"""
_ENDED = """
SELECT claims.id, claims.standing
FROM documents JOIN readings ON readings.document = documents.row AND readings.listed = 1
JOIN claims ON claims.row BETWEEN readings.first_claim AND readings.first_claim + readings.claims - 1
WHERE documents.row = ? AND claims.standing <> 0
"""


def family(connection: Connection, id: str) -> Family:
    """What a document has to do with others; UnknownId where the ledger has none of that id."""
    row = document_row(connection, id)
    capture, address, listed, origin, copied = connection.execute(_FACTS, (row,)).fetchone()
    copies = [one for (one,) in connection.execute(_COPIES, (origin or row, row))]
    named = [one for one in copies if one not in (origin, copied)]
    shown_rows = document_rows(connection, [row, *named[:MOST_COPIES]])
    of_copy = {one: document_rows(connection, [one])[0] for one in {origin, copied} - {None}}
    return Family(
        row=shown_rows[0],
        copied=of_copy.get(copied),
        origin=of_copy.get(origin),
        copies=tuple(shown_rows[1:]),
        more_copies=max(0, len(named) - MOST_COPIES),
        editions=tuple(_edition(connection, one.row) for one in chain(connection, address)),
        newest=None if listed else _newest(connection, capture),
    )


def ended_claims(connection: Connection, id: str) -> dict[str, Standing]:
    """The claims of a document that are gone or changed in a later text of its address, by id."""
    found = connection.execute(_ENDED, (document_row(connection, id),))
    return {shown("c", claim): codes.STANDING[standing] for claim, standing in found}


def _newest(connection: Connection, capture: int) -> str | None:
    found = connection.one(_NEWEST, (capture,))
    return None if found is None else shown("d", found)


def _edition(connection: Connection, row: int) -> Edition:
    id, published, retrieved, added = connection.execute(_EDITION, (row,)).fetchone()
    return Edition(document=shown("d", id), published=published, retrieved=retrieved, added=added)
