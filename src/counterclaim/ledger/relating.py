"""Relations: how claims of different documents stand to each other."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

from counterclaim.ledger import codes
from counterclaim.ledger.claim_names import DocumentsOfClaims, claim_rows_named
from counterclaim.ledger.connection import Connection
from counterclaim.ledger.ids import shown
from counterclaim.model.relation import ClaimName, Relation

_KIND = codes.codes(codes.RELATION)
_CONTRADICTION = codes.codes(codes.CONTRADICTION)
_SHARE = 10_000

_INSERT = (
    "INSERT INTO relations (kind, one, other, confidence, same_question, contradiction, reason)"
    " VALUES (?, ?, ?, ?, ?, ?, ?)"
    " ON CONFLICT (one, other) DO UPDATE SET kind = excluded.kind, confidence = excluded.confidence,"
    " same_question = excluded.same_question,"
    " contradiction = excluded.contradiction, reason = excluded.reason"
)
_SELECT = """
SELECT kind, one, one.id, other, other.id, relations.confidence, same_question, contradiction, reason
FROM relations
JOIN claims AS one ON one.row = one AND one.listed = 1 AND one.folded = 0
JOIN claims AS other ON other.row = other AND other.listed = 1 AND other.folded = 0
"""
_AMONG = """
WHERE one IN (SELECT value FROM json_each(:rows)) AND other IN (SELECT value FROM json_each(:rows))
"""
_ORDER = "ORDER BY one, other"


def keep_relations(connection: Connection, relations: Iterable[Relation]) -> int:
    """Keep relations and say of how many pairs; of two of the same claims the later one is kept.

    Left out is what names a claim that no listed reading holds, and a claim beside itself.
    """
    found = list(relations)
    names = (name for relation in found for name in (relation.one, relation.other))
    rows = claim_rows_named(connection, names, listed=True)
    kept: dict[tuple[int, int], Relation] = {}
    for relation in found:
        one, other = rows.get(relation.one), rows.get(relation.other)
        if one is not None and other is not None and one != other:
            kept.pop((other, one), None)
            kept[one, other] = relation
    connection.executemany(
        "DELETE FROM relations WHERE one = ? AND other = ?", [(other, one) for one, other in kept]
    )
    connection.executemany(_INSERT, [_facts(*pair, relation) for pair, relation in kept.items()])
    return len(kept)


def _facts(one: int, other: int, relation: Relation) -> tuple[object, ...]:
    """The columns of _INSERT."""
    contradiction = None if relation.contradiction is None else _CONTRADICTION[relation.contradiction]
    same = None if relation.same_question is None else round(relation.same_question * _SHARE)
    confidence = round(relation.confidence * _SHARE)
    return (_KIND[relation.kind], one, other, confidence, same, contradiction, relation.reason)


def relations(connection: Connection, names: Iterable[ClaimName] | None = None) -> Iterator[Relation]:
    """All relations between claims that are told once, or those between the claims of these names.

    They come in the order in which their claims were added.
    """
    asked, values, known = _SELECT, {}, _Names(connection)
    if names is not None:
        asked += _AMONG
        rows = claim_rows_named(connection, names, listed=True)
        known.names.update({row: name for name, row in rows.items()})
        values["rows"] = json.dumps(list(known.names))
    found = connection.execute(asked + _ORDER, values)
    for kind, one, one_id, other, other_id, confidence, same, contradiction, reason in found:
        pair = known.name(one, one_id), known.name(other, other_id)
        yield relation_of(pair, kind, confidence, same, contradiction, reason)


def relation_of(
    pair: tuple[ClaimName, ClaimName],
    kind: int,
    confidence: int,
    same: int | None,
    contradiction: int | None,
    reason: str,
) -> Relation:
    """The record of a row of relations, between the claims of these names."""
    return Relation(
        one=pair[0],
        other=pair[1],
        kind=codes.RELATION[kind],
        confidence=confidence / _SHARE,
        reason=reason,
        same_question=None if same is None else same / _SHARE,
        contradiction=None if contradiction is None else codes.CONTRADICTION[contradiction],
    )


class _Names:
    """What the claims of rows are called; of each one record, however many relations it has."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._documents: DocumentsOfClaims | None = None
        self.names: dict[int, ClaimName] = {}

    def name(self, row: int, id: bytes) -> ClaimName:
        """The name of the claim in a row that has this id."""
        if row not in self.names:
            self._documents = self._documents or DocumentsOfClaims(self._connection)
            self.names[row] = (self._documents[row], shown("c", id))
        return self.names[row]
