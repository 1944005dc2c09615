"""One claim with all that is known of it: meaning, receipt, text around, versions, copies, reviews."""

from __future__ import annotations

from msgspec.structs import replace

from counterclaim.ledger.connection import Connection
from counterclaim.ledger.history import versions_of
from counterclaim.ledger.ids import blob_of
from counterclaim.ledger.judged import reviews
from counterclaim.ledger.lookup import whole_id
from counterclaim.ledger.passage import passage
from counterclaim.ledger.readings import text_of
from counterclaim.ledger.rows import claim_rows
from counterclaim.ledger.stored import reading_of
from counterclaim.model.listing import ClaimInContext, ReviewRow

_SAME = "SELECT row FROM claims WHERE id = ? AND listed = ? ORDER BY row"

# Where a claim stands: its reading, and which of the claims in that it is, in reading order.
_PLACE = """
SELECT readings.row, claims.row - readings.first_claim, claims.became
FROM claims
JOIN attributions ON attributions.row = claims.attribution
JOIN readings ON readings.row = attributions.reading
WHERE claims.row = ?
"""

# The same words in other documents of one origin.
_ALSO = """
WITH own AS (
    SELECT claims.words AS words, documents.row AS document,
        coalesce(documents.origin, documents.row) AS origin
    FROM claims
    JOIN attributions ON attributions.row = claims.attribution
    JOIN readings ON readings.row = attributions.reading
    JOIN documents ON documents.row = readings.document
    WHERE claims.row = ?
)
SELECT claims.row
FROM own
JOIN documents ON documents.row = own.origin OR documents.origin = own.origin
JOIN readings ON readings.document = documents.row
JOIN claims ON claims.row BETWEEN readings.first_claim AND readings.first_claim + readings.claims - 1
WHERE documents.row <> own.document AND claims.listed = 1 AND claims.words = own.words
ORDER BY documents.row, claims.row
"""


def claim_in_context(connection: Connection, id: str) -> list[ClaimInContext]:
    """The claim in every document that holds it; UnknownId where the id, or its beginning, names no one."""
    return [_in_context(connection, row) for row in _rows(connection, id)]


def _rows(connection: Connection, id: str) -> list[int]:
    """Rows of the one claim; those of newest readings, or of older ones where no newest one has it."""
    whole = blob_of(whole_id(connection, id, "c"), "c")
    listed, older = ([row for (row,) in connection.execute(_SAME, (whole, flag))] for flag in (1, 0))
    return listed or older[-1:]


def _in_context(connection: Connection, row: int) -> ClaimInContext:
    reading_row, place, became = connection.execute(_PLACE, (row,)).fetchone()
    reading = reading_of(connection, reading_row)
    whole, claim = [(one, claim) for one in reading.attributions for claim in one.claims][place]
    said = replace(whole, claims=(claim,))
    also = [one for (one,) in connection.execute(_ALSO, (row,))]
    return ClaimInContext(
        row=claim_rows(connection, [row])[0],
        claim=claim,
        attribution=said,
        context=passage(text_of(reading.document, said.field), said.source, said.cue, claim.content),
        became=None if became is None else claim_rows(connection, [became])[0],
        versions=tuple(versions_of(connection, row)),
        also_in=tuple(claim_rows(connection, also)),
        reviews=tuple(ReviewRow.of(one) for one in reviews(connection, claim.id)),
    )
