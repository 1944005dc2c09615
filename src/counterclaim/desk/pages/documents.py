"""Documents: their list, the reading view of one, its versions, and the place of a claim."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query, Request, Response
from fastapi.responses import RedirectResponse

from counterclaim.desk.answer import html_answer
from counterclaim.desk.desk import TheDesk, TheShell
from counterclaim.desk.pages.asked import PageNumber, Words
from counterclaim.inquiry.documents import compared, opened
from counterclaim.show.web import documents, versions
from counterclaim.show.web.document import Wanted, document_page
from counterclaim.show.web.paging import Paging

router = APIRouter()
Part = Annotated[int, Query(ge=1, le=100_000)]
Id = Annotated[str | None, Query(max_length=20)]
Number = Annotated[int | None, Query(ge=1, le=10_000_000)]
MOST_DOCUMENTS = 50


@router.get("/documents")
def all_documents(
    request: Request, desk: TheDesk, shell: TheShell, outlet: Words = "", number: PageNumber = 1
) -> Response:
    """The documents of all outlets or of one, those added last first."""
    name = outlet.strip() or None
    with desk.reading() as held:
        shelf = held.shelf(name, MOST_DOCUMENTS, (number - 1) * MOST_DOCUMENTS)
    paging = Paging.of(shell, number, MOST_DOCUMENTS, shelf.total)
    return html_answer(request, documents.documents_page(shell, shelf, name, paging))


@router.get("/documents/{id}")
def one_document(  # noqa: PLR0913 - what a link may name
    request: Request,
    desk: TheDesk,
    shell: TheShell,
    id: str,
    part: Part = 1,
    claim: Id = None,
    attribution: Number = None,
) -> Response:
    """The reading view of a document, or of that part of it which a link names."""
    with desk.reading() as held:
        whole = held.document_id(id)
        if whole != id:
            query = f"?{request.url.query}" if request.url.query else ""
            return RedirectResponse(f"/documents/{whole}{query}", 303)
        found = opened(held, id)
    return html_answer(request, document_page(shell, found, Wanted(part, claim, attribution)))


@router.get("/documents/{id}/versions")
def all_versions(
    request: Request,
    desk: TheDesk,
    shell: TheShell,
    id: str,
    other: Annotated[Id, Query(alias="with")] = None,
) -> Response:
    """A document beside another text of its address."""
    with desk.reading() as held:
        found = compared(held, held.document_id(id), other)
    return html_answer(request, versions.versions_page(shell, found))


@router.get("/claims/{id}")
def claim_in_its_document(desk: TheDesk, id: str) -> Response:
    """Leads to the words of a claim in the reading view of its document."""
    with desk.reading() as held:
        document, claim = held.claim_place(id)
    return RedirectResponse(f"/documents/{document}?claim={claim}#{claim}", 303)
