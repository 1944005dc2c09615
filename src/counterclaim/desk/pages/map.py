"""The map of places that claims name."""

from __future__ import annotations

from typing import Annotated, Literal

from fastapi import APIRouter, Query, Request, Response

from counterclaim.desk.answer import html_answer
from counterclaim.desk.desk import Desk, TheDesk, TheShell
from counterclaim.desk.pages.asked import PageNumber, Words
from counterclaim.inquiry import places
from counterclaim.show.web import map
from counterclaim.show.web.paging import Paging
from counterclaim.show.web.shell import Shell

router = APIRouter()
MOST_PLACES = 100
MOST_CLAIMS = 30

Kind = Annotated[str, Query(pattern=f"^({'|'.join(map.KINDS)})?$")]


@router.get("/map")
def places_named(  # noqa: PLR0913 - what an address may ask for
    request: Request,
    desk: TheDesk,
    shell: TheShell,
    view: Literal["", "world"] = "",
    place: Words = "",
    party: Words = "",
    kind: Kind = "",
    number: PageNumber = 1,
) -> Response:
    """The map, or the claims that name a `place` (of one `party`), or all places of a `kind`."""
    if place:
        return html_answer(request, _one_place(desk, shell, place, party, number))
    with desk.reading() as held:
        found = desk.places.of(held).named
    if kind:
        paging = Paging.of(shell, number, MOST_PLACES, map.number_of_kind(found, kind))
        return html_answer(request, map.kind_page(shell, found, kind, paging))
    return html_answer(request, map.map_page(shell, found, view == "world"))


def _one_place(desk: Desk, shell: Shell, place: str, party: str, number: int) -> str:
    start = (number - 1) * MOST_CLAIMS
    with desk.reading() as held:
        found = places.place_page(held, desk.places.of(held), place, party or None, MOST_CLAIMS, start)
    return map.place_page(shell, found, party, Paging.of(shell, number, MOST_CLAIMS, found.total))
