"""What was found across documents: questions, disputes, changed answers, number series, forecasts."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated

from fastapi import Query, Request, Response

from counterclaim.desk.answer import json_answer
from counterclaim.desk.api import cursor
from counterclaim.desk.api.asked import (
    ForecastsAsked,
    Paged,
    QuestionId,
    QuestionsAsked,
    SeriesAsked,
    SeriesId,
)
from counterclaim.desk.api.listed import listed
from counterclaim.desk.api.operation import Operations
from counterclaim.desk.desk import TheDesk
from counterclaim.inquiry.docket import entries_shown, soonest_on_docket
from counterclaim.inquiry.numbers import one_series, series_sheet
from counterclaim.inquiry.outlines import Asking
from counterclaim.inquiry.questions import disputes_shown, question_page, shifts_shown
from counterclaim.model.finding import FindingKind
from counterclaim.model.inquiry import (
    DisputeShown,
    ForecastShown,
    QuestionPage,
    QuestionRow,
    SeriesShown,
    Shifted,
)

TAG = "inquiries"


def register(operations: Operations) -> None:
    """Add these operations."""
    _of_questions(operations)
    _over_time(operations)


def _of_questions(operations: Operations) -> None:
    """Questions, and those that are disputed."""

    @operations.reads("/questions", TAG, list[QuestionRow], is_list=True)
    def list_questions(
        request: Request, desk: TheDesk, asked: Annotated[QuestionsAsked, Query()]
    ) -> Response:
        """List questions with the last answer of each side, those that most sides answer first."""
        wanted = Asking(asked.party, asked.about, asked.disputed)
        with desk.reading() as held:
            every = desk.questions.of(held)
            found = every.wanted(wanted)
            page, following = cursor.behind(
                asked.cursor,
                "questions",
                asked.limit,
                lambda limit, start: every.page(held, found, limit, start).rows,
                lambda one: one.id,
            )
        return listed(request, page, following, len(found))

    @operations.reads("/questions/{id}", TAG, QuestionPage)
    def get_question(request: Request, desk: TheDesk, id: QuestionId) -> Response:
        """Show all that is known of one question: every answer with its claim, and how they stand.

        The id of a question that was since joined to another one leads there.
        """
        with desk.reading() as held:
            found = question_page(held, id)
        return json_answer(request, found)

    @operations.reads("/disputes", TAG, list[DisputeShown], is_list=True)
    def list_disputes(request: Request, desk: TheDesk, asked: Annotated[Paged, Query()]) -> Response:
        """List questions with incompatible answers of different parties; who is right is not said."""
        with desk.reading() as held:
            page, following = cursor.behind(
                asked.cursor,
                "disputes",
                asked.limit,
                lambda limit, start: disputes_shown(held, limit, start),
                lambda one: one.dispute.question,
            )
            total = held.count_findings(FindingKind.DISPUTE)
        return listed(request, page, following, total)


def _over_time(operations: Operations) -> None:
    """What changed, what is counted again and again, what was foretold."""

    @operations.reads("/shifts", TAG, list[Shifted], is_list=True)
    def list_shifts(request: Request, desk: TheDesk, asked: Annotated[Paged, Query()]) -> Response:
        """List who changed an answer, the newest first, with the claims before and after."""
        with desk.reading() as held:
            page, following = cursor.behind(
                asked.cursor,
                "shifts",
                asked.limit,
                lambda limit, start: shifts_shown(held, limit, start),
                _key_of_shift,
            )
            total = held.count_findings(FindingKind.SHIFT)
        return listed(request, page, following, total)

    @operations.reads("/series", TAG, list[SeriesShown], is_list=True)
    def list_series(request: Request, desk: TheDesk, asked: Annotated[SeriesAsked, Query()]) -> Response:
        """List how the same thing is counted over time, each number with its bound as it was told."""
        with desk.reading() as held:
            page, following = cursor.behind(
                asked.cursor,
                "series",
                asked.limit,
                lambda limit, start: series_sheet(held, asked.words, limit, start)[0],
                lambda one: one.series.id,
            )
        return listed(request, page, following)

    @operations.reads("/series/{id}", TAG, SeriesShown)
    def get_series(request: Request, desk: TheDesk, id: SeriesId) -> Response:
        """Show one number series with the claims that count."""
        with desk.reading() as held:
            found = one_series(held, id)
        return json_answer(request, found)

    @operations.reads("/forecasts", TAG, list[ForecastShown], is_list=True)
    def list_forecasts(
        request: Request, desk: TheDesk, asked: Annotated[ForecastsAsked, Query()]
    ) -> Response:
        """List forecasts and commitments as they stand on a day, the soonest due first.

        With later statements that bear on them; whether one came true a person says, by a review of kind
        `outcome`.
        """
        day = asked.today or desk.today()
        with desk.reading() as held:
            entries = soonest_on_docket(held, day, asked.due)

            def stretch(limit: int, start: int) -> Sequence[ForecastShown]:
                return entries_shown(held, entries[start : start + limit], day)

            page, following = cursor.behind(
                asked.cursor, "forecasts", asked.limit, stretch, lambda one: one.forecast.id
            )
        return listed(request, page, following, len(entries), today=day.isoformat())


def _key_of_shift(one: Shifted) -> str:
    return " ".join((one.shift.question, *one.shift.before.claim, *one.shift.after.claim))
