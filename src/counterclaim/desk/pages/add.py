"""Adding: a text, files, a page, a feed; and what becomes of each addition, as it comes."""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated

from fastapi import APIRouter, Depends, Request, Response
from fastapi.responses import RedirectResponse, StreamingResponse
from starlette.datastructures import FormData

from counterclaim.desk.additions import MOST_FEEDS
from counterclaim.desk.answer import html_answer
from counterclaim.desk.desk import Desk, TheDesk, TheShell
from counterclaim.desk.follow import followed
from counterclaim.desk.guards import sent_form
from counterclaim.desk.uploads import put_aside
from counterclaim.errors import InputError
from counterclaim.model.job import Addition, AskedFeeds, Comparison, GivenAddress, GivenFiles, Job, PastedText
from counterclaim.show.web.adding import AddingView, Given, adding_page, job_page
from counterclaim.show.web.shell import Shell

router = APIRouter()
TheForm = Annotated[FormData, Depends(sent_form)]


@router.get("/add")
def add(request: Request, desk: TheDesk, shell: TheShell) -> Response:
    """Ways to add, and what was added last."""
    return html_answer(request, adding_page(shell, _view(desk)))


@router.post("/add/text")
def add_text(request: Request, desk: TheDesk, shell: TheShell, form: TheForm) -> Response:
    """Add a text as it was pasted."""
    names = ("text", "title", "publisher", "published", "url")
    given = {name: _word(form, name) for name in names}

    def addition() -> Addition:
        return PastedText(
            text=_text(form, "text"),
            title=given["title"],
            publisher=given["publisher"],
            published=given["published"],
            url=given["url"],
        )

    return _submitted(request, desk, shell, Given("text", {**given, "text": _text(form, "text")}), addition)


@router.post("/add/files")
def add_files(request: Request, desk: TheDesk, shell: TheShell, form: TheForm) -> Response:
    """Add files as they were chosen or dropped."""
    published = _word(form, "published")

    def addition() -> Addition:
        return GivenFiles(files=put_aside(form, "files", desk.jobs.folder), published=published)

    return _submitted(request, desk, shell, Given("files", {"published": published}), addition)


@router.post("/add/address")
def add_address(request: Request, desk: TheDesk, shell: TheShell, form: TheForm) -> Response:
    """Add the page at an address."""
    url, published = _word(form, "url"), _word(form, "published")

    def addition() -> Addition:
        return GivenAddress(url=url or "", published=published)

    return _submitted(request, desk, shell, Given("address", {"url": url, "published": published}), addition)


@router.post("/add/feeds")
def add_feeds(request: Request, desk: TheDesk, shell: TheShell, form: TheForm) -> Response:
    """Ask feeds what is new in them."""
    urls = tuple(dict.fromkeys(str(one).strip() for one in form.getlist("feed") if str(one).strip()))
    given = Given("feeds", {"feed": urls[0] if urls else ""})
    return _submitted(request, desk, shell, given, lambda: AskedFeeds(urls=urls))


@router.post("/add/comparison")
def compare(request: Request, desk: TheDesk, shell: TheShell) -> Response:
    """Compare what was added and is not compared yet."""
    return _submitted(request, desk, shell, Given("comparison", {}), Comparison)


@router.get("/add/jobs/{id}")
def one_job(request: Request, desk: TheDesk, shell: TheShell, id: str) -> Response:
    """What has become of an addition so far."""
    return html_answer(request, job_page(shell, desk.jobs.job(id)))


@router.get("/add/jobs/{id}/events")
async def job_events(desk: TheDesk, shell: TheShell, id: str) -> Response:
    """What becomes of an addition, as it comes: events with the part of the page that shows it."""
    desk.jobs.job(id)  # raises UnknownId before the answer has begun
    return StreamingResponse(
        followed(desk.jobs, id, shell), media_type="text/event-stream", headers={"Cache-Control": "no-store"}
    )


@router.post("/add/jobs/{id}/cancel")
def cancel(desk: TheDesk, id: str) -> Response:
    """Have an addition stop behind the document that it is at."""
    return _to(desk.jobs.cancel(id))


def _submitted(
    request: Request, desk: Desk, shell: Shell, given: Given, addition: Callable[[], Addition]
) -> Response:
    """The way to the job that the addition became, or the form again with what was wrong with it."""
    try:
        return _to(desk.jobs.submit(addition()))
    except InputError as error:
        trouble = given.with_trouble(error)
        return html_answer(request, adding_page(shell, _view(desk), trouble), status=422)


def _view(desk: Desk) -> AddingView:
    with desk.reading() as held:
        return AddingView(
            jobs=desk.jobs.recent(), feeds=held.feeds(MOST_FEEDS), not_compared=held.stats().not_linked
        )


def _to(job: Job) -> Response:
    return RedirectResponse(f"/add/jobs/{job.id}", 303)


def _text(form: FormData, name: str) -> str:
    value = form.get(name)
    return value if isinstance(value, str) else ""


def _word(form: FormData, name: str) -> str | None:
    """A field that may be left empty."""
    return _text(form, name).strip() or None
