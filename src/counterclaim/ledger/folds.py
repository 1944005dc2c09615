"""Copies and versions folded: what documents of one origin say alike is told once, by the earliest."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from counterclaim.ledger.connection import Connection
from counterclaim.ledger.matching import folded
from counterclaim.ledger.standing import CURRENT, chain

_TOLD = """
SELECT claims.row, claims.words, coalesce(speakers.key, speakers.name, attributions.source, ''),
    claims.standing, claims.folded
FROM readings
JOIN claims ON claims.row BETWEEN readings.first_claim AND readings.first_claim + readings.claims - 1
JOIN attributions ON attributions.row = claims.attribution
JOIN speakers ON speakers.row = attributions.speaker
WHERE readings.document = ? AND readings.listed = 1
"""

_OF_ORIGIN = """
SELECT documents.row, captures.address
FROM documents JOIN captures ON captures.row = documents.capture
WHERE documents.row = ? OR documents.origin = ?
"""

_COMPARE_AGAIN = """
DELETE FROM comparables WHERE reading IN (SELECT row FROM readings WHERE document = ? AND listed = 1)
"""

_Place = tuple[str, str, int, str]  # published, retrieved, place among the versions, id


def keep_folds(connection: Connection, documents: Iterable[int]) -> None:
    """Bring `folded` and `documents` of all claims that share an origin with these documents up to date."""
    done: set[int] = set()
    for document in documents:
        if document not in done:
            members = _members(connection, document)
            done |= {document, *members}
            _fold(connection, members)


def _members(connection: Connection, document: int) -> dict[int, tuple[int, _Place]]:
    """The listed documents of one origin with their addresses and places in the order of telling.

    Versions of an address belong together, so the circle grows by versions and by origins in turn.
    """
    addresses: set[int] = set()
    origins: set[int] = set()
    members: dict[int, tuple[int, _Place]] = {}
    waiting = _of_address(connection, _address(connection, document), addresses, members)
    while waiting:
        origin = waiting.pop()
        if origin in origins:
            continue
        origins.add(origin)
        for row, address in connection.execute(_OF_ORIGIN, (origin, origin)).fetchall():
            if row not in members and address not in addresses:
                waiting |= _of_address(connection, address, addresses, members)
    return members


def _address(connection: Connection, document: int) -> int:
    return int(
        connection.one(
            "SELECT captures.address FROM documents JOIN captures ON captures.row = documents.capture"
            " WHERE documents.row = ?",
            (document,),
        )
    )


def _of_address(
    connection: Connection, address: int, addresses: set[int], members: dict[int, tuple[int, _Place]]
) -> set[int]:
    """Take in the versions of an address; give back the origins that they lead to."""
    addresses.add(address)
    leads: set[int] = set()
    for place, version in enumerate(chain(connection, address)):
        published, retrieved, id, origin = connection.execute(
            "SELECT documents.published, captures.retrieved, documents.id,"
            " coalesce(documents.origin, documents.row)"
            " FROM documents JOIN captures ON captures.row = documents.capture WHERE documents.row = ?",
            (version.row,),
        ).fetchone()
        members[version.row] = (address, (published or "9", retrieved or "9", place, id.hex()))
        leads.add(origin)
    return leads


def _fold(connection: Connection, members: dict[int, tuple[int, _Place]]) -> None:
    """Of what several documents say alike, leave out all but the claims of the first one.

    What one took back and another still says is told twice, as each of the two is news.  A document
    with a claim that is told from now on has to be compared with others again.
    """
    told: dict[tuple[str, str, bool], list[tuple[int, int]]] = defaultdict(list)  # (claim, document) in order
    were_folded: set[int] = set()
    for document in sorted(members, key=lambda row: members[row][1]):
        for row, words, who, standing, was_folded in connection.execute(_TOLD, (document,)):
            told[folded(words), who, standing == CURRENT].append((row, document))
            if was_folded:
                were_folded.add(row)
    told_anew = {
        document
        for tellings in told.values()
        for row, document in tellings
        if row in were_folded and document == tellings[0][1]
    }
    connection.executemany(_COMPARE_AGAIN, [(document,) for document in sorted(told_anew)])
    connection.executemany(
        "UPDATE claims SET folded = ?, documents = ? WHERE row = ? AND (folded, documents) IS NOT (?, ?)",
        [
            (is_later, count, row, is_later, count)
            for tellings in told.values()
            for count in (len({members[document][0] for _, document in tellings}),)
            for row, document in tellings
            for is_later in (int(document != tellings[0][1]),)
        ],
    )
