"""Captures: bytes and what their place said of them, kept once, and given back to be read anew."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator

from counterclaim.ledger import blobs, codes
from counterclaim.ledger.connection import Connection
from counterclaim.ledger.ids import address_of, capture_id
from counterclaim.ledger.rownumbers import RowNumbers
from counterclaim.model.document import Capture

_MEDIA = codes.codes(codes.MEDIA)


def id_of(capture: Capture) -> bytes:
    """The id of a capture, from what it holds."""
    return capture_id(capture, hashlib.sha256(capture.data).hexdigest())


def is_forgotten(connection: Connection, capture: Capture) -> bool:
    """Whether a person asked for this capture, or for the same bytes wherever they stood, to be forgotten."""
    sha256 = hashlib.sha256(capture.data).digest()
    asked = "SELECT 1 FROM tombstones WHERE capture = ? OR capture_sha256 = ?"
    return connection.one(asked, (id_of(capture), sha256)) is not None


def is_kept(connection: Connection, id: bytes) -> bool:
    """Whether the ledger holds a capture."""
    return connection.one("SELECT 1 FROM captures WHERE id = ?", (id,)) is not None


def is_read(connection: Connection, capture: bytes, cleaner: str, reader: str) -> bool:
    """Whether this reader has read what this cleaner made of a capture."""
    found = connection.one(
        "SELECT 1 FROM captures JOIN documents ON documents.capture = captures.row"
        " JOIN readings ON readings.document = documents.row"
        " WHERE captures.id = ? AND cleaner = ? AND reader = ?",
        (capture, cleaner, reader),
    )
    return found is not None


def keep_capture(
    connection: Connection, rows: RowNumbers, capture: Capture, id: bytes, added: str
) -> tuple[int, bool, bool]:
    """The row of a capture, whether it is new, and whether its address is."""
    base = id_of(capture)
    known = connection.one("SELECT row FROM captures WHERE id = ?", (id,))
    if known is not None:
        return int(known), False, False
    address, is_new_address = _address(connection, rows, address_of(capture))
    row = rows.next("captures")
    connection.execute(
        "INSERT INTO captures (row, id, blob, media, address, name, label, url, publisher, published,"
        " title, language, default_published, retrieved, base, added)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            row, id, blobs.keep(connection, rows, capture.data), _MEDIA[capture.media], address, capture.name,
            capture.id, capture.url, capture.publisher, capture.published, capture.title, capture.language,
            capture.default_published, capture.retrieved, None if base == id else base, added,
        ),
    )  # fmt: skip
    return row, True, is_new_address


def _address(connection: Connection, rows: RowNumbers, address: str) -> tuple[int, bool]:
    known = connection.one("SELECT row FROM addresses WHERE address = ?", (address,))
    if known is not None:
        return int(known), False
    row = rows.next("addresses")
    connection.execute("INSERT INTO addresses VALUES (?, ?)", (row, address))
    return row, True


def stored_captures(connection: Connection, without: tuple[str, str] | None) -> Iterator[Capture]:
    """The captures, in the order of adding; of those only that this (cleaner, reader) has not read.

    One at a time and by its row, so that what was read may be put in between.
    """
    last = connection.one("SELECT max(row) FROM captures") or 0
    row = 0
    while True:
        found = connection.execute(
            "SELECT row, id FROM captures WHERE row > ? AND row <= ? ORDER BY row LIMIT 1", (row, last)
        ).fetchone()
        if found is None:
            return
        row, id = found
        if without is None or not is_read(connection, id, *without):
            yield capture_of(connection, row)


def capture_of(connection: Connection, row: int) -> Capture:
    """The record of a row, with its bytes."""
    (
        blob, media, name, label, url, publisher, published, title, language, default_published, retrieved,
    ) = connection.execute(
        "SELECT blob, media, name, label, url, publisher, published, title, language, default_published,"
        " retrieved FROM captures WHERE row = ?",
        (row,),
    ).fetchone()  # fmt: skip
    return Capture(
        name=name, data=blobs.read(connection, blob), media=codes.MEDIA[media], id=label, url=url,
        publisher=publisher, published=published, title=title, language=language,
        default_published=default_published, retrieved=retrieved,
    )  # fmt: skip
