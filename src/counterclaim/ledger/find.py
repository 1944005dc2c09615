"""Finding more than the first claims that hold some words: pages of them, and documents by their titles."""

from __future__ import annotations

from counterclaim.ledger.connection import Connection
from counterclaim.ledger.query import Part, Query, parse
from counterclaim.ledger.ranking import marks
from counterclaim.ledger.rows import claim_rows, document_rows
from counterclaim.ledger.search import ranked
from counterclaim.ledger.tokens import tokens
from counterclaim.model.listing import DocumentRow, SearchHit

_PLURAL = 5  # letters from which a final s is taken off a word that is looked for
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


def spread(text: str) -> str:
    """The words of a text as `holds` looks through them."""
    return " " + " ".join(tokens(text))


def holds(query: Query, text: str) -> bool:
    """Whether a spread text has all that a query wants and nothing that it does not.

    A word may be the beginning of a longer one, as somebody types it, and a plural finds the singular.
    """
    return all(f" {_stem(part)}" in text for part in query.wanted) and not any(
        f" {_stem(part)}" in text for part in query.unwanted
    )


def _stem(part: Part) -> str:
    words = " ".join(part.tokens)
    return words[:-1] if len(part.tokens[-1]) >= _PLURAL and words.endswith("s") else words
