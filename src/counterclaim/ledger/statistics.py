"""How much a ledger holds."""

from __future__ import annotations

from counterclaim.ledger.connection import Connection
from counterclaim.ledger.days import shown_day
from counterclaim.model.listing import Stats

_COUNTS = {
    "captures": "SELECT count(*) FROM captures",
    "documents": "SELECT count(*) FROM documents WHERE listed = 1",
    "addresses": "SELECT count(*) FROM addresses",
    "readings": "SELECT count(*) FROM readings",
    "attributions": "SELECT count(*) FROM attributions WHERE reading IN"
    " (SELECT row FROM readings WHERE listed = 1)",
    "claims": "SELECT count(*) FROM claims INDEXED BY claims_by_day WHERE listed = 1 AND folded IN (0, 1)",
    "told_once": "SELECT count(*) FROM claims INDEXED BY claims_by_day WHERE listed = 1 AND folded = 0",
    "gone": "SELECT count(*) FROM claims WHERE ended IS NOT NULL AND standing = 1 AND listed = 1",
    "changed": "SELECT count(*) FROM claims WHERE ended IS NOT NULL AND standing = 2 AND listed = 1",
    "statements": "SELECT count(*) FROM statements WHERE reading IN"
    " (SELECT row FROM readings WHERE listed = 1)",
    "speakers": "SELECT count(DISTINCT key) FROM speakers",
    "parties": "SELECT count(*) FROM parties",
    "copies": "SELECT count(*) FROM documents WHERE origin IS NOT NULL AND listed = 1",
    "reviews": "SELECT count(*) FROM reviews",
    "relations": "SELECT count(*) FROM relations",
    "contradictions": "SELECT count(*) FROM relations WHERE kind = 0",
    "questions": "SELECT count(*) FROM findings WHERE kind = 0",
    "disputes": "SELECT count(*) FROM findings WHERE kind = 1",
    "not_linked": "SELECT count(*) FROM readings WHERE listed = 1"
    " AND row NOT IN (SELECT reading FROM comparables)",
    "skipped": "SELECT count(*) FROM skipped",
    "forgotten": "SELECT count(*) FROM tombstones",
}
_DAY = "SELECT {}(day) FROM claims WHERE listed = 1 AND folded = 0"


def statistics(connection: Connection) -> Stats:
    """Counts of what is there; claims and documents of the newest readings only."""
    counts = {name: int(connection.one(query)) for name, query in _COUNTS.items()}
    pages, size = (int(connection.one(f"PRAGMA {name}")) for name in ("page_count", "page_size"))
    return Stats(
        **counts,
        first_day=shown_day(connection.one(_DAY.format("min"))),
        last_day=shown_day(connection.one(_DAY.format("max"))),
        bytes=pages * size,
    )
