"""The matrix of questions and parties."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query, Request, Response

from counterclaim.desk.answer import html_answer
from counterclaim.desk.desk import TheDesk, TheShell
from counterclaim.desk.pages.asked import PageNumber, Words
from counterclaim.inquiry.matrix import chosen_matrix, matrix
from counterclaim.show.web.matrix import Sought, matrix_page
from counterclaim.show.web.paging import Paging

router = APIRouter()
MOST_QUESTIONS = 40
_MOST_PARTIES = 8


@router.get("/matrix")
def party_by_question(
    request: Request,
    desk: TheDesk,
    shell: TheShell,
    number: PageNumber = 1,
    about: Words = "",
    party: Annotated[list[Words], Query(max_length=_MOST_PARTIES)] = [],  # noqa: B006 - never changed
) -> Response:
    """A page of questions, each with what parties answered last; `about` and `party` choose among them."""
    sought = Sought(about.strip(), tuple(name.strip() for name in party if name.strip()))
    start = (number - 1) * MOST_QUESTIONS
    with desk.reading() as held:
        if sought.about or sought.parties:
            every, words = desk.questions.of(held), sought.about or None
            found = chosen_matrix(held, every, sought.parties, words, MOST_QUESTIONS, start)
        else:
            found = matrix(held, MOST_QUESTIONS, start)
    paging = Paging.of(shell, number, MOST_QUESTIONS, found.total)
    return html_answer(request, matrix_page(shell, found, sought, paging))
