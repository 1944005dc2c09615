"""What is shown of questions, disputes, shifts, number series, forecasts: each with its claims as rows."""

from __future__ import annotations

import msgspec

from counterclaim.model.docket import Bearing, DueState, Forecast, Telling
from counterclaim.model.listing import ClaimRow, ReviewRow
from counterclaim.model.meaning import Quantity
from counterclaim.model.question import Answer, Camp, Dispute, Position, Question, QuestionForm, Shift
from counterclaim.model.relation import Relation
from counterclaim.model.series import Point, Series


class Printed(msgspec.Struct, frozen=True, kw_only=True):
    """Where something stands that is no claim: the document, and who published it.

    `title` is what the input was called where the document has none.
    """

    document: str
    title: str
    publisher: str | None
    published: str | None
    url: str | None


class Stand(msgspec.Struct, frozen=True, kw_only=True):
    """The last answer of one side to a question.

    `party` is the speaker where no party is known, None where neither is.  `answers` counts how often
    it answered; `changed` says that it gave another answer before.
    """

    party: str | None
    answer: Answer
    number: Quantity | None
    day: str | None
    answers: int
    changed: bool


class QuestionRow(msgspec.Struct, frozen=True, kw_only=True):
    """One question as lists show it.

    `parties` counts the sides that answer, `answers` the claims, `origins` where their texts began.
    `stands` are the last answers, in order of each side's first.
    """

    id: str
    text: str
    form: QuestionForm
    parties: int
    answers: int
    origins: int
    first_day: str | None
    last_day: str | None
    stands: tuple[Stand, ...]


class Answered(msgspec.Struct, frozen=True, kw_only=True):
    """One answer to a question, and the claim that gives it."""

    position: Position
    row: ClaimRow


class Related(msgspec.Struct, frozen=True, kw_only=True):
    """How two claims stand to each other, the one told first in `one`."""

    relation: Relation
    one: ClaimRow
    other: ClaimRow


class Shifted(msgspec.Struct, frozen=True, kw_only=True):
    """A changed answer, with both claims and the text of the question."""

    shift: Shift
    text: str
    before: ClaimRow
    after: ClaimRow


class QuestionPage(msgspec.Struct, frozen=True, kw_only=True):
    """All that is known of one question.

    `answers` are in order of time.  `relations` are those between its claims, other questions left out.
    `origins` counts where the texts began, `outlets` who published them.  `reviews` are what people wrote
    of the question.  `stands` are the last answers of the sides, in order of each side's first.
    """

    question: Question
    answers: tuple[Answered, ...]
    relations: tuple[Related, ...]
    dispute: Dispute | None
    shifts: tuple[Shifted, ...]
    origins: int
    outlets: int
    stands: tuple[Stand, ...] = ()
    reviews: tuple[ReviewRow, ...] = ()


class CampShown(msgspec.Struct, frozen=True, kw_only=True):
    """One side of a dispute with the claim of each of its parties that says it best (`Camp.faces`).

    `camp` names all of its claims.
    """

    camp: Camp
    rows: tuple[ClaimRow, ...]


class DisputeShown(msgspec.Struct, frozen=True, kw_only=True):
    """A dispute with what each side says, in the order of its camps."""

    dispute: Dispute
    camps: tuple[CampShown, ...]


class Counted(msgspec.Struct, frozen=True, kw_only=True):
    """One point of a series; `row` is its claim, None in the outlet's own voice, which has `printed`."""

    point: Point
    row: ClaimRow | None
    printed: Printed | None = None


class SeriesShown(msgspec.Struct, frozen=True, kw_only=True):
    """A number series with the claims that count."""

    series: Series
    points: tuple[Counted, ...]


class Teller(msgspec.Struct, frozen=True, kw_only=True):
    """Who forecast or promised it, and the claim."""

    telling: Telling
    row: ClaimRow


class BearingShown(msgspec.Struct, frozen=True, kw_only=True):
    """A later statement that may tell what became of a forecast.

    `row` is None in the outlet's own voice, which has `printed`.
    """

    bearing: Bearing
    words: str
    row: ClaimRow | None
    printed: Printed | None = None


class ForecastShown(msgspec.Struct, frozen=True, kw_only=True):
    """A forecast as it stands today.

    `outcome` is what a person recorded, `outcomes` all that was recorded, the newest last.
    """

    forecast: Forecast
    state: DueState | None
    days: int | None
    tellers: tuple[Teller, ...]
    bearing: tuple[BearingShown, ...]
    outcome: str | None = None
    outcomes: tuple[ReviewRow, ...] = ()


class DocketPage(msgspec.Struct, frozen=True, kw_only=True):
    """A page of the docket.

    `total` counts the forecasts of all its pages; `counts` how many stand in each state, whatever state
    was asked for.
    """

    forecasts: tuple[ForecastShown, ...]
    total: int
    counts: dict[DueState, int]
