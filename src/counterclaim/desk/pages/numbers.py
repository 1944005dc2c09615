"""Number series: the list, and the page of each."""

from __future__ import annotations

from fastapi import APIRouter, Request, Response
from fastapi.responses import RedirectResponse

from counterclaim.desk.answer import html_answer
from counterclaim.desk.desk import TheDesk, TheShell
from counterclaim.desk.pages.asked import PageNumber, Words
from counterclaim.inquiry.numbers import one_series, series_sheet
from counterclaim.show.web import numbers
from counterclaim.show.web.paging import Paging

router = APIRouter()
MOST_SERIES = 30


@router.get("/numbers")
def all_series(
    request: Request,
    desk: TheDesk,
    shell: TheShell,
    about: Words = "",
    number: PageNumber = 1,
) -> Response:
    """Number series, those that most parties count first; `about` keeps those with all of its words."""
    about = about.strip()
    with desk.reading() as held:
        found, total = series_sheet(held, about or None, MOST_SERIES, (number - 1) * MOST_SERIES)
    paging = Paging.of(shell, number, MOST_SERIES, total)
    return html_answer(request, numbers.numbers_page(shell, found, about, paging))


@router.get("/numbers/{id}")
def series(request: Request, desk: TheDesk, shell: TheShell, id: str) -> Response:
    """The page of a number series; the beginning of an id leads to the whole."""
    with desk.reading() as held:
        found = one_series(held, id)
    if found.series.id != id:
        return RedirectResponse(f"/numbers/{found.series.id}", 307)
    return html_answer(request, numbers.series_page(shell, found))
