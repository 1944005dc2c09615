"""The same bytes seen again: whether that is nothing new, or a text that came back after another.

A capture is its bytes, whenever they were got.  But where an address showed A, then B, then A again,
the third is a version of its own, with an id of its own: the hash of the first one's and of the instant.
Only the web and archives tell instants; of a file that is added twice nothing of that kind is known.
"""

from __future__ import annotations

from counterclaim.ledger.captures import id_of
from counterclaim.ledger.connection import Connection
from counterclaim.ledger.ids import address_of, hashed, shown
from counterclaim.model.document import Capture, Document

_SEEN = "SELECT id, retrieved FROM captures WHERE id = ? OR base = ?"
_LATEST = """
SELECT captures.id, coalesce(captures.retrieved, captures.added), documents.cleaner, blobs.sha256,
    documents.title, documents.publisher, documents.published, documents.byline
FROM addresses JOIN captures ON captures.address = addresses.row
JOIN documents ON documents.capture = captures.row AND documents.listed = 1
JOIN blobs ON blobs.row = documents.text
WHERE addresses.address = ?
ORDER BY coalesce(captures.retrieved, captures.added) DESC, captures.row DESC LIMIT 1
"""


def id_in(connection: Connection, capture: Capture) -> bytes:
    """The id that a capture has or would have in this ledger."""
    id = id_of(capture)
    if capture.retrieved is None:
        return id
    seen: dict[bytes, str | None] = dict(connection.execute(_SEEN, (id, id)).fetchall())
    if not seen:
        return id
    for one, retrieved in seen.items():
        if retrieved == capture.retrieved:
            return one
    latest = connection.execute(_LATEST, (address_of(capture),)).fetchone()
    if latest is None or latest[0] in seen:
        return id if latest is None else bytes(latest[0])
    return came_back(id, capture.retrieved) if latest[1] < capture.retrieved else id


def came_back(id: bytes, retrieved: str) -> bytes:
    """The id of bytes that were seen again after others."""
    return hashed([shown("k", id), retrieved])


def is_unchanged(connection: Connection, capture: Capture, document: Document) -> bool:
    """Whether a page that was asked for again holds the text of the last version, in other bytes.

    Pages carry dates, counts and advertisements beside their text; those make no version.
    """
    if capture.retrieved is None:
        return False
    latest = connection.execute(_LATEST, (address_of(capture),)).fetchone()
    if latest is None or latest[1] > capture.retrieved:
        return False
    facts = (document.title, document.publisher, document.published, document.byline)
    return bool(latest[2:] == (document.cleaner, bytes.fromhex(document.sha256), *facts))
