"""From a capture to the document that lists show of it."""

from __future__ import annotations

from counterclaim.ledger.connection import Connection
from counterclaim.ledger.ids import address_of
from counterclaim.ledger.rows import document_rows
from counterclaim.ledger.sightings import id_in
from counterclaim.model.document import Capture
from counterclaim.model.listing import DocumentRow

_OF_CAPTURE = """
SELECT documents.row FROM captures JOIN documents ON documents.capture = captures.row AND documents.listed = 1
WHERE captures.id = ?
"""
_OF_ADDRESS = """
SELECT documents.row FROM addresses JOIN captures ON captures.address = addresses.row
JOIN documents ON documents.capture = captures.row AND documents.listed = 1
WHERE addresses.address = ?
ORDER BY coalesce(captures.retrieved, captures.added) DESC, captures.row DESC LIMIT 1
"""


def made_of(connection: Connection, capture: Capture) -> DocumentRow | None:
    """The document made of a capture; where it was no news, the last one of its address; None without any."""
    row = connection.one(_OF_CAPTURE, (id_in(connection, capture),))
    if row is None:
        row = connection.one(_OF_ADDRESS, (address_of(capture),))
    return None if row is None else document_rows(connection, [row])[0]
