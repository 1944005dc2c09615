"""What waits for a person's judgement, in the order in which it is best looked at.

Each list leaves out what somebody judged and did not take back.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from itertools import islice

from counterclaim.ledger import codes
from counterclaim.ledger.connection import Connection
from counterclaim.ledger.ids import blob_of, shown
from counterclaim.ledger.review_places import PLACE, place_of
from counterclaim.ledger.reviewable import relation_in
from counterclaim.ledger.reviews import COLUMNS, stored, undone_ids
from counterclaim.ledger.rows import claim_rows
from counterclaim.model.listing import ClaimRow
from counterclaim.model.review import RELATION, VERDICTS, Fate, ReviewKind, StoredReview, TargetKind

_KIND, _TARGET = codes.codes(codes.REVIEW), codes.codes(codes.TARGET)
_VERDICTS = json.dumps([_KIND[kind] for kind in VERDICTS])

# A pair is of a dispute if both claims take sides in one, be they guests there or at home.  Relations are of
# claims that lists show; those that an earlier copy tells are few, so that looking at each would cost more.
_CONTRADICTIONS = """
SELECT one, other
FROM relations INDEXED BY contradictions_by_sureness
LEFT JOIN answers AS here ON here.claim = one AND here.disputed = 1
LEFT JOIN answers AS there ON there.claim = other AND there.disputed = 1
WHERE kind = 0
    AND one NOT IN (SELECT row FROM claims INDEXED BY claims_by_day WHERE listed = 1 AND folded = 1)
    AND other NOT IN (SELECT row FROM claims INDEXED BY claims_by_day WHERE listed = 1 AND folded = 1)
ORDER BY here.claim IS NULL OR there.claim IS NULL, relations.confidence DESC, one, other
"""
_COUNT_CONTRADICTIONS = """
SELECT count(*) FROM relations INDEXED BY contradictions_by_sureness
WHERE kind = 0
    AND one NOT IN (SELECT row FROM claims INDEXED BY claims_by_day WHERE listed = 1 AND folded = 1)
    AND other NOT IN (SELECT row FROM claims INDEXED BY claims_by_day WHERE listed = 1 AND folded = 1)
"""
_IS_CONTRADICTION = """
SELECT 1 FROM relations
JOIN claims AS a ON a.row = one AND a.listed = 1 AND a.folded = 0
JOIN claims AS b ON b.row = other AND b.listed = 1 AND b.folded = 0
WHERE kind = 0 AND ((one = :one AND other = :other) OR (one = :other AND other = :one))
"""
_ANSWERING = """
SELECT claims.row FROM answers CROSS JOIN claims ON claims.row = answers.claim
WHERE claims.listed = 1 AND claims.folded = 0 ORDER BY answers.disputed DESC, answers.confidence
"""
_ALONE = """
SELECT claims.row FROM claims INDEXED BY claims_by_doubt
WHERE claims.listed = 1 AND claims.folded = 0 AND claims.row NOT IN (SELECT claim FROM answers)
ORDER BY claims.confidence
"""
_ALL = "SELECT count(*) FROM claims INDEXED BY claims_by_doubt WHERE listed = 1 AND folded = 0"
_JUDGED_CLAIMS = """
SELECT DISTINCT reviews.id, claims.row
FROM reviews JOIN review_places ON review = reviews.row JOIN claims ON claims.row = review_places.claim
WHERE reviews.kind IN (SELECT value FROM json_each(?)) AND target_kind = ? AND field IS NOT ?
    AND claims.listed = 1 AND claims.folded = 0
"""
_RELATED = """
SELECT reviews.id, reviews.value, review_places.claim
FROM reviews JOIN review_places ON review = reviews.row
WHERE reviews.field = ? AND review_places.claim IS NOT NULL
"""
_LISTED = "SELECT row FROM claims WHERE id = ? AND listed = 1"
_JUDGED_QUESTIONS = """
SELECT id, target FROM reviews
WHERE kind IN (SELECT value FROM json_each(?)) AND target_kind = ?
"""
_DISPUTED = (
    "SELECT id FROM findings WHERE kind = 1 AND id NOT IN (SELECT value FROM json_each(?)) ORDER BY place"
)
_OTHERS = """
SELECT id FROM findings WHERE kind = 0 AND id NOT IN (SELECT value FROM json_each(?))
    AND id NOT IN (SELECT id FROM findings WHERE kind = 1)
