"""One thing with all that a person needs to judge it, and what others said of it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from counterclaim.inquiry.docket import OnDocket, entries_shown
from counterclaim.inquiry.judged import judged, judged_about
from counterclaim.inquiry.own_voice import is_statement
from counterclaim.inquiry.questions import asked_of, stored_question
from counterclaim.inquiry.written import about_question, is_of_question
from counterclaim.ledger.ledger import Ledger
from counterclaim.model.docket import Forecast
from counterclaim.model.finding import FindingKind
from counterclaim.model.inquiry import Answered, Related
from counterclaim.model.listing import ClaimRow, DocumentRow
from counterclaim.model.question import Dispute, Question
from counterclaim.model.queue import (
    CarriedToConfirm,
    ClaimToCheck,
    DocumentToJudge,
    ForecastToSettle,
    Judged,
    NearQuestion,
    PairToJudge,
    QuestionToCheck,
    SourceToGrade,
)
from counterclaim.model.relation import Relation, RelationKind
from counterclaim.model.review import RELATION, ReviewKind, StoredReview, TargetKind

MOST_NEAR = 5
_NOT_JUDGED = "nobody compared these two claims"


def pair_thread(ledger: Ledger, one: ClaimRow, other: ClaimRow) -> PairToJudge:
    """Two claims, and how the program says that they stand to each other."""
    names = (one.document, one.id), (other.document, other.id)
    found = next(iter(ledger.relations(names)), None)
    relation = found or Relation(
        one=names[0], other=names[1], kind=RelationKind.OTHER_QUESTION, confidence=0.0, reason=_NOT_JUDGED
    )
    rows = {names[0]: one, names[1]: other}
    told = ledger.told_of((relation.one, relation.other))
    homes = set(ledger.homes_of(names).values())
    about = [
        judged for judged in judged_about(ledger, (one.id, other.id)) if _is_of(judged, one.id, other.id)
    ]
    return PairToJudge(
        related=Related(relation=relation, one=rows[relation.one], other=rows[relation.other]),
        before=(told[relation.one].before, told[relation.other].before),
        question=asked_of(ledger, homes.pop()) if len(homes) == 1 else None,
        judged=tuple(about),
    )


def _is_of(judged: Judged, *claims: str) -> bool:
    """Whether a review is about how these claims stand to each other."""
    made = judged.stored.review
    return made.field == RELATION and (made.value or "").partition(" ")[0] in claims


def claim_thread(ledger: Ledger, id: str) -> ClaimToCheck:
    """A claim by its id or the beginning of it; UnknownId."""
    found = ledger.claim(id)[0]
    about = ledger.reviews_about((found.row.id,))
    home = ledger.homes_of(((found.row.document, found.row.id),))
    question = next(iter(home.values()), None)
    return ClaimToCheck(
        found=found,
        question=asked_of(ledger, question) if question else None,
        corrected=corrected(about),
        judged=judged(about),
    )


def corrected(reviews: Iterable[StoredReview]) -> dict[str, str]:
    """The last value in force that people gave each field of a claim."""
    return {
        one.review.field: one.review.value
        for one in reviews
        if one.in_force
        and one.review.kind is ReviewKind.CORRECT
        and one.review.target_kind is TargetKind.CLAIM
        and one.review.field not in (None, RELATION)
        and one.review.value is not None
        and one.review.field is not None
    }


def carried_thread(ledger: Ledger, stored: StoredReview) -> CarriedToConfirm:
    """A review and the claim at which it stands now."""
    return CarriedToConfirm(stored=stored, now=ledger.claim(stored.claims[0])[0].row)


def forecast_thread(ledger: Ledger, entry: OnDocket, today: date) -> ForecastToSettle:
    """A forecast, and what was recorded of it."""
    (shown,) = entries_shown(ledger, [entry], today)
    ids = (one.claim[1] for one in entry.forecast.tellings)
    return ForecastToSettle(shown=shown, target=target_of(entry.forecast), judged=judged_about(ledger, ids))


def target_of(forecast: Forecast) -> str | None:
    """The claim of which an outcome is recorded: the first that tells it; None where only outlets do."""
    return next((one.claim[1] for one in forecast.tellings if not is_statement(one.claim)), None)


def question_thread(ledger: Ledger, id: str) -> QuestionToCheck:
    """A question by its id or the beginning of it, with others that may be the same; UnknownId."""
    question = stored_question(ledger, id)
    rows = ledger.claim_rows(dict.fromkeys(one.claim for one in question.positions))
    return QuestionToCheck(
        question=question,
        answers=tuple(
            Answered(position=one, row=rows[one.claim]) for one in question.positions if one.claim in rows
        ),
        is_disputed=bool(ledger.findings(FindingKind.DISPUTE, Dispute, id=question.id)),
        near=_near(ledger, question),
        judged=tuple(one for one in judged(about_question(ledger, question)) if is_of_question(one.stored)),
    )


def _near(ledger: Ledger, question: Question) -> tuple[NearQuestion, ...]:
    """Other questions whose claims were found to answer the same as some of this one's."""
    return tuple(
        NearQuestion(asked=asked_of(ledger, id), pairs=pairs)
        for id, pairs in ledger.near_questions(question, MOST_NEAR)
    )


def document_thread(ledger: Ledger, row: DocumentRow) -> DocumentToJudge:
    """A document, and what was written of it."""
    return DocumentToJudge(row=row, judged=judged_about(ledger, (row.id,)))


def source_thread(ledger: Ledger, name: str) -> SourceToGrade:
    """An outlet or speaker, and what was written of it."""
    about = ledger.reviews_about((name,))
    grades = [one.review.value for one in about if one.in_force and one.review.kind is ReviewKind.GRADE]
    return SourceToGrade(name=name, grade=grades[-1] if grades else None, judged=judged(about))
