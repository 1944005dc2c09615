"""Finding more than the first claims that hold some words: pages of them, and documents by their titles."""

from __future__ import annotations

from counterclaim.ledger.connection import Connection
from counterclaim.ledger.query import holds, parse, spread
from counterclaim.ledger.ranking import marks
from counterclaim.ledger.rows import claim_rows, document_rows
from counterclaim.ledger.search import ranked
from counterclaim.model.listing import DocumentRow, SearchHit

_TITLES = """
SELECT row, coalesce(title, label), coalesce(publisher, '') FROM documents WHERE listed = 1
ORDER BY published DESC, row
"""


def claims_found(
    connection: Connection, words: str, limit: int, offset: int
) -> tuple[list[SearchHit], int, bool]:
    """One page of the claims that hold all the words, how many were ranked, and whether more hold them."""
    rows, query, capped = ranked(connection, words)
    shown = claim_rows(connection, rows[offset : offset + limit])
    hits = [SearchHit(claim=row, marks=marks(row.words, query.wanted)) for row in shown]
    return hits, len(rows), capped


def documents_found(
    connection: Connection, words: str, limit: int, offset: int
) -> tuple[list[DocumentRow], int]:
    """One page of the documents whose title or outlet has all the words, newest first, and how many."""
    query = parse(words)
    if not query.wanted:
        return [], 0
    rows = [
        row
        for row, title, publisher in connection.execute(_TITLES)
        if holds(query, spread(f"{title} {publisher}"))
    ]
    return document_rows(connection, rows[offset : offset + limit]), len(rows)
