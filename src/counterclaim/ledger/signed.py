"""What people signed of questions: which claims belong together, which do not, and how a question reads."""

from __future__ import annotations

import json
from collections.abc import Iterable

from counterclaim.ledger import codes
from counterclaim.ledger.connection import Connection
from counterclaim.ledger.ids import shown
from counterclaim.ledger.places import place_of
from counterclaim.ledger.reviewable import QUESTION_FIELDS
from counterclaim.ledger.reviews import written
from counterclaim.model.question import HumanEdge
from counterclaim.model.relation import ClaimName
from counterclaim.model.review import ReviewKind, TargetKind

_EDGES = {ReviewKind.MERGE: True, ReviewKind.SPLIT: False}
_STANDS = "SELECT claim FROM review_places WHERE review = ? AND claim IS NOT NULL"
_NAMES = """
SELECT documents.id, claims.id, claims.folded
FROM json_each(?) AS asked
JOIN claims ON claims.row = asked.value
JOIN attributions ON attributions.row = claims.attribution
JOIN readings ON readings.row = attributions.reading
JOIN documents ON documents.row = readings.document
WHERE claims.listed = 1 ORDER BY claims.row
"""


def human_edges(connection: Connection) -> list[HumanEdge]:
    """What is in force of "merge" and "split" between claims, where they stand now, in order of writing.

    A claim that several documents hold alike counts in each that lists tell it of.  What is no longer
    read, or was forgotten, joins nothing.
    """
    edges = []
    for found, in_force in written(connection):
        row, _, kind, target_kind, _, _, value, _, by, at, *_ = found
        same = _EDGES.get(codes.REVIEW[kind])
        if not in_force or same is None or value is None or codes.TARGET[target_kind] is not TargetKind.CLAIM:
            continue
        ones = _names(connection, (claim for (claim,) in connection.execute(_STANDS, (row,))))
        for id in value.split():
            edges += [
                HumanEdge(one=one, other=other, same=same, by=by, at=at)
                for other in _names(connection, place_of(connection, id))
                for one in ones
                if one != other
            ]
    return edges


def question_texts(connection: Connection) -> dict[str, str]:
    """How people said that questions should read, by id; of several in force the last."""
    texts = {}
    for found, in_force in written(connection):
        _, _, kind, target_kind, target, field, value, *_ = found
        is_text = codes.REVIEW[kind] is ReviewKind.CORRECT and field in QUESTION_FIELDS
        if in_force and is_text and value is not None and codes.TARGET[target_kind] is TargetKind.QUESTION:
            texts[target] = value
    return texts


def _names(connection: Connection, rows: Iterable[int]) -> list[ClaimName]:
    """What the claims are called that are told once; all of them where none is."""
    found = connection.execute(_NAMES, (json.dumps(list(rows)),)).fetchall()
    once = [one for one in found if not one[2]] or found
    return [(shown("d", document), shown("c", id)) for document, id, _ in once]
