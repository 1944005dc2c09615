"""Which documents carry the words of a claim: its own, and copies of one origin that hold the same words."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable

from counterclaim.ledger.claim_names import claim_rows_named
from counterclaim.ledger.connection import Connection
from counterclaim.ledger.rows import document_rows
from counterclaim.model.listing import DocumentRow
from counterclaim.model.relation import ClaimName

# A claim's own document, and those of its origin whose listed reading has a claim of the same words.
_CARRIERS = """
WITH own AS MATERIALIZED (
    SELECT claims.row AS claim, claims.words AS words, claims.documents AS many, documents.row AS document,
        coalesce(documents.origin, documents.row) AS origin
    FROM json_each(:rows) AS asked
    CROSS JOIN claims ON claims.row = asked.value
    CROSS JOIN attributions ON attributions.row = claims.attribution
    CROSS JOIN readings ON readings.row = attributions.reading
    CROSS JOIN documents ON documents.row = readings.document
)
SELECT claim, document FROM own
UNION
SELECT own.claim, family.row
FROM own
CROSS JOIN documents AS family ON family.row = own.origin OR family.origin = own.origin
CROSS JOIN readings ON readings.document = family.row
CROSS JOIN claims ON claims.row BETWEEN readings.first_claim AND readings.first_claim + readings.claims - 1
WHERE own.many > 1 AND claims.listed = 1 AND claims.words = own.words
"""


def carriers(connection: Connection, names: Iterable[ClaimName]) -> dict[ClaimName, tuple[DocumentRow, ...]]:
    """The documents that carry each claim of these names, in the order of adding; unknown ones are left out.

    A claim that there is no longer in any listed reading is carried by its own document alone.
    """
    rows = claim_rows_named(connection, names)
    asked = {"rows": json.dumps(sorted(rows.values()))}
    found: dict[int, list[int]] = defaultdict(list)
    for claim, document in connection.execute(_CARRIERS, asked):
        found[claim].append(document)
    every = sorted({document for some in found.values() for document in some})
    shown = dict(zip(every, document_rows(connection, every), strict=True))
    return {name: tuple(shown[document] for document in sorted(found[row])) for name, row in rows.items()}
