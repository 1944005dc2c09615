"""A corrected source has a receipt too: its words stand in the text of the claim's document."""

from __future__ import annotations

from counterclaim.errors import InputError
from counterclaim.ledger import blobs, codes
from counterclaim.ledger.connection import Connection
from counterclaim.ledger.ids import blob_of
from counterclaim.model.document import Field

_TEXT = """
SELECT attributions.field, documents.title, documents.text
FROM claims
JOIN attributions ON attributions.row = claims.attribution
JOIN readings ON readings.row = attributions.reading
JOIN documents ON documents.row = readings.document
WHERE claims.id = ? ORDER BY claims.listed DESC, claims.row LIMIT 1
"""


def check_source(connection: Connection, claim: str, words: str) -> None:
    """InputError unless these words stand in the text (or title) in which the claim stands."""
    field, title, text = connection.execute(_TEXT, (blob_of(claim, "c"),)).fetchone()
    whole = title or "" if codes.FIELD[field] is Field.TITLE else blobs.read(connection, text).decode("utf-8")
    if words not in whole:
        raise InputError(
            "review",
            f"the text does not hold the words {words!r}",
            "Give the words of the source exactly as they stand there",
        )
