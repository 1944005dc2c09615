"""What people judged: the list, one, and writing one."""

from __future__ import annotations

from typing import Annotated

from fastapi import Body, Query, Request, Response

from counterclaim.desk.answer import json_answer
from counterclaim.desk.api import cursor
from counterclaim.desk.api.asked import ReviewId, ReviewsAsked
from counterclaim.desk.api.listed import listed
from counterclaim.desk.api.operation import ROOT, Operations
from counterclaim.desk.api.sent import Merge, SentReview, Split
from counterclaim.desk.api.shapes import KeptReview, shaped
from counterclaim.desk.desk import TheDesk
from counterclaim.desk.remaking import make_questions_anew
from counterclaim.desk.session import Session
from counterclaim.errors import InputError
from counterclaim.inquiry.joined import joined_claims
from counterclaim.inquiry.remaking import remakes_questions
from counterclaim.ledger.instants import exact_now
from counterclaim.ledger.ledger import Ledger
from counterclaim.model.review import Review, ReviewKind, TargetKind

TAG = "reviews"


def register(operations: Operations) -> None:
    """Add these operations."""

    @operations.reads("/reviews", TAG, list[KeptReview], is_list=True)
    def list_reviews(request: Request, desk: TheDesk, asked: Annotated[ReviewsAsked, Query()]) -> Response:
        """List what people judged, in the order of writing, and where it stands after the newest readings."""
        with desk.reading() as held:
            found = held.reviews(asked.target)
        page, following = cursor.behind(
            asked.cursor,
            "reviews",
            asked.limit,
            lambda limit, start: found[start : start + limit],
            lambda one: one.id,
        )
        return listed(request, page, following, len(found))

    @operations.reads("/reviews/{id}", TAG, KeptReview)
    def get_review(request: Request, desk: TheDesk, id: ReviewId) -> Response:
        """Show one judgement as it stands now."""
        with desk.reading() as held:
            found = held.stored_review(id)
        return json_answer(request, shaped(found))

    @operations.writes("/reviews", TAG, KeptReview, status=201)
    def add_review(request: Request, desk: TheDesk, sent: Annotated[SentReview, Body()]) -> Response:
        """Write down a judgement; it never changes what was read, and undoing it is a new one.

        Where it bears on questions these are made anew in the background: a Link header with `rel="status"`
        says which addition to ask about that.
        """
        by = sent.by or Session.of(request).name
        if not by:
            raise InputError("by", "it does not say whose it is", "Give a name in `by`")
        with desk.writing() as held:
            kept = held.review(_review(held, sent, by))
            (found,), remakes = held.stored_reviews((kept,)), remakes_questions(held, kept)
        headers = {"Location": f"{ROOT}/reviews/{kept}"}
        job = make_questions_anew(desk) if remakes else None
        if job is not None:
            headers["Link"] = f'<{ROOT}/additions/{job.id}>; rel="status"'
        response = json_answer(request, shaped(found), headers)
        response.status_code = 201
        return response


def _review(held: Ledger, sent: SentReview, by: str) -> Review:
    target, value = sent.target, getattr(sent, "value", None)
    if isinstance(sent, Merge | Split):
        target, value = joined_claims(held, ReviewKind(sent.kind), (target, *sent.value.split()))
    return Review(
        kind=ReviewKind(sent.kind),
        target_kind=TargetKind(sent.target_kind),
        target=target,
        by=by,
        at=exact_now(),
        field=getattr(sent, "field", None),
        value=value,
        note=sent.note,
    )