ORDER BY place
"""
_COUNT_QUESTIONS = """
SELECT count(*) FROM findings WHERE kind = 0 AND id NOT IN (SELECT value FROM json_each(?))
"""
_CARRIED = f"""
{COLUMNS} JOIN review_places ON review = reviews.row
WHERE how = {PLACE[Fate.CARRIED_OVER]} AND kind <> {_KIND[ReviewKind.UNDO]}
    AND NOT EXISTS (
        SELECT 1 FROM reviews AS later JOIN review_places AS place ON place.review = later.row
        WHERE place.claim = review_places.claim AND later.row > reviews.row
            AND place.how = {PLACE[Fate.SAME]} AND later.kind = reviews.kind AND later.field IS reviews.field
    )
ORDER BY reviews.row
"""


def contradictions_to_judge(
    connection: Connection, limit: int, offset: int = 0
) -> list[tuple[ClaimRow, ClaimRow]]:
    """Pairs that the program says contradict each other, those of disputes first, the surest first."""
    judged = _judged_pairs(connection)
    waiting = (pair for pair in connection.execute(_CONTRADICTIONS) if frozenset(pair) not in judged)
    some = islice(waiting, offset, offset + limit)
    rows = iter(claim_rows(connection, [row for pair in some for row in pair]))
    return list(zip(rows, rows, strict=True))


def claims_to_check(connection: Connection, limit: int, offset: int = 0) -> list[ClaimRow]:
    """Claims, those of disputes first, then those of questions, each the least sure first."""
    judged = _judged_claims(connection)
    waiting = (row for row in _claims(connection) if row not in judged)
    return claim_rows(connection, list(islice(waiting, offset, offset + limit)))


def carried_to_confirm(connection: Connection) -> list[StoredReview]:
    """Reviews in force that a newer reading carried over to other words, and nobody wrote anew there."""
    undone = undone_ids(connection)
    found = connection.execute(_CARRIED).fetchall()
    return stored(connection, [row for row in found if shown("v", row[1]) not in undone])


def questions_to_check(connection: Connection, limit: int, offset: int = 0) -> list[str]:
    """Ids of questions, those of disputes first in order of rank, then those with the oldest claim."""
    judged = _judged_questions(connection)
    waiting = (id for query in (_DISPUTED, _OTHERS) for (id,) in connection.execute(query, (judged,)))
    return list(islice(waiting, offset, offset + limit))


def count_contradictions(connection: Connection) -> int:
    """How many contradictions wait."""
    judged = [sorted(pair) for pair in _judged_pairs(connection)]
    asked = ({"one": pair[0], "other": pair[-1]} for pair in judged)
    done = sum(connection.one(_IS_CONTRADICTION, one) is not None for one in asked)
    return int(connection.one(_COUNT_CONTRADICTIONS)) - done


def count_claims(connection: Connection) -> int:
    """How many claims wait."""
    return int(connection.one(_ALL)) - len(_judged_claims(connection))


def count_questions(connection: Connection) -> int:
    """How many questions wait."""
    return int(connection.one(_COUNT_QUESTIONS, (_judged_questions(connection),)))


def _judged_questions(connection: Connection) -> str:
    """Their ids, as JSON."""
    undone = undone_ids(connection)
    asked = (_VERDICTS, _TARGET[TargetKind.QUESTION])
    found = connection.execute(_JUDGED_QUESTIONS, asked)
    return json.dumps([target for id, target in found if shown("v", id) not in undone])


def _claims(connection: Connection) -> Iterator[int]:
    for query in (_ANSWERING, _ALONE):
        for (row,) in connection.execute(query):
            yield row


def _judged_claims(connection: Connection) -> set[int]:
    undone = undone_ids(connection)
    asked = (_VERDICTS, _TARGET[TargetKind.CLAIM], RELATION)
    return {row for id, row in connection.execute(_JUDGED_CLAIMS, asked) if shown("v", id) not in undone}


def _judged_pairs(connection: Connection) -> set[frozenset[int]]:
    undone = undone_ids(connection)
    pairs: set[frozenset[int]] = set()
    for id, value, one in connection.execute(_RELATED, (RELATION,)).fetchall():
        if value is not None and shown("v", id) not in undone:
            other, _ = relation_in(value)
            pairs.update(frozenset((one, row)) for row in _places(connection, other))
    return pairs


def _places(connection: Connection, claim: str) -> list[int]:
    listed = [row for (row,) in connection.execute(_LISTED, (blob_of(claim, "c"),))]
    return listed or place_of(connection, claim)
