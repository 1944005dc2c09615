"""Which claims name which places."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence

import msgspec

from counterclaim.errors import DamagedLedger
from counterclaim.ledger.connection import Connection
from counterclaim.ledger.rows import claim_rows
from counterclaim.model.listing import ClaimRow

# All JSON that names a place has its letter; the rest is not worth reading as JSON.
_NAMING = """
SELECT row, meaning FROM claims
WHERE listed = 1 AND folded = 0 AND instr(meaning, '"p":[') ORDER BY day DESC, row
"""
_PARTIES = """
SELECT parties.name, count(*) AS many
FROM json_each(?) AS asked
CROSS JOIN claims ON claims.row = asked.value
LEFT JOIN parties ON parties.row = claims.party
GROUP BY parties.name ORDER BY many DESC, parties.name
"""
_OF_PARTY = """
SELECT claims.row FROM json_each(?) AS asked
CROSS JOIN claims ON claims.row = asked.value
JOIN parties ON parties.row = claims.party
WHERE parties.name = ? ORDER BY asked.key
"""

_SHORT = {"name": "n", "country": "c", "precision": "p", "latitude": "y", "longitude": "x", "reason": "r"}


class PlaceRead(msgspec.Struct, frozen=True, kw_only=True, gc=False, rename=_SHORT):
    """A place as a claim's meaning has it, without the words that name it."""

    name: str
    country: str | None = None
    precision: str | None = None
    latitude: float | None = None
    longitude: float | None = None
    reason: str | None = None


class _Meaning(msgspec.Struct, frozen=True, gc=False, rename={"places": "p"}):
    places: tuple[PlaceRead, ...] = ()


def places_named(connection: Connection) -> Iterator[tuple[int, tuple[PlaceRead, ...]]]:
    """Rows of the listed claims that name places, copies folded, with these; the newest claim first.

    About a tenth of a second at 100,000 claims.
    """
    decode = msgspec.json.Decoder(_Meaning).decode
    for row, meaning in connection.execute(_NAMING):
        try:
            places = decode(meaning).places
        except (msgspec.MsgspecError, TypeError) as error:
            raise DamagedLedger(
                str(connection.path),
                f"the meaning of the claim in row {row} cannot be read ({error})",
                "Run `counterclaim verify` to see what is damaged, and restore the file from a copy",
            ) from error
        if places:
            yield row, places


def parties_of(connection: Connection, rows: Sequence[int]) -> list[tuple[str | None, int]]:
    """Whose the claims of these rows are, and how many; None for those of no party that is known."""
    return [(name, many) for name, many in connection.execute(_PARTIES, (json.dumps(rows),))]


def rows_of_party(connection: Connection, rows: Sequence[int], party: str) -> list[int]:
    """Those of the rows whose claims are of the party of just this name, in their order."""
    return [row for (row,) in connection.execute(_OF_PARTY, (json.dumps(rows), party))]


def claims_in(connection: Connection, rows: Sequence[int]) -> list[ClaimRow]:
    """The claims of these rows, in the same order."""
    return claim_rows(connection, rows)
