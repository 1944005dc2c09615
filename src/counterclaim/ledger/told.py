"""Claims as comparing them across documents needs them."""

from __future__ import annotations

from collections.abc import Iterator

from counterclaim.ledger.connection import Connection
from counterclaim.ledger.ids import shown
from counterclaim.ledger.readings import text_of
from counterclaim.ledger.stored import reading_of
from counterclaim.model.reading import Attribution, Claim, Reading
from counterclaim.model.told import Told

BEFORE = 200  # code points of the text before a claim

_LISTED = """
SELECT readings.row, documents.id, coalesce(first.id, documents.id)
FROM readings JOIN documents ON documents.row = readings.document
LEFT JOIN documents AS first ON first.row = documents.origin
WHERE readings.listed = 1 ORDER BY readings.row
"""
_TOLD_ONCE = """
SELECT claims.row - readings.first_claim FROM readings
JOIN claims ON claims.row BETWEEN readings.first_claim AND readings.first_claim + readings.claims - 1
WHERE readings.row = ? AND claims.folded = 0
"""


def told(connection: Connection) -> Iterator[Told]:
    """Every claim of the newest readings, in the order of adding; of copies the first alone."""
    for row, document, origin in connection.execute(_LISTED).fetchall():
        once = {place for (place,) in connection.execute(_TOLD_ONCE, (row,))}
        if once:
            reading = reading_of(connection, row)
            pairs = [(one, claim) for one in reading.attributions for claim in one.claims]
            for place, (attribution, claim) in enumerate(pairs):
                if place in once:
                    yield _told(reading, attribution, claim, shown("d", document), shown("d", origin))


def _told(reading: Reading, attribution: Attribution, claim: Claim, document: str, origin: str) -> Told:
    text = text_of(reading.document, attribution.field)
    start = claim.content[0][0]
    speaker = attribution.speaker
    return Told(
        document=document,
        id=claim.id,
        words=" … ".join(text[left:right] for left, right in claim.content),
        meaning=claim.meaning,
        before=text[max(0, start - BEFORE) : start],
        speaker=speaker.name or (" ".join(text[left:right] for left, right in attribution.source) or None),
        key=speaker.key,
        kind=speaker.kind,
        party=speaker.party,
        published=reading.document.published,
        title=reading.document.title,
        origin=origin,
    )
