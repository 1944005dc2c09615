"""What parts of a ledger are made from, in figures that change whenever the part may have.

Whoever keeps something that follows from a whole ledger asks for them first: as long as they are the
same, it needs no making anew.  They cost about a millisecond at 100,000 claims.
"""

from __future__ import annotations

from typing import NamedTuple

from counterclaim.errors import LedgerError
from counterclaim.ledger.connection import Connection


class State(NamedTuple):
    """Figures to be compared as a whole; `file` tells one file from another, also at the same path."""

    file: tuple[int, int]
    figures: tuple[int | None, ...]


# Which claims lists show follows from the listed readings, and which are folded from the origins.
_CLAIMS = """
SELECT (SELECT count(*) FROM readings), (SELECT max(row) FROM readings),
    (SELECT sum(row * listed) FROM readings),
    (SELECT count(*) FROM documents WHERE origin IS NOT NULL),
    (SELECT sum(row * 31 + origin) FROM documents WHERE origin IS NOT NULL),
    (SELECT count(*) FROM tombstones)
"""

# Findings are replaced as a whole, so that their rows move; what they follow from can only grow.
_FINDINGS = """
SELECT (SELECT count(*) FROM findings), (SELECT min(row) FROM findings), (SELECT max(row) FROM findings),
    (SELECT max(row) FROM readings), (SELECT count(*) FROM comparables), (SELECT max(row) FROM relations),
    (SELECT max(row) FROM reviews), (SELECT count(*) FROM tombstones)
"""


def state_of_claims(connection: Connection) -> State:
    """Figures that change when lists show other claims than before."""
    return _state(connection, _CLAIMS)


def state_of_findings(connection: Connection) -> State:
    """Figures that change when questions, disputes, series, forecasts were made anew."""
    return _state(connection, _FINDINGS)


def _state(connection: Connection, query: str) -> State:
    try:
        file = connection.path.stat()
    except OSError as error:
        raise LedgerError(
            str(connection.path), "the file was taken away", "Put it back where it was"
        ) from error
    return State((file.st_dev, file.st_ino), tuple(connection.execute(query).fetchone()))
