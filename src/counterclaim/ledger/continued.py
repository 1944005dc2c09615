"""Lists that go on where a page of them ended: the facade's part for programs that read all of it.

A place is what its list is ordered by, so that what is added meanwhile neither repeats nor hides
anything: what belongs behind the place is told later, what belongs before it is not.
"""

from __future__ import annotations

from abc import ABC

from counterclaim.ledger import changes, claims, document_list, related, skipped
from counterclaim.ledger.connection import Connection
from counterclaim.model.inquiry import Related
from counterclaim.model.listing import Change, ClaimRow, DocumentRow, Skipped
from counterclaim.model.relation import RelationKind


class Continued(ABC):
    """Each gives up to `limit` records behind a place, and the place of the last one if more follow."""

    _connection: Connection

    def claims_after(
        self, wanted: claims.Filter, limit: int, after: claims.Key | None
    ) -> tuple[list[ClaimRow], claims.Key | None]:
        """Claims of the newest readings, newest day first."""
        return claims.claims_after(self._connection, wanted, limit, after)

    def documents_after(self, limit: int, after: int | None) -> tuple[list[DocumentRow], int | None]:
        """The newest document of every capture, in the order of adding."""
        return document_list.documents_after(self._connection, limit, after)

    def changes_after(
        self, since: str, limit: int, after: changes.Place | None
    ) -> tuple[list[Change], changes.Place | None]:
        """What is new, corrected or gone since a day or instant, in the order of adding."""
        return changes.changes_after(self._connection, since, limit, after)

    def related_after(
        self, limit: int, after: related.Pair | None, *, kind: RelationKind | None, claim: str | None
    ) -> tuple[list[Related], related.Pair | None]:
        """How claims stand to each other, of one kind or one claim if asked, in the order of adding."""
        return related.related_after(self._connection, limit, after, kind=kind, claim=claim)

    def skipped_after(self, limit: int, after: int | None) -> tuple[list[Skipped], int | None]:
        """What was not taken in, and why, in the order of adding."""
        return skipped.skipped_after(self._connection, limit, after)
