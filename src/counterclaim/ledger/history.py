"""The versions of a document, and what became of its claims from one to the next."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import Any

import msgspec

from counterclaim.errors import UnknownId
from counterclaim.ledger.connection import Connection
from counterclaim.ledger.matching import folded
from counterclaim.ledger.rows import claim_rows
from counterclaim.ledger.standing import CHANGED, GONE, VersionOf, chain, comparable
from counterclaim.model.listing import ClaimRow, Version

_ADDRESS = "SELECT row FROM addresses WHERE address = ?"

_DOCUMENT = """
SELECT lower(hex(documents.id)), coalesce(documents.title, documents.label), lower(hex(blobs.sha256)),
    captures.retrieved, documents.published, documents.added
FROM documents
JOIN captures ON captures.row = documents.capture
JOIN blobs ON blobs.row = documents.text
WHERE documents.row = ?
"""

_OF_CLAIM = """
SELECT captures.address
FROM claims
JOIN attributions ON attributions.row = claims.attribution
JOIN readings ON readings.row = attributions.reading
JOIN documents ON documents.row = readings.document
JOIN captures ON captures.row = documents.capture
WHERE claims.row = ?
"""

_CLAIMS = """
SELECT claims.row, claims.words, claims.standing, claims.ended, claims.became
FROM readings
JOIN claims ON claims.row BETWEEN readings.first_claim AND readings.first_claim + readings.claims - 1
JOIN attributions ON attributions.row = claims.attribution
WHERE readings.document = ? AND readings.listed = 1
ORDER BY claims.row
"""


def versions(connection: Connection, address: str) -> list[Version]:
    """All texts of an address, oldest first; UnknownId where the ledger has none of it."""
    row = connection.one(_ADDRESS, (address,))
    found = [] if row is None else _versions(connection, row)
    if not found:
        raise UnknownId(
            address,
            "the ledger holds no document of this address",
            "Give the URL, path or record id as `counterclaim documents` shows it",
        )
    return found


def versions_of(connection: Connection, claim: int) -> list[Version]:
    """All texts of the address where a claim stands, oldest first."""
    return _versions(connection, connection.one(_OF_CLAIM, (claim,)))


def _versions(connection: Connection, address: int) -> list[Version]:
    documents = chain(connection, address)
    held = [connection.execute(_CLAIMS, (document.row,)).fetchall() for document in documents]
    told = [(None, []), *zip(documents, held, strict=True)]
    return [
        _version(connection, document, claims, _came(before, was, document, claims))
        for (before, was), (document, claims) in pairwise(told)
        if document is not None
    ]


class _Came(msgspec.Struct, frozen=True):
    """Rows of the claims that came, went or changed with a version."""

    new: Sequence[int] = ()
    gone: Sequence[int] = ()
    changed: Sequence[tuple[int, int]] = ()


def _came(
    before: VersionOf | None, was: Sequence[Any], document: VersionOf, now: Sequence[Any]
) -> _Came | None:
    """What came with a version, nothing with the first; None where the two cannot be compared."""
    if before is None:
        return _Came()
    if not comparable(before, document):
        return None
    ended = [claim for claim in was if claim[3] == document.row]
    changed = [(old, became) for old, _, standing, _, became in ended if standing == CHANGED]
    known = {became for _, became in changed}
    kept = {folded(words) for _, words, *_ in was}
    return _Came(
        new=[claim for claim, words, *_ in now if folded(words) not in kept and claim not in known],
        gone=[old for old, _, standing, _, _ in ended if standing == GONE],
        changed=changed,
    )


def _version(
    connection: Connection, version: VersionOf, claims: Sequence[Any], came: _Came | None
) -> Version:
    id, title, sha256, retrieved, published, added = connection.execute(_DOCUMENT, (version.row,)).fetchone()

    def rows(asked: Iterable[int]) -> tuple[ClaimRow, ...]:
        return tuple(claim_rows(connection, list(asked)))

    return Version(
        document=f"d{id}",
        title=title,
        sha256=sha256,
        cleaner=version.cleaner,
        retrieved=retrieved,
        published=published,
        added=added,
        claims=len(claims),
        new=None if came is None else rows(came.new),
        gone=None if came is None else rows(came.gone),
        changed=None
        if came is None
        else tuple(
            zip(rows(old for old, _ in came.changed), rows(new for _, new in came.changed), strict=True)
        ),
    )
