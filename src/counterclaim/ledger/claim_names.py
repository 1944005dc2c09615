"""Claims and statements by name: the document and their own id, which together stand for rows."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable

from counterclaim.ledger.connection import Connection
from counterclaim.ledger.ids import blob_of, shown
from counterclaim.model.relation import ClaimName

_AT_ONCE = 10_000  # names asked for in one statement

# The ids come as two strings of bytes, eight of each for a name, which spares a statement for each.
_ROWS = """
WITH RECURSIVE asked (place) AS (SELECT 0 UNION ALL SELECT place + 1 FROM asked WHERE place + 1 < :count)
SELECT asked.place, {table}.row, readings.listed
FROM asked
CROSS JOIN {table} ON {table}.id = substr(:ids, 8 * asked.place + 1, 8)
{attributions}
CROSS JOIN readings ON readings.row = {reading}
CROSS JOIN documents ON documents.row = readings.document
WHERE documents.id = substr(:documents, 8 * asked.place + 1, 8)
ORDER BY asked.place, readings.listed, readings.row, {table}.row DESC
"""
_CLAIMS = _ROWS.format(
    table="claims",
    attributions="CROSS JOIN attributions ON attributions.row = claims.attribution",
    reading="attributions.reading",
)
# Statements have no index by id: those of the document are looked through.
_STATEMENTS = """
SELECT statements.row, statements.id, readings.listed
FROM documents JOIN readings ON readings.document = documents.row
JOIN statements ON statements.row BETWEEN readings.first_statement
    AND readings.first_statement + readings.statements - 1
WHERE documents.id = ?
ORDER BY readings.listed, readings.row, statements.row DESC
"""
_RANGES = """
SELECT first_claim, documents.id FROM readings JOIN documents ON documents.row = document
WHERE readings.claims > 0 ORDER BY first_claim
"""


def claim_rows_named(
    connection: Connection, names: Iterable[ClaimName], *, listed: bool = False
) -> dict[ClaimName, int]:
    """The row of each claim that there is: of the listed reading, else of the newest that holds it.

    `listed` leaves out what no listed reading holds.
    """
    found: dict[ClaimName, int] = {}
    known = [
        (name, document, id)
        for name in dict.fromkeys(names)
        if (document := blob_of(name[0], "d")) and (id := blob_of(name[1], "c"))
    ]
    for start in range(0, len(known), _AT_ONCE):
        some = known[start : start + _AT_ONCE]
        asked = {
            "count": len(some),
            "documents": b"".join(document for _, document, _ in some),
            "ids": b"".join(id for *_, id in some),
        }
        for place, row, is_listed in connection.execute(_CLAIMS, asked):  # the best comes last
            if is_listed or not listed:
                found[some[place][0]] = row
    return found


def statement_rows_named(connection: Connection, names: Iterable[ClaimName]) -> dict[ClaimName, int]:
    """The row of each statement that there is: of the listed reading, else of the newest that holds it."""
    asked: dict[str, set[bytes]] = {}
    for document, id in names:
        if (blob := blob_of(id, "s")) is not None:
            asked.setdefault(document, set()).add(blob)
    return {
        (document, shown("s", id)): row
        for document, ids in asked.items()
        for row, id, _ in connection.execute(_STATEMENTS, (blob_of(document, "d"),))
        if id in ids
    }


class DocumentsOfClaims:
    """Which document a row of claims belongs to, told from the ranges of the readings."""

    def __init__(self, connection: Connection) -> None:
        found = connection.execute(_RANGES).fetchall()
        self._firsts = [first for first, _ in found]
        self._documents = [shown("d", id) for _, id in found]

    def __getitem__(self, row: int) -> str:
        return self._documents[bisect_right(self._firsts, row) - 1]
