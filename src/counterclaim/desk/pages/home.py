"""The first page."""

from __future__ import annotations

from fastapi import APIRouter, Request, Response

from counterclaim.desk.answer import html_answer
from counterclaim.desk.desk import TheDesk, TheShell
from counterclaim.inquiry.front import front
from counterclaim.show.web.home import home_page

router = APIRouter()


@router.get("/")
def home(request: Request, desk: TheDesk, shell: TheShell) -> Response:
    """What to look at first."""
    with desk.reading() as held:
        found = front(held, desk.today())
    return html_answer(request, home_page(shell, found))
