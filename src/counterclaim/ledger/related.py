"""Relations as a list to go through: each with both of its claims, a page at a time."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from counterclaim.ledger import codes
from counterclaim.ledger.connection import Connection
from counterclaim.ledger.ids import blob_of
from counterclaim.ledger.lookup import whole_id
from counterclaim.ledger.relating import relation_of
from counterclaim.ledger.rows import claim_rows
from counterclaim.model.inquiry import Related
from counterclaim.model.listing import ClaimRow
from counterclaim.model.relation import RelationKind

Pair = tuple[int, int]  # the rows of both claims, by which the list is ordered
_KIND = codes.codes(codes.RELATION)

# In the order of the list from the start, so that a page is never sorted.
_SELECT = """
SELECT one, other, kind, relations.confidence, same_question, contradiction, reason
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
    rows = iter(claim_rows(connection, [row for pair in page for row in pair[:2]]))
    related = [related_of(one, other, facts[2:]) for facts, one, other in zip(page, rows, rows, strict=True)]
    return related, (page[-1][0], page[-1][1]) if len(found) > limit else None


def related_of(one: ClaimRow, other: ClaimRow, facts: Sequence[Any]) -> Related:
    """The record of two claims and of the columns kind, confidence, same_question, contradiction, reason."""
    pair = (one.document, one.id), (other.document, other.id)
    return Related(relation=relation_of(pair, *facts), one=one, other=other)
