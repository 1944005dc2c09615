"""What a question page shows beside the answers."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable

from counterclaim.ledger.ledger import Ledger
from counterclaim.model.detail import OriginShown, QuestionDetail
from counterclaim.model.inquiry import Answered, QuestionPage
from counterclaim.model.listing import DocumentRow
from counterclaim.model.meaning import Meaning
from counterclaim.model.relation import ClaimName

MOST_MEANT = 400  # answers, the newest, whose meaning is read from the texts: 60 microseconds each


def question_detail(ledger: Ledger, page: QuestionPage) -> QuestionDetail:
    """What the newest answers of a question mean, and which texts carried all of them."""
    return QuestionDetail(
        meanings=meanings_of(ledger, page.answers[-MOST_MEANT:]), origins=_origins(ledger, page)
    )


def meanings_of(ledger: Ledger, answers: Iterable[Answered]) -> dict[ClaimName, Meaning]:
    """What the claims of answers mean."""
    told = ledger.told_of(one.position.claim for one in answers)
    return {name: one.meaning for name, one in told.items()}


def newest_answers(page: QuestionPage) -> tuple[Answered, ...]:
    """The answers from the newest back, then those without a day."""
    dated = [one for one in page.answers if one.row.day]
    return (*dated[::-1], *(one for one in page.answers if not one.row.day))


def _origins(ledger: Ledger, page: QuestionPage) -> tuple[OriginShown, ...]:
    carriers = ledger.carriers(one.position.claim for one in page.answers)
    answers: Counter[str] = Counter()
    held: dict[str, dict[str, DocumentRow]] = defaultdict(dict)
    for one in page.answers:
        origin = one.position.origin or one.position.claim[0]
        answers[origin] += 1
        held[origin].update((row.id, row) for row in carriers.get(one.position.claim, ()))
    return tuple(
        OriginShown(
            origin=origin,
            answers=count,
            carriers=tuple(sorted(held[origin].values(), key=lambda row: (row.published or "~", row.id))),
        )
        for origin, count in answers.most_common()
    )
