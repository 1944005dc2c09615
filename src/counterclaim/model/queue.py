"""What a person is asked to judge, one thing at a time, and what others have said of it."""

from __future__ import annotations

from enum import StrEnum

import msgspec

from counterclaim.model.inquiry import Answered, ForecastShown, Related
from counterclaim.model.listing import ClaimInContext, ClaimRow, DocumentRow
from counterclaim.model.question import Question
from counterclaim.model.review import StoredReview


class QueueName(StrEnum):
    """What waits to be judged, by kind."""

    CONTRADICTIONS = "contradictions"
    CLAIMS = "claims"
    CARRIED = "carried"
    FORECASTS = "forecasts"
    QUESTIONS = "questions"


class Signature(msgspec.Struct, frozen=True, kw_only=True):
    """Who said something and when (an instant)."""

    by: str
    at: str


class Judged(msgspec.Struct, frozen=True, kw_only=True):
    """A review, and what other people said of it.

    `confirmed` are those who accepted it or judged the same in the same words, `contested` those who
    rejected it or judged otherwise.
    """

    stored: StoredReview
    confirmed: tuple[Signature, ...] = ()
    contested: tuple[Signature, ...] = ()


class Asked(msgspec.Struct, frozen=True, kw_only=True):
    """A question by its id, as it reads now."""

    id: str
    text: str


class PairToJudge(msgspec.Struct, frozen=True, kw_only=True):
    """Two claims and how they are said to stand to each other.

    `before` is the text that goes before each; `question` is the one that both are at home in, if any.
    """

    related: Related
    before: tuple[str, str]
    question: Asked | None
    judged: tuple[Judged, ...]


class ClaimToCheck(msgspec.Struct, frozen=True, kw_only=True):
    """A claim where it stands.

    `corrected` are the values that people gave its fields, as they are in force.
    """

    found: ClaimInContext
    question: Asked | None
    corrected: dict[str, str]
    judged: tuple[Judged, ...]


class CarriedToConfirm(msgspec.Struct, frozen=True, kw_only=True):
    """A review that was made on other words than those at which it stands now."""

    stored: StoredReview
    now: ClaimRow


class ForecastToSettle(msgspec.Struct, frozen=True, kw_only=True):
    """A forecast and what was recorded of it.

    `target` is the id of the claim of which that is recorded, None where only outlets themselves tell it.
    """

    shown: ForecastShown
    target: str | None
    judged: tuple[Judged, ...]


class NearQuestion(msgspec.Struct, frozen=True, kw_only=True):
    """Another question that may be the same; `pairs` counts the claims of both that were found to be near."""

    asked: Asked
    pairs: int


class QuestionToCheck(msgspec.Struct, frozen=True, kw_only=True):
    """A question with all its answers; `is_disputed` says that sides exclude each other."""

    question: Question
    answers: tuple[Answered, ...]
    is_disputed: bool
    near: tuple[NearQuestion, ...]
    judged: tuple[Judged, ...]


class DocumentToJudge(msgspec.Struct, frozen=True, kw_only=True):
    """A document."""

    row: DocumentRow
    judged: tuple[Judged, ...]


class SourceToGrade(msgspec.Struct, frozen=True, kw_only=True):
    """An outlet or speaker by name; `grade` is the last one in force."""

    name: str
    grade: str | None
    judged: tuple[Judged, ...]


Thing = (
    PairToJudge
    | ClaimToCheck
    | CarriedToConfirm
    | ForecastToSettle
    | QuestionToCheck
    | DocumentToJudge
    | SourceToGrade
)


class Waiting(msgspec.Struct, frozen=True, kw_only=True):
    """One entry of a queue: its place, counted from one, its words, and whose they are."""

    at: int
    words: str
    whose: str


class Queue(msgspec.Struct, frozen=True, kw_only=True):
    """A stretch of a queue around the place `at`, and the thing at that place; None at the end.

    `total` is how many wait in it, `counts` how many in every queue.
    """

    name: QueueName
    at: int
    total: int
    entries: tuple[Waiting, ...]
    counts: dict[QueueName, int]
    thing: Thing | None


class ReviewList(msgspec.Struct, frozen=True, kw_only=True):
    """A page of what people judged, the newest first; `people` are all who did, with how much."""

    judged: tuple[Judged, ...]
    people: tuple[tuple[str, int], ...]
    total: int
