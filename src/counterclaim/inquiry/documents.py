"""A document opened for reading, and two texts of its address compared."""

from __future__ import annotations

from collections import defaultdict

from counterclaim.errors import UnknownId
from counterclaim.ledger.ledger import Ledger
from counterclaim.model.listing import ReviewRow
from counterclaim.model.opened import Compared, Opened
from counterclaim.model.reading import Reading
from counterclaim.model.review import ReviewKind


def opened(ledger: Ledger, id: str) -> Opened:
    """All that the reading view of the document of this whole id shows; UnknownId."""
    reading = ledger.reading(id)
    return Opened(
        family=ledger.family(id),
        reading=reading,
        questions=tuple(ledger.questions_answered(id)),
        standings=ledger.ended_claims(id),
        reviews=_reviews(ledger, id, reading),
    )


def compared(ledger: Ledger, id: str, other: str | None = None) -> Compared:
    """A document and another text of its address, that before it where no other is named; UnknownId.

    The first text is compared with the one after it.
    """
    versions = ledger.versions(ledger.family(id).row.address)
    ids = [one.document for one in versions]
    if id not in ids:
        raise UnknownId(
            id, "a newer cleaner made another text of the same bytes", "Take its address from the list"
        )
    at = ids.index(id)
    if other is None:
        other = ids[at - 1] if at else ids[min(1, len(ids) - 1)]
    elif other not in ids:
        raise UnknownId(other, "this is no text of the same address", "Choose one that the page names")
    first, second = sorted((at, ids.index(other)))
    return Compared(
        versions=tuple(versions),
        earlier=ledger.reading(ids[first]).document,
        later=ledger.reading(ids[second]).document,
        earlier_id=ids[first],
        later_id=ids[second],
        came=versions[second] if second == first + 1 else None,
    )


def _reviews(ledger: Ledger, id: str, reading: Reading) -> dict[str, tuple[ReviewRow, ...]]:
    """What people judged of the document and of its claims, and did not take back."""
    here = {id, *(claim.id for one in reading.attributions for claim in one.claims)}
    found: defaultdict[str, list[ReviewRow]] = defaultdict(list)
    for stored in ledger.reviews_about(here):
        if stored.in_force and stored.review.kind is not ReviewKind.UNDO:
            for target in here.intersection((*stored.claims, stored.review.target)):
                found[target].append(ReviewRow.of(stored))
    return {target: tuple(rows) for target, rows in found.items()}
