"""The list of questions."""

from __future__ import annotations

from fastapi import APIRouter, Request, Response

from counterclaim.desk.answer import html_answer
from counterclaim.desk.desk import TheDesk, TheShell
from counterclaim.desk.pages.asked import PageNumber, Words
from counterclaim.inquiry.outlines import Asking
from counterclaim.show.web.paging import Paging
from counterclaim.show.web.questions import Wanted, questions_page

router = APIRouter()
MOST_QUESTIONS = 30


@router.get("/questions")
def questions(  # noqa: PLR0913 - what the list may be narrowed to
    request: Request,
    desk: TheDesk,
    shell: TheShell,
    party: Words = "",
    about: Words = "",
    disputed: bool = False,
    number: PageNumber = 1,
) -> Response:
    """Questions, those that most sides answer first."""
    wanted = Wanted(party.strip(), about.strip(), disputed)
    with desk.reading() as held:
        every = desk.questions.of(held)
        some = every.wanted(Asking(wanted.party or None, wanted.about or None, disputed))
        found = every.page(held, some, MOST_QUESTIONS, (number - 1) * MOST_QUESTIONS)
    paging = Paging.of(shell, number, MOST_QUESTIONS, found.total)
    return html_answer(request, questions_page(shell, found, wanted, paging))
