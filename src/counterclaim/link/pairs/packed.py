"""What the claims of one document are compared by, as bytes to be stored with it.

A head, the features of the document as numbers of 24 bits, and for each claim which of them it has with
what worth, its day, its vector if there is one, and its id.
"""

from __future__ import annotations

import struct
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeVar
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from counterclaim.errors import MalformedRecord
from counterclaim.link.pairs.features import features_of
from counterclaim.link.relations.days import day_of
from counterclaim.model.told import Told

VERSION = 2
BITS = 24
LONG_AGO = 60  # days
FINEST = 100  # steps of worth between 0 and 1
_HEAD = struct.Struct("<BHHIII")  # version, dimensions, claims, features, entries, bytes of ids
_MOST_CLAIMS = 0xFFFF

Numbers = NDArray[np.int32]
Worths = NDArray[np.uint8]
Vectors = NDArray[np.int8]


@dataclass(frozen=True, slots=True)
class Packed:
    """What was packed: `counts` entries for each claim, one after the other; day 0 is none."""

    ids: tuple[str, ...]
    days: Numbers
    counts: Numbers
    features: Numbers
    worths: Worths
    vectors: Vectors | None


def pack(claims: Sequence[Told], vectors: Sequence[bytes] | None = None) -> bytes:
    """What the claims of one document are compared by.

    `vectors` are unit vectors of 8-bit whole numbers (127 stands for 1), for each claim one, all of the
    same length; a claim without one has none of its bytes (`b""`).
    """
    if len(claims) > _MOST_CLAIMS:
        raise ValueError(f"{len(claims)} claims in one document")
    rows = [_numbered(claim) for claim in claims]
    table = sorted({number for row in rows for number in row})
    place = {number: at for at, number in enumerate(table)}
    ids = "\n".join(claim.id for claim in claims).encode()
    entries = [(place[number], worth) for row in rows for number, worth in sorted(row.items())]
    if vectors is not None and len(vectors) == len(rows):  # what has no features is to be found by nothing
        vectors = [vector if row else b"" for vector, row in zip(vectors, rows, strict=True)]
    dimensions, rows_of_vectors = _joined(len(claims), vectors)
    return b"".join(
        (
            _HEAD.pack(VERSION, dimensions, len(claims), len(table), len(entries), len(ids)),
            np.array(table, "<u4").view(np.uint8).reshape(-1, 4)[:, :3].tobytes(),
            np.array([len(row) for row in rows], "<u2").tobytes(),
            np.array([at for at, _ in entries], "<u2").tobytes(),
            np.array([worth for _, worth in entries], "u1").tobytes(),
            np.array([_ordinal(claim) for claim in claims], "<i4").tobytes(),
            rows_of_vectors,
            ids,
        )
    )


def unpack(packed: bytes) -> Packed:
    """What `pack` made; MalformedRecord where it is not that, or of another version."""
    try:
        version, dimensions, claims, features, entries, ids = _HEAD.unpack_from(packed)
    except struct.error:
        version = claims = -1
    if version != VERSION or len(packed) != _HEAD.size + (
        3 * features + 6 * claims + 3 * entries + dimensions * claims + ids
    ):
        raise MalformedRecord("what claims are compared by", "not of this version or cut", "Link anew")
    at = _Reader(packed)
    table = np.zeros((features, 4), np.uint8)
    table[:, :3] = at.read(np.uint8, 3 * features).reshape(-1, 3)
    counts = at.read(np.uint16, claims).astype(np.int32)
    which, worths = at.read(np.uint16, entries), at.read(np.uint8, entries)
    days = at.read(np.int32, claims).astype(np.int32)
    vectors = at.read(np.int8, claims * dimensions).reshape(claims, dimensions) if dimensions else None
    names = tuple(packed[at.place :].decode().split("\n")) if claims else ()
    return Packed(names, days, counts, table.view("<i4")[:, 0][which], worths, vectors)


_N = TypeVar("_N", bound=np.generic)


class _Reader:
    def __init__(self, packed: bytes) -> None:
        self._packed = packed
        self.place = _HEAD.size

    def read(self, kind: type[_N], many: int) -> NDArray[_N]:
        found = np.frombuffer(self._packed, np.dtype(kind).newbyteorder("<"), many, self.place)
        self.place += found.nbytes
        return found


def _numbered(claim: Told) -> dict[int, int]:
    """Features as numbers, which two of them may share now and then, with their worth in steps."""
    found: dict[int, int] = {}
    for name, worth in features_of(claim).items():
        number = crc32(name.encode()) >> (32 - BITS)
        found[number] = max(found.get(number, 0), round(worth * FINEST))
    return found


def _joined(claims: int, vectors: Sequence[bytes] | None) -> tuple[int, bytes]:
    if vectors is None or not any(vectors):
        return 0, b""
    lengths = {len(vector) for vector in vectors if vector}
    if len(vectors) != claims or len(lengths) != 1 or max(lengths) > 0xFFFF:
        raise ValueError("vectors of one length, for each claim one")
    length = lengths.pop()
    return length, b"".join(vector or bytes(length) for vector in vectors)


def _ordinal(claim: Told) -> int:
    """When it was told; what is reported again after years is news on the day of the report."""
    said, published = day_of(claim.day), day_of(claim.published)
    if said and published and abs((said - published).days) > LONG_AGO:
        return published.toordinal()
    day = said or published
    return day.toordinal() if day else 0
