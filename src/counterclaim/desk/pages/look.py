"""Disputes, changed answers."""

from __future__ import annotations

from fastapi import APIRouter, Request, Response

from counterclaim.desk.answer import html_answer
from counterclaim.desk.desk import TheDesk, TheShell
from counterclaim.desk.pages.asked import PageNumber
from counterclaim.inquiry.questions import disputes_shown, shifts_shown
from counterclaim.model.finding import FindingKind
from counterclaim.show.web import lists
from counterclaim.show.web.paging import Paging

router = APIRouter()
MOST_DISPUTES, MOST_SHIFTS = 20, 30


@router.get("/disputes")
def disputes(request: Request, desk: TheDesk, shell: TheShell, number: PageNumber = 1) -> Response:
    """Disputes in order of rank."""
    with desk.reading() as held:
        paging = Paging.of(shell, number, MOST_DISPUTES, held.count_findings(FindingKind.DISPUTE))
        found = disputes_shown(held, MOST_DISPUTES, paging.start)
    return html_answer(request, lists.disputes_page(shell, found, paging))


@router.get("/changes")
def shifts(request: Request, desk: TheDesk, shell: TheShell, number: PageNumber = 1) -> Response:
    """Changed answers, the newest first."""
    with desk.reading() as held:
        paging = Paging.of(shell, number, MOST_SHIFTS, held.count_findings(FindingKind.SHIFT))
        found = shifts_shown(held, MOST_SHIFTS, paging.start)
    return html_answer(request, lists.shifts_page(shell, found, paging))
