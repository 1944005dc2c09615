"""Checks of what was taken in: texts against their hashes, all else against ids and seals."""

from __future__ import annotations

import hashlib
import zlib
from collections import Counter
from collections.abc import Iterator
from typing import Any

from counterclaim.errors import DamagedLedger
from counterclaim.ledger import codes
from counterclaim.ledger.blobs import unpacked
from counterclaim.ledger.connection import Connection
from counterclaim.ledger.ids import address_of, capture_id, document_id, shown
from counterclaim.ledger.seals import DOCUMENT, seal
from counterclaim.ledger.sightings import came_back
from counterclaim.ledger.speakers import speaker_id
from counterclaim.model.document import Capture
from counterclaim.model.fault import Fault
from counterclaim.model.meaning import Speaker


def row_by_row(connection: Connection, table: str, columns: str) -> Iterator[tuple[int, Any]]:
    """Every row of a table, one by one so that a damaged page costs only its own; None for those."""
    for row in _rows(connection, table):
        try:
            yield row, connection.execute(f"SELECT {columns} FROM {table} WHERE row = ?", (row,)).fetchone()
        except DamagedLedger:
            yield row, None


def _rows(connection: Connection, table: str) -> list[int]:
    """The rows of a table as the index over its ids has them, else as the table itself has them."""
    try:
        by_id = f"SELECT row FROM {table} INDEXED BY sqlite_autoindex_{table}_1"
        return sorted(row for (row,) in connection.execute(by_id))
    except DamagedLedger:
        return [row for (row,) in connection.execute(f"SELECT row FROM {table} ORDER BY row")]


def texts(connection: Connection, counts: Counter[str]) -> Iterator[Fault]:
    """Bytes against their SHA-256."""
    for row, found in row_by_row(connection, "blobs", "sha256, codec, size, data"):
        counts["texts"] += 1
        if found is None:
            yield Fault(kind="text", id=None, where=_holder(connection, row), wrong="it cannot be read")
            continue
        sha256, codec, size, data = found
        wrong = _wrong_text(sha256, codec, size, data)
        if wrong:
            yield Fault(kind="text", id=sha256.hex(), where=_holder(connection, row), wrong=wrong)


def _wrong_text(sha256: bytes, codec: int, size: int, data: bytes) -> str | None:
    try:
        kept = unpacked(codec, size, data)
    except (zlib.error, ValueError, TypeError) as error:
        return f"it cannot be unpacked ({error})"
    if hashlib.sha256(kept).digest() != sha256:
        return "it does not have its hash"
    return None


def _holder(connection: Connection, blob: int) -> str | None:
    """An address that these bytes belong to, None where that cannot be told."""
    try:
        found: str | None = connection.one(
            "SELECT addresses.address FROM addresses JOIN captures ON captures.address = addresses.row"
            " LEFT JOIN documents ON documents.capture = captures.row WHERE blob = ? OR text = ? LIMIT 1",
            (blob, blob),
        )
    except DamagedLedger:
        return None
    return found


_CAPTURE = (
    "id, (SELECT sha256 FROM blobs WHERE blobs.row = blob), media,"
    " (SELECT addresses.address FROM addresses WHERE addresses.row = captures.address), name, label, url,"
    " publisher, published, title, language, default_published, retrieved, base"
)


def captures(connection: Connection, counts: Counter[str]) -> Iterator[Fault]:
    """Captures against their ids and addresses."""
    for row, found in row_by_row(connection, "captures", _CAPTURE):
        counts["captures"] += 1
        wrong = "it cannot be read" if found is None else _wrong_capture(*found)
        if wrong:
            id, address = (None, None) if found is None else (shown("k", found[0]), found[3])
            yield Fault(kind="capture", id=id or f"row {row}", where=address, wrong=wrong)


def _wrong_capture(id: bytes, sha256: bytes | None, media: int, address: str, *said: Any) -> str | None:
    if sha256 is None:
        return "its bytes are not there"
    name, label, url, publisher, published, title, language, default_published, retrieved, base = said
    try:
        capture = Capture(
            name=name, data=b"", media=codes.MEDIA[media], id=label, url=url, publisher=publisher,
            published=published, title=title, language=language, default_published=default_published,
        )  # fmt: skip
    except (IndexError, TypeError) as error:
        return f"it cannot be read ({error})"
    if address_of(capture) != address:
        return "its address is not the one that it says"
    made = capture_id(capture, sha256.hex())
    if (base or id) != made or (base is not None and id != came_back(base, retrieved or "")):
        return "it does not have its id: its bytes or what is said of them were changed"
    return None


_DOCUMENT = (
    "id, (SELECT id FROM captures WHERE captures.row = capture),"
    " (SELECT sha256 FROM blobs WHERE blobs.row = text), cleaner, seal,"
    f" (SELECT addresses.address FROM addresses JOIN captures ON captures.address = addresses.row"
    f" WHERE captures.row = capture), {', '.join(DOCUMENT)}"
)


def documents(connection: Connection, counts: Counter[str]) -> Iterator[Fault]:
    """Documents against their ids and seals, separate titles against their hashes."""
    for row, found in row_by_row(connection, "documents", _DOCUMENT):
        counts["documents"] += 1
        wrong = "it cannot be read" if found is None else _wrong_document(found)
        if wrong:
            id, address = (f"row {row}", None) if found is None else (shown("d", found[0]), found[5])
            yield Fault(kind="document", id=id, where=address, wrong=wrong)


def _wrong_document(found: Any) -> str | None:
    id, capture, sha256, cleaner, sealed, _, *facts = found
    if capture is None or sha256 is None:
        return "its capture or its text is not there"
    if document_id(capture, cleaner, sha256.hex()) != id:
        return "it does not have its id: its capture, cleaner or text were changed"
    told = dict(zip(DOCUMENT, facts, strict=True))
    if (
        told["title_sha256"] is not None
        and hashlib.sha256((told["title"] or "").encode()).digest() != told["title_sha256"]
    ):
        return "its title does not have its hash"
    if seal(facts) != sealed:
        return "its seal is broken: something that is told of it was changed"
    return None


def speakers(connection: Connection, counts: Counter[str]) -> Iterator[Fault]:
    """Speakers against their ids."""
    columns = "id, name, kind, (SELECT name FROM parties WHERE parties.row = party), key, reason"
    for row, found in row_by_row(connection, "speakers", columns):
        counts["speakers"] += 1
        wrong = "it cannot be read" if found is None else _wrong_speaker(*found)
        if wrong:
            yield Fault(
                kind="speaker", id=f"row {row}", where=None if found is None else found[1], wrong=wrong
            )


def _wrong_speaker(
    id: bytes, name: str | None, kind: int | None, party: str | None, key: str | None, reason: str | None
) -> str | None:
    try:
        named = None if kind is None else codes.SPEAKER_KIND[kind]
    except (IndexError, TypeError) as error:
        return f"it cannot be read ({error})"
    made = Speaker(name=name, kind=named, party=party, key=key, reason=reason)
    return (
        None
        if speaker_id(made) == id
        else "it does not have its id: something that is told of it was changed"
    )
