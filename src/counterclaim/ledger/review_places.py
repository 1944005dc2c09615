"""Where reviews of claims stand after new readings.

A review points to the receipt it was made on.  It stands at every listed claim with that very
receipt; else, among the claims that the newest reading of its capture holds, at one with the
same spans, or with nearly the same words by the same speaker ("carried over, confirm"); else
it stays as "no longer read".
"""

from __future__ import annotations

import msgspec

from counterclaim.ledger import codes
from counterclaim.ledger.connection import Connection
from counterclaim.ledger.ids import blob_of
from counterclaim.ledger.matching import Spoken, folded, nearest
from counterclaim.ledger.standing import SPOKEN
from counterclaim.model.review import Fate, TargetKind
from counterclaim.model.span import Spans

PLACE = codes.codes(codes.PLACE)
_CLAIM = codes.codes(codes.TARGET)[TargetKind.CLAIM]
_SPANS = msgspec.json.Decoder(Spans)

_TOUCHED = """
SELECT reviews.row, reviews.target, reviews.text_sha256, reviews.text_field, reviews.spans, reviews.words,
    reviews.speaker, documents.capture
FROM reviews JOIN documents ON documents.id = reviews.document
WHERE reviews.target_kind = ? AND reviews.words IS NOT NULL AND (
    reviews.document IN (SELECT id FROM documents WHERE capture = ?)
    OR reviews.text_sha256 IN (SELECT blobs.sha256 FROM documents JOIN blobs ON blobs.row = documents.text
                               WHERE documents.capture = ?)
    OR reviews.text_sha256 IN (SELECT title_sha256 FROM documents WHERE capture = ?)
)
"""

_SAME_SPANS = """
SELECT claims.row
FROM documents
JOIN blobs ON blobs.row = documents.text
JOIN readings ON readings.document = documents.row
JOIN claims ON claims.row BETWEEN readings.first_claim AND readings.first_claim + readings.claims - 1
JOIN attributions ON attributions.row = claims.attribution
JOIN speakers ON speakers.row = attributions.speaker
WHERE documents.capture = ? AND claims.listed = 1 AND attributions.field = ?
    AND CASE attributions.field WHEN 0 THEN blobs.sha256 ELSE documents.title_sha256 END = ?
    AND claims.start = ? AND claims.end = ? AND coalesce(claims.spans, '') = ?
ORDER BY coalesce(speakers.key, speakers.name, attributions.source, '') <> ?, claims.row
"""


class _Made(msgspec.Struct):
    """What a review was made on, in the order of the columns above."""

    row: int
    target: str
    text_sha256: bytes
    field: int
    spans: str
    words: str
    speaker: str
    capture: int


# A claim that no listed reading holds, as the newest that held it has it; the columns of _Made.
_READ_ONCE = """
SELECT 0, 'c' || lower(hex(claims.id)),
    CASE attributions.field WHEN 0 THEN blobs.sha256 ELSE documents.title_sha256 END, attributions.field,
    coalesce(claims.spans, json_array(json_array(claims.start, claims.end))), claims.words,
    coalesce(speakers.key, speakers.name, attributions.source, ''), documents.capture
FROM claims
JOIN attributions ON attributions.row = claims.attribution
JOIN speakers ON speakers.row = attributions.speaker
JOIN readings ON readings.row = attributions.reading
JOIN documents ON documents.row = readings.document
JOIN blobs ON blobs.row = documents.text
WHERE claims.id = ? ORDER BY readings.row DESC LIMIT 1
"""


def place_of(connection: Connection, claim: str) -> list[int]:
    """The rows of the listed claims where a claim stands now, as a review of it would; none if it is lost."""
    found = connection.execute(_READ_ONCE, (blob_of(claim, "c"),)).fetchone()
    places = [] if found is None else _places(connection, _Made(*found))
    return [row for row, _ in places if row is not None]


def keep_places(connection: Connection, capture: int) -> None:
    """Look anew for the claims of all reviews that were made on a capture, or on the same text elsewhere."""
    for found in connection.execute(_TOUCHED, (_CLAIM, capture, capture, capture)).fetchall():
        review = _Made(*found)
        connection.execute("DELETE FROM review_places WHERE review = ?", (review.row,))
        connection.executemany(
            "INSERT INTO review_places (review, claim, how) VALUES (?, ?, ?)",
            [(review.row, claim, PLACE[fate]) for claim, fate in _places(connection, review)],
        )


def _places(connection: Connection, review: _Made) -> list[tuple[int | None, Fate]]:
    same = connection.execute(
        "SELECT row FROM claims WHERE id = ? AND listed = 1 ORDER BY row", (blob_of(review.target, "c"),)
    ).fetchall()
    if same:
        return [(row, Fate.SAME) for (row,) in same]
    spans = _SPANS.decode(review.spans)
    several = review.spans if len(spans) > 1 else ""
    place = (*spans[0], several)
    found = connection.one(
        _SAME_SPANS, (review.capture, review.field, review.text_sha256, *place, review.speaker)
    )
    if found is not None:
        return [(found, Fate.SAME)]
    alike = _alike(connection, review)
    return [(None, Fate.NO_LONGER_READ) if alike is None else (alike, Fate.CARRIED_OVER)]


def _alike(connection: Connection, review: _Made) -> int | None:
    """The claim of the newest reading that says nearly the same by the same speaker."""
    document = connection.one("SELECT row FROM documents WHERE capture = ? AND listed = 1", (review.capture,))
    said = [Spoken(*found) for found in connection.execute(SPOKEN, (document,))]
    by_speaker = [claim for claim in said if claim.who == review.speaker]
    same = next((claim for claim in by_speaker if folded(claim.words) == folded(review.words)), None)
    kept = same or nearest(review.words, by_speaker)
    return None if kept is None else kept.row
