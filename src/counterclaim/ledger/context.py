"""One claim with all that is known of it: meaning, receipt, text around, versions, copies, reviews."""

from __future__ import annotations

import re

from msgspec.structs import replace

from counterclaim.errors import UnknownId
from counterclaim.ledger.connection import Connection
from counterclaim.ledger.history import versions_of
from counterclaim.ledger.ids import shown
from counterclaim.ledger.passage import passage
from counterclaim.ledger.readings import text_of
from counterclaim.ledger.reviews import reviews
from counterclaim.ledger.rows import claim_rows
from counterclaim.ledger.stored import reading_of
from counterclaim.model.listing import ClaimInContext, ReviewRow

SHORTEST = 3  # hexadecimal digits of an id that are enough where they are the only such
_DIGITS = 16
_PREFIX = re.compile(rf"c[0-9a-f]{{{SHORTEST},{_DIGITS}}}")

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
    if not _PREFIX.fullmatch(id):
        wrong = f"this is no id of a claim: c and {SHORTEST} to {_DIGITS} hexadecimal digits"
        raise UnknownId(id, wrong, "Take the id from `counterclaim claims` or `counterclaim search`")
    digits = id[1:]
    bounds = tuple(bytes.fromhex(digits.ljust(_DIGITS, fill)) for fill in "0f")
    found = connection.execute("SELECT DISTINCT id FROM claims WHERE id BETWEEN ? AND ? LIMIT 3", bounds)
    ids = [one for (one,) in found]
    if not ids:
        raise UnknownId(id, "no claim of the ledger has this id", "Take the id from `counterclaim claims`")
    if len(ids) > 1:
        some = " and ".join(shown("c", one) for one in ids[:2])
        raise UnknownId(id, f"several claims begin so, as {some}", "Give more of its digits")
    listed, older = ([row for (row,) in connection.execute(_SAME, (ids[0], flag))] for flag in (1, 0))
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
        reviews=_reviews(connection, claim.id),
    )


def _reviews(connection: Connection, claim: str) -> tuple[ReviewRow, ...]:
    """What people wrote of this claim, or of one that it took the place of."""
    return tuple(
        ReviewRow(
            id=stored.id,
            kind=stored.review.kind.value,
            by=stored.review.by,
            at=stored.review.at,
            target=stored.review.target,
            field=stored.review.field,
            value=stored.review.value,
            note=stored.review.note,
            fate=None if stored.fate is None else stored.fate.value,
            in_force=stored.in_force,
        )
        for stored in reviews(connection, claim)
    )
