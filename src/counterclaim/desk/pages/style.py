"""The one style sheet of all pages, and the sign of the desk where browsers look for it unasked."""

from __future__ import annotations

import functools

from fastapi import APIRouter, Request, Response
from fastapi.responses import RedirectResponse

from counterclaim.desk.answer import tagged
from counterclaim.show.web.render import style_sheet

router = APIRouter()


@router.get("/style.css")
def style(request: Request) -> Response:
    """The style sheet."""
    return tagged(request, Response(_style(), media_type="text/css"))


@router.get("/favicon.ico")
def sign() -> Response:
    """Where the sign of the desk is: JSON and pictures that are opened by themselves cannot say so."""
    return RedirectResponse("/static/mark.svg", 308)


@functools.cache
def _style() -> str:
    return style_sheet()
