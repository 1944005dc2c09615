"""The matrix of questions and parties."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query, Request, Response

from counterclaim.desk.answer import html_answer
from counterclaim.desk.desk import TheDesk, TheShell
from counterclaim.desk.kept import Kept
from counterclaim.inquiry.matrix import Questions, chosen_matrix, matrix
from counterclaim.ledger.ledger import Ledger
from counterclaim.show.web.matrix import Sought, matrix_page
from counterclaim.show.web.paging import Paging

router = APIRouter()
MOST_QUESTIONS = 40
_MOST_PARTIES = 8
_QUESTIONS = Kept(Questions, Ledger.state_of_findings)

PageNumber = Annotated[int, Query(alias="page", ge=1, le=100_000)]
About = Annotated[str, Query(max_length=200)]
Party = Annotated[str, Query(max_length=200)]


@router.get("/matrix")
def party_by_question(
    request: Request,
    desk: TheDesk,
    shell: TheShell,
    number: PageNumber = 1,
    about: About = "",
    party: Annotated[list[Party], Query(max_length=_MOST_PARTIES)] = [],  # noqa: B006 - never changed
) -> Response:
    """A page of questions, each with what parties answered last; `about` and `party` choose among them."""
    sought = Sought(about.strip(), tuple(name.strip() for name in party if name.strip()))
    start = (number - 1) * MOST_QUESTIONS
    with desk.reading() as held:
        if sought.about or sought.parties:
            found = chosen_matrix(
                held, _QUESTIONS.of(held), sought.parties, sought.about or None, MOST_QUESTIONS, start
            )
        else:
            found = matrix(held, MOST_QUESTIONS, start)
    paging = Paging.of(shell, number, MOST_QUESTIONS, found.total)
    return html_answer(request, matrix_page(shell, found, sought, paging))
