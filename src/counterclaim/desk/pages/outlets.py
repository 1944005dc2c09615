"""Who published the texts: the list of outlets, and the page of each."""

from __future__ import annotations

from fastapi import APIRouter, Request, Response

from counterclaim.desk.answer import html_answer
from counterclaim.desk.desk import TheDesk, TheShell
from counterclaim.desk.pages.asked import PageNumber
from counterclaim.inquiry.profiles import outlet_profile
from counterclaim.show.web.outlet import edited_page, outlet_page, outlets_page
from counterclaim.show.web.paging import Paging

router = APIRouter()
MOST_OUTLETS, MOST_DOCUMENTS, MOST_EDITED = 50, 30, 20


@router.get("/outlets")
def outlets(request: Request, desk: TheDesk, shell: TheShell, number: PageNumber = 1) -> Response:
    """Who published the texts."""
    with desk.reading() as held:
        rows, total = held.outlet_list(MOST_OUTLETS, (number - 1) * MOST_OUTLETS)
    return html_answer(request, outlets_page(shell, rows, Paging.of(shell, number, MOST_OUTLETS, total)))


@router.get("/outlets/{name:path}")
def one_outlet(
    request: Request,
    desk: TheDesk,
    shell: TheShell,
    name: str,
    show: str = "documents",
    number: PageNumber = 1,
) -> Response:
    """What an outlet published, or what of it is gone or changed."""
    with desk.reading() as held:
        found = outlet_profile(held, name)
        if show == "edits":
            paging = Paging.of(shell, number, MOST_EDITED, found.gone + found.changed)
            edited = held.edited(name, MOST_EDITED, paging.start)
            return html_answer(request, edited_page(shell, found, edited, paging))
        paging = Paging.of(shell, number, MOST_DOCUMENTS, found.row.documents)
        documents = held.documents_of(name, MOST_DOCUMENTS, paging.start)
    return html_answer(request, outlet_page(shell, found, documents, paging))
