"""Looking at what people judged: page by page, by who wrote it, and all that is about some things."""

from __future__ import annotations

import json
from collections.abc import Iterable

from counterclaim.ledger import codes
from counterclaim.ledger.connection import Connection
from counterclaim.ledger.ids import blob_of, shown
from counterclaim.ledger.lookup import whole_id
from counterclaim.ledger.reviews import COLUMNS, stored
from counterclaim.model.review import ReviewKind, StoredReview

_KIND = codes.codes(codes.REVIEW)
_OF_KIND = f"{COLUMNS} WHERE (:kind IS NULL OR kind = :kind) ORDER BY reviews.row"
_NEWEST = f'{COLUMNS} WHERE (:by IS NULL OR "by" = :by) ORDER BY reviews.row DESC LIMIT :limit OFFSET :offset'
_COUNT = 'SELECT count(*) FROM reviews WHERE (:by IS NULL OR "by" = :by)'
_REVIEWERS = 'SELECT "by", count(*) FROM reviews GROUP BY "by" ORDER BY count(*) DESC, "by"'
_OF_TARGET = "SELECT row, id FROM reviews WHERE target = ?"
_AT_CLAIM = """
SELECT reviews.row, reviews.id FROM claims
JOIN review_places ON review_places.claim = claims.row JOIN reviews ON reviews.row = review
WHERE claims.id = ?
"""
_OF_ROWS = f"{COLUMNS} WHERE reviews.row IN (SELECT value FROM json_each(?)) ORDER BY reviews.row"


def reviews(
    connection: Connection, target: str | None = None, kind: ReviewKind | None = None
) -> list[StoredReview]:
    """All reviews in the order of writing, or those of a kind, of one target or standing at one claim now."""
    if target is not None:
        return _of_rows(connection, (row for row, _ in _about(connection, target)))
    code = None if kind is None else _KIND[kind]
    return stored(connection, connection.execute(_OF_KIND, {"kind": code}).fetchall())


def newest_reviews(
    connection: Connection, by: str | None, limit: int | None, offset: int = 0
) -> list[StoredReview]:
    """What people judged, or one of them, that written last first."""
    asked = {"by": by, "limit": -1 if limit is None else limit, "offset": offset}
    return stored(connection, connection.execute(_NEWEST, asked).fetchall())


def count_reviews(connection: Connection, by: str | None = None) -> int:
    """How many there are, or of one person."""
    return int(connection.one(_COUNT, {"by": by}))


def reviewers(connection: Connection) -> list[tuple[str, int]]:
    """Who judged anything and how much, the most first."""
    return [(by, int(count)) for by, count in connection.execute(_REVIEWERS)]


def reviews_about(connection: Connection, ids: Iterable[str]) -> list[StoredReview]:
    """The reviews of these things or at these claims, and what was written of such reviews, in order."""
    found: dict[int, str] = {}
    asked = list(dict.fromkeys(ids))
    while asked:
        new = {row: id for thing in asked for row, id in _about(connection, thing) if row not in found}
        found |= new
        asked = list(new.values())
    return _of_rows(connection, found)


def stored_review(connection: Connection, id: str) -> StoredReview:
    """The review of this id, or of the beginning of it; UnknownId for none or several."""
    return stored_reviews(connection, (whole_id(connection, id, "v"),))[0]


def stored_reviews(connection: Connection, ids: Iterable[str]) -> list[StoredReview]:
    """The reviews of these whole ids, in the order of writing; unknown ones are left out."""
    found = (connection.one("SELECT row FROM reviews WHERE id = ?", (blob_of(id, "v"),)) for id in ids)
    return _of_rows(connection, (row for row in found if row is not None))


def _of_rows(connection: Connection, rows: Iterable[int]) -> list[StoredReview]:
    asked = list(rows)
    if not asked:
        return []
    return stored(connection, connection.execute(_OF_ROWS, (json.dumps(asked),)).fetchall())


def _about(connection: Connection, thing: str) -> list[tuple[int, str]]:
    rows = connection.execute(_OF_TARGET, (thing,)).fetchall()
    if (claim := blob_of(thing, "c")) is not None:
        rows += connection.execute(_AT_CLAIM, (claim,)).fetchall()
    return [(row, shown("v", id)) for row, id in rows]
