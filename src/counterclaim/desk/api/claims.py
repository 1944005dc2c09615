"""Claims: lists of them, one in its text, search, what has changed, how they stand to each other."""

from __future__ import annotations

from typing import Annotated

from fastapi import Query, Request, Response

from counterclaim.desk.answer import json_answer
from counterclaim.desk.api import cursor
from counterclaim.desk.api.asked import ChangesAsked, ClaimId, ClaimsAsked, RelationsAsked, SearchAsked
from counterclaim.desk.api.cursor import Number
from counterclaim.desk.api.listed import listed
from counterclaim.desk.api.operation import Operations
from counterclaim.desk.api.shapes import ChangedClaim, FoundClaims, shaped
from counterclaim.desk.desk import TheDesk
from counterclaim.ledger.claims import Filter
from counterclaim.model.inquiry import Related
from counterclaim.model.listing import ClaimInContext, ClaimRow

TAG = "claims"


def register(operations: Operations) -> None:
    """Add these operations."""

    @operations.reads("/claims", TAG, list[ClaimRow], is_list=True)
    def list_claims(request: Request, desk: TheDesk, asked: Annotated[ClaimsAsked, Query()]) -> Response:
        """List who said what, the newest day first.

        Copies of a text are folded to the first of them unless they are asked for.
        """
        wanted = Filter(
            by=asked.by,
            party=asked.party,
            about=asked.about,
            since=asked.since.isoformat() if asked.since else None,
            until=asked.until.isoformat() if asked.until else None,
            polarity=asked.polarity,
            confidence=asked.confidence,
            copies=asked.copies,
        )
        after = cursor.read(asked.cursor, "claims", Number, Number)
        with desk.reading() as held:
            rows, last = held.claims_after(wanted, asked.limit, after)
        return listed(request, rows, cursor.written("claims", last) if last else None)

    @operations.reads("/claims/{id}", TAG, list[ClaimInContext])
    def get_claim(request: Request, desk: TheDesk, id: ClaimId) -> Response:
        """Show one claim in the text where it stands.

        With its meaning, receipt, versions, copies and what people judged of it; once for each document
        that holds it.
        """
        with desk.reading() as held:
            found = held.claim(id)
        return json_answer(request, found)

    @operations.reads("/search", TAG, FoundClaims)
    def search_claims(request: Request, desk: TheDesk, asked: Annotated[SearchAsked, Query()]) -> Response:
        """Find claims by their words and speakers, the best first."""
        with desk.reading() as held:
            found = held.search(asked.words, asked.limit)
        return json_answer(request, {"hits": [shaped(one) for one in found.hits], "capped": found.capped})

    @operations.reads("/changes", TAG, list[ChangedClaim], is_list=True)
    def list_changes(request: Request, desk: TheDesk, asked: Annotated[ChangesAsked, Query()]) -> Response:
        """List claims that are new, corrected or gone since a day or instant, in the order of adding."""
        after = cursor.read(asked.cursor, "changes", str, Number, Number)
        with desk.reading() as held:
            found, last = held.changes_after(asked.since, asked.limit, after)
        return listed(request, found, cursor.written("changes", last) if last else None)

    @operations.reads("/relations", TAG, list[Related], is_list=True)
    def list_relations(
        request: Request, desk: TheDesk, asked: Annotated[RelationsAsked, Query()]
    ) -> Response:
        """List how claims stand to each other, in the order of adding; who is right is not said."""
        after = cursor.read(asked.cursor, "relations", Number, Number)
        with desk.reading() as held:
            found, last = held.related_after(asked.limit, after, kind=asked.kind, claim=asked.claim)
        return listed(request, found, cursor.written("relations", last) if last else None)
