"""What people wrote of questions and forecasts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from counterclaim.ledger.ledger import Ledger
from counterclaim.model.listing import ReviewRow
from counterclaim.model.question import Question
from counterclaim.model.review import JOINING, ReviewKind, StoredReview, TargetKind


def about_question(ledger: Ledger, question: Question) -> list[StoredReview]:
    """The reviews of a question, of what was joined to it and of its claims, and those of such reviews."""
    from counterclaim.link.questions.identity import question_id

    ids = (question.id, *map(question_id, question.claims))
    claims = (id for _, id in (*question.claims, *question.guests))
    return ledger.reviews_about((*ids, *claims))


def is_of_question(stored: StoredReview) -> bool:
    """Whether such a review is about a question itself, or about which claims belong to it."""
    return stored.review.target_kind is TargetKind.QUESTION or stored.review.kind in JOINING


def written(ledger: Ledger, question: Question) -> tuple[ReviewRow, ...]:
    """What people wrote of a question or of one joined to it, and which claims they put in and out."""
    return tuple(ReviewRow.of(one) for one in about_question(ledger, question) if is_of_question(one))


class Recorded:
    """The outcomes that people recorded, by the claims where they stand now."""

    def __init__(self, ledger: Ledger) -> None:
        self._of: dict[str, list[tuple[int, ReviewRow]]] = defaultdict(list)
        for number, stored in enumerate(ledger.reviews(kind=ReviewKind.OUTCOME)):
            for claim in stored.claims:
                self._of[claim].append((number, ReviewRow.of(stored)))

    def of(self, claims: Iterable[str]) -> tuple[ReviewRow, ...]:
        """Those of any of the claims, in the order of writing."""
        found = {number: row for claim in claims for number, row in self._of.get(claim, ())}
        return tuple(found[number] for number in sorted(found))


def in_force(outcomes: Sequence[ReviewRow]) -> str | None:
    """The last outcome that was not taken back."""
    values = [review.value for review in outcomes if review.in_force]
    return values[-1] if values else None
