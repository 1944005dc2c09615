"""The docket: forecasts and commitments."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Path, Query, Request, Response
from fastapi.responses import RedirectResponse

from counterclaim.desk.answer import html_answer
from counterclaim.desk.desk import TheDesk, TheShell
from counterclaim.desk.pages.asked import PageNumber, Words
from counterclaim.inquiry import docket_list
from counterclaim.show.web.docket import STATES, docket_page
from counterclaim.show.web.paging import Paging

router = APIRouter()
MOST_FORECASTS = 40

State = Annotated[str, Query(pattern=f"^({'|'.join(STATES)})?$")]


@router.get("/docket")
def docket(
    request: Request,
    desk: TheDesk,
    shell: TheShell,
    number: PageNumber = 1,
    state: State = "",
    party: Words = "",
) -> Response:
    """What is due, coming, past and without a date; `state` and `party` choose among it."""
    party, start = party.strip(), (number - 1) * MOST_FORECASTS
    asked = STATES[state][0] if state else None
    with desk.reading() as held:
        found = docket_list.docket_page(held, desk.today(), asked, party or None, MOST_FORECASTS, start)
    paging = Paging.of(shell, number, MOST_FORECASTS, found.total)
    return html_answer(request, docket_page(shell, found, state, party, paging))


@router.get("/docket/{id}")
def one_forecast(desk: TheDesk, id: Annotated[str, Path(max_length=80)]) -> Response:
    """The way to the place of one forecast, on whichever page of the docket it stands today."""
    with desk.reading() as held:
        number = docket_list.place_on_docket(held, desk.today(), id) // MOST_FORECASTS + 1
    page = f"?page={number}" if number > 1 else ""
    return RedirectResponse(f"/docket{page}#{id}", 303)
