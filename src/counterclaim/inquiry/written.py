"""What people wrote of questions and forecasts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from counterclaim.ledger.ledger import Ledger
from counterclaim.model.listing import ReviewRow
from counterclaim.model.question import Question
from counterclaim.model.review import ReviewKind, StoredReview, TargetKind

EDGES = frozenset((ReviewKind.MERGE, ReviewKind.SPLIT))


def written(reviews: Iterable[StoredReview], question: Question) -> tuple[ReviewRow, ...]:
    """What people wrote of a question or of one joined to it, and which claims they put in and out."""
    from counterclaim.link.questions.identity import question_id

    ids = {question.id, *map(question_id, question.claims)}
    claims = {id for _, id in (*question.claims, *question.guests)}
    return tuple(
        review_row(stored)
        for stored in reviews
        if (stored.review.target_kind is TargetKind.QUESTION and stored.review.target in ids)
        or (stored.review.kind in EDGES and claims.intersection(stored.claims))
    )


class Recorded:
    """The outcomes that people recorded, by the claims where they stand now."""

    def __init__(self, ledger: Ledger) -> None:
        self._of: dict[str, list[tuple[int, ReviewRow]]] = defaultdict(list)
        for number, stored in enumerate(ledger.reviews()):
            if stored.review.kind is ReviewKind.OUTCOME:
                for claim in stored.claims:
                    self._of[claim].append((number, review_row(stored)))

    def of(self, claims: Iterable[str]) -> tuple[ReviewRow, ...]:
        """Those of any of the claims, in the order of writing."""
        found = {number: row for claim in claims for number, row in self._of.get(claim, ())}
        return tuple(found[number] for number in sorted(found))


def in_force(outcomes: Sequence[ReviewRow]) -> str | None:
    """The last outcome that was not taken back."""
    values = [review.value for review in outcomes if review.in_force]
    return values[-1] if values else None


def review_row(stored: StoredReview) -> ReviewRow:
    """A review as pages show it beside what it is about."""
    review = stored.review
    return ReviewRow(
        id=stored.id,
        kind=review.kind.value,
        by=review.by,
        at=review.at,
        target=review.target,
        field=review.field,
        value=review.value,
        note=review.note,
        fate=stored.fate.value if stored.fate else None,
        in_force=stored.in_force,
    )
