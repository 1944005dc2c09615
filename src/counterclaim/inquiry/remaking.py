"""Which judgements have questions, and what follows from them, made anew."""

from __future__ import annotations

from counterclaim.ledger.ledger import Ledger
from counterclaim.model.review import JOINING, RELATION, Review, ReviewKind, TargetKind


def remakes_questions(ledger: Ledger, *reviews: str) -> bool:
    """Whether a review bears on what questions are made of or called, or takes back one that does."""
    asked = reviews
    while asked:
        found = [one.review for one in ledger.stored_reviews(asked)]
        if any(_bears(one) for one in found):
            return True
        asked = tuple(one.target for one in found if one.kind is ReviewKind.UNDO)
    return False


def _bears(review: Review) -> bool:
    renames = review.kind is ReviewKind.CORRECT and review.target_kind is TargetKind.QUESTION
    return renames or review.field == RELATION or review.kind in JOINING
