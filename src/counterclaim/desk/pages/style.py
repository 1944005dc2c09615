"""The one style sheet of all pages."""

from __future__ import annotations

import functools

from fastapi import APIRouter, Request, Response

from counterclaim.desk.answer import tagged
from counterclaim.show.web.render import style_sheet

router = APIRouter()


@router.get("/style.css")
def style(request: Request) -> Response:
    """The style sheet."""
    return tagged(request, Response(_style(), media_type="text/css"))


@functools.cache
def _style() -> str:
    return style_sheet()
