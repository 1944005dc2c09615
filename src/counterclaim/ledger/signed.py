"""What people signed: which claims belong together, how two stand to each other, how a question reads."""

from __future__ import annotations

import json
from collections.abc import Iterable

from counterclaim.ledger import codes
from counterclaim.ledger.claim_names import claim_rows_named
from counterclaim.ledger.connection import Connection
from counterclaim.ledger.ids import shown
from counterclaim.ledger.review_places import place_of
from counterclaim.ledger.reviewable import QUESTION_FIELDS, relation_in
from counterclaim.ledger.reviews import written
from counterclaim.model.question import HumanEdge
from counterclaim.model.relation import ClaimName, RelationKind, SignedRelation
from counterclaim.model.review import RELATION, ReviewKind, TargetKind

_IS_SAME = {ReviewKind.MERGE: True, ReviewKind.SPLIT: False}
_STANDS = "SELECT claim FROM review_places WHERE review = ? AND claim IS NOT NULL"
_STAND_AT = "SELECT review FROM json_each(?) AS asked CROSS JOIN review_places ON claim = asked.value"
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

    Two claims of which it was signed how they stand to each other answer one question as well, unless that
    is "other question".  A claim that several documents hold alike counts in each that lists tell it of.
    What is no longer read, or was forgotten, joins nothing.
    """
    edges = [
        HumanEdge(
            one=signed.one, other=signed.other, same=signed.kind is not RelationKind.OTHER_QUESTION,
            by=signed.by, at=signed.at,
        )
        for signed in signed_relations(connection)
        if signed.holds
    ]  # fmt: skip
    for found, in_force in written(connection):
        row, _, kind, target_kind, _, _, value, _, by, at, *_ = found
        same = _IS_SAME.get(codes.REVIEW[kind])
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


def signed_relations(
    connection: Connection, names: Iterable[ClaimName] | None = None
) -> list[SignedRelation]:
    """What is in force of how claims stand to each other, where they stand now; of each pair the last word.

    Of all claims, or of those among these names.  What is no longer read, or was forgotten, relates to
    nothing.
    """
    asked = None if names is None else set(names)
    standing = None if asked is None else _standing_at(connection, asked)
    last: dict[frozenset[ClaimName], SignedRelation] = {}
    for found, in_force in written(connection, RELATION):
        row, _, kind, target_kind, _, _, value, _, by, at, *_ = found
        if not in_force or value is None or (standing is not None and row not in standing):
            continue
        if codes.TARGET[target_kind] is not TargetKind.CLAIM:
            continue
        holds = codes.REVIEW[kind] is not ReviewKind.REJECT
        id, relation = relation_in(value)
        others = _names(connection, place_of(connection, id))
        for one in _names(connection, (claim for (claim,) in connection.execute(_STANDS, (row,)))):
            for other in others:
                if one != other and (asked is None or {one, other} <= asked):
                    pair = frozenset((one, other))
                    last.pop(pair, None)
                    last[pair] = SignedRelation(
                        one=one, other=other, kind=relation, holds=holds, by=by, at=at
                    )
    return list(last.values())


def _standing_at(connection: Connection, names: Iterable[ClaimName]) -> set[int]:
    """The rows of the reviews that stand at one of these claims."""
    rows = json.dumps(list(claim_rows_named(connection, names, listed=True).values()))
    return {review for (review,) in connection.execute(_STAND_AT, (rows,))}


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
