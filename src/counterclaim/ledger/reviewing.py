"""What people judged and what waits for them: the facade's part for it."""

from __future__ import annotations

from abc import ABC
from collections.abc import Iterable

from counterclaim.ledger import findings, judged, queue
from counterclaim.ledger.answers import homes_of, near_questions
from counterclaim.ledger.connection import Connection
from counterclaim.model.listing import ClaimRow
from counterclaim.model.question import Question
from counterclaim.model.relation import ClaimName
from counterclaim.model.review import ReviewKind, StoredReview


class Reviewing(ABC):
    """What is asked for judging one thing after another, and for looking at what was judged."""

    _connection: Connection

    def contradictions_to_judge(self, limit: int, offset: int = 0) -> list[tuple[ClaimRow, ClaimRow]]:
        """Pairs of claims that are said to contradict each other and nobody judged.

        Those of disputes first, then the surest.
        """
        return queue.contradictions_to_judge(self._connection, limit, offset)

    def claims_to_check(self, limit: int, offset: int = 0) -> list[ClaimRow]:
        """Claims that nobody judged: disputed ones first, then the least sure."""
        return queue.claims_to_check(self._connection, limit, offset)

    def count_contradictions_to_judge(self) -> int:
        """How many such pairs there are."""
        return queue.count_contradictions(self._connection)

    def count_claims_to_check(self) -> int:
        """How many such claims there are."""
        return queue.count_claims(self._connection)

    def count_questions_to_check(self) -> int:
        """How many questions nobody judged."""
        return queue.count_questions(self._connection)

    def carried_to_confirm(self) -> list[StoredReview]:
        """Reviews that a newer reading carried over to other words, to be confirmed."""
        return queue.carried_to_confirm(self._connection)

    def questions_to_check(self, limit: int, offset: int = 0) -> list[str]:
        """Ids of questions that nobody judged, disputed ones first."""
        return queue.questions_to_check(self._connection, limit, offset)

    def homes_of(self, names: Iterable[ClaimName]) -> dict[ClaimName, str]:
        """The id of the question that each of these claims is at home in; those without one are left out."""
        return homes_of(self._connection, names)

    def near_questions(self, question: Question, most: int) -> list[tuple[str, int]]:
        """Ids of other questions that may be the same, and by how many pairs of claims; the nearest first."""
        return near_questions(self._connection, question, most)

    def reviews(self, target: str | None = None, *, kind: ReviewKind | None = None) -> list[StoredReview]:
        """All reviews in the order of writing, or those of a kind, or of a target or standing at a claim."""
        return judged.reviews(self._connection, target, kind)

    def newest_reviews(self, by: str | None, limit: int | None, offset: int = 0) -> list[StoredReview]:
        """What people judged, or one of them, that written last first."""
        return judged.newest_reviews(self._connection, by, limit, offset)

    def count_reviews(self, by: str | None = None) -> int:
        """How many reviews there are, or of one person."""
        return judged.count_reviews(self._connection, by)

    def reviewers(self) -> list[tuple[str, int]]:
        """Who judged anything and how much, the most first."""
        return judged.reviewers(self._connection)

    def reviews_about(self, ids: Iterable[str]) -> list[StoredReview]:
        """The reviews of these things or at these claims, and what was written of such reviews, in order."""
        return judged.reviews_about(self._connection, ids)

    def stored_review(self, id: str) -> StoredReview:
        """The review of this id, or of the beginning of it; UnknownId for none or several."""
        return judged.stored_review(self._connection, id)

    def stored_reviews(self, ids: Iterable[str]) -> list[StoredReview]:
        """The reviews of these whole ids, in the order of writing; unknown ones are left out."""
        return judged.stored_reviews(self._connection, ids)

    def has_derived(self) -> bool:
        """Whether questions and what follows from them are made from all that was compared and signed."""
        return findings.has_derived(self._connection)
