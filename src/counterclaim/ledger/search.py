"""Full-text search of claims: their own words, and those of the speaker and the source."""

from __future__ import annotations

from counterclaim.ledger.connection import Connection
from counterclaim.ledger.query import Part, Query, parse
from counterclaim.ledger.ranking import Candidate, best, marks
from counterclaim.ledger.rows import claim_rows
from counterclaim.model.listing import SearchHit, SearchResult

CAP = 1_000  # candidates that are ranked: half of what 50 ms allow on a laptop (November 2026)
_COMMON = 20_000  # claims that hold a word, from where on they are not counted further

# From the end, so that what was added last is among the candidates where they are capped.
_CANDIDATES = """
SELECT claims.row, claims.words, coalesce(speakers.name, '') || ' ' || coalesce(attributions.source, '')
FROM claims_fts
CROSS JOIN claims ON claims.row = claims_fts.rowid
CROSS JOIN attributions ON attributions.row = claims.attribution
CROSS JOIN speakers ON speakers.row = claims.speaker
WHERE claims_fts MATCH ? AND claims.listed = 1 AND claims.folded = 0
ORDER BY claims_fts.rowid DESC LIMIT ?
"""
_HOLDING = "SELECT count(*) FROM (SELECT 1 FROM claims_fts WHERE claims_fts MATCH ? LIMIT ?)"


def search(connection: Connection, words: str, limit: int = 20) -> SearchResult:
    """The claims that hold all the words, best first; nothing where no word is given."""
    rows, query, capped = ranked(connection, words)
    hits = (
        SearchHit(claim=row, marks=marks(row.words, query.wanted))
        for row in claim_rows(connection, rows[:limit])
    )
    return SearchResult(hits=tuple(hits), capped=capped)


def ranked(connection: Connection, words: str) -> tuple[list[int], Query, bool]:
    """Rows of at most CAP claims that hold all the words, best first; the query; whether more hold them."""
    query = parse(words)
    expression = query.expression
    if expression is None:
        return [], query, False
    found = connection.execute(_CANDIDATES, (expression, CAP + 1)).fetchall()
    candidates = [Candidate(*one) for one in found[:CAP]]
    rows = best(candidates, query.wanted, _holding(connection, query.wanted), _total(connection))
    return rows, query, len(found) > CAP


def _holding(connection: Connection, parts: tuple[Part, ...]) -> dict[Part, int]:
    """How many claims hold each part; the rarity of one that stands alone changes no order."""
    if len(parts) == 1:
        return {parts[0]: 1}
    return {part: int(connection.one(_HOLDING, (f'"{part.typed}"', _COMMON))) for part in parts}


def _total(connection: Connection) -> int:
    return int(connection.one("SELECT coalesce(max(row), 0) FROM claims"))
