"""Bytes by their content: kept once, however many captures and documents hold them."""

from __future__ import annotations

import hashlib
import zlib

from counterclaim.errors import DamagedLedger
from counterclaim.ledger.connection import Connection
from counterclaim.ledger.rownumbers import RowNumbers

_RAW, _ZLIB = 0, 1
_LEVEL = 6


def keep(connection: Connection, rows: RowNumbers, data: bytes) -> int:
    """The row of these bytes, new or known."""
    sha256 = hashlib.sha256(data).digest()
    known = connection.one("SELECT row FROM blobs WHERE sha256 = ?", (sha256,))
    if known is not None:
        return int(known)
    packed = zlib.compress(data, _LEVEL)
    codec, stored = (_ZLIB, packed) if len(packed) < len(data) else (_RAW, data)
    row = rows.next("blobs")
    connection.execute("INSERT INTO blobs VALUES (?, ?, ?, ?, ?)", (row, sha256, codec, len(data), stored))
    return row


def read(connection: Connection, row: int) -> bytes:
    """The bytes of a row; DamagedLedger where they are not what was kept."""
    found = connection.execute("SELECT sha256, codec, size, data FROM blobs WHERE row = ?", (row,)).fetchone()
    if found is None:
        raise _damaged(connection, "a text that something refers to is not there")
    sha256, codec, size, stored = found
    try:
        data = unpacked(codec, size, stored)
    except (zlib.error, TypeError, ValueError) as error:
        raise _damaged(
            connection, f"the text of SHA-256 {sha256.hex()} cannot be unpacked ({error})"
        ) from error
    if hashlib.sha256(data).digest() != sha256:
        raise _damaged(connection, f"the text of SHA-256 {sha256.hex()} is not what it was")
    return data


def unpacked(codec: int, size: int, stored: bytes) -> bytes:
    """Stored bytes as they were; zlib.error or ValueError where that cannot be."""
    if codec == _RAW:
        return bytes(stored)
    if codec != _ZLIB:
        raise ValueError(f"codec {codec!r} is not known")
    unpacker = zlib.decompressobj()
    data = unpacker.decompress(stored, size + 1)  # never more than it says, whatever the damage
    if len(data) != size or not unpacker.eof:
        raise ValueError(f"it does not unpack to {size} bytes")
    return data


def _damaged(connection: Connection, wrong: str) -> DamagedLedger:
    remedy = "Run `counterclaim verify` to see what else is damaged, and restore the file from a copy"
    return DamagedLedger(str(connection.path), wrong, remedy)
