"""What people judged, and who confirmed it or said otherwise."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from counterclaim.ledger.ledger import Ledger
from counterclaim.ledger.reviews import same_person
from counterclaim.model.queue import Judged, ReviewList, Signature
from counterclaim.model.review import RELATION, VERDICTS, Review, ReviewKind, StoredReview

_NOT_TO_CONFIRM = frozenset((ReviewKind.NOTE, ReviewKind.UNDO))


def judged(reviews: Sequence[StoredReview]) -> tuple[Judged, ...]:
    """The reviews in their order, each with what others among them said of it.

    What only takes back or confirms another one is not listed by itself.
    """
    ids = {one.id for one in reviews}
    return tuple(
        _judged(one, reviews)
        for one in reviews
        if not (one.review.target in ids and one.review.kind in (*VERDICTS, ReviewKind.UNDO))
    )


def judged_about(ledger: Ledger, ids: Iterable[str]) -> tuple[Judged, ...]:
    """The same of all that was written of these things."""
    return judged(ledger.reviews_about(ids))


def review_list(ledger: Ledger, by: str | None, limit: int, offset: int) -> ReviewList:
    """A page of what people judged, or one of them, the newest first."""
    page = ledger.newest_reviews(by, limit, offset)
    around = ledger.reviews_about(id for one in page for id in (one.id, one.review.target, *one.claims))
    return ReviewList(
        judged=tuple(_judged(one, around) for one in page),
        people=tuple(ledger.reviewers()),
        total=ledger.count_reviews(by),
    )


def _judged(stored: StoredReview, around: Iterable[StoredReview]) -> Judged:
    confirmed, contested = [], []
    if stored.review.kind not in _NOT_TO_CONFIRM:
        for other in around:
            made = other.review
            if not other.in_force or same_person(made.by, stored.review.by):
                continue
            signed = Signature(by=made.by, at=made.at)
            if _says_the_same(other, stored) or (made.target == stored.id and made.kind is ReviewKind.ACCEPT):
                confirmed.append(signed)
            elif _says_otherwise(other, stored) or (
                made.target == stored.id and made.kind is ReviewKind.REJECT
            ):
                contested.append(signed)
    return Judged(stored=stored, confirmed=tuple(confirmed), contested=tuple(contested))


def _says_the_same(one: StoredReview, other: StoredReview) -> bool:
    return _stand_together(one, other) and _what(one.review) == _what(other.review)


def _says_otherwise(one: StoredReview, other: StoredReview) -> bool:
    """Whether one accepts what the other rejects, or gives another value where there can be only one."""
    if not _stand_together(one, other) or one.review.field != other.review.field:
        return False
    mine, theirs = one.review, other.review
    if {mine.kind, theirs.kind} == {ReviewKind.ACCEPT, ReviewKind.REJECT}:
        return mine.value == theirs.value
    same_kind = mine.kind is theirs.kind and mine.kind in (
        ReviewKind.CORRECT,
        ReviewKind.GRADE,
        ReviewKind.OUTCOME,
    )
    return same_kind and mine.value != theirs.value and _other(mine) == _other(theirs)


def _stand_together(one: StoredReview, other: StoredReview) -> bool:
    if one.review.target_kind is not other.review.target_kind:
        return False
    return one.review.target == other.review.target or bool({*one.claims} & {*other.claims})


def _what(review: Review) -> tuple[object, ...]:
    return review.kind, review.field, review.value


def _other(review: Review) -> str | None:
    """The other claim, where a review is about how two stand to each other."""
    return (review.value or "").partition(" ")[0] if review.field == RELATION else None
