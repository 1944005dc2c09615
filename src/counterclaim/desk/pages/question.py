"""The page of one question, and its long lists."""

from __future__ import annotations

from fastapi import APIRouter, HTTPException, Request, Response
from fastapi.responses import RedirectResponse
from msgspec.structs import replace

from counterclaim.desk.answer import html_answer
from counterclaim.desk.desk import TheDesk, TheShell
from counterclaim.desk.pages.asked import PageNumber, Words
from counterclaim.inquiry.detail import meanings_of, newest_answers, question_detail
from counterclaim.inquiry.questions import question_page
from counterclaim.model.relation import RelationKind
from counterclaim.show.report.sides import party_name
from counterclaim.show.web import question
from counterclaim.show.web.paging import Paging

router = APIRouter()
MOST_ANSWERS, MOST_RELATIONS = 100, 40


@router.get("/questions/{id}")
def one_question(request: Request, desk: TheDesk, shell: TheShell, id: str) -> Response:
    """The page of a question; an id that was joined to another one, or its beginning, leads to the whole."""
    with desk.reading() as held:
        found = question_page(held, id)
        if found.question.id != id:
            return RedirectResponse(f"/questions/{found.question.id}", 307)
        detail = question_detail(held, found)
    return html_answer(request, question.question_page(shell, found, detail))


@router.get("/questions/{id}/answers")
def answers(
    request: Request,
    desk: TheDesk,
    shell: TheShell,
    id: str,
    party: Words = "",
    number: PageNumber = 1,
) -> Response:
    """All answers to a question, the newest first; `party` keeps those of one side."""
    with desk.reading() as held:
        found = question_page(held, id)
        wanted = tuple(one for one in newest_answers(found) if not party or party_name(one) == party)
        paging = Paging.of(shell, number, MOST_ANSWERS, len(wanted))
        some = wanted[paging.start : paging.end]
        meanings = meanings_of(held, some)
    page = question.answers_page(shell, replace(found, answers=some), meanings, party, paging)
    return html_answer(request, page)


@router.get("/questions/{id}/relations")
def relations(
    request: Request,
    desk: TheDesk,
    shell: TheShell,
    id: str,
    kind: str = RelationKind.CONTRADICTS.value,
    number: PageNumber = 1,
) -> Response:
    """How the answers to a question stand to each other: one kind of relation, else contradictions."""
    if kind not in question.KINDS:
        raise HTTPException(404)
    asked = RelationKind(kind)
    with desk.reading() as held:
        found = question_page(held, id)
    paging = Paging.of(shell, number, MOST_RELATIONS, len(question.of_kind(found.relations, asked)))
    return html_answer(request, question.relations_page(shell, found, asked, paging))
