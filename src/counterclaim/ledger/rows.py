"""Rows of claims and documents as lists show them, in the order asked for."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import Any

from counterclaim.ledger import codes
from counterclaim.ledger.connection import Connection
from counterclaim.ledger.days import shown_day
from counterclaim.model.listing import ClaimRow, DocumentRow

_AT_ONCE = 1_000  # rows asked for in one statement

_CLAIMS = """
SELECT claims.row, lower(hex(claims.id)), lower(hex(attributions.id)), lower(hex(documents.id)),
    coalesce(documents.title, documents.label), documents.publisher, documents.published, documents.url,
    speakers.name, parties.name, coalesce(attributions.source, ''), claims.words, attributions.quote_type,
    claims.polarity, claims.certainty, claims.certainty_word, claims.orientation,
    CASE WHEN claims.flags & 4 THEN documents.published ELSE claims.said END, claims.due, claims.day,
    claims.evidence_offered, claims.confidence, claims.standing, claims.documents, documents.added
FROM json_each(?) AS asked
CROSS JOIN claims ON claims.row = asked.value
CROSS JOIN attributions ON attributions.row = claims.attribution
CROSS JOIN readings ON readings.row = attributions.reading
CROSS JOIN documents ON documents.row = readings.document
CROSS JOIN speakers ON speakers.row = attributions.speaker
LEFT JOIN parties ON parties.row = speakers.party
"""

_DOCUMENTS = """
SELECT documents.row, lower(hex(documents.id)), addresses.address, coalesce(documents.title, documents.label),
    documents.publisher, documents.published, documents.url, documents.language, documents.not_read,
    coalesce((SELECT sum(claims) FROM readings WHERE document = documents.row AND listed = 1), 0),
    lower(hex(coalesce(first.id, documents.id))), documents.origin_reason, documents.agency, documents.added
FROM json_each(?) AS asked
CROSS JOIN documents ON documents.row = asked.value
CROSS JOIN captures ON captures.row = documents.capture
CROSS JOIN addresses ON addresses.row = captures.address
LEFT JOIN documents AS first ON first.row = documents.origin
"""


def claim_rows(connection: Connection, rows: Sequence[int]) -> list[ClaimRow]:
    """The claims of the rows, in the same order."""
    return [_claim(found) for found in _asked(connection, _CLAIMS, rows)]


def document_rows(connection: Connection, rows: Sequence[int]) -> list[DocumentRow]:
    """The documents of the rows, in the same order."""
    return [_document(found) for found in _asked(connection, _DOCUMENTS, rows)]


def _asked(connection: Connection, query: str, rows: Iterable[int]) -> Iterator[Any]:
    left = iter(rows)
    while some := list(islice(left, _AT_ONCE)):
        found = {one[0]: one for one in connection.execute(query, (json.dumps(some),))}
        yield from (found[row] for row in some)


def _claim(found: Any) -> ClaimRow:
    (
        _, id, attribution, document, title, publisher, published, url, speaker, party, source, words,
        quote_type, polarity, certainty, certainty_word, orientation, said, due, day, evidence, confidence,
        standing, documents, added,
    ) = found  # fmt: skip
    return ClaimRow(
        id=f"c{id}",
        attribution=f"a{attribution}",
        document=f"d{document}",
        title=title,
        publisher=publisher,
        published=published,
        url=url,
        speaker=speaker,
        party=party,
        source=source,
        words=words,
        quote_type=codes.QUOTE_TYPE[quote_type],
        polarity=codes.POLARITY[polarity],
        certainty=codes.CERTAINTY[certainty],
        certainty_word=certainty_word,
        orientation=codes.ORIENTATION[orientation],
        said=said,
        due=due,
        day=shown_day(day),
        evidence_offered=codes.EVIDENCE[evidence],
        confidence=confidence / 10_000,
        standing=codes.STANDING[standing],
        documents=documents,
        added=added,
    )


def _document(found: Any) -> DocumentRow:
    (
        _, id, address, title, publisher, published, url, language, not_read, claims, origin, reason,
        agency, added,
    ) = found  # fmt: skip
    return DocumentRow(
        id=f"d{id}",
        address=address,
        title=title,
        publisher=publisher,
        published=published,
        url=url,
        language=language,
        not_read=not_read,
        claims=claims,
        origin=f"d{origin}",
        reason=reason,
        agency=agency,
        added=added,
    )
