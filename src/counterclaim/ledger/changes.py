"""What is new, corrected or gone since an instant, by when it was added."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from counterclaim.ledger.asked_days import day_from
from counterclaim.ledger.connection import Connection
from counterclaim.ledger.matching import folded
from counterclaim.ledger.rows import claim_rows
from counterclaim.model.listing import Change, ChangeKind

# In the order of the index, from documents on: the planner would rather start at all claims.
# By captures: what a newer cleaner or reader sees in what was there before is no news.  A claim is
# new once: not in the copies, and not where it stands in, or came of one of, the version before.
_NEW = """
SELECT captures.added, claims.row
FROM documents INDEXED BY documents_by_added
CROSS JOIN captures ON captures.row = documents.capture AND captures.added >= ?
CROSS JOIN readings ON readings.document = documents.row AND readings.listed = 1
CROSS JOIN claims ON claims.row BETWEEN readings.first_claim AND readings.first_claim + readings.claims - 1
CROSS JOIN attributions ON attributions.row = claims.attribution
WHERE documents.added >= ? AND +claims.folded = 0 AND (captures.added, claims.row) > (?, ?)
    AND NOT EXISTS (SELECT 1 FROM claims AS old WHERE old.ended = documents.row AND old.became = claims.row)
ORDER BY captures.added, claims.row
LIMIT ?
"""

_ENDED = """
SELECT captures.added, claims.row, claims.became, claims.ended, claims.words
FROM documents INDEXED BY documents_by_added
JOIN captures ON captures.row = documents.capture AND captures.added >= ?
JOIN claims ON claims.ended = documents.row AND claims.listed = 1
WHERE documents.added >= ?
ORDER BY captures.added, claims.row
"""

Place = tuple[str, int, int]
"""What the list is ordered by: when it was added, the row of the claim, that of the one before or 0."""

_Happened = tuple[ChangeKind, str, int, int | None]
_START: Place = ("", 0, 0)


def changes(connection: Connection, since: str, limit: int | None = None) -> list[Change]:
    """What happened since a day or instant, in the order of adding; InputError where it is none."""
    return _told(connection, _happened(connection, since, _START, limit))


def changes_after(
    connection: Connection, since: str, limit: int, after: Place | None = None
) -> tuple[list[Change], Place | None]:
    """What comes after a place in the same list, and the place of the last if more follows."""
    found = _happened(connection, since, after or _START, limit + 1)
    return _told(connection, found[:limit]), _place(found[limit - 1]) if len(found) > limit else None


def _happened(connection: Connection, since: str, after: Place, limit: int | None) -> list[_Happened]:
    day_from(since, "since")
    start = max(since, after[0])
    asked = (start, start, *after[:2], -1 if limit is None else limit)
    new = [(at, row, None) for at, row in connection.execute(_NEW, asked)]
    ended = _once(connection.execute(_ENDED, (since, since)))
    corrected = [(at, became, row) for at, row, became, _, _ in ended if became is not None]
    gone = [(at, row, None) for at, row, became, _, _ in ended if became is None]
    found = [
        *((ChangeKind.NEW, *one) for one in new),
        *((ChangeKind.CORRECTED, *one) for one in corrected),
        *((ChangeKind.GONE, *one) for one in gone),
    ]
    return sorted((one for one in found if _place(one) > after), key=_place)[:limit]


def _place(happened: _Happened) -> Place:
    _, at, row, before = happened
    return at, row, before or 0


def _told(connection: Connection, found: list[_Happened]) -> list[Change]:
    claims = claim_rows(connection, [row for _, _, row, _ in found])
    olds = iter(claim_rows(connection, [before for *_, before in found if before is not None]))
    return [
        Change(kind=kind, at=at, claim=claim, before=None if before is None else next(olds))
        for (kind, at, _, before), claim in zip(found, claims, strict=True)
    ]


def _once(ended: Iterable[Any]) -> list[Any]:
    """The claims that ended, of those that several versions before held alike only the first."""
    told: dict[tuple[int, int | None, str], Any] = {}
    for found in ended:
        _, _, became, document, words = found
        told.setdefault((document, became, folded(words)), found)
    return list(told.values())
