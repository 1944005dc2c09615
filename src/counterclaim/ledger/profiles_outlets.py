"""Outlets: what they published, where their copies began, whom they quote, what they took back."""

from __future__ import annotations

from counterclaim.ledger.connection import Connection
from counterclaim.ledger.ids import shown
from counterclaim.ledger.profiles import heard_of
from counterclaim.ledger.rows import claim_rows, document_rows
from counterclaim.ledger.standing import CHANGED, GONE
from counterclaim.model.listing import DocumentRow
from counterclaim.model.profile import CopiedFrom, Edited, Heard, OutletRow

_MOST_QUOTED, _MOST_ORIGINS = 12, 12
_OUTLETS = """
SELECT documents.publisher, count(*), sum(documents.origin IS NOT NULL), sum(coalesce(readings.claims, 0)),
    sum(coalesce(readings.statements, 0)), min(documents.published), max(documents.published),
    count(*) OVER ()
FROM documents LEFT JOIN readings ON readings.document = documents.row AND readings.listed = 1
WHERE documents.listed = 1 {}
GROUP BY documents.publisher ORDER BY count(*) DESC, documents.publisher LIMIT ? OFFSET ?
"""
_DOCUMENTS = """
SELECT row FROM documents WHERE listed = 1 AND publisher = ? ORDER BY published DESC, row LIMIT ? OFFSET ?
"""
_COPIED_FROM = """
SELECT first.publisher, documents.agency, count(*)
FROM documents JOIN documents AS first ON first.row = documents.origin
WHERE documents.listed = 1 AND documents.publisher = ?
GROUP BY 1, 2 ORDER BY 3 DESC, 1, 2 LIMIT ?
"""
_COPIED_BY = """
SELECT documents.publisher, NULL, count(*)
FROM documents JOIN documents AS first ON first.row = documents.origin
WHERE documents.listed = 1 AND first.publisher = ? AND documents.publisher IS NOT first.publisher
GROUP BY 1 ORDER BY 3 DESC, 1 LIMIT ?
"""
# CROSS JOIN keeps the order: claims by the ranges of the readings, and never all claims for each document.
_CLAIMS = """
FROM documents
CROSS JOIN readings ON readings.document = documents.row AND readings.listed = 1
CROSS JOIN claims ON claims.row BETWEEN readings.first_claim AND readings.first_claim + readings.claims - 1
WHERE documents.listed = 1 AND documents.publisher = ?
"""
_QUOTED = f"""
SELECT speakers.name, speakers.key, speakers.kind, parties.name, sum(claims), min(first), max(last) FROM (
    SELECT claims.speaker AS speaker, count(*) AS claims, min(claims.day) AS first, max(claims.day) AS last
    {_CLAIMS} GROUP BY claims.speaker
) AS told
JOIN speakers ON speakers.row = told.speaker LEFT JOIN parties ON parties.row = speakers.party
WHERE speakers.key IS NOT NULL
GROUP BY speakers.key ORDER BY sum(claims) DESC, speakers.key LIMIT ?
"""
# From the few claims that ended to their documents, by the index of those.
_ENDED = """
FROM claims INDEXED BY claims_by_end
CROSS JOIN attributions ON attributions.row = claims.attribution
CROSS JOIN readings ON readings.row = attributions.reading
CROSS JOIN documents ON documents.row = readings.document
CROSS JOIN documents AS later ON later.row = claims.ended
WHERE claims.ended IS NOT NULL AND claims.listed = 1 AND documents.publisher = ?
"""
_EDITED = f"""
SELECT claims.row, claims.became, later.id {_ENDED}
ORDER BY coalesce(later.published, later.added) DESC, claims.row LIMIT ? OFFSET ?
"""
_EDITED_COUNT = f"SELECT sum(standing = {GONE}), sum(standing = {CHANGED}) {_ENDED}"


def outlet_list(connection: Connection, limit: int, offset: int) -> tuple[list[OutletRow], int]:
    """One page of the outlets, most documents first, and how many there are."""
    found = connection.execute(_OUTLETS.format(""), (limit, offset)).fetchall()
    return [_outlet(*one[:-1]) for one in found], int(found[0][-1]) if found else 0


def outlet_row(connection: Connection, outlet: str) -> OutletRow | None:
    """An outlet, None where no document is of it."""
    query = _OUTLETS.format("AND documents.publisher = ?")
    found = connection.execute(query, (outlet, 1, 0)).fetchone()
    return _outlet(*found[:-1]) if found else None


def _outlet(  # noqa: PLR0913 - the columns of a row
    outlet: str | None,
    documents: int,
    copies: int,
    claims: int,
    own_voice: int,
    first: str | None,
    last: str | None,
) -> OutletRow:
    return OutletRow(
        outlet=outlet,
        documents=documents,
        copies=copies,
        claims=claims,
        own_voice=own_voice,
        first_day=first,
        last_day=last,
    )


def documents_of(connection: Connection, outlet: str, limit: int, offset: int) -> list[DocumentRow]:
    """One page of what an outlet published, the newest first."""
    found = connection.execute(_DOCUMENTS, (outlet, limit, offset)).fetchall()
    return document_rows(connection, [row for (row,) in found])


def copied_from(connection: Connection, outlet: str) -> list[CopiedFrom]:
    """Where the copies of an outlet began, most documents first."""
    return _copied(connection, _COPIED_FROM, outlet)


def copied_by(connection: Connection, outlet: str) -> list[CopiedFrom]:
    """Which other outlets have copies of texts that began at this one."""
    return _copied(connection, _COPIED_BY, outlet)


def _copied(connection: Connection, query: str, outlet: str) -> list[CopiedFrom]:
    return [
        CopiedFrom(outlet=other, agency=agency, documents=documents)
        for other, agency, documents in connection.execute(query, (outlet, _MOST_ORIGINS))
    ]


def quoted(connection: Connection, outlet: str) -> list[Heard]:
    """The speakers whose claims an outlet carries most, copies among them."""
    return [heard_of(*found) for found in connection.execute(_QUOTED, (outlet, _MOST_QUOTED))]


def edited_counts(connection: Connection, outlet: str) -> tuple[int, int]:
    """How many claims of an outlet are gone from a later text of the same address, and how many changed."""
    gone, changed = connection.execute(_EDITED_COUNT, (outlet,)).fetchone()
    return gone or 0, changed or 0


def edited(connection: Connection, outlet: str, limit: int, offset: int) -> list[Edited]:
    """One page of these claims, those that ended last first."""
    found = connection.execute(_EDITED, (outlet, limit, offset)).fetchall()
    wanted = list(dict.fromkeys(row for was, became, _ in found for row in (was, became) if row is not None))
    rows = dict(zip(wanted, claim_rows(connection, wanted), strict=True))
    return [
        Edited(
            was=rows[was],
            became=None if became is None else rows[became],
            ended_in=shown("d", later),
        )
        for was, became, later in found
    ]
