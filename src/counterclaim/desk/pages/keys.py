"""Which key does what."""

from __future__ import annotations

from fastapi import APIRouter, Request, Response

from counterclaim.desk.answer import html_answer
from counterclaim.desk.desk import TheShell
from counterclaim.show.web.keys import keys_page

router = APIRouter()


@router.get("/keys")
def keys(request: Request, shell: TheShell) -> Response:
    """The list of keys."""
    return html_answer(request, keys_page(shell))
