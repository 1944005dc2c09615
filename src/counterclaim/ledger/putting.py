"""Putting one capture with what was read of it into the ledger; the same again changes nothing."""

from __future__ import annotations

from counterclaim.ledger.captures import is_forgotten, is_kept, keep_capture
from counterclaim.ledger.comparables import drop
from counterclaim.ledger.connection import Connection
from counterclaim.ledger.documents import keep_document
from counterclaim.ledger.folds import keep_folds
from counterclaim.ledger.ids import reading_id
from counterclaim.ledger.readings import keep_reading
from counterclaim.ledger.review_places import keep_places
from counterclaim.ledger.rownumbers import RowNumbers
from counterclaim.ledger.sightings import id_in, is_unchanged
from counterclaim.ledger.standing import chain, keep_standing
from counterclaim.model.added import Added
from counterclaim.model.document import Capture
from counterclaim.model.reading import Reading


def put(connection: Connection, rows: RowNumbers, capture: Capture, reading: Reading, added: str) -> Added:
    """Keep a capture, its document and its reading, each that is new, and say what was."""
    id = id_in(connection, capture)
    if is_forgotten(connection, capture):
        return Added.FORGOTTEN
    if not is_kept(connection, id) and is_unchanged(connection, capture, reading.document):
        return Added.KNOWN
    capture_row, is_new, is_new_address = keep_capture(connection, rows, capture, id, added)
    document, document_id, _ = keep_document(connection, rows, (capture_row, id), reading.document, added)
    own_id = reading_id(document_id, reading.reader)
    if connection.one("SELECT 1 FROM readings WHERE id = ?", (own_id,)) is not None:
        return Added.KNOWN
    keep_reading(connection, rows, (document, own_id), reading, added)
    if reading.vectors:
        connection.execute(
            "INSERT INTO vectors (reading, body) SELECT row, ? FROM readings WHERE id = ?",
            (b"".join(reading.vectors), own_id),
        )
    if not is_new:
        _list_only(connection, capture_row, document, own_id)
    if not is_new_address:
        _look_around(connection, capture_row, document)
    keep_places(connection, capture_row)
    if not is_new:
        return Added.NEW_READING
    return Added.NEW if is_new_address else Added.NEW_VERSION


def _list_only(connection: Connection, capture: int, document: int, reading: bytes) -> None:
    """Let lists show the newest reading of a capture and none of the older ones.

    What comparing the claims of the older ones with others told goes with them.
    """
    connection.execute(
        "UPDATE documents SET listed = (row = ?) WHERE capture = ? AND listed <> (row = ?)",
        (document, capture, document),
    )
    older = "SELECT row FROM documents WHERE capture = ?"
    connection.execute(
        f"UPDATE readings SET listed = 0 WHERE document IN ({older}) AND id <> ? AND listed = 1",
        (capture, reading),
    )
    connection.execute(
        "UPDATE claims SET listed = 0 WHERE listed = 1 AND row IN ("
        " SELECT claims.row FROM readings JOIN claims ON claims.row BETWEEN readings.first_claim"
        " AND readings.first_claim + readings.claims - 1"
        f" WHERE readings.listed = 0 AND readings.document IN ({older}))",
        (capture,),
    )
    connection.execute(
        "DELETE FROM vectors WHERE reading IN"
        f" (SELECT row FROM readings WHERE listed = 0 AND document IN ({older}))",
        (capture,),
    )
    drop(connection, f"readings.listed = 0 AND readings.document IN ({older})", (capture,))


def _look_around(connection: Connection, capture: int, document: int) -> None:
    """Bring up to date what the other versions and copies of a document say of their claims."""
    address = connection.one("SELECT address FROM captures WHERE row = ?", (capture,))
    origin = connection.one("SELECT origin FROM documents WHERE row = ?", (document,))
    if len(chain(connection, address)) > 1 or origin is not None:
        keep_standing(connection, address)
    keep_folds(connection, [document])
