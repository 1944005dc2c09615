"""Search: claims, speakers, questions, documents at once."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query, Request, Response

from counterclaim.desk.answer import html_answer
from counterclaim.desk.desk import TheDesk, TheShell
from counterclaim.desk.pages.asked import PageNumber
from counterclaim.inquiry.find import KINDS, Finding, find
from counterclaim.model.profile import Found
from counterclaim.show.web.paging import Paging
from counterclaim.show.web.search import search_page

router = APIRouter()
MOST_OF_ALL, MOST_OF_ONE = 5, 25


@router.get("/search")
def search(
    request: Request,
    desk: TheDesk,
    shell: TheShell,
    words: Annotated[str, Query(max_length=1_000)] = "",
    kind: str = "",
    number: PageNumber = 1,
) -> Response:
    """What holds the words: the beginning of each kind, or all of one."""
    words = words.strip()
    only = kind if kind in KINDS else None
    size = MOST_OF_ONE if only else MOST_OF_ALL
    with desk.reading() as held:
        offset = (number - 1) * size if only else 0
        found = find(Finding(held, desk.questions.of(held), words, size, offset), only)
    paging = Paging.of(shell, number, size, _total(found, only)) if only else None
    return html_answer(request, search_page(shell, words, only or "", found, paging))


def _total(found: Found, kind: str) -> int:
    total: int = getattr(found, f"{kind}_total")
    return total
