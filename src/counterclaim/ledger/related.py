"""Relations as a list to go through: each with both of its claims, a page at a time."""

from __future__ import annotations

from typing import Any

from counterclaim.ledger import codes
from counterclaim.ledger.connection import Connection
from counterclaim.ledger.ids import blob_of
from counterclaim.ledger.lookup import whole_id
from counterclaim.ledger.rows import claim_rows
from counterclaim.model.inquiry import Related
from counterclaim.model.listing import ClaimRow
from counterclaim.model.relation import Relation, RelationKind

Pair = tuple[int, int]  # the rows of both claims, by which the list is ordered
_KIND = codes.codes(codes.RELATION)
_SHARE = 10_000

# In the order of the list from the start, so that a page is never sorted.
_SELECT = """
SELECT kind, one, other, relations.confidence, same_question, contradiction, reason
FROM relations
CROSS JOIN claims AS a ON a.row = one AND a.listed = 1 AND a.folded = 0
CROSS JOIN claims AS b ON b.row = other AND b.listed = 1 AND b.folded = 0
WHERE (one, other) > (?, ?)
"""
_OF_KIND = " AND kind = ?"
_OF_CLAIM = """
 AND relations.row IN (
    SELECT row FROM relations WHERE one IN (SELECT row FROM claims WHERE id = ?)
    UNION ALL
    SELECT row FROM relations WHERE other IN (SELECT row FROM claims WHERE id = ?)
)
"""


def related_after(
    connection: Connection,
    limit: int,
    after: Pair | None = None,
    *,
    kind: RelationKind | None = None,
    claim: str | None = None,
) -> tuple[list[Related], Pair | None]:
    """The relations that come after a place in the order of adding, and that of the last if more follow.

    Those of one kind, of one claim (UnknownId), or all of claims that are told once.
    """
    query, values = _SELECT, [*(after or (0, 0))]
    if kind is not None:
        query, values = query + _OF_KIND, [*values, _KIND[kind]]
    asked: list[object] = list(values)
    if claim is not None:
        whole = blob_of(whole_id(connection, claim, "c"), "c")
        query, asked = query + _OF_CLAIM, [*asked, whole, whole]
    found = connection.execute(f"{query} ORDER BY one, other LIMIT ?", (*asked, limit + 1)).fetchall()
    page = found[:limit]
    rows = iter(claim_rows(connection, [row for _, one, other, *_ in page for row in (one, other)]))
    related = [_related(facts, one, other) for facts, one, other in zip(page, rows, rows, strict=True)]
    return related, (page[-1][1], page[-1][2]) if len(found) > limit else None


def _related(facts: Any, one: ClaimRow, other: ClaimRow) -> Related:
    kind, _, _, confidence, same, contradiction, reason = facts
    relation = Relation(
        one=(one.document, one.id),
        other=(other.document, other.id),
        kind=codes.RELATION[kind],
        confidence=confidence / _SHARE,
        reason=reason,
        same_question=None if same is None else same / _SHARE,
        contradiction=None if contradiction is None else codes.CONTRADICTION[contradiction],
    )
    return Related(relation=relation, one=one, other=other)
