"""Where a claim stands: the document and the claim in it that a link to its id should lead to."""

from __future__ import annotations

from counterclaim.ledger.connection import Connection
from counterclaim.ledger.ids import blob_of, shown
from counterclaim.ledger.lookup import whole_id
from counterclaim.ledger.review_places import place_of
from counterclaim.model.relation import ClaimName

_LISTED = "SELECT row FROM claims WHERE id = ? AND listed = 1 ORDER BY row"
_READ_LAST = "SELECT max(row) FROM claims WHERE id = ?"
_NAME = """
SELECT documents.id, claims.id
FROM claims
JOIN attributions ON attributions.row = claims.attribution
JOIN readings ON readings.row = attributions.reading
JOIN documents ON documents.row = readings.document
WHERE claims.row = ?
"""


def claim_place(connection: Connection, id: str) -> ClaimName:
    """Where the claim of this id, or of the beginning of it, stands now; UnknownId for none or several.

    Of equal texts the one added first.  A claim that is no longer read leads to the one that a review of
    it would stand at, else to the document where it was read, under its own id.
    """
    whole = whole_id(connection, id, "c")
    blob = blob_of(whole, "c")
    row = connection.one(_LISTED, (blob,)) or next(iter(place_of(connection, whole)), None)
    row = row or connection.one(_READ_LAST, (blob,))
    document, claim = connection.execute(_NAME, (row,)).fetchone()
    return shown("d", document), shown("c", claim)
