"""Adding: a text, a page, feeds; each is a job whose state can be asked for."""

from __future__ import annotations

from typing import Annotated

from fastapi import Body, Request, Response

from counterclaim.desk.answer import json_answer
from counterclaim.desk.api.asked import AdditionId
from counterclaim.desk.api.operation import ROOT, Operations
from counterclaim.desk.api.sent import AddAddress, AddFeeds, AddText, SentAddition
from counterclaim.desk.desk import TheDesk
from counterclaim.model.job import Addition, AskedFeeds, Comparison, GivenAddress, Job, PastedText

TAG = "additions"


def register(operations: Operations) -> None:
    """Add these operations."""

    @operations.reads("/additions", TAG, list[Job])
    def list_additions(request: Request, desk: TheDesk) -> Response:
        """List what was added last since the desk was opened, the newest first."""
        return json_answer(request, desk.jobs.recent())

    @operations.reads("/additions/{id}", TAG, Job)
    def get_addition(request: Request, desk: TheDesk, id: AdditionId) -> Response:
        """Show how far an addition is, and what came of it."""
        return json_answer(request, desk.jobs.job(id))

    @operations.writes("/additions", TAG, Job, status=202)
    def add_documents(request: Request, desk: TheDesk, sent: Annotated[SentAddition, Body()]) -> Response:
        """Put a text, a page, or what is new in feeds in line; it is read and compared in the background.

        Ask the address in Location how far it is.  The same again changes nothing.
        """
        job = desk.jobs.submit(_addition(sent))
        response = json_answer(request, job, {"Location": f"{ROOT}/additions/{job.id}"})
        response.status_code = 202
        return response


def _addition(sent: SentAddition) -> Addition:
    if isinstance(sent, AddText):
        return PastedText(
            text=sent.text,
            title=sent.title,
            publisher=sent.publisher,
            published=sent.published.isoformat() if sent.published else None,
            url=sent.url,
        )
    if isinstance(sent, AddAddress):
        return GivenAddress(url=sent.url, published=sent.published.isoformat() if sent.published else None)
    if isinstance(sent, AddFeeds):
        return AskedFeeds(urls=tuple(sent.urls))
    return Comparison()
