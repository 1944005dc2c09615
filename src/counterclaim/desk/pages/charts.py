"""Charts as pictures to take along; a browser that has one already is told so before it is drawn."""

from __future__ import annotations

import hashlib

from fastapi import APIRouter, HTTPException, Request, Response

from counterclaim.desk.answer import has_already
from counterclaim.desk.desk import Desk, TheDesk, TheShell
from counterclaim.inquiry.detail import question_detail
from counterclaim.inquiry.docket_list import docket_page
from counterclaim.inquiry.numbers import one_series
from counterclaim.inquiry.questions import question_page
from counterclaim.model.detail import QuestionDetail
from counterclaim.model.docket import DueState
from counterclaim.model.inquiry import QuestionPage
from counterclaim.show.web import question_pictures
from counterclaim.show.web.figure import Format, Picture, drawn
from counterclaim.show.web.figure_docket import MOST, docket_picture

router = APIRouter()
_TYPES = {Format.SVG: "image/svg+xml", Format.PNG: "image/png"}


@router.get("/charts/question/{id}/timeline.{format}")
def question_timeline(request: Request, desk: TheDesk, shell: TheShell, id: str, format: str) -> Response:
    """When a question was answered, and of what time."""
    written = _format(format)
    found, detail = _question(desk, id)
    made = question_pictures.timeline_picture(shell, found, detail)
    return _answer(request, made, written, f"{found.question.id}-timeline")


@router.get("/charts/question/{id}/numbers.{format}")
def question_numbers(request: Request, desk: TheDesk, shell: TheShell, id: str, format: str) -> Response:
    """The numbers among the answers to a question."""
    written = _format(format)
    found, detail = _question(desk, id)
    made = question_pictures.question_numbers_picture(shell, found, detail)
    return _answer(request, made, written, f"{found.question.id}-numbers")


def _question(desk: Desk, id: str) -> tuple[QuestionPage, QuestionDetail]:
    with desk.reading() as held:
        found = question_page(held, id)
        return found, question_detail(held, found)


@router.get("/charts/series/{id}.{format}")
def series(request: Request, desk: TheDesk, shell: TheShell, id: str, format: str) -> Response:
    """The counts of a number series."""
    written = _format(format)
    with desk.reading() as held:
        found = one_series(held, id)
    return _answer(request, question_pictures.series_picture(shell, found), written, found.series.id)


@router.get("/charts/docket.{format}")
def docket(request: Request, desk: TheDesk, shell: TheShell, format: str) -> Response:
    """What falls due from today on."""
    written, today = _format(format), desk.today()
    with desk.reading() as held:
        due, coming = (
            docket_page(held, today, state, None, MOST, 0).forecasts
            for state in (DueState.DUE, DueState.COMING)
        )
    return _answer(request, docket_picture((*due, *coming), today, shell.ledger), written, "docket")


def _format(name: str) -> Format:
    if name not in set(Format):
        raise HTTPException(404)
    return Format(name)


def _answer(request: Request, made: Picture | None, format: Format, name: str) -> Response:
    """The picture under a tag of what it is drawn from, which is equal as long as the picture is."""
    if made is None:
        raise HTTPException(404)
    tag = f'"{hashlib.sha256(f"{format} {made.spec}".encode()).hexdigest()[:24]}"'
    headers = {"ETag": tag, "Content-Disposition": f'inline; filename="counterclaim-{name}.{format}"'}
    if has_already(request, tag):
        return Response(status_code=304, headers={"ETag": tag})
    return Response(drawn(made, format), media_type=_TYPES[format], headers=headers)
